/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include <orienta/program.h>
#include <orienta/solution.h>

/* The parts, in the order they are used: program → engine (the only one that knows HiGHS) → solve → conflict →
 * solution → verify. How they play together is told at the head of program-solve.c. */

#define ORIENTA_EXACT (G_GINT64_CONSTANT (1) << 53) /* below it, doubles are exact whole numbers */
#define ORIENTA_NO_LIMIT G_MAXUINT
#define ORIENTA_MAX_TERMS (1 << 28) /* of a program: values at all levels, terms of all limits; so HiGHS can number them */

typedef struct {
  char *name; /* NULL: structural */
  gsize first, n; /* in the program's terms */
  gint64 lower, upper; /* G_MININT64, G_MAXINT64: none */
} OrientaProgramLimit;

struct OrientaProgram {
  gatomicrefcount references;
  guint n_variables;
  GPtrArray *levels; /* of gint64 *, by variable */
  GArray *limits;    /* of OrientaProgramLimit */
  GArray *variables; /* of guint32: the terms of one limit after the other */
  GArray *coefficients; /* of gint64, beside the variables */
  guint64 n_terms; /* that were said; beyond ORIENTA_MAX_TERMS none is kept, and nothing is solved */
  guint8 *start; /* by variable; NULL: none */
};

/* A row is what has an activity: limit r, or level r - n_limits. */
typedef struct {
  gsize n;
  const guint32 *variables; /* NULL: 0 to n - 1 */
  const gint64 *coefficients;
} OrientaTerms;

struct OrientaSolution {
  gatomicrefcount references;
  OrientaSolved status;
  guint n_variables, n_levels, n_limits;
  guint moved; /* the limit that orienta_program_solve_with() moved, or ORIENTA_NO_LIMIT */
  gint64 by;
  guint8 *chosen; /* NULL: nothing was found */
  gint64 *totals, *bounds; /* by level */
  gint64 *activities; /* by limit */
  gint64 *prices; /* by limit, in value_unit / 2^price_bits for one of the limit's own units */
  guint price_bits;
  gint64 value_unit; /* divides every value of level 0 */
  gint64 proven_bound;
  guint n_conflicts;
  guint32 *conflicts;
  gint64 *slacks; /* by conflict */
  guint8 *above; /* by conflict: the upper bound must give */
  gboolean minimal;
};

/* What one run came to. */
typedef enum {
  ORIENTA_RUN_FAILED,     /* the error is set */
  ORIENTA_RUN_DONE,       /* the best is known */
  ORIENTA_RUN_IMPOSSIBLE, /* nothing holds */
  ORIENTA_RUN_STOPPED,    /* neither could be shown in time */
} OrientaRun;

/* Whether a variable is decided already. */
typedef enum { ORIENTA_FIXED_NOT, ORIENTA_FIXED_OUT, ORIENTA_FIXED_IN } OrientaFixed;

typedef struct OrientaEngine OrientaEngine;

guint            orienta_program_get_n_rows  (const OrientaProgram *self);
OrientaTerms     orienta_program_get_terms   (const OrientaProgram *self, guint row);
OrientaProgramLimit    *orienta_program_get_limit   (const OrientaProgram *self, guint limit);
gboolean         orienta_program_check       (const OrientaProgram *self, GError **error);
void             orienta_limit_move          (OrientaProgramLimit *self, gint64 by);

gint64           orienta_terms_unit          (const OrientaTerms *self);
gint64           orienta_terms_activity      (const OrientaTerms *self, const guint8 *chosen);
gint64           orienta_terms_least         (const OrientaTerms *self);
gint64           orienta_terms_most          (const OrientaTerms *self);

OrientaEngine   *orienta_engine_new          (const OrientaProgram *program, double seconds,
                                              OrientaProgress *progress, GError **error);
void             orienta_engine_free         (OrientaEngine *self);
void             orienta_engine_bind         (OrientaEngine *self, guint row, gint64 lower, gint64 upper);
gint64           orienta_engine_get_lower    (const OrientaEngine *self, guint row);
gint64           orienta_engine_get_upper    (const OrientaEngine *self, guint row);
void             orienta_engine_fix          (OrientaEngine *self, guint variable, gboolean in);
OrientaFixed     orienta_engine_get_fixed    (const OrientaEngine *self, guint variable);
gint64           orienta_engine_fix_by_prices (OrientaEngine *engine, const OrientaProgram *program, guint level,
                                              const double *prices, gint64 total);
void             orienta_engine_aim          (OrientaEngine *self, guint row, gint sign);
OrientaRun       orienta_engine_run          (OrientaEngine *self, const guint8 *start, GError **error);
OrientaRun       orienta_engine_relax        (OrientaEngine *self, double *prices, GError **error);
gboolean         orienta_engine_holds        (const OrientaEngine *self, const guint8 *chosen);
const guint8    *orienta_engine_get_chosen   (const OrientaEngine *self);
gint64           orienta_engine_get_bound    (const OrientaEngine *self);

OrientaSolution *orienta_solution_new        (const OrientaProgram *program, guint moved, gint64 by);
void             orienta_solution_choose     (OrientaSolution *self, const OrientaProgram *program,
                                              const guint8 *chosen);
gint64           orienta_solution_prove      (const OrientaSolution *self, const OrientaProgram *program);

gboolean         orienta_conflict_find       (OrientaEngine *engine, const OrientaProgram *program,
                                              OrientaSolution *solution, OrientaProgress *progress, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (OrientaEngine, orienta_engine_free)
