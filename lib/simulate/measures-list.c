/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "simulate/measures-private.h"

#include <orienta/orienta.h>

typedef struct {
  const char *name;
  OrientaAdds adds;
  gint32 people;
  const char *label[2]; /* by OrientaLanguage */
} Row;

#define ALL ORIENTA_ADDS_ALL
#define PLACES ORIENTA_ADDS_PLACES
#define NOT ORIENTA_ADDS_NOT
#define ARRIVED ORIENTA_MEASURE_ARRIVED
#define HOUSED ORIENTA_MEASURE_HOUSED

/* clang-format off */
static const Row rows[ORIENTA_N_MEASURES] = {
  [ORIENTA_MEASURE_ARRIVED] = { "arrived", ALL, ARRIVED,
    { "Nouvelles demandes", "New requests" } },
  [ORIENTA_MEASURE_HOUSED] = { "housed", ALL, HOUSED,
    { "Ménages logés", "Households housed" } },
  [ORIENTA_MEASURE_ABANDONED] = { "abandoned", ALL, ORIENTA_MEASURE_ABANDONED,
    { "Ménages qui n'attendent plus", "Households that gave up" } },
  [ORIENTA_MEASURE_OFFERED] = { "offered", ALL, ORIENTA_MEASURE_OFFERED,
    { "Propositions faites", "Offers made" } },
  [ORIENTA_MEASURE_REFUSED] = { "refused", ALL, ORIENTA_MEASURE_REFUSED,
    { "Refus par les ménages", "Refusals by households" } },
  [ORIENTA_MEASURE_REJECTED] = { "rejected", ALL, ORIENTA_MEASURE_REJECTED,
    { "Refus par les structures", "Refusals by structures" } },
  [ORIENTA_MEASURE_WAITING] = { "waiting", PLACES, ORIENTA_MEASURE_WAITING,
    { "Ménages en attente à la fin", "Households waiting at the end" } },
  [ORIENTA_MEASURE_WAITING_MEAN] = { "waiting_mean", PLACES, ORIENTA_MEASURE_WAITING_MEAN,
    { "Ménages en attente, en moyenne", "Households waiting, on average" } },
  [ORIENTA_MEASURE_WAIT_OF_WAITING] = { "wait_of_waiting", NOT, ORIENTA_MEASURE_WAITING,
    { "Attente moyenne de ceux qui attendent (jours)", "Mean wait of those who wait (days)" } },
  [ORIENTA_MEASURE_WAIT_MEAN] = { "wait_mean", NOT, HOUSED,
    { "Attente moyenne des logés (jours)", "Mean wait of the housed (days)" } },
  [ORIENTA_MEASURE_WAIT_MEDIAN] = { "wait_median", NOT, HOUSED,
    { "Attente médiane des logés (jours)", "Median wait of the housed (days)" } },
  [ORIENTA_MEASURE_WAIT_P90] = { "wait_p90", NOT, HOUSED,
    { "Attente que neuf logés sur dix ne dépassent pas (jours)", "Wait that nine in ten housed do not exceed (days)" } },
  [ORIENTA_MEASURE_WAIT_GINI] = { "wait_gini", NOT, HOUSED,
    { "Indice de Gini des attentes des logés", "Gini index of the waits of the housed" } },
  [ORIENTA_MEASURE_WAIT_GAP] = { "wait_gap", NOT, HOUSED,
    { "Écart d'attente moyenne entre groupes (jours)", "Gap of mean waits between groups (days)" } },
  [ORIENTA_MEASURE_SHARE_6_MONTHS] = { "share_6_months", NOT, ARRIVED,
    { "Part logée en moins de 6 mois", "Share housed within 6 months" } },
  [ORIENTA_MEASURE_SHARE_12_MONTHS] = { "share_12_months", NOT, ARRIVED,
    { "Part logée en moins de 12 mois", "Share housed within 12 months" } },
  [ORIENTA_MEASURE_STILL_3_MONTHS] = { "still_3_months", NOT, ARRIVED,
    { "Part qui attend plus de 3 mois", "Share that waits longer than 3 months" } },
  [ORIENTA_MEASURE_STILL_6_MONTHS] = { "still_6_months", NOT, ARRIVED,
    { "Part qui attend plus de 6 mois", "Share that waits longer than 6 months" } },
  [ORIENTA_MEASURE_STILL_12_MONTHS] = { "still_12_months", NOT, ARRIVED,
    { "Part qui attend plus de 12 mois", "Share that waits longer than 12 months" } },
  [ORIENTA_MEASURE_STILL_24_MONTHS] = { "still_24_months", NOT, ARRIVED,
    { "Part qui attend plus de 24 mois", "Share that waits longer than 24 months" } },
  [ORIENTA_MEASURE_STILL_36_MONTHS] = { "still_36_months", NOT, ARRIVED,
    { "Part qui attend plus de 36 mois", "Share that waits longer than 36 months" } },
  [ORIENTA_MEASURE_OFFERS_PER_HOUSING] = { "offers_per_housing", NOT, HOUSED,
    { "Propositions par relogement", "Offers per housing" } },
  [ORIENTA_MEASURE_PLACES] = { "places", PLACES, -1,
    { "Places, en moyenne", "Places, on average" } },
  [ORIENTA_MEASURE_DAYS_VACANT] = { "days_vacant", ALL, -1,
    { "Jours de vacance (places à attribuer)", "Days vacant (places to give out)" } },
  [ORIENTA_MEASURE_OCCUPIED_SHARE] = { "occupied_share", NOT, -1,
    { "Part des places occupées", "Share of places lived in" } },
  [ORIENTA_MEASURE_SUPPORT_LOAD] = { "support_load", NOT, -1,
    { "Part des mesures d'accompagnement en cours", "Share of support slots taken" } },
};
/* clang-format on */

