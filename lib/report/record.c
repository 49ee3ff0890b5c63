/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* The record: what was asked, of whom, under which policy, what came out, and its proof. Canonical JSON (RFC 8785), so
 * that the same question gives the same bytes everywhere. */
#include "report/record-private.h"

#include "io/json-private.h"
#include "match/match-options-private.h"
#include "rules/verdict-private.h"

#define EXACT (G_GINT64_CONSTANT (1) << 53) /* what a double holds exactly */

/* -- words -- */

const char *const orienta_mechanism_words[] = { "optimal", "sequential", "stable", "given", NULL };
const char *const orienta_objective_words[] = { "points", "households", NULL };
const char *const orienta_unit_order_words[] = { "as_listed", "by_date", "scarce_first", NULL };
const char *const orienta_support_use_words[] = { "policy", "required", "preferred", "ignored", NULL };
const char *const orienta_prices_words[] = { "quick", "none", "all", NULL };
const char *const orienta_match_status_words[] = { "optimal", "bounded", "infeasible", "plain", NULL };
static const char *const limit_kinds[] = { "quota", "service", "baseline", "keep" };
static const char *const level_kinds[] = { "bound", "points", "housed", "in_choice", "durable" };

/* -- numbers -- */

/* A whole number; beyond what every reader of JSON keeps, as text. */
static void
append_whole (GString *out, gint64 value)
{
  gboolean wide = value > EXACT || value < -EXACT;
  g_string_append_printf (out, wide ? "\"%" G_GINT64_FORMAT "\"" : "%" G_GINT64_FORMAT, value);
}

static void
answer_whole (GString *out, const char *name, gint64 value)
{
  orienta_answer_key (out, name);
  append_whole (out, value);
}

/* G_MININT64 and G_MAXINT64 are no number: null. */
static void
answer_bound (GString *out, const char *name, gint64 value)
{
  if (value == G_MININT64 || value == G_MAXINT64)
    orienta_answer_text (out, name, NULL);
  else
    answer_whole (out, name, value);
}

static void
begin (GString *out, const char *name, char bracket)
{
  orienta_answer_key (out, name);
  g_string_append_c (out, bracket);
}

static void
next (GString *out)
{
  orienta_answer_next (out);
  g_string_append_c (out, '{');
}

static const char *
unit_id (const OrientaMatching *self, gint unit)
{
  return unit < 0 ? NULL : self->binding->reg->units[unit].id;
}

static const char *
household_id (const OrientaMatching *self, guint household)
{
  return self->binding->reg->households[household].id;
}

/* -- parts, in the order of their names -- */

static void
append_wholes (GString *out, const char *name, guint n, const gint64 *values)
{
  begin (out, name, '[');
  for (guint i = 0; i < n; i++) {
    orienta_answer_next (out);
    append_whole (out, values[i]);
  }
  g_string_append_c (out, ']');
}

/* By unit, its price at each level; units that cost nothing are left out. */
static void
append_prices (GString *out, const OrientaMatching *self)
{
  guint n_units = self->binding->reg->n_units;
  begin (out, "prices", '[');
  for (guint unit = 0; self->prices && !self->by_program && unit < n_units; unit++) {
    g_autofree gint64 *own = g_new (gint64, self->n_levels);
    gboolean any = FALSE;
    for (guint level = 0; level < self->n_levels; level++) {
      own[level] = self->prices[(gsize) level * n_units + unit];
      any = any || own[level] != 0;
    }
    if (!any)
      continue;
    next (out);
    append_wholes (out, "prices", self->n_levels, own);
    orienta_answer_text (out, "unit", unit_id (self, (gint) unit));
    g_string_append_c (out, '}');
  }
  g_string_append_c (out, ']');
}

