/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include "model/register-private.h"

/* Some rows of a register, as another register of another day: those who wait and the homes that are free on it. */
typedef struct {
  OrientaDate as_of;
  guint n_households, n_units;
  const guint32 *households;   /* of the source, ascending, each once */
  const guint32 *units;        /* the same */
  const gint32 *places;        /* by chosen unit; NULL: as they are */
  const OrientaDate *available; /* by chosen unit: from when; NULL: as they are */
  const gint32 *slots;         /* by slot of the source: what is left of it; NULL: as they are */
} OrientaSelection;

OrientaRegister *orienta_register_select (OrientaRegister *source, const OrientaSelection *selection);
