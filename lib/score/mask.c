/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "score/mask-private.h"

#include "score/probe-private.h"
#include "score/vector-private.h"

#include <string.h>

#define MEMORY_BYTES ((gsize) 2 << 20) /* of remembered answers, for each test and thread: near the processor */

struct OrientaMaskNode {
  OrientaConditionKind kind; /* TEST also stands for another criterion */
  guint n_children;
  OrientaMaskNode **children;
  guint probe;
};

struct OrientaMasks {
  const OrientaBinding *binding;
  guint n_words;
  GPtrArray *probes; /* OrientaProbe */
  GPtrArray *roots;  /* OrientaMaskNode */
  guint depth;       /* of the deepest condition */
};

/* What a test answered, by class of household. Classes are numbered as they appear, so that frequent ones come early
 * and have a slot of their own; all that are too many share the last one. */
typedef struct {
  guint n_slots;
  guint32 *class; /* by slot: whose answer it is, + 1 */
  guint64 *rows;  /* by slot: possible, certain */
} Memory;

struct OrientaMaskWorker {
  const OrientaMasks *masks;
  Memory *memories;   /* by probe */
  guint64 *levels[2]; /* by bank: two rows for each depth */
};

/* -- compiling -- */

static void
node_free (gpointer data)
{
  OrientaMaskNode *node = data;
  for (guint i = 0; i < node->n_children; i++)
    node_free (node->children[i]);
  g_free (node->children);
  g_free (node);
}

static void
probe_free (gpointer data)
{
  orienta_probe_clear (data);
  g_free (data);
}

OrientaMasks *
orienta_masks_new (const OrientaBinding *binding)
{
  OrientaMasks *self = g_new0 (OrientaMasks, 1);
  self->binding = binding;
  self->n_words = (binding->reg->n_units + 63) / 64;
  self->probes = g_ptr_array_new_with_free_func (probe_free);
  self->roots = g_ptr_array_new_with_free_func (node_free);
  return self;
}

void
orienta_masks_free (OrientaMasks *self)
{
  if (!self)
    return;
  g_ptr_array_unref (self->probes);
  g_ptr_array_unref (self->roots);
  g_free (self);
}

guint
orienta_masks_n_words (const OrientaMasks *self)
{
  return self->n_words;
}

/* pair.in_choice is two questions, each of which finds more units alike than both together. */
static OrientaCondition in_territories = { .kind = ORIENTA_CONDITION_TEST,
                                           .attribute = ORIENTA_PAIR_IN_TERRITORIES,
                                           .op = ORIENTA_OP_EQ,
                                           .operand = ORIENTA_OPERAND_CONSTANT,
                                           .constant = TRUE };
static OrientaCondition in_kinds = { .kind = ORIENTA_CONDITION_TEST,
                                     .attribute = ORIENTA_PAIR_IN_KINDS,
                                     .op = ORIENTA_OP_EQ,
                                     .operand = ORIENTA_OPERAND_CONSTANT,
                                     .constant = TRUE };
static OrientaCondition *const choice_parts[] = { &in_territories, &in_kinds };
static const OrientaCondition in_choice = { .kind = ORIENTA_CONDITION_ALL,
                                            .n_children = G_N_ELEMENTS (choice_parts),
                                            .children = (OrientaCondition **) choice_parts };

/* A test of a computed attribute against a constant is the condition behind it, or its contrary. */
static const OrientaCondition *
computed_by (const OrientaBinding *binding, const OrientaCondition *condition)
{
  if (condition->kind != ORIENTA_CONDITION_TEST || condition->op != ORIENTA_OP_EQ
      || condition->operand != ORIENTA_OPERAND_CONSTANT)
    return NULL;
  if (condition->attribute == ORIENTA_PAIR_IN_CHOICE)
    return &in_choice;
  if (condition->attribute < ORIENTA_N_ATTRIBUTES)
    return NULL;
  return binding->policy->locals[condition->attribute - ORIENTA_N_ATTRIBUTES].when;
}

static OrientaMaskNode *
compile (OrientaMasks *self, const OrientaCondition *condition, guint depth)
{
  OrientaMaskNode *node = g_new0 (OrientaMaskNode, 1);
  const OrientaCondition *computed = computed_by (self->binding, condition);
  self->depth = MAX (self->depth, depth + 1);
  if (computed && condition->constant) {
    g_free (node);
    return compile (self, computed, depth);
  }
  if (computed || condition->n_children > 0 || condition->kind <= ORIENTA_CONDITION_NOT) {
    node->kind = computed ? ORIENTA_CONDITION_NOT : condition->kind;
    node->n_children = computed ? 1 : condition->n_children;
    node->children = g_new (OrientaMaskNode *, node->n_children);
    for (guint i = 0; i < node->n_children; i++)
      node->children[i] = compile (self, computed ? computed : condition->children[i], depth + 1);
    return node;
  }
  OrientaProbe *probe = g_new0 (OrientaProbe, 1);
  orienta_probe_init (probe, self->binding, condition, self->n_words);
  node->kind = ORIENTA_CONDITION_TEST;
  node->probe = self->probes->len;
  g_ptr_array_add (self->probes, probe);
  return node;
}

/* NULL for NULL: a condition that always holds. `condition` must outlive the masks. */
const OrientaMaskNode *
orienta_masks_compile (OrientaMasks *self, const OrientaCondition *condition)
{
  if (!condition)
    return NULL;
  OrientaMaskNode *root = compile (self, condition, 0);
  g_ptr_array_add (self->roots, root);
  return root;
}

/* Whether the unit is inside the household's stated choice. */
const OrientaMaskNode *
orienta_masks_compile_choice (OrientaMasks *self)
{
  return orienta_masks_compile (self, &in_choice);
}

