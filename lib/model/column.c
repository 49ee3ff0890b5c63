/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "model/column-private.h"

#include "base/text-private.h"

#include <string.h>

#define FIELD(type, member) .offset = offsetof (type, member), .size = sizeof (((type *) NULL)->member)
#define HOUSEHOLD(member) FIELD (OrientaHouseholdRow, member)
#define PERSON(member) FIELD (OrientaPersonLine, member)
#define UNIT(member) FIELD (OrientaUnitRow, member)
#define SERVICE(member) FIELD (OrientaServiceRow, member)
#define OUTCOME(member) FIELD (OrientaOutcomeRow, member)
#define OFFER(member) FIELD (OrientaOfferRow, member)

#define REQUIRED .required = TRUE
#define ID .kind = ORIENTA_COLUMN_ID, REQUIRED
#define CODE .kind = ORIENTA_COLUMN_CODE, .fallback = -1
#define REFERENCE(to) .kind = ORIENTA_COLUMN_REFERENCE, .table = ORIENTA_TABLE_##to, .fallback = -1
#define PLACES .kind = ORIENTA_COLUMN_PLACES, .table = ORIENTA_TABLE_TERRITORIES
#define DATE(of) .kind = ORIENTA_COLUMN_DATE, .day = ORIENTA_DAY_##of, .fallback = ORIENTA_NO_DATE
#define EURO .kind = ORIENTA_COLUMN_AMOUNT, .max = 1000000000
#define SURFACE(least) .kind = ORIENTA_COLUMN_AMOUNT, .min = least, .max = 100000, .fallback = ORIENTA_NO_AMOUNT
#define COUNT(least, most) .kind = ORIENTA_COLUMN_COUNT, .min = least, .max = most
#define WORD(list) .kind = ORIENTA_COLUMN_WORD, .words = &orienta_##list
#define MASK(list) .kind = ORIENTA_COLUMN_MASK, .words = &orienta_##list
#define BOOL .kind = ORIENTA_COLUMN_BOOL
#define UNSAID .fallback = -1
#define NO_AMOUNT .fallback = ORIENTA_NO_AMOUNT

/* clang-format off */
static const OrientaColumn households[] = {
  { "id", ID, HOUSEHOLD (id) },
  { "request_date", DATE (DATING), REQUIRED, HOUSEHOLD (request_date) },
  { "referral_date", DATE (DATING), HOUSEHOLD (referral_date) },
  { "last_contact", DATE (DATING), HOUSEHOLD (last_contact) },
  { "referrer", CODE, HOUSEHOLD (referrer) },
  { "territory", REFERENCE (TERRITORIES), HOUSEHOLD (territory) },
  { "situation", WORD (situations), UNSAID, HOUSEHOLD (situation) },
  { "adults", COUNT (0, 30), UNSAID, HOUSEHOLD (adults) },
  { "children", COUNT (0, 30), UNSAID, HOUSEHOLD (children) },
  { "births_expected", COUNT (0, 9), HOUSEHOLD (births_expected) },
  { "income_year", EURO, NO_AMOUNT, HOUSEHOLD (income_year) },
  { "income_month", EURO, NO_AMOUNT, HOUSEHOLD (income_month) },
  { "rent_now", EURO, NO_AMOUNT, HOUSEHOLD (rent_now) },
  { "rooms_now", COUNT (0, 30), UNSAID, HOUSEHOLD (rooms_now) },
  { "surface_now", SURFACE (0), HOUSEHOLD (surface_now) },
  { "needs", .kind = ORIENTA_COLUMN_NEEDS, .words = &orienta_needs, HOUSEHOLD (needs) },
  { "support_accepted", .kind = ORIENTA_COLUMN_SUPPORT, .words = &orienta_supports, UNSAID, HOUSEHOLD (support_accepted) },
  { "priority", .kind = ORIENTA_COLUMN_PRIORITY, HOUSEHOLD (priority) },
  { "wants_territories", PLACES, HOUSEHOLD (wants_territories) },
  { "avoids_territories", PLACES, HOUSEHOLD (avoids_territories) },
  { "wants_kinds", MASK (kinds), HOUSEHOLD (wants_kinds) },
  { "refuses_kinds", MASK (kinds), HOUSEHOLD (refuses_kinds) },
  { "access", WORD (accesses), HOUSEHOLD (access) },
  { "pets", BOOL, HOUSEHOLD (pets) },
  { "occupies", REFERENCE (UNITS), HOUSEHOLD (occupies) },
  { "verified", .kind = ORIENTA_COLUMN_VERIFIED, HOUSEHOLD (verified) },
};

