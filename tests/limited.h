/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include "best.h"

/* A village with quotas and services, and all of its matchings with all ways to support them. What quotas and slots say
 * is evaluated here anew, from docs/policy.md. */

#define LIMITED_QUOTAS 3
#define LIMITED_SERVICES 3
#define LIMITED_BOUNDS 64
#define LIMITED_UNKNOWN (-1)

typedef enum { EACH_ALL, EACH_UNIT, EACH_LANDLORD, EACH_CONTINGENT, EACH_TERRITORY, EACH_KIND } Each;
typedef enum { WHO_ALL, WHO_CHILDREN, WHO_POOR } Who;
typedef enum { WHERE_ALL, WHERE_DURABLE, WHERE_STATE } Where;
typedef enum { LOAD_TWO, LOAD_INCOME, LOAD_PERSONS } Load;
typedef enum { MIN_SHARE, MAX_SHARE, MIN_COUNT, MAX_COUNT, MIN_LOAD, MAX_LOAD, SLOTS, HOME } Form;
typedef enum { MODE_REQUIRED, MODE_PREFERRED, MODE_IGNORED } Mode;

static const char *const limited_forms[] = { "min_share", "max_share", "min_count", "max_count",
                                             "min_load",  "max_load",  "slots",     "home" };
static const char *const limited_loads[] = { "2", "{'attribute':'household.income_month'}", "{'table':'weight'}" };

typedef struct {
  Who who;
  Where where;
  Each each;
  Load load;
  gint64 bounds[6]; /* by form; shares in millionths; LIMITED_UNKNOWN: none */
} LimitedQuota;

typedef struct {
  gboolean comes[3], parenting, only_low; /* by territory; all help with addiction */
  gint slots, hours;                      /* -1: no such dimension */
  gint64 slots_kept, hours_kept;          /* what one of them must bring; 0: nothing */
} LimitedService;

/* One bound of one part of a quota, one dimension of a service, one household that must have a home. */
typedef struct {
  OrientaLimitKind kind;
  guint number; /* quota, service or household */
  gint part;    /* of a quota: what its units share; of a service: 0 slots, 1 hours */
  Form form;
  gint64 least, most, step;
} Bound;

typedef struct {
  Village village;
  Ask ask;
  gboolean quotas_hold;
  Mode mode;
  guint n_quotas, n_services, n_bounds;
  LimitedQuota quotas[LIMITED_QUOTAS];
  LimitedService services[LIMITED_SERVICES];
  Bound bounds[LIMITED_BOUNDS];
  gint children[VILLAGE_HOUSEHOLDS], income[VILLAGE_HOUSEHOLDS];     /* tenths of an euro; -1: not known */
  gint addiction[VILLAGE_HOUSEHOLDS], parenting[VILLAGE_HOUSEHOLDS]; /* 0 none, 1 low, 2 high */
  gint accepts[VILLAGE_HOUSEHOLDS];                                  /* 0 none, 1 low, 2 high, -1 not known */
  gint landlord[VILLAGE_UNITS], contingent[VILLAGE_UNITS];           /* -1: not known */
  gboolean onsite[VILLAGE_UNITS];
  GPtrArray *texts; /* that the village points to */
} Limited;

/* -- as it comes -- */

static inline void
limited_random_quota (LimitedQuota *self, GRand *rand)
{
  self->who = (Who) g_rand_int_range (rand, 0, 3);
  self->where = (Where) g_rand_int_range (rand, 0, 3);
  self->each = (Each) g_rand_int_range (rand, 0, 6);
  self->load = (Load) g_rand_int_range (rand, 0, 3);
  for (guint form = 0; form < 6; form++)
    self->bounds[form] = LIMITED_UNKNOWN;
  switch (g_rand_int_range (rand, 0, 8)) {
  case 0:
    self->bounds[MIN_SHARE] = 125000 * g_rand_int_range (rand, 1, 8);
    break;
  case 1:
  case 2:
    self->bounds[MAX_SHARE] = 125000 * g_rand_int_range (rand, 0, 8);
    break;
  case 3:
    self->bounds[MIN_COUNT] = g_rand_int_range (rand, 0, 3);
    break;
  case 4:
    self->bounds[MIN_COUNT] = g_rand_int_range (rand, 0, 2);
    self->bounds[MAX_COUNT] = self->bounds[MIN_COUNT] + g_rand_int_range (rand, 0, 2);
    break;
  case 5:
    self->bounds[MAX_COUNT] = g_rand_int_range (rand, 0, 3);
    break;
  case 6:
    self->bounds[MIN_LOAD] = g_rand_int_range (rand, 0, 4);
    break;
  default:
    self->bounds[MAX_LOAD] = g_rand_int_range (rand, 0, 8);
  }
}

