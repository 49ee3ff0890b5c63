/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* The options of a matching, as arguments that have a name and may be left out. */

%define ORIENTA_PHP_OPTIONS
const char *seed = NULL,
OrientaObjective objective = ORIENTA_OBJECTIVE_POINTS, OrientaEvidence level = ORIENTA_EVIDENCE_DECLARED,
gboolean to_verify = TRUE, const OrientaPhpPoints *minimum = NULL, OrientaSupportUse support = ORIENTA_SUPPORT_USE_POLICY,
OrientaUnitOrder unit_order = ORIENTA_UNITS_BY_DATE, gboolean quotas = TRUE, OrientaMatching *baseline = NULL,
const OrientaPhpPoints *most_loss = NULL, const OrientaPhpPairs *keep = NULL, const OrientaPhpPairs *bar = NULL,
OrientaPrices prices = ORIENTA_PRICES_QUICK, double seconds = 0, guint n_threads = 0
%enddef
#define ORIENTA_PHP_MAKE_OPTIONS(mechanism) orienta_php_options (mechanism, seed, objective, level, to_verify, minimum, support, unit_order, quotas, baseline, most_loss, keep, bar, prices, seconds, n_threads)
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