static const OrientaColumn persons[] = {
  { "household_id", REFERENCE (HOUSEHOLDS), REQUIRED, PERSON (household) },
  { "birth_date", DATE (PAST), PERSON (person.birth_date) },
  { "role", WORD (roles), REQUIRED, UNSAID, PERSON (person.role) },
  { "disability", BOOL, PERSON (person.disability) },
  { "custody", WORD (custodies), PERSON (person.custody) },
  { "situation", WORD (situations), UNSAID, PERSON (person.situation) },
};

static const OrientaColumn units[] = {
  { "id", ID, UNIT (id) },
  { "kind", WORD (kinds), REQUIRED, UNIT (kind) },
  { "territory", REFERENCE (TERRITORIES), REQUIRED, UNIT (territory) },
  { "zone", WORD (zones), .fallback = ORIENTA_ZONE_OTHER, UNIT (zone) },
  { "rooms", COUNT (1, 30), UNSAID, UNIT (rooms) },
  { "surface", SURFACE (100), UNIT (surface) },
  { "rent", EURO, NO_AMOUNT, UNIT (rent) },
  { "charges", EURO, UNIT (charges) },
  { "housing_aid", EURO, UNIT (housing_aid) },
  { "places", COUNT (0, 100000), .fallback = 1, UNIT (places) },
  { "access", WORD (accesses), UNIT (access) },
  { "pets", BOOL, UNSAID, UNIT (pets) },
  { "available_from", DATE (ANY), UNIT (available_from) },
  { "lease", WORD (leases), UNSAID, UNIT (lease) },
  { "contingent", CODE, UNIT (contingent) },
  { "landlord", CODE, UNIT (landlord) },
  { "qpv", BOOL, UNIT (qpv) },
  { "onsite_support", BOOL, UNIT (onsite_support) },
  { "min_age", COUNT (0, 120), UNSAID, UNIT (min_age) },
  { "max_age", COUNT (0, 120), UNSAID, UNIT (max_age) },
};

static const OrientaColumn services[] = {
  { "id", ID, SERVICE (id) },
  { "territories", PLACES, SERVICE (territories) },
  { "needs", MASK (needs), SERVICE (needs) },
  { "max_level", WORD (levels), .min = ORIENTA_LEVEL_LOW, .max = ORIENTA_LEVEL_HIGH, .fallback = ORIENTA_LEVEL_HIGH, SERVICE (max_level) },
  { "slots", .kind = ORIENTA_COLUMN_SLOTS, .max = 1000000, SERVICE (slots) },
};

static const OrientaColumn territories[] = {
  { "id", ID, FIELD (OrientaTerritoryRow, id) },
  { "parent", REFERENCE (TERRITORIES), FIELD (OrientaTerritoryRow, parent) },
};

static const OrientaColumn outcomes[] = {
  { "household_id", REFERENCE (HOUSEHOLDS), REQUIRED, OUTCOME (household) },
  { "unit_id", REFERENCE (UNITS), OUTCOME (unit) },
  { "kind", WORD (kinds), UNSAID, OUTCOME (kind) },
  { "value", .kind = ORIENTA_COLUMN_NUMBER, REQUIRED, OUTCOME (value) },
};

static const OrientaColumn offers[] = {
  { "household_id", REFERENCE (HOUSEHOLDS), REQUIRED, OFFER (household) },
  { "unit_id", REFERENCE (UNITS), REQUIRED, OFFER (unit) },
  { "date", DATE (DATING), REQUIRED, OFFER (date) },
  { "outcome", WORD (offer_outcomes), REQUIRED, OFFER (outcome) },
  { "reason", WORD (offer_reasons), UNSAID, OFFER (reason) },
};

#define TABLE(row, noun, columns) { #columns, noun, sizeof (row), columns, G_N_ELEMENTS (columns) }