static inline void
limited_random_service (LimitedService *self, GRand *rand)
{
  for (guint i = 0; i < 3; i++)
    self->comes[i] = g_rand_int_range (rand, 0, 3) > 0;
  self->comes[g_rand_int_range (rand, 0, 3)] = TRUE;
  self->parenting = g_rand_boolean (rand);
  self->only_low = g_rand_int_range (rand, 0, 3) == 0;
  self->slots = g_rand_int_range (rand, 0, 4);
  self->hours = g_rand_boolean (rand) ? g_rand_int_range (rand, 0, 6) : -1;
  if (self->hours >= 0 && g_rand_boolean (rand))
    self->slots = -1;
}

static inline void
limited_random (Limited *self, GRand *rand)
{
  Village *village = &self->village;
  village_random (village, rand);
  ask_nothing (&self->ask);
  self->ask.households_first = g_rand_int_range (rand, 0, 3) == 0;
  self->ask.without_to_verify = g_rand_int_range (rand, 0, 4) == 0;
  if (g_rand_int_range (rand, 0, 5) == 0)
    self->ask.minimum = g_rand_int_range (rand, -2000, 3000);
  self->ask.reserves[0] = g_rand_int_range (rand, 0, 3) == 0 ? 1500 : 0;
  self->quotas_hold = g_rand_int_range (rand, 0, 6) > 0;
  self->mode = g_rand_boolean (rand) ? MODE_REQUIRED : (Mode) g_rand_int_range (rand, 0, 3);
  self->n_quotas = (guint) g_rand_int_range (rand, 0, LIMITED_QUOTAS + 1);
  self->n_services = (guint) g_rand_int_range (rand, 0, LIMITED_SERVICES + 1);
  for (guint i = 0; i < self->n_quotas; i++)
    limited_random_quota (&self->quotas[i], rand);
  for (guint i = 0; i < self->n_services; i++)
    limited_random_service (&self->services[i], rand);
  for (guint i = 0; i < village->n_households; i++) {
    self->children[i] = g_rand_int_range (rand, 0, 3);
    self->income[i] = g_rand_int_range (rand, 0, 4) == 0 ? -1 : 5 * g_rand_int_range (rand, 0, 8);
    self->addiction[i] = g_rand_int_range (rand, 0, 3);
    self->parenting[i] = g_rand_boolean (rand) ? 0 : g_rand_int_range (rand, 0, 3);
    self->accepts[i] = g_rand_int_range (rand, -1, 3);
  }
  for (guint unit = 0; unit < village->n_units; unit++) {
    self->landlord[unit] = g_rand_int_range (rand, -1, 2);
    self->contingent[unit] = g_rand_int_range (rand, -1, 2);
    self->onsite[unit] = g_rand_int_range (rand, 0, 4) == 0;
  }
  for (guint i = 0; i < self->n_services && g_rand_boolean (rand); i++) {
    self->services[i].slots_kept = 250 * g_rand_int_range (rand, -4, 16);
    self->services[i].hours_kept = 250 * g_rand_int_range (rand, -4, 8);
  }
}

/* -- as documents -- */

static inline const char *
limited_keep_text (Limited *self, GString *text)
{
  char *kept = g_string_free (text, FALSE);
  g_ptr_array_add (self->texts, kept);
  return kept;
}

static inline const char *
limited_household_text (Limited *self, guint i)
{
  static const char *const levels[] = { "none", "low", "high" };
  GString *out = g_string_new (NULL);
  g_string_append_printf (out, "'children':%d,'needs':['addiction:%s','parenting:%s']", self->children[i],
                          levels[self->addiction[i]], levels[self->parenting[i]]);
  if (self->income[i] >= 0)
    g_string_append_printf (out, ",'income_month':%d.%d", self->income[i] / 10, self->income[i] % 10);
  if (self->accepts[i] >= 0)
    g_string_append_printf (out, ",'support_accepted':'%s'", levels[self->accepts[i]]);
  return limited_keep_text (self, out);
}

