/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include <orienta/program.h>

#include "match/optimal-private.h"

/* What pairs cost against the best under places alone. */
typedef struct {
  guint n_levels;
  gsize n_pairs;
  gint64 *costs;  /* by level and pair */
  gint64 *totals; /* of the best, by level */
} OrientaCosts;

OrientaCosts *orienta_costs_new     (const OrientaBoard *board, const OrientaAssignment *best);
void          orienta_costs_free    (OrientaCosts *self);
gboolean      orienta_costs_within  (const OrientaCosts *self, gint64 pair, const gint64 *most);
gint64       *orienta_costs_at_rank (const OrientaCosts *self, gsize rank, OrientaProgress *progress, GError **error);
gint64       *orienta_costs_gap     (const OrientaCosts *self, const OrientaBoard *board, const OrientaSolution *solution);
gboolean      orienta_costs_covers  (const OrientaCosts *self, const gint64 *most, const gint64 *gap);

/* The board and its limits as a program: a variable for each pair that may be of use, and where support is required one
 * for each household with each service that would do. Where slots are kept for later these carry what the slots are
 * worth, and there is one for each tier that pairs of the household are of. */
typedef struct {
  const OrientaBoard *board;
  const OrientaLimits *limits;
  const OrientaCosts *costs;
  gint64 *most; /* what pairs cost at most to be in it, by level; NULL: all are */
  OrientaProgram *program;
  guint n_pairs;       /* the first variables */
  guint32 *rows;       /* by such a variable: its row */
  gint64 *pairs;       /* and its pair */
  GArray *helps;       /* of OrientaHelp: the other variables */
  GArray *sources;     /* of OrientaLimitSource, by limit of the program */
} OrientaModel;

typedef struct {
  guint32 row, service;
  guint tier; /* of the pairs that it supports, where slots that are kept count at their level; else 0 */
} OrientaHelp;

/* What a limit of the program stands for. */
typedef struct {
  gint32 limit; /* of OrientaLimits; -1: none */
  gint32 row;   /* a household that must be served; -1: none */
  gint32 unit;  /* whose places it counts; -1: none */
} OrientaLimitSource;

OrientaModel *orienta_model_new   (const OrientaBoard *board, const OrientaLimits *limits, const OrientaCosts *costs,
                                   const gint64 *most, GError **error);
void          orienta_model_free  (OrientaModel *self);
void          orienta_model_start (OrientaModel *self, const OrientaOutcome *outcome);
void          orienta_model_read  (const OrientaModel *self, const OrientaSolution *solution, OrientaOutcome *outcome);
void          orienta_model_read_services (const OrientaModel *self, const OrientaSolution *solution, OrientaOutcome *outcome);
guint         orienta_model_level (const OrientaBoard *board, guint level); /* of the board, for one of the program */
gboolean      orienta_model_find_worths (OrientaModel *self, OrientaLimits *limits, OrientaMatching *matching,
                                         OrientaProgress *progress, GError **error);

/* The model's own parts (model-support.c). */
static const OrientaLimitSource orienta_no_source = { -1, -1, -1 };

void          orienta_model_add_limit (OrientaModel *self, const char *name, OrientaLimitSource source, const GArray *variables,
                                       const gint64 *weights, gint64 lower, gint64 upper);
gboolean      orienta_model_requires_support (const OrientaModel *self);
gboolean      orienta_model_can_support (const OrientaModel *self, guint row, guint unit);
void          orienta_model_list_helps (OrientaModel *self);
gint64        orienta_model_help_value (const OrientaModel *self, guint help, guint level);
void          orienta_model_limit_service (OrientaModel *self, guint number);
void          orienta_model_tie_support (OrientaModel *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (OrientaCosts, orienta_costs_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (OrientaModel, orienta_model_free)
