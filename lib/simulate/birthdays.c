/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "simulate/birthdays-private.h"

#include "simulate/steady-private.h"

static gboolean
is_age (gint attribute)
{
  return attribute == ORIENTA_HOUSEHOLD_AGE || attribute == ORIENTA_HOUSEHOLD_OLDEST_AGE
         || attribute == ORIENTA_HOUSEHOLD_YOUNGEST_AGE;
}

static void
count_all (OrientaBirthdays *self)
{
  for (guint age = 0; age < ORIENTA_OLDEST; age++)
    self->counts[age] = TRUE;
}

/* Whatever the comparison is, its answer changes when the age is reached or passed. */
static void
count_age (OrientaBirthdays *self, gint64 age)
{
  for (gint64 reached = age; reached <= age + 1; reached++)
    if (reached >= 0 && reached < ORIENTA_OLDEST)
      self->counts[reached] = TRUE;
}

static void
read_condition (const OrientaCondition *test, gpointer data)
{
  OrientaBirthdays *self = data;
  if (test->kind != ORIENTA_CONDITION_TEST)
    return;
  if (!is_age ((gint) test->attribute)) {
    if (test->operand == ORIENTA_OPERAND_ATTRIBUTE && is_age ((gint) test->index))
      count_all (self);
  } else if (test->operand == ORIENTA_OPERAND_CONSTANT) {
    count_age (self, test->constant / ORIENTA_MILLION);
  } else if (test->operand == ORIENTA_OPERAND_SET) {
    for (guint i = 0; i < test->n_constants; i++)
      count_age (self, test->constants[i] / ORIENTA_MILLION);
  } else {
    count_all (self);
  }
}

/* What goes with the age itself: a measure, a table, the order. */
static gboolean
measures_ages (const OrientaPolicy *policy)
{
  gboolean found = FALSE;
  for (guint i = 0; i < policy->n_criteria; i++)
    found = found || is_age (policy->criteria[i].attribute) || is_age (policy->criteria[i].divisor);
  for (guint i = 0; i < policy->n_tables; i++)
    for (guint axis = 0; axis < policy->tables[i].n_axes; axis++)
      found = found || is_age ((gint) policy->tables[i].axes[axis].attribute);
  for (guint i = 0; i < policy->n_order; i++)
    found = found || (policy->order[i].kind == ORIENTA_KEY_ATTRIBUTE && is_age ((gint) policy->order[i].attribute));
  return found;
}

/* Of members who are listed every birthday may change what follows from all of them together. */
void
orienta_birthdays_init (OrientaBirthdays *self, const OrientaBinding *binding)
{
  const OrientaRegister *world = binding->reg;
  *self = (OrientaBirthdays){ { FALSE } };
  orienta_policy_visit_conditions (binding->policy, read_condition, self);
  for (guint unit = 0; unit < world->n_units; unit++) {
    count_age (self, world->units[unit].min_age);
    count_age (self, world->units[unit].max_age);
  }
  if (orienta_steady_lists_persons (world) || measures_ages (binding->policy))
    count_all (self);
}

OrientaDate
orienta_day_of_months (OrientaDate from, gint months, OrientaDate day)
{
  OrientaDate before = day, after = day + 31 * (months - orienta_date_months (from, day));
  while (after - before > 1) {
    OrientaDate middle = before + (after - before) / 2;
    if (orienta_date_months (from, middle) < months)
      before = middle;
    else
      after = middle;
  }
  return after;
}

static OrientaDate
next_of (const OrientaBirthdays *self, OrientaDate birth, OrientaDate day)
{
  if (birth == ORIENTA_NO_DATE)
    return G_MAXINT32;
  gint age = orienta_date_months (birth, day) < 0 ? 0 : orienta_date_months (birth, day) / 12 + 1;
  while (age < ORIENTA_OLDEST && !self->counts[age])
    age++;
  return age < ORIENTA_OLDEST ? orienta_day_of_months (birth, 12 * age, day) : G_MAXINT32;
}

OrientaDate
orienta_birthdays_next (const OrientaBirthdays *self, const OrientaRegister *world, guint household)
{
  const OrientaHouseholdRow *row = &world->households[household];
  OrientaDate next = row->persons.n == 0 ? next_of (self, row->birth_date, world->as_of) : G_MAXINT32;
  for (guint i = 0; i < row->persons.n; i++)
    next = MIN (next, next_of (self, world->persons[row->persons.start + i].birth_date, world->as_of));
  return next;
}
