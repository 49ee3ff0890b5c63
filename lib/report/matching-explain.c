/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* What a matching says to one household: its home and why that one, or why none and what would change it. Of others it
 * tells points and nothing else, never who they are. */
#include "report/explain-private.h"

#include "report/answer-private.h"
#include "report/matching-report-private.h"
#include "report/report-private.h"
#include "rules/verdict-private.h"
#include "score/score-private.h"

#define MAX_ALTERNATIVES 3

/* One explanation in the making: that of the pair, and what the matching adds. */
typedef struct {
  OrientaExplanation explanation;
  const OrientaMatching *matching;
  const OrientaBoard *board;
  guint row;
} Account;

static void
write_title (const Account *self, const char *title)
{
  g_string_append_c (self->explanation.out, '\n');
  orienta_lines_title (self->explanation.out, title, '-');
}

static void
write_line (const Account *self, const char *text)
{
  orienta_lines_wrap (self->explanation.out, "   ", "   ", text);
}

static void
write_item (const Account *self, const char *text)
{
  orienta_lines_wrap (self->explanation.out, "   - ", "     ", text);
}

static void
write_home (const Account *self, guint unit)
{
  const OrientaRegister *reg = self->matching->binding->reg;
  OrientaLanguage language = self->explanation.language;
  g_autofree char *name = orienta_unit_name (reg, unit, language);
  g_auto (GStrv) facts = orienta_unit_facts (reg, unit, language);
  g_autofree char *line = g_strjoinv (" · ", facts);
  orienta_lines_printf (self->explanation.out, "   ", "      ", "%s  %s — %s", reg->units[unit].id, name, line);
}

/* -- a household with a home -- */

static const char *
why_of (const Account *self)
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

/* The best open homes beside its own, the most points first; indexes of pairs of the board. */
static GArray *
list_alternatives (const Account *self, gint own)
{
  const OrientaBoard *board = self->board;
  GArray *best = g_array_new (FALSE, FALSE, sizeof (gint64));
  for (gint64 i = board->first[self->row]; i < board->first[self->row + 1]; i++) {
    guint at = best->len;
    if ((gint) board->units[i] == own || board->status[i] == ORIENTA_STAYS
        || self->matching->cutoffs[board->units[i]] == G_MAXINT64) /* no place comes free there */
      continue;
    while (at > 0 && board->points[g_array_index (best, gint64, at - 1)] < board->points[i])
      at--;
    g_array_insert_val (best, at, i);
    if (best->len > MAX_ALTERNATIVES)
      g_array_set_size (best, MAX_ALTERNATIVES);
  }
  return best;
}

/* What was missing there. */
static char *
obstacle_text (const Account *self, gint64 pair)
{
  OrientaLanguage language = self->explanation.language;
  gint64 points = self->board->points[pair], cutoff = self->matching->cutoffs[self->board->units[pair]];
  if (cutoff == G_MININT64)
    return g_strdup (orienta_say (language, "une place y reste libre", "a place stays free there"));
  g_autofree char *least = orienta_count_text (cutoff, language);
  g_autofree char *missing = orienta_count_text (cutoff - points, language);
  if (points < cutoff)
    return g_strdup_printf (orienta_say (language, "la dernière place y est allée à %s, il en manque %s",
                                         "the last place there went to %s, %s are missing"),
                            least, missing);
  if (self->matching->options->mechanism != ORIENTA_MECHANISM_OPTIMAL)
    return g_strdup_printf (orienta_say (language, "la dernière place y est allée à %s, l'ordre en a décidé",
                                         "the last place there went to %s, the order decided"),
                            least);
  return g_strdup_printf (
      orienta_say (language,
                   "la dernière place y est allée à %s ; ces points auraient suffi, mais une autre "
                   "répartition ferait moins pour l'ensemble",
                   "the last place there went to %s; these points would have been enough, but another "
                   "way of sharing would do less for all"),
      least);
}

