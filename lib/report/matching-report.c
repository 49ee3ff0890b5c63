/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* What a commission reads of a matching: its pairs in the order of homes, who is left in the order of nearness, what a
 * place is worth by kind and part of the territory, and what it does to each group beside another matching. */
#include "report/matching-report-private.h"

#include "report/report-private.h"

OrientaMatchingReport *
orienta_matching_report_ref (OrientaMatchingReport *self)
{
  g_return_val_if_fail (self != NULL, NULL);
  g_atomic_ref_count_inc (&self->references);
  return self;
}

void
orienta_matching_report_unref (OrientaMatchingReport *self)
{
  if (!self || !g_atomic_ref_count_dec (&self->references))
    return;
  orienta_matching_unref (self->matching);
  orienta_matching_unref (self->baseline);
  g_free (self->pairs);
  g_free (self->unmatched);
  g_free (self->moves);
  g_free (self->free);
  g_free (self->left);
  g_array_unref (self->prices);
  g_free (self);
}

/* -- orders -- */

static gint
by_home (gconstpointer a, gconstpointer b, gpointer data)
{
  const OrientaMatching *matching = data;
  const OrientaMatched *x = &matching->pairs[*(const guint *) a], *y = &matching->pairs[*(const guint *) b];
  if (x->unit != y->unit)
    return x->unit < y->unit ? -1 : 1;
  if (x->points != y->points)
    return x->points > y->points ? -1 : 1;
  return x->household < y->household ? -1 : 1;
}

/* Equal points, then points that are missing, then what no points would do; last of all those to whom nothing is open.
 */
static guint
distance_of (OrientaReasonCode reason)
{
  switch (reason) {
  case ORIENTA_REASON_MATCH_TIED:
    return 0;
  case ORIENTA_REASON_MATCH_OUTSCORED:
  case ORIENTA_REASON_MATCH_RESERVED:
  case ORIENTA_REASON_MATCH_SLOT_RESERVED:
    return 1;
  case ORIENTA_REASON_NOTHING_ELIGIBLE:
    return 3;
  default:
    return 2;
  }
}

static gint
by_nearness (gconstpointer a, gconstpointer b, gpointer data)
{
  const OrientaMatching *matching = data;
  const OrientaUnmatched *x = &matching->unmatched[*(const guint *) a], *y = &matching->unmatched[*(const guint *) b];
  guint of_x = distance_of (x->reason), of_y = distance_of (y->reason);
  if (of_x != of_y)
    return of_x < of_y ? -1 : 1;
  if (x->margin != y->margin)
    return x->margin < y->margin ? -1 : 1;
  if (x->reason != y->reason)
    return x->reason < y->reason ? -1 : 1;
  return x->household < y->household ? -1 : 1;
}

static guint *
order_of (guint n, GCompareDataFunc compare, OrientaMatching *matching)
{
  guint *order = g_new (guint, n);
  for (guint i = 0; i < n; i++)
    order[i] = i;
  if (n > 0)
    g_qsort_with_data (order, (gint) n, sizeof (guint), compare, matching);
  return order;
}

/* -- figures -- */

static void
count_places (OrientaMatchingReport *self)
{
  const OrientaMatching *matching = self->matching;
  const OrientaRegister *reg = matching->binding->reg;
  self->free = g_new (guint32, reg->n_units);
  self->left = g_new0 (guint32, reg->n_units);
  for (guint unit = 0; unit < reg->n_units; unit++)
    self->n_places += self->free[unit] = (guint32) reg->units[unit].places;
  for (guint i = 0; i < matching->n_pairs; i++) {
    self->free[matching->pairs[i].unit]--;
    if (matching->pairs[i].left < 0)
      continue;
    self->free[matching->pairs[i].left]++;
    self->left[matching->pairs[i].left]++;
  }
  for (guint unit = 0; unit < reg->n_units; unit++)
    self->n_free += self->free[unit];
}

