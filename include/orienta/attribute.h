/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include <orienta/macros.h>
#include <orienta/language.h>

G_BEGIN_DECLS

/* What an attribute describes. */
typedef enum {
  ORIENTA_OF_HOUSEHOLD = 0,
  ORIENTA_OF_UNIT = 1,
  ORIENTA_OF_PAIR = 2,
} OrientaOf;

/* What an attribute's values are. */
typedef enum {
  ORIENTA_TYPE_BOOL = 0,
  ORIENTA_TYPE_NUMBER = 1, /* exact decimals, six places */
  ORIENTA_TYPE_DATE = 2,
  ORIENTA_TYPE_WORD = 3,  /* one of a closed list */
  ORIENTA_TYPE_WORDS = 4, /* a set out of a closed list */
  ORIENTA_TYPE_CODE = 5,  /* one of an open list: a landlord, a contingent */
  ORIENTA_TYPE_CODES = 6, /* a set out of an open list: priority publics */
  ORIENTA_TYPE_PLACE = 7, /* a territory */
} OrientaType;

ORIENTA_API guint       orienta_attribute_get_count    (void);
ORIENTA_API gint        orienta_attribute_find         (const char *name);
ORIENTA_API const char *orienta_attribute_get_name     (guint attribute);
ORIENTA_API OrientaOf   orienta_attribute_get_of       (guint attribute);
ORIENTA_API OrientaType orienta_attribute_get_type     (guint attribute);
ORIENTA_API const char *orienta_attribute_get_unit     (guint attribute);
ORIENTA_API gboolean    orienta_attribute_is_special   (guint attribute);
ORIENTA_API const char *orienta_attribute_get_label    (guint attribute, OrientaLanguage language);
ORIENTA_API const char *orienta_attribute_get_formula  (guint attribute);
ORIENTA_API guint       orienta_attribute_get_n_words  (guint attribute);
ORIENTA_API const char *orienta_attribute_get_word     (guint attribute, guint word);
ORIENTA_API const char *orienta_attribute_get_word_label (guint attribute, guint word, OrientaLanguage language);

G_END_DECLS
