/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include <orienta/builder.h>
#include <orienta/register.h>

/* A column beyond those of docs/data.md, and the ways in that know such columns. The policy declares them; the room of
 * the model knows only this much of a policy. */
typedef struct {
  const char *name; /* without prefix */
  OrientaOf of;     /* household or unit */
  OrientaType type; /* bool, number, date, word, words */
  const char *const *words; /* NULL-terminated; word and words only */
} OrientaLocal;

/* `as_of`: NULL for the data's own. `locals` are copied. */
OrientaBuilder  *orienta_builder_new_with   (const char *as_of, const OrientaLocal *locals, guint n_locals, GError **error);
OrientaRegister *orienta_register_read_with (const char *path, const OrientaLocal *locals, guint n_locals, const char *as_of,
                                             OrientaProgress *progress, GError **error);
OrientaRegister *orienta_register_parse_with (const char *json, gssize length, const OrientaLocal *locals, guint n_locals,
                                              GError **error);
