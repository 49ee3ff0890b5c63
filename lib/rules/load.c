/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Load: what one household weighs, and which units and households a quota is about. */
#include "rules/binding-private.h"

#define MAX_LOAD 1000000 /* as many as a service can have slots */

/* How much the household weighs: a whole number from 0 to 1 000 000, fractions rounded up. What is not known (a value,
 * a cell, a table that is not in force) weighs 1: a household whose file is thin is neither refused nor free. Below 0
 * is 0. */
gint64
orienta_binding_load (const OrientaBinding *self, const OrientaLoad *load, guint household)
{
  if (load->kind == ORIENTA_LOAD_CONSTANT)
    return load->constant;
  gint64 value = load->kind == ORIENTA_LOAD_TABLE ? orienta_binding_lookup (self, load->table, household, -1)
                                                  : orienta_binding_value (self, load->attribute, household, -1);
  if (value == ORIENTA_UNKNOWN)
    return 1;
  value = CLAMP (value, 0, (gint64) MAX_LOAD * ORIENTA_MILLION);
  return (value + ORIENTA_MILLION - 1) / ORIENTA_MILLION;
}

/* Whether the unit is one of the quota's; what is not known is not. Its condition reads the unit alone, so that no
 * household is asked. */
gboolean
orienta_binding_quota_has_unit (const OrientaBinding *self, const OrientaQuota *quota, guint unit)
{
  return orienta_binding_truth (self, quota->units, 0, (gint) unit) == ORIENTA_TRUE;
}

/* Whether the household is of the quota's group; what is not known is not. */
gboolean
orienta_binding_quota_has_household (const OrientaBinding *self, const OrientaQuota *quota, guint household)
{
  return orienta_binding_truth (self, quota->households, household, -1) == ORIENTA_TRUE;
}
