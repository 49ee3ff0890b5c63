/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Numbers out, without a copy: a memoryview of what the library holds, which keeps it. */
#include "support.h"

typedef struct {
  PyObject_HEAD OrientaView view;
  Py_ssize_t n, width;
} Exporter;

static PyTypeObject *exporter_type;

static void
exporter_dealloc (PyObject *object)
{
  Exporter *self = (Exporter *) object;
  PyTypeObject *type = Py_TYPE (object);
  if (self->view.owner)
    self->view.release (self->view.owner);
  ((freefunc) PyType_GetSlot (type, Py_tp_free)) (object);
  Py_DECREF (type);
}

static int
exporter_get_buffer (PyObject *object, Py_buffer *buffer, int flags)
{
  static const char *const formats[] = { "b", "h", "i", "q", "B", "H", "I", "Q", "f", "d", "?" };
  Exporter *self = (Exporter *) object;
  if (flags & PyBUF_WRITABLE) {
    buffer->obj = NULL;
    PyErr_SetString (PyExc_BufferError, "a result is read-only");
    return -1;
  }
  *buffer = (Py_buffer){
    .buf = (void *) self->view.data,
    .obj = Py_NewRef (object),
    .len = self->n * self->width,
    .itemsize = self->width,
    .readonly = 1,
    .ndim = 1,
    .format = flags & PyBUF_FORMAT ? (char *) formats[self->view.element] : NULL,
    .shape = flags & PyBUF_ND ? &self->n : NULL,
    .strides = (flags & PyBUF_STRIDES) == PyBUF_STRIDES ? &self->width : NULL,
  };
  return 0;
}

int
orienta_py_view_init (void)
{
  static PyType_Slot slots[] = {
    { Py_tp_dealloc, exporter_dealloc },
    { Py_bf_getbuffer, exporter_get_buffer },
    { 0, NULL },
  };
  static PyType_Spec spec = {
    .name = "orienta.core.View",
    .basicsize = sizeof (Exporter),
    .flags = Py_TPFLAGS_DEFAULT | Py_TPFLAGS_DISALLOW_INSTANTIATION,
    .slots = slots,
  };
  if (!exporter_type)
    exporter_type = (PyTypeObject *) PyType_FromSpec (&spec);
  return exporter_type ? 0 : -1;
}

/* A read-only memoryview; None where there is nothing to show. Takes over the view's owner. */
PyObject *
orienta_py_view_new (OrientaView view)
{
  if (!view.data)
    Py_RETURN_NONE;
  Exporter *self = PyObject_New (Exporter, exporter_type);
  if (!self) {
    view.release (view.owner);
    return NULL;
  }
  self->view = view;
  self->n = (Py_ssize_t) view.n;
  self->width = (Py_ssize_t) orienta_element_get_size (view.element);
  PyObject *shown = PyMemoryView_FromObject ((PyObject *) self);
  Py_DECREF (self);
  return shown;
}

/* A list of str. */
PyObject *
orienta_py_texts_new (const OrientaStrings *texts)
{
  PyObject *list = PyList_New ((Py_ssize_t) texts->n);
  for (gsize i = 0; list && i < texts->n; i++) {
    PyObject *text = PyUnicode_FromString (texts->data[i]);
    if (!text || PyList_SetItem (list, (Py_ssize_t) i, text) < 0)
      Py_CLEAR (list);
  }
  return list;
}
