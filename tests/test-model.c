/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "fixture.h"

/* Registers with so many pairs that most are left out at first, against a plain program of every pair with every
 * service that would do. */

#define HOUSEHOLDS 110
#define UNITS 50 /* more than 5000 pairs */
#define SERVICES 3
#define TERRITORIES 4

typedef struct {
  gint points[HOUSEHOLDS][UNITS]; /* whole ones */
  gboolean family[HOUSEHOLDS], needy[HOUSEHOLDS];
  gint persons[HOUSEHOLDS], wants[HOUSEHOLDS]; /* a territory; -1: none */
  gint territory[UNITS];
  gboolean durable[UNITS], onsite[UNITS], comes[SERVICES][TERRITORIES];
  gint slots[SERVICES], most_families, least_families,
      most_persons; /* in each territory, of durable ones, of each kind */
} Town;

static void
town_random (Town *self, GRand *rand)
{
  for (guint unit = 0; unit < UNITS; unit++) {
    self->territory[unit] = g_rand_int_range (rand, 0, TERRITORIES);
    self->durable[unit] = g_rand_boolean (rand);
    self->onsite[unit] = g_rand_int_range (rand, 0, 5) == 0;
  }
  for (guint i = 0; i < HOUSEHOLDS; i++) {
    gint base = g_rand_int_range (rand, 0, 60);
    self->persons[i] = g_rand_int_range (rand, 1, 6);
    self->family[i] = self->persons[i] > 1;
    self->needy[i] = g_rand_int_range (rand, 0, 3) > 0;
    self->wants[i] = g_rand_int_range (rand, -1, TERRITORIES);
    for (guint unit = 0; unit < UNITS; unit++)
      self->points[i][unit] = base + g_rand_int_range (rand, 1, 40);
  }
  for (guint service = 0; service < SERVICES; service++) {
    self->slots[service] = g_rand_int_range (rand, 2, 9);
    for (guint t = 0; t < TERRITORIES; t++)
      self->comes[service][t] = t == service || g_rand_boolean (rand);
  }
  self->most_families = g_rand_int_range (rand, 5, 10);
  self->least_families = g_rand_int_range (rand, 10, 16);
  self->most_persons = g_rand_int_range (rand, 40, 70);
}

/* -- as documents -- */

static OrientaPolicy *
town_policy (const Town *self)
{
  g_autofree char *text = g_strdup_printf (
      "{'orienta':1,'id':'town','version':'1','criteria':[{'id':'c','attribute':'pair.outcome','per':1,'points':1,"
      "'source':'s'}],'support':{'mode':'required'},'quotas':["
      "{'id':'a','households':{'household.children':{'ge':1}},'each':'territory','max_count':%d,'source':'s'},"
      "{'id':'b','households':{'household.children':{'ge':1}},'units':{'unit.durable':true},'min_count':%d,'source':'s'"
      "},"
      "{'id':'c','each':'kind','load':{'attribute':'household.persons'},'max_load':%d,'source':'s'}]}",
      self->most_families, self->least_families, self->most_persons);
  return fixture_policy (text);
}

static void
add_units (const Town *self, GString *out)
{
  for (guint unit = 0; unit < UNITS; unit++)
    g_string_append_printf (out, "%s{'id':'U%02u','kind':'%s','territory':'T%d','onsite_support':%s}",
                            unit > 0 ? "," : "", unit, self->durable[unit] ? "plai" : "residence_sociale",
                            self->territory[unit], self->onsite[unit] ? "true" : "false");
}

static void
add_services (const Town *self, GString *out)
{
  for (guint service = 0; service < SERVICES; service++) {
    g_string_append_printf (out, "%s{'id':'S%u','needs':['health'],'slots':%d,'territories':['T%u'",
                            service > 0 ? "," : "", service, self->slots[service], service);
    for (guint t = 0; t < TERRITORIES; t++)
      if (self->comes[service][t] && t != service)
        g_string_append_printf (out, ",'T%u'", t);
    g_string_append (out, "]}");
  }
}

