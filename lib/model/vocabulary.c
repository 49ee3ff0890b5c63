/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "model/vocabulary-private.h"

#include <string.h>

#define VOCABULARY(name, words_, ordered_)                                                                             \
  const OrientaVocabulary name = { .words = words_, .n = G_N_ELEMENTS (words_), .ordered = ordered_ }

static const OrientaWord situations[] = {
  { "street", { "à la rue", "on the street" } },
  { "emergency_shelter", { "hébergement d'urgence", "emergency shelter" } },
  { "insertion_shelter", { "hébergement d'insertion", "insertion shelter" } },
  { "hotel", { "à l'hôtel", "hotel" } },
  { "third_party", { "hébergé par un tiers", "hosted by a third party" } },
  { "squat_camp", { "squat ou campement", "squat or camp" } },
  { "institution", { "sortie d'institution", "leaving an institution" } },
  { "transitional", { "logement de transition", "transitional housing" } },
  { "eviction", { "menacé d'expulsion", "threatened with eviction" } },
  { "unfit", { "logement indigne", "unfit dwelling" } },
  { "overcrowded", { "logement suroccupé", "overcrowded dwelling" } },
  { "tenant", { "locataire", "tenant" } },
  { "other", { "autre situation", "other situation" } },
};
VOCABULARY (orienta_situations, situations, FALSE);

static const OrientaWord needs[] = {
  { "addiction", { "addiction", "addiction" } },
  { "parenting", { "parentalité", "parenting" } },
  { "psychic", { "handicap psychique", "psychic disability" } },
  { "ase_leaver", { "sortie de l'aide sociale à l'enfance", "leaving child-welfare care" } },
  { "violence", { "violences", "violence" } },
  { "budget", { "gestion du budget", "budget management" } },
  { "eviction", { "prévention de l'expulsion", "eviction prevention" } },
  { "autonomy_loss", { "perte d'autonomie", "loss of autonomy" } },
  { "street_margins", { "grande marginalité", "life on the margins" } },
  { "physical_disability", { "handicap physique", "physical disability" } },
  { "health", { "santé", "health" } },
  { "work", { "emploi et insertion", "work" } },
};
VOCABULARY (orienta_needs, needs, FALSE);

static const OrientaWord levels[] = {
  { "none", { "aucun", "none" } },    { "dormant", { "en veille", "dormant" } },        { "low", { "léger", "low" } },
  { "high", { "renforcé", "high" } }, { "unknown", { "à évaluer", "to be assessed" } },
};
VOCABULARY (orienta_levels, levels, TRUE);
const OrientaVocabulary orienta_need_levels = { .words = levels, .n = ORIENTA_LEVEL_UNKNOWN, .ordered = TRUE };

static const OrientaWord supports[] = {
  { "none", { "aucun", "none" } },
  { "low", { "léger", "low" } },
  { "high", { "renforcé", "high" } },
};
VOCABULARY (orienta_supports, supports, TRUE);

static const OrientaWord accesses[] = {
  { "none", { "sans exigence", "no requirement" } },
  { "step_free", { "de plain-pied", "step-free" } },
  { "wheelchair", { "fauteuil roulant", "wheelchair" } },
};
VOCABULARY (orienta_accesses, accesses, TRUE);

static const OrientaWord kinds[] = {
  { "plai", { "PLAI", "PLAI" } },
  { "plus", { "PLUS", "PLUS" } },
  { "pls", { "PLS", "PLS" } },
  { "plai_a", { "PLAI adapté", "PLAI adapté" } },
  { "pension_de_famille", { "pension de famille", "pension de famille" } },
  { "residence_accueil", { "résidence accueil", "résidence accueil" } },
  { "residence_sociale", { "résidence sociale", "résidence sociale" } },
  { "fjt", { "FJT / résidence jeunes", "FJT / résidence jeunes" } },
  { "iml_sous_location", { "IML en sous-location", "IML sub-letting" } },
  { "iml_mandat", { "IML en mandat de gestion", "IML managed lease" } },
  { "bail_glissant", { "bail glissant", "bail glissant" } },
  { "chez_soi_dabord", { "Un chez-soi d'abord", "Un chez-soi d'abord" } },
  { "chez_soi_dabord_jeunes", { "Un chez-soi d'abord jeunes", "Un chez-soi d'abord jeunes" } },
  { "chrs_hors_les_murs", { "CHRS hors les murs", "CHRS hors les murs" } },
  { "other", { "autre", "other" } },
};
VOCABULARY (orienta_kinds, kinds, FALSE);

