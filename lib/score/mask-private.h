/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include "rules/binding-private.h"

/* A condition asked of one household and all units at once. A set of units is a row of bits, 64 to a word; each test is
 * asked once for all pairs that are alike in what it reads, its answers are remembered as rows, and `all`, `any`, `not` are
 * and, or, not of rows. The answer is that of orienta_binding_truth() for every unit. */

typedef struct OrientaMasks OrientaMasks;           /* compiled conditions, shared by threads */
typedef struct OrientaMaskNode OrientaMaskNode;     /* one of them; NULL holds always */
typedef struct OrientaMaskWorker OrientaMaskWorker; /* one thread's memory of answers */

typedef struct {
  gboolean same; /* one truth for all units; else the rows */
  OrientaTruth truth;
  const guint64 *possible; /* may hold */
  const guint64 *certain;  /* holds */
} OrientaMask;

/* Whether it holds for one unit. */
static inline gboolean
orienta_mask_has (const OrientaMask *self, guint unit)
{
  return self->same ? self->truth == ORIENTA_TRUE : self->certain[unit / 64] >> unit % 64 & 1;
}

OrientaMasks          *orienta_masks_new        (const OrientaBinding *binding); /* borrowed */
void                   orienta_masks_free       (OrientaMasks *self);
guint                  orienta_masks_n_words    (const OrientaMasks *self);
const OrientaMaskNode *orienta_masks_compile    (OrientaMasks *self, const OrientaCondition *condition);
const OrientaMaskNode *orienta_masks_compile_choice (OrientaMasks *self); /* pair.in_choice */
OrientaMaskWorker     *orienta_mask_worker_new  (const OrientaMasks *masks);
void                   orienta_mask_worker_free (OrientaMaskWorker *self);

/* The rows live until the next question on the same bank (0 or 1); bits past the last unit may be set. */
OrientaMask            orienta_mask_ask         (OrientaMaskWorker *self, const OrientaMaskNode *node, guint household,
                                                 guint bank);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (OrientaMasks, orienta_masks_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (OrientaMaskWorker, orienta_mask_worker_free)
