/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include <orienta/types.h>

G_BEGIN_DECLS

/* What can happen. `value` is said beside each. */
typedef enum {
  ORIENTA_EVENT_ARRIVED = 1,    /* a household asks for a home; value: the scenario's profile */
  ORIENTA_EVENT_CHANGED = 2,    /* its needs or income are different; value: the scenario's change */
  ORIENTA_EVENT_ABANDONED = 3,  /* it no longer waits; value: days waited, whole ones */
  ORIENTA_EVENT_VACATED = 4,    /* a tenant has left a place; value: the place's number in its unit */
  ORIENTA_EVENT_FREE = 5,       /* that place can be given out */
  ORIENTA_EVENT_DELIVERED = 6,  /* places that were not there before, free; value: how many */
  ORIENTA_EVENT_COMMISSION = 7, /* value: how many places are offered */
  ORIENTA_EVENT_OFFERED = 8,    /* a place to a household; value: its points, rounded to whole ones */
  ORIENTA_EVENT_REFUSED = 9,    /* by the household */
  ORIENTA_EVENT_REJECTED = 10,  /* by the structure */
  ORIENTA_EVENT_HOUSED = 11,    /* value: days waited, whole ones */
  ORIENTA_EVENT_SUPPORT_BEGUN = 12,   /* value: slots taken, of the first kind that the service has */
  ORIENTA_EVENT_SUPPORT_CHANGED = 13, /* value: the new level */
  ORIENTA_EVENT_SUPPORT_ENDED = 14,   /* value: slots given back */
} OrientaEventKind;

/* The events of one replication, in order, as columns of equal length. */

ORIENTA_API OrientaEvents   *orienta_events_ref              (OrientaEvents *self);
ORIENTA_API void             orienta_events_unref            (OrientaEvents *self);
ORIENTA_API guint64          orienta_events_get_replication  (const OrientaEvents *self);
ORIENTA_API OrientaScenario *orienta_events_get_scenario     (const OrientaEvents *self);
ORIENTA_API guint            orienta_events_get_n_households (const OrientaEvents *self);
ORIENTA_API const char      *orienta_events_get_household_id (const OrientaEvents *self, guint household);
ORIENTA_API gsize            orienta_events_get_n            (const OrientaEvents *self);
ORIENTA_API const gint64    *orienta_events_get_times        (const OrientaEvents *self);
ORIENTA_API const guint8    *orienta_events_get_kinds        (const OrientaEvents *self);
ORIENTA_API const gint32    *orienta_events_get_households   (const OrientaEvents *self);
ORIENTA_API const gint32    *orienta_events_get_units        (const OrientaEvents *self);
ORIENTA_API const gint32    *orienta_events_get_services     (const OrientaEvents *self);
ORIENTA_API const gint32    *orienta_events_get_values       (const OrientaEvents *self);
ORIENTA_API const char      *orienta_events_get_reason       (const OrientaEvents *self, gsize event);
ORIENTA_API char            *orienta_events_to_csv           (const OrientaEvents *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (OrientaEvents, orienta_events_unref)

G_END_DECLS