static void
write_alternatives (const Account *self, gint own)
{
  const OrientaRegister *reg = self->matching->binding->reg;
  OrientaLanguage language = self->explanation.language;
  g_autoptr (GArray) best = list_alternatives (self, own);
  if (best->len > 0)
    write_title (self, own < 0 ? orienta_say (language, "Les logements où il a le plus de points",
                                              "The homes where it has most points")
                               : orienta_say (language, "Ses autres logements possibles", "Its other possible homes"));
  for (guint i = 0; i < best->len; i++) {
    gint64 pair = g_array_index (best, gint64, i);
    guint unit = self->board->units[pair];
    g_autofree char *name = orienta_unit_name (reg, unit, language);
    g_autofree char *points = orienta_count_text (self->board->points[pair], language);
    g_autofree char *obstacle = obstacle_text (self, pair);
    g_autofree char *text = g_strdup_printf (orienta_say (language, "%s (%s), %s : %s.", "%s (%s), %s: %s."),
                                             reg->units[unit].id, name, points, obstacle);
    write_item (self, text);
  }
}

/* The most points of those who have no home and could have this one; ORIENTA_UNKNOWN: nobody. */
static gint64
next_points (const Account *self, guint unit)
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
write_others (const Account *self, const OrientaMatched *pair)
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
  write_line (self, text);
}

static void
write_support (const Account *self, const OrientaMatched *pair)
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
  write_line (self, text);
}

/* What has to happen before it can move. */
static void
write_chain (const Account *self, guint pair)
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
  write_line (self, text);
}

static void
explain_matched (const Account *self, guint index)
{
  const OrientaMatched *pair = &self->matching->pairs[index];
  OrientaLanguage language = self->explanation.language;
  g_autofree char *points = orienta_count_text (pair->points, language);
  write_title (self, orienta_say (language, "Logement proposé", "Home proposed"));
  write_home (self, pair->unit);
  orienta_lines_printf (
      self->explanation.out, "   ", "   ", orienta_say (language, "%s, %s.%s", "%s, %s.%s"), points,
      orienta_status_label ((OrientaStatus) pair->status, language),
      pair->in_choice
          ? ""
          : orienta_say (language, " Il est hors du choix exprimé : le ménage peut le refuser sans rien perdre.",
                         " It is outside the stated choice: the household may refuse it and lose nothing."));
  write_title (self, orienta_say (language, "Pourquoi celui-ci", "Why this one"));
  write_line (self, why_of (self));
  write_others (self, pair);
  write_alternatives (self, (gint) pair->unit);
  write_title (self, orienta_say (language, "Ce qui doit suivre", "What has to follow"));
  write_support (self, pair);
  write_chain (self, index);
}

/* -- a household without -- */

static void
write_missing_values (const Account *self)
{
  const OrientaScore *score = self->explanation.score;
  OrientaLanguage language = self->explanation.language;
  for (guint line = 0; line < orienta_score_get_n_lines (score); line++) {
    OrientaReasonCode reason = orienta_score_get_reason (score, line);
    if (reason != ORIENTA_REASON_NOT_KNOWN && reason != ORIENTA_REASON_NOT_PROVEN)
      continue;
    g_autofree char *label = orienta_score_format_label (score, line, language);
    g_autofree char *why = orienta_score_format_reason (score, line, language);
    g_autofree char *text = g_strdup_printf (orienta_say (language, "%s : %s", "%s: %s"), label, why);
    write_item (self, text);
  }
}

/* The home with the fewest refusals, and what would turn each of them. */
static void
write_nearest_refusal (const Account *self)
{
  guint least = G_MAXUINT;
  g_autoptr (OrientaVerdict) nearest = NULL;
  for (guint unit = 0; unit < self->matching->binding->reg->n_units; unit++) {
    g_autoptr (OrientaVerdict) verdict =
        orienta_verdict_new (self->matching->binding, self->explanation.household, unit);
    guint n = 0;
    for (guint i = 0; i < orienta_verdict_get_n_reasons (verdict); i++)
      n += orienta_reason_get_severity (orienta_verdict_get_reason (verdict, i)) == ORIENTA_SEVERITY_REFUSE;
    if (n >= least)
      continue;
    least = n;
    g_clear_pointer (&nearest, orienta_verdict_unref);
    nearest = g_steal_pointer (&verdict);
  }
  if (!nearest)
    return;
  OrientaExplanation one = self->explanation;
  one.verdict = nearest;
  write_home (self, orienta_verdict_get_unit (nearest));
  for (guint i = 0; i < orienta_verdict_get_n_reasons (nearest); i++)
    if (orienta_reason_get_severity (orienta_verdict_get_reason (nearest, i)) == ORIENTA_SEVERITY_REFUSE)
      orienta_explain_reason (&one, i);
}

