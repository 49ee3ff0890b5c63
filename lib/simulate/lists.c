/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "simulate/lists-private.h"

#include "model/selection-private.h"
#include "rules/verdict-private.h"
#include "score/lottery-private.h"
#include "score/ranking-private.h"
#include "score/sweep-private.h"
#include "score/tally-private.h"
#include "simulate/replication-private.h"
#include "simulate/steady-private.h"

#include <string.h>

#define LOTTERY_KEYS (ORIENTA_LOTTERY_BYTES / 8)

/* One number of a roster's rows. */
typedef enum {
  KEY_TIER,
  KEY_POINTS,
  KEY_PAIR,      /* an attribute of the pair */
  KEY_HOUSEHOLD, /* an attribute of the household */
  KEY_LOTTERY,   /* LOTTERY_KEYS of them */
} KeyKind;

typedef struct {
  KeyKind kind;
  guint attribute;
  gboolean descending;
} Key;

/* A home that is open to households of a class: the pair's numbers follow those of the pair before it. */
typedef struct {
  guint32 unit;
  gint64 points;
} Open;

struct OrientaLists {
  OrientaBinding *binding;
  const OrientaMatchOptions *options;
  OrientaRosterForm form;
  GArray *keys; /* of Key */
  guint names;  /* OrientaNames that the policy reads */
  gboolean counts_refusals;
  OrientaClasses *classes;
  guint *first;           /* by class: its first open home; one more at the end */
  GArray *open;           /* of Open, by class and unit; then those of households by themselves */
  GArray *values;         /* of gint64: by open home, its keys; 0 for those of the household */
  OrientaRoster *rosters; /* by unit */
  gint64 *reserves;       /* by unit: points below which no place is given; NULL: none */
  guint8 *alone;          /* by household: its row is not that of its class any more */
  OrientaLine *lines;
  OrientaRosterRow *row;
};

void
orienta_lists_free (OrientaLists *self)
{
  if (!self)
    return;
  for (guint unit = 0; self->rosters && unit < self->binding->reg->n_units; unit++)
    orienta_roster_clear (&self->rosters[unit]);
  g_free (self->rosters);
  g_free (self->form.versions);
  g_array_unref (self->keys);
  g_array_unref (self->open);
  g_array_unref (self->values);
  orienta_classes_free (self->classes);
  g_free (self->first);
  g_free (self->reserves);
  g_free (self->alone);
  g_free (self->lines);
  g_free (self->row);
  orienta_binding_unref (self->binding);
  g_free (self);
}

/* -- keys -- */

static void
add_key (OrientaLists *self, KeyKind kind, guint attribute, gboolean descending)
{
  Key key = { kind, attribute, descending };
  g_array_append_val (self->keys, key);
  self->form.n_keys += kind == KEY_LOTTERY ? LOTTERY_KEYS : 1;
}

/* What only the home has is the same for its whole list. */
static void
read_keys (OrientaLists *self)
{
  const OrientaPolicy *policy = self->binding->policy;
  g_autoptr (OrientaRanking) ranking = orienta_ranking_new (self->binding, NULL);
  const GArray *keys = orienta_ranking_keys (ranking);
  if (policy->n_tiers > 0)
    add_key (self, KEY_TIER, 0, FALSE);
  for (guint i = 0; i < keys->len; i++) {
    const OrientaKey *key = &g_array_index (keys, OrientaKey, i);
    if (key->kind == ORIENTA_KEY_POINTS)
      add_key (self, KEY_POINTS, 0, key->descending);
    else if (key->kind == ORIENTA_KEY_ATTRIBUTE) {
      OrientaOf of = orienta_policy_attribute_of (policy, key->attribute);
      if (of != ORIENTA_OF_UNIT)
        add_key (self, of == ORIENTA_OF_PAIR ? KEY_PAIR : KEY_HOUSEHOLD, key->attribute, key->descending);
    } else if (self->options->seed) {
      add_key (self, KEY_LOTTERY, 0, FALSE);
    }
  }
  self->form.size = sizeof (OrientaRosterRow) + self->form.n_keys * sizeof (gint64);
  self->row = g_malloc0 (self->form.size);
}

static void
draw (const OrientaLists *self, guint household, gint64 *keys)
{
  guint8 digest[ORIENTA_LOTTERY_BYTES];
  orienta_lottery_digest (self->options->seed, self->binding->reg->households[household].id, digest);
  for (guint i = 0; i < LOTTERY_KEYS; i++) {
    guint64 word;
    memcpy (&word, digest + 8 * i, 8);
    keys[i] = (gint64) (GUINT64_FROM_BE (word) ^ (G_GUINT64_CONSTANT (1) << 63));
  }
}

