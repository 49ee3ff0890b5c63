/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "simulate/steady-private.h"

gboolean
orienta_steady_lists_persons (const OrientaRegister *world)
{
  for (guint i = 0; i < world->n_households; i++)
    if (world->households[i].persons.n > 0)
      return TRUE;
  return FALSE;
}

typedef struct {
  gboolean ages;    /* somebody's age is known */
  gboolean persons; /* somebody's members are */
} Grows;

static Grows
who_grows (const OrientaRegister *world)
{
  Grows grows = { FALSE, orienta_steady_lists_persons (world) };
  for (guint i = 0; i < world->n_households && !grows.ages; i++)
    grows.ages = world->households[i].birth_date != ORIENTA_NO_DATE;
  return grows;
}

/* With what an attribute goes. With the ages of all members whatever counts people may. */
static guint
pace_of (guint attribute, Grows grows)
{
  switch (attribute) {
  case ORIENTA_HOUSEHOLD_WAITING_DAYS:
    return ORIENTA_PACE_DAYS;
  case ORIENTA_HOUSEHOLD_WAITING_MONTHS:
  case ORIENTA_HOUSEHOLD_REFERRAL_MONTHS:
  case ORIENTA_HOUSEHOLD_CONTACT_MONTHS:
    return ORIENTA_PACE_MONTHS;
  case ORIENTA_UNIT_PLACES:
  case ORIENTA_UNIT_AVAILABLE_FROM:
    return ORIENTA_PACE_HOMES;
  case ORIENTA_HOUSEHOLD_AGE:
  case ORIENTA_HOUSEHOLD_OLDEST_AGE:
  case ORIENTA_HOUSEHOLD_YOUNGEST_AGE:
    return grows.ages || grows.persons ? ORIENTA_PACE_AGES : 0;
  case ORIENTA_HOUSEHOLD_ADULTS:
  case ORIENTA_HOUSEHOLD_CHILDREN:
    return grows.persons ? ORIENTA_PACE_AGES : 0;
  default:
    if (attribute < ORIENTA_HOUSEHOLD_PERSONS || attribute >= ORIENTA_UNIT_KIND)
      return 0;
    return grows.persons ? ORIENTA_PACE_AGES : 0;
  }
}

/* OrientaPace: with what goes what is read; 0 where all of it stays as it is. */
guint
orienta_steady_paces (const OrientaRegister *world, const OrientaReads *reads)
{
  Grows grows = who_grows (world);
  guint paces = 0;
  for (guint i = 0; i < reads->household->len; i++)
    paces |= pace_of (g_array_index (reads->household, guint, i), grows);
  for (guint i = 0; i < reads->unit->len; i++)
    paces |= pace_of (g_array_index (reads->unit, guint, i), grows);
  return paces;
}

static void
note_period (const OrientaPeriod *period, OrientaDate day, OrientaDate *until)
{
  if (period->from != ORIENTA_NO_DATE && period->from > day)
    *until = MIN (*until, period->from);
  if (period->to != ORIENTA_NO_DATE && period->to >= day)
    *until = MIN (*until, period->to + 1);
}

/* G_MAXINT32: those of the day hold for ever. */
OrientaDate
orienta_steady_until (const OrientaPolicy *policy, OrientaDate day)
{
  OrientaDate until = G_MAXINT32;
  for (guint i = 0; i < policy->n_rules; i++)
    note_period (&policy->rules[i].valid, day, &until);
  for (guint i = 0; i < policy->n_criteria; i++)
    note_period (&policy->criteria[i].valid, day, &until);
  for (guint i = 0; i < policy->n_tables; i++)
    note_period (&policy->tables[i].valid, day, &until);
  for (guint i = 0; i < policy->n_priorities; i++)
    note_period (&policy->priorities[i].valid, day, &until);
  return until;
}