static void
add_households (const Town *self, GString *out)
{
  for (guint i = 0; i < HOUSEHOLDS; i++) {
    g_string_append_printf (out, "%s{'id':'H%03u','adults':1,'children':%d,'request_date':'2025-01-01'%s",
                            i > 0 ? "," : "", i, self->persons[i] - 1, self->needy[i] ? ",'needs':['health']" : "");
    if (self->wants[i] >= 0)
      g_string_append_printf (out, ",'wants_territories':['T%d']", self->wants[i]);
    g_string_append (out, "}");
  }
  g_string_append (out, "],'outcomes':[");
  for (guint i = 0; i < HOUSEHOLDS; i++)
    for (guint unit = 0; unit < UNITS; unit++)
      g_string_append_printf (out, "%s{'household_id':'H%03u','unit_id':'U%02u','value':%d}", i + unit > 0 ? "," : "",
                              i, unit, self->points[i][unit]);
}

static OrientaRegister *
town_register (const Town *self, OrientaPolicy *policy)
{
  g_autoptr (GString) out = g_string_new (
      "{'orienta':1,'as_of':'2026-06-30','territories':[{'id':'T0'},{'id':'T1'},{'id':'T2'},{'id':'T3'}],'units':[");
  add_units (self, out);
  g_string_append (out, "],'services':[");
  add_services (self, out);
  g_string_append (out, "],'households':[");
  add_households (self, out);
  g_string_append (out, "]}");
  return fixture_register (out->str, policy);
}

/* -- as a program -- */

/* A household in a home with a service, or with none where it needs none. */
typedef struct {
  guint household, unit;
  gint service;
} Way;

static GArray *
list_ways (const Town *self)
{
  GArray *ways = g_array_new (FALSE, FALSE, sizeof (Way));
  for (guint i = 0; i < HOUSEHOLDS; i++)
    for (guint unit = 0; unit < UNITS; unit++)
      for (gint service = -1; service < SERVICES; service++) {
        Way way = { i, unit, service };
        gboolean calls = self->needy[i] && !self->onsite[unit];
        if (calls ? service >= 0 && self->comes[service][self->territory[unit]] : service < 0)
          g_array_append_val (ways, way);
      }
  return ways;
}

/* What a way adds to the limit of one kind and number. */
typedef gint64 (*Weight) (const Town *self, const Way *way, guint number);

static gint64
of_household (const Town *self, const Way *way, guint number)
{
  return way->household == number;
}

static gint64
of_unit (const Town *self, const Way *way, guint number)
{
  return way->unit == number;
}

static gint64
of_service (const Town *self, const Way *way, guint number)
{
  return way->service == (gint) number;
}

static gint64
families_of_territory (const Town *self, const Way *way, guint number)
{
  return self->family[way->household] && self->territory[way->unit] == (gint) number;
}

static gint64
durable_families (const Town *self, const Way *way, guint number)
{
  return self->family[way->household] && self->durable[way->unit];
}

static gint64
persons_of_kind (const Town *self, const Way *way, guint number)
{
  return self->durable[way->unit] == (gint) number ? self->persons[way->household] : 0;
}

static void
add_limit (const Town *self, OrientaProgram *program, const GArray *ways, Weight weight, guint number, gint64 least,
           gint64 most)
{
  g_autofree guint32 *variables = g_new (guint32, ways->len);
  g_autofree gint64 *weights = g_new (gint64, ways->len);
  guint n = 0;
  for (guint i = 0; i < ways->len; i++) {
    weights[n] = weight (self, &g_array_index (ways, Way, i), number);
    variables[n] = i;
    n += weights[n] != 0;
  }
  orienta_program_add_limit (program, NULL, n, variables, weights, least, most);
}

static void
add_limits (const Town *self, OrientaProgram *program, const GArray *ways)
{
  for (guint i = 0; i < HOUSEHOLDS; i++)
    add_limit (self, program, ways, of_household, i, G_MININT64, 1);
  for (guint unit = 0; unit < UNITS; unit++)
    add_limit (self, program, ways, of_unit, unit, G_MININT64, 1);
  for (guint service = 0; service < SERVICES; service++)
    add_limit (self, program, ways, of_service, service, G_MININT64, self->slots[service]);
  for (guint t = 0; t < TERRITORIES; t++)
    add_limit (self, program, ways, families_of_territory, t, G_MININT64, self->most_families);
  add_limit (self, program, ways, durable_families, 0, self->least_families, G_MAXINT64);
  for (guint kind = 0; kind < 2; kind++)
    add_limit (self, program, ways, persons_of_kind, kind, G_MININT64, self->most_persons);
}

