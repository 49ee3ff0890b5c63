/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Reasons: every sentence the library answers with, in both languages side by side. {Names} are filled by the caller.
 */
#include <orienta/orienta.h>

typedef struct {
  OrientaReasonCode code;
  OrientaSeverity severity;
  const char *name;
  const char *sentence[2]; /* by OrientaLanguage */
} OrientaReasonRow;

#define INFO ORIENTA_SEVERITY_INFO
#define VERIFY ORIENTA_SEVERITY_VERIFY
#define REFUSE ORIENTA_SEVERITY_REFUSE

/* clang-format off */
static const OrientaReasonRow rows[] = {
  { ORIENTA_REASON_AVOIDED_TERRITORY, REFUSE, "avoided-territory",
    { "Le ménage doit éviter ce territoire.",
      "The household must keep away from this territory." } },
  { ORIENTA_REASON_KIND_REFUSED, REFUSE, "kind-refused",
    { "Le ménage ne souhaite pas ce type de logement : {value}.",
      "The household does not want this kind of home: {value}." } },
  { ORIENTA_REASON_ACCESS_MISSING, REFUSE, "access-missing",
    { "Accessibilité nécessaire : {limit} ; celle du logement : {value}.",
      "Access needed: {limit}; the home's: {value}." } },
  { ORIENTA_REASON_PETS_NOT_ALLOWED, REFUSE, "pets-not-allowed",
    { "Le ménage a un animal et le logement n'en admet pas.",
      "The household has an animal and the home allows none." } },
  { ORIENTA_REASON_AGE_OUTSIDE, REFUSE, "age-outside",
    { "Âge du demandeur : {value} ; âges admis : {limit}.",
      "Applicant's age: {value}; ages admitted: {limit}." } },
  { ORIENTA_REASON_OWN_PLACE, REFUSE, "own-place",
    { "Le ménage occupe déjà ce logement.",
      "The household already lives in this home." } },
  { ORIENTA_REASON_OUTSIDE_CHOICE, INFO, "outside-choice",
    { "Ce logement est hors du choix exprimé par le ménage.",
      "This home is outside the household's stated choice." } },
  { ORIENTA_REASON_PETS_UNKNOWN, VERIFY, "pets-unknown",
    { "Le ménage a un animal ; on ne sait pas si le logement en admet.",
      "The household has an animal; whether the home allows one is not known." } },
  { ORIENTA_REASON_AGE_UNKNOWN, VERIFY, "age-unknown",
    { "L'âge du demandeur n'est pas connu ; âges admis : {limit}.",
      "The applicant's age is not known; ages admitted: {limit}." } },

  { ORIENTA_REASON_RULE_FAILED, REFUSE, "rule-failed",
    { "Condition non remplie : {rule}.",
      "Condition not met: {rule}." } },
  { ORIENTA_REASON_RULE_TO_VERIFY, VERIFY, "rule-to-verify",
    { "Condition non remplie, à vérifier : {rule}.",
      "Condition not met, to be verified: {rule}." } },
  { ORIENTA_REASON_RULE_UNKNOWN, VERIFY, "rule-unknown",
    { "À vérifier, une donnée manque : {rule}.",
      "To be verified, a value is missing: {rule}." } },
  { ORIENTA_REASON_RULE_FLAGGED, INFO, "rule-flagged",
    { "À signaler : {rule}.",
      "To be noted: {rule}." } },

  { ORIENTA_REASON_COUNTED, INFO, "counted",
    { "Points comptés.",
      "Points counted." } },
  { ORIENTA_REASON_NOT_MET, INFO, "not-met",
    { "Critère non rempli.",
      "Criterion not met." } },
  { ORIENTA_REASON_NOT_KNOWN, VERIFY, "not-known",
    { "Une donnée manque : aucun point pour l'instant.",
      "A value is missing: no points for now." } },
  { ORIENTA_REASON_NOT_APPLICABLE, INFO, "not-applicable",
    { "Ce critère ne concerne pas cette demande.",
      "This criterion does not concern this request." } },
  { ORIENTA_REASON_OUTDONE, INFO, "outdone",
    { "Un autre critère du groupe « {group} » compte à sa place.",
      "Another criterion of the group “{group}” counts instead." } },
  { ORIENTA_REASON_NOT_PROVEN, VERIFY, "not-proven",
    { "Points non comptés tant que la pièce n'est pas vérifiée.",
      "Points not counted until the document is checked." } },
  { ORIENTA_REASON_GROUP_CAP, INFO, "group-cap",
    { "Plafond du groupe « {group} » : {limit} points.",
      "Cap of the group “{group}”: {limit} points." } },
  { ORIENTA_REASON_GROUP_FLOOR, INFO, "group-floor",
    { "Minimum du groupe « {group} » : {limit} points.",
      "Floor of the group “{group}”: {limit} points." } },
  { ORIENTA_REASON_TOTAL_MAX, INFO, "total-max",
    { "Le total est plafonné à {limit} points.",
      "The total is capped at {limit} points." } },
  { ORIENTA_REASON_TOTAL_MIN, INFO, "total-min",
    { "Le total est d'au moins {limit} points.",
      "The total is at least {limit} points." } },

  { ORIENTA_REASON_FLIP_AT_MOST, INFO, "flip-at-most",
    { "{attribute} : {value} ; au plus {limit} (il faudrait {gap} de moins).",
      "{attribute}: {value}; at most {limit} ({gap} less would do)." } },
  { ORIENTA_REASON_FLIP_LESS_THAN, INFO, "flip-less-than",
    { "{attribute} : {value} ; moins de {limit}.",
      "{attribute}: {value}; less than {limit}." } },
  { ORIENTA_REASON_FLIP_AT_LEAST, INFO, "flip-at-least",
    { "{attribute} : {value} ; au moins {limit} (il faudrait {gap} de plus).",
      "{attribute}: {value}; at least {limit} ({gap} more would do)." } },
  { ORIENTA_REASON_FLIP_MORE_THAN, INFO, "flip-more-than",
    { "{attribute} : {value} ; plus de {limit}.",
      "{attribute}: {value}; more than {limit}." } },
  { ORIENTA_REASON_FLIP_BE, INFO, "flip-be",
    { "{attribute} : {value} ; il faudrait : {limit}.",
      "{attribute}: {value}; it would have to be: {limit}." } },
  { ORIENTA_REASON_FLIP_NOT_BE, INFO, "flip-not-be",
    { "{attribute} : {value} ; il faudrait autre chose que : {limit}.",
      "{attribute}: {value}; it would have to be other than: {limit}." } },
  { ORIENTA_REASON_FLIP_HAVE, INFO, "flip-have",
    { "{attribute} : il faudrait {limit} (actuellement : {value}).",
      "{attribute}: {limit} would be needed (at present: {value})." } },
  { ORIENTA_REASON_FLIP_NOT_HAVE, INFO, "flip-not-have",
    { "{attribute} : sans {limit} (actuellement : {value}).",
      "{attribute}: without {limit} (at present: {value})." } },
  { ORIENTA_REASON_FLIP_KNOW, VERIFY, "flip-know",
    { "{attribute} : à renseigner.",
      "{attribute}: to be filled in." } },
  { ORIENTA_REASON_FLIP_CRITERION, INFO, "flip-criterion",
    { "Le critère « {criterion} » devrait être rempli.",
      "The criterion “{criterion}” would have to be met." } },
  { ORIENTA_REASON_FLIP_NOT_CRITERION, INFO, "flip-not-criterion",
    { "Le critère « {criterion} » ne devrait pas être rempli.",
      "The criterion “{criterion}” would have to be not met." } },

  { ORIENTA_REASON_NOTHING_ELIGIBLE, REFUSE, "nothing-eligible",
    { "Aucun logement du fichier ne lui est ouvert.",
      "No home of the register is open to them." } },
  { ORIENTA_REASON_NOT_SHORTLISTED, INFO, "not-shortlisted",
    { "Des logements lui sont ouverts, mais d'autres ménages les précèdent sur chaque liste.",
      "Homes are open to them, but others come before them on every list." } },

  { ORIENTA_REASON_MATCH_LEFT_OUT, INFO, "match-left-out",
    { "Les logements possibles sont écartés par les choix de cet appariement : points minimaux, places gardées pour plus tard, dossiers à vérifier, refus déjà reçus.",
      "The homes that are possible are left out by the choices of this matching: least points, places kept for later, files to verify, refusals already given." } },
  { ORIENTA_REASON_MATCH_OUTSCORED, INFO, "match-outscored",
    { "Les places sont revenues à d'autres ; au plus près ({unit}), il manque {points}.",
      "The places went to others; at the nearest home ({unit}), {points} are missing." } },
  { ORIENTA_REASON_MATCH_TIED, INFO, "match-tied",
    { "À égalité de points avec ceux qui sont logés ({unit}) ; le choix du ménage, la durée du bail puis l'ordre de la politique les départagent.",
      "As many points as those who are housed ({unit}); the stated choice, the lease, then the policy's order decide." } },
  { ORIENTA_REASON_MATCH_TIER, INFO, "match-tier",
    { "Les places ({unit}) sont revenues à des ménages d'un rang de priorité supérieur.",
      "The places ({unit}) went to households of a higher tier." } },
  { ORIENTA_REASON_MATCH_NO_SUPPORT, INFO, "match-no-support",
    { "Aucun service d'accompagnement qui convienne n'a de place disponible ({unit}).",
      "No service that would do has a slot left ({unit})." } },
  { ORIENTA_REASON_MATCH_QUOTA, INFO, "match-quota",
    { "Un quota ne le permet pas : {limit} ({unit}).",
      "A quota does not allow it: {limit} ({unit})." } },
  { ORIENTA_REASON_MATCH_HELD, INFO, "match-held",
    { "Les places ({unit}) vont à des ménages qui ne peuvent pas les perdre, ou dont le départ en libère une autre.",
      "The places ({unit}) go to households that may not lose them, or that leave one to others by moving." } },
  { ORIENTA_REASON_MATCH_LIMITS, INFO, "match-limits",
    { "Les limites de cet appariement, prises ensemble, ne le permettent pas ({unit}).",
      "The limits of this matching, taken together, do not allow it ({unit})." } },
  { ORIENTA_REASON_MATCH_CONFLICT, INFO, "match-conflict",
    { "Aucun appariement n'a été fait : ses limites ne peuvent pas tenir ensemble.",
      "No matching was made: its limits cannot hold together." } },
  { ORIENTA_REASON_MATCH_NO_PLACE, INFO, "match-no-place",
    { "Aucun des logements possibles n'a de place libre.",
      "None of the homes that are possible has a free place." } },
  { ORIENTA_REASON_MATCH_ORDER, INFO, "match-order",
    { "Un ménage placé avant dans l'ordre a eu la place ({unit}).",
      "A household that comes before in the order has the place ({unit})." } },
  { ORIENTA_REASON_MATCH_FEWER, INFO, "match-fewer",
    { "Loger ce ménage ({unit}) en logerait moins en tout.",
      "Housing this household ({unit}) would house fewer in all." } },
  { ORIENTA_REASON_MATCH_RESERVED, INFO, "match-reserved",
    { "Le ménage peut avoir ce logement ({unit}), mais la place est gardée pour des demandes probables qui en auraient plus besoin ; il manque {points}.",
      "The household may have this home ({unit}), but the place is kept for likely requests in greater need of it; {points} are missing." } },
  { ORIENTA_REASON_MATCH_SLOT_RESERVED, INFO, "match-slot-reserved",
    { "Le ménage peut avoir ce logement ({unit}), mais l'accompagnement qu'il appelle est gardé pour des demandes probables qui en auraient plus besoin ; il manque {points}.",
      "The household may have this home ({unit}), but the support that it calls for is kept for likely requests in greater need of it; {points} are missing." } },

  { ORIENTA_REASON_LINT_RULE_NEVER_PASSES, VERIFY, "lint-rule-never-passes",
    { "Règle « {id} » : aucun couple ménage–logement du fichier ne la passe.",
      "Rule “{id}”: no pair of the register passes it." } },
  { ORIENTA_REASON_LINT_RULE_ALWAYS_PASSES, INFO, "lint-rule-always-passes",
    { "Règle « {id} » : tous les couples du fichier la passent.",
      "Rule “{id}”: every pair of the register passes it." } },
  { ORIENTA_REASON_LINT_CRITERION_NEVER_FIRES, VERIFY, "lint-criterion-never-fires",
    { "Critère « {id} » : il ne donne de points à personne dans ce fichier.",
      "Criterion “{id}”: it gives points to nobody of this register." } },
  { ORIENTA_REASON_LINT_BAND_UNREACHABLE, VERIFY, "lint-band-unreachable",
    { "Critère « {id} » : le palier à partir de {limit} ne peut être atteint.",
      "Criterion “{id}”: the band from {limit} cannot be reached." } },
  { ORIENTA_REASON_LINT_BANDS_NOT_MONOTONE, INFO, "lint-bands-not-monotone",
    { "Critère « {id} » : les points montent puis descendent.",
      "Criterion “{id}”: the points go up, then down." } },
  { ORIENTA_REASON_LINT_AGE_WITHOUT_BASIS, VERIFY, "lint-age-without-basis",
    { "« {id} » lit l'âge sans citer de base légale (code, loi, décret ou arrêté) dans sa source.",
      "“{id}” reads the age and its source cites no legal basis (code, law, decree or order)." } },
  { ORIENTA_REASON_LINT_LOCAL_LINK, VERIFY, "lint-local-link",
    { "« {id} » donne des points pour un lien local : CCH L.441 n'en fait jamais une condition.",
      "“{id}” gives points for a local link: CCH L.441 never makes it a condition." } },
  { ORIENTA_REASON_LINT_SHELTER_ABOVE_STREET, VERIFY, "lint-shelter-above-street",
    { "À besoins égaux, « {value} » a {gap} points de plus que la rue (HF4).",
      "At equal need “{value}” has {gap} points more than the street (HF4)." } },
  { ORIENTA_REASON_LINT_LOCAL_SANCTION, VERIFY, "lint-local-sanction",
    { "Critère « {id} » : des points sont retirés pour des refus (CCH R.441-2-10), jusqu'au {limit}.",
      "Criterion “{id}”: points are taken for refusals (CCH R.441-2-10), until {limit}." } },
  { ORIENTA_REASON_LINT_TIME_LIMITED_FAVOURED, VERIFY, "lint-time-limited-favoured",
    { "Critère « {id} » : il favorise un logement à durée limitée (HF9).",
      "Criterion “{id}”: it favours a time-limited home (HF9)." } },
  { ORIENTA_REASON_LINT_NOT_IN_FORCE, INFO, "lint-not-in-force",
    { "« {id} » n'est pas en vigueur le {value}.",
      "“{id}” is not in force on {value}." } },
  { ORIENTA_REASON_LINT_UNUSED, INFO, "lint-unused",
    { "« {id} » n'est lu par aucune règle ni aucun critère.",
      "“{id}” is read by no rule and no criterion." } },
  { ORIENTA_REASON_LINT_NO_SOURCE, VERIFY, "lint-no-source",
    { "« {id} » n'a pas de source.",
      "“{id}” has no source." } },
  { ORIENTA_REASON_LINT_TABLE_GAP, VERIFY, "lint-table-gap",
    { "Table « {id} » : rien pour {value}.",
      "Table “{id}”: nothing for {value}." } },
  { ORIENTA_REASON_LINT_GROUP_CAP_UNREACHABLE, INFO, "lint-group-cap-unreachable",
    { "Groupe « {id} » : son plafond de {limit} points ne peut être atteint.",
      "Group “{id}”: its cap of {limit} points cannot be reached." } },
  { ORIENTA_REASON_LINT_STRATA_SHARES, VERIFY, "lint-strata-shares",
    { "Les parts des strates font {value} au lieu de 1.",
      "The shares of the strata add up to {value} instead of 1." } },
  { ORIENTA_REASON_LINT_CODE_UNDECLARED, VERIFY, "lint-code-undeclared",
    { "Le code prioritaire « {value} » du fichier n'est pas déclaré par la politique.",
      "The priority code “{value}” of the register is not declared by the policy." } },
  { ORIENTA_REASON_LINT_VERSION_GAP, VERIFY, "lint-version-gap",
    { "« {id} » n'a pas de version en vigueur entre le {value} et le {limit}.",
      "“{id}” has no version in force between {value} and {limit}." } },
  { ORIENTA_REASON_LINT_QUOTA_LIMITS_NEED, VERIFY, "lint-quota-limits-need",
    { "Quota « {id} » : il limite un groupe choisi par une donnée sensible dans le logement ordinaire durable (HF1).",
      "Quota “{id}”: it limits a group chosen by a special attribute in ordinary durable housing (HF1)." } },
};
/* clang-format on */