static void
count_pairs (OrientaMatchingReport *self)
{
  for (guint i = 0; i < self->matching->n_pairs; i++) {
    const OrientaMatched *pair = &self->matching->pairs[i];
    self->n_in_choice += pair->in_choice;
    self->n_to_verify += pair->status == ORIENTA_TO_VERIFY;
    self->n_lacking += pair->lacks_support;
    self->n_leaving += pair->left >= 0;
  }
  for (guint i = 0; self->baseline && i < self->baseline->n_pairs; i++)
    self->n_leaving_before += self->baseline->pairs[i].left >= 0;
}

/* How many moves the chain has that begins with this one; 0 where it is not its first. */
guint
orienta_matching_chain_length (const OrientaMatching *self, guint move)
{
  guint chain = g_array_index (self->moves, OrientaMove, move).chain, n = 0;
  if (move > 0 && g_array_index (self->moves, OrientaMove, move - 1).chain == chain)
    return 0;
  while (move + n < self->moves->len && g_array_index (self->moves, OrientaMove, move + n).chain == chain)
    n++;
  return n;
}

static void
count_moves (OrientaMatchingReport *self)
{
  const OrientaMatching *matching = self->matching;
  self->moves = g_new (gint32, matching->n_pairs);
  for (guint i = 0; i < matching->moves->len; i++) {
    self->moves[g_array_index (matching->moves, OrientaMove, i).pair] = (gint32) i;
    self->n_chains += orienta_matching_chain_length (matching, i) > 1;
  }
  for (guint chain = 0; chain < matching->n_chains; chain++)
    self->n_exchanges += matching->exchanges[chain];
}

static void
compare (OrientaMatchingReport *self)
{
  const OrientaMatching *matching = self->matching, *baseline = self->baseline;
  for (guint household = 0; baseline && household < matching->binding->reg->n_households; household++) {
    gint32 after = matching->pair_of[household], before = baseline->pair_of[household];
    if (after >= 0 && before >= 0)
      self->exchange.move += matching->pairs[after].unit != baseline->pairs[before].unit;
    self->exchange.enter += after >= 0 && before < 0;
    self->exchange.leave += after < 0 && before >= 0;
  }
}

/* -- groups of households -- */

static void
count_one (const OrientaMatchingReport *self, guint household, OrientaEffect *effect)
{
  effect->n++;
  effect->housed += self->matching->pair_of[household] >= 0;
  effect->housed_before += self->baseline && self->baseline->pair_of[household] >= 0;
}

OrientaEffect
orienta_matching_effect_all (const OrientaMatchingReport *self)
{
  OrientaEffect effect = { 0 };
  for (guint i = 0; i < self->matching->binding->reg->n_households; i++)
    count_one (self, i, &effect);
  return effect;
}

/* A household with several needs counts under each. */
OrientaEffect
orienta_matching_effect_need (const OrientaMatchingReport *self, guint need)
{
  const OrientaRegister *reg = self->matching->binding->reg;
  OrientaEffect effect = { 0 };
  for (guint i = 0; i < reg->n_households; i++)
    if (reg->households[i].needs[need] == ORIENTA_LEVEL_LOW || reg->households[i].needs[need] == ORIENTA_LEVEL_HIGH)
      count_one (self, i, &effect);
  return effect;
}

OrientaEffect
orienta_matching_effect_situation (const OrientaMatchingReport *self, guint situation)
{
  const OrientaRegister *reg = self->matching->binding->reg;
  OrientaEffect effect = { 0 };
  for (guint i = 0; i < reg->n_households; i++)
    if (reg->households[i].situation == (gint8) situation)
      count_one (self, i, &effect);
  return effect;
}

/* -- what a place is worth -- */

static gboolean
holds_all_units (const OrientaRegister *reg, gint32 territory)
{
  for (guint unit = 0; unit < reg->n_units; unit++)
    if (!orienta_territory_is_within (reg, reg->units[unit].territory, territory))
      return FALSE;
  return TRUE;
}

/* The largest territory around a home that does not hold all homes: the whole department would say nothing. */
static gint32
part_of (const OrientaRegister *reg, guint unit)
{
  gint32 territory = reg->units[unit].territory;
  while (reg->territories[territory].parent >= 0 && !holds_all_units (reg, reg->territories[territory].parent))
    territory = reg->territories[territory].parent;
  return territory;
}

