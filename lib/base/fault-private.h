/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include <orienta/error.h>

/* The faults of one load: all of them up to a limit, so that a file is mended in one go. */

#define ORIENTA_MAX_FAULTS 100

typedef struct OrientaFaults OrientaFaults;

OrientaFaults *orienta_faults_new   (void);
void           orienta_faults_free  (OrientaFaults *self);
void           orienta_faults_add   (OrientaFaults *self, OrientaErrorCode code, const char *file, guint line, guint column,
                                     const char *format, ...) G_GNUC_PRINTF (6, 7);
void           orienta_faults_append (OrientaFaults *self, const OrientaFaults *other);
guint          orienta_faults_count (const OrientaFaults *self);
gboolean       orienta_faults_raise (const OrientaFaults *self, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (OrientaFaults, orienta_faults_free)
