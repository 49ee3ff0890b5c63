/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include "simulate/simulation-private.h"
#include "simulate/survival-private.h"

#define ORIENTA_SECONDS_A_DAY G_GINT64_CONSTANT (86400)

/* The measures that every simulation has, in the order of their lines; two for each target follow. docs/simulation.md
 * defines each. */
typedef enum {
  ORIENTA_MEASURE_ARRIVED,
  ORIENTA_MEASURE_HOUSED,
  ORIENTA_MEASURE_ABANDONED,
  ORIENTA_MEASURE_OFFERED,
  ORIENTA_MEASURE_REFUSED,
  ORIENTA_MEASURE_REJECTED,
  ORIENTA_MEASURE_WAITING,
  ORIENTA_MEASURE_WAITING_MEAN,
  ORIENTA_MEASURE_WAIT_OF_WAITING,
  ORIENTA_MEASURE_WAIT_MEAN,
  ORIENTA_MEASURE_WAIT_MEDIAN,
  ORIENTA_MEASURE_WAIT_P90,
  ORIENTA_MEASURE_WAIT_GINI,
  ORIENTA_MEASURE_WAIT_GAP,
  ORIENTA_MEASURE_SHARE_6_MONTHS,
  ORIENTA_MEASURE_SHARE_12_MONTHS,
  ORIENTA_MEASURE_STILL_3_MONTHS,
  ORIENTA_MEASURE_STILL_6_MONTHS,
  ORIENTA_MEASURE_STILL_12_MONTHS,
  ORIENTA_MEASURE_STILL_24_MONTHS,
  ORIENTA_MEASURE_STILL_36_MONTHS,
  ORIENTA_MEASURE_OFFERS_PER_HOUSING,
  ORIENTA_MEASURE_PLACES,
  ORIENTA_MEASURE_DAYS_VACANT,
  ORIENTA_MEASURE_OCCUPIED_SHARE,
  ORIENTA_MEASURE_SUPPORT_LOAD,
  ORIENTA_N_MEASURES
} OrientaMeasureKind;

GArray *orienta_measures_list (const OrientaScenario *scenario); /* of OrientaMeasure */

/* What is added up for one period, territory and group. Those up to REJECTED are numbered as the measures are. */
typedef enum {
  ORIENTA_SUM_WAITING = ORIENTA_MEASURE_REJECTED + 1, /* households, at the end of the period */
  ORIENTA_SUM_WAITING_TIME,  /* seconds that households waited within the period */
  ORIENTA_SUM_WAITING_AGE,   /* seconds that those who wait at its end have waited */
  ORIENTA_SUM_TOLD_6,        /* those who arrived at least so long before the end of all */
  ORIENTA_SUM_WITHIN_6,      /* of these, those housed by then */
  ORIENTA_SUM_TOLD_12,
  ORIENTA_SUM_WITHIN_12,
  ORIENTA_SUM_PLACE_TIME,    /* seconds that places were there */
  ORIENTA_SUM_LIVED_TIME,    /* … had a tenant */
  ORIENTA_SUM_FREE_TIME,     /* … could be given out */
  ORIENTA_SUM_SLOT_TIME,     /* seconds that slots were taken */
  ORIENTA_N_SUMS             /* those of the targets follow */
} OrientaSum;

typedef struct {
  GArray *waits;  /* of gint64: seconds, of the housed */
  GArray *spells; /* of OrientaSpell, of those who arrived */
  gint64 sums[];
} OrientaTallyCell;

typedef struct {
  const OrientaSimulation *simulation;
  const OrientaScenario *scenario;
  const OrientaRegister *reg;
  const OrientaEvents *events;
  guint n_periods;
  gint64 *bounds;  /* by period, one more at the end: seconds */
  gint64 warm_up;  /* seconds */
  guint n_sums;
  OrientaTallyCell **cells; /* by period, territory and group, each from -1 on; NULL: nothing happened there */
} OrientaTally;

/* Where something counts: in all territories that `territory` (-1: none) lies in, and for all groups of the mask. */
typedef struct {
  gint32 territory;
  guint64 groups;
} OrientaTallyPlace;

OrientaTally     *orienta_tally_new    (const OrientaSimulation *simulation, const OrientaEvents *events);
void              orienta_tally_free   (OrientaTally *self);
void              orienta_tally_count  (OrientaTally *self, guint sum, gint64 time, OrientaTallyPlace place);
void              orienta_tally_add    (OrientaTally *self, guint sum, gint period, OrientaTallyPlace place, gint64 value);
void              orienta_tally_span   (OrientaTally *self, guint sum, gint64 from, gint64 to, OrientaTallyPlace place, gint64 times);
void              orienta_tally_wait   (OrientaTally *self, gint64 time, OrientaTallyPlace place, gint64 wait);
void              orienta_tally_spell  (OrientaTally *self, gint64 time, OrientaTallyPlace place, OrientaSpell spell);
OrientaTallyCell *orienta_tally_cell   (OrientaTally *self, gint period, gint territory, gint group); /* NULL: none */
gint64            orienta_tally_begin  (const OrientaTally *self, gint period);
gint64            orienta_tally_end    (const OrientaTally *self, gint period);

void              orienta_tally_places (OrientaTally *self); /* homes and supports */
void              orienta_tally_tell   (OrientaTally *self, OrientaSimulation *simulation); /* as lines */

G_DEFINE_AUTOPTR_CLEANUP_FUNC (OrientaTally, orienta_tally_free)
