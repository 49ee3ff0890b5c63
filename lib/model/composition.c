/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Who lives in a household, and what follows from it once for all. */
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
compose (const OrientaRegister *self, OrientaDate day, const OrientaHouseholdRow *row)
{
  Composition who = { .age = -1, .oldest = -1, .youngest = -1 };
  for (guint i = 0; i < row->persons.n; i++) {
    const OrientaPerson *person = &self->persons[row->persons.start + i];
    if (orienta_person_lives_there (person))
      add_person (&who, person, day);
  }
  if (who.undated > 0)
    who.oldest = who.youngest = -1;
  if (row->persons.n > 0)
    return who;
  who.adults = who.heads = who.grown = row->adults;
  who.children = who.dependants = who.minors = row->children == (guint8) -1 ? 0 : row->children;
  who.age = row->birth_date == ORIENTA_NO_DATE ? -1 : orienta_date_months (row->birth_date, day) / 12;
  if (who.adults + who.children == 1)
    who.oldest = who.youngest = who.age;
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

/* A person has a disability (`row->disabled`), or it is among the needs. */
gint64
orienta_household_is_disabled (const OrientaHouseholdRow *row)
{
  guint8 need = row->needs[ORIENTA_NEED_PHYSICAL_DISABILITY];
  if (row->disabled || (need != ORIENTA_LEVEL_NONE && need != ORIENTA_LEVEL_UNKNOWN))
    return TRUE;
  return need == ORIENTA_LEVEL_UNKNOWN ? ORIENTA_UNKNOWN : FALSE;
}

gint64
orienta_household_is_young (const OrientaRegister *self, const OrientaHouseholdRow *row)
{
  Composition who = compose (self, self->as_of, row);
  return is_young (&who);
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
  orienta_household_derive_row (self, self->as_of, &self->households[household]);
}

/* The same of a row anywhere whose lists are this register's, on some day: ages grow. */
void
orienta_household_derive_row (const OrientaRegister *self, OrientaDate day, OrientaHouseholdRow *row)
{
  Composition who = compose (self, day, row);
  row->disabled = who.disabled;
  gint64 disabled = orienta_household_is_disabled (row);
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
