/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include <orienta/macros.h>

G_BEGIN_DECLS

/* Every object: opaque, counted by references, immutable once made (builder and program apart), free to be shared by threads. */
typedef struct OrientaBuilder OrientaBuilder;     /* a register in the making */
typedef struct OrientaRegister OrientaRegister;   /* households, units, services on one day */
typedef struct OrientaPolicy OrientaPolicy;       /* rules, criteria, order */
typedef struct OrientaLint OrientaLint;           /* what looks wrong in a policy */
typedef struct OrientaVerdict OrientaVerdict;     /* whether a household may have a unit, and why not */
typedef struct OrientaScore OrientaScore;         /* points and the lines that add up to them */
typedef struct OrientaShortlist OrientaShortlist; /* ranked candidates for a unit, or ranked units for a household */
typedef struct OrientaPairs OrientaPairs;         /* every pair that is not refused, with its points */
typedef struct OrientaAssignment OrientaAssignment; /* a matching on bare arrays, and its proof */
typedef struct OrientaMargins OrientaMargins;     /* what one place or one row is worth to a matching */
typedef struct OrientaProgram OrientaProgram;     /* what may be chosen, its values, its limits */
typedef struct OrientaSolution OrientaSolution;   /* what is best to choose, or which limits contradict each other */
typedef struct OrientaMatchOptions OrientaMatchOptions; /* how to match */
typedef struct OrientaMatching OrientaMatching;   /* who where, the unmatched and why, prices, certificate */
typedef struct OrientaReport OrientaReport;       /* what a commission reads: lists, and who is on none */
typedef struct OrientaMatchingReport OrientaMatchingReport; /* the same of a whole matching */
typedef struct OrientaScenario OrientaScenario;   /* arrivals, vacancies, behaviour over time */
typedef struct OrientaSimulateOptions OrientaSimulateOptions; /* how to simulate */
typedef struct OrientaSimulation OrientaSimulation; /* what came of it, replication by replication */
typedef struct OrientaEvents OrientaEvents;       /* who, what, when in one replication */
typedef struct OrientaSummary OrientaSummary;     /* means and intervals, or differences */
typedef struct OrientaForecast OrientaForecast;   /* what each household of today may expect */
typedef struct OrientaReserve OrientaReserve;     /* what a place is worth when it is kept for later */

G_END_DECLS
