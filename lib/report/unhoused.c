/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* The unhoused and why: households to which no home is open, with the conditions that say no, and those who have homes
 * open to them but stand on no list. */
#include "report/report-private.h"

#include "base/progress-private.h"
#include "rules/verdict-private.h"
#include "score/ranking-private.h"
#include "score/sweep-private.h"

#include <string.h>

#define MAX_JUDGED 400000 /* verdicts given to say why; past that, evenly spread homes are looked at */

static void
obstacle_clear (gpointer data)
{
  OrientaObstacle *self = data;
  g_free (self->rule);
  g_free (self->source);
  g_free (self->text[ORIENTA_FRENCH]);
  g_free (self->text[ORIENTA_ENGLISH]);
}

GArray *
orienta_obstacles_new (void)
{
  GArray *obstacles = g_array_new (FALSE, TRUE, sizeof (OrientaObstacle));
  g_array_set_clear_func (obstacles, obstacle_clear);
  return obstacles;
}

/* What a condition asks, without the values of one pair: the rule's label, or how the sentence begins. */
static char *
obstacle_text (const OrientaVerdict *verdict, OrientaReasonCode code, const char *rule, OrientaLanguage language)
{
  const OrientaPolicy *policy = orienta_verdict_get_binding (verdict)->policy;
  for (guint i = 0; rule && i < policy->n_rules; i++)
    if (g_str_equal (policy->rules[i].id, rule))
      return g_strdup (orienta_label_get (&policy->rules[i].label, language, rule));
  const char *sentence = orienta_reason_get_sentence (code, language);
  return g_strchomp (g_strndup (sentence, strcspn (sentence, ":.")));
}

/* A policy has tens of rules: a walk is cheaper than a table. */
static OrientaObstacle *
obstacle_of (GArray *obstacles, const OrientaVerdict *verdict, guint reason)
{
  OrientaReasonCode code = orienta_verdict_get_reason (verdict, reason);
  const char *rule = orienta_verdict_get_reason_rule (verdict, reason);
  for (guint i = 0; i < obstacles->len; i++) {
    OrientaObstacle *known = &g_array_index (obstacles, OrientaObstacle, i);
    if (known->code == code && g_strcmp0 (known->rule, rule) == 0)
      return known;
  }
  OrientaObstacle fresh = {
    .code = code,
    .rule = g_strdup (rule),
    .source = g_strdup (orienta_verdict_get_reason_source (verdict, reason)),
    .special = orienta_verdict_reason_is_special (verdict, reason),
    .text = { obstacle_text (verdict, code, rule, ORIENTA_FRENCH),
              obstacle_text (verdict, code, rule, ORIENTA_ENGLISH) },
  };
  g_array_append_val (obstacles, fresh);
  return &g_array_index (obstacles, OrientaObstacle, obstacles->len - 1);
}

static gboolean
refuses (const OrientaVerdict *verdict, guint reason)
{
  return orienta_reason_get_severity (orienta_verdict_get_reason (verdict, reason)) == ORIENTA_SEVERITY_REFUSE;
}

static guint
count_refusals (const OrientaVerdict *verdict)
{
  guint n = 0;
  for (guint i = 0; i < orienta_verdict_get_n_reasons (verdict); i++)
    n += refuses (verdict, i);
  return n;
}

/* Counts what refuses in a verdict; `of` is whom to count it for: a household, or a unit in a household's own report.
 */
void
orienta_report_count_obstacles (GArray *obstacles, const OrientaVerdict *verdict, guint of)
{
  guint n = count_refusals (verdict);
  for (guint i = 0; i < orienta_verdict_get_n_reasons (verdict); i++) {
    if (!refuses (verdict, i))
      continue;
    OrientaObstacle *obstacle = obstacle_of (obstacles, verdict, i);
    obstacle->n_refused++;
    obstacle->n_alone += n == 1;
    obstacle->n_households += obstacle->last != of + 1;
    obstacle->last = of + 1;
  }
}

static gint
by_weight (gconstpointer a, gconstpointer b)
{
  const OrientaObstacle *x = a, *y = b;
  if (x->n_households != y->n_households)
    return x->n_households > y->n_households ? -1 : 1;
  if (x->n_refused != y->n_refused)
    return x->n_refused > y->n_refused ? -1 : 1;
  return x->code != y->code ? (x->code < y->code ? -1 : 1) : g_strcmp0 (x->rule, y->rule);
}