/* Points, homes, those inside the stated choice, durable ones. */
static void
weigh (const Town *self, guint household, guint unit, gint64 *values)
{
  values[0] = 1000 * self->points[household][unit];
  values[1] = 1;
  values[2] = self->wants[household] < 0 || self->wants[household] == self->territory[unit];
  values[3] = self->durable[unit];
}

static OrientaProgram *
town_program (const Town *self)
{
  g_autoptr (GArray) ways = list_ways (self);
  g_autofree gint64 *values = g_new (gint64, 4 * (gsize) ways->len);
  OrientaProgram *program = orienta_program_new (ways->len, 4, NULL);
  for (guint i = 0; i < ways->len; i++) {
    gint64 own[4];
    weigh (self, g_array_index (ways, Way, i).household, g_array_index (ways, Way, i).unit, own);
    for (guint level = 0; level < 4; level++)
      values[level * ways->len + i] = own[level];
  }
  for (guint level = 0; level < 4; level++)
    orienta_program_set_values (program, level, ways->len, values + (gsize) level * ways->len);
  add_limits (self, program, ways);
  return program;
}

/* -- both -- */

static void
assert_same (const Town *self, const OrientaMatching *matching, const OrientaSolution *solution, guint32 seed)
{
  gint64 totals[4] = { 0 };
  if (orienta_solution_get_status (solution) == ORIENTA_SOLVED_INFEASIBLE) {
    ck_assert_int_eq (orienta_matching_get_status (matching), ORIENTA_MATCH_INFEASIBLE);
    return;
  }
  ck_assert_int_eq (orienta_solution_get_status (solution), ORIENTA_SOLVED_OPTIMAL);
  ck_assert_msg (orienta_matching_get_status (matching) == ORIENTA_MATCH_OPTIMAL, "seed %u", seed);
  for (guint pair = 0; pair < orienta_matching_get_n_pairs (matching); pair++) {
    gint64 own[4];
    weigh (self, orienta_matching_get_household (matching, pair), orienta_matching_get_unit (matching, pair), own);
    for (guint level = 0; level < 4; level++)
      totals[level] += own[level];
  }
  for (guint level = 0; level < 4; level++)
    ck_assert_msg (totals[level] == orienta_solution_get_total (solution, level),
                   "seed %u, level %u: %" G_GINT64_FORMAT ", expected %" G_GINT64_FORMAT, seed, level, totals[level],
                   orienta_solution_get_total (solution, level));
}

START_TEST (test_every_pair)
{
  if (!orienta_has_highs ())
    return;
  for (guint32 seed = 0; seed < 3; seed++) {
    g_autoptr (GRand) rand = g_rand_new_with_seed (seed);
    g_autoptr (GError) error = NULL;
    Town town;
    town_random (&town, rand);
    g_autoptr (OrientaPolicy) policy = town_policy (&town);
    g_autoptr (OrientaRegister) reg = town_register (&town, policy);
    g_autoptr (OrientaMatchOptions) options = orienta_match_options_new ();
    orienta_match_options_set_prices (options, ORIENTA_PRICES_NONE);
    g_autoptr (OrientaMatching) matching = orienta_match (policy, reg, options, NULL, &error);
    ck_assert_msg (matching != NULL, "%s", error ? error->message : "");
    ck_assert_msg (orienta_matching_verify (matching, policy, reg, &error), "%s", error ? error->message : "");
    g_autoptr (OrientaProgram) program = town_program (&town);
    g_autoptr (OrientaSolution) solution = orienta_program_solve (program, 0, NULL, &error);
    ck_assert_msg (solution != NULL, "%s", error ? error->message : "");
    assert_same (&town, matching, solution, seed);
  }
}
END_TEST

TEST_MAIN ("model", test_every_pair)
