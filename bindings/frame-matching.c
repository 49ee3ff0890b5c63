/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Frames of a matching. */
#include "frame-private.h"

#include <math.h>

static OrientaFrame *
matching_frame (OrientaMatching *matching, guint n_rows)
{
  return orienta_frame_new (n_rows, orienta_matching_ref (matching), (GDestroyNotify) orienta_matching_unref);
}

/* A row for each household that is housed. `left`: the unit whose place it leaves. */
OrientaFrame *
orienta_frame_matched (OrientaMatching *matching)
{
  const OrientaRegister *reg = orienta_matching_get_register (matching);
  guint n = orienta_matching_get_n_pairs (matching);
  OrientaFrame *self = matching_frame (matching, n);
  gint32 *households = orienta_frame_add_households (self, "household", reg);
  gint32 *units = orienta_frame_add_units (self, "unit", reg);
  double *points = orienta_frame_add_double (self, "points");
  gint32 *status = orienta_frame_add_status (self, "status");
  guint8 *in_choice = orienta_frame_add_bool (self, "in_choice");
  gint32 *service = orienta_frame_add_services (self, "service", reg);
  guint8 *lacks_support = orienta_frame_add_bool (self, "lacks_support");
  gint32 *left = orienta_frame_add_units (self, "left", reg);
  for (guint i = 0; i < n; i++) {
    households[i] = (gint32) orienta_matching_get_household (matching, i);
    units[i] = (gint32) orienta_matching_get_unit (matching, i);
    points[i] = orienta_frame_points (orienta_matching_get_points (matching, i));
    status[i] = (gint32) orienta_matching_get_pair_status (matching, i);
    in_choice[i] = (guint8) orienta_matching_is_in_choice (matching, i);
    service[i] = orienta_matching_get_service (matching, i);
    lacks_support[i] = (guint8) orienta_matching_lacks_support (matching, i);
    left[i] = orienta_matching_get_left (matching, i);
  }
  return self;
}

/* A row for each household that has no new home. */
OrientaFrame *
orienta_frame_unmatched (OrientaMatching *matching, OrientaLanguage language)
{
  const OrientaRegister *reg = orienta_matching_get_register (matching);
  guint n = orienta_matching_get_n_unmatched (matching);
  OrientaFrame *self = matching_frame (matching, n);
  gint32 *households = orienta_frame_add_households (self, "household", reg);
  guint reason = orienta_frame_add_names (self, "reason"), sentence = orienta_frame_add_text (self, "sentence");
  gint32 *nearest = orienta_frame_add_units (self, "nearest", reg);
  double *margin = orienta_frame_add_double (self, "margin");
  guint limit = orienta_frame_add_text (self, "limit");
  for (guint i = 0; i < n; i++) {
    OrientaReasonCode code = orienta_matching_get_reason (matching, i);
    gint in_the_way = orienta_matching_get_reason_limit (matching, i);
    households[i] = (gint32) orienta_matching_get_unmatched (matching, i);
    orienta_frame_put (self, reason, i, orienta_reason_get_name (code));
    orienta_frame_put_own (self, sentence, i, orienta_matching_format_reason (matching, i, language));
    nearest[i] = orienta_matching_get_nearest (matching, i);
    margin[i] = orienta_frame_points (orienta_matching_get_margin (matching, i));
    orienta_frame_put (self, limit, i,
                       in_the_way < 0 ? NULL : orienta_matching_get_limit_id (matching, (guint) in_the_way));
  }
  return self;
}

static double
cutoff_of (const OrientaMatching *matching, guint unit)
{
  gint64 cutoff = orienta_matching_get_cutoff (matching, unit);
  return cutoff == G_MININT64 || cutoff == G_MAXINT64 ? NAN : orienta_frame_points (cutoff);
}

/* A row for each unit: what one place more or less is worth, in points and in households; missing where that is not
 * known, and what one less costs where none can be spared. `cutoff`: the lowest points that hold a place; missing where
 * a place is free or none is. */
OrientaFrame *
orienta_frame_prices (OrientaMatching *matching)
{
  const OrientaRegister *reg = orienta_matching_get_register (matching);
  guint n = orienta_register_get_n_units (reg);
  gboolean known = orienta_matching_has_prices (matching);
  OrientaFrame *self = matching_frame (matching, n);
  gint32 *units = orienta_frame_add_units (self, "unit", reg);
  double *gain = orienta_frame_add_double (self, "gain"), *gain_housed = orienta_frame_add_double (self, "gain_housed");
  double *loss = orienta_frame_add_double (self, "loss"), *loss_housed = orienta_frame_add_double (self, "loss_housed");
  double *cutoff = orienta_frame_add_double (self, "cutoff");
  for (guint i = 0; i < n; i++) {
    units[i] = (gint32) i;
    gain[i] = known ? orienta_frame_points (orienta_matching_get_gain (matching, i)) : NAN;
    gain_housed[i] = known ? orienta_matching_get_gain_housed (matching, i) : NAN;
    gboolean spared = known && orienta_matching_get_loss (matching, i) != G_MAXINT64;
    loss[i] = spared ? orienta_frame_points (orienta_matching_get_loss (matching, i)) : NAN;
    loss_housed[i] = spared ? orienta_matching_get_loss_housed (matching, i) : NAN;
    cutoff[i] = cutoff_of (matching, i);
  }
  return self;
}

