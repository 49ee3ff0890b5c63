/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* What another matching would change, household by household and group by group: two policies, two mechanisms, two
 * days. */
#include "report/record-private.h"

#include "io/json-private.h"

typedef enum { CHANGE_SAME, CHANGE_ENTERS, CHANGE_LEAVES, CHANGE_MOVES, N_CHANGES } Change;

typedef struct {
  const OrientaMatching *before, *after;
} Comparison;

/* A household of one register in the other; -1: not there. */
static gint
other_place (const OrientaMatching *self, guint household, const OrientaMatching *other)
{
  return orienta_register_find_household (other->binding->reg, self->binding->reg->households[household].id);
}

/* The id of the home that a household has; NULL: none, or the household is not there. */
static const char *
home_of (const OrientaMatching *self, gint household)
{
  if (household < 0 || self->pair_of[household] < 0)
    return NULL;
  return self->binding->reg->units[self->pairs[self->pair_of[household]].unit].id;
}

static Change
change_of (const char *before, const char *after)
{
  if (!before)
    return after ? CHANGE_ENTERS : CHANGE_SAME;
  if (!after)
    return CHANGE_LEAVES;
  return g_str_equal (before, after) ? CHANGE_SAME : CHANGE_MOVES;
}

/* -- lists -- */

static void
append_change (GString *out, const char *household, const char *before, const char *after)
{
  orienta_answer_next (out);
  g_string_append_c (out, '{');
  orienta_answer_text (out, "after", after);
  orienta_answer_text (out, "before", before);
  orienta_answer_text (out, "household", household);
  g_string_append_c (out, '}');
}

static gint
compare_texts (gconstpointer a, gconstpointer b)
{
  return g_strcmp0 (*(const char *const *) a, *(const char *const *) b);
}

/* The households of both registers, by id, each once. */
static GPtrArray *
list_households (const Comparison *self)
{
  GPtrArray *ids = g_ptr_array_new ();
  const OrientaRegister *before = self->before->binding->reg, *after = self->after->binding->reg;
  for (guint i = 0; i < before->n_households; i++)
    g_ptr_array_add (ids, (gpointer) before->households[i].id);
  for (guint i = 0; i < after->n_households; i++)
    if (other_place (self->after, i, self->before) < 0)
      g_ptr_array_add (ids, (gpointer) after->households[i].id);
  g_ptr_array_sort (ids, compare_texts);
  return ids;
}

static void
append_list (GString *out, const char *name, const Comparison *self, const GPtrArray *ids, Change change)
{
  orienta_answer_key (out, name);
  g_string_append_c (out, '[');
  for (guint i = 0; i < ids->len; i++) {
    const char *id = ids->pdata[i];
    const char *before = home_of (self->before, orienta_register_find_household (self->before->binding->reg, id));
    const char *after = home_of (self->after, orienta_register_find_household (self->after->binding->reg, id));
    if (change_of (before, after) == change)
      append_change (out, id, before, after);
  }
  g_string_append_c (out, ']');
}

/* -- groups -- */

/* Those of a register who are in a group of households; the last group is everybody. */
typedef gboolean (*IsIn) (const OrientaHouseholdRow *household, guint group);

static gboolean
has_need (const OrientaHouseholdRow *household, guint need)
{
  return household->needs[need] == ORIENTA_LEVEL_LOW || household->needs[need] == ORIENTA_LEVEL_HIGH;
}

static gboolean
has_situation (const OrientaHouseholdRow *household, guint situation)
{
  return household->situation == (gint8) situation;
}

static void
count_group (const OrientaMatching *self, IsIn is_in, guint group, guint *n, guint *housed)
{
  const OrientaRegister *reg = self->binding->reg;
  for (guint i = 0; i < reg->n_households; i++)
    if (is_in (&reg->households[i], group)) {
      ++*n;
      *housed += self->pair_of[i] >= 0;
    }
}

/* Those who are not there any more, and had a home. */
static guint
count_gone (const Comparison *self, IsIn is_in, guint group)
{
  const OrientaRegister *reg = self->before->binding->reg;
  guint n = 0;
  for (guint i = 0; i < reg->n_households; i++)
    n += is_in (&reg->households[i], group) && self->before->pair_of[i] >= 0
         && other_place (self->before, i, self->after) < 0;
  return n;
}

