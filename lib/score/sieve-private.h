/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include "score/mask-private.h"

/* Which units a household may have, all of them at once: the same answer as orienta_verdict_status(), pair by pair. */

typedef struct OrientaSieve OrientaSieve; /* compiled, immutable, shared by threads */

OrientaSieve *orienta_sieve_new       (OrientaMasks *masks, const OrientaBinding *binding); /* both outlive it */
void          orienta_sieve_free      (OrientaSieve *self);
void          orienta_sieve_household (const OrientaSieve *self, OrientaMaskWorker *worker, guint household,
                                       guint64 *possible, guint64 *certain);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (OrientaSieve, orienta_sieve_free)
