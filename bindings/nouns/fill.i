/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* A table of a register by whole columns (fill.h). `valid` without elements: every cell is there. */
typedef struct {} OrientaFill;
%extend OrientaFill {
  OrientaFill (OrientaTable table, gsize n_rows);
  ~OrientaFill ();
  gsize get_n_rows ();
  gboolean add_numbers (const char *column, OrientaArray values, OrientaArray valid, GError **error) {
    return orienta_fill_add_numbers ($self, column, &values, &valid, error);
  }
  gboolean add_bools (const char *column, OrientaArray values, OrientaArray valid, GError **error) {
    return orienta_fill_add_bools ($self, column, &values, &valid, error);
  }
  gboolean add_dates (const char *column, OrientaArray days, OrientaArray valid, GError **error) {
    return orienta_fill_add_dates ($self, column, &days, &valid, error);
  }
  gboolean add_texts (const char *column, OrientaStrings texts, GError **error) {
    return orienta_fill_add_texts ($self, column, &texts, error);
  }
  gboolean add_words (const char *column, OrientaArray codes, OrientaStrings words, GError **error) {
    return orienta_fill_add_words ($self, column, &codes, &words, error);
  }
  void into (OrientaBuilder *builder, gsize first, gsize n);
}
