/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* calls POLICY REGISTER: what a call costs in C, in nanoseconds of the processor, the best of ROUNDS; calls.php makes
 * the same ones. */
#include <orienta/orienta.h>
#include <stdio.h>
#include <time.h>

#define ROUNDS 7

typedef struct {
  OrientaPolicy *policy;
  OrientaRegister *reg;
} Subject;

static void
id (const Subject *self)
{
  orienta_policy_get_id (self->policy);
}

static void
judge (const Subject *self)
{
  orienta_verdict_unref (orienta_policy_judge (self->policy, self->reg, "H0013", "U012", NULL));
}

static void
score (const Subject *self)
{
  orienta_score_unref (orienta_policy_score (self->policy, self->reg, "H0013", "U012", NULL));
}

static void
list (const Subject *self)
{
  g_autoptr (OrientaShortlist) found = orienta_policy_shortlist_unit (self->policy, self->reg, "U012", 3, "x", NULL);
  for (guint i = 0; i < orienta_shortlist_get_n (found, 0); i++)
    orienta_register_get_household_id (self->reg, orienta_shortlist_get_household (found, 0, i));
}

static void
explain (const Subject *self)
{
  g_free (
      orienta_policy_explain (self->policy, self->reg, "H0013", "U012", ORIENTA_FRENCH, ORIENTA_AUDIENCE_PERSON, NULL));
}

static double
measure (void (*call) (const Subject *), const Subject *subject, guint n)
{
  double best = G_MAXDOUBLE;
  for (guint round = 0; round < ROUNDS; round++) {
    clock_t start = clock ();
    for (guint i = 0; i < n; i++)
      call (subject);
    best = MIN (best, (double) (clock () - start) / CLOCKS_PER_SEC * 1e9 / n);
  }
  return best;
}

int
main (int argc, char **argv)
{
  g_autoptr (OrientaPolicy) policy = argc == 3 ? orienta_policy_load (argv[1], NULL) : NULL;
  g_autoptr (OrientaRegister) reg = policy ? orienta_register_load (argv[2], policy, NULL) : NULL;
  if (!reg)
    return 1;
  Subject subject = { policy, reg };
  printf ("getId %.0f\n", measure (id, &subject, 1000000));
  printf ("judge %.0f\n", measure (judge, &subject, 20000));
  printf ("score %.0f\n", measure (score, &subject, 20000));
  printf ("shortlistUnit %.0f\n", measure (list, &subject, 300));
  printf ("explain %.0f\n", measure (explain, &subject, 2000));
  return 0;
}
