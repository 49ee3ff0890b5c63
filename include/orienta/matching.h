/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include <orienta/match-options.h>
#include <orienta/progress.h>
#include <orienta/reason.h>
#include <orienta/verdict.h>

G_BEGIN_DECLS

/* What is claimed of a matching. */
typedef enum {
  ORIENTA_MATCH_OPTIMAL = 0,    /* the best there is, proven */
  ORIENTA_MATCH_BOUNDED = 1,    /* the time was up: no matching reaches more than the bound */
  ORIENTA_MATCH_INFEASIBLE = 2, /* the limits cannot hold together: nobody is matched, the conflicts say why */
  ORIENTA_MATCH_PLAIN = 3,      /* any other mechanism: nothing is claimed of the sum, limits are told and not imposed */
} OrientaMatchStatus;

/* What a limit is about. */
typedef enum {
  ORIENTA_LIMIT_QUOTA = 0,    /* of the policy; `id` is the quota's */
  ORIENTA_LIMIT_SERVICE = 1,  /* slots of one dimension; `id` is the service's */
  ORIENTA_LIMIT_BASELINE = 2, /* what a household may lose; `id` is the household's */
  ORIENTA_LIMIT_KEEP = 3,     /* a pair that is to stay; `id` is the household's */
} OrientaLimitKind;

ORIENTA_API OrientaMatching   *orienta_match                     (OrientaPolicy *policy, OrientaRegister *reg,
                                                                  OrientaMatchOptions *options, OrientaProgress *progress,
                                                                  GError **error);
ORIENTA_API OrientaMatching   *orienta_match_given               (OrientaPolicy *policy, OrientaRegister *reg,
                                                                  OrientaMatchOptions *options, guint n,
                                                                  const char *const *households, const char *const *units,
                                                                  OrientaProgress *progress, GError **error);
ORIENTA_API OrientaMatching   *orienta_matching_refuse           (OrientaMatching *self, const char *household,
                                                                  OrientaProgress *progress, GError **error);
ORIENTA_API gboolean           orienta_matching_verify           (OrientaMatching *self, OrientaPolicy *policy,
                                                                  OrientaRegister *reg, GError **error);
ORIENTA_API OrientaMatching   *orienta_matching_ref              (OrientaMatching *self);
ORIENTA_API void               orienta_matching_unref            (OrientaMatching *self);
ORIENTA_API OrientaPolicy     *orienta_matching_get_policy       (const OrientaMatching *self);
ORIENTA_API OrientaRegister   *orienta_matching_get_register     (const OrientaMatching *self);
ORIENTA_API OrientaMatchStatus orienta_matching_get_status       (const OrientaMatching *self);
ORIENTA_API OrientaMechanism   orienta_matching_get_mechanism    (const OrientaMatching *self);
ORIENTA_API gint64             orienta_matching_get_total        (const OrientaMatching *self);
ORIENTA_API gint64             orienta_matching_get_bound        (const OrientaMatching *self);

/* Who is housed: pairs in the order of the register's households. */

ORIENTA_API guint              orienta_matching_get_n_pairs      (const OrientaMatching *self);
ORIENTA_API gint               orienta_matching_find_household   (const OrientaMatching *self, guint household);
ORIENTA_API guint              orienta_matching_get_household    (const OrientaMatching *self, guint pair);
ORIENTA_API guint              orienta_matching_get_unit         (const OrientaMatching *self, guint pair);
ORIENTA_API gint64             orienta_matching_get_points       (const OrientaMatching *self, guint pair);
ORIENTA_API OrientaStatus      orienta_matching_get_pair_status  (const OrientaMatching *self, guint pair);
ORIENTA_API gboolean           orienta_matching_is_in_choice     (const OrientaMatching *self, guint pair);
ORIENTA_API gint               orienta_matching_get_left         (const OrientaMatching *self, guint pair);
ORIENTA_API gint               orienta_matching_get_service      (const OrientaMatching *self, guint pair);
ORIENTA_API gboolean           orienta_matching_lacks_support    (const OrientaMatching *self, guint pair);

/* Who is not, and why. */

ORIENTA_API guint              orienta_matching_get_n_unmatched  (const OrientaMatching *self);
ORIENTA_API guint              orienta_matching_get_unmatched    (const OrientaMatching *self, guint place);
ORIENTA_API OrientaReasonCode  orienta_matching_get_reason       (const OrientaMatching *self, guint place);
ORIENTA_API gint               orienta_matching_get_nearest      (const OrientaMatching *self, guint place);
ORIENTA_API gint64             orienta_matching_get_margin       (const OrientaMatching *self, guint place);
ORIENTA_API gint               orienta_matching_get_reason_limit (const OrientaMatching *self, guint place);

/* What one place more or less of a unit is worth. */

ORIENTA_API gboolean           orienta_matching_has_prices       (const OrientaMatching *self);
ORIENTA_API gint64             orienta_matching_get_gain         (const OrientaMatching *self, guint unit);
ORIENTA_API gint               orienta_matching_get_gain_housed  (const OrientaMatching *self, guint unit);
ORIENTA_API gint64             orienta_matching_get_loss         (const OrientaMatching *self, guint unit);
ORIENTA_API gint               orienta_matching_get_loss_housed  (const OrientaMatching *self, guint unit);
ORIENTA_API gint64             orienta_matching_get_cutoff       (const OrientaMatching *self, guint unit);

/* In which order people move: a chain begins at a free place; each step goes to the place that the step before it left. */

ORIENTA_API guint              orienta_matching_get_n_moves      (const OrientaMatching *self);
ORIENTA_API guint              orienta_matching_get_move         (const OrientaMatching *self, guint move);
ORIENTA_API guint              orienta_matching_get_move_chain   (const OrientaMatching *self, guint move);
ORIENTA_API gboolean           orienta_matching_chain_is_exchange (const OrientaMatching *self, guint chain);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (OrientaMatching, orienta_matching_unref)

G_END_DECLS