static void
append_certificate (GString *out, const OrientaMatching *self)
{
  const OrientaPolicy *policy = self->binding->policy;
  begin (out, "certificate", '{');
  append_wholes (out, "bounds", self->bounds ? self->n_levels : 0, self->bounds);
  begin (out, "levels", '[');
  for (guint i = 0; self->bounds && i < self->n_levels; i++) {
    const OrientaMatchLevel *level = &self->levels[i];
    next (out);
    orienta_answer_text (out, "level", level_kinds[level->kind]);
    orienta_answer_text (
        out, "tier",
        level->kind == ORIENTA_LEVEL_POINTS && level->tier < policy->n_tiers ? policy->tiers[level->tier].id : NULL);
    g_string_append_c (out, '}');
  }
  g_string_append_c (out, ']');
  append_prices (out, self);
  append_wholes (out, "totals", self->totals ? self->n_levels : 0, self->totals);
  g_string_append_c (out, '}');
}

static void
append_conflicts (GString *out, const OrientaMatching *self)
{
  begin (out, "conflicts", '[');
  for (guint i = 0; i < self->conflicts->len; i++) {
    const OrientaConflict *conflict = &g_array_index (self->conflicts, OrientaConflict, i);
    next (out);
    answer_whole (out, "gap", conflict->gap);
    orienta_answer_count (out, "limit", conflict->limit);
    g_string_append_c (out, '}');
  }
  g_string_append_c (out, ']');
}

static void
append_engine (GString *out, const OrientaMatching *self)
{
  begin (out, "engine", '{');
  orienta_answer_text (out, "highs", self->by_program ? orienta_highs_version () : NULL);
  orienta_answer_text (out, "version", orienta_version ());
  g_string_append_c (out, '}');
}

static void
append_limits (GString *out, const OrientaMatching *self)
{
  begin (out, "limits", '[');
  for (guint i = 0; i < self->limits->len; i++) {
    const OrientaLimit *limit = &g_array_index (self->limits, OrientaLimit, i);
    next (out);
    answer_whole (out, "amount", limit->amount);
    orienta_answer_text (out, "bound", limit->bound);
    if (limit->has_worth) {
      orienta_answer_points (out, "gain", limit->worth.gain);
      answer_whole (out, "gain_housed", limit->worth.gain_housed);
    }
    orienta_answer_bool (out, "holds", limit->amount >= limit->least && limit->amount <= limit->most);
    orienta_answer_text (out, "id", limit->id);
    orienta_answer_text (out, "kind", limit_kinds[limit->kind]);
    answer_bound (out, "least", limit->least);
    if (limit->has_loss) {
      orienta_answer_points (out, "loss", limit->worth.loss);
      answer_whole (out, "loss_housed", limit->worth.loss_housed);
    }
    answer_bound (out, "most", limit->most);
    orienta_answer_text (out, "part", limit->part);
    g_string_append_c (out, '}');
  }
  g_string_append_c (out, ']');
}

static void
append_moves (GString *out, const OrientaMatching *self)
{
  guint move = 0;
  begin (out, "moves", '[');
  for (guint chain = 0; chain < self->n_chains; chain++) {
    next (out);
    orienta_answer_bool (out, "exchange", self->exchanges[chain]);
    begin (out, "households", '[');
    for (; move < self->moves->len && g_array_index (self->moves, OrientaMove, move).chain == chain; move++) {
      orienta_answer_next (out);
      orienta_json_quote (
          out, household_id (self, self->pairs[g_array_index (self->moves, OrientaMove, move).pair].household));
    }
    g_string_append (out, "]}");
  }
  g_string_append_c (out, ']');
}

static void
append_named_pairs (GString *out, const char *name, const GArray *pairs)
{
  begin (out, name, '[');
  for (guint i = 0; i < pairs->len; i++) {
    const OrientaNamedPair *pair = &g_array_index (pairs, OrientaNamedPair, i);
    next (out);
    orienta_answer_text (out, "household", pair->household);
    orienta_answer_text (out, "unit", pair->unit);
    g_string_append_c (out, '}');
  }
  g_string_append_c (out, ']');
}

/* Whether a pair of the baseline can bind anybody: both are in this register, and it is open under this policy. */
static gboolean
can_bind (const OrientaMatching *self, const char *household, const char *unit)
{
  gint place = orienta_register_find_household (self->binding->reg, household);
  gint home = orienta_register_find_unit (self->binding->reg, unit);
  return place >= 0 && home >= 0
         && orienta_verdict_status (self->binding, (guint) place, (guint) home) != ORIENTA_INELIGIBLE;
}

