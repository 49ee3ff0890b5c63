/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* What PHP has beside the core: arrays in and out, its interfaces, named arguments in place of an object of options. */

%extend OrientaFrame {
  /* How many rows there are. */
  gsize count () { return orienta_frame_get_n_rows ($self); }
  /* The rows, one at a time, each an array by the names of the columns. */
  void getIterator (zval *RETURN) { orienta_php_walk (RETURN, orienta_frame_ref ($self)); }
  /* All rows. A cell that is missing is null, a date is "2026-11-20". */
  void to_array (zval *RETURN) { orienta_php_set_rows (RETURN, $self); }
  /* All rows, for json_encode(). */
  void jsonSerialize (zval *RETURN) { orienta_php_set_rows (RETURN, $self); }
  /* The names of the columns. */
  void columns (zval *RETURN) {
    array_init (RETURN);
    for (guint i = 0; i < orienta_frame_get_n_columns ($self); i++)
      add_next_index_string (RETURN, orienta_frame_get_name ($self, i));
  }
  /* The cells of one column. */
  void column (const char *name, zval *RETURN, GError **error) {
    gint column = orienta_frame_find ($self, name);
    if (column >= 0)
      orienta_php_set_column (RETURN, $self, (guint) column);
    else
      g_set_error (error, ORIENTA_ERROR, ORIENTA_ERROR_NOT_FOUND, "no column “%s”", name);
  }
  /* Whether there is a row of that number; rows count from 0. */
  gboolean offsetExists (zval *OFFSET) {
    return Z_TYPE_P (OFFSET) == IS_LONG && Z_LVAL_P (OFFSET) >= 0 &&
           (zend_ulong) Z_LVAL_P (OFFSET) < orienta_frame_get_n_rows ($self);
  }
  /* One row. Whoever wants many takes them by foreach, which is faster. */
  void offsetGet (zval *OFFSET, zval *RETURN, GError **error) {
    if (Z_TYPE_P (OFFSET) != IS_LONG)
      zend_type_error ("A row of a frame is an int, %s given", zend_zval_type_name (OFFSET));
    else if (!orienta_php_set_row (RETURN, $self, Z_LVAL_P (OFFSET)))
      g_set_error (error, ORIENTA_ERROR, ORIENTA_ERROR_NOT_FOUND, "no row " ZEND_LONG_FMT, Z_LVAL_P (OFFSET));
  }
  /* Refuses: a frame cannot be changed. */
  void offsetSet (zval *OFFSET, zval *VALUE) { zend_throw_error (NULL, "A frame cannot be changed"); }
  /* Refuses: a frame cannot be changed. */
  void offsetUnset (zval *OFFSET) { zend_throw_error (NULL, "A frame cannot be changed"); }
}

