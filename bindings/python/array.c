/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Numbers and texts from Python: whatever has the buffer protocol without a copy, lists with one. */
#include "support.h"

#include <math.h>
#include <string.h>

/* The element of a buffer's format; -1 for any other, or for numbers of another byte order. */
static int
element_of (const Py_buffer *buffer)
{
  static const char codes[] = "bhilqnBHILQNfd?";
  static const guint8 is_of[] = { 0, 0, 0, 0, 0, 0, 1, 1, 1, 1, 1, 1, 2, 2, 3 }; /* signed, unsigned, decimal, bool */
  const char *format = buffer->format ? buffer->format : "B";
  if (*format == '@' || *format == '=' || *format == (G_BYTE_ORDER == G_LITTLE_ENDIAN ? '<' : '>'))
    format++;
  const char *code = strchr (codes, format[0]);
  if (format[0] == '\0' || format[1] != '\0' || !code)
    return -1;
  int width = buffer->itemsize == 1 ? 0 : buffer->itemsize == 2 ? 1 : buffer->itemsize == 4 ? 2 : 3;
  switch (is_of[code - codes]) {
  case 0:
    return ORIENTA_INT8 + width;
  case 1:
    return ORIENTA_UINT8 + width;
  case 2:
    return width == 2 ? ORIENTA_FLOAT32 : ORIENTA_FLOAT64;
  default:
    return ORIENTA_BOOL;
  }
}

static int
from_buffer (PyObject *object, const char *name, OrientaArray *array, Py_buffer *buffer)
{
  if (PyObject_GetBuffer (object, buffer, PyBUF_FORMAT | PyBUF_STRIDES) < 0)
    return -1;
  int element = element_of (buffer);
  if (buffer->ndim != 1) {
    PyErr_Format (PyExc_TypeError, "%s: one dimension is needed, not %d", name, buffer->ndim);
    return -1;
  }
  if (element < 0) {
    PyErr_Format (PyExc_TypeError, "%s: numbers are needed, not elements of format '%s'", name, buffer->format);
    return -1;
  }
  array->data = buffer->buf;
  array->n = (gsize) buffer->shape[0];
  array->stride = buffer->strides ? buffer->strides[0] : buffer->itemsize;
  array->element = (OrientaElement) element;
  return 0;
}

/* One of a list: whole numbers and decimals, not truth values, for which a list is a mistake more often than not. */
static int
copy_number (PyObject *item, const char *name, Py_ssize_t i, gboolean as_double, gint64 *whole, double *decimal)
{
  if (PyBool_Check (item) || !(PyLong_Check (item) || (as_double && PyFloat_Check (item)))) {
    PyErr_Format (PyExc_TypeError, "%s[%zd]: a number is needed, not %R", name, i, item);
    return -1;
  }
  if (as_double)
    *decimal = PyFloat_AsDouble (item);
  else
    *whole = PyLong_AsLongLong (item);
  return PyErr_Occurred () ? -1 : 0;
}

static gboolean
has_float (PyObject *list, Py_ssize_t n)
{
  for (Py_ssize_t i = 0; i < n; i++)
    if (PyFloat_Check (PyList_GetItem (list, i)))
      return TRUE;
  return FALSE;
}

static int
from_list (PyObject *list, const char *name, OrientaArray *array, gpointer *copy)
{
  Py_ssize_t n = PyList_Size (list);
  gboolean as_double = has_float (list, n);
  *copy = g_malloc0_n ((gsize) n + 1, 8);
  gint64 *whole = *copy;
  double *decimal = *copy;
  for (Py_ssize_t i = 0; i < n; i++)
    if (copy_number (PyList_GetItem (list, i), name, i, as_double, whole + i, decimal + i) < 0)
      return -1;
  *array = (OrientaArray){ *copy, (gsize) n, 8, as_double ? ORIENTA_FLOAT64 : ORIENTA_INT64 };
  return 0;
}

