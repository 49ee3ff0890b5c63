/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include <orienta/reserve.h>

#include "model/register-private.h"
#include "policy/policy-private.h"

struct OrientaReserve {
  gatomicrefcount references;
  OrientaRegister *reg;     /* whose units and services they are */
  OrientaSupportMode mode;  /* under which futures are matched */
  guint n;                  /* futures */
  guint n_slots;            /* those of the register, where support counts them; else 0 */
  double *prices;           /* by unit, then slot, of each by future: thousandths */
};

/* A future as it is priced. */
typedef struct {
  OrientaPolicy *policy;
  OrientaRegister *reg;
  OrientaMatchOptions *options;
  const gint32 *units; /* those of the reserve's register, in this one */
  const guint *slots;  /* and its slots */
  const gint32 *free;  /* by unit: its places that are free today */
} OrientaFuture;

OrientaReserve      *orienta_reserve_new     (OrientaRegister *reg, OrientaPolicy *policy, const OrientaMatchOptions *options,
                                              guint n, GError **error);
OrientaMatchOptions *orienta_reserve_options (const OrientaReserve *self, const OrientaMatchOptions *options); /* of a future */
gboolean             orienta_reserve_price   (OrientaReserve *self, guint number, const OrientaFuture *future,
                                              OrientaProgress *progress, GError **error);

/* The prices of a unit, or of a slot, by future. */
static inline double *
orienta_reserve_of_unit (const OrientaReserve *self, guint unit)
{
  return self->prices + (gsize) unit * self->n;
}

static inline double *
orienta_reserve_of_slot (const OrientaReserve *self, guint slot)
{
  return self->prices + ((gsize) self->reg->n_units + slot) * self->n;
}
