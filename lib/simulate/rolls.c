/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "simulate/rolls-private.h"

#include "model/selection-private.h"
#include "score/ranking-private.h"
#include "score/sweep-private.h"
#include "simulate/growth-private.h"
#include "simulate/steady-private.h"

#define FEW 32 /* lines that are not looked through */
#define CHOICES 3

/* A household that a home is open to. */
typedef struct {
  guint32 household;
  guint32 version; /* of the household: the line counts while this is the last one */
  gint64 points;   /* without those that grow */
  guint32 head;    /* the tier, then whether the home is in its choice where the order begins with that: less is first */
  guint32 status;  /* OrientaStatus */
} Line;

typedef struct {
  GArray *lines; /* of Line, in no order */
  guint kept;    /* lines that counted when last looked through */
} Roll;

struct OrientaRolls {
  OrientaBinding *binding;
  const OrientaMatchOptions *options;
  OrientaRanking *ranking;
  gboolean by_points; /* in each head the order goes by points, the most first */
  OrientaGrowth growth;
  Roll *rolls;       /* by unit */
  gint64 *reserves;  /* by unit: points below which no place is given; G_MININT64: none */
  guint32 *versions; /* by household */
  OrientaDate *due;  /* by household: the first day on which it has to be asked about */
  gint64 *grown;     /* by household: points that grow, on the day at hand */
};

void
orienta_rolls_free (OrientaRolls *self)
{
  if (!self)
    return;
  for (guint unit = 0; unit < self->binding->reg->n_units; unit++)
    g_array_unref (self->rolls[unit].lines);
  g_free (self->rolls);
  g_free (self->reserves);
  g_free (self->versions);
  g_free (self->due);
  g_free (self->grown);
  orienta_growth_clear (&self->growth);
  orienta_ranking_free (self->ranking);
  orienta_binding_unref (self->binding);
  g_free (self);
}

static void
read_reserves (OrientaRolls *self)
{
  const OrientaRegister *reg = self->binding->reg;
  const GArray *reserves = self->options->reserves;
  self->reserves = g_new (gint64, reg->n_units);
  for (guint unit = 0; unit < reg->n_units; unit++)
    self->reserves[unit] = G_MININT64;
  for (guint i = 0; i < reserves->len; i++) {
    const OrientaNamedReserve *reserve = &g_array_index (reserves, OrientaNamedReserve, i);
    gint unit = orienta_register_find_unit (reg, reserve->unit);
    if (unit >= 0)
      self->reserves[unit] = reserve->points;
  }
}

/* NULL where the policy reads of a home what changes with who lives there, or the mechanism is none that goes home by
 * home in an order that the days alone decide. The options outlive it. */
OrientaRolls *
orienta_rolls_new (OrientaBinding *binding, const OrientaMatchOptions *options)
{
  const OrientaRegister *reg = binding->reg;
  if (options->mechanism != ORIENTA_MECHANISM_SEQUENTIAL || options->unit_order == ORIENTA_UNITS_SCARCE_FIRST)
    return NULL;
  g_autoptr (OrientaRolls) self = g_new0 (OrientaRolls, 1);
  self->binding = orienta_binding_ref (binding);
  self->options = options;
  self->ranking = orienta_ranking_new (binding, options->seed);
  self->by_points = orienta_ranking_start (self->ranking) != ORIENTA_START_OTHER;
  self->rolls = g_new0 (Roll, reg->n_units);
  for (guint unit = 0; unit < reg->n_units; unit++)
    self->rolls[unit].lines = g_array_new (FALSE, FALSE, sizeof (Line));
  self->versions = g_new0 (guint32, reg->n_households);
  self->due = g_new (OrientaDate, reg->n_households);
  self->grown = g_new (gint64, reg->n_households);
  read_reserves (self);
  orienta_growth_init (&self->growth, binding);
  return (self->growth.paces & ORIENTA_PACE_HOMES) != 0 ? NULL : g_steal_pointer (&self);
}

/* -- when a household has to be asked about again -- */

/* The first day after `day` on which so many months have passed. */
static OrientaDate
day_of_months (OrientaDate from, gint months, OrientaDate day)
{
  gint still = months - orienta_date_months (from, day);
  day += MAX (28 * (still - 1), 0);
  while (orienta_date_months (from, day) < months)
    day++;
  return day;
}

static OrientaDate
next_birthday (OrientaDate birth, OrientaDate day)
{
  gint months = orienta_date_months (birth, day);
  return months < 0 ? day + 1 : day_of_months (birth, (months / 12 + 1) * 12, day);
}

