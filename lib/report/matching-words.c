/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* The sentences of a matching, for a terminal and a page alike. */
#include "report/matching-report-private.h"

#include "base/text-private.h"
#include "report/report-private.h"

/* -- numbers with their noun -- */

/* "12,5 points". */
char *
orienta_count_text (gint64 points, OrientaLanguage language)
{
  g_autofree char *number = orienta_points_text (points, language);
  gint64 size = ABS (points);
  gboolean one = language == ORIENTA_FRENCH ? size < 2 * ORIENTA_THOUSAND : size == ORIENTA_THOUSAND;
  return g_strdup_printf ("%s\u00a0%s", number, one ? "point" : "points");
}

/* "12,5 %"; a dash of nobody. */
char *
orienta_share_text (guint n, guint of, OrientaLanguage language)
{
  if (of == 0)
    return g_strdup ("—");
  g_autofree char *share =
      orienta_number_format_for (orienta_number_scale ((gint64) n, 1000, (gint64) of), 1, language);
  return g_strdup_printf (orienta_say (language, "%s\u00a0%%", "%s%%"), share);
}

static const char *
households_word (gint64 n, OrientaLanguage language)
{
  return orienta_say_n (language, (guint64) ABS (n), "ménage", "ménages", "household", "households");
}

/* -- how it was made, and what is claimed of it -- */

const char *
orienta_mechanism_label (OrientaMechanism mechanism, OrientaLanguage language)
{
  switch (mechanism) {
  case ORIENTA_MECHANISM_OPTIMAL:
    return orienta_say (language, "tous ensemble, au mieux", "all together, the best there is");
  case ORIENTA_MECHANISM_SEQUENTIAL:
    return orienta_say (language, "logement par logement", "home by home");
  case ORIENTA_MECHANISM_STABLE:
    return orienta_say (language, "stable", "stable");
  default:
    return orienta_say (language, "fait ailleurs", "made elsewhere");
  }
}

static const char *
plain_text (OrientaMechanism mechanism, OrientaLanguage language)
{
  switch (mechanism) {
  case ORIENTA_MECHANISM_SEQUENTIAL:
    return orienta_say (
        language, "Chaque logement va au premier de sa liste, l'un après l'autre : rien n'est affirmé du total.",
        "Each home goes to the first of its list, one after the other: nothing is claimed of the total.");
  case ORIENTA_MECHANISM_STABLE:
    return orienta_say (
        language, "Stable : aucun ménage n'est devancé, pour un logement qu'il préfère, par un autre classé après lui.",
        "Stable: for no home that it prefers is a household passed over by one that ranks after it.");
  default:
    return orienta_say (language, "Fait ailleurs : rien n'est affirmé du total.",
                        "Made elsewhere: nothing is claimed of the total.");
  }
}

/* One or two sentences. */
char *
orienta_matching_status_text (const OrientaMatching *self, OrientaLanguage language)
{
  if (self->status == ORIENTA_MATCH_OPTIMAL)
    return g_strdup (orienta_say (language, "Prouvé : sous ces règles et ces limites, aucun appariement ne fait mieux.",
                                  "Proven: under these rules and limits no matching does better."));
  if (self->status == ORIENTA_MATCH_INFEASIBLE)
    return g_strdup (orienta_say (
        language,
        "Les limites ne peuvent pas tenir ensemble : personne n'est logé. Voici un plus petit ensemble qui se "
        "contredit.",
        "The limits cannot hold together: nobody is housed. Here is a smallest set that contradicts itself."));
  if (self->status == ORIENTA_MATCH_PLAIN)
    return g_strdup (plain_text (self->options->mechanism, language));
  g_autofree char *bound = orienta_count_text (self->bound, language);
  g_autofree char *gap = orienta_count_text (self->bound - self->total, language);
  return g_strdup_printf (
      orienta_say (
          language,
          "Non prouvé, le temps était écoulé : aucun appariement ne dépasse %s ; celui-ci en est à %s au plus.",
          "Not proven, the time was up: no matching has more than %s; this one is at most %s away."),
      bound, gap);
}

