/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* What the library takes for a fault of the program is an error here. */
%typemap(check) guint n { ORIENTA_NEED ($1 > 0 && $1 <= G_MAXINT32, "n", $1) }
%typemap(check) guint first { ORIENTA_NEED ($1 <= G_MAXINT32, "first", $1) }
%typemap(check) OrientaMatchOptions *options "";

%{
static gboolean
orienta_is_date (const char *text, GError **error)
{
  guint year = 0, month = 0, day = 0;
  int length = 0;
  if (strlen (text) == 10 && sscanf (text, "%4u-%2u-%2u%n", &year, &month, &day, &length) == 3 && length == 10
      && year >= 1 && g_date_valid_dmy ((GDateDay) day, (GDateMonth) month, (GDateYear) year))
    return TRUE;
  g_set_error (error, ORIENTA_ERROR, ORIENTA_ERROR_INVALID, "day: \"%s\", expected a date such as \"2027-01-01\"", text);
  return FALSE;
}
%}

typedef struct {} OrientaSimulateOptions;
%extend OrientaSimulateOptions {
  OrientaSimulateOptions ();
  ~OrientaSimulateOptions ();
  void set_seed (guint64 seed);
  void set_replications (guint first, guint n, GError **error) {
    if (n > G_MAXINT32 - first)
      g_set_error (error, ORIENTA_ERROR, ORIENTA_ERROR_LIMIT, "replications: %u from %u, expected at most %d in all", n,
                   first, G_MAXINT32);
    else
      orienta_simulate_options_set_replications ($self, first, n);
  }
  void set_match (OrientaMatchOptions *options);
  void set_every (double days);
  void change_policy (const char *day, OrientaPolicy *policy, OrientaMatchOptions *options, GError **error) {
    if (orienta_is_date (day, error))
      orienta_simulate_options_change_policy ($self, day, policy, options);
  }
  void set_keep_events (gboolean keep);
  void set_n_threads (guint n_threads);
}
%typemap(check) guint n;
%typemap(check) guint first;
