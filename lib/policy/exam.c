/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* The exam: what each attribute may not do, whatever line reads it. */
#include "policy/exam-private.h"

/* One fault of one line is told once, however often the attribute is read. */
void
orienta_exam_tell (OrientaExam *self, const char *format, ...)
{
  va_list args;
  va_start (args, format);
  char *message = g_strdup_vprintf (format, args);
  va_end (args);
  if (!g_hash_table_contains (self->told, message))
    orienta_reader_refuse (self->reader, self->node, "%s", message);
  g_hash_table_add (self->told, message);
}

static const char *
name_of (const OrientaExam *self, guint attribute)
{
  return orienta_policy_attribute_name (self->reader->policy, attribute);
}

/* -- HF1: a need opens doors and never closes them -- */

/* Whether the attribute is a need, or follows from one. */
gboolean
orienta_exam_is_need (guint attribute)
{
  return (attribute >= ORIENTA_HOUSEHOLD_NEED_0 && attribute <= ORIENTA_HOUSEHOLD_NEED_LAST)
         || attribute == ORIENTA_HOUSEHOLD_DISABLED || attribute == ORIENTA_HOUSEHOLD_HOUSEHOLD_CATEGORY;
}

/* Whether a test of a count holds from some count on (1) or up to some count (-1). */
static OrientaPolarity
way_of_count (const OrientaCondition *test)
{
  switch (test->op) {
  case ORIENTA_OP_GT:
  case ORIENTA_OP_GE:
    return 1;
  case ORIENTA_OP_LT:
  case ORIENTA_OP_LE:
    return -1;
  case ORIENTA_OP_NE: /* not 0 is 1 and more */
    return test->operand == ORIENTA_OPERAND_CONSTANT && test->constant == 0 ? 1 : 0;
  default:
    return 0;
  }
}

/* Which way a need pulls, told as 1, 0 or -1; `constant` where it does not. A disability raises the household's
 * category by one, and with it the income ceilings. */
static OrientaPolarity
pull_of_need (guint attribute, const OrientaCondition *test, OrientaPolarity polarity, gboolean *constant)
{
  if (attribute == ORIENTA_HOUSEHOLD_HOUSEHOLD_CATEGORY)
    return test ? way_of_count (test) * polarity : polarity;
  guint levels = attribute == ORIENTA_HOUSEHOLD_DISABLED ? 2 : ORIENTA_LEVEL_UNKNOWN;
  return test ? orienta_polarity_of_test (test, levels, constant) * polarity : 0;
}

/* Whether having the need, or more of it, can make what stands there fail. */
gboolean
orienta_exam_need_hinders (guint attribute, const OrientaCondition *test, OrientaPolarity polarity)
{
  gboolean constant = FALSE;
  return pull_of_need (attribute, test, polarity, &constant) <= 0 && !constant;
}

static void
examine_need (OrientaExam *self, guint attribute, const OrientaCondition *test, OrientaPolarity polarity)
{
  if (!orienta_exam_need_hinders (attribute, test, polarity))
    return;
  orienta_exam_tell (self, "HF1: \"%s\" %s; a need may only open doors and add points", name_of (self, attribute),
                     self->line == ORIENTA_LINE_RULE ? "could make this rule fail"
                                                     : "could lower a durable unit's place");
}

/* -- HF2, HF3, HF10: what is never asked for a durable unit -- */

static gboolean
may_not_read (const OrientaExam *self)
{
  return self->line != ORIENTA_LINE_CRITERION || self->takes;
}

static void
examine_wording (OrientaExam *self, guint attribute)
{
  switch (attribute < ORIENTA_N_ATTRIBUTES ? ORIENTA_WORDING_PLAIN : self->wordings[attribute - ORIENTA_N_ATTRIBUTES]) {
  case ORIENTA_WORDING_READINESS:
    orienta_exam_tell (
        self,
        "HF3: \"%s\" asks for abstinence, treatment, readiness, prior stay or a contract; Housing First refuses it for "
        "durable units",
        name_of (self, attribute));
    return;
  case ORIENTA_WORDING_FAILED_TENANCY:
    orienta_exam_tell (self, "HF10: \"%s\" is an earlier failed tenancy; it may never exclude nor take points",
                       name_of (self, attribute));
    return;
  default:
    return;
  }
}

