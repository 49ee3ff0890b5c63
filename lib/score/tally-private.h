/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include "rules/binding-private.h"

/* The sum, line by line. */
typedef struct {
  gint criterion;          /* -1: what a group or the total took or gave */
  gint group;              /* -1: none */
  OrientaReasonCode code;  /* what became of the points */
  OrientaEvidence evidence;
  gint64 stated; /* thousandths: what the criterion gives by itself */
  gint64 points; /* thousandths: what counts */
  gint64 limit;  /* thousandths: the bound that a group or the total met */
} OrientaLine;

/* The most lines that a policy can need. */
static inline guint
orienta_tally_max_lines (const OrientaPolicy *policy)
{
  return policy->n_criteria + policy->n_groups + 1;
}

gint64 orienta_tally         (const OrientaBinding *binding, OrientaEvidence level, guint household, gint unit,
                              OrientaLine *lines, guint *n_lines);
gint64 orienta_tally_bounded (const OrientaGroup *group, gint64 sum);
