/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "housing-first-cases.h"

#include "model/vocabulary-private.h"

#define FRAME "{'orienta': 1, 'id': 'p', 'version': '1',\n@}"

START_TEST (test_refusals)
{
  for (guint i = 0; i < G_N_ELEMENTS (housing_first_refusals); i++)
    refusal_check (FRAME, &housing_first_refusals[i], ORIENTA_ERROR_ETHICS);
}
END_TEST

START_TEST (test_allowed)
{
  for (guint i = 0; i < G_N_ELEMENTS (housing_first_allowed); i++)
    acceptance_check (FRAME, housing_first_allowed[i]);
}
END_TEST

/* A rule for one kind only is held to HF1 where that kind's usual lease is durable or sliding, and for "other". */
START_TEST (test_kinds)
{
  for (guint kind = 0; kind < orienta_kinds.n; kind++) {
    const char *word = orienta_kinds.words[kind].word;
    OrientaLease lease = orienta_kind_default_lease (kind);
    gboolean durable = lease == ORIENTA_LEASE_DURABLE || lease == ORIENTA_LEASE_SLIDING || strcmp (word, "other") == 0;
    g_autofree char *part = g_strdup_printf ("'rules': [{'id': 'r', 'source': 's', 'applies': {'unit.kind': '%s'}, "
                                             "'require': {'household.need.health': 'none'}}]",
                                             word);
    g_autofree char *json = refusal_document (FRAME, part);
    g_autoptr (OrientaPolicy) policy = orienta_policy_parse (json, -1, NULL);
    ck_assert_msg ((policy == NULL) == durable, "%s", word);
  }
}
END_TEST

/* -- what is accepted, tried on every household: conditions drawn by lot and evaluated here -- */

typedef enum { ALL, ANY, NOT, NEED, KIND, SITUATION, DURABLE } Node;

typedef struct Tree Tree;

struct Tree {
  Node node;
  guint attribute; /* of NEED: 0 or 1 */
  guint accepted;  /* mask of the values for which a test holds */
  Tree *children[2];
};

typedef struct {
  guint needs[2], kind, situation;
} Case;

static const char *const levels[] = { "none", "dormant", "low", "high" };
static const char *const needs[] = { "addiction", "psychic" };
static const char *const kinds[] = { "plai", "bail_glissant", "fjt", "other" };

static gboolean
is_durable (const Case *self)
{
  return self->kind != 2; /* fjt; an "other" is taken for durable */
}

static gboolean
holds (const Tree *self, const Case *pair)
{
  switch (self->node) {
  case ALL:
    return holds (self->children[0], pair) && holds (self->children[1], pair);
  case ANY:
    return holds (self->children[0], pair) || holds (self->children[1], pair);
  case NOT:
    return !holds (self->children[0], pair);
  case NEED:
    return self->accepted >> pair->needs[self->attribute] & 1;
  case KIND:
    return self->accepted >> pair->kind & 1;
  case SITUATION:
    return self->accepted >> pair->situation & 1;
  default:
    return self->accepted >> is_durable (pair) & 1;
  }
}

static Tree *
draw (GRand *lot, guint depth)
{
  Tree *self = g_new0 (Tree, 1);
  self->node =
      depth > 0 ? (Node) g_rand_int_range (lot, ALL, DURABLE + 1) : (Node) g_rand_int_range (lot, NEED, DURABLE + 1);
  self->attribute = (guint) g_rand_int_range (lot, 0, 2);
  static const gint values[] = { [NEED] = 4, [KIND] = 4, [SITUATION] = 13, [DURABLE] = 2 };
  if (self->node >= NEED)
    self->accepted = (guint) g_rand_int_range (lot, 1, 1 << values[self->node]);
  else
    for (guint i = 0; i < (self->node == NOT ? 1u : 2u); i++)
      self->children[i] = draw (lot, depth - 1);
  return self;
}

static void
tree_free (Tree *self)
{
  if (!self)
    return;
  tree_free (self->children[0]);
  tree_free (self->children[1]);
  g_free (self);
}

static void
write_test (GString *out, const char *name, guint accepted, const char *const *words, guint n)
{
  g_string_append_printf (out, "{'%s': [", name);
  gboolean first = TRUE;
  for (guint i = 0; i < n; i++)
    if (accepted >> i & 1) {
      g_string_append_printf (out, "%s'%s'", first ? "" : ", ", words[i]);
      first = FALSE;
    }
  g_string_append (out, "]}");
}

