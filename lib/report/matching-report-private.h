/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include <orienta/orienta.h>

#include "match/matching-private.h"
#include "report/lines-private.h"

/* What a commission reads of a matching, before it is written in any form. */

/* Homes of one kind in one part of the territory; `unit` is the one where a place more is worth most. */
typedef struct {
  guint unit;
  gint32 territory;
  guint n_units;
} OrientaPricing;

/* A group of households: how many asked, how many have a home in each of both matchings. */
typedef struct {
  guint n, housed, housed_before;
} OrientaEffect;

/* What both matchings say of everybody. */
typedef struct {
  guint enter, leave, move; /* from the baseline to the matching */
} OrientaExchange;

struct OrientaMatchingReport {
  gatomicrefcount references;
  OrientaMatching *matching;
  OrientaMatching *baseline; /* NULL: none to compare with */
  guint *pairs;     /* by unit, then the most points first */
  guint *unmatched; /* the nearest to a home first */
  gint32 *moves;    /* by pair: its place in the order of moves */
  guint32 *free;    /* by unit: places that stay free */
  guint32 *left;    /* by unit: places that movers leave */
  GArray *prices;   /* of OrientaPricing, the one worth most first; empty where prices are not known */
  OrientaExchange exchange;
  guint n_places, n_free; /* before and after */
  guint n_in_choice, n_to_verify, n_lacking, n_leaving;
  guint n_leaving_before; /* in the baseline: who has a place already gains less by a home */
  guint n_chains, n_exchanges; /* of more than one move */
};

#define ORIENTA_PRICES_SHOWN 10

char **orienta_matching_unit_facts (const OrientaMatchingReport *self, guint unit, OrientaLanguage language); /* g_strfreev() */

OrientaEffect orienta_matching_effect_all       (const OrientaMatchingReport *self);
OrientaEffect orienta_matching_effect_need      (const OrientaMatchingReport *self, guint need);
OrientaEffect orienta_matching_effect_situation (const OrientaMatchingReport *self, guint situation);
guint         orienta_matching_chain_length     (const OrientaMatching *self, guint move); /* of the chain it begins */

/* matching-words.c: sentences that text and page share; free each char * with g_free() */
const char *orienta_mechanism_label (OrientaMechanism mechanism, OrientaLanguage language);
const char *orienta_matching_other_label (const OrientaMatchingReport *self, OrientaLanguage language);
char *orienta_matching_status_text   (const OrientaMatching *self, OrientaLanguage language);
const char *orienta_matching_reason_label (OrientaReasonCode reason, OrientaLanguage language); /* of many households */
gboolean    orienta_matching_reason_has_margin (OrientaReasonCode reason);
char *orienta_matching_count_text    (const OrientaMatching *self, guint limit, OrientaLanguage language);
char *orienta_matching_worth_text    (const OrientaMatching *self, guint limit, OrientaLanguage language);
char *orienta_matching_conflict_text (const OrientaMatching *self, guint conflict, OrientaLanguage language);
char *orienta_matching_price_text    (const OrientaMatchingReport *self, const OrientaPricing *price, OrientaLanguage language);
char *orienta_matching_support_text  (const OrientaMatching *self, const OrientaMatched *pair, OrientaLanguage language);
char *orienta_matching_change_text   (const OrientaMatchingReport *self, OrientaLanguage language);
char *orienta_count_text             (gint64 points, OrientaLanguage language); /* "12,5 points" */
char *orienta_share_text             (guint n, guint of, OrientaLanguage language); /* "12,5 %" */
