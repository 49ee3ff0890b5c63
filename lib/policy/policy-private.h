/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include <orienta/policy.h>

#include "base/date-private.h"
#include "base/number-private.h"
#include "io/json-private.h"
#include "model/attribute-private.h"

/* The sealed policy, as the rooms to the right read it: trees of conditions and flat lists, all names resolved to
 * numbers but those that only a register knows (territories, codes), which stay words and are bound in rules/binding.c.
 */

typedef struct {
  char *text[2]; /* by OrientaLanguage; NULL where that tongue is missing */
} OrientaLabel;

typedef struct {
  OrientaDate from, to; /* both inclusive; ORIENTA_NO_DATE: open */
} OrientaPeriod;

/* -- conditions -- */

typedef enum {
  ORIENTA_CONDITION_ALL,
  ORIENTA_CONDITION_ANY,
  ORIENTA_CONDITION_NOT,       /* one child */
  ORIENTA_CONDITION_TEST,      /* attribute op operand */
  ORIENTA_CONDITION_CRITERION, /* another criterion gives points */
} OrientaConditionKind;

typedef enum {
  ORIENTA_OP_EQ,
  ORIENTA_OP_NE,
  ORIENTA_OP_LT,
  ORIENTA_OP_LE,
  ORIENTA_OP_GT,
  ORIENTA_OP_GE,
  ORIENTA_OP_IN,      /* word: in `mask`; number, date: one of `constants`; code: one of `words` */
  ORIENTA_OP_HAS_ANY, /* words, codes: at least one of `mask` / `words` */
  ORIENTA_OP_HAS_ALL,
  ORIENTA_OP_WITHIN, /* place: inside one of `words` */
  ORIENTA_OP_KNOWN,
} OrientaOp; /* not_in, has_none and known:false are read as NOT of these; eq, ne of code and place as IN, and place as
                "is one of" */

typedef enum {
  ORIENTA_OPERAND_CONSTANT,  /* `constant` */
  ORIENTA_OPERAND_SET,       /* `mask`, `constants` or `words` */
  ORIENTA_OPERAND_TABLE,     /* `index` */
  ORIENTA_OPERAND_ATTRIBUTE, /* `index` */
} OrientaOperandKind;

typedef struct OrientaCondition OrientaCondition;

struct OrientaCondition {
  OrientaConditionKind kind;
  guint n_children;
  OrientaCondition **children;
  /* of a test */
  guint attribute; /* as an attribute number: built-in, or ORIENTA_N_ATTRIBUTES + local */
  OrientaOp op;
  OrientaOperandKind operand;
  gint64 constant;
  guint64 mask;
  gint64 *constants;
  guint n_constants;
  char **words; /* NULL-terminated; bound to a register in binding.c */
  guint slot;   /* number of this test among all with `words`, for the binding */
  guint index; /* of a table, an attribute, or (CRITERION) a criterion; tables and criteria: the first version of the id
                */
  guint of;    /* what it reads: bits 1 << OrientaOf, children and tables included */
};

/* -- tables -- */

typedef struct {
  guint attribute;
  guint n;         /* cells along this axis */
  gint64 first;    /* number axis without thresholds: the value of the first cell, in millionths; each next is 1 more */
  gint64 *from;    /* number axis with thresholds: n of them, growing; else NULL */
  gboolean *given; /* word axis: whether the word has an entry; else NULL */
} OrientaAxis;

typedef struct {
  char *id;
  char *unit;
  char *source;
  OrientaPeriod valid;
  guint n_axes; /* 1 or 2 */
  OrientaAxis axes[2];
  gint64 *values;    /* millionths, axes[0].n x axes[1].n; ORIENTA_UNKNOWN where a row is shorter */
  guint *row_length; /* cells given in each row: the last axis is a number axis without thresholds; else NULL */
  gint64 *beyond;    /* per further step past the row's end, by first axis (one when n_axes is 1); NULL: none */
  guint of;
} OrientaLookup;