/* The numbers of a pair; those of the household are left alone. */
static void
rank_pair (const OrientaLists *self, const OrientaBinding *binding, guint household, guint unit, gint64 points,
           gint64 *keys)
{
  for (guint i = 0; i < self->keys->len; i++) {
    const Key *key = &g_array_index (self->keys, Key, i);
    if (key->kind == KEY_TIER)
      *keys = orienta_ranking_tier (binding, household, unit);
    else if (key->kind == KEY_POINTS)
      *keys = orienta_ranking_place (points, key->descending);
    else if (key->kind == KEY_PAIR)
      *keys = orienta_ranking_place (orienta_binding_value (binding, key->attribute, household, (gint) unit),
                                     key->descending);
    keys += key->kind == KEY_LOTTERY ? LOTTERY_KEYS : 1;
  }
}

static void
rank_household (const OrientaLists *self, guint household, gint64 *keys)
{
  for (guint i = 0; i < self->keys->len; i++) {
    const Key *key = &g_array_index (self->keys, Key, i);
    if (key->kind == KEY_HOUSEHOLD)
      *keys =
          orienta_ranking_place (orienta_binding_value (self->binding, key->attribute, household, -1), key->descending);
    else if (key->kind == KEY_LOTTERY)
      draw (self, household, keys);
    keys += key->kind == KEY_LOTTERY ? LOTTERY_KEYS : 1;
  }
}

/* -- which homes are open -- */

static void
add_open (OrientaLists *self, const OrientaBinding *binding, guint household, guint unit, OrientaStatus status,
          gint64 points)
{
  if (points < self->options->minimum || (self->reserves && points < self->reserves[unit])
      || (status != ORIENTA_ELIGIBLE && !self->options->to_verify))
    return;
  Open open = { unit, points };
  g_array_append_val (self->open, open);
  g_array_set_size (self->values, self->values->len + self->form.n_keys);
  gint64 *keys = &g_array_index (self->values, gint64, self->values->len - self->form.n_keys);
  rank_pair (self, binding, household, unit, points, keys);
}

typedef struct {
  OrientaLists *lists;
  const OrientaBinding *binding; /* of one of each class */
} Asking;

static gboolean
hold_class (const OrientaRow *row, guint thread, gpointer data)
{
  Asking *asking = data;
  OrientaLists *self = asking->lists;
  self->first[row->household] = self->open->len;
  for (guint word = 0; word < row->n_words; word++)
    for (guint64 bits = row->possible[word]; bits != 0;) {
      guint unit = orienta_row_next (&bits, word);
      add_open (self, asking->binding, row->household, unit, orienta_row_status (row, unit),
                orienta_points_get (&row->points, unit));
    }
  return TRUE;
}

/* One household of each class is asked about, all homes at once. */
static gboolean
ask_classes (OrientaLists *self, GError **error)
{
  OrientaRegister *reg = self->binding->reg;
  g_autofree guint32 *units = g_new (guint32, reg->n_units);
  for (guint i = 0; i < reg->n_units; i++)
    units[i] = i;
  OrientaSelection selection = { .as_of = reg->as_of,
                                 .n_households = self->classes->n,
                                 .n_units = reg->n_units,
                                 .households = self->classes->representative,
                                 .units = units };
  g_autoptr (OrientaRegister) few = orienta_register_select (reg, &selection);
  g_autoptr (OrientaBinding) binding = orienta_binding_new (self->binding->policy, few, error);
  Asking asking = { self, binding };
  self->first = g_new0 (guint, (gsize) self->classes->n + 1);
  if (!binding || !orienta_sweep (binding, self->options->level, 1, "scoring", NULL, hold_class, &asking, error))
    return FALSE;
  self->first[self->classes->n] = self->open->len;
  return TRUE;
}

/* A household whose row has changed is asked about by itself. */
static guint
ask_alone (OrientaLists *self, guint household)
{
  guint first = self->open->len, n_lines;
  for (guint unit = 0; unit < self->binding->reg->n_units; unit++) {
    OrientaStatus status = orienta_verdict_status (self->binding, household, unit);
    if (status != ORIENTA_INELIGIBLE)
      add_open (self, self->binding, household, unit, status,
                orienta_tally (self->binding, self->options->level, household, (gint) unit, self->lines, &n_lines));
  }
  return first;
}

