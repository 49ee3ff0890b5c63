/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* The ways into a register that know a policy's local columns. The room of the model takes bare columns; here they are
 * drawn from the policy. */
#include <orienta/orienta.h>

#include "model/local-private.h"
#include "policy/policy-private.h"

#include <string.h>

/* The columns that a policy declares; computed attributes are none. Free with g_free(); the texts are the policy's. */
static OrientaLocal *
columns_of (const OrientaPolicy *policy, guint *n)
{
  *n = 0;
  if (!policy)
    return NULL;
  OrientaLocal *columns = g_new0 (OrientaLocal, policy->n_locals);
  for (guint i = 0; i < policy->n_locals; i++) {
    const OrientaLocalAttribute *local = &policy->locals[i];
    if (!local->when)
      columns[(*n)++] =
          (OrientaLocal){ strchr (local->name, '.') + 1, local->of, local->type, (const char *const *) local->words };
  }
  return columns;
}

/**
 * orienta_register_load:
 * @path: a folder of CSV files, or one JSON document (docs/data.md)
 * @policy: (nullable): the policy that declares further columns; it is not kept
 *
 * As orienta_register_read() on the data's own day, without progress.
 *
 * Returns: (transfer full): the register, sealed
 */
OrientaRegister *
orienta_register_load (const char *path, OrientaPolicy *policy, GError **error)
{
  return orienta_register_read (path, policy, NULL, NULL, error);
}

/**
 * orienta_register_read:
 * @path: a folder of CSV files, or one JSON document (docs/data.md)
 * @policy: (nullable): the policy that declares further columns; it is not kept
 * @as_of: (nullable): the day the register describes, "2026-11-22"; NULL for the data's own
 * @progress: (nullable): told of bytes read
 *
 * Errors: ORIENTA_ERROR_READ, _SYNTAX, _INVALID, _LIMIT, _CANCELLED. All faults are told together, a line each.
 *
 * Returns: (transfer full): the register, sealed
 */
OrientaRegister *
orienta_register_read (const char *path, OrientaPolicy *policy, const char *as_of, OrientaProgress *progress,
                       GError **error)
{
  g_return_val_if_fail (path != NULL, NULL);
  guint n;
  g_autofree OrientaLocal *columns = columns_of (policy, &n);
  return orienta_register_read_with (path, columns, n, as_of, progress, error);
}

/**
 * orienta_register_parse:
 * @json: one document (docs/data.md)
 * @length: its bytes, or -1 up to the NUL
 * @policy: (nullable): the policy that declares further columns; it is not kept
 *
 * Returns: (transfer full): the register, sealed
 */
OrientaRegister *
orienta_register_parse (const char *json, gssize length, OrientaPolicy *policy, GError **error)
{
  g_return_val_if_fail (json != NULL, NULL);
  guint n;
  g_autofree OrientaLocal *columns = columns_of (policy, &n);
  return orienta_register_parse_with (json, length, columns, n, error);
}

/**
 * orienta_builder_new:
 * @as_of: (nullable): the day the register will describe; NULL for the data's own
 * @policy: (nullable): the policy that declares further columns; it is not kept
 *
 * Errors: ORIENTA_ERROR_INVALID for a day that is none.
 *
 * Returns: (transfer full): a builder without lines
 */
OrientaBuilder *
orienta_builder_new (const char *as_of, OrientaPolicy *policy, GError **error)
{
  guint n;
  g_autofree OrientaLocal *columns = columns_of (policy, &n);
  return orienta_builder_new_with (as_of, columns, n, error);
}
