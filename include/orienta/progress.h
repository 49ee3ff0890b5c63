/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include <orienta/macros.h>

G_BEGIN_DECLS

typedef struct OrientaProgress OrientaProgress; /* how far a long call is, and the flag that cancels it */

/* Called now and then from the thread that made the long call; FALSE cancels it. */
typedef gboolean (*OrientaTick) (OrientaProgress *progress, gpointer data);

ORIENTA_API OrientaProgress *orienta_progress_new          (void);
ORIENTA_API OrientaProgress *orienta_progress_ref          (OrientaProgress *self);
ORIENTA_API void             orienta_progress_unref        (OrientaProgress *self);
ORIENTA_API void             orienta_progress_set_tick     (OrientaProgress *self, OrientaTick tick, gpointer data);
ORIENTA_API void             orienta_progress_cancel       (OrientaProgress *self);
ORIENTA_API gboolean         orienta_progress_is_cancelled (const OrientaProgress *self);
ORIENTA_API const char      *orienta_progress_get_stage    (const OrientaProgress *self);
ORIENTA_API guint64          orienta_progress_get_done     (const OrientaProgress *self);
ORIENTA_API guint64          orienta_progress_get_total    (const OrientaProgress *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (OrientaProgress, orienta_progress_unref)

G_END_DECLS
