/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* What a matching says to a household that has a home in it. */
#include "report/matching-explain-private.h"

#include "report/report-private.h"

static const char *
why_of (const OrientaAccount *self)
{
  OrientaLanguage language = self->explanation.language;
  switch (self->matching->options->mechanism) {
  case ORIENTA_MECHANISM_OPTIMAL:
    return orienta_say (
        language,
        "Tous les ménages et tous les logements ont été rapprochés à la fois : ainsi placé, le ménage "
        "contribue au meilleur résultat pour l'ensemble.",
        "All households and all homes were brought together at once: placed here, the household is part "
        "of the best result for all.");
  case ORIENTA_MECHANISM_SEQUENTIAL:
    return orienta_say (
        language,
        "Les logements ont été attribués l'un après l'autre : le ménage était le premier de la liste parmi "
        "ceux qui n'avaient pas encore de logement.",
        "The homes were given out one after the other: the household was the first of the list among those "
        "who had no home yet.");
  case ORIENTA_MECHANISM_STABLE:
    return orienta_say (language,
                        "De tous les logements où son rang lui donne une place, c'est celui qui lui convient le mieux.",
                        "Of all homes where its rank gives it a place, this is the one that suits it best.");
  default:
    return orienta_say (language, "Ce choix a été fait ailleurs.", "This choice was made elsewhere.");
  }
}

/* The most points of those who have no home and could have this one; ORIENTA_UNKNOWN: nobody. */
static gint64
next_points (const OrientaAccount *self, guint unit)
{
  gint64 most = ORIENTA_UNKNOWN;
  for (guint row = 0; row < self->board->n_rows; row++) {
    gint64 pair =
        self->matching->pair_of[self->board->households[row]] < 0 ? orienta_board_find (self->board, row, unit) : -1;
    if (pair >= 0 && self->board->status[pair] != ORIENTA_STAYS)
      most = MAX (most, self->board->points[pair]);
  }
  return most;
}

static void
write_others (const OrientaAccount *self, const OrientaMatched *pair)
{
  OrientaLanguage language = self->explanation.language;
  gint64 next = next_points (self, pair->unit);
  g_autofree char *margin = orienta_count_text (ABS (pair->points - next), language);
  g_autofree char *text = NULL;
  if (next == ORIENTA_UNKNOWN)
    text = g_strdup (orienta_say (language, "Aucun des ménages restés sans logement ne pouvait l'avoir.",
                                  "None of the households left without a home could have it."));
  else if (next < pair->points)
    text = g_strdup_printf (
        orienta_say (language, "De ceux qui restent sans logement et pouvaient l'avoir, le suivant a %s de moins.",
                     "Of those who are left without a home and could have it, the next has %s less."),
        margin);
  else if (next == pair->points)
    text = g_strdup (orienta_say (
        language, "Un ménage resté sans logement a autant de points : l'ordre de la politique les départage.",
        "A household left without a home has as many points: the policy's order decides."));
  else
    text = g_strdup_printf (
        self->matching->options->mechanism == ORIENTA_MECHANISM_OPTIMAL
            ? orienta_say (language,
                           "Un ménage resté sans logement y a %s de plus ; le placer ici ferait pourtant moins pour "
                           "l'ensemble, rangs de priorité, limites et places libérées compris.",
                           "A household left without a home has %s more there; to place it here would yet do less for "
                           "all, counting tiers, limits and places that come free.")
            : orienta_say (language, "Un ménage resté sans logement y a %s de plus : l'ordre en a décidé.",
                           "A household left without a home has %s more there: the order decided."),
        margin);
  orienta_account_line (self, text);
}

static void
write_support (const OrientaAccount *self, const OrientaMatched *pair)
{
  OrientaLanguage language = self->explanation.language;
  const OrientaRegister *reg = self->matching->binding->reg;
  g_autofree char *text = NULL;
  if (pair->service >= 0)
    text = g_strdup_printf (
        orienta_say (language, "Accompagnement : le service %s a une place.", "Support: service %s has a slot."),
        reg->services[pair->service].id);
  else if (pair->lacks_support)
    text = g_strdup (
        orienta_say (language,
                     "Accompagnement : aucun service n'a de place pour l'instant ; il reste à trouver. Le logement "
                     "n'en dépend pas.",
                     "Support: no service has a slot for now; it is still to be found. The home does not depend "
                     "on it."));
  else
    text = g_strdup (orienta_say (language, "Accompagnement : aucun n'est à prévoir par ailleurs.",
                                  "Support: none is to be arranged elsewhere."));
  orienta_account_line (self, text);
}

/* What has to happen before it can move. */
static void
write_chain (const OrientaAccount *self, guint pair)
{
  OrientaLanguage language = self->explanation.language;
  const GArray *moves = self->matching->moves;
  guint at = 0, before = 0;
  while (at + 1 < moves->len && g_array_index (moves, OrientaMove, at).pair != pair)
    at++;
  guint chain = g_array_index (moves, OrientaMove, at).chain;
  while (before < at && g_array_index (moves, OrientaMove, at - before - 1).chain == chain)
    before++;
  g_autofree char *text = NULL;
  if (self->matching->exchanges[chain])
    text = g_strdup (orienta_say (language, "Des ménages échangent leurs logements : tous emménagent le même jour.",
                                  "Households exchange their homes: all move on one day."));
  else if (before == 0)
    text = g_strdup (orienta_say (language, "La place est libre : personne ne doit partir d'abord.",
                                  "The place is free: nobody has to leave first."));
  else
    text = g_strdup_printf (
        "%u %s", before,
        orienta_say_n (language, before, "emménagement doit avoir lieu d'abord, qui libère la place.",
                       "emménagements doivent avoir lieu d'abord, l'un après l'autre : le dernier libère la place.",
                       "move has to come first, which leaves the place free.",
                       "moves have to come first, one after the other: the last leaves the place free."));
  orienta_account_line (self, text);
}

void
orienta_account_of_matched (const OrientaAccount *self, guint index)
{
  const OrientaMatched *pair = &self->matching->pairs[index];
  OrientaLanguage language = self->explanation.language;
  g_autofree char *points = orienta_count_text (pair->points, language);
  orienta_account_title (self, orienta_say (language, "Logement proposé", "Home proposed"));
  orienta_account_home (self, pair->unit);
  orienta_lines_printf (
      self->explanation.out, "   ", "   ", orienta_say (language, "%s, %s.%s", "%s, %s.%s"), points,
      orienta_status_label ((OrientaStatus) pair->status, language),
      pair->in_choice
          ? ""
          : orienta_say (language, " Il est hors du choix exprimé : le ménage peut le refuser sans rien perdre.",
                         " It is outside the stated choice: the household may refuse it and lose nothing."));
  orienta_account_title (self, orienta_say (language, "Pourquoi celui-ci", "Why this one"));
  orienta_account_line (self, why_of (self));
  write_others (self, pair);
  orienta_account_alternatives (self, (gint) pair->unit);
  orienta_account_title (self, orienta_say (language, "Ce qui doit suivre", "What has to follow"));
  write_support (self, pair);
  write_chain (self, index);
}