static gboolean
is_sequence (PyObject *object)
{
  return PySequence_Check (object) && !PyUnicode_Check (object) && !PyBytes_Check (object)
         && !PyByteArray_Check (object);
}

/* Whatever shows its numbers as an array: a pandas Series, a tensor. */
static int
from_dunder (PyObject *object, const char *name, OrientaArray *array, OrientaPyArray *held)
{
  PyObject *shown = PyObject_CallMethod (object, "__array__", NULL);
  if (!shown)
    return -1;
  int done = -1;
  if (PyObject_CheckBuffer (shown))
    done = from_buffer (shown, name, array, &held->buffer); /* which keeps a reference */
  else
    PyErr_Format (PyExc_TypeError, "%s: its __array__() gives no array", name);
  Py_DECREF (shown);
  return done;
}

/**
 * orienta_py_get_array:
 * @name: of the argument, for the exception
 * @held: all zero; to be cleared when the call is done, also after an exception
 *
 * Numbers of any width and stride, from a buffer, from what has __array__(), or from a list or tuple of int and float.
 */
int
orienta_py_get_array (PyObject *object, const char *name, OrientaArray *array, OrientaPyArray *held)
{
  if (PyObject_CheckBuffer (object) && !PyBytes_Check (object) && !PyByteArray_Check (object))
    return from_buffer (object, name, array, &held->buffer);
  if (PyObject_HasAttrString (object, "__array__"))
    return from_dunder (object, name, array, held);
  if (!is_sequence (object)) {
    PyErr_Format (PyExc_TypeError, "%s: a list or an array of numbers is needed, not %R", name,
                  (PyObject *) Py_TYPE (object));
    return -1;
  }
  PyObject *list = PySequence_List (object);
  int done = list ? from_list (list, name, array, &held->copy) : -1;
  Py_XDECREF (list);
  return done;
}

void
orienta_py_array_clear (OrientaPyArray *held)
{
  if (held->buffer.obj)
    PyBuffer_Release (&held->buffer);
  g_clear_pointer (&held->copy, g_free);
}

/* UTF-8 without NUL, borrowed from the object; None is NULL. */
int
orienta_py_get_text (PyObject *object, const char **text)
{
  Py_ssize_t length;
  *text = NULL;
  if (object == Py_None)
    return 0;
  if (!PyUnicode_Check (object)) {
    PyErr_Format (PyExc_TypeError, "a str is needed, not %R", (PyObject *) Py_TYPE (object));
    return -1;
  }
  *text = PyUnicode_AsUTF8AndSize (object, &length);
  if (!*text)
    return -1;
  if (strlen (*text) != (gsize) length) {
    PyErr_SetString (PyExc_ValueError, "a text with NUL in it");
    return -1;
  }
  return 0;
}

static int
get_cell (PyObject *item, const char **text)
{
  if (PyFloat_Check (item) && isnan (PyFloat_AsDouble (item)))
    return 0;
  return orienta_py_get_text (item, text);
}

/* A list or tuple of str; None, or NaN as in a column of pandas, where a text is missing. */
int
orienta_py_get_strings (PyObject *object, const char *name, OrientaStrings *strings, OrientaPyStrings *held)
{
  if (!is_sequence (object)) {
    PyErr_Format (PyExc_TypeError, "%s: a list of str is needed, not %R", name, (PyObject *) Py_TYPE (object));
    return -1;
  }
  held->list = PySequence_List (object);
  if (!held->list)
    return -1;
  Py_ssize_t n = PyList_Size (held->list);
  held->texts = g_new0 (const char *, (gsize) n + 1);
  for (Py_ssize_t i = 0; i < n; i++)
    if (get_cell (PyList_GetItem (held->list, i), &held->texts[i]) < 0)
      return -1;
  *strings = (OrientaStrings){ held->texts, (gsize) n };
  return 0;
}

void
orienta_py_strings_clear (OrientaPyStrings *held)
{
  Py_CLEAR (held->list);
  g_clear_pointer (&held->texts, g_free);
}
