/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include <orienta/limit.h>
#include <orienta/matching.h>

#include "match/board-private.h"

typedef struct {
  guint32 household, unit;
  gint64 points; /* thousandths */
  guint8 status;
  gboolean in_choice, lacks_support;
  gint32 left;    /* the unit whose place it leaves; -1: none */
  gint32 service; /* -1: none */
} OrientaMatched;

typedef struct {
  guint32 household;
  OrientaReasonCode reason;
  gint32 nearest; /* the unit that would take the fewest points more; -1: none */
  gint32 limit;   /* -1: none */
  gint64 margin;  /* those points */
} OrientaUnmatched;

/* One place more, one less: points and households. */
typedef struct {
  gint64 gain, loss;
  gint32 gain_housed, loss_housed;
} OrientaWorth;

typedef struct {
  OrientaLimitKind kind;
  char *id;
  char *part;        /* of a quota that holds for each landlord, each unit…: which; NULL: all together */
  const char *bound; /* "min_share", "max_load", "slots"… */
  gint64 amount, least, most; /* G_MININT64, G_MAXINT64: no bound */
  gint64 step;                /* what one household, one slot is counted as */
  gboolean has_worth, has_loss; /* whether worth has its gain, its loss */
  OrientaWorth worth;
} OrientaLimit;

/* Whether the bound could be tighter by one step and still hold what was found. */
static inline gboolean
orienta_limit_has_room (const OrientaLimit *self)
{
  return self->most != G_MAXINT64 ? self->amount + self->step <= self->most : self->amount - self->step >= self->least;
}

typedef struct {
  guint limit;
  gint64 gap;
} OrientaConflict;

typedef struct {
  guint pair, chain;
} OrientaMove;

struct OrientaMatching {
  gatomicrefcount references;
  OrientaBinding *binding;
  OrientaMatchOptions *options;
  OrientaMatchStatus status;
  gboolean by_program; /* limits beside places decided */
  guint n_pairs, n_unmatched, n_levels, n_chains;
  OrientaMatched *pairs;       /* by household */
  gint32 *pair_of;             /* by household; -1: none */
  OrientaUnmatched *unmatched; /* by household */
  gint64 total, bound;         /* points, thousandths */
  OrientaMatchLevel *levels;
  gint64 *totals, *bounds;     /* by level */
  gint64 *prices;              /* level by level, by unit: the certificate; NULL: none */
  OrientaWorth *worths;        /* by unit; NULL: not known */
  gint64 *cutoffs;             /* by unit, thousandths; G_MININT64: a place is free; G_MAXINT64: no place at all */
  GArray *limits;              /* of OrientaLimit */
  GArray *conflicts;           /* of OrientaConflict */
  GArray *moves;               /* of OrientaMove */
  gboolean *exchanges;         /* by chain */
};

OrientaMatching *orienta_match_bare (OrientaPolicy *policy, OrientaRegister *reg, OrientaMatchOptions *options,
                                     OrientaProgress *progress, GError **error);

/* What a mechanism decides: by row, a pair of the board, or -1. */
typedef struct {
  gint64 *pairs;
  gint32 *services; /* by row; -1: none */
  guint8 *lacking;  /* by row: calls for support and has none */
} OrientaOutcome;

OrientaOutcome *orienta_outcome_new  (guint n_rows);
void            orienta_outcome_free (OrientaOutcome *self);
gboolean        orienta_outcome_keep (OrientaOutcome *self, const OrientaBoard *board, guint32 *free, GError **error);

/* The mechanisms of today and of stability; each FALSE when cancelled or not to be done. The best: optimal-private.h. */
gboolean orienta_match_sequential    (OrientaBoard *board, OrientaOutcome *outcome, OrientaProgress *progress, GError **error);
gboolean orienta_match_stable        (OrientaBoard *board, OrientaOutcome *outcome, OrientaProgress *progress, GError **error);

gboolean orienta_match_take_given    (OrientaBoard *board, OrientaOutcome *outcome, GError **error);

void     orienta_matching_read_moves (OrientaMatching *self); /* from its pairs */

G_DEFINE_AUTOPTR_CLEANUP_FUNC (OrientaOutcome, orienta_outcome_free)
