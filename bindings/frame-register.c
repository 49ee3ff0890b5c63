/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Frames of a register: a row for each household or unit, a column for each attribute, given or derived. */
#include "frame-private.h"

#include <math.h>

#define UNKNOWN G_MININT64

typedef struct {
  OrientaFrame *frame;
  const OrientaRegister *reg;
  OrientaOf of;
  guint n;
} Sheet;

static gint64
value_of (const Sheet *self, guint attribute, guint row)
{
  gboolean is_household = self->of == ORIENTA_OF_HOUSEHOLD;
  return orienta_register_get_value (self->reg, attribute, is_household ? (gint) row : -1,
                                     is_household ? -1 : (gint) row);
}

static char *
text_of (const Sheet *self, guint attribute, guint row)
{
  gboolean is_household = self->of == ORIENTA_OF_HOUSEHOLD;
  return orienta_register_write_value (self->reg, attribute, is_household ? (gint) row : -1,
                                       is_household ? -1 : (gint) row);
}

static void
add_bools (const Sheet *self, const char *name, guint attribute)
{
  guint8 *cells = orienta_frame_add_bool (self->frame, name), *valid = orienta_frame_add_valid (self->frame);
  for (guint i = 0; i < self->n; i++) {
    gint64 value = value_of (self, attribute, i);
    valid[i] = value != UNKNOWN;
    cells[i] = valid[i] && value;
  }
}

static void
add_numbers (const Sheet *self, const char *name, guint attribute)
{
  double *cells = orienta_frame_add_double (self->frame, name);
  for (guint i = 0; i < self->n; i++) {
    gint64 value = value_of (self, attribute, i);
    cells[i] = value == UNKNOWN ? NAN : (double) value / 1e6;
  }
}

static void
add_dates (const Sheet *self, const char *name, guint attribute)
{
  gint32 *cells = orienta_frame_add_date (self->frame, name);
  guint8 *valid = orienta_frame_add_valid (self->frame);
  for (guint i = 0; i < self->n; i++) {
    gint64 value = value_of (self, attribute, i);
    valid[i] = value != UNKNOWN;
    cells[i] = valid[i] ? (gint32) value : 0;
  }
}

static void
add_words (const Sheet *self, const char *name, guint attribute)
{
  guint n_words = orienta_attribute_get_n_words (attribute);
  g_autofree const char **words = g_new0 (const char *, n_words + 1);
  for (guint i = 0; i < n_words; i++)
    words[i] = orienta_attribute_get_word (attribute, i);
  gint32 *cells = orienta_frame_add_word (self->frame, name, words, n_words);
  for (guint i = 0; i < self->n; i++) {
    gint64 value = value_of (self, attribute, i);
    cells[i] = value == UNKNOWN ? -1 : (gint32) value;
  }
}

static void
add_texts (const Sheet *self, const char *name, guint attribute)
{
  guint column = orienta_frame_add_text (self->frame, name);
  for (guint i = 0; i < self->n; i++)
    orienta_frame_put_own (self->frame, column, i, text_of (self, attribute, i));
}

static void
add_attribute (const Sheet *self, guint attribute)
{
  const char *name = strchr (orienta_attribute_get_name (attribute), '.') + 1;
  switch (orienta_attribute_get_type (attribute)) {
  case ORIENTA_TYPE_BOOL:
    add_bools (self, name, attribute);
    break;
  case ORIENTA_TYPE_NUMBER:
    add_numbers (self, name, attribute);
    break;
  case ORIENTA_TYPE_DATE:
    add_dates (self, name, attribute);
    break;
  case ORIENTA_TYPE_WORD:
    add_words (self, name, attribute);
    break;
  default:
    add_texts (self, name, attribute);
  }
}

static OrientaFrame *
sheet_frame (OrientaRegister *reg, OrientaOf of, guint n)
{
  OrientaFrame *frame = orienta_frame_new (n, orienta_register_ref (reg), (GDestroyNotify) orienta_register_unref);
  Sheet sheet = { frame, reg, of, n };
  gint32 *ids = of == ORIENTA_OF_HOUSEHOLD ? orienta_frame_add_households (frame, "id", reg)
                                           : orienta_frame_add_units (frame, "id", reg);
  for (guint i = 0; i < n; i++)
    ids[i] = (gint32) i;
  for (guint attribute = 0; attribute < orienta_attribute_get_count (); attribute++)
    if (orienta_attribute_get_of (attribute) == of)
      add_attribute (&sheet, attribute);
  return frame;
}

OrientaFrame *
orienta_frame_households (OrientaRegister *reg)
{
  return sheet_frame (reg, ORIENTA_OF_HOUSEHOLD, orienta_register_get_n_households (reg));
}

OrientaFrame *
orienta_frame_units (OrientaRegister *reg)
{
  return sheet_frame (reg, ORIENTA_OF_UNIT, orienta_register_get_n_units (reg));
}