static const struct {
  const char *name, *noun;
  gsize row_size;
  const OrientaColumn *columns;
  guint n;
} tables[] = {
  TABLE (OrientaHouseholdRow, "household", households),
  TABLE (OrientaPersonLine, "person", persons),
  TABLE (OrientaUnitRow, "unit", units),
  TABLE (OrientaServiceRow, "service", services),
  TABLE (OrientaTerritoryRow, "territory", territories),
  TABLE (OrientaOutcomeRow, "outcome", outcomes),
  TABLE (OrientaOfferRow, "offer", offers),
};
G_STATIC_ASSERT (G_N_ELEMENTS (tables) == ORIENTA_N_TABLES);
/* clang-format on */

/* "households": the file without its ending, the member of a document. */
const char *
orienta_table_name (OrientaTable table)
{
  return tables[table].name;
}

/* "household": one line of it. */
const char *
orienta_table_noun (OrientaTable table)
{
  return tables[table].noun;
}

static OrientaVocabulary *
local_words (const OrientaLocalColumn *local)
{
  guint n = local->words ? g_strv_length (local->words) : 0;
  OrientaWord *words = g_new0 (OrientaWord, n);
  for (guint i = 0; i < n; i++)
    words[i].word = local->words[i];
  OrientaVocabulary *vocabulary = g_new0 (OrientaVocabulary, 1);
  vocabulary->words = words;
  vocabulary->n = n;
  return vocabulary;
}

static OrientaColumn
local_column (const OrientaLocalColumn *local, guint number)
{
  static const OrientaColumnKind kinds[] = {
    [ORIENTA_TYPE_BOOL] = ORIENTA_COLUMN_BOOL,  [ORIENTA_TYPE_NUMBER] = ORIENTA_COLUMN_NUMBER,
    [ORIENTA_TYPE_DATE] = ORIENTA_COLUMN_DATE,  [ORIENTA_TYPE_WORD] = ORIENTA_COLUMN_WORD,
    [ORIENTA_TYPE_WORDS] = ORIENTA_COLUMN_MASK,
  };
  g_assert (local->type < G_N_ELEMENTS (kinds));
  OrientaColumn column = { .name = local->name, .kind = kinds[local->type], .fallback = ORIENTA_UNKNOWN };
  column.words = local_words (local);
  column.local = number + 1;
  return column;
}

static gboolean
extends (const OrientaLocalColumn *local, OrientaTable table)
{
  return table == (local->of == ORIENTA_OF_HOUSEHOLD ? ORIENTA_TABLE_HOUSEHOLDS : ORIENTA_TABLE_UNITS);
}

/* `locals` must outlive the columns. */
void
orienta_columns_init (OrientaColumns *self, OrientaTable table, const OrientaLocalColumn *locals, guint n_locals)
{
  guint n = tables[table].n;
  self->columns = g_new (OrientaColumn, n + n_locals);
  memcpy (self->columns, tables[table].columns, n * sizeof (OrientaColumn));
  for (guint i = 0; i < n_locals; i++)
    if (extends (&locals[i], table))
      self->columns[n++] = local_column (&locals[i], i);
  self->n = n;
  self->row_size = tables[table].row_size;
  self->blank = g_malloc0 (self->row_size);
  if (table == ORIENTA_TABLE_HOUSEHOLDS)
    ((OrientaHouseholdRow *) self->blank)->birth_date = ORIENTA_NO_DATE;
  self->by_name = g_hash_table_new (g_str_hash, g_str_equal);
  for (guint i = 0; i < n; i++) {
    g_hash_table_insert (self->by_name, (gpointer) self->columns[i].name, &self->columns[i]);
    if (!self->columns[i].local && !orienta_column_is_list (&self->columns[i])
        && self->columns[i].kind != ORIENTA_COLUMN_ID)
      orienta_column_store (&self->columns[i], self->blank, self->columns[i].fallback);
  }
}

void
orienta_columns_clear (OrientaColumns *self)
{
  for (guint i = 0; i < self->n; i++)
    if (self->columns[i].local) {
      g_free ((gpointer) self->columns[i].words->words);
      g_free ((gpointer) self->columns[i].words);
    }
  g_clear_pointer (&self->columns, g_free);
  g_clear_pointer (&self->by_name, g_hash_table_unref);
  g_clear_pointer (&self->blank, g_free);
}

