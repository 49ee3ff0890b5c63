/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include "model/column-private.h"
#include "simulate/scenario-private.h"

/* One column of a household and how it is drawn. One number of [0, 1) decides all of it: an alternative holds a stretch of it,
 * and where several lists are drawn one after the other, the place within that stretch decides the next. */

/* The draws of a household: that of a column is its place in households.csv, from 0. */
#define ORIENTA_DRAW_AGE 1000
#define ORIENTA_DRAW_SINCE 1001 /* how long it has waited on the first day */

typedef enum {
  ORIENTA_TRAIT_ONE_OF, /* one alternative */
  ORIENTA_TRAIT_EACH,   /* one of each list, or nothing */
  ORIENTA_TRAIT_SPREAD, /* an amount or a count */
  ORIENTA_TRAIT_AGE,    /* years of the applicant, as a birth date */
  ORIENTA_TRAIT_AS,     /* the household's own territory, as a list */
} OrientaTraitKind;

typedef struct {
  double upto;  /* chances of its list, cumulated up to it */
  gint32 row;   /* of the templates; -1: nothing is written */
  guint32 said; /* of needs: mask of those it states */
} OrientaAlternative;

struct OrientaTrait {
  OrientaTraitKind kind;
  guint number; /* of the draw */
  OrientaColumn column;
  guint n_lists;
  guint *lists; /* n_lists + 1: where each begins among the alternatives */
  OrientaAlternative *alternatives;
  const OrientaHouseholdRow *rows; /* the scenario's templates */
  OrientaSpread spread;
  guint32 first_place; /* of the pool: each territory as a list of its own, one after the other */
};

void orienta_trait_free (OrientaTrait *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (OrientaTrait, orienta_trait_free)
