/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "simulate/rolls-private.h"

#include "model/selection-private.h"
#include "score/sweep-private.h"
#include "simulate/birthdays-private.h"
#include "simulate/growth-private.h"
#include "simulate/steady-private.h"

#define FEW 32 /* lines that are not looked through */
#define CHOICES 3

/* A household that a home is open to. */
typedef struct {
  guint32 household;
  guint32 version; /* of the household: the line counts while this is the last one */
  gint64 points;   /* without those that grow */
  guint16 head;  /* the tier, then whether the home is in its choice where the order begins with that: less is first */
  guint8 status; /* OrientaStatus */
} Line;

typedef struct {
  Line *lines; /* in no order */
  guint n, room;
  guint n_kept; /* lines when last looked through */
} Roll;

/* How a household stands, whatever the home. */
typedef struct {
  gint64 grown;         /* points that grow */
  OrientaDate grown_on; /* the day that these are of */
  OrientaDate due;      /* the first day on which it has to be asked about */
  guint32 version;
} Standing;

struct OrientaRolls {
  OrientaBinding *binding;
  const OrientaMatchOptions *options;
  OrientaRanking *ranking;
  gboolean by_points; /* in each head the order goes by points, the most first */
  OrientaGrowth growth;
  OrientaBirthdays birthdays;
  Roll *rolls;         /* by unit */
  gint64 *reserves;    /* by unit: points below which no place is given; NULL: none */
  Standing *standings; /* by household */
};

void
orienta_rolls_free (OrientaRolls *self)
{
  if (!self)
    return;
  for (guint unit = 0; unit < self->binding->reg->n_units; unit++)
    g_free (self->rolls[unit].lines);
  g_free (self->rolls);
  g_free (self->reserves);
  g_free (self->standings);
  orienta_growth_clear (&self->growth);
  orienta_ranking_free (self->ranking);
  orienta_binding_unref (self->binding);
  g_free (self);
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
  self->standings = g_new0 (Standing, reg->n_households);
  self->reserves = orienta_match_options_list_reserves (options, reg);
  orienta_growth_init (&self->growth, binding);
  orienta_birthdays_init (&self->birthdays, binding);
  return (self->growth.paces & ORIENTA_PACE_HOMES) != 0 ? NULL : g_steal_pointer (&self);
}

/* -- when a household has to be asked about again -- */

static OrientaDate
next_month (const OrientaRegister *world, const OrientaHouseholdRow *row)
{
  const OrientaDate dates[] = { row->request_date, row->referral_date, row->last_contact };
  OrientaDate next = G_MAXINT32;
  for (guint i = 0; i < G_N_ELEMENTS (dates); i++)
    if (dates[i] != ORIENTA_NO_DATE)
      next =
          MIN (next, orienta_day_of_months (dates[i], orienta_date_months (dates[i], world->as_of) + 1, world->as_of));
  return next;
}

static OrientaDate
due_of (const OrientaRolls *self, guint household)
{
  const OrientaRegister *world = self->binding->reg;
  if (self->growth.paces & ORIENTA_PACE_DAYS)
    return world->as_of + 1;
  OrientaDate birthday = orienta_birthdays_next (&self->birthdays, world, household);
  return self->growth.paces & ORIENTA_PACE_MONTHS ? MIN (birthday, next_month (world, &world->households[household]))
                                                  : birthday;
}

gboolean
orienta_rolls_is_due (const OrientaRolls *self, guint household)
{
  return self->standings[household].due <= self->binding->reg->as_of;
}

/* -- lines -- */

static inline gboolean
counts (const OrientaRolls *self, const Line *line)
{
  return line->version == self->standings[line->household].version;
}

/* Leaves out the lines that no longer count. */
static void
look_through (const OrientaRolls *self, Roll *roll)
{
  guint n = 0;
  for (guint i = 0; i < roll->n; i++)
    if (counts (self, &roll->lines[i]))
      roll->lines[n++] = roll->lines[i];
  roll->n = roll->n_kept = n;
}

static void
add_line (OrientaRolls *self, guint unit, const Line *line)
{
  Roll *roll = &self->rolls[unit];
  if (roll->n > 2 * roll->n_kept + FEW)
    look_through (self, roll);
  if (roll->n == roll->room) {
    roll->room = MAX (16, 2 * roll->room);
    roll->lines = g_renew (Line, roll->lines, roll->room);
  }
  roll->lines[roll->n++] = *line;
}

/* -- asking -- */

typedef struct {
  OrientaRolls *rolls;
  const guint32 *households; /* of the selection: of the world */
  OrientaMaskWorker *worker;
  const OrientaMaskNode **tiers; /* by tier */
  const OrientaMaskNode *choice; /* NULL: the order does not begin with it */
  guint16 *heads;                /* by unit, of the household at hand */
} Asking;

