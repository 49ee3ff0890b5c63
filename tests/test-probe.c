/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Homes that are nearly all different in rent and surface, so that answers are found along an ascent and bands become
 * ladders; every kind of test, criterion and group on them, against the plain path. */
#include "plain.h"

/* -- the territory -- */

typedef struct {
  OrientaBuilder *builder;
  guint n_units;
  guint32 state;
} Maker;

/* Numerical Recipes' linear congruence: the high bits will do for a test. */
static guint
draw (Maker *self, guint n)
{
  self->state = self->state * 1664525u + 1013904223u;
  return (guint) (((guint64) (self->state >> 8) * n) >> 24);
}

static const char *
pick (Maker *self, const char *const *words)
{
  return words[draw (self, g_strv_length ((char **) words))];
}

static void G_GNUC_PRINTF (3, 4) set (Maker *self, const char *column, const char *format, ...)
{
  va_list arguments;
  va_start (arguments, format);
  g_autofree char *value = g_strdup_vprintf (format, arguments);
  va_end (arguments);
  orienta_builder_set (self->builder, column, value);
}

/* Cents are written by hand: the locale has a comma. */
static void
set_cents (Maker *self, const char *column, guint cents)
{
  set (self, column, "%u.%02u", cents / 100, cents % 100);
}

static void
make_household (Maker *self, guint i)
{
  static const char *const situations[] = { "street", "hotel", "third_party", "overcrowded", "tenant", NULL };
  static const char *const kinds[] = { "", "plai", "plai|plus", "fjt", NULL };
  static const char *const verified[] = { "", "", "a", "b|c", "all", NULL };
  orienta_builder_begin (self->builder, ORIENTA_TABLE_HOUSEHOLDS);
  set (self, "id", "H%03u", i);
  set (self, "request_date", "20%02u-%02u-%02u", 15 + draw (self, 11), 1 + draw (self, 12), 1 + draw (self, 28));
  set (self, "adults", "%u", 1 + draw (self, 2));
  set (self, "children", "%u", draw (self, 4));
  set (self, "situation", "%s", pick (self, situations));
  set (self, "wants_kinds", "%s", pick (self, kinds));
  set (self, "verified", "%s", pick (self, verified));
  if (i % 7 == 1)
    set (self, "income_month", "0");
  else if (i % 7 != 2) /* else not known */
    set_cents (self, "income_month", 50000 + draw (self, 200000));
  if (draw (self, 5) > 0)
    set_cents (self, "rent_now", draw (self, 90000));
  if (draw (self, 6) == 0)
    set (self, "occupies", "U%04u", draw (self, self->n_units));
}

/* Of a single home, then of a whole kind. */
static void
make_outcome (Maker *self, guint i)
{
  orienta_builder_begin (self->builder, ORIENTA_TABLE_OUTCOMES);
  set (self, "household_id", "H%03u", i / 2);
  if (i % 2 == 0)
    set (self, "unit_id", "U%04u", draw (self, self->n_units));
  else
    set (self, "kind", "plus");
  set (self, "value", "0.%02u", draw (self, 100));
}

static void
make_unit (Maker *self, guint i)
{
  static const char *const kinds[] = { "plai", "plus", "fjt", "pension_de_famille", NULL };
  orienta_builder_begin (self->builder, ORIENTA_TABLE_UNITS);
  set (self, "id", "U%04u", i);
  set (self, "kind", "%s", pick (self, kinds));
  set (self, "territory", "t%u", draw (self, 3));
  set (self, "rooms", "%u", 1 + draw (self, 5));
  if (i % 25 == 0) /* on a band's edge */
    set (self, "rent", "400");
  else if (draw (self, 12) > 0)
    set_cents (self, "rent", 15000 + draw (self, 80000));
  if (draw (self, 3) == 0)
    set (self, "housing_aid", "%u", draw (self, 500)); /* may leave less than nothing to pay */
  if (draw (self, 12) > 0)
    set_cents (self, "surface", 900 + draw (self, 9000));
  if (draw (self, 4) > 0)
    set (self, "available_from", "2026-%02u-%02u", 1 + draw (self, 12), 1 + draw (self, 28));
}

