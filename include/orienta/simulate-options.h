/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include <orienta/match-options.h>
#include <orienta/types.h>

G_BEGIN_DECLS

/* How to simulate. Options are filled by one thread; a simulation keeps a copy. */

ORIENTA_API OrientaSimulateOptions *orienta_simulate_options_new              (void);
ORIENTA_API OrientaSimulateOptions *orienta_simulate_options_ref              (OrientaSimulateOptions *self);
ORIENTA_API void                    orienta_simulate_options_unref            (OrientaSimulateOptions *self);
ORIENTA_API void                    orienta_simulate_options_set_seed         (OrientaSimulateOptions *self, guint64 seed);
ORIENTA_API void                    orienta_simulate_options_set_replications (OrientaSimulateOptions *self, guint first, guint n);
ORIENTA_API void                    orienta_simulate_options_set_match        (OrientaSimulateOptions *self,
                                                                               OrientaMatchOptions *options);
ORIENTA_API void                    orienta_simulate_options_set_every        (OrientaSimulateOptions *self, double days);
ORIENTA_API void                    orienta_simulate_options_change_policy    (OrientaSimulateOptions *self, const char *from,
                                                                               OrientaPolicy *policy,
                                                                               OrientaMatchOptions *options);
ORIENTA_API void                    orienta_simulate_options_set_keep_events  (OrientaSimulateOptions *self, gboolean keep);
ORIENTA_API void                    orienta_simulate_options_set_n_threads    (OrientaSimulateOptions *self, guint n_threads);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (OrientaSimulateOptions, orienta_simulate_options_unref)

G_END_DECLS