static const OrientaReasonRow *
row_of (OrientaReasonCode code)
{
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    if (rows[i].code == code)
      return &rows[i];
  return NULL;
}

/* The number of reasons. */
guint
orienta_reason_get_count (void)
{
  return G_N_ELEMENTS (rows);
}

/* The `index`-th code, in order of number. */
OrientaReasonCode
orienta_reason_get_code (guint index)
{
  g_return_val_if_fail (index < G_N_ELEMENTS (rows), ORIENTA_REASON_NONE);
  return rows[index].code;
}

/* The name that stands in JSON, such as "rule-failed"; NULL for a number that is no code. Static. */
const char *
orienta_reason_get_name (OrientaReasonCode code)
{
  const OrientaReasonRow *row = row_of (code);
  return row ? row->name : NULL;
}

/* What it does to an answer. */
OrientaSeverity
orienta_reason_get_severity (OrientaReasonCode code)
{
  const OrientaReasonRow *row = row_of (code);
  return row ? row->severity : ORIENTA_SEVERITY_INFO;
}

/* The sentence, with {names} still to be filled; NULL for a number that is no code. Static. */
const char *
orienta_reason_get_sentence (OrientaReasonCode code, OrientaLanguage language)
{
  g_return_val_if_fail (language <= ORIENTA_ENGLISH, NULL);
  const OrientaReasonRow *row = row_of (code);
  return row ? row->sentence[language] : NULL;
}