/* What each kind gives unless the unit says otherwise: CCH L.633-1, L.442-8-1, R.353-165-11; CASF D.312-153-1; décret
 * 2016-1940. */
static const OrientaLease default_leases[] = {
  ORIENTA_LEASE_DURABLE,      ORIENTA_LEASE_DURABLE, ORIENTA_LEASE_DURABLE,      ORIENTA_LEASE_DURABLE,
  ORIENTA_LEASE_DURABLE,      ORIENTA_LEASE_DURABLE, ORIENTA_LEASE_TIME_LIMITED, ORIENTA_LEASE_TIME_LIMITED,
  ORIENTA_LEASE_TIME_LIMITED, ORIENTA_LEASE_DURABLE, ORIENTA_LEASE_SLIDING,      ORIENTA_LEASE_DURABLE,
  ORIENTA_LEASE_DURABLE,      ORIENTA_LEASE_UNKNOWN, ORIENTA_LEASE_UNKNOWN,
};
G_STATIC_ASSERT (G_N_ELEMENTS (default_leases) == G_N_ELEMENTS (kinds));

static const OrientaWord zones[] = {
  { "paris", { "Paris et communes limitrophes", "Paris and bordering communes" } },
  { "idf", { "reste de l'Île-de-France", "rest of Île-de-France" } },
  { "other", { "autres régions", "other regions" } },
};
VOCABULARY (orienta_zones, zones, FALSE);

static const OrientaWord leases[] = {
  { "durable", { "durable", "durable" } },
  { "time_limited", { "à durée limitée", "time-limited" } },
  { "sliding", { "glissant", "sliding" } },
};
VOCABULARY (orienta_leases, leases, FALSE);

static const OrientaWord roles[] = {
  { "applicant", { "demandeur", "applicant" } },
  { "partner", { "conjoint", "partner" } },
  { "child", { "enfant", "child" } },
  { "other", { "autre personne", "other person" } },
};
VOCABULARY (orienta_roles, roles, FALSE);

static const OrientaWord custodies[] = {
  { "full", { "à temps plein", "full" } },
  { "alternating", { "garde alternée", "alternating" } },
  { "visiting", { "droit de visite", "visiting" } },
};
VOCABULARY (orienta_custodies, custodies, FALSE);

static const OrientaWord offer_outcomes[] = {
  { "accepted", { "acceptée", "accepted" } },
  { "refused_by_household", { "refusée par le ménage", "refused by the household" } },
  { "refused_by_structure", { "refusée par la structure", "refused by the structure" } },
  { "expired", { "expirée", "expired" } },
};
VOCABULARY (orienta_offer_outcomes, offer_outcomes, FALSE);

static const OrientaWord offer_reasons[] = {
  { "area", { "secteur", "area" } },
  { "kind", { "type de logement", "kind" } },
  { "animal", { "animal", "animal" } },
  { "safety", { "sécurité", "safety" } },
  { "size", { "taille", "size" } },
  { "rent", { "loyer", "rent" } },
  { "access", { "accessibilité", "access" } },
  { "health", { "santé", "health" } },
  { "neighbourhood", { "voisinage", "neighbourhood" } },
  { "other", { "autre", "other" } },
};
VOCABULARY (orienta_offer_reasons, offer_reasons, FALSE);

/* The place of a word in its list, or -1. `length` bytes of `word` are read. */
gint
orienta_vocabulary_find (const OrientaVocabulary *self, const char *word, gsize length)
{
  for (guint i = 0; i < self->n; i++)
    if (strlen (self->words[i].word) == length && memcmp (self->words[i].word, word, length) == 0)
      return (gint) i;
  return -1;
}

/* The lease that a kind gives when a unit states none, or ORIENTA_LEASE_UNKNOWN. */
OrientaLease
orienta_kind_default_lease (guint kind)
{
  return default_leases[kind];
}
