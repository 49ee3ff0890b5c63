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
orienta_php_options (const OrientaRegister *reg, OrientaMechanism mechanism, const char *seed, OrientaObjective objective, OrientaEvidence level,
                     gboolean to_verify, const OrientaPhpPoints *minimum, OrientaSupportUse support,
                     OrientaUnitOrder unit_order, gboolean quotas, OrientaMatching *baseline,
                     const OrientaPhpPoints *most_loss, const OrientaPhpPairs *keep, const OrientaPhpPairs *bar,
                     const OrientaReserve *reserve, OrientaPrices prices, double seconds, guint n_threads)
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
  for (guint i = 0; reserve && i < orienta_reserve_get_n (reserve); i++)
    if (orienta_register_find_unit (reg, orienta_reserve_get_unit (reserve, i)) >= 0) /* others are taken */
      orienta_match_options_set_reserve (self, orienta_reserve_get_unit (reserve, i), orienta_reserve_get_points (reserve, i));
  for (guint i = 0; reserve && i < orienta_reserve_get_n_slots (reserve); i++)
    orienta_match_options_set_slot_reserve (self, orienta_reserve_get_service (reserve, i),
                                            orienta_reserve_get_slots (reserve, i),
                                            orienta_reserve_get_slot_points (reserve, i));
  orienta_match_options_set_prices (self, prices);
  orienta_match_options_set_seconds (self, seconds);
  orienta_match_options_set_n_threads (self, n_threads);
  return self;
}

typedef OrientaMechanism OrientaPhpWay; /* that may be left out */

/* Policies from a day on. */
typedef struct {
  GPtrArray *days, *policies;
} OrientaPhpChanges;

static gboolean
orienta_php_is_day (const char *text)
{
  guint year = 0, month = 0, day = 0;
  int length = 0;
  return strlen (text) == 10 && sscanf (text, "%4u-%2u-%2u%n", &year, &month, &day, &length) == 3 && length == 10
         && year > 0 && g_date_valid_dmy ((GDateDay) day, (GDateMonth) month, (GDateYear) year);
}

static OrientaSimulateOptions *
orienta_php_simulate_options (guint replications, guint64 seed, guint first, const OrientaMechanism *mechanism,
                              const double *every, const OrientaPhpChanges *changes, guint n_threads)
{
  OrientaSimulateOptions *self = orienta_simulate_options_new ();
  orienta_simulate_options_set_seed (self, seed);
  orienta_simulate_options_set_replications (self, first, MIN (replications, G_MAXINT32 - first));
  if (mechanism) {
    g_autoptr (OrientaMatchOptions) match = orienta_match_options_new ();
    orienta_match_options_set_mechanism (match, *mechanism);
    orienta_simulate_options_set_match (self, match);
  }
  if (every)
    orienta_simulate_options_set_every (self, *every);
  for (guint i = 0; changes && i < changes->days->len; i++)
    orienta_simulate_options_change_policy (self, changes->days->pdata[i], changes->policies->pdata[i], NULL);
  orienta_simulate_options_set_n_threads (self, n_threads);
  return self;
}
%}
