/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include <orienta/attribute.h>

/* The closed lists of words: what stands in a cell, and how people say it. A word's place in its list is its value
 * everywhere in the library; lists only grow at the end. */

typedef struct {
  const char *word;
  const char *label[2]; /* by OrientaLanguage */
} OrientaWord;

typedef struct {
  const OrientaWord *words;
  guint n;
  gboolean ordered; /* lt, le, gt, ge have a meaning */
} OrientaVocabulary;

typedef enum {
  ORIENTA_SITUATION_STREET,
  ORIENTA_SITUATION_EMERGENCY_SHELTER,
  ORIENTA_SITUATION_INSERTION_SHELTER,
  ORIENTA_SITUATION_HOTEL,
  ORIENTA_SITUATION_THIRD_PARTY,
  ORIENTA_SITUATION_SQUAT_CAMP,
  ORIENTA_SITUATION_INSTITUTION,
  ORIENTA_SITUATION_TRANSITIONAL,
  ORIENTA_SITUATION_EVICTION,
  ORIENTA_SITUATION_UNFIT,
  ORIENTA_SITUATION_OVERCROWDED,
  ORIENTA_SITUATION_TENANT,
  ORIENTA_SITUATION_OTHER,
} OrientaSituation;

typedef enum {
  ORIENTA_NEED_ADDICTION,
  ORIENTA_NEED_PARENTING,
  ORIENTA_NEED_PSYCHIC,
  ORIENTA_NEED_ASE_LEAVER,
  ORIENTA_NEED_VIOLENCE,
  ORIENTA_NEED_BUDGET,
  ORIENTA_NEED_EVICTION,
  ORIENTA_NEED_AUTONOMY_LOSS,
  ORIENTA_NEED_STREET_MARGINS,
  ORIENTA_NEED_PHYSICAL_DISABILITY,
  ORIENTA_NEED_HEALTH,
  ORIENTA_NEED_WORK,
  ORIENTA_N_NEEDS
} OrientaNeed;

typedef enum {
  ORIENTA_LEVEL_NONE,
  ORIENTA_LEVEL_DORMANT,
  ORIENTA_LEVEL_LOW,
  ORIENTA_LEVEL_HIGH,
  ORIENTA_LEVEL_UNKNOWN, /* in a cell only: never a value */
} OrientaLevel;

typedef enum {
  ORIENTA_SUPPORT_NONE,
  ORIENTA_SUPPORT_LOW,
  ORIENTA_SUPPORT_HIGH,
} OrientaSupport;

typedef enum {
  ORIENTA_ACCESS_NONE,
  ORIENTA_ACCESS_STEP_FREE,
  ORIENTA_ACCESS_WHEELCHAIR,
} OrientaAccess;

typedef enum {
  ORIENTA_LEASE_DURABLE,
  ORIENTA_LEASE_TIME_LIMITED,
  ORIENTA_LEASE_SLIDING,
  ORIENTA_LEASE_UNKNOWN, /* of a kind that fixes none: never a value */
} OrientaLease;

typedef enum { ORIENTA_ZONE_PARIS, ORIENTA_ZONE_IDF, ORIENTA_ZONE_OTHER } OrientaZone;
typedef enum { ORIENTA_ROLE_APPLICANT, ORIENTA_ROLE_PARTNER, ORIENTA_ROLE_CHILD, ORIENTA_ROLE_OTHER } OrientaRole;
typedef enum { ORIENTA_CUSTODY_FULL, ORIENTA_CUSTODY_ALTERNATING, ORIENTA_CUSTODY_VISITING } OrientaCustody;

typedef enum {
  ORIENTA_OFFER_ACCEPTED,
  ORIENTA_OFFER_REFUSED_BY_HOUSEHOLD,
  ORIENTA_OFFER_REFUSED_BY_STRUCTURE,
  ORIENTA_OFFER_EXPIRED,
} OrientaOfferOutcome;

extern const OrientaVocabulary orienta_situations;
extern const OrientaVocabulary orienta_needs;
extern const OrientaVocabulary orienta_levels;      /* as a cell states them: "unknown" is last */
extern const OrientaVocabulary orienta_need_levels; /* as values: without "unknown" */
extern const OrientaVocabulary orienta_supports;
extern const OrientaVocabulary orienta_accesses;
extern const OrientaVocabulary orienta_kinds;
extern const OrientaVocabulary orienta_zones;
extern const OrientaVocabulary orienta_leases;
extern const OrientaVocabulary orienta_roles;
extern const OrientaVocabulary orienta_custodies;
extern const OrientaVocabulary orienta_offer_outcomes;
extern const OrientaVocabulary orienta_offer_reasons; /* the first four are choice */

#define ORIENTA_N_CHOICE_REASONS 4

gint         orienta_vocabulary_find       (const OrientaVocabulary *self, const char *word, gsize length);
OrientaLease orienta_kind_default_lease    (guint kind);