/* null, or the pairs that can bind and what may be lost. */
static void
append_baseline (GString *out, const OrientaMatching *self)
{
  const OrientaMatching *baseline = self->options->baseline;
  if (!baseline) {
    orienta_answer_text (out, "baseline", NULL);
    return;
  }
  begin (out, "baseline", '{');
  orienta_answer_points (out, "most_loss", self->options->most_loss);
  begin (out, "pairs", '[');
  for (guint i = 0; i < baseline->n_pairs; i++) {
    const char *household = household_id (baseline, baseline->pairs[i].household);
    const char *unit = unit_id (baseline, (gint) baseline->pairs[i].unit);
    if (!can_bind (self, household, unit))
      continue;
    next (out);
    orienta_answer_text (out, "household", household);
    orienta_answer_text (out, "unit", unit);
    g_string_append_c (out, '}');
  }
  g_string_append (out, "]}");
}

/* Where there are any. */
static void
append_reserves (GString *out, const GArray *reserves)
{
  if (reserves->len == 0)
    return;
  begin (out, "reserves", '[');
  for (guint i = 0; i < reserves->len; i++) {
    const OrientaNamedReserve *reserve = &g_array_index (reserves, OrientaNamedReserve, i);
    next (out);
    orienta_answer_points (out, "points", reserve->points);
    orienta_answer_text (out, "unit", reserve->unit);
    g_string_append_c (out, '}');
  }
  g_string_append_c (out, ']');
}

static void
append_slot_reserves (GString *out, const GArray *reserves)
{
  if (reserves->len == 0)
    return;
  begin (out, "slot_reserves", '[');
  for (guint i = 0; i < reserves->len; i++) {
    const OrientaNamedSlotReserve *reserve = &g_array_index (reserves, OrientaNamedSlotReserve, i);
    next (out);
    orienta_answer_points (out, "points", reserve->points);
    orienta_answer_text (out, "service", reserve->service);
    orienta_answer_text (out, "slots", reserve->slots);
    g_string_append_c (out, '}');
  }
  g_string_append_c (out, ']');
}

static void
append_options (GString *out, const OrientaMatching *self)
{
  const OrientaMatchOptions *options = self->options;
  char seconds[G_ASCII_DTOSTR_BUF_SIZE];
  begin (out, "options", '{');
  append_named_pairs (out, "barred", options->barred);
  append_baseline (out, self);
  append_named_pairs (out, "given", options->given);
  append_named_pairs (out, "kept", options->kept);
  orienta_answer_text (out, "level", orienta_evidence_name (options->level));
  orienta_answer_text (out, "mechanism", orienta_mechanism_words[options->mechanism]);
  if (options->minimum == G_MININT64)
    orienta_answer_text (out, "minimum", NULL);
  else
    orienta_answer_points (out, "minimum", options->minimum);
  orienta_answer_text (out, "objective", orienta_objective_words[options->objective]);
  orienta_answer_text (out, "prices", orienta_prices_words[options->prices]);
  orienta_answer_bool (out, "quotas", options->quotas);
  append_reserves (out, options->reserves);
  orienta_answer_text (out, "seconds",
                       options->seconds > 0 ? g_ascii_dtostr (seconds, sizeof seconds, options->seconds) : NULL);
  orienta_answer_text (out, "seed", options->seed);
  append_slot_reserves (out, options->slot_reserves);
  orienta_answer_text (out, "support", orienta_support_use_words[options->support]);
  orienta_answer_bool (out, "to_verify", options->to_verify);
  orienta_answer_text (out, "unit_order", orienta_unit_order_words[options->unit_order]);
  g_string_append_c (out, '}');
}

