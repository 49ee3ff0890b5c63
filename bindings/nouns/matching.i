/* SPDX-License-Identifier: LGPL-2.1-or-later */
ORIENTA_INDEX (household, orienta_register_get_n_households (orienta_matching_get_register (arg1)))
ORIENTA_INDEX (unit, orienta_register_get_n_units (orienta_matching_get_register (arg1)))
ORIENTA_INDEX (pair, orienta_matching_get_n_pairs (arg1))
ORIENTA_INDEX (place, orienta_matching_get_n_unmatched (arg1))
ORIENTA_INDEX (move, orienta_matching_get_n_moves (arg1))
ORIENTA_INDEX (chain, n_chains (arg1))
ORIENTA_INDEX (limit, orienta_matching_get_n_limits (arg1))
ORIENTA_INDEX (conflict, orienta_matching_get_n_conflicts (arg1))
%typemap(check) OrientaMatchOptions *options "";

%{
static guint
n_chains (const OrientaMatching *self)
{
  guint n = orienta_matching_get_n_moves (self);
  return n > 0 ? orienta_matching_get_move_chain (self, n - 1) + 1 : 0;
}
%}

typedef struct {} OrientaMatching;
%extend OrientaMatching {
  ~OrientaMatching ();
  OrientaPolicy *get_policy ();
  OrientaRegister *get_register ();
  OrientaMatchStatus get_status ();
  OrientaMechanism get_mechanism ();
  gint64 get_total ();
  gint64 get_bound ();
  OrientaMatching *refuse (const char *household, OrientaProgress *progress = NULL, GError **error = NULL);
  gboolean verify (OrientaPolicy *policy, OrientaRegister *reg, GError **error);
  char *to_json ();
  char *diff (const OrientaMatching *other);
  char *explain (const char *household, OrientaLanguage language, OrientaAudience audience, GError **error);

  guint get_n_pairs ();
  gint find_household (guint household);
  guint get_household (guint pair);
  guint get_unit (guint pair);
  gint64 get_points (guint pair);
  OrientaStatus get_pair_status (guint pair);
  gboolean is_in_choice (guint pair);
  gint get_left (guint pair);
  gint get_service (guint pair);
  gboolean lacks_support (guint pair);

  guint get_n_unmatched ();
  guint get_unmatched (guint place);
  OrientaReasonCode get_reason (guint place);
  gint get_nearest (guint place);
  gint64 get_margin (guint place);
  gint get_reason_limit (guint place);
  char *format_reason (guint place, OrientaLanguage language);

  gboolean has_prices ();
  gint64 get_gain (guint unit);
  gint get_gain_housed (guint unit);
  gint64 get_loss (guint unit);
  gint get_loss_housed (guint unit);
  gint64 get_cutoff (guint unit);

  guint get_n_moves ();
  guint get_move (guint move);
  guint get_move_chain (guint move);
  gboolean chain_is_exchange (guint chain);

  guint get_n_limits ();
  OrientaLimitKind get_limit_kind (guint limit);
  const char *get_limit_id (guint limit);
  const char *get_limit_part (guint limit);
  const char *get_limit_bound (guint limit);
  gint64 get_limit_amount (guint limit);
  gint64 get_limit_least (guint limit);
  gint64 get_limit_most (guint limit);
  gboolean limit_holds (guint limit);
  gboolean limit_has_worth (guint limit);
  gint64 get_limit_gain (guint limit);
  gint get_limit_gain_housed (guint limit);
  gboolean limit_has_loss (guint limit);
  gint64 get_limit_loss (guint limit);
  gint get_limit_loss_housed (guint limit);
  char *format_limit (guint limit, OrientaLanguage language);

  guint get_n_conflicts ();
  guint get_conflict (guint conflict);
  gint64 get_conflict_gap (guint conflict);
}

%extend OrientaMatching {
  static OrientaMatching *given (OrientaPolicy *policy, OrientaRegister *reg, OrientaMatchOptions *options,
                                 OrientaStrings households, OrientaStrings units, OrientaProgress *progress = NULL,
                                 GError **error = NULL) {
    if (!orienta_array_same_length ("units", units.n, "households", households.n, error))
      return NULL;
    return orienta_match_given (policy, reg, options, (guint) households.n, households.data, units.data, progress, error);
  }
  static OrientaMatching *replay (const char *record, OrientaPolicy *policy, OrientaRegister *reg,
                                  OrientaProgress *progress = NULL, GError **error = NULL) {
    return orienta_match_replay (record, -1, policy, reg, progress, error);
  }
}

OrientaMatching *orienta_match (OrientaPolicy *policy, OrientaRegister *reg, OrientaMatchOptions *options = NULL,
                                OrientaProgress *progress = NULL, GError **error = NULL);
