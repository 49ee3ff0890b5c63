/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "score/ranking-private.h"

#include "score/lottery-private.h"

#include <string.h>

struct OrientaRanking {
  const OrientaBinding *binding;
  char *seed;     /* NULL: no lottery */
  GArray *keys;   /* of OrientaKey, those that Housing First adds included */
  guint64 *drawn; /* atomic, by household: the first eight bytes of its draw; 0: not drawn yet */
};

static void
add_key (GArray *keys, OrientaKeyKind kind, guint attribute, gboolean descending)
{
  for (guint i = 0; i < keys->len; i++) {
    const OrientaKey *key = &g_array_index (keys, OrientaKey, i);
    if (key->kind == kind && key->kind == ORIENTA_KEY_ATTRIBUTE && key->attribute == attribute)
      return;
  }
  OrientaKey key = { .kind = kind, .attribute = attribute, .descending = descending };
  g_array_append_val (keys, key);
}

static gboolean
names (const OrientaPolicy *policy, guint attribute)
{
  for (guint i = 0; i < policy->n_order; i++)
    if (policy->order[i].kind == ORIENTA_KEY_ATTRIBUTE && policy->order[i].attribute == attribute)
      return TRUE;
  return FALSE;
}

OrientaRanking *
orienta_ranking_new (const OrientaBinding *binding, const char *seed)
{
  OrientaRanking *self = g_new0 (OrientaRanking, 1);
  const OrientaPolicy *policy = binding->policy;
  self->binding = binding;
  self->seed = g_strdup (seed);
  self->keys = g_array_new (FALSE, FALSE, sizeof (OrientaKey));
  for (guint i = 0; i < policy->n_order; i++) {
    const OrientaKey *key = &policy->order[i];
    add_key (self->keys, key->kind, key->attribute, key->descending);
    if (key->kind != ORIENTA_KEY_POINTS)
      continue;
    if (!names (policy, ORIENTA_PAIR_IN_CHOICE)) /* HF6 */
      add_key (self->keys, ORIENTA_KEY_ATTRIBUTE, ORIENTA_PAIR_IN_CHOICE, TRUE);
    if (!names (policy, ORIENTA_UNIT_DURABLE)) /* HF9 */
      add_key (self->keys, ORIENTA_KEY_ATTRIBUTE, ORIENTA_UNIT_DURABLE, TRUE);
  }
  if (seed)
    self->drawn = g_new0 (guint64, binding->reg->n_households);
  return self;
}

void
orienta_ranking_free (OrientaRanking *self)
{
  if (!self)
    return;
  g_free (self->seed);
  g_array_unref (self->keys);
  g_free (self->drawn);
  g_free (self);
}

/* The first tier that is true of the pair, or their number. */
guint
orienta_ranking_tier (const OrientaBinding *binding, guint household, guint unit)
{
  const OrientaPolicy *policy = binding->policy;
  guint tier = 0;
  while (tier < policy->n_tiers
         && orienta_binding_truth (binding, policy->tiers[tier].when, household, (gint) unit) != ORIENTA_TRUE)
    tier++;
  return tier;
}

static guint64
draw (OrientaRanking *self, guint household)
{
  guint64 known = __atomic_load_n (&self->drawn[household], __ATOMIC_RELAXED);
  if (known != 0)
    return known;
  guint8 digest[ORIENTA_LOTTERY_BYTES];
  orienta_lottery_digest (self->seed, self->binding->reg->households[household].id, digest);
  memcpy (&known, digest, sizeof known);
  known = GUINT64_FROM_BE (known);
  __atomic_store_n (&self->drawn[household], known, __ATOMIC_RELAXED);
  return known;
}

static gint
compare_lottery (OrientaRanking *self, guint a, guint b)
{
  if (!self->seed || a == b)
    return 0;
  guint64 x = draw (self, a), y = draw (self, b);
  if (x != y)
    return x < y ? -1 : 1;
  guint8 whole[2][ORIENTA_LOTTERY_BYTES];
  orienta_lottery_digest (self->seed, self->binding->reg->households[a].id, whole[0]);
  orienta_lottery_digest (self->seed, self->binding->reg->households[b].id, whole[1]);
  return memcmp (whole[0], whole[1], ORIENTA_LOTTERY_BYTES);
}

/* What is not known comes last, whichever the direction. */
static gint
compare_values (gint64 a, gint64 b, gboolean descending)
{
  if (a == b)
    return 0;
  if (a == ORIENTA_UNKNOWN || b == ORIENTA_UNKNOWN)
    return a == ORIENTA_UNKNOWN ? 1 : -1;
  return (a < b) == descending ? 1 : -1;
}

