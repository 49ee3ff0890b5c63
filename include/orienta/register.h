/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include <orienta/attribute.h>
#include <orienta/progress.h>
#include <orienta/types.h>

G_BEGIN_DECLS

/* A household, unit, service or territory is its place in the register, 0 to n - 1, in order of id. */

ORIENTA_API OrientaRegister *orienta_register_load              (const char *path, OrientaPolicy *policy, GError **error);
ORIENTA_API OrientaRegister *orienta_register_read              (const char *path, OrientaPolicy *policy, const char *as_of,
                                                                 OrientaProgress *progress, GError **error);
ORIENTA_API OrientaRegister *orienta_register_parse             (const char *json, gssize length, OrientaPolicy *policy,
                                                                 GError **error);
ORIENTA_API OrientaRegister *orienta_register_ref               (OrientaRegister *self);
ORIENTA_API void             orienta_register_unref             (OrientaRegister *self);
ORIENTA_API char            *orienta_register_get_as_of         (const OrientaRegister *self);
ORIENTA_API guint            orienta_register_get_n_households  (const OrientaRegister *self);
ORIENTA_API guint            orienta_register_get_n_units       (const OrientaRegister *self);
ORIENTA_API guint            orienta_register_get_n_services    (const OrientaRegister *self);
ORIENTA_API guint            orienta_register_get_n_territories (const OrientaRegister *self);
ORIENTA_API const char      *orienta_register_get_household_id  (const OrientaRegister *self, guint household);
ORIENTA_API const char      *orienta_register_get_unit_id       (const OrientaRegister *self, guint unit);
ORIENTA_API const char      *orienta_register_get_service_id    (const OrientaRegister *self, guint service);
ORIENTA_API const char      *orienta_register_get_territory_id  (const OrientaRegister *self, guint territory);
ORIENTA_API gint             orienta_register_find_household    (const OrientaRegister *self, const char *id);
ORIENTA_API gint             orienta_register_find_unit         (const OrientaRegister *self, const char *id);
ORIENTA_API gint             orienta_register_find_territory    (const OrientaRegister *self, const char *id);
ORIENTA_API gint64           orienta_register_get_value         (const OrientaRegister *self, guint attribute, gint household,
                                                                 gint unit);
ORIENTA_API char            *orienta_register_write_value       (const OrientaRegister *self, guint attribute, gint household,
                                                                 gint unit);
ORIENTA_API char            *orienta_register_format_value      (const OrientaRegister *self, guint attribute, gint household,
                                                                 gint unit, OrientaLanguage language);
ORIENTA_API char            *orienta_register_to_json           (const OrientaRegister *self);
ORIENTA_API const char      *orienta_register_get_sha256        (OrientaRegister *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (OrientaRegister, orienta_register_unref)

G_END_DECLS