static void
write_tree (GString *out, const Tree *self)
{
  const char *situations[13];
  for (guint i = 0; i < 13; i++)
    situations[i] = orienta_situations.words[i].word;
  g_autofree char *need = g_strconcat ("household.need.", needs[self->attribute], NULL);
  switch (self->node) {
  case NOT:
    g_string_append (out, "{'not': ");
    write_tree (out, self->children[0]);
    g_string_append (out, "}");
    return;
  case NEED:
    write_test (out, need, self->accepted, levels, 4);
    return;
  case KIND:
    write_test (out, "unit.kind", self->accepted, kinds, 4);
    return;
  case SITUATION:
    write_test (out, "household.situation", self->accepted, situations, 13);
    return;
  case DURABLE:
    g_string_append_printf (out, "{'unit.durable': [%s]}",
                            self->accepted == 1   ? "false"
                            : self->accepted == 2 ? "true"
                                                  : "false, true");
    return;
  default:
    g_string_append (out, self->node == ALL ? "{'all': [" : "{'any': [");
    write_tree (out, self->children[0]);
    g_string_append (out, ", ");
    write_tree (out, self->children[1]);
    g_string_append (out, "]}");
  }
}

/* How good a line is for a household: 1 when it lets through or gives points, -1 when it takes some. */
typedef struct {
  Tree *applies, *body;
  gint points; /* 0: a rule */
} Line;

static gint
worth (const Line *self, const Case *pair)
{
  gboolean applies = holds (self->applies, pair), body = holds (self->body, pair);
  return self->points == 0 ? !applies || body : applies && body ? self->points : 0;
}

/* Whether more of a need, or the street in place of a shelter, is somewhere worth less. */
static gboolean
harms (const Line *self)
{
  static const guint sheltered[] = { 1, 2, 3, 6, 7 };
  for (guint i = 0; i < 4 * 4 * 4 * 13; i++) {
    Case pair = { { i % 4, i / 4 % 4 }, i / 16 % 4, i / 64 };
    if (!is_durable (&pair))
      continue;
    for (guint need = 0; need < 2; need++)
      for (guint level = pair.needs[need] + 1; level < 4; level++) {
        Case more = pair;
        more.needs[need] = level;
        if (worth (self, &more) < worth (self, &pair))
          return TRUE;
      }
    Case street = pair;
    street.situation = 0;
    for (guint s = 0; self->points == 0 && s < G_N_ELEMENTS (sheltered); s++)
      if (pair.situation == sheltered[s] && worth (self, &street) < worth (self, &pair))
        return TRUE;
  }
  return FALSE;
}

static OrientaPolicy *
load_line (const Line *self)
{
  g_autoptr (GString) part = g_string_new (self->points == 0 ? "'rules': [{'id': 'r', 'source': 's', 'applies': "
                                                             : "'criteria': [{'id': 'r', 'source': 's', 'applies': ");
  write_tree (part, self->applies);
  if (self->points == 0)
    g_string_append (part, ", 'require': ");
  else
    g_string_append_printf (part, ", 'points': %d, 'when': ", self->points);
  write_tree (part, self->body);
  g_string_append (part, "}]");
  g_autofree char *json = refusal_document (FRAME, part->str);
  return orienta_policy_parse (json, -1, NULL);
}

/* Nothing that harms is accepted. Not the other way round: a part that could harm is refused though the rest of the
 * line may prevent it. */
START_TEST (test_every_household)
{
  g_autoptr (GRand) lot = g_rand_new_with_seed (20260101);
  guint accepted = 0, harmless = 0;
  for (guint i = 0; i < 6000; i++) {
    Line line = { draw (lot, 2), draw (lot, 2), g_rand_int_range (lot, -1, 2) };
    g_autoptr (OrientaPolicy) policy = load_line (&line);
    gboolean harm = harms (&line);
    ck_assert (!policy || !harm);
    accepted += policy != NULL;
    harmless += !harm;
    tree_free (line.applies);
    tree_free (line.body);
  }
  ck_assert_uint_gt (accepted, 1000);
  /* And few that are harmless are refused. */
  ck_assert_msg (accepted * 10 > harmless * 7, "%u of %u", accepted, harmless);
}
END_TEST

TEST_MAIN ("housing-first", test_refusals, test_allowed, test_kinds, test_every_household)
