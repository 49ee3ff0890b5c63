/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Single numbers from Python. True is no number here, nor is "3" or 3.0 a whole one. */
#include "support.h"

static int
refuse (PyObject *object, const char *name, const char *what)
{
  PyErr_Format (PyExc_TypeError, "%s: a %s is needed, not %R", name, what, (PyObject *) Py_TYPE (object));
  return -1;
}

/* A whole number, or whatever stands for one (__index__), such as those of NumPy. */
int
orienta_py_get_whole (PyObject *object, const char *name, gint64 least, gint64 most, gint64 *value)
{
  if (PyBool_Check (object) || !PyIndex_Check (object))
    return refuse (object, name, "whole number");
  PyObject *whole = PyNumber_Index (object);
  if (!whole)
    return -1;
  int overflow = 0;
  *value = PyLong_AsLongLongAndOverflow (whole, &overflow);
  if (overflow || *value < least || *value > most) {
    PyErr_Format (PyExc_OverflowError, "%s: %S is not from %lld to %lld", name, whole, (long long) least,
                  (long long) most);
    overflow = 1;
  }
  Py_DECREF (whole);
  return overflow || PyErr_Occurred () ? -1 : 0;
}

int
orienta_py_get_decimal (PyObject *object, const char *name, double *value)
{
  if (PyBool_Check (object) || PyUnicode_Check (object) || !PyNumber_Check (object))
    return refuse (object, name, "number");
  *value = PyFloat_AsDouble (object);
  return PyErr_Occurred () ? -1 : 0;
}
