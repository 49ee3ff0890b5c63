/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Most variables are decided by prices alone. With a price for each row, no choice adds up to more than what the rows'
 * bounds are worth and what the variables are worth beyond their rows; a variable that would take more from that than
 * stands between it and what is known already is out, and one whose absence would is in. What is left for branch and
 * bound is small, level after level. In whole numbers: any prices are good for this, so that nothing rests on doubles.
 */
#include "match/program-private.h"

#include <math.h>

#define MOST_BITS 30
#define LARGEST 0x1p44 /* times 2^53 for a coefficient, 2^31 of them: below 2^128 */

typedef struct {
  const OrientaProgram *program;
  const OrientaEngine *engine;
  OrientaTerms aim;
  gint64 unit;     /* of the aim's values */
  guint bits;      /* prices are in parts of 2^bits of it */
  gint64 *prices;  /* by row */
  __int128 *worth; /* by variable: its value beyond the rows it takes from */
  __int128 bound;  /* on the sum, in the same parts */
} Fixing;

/* A row whose price counts on a bound that is not there has none. */
static gint64
usable (const Fixing *self, guint row, double price)
{
  gint64 scaled = (gint64) rint (ldexp (price, (int) self->bits));
  gint64 bound =
      scaled > 0 ? orienta_engine_get_upper (self->engine, row) : orienta_engine_get_lower (self->engine, row);
  return bound == G_MAXINT64 || bound == G_MININT64 ? 0 : scaled;
}

static gboolean
read_prices (Fixing *self, const double *prices, guint n_rows)
{
  double largest = 0;
  for (guint row = 0; row < n_rows; row++)
    largest = fmax (largest, fabs (prices[row]));
  if (!(largest < LARGEST))
    return FALSE;
  for (self->bits = MOST_BITS; ldexp (largest, (int) self->bits) >= LARGEST;)
    self->bits--;
  for (guint row = 0; row < n_rows; row++)
    self->prices[row] = usable (self, row, prices[row]);
  return TRUE;
}

static void
charge (Fixing *self, guint row)
{
  gint64 price = self->prices[row];
  if (price == 0)
    return;
  OrientaTerms terms = orienta_program_get_terms (self->program, row);
  for (gsize i = 0; i < terms.n; i++)
    self->worth[terms.variables ? terms.variables[i] : i] -= (__int128) price * terms.coefficients[i];
  self->bound +=
      (__int128) price
      * (price > 0 ? orienta_engine_get_upper (self->engine, row) : orienta_engine_get_lower (self->engine, row));
}

static void
add_up (Fixing *self, guint n_rows)
{
  for (gsize i = 0; i < self->aim.n; i++)
    self->worth[i] = (__int128) (self->aim.coefficients[i] / self->unit) * ((__int128) 1 << self->bits);
  for (guint row = 0; row < n_rows; row++)
    charge (self, row);
  for (guint variable = 0; variable < self->program->n_variables; variable++) {
    OrientaFixed fixed = orienta_engine_get_fixed (self->engine, variable);
    if (fixed == ORIENTA_FIXED_IN || (fixed == ORIENTA_FIXED_NOT && self->worth[variable] > 0))
      self->bound += self->worth[variable];
  }
}

static void
fix (Fixing *self, OrientaEngine *engine, gint64 total)
{
  __int128 known = (__int128) (total / self->unit) * ((__int128) 1 << self->bits);
  for (guint variable = 0; variable < self->program->n_variables; variable++) {
    __int128 worth = self->worth[variable];
    if (orienta_engine_get_fixed (engine, variable) != ORIENTA_FIXED_NOT)
      continue;
    if (worth < 0 && self->bound + worth < known)
      orienta_engine_fix (engine, variable, FALSE);
    else if (worth > 0 && self->bound - worth < known)
      orienta_engine_fix (engine, variable, TRUE);
  }
}

/**
 * orienta_engine_fix_by_prices:
 * @prices: what the level, in units of its own, gains by one unit of each row
 * @total: what the level adds up to in a choice that is known; variables that cannot be part of one that is as good, or
 *   must be, are fixed
 *
 * Returns: what the level cannot add up to more than, by these prices
 */
gint64
orienta_engine_fix_by_prices (OrientaEngine *engine, const OrientaProgram *program, guint level, const double *prices,
                              gint64 total)
{
  guint n_rows = orienta_program_get_n_rows (program) - 1;
  Fixing self = { .program = program, .engine = engine };
  self.aim = orienta_program_get_terms (program, program->limits->len + level);
  self.unit = orienta_terms_unit (&self.aim);
  gint64 bound = orienta_terms_most (&self.aim);
  g_autofree gint64 *scaled = self.prices = g_new0 (gint64, (gsize) n_rows + 1);
  g_autofree __int128 *worth = self.worth = g_new0 (__int128, (gsize) program->n_variables + 1);
  if (!read_prices (&self, prices, n_rows))
    return bound;
  add_up (&self, n_rows);
  __int128 units = self.bound >> self.bits; /* downwards: totals are whole */
  if (units < bound / self.unit)
    bound = (gint64) MAX (units * self.unit, G_MININT64);
  if (total != G_MININT64)
    fix (&self, engine, total);
  return bound;
}
