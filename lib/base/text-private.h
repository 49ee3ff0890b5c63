/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include <orienta/language.h>

/* Words for people: quoting what stood in a file, guessing what was meant, filling a sentence. */

gboolean    orienta_text_is_id   (const char *text, gsize length, gsize max);
char       *orienta_text_quote   (const char *text, gssize length);
const char *orienta_text_nearest (const char *name, const char *const *candidates, guint n);
char       *orienta_text_fill    (const char *sentence, const char *const *pairs);
