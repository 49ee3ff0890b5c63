/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Long calls run without the interpreter's lock. The library's tick, every 20 ms, takes it for a moment: to look for
 * signals, so that Ctrl-C works, and to show progress. What is raised there is kept and raised when the call is over.
 */
#include "support.h"

static int
report (OrientaPyProgress *self)
{
  if (PyErr_CheckSignals () != 0)
    return -1;
  if (!self->function)
    return 0;
  PyObject *answer = PyObject_CallFunction (self->function, "sKK", orienta_progress_get_stage (self->progress),
                                            (unsigned long long) orienta_progress_get_done (self->progress),
                                            (unsigned long long) orienta_progress_get_total (self->progress));
  if (!answer)
    return -1;
  gboolean stop = answer == Py_False;
  Py_DECREF (answer);
  if (stop)
    orienta_progress_cancel (self->progress);
  return 0;
}

static gboolean
tick (OrientaProgress *progress, gpointer data)
{
  OrientaPyProgress *self = data;
  if (self->type)
    return FALSE;
  PyGILState_STATE state = PyGILState_Ensure ();
  if (report (self) < 0)
    PyErr_Fetch (&self->type, &self->value, &self->traceback);
  gboolean goes_on = !self->type;
  PyGILState_Release (state);
  return goes_on;
}

/* A progress of the call's own, so that signals are looked for even if nobody asks how far it is. */
void
orienta_py_progress_init (OrientaPyProgress *self)
{
  *self = (OrientaPyProgress){ .progress = orienta_progress_new () };
  orienta_progress_set_tick (self->progress, tick, self);
}

/**
 * orienta_py_progress_take:
 * @object: None, or a function of (stage, done, total), which returns False to stop
 * @given: (nullable): the progress that @object is, for other threads to look at; it serves one call at a time
 */
int
orienta_py_progress_take (OrientaPyProgress *self, PyObject *object, OrientaProgress *given)
{
  if (given) {
    if (orienta_py_is_free (given, "the progress") < 0)
      return -1;
    orienta_py_begin (given);
    self->is_busy = TRUE;
    orienta_progress_unref (self->progress);
    self->progress = orienta_progress_ref (given);
    orienta_progress_set_tick (given, tick, self);
    return 0;
  }
  if (object == Py_None)
    return 0;
  if (!PyCallable_Check (object)) {
    PyErr_Format (PyExc_TypeError, "progress: None, a function or a Progress is needed, not %R",
                  (PyObject *) Py_TYPE (object));
    return -1;
  }
  self->function = object;
  return 0;
}

/* After the call: what was raised meanwhile takes the place of "cancelled". */
int
orienta_py_progress_end (OrientaPyProgress *self)
{
  if (!self->type)
    return 0;
  PyErr_Restore (self->type, self->value, self->traceback);
  self->type = self->value = self->traceback = NULL;
  return -1;
}

void
orienta_py_progress_clear (OrientaPyProgress *self)
{
  if (!self->progress)
    return;
  orienta_progress_set_tick (self->progress, NULL, NULL);
  if (self->is_busy)
    orienta_py_end (self->progress);
  g_clear_pointer (&self->progress, orienta_progress_unref);
  Py_CLEAR (self->type);
  Py_CLEAR (self->value);
  Py_CLEAR (self->traceback);
}
