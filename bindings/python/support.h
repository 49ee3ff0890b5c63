/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#define PY_SSIZE_T_CLEAN
#include <Python.h>

#include "arrow.h"

G_BEGIN_DECLS

/* What the typemaps call. A function that returns an int gives 0, or -1 with an exception set; one that returns an object
 * gives a new reference, or NULL with an exception set. All are called with the interpreter's lock held. */

/* error.c */
int       orienta_py_errors_init   (void);
void      orienta_py_raise         (const GError *error);

/* array.c: numbers and texts in */
typedef struct {
  Py_buffer buffer;
  gpointer copy; /* of a list */
} OrientaPyArray;

typedef struct {
  PyObject *list;
  const char **texts;
} OrientaPyStrings;

int       orienta_py_get_array     (PyObject *object, const char *name, OrientaArray *array, OrientaPyArray *held);
void      orienta_py_array_clear   (OrientaPyArray *held);
int       orienta_py_get_strings   (PyObject *object, const char *name, OrientaStrings *strings, OrientaPyStrings *held);
void      orienta_py_strings_clear (OrientaPyStrings *held);
int       orienta_py_get_text      (PyObject *object, const char **text);

/* number.c: single numbers in */
int       orienta_py_get_whole     (PyObject *object, const char *name, gint64 least, gint64 most, gint64 *value);
int       orienta_py_get_decimal   (PyObject *object, const char *name, double *value);

/* view.c: numbers out */
int       orienta_py_view_init     (void);
PyObject *orienta_py_view_new      (OrientaView view);
PyObject *orienta_py_texts_new     (const OrientaStrings *texts);

/* arrow.c */
PyObject *orienta_py_frame_to_arrow (OrientaFrame *frame);
OrientaFill *orienta_py_fill_from_arrow (OrientaTable table, PyObject *stream, GError **error);

/* highs.c */
void      orienta_py_highs_locate  (const char *file);

/* progress.c */
typedef struct {
  OrientaProgress *progress;
  PyObject *function; /* borrowed; NULL: only signals are looked for */
  PyObject *type, *value, *traceback;
  gboolean is_busy;
} OrientaPyProgress;

void      orienta_py_progress_init  (OrientaPyProgress *self);
int       orienta_py_progress_take  (OrientaPyProgress *self, PyObject *object, OrientaProgress *given);
int       orienta_py_progress_end   (OrientaPyProgress *self);
void      orienta_py_progress_clear (OrientaPyProgress *self);

/* busy.c: what may not change while another thread reads it */
void      orienta_py_begin         (gconstpointer object);
void      orienta_py_end           (gconstpointer object);
int       orienta_py_is_free       (gconstpointer object, const char *name);

G_END_DECLS
