/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "fixture.h"

#include "match/board-private.h"
#include "rules/binding-private.h"

/* The levels of a matching and the value of each pair at each of them, worked out by hand.
 *
 *            A plai, T0    B fjt, T1
 *   h1           5            -2        wants T1
 *   h2                         1        has the place in A */

static const char level_register[] =
    "{'orienta':1,'as_of':'2026-06-30','territories':[{'id':'T0'},{'id':'T1'}],'units':["
    "{'id':'A','kind':'plai','territory':'T0'},{'id':'B','kind':'fjt','territory':'T1'}],'households':["
    "{'id':'h1','adults':1,'request_date':'2025-02-01','wants_territories':['T1'],'priority':['dalo']},"
    "{'id':'h2','adults':1,'request_date':'2025-01-01','occupies':'A'}],'outcomes':["
    "{'household_id':'h1','unit_id':'A','value':5},{'household_id':'h1','unit_id':'B','value':-2},"
    "{'household_id':'h2','unit_id':'B','value':1}]}";

static OrientaPolicy *
policy_with (const char *rest)
{
  g_autofree char *text = g_strconcat (
      "{'orienta':1,'id':'p','version':'1','rules':[{'id':'j','require':{'pair.outcome':{'known':true}},'source':'s'}],"
      "'criteria':[{'id':'o','attribute':'pair.outcome','bands':[[-9,-9],[9,9]],'interpolate':true,'source':'s'}]",
      rest, "}", NULL);
  return fixture_policy (text);
}

typedef struct {
  OrientaPolicy *policy;
  OrientaRegister *reg;
  OrientaBinding *binding;
  OrientaMatchOptions *options;
  OrientaBoard *board;
} Level;

static void
level_open (Level *self, const char *policy, OrientaObjective objective)
{
  self->policy = policy_with (policy);
  self->reg = fixture_register (level_register, self->policy);
  self->binding = orienta_binding_new (self->policy, self->reg, NULL);
  self->options = orienta_match_options_new ();
  orienta_match_options_set_objective (self->options, objective);
  self->board = orienta_board_new (self->binding, self->options, NULL, NULL);
  ck_assert (orienta_board_fill_levels (self->board, NULL, NULL));
}

static void
level_close (Level *self)
{
  orienta_board_free (self->board);
  orienta_match_options_unref (self->options);
  orienta_binding_unref (self->binding);
  orienta_register_unref (self->reg);
  orienta_policy_unref (self->policy);
}

static void
assert_level (const Level *self, guint level, OrientaLevelKind kind, guint tier, const gint64 *values)
{
  ck_assert_uint_lt (level, self->board->n_levels);
  ck_assert_int_eq (self->board->levels[level].kind, kind);
  if (kind == ORIENTA_LEVEL_POINTS)
    ck_assert_uint_eq (self->board->levels[level].tier, tier);
  for (gint64 pair = 0; pair < 4; pair++)
    ck_assert_int_eq (orienta_board_value (self->board, level, pair), values[pair]);
}

/* Rows: h2 first (earlier request), with its own place in A, then B; h1 with A and B. */
#define VALUES(...) ((const gint64[]){ __VA_ARGS__ })

START_TEST (test_points_first)
{
  Level level;
  level_open (&level, "", ORIENTA_OBJECTIVE_POINTS);
  ck_assert_uint_eq (level.board->households[0], 1);
  ck_assert_int_eq (orienta_board_n_pairs (level.board), 4);
  ck_assert_int_eq (level.board->lowest, -2000);
  ck_assert_uint_eq (level.board->n_levels, 5);
  assert_level (&level, 0, ORIENTA_LEVEL_BOUND, 0, VALUES (1, 1, 0, 0));
  assert_level (&level, 1, ORIENTA_LEVEL_POINTS, 0, VALUES (0, 3000, 7000, 0));
  assert_level (&level, 2, ORIENTA_LEVEL_HOUSED, 0, VALUES (0, 1, 1, 1));
  assert_level (&level, 3, ORIENTA_LEVEL_CHOICE, 0, VALUES (0, 1, 0, 1));
  assert_level (&level, 4, ORIENTA_LEVEL_DURABLE, 0, VALUES (0, 0, 1, 0));
  level_close (&level);
}
END_TEST

START_TEST (test_households_first)
{
  Level level;
  level_open (&level, "", ORIENTA_OBJECTIVE_HOUSEHOLDS);
  ck_assert_uint_eq (level.board->n_levels, 5);
  assert_level (&level, 1, ORIENTA_LEVEL_HOUSED, 0, VALUES (0, 1, 1, 1));
  assert_level (&level, 2, ORIENTA_LEVEL_POINTS, 0, VALUES (0, 3000, 7000, 0));
  assert_level (&level, 3, ORIENTA_LEVEL_CHOICE, 0, VALUES (0, 1, 0, 1));
  level_close (&level);
}
END_TEST

START_TEST (test_tiers)
{
  Level level;
  level_open (&level, ",'tiers':[{'id':'t','when':{'household.priority':{'has':'dalo'},'unit.durable':true}}]",
              ORIENTA_OBJECTIVE_POINTS);
  ck_assert_uint_eq (level.board->n_levels, 6);
  assert_level (&level, 1, ORIENTA_LEVEL_POINTS, 0, VALUES (0, 0, 7000, 0));
  assert_level (&level, 2, ORIENTA_LEVEL_POINTS, 1, VALUES (0, 3000, 0, 0));
  assert_level (&level, 3, ORIENTA_LEVEL_HOUSED, 0, VALUES (0, 1, 1, 1));
  level_close (&level);
}
END_TEST

START_TEST (test_order_of_the_policy)
{
  Level level;
  level_open (&level, ",'order':['points desc','unit.durable desc','pair.in_choice desc','household.request_date asc']",
              ORIENTA_OBJECTIVE_POINTS);
  assert_level (&level, 3, ORIENTA_LEVEL_DURABLE, 0, VALUES (0, 0, 1, 0));
  assert_level (&level, 4, ORIENTA_LEVEL_CHOICE, 0, VALUES (0, 1, 0, 1));
  level_close (&level);
}
END_TEST

TEST_MAIN ("level", test_points_first, test_households_first, test_tiers, test_order_of_the_policy)
