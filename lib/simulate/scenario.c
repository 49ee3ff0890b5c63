/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Scenarios: what will happen whatever anyone decides. A sealed scenario never changes and may be shared by threads. */
#include <orienta/orienta.h>

#include "io/file-private.h"
#include "simulate/scenario-read-private.h"

static void
scenario_free (OrientaScenario *self)
{
  orienta_scenario_clear_lists (self);
  orienta_register_unref (self->reg);
  orienta_policy_unref (self->words);
  orienta_label_clear (&self->title);
  g_free (self->templates);
  g_free (self->unit_stock);
  g_free (self->unit_free);
  g_free (self->id);
  g_free (self->version);
  g_free (self->json);
  g_free (self->sha256);
  g_free (self);
}

/**
 * orienta_scenario_load:
 * @path: a JSON document, UTF-8 (docs/scenario.md)
 *
 * Errors: ORIENTA_ERROR_READ, _SYNTAX, _INVALID, _LIMIT. All faults are told together, a line each, with line and
 * column.
 *
 * Returns: (transfer full): the scenario, sealed
 */
OrientaScenario *
orienta_scenario_load (const char *path, GError **error)
{
  g_return_val_if_fail (path != NULL, NULL);
  g_autofree char *text = NULL;
  g_autofree char *name = g_path_get_basename (path);
  gsize length;
  if (!orienta_file_read (path, ORIENTA_MAX_DOCUMENT, &text, &length, error))
    return NULL;
  return orienta_scenario_read (text, (gssize) length, name, error);
}

/**
 * orienta_scenario_parse:
 * @json: the document
 * @length: its bytes, or -1 up to the NUL
 *
 * As orienta_scenario_load(); faults are said to lie in "scenario.json".
 *
 * Returns: (transfer full): the scenario, sealed
 */
OrientaScenario *
orienta_scenario_parse (const char *json, gssize length, GError **error)
{
  g_return_val_if_fail (json != NULL, NULL);
  return orienta_scenario_read (json, length, "scenario.json", error);
}

/* One more owner. Returns its argument. */
OrientaScenario *
orienta_scenario_ref (OrientaScenario *self)
{
  g_return_val_if_fail (self != NULL, NULL);
  g_atomic_ref_count_inc (&self->references);
  return self;
}

/* One owner less; NULL is nothing. */
void
orienta_scenario_unref (OrientaScenario *self)
{
  if (self && g_atomic_ref_count_dec (&self->references))
    scenario_free (self);
}

/* The document's id. Borrowed. */
const char *
orienta_scenario_get_id (const OrientaScenario *self)
{
  g_return_val_if_fail (self != NULL, NULL);
  return self->id;
}

/* Its author's own version. Borrowed. */
const char *
orienta_scenario_get_version (const OrientaScenario *self)
{
  g_return_val_if_fail (self != NULL, NULL);
  return self->version;
}

/* The title in that tongue, else in the other, else the id. Borrowed. */
const char *
orienta_scenario_get_title (const OrientaScenario *self, OrientaLanguage language)
{
  g_return_val_if_fail (self != NULL && language <= ORIENTA_ENGLISH, NULL);
  return orienta_label_get (&self->title, language, self->id);
}

/* The first day, "2026-01-01". Free with g_free(). */
char *
orienta_scenario_get_start (const OrientaScenario *self)
{
  g_return_val_if_fail (self != NULL, NULL);
  return orienta_date_format (self->start);
}

/* How many days it goes on, the warm-up included. */
guint
orienta_scenario_get_n_days (const OrientaScenario *self)
{
  g_return_val_if_fail (self != NULL, 0);
  return self->days;
}

/* Territories, homes (those delivered later without places), services, and who waits on the first day. Borrowed. */
OrientaRegister *
orienta_scenario_get_register (const OrientaScenario *self)
{
  g_return_val_if_fail (self != NULL, NULL);
  return self->reg;
}

/* The document in canonical form (RFC 8785): what orienta_scenario_get_sha256() is of. Free with g_free(). */
char *
orienta_scenario_to_json (const OrientaScenario *self)
{
  g_return_val_if_fail (self != NULL, NULL);
  return g_strdup (self->json);
}

/* The SHA-256 of the canonical form, in hex. Borrowed. */
const char *
orienta_scenario_get_sha256 (const OrientaScenario *self)
{
  g_return_val_if_fail (self != NULL, NULL);
  return self->sha256;
}

/* -- figures -- */

static const OrientaFigure *
get_figure (const OrientaScenario *self, guint figure)
{
  g_return_val_if_fail (self != NULL && figure < self->figures->len, NULL);
  return &g_array_index (self->figures, OrientaFigure, figure);
}

/* The number of named figures, in the document's order. */
guint
orienta_scenario_get_n_figures (const OrientaScenario *self)
{
  g_return_val_if_fail (self != NULL, 0);
  return self->figures->len;
}

/* Borrowed. */
const char *
orienta_scenario_get_figure_name (const OrientaScenario *self, guint figure)
{
  const OrientaFigure *found = get_figure (self, figure);
  return found ? found->name : NULL;
}

double
orienta_scenario_get_figure_value (const OrientaScenario *self, guint figure)
{
  const OrientaFigure *found = get_figure (self, figure);
  return found ? found->value : 0.0;
}

/* The least it may be; its value where the document does not say. */
double
orienta_scenario_get_figure_low (const OrientaScenario *self, guint figure)
{
  const OrientaFigure *found = get_figure (self, figure);
  return found ? found->low : 0.0;
}

/* The most it may be; its value where the document does not say. */
double
orienta_scenario_get_figure_high (const OrientaScenario *self, guint figure)
{
  const OrientaFigure *found = get_figure (self, figure);
  return found ? found->high : 0.0;
}

/* What it is counted in; NULL where the document does not say. Borrowed. */
const char *
orienta_scenario_get_figure_unit (const OrientaScenario *self, guint figure)
{
  const OrientaFigure *found = get_figure (self, figure);
  return found ? found->unit : NULL;
}

/* Where it comes from, or why it is assumed. Borrowed. */
const char *
orienta_scenario_get_figure_source (const OrientaScenario *self, guint figure)
{
  const OrientaFigure *found = get_figure (self, figure);
  return found ? (found->source ? found->source : found->assumed) : NULL;
}

/* Whether nobody publishes it. */
gboolean
orienta_scenario_figure_is_assumed (const OrientaScenario *self, guint figure)
{
  const OrientaFigure *found = get_figure (self, figure);
  return found && !found->source;
}