/* -- asking -- */

OrientaMaskWorker *
orienta_mask_worker_new (const OrientaMasks *masks)
{
  OrientaMaskWorker *self = g_new0 (OrientaMaskWorker, 1);
  gsize pair = 2 * (gsize) MAX (masks->n_words, 1);
  self->masks = masks;
  self->memories = g_new0 (Memory, masks->probes->len);
  for (guint i = 0; i < G_N_ELEMENTS (self->levels); i++)
    self->levels[i] = g_new (guint64, pair * (masks->depth + 1));
  for (guint i = 0; i < masks->probes->len; i++) {
    const OrientaProbe *probe = g_ptr_array_index (masks->probes, i);
    if (!probe->reads_unit)
      continue;
    Memory *memory = &self->memories[i];
    gsize most = MAX (1, MEMORY_BYTES / (pair * sizeof (guint64)));
    memory->n_slots = (guint) MIN (most, probe->households->n);
    memory->class = g_new0 (guint32, memory->n_slots);
    memory->rows = g_new (guint64, pair * memory->n_slots);
  }
  return self;
}

void
orienta_mask_worker_free (OrientaMaskWorker *self)
{
  if (!self)
    return;
  for (guint i = 0; i < self->masks->probes->len; i++) {
    g_free (self->memories[i].class);
    g_free (self->memories[i].rows);
  }
  for (guint i = 0; i < G_N_ELEMENTS (self->levels); i++)
    g_free (self->levels[i]);
  g_free (self->memories);
  g_free (self);
}

static OrientaMask
same (OrientaTruth truth)
{
  return (OrientaMask){ .same = TRUE, .truth = truth };
}

static OrientaMask
ask_probe (OrientaMaskWorker *self, guint index, guint household)
{
  const OrientaProbe *probe = g_ptr_array_index (self->masks->probes, index);
  if (!probe->reads_unit)
    return same (orienta_binding_truth (probe->binding, probe->condition, household, -1));
  Memory *memory = &self->memories[index];
  gsize n = self->masks->n_words;
  guint32 class = probe->households->of[household];
  guint slot = MIN (class, memory->n_slots - 1);
  guint64 *rows = memory->rows + 2 * n * slot;
  if (memory->class[slot] != class + 1)
    orienta_probe_ask (probe, household, (OrientaBits){ rows, rows + n });
  memory->class[slot] = class + 1;
  return (OrientaMask){ .possible = rows, .certain = rows + n };
}

static OrientaMask ask (OrientaMaskWorker *self, const OrientaMaskNode *node, guint household, guint depth, guint bank);

/* `all` is a walk that takes the least, `any` one that takes the greatest; the first rows met are copied to this
 * depth's own. */
static OrientaMask
ask_children (OrientaMaskWorker *self, const OrientaMaskNode *node, guint household, guint depth, guint bank)
{
  gboolean all = node->kind == ORIENTA_CONDITION_ALL;
  OrientaTruth idle = all ? ORIENTA_TRUE : ORIENTA_FALSE; /* changes nothing */
  gsize n = self->masks->n_words;
  guint64 *possible = self->levels[bank] + 2 * n * depth, *certain = possible + n;
  OrientaTruth truth = idle; /* of the parts that are the same for all units */
  gboolean rows = FALSE;
  for (guint i = 0; i < node->n_children; i++) {
    OrientaMask child = ask (self, node->children[i], household, depth + 1, bank);
    if (child.same) {
      truth = all ? MIN (truth, child.truth) : MAX (truth, child.truth);
      if (truth == (all ? ORIENTA_FALSE : ORIENTA_TRUE))
        return same (truth);
    } else if (!rows) {
      memcpy (possible, child.possible, n * sizeof (guint64));
      memcpy (certain, child.certain, n * sizeof (guint64));
      rows = TRUE;
    } else {
      (all ? orienta_vector_and : orienta_vector_or) (possible, (guint) n, child.possible);
      (all ? orienta_vector_and : orienta_vector_or) (certain, (guint) n, child.certain);
    }
  }
  if (!rows)
    return same (truth);
  if (truth == ORIENTA_MAYBE)
    memset (all ? certain : possible, all ? 0 : 0xff, n * sizeof (guint64));
  return (OrientaMask){ .possible = possible, .certain = certain };
}

static OrientaMask
ask_not (OrientaMaskWorker *self, const OrientaMaskNode *node, guint household, guint depth, guint bank)
{
  OrientaMask child = ask (self, node->children[0], household, depth + 1, bank);
  if (child.same)
    return same (ORIENTA_TRUE - child.truth);
  gsize n = self->masks->n_words;
  guint64 *possible = self->levels[bank] + 2 * n * depth, *certain = possible + n;
  for (gsize i = 0; i < n; i++) {
    possible[i] = ~child.certain[i];
    certain[i] = ~child.possible[i];
  }
  return (OrientaMask){ .possible = possible, .certain = certain };
}

static OrientaMask
ask (OrientaMaskWorker *self, const OrientaMaskNode *node, guint household, guint depth, guint bank)
{
  switch (node->kind) {
  case ORIENTA_CONDITION_ALL:
  case ORIENTA_CONDITION_ANY:
    return ask_children (self, node, household, depth, bank);
  case ORIENTA_CONDITION_NOT:
    return ask_not (self, node, household, depth, bank);
  default:
    return ask_probe (self, node->probe, household);
  }
}

OrientaMask
orienta_mask_ask (OrientaMaskWorker *self, const OrientaMaskNode *node, guint household, guint bank)
{
  return node ? ask (self, node, household, 0, bank) : same (ORIENTA_TRUE);
}
