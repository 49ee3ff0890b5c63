/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Arrow streams as capsules (https://arrow.apache.org/docs/format/CDataInterface/PyCapsuleInterface.html). */
#include "support.h"

#define NAME "arrow_array_stream"

static void
capsule_free (PyObject *capsule)
{
  struct ArrowArrayStream *stream = PyCapsule_GetPointer (capsule, NAME);
  if (stream && stream->release)
    stream->release (stream);
  g_free (stream);
}

PyObject *
orienta_py_frame_to_arrow (OrientaFrame *frame)
{
  struct ArrowArrayStream *stream = g_new0 (struct ArrowArrayStream, 1);
  orienta_arrow_write (frame, stream);
  PyObject *capsule = PyCapsule_New (stream, NAME, capsule_free);
  if (!capsule) {
    stream->release (stream);
    g_free (stream);
  }
  return capsule;
}

/* Reads a stream to its end; it is spent. NULL with an exception, or with the error. */
OrientaFill *
orienta_py_fill_from_arrow (OrientaTable table, PyObject *capsule, GError **error)
{
  if (!PyCapsule_IsValid (capsule, NAME)) {
    PyErr_Format (PyExc_TypeError, "an Arrow stream is needed, not %R", (PyObject *) Py_TYPE (capsule));
    return NULL;
  }
  struct ArrowArrayStream *stream = PyCapsule_GetPointer (capsule, NAME);
  if (!stream->release) {
    PyErr_SetString (PyExc_ValueError, "the Arrow stream has been read before");
    return NULL;
  }
  OrientaFill *fill = orienta_arrow_read (table, stream, error);
  if (stream->release)
    stream->release (stream);
  return fill;
}
