/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "test.h"

#include "simulate/roster-private.h"

/* Who is first of those that count: against looking at everybody. */

#define HOUSEHOLDS 300
#define STEPS 20000
#define KEYS 3

typedef struct {
  gint64 keys[HOUSEHOLDS][KEYS];
  gboolean waits[HOUSEHOLDS];
} Crowd;

static gboolean
is_before (const Crowd *self, guint a, guint b)
{
  for (guint i = 0; i < KEYS; i++)
    if (self->keys[a][i] != self->keys[b][i])
      return self->keys[a][i] < self->keys[b][i];
  return a < b;
}

static gint
first_of (const Crowd *self)
{
  gint first = -1;
  for (guint i = 0; i < HOUSEHOLDS; i++)
    if (self->waits[i] && (first < 0 || is_before (self, i, (guint) first)))
      first = (gint) i;
  return first;
}

static void
enter (Crowd *self, OrientaRoster *roster, const OrientaRosterForm *form, guint household, GRand *rand)
{
  g_autofree OrientaRosterRow *row = g_malloc0 (form->size);
  self->waits[household] = TRUE;
  row->household = household;
  row->version = ++form->versions[household];
  row->home = household + 7;
  for (guint i = 0; i < KEYS; i++)
    row->keys[i] = self->keys[household][i] = g_rand_int_range (rand, -2, 3);
  orienta_roster_add (roster, form, row);
}

START_TEST (test_first)
{
  for (guint32 seed = 0; seed < 5; seed++) {
    g_autoptr (GRand) rand = g_rand_new_with_seed (seed);
    g_autofree guint32 *versions = g_new0 (guint32, HOUSEHOLDS);
    OrientaRosterForm form = { KEYS, sizeof (OrientaRosterRow) + KEYS * sizeof (gint64), versions };
    OrientaRoster roster = { 0 };
    Crowd crowd = { 0 };
    for (guint step = 0; step < STEPS; step++) {
      guint household = (guint) g_rand_int_range (rand, 0, HOUSEHOLDS);
      if (g_rand_boolean (rand)) {
        enter (&crowd, &roster, &form, household, rand);
      } else {
        versions[household]++;
        crowd.waits[household] = FALSE;
      }
      const OrientaRosterRow *row = orienta_roster_first (&roster, &form);
      gint first = first_of (&crowd);
      ck_assert_int_eq (row ? (gint) row->household : -1, first);
      ck_assert (!row || row->home == row->household + 7);
      ck_assert_uint_le (roster.n, 2 * HOUSEHOLDS + 64); /* who has left takes no room for long */
    }
    orienta_roster_clear (&roster);
  }
}
END_TEST

TEST_MAIN ("roster", test_first)