static OrientaDate
next_age (const OrientaRegister *world, const OrientaHouseholdRow *row)
{
  OrientaDate next = row->persons.n > 0 || row->birth_date == ORIENTA_NO_DATE
                         ? G_MAXINT32
                         : next_birthday (row->birth_date, world->as_of);
  for (guint i = 0; i < row->persons.n; i++) {
    OrientaDate birth = world->persons[row->persons.start + i].birth_date;
    if (birth != ORIENTA_NO_DATE)
      next = MIN (next, next_birthday (birth, world->as_of));
  }
  return next;
}

static OrientaDate
next_month (const OrientaRegister *world, const OrientaHouseholdRow *row)
{
  const OrientaDate dates[] = { row->request_date, row->referral_date, row->last_contact };
  OrientaDate next = G_MAXINT32;
  for (guint i = 0; i < G_N_ELEMENTS (dates); i++)
    if (dates[i] != ORIENTA_NO_DATE)
      next = MIN (next, day_of_months (dates[i], orienta_date_months (dates[i], world->as_of) + 1, world->as_of));
  return next;
}

static OrientaDate
due_of (const OrientaRolls *self, guint household)
{
  const OrientaRegister *world = self->binding->reg;
  const OrientaHouseholdRow *row = &world->households[household];
  if (self->growth.paces & ORIENTA_PACE_DAYS)
    return world->as_of + 1;
  return MIN (self->growth.ages ? next_age (world, row) : G_MAXINT32,
              self->growth.paces & ORIENTA_PACE_MONTHS ? next_month (world, row) : G_MAXINT32);
}

gboolean
orienta_rolls_is_due (const OrientaRolls *self, guint household)
{
  return self->due[household] <= self->binding->reg->as_of;
}

/* -- lines -- */

static void
look_through (const OrientaRolls *self, Roll *roll)
{
  Line *lines = (Line *) (gpointer) roll->lines->data;
  guint n = 0;
  for (guint i = 0; i < roll->lines->len; i++)
    if (lines[i].version == self->versions[lines[i].household])
      lines[n++] = lines[i];
  g_array_set_size (roll->lines, n);
  roll->kept = n;
}

static void
add_line (OrientaRolls *self, guint unit, const Line *line)
{
  Roll *roll = &self->rolls[unit];
  if (roll->lines->len > 2 * roll->kept + FEW)
    look_through (self, roll);
  g_array_append_vals (roll->lines, line, 1);
}

/* -- asking -- */

typedef struct {
  OrientaRolls *rolls;
  const guint32 *households;     /* of the selection: of the world */
  OrientaMaskWorker *worker;
  const OrientaMaskNode **tiers; /* by tier */
  const OrientaMaskNode *choice; /* NULL: the order does not begin with it */
  guint32 *heads;                /* by unit, of the household at hand */
} Asking;

static void
fill_heads (Asking *self, guint household, guint n_units)
{
  guint n_tiers = self->rolls->binding->policy->n_tiers;
  for (guint unit = 0; unit < n_units; unit++)
    self->heads[unit] = n_tiers * CHOICES;
  for (guint tier = n_tiers; tier-- > 0;) {
    OrientaMask mask = orienta_mask_ask (self->worker, self->tiers[tier], household, 0);
    for (guint unit = 0; unit < n_units; unit++)
      if (orienta_mask_has (&mask, unit))
        self->heads[unit] = tier * CHOICES;
  }
  if (!self->choice)
    return;
  OrientaMask mask = orienta_mask_ask (self->worker, self->choice, household, 0);
  for (guint unit = 0; unit < n_units; unit++) {
    gboolean possible = mask.same ? mask.truth >= ORIENTA_MAYBE : mask.possible[unit / 64] >> unit % 64 & 1;
    self->heads[unit] += orienta_mask_has (&mask, unit) ? 0 : possible ? CHOICES - 1 : 1;
  }
}

static void
hold (const OrientaRow *row, guint thread, gpointer data)
{
  Asking *asking = data;
  OrientaRolls *self = asking->rolls;
  guint32 household = asking->households[row->household];
  Line line = { .household = household, .version = self->versions[household] };
  fill_heads (asking, row->household, self->binding->reg->n_units);
  for (guint word = 0; word < row->n_words; word++)
    for (guint64 bits = row->possible[word]; bits != 0;) {
      guint unit = orienta_row_next (&bits, word);
      line.status = orienta_row_status (row, unit);
      line.points = orienta_points_get (&row->points, unit);
      line.head = asking->heads[unit];
      if (line.status == ORIENTA_ELIGIBLE || self->options->to_verify)
        add_line (self, unit, &line);
    }
}