static void
measure_clear (gpointer data)
{
  OrientaMeasure *self = data;
  g_free (self->name);
  g_free (self->label[ORIENTA_FRENCH]);
  g_free (self->label[ORIENTA_ENGLISH]);
}

static void
list_row (GArray *measures, const Row *row)
{
  OrientaMeasure measure = { .name = g_strdup (row->name), .adds = row->adds, .people = row->people };
  measure.label[ORIENTA_FRENCH] = g_strdup (row->label[ORIENTA_FRENCH]);
  measure.label[ORIENTA_ENGLISH] = g_strdup (row->label[ORIENTA_ENGLISH]);
  g_array_append_val (measures, measure);
}

static void
list_target (GArray *measures, const OrientaTarget *target)
{
  gint32 people = (gint32) measures->len;
  OrientaMeasure count = { .name = g_strconcat ("target:", target->id, NULL), .adds = ALL, .people = people };
  OrientaMeasure reached = {
    .name = g_strconcat ("target_reached:", target->id, NULL), .adds = NOT, .yes_no = TRUE, .people = people
  };
  for (guint language = ORIENTA_FRENCH; language <= ORIENTA_ENGLISH; language++) {
    const char *label = orienta_label_get (&target->label, (OrientaLanguage) language, target->id);
    count.label[language] = g_strdup (label);
    reached.label[language] =
        g_strdup_printf (language == ORIENTA_FRENCH ? "%s\u00a0: objectif atteint" : "%s: target reached", label);
  }
  g_array_append_val (measures, count);
  g_array_append_val (measures, reached);
}

/* Those of every scenario, then two for each of its targets. */
GArray *
orienta_measures_list (const OrientaScenario *scenario)
{
  GArray *measures = g_array_new (FALSE, TRUE, sizeof (OrientaMeasure));
  g_array_set_clear_func (measures, measure_clear);
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    list_row (measures, &rows[i]);
  for (guint i = 0; i < scenario->targets->len; i++)
    list_target (measures, &g_array_index (scenario->targets, OrientaTarget, i));
  return measures;
}
