/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include <orienta/assign.h>

/* The solver's parts, in the order they are used: problem → scale and floors → arcs (pack) → search (with its queue) →
 * levels → ties → read → assignment. How they play together is told at the head of assign.c. */

#define ORIENTA_NOBODY G_MAXUINT32 /* no row, no column */
#define ORIENTA_WIDEST (G_GINT64_CONSTANT (1) << 61) /* three values in units fit together */

/* Where the values of a level are: each by itself, or a bit of each pair's marks, which makes them 0 or 1. */
typedef struct {
  const gint64 *wide; /* by pair; NULL: marked */
  guint bit;
} OrientaLevelValues;

/* The caller's arrays. Scale, floors, arcs, search and ties know the first level alone. */
typedef struct {
  guint n_rows, n_columns;
  const gint64 *first;
  const guint32 *columns;
  const gint64 *values; /* by pair, of the first level */
  const guint32 *capacities;
  guint n_levels;
  const OrientaLevelValues *levels; /* by level; NULL where there is only the first */
  const guint8 *marks;              /* by pair; NULL where no level is marked */
} OrientaProblem;

/* Codes of 32 bits for values from 0 on, in the same order as the values. */
typedef struct {
  gint64 unit;    /* divides every value */
  gint64 largest; /* of the values */
  guint shift;    /* unit is odd << shift */
  guint64 inverse, most; /* of odd: modulo 2^64, and the largest quotient */
  guint32 n_ranks;
  gint64 *ranks; /* distinct values in units, ascending; NULL: the code is the value in units */
} OrientaScale;

/* The lowest value that a column lists: (value >> shift) >= step. */
typedef struct {
  guint8 *steps; /* by column */
  guint shift;
  gboolean guessed; /* and may be too high */
} OrientaFloors;

#define ORIENTA_CLOSED G_MAXUINT8 /* the step of a column without places: above all values */

/* Pairs as lists of one side, and a search over them; what they are is the business of each solver. */
typedef struct OrientaArcs OrientaArcs;
typedef struct OrientaQueue OrientaQueue;
typedef struct OrientaSearch OrientaSearch;

/* Pairs that a best matching may use: those of a row are columns[first[row]] to columns[first[row + 1] - 1]. */
typedef struct {
  guint32 *first, *columns;
} OrientaTight;

/* One search, for numbers of one width. */
typedef struct {
  OrientaArcs   *(*pack)       (const OrientaProblem *problem, OrientaScale *scale, const OrientaFloors *floors);
  void           (*arcs_free)  (OrientaArcs *arcs);
  OrientaTight  *(*list_tight) (const OrientaArcs *rows, const OrientaScale *scale, const OrientaAssignment *duals,
                                gint64 left);
  OrientaSearch *(*search_new) (const OrientaProblem *problem, const OrientaScale *scale, OrientaArcs *rows,
                                gboolean from_columns);
  gboolean       (*run)        (OrientaSearch *search, guint64 effort, OrientaProgress *progress, GError **error);
  guint64        (*get_left)   (const OrientaSearch *search);
  void           (*read)       (const OrientaSearch *search, OrientaAssignment *result);
  OrientaTight  *(*find_tight) (const OrientaSearch *search);
  void           (*free)       (OrientaSearch *search);
} OrientaSolver;

extern const OrientaSolver orienta_narrow, orienta_wide;

/* A problem ready to be searched. */
typedef struct {
  const OrientaSolver *solver;
  OrientaScale *scale;
  OrientaFloors *floors;
  OrientaArcs *arcs; /* by row; NULL: taken */
} OrientaPack;

struct OrientaAssignment {
  gatomicrefcount references;
  guint n_rows, n_columns, n_levels, n_pairs;
  gint64 *totals;  /* by level */
  gint32 *columns; /* by row; -1: unmatched */
  gint64 *values;  /* by level and row, as slack; both NULL when somebody else made the matching */
  gint64 *slack;
  gint64 *prices;  /* by level and column */
  gint64 *cutoffs; /* by column, of the first level; NULL as above */
};

OrientaAssignment *orienta_assignment_new_empty (guint n_rows, guint n_columns, guint n_levels);

/* Whether a pair may be chosen: its value is not negative, its column has a place. */
static inline gboolean
orienta_problem_needs (const OrientaProblem *self, gint64 pair)
{
  return self->values[pair] >= 0 && self->capacities[self->columns[pair]] > 0;
}

/* Whether a pair may be part of a best matching, as far as slack and prices tell. */
static inline gboolean
orienta_problem_is_tight (const OrientaProblem *self, const OrientaAssignment *solved, guint row, gint64 pair)
{
  return solved->slack[row] + solved->prices[self->columns[pair]] == self->values[pair]
         && orienta_problem_needs (self, pair);
}

