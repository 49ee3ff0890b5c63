/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "array.h"

#include <math.h>
#include <string.h>

/**
 * orienta_view:
 * @owner: (transfer full): whose numbers these are
 *
 * A view of numbers that the library keeps; an empty one, without an owner, where there are none.
 */
OrientaView
orienta_view (gconstpointer data, gsize n, OrientaElement element, gpointer owner, GDestroyNotify release)
{
  static const gint64 nothing = 0;
  if (!data && n > 0) {
    release (owner);
    return (OrientaView){ NULL, 0, element, NULL, NULL };
  }
  return (OrientaView){ data ? data : &nothing, n, element, owner, release };
}

gsize
orienta_element_get_size (OrientaElement element)
{
  static const guint8 sizes[] = { 1, 2, 4, 8, 1, 2, 4, 8, 4, 8, 1 };
  return sizes[element];
}

/* Whether the elements are whole numbers by their type. */
gboolean
orienta_array_is_whole (const OrientaArray *self)
{
  return self->element <= ORIENTA_UINT64;
}

static gconstpointer
at (const OrientaArray *self, gsize i)
{
  return (const char *) self->data + (gssize) i * self->stride;
}

/* One element may stand at any address. */
#define LOAD(type)                                                                                                     \
  ({                                                                                                                   \
    type value_;                                                                                                       \
    memcpy (&value_, at (self, i), sizeof value_);                                                                     \
    value_;                                                                                                            \
  })

/* A whole number; a uint64 above G_MAXINT64 comes out negative. */
gint64
orienta_array_get_int64 (const OrientaArray *self, gsize i)
{
  switch (self->element) {
  case ORIENTA_INT8:
    return LOAD (gint8);
  case ORIENTA_INT16:
    return LOAD (gint16);
  case ORIENTA_INT32:
    return LOAD (gint32);
  case ORIENTA_UINT8:
  case ORIENTA_BOOL:
    return LOAD (guint8);
  case ORIENTA_UINT16:
    return LOAD (guint16);
  case ORIENTA_UINT32:
    return LOAD (guint32);
  default:
    return LOAD (gint64);
  }
}

double
orienta_array_get_double (const OrientaArray *self, gsize i)
{
  if (self->element == ORIENTA_FLOAT64)
    return LOAD (double);
  if (self->element == ORIENTA_FLOAT32)
    return LOAD (float);
  return (double) orienta_array_get_int64 (self, i);
}

static gboolean
check_whole (const OrientaArray *self, const char *name, GError **error)
{
  if (orienta_array_is_whole (self))
    return TRUE;
  g_set_error (error, ORIENTA_ERROR, ORIENTA_ERROR_INVALID, "%s: whole numbers are needed, not %s", name,
               self->element == ORIENTA_BOOL ? "truth values" : "decimals");
  return FALSE;
}

static gboolean
check_range (const OrientaArray *self, const char *name, gsize i, gint64 least, gint64 most, GError **error)
{
  gint64 value = orienta_array_get_int64 (self, i);
  gboolean is_huge = self->element == ORIENTA_UINT64 && value < 0;
  if (!is_huge && value >= least && value <= most)
    return TRUE;
  g_autofree char *text =
      is_huge ? g_strdup_printf ("%" G_GUINT64_FORMAT, (guint64) value) : g_strdup_printf ("%" G_GINT64_FORMAT, value);
  g_set_error (error, ORIENTA_ERROR, ORIENTA_ERROR_INVALID,
               "%s[%" G_GSIZE_FORMAT "] is %s, expected %" G_GINT64_FORMAT " to %" G_GINT64_FORMAT, name, i, text,
               least, most);
  return FALSE;
}

/* Zeros for `n` elements and one more; NULL with ORIENTA_ERROR_LIMIT where there is no memory for them: an array may
 * say the same number a million million times and take no memory itself. Free with g_free(). */
gpointer
orienta_array_room (const char *name, gsize n, gsize size, GError **error)
{
  gpointer room = n < G_MAXSIZE ? g_try_malloc0_n (n + 1, size) : NULL;
  if (!room)
    g_set_error (error, ORIENTA_ERROR, ORIENTA_ERROR_LIMIT,
                 "%s: %" G_GSIZE_FORMAT " elements, expected fewer: there is no memory for them", name, n);
  return room;
}

/**
 * orienta_array_to_int64:
 * @name: what to call it in an error
 *
 * Returns: (transfer full): a copy with room for one more; NULL with ORIENTA_ERROR_INVALID where an element is no whole
 *   number from @least to @most, ORIENTA_ERROR_LIMIT where there is no memory for them
 */
gint64 *
orienta_array_to_int64 (const OrientaArray *self, const char *name, gint64 least, gint64 most, GError **error)
{
  if (!check_whole (self, name, error))
    return NULL;
  g_autofree gint64 *copy = orienta_array_room (name, self->n, sizeof (gint64), error);
  for (gsize i = 0; copy && i < self->n; i++) {
    if (!check_range (self, name, i, least, most, error))
      return NULL;
    copy[i] = orienta_array_get_int64 (self, i);
  }
  return g_steal_pointer (&copy);
}

/**
 * orienta_array_to_scaled:
 * @scale: what each element is multiplied by, then rounded to the nearest; 0: whole numbers are needed, and stay
 *
 * Returns: (transfer full): the whole numbers; NULL with ORIENTA_ERROR_INVALID where one is not finite, or too large
 */
gint64 *
orienta_array_to_scaled (const OrientaArray *self, const char *name, double scale, GError **error)
{
  if (scale == 0)
    return orienta_array_to_int64 (self, name, G_MININT64, G_MAXINT64, error);
  g_autofree gint64 *copy = orienta_array_room (name, self->n, sizeof (gint64), error);
  for (gsize i = 0; copy && i < self->n; i++) {
    double value = round (orienta_array_get_double (self, i) * scale);
    if (!(fabs (value) < 9.2e18)) {
      g_set_error (error, ORIENTA_ERROR, ORIENTA_ERROR_INVALID, "%s[%" G_GSIZE_FORMAT "] times the scale is %g", name,
                   i, value);
      return NULL;
    }
    copy[i] = (gint64) value;
  }
  return g_steal_pointer (&copy);
}

/* The same from 0 to `most`, in half the room. */
guint32 *
orienta_array_to_uint32 (const OrientaArray *self, const char *name, guint32 most, GError **error)
{
  if (!check_whole (self, name, error))
    return NULL;
  g_autofree guint32 *copy = orienta_array_room (name, self->n, sizeof (guint32), error);
  for (gsize i = 0; copy && i < self->n; i++) {
    if (!check_range (self, name, i, 0, most, error))
      return NULL;
    copy[i] = (guint32) orienta_array_get_int64 (self, i);
  }
  return g_steal_pointer (&copy);
}

gboolean
orienta_array_has_length (const OrientaArray *self, const char *name, gsize n, GError **error)
{
  if (self->n == n)
    return TRUE;
  g_set_error (error, ORIENTA_ERROR, ORIENTA_ERROR_INVALID,
               "%s: %" G_GSIZE_FORMAT " elements, expected %" G_GSIZE_FORMAT, name, self->n, n);
  return FALSE;
}

gboolean
orienta_array_same_length (const char *name, gsize n, const char *other, gsize n_other, GError **error)
{
  if (n == n_other)
    return TRUE;
  g_set_error (error, ORIENTA_ERROR, ORIENTA_ERROR_INVALID,
               "%s: %" G_GSIZE_FORMAT " elements, expected %" G_GSIZE_FORMAT " as in %s", name, n, n_other, other);
  return FALSE;
}
