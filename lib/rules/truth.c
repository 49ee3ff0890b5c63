/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Truth: what one condition says of one pair, in three values. Written to be read: the fast path of score/ asks these
 * same functions, once for all pairs that are alike, so that both give the same answer. */
#include "rules/binding-private.h"

static gint64
local_value (const OrientaBinding *self, guint local, guint household, gint unit)
{
  const OrientaLocalAttribute *attribute = &self->policy->locals[local];
  if (attribute->when) {
    OrientaTruth truth = orienta_binding_truth (self, attribute->when, household, unit);
    return truth == ORIENTA_MAYBE ? ORIENTA_UNKNOWN : truth == ORIENTA_TRUE;
  }
  if (self->columns[local] < 0)
    return ORIENTA_UNKNOWN;
  const gint64 *values = self->reg->locals[self->columns[local]].values;
  if (attribute->of == ORIENTA_OF_HOUSEHOLD)
    return values[household];
  return unit < 0 ? ORIENTA_UNKNOWN : values[unit];
}

/* The value of any attribute that the policy knows. */
gint64
orienta_binding_value (const OrientaBinding *self, guint attribute, guint household, gint unit)
{
  if (attribute < ORIENTA_UNIT_KIND)
    return orienta_household_value (self->reg, household, attribute);
  if (attribute >= ORIENTA_N_ATTRIBUTES)
    return local_value (self, attribute - ORIENTA_N_ATTRIBUTES, household, unit);
  if (unit < 0)
    return ORIENTA_UNKNOWN;
  if (attribute < ORIENTA_PAIR_IN_CHOICE)
    return orienta_unit_value (self->reg, (guint) unit, attribute);
  return orienta_pair_value (self->reg, household, (guint) unit, attribute);
}

/* The cell that a value falls in along one axis; -1 below the first or where there is none. May lie past the end. */
static gint64
cell_of (const OrientaAxis *axis, gint64 value)
{
  if (value == ORIENTA_UNKNOWN)
    return -1;
  if (axis->given)
    return value < axis->n && axis->given[value] ? value : -1;
  if (!axis->from)
    return value < axis->first ? -1 : (value - axis->first) / ORIENTA_MILLION;
  gint64 cell = -1;
  while (cell + 1 < axis->n && axis->from[cell + 1] <= value)
    cell++;
  return cell;
}

/* What a table answers: the version in force on the register's day; unknown outside of it. */
gint64
orienta_binding_lookup (const OrientaBinding *self, guint table, guint household, gint unit)
{
  if (self->tables[table] < 0)
    return ORIENTA_UNKNOWN;
  const OrientaLookup *lookup = &self->policy->tables[self->tables[table]];
  gint64 cells[2] = { 0, 0 };
  for (guint i = 0; i < lookup->n_axes; i++) {
    cells[i] = cell_of (&lookup->axes[i], orienta_binding_value (self, lookup->axes[i].attribute, household, unit));
    if (cells[i] < 0)
      return ORIENTA_UNKNOWN;
  }
  gint64 row = 0, column = cells[0];
  guint width = lookup->axes[0].n;
  if (lookup->n_axes == 2) {
    row = MIN (cells[0], (gint64) lookup->axes[0].n - 1);
    column = cells[1];
    width = lookup->axes[1].n;
  }
  gint64 last = (lookup->row_length ? lookup->row_length[row] : width) - 1;
  gint64 value = lookup->values[row * width + MIN (column, last)];
  if (value != ORIENTA_UNKNOWN && column > last && lookup->beyond)
    value += (column - last) * lookup->beyond[row];
  return value;
}

/* The right side of a test that compares with one value. */
gint64
orienta_binding_limit (const OrientaBinding *self, const OrientaCondition *test, guint household, gint unit)
{
  switch (test->operand) {
  case ORIENTA_OPERAND_TABLE:
    return orienta_binding_lookup (self, test->index, household, unit);
  case ORIENTA_OPERAND_ATTRIBUTE:
    return orienta_binding_value (self, test->index, household, unit);
  default:
    return test->constant;
  }
}

static gboolean
is_one_of (const OrientaBinding *self, const OrientaCondition *test, OrientaType type, gint64 value)
{
  if (type == ORIENTA_TYPE_WORD || type == ORIENTA_TYPE_BOOL)
    return test->mask >> value & 1;
  if (type == ORIENTA_TYPE_NUMBER || type == ORIENTA_TYPE_DATE) {
    for (guint i = 0; i < test->n_constants; i++)
      if (test->constants[i] == value)
        return TRUE;
    return FALSE;
  }
  for (const gint32 *member = self->members[test->slot]; *member >= 0; member++)
    if (*member == value)
      return TRUE;
  return FALSE;
}

