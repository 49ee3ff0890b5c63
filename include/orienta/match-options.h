/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include <orienta/policy.h>
#include <orienta/types.h>

G_BEGIN_DECLS

/* How homes are given out. */
typedef enum {
  ORIENTA_MECHANISM_OPTIMAL = 0,    /* all at once: the best matching there is */
  ORIENTA_MECHANISM_SEQUENTIAL = 1, /* home by home, each to the first of its list: today's practice */
  ORIENTA_MECHANISM_STABLE = 2,     /* households propose; nobody is passed over by someone of lower rank */
  ORIENTA_MECHANISM_GIVEN = 3,      /* made by somebody else: orienta_match_given() */
} OrientaMechanism;

/* What the best matching has most of; the other one comes second. */
typedef enum {
  ORIENTA_OBJECTIVE_POINTS = 0,
  ORIENTA_OBJECTIVE_HOUSEHOLDS = 1,
} OrientaObjective;

/* The order in which the sequential mechanism comes to the homes. */
typedef enum {
  ORIENTA_UNITS_AS_LISTED = 0,
  ORIENTA_UNITS_BY_DATE = 1,      /* the first to be available first; those without a date last */
  ORIENTA_UNITS_SCARCE_FIRST = 2, /* the fewest candidates first */
} OrientaUnitOrder;

/* How support is matched; the policy's own mode unless told otherwise. */
typedef enum {
  ORIENTA_SUPPORT_USE_POLICY = 0,
  ORIENTA_SUPPORT_USE_REQUIRED = 1,
  ORIENTA_SUPPORT_USE_PREFERRED = 2,
  ORIENTA_SUPPORT_USE_IGNORED = 3,
} OrientaSupportUse;

/* What is asked of a matching under limits that bind: what one slot, one household more or less in a quota, one place is
 * worth. Under places alone that is always known. */
typedef enum {
  ORIENTA_PRICES_QUICK = 0, /* limits, where there is little to solve */
  ORIENTA_PRICES_NONE = 1,
  ORIENTA_PRICES_ALL = 2, /* limits and units, however long it takes */
} OrientaPrices;

/* Options are filled by one thread and may then be used by any number of matchings; a matching keeps a copy. */

ORIENTA_API OrientaMatchOptions *orienta_match_options_new            (void);
ORIENTA_API OrientaMatchOptions *orienta_match_options_ref            (OrientaMatchOptions *self);
ORIENTA_API void                 orienta_match_options_unref          (OrientaMatchOptions *self);
ORIENTA_API void                 orienta_match_options_set_mechanism  (OrientaMatchOptions *self, OrientaMechanism mechanism);
ORIENTA_API void                 orienta_match_options_set_objective  (OrientaMatchOptions *self, OrientaObjective objective);
ORIENTA_API void                 orienta_match_options_set_level      (OrientaMatchOptions *self, OrientaEvidence level);
ORIENTA_API void                 orienta_match_options_set_seed       (OrientaMatchOptions *self, const char *seed);
ORIENTA_API void                 orienta_match_options_set_to_verify  (OrientaMatchOptions *self, gboolean take_part);
ORIENTA_API void                 orienta_match_options_set_minimum    (OrientaMatchOptions *self, gint64 points);
ORIENTA_API void                 orienta_match_options_set_support    (OrientaMatchOptions *self, OrientaSupportUse support);
ORIENTA_API void                 orienta_match_options_set_unit_order (OrientaMatchOptions *self, OrientaUnitOrder order);
ORIENTA_API void                 orienta_match_options_set_quotas     (OrientaMatchOptions *self, gboolean hold);
ORIENTA_API void                 orienta_match_options_set_baseline   (OrientaMatchOptions *self, OrientaMatching *baseline,
                                                                       gint64 most_loss);
ORIENTA_API void                 orienta_match_options_keep           (OrientaMatchOptions *self, const char *household,
                                                                       const char *unit);
ORIENTA_API void                 orienta_match_options_bar            (OrientaMatchOptions *self, const char *household,
                                                                       const char *unit);
ORIENTA_API void                 orienta_match_options_set_reserve    (OrientaMatchOptions *self, const char *unit, gint64 points);
ORIENTA_API void                 orienta_match_options_set_slot_reserve (OrientaMatchOptions *self, const char *service,
                                                                         const char *slots, gint64 points);
ORIENTA_API void                 orienta_match_options_set_prices     (OrientaMatchOptions *self, OrientaPrices prices);
ORIENTA_API void                 orienta_match_options_set_seconds    (OrientaMatchOptions *self, double seconds);
ORIENTA_API void                 orienta_match_options_set_n_threads  (OrientaMatchOptions *self, guint n_threads);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (OrientaMatchOptions, orienta_match_options_unref)

G_END_DECLS
