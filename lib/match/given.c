/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* A matching that somebody else made, to be checked, explained and compared like any other. */
#include <orienta/orienta.h>

#include "match/matching-private.h"

static gboolean
refuse (const OrientaNamedPair *pair, const char *why, GError **error)
{
  g_set_error (error, ORIENTA_ERROR, ORIENTA_ERROR_INVALID, "household \"%s\", unit \"%s\": %s", pair->household,
               pair->unit, why);
  return FALSE;
}

static gboolean
take_pair (OrientaBoard *board, OrientaOutcome *outcome, const OrientaNamedPair *pair, gint64 *left, GError **error)
{
  gboolean lenient = board->options->lenient;
  gint household = orienta_register_find_household (board->binding->reg, pair->household);
  gint unit = orienta_register_find_unit (board->binding->reg, pair->unit);
  if (household < 0 || unit < 0)
    return lenient || refuse (pair, "not in the register, expected ids of it", error);
  guint row = board->rows[household];
  gint64 found = orienta_board_find (board, row, (guint) unit);
  if (found < 0 || board->status[found] == ORIENTA_STAYS)
    return lenient || refuse (pair, "not open to it, expected a pair that is", error);
  if (outcome->pairs[row] >= 0 && board->status[outcome->pairs[row]] != ORIENTA_STAYS)
    return refuse (pair, "a second home, expected one at most", error);
  outcome->pairs[row] = found;
  left[unit]--;
  if (orienta_board_own_unit (board, row) >= 0)
    left[orienta_board_own_unit (board, row)]++;
  return TRUE;
}

static gboolean
check_places (const OrientaBoard *board, const gint64 *left, GError **error)
{
  for (guint unit = 0; unit < board->n_units; unit++)
    if (left[unit] < 0) {
      g_set_error (error, ORIENTA_ERROR, ORIENTA_ERROR_INVALID,
                   "unit \"%s\": %" G_GINT64_FORMAT " households more than places, expected none",
                   board->binding->reg->units[unit].id, -left[unit]);
      return FALSE;
    }
  return TRUE;
}

/* FALSE with what is wrong with the pairs. */
gboolean
orienta_match_take_given (OrientaBoard *board, OrientaOutcome *outcome, GError **error)
{
  const OrientaRegister *reg = board->binding->reg;
  const GArray *given = board->options->given;
  g_autofree gint64 *left = g_new (gint64, board->n_units);
  for (guint unit = 0; unit < board->n_units; unit++)
    left[unit] = reg->units[unit].places;
  for (guint row = 0; row < board->n_rows; row++)
    outcome->pairs[row] = orienta_board_find_own (board, row);
  for (guint i = 0; i < given->len; i++)
    if (!take_pair (board, outcome, &g_array_index (given, OrientaNamedPair, i), left, error))
      return FALSE;
  return board->options->lenient || check_places (board, left, error);
}

/**
 * orienta_match_given:
 * @options: (nullable): what they say of the mechanism is not used
 * @n: the number of pairs
 * @households: (array length=n): ids, each once
 * @units: (array length=n): the unit of each
 *
 * A matching that somebody else made, such as a commission by hand: what it adds up to, which limits it keeps, who has
 * no home and why, in which order people move. orienta_matching_diff() compares it with another.
 *
 * Returns: (transfer full): the matching; NULL with ORIENTA_ERROR_INVALID for a pair that the policy does not leave
 * open, a household that comes twice or a unit that has too few places, or as orienta_match()
 */
OrientaMatching *
orienta_match_given (OrientaPolicy *policy, OrientaRegister *reg, OrientaMatchOptions *options, guint n,
                     const char *const *households, const char *const *units, OrientaProgress *progress, GError **error)
{
  g_return_val_if_fail (policy && reg && ((households && units) || n == 0), NULL);
  g_autoptr (OrientaMatchOptions) given = orienta_match_options_copy (options);
  given->mechanism = ORIENTA_MECHANISM_GIVEN;
  for (guint i = 0; i < n; i++) {
    OrientaNamedPair pair = { (char *) households[i], (char *) units[i] };
    orienta_match_options_give (given, households[i], units[i]);
    if (given->given->len <= i) { /* the same pair again leaves no trace */
      refuse (&pair, "twice, expected one home at most", error);
      return NULL;
    }
  }
  return orienta_match (policy, reg, given, progress, error);
}