void
orienta_report_sort_obstacles (GArray *obstacles)
{
  g_array_sort (obstacles, by_weight);
}

/* Judges the homes one household cannot have, and keeps the verdict that is nearest to a yes. */
static void
look_at (OrientaReport *self, OrientaBlocked *blocked, guint step)
{
  guint least = G_MAXUINT;
  for (guint unit = 0; unit < self->reg->n_units; unit += step) {
    g_autoptr (OrientaVerdict) verdict = orienta_verdict_new (self->binding, blocked->household, unit);
    guint n = count_refusals (verdict);
    orienta_report_count_obstacles (self->obstacles, verdict, blocked->household);
    if (n >= least)
      continue;
    least = n;
    g_clear_pointer (&blocked->nearest, orienta_verdict_unref);
    blocked->nearest = g_steal_pointer (&verdict);
  }
}

/* What the last place shown of a list asked for. */
typedef struct {
  gint64 points; /* ORIENTA_UNKNOWN: nobody stands on it */
  guint household;
  guint tier;
  gboolean in_choice;
} Cut;

static Cut *
cuts_new (const OrientaReport *self)
{
  Cut *cuts = g_new0 (Cut, self->reg->n_units);
  for (guint i = 0; i < self->reg->n_units; i++)
    cuts[i].points = ORIENTA_UNKNOWN;
  for (guint list = 0; list < orienta_shortlist_get_n_lists (self->lists); list++) {
    guint n = orienta_report_n_shown (self, list);
    Cut *cut = &cuts[orienta_report_unit_of (self, list)];
    if (n == 0)
      continue;
    cut->points = orienta_shortlist_get_points (self->lists, list, n - 1);
    cut->household = orienta_shortlist_get_household (self->lists, list, n - 1);
    cut->tier = orienta_ranking_tier (self->binding, cut->household, orienta_report_unit_of (self, list));
    cut->in_choice = orienta_shortlist_is_in_choice (self->lists, list, n - 1);
  }
  return cuts;
}

/* Whether more points would do: the tier, and all that the order asks before points, are no worse than the last's. Who
 * is on no list is never better, so that what differs is worse. */
static gboolean
is_within_reach (const OrientaReport *self, guint household, const Cut *last, guint unit, gboolean in_choice)
{
  const OrientaPolicy *policy = self->policy;
  for (guint i = 0; i < policy->n_order; i++) {
    const OrientaKey *key = &policy->order[i];
    if (key->kind == ORIENTA_KEY_POINTS)
      return orienta_ranking_tier (self->binding, household, unit) == last->tier;
    if (key->kind == ORIENTA_KEY_ATTRIBUTE && key->attribute == ORIENTA_PAIR_IN_CHOICE) {
      if (in_choice != last->in_choice)
        return FALSE;
      continue;
    }
    if (key->kind == ORIENTA_KEY_LOTTERY
        || orienta_binding_value (self->binding, key->attribute, household, (gint) unit)
               != orienta_binding_value (self->binding, key->attribute, last->household, (gint) unit))
      return FALSE;
  }
  return FALSE;
}

/* One thread's. */
typedef struct {
  OrientaMaskWorker *masks;
  guint64 n_eligible, n_possible;
} Sight;

/* One look at everything, by threads; what is by household is each one thread's. */
typedef struct {
  OrientaReport *report;
  const Cut *cuts;         /* by unit */
  OrientaWaiting *nearest; /* by household */
  const OrientaMaskNode *choice;
  Sight *sights; /* by thread */
} Look;

/* The list where the fewest points are missing, of those within reach. Reach is asked only of a list that would be
 * nearer than those before it. */
static void
find_nearest (const Look *look, Sight *sight, const OrientaRow *row, OrientaWaiting *waiting)
{
  OrientaMask choice = orienta_mask_ask (sight->masks, look->choice, row->household, 0);
  for (guint word = 0; word < row->n_words; word++)
    for (guint64 bits = row->possible[word]; bits;) {
      guint unit = orienta_row_next (&bits, word);
      const Cut *cut = &look->cuts[unit];
      if (cut->points == ORIENTA_UNKNOWN)
        continue;
      gint64 gap = cut->points - orienta_points_get (&row->points, unit);
      if ((waiting->unit != G_MAXUINT && gap >= waiting->gap)
          || !is_within_reach (look->report, row->household, cut, unit, orienta_mask_has (&choice, unit)))
        continue;
      waiting->unit = unit;
      waiting->gap = gap;
    }
}

