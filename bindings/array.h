/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include <orienta/orienta.h>

G_BEGIN_DECLS

/* Bulk numbers and texts between the library and a language, whatever the language keeps them in. */

#define ORIENTA_JULIAN_1970 719163 /* days count from 1970-01-01; the number that GDate has for it */

typedef enum {
  ORIENTA_INT8 = 0,
  ORIENTA_INT16 = 1,
  ORIENTA_INT32 = 2,
  ORIENTA_INT64 = 3,
  ORIENTA_UINT8 = 4,
  ORIENTA_UINT16 = 5,
  ORIENTA_UINT32 = 6,
  ORIENTA_UINT64 = 7,
  ORIENTA_FLOAT32 = 8,
  ORIENTA_FLOAT64 = 9,
  ORIENTA_BOOL = 10, /* a byte, 0 or 1 */
} OrientaElement;

/* In: n elements, `stride` bytes from one to the next, which may be negative. Borrowed for the call. */
typedef struct {
  gconstpointer data;
  gsize n;
  gssize stride;
  OrientaElement element;
} OrientaArray;

/* In: n texts, NULL where one is missing. Borrowed for the call. */
typedef struct {
  const char *const *data;
  gsize n;
} OrientaStrings;

/* In: n objects, each held for the call. */
typedef struct {
  OrientaRegister **data;
  guint n;
} OrientaRegisters;

typedef struct {
  OrientaSimulation **data;
  guint n;
} OrientaSimulations;

/* Out: n elements side by side, which stay as long as `owner` does; whoever shows them calls release (owner) when done.
 * `data` NULL: there are none to show, and no owner. */
typedef struct {
  gconstpointer data;
  gsize n;
  OrientaElement element;
  gpointer owner;
  GDestroyNotify release;
} OrientaView;

OrientaView orienta_view               (gconstpointer data, gsize n, OrientaElement element, gpointer owner,
                                        GDestroyNotify release);
gsize       orienta_element_get_size   (OrientaElement element);
double      orienta_array_get_double   (const OrientaArray *self, gsize i);
gboolean    orienta_array_is_whole     (const OrientaArray *self);
gint64      orienta_array_get_int64    (const OrientaArray *self, gsize i);
gpointer    orienta_array_room         (const char *name, gsize n, gsize size, GError **error);
gint64     *orienta_array_to_int64     (const OrientaArray *self, const char *name, gint64 least, gint64 most, GError **error);
gint64     *orienta_array_to_scaled    (const OrientaArray *self, const char *name, double scale, GError **error);
guint32    *orienta_array_to_uint32    (const OrientaArray *self, const char *name, guint32 most, GError **error);
gboolean    orienta_array_has_length   (const OrientaArray *self, const char *name, gsize n, GError **error);
gboolean    orienta_array_same_length  (const char *name, gsize n, const char *other, gsize n_other, GError **error);

G_END_DECLS
