/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include "fill.h"
#include "frame.h"

G_BEGIN_DECLS

/* The Arrow C data and stream interfaces (https://arrow.apache.org/docs/format/CStreamInterface.html): tables between
 * libraries that share nothing but these structs. */

#ifndef ARROW_C_DATA_INTERFACE
#define ARROW_C_DATA_INTERFACE

#define ARROW_FLAG_NULLABLE 2

struct ArrowSchema {
  const char *format;
  const char *name;
  const char *metadata;
  gint64 flags;
  gint64 n_children;
  struct ArrowSchema **children;
  struct ArrowSchema *dictionary;
  void (*release) (struct ArrowSchema *);
  void *private_data;
};

struct ArrowArray {
  gint64 length;
  gint64 null_count;
  gint64 offset;
  gint64 n_buffers;
  gint64 n_children;
  const void **buffers;
  struct ArrowArray **children;
  struct ArrowArray *dictionary;
  void (*release) (struct ArrowArray *);
  void *private_data;
};

#endif

#ifndef ARROW_C_STREAM_INTERFACE
#define ARROW_C_STREAM_INTERFACE

struct ArrowArrayStream {
  int (*get_schema) (struct ArrowArrayStream *, struct ArrowSchema *out);
  int (*get_next) (struct ArrowArrayStream *, struct ArrowArray *out);
  const char *(*get_last_error) (struct ArrowArrayStream *);
  void (*release) (struct ArrowArrayStream *);
  void *private_data;
};

#endif

void         orienta_arrow_write (OrientaFrame *frame, struct ArrowArrayStream *stream);
OrientaFill *orienta_arrow_read  (OrientaTable table, struct ArrowArrayStream *stream, GError **error);

G_END_DECLS