/* What limits are counted in: households, or millionths of one for a share. */
static double
limit_amount (const OrientaMatching *matching, guint limit, gint64 amount)
{
  const char *bound = orienta_matching_get_limit_bound (matching, limit);
  if (amount == G_MININT64 || amount == G_MAXINT64)
    return NAN;
  return bound && g_str_has_suffix (bound, "_share") ? (double) amount / 1e6 : (double) amount;
}

/* A row for each limit beside the places of the homes: how far it is used, whether it holds, what it is worth. */
OrientaFrame *
orienta_frame_limits (OrientaMatching *matching)
{
  static const char *const kinds[] = { "quota", "service", "baseline", "keep" };
  guint n = orienta_matching_get_n_limits (matching);
  OrientaFrame *self = matching_frame (matching, n);
  gint32 *kind = orienta_frame_add_word (self, "kind", kinds, G_N_ELEMENTS (kinds));
  guint id = orienta_frame_add_text (self, "id"), part = orienta_frame_add_text (self, "part");
  guint bound = orienta_frame_add_names (self, "bound");
  double *amount = orienta_frame_add_double (self, "amount");
  double *least = orienta_frame_add_double (self, "least"), *most = orienta_frame_add_double (self, "most");
  guint8 *holds = orienta_frame_add_bool (self, "holds");
  double *gain = orienta_frame_add_double (self, "gain"), *gain_housed = orienta_frame_add_double (self, "gain_housed");
  double *loss = orienta_frame_add_double (self, "loss"), *loss_housed = orienta_frame_add_double (self, "loss_housed");
  for (guint i = 0; i < n; i++) {
    gboolean has_worth = orienta_matching_limit_has_worth (matching, i);
    gboolean has_loss = orienta_matching_limit_has_loss (matching, i);
    kind[i] = (gint32) orienta_matching_get_limit_kind (matching, i);
    orienta_frame_put (self, id, i, orienta_matching_get_limit_id (matching, i));
    orienta_frame_put (self, part, i, orienta_matching_get_limit_part (matching, i));
    orienta_frame_put (self, bound, i, orienta_matching_get_limit_bound (matching, i));
    amount[i] = limit_amount (matching, i, orienta_matching_get_limit_amount (matching, i));
    least[i] = limit_amount (matching, i, orienta_matching_get_limit_least (matching, i));
    most[i] = limit_amount (matching, i, orienta_matching_get_limit_most (matching, i));
    holds[i] = (guint8) orienta_matching_limit_holds (matching, i);
    gain[i] = has_worth ? orienta_frame_points (orienta_matching_get_limit_gain (matching, i)) : NAN;
    gain_housed[i] = has_worth ? orienta_matching_get_limit_gain_housed (matching, i) : NAN;
    loss[i] = has_loss ? orienta_frame_points (orienta_matching_get_limit_loss (matching, i)) : NAN;
    loss_housed[i] = has_loss ? orienta_matching_get_limit_loss_housed (matching, i) : NAN;
  }
  return self;
}

/* A row for each limit of a smallest set that cannot hold together; `gap`: how far it alone would have to give. */
OrientaFrame *
orienta_frame_conflicts (OrientaMatching *matching)
{
  guint n = orienta_matching_get_n_conflicts (matching);
  OrientaFrame *self = matching_frame (matching, n);
  gint64 *limits = orienta_frame_add_int64 (self, "limit");
  guint id = orienta_frame_add_text (self, "id"), part = orienta_frame_add_text (self, "part");
  guint bound = orienta_frame_add_names (self, "bound");
  double *gap = orienta_frame_add_double (self, "gap");
  for (guint i = 0; i < n; i++) {
    guint limit = orienta_matching_get_conflict (matching, i);
    limits[i] = limit;
    orienta_frame_put (self, id, i, orienta_matching_get_limit_id (matching, limit));
    orienta_frame_put (self, part, i, orienta_matching_get_limit_part (matching, limit));
    orienta_frame_put (self, bound, i, orienta_matching_get_limit_bound (matching, limit));
    gap[i] = limit_amount (matching, limit, orienta_matching_get_conflict_gap (matching, i));
  }
  return self;
}

/* A row for each turn, in the order in which people move; those of an exchange move on one day. */
OrientaFrame *
orienta_frame_moves (OrientaMatching *matching)
{
  const OrientaRegister *reg = orienta_matching_get_register (matching);
  guint n = orienta_matching_get_n_moves (matching);
  OrientaFrame *self = matching_frame (matching, n);
  gint64 *chains = orienta_frame_add_int64 (self, "chain");
  gint32 *households = orienta_frame_add_households (self, "household", reg);
  gint32 *left = orienta_frame_add_units (self, "left", reg), *unit = orienta_frame_add_units (self, "unit", reg);
  guint8 *exchange = orienta_frame_add_bool (self, "exchange");
  for (guint i = 0; i < n; i++) {
    guint pair = orienta_matching_get_move (matching, i), chain = orienta_matching_get_move_chain (matching, i);
    chains[i] = chain;
    households[i] = (gint32) orienta_matching_get_household (matching, pair);
    left[i] = orienta_matching_get_left (matching, pair);
    unit[i] = (gint32) orienta_matching_get_unit (matching, pair);
    exchange[i] = (guint8) orienta_matching_chain_is_exchange (matching, chain);
  }
  return self;
}
