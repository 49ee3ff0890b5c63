/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include "base/fault-private.h"

/* The text of a file as UTF-8, a block at a time, whatever of UTF-8 and Windows-1252 it was written in. */

typedef struct OrientaStream OrientaStream;

/* NULL: faults has why. */
OrientaStream *orienta_stream_open   (const char *path, const char *name, OrientaFaults *faults);
void           orienta_stream_free   (OrientaStream *self);
/* Bytes until the next call; NULL at the end or at a fault. */
const char    *orienta_stream_read   (OrientaStream *self, gsize *length);
guint64        orienta_stream_offset (const OrientaStream *self); /* bytes read */
guint64        orienta_stream_size   (const OrientaStream *self); /* bytes of the file */

G_DEFINE_AUTOPTR_CLEANUP_FUNC (OrientaStream, orienta_stream_free)