static void
write_changes (const Account *self, const OrientaUnmatched *unmatched)
{
  OrientaLanguage language = self->explanation.language;
  const OrientaRegister *reg = self->matching->binding->reg;
  gboolean exact = self->matching->worths != NULL;
  write_title (self, orienta_say (language, "Ce qui changerait la réponse", "What would change the answer"));
  if (unmatched->reason == ORIENTA_REASON_MATCH_OUTSCORED) {
    g_autofree char *points = orienta_count_text (unmatched->margin, language);
    g_autofree char *text = g_strdup_printf (
        exact ? orienta_say (language,
                             "Avec plus de %s en plus pour %s, tout le reste étant égal, le ménage serait logé.",
                             "With more than %s more for %s, all else equal, the household would be housed.")
              : orienta_say (language, "Avec plus de %s en plus, il dépasserait la dernière place de %s.",
                             "With more than %s more it would pass the last place of %s."),
        points, reg->units[unmatched->nearest].id);
    write_item (self, text);
  }
  if (exact && unmatched->nearest >= 0 && self->matching->worths[unmatched->nearest].gain_housed > 0) {
    g_autofree char *text =
        g_strdup_printf (orienta_say (language, "Une place de plus dans %s permettrait de loger un ménage de plus.",
                                      "One more place in %s would let one more household be housed."),
                         reg->units[unmatched->nearest].id);
    write_item (self, text);
  }
  write_missing_values (self);
  write_item (
      self,
      orienta_say (language,
                   "La demande reste ouverte : elle est examinée de nouveau à chaque appariement, avec les logements "
                   "qui se libèrent.",
                   "The request stays open: it is looked at again in every matching, with the homes that come free."));
}

static void
explain_unmatched (const Account *self, guint place)
{
  const OrientaUnmatched *unmatched = &self->matching->unmatched[place];
  OrientaLanguage language = self->explanation.language;
  gint32 own = self->matching->binding->reg->households[unmatched->household].occupies;
  g_autofree char *reason = orienta_matching_reason_text (self->matching, place, language);
  write_title (self, orienta_say (language, "Pas de logement proposé, et pourquoi", "No home proposed, and why"));
  write_line (self, reason);
  if (own >= 0)
    write_line (self,
                orienta_say (language, "Le ménage garde la place qu'il a.", "The household keeps the place it has."));
  if (unmatched->nearest >= 0) {
    g_autofree char *points = orienta_count_text (orienta_score_get_points (self->explanation.score), language);
    write_home (self, (guint) unmatched->nearest);
    orienta_lines_printf (
        self->explanation.out, "      ", "      ",
        orienta_say (language, "Points du ménage pour ce logement : %s.", "The household's points for this home: %s."),
        points);
  } else if (unmatched->reason == ORIENTA_REASON_NOTHING_ELIGIBLE) {
    write_nearest_refusal (self);
  }
  write_alternatives (self, -1);
  write_changes (self, unmatched);
}

/* -- the call -- */

static gint
place_of (const OrientaMatching *matching, guint household)
{
  for (guint place = 0; place < matching->n_unmatched; place++)
    if (matching->unmatched[place].household == household)
      return (gint) place;
  return -1;
}

