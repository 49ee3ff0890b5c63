/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include "frame.h"

/* Making a frame: columns are added, each with all its cells; what texts and numbers are borrowed from is kept. */

gint64       *orienta_frame_add_int64  (OrientaFrame *self, const char *name);
double       *orienta_frame_add_double (OrientaFrame *self, const char *name);
guint8       *orienta_frame_add_bool   (OrientaFrame *self, const char *name);
gint32       *orienta_frame_add_date   (OrientaFrame *self, const char *name);
gint32       *orienta_frame_add_word   (OrientaFrame *self, const char *name, const char *const *words, guint n);
gint32       *orienta_frame_add_ids    (OrientaFrame *self, const char *name, guint n,
                                        const char *(*get_id) (const OrientaRegister *, guint), const OrientaRegister *reg);
guint8       *orienta_frame_add_valid  (OrientaFrame *self);

/* A column of any texts: put one in each row, in any order; equal texts are kept once. */
guint         orienta_frame_add_text   (OrientaFrame *self, const char *name);
guint         orienta_frame_add_names  (OrientaFrame *self, const char *name);
void          orienta_frame_put        (OrientaFrame *self, guint column, gsize row, const char *text);
void          orienta_frame_put_own    (OrientaFrame *self, guint column, gsize row, char *text);

/* Columns that several frames have. */
gint32       *orienta_frame_add_households (OrientaFrame *self, const char *name, const OrientaRegister *reg);
gint32       *orienta_frame_add_units      (OrientaFrame *self, const char *name, const OrientaRegister *reg);
gint32       *orienta_frame_add_services   (OrientaFrame *self, const char *name, const OrientaRegister *reg);
gint32       *orienta_frame_add_status     (OrientaFrame *self, const char *name);
gint32       *orienta_frame_add_evidence   (OrientaFrame *self, const char *name);

static inline double
orienta_frame_points (gint64 thousandths)
{
  return (double) thousandths / 1000;
}
