/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* How values pass between Python and C. The work is done in plain C beside this file; locals are initialised where they are
 * declared, for freearg runs for all arguments also when an earlier one was refused. */

%{
#include "support.h"

#include <string.h>

#define ORIENTA_RAISE_NULL(what) PyErr_SetString (PyExc_TypeError, what " is needed, not None")
#define ORIENTA_RAISE_INDEX(name, value, count)                                                                        \
  PyErr_Format (PyExc_IndexError, "%s: %lld is not below %lld", name, (long long) (value), (long long) (count))
#define ORIENTA_RAISE_VALUE(name, value) PyErr_Format (PyExc_ValueError, "%s cannot be %lld", name, (long long) (value))

#define ORIENTA_PY_ARRAY { .copy = NULL }
#define ORIENTA_PY_STRINGS { NULL, NULL }
#define ORIENTA_PY_PROGRESS { NULL, NULL, NULL, NULL, NULL, FALSE }

/* %init stands in a function that returns an object up to SWIG 4.3, in one that returns an int from 4.4 on. */
#if SWIG_VERSION >= 0x040400
#define ORIENTA_PY_INIT_FAILED return -1
#else
#define ORIENTA_PY_INIT_FAILED return NULL
#endif
%}

%init %{
  if (orienta_py_errors_init () < 0 || orienta_py_view_init () < 0)
    ORIENTA_PY_INIT_FAILED;
%}

/* -- errors -- */

%typemap(in, numinputs=0) GError **error (GError *failure = NULL) "$1 = &failure;";
%typemap(argout) GError **error {
  if (*$1) {
    orienta_py_raise (*$1);
    Py_CLEAR ($result);
    SWIG_fail;
  }
}
%typemap(freearg) GError **error "g_clear_error ($1);";

/* -- numbers -- */

%define ORIENTA_WHOLE(T, LEAST, MOST)
%typemap(in) T (gint64 whole = 0) {
  if (orienta_py_get_whole ($input, "$1_name", LEAST, MOST, &whole) < 0)
    SWIG_fail;
  $1 = ($1_ltype) whole;
}
%enddef
ORIENTA_WHOLE (gint, G_MININT, G_MAXINT)
ORIENTA_WHOLE (guint, 0, G_MAXUINT)
ORIENTA_WHOLE (gint64, G_MININT64, G_MAXINT64)
ORIENTA_WHOLE (guint64, 0, G_MAXINT64)
ORIENTA_WHOLE (gsize, 0, G_MAXSSIZE)
ORIENTA_WHOLE (OrientaReasonCode, G_MININT, G_MAXINT)

%typemap(in) double {
  if (orienta_py_get_decimal ($input, "$1_name", &$1) < 0)
    SWIG_fail;
}

%typemap(in) gboolean {
  if (!PyBool_Check ($input)) {
    PyErr_Format (PyExc_TypeError, "$1_name: True or False is needed, not %R", (PyObject *) Py_TYPE ($input));
    SWIG_fail;
  }
  $1 = $input == Py_True;
}
%typemap(out) gboolean "$result = PyBool_FromLong ($1);";

%define ORIENTA_ENUM(T, FIRST, LAST)
%typemap(in) T (gint64 whole = 0) {
  if (orienta_py_get_whole ($input, "$1_name", G_MININT, G_MAXINT, &whole) < 0)
    SWIG_fail;
  if (whole < FIRST || whole > LAST) {
    ORIENTA_RAISE_VALUE ("$1_name", whole);
    SWIG_fail;
  }
  $1 = (T) whole;
}
%enddef

/* -- texts -- */

%typemap(in) const char * {
  if (orienta_py_get_text ($input, (const char **) &$1) < 0)
    SWIG_fail;
}
%typemap(freearg) const char * "";
%typemap(out) char *, const char * "$result = $1 ? PyUnicode_FromString ($1) : Py_NewRef (Py_None);";

/* -- bulk -- */

%typemap(in) OrientaArray (OrientaPyArray held = ORIENTA_PY_ARRAY) {
  if (orienta_py_get_array ($input, "$1_name", &$1, &held) < 0)
    SWIG_fail;
}
%typemap(freearg) OrientaArray "orienta_py_array_clear (&held$argnum);";

%typemap(in) OrientaStrings (OrientaPyStrings held = ORIENTA_PY_STRINGS) {
  if (orienta_py_get_strings ($input, "$1_name", &$1, &held) < 0)
    SWIG_fail;
}
%typemap(freearg) OrientaStrings "orienta_py_strings_clear (&held$argnum);";

%typemap(out) OrientaStrings "$result = orienta_py_texts_new (&$1);";
%typemap(out) OrientaView "$result = orienta_py_view_new ($1);";

/* A list of objects, each held while the call lets other threads run. */
%define ORIENTA_OBJECTS(LIST, NOUN, PREFIX)
%typemap(in) LIST (LIST held = { NULL, 0 }) {
  Py_ssize_t n = PySequence_Size ($input);
  if (n < 0)
    SWIG_fail;
  held.data = g_new0 (NOUN *, (gsize) n + 1);
  for (Py_ssize_t i = 0; i < n; i++) {
    PyObject *item = PySequence_GetItem ($input, i);
    void *object = NULL;
    if (item && SWIG_ConvertPtr (item, &object, $descriptor(NOUN *), 0) == SWIG_OK && object)
      held.data[held.n++] = PREFIX ## _ref (object);
    else if (item)
      PyErr_Format (PyExc_TypeError, "$1_name: a list of " #NOUN " is needed, not of %R", (PyObject *) Py_TYPE (item));
    Py_XDECREF (item);
    if (PyErr_Occurred ())
      SWIG_fail;
  }
  $1 = held;
}
%typemap(freearg) LIST {
  for (guint i = 0; i < held$argnum.n; i++)
    PREFIX ## _unref (held$argnum.data[i]);
  g_free (held$argnum.data);
}
%enddef

/* -- progress: also where none is given, to look for Ctrl-C -- */

%typemap(arginit) OrientaProgress *progress (OrientaPyProgress shown = ORIENTA_PY_PROGRESS) {
  orienta_py_progress_init (&shown);
  $1 = shown.progress;
}
%typemap(in) OrientaProgress *progress (void *given = NULL) {
  if (SWIG_ConvertPtr ($input, &given, $descriptor(OrientaProgress *), 0) < 0)
    given = NULL;
  if (orienta_py_progress_take (&shown$argnum, $input, $input == Py_None ? NULL : given) < 0)
    SWIG_fail;
  $1 = shown$argnum.progress;
}
%typemap(argout) OrientaProgress *progress {
  if (orienta_py_progress_end (&shown$argnum) < 0) {
    Py_CLEAR ($result);
    SWIG_fail;
  }
}
%typemap(freearg) OrientaProgress *progress "orienta_py_progress_clear (&shown$argnum);";
