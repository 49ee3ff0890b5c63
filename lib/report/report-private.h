/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include <orienta/orienta.h>

#include "rules/binding-private.h"

/* What a commission reads, before it is written in any form. */

typedef enum { ORIENTA_SUBJECT_ALL, ORIENTA_SUBJECT_UNIT, ORIENTA_SUBJECT_HOUSEHOLD } OrientaSubject;

/* A household with homes open to it that stands on no list. */
typedef struct {
  guint household;
  guint n_open; /* homes open to it, to be verified ones included */
  guint unit;   /* where it comes nearest to the last place shown; G_MAXUINT: no points would do */
  gint64 gap;   /* points short of that place; 0 or less: choice or the tie-break decided */
} OrientaWaiting;

/* A household to which no home is open. */
typedef struct {
  guint household;
  OrientaVerdict *nearest; /* of the home with the fewest refusals, the first of them; NULL: the register has no home */
} OrientaBlocked;

/* A condition that says no, over all verdicts of one kind. */
typedef struct {
  OrientaReasonCode code;
  char *rule; /* NULL: the policy has no say */
  char *source;
  gboolean special;
  char *text[2];      /* by OrientaLanguage: what it asks, without the values of a pair */
  guint n_households; /* to whom it refuses at least one home */
  guint n_refused;    /* pairs it refuses */
  guint n_alone;      /* pairs that nothing else refuses */
  guint last;         /* the household counted last, + 1 */
} OrientaObstacle;

struct OrientaReport {
  gatomicrefcount references;
  OrientaPolicy *policy;
  OrientaRegister *reg;
  OrientaBinding *binding;
  OrientaSubject subject;
  gint subject_index; /* of the unit or household; -1: all */
  guint n;            /* shown of each list at most */
  char *seed;         /* NULL: no draw */
  OrientaEvidence level;
  OrientaShortlist *lists; /* one candidate more than shown, so that a tie at the cut is seen */
  guint64 n_eligible, n_to_verify; /* pairs */
  guint n_listed;          /* households on a list; all: subject_all only */
  guint *listed;           /* by household: the lists that show it */
  guint *open;             /* by household: homes open */
  GArray *waiting;         /* OrientaWaiting, the nearest to a list first */
  GArray *blocked;         /* OrientaBlocked, by household */
  GPtrArray *refused;      /* OrientaVerdict: of a unit's or household's subject, by the other side */
  GArray *obstacles;       /* OrientaObstacle, the one that refuses most households first */
  guint n_looked_at;       /* units judged for each blocked household */
};

guint           orienta_report_n_shown (const OrientaReport *self, guint list);
guint           orienta_report_unit_of (const OrientaReport *self, guint list); /* of a list of candidates */
OrientaVerdict *orienta_report_verdict (const OrientaReport *self, guint list, guint rank);
OrientaScore   *orienta_report_score   (const OrientaReport *self, guint list, guint rank);
guint           orienta_report_n_others (const OrientaReport *self, guint list, guint rank);
gboolean        orienta_report_is_drawn (const OrientaReport *self, guint list, guint rank);

/* unhoused.c */
gboolean orienta_report_find_unhoused (OrientaReport *self, guint n_threads, OrientaProgress *progress, GError **error);
void     orienta_report_count_obstacles (GArray *obstacles, const OrientaVerdict *verdict, guint of);
void     orienta_report_sort_obstacles (GArray *obstacles);
GArray  *orienta_obstacles_new (void);

#define ORIENTA_COLOURS 12 /* of the page's palette */

/* One part of a score as a picture shows it: a group, or a criterion of none, with its net points. */
typedef struct {
  char *label;
  gint64 points;
  guint colour; /* the same for the same part all through the report */
} OrientaPart;

/* facts.c; free each with g_free(), g_strfreev() or g_array_unref() */
char   *orienta_unit_name  (const OrientaRegister *reg, guint unit, OrientaLanguage language);
char  **orienta_unit_facts (const OrientaRegister *reg, guint unit, OrientaLanguage language);
GArray *orienta_score_parts (const OrientaReport *self, const OrientaScore *score, OrientaLanguage language);
char   *orienta_points_text (gint64 points, OrientaLanguage language);
char   *orienta_others_text (guint n, OrientaLanguage language); /* n > 0 */
const char *orienta_status_label (OrientaStatus status, OrientaLanguage language);
