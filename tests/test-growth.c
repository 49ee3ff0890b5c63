/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "fixture.h"

#include "simulate/growth-private.h"
#include "simulate/steady-private.h"

/* The two parts of a policy's points: worked out by hand. */

#define PEOPLE                                                                                                         \
  "{'orienta':1,'as_of':'2026-07-01','units':[{'id':'U','kind':'plai','territory':'t'}],'households':[{'id':'h',"      \
  "'adults':1,'children':2,'request_date':'2026-01-01','situation':'street'}]}"

/* Six months have passed. */
#define CRITERIA                                                                                                       \
  "{'id':'street','when':{'household.situation':'street'},'points':10,'source':'s'},"                                  \
  "{'id':'plai','when':{'unit.kind':'plai'},'points':3,'source':'s'},"                                                 \
  "{'id':'wait','attribute':'household.waiting_months','per':1,'points':2,'max':48,'source':'s'},"                     \
  "{'id':'long','when':{'household.waiting_months':{'ge':5}},'points':7,'source':'s'}"

typedef struct {
  gint64 grown, rest, sum, most;
  guint paces;
} Parts;

static Parts
parts_of (const char *more)
{
  g_autofree char *text =
      g_strconcat ("{'orienta':1,'id':'p','version':'1','criteria':[" CRITERIA "]", more, "}", NULL);
  g_autoptr (OrientaPolicy) policy = fixture_policy (text);
  g_autoptr (OrientaRegister) reg = fixture_register (PEOPLE, policy);
  g_autoptr (OrientaBinding) binding = orienta_binding_new (policy, reg, NULL);
  g_autofree OrientaLine *lines = g_new (OrientaLine, orienta_tally_max_lines (policy));
  OrientaGrowth growth;
  guint n_lines;
  orienta_growth_init (&growth, binding);
  Parts parts = { .grown = orienta_growth_ask (&growth, ORIENTA_EVIDENCE_DECLARED, 0),
                  .rest = orienta_tally (&growth.rests, ORIENTA_EVIDENCE_DECLARED, 0, 0, lines, &n_lines),
                  .most = growth.most,
                  .paces = growth.paces };
  parts.sum = orienta_growth_sum (&growth, parts.grown, parts.rest);
  ck_assert_int_eq (parts.sum, orienta_tally (binding, ORIENTA_EVIDENCE_DECLARED, 0, 0, lines, &n_lines));
  orienta_growth_clear (&growth);
  return parts;
}

static void
assert_parts (const char *more, gint64 grown, gint64 rest, gint64 sum, gint64 most)
{
  Parts parts = parts_of (more);
  ck_assert_int_eq (parts.grown, grown);
  ck_assert_int_eq (parts.rest, rest);
  ck_assert_int_eq (parts.sum, sum);
  ck_assert_int_eq (parts.most, most);
  ck_assert_uint_eq (parts.paces, 0);
}

START_TEST (test_plain)
{
  assert_parts ("", 12000 + 7000, 13000, 32000, 48000 + 7000);
  assert_parts (",'total':{'max':30}", 19000, 13000, 30000, 55000);
}
END_TEST

START_TEST (test_groups)
{
  assert_parts (",'groups':[{'id':'g','of':['wait','long'],'cap':15}]", 15000, 13000, 28000, 15000);
  assert_parts (",'groups':[{'id':'g','of':['wait','long'],'combine':'max','floor':5}]", 12000, 18000, 25000, 55000);
}
END_TEST

/* Together with what a home gives they are the pair's, month by month. */
START_TEST (test_of_pair)
{
  Parts parts = parts_of (",'groups':[{'id':'g','of':['wait','plai']}]");
  ck_assert_int_eq (parts.grown, 7000);
  ck_assert_int_eq (parts.rest, 25000);
  ck_assert_uint_eq (parts.paces, ORIENTA_PACE_MONTHS);
}
END_TEST

/* A tier that asks for a criterion finds it. */
START_TEST (test_asked)
{
  Parts parts = parts_of (",'tiers':[{'id':'t','when':{'criterion.long':true}}]");
  ck_assert_int_eq (parts.grown, 12000);
  ck_assert_int_eq (parts.rest, 20000);
  ck_assert_uint_eq (parts.paces, ORIENTA_PACE_MONTHS);
}
END_TEST

TEST_MAIN ("growth", test_plain, test_groups, test_of_pair, test_asked)
