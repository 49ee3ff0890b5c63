/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include <orienta/progress.h>

/* The library's side of a long call. `self` may be NULL everywhere: nobody looks, nobody cancels. */

void     orienta_progress_start   (OrientaProgress *self, const char *stage, guint64 total);
gboolean orienta_progress_advance (OrientaProgress *self, guint64 by); /* from any thread */
gboolean orienta_progress_tick    (OrientaProgress *self, GError **error); /* from the calling thread */