/* -- limits -- */

static const char *
quota_label (const OrientaPolicy *policy, const char *id, OrientaLanguage language)
{
  for (guint i = 0; i < policy->n_quotas; i++)
    if (g_str_equal (policy->quotas[i].id, id))
      return orienta_label_get (&policy->quotas[i].label, language, id);
  return id;
}

/* What people call a limit: "Un tiers de femmes seules (L07)", "service S01, files". Free with g_free(). */
char *
orienta_matching_format_limit (const OrientaMatching *self, guint limit, OrientaLanguage language)
{
  g_return_val_if_fail (self && limit < self->limits->len && language <= ORIENTA_ENGLISH, NULL);
  const OrientaLimit *row = &g_array_index (self->limits, OrientaLimit, limit);
  switch (row->kind) {
  case ORIENTA_LIMIT_QUOTA: {
    const char *label = quota_label (self->binding->policy, row->id, language);
    return row->part ? g_strdup_printf ("%s (%s)", label, row->part) : g_strdup (label);
  }
  case ORIENTA_LIMIT_SERVICE:
    return row->part ? g_strdup_printf ("service %s, %s", row->id, row->part) : g_strdup_printf ("service %s", row->id);
  case ORIENTA_LIMIT_BASELINE:
    return g_strdup_printf (orienta_say (language, "ce que %s garde de l'appariement de référence",
                                         "what %s keeps of the matching referred to"),
                            row->id);
  default:
    return g_strdup_printf (orienta_say (language, "le logement décidé pour %s", "the home decided for %s"), row->id);
  }
}

static char *
amount_text (const OrientaLimit *row, gint64 amount, OrientaLanguage language)
{
  return orienta_number_format_for (amount, g_str_has_suffix (row->bound, "_share") ? 6 : 0, language);
}

/* "16, au plus 40". A share is told in households beyond it: what the group has more, or less, than its part. */
char *
orienta_matching_count_text (const OrientaMatching *self, guint limit, OrientaLanguage language)
{
  const OrientaLimit *row = &g_array_index (self->limits, OrientaLimit, limit);
  g_autofree char *amount = amount_text (row, row->amount, language);
  g_autofree char *over = amount_text (row, ABS (row->amount), language);
  g_autofree char *least = amount_text (row, row->least, language);
  g_autofree char *most = amount_text (row, row->most, language);
  if (g_str_has_suffix (row->bound, "_share") && row->amount == 0)
    return g_strdup (orienta_say (language, "la part, sans un ménage de plus", "the share, and no household more"));
  if (g_str_has_suffix (row->bound, "_share"))
    return g_strdup_printf (row->amount > 0
                                ? orienta_say (language, "%s %s de plus que la part", "%s %s above the share")
                                : orienta_say (language, "%s %s de moins que la part", "%s %s below the share"),
                            over,
                            households_word (ABS (row->amount) == ORIENTA_MILLION ? 1
                                             : language == ORIENTA_FRENCH         ? ABS (row->amount) / ORIENTA_MILLION
                                                                                  : 2,
                                             language));
  if (row->least != G_MININT64)
    return g_strdup_printf (orienta_say (language, "%s, au moins %s", "%s, at least %s"), amount, least);
  return g_strdup_printf (orienta_say (language, "%s, au plus %s", "%s, at most %s"), amount, most);
}

/* What one more would bring; NULL where it is not known or nothing. */
char *
orienta_matching_worth_text (const OrientaMatching *self, guint limit, OrientaLanguage language)
{
  const OrientaLimit *row = &g_array_index (self->limits, OrientaLimit, limit);
  if (!row->has_worth || (row->worth.gain == 0 && row->worth.gain_housed == 0))
    return NULL;
  g_autofree char *points = orienta_count_text (row->worth.gain, language);
  return g_strdup_printf (orienta_say (language, "une unité de plus : %+d %s, %s", "one unit more: %+d %s, %s"),
                          row->worth.gain_housed, households_word (row->worth.gain_housed, language), points);
}