static void
append_pairs (GString *out, const OrientaMatching *self)
{
  begin (out, "pairs", '[');
  for (guint i = 0; i < self->n_pairs; i++) {
    const OrientaMatched *pair = &self->pairs[i];
    next (out);
    orienta_answer_text (out, "household", household_id (self, pair->household));
    orienta_answer_bool (out, "in_choice", pair->in_choice);
    orienta_answer_bool (out, "lacks_support", pair->lacks_support);
    orienta_answer_text (out, "leaves", unit_id (self, pair->left));
    orienta_answer_points (out, "points", pair->points);
    orienta_answer_text (out, "service", pair->service < 0 ? NULL : self->binding->reg->services[pair->service].id);
    orienta_answer_text (out, "status", orienta_answer_status ((OrientaStatus) pair->status, ORIENTA_AUDIENCE_PERSON));
    orienta_answer_text (out, "unit", unit_id (self, (gint) pair->unit));
    g_string_append_c (out, '}');
  }
  g_string_append_c (out, ']');
}

/* Points; "none" where there is no place, null where one is free. */
static void
answer_cutoff (GString *out, gint64 cutoff)
{
  if (cutoff == G_MAXINT64 || cutoff == G_MININT64)
    orienta_answer_text (out, "cutoff", cutoff == G_MAXINT64 ? "none" : NULL);
  else
    orienta_answer_points (out, "cutoff", cutoff);
}

static void
append_units (GString *out, const OrientaMatching *self)
{
  begin (out, "units", '[');
  for (guint unit = 0; unit < self->binding->reg->n_units; unit++) {
    next (out);
    answer_cutoff (out, self->cutoffs[unit]);
    if (self->worths) {
      orienta_answer_points (out, "gain", self->worths[unit].gain);
      answer_whole (out, "gain_housed", self->worths[unit].gain_housed);
      if (self->worths[unit].loss != G_MAXINT64) {
        orienta_answer_points (out, "loss", self->worths[unit].loss);
        answer_whole (out, "loss_housed", self->worths[unit].loss_housed);
      }
    }
    orienta_answer_text (out, "unit", unit_id (self, (gint) unit));
    g_string_append_c (out, '}');
  }
  g_string_append_c (out, ']');
}

static void
append_unmatched (GString *out, const OrientaMatching *self)
{
  begin (out, "unmatched", '[');
  for (guint i = 0; i < self->n_unmatched; i++) {
    const OrientaUnmatched *unmatched = &self->unmatched[i];
    next (out);
    orienta_answer_text (out, "household", household_id (self, unmatched->household));
    if (unmatched->limit < 0)
      orienta_answer_text (out, "limit", NULL);
    else
      orienta_answer_count (out, "limit", (guint64) unmatched->limit);
    orienta_answer_points (out, "margin", unmatched->margin);
    orienta_answer_text (out, "nearest", unit_id (self, unmatched->nearest));
    orienta_answer_text (out, "reason", orienta_reason_get_name (unmatched->reason));
    g_string_append_c (out, '}');
  }
  g_string_append_c (out, ']');
}

/**
 * orienta_matching_to_json:
 *
 * The record; docs/answers.md has the shape. It names policy and register by the SHA-256 of their canonical form and
 * tells everything about everybody: it is for the coordinator, not for third parties.
 *
 * Returns: (transfer full): free with g_free()
 */
char *
orienta_matching_to_json (const OrientaMatching *self)
{
  g_return_val_if_fail (self != NULL, NULL);
  OrientaRegister *reg = self->binding->reg;
  g_autofree char *as_of = orienta_register_get_as_of (reg);
  GString *out = g_string_new ("{");
  orienta_answer_text (out, "as_of", as_of);
  append_certificate (out, self);
  append_conflicts (out, self);
  append_engine (out, self);
  append_limits (out, self);
  append_moves (out, self);
  append_options (out, self);
  orienta_answer_count (out, "orienta_record", ORIENTA_RECORD_FORMAT);
  append_pairs (out, self);
  orienta_answer_policy (out, "policy", self->binding->policy);
  orienta_answer_text (out, "register", orienta_register_get_sha256 (reg));
  orienta_answer_text (out, "status", orienta_match_status_words[self->status]);
  orienta_answer_points (out, "total", self->total);
  append_units (out, self);
  append_unmatched (out, self);
  g_string_append_c (out, '}');
  return g_string_free (out, FALSE);
}
