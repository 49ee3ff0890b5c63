/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* The best matching under capacities alone, on bare arrays: exact, in integers, with its proof.
 *
 * *The problem.* Rows want columns; a pair has a value. Choose pairs so that their values add up to as much as
 * possible, each row at most once, each column at most as often as it has places. Rows may stay unmatched, places may
 * stay free.
 *
 * *The proof.* Give each column a price and each row a slack, none below 0, such that slack + price >= value for each
 * pair. Then no matching adds up to more than all slack plus price times places, for each chosen pair takes one row and
 * one place. A matching that reaches this bound is a best one, and whoever holds prices and slack can check it in one
 * pass without trusting how they were found. This is linear programming duality; the solver always ends with such
 * numbers.
 *
 * *The way.* Slots come one by one and each takes the cheapest way to be placed (assign-search-body.h): the Hungarian
 * method in the shape of Jonker and Volgenant (A shortest augmenting path algorithm for dense and sparse linear
 * assignment problems, Computing 38, 1987), with a queue of integers in buckets after Dial (Algorithm 360, Comm. ACM
 * 12, 1969; assign-queue.c). What matters most is the side. Where places are few, columns bid: each reads the head of
 * its own list, the many rows that stay unmatched are never touched, and what a column could not use is not even listed
 * (assign-floors.c). Where places abound, rows bid. Near balance neither is safe: a search that is slow is set aside
 * and the other begun; then whichever now goes forward faster, for what it has left, goes on. On measured instances
 * this costs at most a quarter more than the cheaper side alone, where the dearer one may take thirty times as long.
 * Effort is counted in pairs read, not in seconds, and so is the same on every machine. What a search waits for is
 * memory, not arithmetic: the pairs are read once to be checked and listed (assign-pack.c), a pair takes 32 bits where
 * it can (assign-narrow.c, else assign-wide.c), and what is needed next is fetched as soon as it is known. Cost scaling
 * (Goldberg and Kennedy: An efficient cost scaling algorithm for the assignment problem, Math. Programming 71, 1995)
 * has the better worst case and was many times slower on instances of this kind. Where values are few steps of one unit
 * and places not scarce, all ways of one length are found at once (assign-steps.c).
 *
 * *Ties.* Points lie on a coarse grid, and the best matchings are many. Further levels of values may choose among them
 * (assign-levels.c). Which of those that remain is answered is defined, not found: see orienta_assign() and
 * assign-ties.c. */
#include <orienta/orienta.h>

#include "match/assign-private.h"
#include "base/progress-private.h"

#define ALL 10000 /* bidders, in what a search says is left */
#define CREDIT 8  /* turns that are expected of a side not begun */
#define FEW 24    /* steps from 0 to the highest value */
#define CLEAR 8   /* times as many on one side as on the other: no doubt which is scarce */

/* How many places there are for rows, how many rows have a pair. */
static void
count_sides (const OrientaProblem *problem, guint64 *places, guint64 *rows)
{
  *places = *rows = 0;
  for (guint column = 0; column < problem->n_columns; column++)
    *places += MIN (problem->capacities[column], problem->n_rows);
  for (guint row = 0; row < problem->n_rows; row++)
    *rows += problem->first[row] < problem->first[row + 1];
}

/* The effort after which a search is judged: near balance what reading all pairs takes. The farther from balance, the
 * longer the scarce side is trusted: the other would be slower still. */
static guint64
turn_effort (const OrientaProblem *problem, guint64 places, guint64 rows)
{
  guint64 times = MIN (MAX (places, rows) / MAX (MIN (places, rows), 1), CLEAR);
  return times * times * (guint64) (problem->first[problem->n_rows] + problem->n_rows);
}

/* A search from one side, and of its bidders (in 10 000) those left now and a turn before. */
typedef struct {
  OrientaSearch *search;
  guint64 left, before;
} Side;

/* More turns that it would take if each did as much as the last. It takes several times as many, for what is left is
 * the hardest part; but the better side shows from the third turn on. */
static guint64
expected_turns (const Side *self)
{
  return self->search ? self->left / MAX (self->before - self->left, 1) : CREDIT;
}

static gboolean
take_turn (Side *self, const OrientaSolver *solver, guint64 effort, OrientaProgress *progress, GError **error)
{
  if (!solver->run (self->search, effort, progress, error))
    return FALSE;
  self->before = self->left;
  self->left = solver->get_left (self->search);
  return TRUE;
}

