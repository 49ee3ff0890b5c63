/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include "policy/policy-private.h"

/* What a condition does to a household, without asking any: which parts, being true, help or hinder it. */

/* The units that are meant: masks of kinds, leases and support on site (0: with or without). */
typedef struct {
  guint64 kinds, leases, onsite;
} OrientaMeant;

extern const OrientaMeant orienta_meant_any, orienta_meant_durable, orienta_meant_time_limited, orienta_meant_social,
    orienta_meant_ordinary;

/* What a condition is, of the units meant, whoever asks. */
typedef enum { ORIENTA_FOLDED_FALSE, ORIENTA_FOLDED_TRUE, ORIENTA_FOLDED_OPEN } OrientaFolded;

/* Where a part stands: its being true helps (1), hinders (-1), or either (0). */
typedef gint OrientaPolarity;

/* Told of every attribute read. `test` NULL: read as a limit, as the axis of a table or as what a criterion measures;
 * the polarity is then that of the attribute's growing. */
typedef void (*OrientaVisit) (gpointer data, guint attribute, const OrientaCondition *test, OrientaPolarity polarity);

OrientaFolded orienta_polarity_fold (const OrientaPolicy *policy, const OrientaCondition *condition,
                                     const OrientaMeant *meant);
void orienta_polarity_walk (const OrientaPolicy *policy, const OrientaCondition *condition, const OrientaMeant *meant,
                            OrientaPolarity polarity, OrientaVisit visit, gpointer data);
OrientaPolarity orienta_polarity_of_test (const OrientaCondition *test, guint n_values, gboolean *constant);
OrientaPolarity orienta_polarity_of_bool (const OrientaCondition *test);
guint64 orienta_test_accepts (const OrientaCondition *test);
