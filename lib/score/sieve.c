/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "score/sieve-private.h"

#include "rules/standing-private.h"
#include "score/vector-private.h"

#include <string.h>

typedef struct {
  const OrientaMaskNode *applies;
  const OrientaMaskNode *require;
  gboolean refuses; /* else it only asks to verify */
} SieveRule;

struct OrientaSieve {
  const OrientaBinding *binding;
  guint n_words;
  guint64 *none, *every;      /* rows */
  GArray *rules;              /* of SieveRule */
  OrientaCondition *standing; /* the standing rules as conditions */
};

static void
add_standing (OrientaSieve *self, OrientaMasks *masks)
{
  self->standing = g_new0 (OrientaCondition, orienta_n_standing_rules);
  for (guint i = 0; i < orienta_n_standing_rules; i++) {
    const OrientaStandingRule *rule = &orienta_standing_rules[i];
    if (orienta_reason_get_severity (rule->failed) != ORIENTA_SEVERITY_REFUSE)
      continue;
    self->standing[i] = (OrientaCondition){ .kind = ORIENTA_CONDITION_TEST,
                                            .attribute = rule->attribute,
                                            .op = ORIENTA_OP_EQ,
                                            .operand = ORIENTA_OPERAND_CONSTANT,
                                            .constant = rule->required };
    SieveRule row = { NULL, orienta_masks_compile (masks, &self->standing[i]), TRUE };
    g_array_append_val (self->rules, row);
  }
}

OrientaSieve *
orienta_sieve_new (OrientaMasks *masks, const OrientaBinding *binding)
{
  OrientaSieve *self = g_new0 (OrientaSieve, 1);
  self->binding = binding;
  self->n_words = orienta_masks_n_words (masks);
  self->none = g_new0 (guint64, self->n_words);
  self->every = g_new (guint64, self->n_words);
  memset (self->every, 0xff, self->n_words * sizeof (guint64));
  self->rules = g_array_new (FALSE, FALSE, sizeof (SieveRule));
  add_standing (self, masks);
  for (guint i = 0; i < binding->policy->n_rules; i++) {
    const OrientaRule *rule = &binding->policy->rules[i];
    if (!binding->rules[i] || rule->otherwise == ORIENTA_OTHERWISE_FLAG)
      continue;
    SieveRule row = { orienta_masks_compile (masks, rule->applies), orienta_masks_compile (masks, rule->require),
                      rule->otherwise == ORIENTA_OTHERWISE_INELIGIBLE };
    g_array_append_val (self->rules, row);
  }
  return self;
}

void
orienta_sieve_free (OrientaSieve *self)
{
  if (!self)
    return;
  g_array_unref (self->rules);
  g_free (self->standing);
  g_free (self->none);
  g_free (self->every);
  g_free (self);
}

static const guint64 *
possible_row (const OrientaSieve *self, const OrientaMask *mask)
{
  return mask->same ? (mask->truth >= ORIENTA_MAYBE ? self->every : self->none) : mask->possible;
}

static const guint64 *
certain_row (const OrientaSieve *self, const OrientaMask *mask)
{
  return mask->same ? (mask->truth == ORIENTA_TRUE ? self->every : self->none) : mask->certain;
}

/* Refused where the rule applies for certain and cannot hold; certain where it does not apply or holds. */
static void
pass_rule (const OrientaSieve *self, const SieveRule *rule, OrientaMaskWorker *worker, guint household,
           guint64 *possible, guint64 *certain)
{
  OrientaMask holds = orienta_mask_ask (worker, rule->require, household, 1);
  if (holds.same && holds.truth == ORIENTA_TRUE)
    return;
  OrientaMask applies = orienta_mask_ask (worker, rule->applies, household, 0);
  if (applies.same && applies.truth == ORIENTA_FALSE)
    return;
  orienta_vector_strike (certain, self->n_words, possible_row (self, &applies), certain_row (self, &holds));
  if (rule->refuses)
    orienta_vector_strike (possible, self->n_words, certain_row (self, &applies), possible_row (self, &holds));
}

/* Fills two rows: the units that are not refused, and among them those with nothing to verify. */
void
orienta_sieve_household (const OrientaSieve *self, OrientaMaskWorker *worker, guint household, guint64 *possible,
                         guint64 *certain)
{
  guint n = self->n_words, rest = self->binding->reg->n_units % 64;
  memset (possible, 0xff, n * sizeof (guint64));
  memset (certain, 0xff, n * sizeof (guint64));
  if (rest != 0)
    possible[n - 1] = (G_GUINT64_CONSTANT (1) << rest) - 1;
  for (guint i = 0; i < self->rules->len; i++)
    pass_rule (self, &g_array_index (self->rules, SieveRule, i), worker, household, possible, certain);
  orienta_vector_and (certain, n, possible);
}
