/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Attributes: what a policy may read of a household, a unit or a pair. The list is closed, so that an unknown name is
 * an error of the document and never a criterion that silently does not fire; a policy adds local ones
 * (docs/policy.md). docs/attributes.md is made from this table and a test compares them. */
#include "model/attribute-private.h"

#include "base/text-private.h"

#include <string.h>

typedef struct {
  const char *name;
  OrientaOf of;
  OrientaType type;
  const char *unit;
  gboolean special; /* reveals a special category of personal data, GDPR art. 9 */
  const OrientaVocabulary *vocabulary;
  const char *label[2]; /* by OrientaLanguage */
  const char *formula;  /* NULL: as given */
} OrientaAttributeRow;

static const OrientaAttributeRow rows[] = {
  /* clang-format off */
  { "household.request_date", ORIENTA_OF_HOUSEHOLD, ORIENTA_TYPE_DATE, "day", FALSE, NULL, { "date de la demande", "request date" }, NULL },
  { "household.referral_date", ORIENTA_OF_HOUSEHOLD, ORIENTA_TYPE_DATE, "day", FALSE, NULL, { "date d'orientation", "referral date" }, NULL },
  { "household.last_contact", ORIENTA_OF_HOUSEHOLD, ORIENTA_TYPE_DATE, "day", FALSE, NULL, { "dernier contact", "last contact" }, NULL },
  { "household.referrer", ORIENTA_OF_HOUSEHOLD, ORIENTA_TYPE_CODE, NULL, FALSE, NULL, { "service prescripteur", "referring service" }, NULL },
  { "household.territory", ORIENTA_OF_HOUSEHOLD, ORIENTA_TYPE_PLACE, NULL, FALSE, NULL, { "territoire actuel", "present territory" }, NULL },
  { "household.situation", ORIENTA_OF_HOUSEHOLD, ORIENTA_TYPE_WORD, NULL, FALSE, &orienta_situations, { "situation actuelle", "present situation" }, NULL },
  { "household.adults", ORIENTA_OF_HOUSEHOLD, ORIENTA_TYPE_NUMBER, "person", FALSE, NULL, { "adultes", "adults" }, NULL },
  { "household.children", ORIENTA_OF_HOUSEHOLD, ORIENTA_TYPE_NUMBER, "person", FALSE, NULL, { "enfants", "children" }, NULL },
  { "household.births_expected", ORIENTA_OF_HOUSEHOLD, ORIENTA_TYPE_NUMBER, "person", TRUE, NULL, { "naissances attendues", "births expected" }, NULL },
  { "household.income_year", ORIENTA_OF_HOUSEHOLD, ORIENTA_TYPE_NUMBER, "EUR", FALSE, NULL, { "revenu fiscal de référence", "reference tax income" }, NULL },
  { "household.income_month", ORIENTA_OF_HOUSEHOLD, ORIENTA_TYPE_NUMBER, "EUR/month", FALSE, NULL, { "ressources mensuelles", "monthly income" }, NULL },
  { "household.rent_now", ORIENTA_OF_HOUSEHOLD, ORIENTA_TYPE_NUMBER, "EUR/month", FALSE, NULL, { "coût actuel du logement", "present housing cost" }, NULL },
  { "household.rooms_now", ORIENTA_OF_HOUSEHOLD, ORIENTA_TYPE_NUMBER, "room", FALSE, NULL, { "pièces du logement actuel", "rooms of the present dwelling" }, NULL },
  { "household.surface_now", ORIENTA_OF_HOUSEHOLD, ORIENTA_TYPE_NUMBER, "m2", FALSE, NULL, { "surface du logement actuel", "surface of the present dwelling" }, NULL },
  { "household.needs", ORIENTA_OF_HOUSEHOLD, ORIENTA_TYPE_WORDS, NULL, TRUE, &orienta_needs, { "besoins", "needs" }, NULL },
  { "household.need.addiction", ORIENTA_OF_HOUSEHOLD, ORIENTA_TYPE_WORD, NULL, TRUE, &orienta_need_levels, { "besoin : addiction", "need: addiction" }, NULL },
  { "household.need.parenting", ORIENTA_OF_HOUSEHOLD, ORIENTA_TYPE_WORD, NULL, TRUE, &orienta_need_levels, { "besoin : parentalité", "need: parenting" }, NULL },
  { "household.need.psychic", ORIENTA_OF_HOUSEHOLD, ORIENTA_TYPE_WORD, NULL, TRUE, &orienta_need_levels, { "besoin : handicap psychique", "need: psychic disability" }, NULL },
  { "household.need.ase_leaver", ORIENTA_OF_HOUSEHOLD, ORIENTA_TYPE_WORD, NULL, TRUE, &orienta_need_levels, { "besoin : sortie de l'ASE", "need: leaving child-welfare care" }, NULL },
  { "household.need.violence", ORIENTA_OF_HOUSEHOLD, ORIENTA_TYPE_WORD, NULL, TRUE, &orienta_need_levels, { "besoin : violences", "need: violence" }, NULL },
  { "household.need.budget", ORIENTA_OF_HOUSEHOLD, ORIENTA_TYPE_WORD, NULL, TRUE, &orienta_need_levels, { "besoin : gestion du budget", "need: budget management" }, NULL },
  { "household.need.eviction", ORIENTA_OF_HOUSEHOLD, ORIENTA_TYPE_WORD, NULL, TRUE, &orienta_need_levels, { "besoin : prévention de l'expulsion", "need: eviction prevention" }, NULL },
  { "household.need.autonomy_loss", ORIENTA_OF_HOUSEHOLD, ORIENTA_TYPE_WORD, NULL, TRUE, &orienta_need_levels, { "besoin : perte d'autonomie", "need: loss of autonomy" }, NULL },
  { "household.need.street_margins", ORIENTA_OF_HOUSEHOLD, ORIENTA_TYPE_WORD, NULL, TRUE, &orienta_need_levels, { "besoin : grande marginalité", "need: life on the margins" }, NULL },
  { "household.need.physical_disability", ORIENTA_OF_HOUSEHOLD, ORIENTA_TYPE_WORD, NULL, TRUE, &orienta_need_levels, { "besoin : handicap physique", "need: physical disability" }, NULL },
  { "household.need.health", ORIENTA_OF_HOUSEHOLD, ORIENTA_TYPE_WORD, NULL, TRUE, &orienta_need_levels, { "besoin : santé", "need: health" }, NULL },
  { "household.need.work", ORIENTA_OF_HOUSEHOLD, ORIENTA_TYPE_WORD, NULL, TRUE, &orienta_need_levels, { "besoin : emploi et insertion", "need: work" }, NULL },
  { "household.support_accepted", ORIENTA_OF_HOUSEHOLD, ORIENTA_TYPE_WORD, NULL, TRUE, &orienta_supports, { "accompagnement accepté", "support accepted" }, NULL },
  { "household.priority", ORIENTA_OF_HOUSEHOLD, ORIENTA_TYPE_CODES, NULL, TRUE, NULL, { "publics prioritaires", "priority publics" }, NULL },
  { "household.access", ORIENTA_OF_HOUSEHOLD, ORIENTA_TYPE_WORD, NULL, TRUE, &orienta_accesses, { "accessibilité nécessaire", "access needed" }, NULL },
  { "household.pets", ORIENTA_OF_HOUSEHOLD, ORIENTA_TYPE_BOOL, NULL, FALSE, NULL, { "animaux", "animals" }, NULL },
  { "household.occupies", ORIENTA_OF_HOUSEHOLD, ORIENTA_TYPE_BOOL, NULL, FALSE, NULL, { "occupe une place du fichier", "holds a place of the register" }, "a unit is named in occupies" },
  { "household.persons", ORIENTA_OF_HOUSEHOLD, ORIENTA_TYPE_NUMBER, "person", FALSE, NULL, { "personnes du ménage", "persons of the household" }, "adults + children who live there (visiting custody left out)" },
  { "household.persons_to_house", ORIENTA_OF_HOUSEHOLD, ORIENTA_TYPE_NUMBER, "person", FALSE, NULL, { "personnes à loger", "persons to be housed" }, "persons + births_expected" },
  { "household.household_category", ORIENTA_OF_HOUSEHOLD, ORIENTA_TYPE_NUMBER, NULL, FALSE, NULL, { "catégorie de ménage", "household category" }, "arrêté of 29 July 1987, annexe 1: persons, and one more (never two) for one person alone with dependants (role child), a young household or a disability; unknown while what is missing could make it one more" },
  { "household.minors", ORIENTA_OF_HOUSEHOLD, ORIENTA_TYPE_NUMBER, "person", FALSE, NULL, { "enfants mineurs", "minors" }, "persons under 18 on as_of; children where no birth date is known" },
  { "household.disabled", ORIENTA_OF_HOUSEHOLD, ORIENTA_TYPE_BOOL, NULL, TRUE, NULL, { "handicap dans le ménage", "disability in the household" }, "a person who lives there has disability, or need.physical_disability is present" },
  { "household.lone_parent", ORIENTA_OF_HOUSEHOLD, ORIENTA_TYPE_BOOL, NULL, FALSE, NULL, { "parent seul", "lone parent" }, "one adult and at least one child" },
  { "household.young_household", ORIENTA_OF_HOUSEHOLD, ORIENTA_TYPE_BOOL, NULL, FALSE, NULL, { "jeune ménage", "young household" }, "applicant and partner without dependants whose ages add up to at most 55; unknown while a missing birth date could make it so" },
  { "household.age", ORIENTA_OF_HOUSEHOLD, ORIENTA_TYPE_NUMBER, "year", FALSE, NULL, { "âge du demandeur", "applicant's age" }, "complete years of the applicant on as_of" },
  { "household.oldest_age", ORIENTA_OF_HOUSEHOLD, ORIENTA_TYPE_NUMBER, "year", FALSE, NULL, { "âge de la plus âgée", "oldest age" }, "complete years of the oldest person who lives there on as_of; unknown when one has no birth date" },
  { "household.youngest_age", ORIENTA_OF_HOUSEHOLD, ORIENTA_TYPE_NUMBER, "year", FALSE, NULL, { "âge de la plus jeune", "youngest age" }, "complete years of the youngest person who lives there on as_of; unknown when one has no birth date" },
  { "household.waiting_days", ORIENTA_OF_HOUSEHOLD, ORIENTA_TYPE_NUMBER, "day", FALSE, NULL, { "attente en jours", "days waited" }, "as_of - request_date" },
  { "household.waiting_months", ORIENTA_OF_HOUSEHOLD, ORIENTA_TYPE_NUMBER, "month", FALSE, NULL, { "mois d'attente", "months waited" }, "complete months from request_date to as_of" },
  { "household.referral_months", ORIENTA_OF_HOUSEHOLD, ORIENTA_TYPE_NUMBER, "month", FALSE, NULL, { "mois depuis l'orientation", "months since referral" }, "complete months from referral_date to as_of" },
  { "household.contact_months", ORIENTA_OF_HOUSEHOLD, ORIENTA_TYPE_NUMBER, "month", FALSE, NULL, { "mois depuis le dernier contact", "months since last contact" }, "complete months from last_contact to as_of" },
  { "household.consumption_units", ORIENTA_OF_HOUSEHOLD, ORIENTA_TYPE_NUMBER, "unit", FALSE, NULL, { "unités de consommation", "consumption units" }, "1 + 0.5 for each further person of 14 or more + 0.3 for each younger one (INSEE); a child without birth date counts 0.3" },
  { "household.income_per_unit", ORIENTA_OF_HOUSEHOLD, ORIENTA_TYPE_NUMBER, "EUR/unit", FALSE, NULL, { "revenu annuel par unité de consommation", "yearly income per consumption unit" }, "income_year / consumption_units" },
  { "household.effort_now", ORIENTA_OF_HOUSEHOLD, ORIENTA_TYPE_NUMBER, "ratio", FALSE, NULL, { "taux d'effort actuel", "present effort rate" }, "rent_now / income_month; unknown when income_month is 0" },
  { "household.reste_a_vivre_now", ORIENTA_OF_HOUSEHOLD, ORIENTA_TYPE_NUMBER, "EUR/day", FALSE, NULL, { "reste à vivre actuel", "present rest to live on" }, "(income_month - rent_now) / consumption_units / 30" },
  { "household.persons_per_room_now", ORIENTA_OF_HOUSEHOLD, ORIENTA_TYPE_NUMBER, "person/room", FALSE, NULL, { "personnes par pièce actuellement", "persons per room now" }, "persons / rooms_now; unknown when rooms_now is 0" },
  { "household.surface_per_person_now", ORIENTA_OF_HOUSEHOLD, ORIENTA_TYPE_NUMBER, "m2/person", FALSE, NULL, { "surface par personne actuellement", "surface per person now" }, "surface_now / persons" },
  { "household.required_surface", ORIENTA_OF_HOUSEHOLD, ORIENTA_TYPE_NUMBER, "m2", FALSE, NULL, { "surface nécessaire", "surface required" }, "CCH R.822-25 for persons_to_house: 9, 16, then 9 each further one, at most 70" },
  { "household.refusals", ORIENTA_OF_HOUSEHOLD, ORIENTA_TYPE_NUMBER, NULL, FALSE, NULL, { "refus d'offres", "offers refused" }, "offers refused by the household for a reason that is not choice, or for none stated" },
  { "household.refusals_by_choice", ORIENTA_OF_HOUSEHOLD, ORIENTA_TYPE_NUMBER, NULL, FALSE, NULL, { "refus par choix", "refusals by choice" }, "offers refused by the household for area, kind, animal or safety" },
  { "unit.kind", ORIENTA_OF_UNIT, ORIENTA_TYPE_WORD, NULL, FALSE, &orienta_kinds, { "type de logement", "kind of home" }, NULL },
  { "unit.territory", ORIENTA_OF_UNIT, ORIENTA_TYPE_PLACE, NULL, FALSE, NULL, { "territoire du logement", "territory of the home" }, NULL },
  { "unit.zone", ORIENTA_OF_UNIT, ORIENTA_TYPE_WORD, NULL, FALSE, &orienta_zones, { "zone", "zone" }, NULL },
  { "unit.rooms", ORIENTA_OF_UNIT, ORIENTA_TYPE_NUMBER, "room", FALSE, NULL, { "pièces", "rooms" }, NULL },
  { "unit.surface", ORIENTA_OF_UNIT, ORIENTA_TYPE_NUMBER, "m2", FALSE, NULL, { "surface", "surface" }, NULL },
  { "unit.rent", ORIENTA_OF_UNIT, ORIENTA_TYPE_NUMBER, "EUR/month", FALSE, NULL, { "loyer", "rent" }, NULL },
  { "unit.charges", ORIENTA_OF_UNIT, ORIENTA_TYPE_NUMBER, "EUR/month", FALSE, NULL, { "charges", "charges" }, NULL },
  { "unit.housing_aid", ORIENTA_OF_UNIT, ORIENTA_TYPE_NUMBER, "EUR/month", FALSE, NULL, { "aide au logement estimée", "estimated housing aid" }, NULL },
  { "unit.net_cost", ORIENTA_OF_UNIT, ORIENTA_TYPE_NUMBER, "EUR/month", FALSE, NULL, { "coût net", "net cost" }, "rent + charges - housing_aid" },
  { "unit.places", ORIENTA_OF_UNIT, ORIENTA_TYPE_NUMBER, "place", FALSE, NULL, { "places", "places" }, NULL },
  { "unit.access", ORIENTA_OF_UNIT, ORIENTA_TYPE_WORD, NULL, FALSE, &orienta_accesses, { "accessibilité", "access" }, NULL },
  { "unit.pets", ORIENTA_OF_UNIT, ORIENTA_TYPE_BOOL, NULL, FALSE, NULL, { "animaux admis", "animals allowed" }, NULL },
  { "unit.available_from", ORIENTA_OF_UNIT, ORIENTA_TYPE_DATE, "day", FALSE, NULL, { "disponible le", "available from" }, NULL },
  { "unit.lease", ORIENTA_OF_UNIT, ORIENTA_TYPE_WORD, NULL, FALSE, &orienta_leases, { "bail", "lease" }, "as given, else after the kind" },
  { "unit.durable", ORIENTA_OF_UNIT, ORIENTA_TYPE_BOOL, NULL, FALSE, NULL, { "logement durable", "durable home" }, "lease is durable or sliding" },
  { "unit.contingent", ORIENTA_OF_UNIT, ORIENTA_TYPE_CODE, NULL, FALSE, NULL, { "contingent", "contingent" }, NULL },
  { "unit.landlord", ORIENTA_OF_UNIT, ORIENTA_TYPE_CODE, NULL, FALSE, NULL, { "bailleur", "landlord" }, NULL },
  { "unit.qpv", ORIENTA_OF_UNIT, ORIENTA_TYPE_BOOL, NULL, FALSE, NULL, { "en quartier prioritaire", "in a priority district" }, NULL },
  { "unit.onsite_support", ORIENTA_OF_UNIT, ORIENTA_TYPE_BOOL, NULL, FALSE, NULL, { "accompagnement sur place", "support on site" }, NULL },
  { "unit.min_age", ORIENTA_OF_UNIT, ORIENTA_TYPE_NUMBER, "year", FALSE, NULL, { "âge minimal", "least age" }, NULL },
  { "unit.max_age", ORIENTA_OF_UNIT, ORIENTA_TYPE_NUMBER, "year", FALSE, NULL, { "âge maximal", "greatest age" }, NULL },
  { "pair.in_choice", ORIENTA_OF_PAIR, ORIENTA_TYPE_BOOL, NULL, FALSE, NULL, { "dans le choix exprimé", "inside the stated choice" }, "in_territories and in_kinds" },
  { "pair.in_territories", ORIENTA_OF_PAIR, ORIENTA_TYPE_BOOL, NULL, FALSE, NULL, { "territoire souhaité", "territory wanted" }, "wants_territories is empty or one of them is, or contains, unit.territory" },
  { "pair.in_kinds", ORIENTA_OF_PAIR, ORIENTA_TYPE_BOOL, NULL, FALSE, NULL, { "type souhaité", "kind wanted" }, "wants_kinds is empty or has unit.kind" },
  { "pair.avoided", ORIENTA_OF_PAIR, ORIENTA_TYPE_BOOL, NULL, TRUE, NULL, { "territoire à éviter", "territory to avoid" }, "one of avoids_territories is, or contains, unit.territory, or lies inside it" },
  { "pair.kind_refused", ORIENTA_OF_PAIR, ORIENTA_TYPE_BOOL, NULL, FALSE, NULL, { "type refusé", "kind refused" }, "refuses_kinds has unit.kind" },
  { "pair.access_fits", ORIENTA_OF_PAIR, ORIENTA_TYPE_BOOL, NULL, TRUE, NULL, { "accessibilité convenable", "access fits" }, "unit.access >= household.access" },
  { "pair.pets_fit", ORIENTA_OF_PAIR, ORIENTA_TYPE_BOOL, NULL, FALSE, NULL, { "animaux possibles", "animals fit" }, "not household.pets, or unit.pets" },
  { "pair.age_fits", ORIENTA_OF_PAIR, ORIENTA_TYPE_BOOL, NULL, FALSE, NULL, { "dans la tranche d'âge", "within the age band" }, "unit.min_age <= household.age <= unit.max_age" },
  { "pair.own_place", ORIENTA_OF_PAIR, ORIENTA_TYPE_BOOL, NULL, FALSE, NULL, { "place déjà occupée par le ménage", "the place the household holds" }, "occupies names this unit" },
  { "pair.same_territory", ORIENTA_OF_PAIR, ORIENTA_TYPE_BOOL, NULL, FALSE, NULL, { "même territoire", "same territory" }, "household.territory is, contains or lies inside unit.territory" },
  { "pair.refused_before", ORIENTA_OF_PAIR, ORIENTA_TYPE_BOOL, NULL, FALSE, NULL, { "déjà refusé par le ménage", "refused before by the household" }, "an offer of this unit was refused by the household" },
  { "pair.effort", ORIENTA_OF_PAIR, ORIENTA_TYPE_NUMBER, "ratio", FALSE, NULL, { "taux d'effort futur", "future effort rate" }, "unit.net_cost / household.income_month; unknown when income_month is 0" },
  { "pair.reste_a_vivre", ORIENTA_OF_PAIR, ORIENTA_TYPE_NUMBER, "EUR/day", FALSE, NULL, { "reste à vivre futur", "future rest to live on" }, "(income_month - unit.net_cost) / consumption_units / 30" },
  { "pair.rooms_gap", ORIENTA_OF_PAIR, ORIENTA_TYPE_NUMBER, "room", FALSE, NULL, { "écart de pièces", "rooms gap" }, "unit.rooms - household.persons_to_house" },
  { "pair.persons_per_room", ORIENTA_OF_PAIR, ORIENTA_TYPE_NUMBER, "person/room", FALSE, NULL, { "personnes par pièce", "persons per room" }, "household.persons_to_house / unit.rooms" },
  { "pair.surface_gap", ORIENTA_OF_PAIR, ORIENTA_TYPE_NUMBER, "m2", FALSE, NULL, { "écart de surface", "surface gap" }, "unit.surface - household.required_surface" },
  { "pair.surface_per_person", ORIENTA_OF_PAIR, ORIENTA_TYPE_NUMBER, "m2/person", FALSE, NULL, { "surface par personne", "surface per person" }, "unit.surface / household.persons_to_house" },
  { "pair.outcome", ORIENTA_OF_PAIR, ORIENTA_TYPE_NUMBER, NULL, TRUE, NULL, { "pronostic", "predicted outcome" }, "outcomes.csv: the unit's line, else its kind's" },
  /* clang-format on */
};
G_STATIC_ASSERT (G_N_ELEMENTS (rows) == ORIENTA_N_ATTRIBUTES);

