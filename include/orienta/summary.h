/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include <orienta/simulation.h>

G_BEGIN_DECLS

/* Means over replications with their confidence intervals, or of one simulation less another, replication by
 * replication; lines as in simulation.h, without the replication. */

ORIENTA_API OrientaSummary    *orienta_simulation_summarize    (OrientaSimulation *self, double confidence);
ORIENTA_API OrientaSummary    *orienta_simulation_compare      (OrientaSimulation *self, OrientaSimulation *other,
                                                                double confidence, GError **error);
ORIENTA_API OrientaSummary    *orienta_summary_ref             (OrientaSummary *self);
ORIENTA_API void               orienta_summary_unref           (OrientaSummary *self);
ORIENTA_API OrientaSummary    *orienta_summary_publish         (const OrientaSummary *self, guint threshold);
ORIENTA_API OrientaSimulation *orienta_summary_get_simulation  (const OrientaSummary *self);
ORIENTA_API gsize              orienta_summary_get_n           (const OrientaSummary *self);
ORIENTA_API const gint32      *orienta_summary_get_periods     (const OrientaSummary *self);
ORIENTA_API const gint32      *orienta_summary_get_territories (const OrientaSummary *self);
ORIENTA_API const gint32      *orienta_summary_get_groups      (const OrientaSummary *self);
ORIENTA_API const gint32      *orienta_summary_get_measures    (const OrientaSummary *self);
ORIENTA_API const gint32      *orienta_summary_get_counts      (const OrientaSummary *self);
ORIENTA_API const double      *orienta_summary_get_means       (const OrientaSummary *self);
ORIENTA_API const double      *orienta_summary_get_lows        (const OrientaSummary *self);
ORIENTA_API const double      *orienta_summary_get_highs       (const OrientaSummary *self);
ORIENTA_API char              *orienta_summary_to_csv          (const OrientaSummary *self, guint threshold);
ORIENTA_API char              *orienta_summary_to_json         (const OrientaSummary *self, guint threshold);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (OrientaSummary, orienta_summary_unref)

G_END_DECLS
