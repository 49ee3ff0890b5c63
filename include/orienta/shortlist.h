/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include <orienta/policy.h>
#include <orienta/progress.h>
#include <orienta/types.h>
#include <orienta/verdict.h>

G_BEGIN_DECLS

/* One or more ranked lists. In a list of candidates the unit stays the same from rank to rank, in a list of homes the
 * household does. Ranks count from 0. */

ORIENTA_API OrientaShortlist *orienta_policy_shortlist_unit      (OrientaPolicy *policy, OrientaRegister *reg, const char *unit,
                                                                  guint n, const char *seed, GError **error);
ORIENTA_API OrientaShortlist *orienta_policy_shortlist_household (OrientaPolicy *policy, OrientaRegister *reg,
                                                                  const char *household, guint n, const char *seed,
                                                                  GError **error);
ORIENTA_API OrientaShortlist *orienta_policy_shortlist_units     (OrientaPolicy *policy, OrientaRegister *reg, guint n,
                                                                  const char *seed, OrientaEvidence level, guint n_threads,
                                                                  OrientaProgress *progress, GError **error);
ORIENTA_API OrientaShortlist *orienta_policy_shortlist_households (OrientaPolicy *policy, OrientaRegister *reg, guint n,
                                                                  const char *seed, OrientaEvidence level, guint n_threads,
                                                                  OrientaProgress *progress, GError **error);
ORIENTA_API OrientaShortlist *orienta_shortlist_ref              (OrientaShortlist *self);
ORIENTA_API void              orienta_shortlist_unref            (OrientaShortlist *self);
ORIENTA_API OrientaPolicy    *orienta_shortlist_get_policy       (const OrientaShortlist *self);
ORIENTA_API OrientaRegister  *orienta_shortlist_get_register     (const OrientaShortlist *self);
ORIENTA_API guint             orienta_shortlist_get_n_lists      (const OrientaShortlist *self);
ORIENTA_API guint             orienta_shortlist_get_n            (const OrientaShortlist *self, guint list);
ORIENTA_API guint             orienta_shortlist_get_n_candidates (const OrientaShortlist *self, guint list);
ORIENTA_API guint             orienta_shortlist_get_household    (const OrientaShortlist *self, guint list, guint rank);
ORIENTA_API guint             orienta_shortlist_get_unit         (const OrientaShortlist *self, guint list, guint rank);
ORIENTA_API gint64            orienta_shortlist_get_points       (const OrientaShortlist *self, guint list, guint rank);
ORIENTA_API OrientaStatus     orienta_shortlist_get_status       (const OrientaShortlist *self, guint list, guint rank);
ORIENTA_API gboolean          orienta_shortlist_is_in_choice     (const OrientaShortlist *self, guint list, guint rank);
ORIENTA_API const char       *orienta_shortlist_get_tier         (const OrientaShortlist *self, guint list, guint rank);
ORIENTA_API const char       *orienta_shortlist_get_stratum      (const OrientaShortlist *self, guint list, guint rank);
ORIENTA_API char             *orienta_shortlist_format_lottery   (const OrientaShortlist *self, guint list, guint rank);
ORIENTA_API char             *orienta_lottery_draw               (const char *seed, const char *household);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (OrientaShortlist, orienta_shortlist_unref)

G_END_DECLS
