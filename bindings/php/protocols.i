/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* What PHP has beside the core: arrays in and out, its interfaces, named arguments in place of an object of options. */

%extend OrientaFrame {
  gsize count () { return orienta_frame_get_n_rows ($self); }
  void getIterator (zval *RETURN) { orienta_php_walk (RETURN, orienta_frame_ref ($self)); }
  void to_array (zval *RETURN) { orienta_php_set_rows (RETURN, $self); }
  void jsonSerialize (zval *RETURN) { orienta_php_set_rows (RETURN, $self); }
  void columns (zval *RETURN) {
    array_init (RETURN);
    for (guint i = 0; i < orienta_frame_get_n_columns ($self); i++)
      add_next_index_string (RETURN, orienta_frame_get_name ($self, i));
  }
  void column (const char *name, zval *RETURN, GError **error) {
    gint column = orienta_frame_find ($self, name);
    if (column >= 0)
      orienta_php_set_column (RETURN, $self, (guint) column);
    else
      g_set_error (error, ORIENTA_ERROR, ORIENTA_ERROR_NOT_FOUND, "no column “%s”", name);
  }
  gboolean offsetExists (zval *OFFSET) {
    return Z_TYPE_P (OFFSET) == IS_LONG && Z_LVAL_P (OFFSET) >= 0 &&
           (zend_ulong) Z_LVAL_P (OFFSET) < orienta_frame_get_n_rows ($self);
  }
  void offsetGet (zval *OFFSET, zval *RETURN, GError **error) {
    if (Z_TYPE_P (OFFSET) != IS_LONG)
      zend_type_error ("A row of a frame is an int, %s given", zend_zval_type_name (OFFSET));
    else if (!orienta_php_set_row (RETURN, $self, Z_LVAL_P (OFFSET)))
      g_set_error (error, ORIENTA_ERROR, ORIENTA_ERROR_NOT_FOUND, "no row " ZEND_LONG_FMT, Z_LVAL_P (OFFSET));
  }
  void offsetSet (zval *OFFSET, zval *VALUE) { zend_throw_error (NULL, "A frame cannot be changed"); }
  void offsetUnset (zval *OFFSET) { zend_throw_error (NULL, "A frame cannot be changed"); }
}

%extend OrientaPolicy {
  static OrientaPolicy *from_array (OrientaPhpDocument policy, GError **error) {
    return orienta_policy_parse (ZSTR_VAL (policy.text), (gssize) ZSTR_LEN (policy.text), error);
  }
  void to_array (zval *RETURN) { orienta_php_set_json (RETURN, orienta_policy_to_json ($self)); }
  void jsonSerialize (zval *RETURN) { orienta_php_set_json (RETURN, orienta_policy_to_json ($self)); }
  OrientaPolicy *with_weights (OrientaPhpWeights points, GError **error) {
    OrientaPolicy *policy = orienta_policy_ref ($self);
    for (guint i = 0; policy && i < points.first->len; i++) {
      OrientaPolicy *before = policy;
      policy = orienta_policy_with_points (before, points.first->pdata[i], points.second->pdata[i], error);
      orienta_policy_unref (before);
    }
    return policy;
  }
  void difference (const OrientaPolicy *other, zval *RETURN) {
    orienta_php_set_json (RETURN, orienta_policy_diff ($self, other));
  }
  OrientaMatching *match_all (OrientaRegister *reg, OrientaMechanism mechanism = ORIENTA_MECHANISM_OPTIMAL, ORIENTA_PHP_OPTIONS,
                              OrientaProgress *progress = NULL, GError **error = NULL) {
    g_autoptr (OrientaMatchOptions) options = ORIENTA_PHP_MAKE_OPTIONS (mechanism);
    return orienta_match ($self, reg, options, progress, error);
  }
}

