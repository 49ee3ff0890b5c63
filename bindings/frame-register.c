/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Frames of a register. */
#include "frame-private.h"

OrientaFrame *
orienta_frame_households (OrientaRegister *reg)
{
  guint n = orienta_register_get_n_households (reg);
  OrientaFrame *self = orienta_frame_new (n, orienta_register_ref (reg), (GDestroyNotify) orienta_register_unref);
  gint32 *id = orienta_frame_add_households (self, "id", reg);
  for (guint i = 0; i < n; i++)
    id[i] = (gint32) i;
  return self;
}

OrientaFrame *
orienta_frame_units (OrientaRegister *reg)
{
  guint n = orienta_register_get_n_units (reg);
  OrientaFrame *self = orienta_frame_new (n, orienta_register_ref (reg), (GDestroyNotify) orienta_register_unref);
  gint32 *id = orienta_frame_add_units (self, "id", reg);
  for (guint i = 0; i < n; i++)
    id[i] = (gint32) i;
  return self;
}
