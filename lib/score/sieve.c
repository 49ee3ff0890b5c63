/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "score/sieve-private.h"

#include "rules/standing-private.h"
#include "score/probe-private.h"

#include <string.h>

#define CACHE_BYTES ((gsize) 32 << 20) /* of remembered answers, for each probe and thread */

/* A condition with each test replaced by a probe. */
typedef struct Node Node;

struct Node {
  OrientaConditionKind kind; /* TEST also stands for another criterion */
  guint n_children;
  Node **children;
  guint probe;
};

typedef struct {
  Node *applies; /* NULL: always */
  Node *require;
  gboolean refuses; /* else it only asks to verify */
} SieveRule;

struct OrientaSieve {
  const OrientaBinding *binding;
  guint n_words;
  guint n_probes, n_rules;
  OrientaProbe *probes;
  SieveRule *rules;
  OrientaCondition *standing; /* the standing rules as conditions */
  guint depth;                /* of the deepest node */
};

/* What a probe answered to a class of households. */
typedef struct {
  gboolean keeps;
  guint8 *known; /* by class */
  guint64 *bits; /* by class: possible, certain */
} Memory;

struct OrientaSieveWorker {
  const OrientaSieve *sieve;
  Memory *memories; /* by probe */
  guint64 *scratch; /* two rows for each probe that keeps nothing */
  guint64 *levels;  /* two rows for each depth of a condition */
  guint64 *possible, *certain;
};

/* Either one truth for all units, or bits. */
typedef struct {
  gboolean same;
  OrientaTruth truth;
  const guint64 *possible, *certain;
} Answer;

/* -- compiling -- */

static Node *
compile (OrientaSieve *self, GArray *probes, const OrientaCondition *condition, guint depth)
{
  if (!condition)
    return NULL;
  Node *node = g_new0 (Node, 1);
  self->depth = MAX (self->depth, depth + 1);
  node->kind = condition->kind == ORIENTA_CONDITION_CRITERION ? ORIENTA_CONDITION_TEST : condition->kind;
  if (node->kind == ORIENTA_CONDITION_TEST) {
    OrientaProbe probe;
    orienta_probe_init (&probe, self->binding, condition, self->n_words);
    node->probe = probes->len;
    g_array_append_val (probes, probe);
    return node;
  }
  node->n_children = condition->n_children;
  node->children = g_new (Node *, condition->n_children);
  for (guint i = 0; i < condition->n_children; i++)
    node->children[i] = compile (self, probes, condition->children[i], depth + 1);
  return node;
}

static void
node_free (Node *node)
{
  if (!node)
    return;
  for (guint i = 0; i < node->n_children; i++)
    node_free (node->children[i]);
  g_free (node->children);
  g_free (node);
}

static void
compile_standing (OrientaSieve *self, GArray *probes, GArray *rules)
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
    SieveRule row = { NULL, compile (self, probes, &self->standing[i], 0), TRUE };
    g_array_append_val (rules, row);
  }
}

OrientaSieve *
orienta_sieve_new (const OrientaBinding *binding)
{
  OrientaSieve *self = g_new0 (OrientaSieve, 1);
  const OrientaPolicy *policy = binding->policy;
  self->binding = binding;
  self->n_words = (binding->reg->n_units + 63) / 64;
  GArray *probes = g_array_new (FALSE, FALSE, sizeof (OrientaProbe));
  GArray *rules = g_array_new (FALSE, FALSE, sizeof (SieveRule));
  compile_standing (self, probes, rules);
  for (guint i = 0; i < policy->n_rules; i++) {
    const OrientaRule *rule = &policy->rules[i];
    if (!binding->rules[i] || rule->otherwise == ORIENTA_OTHERWISE_FLAG)
      continue;
    SieveRule row = { compile (self, probes, rule->applies, 0), compile (self, probes, rule->require, 0),
                      rule->otherwise == ORIENTA_OTHERWISE_INELIGIBLE };
    g_array_append_val (rules, row);
  }
  self->n_probes = probes->len;
  self->probes = (OrientaProbe *) g_array_free (probes, FALSE);
  self->n_rules = rules->len;
  self->rules = (SieveRule *) g_array_free (rules, FALSE);
  return self;
}