static inline const char *
limited_unit_text (Limited *self, guint unit)
{
  GString *out = g_string_new (NULL);
  g_string_append_printf (out, "'onsite_support':%s", self->onsite[unit] ? "true" : "false");
  if (self->landlord[unit] >= 0)
    g_string_append_printf (out, ",'landlord':'L%d'", self->landlord[unit]);
  if (self->contingent[unit] >= 0)
    g_string_append_printf (out, ",'contingent':'C%d'", self->contingent[unit]);
  return limited_keep_text (self, out);
}

static inline const char *
limited_services_text (Limited *self)
{
  GString *out = g_string_new (NULL);
  for (guint i = 0; i < self->n_services; i++) {
    const LimitedService *service = &self->services[i];
    g_string_append_printf (out, "%s{'id':'S%u','needs':['addiction'%s]%s,'territories':[", i > 0 ? "," : "", i,
                            service->parenting ? ",'parenting'" : "", service->only_low ? ",'max_level':'low'" : "");
    const char *comma = "";
    for (guint t = 0; t < 3; t++)
      if (service->comes[t]) {
        g_string_append_printf (out, "%s'T%u'", comma, t);
        comma = ",";
      }
    if (service->hours < 0)
      g_string_append_printf (out, "],'slots':%d}", service->slots);
    else if (service->slots < 0)
      g_string_append_printf (out, "],'slots':{'hours':%d}}", service->hours);
    else
      g_string_append_printf (out, "],'slots':{'files':%d,'hours':%d}}", service->slots, service->hours);
  }
  return limited_keep_text (self, out);
}

static inline void
limited_add_quota (const LimitedQuota *quota, guint i, GString *out)
{
  static const char *const who[] = { "", ",'households':{'household.children':{'ge':1}}",
                                     ",'households':{'household.income_month':{'le':2}}" };
  static const char *const where[] = { "", ",'units':{'unit.durable':true}", ",'units':{'unit.contingent':'C0'}" };
  static const char *const each[] = { "", "unit", "landlord", "contingent", "territory", "kind" };
  g_string_append_printf (out, "%s{'id':'Q%u'%s%s,'source':'s'", i > 0 ? "," : "", i, who[quota->who],
                          where[quota->where]);
  if (quota->each != EACH_ALL)
    g_string_append_printf (out, ",'each':'%s'", each[quota->each]);
  for (guint form = 0; form < 6; form++)
    if (form <= MAX_SHARE && quota->bounds[form] != LIMITED_UNKNOWN)
      g_string_append_printf (out, ",'%s':0.%06d", limited_forms[form], (int) quota->bounds[form]);
    else if (quota->bounds[form] != LIMITED_UNKNOWN)
      g_string_append_printf (out, ",'%s':%d", limited_forms[form], (int) quota->bounds[form]);
  if (quota->bounds[MIN_LOAD] != LIMITED_UNKNOWN || quota->bounds[MAX_LOAD] != LIMITED_UNKNOWN)
    g_string_append_printf (out, ",'load':%s", limited_loads[quota->load]);
  g_string_append (out, "}");
}

/* Persons weigh 2, 0 and 4; hours of a service are taken by them, files one each. */
static inline const char *
limited_policy_text (Limited *self)
{
  static const char *const modes[] = { "required", "preferred", "ignored" };
  GString *out = g_string_new (",'tables':[{'id':'weight','by':['household.persons'],'values':[2,0,4]}],'quotas':[");
  for (guint i = 0; i < self->n_quotas; i++)
    limited_add_quota (&self->quotas[i], i, out);
  g_string_append_printf (out, "],'support':{'mode':'%s','loads':[{'slots':'hours','load':{'table':'weight'}}]}",
                          modes[self->mode]);
  return limited_keep_text (self, out);
}

static inline void
limited_write (Limited *self)
{
  Village *village = &self->village;
  self->texts = g_ptr_array_new_with_free_func (g_free);
  for (guint i = 0; i < village->n_households; i++)
    village->more[i] = limited_household_text (self, i);
  for (guint unit = 0; unit < village->n_units; unit++)
    village->unit_more[unit] = limited_unit_text (self, unit);
  village->services = limited_services_text (self);
  village->policy_more = limited_policy_text (self);
}

/* -- what is true of it -- */