static gint
compare_key (OrientaRanking *self, const OrientaKey *key, const OrientaCandidate *a, const OrientaCandidate *b)
{
  switch (key->kind) {
  case ORIENTA_KEY_POINTS:
    return compare_values (a->points, b->points, key->descending);
  case ORIENTA_KEY_LOTTERY:
    return compare_lottery (self, a->household, b->household);
  default:
    return compare_values (orienta_binding_value (self->binding, key->attribute, a->household, (gint) a->unit),
                           orienta_binding_value (self->binding, key->attribute, b->household, (gint) b->unit),
                           key->descending);
  }
}

/* Negative when `a` comes before `b`. */
gint
orienta_ranking_compare (OrientaRanking *self, const OrientaCandidate *a, const OrientaCandidate *b)
{
  if (a->tier != b->tier)
    return a->tier < b->tier ? -1 : 1;
  for (guint i = 0; i < self->keys->len; i++) {
    gint order = compare_key (self, &g_array_index (self->keys, OrientaKey, i), a, b);
    if (order != 0)
      return order;
  }
  if (a->household != b->household)
    return a->household < b->household ? -1 : 1;
  return (a->unit > b->unit) - (a->unit < b->unit);
}

/* Whether a key says something of a household by itself, whatever the home. */
static gboolean
reads_household (const OrientaRanking *self, const OrientaKey *key)
{
  return key->kind == ORIENTA_KEY_LOTTERY
         || (key->kind == ORIENTA_KEY_ATTRIBUTE
             && orienta_policy_attribute_of (self->binding->policy, key->attribute) == ORIENTA_OF_HOUSEHOLD);
}

/* The order of two households apart from any home: the keys that read the household alone, then the id. Negative when
 * `a` comes before `b`. */
gint
orienta_ranking_compare_households (OrientaRanking *self, guint a, guint b)
{
  OrientaCandidate x = { .household = a }, y = { .household = b };
  for (guint i = 0; i < self->keys->len; i++) {
    const OrientaKey *key = &g_array_index (self->keys, OrientaKey, i);
    gint order = reads_household (self, key) ? compare_key (self, key, &x, &y) : 0;
    if (order != 0)
      return order;
  }
  return (a > b) - (a < b);
}

/* A household with the value that is compared first. */
typedef struct {
  gint64 first;
  guint32 household;
} Placed;

/* The first key that reads the household alone, where it is an attribute; NULL: a draw, or none. */
static const OrientaKey *
find_first_key (const OrientaRanking *self)
{
  for (guint i = 0; i < self->keys->len; i++) {
    const OrientaKey *key = &g_array_index (self->keys, OrientaKey, i);
    if (reads_household (self, key))
      return key->kind == ORIENTA_KEY_ATTRIBUTE ? key : NULL;
  }
  return NULL;
}

static gint64
first_of (const OrientaRanking *self, const OrientaKey *key, guint household)
{
  gint64 value = orienta_binding_value (self->binding, key->attribute, household, -1);
  return orienta_ranking_place (value, key->descending);
}

static gint
compare_placed (gconstpointer a, gconstpointer b, gpointer ranking)
{
  const Placed *x = a, *y = b;
  if (x->first != y->first)
    return x->first < y->first ? -1 : 1;
  return orienta_ranking_compare_households (ranking, x->household, y->household);
}

/* Puts households into the order of orienta_ranking_compare_households(). What is compared first is read once of each:
 * it settles nearly all. */
void
orienta_ranking_order_households (OrientaRanking *self, guint n, guint32 *households)
{
  const OrientaKey *key = find_first_key (self);
  g_autofree Placed *placed = g_new (Placed, n);
  for (guint i = 0; i < n; i++)
    placed[i] = (Placed){ key ? first_of (self, key, households[i]) : 0, households[i] };
  g_qsort_with_data (placed, (gint) n, sizeof *placed, compare_placed, self);
  for (guint i = 0; i < n; i++)
    households[i] = placed[i].household;
}

OrientaRankingStart
orienta_ranking_start (const OrientaRanking *self)
{
  const OrientaKey *keys = (const OrientaKey *) self->keys->data;
  gboolean choice = self->keys->len > 1 && keys->kind == ORIENTA_KEY_ATTRIBUTE
                    && keys->attribute == ORIENTA_PAIR_IN_CHOICE && keys->descending;
  if (choice)
    keys++;
  if (self->keys->len == 0 || keys->kind != ORIENTA_KEY_POINTS || !keys->descending)
    return ORIENTA_START_OTHER;
  return choice ? ORIENTA_START_CHOICE : ORIENTA_START_POINTS;
}

/* Whether `a` certainly comes after `b`, by tier and points alone: cheap, and FALSE when that does not settle it. */
gboolean
orienta_ranking_is_behind (const OrientaRanking *self, const OrientaCandidate *a, const OrientaCandidate *b)
{
  if (a->tier != b->tier)
    return a->tier > b->tier;
  return orienta_ranking_start (self) == ORIENTA_START_POINTS && a->points < b->points;
}

/* What is compared after the tier, in order; what is then equal goes by household, then by unit. */
const GArray *
orienta_ranking_keys (const OrientaRanking *self)
{
  return self->keys;
}