static gboolean
look_at_row (const OrientaRow *row, guint thread, gpointer data)
{
  Look *look = data;
  guint n_possible = 0, n_eligible = 0;
  for (guint word = 0; word < row->n_words; word++) {
    n_possible += (guint) __builtin_popcountll (row->possible[word]);
    n_eligible += (guint) __builtin_popcountll (row->possible[word] & row->certain[word]);
  }
  Sight *sight = &look->sights[thread];
  sight->n_possible += n_possible;
  sight->n_eligible += n_eligible;
  look->report->open[row->household] = n_possible;
  OrientaWaiting *waiting = &look->nearest[row->household];
  *waiting = (OrientaWaiting){ .household = row->household, .n_open = n_possible, .unit = G_MAXUINT };
  if (n_possible > 0 && !look->report->listed[row->household])
    find_nearest (look, sight, row, waiting);
  return TRUE;
}

/* The nearest to a list first. */
static gint
by_gap (gconstpointer a, gconstpointer b)
{
  const OrientaWaiting *x = a, *y = b;
  if ((x->unit == G_MAXUINT) != (y->unit == G_MAXUINT))
    return x->unit == G_MAXUINT ? 1 : -1;
  if (x->gap != y->gap)
    return x->gap < y->gap ? -1 : 1;
  return x->household < y->household ? -1 : 1;
}

/* Sorts the households out: on a list, waiting for one, or shut out of every home. */
static void
sort_out (OrientaReport *self, const OrientaWaiting *nearest)
{
  for (guint household = 0; household < self->reg->n_households; household++) {
    OrientaBlocked blocked = { .household = household };
    if (self->open[household] == 0)
      g_array_append_val (self->blocked, blocked);
    else if (!self->listed[household])
      g_array_append_val (self->waiting, nearest[household]);
  }
  g_array_sort (self->waiting, by_gap);
}

static gboolean
sweep (OrientaReport *self, guint n_threads, OrientaProgress *progress, GError **error)
{
  n_threads = orienta_sweep_threads (n_threads);
  g_autofree Cut *cuts = cuts_new (self);
  g_autofree OrientaWaiting *nearest = g_new (OrientaWaiting, self->reg->n_households);
  g_autofree Sight *sights = g_new0 (Sight, n_threads);
  g_autoptr (OrientaMasks) masks = orienta_masks_new (self->binding);
  Look look = { self, cuts, nearest, orienta_masks_compile_choice (masks), sights };
  for (guint i = 0; i < n_threads; i++)
    sights[i].masks = orienta_mask_worker_new (masks);
  gboolean done =
      orienta_sweep (self->binding, self->level, n_threads, "seeing who is left", progress, look_at_row, &look, error);
  for (guint i = 0; i < n_threads; i++) {
    self->n_eligible += sights[i].n_eligible;
    self->n_to_verify += sights[i].n_possible - sights[i].n_eligible;
    orienta_mask_worker_free (sights[i].masks);
  }
  if (done)
    sort_out (self, nearest);
  return done;
}

/* Fills what the report says of those who stand on no list. One sweep over all pairs, none of which is kept, and one
 * verdict for each home looked at. */
gboolean
orienta_report_find_unhoused (OrientaReport *self, guint n_threads, OrientaProgress *progress, GError **error)
{
  if (!sweep (self, n_threads, progress, error))
    return FALSE;
  guint64 all = (guint64) self->blocked->len * self->reg->n_units;
  guint step = (guint) (1 + all / MAX_JUDGED);
  self->n_looked_at = (self->reg->n_units + step - 1) / step;
  orienta_progress_start (progress, "saying why", self->blocked->len);
  for (guint i = 0; i < self->blocked->len; i++) {
    look_at (self, &g_array_index (self->blocked, OrientaBlocked, i), step);
    orienta_progress_advance (progress, 1);
    if (!orienta_progress_tick (progress, error))
      return FALSE;
  }
  orienta_report_sort_obstacles (self->obstacles);
  return TRUE;
}