/* NULL where there is none of that name. */
const OrientaColumn *
orienta_columns_find (const OrientaColumns *self, const char *name)
{
  return g_hash_table_lookup (self->by_name, name);
}

/* The fault of a column that does not exist, with the name that was perhaps meant. Free with g_free(). */
char *
orienta_columns_unknown (const OrientaColumns *self, const char *noun, const char *name)
{
  g_autofree const char **names = g_new (const char *, self->n);
  for (guint i = 0; i < self->n; i++)
    names[i] = self->columns[i].name;
  const char *nearest = orienta_text_nearest (name, names, self->n);
  g_autofree char *quoted = orienta_text_quote (name, -1);
  if (!nearest)
    return g_strdup_printf ("%s %s is not known", noun, quoted);
  return g_strdup_printf ("%s %s is not known; did you mean \"%s\"?", noun, quoted, nearest);
}

gint64
orienta_column_load (const OrientaColumn *self, gconstpointer row)
{
  gconstpointer field = (const char *) row + self->offset;
  switch (self->size) {
  case 1:
    return *(const gint8 *) field;
  case 2:
    return *(const gint16 *) field;
  case 4:
    return *(const gint32 *) field;
  default:
    return *(const gint64 *) field;
  }
}

void
orienta_column_store (const OrientaColumn *self, gpointer row, gint64 value)
{
  gpointer field = (char *) row + self->offset;
  switch (self->size) {
  case 1:
    *(gint8 *) field = (gint8) value;
    break;
  case 2:
    *(gint16 *) field = (gint16) value;
    break;
  case 4:
    *(gint32 *) field = (gint32) value;
    break;
  default:
    *(gint64 *) field = value;
  }
}

gboolean
orienta_column_is_list (const OrientaColumn *self)
{
  return self->kind >= ORIENTA_COLUMN_PLACES;
}

static char *
one_of (const OrientaColumn *self)
{
  GString *out = g_string_new ("one of ");
  guint last = self->max > 0 ? (guint) self->max : self->words->n - 1;
  for (guint i = (guint) self->min; i <= last; i++)
    g_string_append_printf (out, "%s%s", i > self->min ? ", " : "", self->words->words[i].word);
  return g_string_free (out, FALSE);
}

/* What a cell of it should be, to end the sentence "… is not". Free with g_free(). */
char *
orienta_column_expected (const OrientaColumn *self)
{
  switch (self->kind) {
  case ORIENTA_COLUMN_DATE:
    return g_strdup ("a date such as 2026-11-22 or 22/11/2026, from 1900 to 2199");
  case ORIENTA_COLUMN_AMOUNT:
    return g_strdup_printf ("a number from %d to %d with at most two decimals", (gint) (self->min / 100),
                            (gint) (self->max / 100));
  case ORIENTA_COLUMN_NUMBER:
    return g_strdup ("a number from -1000000000 to 1000000000 with at most six decimals");
  case ORIENTA_COLUMN_COUNT:
    return g_strdup_printf ("a whole number from %d to %d", (gint) self->min, (gint) self->max);
  case ORIENTA_COLUMN_BOOL:
    return g_strdup ("one of true, false, yes, no, oui, non, vrai, faux, 1, 0");
  case ORIENTA_COLUMN_WORD:
  case ORIENTA_COLUMN_MASK:
    return one_of (self);
  case ORIENTA_COLUMN_SUPPORT:
    return g_strdup ("one of none, low, high, no, yes");
  case ORIENTA_COLUMN_PRIORITY:
    return g_strdup ("a code (1 to 32 of a-z0-9._:-)");
  case ORIENTA_COLUMN_NEEDS: {
    g_autofree char *needs = one_of (self);
    return g_strdup_printf ("%s, alone or with :none, :dormant, :low, :high, :unknown", needs);
  }
  case ORIENTA_COLUMN_SLOTS:
    return g_strdup_printf ("a whole number from 0 to %d, or name:number once for each name", (gint) self->max);
  default:
    return g_strdup ("an id (1 to 64 of A-Za-z0-9._:-)");
  }
}
