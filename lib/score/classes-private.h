/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include "rules/binding-private.h"

/* Which rows are alike. A question that reads only some attributes has the same answer for all rows of a class, so it is
 * asked once, of the class's representative. */
typedef struct {
  guint n;
  guint n_rows;
  guint32 *of;             /* row -> class, in order of first appearance */
  guint32 *representative; /* class -> its first row */
} OrientaClasses;

/* Lists of a household that name single units, as bits. */
typedef enum { ORIENTA_NAMES_OCCUPIES = 1, ORIENTA_NAMES_OFFERS = 2, ORIENTA_NAMES_OUTCOMES = 4 } OrientaNames;

gboolean orienta_names_any (const OrientaHouseholdRow *household, guint names);

/* What a question reads. */
typedef struct {
  GArray *household;      /* guint: household attributes, or the pair attributes that read a list of the household */
  GArray *unit;           /* guint: unit attributes */
  guint names;       /* OrientaNames: lists of the household that name single units */
} OrientaReads;

OrientaReads   *orienta_reads_new       (void);
void            orienta_reads_free      (OrientaReads *self);
void            orienta_reads_condition (OrientaReads *self, const OrientaBinding *binding, const OrientaCondition *condition);
void            orienta_reads_criterion (OrientaReads *self, const OrientaBinding *binding, guint criterion);
void            orienta_reads_attribute (OrientaReads *self, const OrientaBinding *binding, guint attribute);
void            orienta_reads_policy    (OrientaReads *self, const OrientaBinding *binding);
gboolean        orienta_reads_has       (const OrientaReads *self, guint attribute);

OrientaClasses *orienta_classes_of_units      (const OrientaBinding *binding, const OrientaReads *reads);
OrientaClasses *orienta_classes_of_households (const OrientaBinding *binding, const OrientaReads *reads);
void            orienta_classes_split_by_proofs (OrientaClasses *self, const OrientaRegister *reg);
void            orienta_classes_free          (OrientaClasses *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (OrientaReads, orienta_reads_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (OrientaClasses, orienta_classes_free)