/* "Quota X : il faudrait céder de 2". */
char *
orienta_matching_conflict_text (const OrientaMatching *self, guint conflict, OrientaLanguage language)
{
  const OrientaConflict *row = &g_array_index (self->conflicts, OrientaConflict, conflict);
  g_autofree char *label = orienta_matching_format_limit (self, row->limit, language);
  g_autofree char *gap = amount_text (&g_array_index (self->limits, OrientaLimit, row->limit), row->gap, language);
  return g_strdup_printf (
      orienta_say (language, "%s : seule, elle devrait céder de %s.", "%s: alone it would have to give way by %s."),
      label, gap);
}

/* -- households -- */

/* Whether points are what is missing. */
gboolean
orienta_matching_reason_has_margin (OrientaReasonCode reason)
{
  return reason == ORIENTA_REASON_MATCH_OUTSCORED || reason == ORIENTA_REASON_MATCH_RESERVED
         || reason == ORIENTA_REASON_MATCH_SLOT_RESERVED;
}

const char *
orienta_matching_reason_label (OrientaReasonCode reason, OrientaLanguage language)
{
  switch (reason) {
  case ORIENTA_REASON_NOTHING_ELIGIBLE:
    return orienta_say (language, "aucun logement ouvert", "no home open");
  case ORIENTA_REASON_MATCH_LEFT_OUT:
    return orienta_say (language, "écartés par les choix de l'appariement", "left out by the choices of the matching");
  case ORIENTA_REASON_MATCH_OUTSCORED:
    return orienta_say (language, "des points manquent", "points are missing");
  case ORIENTA_REASON_MATCH_TIED:
    return orienta_say (language, "à égalité de points", "as many points");
  case ORIENTA_REASON_MATCH_FEWER:
    return orienta_say (language, "en logerait moins en tout", "would house fewer in all");
  case ORIENTA_REASON_MATCH_TIER:
    return orienta_say (language, "rang de priorité", "tier of priority");
  case ORIENTA_REASON_MATCH_NO_SUPPORT:
    return orienta_say (language, "pas d'accompagnement disponible", "no support available");
  case ORIENTA_REASON_MATCH_QUOTA:
    return orienta_say (language, "un quota", "a quota");
  case ORIENTA_REASON_MATCH_HELD:
    return orienta_say (language, "places tenues par d'autres", "places held by others");
  case ORIENTA_REASON_MATCH_NO_PLACE:
    return orienta_say (language, "aucune place libre", "no free place");
  case ORIENTA_REASON_MATCH_RESERVED:
    return orienta_say (language, "place gardée pour plus tard", "a place kept for later");
  case ORIENTA_REASON_MATCH_SLOT_RESERVED:
    return orienta_say (language, "accompagnement gardé pour plus tard", "support kept for later");
  case ORIENTA_REASON_MATCH_ORDER:
    return orienta_say (language, "placés après dans l'ordre", "later in the order");
  default:
    return orienta_say (language, "les limites, prises ensemble", "the limits, taken together");
  }
}

/* Why a household has no new home, a sentence with the home and the points. Free with g_free(). */
char *
orienta_matching_format_reason (const OrientaMatching *self, guint place, OrientaLanguage language)
{
  g_return_val_if_fail (self && place < self->n_unmatched && language <= ORIENTA_ENGLISH, NULL);
  const OrientaUnmatched *row = &self->unmatched[place];
  g_autofree char *points = orienta_count_text (row->margin, language);
  g_autofree char *limit = row->limit < 0 ? NULL : orienta_matching_format_limit (self, (guint) row->limit, language);
  const char *const pairs[] = { "unit",   row->nearest < 0 ? "—" : self->binding->reg->units[row->nearest].id,
                                "points", points,
                                "limit",  limit ? limit : "—",
                                NULL };
  return orienta_text_fill (orienta_reason_get_sentence (row->reason, language), pairs);
}