void
orienta_sieve_free (OrientaSieve *self)
{
  if (!self)
    return;
  for (guint i = 0; i < self->n_probes; i++)
    orienta_probe_clear (&self->probes[i]);
  for (guint i = 0; i < self->n_rules; i++) {
    node_free (self->rules[i].applies);
    node_free (self->rules[i].require);
  }
  g_free (self->probes);
  g_free (self->rules);
  g_free (self->standing);
  g_free (self);
}

guint
orienta_sieve_n_words (const OrientaSieve *self)
{
  return self->n_words;
}

/* -- asking -- */

OrientaSieveWorker *
orienta_sieve_worker_new (const OrientaSieve *sieve)
{
  OrientaSieveWorker *self = g_new0 (OrientaSieveWorker, 1);
  gsize row = MAX (sieve->n_words, 1);
  self->sieve = sieve;
  self->memories = g_new0 (Memory, sieve->n_probes);
  self->scratch = g_new (guint64, 2 * row * MAX (sieve->n_probes, 1));
  self->levels = g_new (guint64, 2 * row * 2 * (sieve->depth + 1));
  self->possible = g_new (guint64, row);
  self->certain = g_new (guint64, row);
  for (guint i = 0; i < sieve->n_probes; i++) {
    const OrientaClasses *households = sieve->probes[i].households;
    Memory *memory = &self->memories[i];
    memory->keeps = households && (gsize) households->n * 2 * row * sizeof (guint64) <= CACHE_BYTES;
    if (!memory->keeps)
      continue;
    memory->known = g_new0 (guint8, households->n);
    memory->bits = g_new (guint64, 2 * row * households->n);
  }
  return self;
}

void
orienta_sieve_worker_free (OrientaSieveWorker *self)
{
  if (!self)
    return;
  for (guint i = 0; i < self->sieve->n_probes; i++) {
    g_free (self->memories[i].known);
    g_free (self->memories[i].bits);
  }
  g_free (self->memories);
  g_free (self->scratch);
  g_free (self->levels);
  g_free (self->possible);
  g_free (self->certain);
  g_free (self);
}

static Answer
ask_probe (OrientaSieveWorker *self, guint index, guint household)
{
  const OrientaProbe *probe = &self->sieve->probes[index];
  Memory *memory = &self->memories[index];
  gsize row = self->sieve->n_words;
  if (!probe->reads_unit)
    return (Answer){ .same = TRUE, .truth = orienta_binding_truth (probe->binding, probe->condition, household, -1) };
  guint32 class = probe->households->of[household];
  guint64 *bits = memory->keeps ? memory->bits + 2 * row * class : self->scratch + 2 * row * index;
  if (!memory->keeps || !memory->known[class])
    orienta_probe_ask (probe, household, (OrientaBits){ bits, bits + row });
  if (memory->keeps)
    memory->known[class] = 1;
  return (Answer){ .possible = bits, .certain = bits + row };
}

static Answer
same (OrientaTruth truth)
{
  return (Answer){ .same = TRUE, .truth = truth };
}

/* target := the answer's bits, written out when it is the same for all units. */
static void
spread (const Answer *answer, guint n_words, guint64 *possible, guint64 *certain)
{
  if (answer->same) {
    memset (possible, answer->truth >= ORIENTA_MAYBE ? 0xff : 0, n_words * sizeof (guint64));
    memset (certain, answer->truth == ORIENTA_TRUE ? 0xff : 0, n_words * sizeof (guint64));
  } else {
    memcpy (possible, answer->possible, n_words * sizeof (guint64));
    memcpy (certain, answer->certain, n_words * sizeof (guint64));
  }
}

static void
narrow (guint64 *restrict target, const guint64 *restrict by, guint n)
{
  for (guint i = 0; i < n; i++)
    target[i] &= by[i];
}

static void
widen (guint64 *restrict target, const guint64 *restrict by, guint n)
{
  for (guint i = 0; i < n; i++)
    target[i] |= by[i];
}

static Answer ask (OrientaSieveWorker *self, const Node *node, guint household, guint depth);