/* -- from the beginning to the end -- */

/* Whether what is read of a household, and the order of two households, are the same on every day. */
static gboolean
is_steady (OrientaLists *self, OrientaReads *reads)
{
  const OrientaRegister *reg = self->binding->reg;
  if (orienta_steady_paces (reg, reads) != 0)
    return FALSE;
  g_autoptr (OrientaReads) order = orienta_reads_new ();
  for (guint i = 0; i < self->keys->len; i++) {
    const Key *key = &g_array_index (self->keys, Key, i);
    if (key->kind == KEY_PAIR)
      orienta_reads_attribute (reads, self->binding, key->attribute);
    if (key->kind == KEY_PAIR || key->kind == KEY_HOUSEHOLD)
      orienta_reads_attribute (order, self->binding, key->attribute);
  }
  return orienta_steady_paces (reg, order) == 0;
}

/* NULL without an error where the policy's word changes with the days, or the mechanism is none that goes home by home
 * in an order that the days alone decide. The options outlive it. */
OrientaLists *
orienta_lists_new (OrientaBinding *binding, const OrientaMatchOptions *options, GError **error)
{
  const OrientaRegister *reg = binding->reg;
  if (options->mechanism != ORIENTA_MECHANISM_SEQUENTIAL || options->unit_order == ORIENTA_UNITS_SCARCE_FIRST)
    return NULL;
  g_autoptr (OrientaLists) self = g_new0 (OrientaLists, 1);
  g_autoptr (OrientaReads) reads = orienta_reads_new ();
  self->binding = orienta_binding_ref (binding);
  self->options = options;
  self->keys = g_array_new (FALSE, FALSE, sizeof (Key));
  self->open = g_array_new (FALSE, FALSE, sizeof (Open));
  self->values = g_array_new (FALSE, TRUE, sizeof (gint64));
  read_keys (self);
  self->reserves = orienta_match_options_list_reserves (options, reg);
  orienta_reads_policy (reads, binding);
  if (!is_steady (self, reads))
    return NULL;
  self->names = reads->names;
  self->counts_refusals = orienta_reads_has (reads, ORIENTA_HOUSEHOLD_REFUSALS)
                          || orienta_reads_has (reads, ORIENTA_HOUSEHOLD_REFUSALS_BY_CHOICE);
  self->classes = orienta_classes_of_households (binding, reads);
  orienta_classes_split_by_proofs (self->classes, reg);
  self->rosters = g_new0 (OrientaRoster, reg->n_units);
  self->form.versions = g_new0 (guint32, reg->n_households);
  self->alone = g_new0 (guint8, reg->n_households);
  self->lines = g_new (OrientaLine, orienta_tally_max_lines (binding->policy));
  return ask_classes (self, error) ? g_steal_pointer (&self) : NULL;
}

/* The household waits from now on; homes where it does are marked in `alert`. */
void
orienta_lists_enter (OrientaLists *self, guint household, guint64 *alert)
{
  guint class = self->classes->of[household];
  gboolean alone = self->alone[household];
  guint first = alone ? ask_alone (self, household) : self->first[class];
  guint end = alone ? self->open->len : self->first[class + 1];
  self->row->household = household;
  self->row->version = ++self->form.versions[household];
  for (guint i = first; i < end; i++) {
    guint unit = g_array_index (self->open, Open, i).unit;
    memcpy (self->row->keys, &g_array_index (self->values, gint64, (gsize) i * self->form.n_keys),
            self->form.n_keys * sizeof (gint64));
    rank_household (self, household, self->row->keys);
    self->row->home = i;
    orienta_roster_add (&self->rosters[unit], &self->form, self->row);
    orienta_bits_set (alert, unit);
  }
}

void
orienta_lists_leave (OrientaLists *self, guint household)
{
  self->form.versions[household]++;
}

/* The household's row is not what it was; or only the offers that it has had are not. */
void
orienta_lists_reread (OrientaLists *self, guint household, gboolean offers_only)
{
  if (!offers_only || (self->names & ORIENTA_NAMES_OFFERS) || self->counts_refusals)
    self->alone[household] = TRUE;
}

gint
orienta_lists_first (OrientaLists *self, guint unit, gint64 *points)
{
  const OrientaRosterRow *row = orienta_roster_first (&self->rosters[unit], &self->form);
  if (!row)
    return -1;
  *points = g_array_index (self->open, Open, row->home).points;
  return (gint) row->household;
}
