/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include <orienta/progress.h>
#include <orienta/types.h>

G_BEGIN_DECLS

/* What a line describes. */
typedef enum {
  ORIENTA_TABLE_HOUSEHOLDS = 0,
  ORIENTA_TABLE_PERSONS = 1,
  ORIENTA_TABLE_UNITS = 2,
  ORIENTA_TABLE_SERVICES = 3,
  ORIENTA_TABLE_TERRITORIES = 4,
  ORIENTA_TABLE_OUTCOMES = 5,
  ORIENTA_TABLE_OFFERS = 6,
} OrientaTable;

ORIENTA_API OrientaBuilder  *orienta_builder_new       (const char *as_of, OrientaPolicy *policy, GError **error);
ORIENTA_API OrientaBuilder  *orienta_builder_ref       (OrientaBuilder *self);
ORIENTA_API void             orienta_builder_unref     (OrientaBuilder *self);
ORIENTA_API void             orienta_builder_begin     (OrientaBuilder *self, OrientaTable table);
ORIENTA_API void             orienta_builder_set       (OrientaBuilder *self, const char *column, const char *value);
ORIENTA_API OrientaRegister *orienta_builder_seal      (OrientaBuilder *self, GError **error);
ORIENTA_API OrientaRegister *orienta_builder_seal_with (OrientaBuilder *self, OrientaProgress *progress, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (OrientaBuilder, orienta_builder_unref)

G_END_DECLS