%extend OrientaPolicy {
  /* As Policy::parse(), out of nested arrays such as Policy::toArray() gives. An empty object is `new \stdClass`. */
  static OrientaPolicy *from_array (OrientaPhpDocument policy, GError **error) {
    return orienta_policy_parse (ZSTR_VAL (policy.text), (gssize) ZSTR_LEN (policy.text), error);
  }
  /* The document as nested arrays. */
  void to_array (zval *RETURN) { orienta_php_set_json (RETURN, orienta_policy_to_json ($self)); }
  /* The document, for json_encode(). */
  void jsonSerialize (zval *RETURN) { orienta_php_set_json (RETURN, orienta_policy_to_json ($self)); }
  /* The same policy with other points for some criteria: ['dalo' => 60, 'seniority' => '0.5']. */
  OrientaPolicy *with_weights (OrientaPhpWeights points, GError **error) {
    OrientaPolicy *policy = orienta_policy_ref ($self);
    for (guint i = 0; policy && i < points.first->len; i++) {
      OrientaPolicy *before = policy;
      policy = orienta_policy_with_points (before, points.first->pdata[i], points.second->pdata[i], error);
      orienta_policy_unref (before);
    }
    return policy;
  }
  /* What sets the other apart: of each list that differs what is added, removed, changed. Alike policies give []. */
  void difference (const OrientaPolicy *other, zval *RETURN) {
    orienta_php_set_json (RETURN, orienta_policy_diff ($self, other));
  }
  /* Who where, of all households and homes at once. What is left out is as the policy says.
   *
   * @progress: is called now and then with (string $stage, int $done, int $total); false stops the call
   * @keep: pairs that stay, [[household, unit], ...]
   * @bar: pairs that may not be
   * @minimum: the points below which no pair is made
   * @reserve: what places and slots are kept for; who has fewer points does not get one
   * @baseline: a matching in which no household may lose more than $mostLoss points
   * @seconds: how long to search for the best; 0 is as long as it takes
   * @threads: 0 for one for each processor; the result does not depend on it */
  OrientaMatching *match_all (OrientaRegister *reg, OrientaMechanism mechanism = ORIENTA_MECHANISM_OPTIMAL, ORIENTA_PHP_OPTIONS,
                              OrientaProgress *progress = NULL, GError **error = NULL) {
    g_autoptr (OrientaMatchOptions) options = ORIENTA_PHP_MAKE_OPTIONS (mechanism);
    return orienta_match ($self, reg, options, progress, error);
  }
}

%extend OrientaRegister {
  /* As Register::parse(), out of nested arrays: ['as_of' => '2026-11-20', 'households' => [...], 'units' => [...]]
   * (docs/data.md). The number of the format, 'orienta', may be left out. */
  static OrientaRegister *from_array (OrientaPhpTables tables, OrientaPolicy *policy = NULL, GError **error = NULL) {
    return orienta_register_parse (ZSTR_VAL (tables.text), (gssize) ZSTR_LEN (tables.text), policy, error);
  }
  /* A value as people read it: "1 250 €", "12 mois", a date; "not known" where it is not. The household or the unit may
   * be null where the attribute is not of it. */
  char *format_of (const char *attribute, const char *household, const char *unit,
                   OrientaLanguage language, GError **error) {
    return orienta_php_format_value ($self, attribute, household, unit, language, error);
  }
  /* The document as nested arrays. */
  void to_array (zval *RETURN) { orienta_php_set_json (RETURN, orienta_register_to_json ($self)); }
  /* The document, for json_encode(): all that is known of the households. */
  void jsonSerialize (zval *RETURN) { orienta_php_set_json (RETURN, orienta_register_to_json ($self)); }
}

