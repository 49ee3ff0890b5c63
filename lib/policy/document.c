/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* What a sealed policy says of itself. */
#include <orienta/orienta.h>

#include "policy/policy-private.h"

#include <string.h>

/* The text in that tongue, else in the other, else `fallback`. */
const char *
orienta_label_get (const OrientaLabel *self, OrientaLanguage language, const char *fallback)
{
  if (self->text[language])
    return self->text[language];
  const char *other = self->text[language == ORIENTA_FRENCH ? ORIENTA_ENGLISH : ORIENTA_FRENCH];
  return other ? other : fallback;
}

void
orienta_label_clear (OrientaLabel *self)
{
  g_clear_pointer (&self->text[0], g_free);
  g_clear_pointer (&self->text[1], g_free);
}

/* The attribute of that full name, or -1: one of the library's, or one the policy declares. */
gint
orienta_policy_find_attribute (const OrientaPolicy *self, const char *name)
{
  for (guint i = 0; i < self->n_locals; i++)
    if (g_strcmp0 (self->locals[i].name, name) == 0)
      return (gint) (ORIENTA_N_ATTRIBUTES + i);
  return orienta_attribute_find (name);
}

const char *
orienta_policy_attribute_name (const OrientaPolicy *self, guint attribute)
{
  return attribute < ORIENTA_N_ATTRIBUTES ? orienta_attribute_get_name (attribute)
                                          : self->locals[attribute - ORIENTA_N_ATTRIBUTES].name;
}

OrientaType
orienta_policy_attribute_type (const OrientaPolicy *self, guint attribute)
{
  return attribute < ORIENTA_N_ATTRIBUTES ? orienta_attribute_get_type (attribute)
                                          : self->locals[attribute - ORIENTA_N_ATTRIBUTES].type;
}

OrientaOf
orienta_policy_attribute_of (const OrientaPolicy *self, guint attribute)
{
  return attribute < ORIENTA_N_ATTRIBUTES ? orienta_attribute_get_of (attribute)
                                          : self->locals[attribute - ORIENTA_N_ATTRIBUTES].of;
}

gboolean
orienta_policy_attribute_special (const OrientaPolicy *self, guint attribute)
{
  return attribute < ORIENTA_N_ATTRIBUTES ? orienta_attribute_is_special (attribute)
                                          : self->locals[attribute - ORIENTA_N_ATTRIBUTES].special;
}

/* Whether its values stand in an order that lt, le, gt, ge and the ranking may use. */
gboolean
orienta_policy_attribute_ordered (const OrientaPolicy *self, guint attribute)
{
  if (orienta_policy_attribute_type (self, attribute) != ORIENTA_TYPE_WORD)
    return TRUE;
  return attribute < ORIENTA_N_ATTRIBUTES ? orienta_attribute_vocabulary (attribute)->ordered
                                          : self->locals[attribute - ORIENTA_N_ATTRIBUTES].ordered;
}

/* The words that it takes its values from, NULL-terminated. Free the list with g_free(), not the words. */
const char **
orienta_policy_attribute_words (const OrientaPolicy *self, guint attribute)
{
  if (attribute >= ORIENTA_N_ATTRIBUTES) {
    char **words = self->locals[attribute - ORIENTA_N_ATTRIBUTES].words;
    return g_memdup2 (words, (g_strv_length (words) + 1) * sizeof (char *));
  }
  const OrientaVocabulary *vocabulary = orienta_attribute_vocabulary (attribute);
  const char **words = g_new0 (const char *, vocabulary->n + 1);
  for (guint i = 0; i < vocabulary->n; i++)
    words[i] = vocabulary->words[i].word;
  return words;
}

const char *
orienta_policy_attribute_label (const OrientaPolicy *self, guint attribute, OrientaLanguage language)
{
  if (attribute < ORIENTA_N_ATTRIBUTES)
    return orienta_attribute_get_label (attribute, language);
  const OrientaLocalAttribute *local = &self->locals[attribute - ORIENTA_N_ATTRIBUTES];
  return orienta_label_get (&local->label, language, local->name);
}

/* The document's id. Borrowed. */
const char *
orienta_policy_get_id (const OrientaPolicy *self)
{
  g_return_val_if_fail (self != NULL, NULL);
  return self->id;
}

/* The authority's own version. Borrowed. */
const char *
orienta_policy_get_version (const OrientaPolicy *self)
{
  g_return_val_if_fail (self != NULL, NULL);
  return self->version;
}

/* The title in that tongue, else in the other, else the id. Borrowed. */
const char *
orienta_policy_get_title (const OrientaPolicy *self, OrientaLanguage language)
{
  g_return_val_if_fail (self != NULL && language <= ORIENTA_ENGLISH, NULL);
  return orienta_label_get (&self->title, language, self->id);
}

/* The number of criteria, each version counted. */
guint
orienta_policy_get_n_criteria (const OrientaPolicy *self)
{
  g_return_val_if_fail (self != NULL, 0);
  return self->n_criteria;
}

/* The id of a criterion, in the document's order. Versions of one criterion share it. Borrowed. */
const char *
orienta_policy_get_criterion_id (const OrientaPolicy *self, guint criterion)
{
  g_return_val_if_fail (self != NULL && criterion < self->n_criteria, NULL);
  return self->criteria[criterion].id;
}

/* What people call it, the id where it has no label. Borrowed. */
const char *
orienta_policy_get_criterion_label (const OrientaPolicy *self, guint criterion, OrientaLanguage language)
{
  g_return_val_if_fail (self != NULL && criterion < self->n_criteria && language <= ORIENTA_ENGLISH, NULL);
  return orienta_label_get (&self->criteria[criterion].label, language, self->criteria[criterion].id);
}

/* The points of a flag, or of each step: thousandths. G_MININT64 for bands, slopes and tables, which have no single
 * number. */
gint64
orienta_policy_get_criterion_points (const OrientaPolicy *self, guint criterion)
{
  g_return_val_if_fail (self != NULL && criterion < self->n_criteria, G_MININT64);
  OrientaWay way = self->criteria[criterion].way;
  return way == ORIENTA_WAY_FLAG || way == ORIENTA_WAY_PER ? self->criteria[criterion].points : G_MININT64;
}

/* The first criterion of that id, or -1. Complexity: the number of criteria. */
gint
orienta_policy_find_criterion (const OrientaPolicy *self, const char *id)
{
  g_return_val_if_fail (self != NULL && id != NULL, -1);
  for (guint i = 0; i < self->n_criteria; i++)
    if (strcmp (self->criteria[i].id, id) == 0)
      return (gint) i;
  return -1;
}

/* The document in canonical form (RFC 8785): what orienta_policy_get_sha256() is of. Free with g_free(). */
char *
orienta_policy_to_json (const OrientaPolicy *self)
{
  g_return_val_if_fail (self != NULL, NULL);
  return orienta_json_canonical (orienta_json_get_root (self->json));
}

/* The SHA-256 of the canonical form, in hex. Borrowed. */
const char *
orienta_policy_get_sha256 (const OrientaPolicy *self)
{
  g_return_val_if_fail (self != NULL, NULL);
  return self->sha256;
}
