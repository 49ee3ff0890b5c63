/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Households: what follows from who lives in them, and the values of household attributes. The formulas are those of
 * the table in attribute.c. */
#include "model/derive-private.h"

#define ADULT_AGE 18
#define CONSUMPTION_AGE 14 /* INSEE: from here on a person counts 0.5, before 0.3 */
#define YOUNG_AGES 55      /* arrêté of 29 July 1987: most that the ages of a young couple add up to */

/* Who lives there. Of head counts only the numbers are known. */
typedef struct {
  guint adults, children, minors;
  guint grown;        /* of CONSUMPTION_AGE or more */
  guint dependants;   /* children by role */
  guint heads;        /* the others */
  guint partners;     /* among them */
  gint ages_of_heads; /* the known ones, added up */
  gint undated_heads; /* without birth date */
  gint undated;       /* of all */
  gboolean disabled;
  gint age, oldest, youngest; /* -1: not known */
} Composition;

/* Complete years. */
gint
orienta_person_age (const OrientaPerson *self, OrientaDate day)
{
  return self->birth_date == ORIENTA_NO_DATE ? -1 : orienta_date_months (self->birth_date, day) / 12;
}

/* By age; without birth date the role decides. */
gboolean
orienta_person_is_adult (const OrientaPerson *self, OrientaDate day)
{
  gint age = orienta_person_age (self, day);
  return age >= 0 ? age >= ADULT_AGE : self->role != ORIENTA_ROLE_CHILD;
}

/* A child on visits has a home elsewhere. */
gboolean
orienta_person_lives_there (const OrientaPerson *self)
{
  return self->role != ORIENTA_ROLE_CHILD || self->custody != ORIENTA_CUSTODY_VISITING;
}

static void
add_head (Composition *self, const OrientaPerson *person, gint age)
{
  self->heads++;
  self->partners += person->role == ORIENTA_ROLE_PARTNER;
  if (age >= 0)
    self->ages_of_heads += age;
  else
    self->undated_heads++;
  if (person->role == ORIENTA_ROLE_APPLICANT)
    self->age = age;
}

static void
add_person (Composition *self, const OrientaPerson *person, OrientaDate day)
{
  gint age = orienta_person_age (person, day);
  gboolean child = person->role == ORIENTA_ROLE_CHILD;
  if (orienta_person_is_adult (person, day))
    self->adults++;
  else
    self->children++;
  self->minors += age >= 0 ? age < ADULT_AGE : child;
  self->grown += age >= 0 ? age >= CONSUMPTION_AGE : !child;
  self->disabled |= person->disability;
  self->undated += age < 0;
  self->oldest = MAX (self->oldest, age);
  if (age >= 0)
    self->youngest = self->youngest < 0 ? age : MIN (self->youngest, age);
  if (child)
    self->dependants++;
  else
    add_head (self, person, age);
}

static Composition
compose (const OrientaRegister *self, const OrientaHouseholdRow *row)
{
  Composition who = { .age = -1, .oldest = -1, .youngest = -1 };
  for (guint i = 0; i < row->persons.n; i++) {
    const OrientaPerson *person = &self->persons[row->persons.start + i];
    if (orienta_person_lives_there (person))
      add_person (&who, person, self->as_of);
  }
  if (who.undated > 0)
    who.oldest = who.youngest = -1;
  if (row->persons.n > 0)
    return who;
  who.adults = who.heads = who.grown = row->adults;
  who.children = who.dependants = who.minors = row->children == (guint8) -1 ? 0 : row->children;
  return who;
}

/* A couple without dependants whose ages add up to at most 55; unknown while a missing birth date could make it so. */
static gint64
is_young (const Composition *who)
{
  if (who->heads != 2 || who->partners != 1 || who->dependants > 0 || who->ages_of_heads > YOUNG_AGES)
    return FALSE;
  return who->undated_heads > 0 ? ORIENTA_UNKNOWN : TRUE;
}

static gint64
is_disabled (const OrientaHouseholdRow *row, gboolean person_disabled)
{
  guint8 need = row->needs[ORIENTA_NEED_PHYSICAL_DISABILITY];
  if (person_disabled || (need != ORIENTA_LEVEL_NONE && need != ORIENTA_LEVEL_UNKNOWN))
    return TRUE;
  return need == ORIENTA_LEVEL_UNKNOWN ? ORIENTA_UNKNOWN : FALSE;
}

/* Arrêté of 29 July 1987, annexe 1. Its descriptions raise the number of persons by one for a person alone with
 * dependants, for a young couple and for a disability, and never by two, for they are joined by "or". 0: not known. */
static guint8
category (const Composition *who, gint64 disabled, gint64 young)
{
  guint persons = who->adults + who->children;
  if ((who->heads == 1 && who->dependants > 0) || disabled == TRUE || young == TRUE)
    return (guint8) (persons + 1);
  return disabled == ORIENTA_UNKNOWN || young == ORIENTA_UNKNOWN ? 0 : (guint8) persons;
}

