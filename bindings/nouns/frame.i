/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Results as tables of typed columns (frame.h), each noun's as a method of it. A frame is made anew only to be as it was. */
ORIENTA_INDEX (column, orienta_frame_get_n_columns (arg1))
ORIENTA_INDEX (word, orienta_frame_get_n_words (arg1, arg2))

typedef struct {} OrientaFrame;
%extend OrientaFrame {
  OrientaFrame (gsize n_rows) { return orienta_frame_new (n_rows, NULL, NULL); }
  ~OrientaFrame ();
  void add_column (const char *name, OrientaCellType type, OrientaArray data, OrientaArray valid, OrientaStrings words,
                   GError **error) {
    orienta_frame_add_column ($self, name, type, &data, &valid, &words, error);
  }
  gsize get_n_rows ();
  guint get_n_columns ();
  const char *get_name (guint column);
  OrientaCellType get_type (guint column);
  gint find (const char *name);
  OrientaView get_data (guint column);
  OrientaView get_valid (guint column);
  guint get_n_words (guint column);
  const char *get_word (guint column, guint word);
  OrientaStrings get_words (guint column);
}

%extend OrientaPolicy {
  OrientaFrame *criteria_frame () { return orienta_frame_criteria ($self); }
}
%extend OrientaRegister {
  OrientaFrame *households_frame () { return orienta_frame_households ($self); }
  OrientaFrame *units_frame () { return orienta_frame_units ($self); }
}
%extend OrientaVerdict {
  OrientaFrame *reasons_frame (OrientaLanguage language) { return orienta_frame_reasons ($self, language); }
  OrientaFrame *checks_frame (OrientaLanguage language) { return orienta_frame_checks ($self, language); }
}
%extend OrientaScore {
  OrientaFrame *lines_frame (OrientaLanguage language) { return orienta_frame_lines ($self, language); }
}
%extend OrientaShortlist {
  OrientaFrame *frame () { return orienta_frame_shortlist ($self); }
}
%extend OrientaPairs {
  OrientaFrame *frame () { return orienta_frame_pairs ($self); }
}
%extend OrientaLint {
  OrientaFrame *frame (OrientaLanguage language) { return orienta_frame_lint ($self, language); }
}
%extend OrientaScenario {
  OrientaFrame *figures_frame () { return orienta_frame_figures ($self); }
}
%extend OrientaSimulation {
  OrientaFrame *frame () { return orienta_frame_simulation ($self); }
  OrientaFrame *measures_frame () { return orienta_frame_measures ($self); }
  OrientaFrame *groups_frame () { return orienta_frame_groups ($self); }
}
%extend OrientaSummary {
  OrientaFrame *frame () { return orienta_frame_summary ($self); }
}
%extend OrientaEvents {
  OrientaFrame *frame () { return orienta_frame_events ($self); }
}
%extend OrientaForecast {
  OrientaFrame *frame (double confidence = 0.95) { return orienta_frame_forecast ($self, confidence); }
}
%extend OrientaReserve {
  OrientaFrame *frame (double confidence = 0.95) { return orienta_frame_reserve ($self, confidence); }
  OrientaFrame *slots_frame (double confidence = 0.95) { return orienta_frame_reserve_slots ($self, confidence); }
}
%extend OrientaMatching {
  OrientaFrame *pairs_frame () { return orienta_frame_matched ($self); }
  OrientaFrame *unmatched_frame (OrientaLanguage language) { return orienta_frame_unmatched ($self, language); }
  OrientaFrame *prices_frame () { return orienta_frame_prices ($self); }
  OrientaFrame *limits_frame () { return orienta_frame_limits ($self); }
  OrientaFrame *conflicts_frame () { return orienta_frame_conflicts ($self); }
  OrientaFrame *moves_frame () { return orienta_frame_moves ($self); }
}
