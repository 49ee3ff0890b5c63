/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "trial.h"

/* What one more or less of each limit and of each place is worth: everything tried again with that bound moved. */

#define WORTHS 250

static void
assert_worth (const Case *self, const Trial *moved, gint64 points, gint housed, const char *what, guint number)
{
  const gint64 *a = moved->best, *b = self->trial.best;
  gint64 more = 0;
  gint64 more_housed = a[BEST_HOUSED] - b[BEST_HOUSED];
  for (guint level = BEST_POINTS; level < BEST_HOUSED; level++)
    more += a[level] - b[level];
  more += self->trial.search.lowest * more_housed;
  ck_assert_msg (points == more && housed == more_housed,
                 "seed %u, %s %u: %" G_GINT64_FORMAT " points and %d, expected %" G_GINT64_FORMAT " and %d", self->seed,
                 what, number, points, housed, more, (int) more_housed);
}

static void
move_bound (Bound *bound, gint by)
{
  if (bound->most != G_MAXINT64)
    bound->most += by * bound->step;
  else
    bound->least -= by * bound->step;
}

static void
assert_limit_worth (Case *self, guint limit)
{
  const OrientaMatching *matching = self->matching;
  guint number = find_bound (self, limit);
  Bound *bound = &self->limited.bounds[number];
  guint64 imposed = imposed_bounds (&self->limited);
  Trial moved;
  ck_assert_int_eq (orienta_matching_limit_has_worth (matching, limit), imposed >> number & 1);
  if (!(imposed >> number & 1))
    return;
  move_bound (bound, 1);
  try_all (&moved, &self->limited, imposed, -1, -1, 0);
  assert_worth (self, &moved, orienta_matching_get_limit_gain (matching, limit),
                orienta_matching_get_limit_gain_housed (matching, limit), "more of limit", limit);
  move_bound (bound, -2);
  try_all (&moved, &self->limited, imposed, -1, -1, 0);
  move_bound (bound, 1);
  ck_assert_msg (moved.found == orienta_matching_limit_has_loss (matching, limit), "seed %u, limit %u", self->seed,
                 limit);
  if (moved.found)
    assert_worth (self, &moved, -orienta_matching_get_limit_loss (matching, limit),
                  -orienta_matching_get_limit_loss_housed (matching, limit), "less of limit", limit);
}

static void
assert_unit_worth (const Case *self, guint unit)
{
  guint64 imposed = imposed_bounds (&self->limited);
  Trial moved;
  try_all (&moved, &self->limited, imposed, -1, (gint) unit, 1);
  assert_worth (self, &moved, orienta_matching_get_gain (self->matching, unit),
                orienta_matching_get_gain_housed (self->matching, unit), "more of unit", unit);
  try_all (&moved, &self->limited, imposed, -1, (gint) unit, self->trial.search.room[unit] > 0 ? -1 : 0);
  if (moved.found)
    assert_worth (self, &moved, -orienta_matching_get_loss (self->matching, unit),
                  -orienta_matching_get_loss_housed (self->matching, unit), "less of unit", unit);
  else if (self->limited.village.places[unit] > 0)
    ck_assert_int_eq (orienta_matching_get_loss (self->matching, unit), G_MAXINT64);
}

START_TEST (test_worths)
{
  guint n_prices = 0;
  if (!orienta_has_highs ())
    return;
  for (guint32 seed = 20000; seed < 20000 + WORTHS; seed++) {
    Case self;
    case_open (&self, seed, seed % 3 == 0, ORIENTA_PRICES_ALL);
    for (guint limit = 0; self.trial.found && limit < orienta_matching_get_n_limits (self.matching); limit++)
      assert_limit_worth (&self, limit);
    for (guint unit = 0; unit < self.limited.village.n_units && orienta_matching_has_prices (self.matching); unit++)
      assert_unit_worth (&self, unit);
    n_prices += orienta_matching_has_prices (self.matching);
    case_clear (&self);
  }
  ck_assert_uint_gt (n_prices, WORTHS / 3);
}
END_TEST

TEST_MAIN ("worths", test_worths)
