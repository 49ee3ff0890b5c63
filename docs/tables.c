/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* The pages of the manual that are tables of the library: what can be asked by a program is not written twice.
 * Usage: orienta-tables attributes|reasons */
#include <orienta/orienta.h>

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static const char *const types[] = { "bool", "number", "date", "word", "words", "code", "codes", "place" };
static const char *const severities[] = { "info", "verify", "refuse" };

/* One cell; a bar would end it. */
static void
print_cell (const char *text)
{
  g_auto (GStrv) parts = g_strsplit (text != NULL ? text : "", "|", -1);
  g_autofree char *cell = g_strjoinv ("\\|", parts);
  printf (*cell != '\0' ? " %s |" : "%s |", cell);
}

static void
print_attribute (guint attribute)
{
  printf ("| `%s` |", orienta_attribute_get_name (attribute));
  print_cell (types[orienta_attribute_get_type (attribute)]);
  print_cell (orienta_attribute_get_unit (attribute));
  print_cell (orienta_attribute_get_label (attribute, ORIENTA_FRENCH));
  print_cell (orienta_attribute_get_label (attribute, ORIENTA_ENGLISH));
  print_cell (orienta_attribute_is_special (attribute) ? "yes" : NULL);
  print_cell (orienta_attribute_get_formula (attribute));
  printf ("\n");
}

static void
print_words (guint attribute)
{
  guint n = orienta_attribute_get_n_words (attribute);
  gboolean level = g_str_has_prefix (orienta_attribute_get_name (attribute), "household.need.");
  if (n == 0 || (level && g_str_has_prefix (orienta_attribute_get_name (attribute - 1), "household.need.")))
    return;
  printf ("\n### `%s`\n\n", level ? "household.need.…" : orienta_attribute_get_name (attribute));
  printf ("| word | français | English |\n|---|---|---|\n");
  for (guint i = 0; i < n; i++) {
    printf ("| `%s` |", orienta_attribute_get_word (attribute, i));
    print_cell (orienta_attribute_get_word_label (attribute, i, ORIENTA_FRENCH));
    print_cell (orienta_attribute_get_word_label (attribute, i, ORIENTA_ENGLISH));
    printf ("\n");
  }
}

static void
print_attributes (void)
{
  static const char *const headings[] = { "Of a household", "Of a unit", "Of a pair" };
  printf (
      "# Attributes\n\n"
      "What a policy may read. *Special*: reveals health, disability, violence or another special category of\n"
      "personal data (GDPR art. 9), and is hidden from third parties. Without a formula, the value is as given\n"
      "([data](data.md)); a value that cannot be derived is unknown. A policy adds its own ([policy](policy.md)).\n\n"
      "This page is made by `./dev docs` from the library itself.\n");
  for (guint of = 0; of < G_N_ELEMENTS (headings); of++) {
    printf ("\n## %s\n\n| attribute | type | unit | français | English | special | formula |\n"
            "|---|---|---|---|---|---|---|\n",
            headings[of]);
    for (guint i = 0; i < orienta_attribute_get_count (); i++)
      if (orienta_attribute_get_of (i) == of)
        print_attribute (i);
  }
  printf ("\n## Words\n");
  for (guint i = 0; i < orienta_attribute_get_count (); i++)
    print_words (i);
}

static void
print_reasons (void)
{
  printf ("# Reasons\n\n"
          "Everything the library answers with. A code keeps its meaning for ever; a retired one is not used again.\n"
          "{Names} are filled in. *Refuse* says no, *verify* asks someone to look, *info* changes nothing.\n\n"
          "This page is made by `./dev docs` from the library itself.\n\n"
          "| code | name | severity | français | English |\n|---|---|---|---|---|\n");
  for (guint i = 0; i < orienta_reason_get_count (); i++) {
    OrientaReasonCode code = orienta_reason_get_code (i);
    printf ("| %d | `%s` |", (int) code, orienta_reason_get_name (code));
    print_cell (severities[orienta_reason_get_severity (code)]);
    print_cell (orienta_reason_get_sentence (code, ORIENTA_FRENCH));
    print_cell (orienta_reason_get_sentence (code, ORIENTA_ENGLISH));
    printf ("\n");
  }
}

int
main (int argc, char **argv)
{
  if (argc == 2 && strcmp (argv[1], "attributes") == 0)
    print_attributes ();
  else if (argc == 2 && strcmp (argv[1], "reasons") == 0)
    print_reasons ();
  else
    return EXIT_FAILURE;
  return EXIT_SUCCESS;
}