static const OrientaDependence dependences[] = {
  /* clang-format off */
  [ORIENTA_PAIR_IN_CHOICE - ORIENTA_PAIR_IN_CHOICE] = { { ORIENTA_UNIT_TERRITORY, ORIENTA_UNIT_KIND }, { -1, -1 }, FALSE },
  [ORIENTA_PAIR_IN_TERRITORIES - ORIENTA_PAIR_IN_CHOICE] = { { ORIENTA_UNIT_TERRITORY, -1 }, { -1, -1 }, FALSE },
  [ORIENTA_PAIR_IN_KINDS - ORIENTA_PAIR_IN_CHOICE] = { { ORIENTA_UNIT_KIND, -1 }, { -1, -1 }, FALSE },
  [ORIENTA_PAIR_AVOIDED - ORIENTA_PAIR_IN_CHOICE] = { { ORIENTA_UNIT_TERRITORY, -1 }, { -1, -1 }, FALSE },
  [ORIENTA_PAIR_KIND_REFUSED - ORIENTA_PAIR_IN_CHOICE] = { { ORIENTA_UNIT_KIND, -1 }, { -1, -1 }, FALSE },
  [ORIENTA_PAIR_ACCESS_FITS - ORIENTA_PAIR_IN_CHOICE] = { { ORIENTA_UNIT_ACCESS, -1 }, { ORIENTA_HOUSEHOLD_ACCESS, -1 }, TRUE },
  [ORIENTA_PAIR_PETS_FIT - ORIENTA_PAIR_IN_CHOICE] = { { ORIENTA_UNIT_PETS, -1 }, { ORIENTA_HOUSEHOLD_PETS, -1 }, TRUE },
  [ORIENTA_PAIR_AGE_FITS - ORIENTA_PAIR_IN_CHOICE] = { { ORIENTA_UNIT_MIN_AGE, ORIENTA_UNIT_MAX_AGE }, { ORIENTA_HOUSEHOLD_AGE, -1 }, FALSE },
  [ORIENTA_PAIR_OWN_PLACE - ORIENTA_PAIR_IN_CHOICE] = { { -1, -1 }, { -1, -1 }, FALSE },
  [ORIENTA_PAIR_SAME_TERRITORY - ORIENTA_PAIR_IN_CHOICE] = { { ORIENTA_UNIT_TERRITORY, -1 }, { ORIENTA_HOUSEHOLD_TERRITORY, -1 }, FALSE },
  [ORIENTA_PAIR_REFUSED_BEFORE - ORIENTA_PAIR_IN_CHOICE] = { { -1, -1 }, { -1, -1 }, FALSE },
  [ORIENTA_PAIR_EFFORT - ORIENTA_PAIR_IN_CHOICE] = { { ORIENTA_UNIT_NET_COST, -1 }, { ORIENTA_HOUSEHOLD_INCOME_MONTH, -1 }, TRUE },
  [ORIENTA_PAIR_RESTE_A_VIVRE - ORIENTA_PAIR_IN_CHOICE] = { { ORIENTA_UNIT_NET_COST, -1 }, { ORIENTA_HOUSEHOLD_INCOME_MONTH, ORIENTA_HOUSEHOLD_CONSUMPTION_UNITS }, TRUE },
  [ORIENTA_PAIR_ROOMS_GAP - ORIENTA_PAIR_IN_CHOICE] = { { ORIENTA_UNIT_ROOMS, -1 }, { ORIENTA_HOUSEHOLD_PERSONS_TO_HOUSE, -1 }, TRUE },
  [ORIENTA_PAIR_PERSONS_PER_ROOM - ORIENTA_PAIR_IN_CHOICE] = { { ORIENTA_UNIT_ROOMS, -1 }, { ORIENTA_HOUSEHOLD_PERSONS_TO_HOUSE, -1 }, TRUE },
  [ORIENTA_PAIR_SURFACE_GAP - ORIENTA_PAIR_IN_CHOICE] = { { ORIENTA_UNIT_SURFACE, -1 }, { ORIENTA_HOUSEHOLD_REQUIRED_SURFACE, -1 }, TRUE },
  [ORIENTA_PAIR_SURFACE_PER_PERSON - ORIENTA_PAIR_IN_CHOICE] = { { ORIENTA_UNIT_SURFACE, -1 }, { ORIENTA_HOUSEHOLD_PERSONS_TO_HOUSE, -1 }, TRUE },
  [ORIENTA_PAIR_OUTCOME - ORIENTA_PAIR_IN_CHOICE] = { { -1, -1 }, { -1, -1 }, FALSE },
  /* clang-format on */
};