static OrientaRegister *
make_register (guint n_households, guint n_units)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (OrientaBuilder) builder = orienta_builder_new ("2026-11-22", NULL, &error);
  Maker maker = { builder, n_units, 62 };
  for (guint i = 0; i < n_units; i++)
    make_unit (&maker, i);
  for (guint i = 0; i < n_households; i++)
    make_household (&maker, i);
  for (guint i = 0; i < 40; i++)
    make_outcome (&maker, i);
  OrientaRegister *reg = orienta_builder_seal (builder, &error);
  ck_assert_msg (reg != NULL, "%s", error ? error->message : "");
  return reg;
}

/* More rents and surfaces than a probe keeps a row for. */
#define HOUSEHOLDS 24
#define UNITS 700

/* -- what is asked -- */

static const char common[] =
    "'attributes':["
    "{'name':'dear','of':'unit','special':false,'label':{'en':'dear'},'when':{'unit.rent':{'gt':600}}},"
    "{'name':'family','of':'household','special':false,'label':{'en':'family'},'when':{'household.children':{'ge':1}}}]"
    ","
    "'tables':[{'id':'most','by':['household.persons'],'values':[300.5,420.25,510]},"
    "{'id':'by-kind','by':['unit.kind'],'values':{'plai':400,'plus':550.55}},"
    "{'id':'size','by':[{'attribute':'unit.surface','from':[20,33.33,60]},'household.persons'],"
    "'values':[[1,-2,0.5],[3,4,-5],[6,7,8]],'beyond':2}]";

static OrientaPolicy *
policy_of (const char *members)
{
  g_autofree char *text = g_strconcat ("{'orienta':1,'id':'t','version':'1',", common, ",", members, "}", NULL);
  return fixture_policy (text);
}

static void
compare (OrientaRegister *reg, const char *members)
{
  g_autoptr (OrientaPolicy) policy = policy_of (members);
  plain_compare_pairs (policy, reg, ORIENTA_EVIDENCE_DECLARED, 2);
}

/* -- rules -- */

/* `%` is the operator. */
static const char *const questions[] = {
  "{'pair.effort':{'%':0.3}}",
  "{'pair.reste_a_vivre':{'%':12.5}}",
  "{'pair.surface_gap':{'%':5.25}}",
  "{'pair.surface_per_person':{'%':14}}",
  "{'unit.rent':{'%':500}}",
  "{'unit.rent':{'%':{'attribute':'household.rent_now'}}}",
  "{'household.rent_now':{'%':{'attribute':'unit.rent'}}}",
  "{'unit.net_cost':{'%':{'table':'most'}}}",
  "{'unit.rent':{'%':{'table':'by-kind'}}}",
  "{'unit.available_from':{'%':'2026-06-15'}}",
};

START_TEST (every_operator)
{
  static const char *const operators[] = { "lt", "le", "gt", "ge", "eq", "ne" };
  g_autoptr (OrientaRegister) reg = make_register (HOUSEHOLDS, UNITS);
  for (gsize i = 0; i < G_N_ELEMENTS (questions); i++)
    for (gsize j = 0; j < G_N_ELEMENTS (operators); j++) {
      g_auto (GStrv) parts = g_strsplit (questions[i], "%", 2);
      g_autofree char *test = g_strjoinv (operators[j], parts);
      g_autofree char *members = g_strconcat ("'rules':[{'id':'r','require':", test,
                                              ",'source':'s'}],"
                                              "'criteria':[{'id':'c','when':",
                                              test, ",'points':3,'source':'s'}]", NULL);
      compare (reg, members);
    }
}
END_TEST

/* Just at a value that a home has, and beyond all of them. */
START_TEST (edges_of_the_ascent)
{
  static const char *const edges[] = { "-1", "0", "150", "150.01", "949.99", "950", "100000" };
  g_autoptr (OrientaRegister) reg = make_register (HOUSEHOLDS, UNITS);
  for (gsize i = 0; i < G_N_ELEMENTS (edges); i++) {
    g_autofree char *members =
        g_strconcat ("'rules':[{'id':'a','require':{'unit.rent':{'le':", edges[i], "}},",
                     "'source':'s'},{'id':'b','applies':{'unit.net_cost':{'gt':", edges[i], "}},",
                     "'require':{'pair.effort':{'ge':0}},'otherwise':'to_verify','source':'s'}]", NULL);
    compare (reg, members);
  }
}
END_TEST