%extend OrientaVerdict {
  /* The id of the household. */
  const char *household_id () {
    return orienta_register_get_household_id (orienta_verdict_get_register ($self), orienta_verdict_get_household ($self));
  }
  /* The id of the unit. */
  const char *unit_id () {
    return orienta_register_get_unit_id (orienta_verdict_get_register ($self), orienta_verdict_get_unit ($self));
  }
  /* The verdict as that audience may read it (docs/answers.md). */
  void to_array (OrientaAudience audience, zval *RETURN) {
    orienta_php_set_json (RETURN, orienta_verdict_to_json ($self, audience));
  }
  /* The verdict as a third party may read it, for json_encode(). */
  void jsonSerialize (zval *RETURN) {
    orienta_php_set_json (RETURN, orienta_verdict_to_json ($self, ORIENTA_AUDIENCE_THIRD_PARTY));
  }
}
%extend OrientaScore {
  /* The score as that audience may read it (docs/answers.md). */
  void to_array (OrientaAudience audience, zval *RETURN) {
    orienta_php_set_json (RETURN, orienta_score_to_json ($self, audience));
  }
  /* The score as a third party may read it, for json_encode(). */
  void jsonSerialize (zval *RETURN) {
    orienta_php_set_json (RETURN, orienta_score_to_json ($self, ORIENTA_AUDIENCE_THIRD_PARTY));
  }
}
%extend OrientaShortlist {
  /* How many candidates there are, of all lists. */
  gsize count () {
    gsize n = 0;
    for (guint list = 0; list < orienta_shortlist_get_n_lists ($self); list++)
      n += orienta_shortlist_get_n ($self, list);
    return n;
  }
  /* The candidates in order: rank, household, unit, points, status and more. */
  void getIterator (zval *RETURN) { orienta_php_walk (RETURN, orienta_frame_shortlist ($self)); }
  /* The lists, each with its candidates (docs/answers.md). */
  void to_array (zval *RETURN) { orienta_php_set_json (RETURN, orienta_shortlist_to_json ($self)); }
  /* The lists, for json_encode(). Not for third parties: points and tiers may tell of health. */
  void jsonSerialize (zval *RETURN) { orienta_php_set_json (RETURN, orienta_shortlist_to_json ($self)); }
}
%extend OrientaPairs {
  /* How many pairs there are. */
  gsize count () { return orienta_pairs_get_n ($self); }
  /* The pairs: household, unit, points, status. */
  void getIterator (zval *RETURN) { orienta_php_walk (RETURN, orienta_frame_pairs ($self)); }
}
%extend OrientaLint {
  /* How many warnings there are. */
  gsize count () { return orienta_lint_get_n ($self); }
}
%extend OrientaMatching {
  /* A matching that somebody else made, [[household, unit], ...]: what it adds up to, which limits it keeps, who has no
   * home and why. */
  static OrientaMatching *of_pairs (OrientaPolicy *policy, OrientaRegister *reg, OrientaPhpPairs pairs, ORIENTA_PHP_OPTIONS,
                                 OrientaProgress *progress = NULL, GError **error = NULL) {
    g_autoptr (OrientaMatchOptions) options = ORIENTA_PHP_MAKE_OPTIONS (ORIENTA_MECHANISM_OPTIMAL);
    return orienta_match_given (policy, reg, options, pairs.first->len, (const char *const *) pairs.first->pdata,
                                (const char *const *) pairs.second->pdata, progress, error);
  }
  /* What changes from this matching to the other: who gets a home, who loses it, who has another one. */
  void difference (const OrientaMatching *other, zval *RETURN) {
    orienta_php_set_json (RETURN, orienta_matching_diff ($self, other));
  }
  /* How many households get a home. */
  gsize count () { return orienta_matching_get_n_pairs ($self); }
  /* The pairs: household, unit, points, status and more. */
  void getIterator (zval *RETURN) { orienta_php_walk (RETURN, orienta_frame_matched ($self)); }
  /* The record: all that is needed to make the matching again and to answer for it (docs/matching.md). */
  void to_array (zval *RETURN) { orienta_php_set_json (RETURN, orienta_matching_to_json ($self)); }
  /* The record, for json_encode(). */
  void jsonSerialize (zval *RETURN) { orienta_php_set_json (RETURN, orienta_matching_to_json ($self)); }
}