/* Whether a place of `a` is worth more than one of `b`: by what the matching has most of, then by the other. */
static gint
compare_worths (const OrientaMatching *matching, guint a, guint b)
{
  const OrientaWorth *x = &matching->worths[a], *y = &matching->worths[b];
  gboolean households = matching->options->objective == ORIENTA_OBJECTIVE_HOUSEHOLDS;
  if (households && x->gain_housed != y->gain_housed)
    return x->gain_housed > y->gain_housed ? -1 : 1;
  if (x->gain != y->gain)
    return x->gain > y->gain ? -1 : 1;
  if (x->gain_housed != y->gain_housed)
    return x->gain_housed > y->gain_housed ? -1 : 1;
  return a < b ? -1 : a > b;
}

static gint
by_worth (gconstpointer a, gconstpointer b, gpointer data)
{
  return compare_worths (data, ((const OrientaPricing *) a)->unit, ((const OrientaPricing *) b)->unit);
}

static void
add_price (OrientaMatchingReport *self, guint unit)
{
  const OrientaRegister *reg = self->matching->binding->reg;
  OrientaPricing fresh = { unit, part_of (reg, unit), 1 };
  for (guint i = 0; i < self->prices->len; i++) {
    OrientaPricing *price = &g_array_index (self->prices, OrientaPricing, i);
    if (price->territory != fresh.territory || reg->units[price->unit].kind != reg->units[unit].kind)
      continue;
    price->n_units++;
    if (compare_worths (self->matching, unit, price->unit) < 0)
      price->unit = unit;
    return;
  }
  g_array_append_val (self->prices, fresh);
}

/* Only what is worth something is told. */
static void
read_prices (OrientaMatchingReport *self)
{
  const OrientaMatching *matching = self->matching;
  self->prices = g_array_new (FALSE, FALSE, sizeof (OrientaPricing));
  for (guint unit = 0; matching->worths && unit < matching->binding->reg->n_units; unit++)
    add_price (self, unit);
  g_array_sort_with_data (self->prices, by_worth, self->matching);
  while (self->prices->len > 0) {
    const OrientaPricing *last = &g_array_index (self->prices, OrientaPricing, self->prices->len - 1);
    if (matching->worths[last->unit].gain > 0 || matching->worths[last->unit].gain_housed > 0)
      break;
    g_array_set_size (self->prices, self->prices->len - 1);
  }
}

/**
 * orienta_matching_report_new:
 * @baseline: (nullable): another matching of the same register, to compare with: what is done today, or was decided
 * before
 *
 * What a commission reads of a matching, once for all forms. Nothing is matched again.
 *
 * Returns: (transfer full): the report
 */
OrientaMatchingReport *
orienta_matching_report_new (OrientaMatching *matching, OrientaMatching *baseline)
{
  g_return_val_if_fail (matching != NULL, NULL);
  g_return_val_if_fail (!baseline || baseline->binding->reg == matching->binding->reg
                            || g_str_equal (orienta_register_get_sha256 (baseline->binding->reg),
                                            orienta_register_get_sha256 (matching->binding->reg)),
                        NULL);
  OrientaMatchingReport *self = g_new0 (OrientaMatchingReport, 1);
  g_atomic_ref_count_init (&self->references);
  self->matching = orienta_matching_ref (matching);
  self->baseline = baseline ? orienta_matching_ref (baseline) : NULL;
  self->pairs = order_of (matching->n_pairs, by_home, matching);
  self->unmatched = order_of (matching->n_unmatched, by_nearness, matching);
  count_places (self);
  count_pairs (self);
  count_moves (self);
  compare (self);
  read_prices (self);
  return self;
}

/* What is said of a unit, and how many places become free in it. */
char **
orienta_matching_unit_facts (const OrientaMatchingReport *self, guint unit, OrientaLanguage language)
{
  char **facts = orienta_unit_facts (self->matching->binding->reg, unit, language);
  guint n = g_strv_length (facts), left = self->left[unit];
  if (left == 0)
    return facts;
  facts = g_renew (char *, facts, n + 2);
  facts[n] =
      g_strdup_printf ("%u\u00a0%s", left,
                       orienta_say_n (language, left, "place libérée par un départ", "places libérées par des départs",
                                      "place left by a move", "places left by moves"));
  facts[n + 1] = NULL;
  return facts;
}