static void
fill_heads (Asking *self, guint household, guint n_units)
{
  guint n_tiers = self->rolls->binding->policy->n_tiers;
  for (guint unit = 0; unit < n_units; unit++)
    self->heads[unit] = (guint16) (n_tiers * CHOICES);
  for (guint tier = n_tiers; tier-- > 0;) {
    OrientaMask mask = orienta_mask_ask (self->worker, self->tiers[tier], household, 0);
    for (guint unit = 0; unit < n_units && !(mask.same && mask.truth != ORIENTA_TRUE); unit++)
      if (orienta_mask_has (&mask, unit))
        self->heads[unit] = (guint16) (tier * CHOICES);
  }
  if (!self->choice)
    return;
  OrientaMask mask = orienta_mask_ask (self->worker, self->choice, household, 0);
  for (guint unit = 0; unit < n_units; unit++) {
    gboolean possible = mask.same ? mask.truth >= ORIENTA_MAYBE : mask.possible[unit / 64] >> unit % 64 & 1;
    self->heads[unit] += orienta_mask_has (&mask, unit) ? 0 : possible ? CHOICES - 1 : 1;
  }
}

static gboolean
hold (const OrientaRow *row, guint thread, gpointer data)
{
  Asking *asking = data;
  OrientaRolls *self = asking->rolls;
  guint32 household = asking->households[row->household];
  Line line = { .household = household, .version = self->standings[household].version };
  fill_heads (asking, row->household, self->binding->reg->n_units);
  for (guint word = 0; word < row->n_words; word++)
    for (guint64 bits = row->possible[word]; bits != 0;) {
      guint unit = orienta_row_next (&bits, word);
      line.status = (guint8) orienta_row_status (row, unit);
      line.points = orienta_points_get (&row->points, unit);
      line.head = asking->heads[unit];
      if (line.status == ORIENTA_ELIGIBLE || self->options->to_verify)
        add_line (self, unit, &line);
    }
  return TRUE;
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
  g_autofree guint16 *heads = g_new (guint16, few->n_units);
  Asking asking = {
    .rolls = self, .households = (const guint32 *) (gpointer) due->data, .tiers = tiers, .heads = heads
  };
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
  self->standings[household].due = G_MININT32;
  self->standings[household].grown_on = G_MININT32;
}

void
orienta_rolls_leave (OrientaRolls *self, guint household)
{
  self->standings[household].version++;
}

/* Brings all that is known of those who wait up to the day: `waiting`, ascending, all of them. Ages of those who are
 * due are of the day already. */
void
orienta_rolls_renew (OrientaRolls *self, guint n, const guint32 *waiting)
{
  g_autoptr (GArray) due = g_array_new (FALSE, FALSE, sizeof (guint32));
  for (guint i = 0; i < n; i++)
    if (orienta_rolls_is_due (self, waiting[i])) {
      self->standings[waiting[i]].version++;
      self->standings[waiting[i]].due = due_of (self, waiting[i]);
      g_array_append_val (due, waiting[i]);
    }
  if (due->len > 0)
    ask_due (self, due);
}

/* Today's points of a line. */
static gint64
points_of (OrientaRolls *self, const Line *line)
{
  Standing *standing = &self->standings[line->household];
  OrientaDate day = self->binding->reg->as_of;
  if (standing->grown_on != day)
    standing->grown = orienta_growth_ask (&self->growth, self->options->level, line->household);
  standing->grown_on = day;
  return orienta_growth_sum (&self->growth, standing->grown, line->points);
}

/* Whether a line of so many points certainly comes after a candidate. */
static inline gboolean
is_behind (const OrientaRolls *self, const Line *line, gint64 points, const OrientaCandidate *other)
{
  return line->head != other->tier ? line->head > other->tier : self->by_points && points < other->points;
}

/* Whether a line comes after a candidate, however much it has grown: without a look at its household. */
static inline gboolean
is_far_behind (const OrientaRolls *self, const Line *line, const OrientaCandidate *other)
{
  const OrientaGrowth *growth = &self->growth;
  return line->head > other->tier
         || (growth->most != G_MAXINT64
             && is_behind (self, line, orienta_growth_sum (growth, growth->most, line->points), other));
}

/* Offers the list of a home to that of the first `n`. */
static void
offer_lines (OrientaRolls *self, guint unit, guint n, OrientaList *list)
{
  const Roll *roll = &self->rolls[unit];
  gint64 least = MAX (self->options->minimum, self->reserves ? self->reserves[unit] : G_MININT64);
  for (const Line *line = roll->lines; line < roll->lines + roll->n; line++) {
    const OrientaCandidate *last = list->n == n ? &list->candidates[0] : NULL;
    if ((last && is_far_behind (self, line, last)) || !counts (self, line))
      continue;
    gint64 points = points_of (self, line);
    if (points < least || (last && is_behind (self, line, points, last)))
      continue;
    OrientaCandidate candidate = {
      .household = line->household, .unit = unit, .points = points, .tier = line->head, .status = line->status
    };
    orienta_list_offer (list, self->ranking, n, &candidate);
  }
}

/* Who are first, `n` at most, of those who wait and reach the points that are asked for. Free its candidates. */
OrientaList
orienta_rolls_call (OrientaRolls *self, guint unit, guint n)
{
  OrientaList list = { 0 };
  offer_lines (self, unit, n, &list);
  orienta_list_sort (&list, self->ranking);
  return list;
}
