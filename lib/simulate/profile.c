/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Profiles: households that are alike and come at one rate. The k-th of them is the same under every policy, for all
 * that is drawn of it is keyed by the profile and k. */
#include "simulate/scenario-read-private.h"

#include "model/derive-private.h"

#include <string.h>

#define MONTHS 12
#define MAX_WAITING 1000000
#define LONGEST_ID 48        /* of a profile: those of its households are longer */
#define LONGEST_WAIT 36525.0 /* days */

void
orienta_profile_clear (gpointer profile)
{
  OrientaProfile *self = profile;
  g_free (self->id);
  orienta_label_clear (&self->label);
  orienta_spread_clear (&self->since);
  g_clear_pointer (&self->traits, g_ptr_array_unref);
}

static void
read_seasons (OrientaScenarioReader *self, JsonNode *node, OrientaProfile *profile)
{
  OrientaReader *reader = &self->reader;
  JsonNode *value = orienta_reader_member (reader, node, "seasons", ORIENTA_OPTIONAL);
  for (guint i = 0; i < MONTHS; i++)
    profile->seasons[i] = 1.0;
  if (!value)
    return;
  gsize mark = orienta_reader_enter (reader, "seasons");
  JsonArray *list = JSON_NODE_HOLDS_ARRAY (value) ? json_node_get_array (value) : NULL;
  if (!list || json_array_get_length (list) != MONTHS)
    orienta_reader_expected (reader, value, "a list of 12 numbers, January first");
  for (guint i = 0; list && i < MIN (json_array_get_length (list), MONTHS); i++) {
    gint64 season;
    gsize entry = orienta_reader_enter_index (reader, i);
    if (orienta_scenario_read_between (self, json_array_get_element (list, i), 0, 100 * ORIENTA_MILLION,
                                       "a number from 0 to 100", &season))
      profile->seasons[i] = (double) season / ORIENTA_MILLION;
    orienta_reader_leave (reader, entry);
  }
  orienta_reader_leave (reader, mark);
}

static gint
compare_traits (gconstpointer a, gconstpointer b)
{
  const OrientaTrait *x = *(const OrientaTrait *const *) a, *y = *(const OrientaTrait *const *) b;
  return x->number < y->number ? -1 : x->number > y->number;
}

/* Every column as a trait; those with one value go into the blank when the register is sealed. */
static void
read_household (OrientaScenarioReader *self, JsonNode *node, OrientaProfile *profile)
{
  JsonNode *household = orienta_reader_member (&self->reader, node, "household", ORIENTA_NEEDED);
  gsize mark = orienta_reader_enter (&self->reader, "household");
  if (household && orienta_reader_object (&self->reader, household, NULL)) {
    JsonObjectIter iter;
    const char *name;
    JsonNode *value;
    json_object_iter_init_ordered (&iter, json_node_get_object (household));
    while (json_object_iter_next_ordered (&iter, &name, &value)) {
      gsize entry = orienta_reader_enter (&self->reader, name);
      OrientaTrait *trait = orienta_trait_read (self, name, value);
      if (trait)
        g_ptr_array_add (profile->traits, trait);
      orienta_reader_leave (&self->reader, entry);
    }
  }
  g_ptr_array_sort (profile->traits, compare_traits);
  orienta_reader_leave (&self->reader, mark);
}

/* How many wait on the first day, and since when. */
static void
read_waiting (OrientaScenarioReader *self, JsonNode *node, OrientaProfile *profile)
{
  OrientaReader *reader = &self->reader;
  JsonNode *value = orienta_reader_member (reader, node, "waiting", ORIENTA_OPTIONAL);
  gsize mark = orienta_reader_enter (reader, "waiting");
  if (value)
    orienta_scenario_read_count (self, value, 0, MAX_WAITING, "a whole number from 0 to 1000000", &profile->waiting);
  orienta_reader_leave (reader, mark);
  if (json_object_has_member (json_node_get_object (node), "since_days"))
    orienta_spread_read_member (self, node, "since_days", &profile->since);
  if (profile->waiting > 0 && profile->id && strlen (profile->id) > LONGEST_ID)
    orienta_reader_fault (reader, node, "\"%s\": expected an id of at most %d where households wait", profile->id,
                          LONGEST_ID);
}