/* The number of attributes that every policy may read. */
guint
orienta_attribute_get_count (void)
{
  return ORIENTA_N_ATTRIBUTES;
}

/**
 * orienta_attribute_find:
 * @name: a full name, such as "household.income_year"
 *
 * Complexity: the length of the list.
 *
 * Returns: the attribute, or -1 where there is none of that name
 */
gint
orienta_attribute_find (const char *name)
{
  g_return_val_if_fail (name != NULL, -1);
  for (guint i = 0; i < ORIENTA_N_ATTRIBUTES; i++)
    if (strcmp (rows[i].name, name) == 0)
      return (gint) i;
  return -1;
}

/* The full name, "unit.kind". Static. */
const char *
orienta_attribute_get_name (guint attribute)
{
  g_return_val_if_fail (attribute < ORIENTA_N_ATTRIBUTES, NULL);
  return rows[attribute].name;
}

/* Whom it describes. */
OrientaOf
orienta_attribute_get_of (guint attribute)
{
  g_return_val_if_fail (attribute < ORIENTA_N_ATTRIBUTES, ORIENTA_OF_HOUSEHOLD);
  return rows[attribute].of;
}

/* What its values are. */
OrientaType
orienta_attribute_get_type (guint attribute)
{
  g_return_val_if_fail (attribute < ORIENTA_N_ATTRIBUTES, ORIENTA_TYPE_BOOL);
  return rows[attribute].type;
}