/* Those who have to be asked about, with all homes, as a register of their own. */
static OrientaRegister *
select_due (const OrientaRolls *self, const GArray *due)
{
  OrientaRegister *world = self->binding->reg;
  g_autofree guint32 *units = g_new (guint32, world->n_units);
  for (guint i = 0; i < world->n_units; i++)
    units[i] = i;
  OrientaSelection selection = { .as_of = world->as_of,
                                 .n_households = due->len,
                                 .n_units = world->n_units,
                                 .households = (const guint32 *) (gpointer) due->data,
                                 .units = units };
  return orienta_register_select (world, &selection);
}

static void
ask_due (OrientaRolls *self, const GArray *due)
{
  const OrientaPolicy *policy = self->binding->policy;
  g_autoptr (OrientaRegister) few = select_due (self, due);
  OrientaBinding binding = self->growth.rests;
  binding.reg = few;
  g_autoptr (OrientaMasks) masks = orienta_masks_new (&binding);
  g_autofree const OrientaMaskNode **tiers = g_new (const OrientaMaskNode *, policy->n_tiers);
  g_autofree guint32 *heads = g_new (guint32, few->n_units);
  Asking asking = { .rolls = self, .households = (const guint32 *) (gpointer) due->data, .tiers = tiers, .heads = heads };
  for (guint tier = 0; tier < policy->n_tiers; tier++)
    tiers[tier] = orienta_masks_compile (masks, policy->tiers[tier].when);
  if (orienta_ranking_start (self->ranking) == ORIENTA_START_CHOICE)
    asking.choice = orienta_masks_compile_choice (masks);
  g_autoptr (OrientaMaskWorker) worker = orienta_mask_worker_new (masks);
  asking.worker = worker;
  orienta_sweep (&binding, self->options->level, 1, "scoring", NULL, hold, &asking, NULL);
}

/* -- from one commission to the next -- */

/* The household waits from now on, or its row is not what it was. */
void
orienta_rolls_enter (OrientaRolls *self, guint household)
{
  self->due[household] = G_MININT32;
}

void
orienta_rolls_leave (OrientaRolls *self, guint household)
{
  self->versions[household]++;
}

/* Brings all that is known of those who wait up to the day: `waiting`, ascending, all of them. Ages of those who are due
 * are of the day already. */
void
orienta_rolls_renew (OrientaRolls *self, guint n, const guint32 *waiting)
{
  g_autoptr (GArray) due = g_array_new (FALSE, FALSE, sizeof (guint32));
  for (guint i = 0; i < n; i++)
    if (orienta_rolls_is_due (self, waiting[i])) {
      self->versions[waiting[i]]++;
      self->due[waiting[i]] = due_of (self, waiting[i]);
      g_array_append_val (due, waiting[i]);
    }
  if (due->len > 0)
    ask_due (self, due);
  for (guint i = 0; i < n; i++)
    self->grown[waiting[i]] = orienta_growth_ask (&self->growth, self->options->level, waiting[i]);
}

/* Whether a line certainly comes after another, of these points. */
static inline gboolean
is_behind (const OrientaRolls *self, const Line *a, gint64 a_points, const Line *b, gint64 b_points)
{
  if (a->head != b->head)
    return a->head > b->head;
  return self->by_points && a_points < b_points;
}

static OrientaCandidate
candidate_of (const Line *line, guint unit, gint64 points)
{
  return (OrientaCandidate){ .household = line->household,
                             .unit = unit,
                             .points = points,
                             .tier = (guint16) (line->head / CHOICES),
                             .status = (guint8) line->status };
}

/* Who is first of those who wait and reach the points that are asked for. */
gint
orienta_rolls_first (OrientaRolls *self, guint unit, gint64 *points)
{
  gint64 least = MAX (self->options->minimum, self->reserves[unit]);
  OrientaCandidate first;
  const Line *best = NULL;
  look_through (self, &self->rolls[unit]);
  for (guint i = 0; i < self->rolls[unit].lines->len; i++) {
    const Line *line = &g_array_index (self->rolls[unit].lines, Line, i);
    gint64 sum = orienta_growth_sum (&self->growth, self->grown[line->household], line->points);
    if (sum < least || (best && is_behind (self, line, sum, best, *points)))
      continue;
    OrientaCandidate next = candidate_of (line, unit, sum);
    if (best && orienta_ranking_compare (self->ranking, &next, &first) > 0)
      continue;
    best = line;
    first = next;
    *points = sum;
  }
  return best ? (gint) best->household : -1;
}
