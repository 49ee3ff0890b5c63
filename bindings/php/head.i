/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* What the methods of protocols.i call; SWIG writes a class's methods where the class was first met. */
%{
/* The iterator of a frame, whatever object it was asked of. */
static zend_object_iterator *
orienta_php_frame_iterator (zend_class_entry *class, zval *object, int by_reference)
{
  return orienta_php_rows_iterator (swig_php_fetch_object (Z_OBJ_P (object))->ptr, object, by_reference);
}

static void
orienta_php_walk (zval *value, OrientaFrame *frame)
{
  zval object;
  ZVAL_UNDEF (&object);
  SWIG_SetPointerZval (&object, frame, SWIGTYPE_p_OrientaFrame, 1);
  zend_create_internal_iterator_zval (value, &object);
  zval_ptr_dtor (&object);
}
%}

%{
static OrientaMatchOptions *
orienta_php_options (OrientaMechanism mechanism, const char *seed, OrientaObjective objective, OrientaEvidence level,
                     gboolean to_verify, const OrientaPhpPoints *minimum, OrientaSupportUse support,
                     OrientaUnitOrder unit_order, gboolean quotas, OrientaMatching *baseline,
                     const OrientaPhpPoints *most_loss, const OrientaPhpPairs *keep, const OrientaPhpPairs *bar,
                     OrientaPrices prices, double seconds, guint n_threads)
{
  OrientaMatchOptions *self = orienta_match_options_new ();
  orienta_match_options_set_mechanism (self, mechanism);
  orienta_match_options_set_seed (self, seed);
  orienta_match_options_set_objective (self, objective);
  orienta_match_options_set_level (self, level);
  orienta_match_options_set_to_verify (self, to_verify);
  orienta_match_options_set_minimum (self, minimum ? minimum->thousandths : G_MININT64);
  orienta_match_options_set_support (self, support);
  orienta_match_options_set_unit_order (self, unit_order);
  orienta_match_options_set_quotas (self, quotas);
  orienta_match_options_set_baseline (self, baseline, most_loss ? most_loss->thousandths : 0);
  for (guint i = 0; keep && i < keep->first->len; i++)
    orienta_match_options_keep (self, keep->first->pdata[i], keep->second->pdata[i]);
  for (guint i = 0; bar && i < bar->first->len; i++)
    orienta_match_options_bar (self, bar->first->pdata[i], bar->second->pdata[i]);
  orienta_match_options_set_prices (self, prices);
  orienta_match_options_set_seconds (self, seconds);
  orienta_match_options_set_n_threads (self, n_threads);
  return self;
}
%}