/* What a line about durable units reads: HF1, HF2, HF3, HF10. */
void
orienta_exam_visit_durable (gpointer data, guint attribute, const OrientaCondition *test, OrientaPolarity polarity)
{
  OrientaExam *self = data;
  if (orienta_exam_is_need (attribute))
    examine_need (self, attribute, test, polarity);
  if (attribute == ORIENTA_HOUSEHOLD_SITUATION && !test && self->line == ORIENTA_LINE_RULE)
    orienta_exam_tell (
        self, "HF4: a table keyed by \"household.situation\" may not decide about a durable unit; expected the "
              "situations themselves, the street among them");
  if (!may_not_read (self))
    return;
  if (attribute == ORIENTA_HOUSEHOLD_SUPPORT_ACCEPTED)
    orienta_exam_tell (self, "HF2: \"%s\" may not decide about a durable unit; support is offered apart from the home",
                       name_of (self, attribute));
  examine_wording (self, attribute);
}

/* -- HF5: a refusal is no fault -- */

static void
examine_refusal (OrientaExam *self, guint attribute, OrientaPolarity pull)
{
  if (pull > 0)
    return;
  if (attribute == ORIENTA_HOUSEHOLD_REFUSALS_BY_CHOICE)
    orienta_exam_tell (self, "HF5: \"%s\" counts against the household; a refusal made by choice may not",
                       name_of (self, attribute));
  else if (!self->ends && (attribute == ORIENTA_HOUSEHOLD_REFUSALS || self->line == ORIENTA_LINE_CRITERION))
    orienta_exam_tell (self, "HF5: \"%s\" counts against the household without an end; expected \"valid\" with \"to\"",
                       name_of (self, attribute));
}

static gboolean
is_refusal (guint attribute)
{
  return attribute == ORIENTA_HOUSEHOLD_REFUSALS || attribute == ORIENTA_HOUSEHOLD_REFUSALS_BY_CHOICE
         || attribute == ORIENTA_PAIR_REFUSED_BEFORE;
}

/* What any line reads: HF5. */
void
orienta_exam_visit_any (gpointer data, guint attribute, const OrientaCondition *test, OrientaPolarity polarity)
{
  OrientaExam *self = data;
  if (!is_refusal (attribute))
    return;
  OrientaPolarity way = !test                                      ? 0
                        : attribute == ORIENTA_PAIR_REFUSED_BEFORE ? orienta_polarity_of_bool (test)
                                                                   : way_of_count (test);
  examine_refusal (self, attribute, way * polarity);
}

/* -- CCH L.441: no local link as a condition of social housing -- */

/* What a rule about social housing reads: local links. */
void
orienta_exam_visit_social (gpointer data, guint attribute, const OrientaCondition *test, OrientaPolarity polarity)
{
  OrientaExam *self = data;
  gboolean link = attribute == ORIENTA_PAIR_SAME_TERRITORY || attribute == ORIENTA_HOUSEHOLD_TERRITORY
                  || (attribute >= ORIENTA_N_ATTRIBUTES
                      && self->wordings[attribute - ORIENTA_N_ATTRIBUTES] == ORIENTA_WORDING_LOCAL_LINK);
  if (link)
    orienta_exam_tell (self,
                       "discrimination: \"%s\" is a local link; CCH L.441 refuses it as a condition of social housing",
                       name_of (self, attribute));
}

/* What a criterion measures; `slope`: 1 when more of it never gives fewer points, -1 when never more, 0 for neither;
 * `durable`: of a durable unit. */
void
orienta_exam_measure (OrientaExam *self, guint attribute, OrientaPolarity slope, gboolean durable)
{
  if (is_refusal (attribute))
    examine_refusal (self, attribute, slope);
  if (durable && orienta_exam_is_need (attribute))
    examine_need (self, attribute, NULL, slope);
  if (self->takes)
    examine_wording (self, attribute);
}
