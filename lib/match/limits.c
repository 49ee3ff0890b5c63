/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "match/limits-private.h"

/* -- quotas -- */

/* What units of one part share; -1 where the quota takes all together. */
static gint32
part_of (const OrientaRegister *reg, OrientaQuotaEach each, guint unit)
{
  const OrientaUnitRow *row = &reg->units[unit];
  switch (each) {
  case ORIENTA_EACH_UNIT:
    return (gint32) unit;
  case ORIENTA_EACH_LANDLORD:
    return row->landlord;
  case ORIENTA_EACH_CONTINGENT:
    return row->contingent;
  case ORIENTA_EACH_TERRITORY:
    return row->territory;
  case ORIENTA_EACH_KIND:
    return row->kind;
  default:
    return -1;
  }
}

static const char *
name_of_part (const OrientaRegister *reg, OrientaQuotaEach each, gint32 part)
{
  switch (each) {
  case ORIENTA_EACH_UNIT:
    return reg->units[part].id;
  case ORIENTA_EACH_LANDLORD:
  case ORIENTA_EACH_CONTINGENT:
    return reg->codes[part];
  case ORIENTA_EACH_TERRITORY:
    return reg->territories[part].id;
  case ORIENTA_EACH_KIND:
    return orienta_kinds.words[part].word;
  default:
    return NULL;
  }
}

static void
read_groups (OrientaLimits *self, guint quota)
{
  const OrientaBinding *binding = self->board->binding;
  const OrientaQuota *q = &binding->policy->quotas[quota];
  guint8 *units = self->units[quota] = g_new (guint8, binding->reg->n_units);
  guint8 *households = self->households[quota] = g_new (guint8, binding->reg->n_households);
  for (guint unit = 0; unit < binding->reg->n_units; unit++)
    units[unit] = orienta_binding_quota_has_unit (binding, q, unit);
  for (guint household = 0; household < binding->reg->n_households; household++)
    households[household] = orienta_binding_quota_has_household (binding, q, household);
}

/* A row for one bound of one part; `model` has the rest. */
static void
add_bound (OrientaLimits *self, OrientaLimitRow model, const char *bound, gint64 least, gint64 most)
{
  const OrientaBinding *binding = self->board->binding;
  const OrientaQuota *quota = &binding->policy->quotas[model.quota];
  model.limit.kind = ORIENTA_LIMIT_QUOTA;
  model.limit.id = g_strdup (quota->id);
  model.limit.part = model.part < 0 ? NULL : g_strdup (name_of_part (binding->reg, quota->each, model.part));
  model.limit.bound = bound;
  model.limit.least = least;
  model.limit.most = most;
  g_array_append_val (self->rows, model);
}

/* A share of s: each household of the group counts 1 - s, each other one -s, and the sum is not below 0 (not above). */
static void
add_shares (OrientaLimits *self, guint quota, gint32 part)
{
  const OrientaQuota *q = &self->board->binding->policy->quotas[quota];
  OrientaLimitRow row = { .quota = quota, .part = part, .limit.step = ORIENTA_MILLION };
  if (q->min_share != ORIENTA_UNKNOWN) {
    row.inside = ORIENTA_MILLION - q->min_share;
    row.outside = -q->min_share;
    add_bound (self, row, "min_share", 0, G_MAXINT64);
  }
  if (q->max_share != ORIENTA_UNKNOWN) {
    row.inside = ORIENTA_MILLION - q->max_share;
    row.outside = -q->max_share;
    add_bound (self, row, "max_share", G_MININT64, 0);
  }
}

static void
add_counts (OrientaLimits *self, guint quota, gint32 part)
{
  const OrientaQuota *q = &self->board->binding->policy->quotas[quota];
  OrientaLimitRow row = { .quota = quota, .part = part, .inside = 1, .limit.step = 1 };
  if (q->min_count != ORIENTA_UNKNOWN)
    add_bound (self, row, "min_count", q->min_count, G_MAXINT64);
  if (q->max_count != ORIENTA_UNKNOWN)
    add_bound (self, row, "max_count", G_MININT64, q->max_count);
  row.by_load = TRUE;
  if (q->min_load != ORIENTA_UNKNOWN)
    add_bound (self, row, "min_load", q->min_load, G_MAXINT64);
  if (q->max_load != ORIENTA_UNKNOWN)
    add_bound (self, row, "max_load", G_MININT64, q->max_load);
}

/* Each part once, in the order of its first unit. A unit that has none (no landlord is known) is in no part. */
static void
add_quota (OrientaLimits *self, guint quota)
{
  const OrientaRegister *reg = self->board->binding->reg;
  OrientaQuotaEach each = self->board->binding->policy->quotas[quota].each;
  g_autoptr (GHashTable) seen = g_hash_table_new (NULL, NULL);
  read_groups (self, quota);
  if (each == ORIENTA_EACH_ALL) {
    add_shares (self, quota, -1);
    add_counts (self, quota, -1);
    return;
  }
  for (guint unit = 0; unit < reg->n_units; unit++) {
    gint32 part = part_of (reg, each, unit);
    if (!self->units[quota][unit] || part < 0 || !g_hash_table_add (seen, GINT_TO_POINTER (part)))
      continue;
    add_shares (self, quota, part);
    add_counts (self, quota, part);
  }
}

