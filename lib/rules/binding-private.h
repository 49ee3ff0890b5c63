/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include "model/register-private.h"
#include "policy/policy-private.h"

/* A policy bound to one register: the words that only the register knows are resolved, and of each rule, criterion and
 * table the version in force on its day is chosen. Cheap to make, immutable, counted by references. */
typedef struct {
  gatomicrefcount references;
  OrientaPolicy *policy;
  OrientaRegister *reg;
  guint64 *masks;       /* by slot of a test on codes: the bits of its words that the register has */
  gboolean *incomplete; /* by slot: some word is unknown to the register, so that "all of them" never holds */
  gint32 **members;     /* by slot of a test on places or a code: indexes, -1 at the end */
  gint *columns;        /* by local attribute: the register's column, or -1 */
  gint *tables;         /* by table: its version in force, or -1 */
  gint *criteria;       /* by criterion: its version in force, or -1 */
  gboolean *rules;      /* by rule: whether it is in force */
  gint *proofs;         /* by criterion: its id among the register's codes, or -1 */
} OrientaBinding;

/* Three-valued truth; `all` is the least, `any` the greatest. */
typedef enum { ORIENTA_FALSE = 0, ORIENTA_MAYBE = 1, ORIENTA_TRUE = 2 } OrientaTruth;

OrientaBinding *orienta_binding_new   (OrientaPolicy *policy, OrientaRegister *reg, GError **error);
OrientaBinding *orienta_binding_ref   (OrientaBinding *self);
void            orienta_binding_unref (OrientaBinding *self);

gboolean        orienta_binding_find  (const OrientaBinding *self, const char *household, const char *unit,
                                       guint *household_place, gint *unit_place, GError **error);

gboolean        orienta_binding_find_unit (const OrientaBinding *self, const char *unit, guint *place, GError **error);
gboolean        orienta_binding_find_slot (const OrientaBinding *self, const char *service, const char *slots, guint *place,
                                           GError **error);

/* Questions about one pair; `unit` -1 when none is meant, and then every value that reads it is unknown. */
gint64       orienta_binding_value  (const OrientaBinding *self, guint attribute, guint household, gint unit);
gint64       orienta_binding_lookup (const OrientaBinding *self, guint table, guint household, gint unit);
OrientaTruth orienta_binding_truth  (const OrientaBinding *self, const OrientaCondition *condition, guint household, gint unit);
gint64       orienta_binding_limit  (const OrientaBinding *self, const OrientaCondition *test, guint household, gint unit);

/* What a criterion gives to one pair before groups, levels of evidence and bounds. It stands here and not in score/ because a
 * condition may ask whether another criterion gives points. */
typedef enum { ORIENTA_GIVES, ORIENTA_GIVES_NOTHING, ORIENTA_GIVES_UNKNOWN, ORIENTA_GIVES_NOT_APPLICABLE } OrientaGives;

OrientaGives orienta_binding_points (const OrientaBinding *self, const OrientaCriterion *criterion, guint household, gint unit,
                                     gint64 *points);
gint64       orienta_binding_measure (const OrientaBinding *self, const OrientaCriterion *criterion, guint household, gint unit);

/* What a household's points of a criterion rest on: as the policy says, or verified where its proof has been seen. */
OrientaEvidence orienta_binding_evidence (const OrientaBinding *self, guint criterion, guint household);

/* What quotas and support ask. */
gint64       orienta_binding_load (const OrientaBinding *self, const OrientaLoad *load, guint household);
gboolean     orienta_binding_quota_has_unit (const OrientaBinding *self, const OrientaQuota *quota, guint unit);
gboolean     orienta_binding_quota_has_household (const OrientaBinding *self, const OrientaQuota *quota, guint household);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (OrientaBinding, orienta_binding_unref)
