/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Shelter: whether a rule opens to those in a shelter a door that it closes to those on the street (HF4). Tests of the
 * situation that stand side by side are taken together, as the list of situations that they are. */
#include "policy/shelter-private.h"

#include <string.h>

#define STREET (1u << ORIENTA_SITUATION_STREET)
#define ALL_SITUATIONS ((1u << (ORIENTA_SITUATION_OTHER + 1)) - 1)

static gboolean
is_pure_test (const OrientaPolicy *policy, const OrientaCondition *test, const OrientaMeant *meant, guint64 *situations)
{
  if (test->op == ORIENTA_OP_KNOWN || test->operand == ORIENTA_OPERAND_ATTRIBUTE
      || test->operand == ORIENTA_OPERAND_TABLE)
    return FALSE;
  if (test->attribute == ORIENTA_HOUSEHOLD_SITUATION) {
    *situations = orienta_test_accepts (test) & ALL_SITUATIONS;
    return TRUE;
  }
  const OrientaCondition *when =
      test->attribute < ORIENTA_N_ATTRIBUTES ? NULL : policy->locals[test->attribute - ORIENTA_N_ATTRIBUTES].when;
  if (!when || !orienta_shelter_is_pure (policy, when, meant, situations))
    return FALSE;
  guint64 accepted = orienta_test_accepts (test);
  guint64 held = *situations;
  *situations = (accepted & 2 ? held : 0) | (accepted & 1 ? ~held & ALL_SITUATIONS : 0);
  return TRUE;
}

static gboolean
are_pure (const OrientaPolicy *policy, const OrientaCondition *self, const OrientaMeant *meant, guint64 *situations)
{
  gboolean all = self->kind == ORIENTA_CONDITION_ALL;
  guint64 result = all ? ALL_SITUATIONS : 0;
  for (guint i = 0; i < self->n_children; i++) {
    guint64 child;
    if (!orienta_shelter_is_pure (policy, self->children[i], meant, &child))
      return FALSE;
    result = all ? result & child : result | child;
  }
  *situations = result;
  return TRUE;
}

/* Whether a condition, of the units meant, asks the situation and nothing else; then for which it holds. */
gboolean
orienta_shelter_is_pure (const OrientaPolicy *policy, const OrientaCondition *self, const OrientaMeant *meant,
                         guint64 *situations)
{
  OrientaFolded folded = orienta_polarity_fold (policy, self, meant);
  if (folded != ORIENTA_FOLDED_OPEN) {
    *situations = folded == ORIENTA_FOLDED_TRUE ? ALL_SITUATIONS : 0;
    return TRUE;
  }
  switch (self->kind) {
  case ORIENTA_CONDITION_ALL:
  case ORIENTA_CONDITION_ANY:
    return are_pure (policy, self, meant, situations);
  case ORIENTA_CONDITION_NOT:
    if (!orienta_shelter_is_pure (policy, self->children[0], meant, situations))
      return FALSE;
    *situations = ~*situations & ALL_SITUATIONS;
    return TRUE;
  case ORIENTA_CONDITION_TEST:
    return is_pure_test (policy, self, meant, situations);
  default:
    return FALSE;
  }
}

static gboolean
leaves_out (guint64 situations, OrientaPolarity polarity)
{
  guint64 helped = polarity < 0 ? ~situations & ALL_SITUATIONS : situations;
  gboolean asked = (helped & ORIENTA_SHELTERED) && !(helped & STREET);
  if (polarity != 0 || asked)
    return asked;
  return leaves_out (situations, -1);
}

static gboolean asks (const OrientaPolicy *policy, const OrientaCondition *self, const OrientaMeant *meant,
                      OrientaPolarity polarity);

/* The parts of an `all` or `any`: those that ask only the situation as one, the others one by one. */
static gboolean
children_ask (const OrientaPolicy *policy, const OrientaCondition *self, const OrientaMeant *meant,
              OrientaPolarity polarity)
{
  gboolean all = self->kind == ORIENTA_CONDITION_ALL, any_pure = FALSE;
  guint64 together = all ? ALL_SITUATIONS : 0;
  for (guint i = 0; i < self->n_children; i++) {
    guint64 child;
    if (orienta_shelter_is_pure (policy, self->children[i], meant, &child)) {
      together = all ? together & child : together | child;
      any_pure = TRUE;
    } else if (asks (policy, self->children[i], meant, polarity)) {
      return TRUE;
    }
  }
  return any_pure && leaves_out (together, polarity);
}

static gboolean
criterion_asks (const OrientaPolicy *policy, guint criterion, const OrientaMeant *meant, OrientaPolarity polarity)
{
  for (guint i = 0; i < policy->n_criteria; i++) {
    const OrientaCriterion *version = &policy->criteria[i];
    if (strcmp (version->id, policy->criteria[criterion].id) == 0
        && (asks (policy, version->applies, meant, polarity) || asks (policy, version->when, meant, polarity)))
      return TRUE;
  }
  return FALSE;
}

static gboolean
asks (const OrientaPolicy *policy, const OrientaCondition *self, const OrientaMeant *meant, OrientaPolarity polarity)
{
  guint64 situations;
  if (orienta_shelter_is_pure (policy, self, meant, &situations))
    return leaves_out (situations, polarity);
  switch (self->kind) {
  case ORIENTA_CONDITION_ALL:
  case ORIENTA_CONDITION_ANY:
    return children_ask (policy, self, meant, polarity);
  case ORIENTA_CONDITION_NOT:
    return asks (policy, self->children[0], meant, -polarity);
  case ORIENTA_CONDITION_CRITERION:
    return criterion_asks (policy, self->index, meant, polarity);
  default:
    break;
  }
  const OrientaCondition *when =
      self->attribute < ORIENTA_N_ATTRIBUTES ? NULL : policy->locals[self->attribute - ORIENTA_N_ATTRIBUTES].when;
  return when && asks (policy, when, meant, polarity * orienta_polarity_of_bool (self));
}

/* Whether the rule lets through, of the units meant, some situation of a shelter and not the street. */
gboolean
orienta_shelter_is_asked (const OrientaPolicy *policy, const OrientaRule *rule, const OrientaMeant *meant)
{
  if (!rule->applies)
    return asks (policy, rule->require, meant, 1);
  /* A rule lets through where it does not apply, and where what it requires holds. */
  OrientaCondition *applies = rule->applies;
  OrientaCondition silent = { .kind = ORIENTA_CONDITION_NOT, .n_children = 1, .children = &applies };
  OrientaCondition *ways[] = { &silent, rule->require };
  OrientaCondition lets = { .kind = ORIENTA_CONDITION_ANY, .n_children = 2, .children = ways };
  return asks (policy, &lets, meant, 1);
}