static guint
count_changes (const Comparison *self, IsIn is_in, guint group, Change change)
{
  const OrientaRegister *reg = self->after->binding->reg;
  guint n = change == CHANGE_LEAVES ? count_gone (self, is_in, group) : 0;
  for (guint i = 0; i < reg->n_households; i++)
    if (is_in (&reg->households[i], group))
      n += change_of (home_of (self->before, other_place (self->after, i, self->before)),
                      home_of (self->after, (gint) i))
           == change;
  return n;
}

/* Who of a group is housed before and after; those who are in the second register alone enter, those of the first alone
 * leave. */
static void
append_group (GString *out, const Comparison *self, const char *word, IsIn is_in, guint group)
{
  guint n = 0, n_before = 0, housed = 0, housed_before = 0;
  count_group (self->before, is_in, group, &n_before, &housed_before);
  count_group (self->after, is_in, group, &n, &housed);
  orienta_answer_next (out);
  g_string_append_c (out, '{');
  orienta_answer_count (out, "enter", count_changes (self, is_in, group, CHANGE_ENTERS));
  orienta_answer_text (out, "group", word);
  orienta_answer_count (out, "housed_after", housed);
  orienta_answer_count (out, "housed_before", housed_before);
  orienta_answer_count (out, "households_after", n);
  orienta_answer_count (out, "households_before", n_before);
  orienta_answer_count (out, "leave", count_changes (self, is_in, group, CHANGE_LEAVES));
  orienta_answer_count (out, "move", count_changes (self, is_in, group, CHANGE_MOVES));
  g_string_append_c (out, '}');
}

static void
append_groups (GString *out, const char *name, const Comparison *self, const OrientaVocabulary *words, guint n,
               IsIn is_in)
{
  orienta_answer_key (out, name);
  g_string_append_c (out, '[');
  for (guint i = 0; i < n; i++)
    append_group (out, self, words->words[i].word, is_in, i);
  g_string_append_c (out, ']');
}

static void
append_side (GString *out, const char *name, const OrientaMatching *self)
{
  orienta_answer_key (out, name);
  g_string_append_c (out, '{');
  orienta_answer_count (out, "housed", self->n_pairs);
  orienta_answer_text (out, "mechanism", orienta_mechanism_words[self->options->mechanism]);
  orienta_answer_policy (out, "policy", self->binding->policy);
  orienta_answer_text (out, "register", orienta_register_get_sha256 (self->binding->reg));
  orienta_answer_points (out, "total", self->total);
  g_string_append_c (out, '}');
}

/**
 * orienta_matching_diff:
 * @other: a matching of the same register, or of one that shares ids with it, under any policy
 *
 * What changes from @self to @other: who gets a home that had none (`enter`), who loses it (`leave`), who has another
 * one
 * (`move`), by household and counted by group of need and by situation. Canonical JSON; docs/answers.md has the shape.
 * A group may be small: this is for the coordinator, not for publication.
 *
 * Returns: (transfer full): free with g_free()
 */
char *
orienta_matching_diff (const OrientaMatching *self, const OrientaMatching *other)
{
  g_return_val_if_fail (self && other, NULL);
  Comparison comparison = { self, other };
  g_autoptr (GPtrArray) ids = list_households (&comparison);
  GString *out = g_string_new ("{");
  append_side (out, "after", other);
  append_side (out, "before", self);
  append_groups (out, "by_need", &comparison, &orienta_needs, ORIENTA_N_NEEDS, has_need);
  append_groups (out, "by_situation", &comparison, &orienta_situations, orienta_situations.n, has_situation);
  append_list (out, "enter", &comparison, ids, CHANGE_ENTERS);
  append_list (out, "leave", &comparison, ids, CHANGE_LEAVES);
  append_list (out, "move", &comparison, ids, CHANGE_MOVES);
  g_string_append_c (out, '}');
  return g_string_free (out, FALSE);
}
