/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* An argument of this type is more than a Progress: each language takes there what it shows progress with. */
%typemap(check) OrientaProgress *progress "";

typedef struct {} OrientaProgress;
%extend OrientaProgress {
  OrientaProgress ();
  ~OrientaProgress ();
  void cancel ();
  gboolean is_cancelled ();
  const char *get_stage ();
  guint64 get_done ();
  guint64 get_total ();
}