/* In tenths: 10 for the first person, then 5 for each of 14 or more and 3 for each younger one. */
static gint16
consumption (const Composition *who)
{
  guint younger = who->adults + who->children - who->grown;
  if (who->grown == 0)
    return (gint16) (10 + 3 * (younger - 1));
  return (gint16) (10 + 5 * (who->grown - 1) + 3 * younger);
}

static void
count_refusals (const OrientaRegister *self, OrientaHouseholdRow *row)
{
  guint refusals = 0, by_choice = 0;
  for (guint i = 0; i < row->offers.n; i++) {
    const OrientaOfferRow *offer = &self->offers[row->offers.start + i];
    if (offer->outcome != ORIENTA_OFFER_REFUSED_BY_HOUSEHOLD)
      continue;
    if (offer->reason >= 0 && offer->reason < ORIENTA_N_CHOICE_REASONS)
      by_choice++;
    else
      refusals++;
  }
  row->refusals = (guint16) MIN (refusals, G_MAXUINT16);
  row->refusals_by_choice = (guint16) MIN (by_choice, G_MAXUINT16);
}

/* Fills what is derived of one household; its persons and offers lie in their places. */
void
orienta_household_derive (OrientaRegister *self, guint household)
{
  OrientaHouseholdRow *row = &self->households[household];
  Composition who = compose (self, row);
  gint64 disabled = is_disabled (row, who.disabled);
  gint64 young = is_young (&who);
  row->adults = (guint8) who.adults;
  row->children = (guint8) who.children;
  row->minors = (guint8) who.minors;
  row->category = category (&who, disabled, young);
  row->disabled = disabled == TRUE;
  row->young = young == TRUE;
  row->age = (gint16) who.age;
  row->oldest_age = (gint16) who.oldest;
  row->youngest_age = (gint16) who.youngest;
  row->consumption_tenths = consumption (&who);
  count_refusals (self, row);
}

static gint64
whole (gint64 value)
{
  return value < 0 ? ORIENTA_UNKNOWN : value * ORIENTA_MILLION;
}

static gint64
hundredths (gint32 amount)
{
  return amount == ORIENTA_NO_AMOUNT ? ORIENTA_UNKNOWN : (gint64) amount * (ORIENTA_MILLION / 100);
}

static gint64
date_value (OrientaDate date)
{
  return date == ORIENTA_NO_DATE ? ORIENTA_UNKNOWN : date;
}

static gint64
index_value (gint32 index)
{
  return index < 0 ? ORIENTA_UNKNOWN : index;
}

static gint64
months_since (const OrientaRegister *self, OrientaDate date)
{
  return date == ORIENTA_NO_DATE ? ORIENTA_UNKNOWN : whole (orienta_date_months (date, self->as_of));
}

static gint64
need_level (guint8 level)
{
  return level == ORIENTA_LEVEL_UNKNOWN ? ORIENTA_UNKNOWN : level;
}

/* The needs that are known to be there. */
static gint64
needs_mask (const OrientaHouseholdRow *row)
{
  gint64 mask = 0;
  for (guint i = 0; i < ORIENTA_N_NEEDS; i++)
    if (row->needs[i] != ORIENTA_LEVEL_NONE && row->needs[i] != ORIENTA_LEVEL_UNKNOWN)
      mask |= G_GINT64_CONSTANT (1) << i;
  return mask;
}

/* CCH R.822-25, m2. */
static gint64
required_surface (guint persons)
{
  return whole (persons == 1 ? 9 : MIN (16 + 9 * ((gint64) persons - 2), 70));
}

static gint64
rest_to_live_on (const OrientaHouseholdRow *row)
{
  if (row->income_month == ORIENTA_NO_AMOUNT || row->rent_now == ORIENTA_NO_AMOUNT)
    return ORIENTA_UNKNOWN;
  return orienta_number_scale (hundredths (row->income_month) - hundredths (row->rent_now), 10,
                               row->consumption_tenths * 30);
}

