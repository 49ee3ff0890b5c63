/* SPDX-License-Identifier: LGPL-2.1-or-later */
ORIENTA_INDEX (attribute, orienta_attribute_get_count ())
ORIENTA_INDEX (word, orienta_attribute_get_n_words (arg1))

guint orienta_attribute_get_count ();
gint orienta_attribute_find (const char *name);
const char *orienta_attribute_get_name (guint attribute);
OrientaOf orienta_attribute_get_of (guint attribute);
OrientaType orienta_attribute_get_type (guint attribute);
const char *orienta_attribute_get_unit (guint attribute);
gboolean orienta_attribute_is_special (guint attribute);
const char *orienta_attribute_get_label (guint attribute, OrientaLanguage language);
const char *orienta_attribute_get_formula (guint attribute);
guint orienta_attribute_get_n_words (guint attribute);
const char *orienta_attribute_get_word (guint attribute, guint word);
const char *orienta_attribute_get_word_label (guint attribute, guint word, OrientaLanguage language);
