/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include "match/assign-private.h"
#include "match/match-options-private.h"
#include "score/ranking-private.h"

/* Everything that may be matched, laid out for every mechanism alike: households in the order that decides between
 * equals (rows), homes with the places that are free or may become so (columns), the pairs between them, and what is to
 * be made as large as possible, level by level. */

/* What a level adds up. */
typedef enum {
  ORIENTA_LEVEL_BOUND,   /* households that must be served: those with a place of their own, or one that is decided */
  ORIENTA_LEVEL_POINTS,  /* points of one tier */
  ORIENTA_LEVEL_HOUSED,  /* households with a new home */
  ORIENTA_LEVEL_CHOICE,  /* homes inside the stated choice (HF6) */
  ORIENTA_LEVEL_DURABLE, /* durable homes (HF9) */
} OrientaLevelKind;

typedef struct {
  OrientaLevelKind kind;
  guint tier; /* of points; the number of tiers: those in none */
} OrientaMatchLevel;

/* Why a household must have a place. */
typedef enum {
  ORIENTA_BOUND_NOT,
  ORIENTA_BOUND_STAYS,    /* it has a place, which it may keep */
  ORIENTA_BOUND_BASELINE, /* it would lose too much against the baseline */
  ORIENTA_BOUND_KEPT,     /* its pair is decided */
} OrientaBound;

/* A pair that is open but for the reserve of its unit, or of the slots that it takes. */
typedef struct {
  guint32 row, unit;
  gint64 points;
} OrientaWithheld;

#define ORIENTA_STAYS 3 /* status of the pair of a household with its own place */

typedef struct {
  OrientaBinding *binding;
  const OrientaMatchOptions *options;
  OrientaRanking *ranking;
  guint n_rows, n_units;
  guint32 *households; /* by row */
  guint32 *rows;       /* by household */
  gint64 *first;       /* by row, one more at the end */
  guint32 *units;      /* by pair, ascending within a row, as points and status */
  gint64 *points;      /* thousandths */
  guint8 *status;      /* OrientaStatus, or ORIENTA_STAYS */
  guint16 *tiers;      /* by pair; NULL: the policy has none */
  gint64 *reserves;    /* by unit, thousandths: what its places are worth when kept for later, 0: no reserve; NULL: none has one */
  gint64 *slot_reserves; /* by slot of the register: the same of its slots */
  gint64 *charges;     /* by pair: the least of what the slots that it takes are worth when kept, where support decides; NULL: nothing */
  GArray *withheld;    /* of OrientaWithheld, by row, then unit */
  guint32 *capacities; /* by unit: free places, and those whose holders may leave */
  guint8 *bounds;      /* by row: OrientaBound */
  guint32 *n_open;     /* by row: homes that are not refused, before minimum, bars and the like */
  guint n_levels;
  OrientaMatchLevel *levels;
  OrientaLevelValues *values; /* by level */
  gint64 *own_values;         /* of levels that have a column of their own, one after the other */
  guint8 *marks;              /* by pair: a bit for each level that counts pairs */
  gint64 lowest;  /* what worth is counted from: 0, or the lowest of all below it */
} OrientaBoard;

OrientaBoard *orienta_board_new  (OrientaBinding *binding, const OrientaMatchOptions *options, OrientaProgress *progress,
                                  GError **error);
OrientaBoard *orienta_board_new_empty (OrientaBinding *binding, const OrientaMatchOptions *options);
void          orienta_board_free (OrientaBoard *self);
gboolean      orienta_board_read_reserves (OrientaBoard *self, GError **error);
gint64        orienta_board_find (const OrientaBoard *self, guint row, guint unit); /* a pair, or -1 */
gint64        orienta_board_find_own (const OrientaBoard *self, guint row); /* where it may stay: a pair, or -1 */
gboolean      orienta_board_fill_levels (OrientaBoard *self, OrientaProgress *progress, GError **error);
void          orienta_board_make_levels (OrientaBoard *self, gsize room);
void          orienta_board_fill_tiers (OrientaBoard *self);
gboolean      orienta_board_prefers (const OrientaBoard *self, guint row, gint64 a, gint64 b);

static inline gint64
orienta_board_n_pairs (const OrientaBoard *self)
{
  return self->first[self->n_rows];
}

/* The unit whose place the household of a row holds; -1: none of the register. */
static inline gint32
orienta_board_own_unit (const OrientaBoard *self, guint row)
{
  return self->binding->reg->households[self->households[row]].occupies;
}

/* The tier of a pair; the number of tiers for none. */
static inline guint
orienta_board_tier (const OrientaBoard *self, gint64 pair)
{
  return self->tiers ? self->tiers[pair] : 0;
}

/* The value of a pair at a level. */
static inline gint64
orienta_board_value (const OrientaBoard *self, guint level, gint64 pair)
{
  const OrientaLevelValues *values = &self->values[level];
  return values->wide ? values->wide[pair] : self->marks[pair] >> values->bit & 1;
}

/* Rows, units and pairs as the solver and its verifier take them. Borrowed. */
static inline OrientaProblem
orienta_board_problem (const OrientaBoard *self)
{
  return (OrientaProblem){ self->n_rows,     self->n_units,  self->first,  self->units, self->values[0].wide,
                           self->capacities, self->n_levels, self->values, self->marks };
}

/* What a place of a unit is worth when it is kept. */
static inline gint64
orienta_board_reserve (const OrientaBoard *self, guint unit)
{
  return self->reserves ? self->reserves[unit] : 0;
}

/* What a pair counts for at most: its points, as far as they are above the reserves of its place and the cheapest slots
 * that it may take. */
static inline gint64
orienta_board_worth (const OrientaBoard *self, gint64 pair)
{
  return self->points[pair] - orienta_board_reserve (self, self->units[pair])
         - (self->charges ? self->charges[pair] : 0);
}

static inline OrientaCandidate
orienta_board_candidate (const OrientaBoard *self, guint row, gint64 pair)
{
  return (OrientaCandidate){ .household = self->households[row],
                             .unit = self->units[pair],
                             .points = self->points[pair],
                             .tier = (guint16) orienta_board_tier (self, pair),
                             .status = self->status[pair] };
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (OrientaBoard, orienta_board_free)
