/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* What a matching says to one household: its home and why that one, or why none and what would change it. Of others it
 * tells points and nothing else, never who they are. */
#include "report/matching-explain-private.h"

#include "report/answer-private.h"
#include "report/report-private.h"
#include "rules/verdict-private.h"
#include "score/score-private.h"

#define MAX_ALTERNATIVES 3

/* -- what both kinds of household read -- */

void
orienta_account_title (const OrientaAccount *self, const char *title)
{
  g_string_append_c (self->explanation.out, '\n');
  orienta_lines_title (self->explanation.out, title, '-');
}

void
orienta_account_line (const OrientaAccount *self, const char *text)
{
  orienta_lines_wrap (self->explanation.out, "   ", "   ", text);
}

void
orienta_account_item (const OrientaAccount *self, const char *text)
{
  orienta_lines_wrap (self->explanation.out, "   - ", "     ", text);
}

void
orienta_account_home (const OrientaAccount *self, guint unit)
{
  const OrientaRegister *reg = self->matching->binding->reg;
  OrientaLanguage language = self->explanation.language;
  g_autofree char *name = orienta_unit_name (reg, unit, language);
  g_auto (GStrv) facts = orienta_unit_facts (reg, unit, language);
  g_autofree char *line = g_strjoinv (" · ", facts);
  orienta_lines_printf (self->explanation.out, "   ", "      ", "%s  %s — %s", reg->units[unit].id, name, line);
}

/* The best open homes beside its own, the most points first; indexes of pairs of the board. */
static GArray *
list_alternatives (const OrientaAccount *self, gint own)
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
obstacle_text (const OrientaAccount *self, gint64 pair)
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

void
orienta_account_alternatives (const OrientaAccount *self, gint own)
{
  const OrientaRegister *reg = self->matching->binding->reg;
  OrientaLanguage language = self->explanation.language;
  g_autoptr (GArray) best = list_alternatives (self, own);
  if (best->len > 0)
    orienta_account_title (
        self, own < 0 ? orienta_say (language, "Les logements où il a le plus de points",
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
    orienta_account_item (self, text);
  }
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
explain_to_person (const OrientaAccount *self)
{
  const OrientaExplanation *explanation = &self->explanation;
  gint32 pair = self->matching->pair_of[explanation->household];
  orienta_lines_title (explanation->out,
                       orienta_say (explanation->language, "Explication d'un appariement", "Explanation of a matching"),
                       '=');
  orienta_explain_subject (explanation);
  if (pair >= 0)
    orienta_account_of_matched (self, (guint) pair);
  else
    orienta_account_of_unmatched (self, (guint) place_of (self->matching, explanation->household));
  orienta_explain_mention (explanation);
  orienta_explain_headings (explanation);
}

/* Where, and nothing of why: points and reasons would tell what is held. */
static void
explain_to_third_party (const OrientaAccount *self)
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
  OrientaAccount self = { { .binding = matching->binding, .language = language }, .matching = matching };
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