%extend OrientaRegister {
  static OrientaRegister *from_array (OrientaPhpTables tables, OrientaPolicy *policy = NULL, GError **error = NULL) {
    return orienta_register_parse (ZSTR_VAL (tables.text), (gssize) ZSTR_LEN (tables.text), policy, error);
  }
  char *format_of (const char *attribute, const char *household, const char *unit,
                   OrientaLanguage language, GError **error) {
    return orienta_php_format_value ($self, attribute, household, unit, language, error);
  }
  void to_array (zval *RETURN) { orienta_php_set_json (RETURN, orienta_register_to_json ($self)); }
  void jsonSerialize (zval *RETURN) { orienta_php_set_json (RETURN, orienta_register_to_json ($self)); }
}

%extend OrientaVerdict {
  const char *household_id () {
    return orienta_register_get_household_id (orienta_verdict_get_register ($self), orienta_verdict_get_household ($self));
  }
  const char *unit_id () {
    return orienta_register_get_unit_id (orienta_verdict_get_register ($self), orienta_verdict_get_unit ($self));
  }
  void to_array (OrientaAudience audience, zval *RETURN) {
    orienta_php_set_json (RETURN, orienta_verdict_to_json ($self, audience));
  }
  void jsonSerialize (zval *RETURN) {
    orienta_php_set_json (RETURN, orienta_verdict_to_json ($self, ORIENTA_AUDIENCE_THIRD_PARTY));
  }
}
%extend OrientaScore {
  void to_array (OrientaAudience audience, zval *RETURN) {
    orienta_php_set_json (RETURN, orienta_score_to_json ($self, audience));
  }
  void jsonSerialize (zval *RETURN) {
    orienta_php_set_json (RETURN, orienta_score_to_json ($self, ORIENTA_AUDIENCE_THIRD_PARTY));
  }
}
%extend OrientaShortlist {
  gsize count () {
    g_autoptr (OrientaFrame) frame = orienta_frame_shortlist ($self);
    return orienta_frame_get_n_rows (frame);
  }
  void getIterator (zval *RETURN) { orienta_php_walk (RETURN, orienta_frame_shortlist ($self)); }
  void to_array (zval *RETURN) { orienta_php_set_json (RETURN, orienta_shortlist_to_json ($self)); }
  void jsonSerialize (zval *RETURN) { orienta_php_set_json (RETURN, orienta_shortlist_to_json ($self)); }
}
%extend OrientaPairs {
  gsize count () { return orienta_pairs_get_n ($self); }
  void getIterator (zval *RETURN) { orienta_php_walk (RETURN, orienta_frame_pairs ($self)); }
}
%extend OrientaLint {
  gsize count () { return orienta_lint_get_n ($self); }
}
%extend OrientaMatching {
  static OrientaMatching *of_pairs (OrientaPolicy *policy, OrientaRegister *reg, OrientaPhpPairs pairs, ORIENTA_PHP_OPTIONS,
                                 OrientaProgress *progress = NULL, GError **error = NULL) {
    g_autoptr (OrientaMatchOptions) options = ORIENTA_PHP_MAKE_OPTIONS (ORIENTA_MECHANISM_OPTIMAL);
    return orienta_match_given (policy, reg, options, pairs.first->len, (const char *const *) pairs.first->pdata,
                                (const char *const *) pairs.second->pdata, progress, error);
  }
  void difference (const OrientaMatching *other, zval *RETURN) {
    orienta_php_set_json (RETURN, orienta_matching_diff ($self, other));
  }
  gsize count () { return orienta_matching_get_n_pairs ($self); }
  void getIterator (zval *RETURN) { orienta_php_walk (RETURN, orienta_frame_matched ($self)); }
  void to_array (zval *RETURN) { orienta_php_set_json (RETURN, orienta_matching_to_json ($self)); }
  void jsonSerialize (zval *RETURN) { orienta_php_set_json (RETURN, orienta_matching_to_json ($self)); }
}

%rename(attributes) orienta_php_set_attributes;
void orienta_php_set_attributes (OrientaLanguage language, zval *RETURN);
%rename(reasons) orienta_php_set_reasons;
void orienta_php_set_reasons (OrientaLanguage language, zval *RETURN);
