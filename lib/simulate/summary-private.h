/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include <orienta/summary.h>

#include "simulate/interval-private.h"
#include "simulate/simulation-private.h"

/* Lines by period, territory, group and measure. */
struct OrientaSummary {
  gatomicrefcount references;
  OrientaSimulation *of;
  OrientaSimulation *other; /* what it is compared with; NULL: nothing */
  double confidence;
  gsize n;
  gint32 *periods, *territories, *groups, *measures, *counts;
  double *means, *lows, *highs;
  double *people; /* how many a line is about, the fewer of both simulations, nobody apart; NaN: it is about none */
};

/* By line, whether it is not to be published: it, or what could be worked out with it, is about fewer people than the
 * threshold. g_free(). */
gboolean *orienta_summary_suppress (const OrientaSummary *self, guint threshold);
gssize    orienta_summary_find     (const OrientaSummary *self, gint32 period, gint32 territory, gint32 group, gint32 measure);