/* -- rules -- */

typedef enum { ORIENTA_OTHERWISE_INELIGIBLE, ORIENTA_OTHERWISE_TO_VERIFY, ORIENTA_OTHERWISE_FLAG } OrientaOtherwise;

typedef struct {
  char *id;
  OrientaLabel label;
  char *source;
  OrientaPeriod valid;
  OrientaCondition *applies; /* NULL: always */
  OrientaCondition *require;
  OrientaOtherwise otherwise;
  gboolean special; /* reads a special category of data */
} OrientaRule;

/* -- criteria -- */

typedef enum {
  ORIENTA_WAY_FLAG,
  ORIENTA_WAY_PER,
  ORIENTA_WAY_BANDS,
  ORIENTA_WAY_LINEAR,
  ORIENTA_WAY_SLOPES,
  ORIENTA_WAY_TABLE,
} OrientaWay;

typedef struct {
  gint64 from;   /* millionths; of slopes: in units of per */
  gint64 points; /* thousandths */
} OrientaBand;

typedef struct {
  char *id;
  OrientaLabel label;
  char *source;
  OrientaPeriod valid;
  OrientaEvidence evidence;
  OrientaCondition *applies; /* NULL: always; its group's condition included */
  OrientaCondition *when;    /* NULL: always */
  OrientaWay way;
  gint attribute;    /* what is measured, or -1 */
  gint divisor;      /* of a ratio, or -1 */
  gint64 points;     /* thousandths: of the flag, or of each `per` */
  gint64 per, above; /* millionths */
  gint64 min, max;   /* thousandths; G_MININT64, G_MAXINT64: no bound */
  gboolean whole;
  gboolean strict;
  guint n_bands;
  OrientaBand *bands;
  guint table;      /* the first version of its id */
  gint group;       /* -1: in none */
  guint of;         /* what it reads: bits 1 << OrientaOf, other criteria included */
  gboolean special; /* reads a special category of data, other criteria included */
} OrientaCriterion;

typedef enum { ORIENTA_COMBINE_SUM, ORIENTA_COMBINE_MAX, ORIENTA_COMBINE_FIRST } OrientaCombine;

typedef struct {
  char *id;
  OrientaLabel label;
  guint n_criteria;
  guint *criteria; /* in the order of `of`: every version of each id */
  OrientaCombine combine;
  gint64 cap, floor; /* thousandths; G_MAXINT64, G_MININT64: none */
} OrientaGroup;

/* -- order, tiers, strata, quotas -- */

typedef enum { ORIENTA_KEY_POINTS, ORIENTA_KEY_ATTRIBUTE, ORIENTA_KEY_LOTTERY } OrientaKeyKind;

typedef struct {
  OrientaKeyKind kind;
  guint attribute;
  gboolean descending;
} OrientaKey;

typedef struct {
  char *id;
  OrientaLabel label;
  char *source; /* may be NULL */
  OrientaCondition *when;
  gint64 share; /* strata: millionths, or ORIENTA_UNKNOWN */
} OrientaTier;

/* How much one household weighs: asked of a register by orienta_binding_load(). */
typedef enum { ORIENTA_LOAD_CONSTANT, ORIENTA_LOAD_ATTRIBUTE, ORIENTA_LOAD_TABLE } OrientaLoadKind;

typedef struct {
  OrientaLoadKind kind;
  gint64 constant; /* a whole number from 1 */
  guint attribute; /* a number of the household */
  guint table;     /* the first version of its id; reads the household only */
} OrientaLoad;

/* What a quota's bounds hold for: all its units together, or each such set of them apart. */
typedef enum {
  ORIENTA_EACH_ALL,
  ORIENTA_EACH_UNIT,
  ORIENTA_EACH_LANDLORD,
  ORIENTA_EACH_CONTINGENT,
  ORIENTA_EACH_TERRITORY,
  ORIENTA_EACH_KIND,
} OrientaQuotaEach;