/* Who supports, or that nobody does; NULL where no support is called for. */
char *
orienta_matching_support_text (const OrientaMatching *self, const OrientaMatched *pair, OrientaLanguage language)
{
  if (pair->service >= 0)
    return g_strdup_printf (orienta_say (language, "accompagnement : %s", "support: %s"),
                            self->binding->reg->services[pair->service].id);
  if (pair->lacks_support)
    return g_strdup (orienta_say (language, "accompagnement à trouver", "support to be found"));
  return NULL;
}

/* -- the two matchings, and what places are worth -- */

/* What the baseline is called: how it was made, or the record that binds where both were made alike. */
const char *
orienta_matching_other_label (const OrientaMatchingReport *self, OrientaLanguage language)
{
  OrientaMechanism mechanism = self->baseline->options->mechanism;
  if (mechanism == self->matching->options->mechanism)
    return orienta_say (language, "de référence", "referred to");
  return orienta_mechanism_label (mechanism, language);
}

/* Who is better off, and how: to house somebody who has a place is not to house one more. NULL without a baseline. */
char *
orienta_matching_change_text (const OrientaMatchingReport *self, OrientaLanguage language)
{
  const OrientaMatching *after = self->matching, *before = self->baseline;
  if (!before)
    return NULL;
  gint more = (gint) after->n_pairs - (gint) before->n_pairs;
  g_autofree char *points = orienta_count_text (after->total - before->total, language);
  return g_strdup_printf (
      orienta_say (
          language,
          "Face à l'appariement « %s »\u00a0: %+d %s (dont quittant une place\u00a0: %+d), %s%s. Logés ici "
          "seulement\u00a0: %u ; "
          "là seulement\u00a0: %u ; ici et là, mais ailleurs\u00a0: %u.",
          "Beside the matching “%s”: %+d %s (leaving a place: %+d), %s%s. Housed here alone: %u; there alone: %u; "
          "in both, elsewhere: %u."),
      orienta_matching_other_label (self, language), more,
      orienta_say_n (language, (guint64) ABS (more), "ménage logé", "ménages logés", "household housed",
                     "households housed"),
      (gint) self->n_leaving - (gint) self->n_leaving_before, after->total > before->total ? "+" : "", points,
      self->exchange.enter, self->exchange.leave, self->exchange.move);
}

static char *
gain_text (const OrientaWorth *worth, OrientaLanguage language)
{
  g_autofree char *points = orienta_count_text (worth->gain, language);
  if (worth->gain_housed == 0)
    return g_strdup_printf (orienta_say (language, "apporterait %s, sans loger plus de ménages",
                                         "would bring %s, without housing more households"),
                            points);
  return g_strdup_printf (
      orienta_say (language, "logerait %d %s de plus et apporterait %s", "would house %d more %s and bring %s"),
      worth->gain_housed, households_word (worth->gain_housed, language), points);
}

/* "Une place de plus en pension de famille (calaisis, U031) logerait 1 ménage de plus et apporterait 212 points." Where
 * a place less would cost more than that, the price is not one number, and both ends are told. */
char *
orienta_matching_price_text (const OrientaMatchingReport *self, const OrientaPricing *price, OrientaLanguage language)
{
  const OrientaRegister *reg = self->matching->binding->reg;
  const OrientaWorth *worth = &self->matching->worths[price->unit];
  g_autofree char *gain = gain_text (worth, language);
  g_autofree char *loss = orienta_count_text (worth->loss, language);
  GString *text = g_string_new (NULL);
  g_string_append_printf (
      text, orienta_say (language, "Une place de plus en %s (%s, %s) %s.", "One more place in %s (%s, %s) %s."),
      orienta_kinds.words[reg->units[price->unit].kind].label[language], reg->territories[price->territory].id,
      reg->units[price->unit].id, gain);
  if (worth->loss == G_MAXINT64)
    g_string_append (text,
                     orienta_say (language, " Aucune place ne peut y être retirée : les limites ne tiendraient plus.",
                                  " No place there can be spared: the limits would not hold."));
  else if (worth->loss > worth->gain && reg->units[price->unit].places > 0)
    g_string_append_printf (
        text, orienta_say (language, " Une place de moins en coûterait %s.", " One place less would cost %s."), loss);
  return g_string_free (text, FALSE);
}
