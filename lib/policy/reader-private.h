/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include "policy/policy-private.h"

/* Reading the document member by member. The reader knows where it stands, so that a fault can say so twice: as a line
 * and column, and as a path such as $.criteria[3].when['household.pets'] (RFC 9535). */

#define ORIENTA_MAX_POLICY ((gsize) 4 << 20) /* bytes of a document */
#define ORIENTA_MAX_ENTRIES 10000              /* entries of one list */
#define ORIENTA_MAX_WEIGHT 2000              /* tests of one line, computed attributes and criteria written out */

typedef struct {
  OrientaPolicy *policy; /* in the making: what has been read so far */
  GArray *found;         /* faults so far, in the order of reading */
  GString *path;
  GHashTable *tables, *criteria;              /* id -> index of its first version + 1; NULL: not yet */
  guint n_visible;                            /* local attributes that a condition may read */
  guint64 *local_weights, *criterion_weights; /* tests of each, written out */
} OrientaReader;

#define ORIENTA_NEEDED TRUE
#define ORIENTA_OPTIONAL FALSE

void orienta_reader_init (OrientaReader *self, OrientaPolicy *policy);
void orienta_reader_clear (OrientaReader *self, OrientaFaults *faults); /* hands the faults over */

/* Where it stands. Each entering gives a mark to come back to. */
gsize orienta_reader_enter (OrientaReader *self, const char *member);
gsize orienta_reader_enter_index (OrientaReader *self, guint index);
void orienta_reader_leave (OrientaReader *self, gsize mark);

/* Faults: at `node`, with the path; `what` is the value and what was expected. */
void orienta_reader_fault (OrientaReader *self, JsonNode *node, const char *format, ...) G_GNUC_PRINTF (3, 4);
void orienta_reader_refuse (OrientaReader *self, JsonNode *node, const char *format, ...) G_GNUC_PRINTF (3, 4);
void orienta_reader_limit (OrientaReader *self, JsonNode *node, const char *format, ...) G_GNUC_PRINTF (3, 4);
void orienta_reader_expected (OrientaReader *self, JsonNode *node, const char *expected);
void orienta_reader_unknown (OrientaReader *self, JsonNode *node, const char *what, const char *name,
                             const char *nearest);

/* One value. FALSE, NULL or -1 after a fault; nothing is touched then. */
gboolean orienta_reader_object (OrientaReader *self, JsonNode *node, const char *const *members);
JsonArray *orienta_reader_list (OrientaReader *self, JsonNode *node, guint least);
gboolean orienta_reader_bool (OrientaReader *self, JsonNode *node, gboolean *value);
gboolean orienta_reader_number (OrientaReader *self, JsonNode *node, gint64 *value);
gboolean orienta_reader_points (OrientaReader *self, JsonNode *node, gint64 *value);
OrientaDate orienta_reader_date (OrientaReader *self, JsonNode *node); /* ORIENTA_NO_DATE after a fault */
const char *orienta_reader_text (OrientaReader *self, JsonNode *node);
const char *orienta_reader_id (OrientaReader *self, JsonNode *node);
const char *orienta_reader_code (OrientaReader *self, JsonNode *node);
gint orienta_reader_word (OrientaReader *self, JsonNode *node, const char *const *words);

/* One member of an object. Missing and needed is a fault; missing and optional leaves the default. */
JsonNode *orienta_reader_member (OrientaReader *self, JsonNode *object, const char *name, gboolean needed);
void orienta_reader_member_bool (OrientaReader *self, JsonNode *object, const char *name, gboolean *value);
gboolean orienta_reader_member_number (OrientaReader *self, JsonNode *object, const char *name, gint64 *value);
gboolean orienta_reader_member_points (OrientaReader *self, JsonNode *object, const char *name, gint64 *value);
gboolean orienta_reader_member_share (OrientaReader *self, JsonNode *object, const char *name, gint64 *value);
void orienta_reader_member_text (OrientaReader *self, JsonNode *object, const char *name, gboolean needed,
                                 char **value);
void orienta_reader_member_note (OrientaReader *self, JsonNode *object);
void orienta_reader_member_id (OrientaReader *self, JsonNode *object, char **value);
gint orienta_reader_member_word (OrientaReader *self, JsonNode *object, const char *name, const char *const *words,
                                 gint fallback);
void orienta_reader_member_label (OrientaReader *self, JsonNode *object, const char *name, OrientaLabel *label);
void orienta_reader_member_period (OrientaReader *self, JsonNode *object, OrientaPeriod *period);

/* The list of that name at the top, entry by entry; `n` is 0 when it is missing. */
JsonArray *orienta_reader_top (OrientaReader *self, const char *name, guint *n);

/* Names that resolve to numbers; -1 after a fault. */
gint orienta_reader_attribute (OrientaReader *self, JsonNode *node, const char *name);
gint orienta_reader_table (OrientaReader *self, JsonNode *node); /* of {"table": id} */
gint orienta_reader_criterion (OrientaReader *self, JsonNode *node, const char *id);