typedef struct {
  char *id;
  OrientaLabel label;
  char *source;                         /* may be NULL */
  OrientaCondition *units, *households; /* NULL: all */
  OrientaQuotaEach each;
  gint64 min_share, max_share; /* millionths, or ORIENTA_UNKNOWN */
  gint64 min_count, max_count; /* or ORIENTA_UNKNOWN */
  gint64 min_load, max_load;   /* of the sum of loads, or ORIENTA_UNKNOWN; both unknown: no load is bounded */
  OrientaLoad load;            /* a constant 1 where none is given */
} OrientaQuota;

typedef struct {
  char *code;
  OrientaLabel label;
  OrientaPeriod valid;
  char *source;
} OrientaPriority;

typedef struct {
  char *name; /* with prefix */
  OrientaOf of;
  OrientaType type;
  char **words;
  gboolean ordered;
  gboolean special;
  OrientaLabel label;
  OrientaCondition *when; /* computed: not a column */
} OrientaLocalAttribute;

typedef enum { ORIENTA_SUPPORT_REQUIRED, ORIENTA_SUPPORT_PREFERRED, ORIENTA_SUPPORT_IGNORED } OrientaSupportMode;

/* What one household takes of a service's slots of one dimension; of those not listed it takes 1. */
typedef struct {
  char *slots; /* NULL: the dimension without a name */
  OrientaLoad load;
} OrientaSupportLoad;

struct OrientaPolicy {
  gatomicrefcount references;
  OrientaJson *json; /* the document: places of faults, canonical form, changed copies */
  char *sha256;
  char *id, *version;
  OrientaLabel title;
  OrientaPeriod valid;
  OrientaLocalAttribute *locals;
  OrientaPriority *priorities;
  OrientaLookup *tables;
  OrientaRule *rules;
  OrientaCriterion *criteria;
  OrientaGroup *groups;
  OrientaKey *order; /* with the keys of HF6 and HF9 after the points, where the document names none */
  OrientaTier *tiers;
  OrientaTier *strata;
  OrientaQuota *quotas;
  guint n_locals, n_priorities, n_tables, n_rules, n_criteria, n_groups, n_order, n_tiers, n_strata, n_quotas;
  guint n_slots;   /* tests with words */
  gint64 min, max; /* of the total: thousandths; G_MININT64, G_MAXINT64: none */
  OrientaSupportMode support;
  guint32 support_needs; /* by place in orienta_needs: those that call for a service */
  guint n_loads;
  OrientaSupportLoad *loads;
};

/* Attributes as this policy knows them: built-in ones, then its own. */
gint orienta_policy_find_attribute (const OrientaPolicy *self, const char *name);
const char *orienta_policy_attribute_name (const OrientaPolicy *self, guint attribute);
OrientaType orienta_policy_attribute_type (const OrientaPolicy *self, guint attribute);
OrientaOf orienta_policy_attribute_of (const OrientaPolicy *self, guint attribute);
gboolean orienta_policy_attribute_special (const OrientaPolicy *self, guint attribute);
gboolean orienta_policy_attribute_ordered (const OrientaPolicy *self, guint attribute);
const char **orienta_policy_attribute_words (const OrientaPolicy *self, guint attribute); /* free the list alone */
const char *orienta_policy_attribute_label (const OrientaPolicy *self, guint attribute, OrientaLanguage language);

/* Called for a condition and for each part of it. */
typedef void (*OrientaConditionFunc) (const OrientaCondition *condition, gpointer data);

void orienta_policy_visit_conditions (const OrientaPolicy *self, OrientaConditionFunc func, gpointer data);

const char *orienta_label_get (const OrientaLabel *label, OrientaLanguage language,
                               const char *fallback); /* never NULL */
void orienta_label_clear (OrientaLabel *label);
gboolean orienta_period_holds (const OrientaPeriod *period, OrientaDate day);