%extend OrientaScenario {
  /* As Scenario::parse(), out of nested arrays such as Scenario::toArray() gives. */
  static OrientaScenario *from_array (OrientaPhpDocument scenario, GError **error) {
    return orienta_scenario_parse (ZSTR_VAL (scenario.text), (gssize) ZSTR_LEN (scenario.text), error);
  }
  /* The document as nested arrays. */
  void to_array (zval *RETURN) { orienta_php_set_json (RETURN, orienta_scenario_to_json ($self)); }
  /* The document, for json_encode(). */
  void jsonSerialize (zval *RETURN) { orienta_php_set_json (RETURN, orienta_scenario_to_json ($self)); }
  /* The same scenario with other values for some of its figures: ['refusals' => 0.2]. */
  OrientaScenario *with_values (OrientaPhpWeights figures, GError **error) {
    OrientaScenario *scenario = orienta_scenario_ref ($self);
    for (guint i = 0; scenario && i < figures.first->len; i++) {
      OrientaScenario *before = scenario;
      scenario = orienta_scenario_with_figure (before, figures.first->pdata[i],
                                               g_ascii_strtod (figures.second->pdata[i], NULL), error);
      orienta_scenario_unref (before);
    }
    return scenario;
  }
  /* What would come of a policy, replication by replication; all policies meet the same people (docs/simulation.md).
   *
   * @first: the number of the first replication; each depends on nothing but the seed and its number
   * @mechanism: how commissions match, in place of what the scenario says
   * @every: days between commissions, in place of what the scenario says; 0 is whenever a household or a home comes
   * @changes: policies from a day on, ['2027-01-01' => $policy]
   * @keepEvents: whether Simulation::getEvents() has what happened
   * @threads: 0 for one for each processor; the result does not depend on it
   * @progress: is called now and then with (string $stage, int $done, int $total); false stops the call */
  OrientaSimulation *simulate (OrientaPolicy *policy, ORIENTA_PHP_FUTURES, gboolean keep_events = FALSE, guint n_threads = 0,
                               OrientaProgress *progress = NULL, GError **error = NULL) {
    g_autoptr (OrientaSimulateOptions) options = ORIENTA_PHP_MAKE_FUTURES;
    orienta_simulate_options_set_keep_events (options, keep_events);
    return orienta_simulate ($self, policy, options, progress, error);
  }
  /* What each household of a register may expect, in so many futures. It is of real people: never to be published. */
  OrientaForecast *forecast (OrientaPolicy *policy, OrientaRegister *reg, ORIENTA_PHP_FUTURES, guint n_threads = 0,
                             OrientaProgress *progress = NULL, GError **error = NULL) {
    g_autoptr (OrientaSimulateOptions) options = ORIENTA_PHP_MAKE_FUTURES;
    return orienta_forecast ($self, policy, reg, options, progress, error);
  }
  /* What a place of each unit and a slot of each service would earn among those who come within so many days. */
  OrientaReserve *reserve (OrientaPolicy *policy, guint days, guint replications = 100, guint64 seed = 0, guint n_threads = 0,
                           OrientaProgress *progress = NULL, GError **error = NULL) {
    g_autoptr (OrientaSimulateOptions) options =
        orienta_php_simulate_options (replications, seed, 0, NULL, NULL, NULL, n_threads);
    return orienta_reserve_estimate ($self, policy, options, days, progress, error);
  }
}
%extend OrientaSimulation {
  /* The columns, and what they are of (docs/simulation.md). */
  void to_array (zval *RETURN) { orienta_php_set_json (RETURN, orienta_simulation_to_json ($self)); }
  /* The columns, for json_encode(). */
  void jsonSerialize (zval *RETURN) { orienta_php_set_json (RETURN, orienta_simulation_to_json ($self)); }
}
%extend OrientaSummary {
  /* Means and intervals; what is about fewer people than the threshold has no numbers. */
  void to_array (guint threshold = 11, zval *RETURN) { orienta_php_set_json (RETURN, orienta_summary_to_json ($self, threshold)); }
  /* The same as may be published, for json_encode(). */
  void jsonSerialize (zval *RETURN) { orienta_php_set_json (RETURN, orienta_summary_to_json ($self, 11)); }
}
%extend OrientaReserve {
  /* The same from what has been: registers of those who came in as long a time, and of the places that came free in it. */
  static OrientaReserve *from_past (OrientaPolicy *policy, OrientaRegister *reg, OrientaRegisters futures,
                                    OrientaProgress *progress = NULL, GError **error = NULL) {
    return orienta_reserve_estimate_from (reg, policy, NULL, futures.n, futures.data, progress, error);
  }
}

%rename(attributes) orienta_php_set_attributes;
void orienta_php_set_attributes (OrientaLanguage language, zval *RETURN);
%rename(reasons) orienta_php_set_reasons;
void orienta_php_set_reasons (OrientaLanguage language, zval *RETURN);