static inline gboolean
limited_has_unit (const Limited *self, const LimitedQuota *quota, guint unit)
{
  return quota->where == WHERE_ALL || (quota->where == WHERE_DURABLE && self->village.durable[unit])
         || (quota->where == WHERE_STATE && self->contingent[unit] == 0);
}

static inline gboolean
limited_has_household (const Limited *self, const LimitedQuota *quota, guint i)
{
  return quota->who == WHO_ALL || (quota->who == WHO_CHILDREN && self->children[i] >= 1)
         || (quota->who == WHO_POOR && self->income[i] >= 0 && self->income[i] <= 20);
}

static inline gint
limited_part (const Limited *self, Each each, guint unit)
{
  const gint parts[] = { 0,
                         (gint) unit,
                         self->landlord[unit],
                         self->contingent[unit],
                         self->village.territory[unit],
                         self->village.durable[unit] };
  return parts[each];
}

static inline gint64
limited_load (const Limited *self, Load load, guint i)
{
  static const gint64 persons[] = { 2, 0, 4 };
  if (load == LOAD_TWO)
    return 2;
  if (load == LOAD_PERSONS)
    return persons[self->children[i]];
  return self->income[i] < 0 ? 1 : (self->income[i] + 9) / 10;
}

/* Whether the household would need somebody to come. */
static inline gboolean
limited_calls (const Limited *self, guint i, guint unit)
{
  return (self->addiction[i] > 0 || self->parenting[i] > 0) && self->accepts[i] != 0 && !self->onsite[unit];
}

static inline gboolean
limited_helps (const Limited *self, guint service, guint i, guint unit)
{
  const LimitedService *s = &self->services[service];
  gint level = MAX (self->addiction[i], self->parenting[i]);
  if (self->accepts[i] == 1)
    level = MIN (level, 1);
  return s->comes[self->village.territory[unit]] && (s->parenting || self->parenting[i] == 0)
         && (!s->only_low || level <= 1);
}

static inline void
limited_add_bound (Limited *self, Bound bound)
{
  ck_assert_uint_lt (self->n_bounds, LIMITED_BOUNDS);
  self->bounds[self->n_bounds++] = bound;
}

static inline void
limited_add_parts (Limited *self, guint number)
{
  const LimitedQuota *quota = &self->quotas[number];
  guint seen = 0;
  for (guint unit = 0; unit < MAX (self->village.n_units, 1); unit++) {
    gint part = limited_part (self, quota->each, unit);
    if (part < 0 || seen >> part & 1 || (quota->each != EACH_ALL && !limited_has_unit (self, quota, unit)))
      continue;
    seen |= 1u << part;
    for (Form form = MIN_SHARE; form <= MAX_LOAD; form++) {
      gint64 value = quota->bounds[form], bound = form <= MAX_SHARE ? 0 : value;
      if (value == LIMITED_UNKNOWN)
        continue;
      gboolean least = form == MIN_SHARE || form == MIN_COUNT || form == MIN_LOAD;
      limited_add_bound (self, (Bound){ ORIENTA_LIMIT_QUOTA, number, part, form, least ? bound : G_MININT64,
                                        least ? G_MAXINT64 : bound, form <= MAX_SHARE ? 1000000 : 1 });
    }
  }
}

/* All that could be told; baseline and keep stand last, for they are told in a conflict only. */
static inline void
limited_list_bounds (Limited *self)
{
  self->n_bounds = 0;
  for (guint i = 0; i < self->n_quotas; i++)
    limited_add_parts (self, i);
  for (guint i = 0; i < self->n_services && self->mode != MODE_IGNORED; i++) {
    if (self->services[i].slots >= 0)
      limited_add_bound (self, (Bound){ ORIENTA_LIMIT_SERVICE, i, 0, SLOTS, G_MININT64, self->services[i].slots, 1 });
    if (self->services[i].hours >= 0)
      limited_add_bound (self, (Bound){ ORIENTA_LIMIT_SERVICE, i, 1, SLOTS, G_MININT64, self->services[i].hours, 1 });
  }
  for (guint i = 0; i < self->village.n_households; i++) {
    gboolean kept = self->ask.kept[i] >= 0;
    if (kept || self->ask.least[i] != G_MININT64)
      limited_add_bound (self,
                         (Bound){ kept ? ORIENTA_LIMIT_KEEP : ORIENTA_LIMIT_BASELINE, i, 0, HOME, 1, G_MAXINT64, 1 });
  }
}