static const char mixed[] =
    "'rules':["
    "{'id':'a','require':{'any':[{'pair.effort':{'le':0.35}},{'not':{'unit.dear':true}},"
    "{'all':[{'household.family':true},{'pair.reste_a_vivre':{'gt':8}}]}]},'source':'s'},"
    "{'id':'b','applies':{'not':{'any':[{'unit.kind':'fjt'},{'household.income_month':{'known':false}}]}},"
    "'require':{'not':{'all':[{'pair.surface_gap':{'lt':2}},{'unit.dear':true}]}},'source':'s'},"
    "{'id':'c','applies':{'pair.own_place':false},'require':{'any':[{'unit.surface':{'known':true}},"
    "{'pair.in_kinds':true}]},'otherwise':'to_verify','source':'s'},"
    "{'id':'d','applies':{'pair.rooms_gap':{'lt':-2}},'require':{'all':[]},'source':'s'},"
    "{'id':'e','require':{'any':[]},'otherwise':'flag','source':'s'}]";

START_TEST (mixtures)
{
  g_autoptr (OrientaRegister) reg = make_register (60, 1500);
  compare (reg, mixed);
}
END_TEST

/* -- points -- */

static const char criteria[] =
    "'criteria':["
    "{'id':'a','attribute':'pair.effort','bands':[[0,50],[0.2,-10],[0.3,20],[0.45,0]],'source':'s'},"
    "{'id':'b','attribute':'pair.reste_a_vivre','bands':[[5,1],[10,3.5],[20,2]],'strict':true,'source':'s',"
    "'evidence':'needs_validation'},"
    "{'id':'c','attribute':'pair.surface_gap','bands':[[-20,1],[0,7],[30,9]],'source':'s',"
    "'applies':{'unit.kind':['plai','plus']},'when':{'household.family':true}},"
    "{'id':'d','attribute':'pair.surface_per_person','bands':[[9,-4],[15,4]],'source':'s',"
    "'applies':{'unit.dear':false},'when':{'pair.in_kinds':true},'evidence':'verified'},"
    "{'id':'e','attribute':'unit.rent','bands':[[200,5],[400,4],[600,3],[800,-2.25]],'source':'s'},"
    "{'id':'f','attribute':'pair.effort','bands':[[0,10],[0.25,6],[0.5,0]],'interpolate':true,'source':'s'},"
    "{'id':'g','points':{'table':'size'},'source':'s'},"
    "{'id':'h','attribute':'pair.surface_gap','per':0.7,'points':0.333,'above':3,'max':6,'whole':false,'source':'s'},"
    "{'id':'i','when':{'criterion.a':true,'unit.dear':false},'points':-3,'source':'s'},"
    "{'id':'j','attribute':'household.waiting_months','per':1,'points':0.5,'max':40,'source':'s'},"
    "{'id':'k','when':{'household.situation':'street'},'points':-6,'source':'s'},"
    "{'id':'l','when':{'unit.rooms':{'ge':3}},'points':2,'source':'s'},"
    "{'id':'o','attribute':'unit.rent','bands':[[400,2],[600,1]],'strict':true,'source':'s',"
    "'applies':{'household.family':true}},"
    "{'id':'m','ratio':['unit.surface','unit.rooms'],'bands':[[12,1],[20,2],[30,1]],'source':'s'},"
    "{'id':'n','attribute':'pair.outcome','bands':[[0,1],[0.5,2.5]],'source':'s'}],";

static const char *const endings[] = {
  "'total':{}",
  "'total':{'min':3.5,'max':30}",
  "'groups':[{'id':'x','of':['a','b','j','l'],'combine':'max','cap':12},"
  "{'id':'y','of':['k','c','d','e'],'combine':'first','floor':-1},{'id':'z','of':['f','g','h'],'cap':9.125,'floor':2}]",
  "'groups':[{'id':'x','of':['l','k','e','m'],'combine':'max','floor':1},"
  "{'id':'y','of':['a','j','i'],'combine':'first'},"
  "{'id':'z','of':['c','d'],'applies':{'unit.dear':false},'cap':5}],'total':{'max':-2}",
};

