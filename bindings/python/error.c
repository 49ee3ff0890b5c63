/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* GError as exceptions: the classes of orienta/_errors.py, by code. */
#include "support.h"

static PyObject *classes[ORIENTA_ERROR_MISSING + 1]; /* 0: Error, the base of all */

int
orienta_py_errors_init (void)
{
  static const char *const names[] = {
    "Error",         "ReadError",      "WriteError",  "SyntaxFault", "InvalidError",
    "NotFoundError", "CancelledError", "EthicsError", "LimitError",  "MissingError"
  };
  G_STATIC_ASSERT (G_N_ELEMENTS (names) == G_N_ELEMENTS (classes));
  PyObject *module = PyImport_ImportModule ("orienta._errors");
  if (!module)
    return -1;
  for (gsize i = 0; i < G_N_ELEMENTS (names); i++) {
    Py_XDECREF (classes[i]);
    classes[i] = PyObject_GetAttrString (module, names[i]);
    if (!classes[i])
      break;
  }
  Py_DECREF (module);
  return PyErr_Occurred () ? -1 : 0;
}

/* Sets the exception that says what the error says. */
void
orienta_py_raise (const GError *error)
{
  gboolean is_ours = error->domain == ORIENTA_ERROR && error->code > 0 && error->code < (int) G_N_ELEMENTS (classes);
  PyErr_SetString (classes[is_ours ? error->code : 0], error->message);
}
