/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include "array.h"

G_BEGIN_DECLS

/* A result as a table: named columns of one type each, made in one go. Immutable, counted by references.
 *
 * Points are doubles, the nearest to the exact thousandths: 12.5 points are 12.5, and 0.1 is what a reader of "0.1" gets.
 * Whoever needs them exact multiplies by 1000 and rounds, or asks the object itself, which has thousandths. */
typedef struct OrientaFrame OrientaFrame; /* a result as a table of typed columns */

typedef enum {
  ORIENTA_CELL_INT64 = 0,
  ORIENTA_CELL_DOUBLE = 1, /* NaN where a cell is missing */
  ORIENTA_CELL_BOOL = 2,   /* guint8 */
  ORIENTA_CELL_DATE = 3,   /* gint32: days from 1970-01-01 */
  ORIENTA_CELL_WORD = 4,   /* gint32: one of the column's words, which are few; -1 where it is missing */
  ORIENTA_CELL_TEXT = 5,   /* gint32: the same, of any number of texts */
} OrientaCellType;

OrientaFrame   *orienta_frame_new           (gsize n_rows, gpointer owner, GDestroyNotify release);
gboolean        orienta_frame_add_column    (OrientaFrame *self, const char *name, OrientaCellType type,
                                             const OrientaArray *data, const OrientaArray *valid,
                                             const OrientaStrings *words, GError **error);
OrientaFrame   *orienta_frame_ref           (OrientaFrame *self);
void            orienta_frame_unref         (OrientaFrame *self);
gsize           orienta_frame_get_n_rows    (const OrientaFrame *self);
guint           orienta_frame_get_n_columns (const OrientaFrame *self);
const char     *orienta_frame_get_name      (const OrientaFrame *self, guint column);
OrientaCellType orienta_frame_get_type      (const OrientaFrame *self, guint column);
gint            orienta_frame_find          (const OrientaFrame *self, const char *name);
OrientaView     orienta_frame_get_data      (OrientaFrame *self, guint column);
OrientaView     orienta_frame_get_valid     (OrientaFrame *self, guint column);
guint           orienta_frame_get_n_words   (const OrientaFrame *self, guint column);
const char     *orienta_frame_get_word      (const OrientaFrame *self, guint column, guint word);
OrientaStrings  orienta_frame_get_words     (const OrientaFrame *self, guint column);

OrientaFrame   *orienta_frame_criteria      (OrientaPolicy *policy);
OrientaFrame   *orienta_frame_lint          (OrientaLint *lint, OrientaLanguage language);
OrientaFrame   *orienta_frame_households    (OrientaRegister *reg);
OrientaFrame   *orienta_frame_units         (OrientaRegister *reg);
OrientaFrame   *orienta_frame_reasons       (OrientaVerdict *verdict, OrientaLanguage language);
OrientaFrame   *orienta_frame_checks        (OrientaVerdict *verdict, OrientaLanguage language);
OrientaFrame   *orienta_frame_lines         (OrientaScore *score, OrientaLanguage language);
OrientaFrame   *orienta_frame_pairs         (OrientaPairs *pairs);
OrientaFrame   *orienta_frame_shortlist     (OrientaShortlist *shortlist);
OrientaFrame   *orienta_frame_matched       (OrientaMatching *matching);
OrientaFrame   *orienta_frame_unmatched     (OrientaMatching *matching, OrientaLanguage language);
OrientaFrame   *orienta_frame_prices        (OrientaMatching *matching);
OrientaFrame   *orienta_frame_limits        (OrientaMatching *matching);
OrientaFrame   *orienta_frame_conflicts     (OrientaMatching *matching);
OrientaFrame   *orienta_frame_moves         (OrientaMatching *matching);
OrientaFrame   *orienta_frame_figures       (OrientaScenario *scenario);
OrientaFrame   *orienta_frame_simulation    (OrientaSimulation *simulation);
OrientaFrame   *orienta_frame_measures      (OrientaSimulation *simulation);
OrientaFrame   *orienta_frame_groups        (OrientaSimulation *simulation);
OrientaFrame   *orienta_frame_summary       (OrientaSummary *summary);
OrientaFrame   *orienta_frame_events        (OrientaEvents *events);
OrientaFrame   *orienta_frame_forecast      (OrientaForecast *forecast, double confidence);
OrientaFrame   *orienta_frame_reserve       (OrientaReserve *reserve, double confidence);
OrientaFrame   *orienta_frame_reserve_slots (OrientaReserve *reserve, double confidence);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (OrientaFrame, orienta_frame_unref)

G_END_DECLS