/* The unit of measure, "EUR/month"; NULL where there is none. Static. */
const char *
orienta_attribute_get_unit (guint attribute)
{
  g_return_val_if_fail (attribute < ORIENTA_N_ATTRIBUTES, NULL);
  return rows[attribute].unit;
}

/* Whether it reveals a special category of personal data (GDPR art. 9) and stays hidden from third parties. */
gboolean
orienta_attribute_is_special (guint attribute)
{
  g_return_val_if_fail (attribute < ORIENTA_N_ATTRIBUTES, TRUE);
  return rows[attribute].special;
}

/* How people call it. Static. */
const char *
orienta_attribute_get_label (guint attribute, OrientaLanguage language)
{
  g_return_val_if_fail (attribute < ORIENTA_N_ATTRIBUTES && language <= ORIENTA_ENGLISH, NULL);
  return rows[attribute].label[language];
}

/* How it is derived; NULL for what is read as given. Static, English. */
const char *
orienta_attribute_get_formula (guint attribute)
{
  g_return_val_if_fail (attribute < ORIENTA_N_ATTRIBUTES, NULL);
  return rows[attribute].formula;
}

/* The number of words it takes its values from; 0 for other types. */
guint
orienta_attribute_get_n_words (guint attribute)
{
  g_return_val_if_fail (attribute < ORIENTA_N_ATTRIBUTES, 0);
  return rows[attribute].vocabulary ? rows[attribute].vocabulary->n : 0;
}

