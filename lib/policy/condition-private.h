/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include "policy/reader-private.h"

OrientaCondition *orienta_condition_new (OrientaConditionKind kind);
void orienta_condition_free (OrientaCondition *self);
void orienta_condition_append (OrientaCondition *self, OrientaCondition *child);  /* (transfer full); NULL: nothing */
OrientaCondition *orienta_condition_not (OrientaCondition *child);                /* (transfer full) */
OrientaCondition *orienta_condition_flatten (OrientaCondition *self);             /* (transfer full) */
OrientaCondition *orienta_condition_read (OrientaReader *reader, JsonNode *node); /* never NULL */
guint64 orienta_condition_seal (OrientaCondition *self, const OrientaReader *reader); /* NULL: 0 */
void orienta_condition_bound (OrientaReader *reader, JsonNode *node, guint64 weight);
gboolean orienta_condition_is_special (const OrientaCondition *self, const OrientaPolicy *policy);

/* The member of that name; NULL when it is missing. */
OrientaCondition *orienta_condition_read_member (OrientaReader *reader, JsonNode *object, const char *name,
                                                 gboolean needed);

/* What one attribute is compared with: the value of a condition's member. */
OrientaCondition *orienta_comparison_read (OrientaReader *reader, guint attribute,
                                           JsonNode *node); /* NULL after a fault */

G_DEFINE_AUTOPTR_CLEANUP_FUNC (OrientaCondition, orienta_condition_free)
