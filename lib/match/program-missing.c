/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* What stands in place of program-highs.c in a build without HiGHS. Only the first can be called. */
#include <orienta/orienta.h>

#include "match/program-private.h"

#ifndef ORIENTA_HAVE_HIGHS

OrientaEngine *
orienta_engine_new (const OrientaProgram *program, double seconds, OrientaProgress *progress, GError **error)
{
  g_set_error_literal (error, ORIENTA_ERROR, ORIENTA_ERROR_MISSING,
                       "built without HiGHS: no program can be solved, expected a build with -Dhighs=enabled");
  return NULL;
}

void
orienta_engine_free (OrientaEngine *self)
{
}

void
orienta_engine_bind (OrientaEngine *self, guint row, gint64 lower, gint64 upper)
{
}

gint64
orienta_engine_get_lower (const OrientaEngine *self, guint row)
{
  return G_MININT64;
}

gint64
orienta_engine_get_upper (const OrientaEngine *self, guint row)
{
  return G_MAXINT64;
}

void
orienta_engine_fix (OrientaEngine *self, guint variable, gboolean in)
{
}

OrientaFixed
orienta_engine_get_fixed (const OrientaEngine *self, guint variable)
{
  return ORIENTA_FIXED_NOT;
}

void
orienta_engine_aim (OrientaEngine *self, guint row, gint sign)
{
}

OrientaRun
orienta_engine_run (OrientaEngine *self, const guint8 *start, GError **error)
{
  return ORIENTA_RUN_FAILED;
}

OrientaRun
orienta_engine_relax (OrientaEngine *self, double *prices, GError **error)
{
  return ORIENTA_RUN_FAILED;
}

gboolean
orienta_engine_holds (const OrientaEngine *self, const guint8 *chosen)
{
  return FALSE;
}

const guint8 *
orienta_engine_get_chosen (const OrientaEngine *self)
{
  return NULL;
}

gint64
orienta_engine_get_bound (const OrientaEngine *self)
{
  return 0;
}

gboolean
orienta_has_highs (void)
{
  return FALSE;
}

const char *
orienta_highs_version (void)
{
  return NULL;
}

#endif