static void
end_side (Side *self, const OrientaSolver *solver)
{
  if (self->search)
    solver->free (self->search);
}

/* Searches from the scarce side, and from the other too when that is slow; NULL when cancelled. */
static OrientaTight *
solve (const OrientaProblem *problem, OrientaPack *pack, OrientaAssignment *result, OrientaProgress *progress,
       GError **error)
{
  const OrientaSolver *solver = pack->solver;
  Side near = { NULL, ALL, ALL }, far = { NULL, ALL, ALL }, *side = &near;
  guint64 places, rows;
  count_sides (problem, &places, &rows);
  guint64 effort = turn_effort (problem, places, rows);
  gboolean going = TRUE;
  while (going && near.left > 0 && far.left > 0) {
    side = expected_turns (&near) <= expected_turns (&far) || !near.search ? &near : &far;
    if (!side->search)
      side->search = solver->search_new (problem, pack->scale, orienta_pack_take_arcs (pack, problem),
                                         (places <= rows) == (side == &near));
    going = take_turn (side, solver, effort, progress, error);
  }
  OrientaTight *tight = NULL;
  if (going) {
    solver->read (side->search, result);
    tight = solver->find_tight (side->search);
  }
  end_side (&near, solver);
  end_side (&far, solver);
  return tight;
}

/* Whether all rows had better go down the values together, step by step (assign-steps.c): where these are few, unless
 * places are so scarce that most rows need never be looked at. */
static gboolean
goes_by_steps (const OrientaProblem *problem, const OrientaScale *scale)
{
  guint64 places, rows;
  gint64 n_steps = scale->largest / scale->unit;
  count_sides (problem, &places, &rows);
  return n_steps <= 1 || (n_steps <= FEW && 2 * places >= rows);
}

/* Above the floors that there are. */
static OrientaTight *
solve_listed (const OrientaProblem *problem, OrientaPack *pack, OrientaAssignment *result, OrientaProgress *progress,
              GError **error)
{
  gboolean by_steps = goes_by_steps (problem, pack->scale);
  return (by_steps ? orienta_steps_solve : solve) (problem, pack, result, progress, error);
}

/* A best matching of the first level and its duals, above guessed floors; again without them where they prove too
 * high. The pairs that are tight; NULL when cancelled. */
OrientaTight *
orienta_problem_solve (const OrientaProblem *problem, OrientaPack *pack, OrientaAssignment *result,
                       OrientaProgress *progress, GError **error)
{
  OrientaTight *tight = solve_listed (problem, pack, result, progress, error);
  if (!tight || !pack->floors->guessed || orienta_floors_hold (pack->floors, problem, result))
    return tight;
  orienta_tight_free (tight);
  orienta_pack_drop_floors (pack, problem);
  return solve_listed (problem, pack, result, progress, error);
}

/**
 * orienta_assign:
 * @first: (array): n_rows + 1 numbers: where each row's pairs begin, then how many pairs there are
 * @columns: (array): the column of each pair, in any order
 * @values: (array): the value of each pair
 * @capacities: (array): how many rows each column takes; 0 closes it
 * @progress: (nullable): stages "matching" and "settling ties"; cancels
 *
 * The matching whose values add up to the most. Only the pairs that are given may be chosen; pairs of negative value
 * never are; of a pair given twice the better counts.
 *
 * Where several matchings add up to the same, the one that serves more rows is taken; among these, the one that serves
 * row 0 if any does, then row 1 if any of those left does, and so on. Which rows are served follows from the pairs
 * alone. Which column each of them has is the same on every machine, whatever the order of the pairs of a row.
 *
 * Values may be of any sign and width as long as their sum cannot pass G_MAXINT64 and none is more than 2^61 times the
 * greatest common divisor of all.
 *
 * Complexity: for n rows, m columns and p pairs, one shortest path in p for each place or each row, whichever are
 * fewer; on eligible pairs of households and homes about the time of sorting them. Memory: 8 bytes a pair, 16 near
 * balance.
 *
 * Returns: (transfer full): the assignment; NULL with ORIENTA_ERROR_INVALID for arrays that do not fit together,
 *   ORIENTA_ERROR_LIMIT, ORIENTA_ERROR_CANCELLED
 */
OrientaAssignment *
orienta_assign (guint n_rows, guint n_columns, const gint64 *first, const guint32 *columns, const gint64 *values,
                const guint32 *capacities, OrientaProgress *progress, GError **error)
{
  return orienta_assign_levels (n_rows, n_columns, first, columns, 1, values, capacities, progress, error);
}