static gint64
derived_value (const OrientaRegister *self, const OrientaHouseholdRow *row, guint attribute)
{
  gint64 persons = row->adults + row->children;
  switch (attribute) {
  case ORIENTA_HOUSEHOLD_PERSONS:
    return whole (persons);
  case ORIENTA_HOUSEHOLD_PERSONS_TO_HOUSE:
    return whole (persons + row->births_expected);
  case ORIENTA_HOUSEHOLD_HOUSEHOLD_CATEGORY:
    return row->category == 0 ? ORIENTA_UNKNOWN : whole (row->category);
  case ORIENTA_HOUSEHOLD_MINORS:
    return whole (row->minors);
  case ORIENTA_HOUSEHOLD_DISABLED:
    return is_disabled (row, row->disabled);
  case ORIENTA_HOUSEHOLD_LONE_PARENT:
    return row->adults == 1 && row->children > 0;
  case ORIENTA_HOUSEHOLD_YOUNG_HOUSEHOLD: {
    Composition who = compose (self, row);
    return is_young (&who);
  }
  case ORIENTA_HOUSEHOLD_AGE:
    return whole (row->age);
  case ORIENTA_HOUSEHOLD_OLDEST_AGE:
    return whole (row->oldest_age);
  case ORIENTA_HOUSEHOLD_YOUNGEST_AGE:
    return whole (row->youngest_age);
  case ORIENTA_HOUSEHOLD_WAITING_DAYS:
    return whole ((gint64) self->as_of - row->request_date);
  case ORIENTA_HOUSEHOLD_WAITING_MONTHS:
    return months_since (self, row->request_date);
  case ORIENTA_HOUSEHOLD_REFERRAL_MONTHS:
    return months_since (self, row->referral_date);
  case ORIENTA_HOUSEHOLD_CONTACT_MONTHS:
    return months_since (self, row->last_contact);
  case ORIENTA_HOUSEHOLD_CONSUMPTION_UNITS:
    return (gint64) row->consumption_tenths * (ORIENTA_MILLION / 10);
  case ORIENTA_HOUSEHOLD_INCOME_PER_UNIT:
    return orienta_number_scale (hundredths (row->income_year), 10, row->consumption_tenths);
  case ORIENTA_HOUSEHOLD_EFFORT_NOW:
    return orienta_number_divide (hundredths (row->rent_now), hundredths (row->income_month));
  case ORIENTA_HOUSEHOLD_RESTE_A_VIVRE_NOW:
    return rest_to_live_on (row);
  case ORIENTA_HOUSEHOLD_PERSONS_PER_ROOM_NOW:
    return orienta_number_divide (whole (persons), whole (row->rooms_now));
  case ORIENTA_HOUSEHOLD_SURFACE_PER_PERSON_NOW:
    return orienta_number_divide (hundredths (row->surface_now), whole (persons));
  case ORIENTA_HOUSEHOLD_REQUIRED_SURFACE:
    return required_surface ((guint) persons + row->births_expected);
  case ORIENTA_HOUSEHOLD_REFUSALS:
    return whole (row->refusals);
  case ORIENTA_HOUSEHOLD_REFUSALS_BY_CHOICE:
    return whole (row->refusals_by_choice);
  default:
    g_return_val_if_reached (ORIENTA_UNKNOWN);
  }
}

gint64
orienta_household_value (const OrientaRegister *self, guint household, guint attribute)
{
  const OrientaHouseholdRow *row = &self->households[household];
  if (attribute >= ORIENTA_HOUSEHOLD_NEED_0 && attribute <= ORIENTA_HOUSEHOLD_NEED_LAST)
    return need_level (row->needs[attribute - ORIENTA_HOUSEHOLD_NEED_0]);
  switch (attribute) {
  case ORIENTA_HOUSEHOLD_REQUEST_DATE:
    return date_value (row->request_date);
  case ORIENTA_HOUSEHOLD_REFERRAL_DATE:
    return date_value (row->referral_date);
  case ORIENTA_HOUSEHOLD_LAST_CONTACT:
    return date_value (row->last_contact);
  case ORIENTA_HOUSEHOLD_REFERRER:
    return index_value (row->referrer);
  case ORIENTA_HOUSEHOLD_TERRITORY:
    return index_value (row->territory);
  case ORIENTA_HOUSEHOLD_SITUATION:
    return index_value (row->situation);
  case ORIENTA_HOUSEHOLD_ADULTS:
    return whole (row->adults);
  case ORIENTA_HOUSEHOLD_CHILDREN:
    return whole (row->children);
  case ORIENTA_HOUSEHOLD_BIRTHS_EXPECTED:
    return whole (row->births_expected);
  case ORIENTA_HOUSEHOLD_INCOME_YEAR:
    return hundredths (row->income_year);
  case ORIENTA_HOUSEHOLD_INCOME_MONTH:
    return hundredths (row->income_month);
  case ORIENTA_HOUSEHOLD_RENT_NOW:
    return hundredths (row->rent_now);
  case ORIENTA_HOUSEHOLD_ROOMS_NOW:
    return whole (row->rooms_now);
  case ORIENTA_HOUSEHOLD_SURFACE_NOW:
    return hundredths (row->surface_now);
  case ORIENTA_HOUSEHOLD_NEEDS:
    return needs_mask (row);
  case ORIENTA_HOUSEHOLD_SUPPORT_ACCEPTED:
    return index_value (row->support_accepted);
  case ORIENTA_HOUSEHOLD_PRIORITY:
    return (gint64) row->priority;
  case ORIENTA_HOUSEHOLD_ACCESS:
    return row->access;
  case ORIENTA_HOUSEHOLD_PETS:
    return row->pets;
  case ORIENTA_HOUSEHOLD_OCCUPIES:
    return row->occupies >= 0;
  default:
    return derived_value (self, row, attribute);
  }
}
