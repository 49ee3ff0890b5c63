/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include "model/builder-private.h"
#include "policy/condition-private.h"
#include "simulate/scenario-private.h"
#include "simulate/trait-private.h"

/* Reading a scenario: the reader of policies for places, faults and conditions; the builder of registers for homes, services
 * and every cell of a household. */

/* A condition that has been read, and where: what it says of territories is checked when the register is there. */
typedef struct {
  OrientaCondition *condition;
  JsonNode *node;
  char *path;
} OrientaReadCondition;

typedef struct {
  OrientaReader reader; /* its policy is the scenario's `words` */
  OrientaScenario *scenario;
  OrientaBuilder *builder;
  GHashTable *figures;   /* name -> number + 1 */
  GHashTable *texts;     /* name -> its value as a cell has it */
  GPtrArray *traits;     /* all of them: their rows are there when the register is sealed; borrowed */
  GPtrArray *delivered;  /* JsonNode * of the unit's id, by delivery; NULL after a fault; borrowed from the document */
  GArray *conditions;    /* of OrientaReadCondition */
  GHashTable *ids;       /* "list:id" of all that have been read */
  guint n_templates;
} OrientaScenarioReader;

OrientaScenario *orienta_scenario_read (const char *text, gssize length, const char *file, GError **error);

/* Figures, and numbers that they may stand for (figure.c). FALSE after a fault; the value is then untouched. A number is kept in
 * millionths; `expected` ends the sentence of one that is out of bounds. */
void     orienta_figures_read           (OrientaScenarioReader *self);
void     orienta_figure_clear           (gpointer figure);
gboolean orienta_scenario_read_number   (OrientaScenarioReader *self, JsonNode *node, gint64 *value);
gboolean orienta_scenario_read_between  (OrientaScenarioReader *self, JsonNode *node, gint64 min, gint64 max,
                                         const char *expected, gint64 *value);
gboolean orienta_scenario_read_count    (OrientaScenarioReader *self, JsonNode *node, guint min, guint max,
                                         const char *expected, guint *value);
gboolean orienta_scenario_member_rate   (OrientaScenarioReader *self, JsonNode *object, const char *name, gboolean needed,
                                         double *value);
gboolean orienta_scenario_member_share  (OrientaScenarioReader *self, JsonNode *object, const char *name, gboolean needed,
                                         double *value);

/* How a number is spread (spread-read.c): one of these members alone, a number, or "never". */
extern const char *const orienta_spread_words[];
gboolean orienta_spread_read            (OrientaScenarioReader *self, JsonNode *node, OrientaSpread *spread);
void     orienta_spread_read_member     (OrientaScenarioReader *self, JsonNode *object, const char *name, OrientaSpread *spread);

/* Columns of households (trait-read.c, profile.c). */
OrientaTrait *orienta_trait_read        (OrientaScenarioReader *self, const char *name, JsonNode *node); /* NULL after a fault */
gboolean orienta_trait_is_drawn         (JsonNode *node);
void     orienta_profiles_read          (OrientaScenarioReader *self);
void     orienta_profile_seal           (OrientaProfile *self, const OrientaHouseholdRow *blank);
void     orienta_profile_wait           (const OrientaProfile *self, const OrientaScenario *scenario, guint profile, GArray *rows);
void     orienta_profile_clear          (gpointer profile);

/* The register, and what is said of its homes (scenario-register.c). */
void     orienta_scenario_read_register (OrientaScenarioReader *self);
void     orienta_scenario_seal          (OrientaScenarioReader *self);

/* All else that stands in lists (scenario-lists.c). */
void     orienta_scenario_read_lists    (OrientaScenarioReader *self);
void     orienta_scenario_init_lists    (OrientaScenario *scenario);
void     orienta_scenario_clear_lists   (OrientaScenario *scenario);
gboolean orienta_scenario_is_line       (OrientaScenarioReader *self, JsonNode *node, const char *const *members);
void     orienta_scenario_check_id      (OrientaScenarioReader *self, const char *list, JsonNode *entry, const char *id);
OrientaDate orienta_scenario_member_day (OrientaScenarioReader *self, JsonNode *object, const char *name, OrientaDate first);