static void
read_profile (OrientaScenarioReader *self, JsonNode *node, OrientaProfile *profile)
{
  static const char *const members[] = { "id",         "label",     "per_year", "seasons", "waiting",
                                         "since_days", "household", "source",   "note",    NULL };
  profile->traits = g_ptr_array_new_with_free_func ((GDestroyNotify) orienta_trait_free);
  if (!orienta_scenario_is_line (self, node, members))
    return;
  orienta_reader_member_id (&self->reader, node, &profile->id);
  orienta_reader_member_label (&self->reader, node, "label", &profile->label);
  orienta_scenario_member_rate (self, node, "per_year", ORIENTA_NEEDED, &profile->per_year);
  read_seasons (self, node, profile);
  read_waiting (self, node, profile);
  read_household (self, node, profile);
}

void
orienta_profiles_read (OrientaScenarioReader *self)
{
  guint n;
  JsonArray *list = orienta_reader_top (&self->reader, "arrivals", &n);
  gsize mark = orienta_reader_enter (&self->reader, "arrivals");
  for (guint i = 0; i < n; i++) {
    OrientaProfile profile = { 0 };
    gsize entry = orienta_reader_enter_index (&self->reader, i);
    read_profile (self, json_array_get_element (list, i), &profile);
    orienta_scenario_check_id (self, "arrivals", json_array_get_element (list, i), profile.id);
    orienta_reader_leave (&self->reader, entry);
    g_array_append_val (self->scenario->profiles, profile);
  }
  orienta_reader_leave (&self->reader, mark);
}

static gboolean
is_drawn (const OrientaTrait *trait)
{
  return trait->kind != ORIENTA_TRAIT_ONE_OF || trait->lists[1] > 1;
}

/* What is the same for all of them, written once; what is left is drawn. */
void
orienta_profile_seal (OrientaProfile *self, const OrientaHouseholdRow *blank)
{
  self->blank = *blank;
  self->blank.adults = 1;
  self->blank.children = 0;
  for (guint i = 0; i < self->traits->len;) {
    const OrientaTrait *trait = g_ptr_array_index (self->traits, i);
    if (is_drawn (trait)) {
      i++;
      continue;
    }
    orienta_trait_apply (trait, 0.0, &self->blank);
    g_ptr_array_remove_index (self->traits, i);
  }
}

void
orienta_profile_fill (const OrientaProfile *self, const OrientaScenario *scenario, const OrientaDice *dice,
                      guint profile, guint number, OrientaDate day, OrientaHouseholdRow *row)
{
  OrientaThrows stream;
  orienta_throws_init (&stream, dice, ORIENTA_DRAW_HOUSEHOLD, (guint64) profile << 32 | number);
  *row = self->blank;
  row->request_date = row->referral_date = row->last_contact = day;
  for (guint i = 0; i < self->traits->len; i++) {
    const OrientaTrait *trait = g_ptr_array_index (self->traits, i);
    orienta_trait_apply (trait, orienta_throws_at (&stream, trait->number), row);
  }
  orienta_household_derive_row (scenario->reg, day, row);
}

/* Appends those who wait on the first day: the same in every replication, drawn under seed 0 and replication 0. */
void
orienta_profile_wait (const OrientaProfile *self, const OrientaScenario *scenario, guint profile, GArray *rows)
{
  static const OrientaDice dice = { 0, 0 };
  for (guint k = 0; k < self->waiting; k++) {
    OrientaHouseholdRow row;
    double p = orienta_dice_uniform (&dice, ORIENTA_DRAW_HOUSEHOLD, (guint64) profile << 32 | k, ORIENTA_DRAW_SINCE);
    double since = MIN (orienta_spread_quantile (&self->since, p), LONGEST_WAIT);
    g_autofree char *id = g_strdup_printf ("%s.w%u", self->id, k);
    orienta_profile_fill (self, scenario, &dice, profile, k, scenario->start - (OrientaDate) since, &row);
    orienta_household_derive_row (scenario->reg, scenario->start, &row);
    row.id = g_string_chunk_insert (scenario->reg->text, id);
    g_array_append_val (rows, row);
  }
}