static inline gint64
orienta_problem_value (const OrientaProblem *self, guint level, gint64 pair)
{
  if (level == 0)
    return self->values[pair];
  const OrientaLevelValues *values = &self->levels[level];
  return values->wide ? values->wide[pair] : self->marks[pair] >> values->bit & 1;
}

/* Whether a pair could be chosen if its column had a place: the first of its values that is not 0 is positive. */
static inline gboolean
orienta_problem_allows (const OrientaProblem *self, gint64 pair)
{
  gint64 value = self->values[pair];
  for (guint level = 1; value == 0 && level < self->n_levels; level++)
    value = orienta_problem_value (self, level, pair);
  return value >= 0;
}


OrientaLevelValues *orienta_level_values_new (const gint64 *values, guint n_levels, gint64 n_pairs);
OrientaAssignment  *orienta_problem_assign   (const OrientaProblem *self, OrientaProgress *progress, GError **error);
gboolean            orienta_problem_verify   (const OrientaProblem *self, const OrientaAssignment *claim, GError **error);
gboolean            orienta_problem_verify_kept (const OrientaProblem *self, const OrientaAssignment *claim, const __int128 *kept,
                                                 GError **error);
void                orienta_problem_find_kept   (const OrientaProblem *self, const gint64 *prices, guint row, __int128 *kept);

OrientaScale *orienta_scale_new     (const OrientaProblem *problem);
OrientaScale *orienta_scale_guess   (const OrientaProblem *problem);
void          orienta_scale_free    (OrientaScale *self);
guint32       orienta_scale_rank    (const OrientaScale *self, gint64 value);

/* The code of a value that the scale knows. */
static inline guint32
orienta_scale_code (const OrientaScale *self, gint64 value)
{
  guint64 quotient = ((guint64) value >> self->shift) * self->inverse;
  return self->ranks ? orienta_scale_rank (self, (gint64) quotient) : (guint32) quotient;
}

/* The value of a code, in units. */
static inline gint64
orienta_scale_value (const OrientaScale *self, guint32 code)
{
  return self->ranks ? self->ranks[code] : code;
}

gboolean      orienta_problem_rows_fit     (const OrientaProblem *self);
gboolean      orienta_problem_check        (const OrientaProblem *self, GError **error);
gboolean      orienta_problem_check_sizes  (const OrientaProblem *self, const OrientaScale *scale, GError **error);
gboolean      orienta_problem_check_levels (const OrientaProblem *self, GError **error);
gint64        orienta_problem_get_bonus    (const OrientaProblem *self, guint level);
OrientaTight *orienta_problem_solve        (const OrientaProblem *self, OrientaPack *pack, OrientaAssignment *result,
                                            OrientaProgress *progress, GError **error);
void          orienta_problem_read         (const OrientaProblem *self, OrientaAssignment *result);

OrientaFloors *orienta_floors_new   (const OrientaProblem *problem, const OrientaScale *scale);
void           orienta_floors_free  (OrientaFloors *self);
void           orienta_floors_guess (OrientaFloors *self, const OrientaProblem *problem);
gboolean       orienta_floors_hold  (const OrientaFloors *self, const OrientaProblem *problem,
                                     const OrientaAssignment *result);

OrientaPack  *orienta_pack_new         (const OrientaProblem *problem, GError **error);
OrientaArcs  *orienta_pack_take_arcs   (OrientaPack *self, const OrientaProblem *problem);
OrientaTight *orienta_pack_list_tight  (const OrientaPack *self, const OrientaAssignment *duals, gint64 left);
void          orienta_pack_drop_floors (OrientaPack *self, const OrientaProblem *problem);
void          orienta_pack_free        (OrientaPack *self);

/* A queue whose smallest key never falls; `last` is the key of what was taken out last. */
typedef struct {
  gint64 key;
  guint32 node;
} OrientaEntry;

typedef struct {
  OrientaEntry *entries;
  guint n, room;
} OrientaBucket;

struct OrientaQueue {
  gint64 last;
  guint64 filled; /* bit b: bucket b holds something */
  OrientaBucket buckets[64];
};

void          orienta_queue_push  (OrientaQueue *self, gint64 key, guint32 node);
guint32       orienta_queue_pop   (OrientaQueue *self, gint64 limit);
void          orienta_queue_reset (OrientaQueue *self);
void          orienta_queue_clear (OrientaQueue *self);

gboolean      orienta_ties_settle (OrientaTight *tight, const guint32 *capacities, const gint64 *slack,
                                   OrientaAssignment *result, OrientaProgress *progress, GError **error);
OrientaTight *orienta_steps_solve (const OrientaProblem *problem, OrientaPack *pack, OrientaAssignment *result,
                                   OrientaProgress *progress, GError **error);
void          orienta_tight_sort  (OrientaTight *self, guint n_rows);
void          orienta_tight_free  (OrientaTight *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (OrientaScale, orienta_scale_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (OrientaFloors, orienta_floors_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (OrientaPack, orienta_pack_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (OrientaTight, orienta_tight_free)