/* The `word`-th of them, as it stands in a file. Static. */
const char *
orienta_attribute_get_word (guint attribute, guint word)
{
  g_return_val_if_fail (word < orienta_attribute_get_n_words (attribute), NULL);
  return rows[attribute].vocabulary->words[word].word;
}

/* The `word`-th of them, as people say it. Static. */
const char *
orienta_attribute_get_word_label (guint attribute, guint word, OrientaLanguage language)
{
  g_return_val_if_fail (word < orienta_attribute_get_n_words (attribute) && language <= ORIENTA_ENGLISH, NULL);
  return rows[attribute].vocabulary->words[word].label[language];
}

/* On what a pair attribute depends. */
const OrientaDependence *
orienta_attribute_dependence (guint attribute)
{
  g_return_val_if_fail (attribute >= ORIENTA_PAIR_IN_CHOICE && attribute < ORIENTA_N_ATTRIBUTES, NULL);
  return &dependences[attribute - ORIENTA_PAIR_IN_CHOICE];
}

/* The words of an attribute, or NULL. */
const OrientaVocabulary *
orienta_attribute_vocabulary (guint attribute)
{
  return attribute < ORIENTA_N_ATTRIBUTES ? rows[attribute].vocabulary : NULL;
}

/* The built-in attribute whose name is nearest, for messages; NULL when none is near. */
const char *
orienta_attribute_nearest (const char *name)
{
  const char *names[ORIENTA_N_ATTRIBUTES];
  for (guint i = 0; i < ORIENTA_N_ATTRIBUTES; i++)
    names[i] = rows[i].name;
  return orienta_text_nearest (name, names, ORIENTA_N_ATTRIBUTES);
}
