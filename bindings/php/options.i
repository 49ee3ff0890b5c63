/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* The options of a matching, as arguments that have a name and may be left out. */

%define ORIENTA_PHP_OPTIONS
const char *seed = NULL,
OrientaObjective objective = ORIENTA_OBJECTIVE_POINTS, OrientaEvidence level = ORIENTA_EVIDENCE_DECLARED,
gboolean to_verify = TRUE, const OrientaPhpPoints *minimum = NULL, OrientaSupportUse support = ORIENTA_SUPPORT_USE_POLICY,
OrientaUnitOrder unit_order = ORIENTA_UNITS_BY_DATE, gboolean quotas = TRUE, OrientaMatching *baseline = NULL,
const OrientaPhpPoints *most_loss = NULL, const OrientaPhpPairs *keep = NULL, const OrientaPhpPairs *bar = NULL, OrientaReserve *reserve = NULL,
OrientaPrices prices = ORIENTA_PRICES_QUICK, double seconds = 0, guint n_threads = 0
%enddef
#define ORIENTA_PHP_MAKE_OPTIONS(mechanism) orienta_php_options (reg, mechanism, seed, objective, level, to_verify, minimum, support, unit_order, quotas, baseline, most_loss, keep, bar, reserve, prices, seconds, n_threads)
%typemap(check) OrientaMechanism mechanism {
  if ($1 > ORIENTA_MECHANISM_STABLE) {
    zend_argument_value_error (2, "must not be Given, which Orienta\\Matching::given() makes");
    SWIG_fail;
  }
}
%typemap(check) const OrientaPhpPoints *most_loss {
  if ($1 && $1->thousandths < 0) {
    ORIENTA_RAISE_VALUE ("mostLoss", (double) $1->thousandths / 1000);
    SWIG_fail;
  }
}
%typemap(check) double seconds {
  if ($1 < 0) {
    ORIENTA_RAISE_VALUE ("seconds", $1);
    SWIG_fail;
  }
}

/* The options of a simulation, in the same way. */
%define ORIENTA_PHP_FUTURES
guint replications = 100, guint64 seed = 0, guint first = 0, const OrientaPhpWay *mechanism = NULL,
const double *every = NULL, const OrientaPhpChanges *changes = NULL
%enddef
#define ORIENTA_PHP_MAKE_FUTURES orienta_php_simulate_options (replications, seed, first, mechanism, every, changes, n_threads)
%typemap(check) guint replications {
  if ($1 == 0 || $1 > G_MAXINT32) {
    ORIENTA_RAISE_VALUE ("replications", $1);
    SWIG_fail;
  }
}
%typemap(check) guint first {
  if ($1 > G_MAXINT32 - 1) {
    ORIENTA_RAISE_VALUE ("first", $1);
    SWIG_fail;
  }
}
%typemap(in, phptype="?OrientaMechanism") const OrientaPhpWay *mechanism (OrientaMechanism chosen) {
  int way = 0;
  if (!orienta_php_is_none (&$input, ORIENTA_NUMBER ($input))) {
    if (!orienta_php_get_enum (&orienta_php_Mechanism, &$input, ORIENTA_NUMBER ($input), &way))
      SWIG_fail;
    if (way > ORIENTA_MECHANISM_STABLE) {
      zend_argument_value_error (ORIENTA_NUMBER ($input), "must not be Given");
      SWIG_fail;
    }
    chosen = (OrientaMechanism) way;
    $1 = &chosen;
  }
}
%typemap(in, phptype="?float") const double *every (double days) {
  if (!orienta_php_is_none (&$input, ORIENTA_NUMBER ($input))) {
    if (!orienta_php_get_double (&$input, ORIENTA_NUMBER ($input), &days))
      SWIG_fail;
    $1 = &days;
  }
}
/* ['2027-01-01' => $policy, ...] */
%typemap(in, phptype="?array") const OrientaPhpChanges *changes (OrientaPhpChanges given = { NULL, NULL }) {
  if (!orienta_php_is_none (&$input, ORIENTA_NUMBER ($input))) {
    zend_class_entry *class = $descriptor(OrientaPolicy *)->clientdata;
    zend_string *day;
    zval *policy;
    if (Z_TYPE ($input) != IS_ARRAY) {
      orienta_php_refuse (&$input, ORIENTA_NUMBER ($input), "array");
      SWIG_fail;
    }
    given.days = g_ptr_array_new_with_free_func (g_free);
    given.policies = g_ptr_array_new_with_free_func ((GDestroyNotify) orienta_policy_unref);
    ZEND_HASH_FOREACH_STR_KEY_VAL (Z_ARRVAL ($input), day, policy) {
      ZVAL_DEREF (policy);
      if (!day || !orienta_php_is_day (ZSTR_VAL (day)) || Z_TYPE_P (policy) != IS_OBJECT || Z_OBJCE_P (policy) != class) {
        zend_argument_value_error (ORIENTA_NUMBER ($input), "must be of policies by day, as in ['2027-01-01' => $policy]");
        SWIG_fail;
      }
      g_ptr_array_add (given.days, g_strdup (ZSTR_VAL (day)));
      g_ptr_array_add (given.policies, orienta_policy_ref (SWIG_Z_FETCH_OBJ_P (policy)->ptr));
    }
    ZEND_HASH_FOREACH_END ();
    $1 = &given;
  }
}
%typemap(freearg) const OrientaPhpChanges *changes {
  g_clear_pointer (&given$argnum.days, g_ptr_array_unref);
  g_clear_pointer (&given$argnum.policies, g_ptr_array_unref);
}