static void
explain_to_person (const Account *self)
{
  const OrientaExplanation *explanation = &self->explanation;
  gint32 pair = self->matching->pair_of[explanation->household];
  orienta_lines_title (explanation->out,
                       orienta_say (explanation->language, "Explication d'un appariement", "Explanation of a matching"),
                       '=');
  orienta_explain_subject (explanation);
  if (pair >= 0)
    explain_matched (self, (guint) pair);
  else
    explain_unmatched (self, (guint) place_of (self->matching, explanation->household));
  orienta_explain_mention (explanation);
  orienta_explain_headings (explanation);
}

/* Where, and nothing of why: points and reasons would tell what is held. */
static void
explain_to_third_party (const Account *self)
{
  const OrientaExplanation *explanation = &self->explanation;
  OrientaLanguage language = explanation->language;
  gint32 index = self->matching->pair_of[explanation->household];
  const OrientaMatched *pair = index < 0 ? NULL : &self->matching->pairs[index];
  OrientaExplanation subject = *explanation;
  subject.unit = pair ? (gint) pair->unit : -1;
  orienta_lines_title (explanation->out,
                       orienta_say (language, "Éléments communicables à un tiers", "What a third party may read"), '=');
  orienta_explain_subject (&subject);
  orienta_lines_printf (explanation->out, "", "", orienta_say (language, "\nRéponse : %s.", "\nAnswer: %s."),
                        !pair ? orienta_say (language, "pas de logement proposé", "no home proposed")
                        : pair->status == ORIENTA_TO_VERIFY
                            ? orienta_say (language, "proposé, à vérifier avant toute décision",
                                           "proposed, to be verified before any decision")
                            : orienta_say (language, "proposé", "proposed"));
  orienta_lines_wrap (explanation->out, "", "", orienta_held_sentence (language));
  orienta_lines_wrap (explanation->out, "", "",
                      orienta_say (language, "Ceci est une proposition : une personne décide.",
                                   "This is a proposal: a person decides."));
}

/**
 * orienta_matching_explain:
 * @household: an id of the matching's register
 * @audience: a person reads why, what would change it, and the purpose and rights of CRPA L.311-3-1 with the four
 * headings of R.311-3-1-2 for the home proposed, or the nearest one; a third party reads where, and neither points nor
 * reasons
 *
 * What the matching says to one household, as plain text of at most 80 columns, UTF-8. Other households are in it as
 * numbers of points alone.
 *
 * Complexity: that of orienta_policy_pairs()
 *
 * Returns: (transfer full): free with g_free(); NULL with ORIENTA_ERROR_NOT_FOUND for an unknown id
 */
char *
orienta_matching_explain (OrientaMatching *matching, const char *household, OrientaLanguage language,
                          OrientaAudience audience, GError **error)
{
  g_return_val_if_fail (matching && household && language <= ORIENTA_ENGLISH, NULL);
  g_return_val_if_fail (audience <= ORIENTA_AUDIENCE_THIRD_PARTY, NULL);
  Account self = { { .binding = matching->binding, .language = language }, .matching = matching };
  OrientaExplanation *explanation = &self.explanation;
  if (!orienta_binding_find (matching->binding, household, NULL, &explanation->household, &explanation->unit, error))
    return NULL;
  g_autoptr (OrientaBoard) board = orienta_board_new (matching->binding, matching->options, NULL, error);
  if (!board)
    return NULL;
  gint32 pair = matching->pair_of[explanation->household];
  explanation->unit = pair >= 0 ? (gint) matching->pairs[pair].unit
                                : matching->unmatched[place_of (matching, explanation->household)].nearest;
  g_autoptr (OrientaVerdict) verdict =
      explanation->unit < 0
          ? NULL
          : orienta_verdict_new (matching->binding, explanation->household, (guint) explanation->unit);
  g_autoptr (OrientaScore) score =
      orienta_score_new (matching->binding, matching->options->level, explanation->household, explanation->unit);
  explanation->verdict = verdict;
  explanation->score = score;
  explanation->out = g_string_new (NULL);
  self.board = board;
  self.row = board->rows[explanation->household];
  if (audience == ORIENTA_AUDIENCE_PERSON)
    explain_to_person (&self);
  else
    explain_to_third_party (&self);
  return g_string_free (explanation->out, FALSE);
}