/* -- services -- */

static void
add_slots (OrientaLimits *self, guint service)
{
  const OrientaRegister *reg = self->board->binding->reg;
  const OrientaServiceRow *s = &reg->services[service];
  for (guint i = s->slots.start; i < s->slots.start + s->slots.n; i++) {
    gint32 name = reg->slots[i].name;
    OrientaLimitRow row = { .quota = service, .slot = i, .part = -1 };
    row.limit = (OrientaLimit){ .kind = ORIENTA_LIMIT_SERVICE,
                                .id = g_strdup (s->id),
                                .part = name < 0 ? NULL : g_strdup (reg->codes[name]),
                                .bound = "slots",
                                .least = G_MININT64,
                                .most = reg->slots[i].amount,
                                .step = 1 };
    g_array_append_val (self->rows, row);
  }
}

/* -- all of them -- */

static void
limit_row_clear (gpointer data)
{
  OrientaLimitRow *self = data;
  g_free (self->limit.id);
  g_free (self->limit.part);
}

/* Quotas in the policy's order, then services in the register's. Free with orienta_limits_free(). */
OrientaLimits *
orienta_limits_new (const OrientaBoard *board, const OrientaPlan *plan)
{
  OrientaLimits *self = g_new0 (OrientaLimits, 1);
  const OrientaPolicy *policy = board->binding->policy;
  self->board = board;
  self->plan = plan;
  self->rows = g_array_new (FALSE, TRUE, sizeof (OrientaLimitRow));
  g_array_set_clear_func (self->rows, limit_row_clear);
  self->units = g_new0 (guint8 *, policy->n_quotas);
  self->households = g_new0 (guint8 *, policy->n_quotas);
  for (guint quota = 0; quota < policy->n_quotas; quota++)
    add_quota (self, quota);
  for (guint service = 0; plan->mode != ORIENTA_SUPPORT_IGNORED && service < plan->n_services; service++)
    add_slots (self, service);
  return self;
}

void
orienta_limits_free (OrientaLimits *self)
{
  if (!self)
    return;
  for (guint quota = 0; quota < self->board->binding->policy->n_quotas; quota++) {
    g_free (self->units[quota]);
    g_free (self->households[quota]);
  }
  g_free (self->units);
  g_free (self->households);
  g_array_unref (self->rows);
  g_free (self);
}

/* What a pair adds to a quota's sum. */
gint64
orienta_limits_weight (const OrientaLimits *self, const OrientaLimitRow *limit, guint row, guint unit)
{
  const OrientaBinding *binding = self->board->binding;
  guint household = self->board->households[row];
  if (!self->units[limit->quota][unit])
    return 0;
  const OrientaQuota *quota = &binding->policy->quotas[limit->quota];
  if (limit->part >= 0 && part_of (binding->reg, quota->each, unit) != limit->part)
    return 0;
  if (!self->households[limit->quota][household])
    return limit->outside;
  return limit->by_load ? orienta_binding_load (binding, &quota->load, household) : limit->inside;
}

static gint64
amount_of (const OrientaLimits *self, const OrientaLimitRow *limit, const OrientaOutcome *outcome)
{
  const OrientaBoard *board = self->board;
  gint64 amount = 0;
  for (guint row = 0; row < board->n_rows; row++) {
    gint64 pair = outcome->pairs[row];
    if (pair < 0 || board->status[pair] == ORIENTA_STAYS)
      continue;
    if (limit->limit.kind == ORIENTA_LIMIT_QUOTA)
      amount += orienta_limits_weight (self, limit, row, board->units[pair]);
    else if (outcome->services[row] == (gint32) limit->quota)
      amount += orienta_plan_load (self->plan, row, &board->binding->reg->slots[limit->slot]);
  }
  return amount;
}

/* How far each limit is used. */
void
orienta_limits_count (OrientaLimits *self, const OrientaOutcome *outcome)
{
  for (guint i = 0; i < self->rows->len; i++) {
    OrientaLimitRow *limit = orienta_limits_get (self, i);
    limit->limit.amount = amount_of (self, limit, outcome);
  }
}

/* Whether all hold, as counted last. */
gboolean
orienta_limits_hold (const OrientaLimits *self)
{
  for (guint i = 0; i < self->rows->len; i++) {
    const OrientaLimit *limit = &orienta_limits_get (self, i)->limit;
    if (limit->amount < limit->least || limit->amount > limit->most)
      return FALSE;
  }
  return TRUE;
}