START_TEST (groups_and_bounds)
{
  g_autoptr (OrientaRegister) reg = make_register (HOUSEHOLDS, UNITS);
  for (gsize i = 0; i < G_N_ELEMENTS (endings); i++) {
    g_autofree char *members = g_strconcat (criteria, endings[i], NULL);
    g_autoptr (OrientaPolicy) policy = policy_of (members);
    for (guint level = 0; level <= ORIENTA_EVIDENCE_NEEDS_VALIDATION; level++)
      plain_compare_pairs (policy, reg, (OrientaEvidence) level, 1 + level);
  }
}
END_TEST

/* Points that leave 32 bits: all at once, by some households, in some cells, by a bound alone. */
START_TEST (huge_points)
{
  static const char *const huge[] = {
    "'criteria':[{'id':'a','when':{'unit.dear':true},'points':900000000,'source':'s'},"
    "{'id':'b','when':{'pair.in_kinds':true},'points':-800000000,'source':'s'}]",
    "'criteria':[{'id':'a','attribute':'pair.effort','bands':[[0,900000000],[0.3,-1]],'source':'s'}]",
    "'criteria':[{'id':'a','attribute':'household.rent_now','per':0.01,'points':1000,'source':'s'},"
    "{'id':'b','when':{'unit.dear':true},'points':1,'source':'s'}]",
    "'criteria':[{'id':'a','attribute':'unit.surface','per':0.01,'points':1000000,'source':'s'},"
    "{'id':'b','attribute':'pair.surface_gap','per':0.01,'points':10,'source':'s'}]",
    "'criteria':[{'id':'a','attribute':'pair.surface_gap','per':1,'slopes':[[0,1],[40,1000]],'source':'s'}]",
    "'criteria':[{'id':'a','when':{'unit.dear':true},'points':1,'source':'s'}],"
    "'groups':[{'id':'x','of':['a'],'floor':999999999}]",
    "'criteria':[{'id':'a','when':{'unit.dear':true},'points':1,'source':'s'}],"
    "'groups':[{'id':'x','of':['a'],'cap':-999999999}],'total':{'min':-1000000000}",
    "'criteria':[{'id':'a','when':{'unit.dear':true},'points':1,'source':'s'}],'total':{'min':999999999}",
  };
  g_autoptr (OrientaRegister) reg = make_register (HOUSEHOLDS, UNITS);
  for (gsize i = 0; i < G_N_ELEMENTS (huge); i++) {
    compare (reg, huge[i]);
    g_autoptr (OrientaPolicy) policy = policy_of (huge[i]);
    plain_compare_lists (policy, reg, FALSE, 9, 5, 2);
    plain_compare_lists (policy, reg, TRUE, 3, 71, 2);
  }
}
END_TEST

/* -- lists -- */

START_TEST (lists)
{
  static const char *const orders[] = {
    "'tiers':[{'id':'x','when':{'unit.dear':false,'household.family':true}},{'id':'y','when':{'pair.effort':{'lt':0.3}}"
    "}]",
    "'tiers':[{'id':'x','when':{'unit.kind':'plai'}}],'order':['pair.in_choice desc','points desc','lottery']",
    "'order':['household.request_date asc','points desc']",
    "'order':['points desc','pair.effort asc','unit.surface desc','lottery']",
  };
  g_autoptr (OrientaRegister) reg = make_register (60, UNITS);
  for (gsize i = 0; i < G_N_ELEMENTS (orders); i++) {
    g_autofree char *members = g_strconcat (criteria, mixed, ",", orders[i], NULL);
    g_autoptr (OrientaPolicy) policy = policy_of (members);
    plain_compare_lists (policy, reg, TRUE, 4, 13, 1 + (guint) i % 3);
    plain_compare_lists (policy, reg, FALSE, 16, 3, 1 + (guint) i % 2);
    plain_compare_lists (policy, reg, FALSE, UNITS, 29, 2);
    plain_compare_lists (policy, reg, FALSE, 0, 1, 1);
  }
}
END_TEST

TEST_MAIN ("probe", every_operator, edges_of_the_ascent, mixtures, groups_and_bounds, huge_points, lists)
