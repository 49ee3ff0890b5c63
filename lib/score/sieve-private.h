/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include "rules/binding-private.h"

/* The sieve: which units a household may have, all of them at once. A set of units is a row of bits; each test of each rule
 * is asked once for all pairs that are alike in what it reads, and its answers, kept as such rows, are combined with and, or,
 * not. A pair is never looked at by itself, and the answer is the same bit for bit as orienta_verdict_status(). */

typedef struct OrientaSieve OrientaSieve;             /* compiled, immutable, shared by threads */
typedef struct OrientaSieveWorker OrientaSieveWorker; /* one thread's memory of answers */

OrientaSieve       *orienta_sieve_new         (const OrientaBinding *binding); /* borrowed */
void                orienta_sieve_free        (OrientaSieve *self);
guint               orienta_sieve_n_words     (const OrientaSieve *self); /* 64 units each */
OrientaSieveWorker *orienta_sieve_worker_new  (const OrientaSieve *sieve);
void                orienta_sieve_worker_free (OrientaSieveWorker *self);
void                orienta_sieve_household   (OrientaSieveWorker *self, guint household, const guint64 **possible,
                                               const guint64 **certain);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (OrientaSieve, orienta_sieve_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (OrientaSieveWorker, orienta_sieve_worker_free)
