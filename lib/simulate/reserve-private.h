/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include <orienta/reserve.h>

#include "model/register-private.h"

struct OrientaReserve {
  gatomicrefcount references;
  OrientaRegister *reg; /* whose units they are */
  guint n;              /* futures */
  double *prices;       /* by unit, then future: thousandths */
};

OrientaReserve      *orienta_reserve_new     (OrientaRegister *reg, guint n, GError **error);
OrientaMatchOptions *orienta_reserve_options (const OrientaMatchOptions *options); /* of a future; NULL: usual ones */

/* Fills one future's prices: `units` are those of the reserve's register in that of the future, `free` their places that
 * are free today. */
gboolean             orienta_reserve_price   (OrientaReserve *self, guint future, OrientaPolicy *policy, OrientaRegister *reg,
                                              const gint32 *units, OrientaMatchOptions *options, const gint32 *free,
                                              OrientaProgress *progress, GError **error);