/* `all` and `any`: the same walk with min and max. `level`: this depth's two rows. */
static Answer
ask_children (OrientaSieveWorker *self, const Node *node, guint household, guint depth)
{
  gboolean all = node->kind == ORIENTA_CONDITION_ALL;
  guint n = self->sieve->n_words;
  guint64 *possible = self->levels + (gsize) 2 * n * depth, *certain = possible + n;
  Answer sum = same (all ? ORIENTA_TRUE : ORIENTA_FALSE);
  for (guint i = 0; i < node->n_children; i++) {
    Answer child = ask (self, node->children[i], household, depth + 1);
    if (sum.same && child.same) {
      sum.truth = all ? MIN (sum.truth, child.truth) : MAX (sum.truth, child.truth);
    } else {
      if (sum.same) {
        spread (&sum, n, possible, certain);
        sum = (Answer){ .possible = possible, .certain = certain };
      }
      if (child.same && child.truth == (all ? ORIENTA_TRUE : ORIENTA_FALSE))
        continue;
      if (child.same && child.truth == ORIENTA_MAYBE) {
        memset (all ? certain : possible, all ? 0 : 0xff, n * sizeof (guint64));
        continue;
      }
      if (child.same)
        return same (child.truth);
      (all ? narrow : widen) (possible, child.possible, n);
      (all ? narrow : widen) (certain, child.certain, n);
    }
    if (sum.same && sum.truth == (all ? ORIENTA_FALSE : ORIENTA_TRUE))
      return sum;
  }
  return sum;
}

static Answer
ask (OrientaSieveWorker *self, const Node *node, guint household, guint depth)
{
  guint n = self->sieve->n_words;
  if (node->kind == ORIENTA_CONDITION_TEST)
    return ask_probe (self, node->probe, household);
  if (node->kind != ORIENTA_CONDITION_NOT)
    return ask_children (self, node, household, depth);
  Answer child = ask (self, node->children[0], household, depth + 1);
  if (child.same)
    return same (ORIENTA_TRUE - child.truth);
  guint64 *possible = self->levels + (gsize) 2 * n * depth, *certain = possible + n;
  for (guint i = 0; i < n; i++) {
    guint64 not_certain = ~child.certain[i];
    certain[i] = ~child.possible[i];
    possible[i] = not_certain;
  }
  return (Answer){ .possible = possible, .certain = certain };
}

/* One rule: refused where it applies for certain and cannot hold; certain where it does not apply or holds. */
static void
pass_rule (OrientaSieveWorker *self, const SieveRule *rule, guint household)
{
  guint n = self->sieve->n_words;
  Answer applies = rule->applies ? ask (self, rule->applies, household, 0) : same (ORIENTA_TRUE);
  if (applies.same && applies.truth == ORIENTA_FALSE)
    return;
  guint half = self->sieve->depth + 1; /* the second half of the levels, so that `applies` keeps its rows */
  Answer holds = ask (self, rule->require, household, half);
  if (holds.same && holds.truth == ORIENTA_TRUE)
    return;
  for (guint i = 0; i < n; i++) {
    guint64 applies_possible = applies.same ? ~G_GUINT64_CONSTANT (0) : applies.possible[i];
    guint64 applies_certain =
        applies.same ? (applies.truth == ORIENTA_TRUE ? ~G_GUINT64_CONSTANT (0) : 0) : applies.certain[i];
    guint64 holds_possible =
        holds.same ? (holds.truth >= ORIENTA_MAYBE ? ~G_GUINT64_CONSTANT (0) : 0) : holds.possible[i];
    guint64 holds_certain = holds.same ? 0 : holds.certain[i];
    if (rule->refuses)
      self->possible[i] &= ~applies_certain | holds_possible;
    self->certain[i] &= ~applies_possible | holds_certain;
  }
}

/* The units that a household may have: `possible` for certain or after a look (to_verify), `certain` without one. The
 * rows live until the next call. */
void
orienta_sieve_household (OrientaSieveWorker *self, guint household, const guint64 **possible, const guint64 **certain)
{
  guint n = self->sieve->n_words, n_units = self->sieve->binding->reg->n_units;
  memset (self->possible, 0xff, n * sizeof (guint64));
  memset (self->certain, 0xff, n * sizeof (guint64));
  if (n_units % 64 != 0)
    self->possible[n - 1] = self->certain[n - 1] = (G_GUINT64_CONSTANT (1) << (n_units % 64)) - 1;
  for (guint i = 0; i < self->sieve->n_rules; i++)
    pass_rule (self, &self->sieve->rules[i], household);
  narrow (self->certain, self->possible, n);
  *possible = self->possible;
  *certain = self->certain;
}
