/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* The progress of a long call, told to a callable. The library calls its tick from the thread that called it, and is
 * never left by a jump: what ends the request (a fatal error in the callable, exit(), the time limit) is kept until the
 * library has returned and all it gave is freed. */
#include "border.h"

#include <zend_atomic.h>

ZEND_TLS gboolean bailout;

static gboolean
timed_out (void)
{
  return zend_atomic_bool_load_ex (&EG (timed_out));
}

gboolean
orienta_php_is_stopping (void)
{
  return bailout || timed_out ();
}

/* To be called where nothing is left to free. Returns where nothing stops the request. */
void
orienta_php_stop (void)
{
  if (bailout) {
    bailout = FALSE;
    zend_bailout ();
  }
  if (timed_out ())
    zend_timeout ();
}

static gboolean
ask (OrientaPhpTick *self, OrientaProgress *progress)
{
  zval arguments[3], answer;
  ZVAL_STRING (&arguments[0], orienta_progress_get_stage (progress));
  ZVAL_LONG (&arguments[1], (zend_long) orienta_progress_get_done (progress));
  ZVAL_LONG (&arguments[2], (zend_long) orienta_progress_get_total (progress));
  ZVAL_UNDEF (&answer);
  self->info.retval = &answer;
  self->info.params = arguments;
  self->info.param_count = 3;
  gboolean done = zend_call_function (&self->info, &self->cache) == SUCCESS && !EG (exception);
  gboolean go_on = done && Z_TYPE (answer) != IS_FALSE;
  zval_ptr_dtor (&answer);
  zval_ptr_dtor (&arguments[0]);
  return go_on;
}

static gboolean
tick (OrientaProgress *progress, gpointer data)
{
  OrientaPhpTick *self = data;
  volatile gboolean go_on = FALSE;
  if (EG (exception) || orienta_php_is_stopping ())
    return FALSE;
  if (!self->given)
    return TRUE;
  zend_try
  {
    go_on = ask (self, progress);
  }
  zend_catch
  {
    bailout = TRUE;
  }
  zend_end_try ();
  return go_on;
}

/* A progress that polls what stops a request, callable or not. */
OrientaProgress *
orienta_php_tick_new (OrientaPhpTick *self)
{
  OrientaProgress *progress = orienta_progress_new ();
  orienta_progress_set_tick (progress, tick, self);
  return progress;
}

gboolean
orienta_php_tick_set (OrientaPhpTick *self, zval *value, uint32_t number)
{
  if (Z_TYPE_P (value) == IS_NULL)
    return TRUE;
  char *why = NULL;
  self->given = zend_fcall_info_init (value, 0, &self->info, &self->cache, NULL, &why) == SUCCESS;
  if (!self->given)
    zend_argument_type_error (number, "must be a valid callback or null, %s", why ? why : "it cannot be called");
  if (why)
    efree (why);
  return self->given;
}