static gboolean
is_within (const OrientaBinding *self, const OrientaCondition *test, gint64 place)
{
  for (const gint32 *outer = self->members[test->slot]; *outer >= 0; outer++)
    if (orienta_territory_is_within (self->reg, (gint) place, *outer))
      return TRUE;
  return FALSE;
}

static gboolean
has_all (const OrientaBinding *self, const OrientaCondition *test, guint64 mask, guint64 value)
{
  return (value & mask) == mask && !(test->words && self->incomplete[test->slot]);
}

static gboolean
compare (OrientaOp op, gint64 value, gint64 limit)
{
  switch (op) {
  case ORIENTA_OP_EQ:
    return value == limit;
  case ORIENTA_OP_NE:
    return value != limit;
  case ORIENTA_OP_LT:
    return value < limit;
  case ORIENTA_OP_LE:
    return value <= limit;
  case ORIENTA_OP_GT:
    return value > limit;
  default:
    return value >= limit;
  }
}

static OrientaTruth
test_truth (const OrientaBinding *self, const OrientaCondition *test, guint household, gint unit)
{
  gint64 value = orienta_binding_value (self, test->attribute, household, unit);
  if (test->op == ORIENTA_OP_KNOWN)
    return value == ORIENTA_UNKNOWN ? ORIENTA_FALSE : ORIENTA_TRUE;
  if (value == ORIENTA_UNKNOWN)
    return ORIENTA_MAYBE;
  OrientaType type = orienta_policy_attribute_type (self->policy, test->attribute);
  guint64 mask = type == ORIENTA_TYPE_CODES ? self->masks[test->slot] : test->mask;
  gboolean holds;
  switch (test->op) {
  case ORIENTA_OP_IN:
    holds = is_one_of (self, test, type, value);
    break;
  case ORIENTA_OP_HAS_ANY:
    holds = ((guint64) value & mask) != 0;
    break;
  case ORIENTA_OP_HAS_ALL:
    holds = has_all (self, test, mask, (guint64) value);
    break;
  case ORIENTA_OP_WITHIN:
    holds = is_within (self, test, value);
    break;
  default: {
    gint64 limit = orienta_binding_limit (self, test, household, unit);
    if (limit == ORIENTA_UNKNOWN)
      return ORIENTA_MAYBE;
    holds = compare (test->op, value, limit);
  }
  }
  return holds ? ORIENTA_TRUE : ORIENTA_FALSE;
}

static OrientaTruth
criterion_truth (const OrientaBinding *self, guint criterion, guint household, gint unit)
{
  if (self->criteria[criterion] < 0)
    return ORIENTA_FALSE;
  gint64 points;
  switch (orienta_binding_points (self, &self->policy->criteria[self->criteria[criterion]], household, unit, &points)) {
  case ORIENTA_GIVES:
    return ORIENTA_TRUE;
  case ORIENTA_GIVES_UNKNOWN:
    return ORIENTA_MAYBE;
  default:
    return ORIENTA_FALSE;
  }
}

/* What a condition says; NULL holds. Its depth is bounded by the document's (64), its criteria have no cycle. */
OrientaTruth
orienta_binding_truth (const OrientaBinding *self, const OrientaCondition *condition, guint household, gint unit)
{
  if (!condition)
    return ORIENTA_TRUE;
  OrientaTruth truth;
  switch (condition->kind) {
  case ORIENTA_CONDITION_ALL:
    truth = ORIENTA_TRUE;
    for (guint i = 0; i < condition->n_children && truth != ORIENTA_FALSE; i++)
      truth = MIN (truth, orienta_binding_truth (self, condition->children[i], household, unit));
    return truth;
  case ORIENTA_CONDITION_ANY:
    truth = ORIENTA_FALSE;
    for (guint i = 0; i < condition->n_children && truth != ORIENTA_TRUE; i++)
      truth = MAX (truth, orienta_binding_truth (self, condition->children[i], household, unit));
    return truth;
  case ORIENTA_CONDITION_NOT:
    return ORIENTA_TRUE - orienta_binding_truth (self, condition->children[0], household, unit);
  case ORIENTA_CONDITION_CRITERION:
    return criterion_truth (self, condition->index, household, unit);
  default:
    return test_truth (self, condition, household, unit);
  }
}
