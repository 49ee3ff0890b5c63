/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include <orienta/orienta.h>

enum { EXIT_OK = 0, EXIT_INPUT = 1, EXIT_USAGE = 2, EXIT_NOT_FOUND = 3, EXIT_WRITE = 4, EXIT_INTERRUPTED = 130 };
enum { FORMAT_TEXT, FORMAT_JSON, FORMAT_CSV, FORMAT_HTML };

typedef struct {
  const char *data, *policy_path; /* of the arguments */
  char *unit, *household, *seed, *as_of, *output;
  gint top, threads;
  gboolean lint, quiet, version;
  gint evidence, language, audience, format; /* places in the lists of words of the program */
  /* commission-match.c */
  char *mechanism_word, *objective_word, *support_word, *unit_order_word, *prices_word, *minimum, *max_loss, *baseline, *record,
      *replay, *diff, *refused;
  char **kept, **barred, **reserves;
  gint mechanism, objective, support, unit_order, prices;
  gdouble seconds;
  gboolean matches, certain, no_quotas;
} Options;

/* commission.c */
gboolean choose    (const char *option, const char *word, const char *const *words, gint *place, GError **error);
gboolean write_out (const char *path, const char *text, GError **error);

/* commission-match.c: a whole matching */
void        match_options_add   (Options *options, GOptionContext *context);
gboolean    match_options_read  (Options *options, GError **error);
const char *match_options_fault (const Options *options); /* NULL: none */
void        match_options_clear (Options *options);
char       *answer_matching     (const Options *options, OrientaPolicy *policy, OrientaRegister *reg, OrientaProgress *progress,
                                 GError **error);
