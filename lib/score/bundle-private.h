/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include "score/cells-private.h"
#include "score/ladder-private.h"
#include "score/mask-private.h"

/* A policy's criteria compiled for columns of points. */

typedef enum {
  ORIENTA_BUNDLE_NUMBER, /* reads only the household */
  ORIENTA_BUNDLE_BITS,   /* a flag: a row of bits times its points */
  ORIENTA_BUNDLE_LADDER,
  ORIENTA_BUNDLE_CELLS,  /* whatever else */
} OrientaBundlePartKind;

/* One criterion in force. */
typedef struct {
  OrientaBundlePartKind kind;
  guint criterion;
  guint memory;           /* its place among a thread's memories of its kind */
  gboolean always_proven; /* no household's proofs matter at this level */
  gint64 points;          /* of a flag */
  const OrientaMaskNode *applies, *when; /* of a flag and a ladder */
  OrientaLadder ladder;
  OrientaCells cells;
} OrientaBundlePart;

/* Criteria that are taken together: a group, or all that are in none (group NULL: a sum without bounds). */
typedef struct {
  const OrientaGroup *group;
  OrientaCombine combine;
  gboolean reads_unit;
  gint32 *same;  /* by unit: what is the same for every household, a sum's; or NULL */
  GArray *parts; /* of OrientaBundlePart */
} OrientaBundle;

typedef struct {
  const OrientaBinding *binding;
  OrientaMasks *masks;
  OrientaEvidence level;
  gint64 reach;    /* the most, in size, that what reads the unit can add up to on the way to a sum */
  GArray *bundles; /* of OrientaBundle, the free one first */
  guint n_ladders, n_cells;
} OrientaBundles;

void orienta_bundles_init  (OrientaBundles *self, const OrientaBinding *binding, OrientaMasks *masks, OrientaEvidence level);
void orienta_bundles_clear (OrientaBundles *self);
