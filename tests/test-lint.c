/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "refusal.h"

#include "policy/lint-private.h"

/* What the document alone shows; what a register shows is tried with score/. */

#define FRAME "{'orienta': 1, 'id': 'p', 'version': '1',\n@}"

/* The warnings as lines "code path sentence". */
static char *
lint_text (const char *part, const char *day, OrientaLanguage language)
{
  g_autofree char *json = refusal_document (FRAME, part);
  g_autoptr (OrientaPolicy) policy = fixture_policy (json);
  g_autoptr (OrientaLint) lint = orienta_lint_new ();
  orienta_lint_static (lint, policy, day ? orienta_date_parse (day, strlen (day)) : ORIENTA_NO_DATE);
  GString *text = g_string_new (NULL);
  for (guint i = 0; i < orienta_lint_get_n (lint); i++) {
    g_autofree char *sentence = orienta_lint_format (lint, i, language);
    g_string_append_printf (text, "%s %s %s\n", orienta_reason_get_name (orienta_lint_get_code (lint, i)),
                            orienta_lint_get_path (lint, i), sentence);
  }
  return g_string_free (text, FALSE);
}

typedef struct {
  const char *part, *day, *warnings;
} Row;

static void
check_rows (const Row *rows, guint n)
{
  for (guint i = 0; i < n; i++) {
    g_autofree char *text = lint_text (rows[i].part, rows[i].day, ORIENTA_ENGLISH);
    ck_assert_str_eq (text, rows[i].warnings);
  }
}

/* clang-format off */
#define C(members) "'criteria': [{'id': 'c', 'source': 's', " members "}]"

static const Row effects[] = {
  { "'rules': [{'id': 'r', 'source': 'Usage', 'require': {'household.age': {'lt': 30}}}]", NULL,
    "lint-age-without-basis $.rules[0] “r” reads the age and its source cites no legal basis (code, law, decree or order).\n" },
  { "'rules': [{'id': 'r', 'source': 'CASF D.312-153-1', 'require': {'household.age': {'lt': 30}}}]", NULL, "" },
  { "'rules': [{'id': 'r', 'source': 'art. L. 633-1', 'require': {'household.age': {'lt': 30}}}]", NULL, "" },
  { "'rules': [{'id': 'r', 'source': 'Règlement 2', 'require': {'household.oldest_age': {'lt': 30}}}]", NULL,
    "lint-age-without-basis $.rules[0] “r” reads the age and its source cites no legal basis (code, law, decree or order).\n" },
  { C ("'attribute': 'household.age', 'per': 10, 'points': 1"), NULL,
    "lint-age-without-basis $.criteria[0] “c” reads the age and its source cites no legal basis (code, law, decree or order).\n" },
  { C ("'points': 3, 'when': {'pair.same_territory': true}"), NULL,
    "lint-local-link $.criteria[0] “c” gives points for a local link: CCH L.441 never makes it a condition.\n" },
  { "'attributes': [{'name': 'works_in_commune', 'of': 'household', 'type': 'bool'}],\n" C ("'points': 3, 'when': {'household.works_in_commune': true}"), NULL,
    "lint-local-link $.criteria[0] “c” gives points for a local link: CCH L.441 never makes it a condition.\n" },
  { C ("'points': -3, 'when': {'household.refusals': {'ge': 2}}, 'valid': {'to': '2026-12-31'}"), NULL,
    "lint-local-sanction $.criteria[0] Criterion “c”: points are taken for refusals (CCH R.441-2-10), until 31 December 2026.\n" },
  { "'quotas': [{'id': 'q', 'source': 's', 'max_share': 0.3, 'households': {'household.needs': {'has': 'psychic'}}}]", NULL,
    "lint-quota-limits-need $.quotas[0] Quota “q”: it limits a group chosen by a special attribute in ordinary durable housing (HF1).\n" },
  { "'quotas': [{'id': 'q', 'source': 's', 'max_share': 0.3, 'units': {'unit.kind': 'pension_de_famille'}, 'households': {'household.needs': {'has': 'psychic'}}}]", NULL, "" },
  { "'quotas': [{'id': 'q', 'source': 's', 'max_share': 0.3, 'units': {'unit.onsite_support': true}, 'households': {'household.needs': {'has': 'psychic'}}}]", NULL, "" },
  { "'quotas': [{'id': 'q', 'source': 's', 'min_share': 0.3, 'households': {'household.needs': {'has': 'psychic'}}}]", NULL, "" },
  { C ("'points': 3, 'when': {'unit.durable': false}"), NULL,
    "lint-time-limited-favoured $.criteria[0] Criterion “c”: it favours a time-limited home (HF9).\n" },
  { C ("'points': 3, 'when': {'unit.kind': ['fjt', 'residence_sociale']}"), NULL,
    "lint-time-limited-favoured $.criteria[0] Criterion “c”: it favours a time-limited home (HF9).\n" },
  { C ("'points': -3, 'when': {'unit.lease': 'durable'}"), NULL,
    "lint-time-limited-favoured $.criteria[0] Criterion “c”: it favours a time-limited home (HF9).\n" },
  { C ("'points': 3, 'when': {'unit.kind': ['fjt', 'plai']}"), NULL, "" },
  { C ("'points': 3, 'when': {'household.situation': ['hotel', 'institution']}"), NULL,
    "lint-shelter-above-street $.criteria At equal need “hotel” has 3 points more than the street (HF4).\n"
    "lint-shelter-above-street $.criteria At equal need “leaving an institution” has 3 points more than the street (HF4).\n" },
  { C ("'points': 3, 'when': {'household.situation': 'hotel'}, 'applies': {'household.pets': true}"), NULL, "" },
  /* 5 for the street and 8 for a hotel, in a group where only the highest counts and at most 6. */
  { "'tables': [{'id': 't', 'source': 's', 'by': ['situation'], 'values': {'street': 5, 'hotel': 4}}], "
    "'criteria': [{'id': 'a', 'source': 's', 'points': {'table': 't'}}, {'id': 'b', 'source': 's', 'points': 8, 'when': {'household.situation': 'hotel'}}], "
    "'groups': [{'id': 'g', 'of': ['a', 'b'], 'combine': 'max', 'cap': 6}]", NULL,
    "lint-shelter-above-street $.criteria At equal need “hotel” has 1 points more than the street (HF4).\n"
    "lint-table-gap $.tables[0] Table “t”: nothing for emergency shelter.\n"
    "lint-table-gap $.tables[0] Table “t”: nothing for insertion shelter.\n"
    "lint-table-gap $.tables[0] Table “t”: nothing for hosted by a third party.\n"
    "lint-table-gap $.tables[0] Table “t”: nothing for squat or camp.\n"
    "lint-table-gap $.tables[0] Table “t”: nothing for leaving an institution.\n"
    "lint-table-gap $.tables[0] Table “t”: nothing for transitional housing.\n"
    "lint-table-gap $.tables[0] Table “t”: nothing for threatened with eviction.\n"
    "lint-table-gap $.tables[0] Table “t”: nothing for unfit dwelling.\n"
    "lint-table-gap $.tables[0] Table “t”: nothing for overcrowded dwelling.\n"
    "lint-table-gap $.tables[0] Table “t”: nothing for tenant.\n"
    "lint-table-gap $.tables[0] Table “t”: nothing for other situation.\n" },
};

static const Row bands[] = {
  { C ("'attribute': 'household.adults', 'bands': [[1, 1], [31, 2]]"), NULL,
    "lint-band-unreachable $.criteria[0] Criterion “c”: the band from 31 cannot be reached.\n" },
  { C ("'attribute': 'household.waiting_months', 'bands': [[12, 1], [24, 2], [48, 3]], 'when': {'household.waiting_months': {'ge': 24, 'lt': 48}}"), NULL,
    "lint-band-unreachable $.criteria[0] Criterion “c”: the band from 12 cannot be reached.\n"
    "lint-band-unreachable $.criteria[0] Criterion “c”: the band from 48 cannot be reached.\n" },
  { C ("'attribute': 'household.waiting_months', 'bands': [[24, 1]], 'strict': true, 'when': {'household.waiting_months': {'le': 24}}"), NULL,
    "lint-band-unreachable $.criteria[0] Criterion “c”: the band from 24 cannot be reached.\n" },
  { C ("'attribute': 'household.waiting_months', 'bands': [[24, 1]], 'when': {'household.waiting_months': {'le': 24}}"), NULL, "" },
  { C ("'attribute': 'household.rooms_now', 'per': 2, 'slopes': [[0, 1], [16, 2]]"), NULL,
    "lint-band-unreachable $.criteria[0] Criterion “c”: the band from 16 cannot be reached.\n" },
  { C ("'attribute': 'household.waiting_months', 'bands': [[1, 1], [2, 3], [3, 2]]"), NULL,
    "lint-bands-not-monotone $.criteria[0] Criterion “c”: the points go up, then down.\n" },
  { C ("'attribute': 'pair.effort', 'bands': [[0.33, 8], [0.7, 0]], 'interpolate': true"), NULL, "" },
  { "'criteria': [{'id': 'a', 'source': 's', 'points': 3}, {'id': 'b', 'source': 's', 'points': 4}], 'groups': [{'id': 'g', 'of': ['a', 'b'], 'cap': 7.5}]", NULL,
    "lint-group-cap-unreachable $.groups[0] Group “g”: its cap of 7.5 points cannot be reached.\n" },
  { "'criteria': [{'id': 'a', 'source': 's', 'points': 3}, {'id': 'b', 'source': 's', 'points': 4}], 'groups': [{'id': 'g', 'of': ['a', 'b'], 'cap': 5, 'combine': 'max'}]", NULL,
    "lint-group-cap-unreachable $.groups[0] Group “g”: its cap of 5 points cannot be reached.\n" },
  { "'criteria': [{'id': 'a', 'source': 's', 'points': 3, 'valid': {'to': '2025-12-31'}}, {'id': 'a', 'source': 's', 'points': 4, 'valid': {'from': '2026-01-01'}}], "
    "'groups': [{'id': 'g', 'of': ['a'], 'cap': 5}]", NULL,
    "lint-group-cap-unreachable $.groups[0] Group “g”: its cap of 5 points cannot be reached.\n" },
  { "'criteria': [{'id': 'a', 'source': 's', 'attribute': 'household.waiting_months', 'per': 1, 'points': 1}], 'groups': [{'id': 'g', 'of': ['a'], 'cap': 500}]", NULL, "" },
};

static const Row entries[] = {
  { "'valid': {'to': '2025-12-31'}", "2026-01-01", "lint-not-in-force $ “p” is not in force on 1 January 2026.\n" },
  { "'valid': {'to': '2025-12-31'}", "2025-12-31", "" },
  { "'valid': {'to': '2025-12-31'}", NULL, "" },
  { C ("'points': 1, 'valid': {'from': '2027-01-01'}"), "2026-11-22",
    "lint-not-in-force $.criteria[0] “c” is not in force on 22 November 2026.\n" },
  { "'rules': [{'id': 'r', 'source': 's', 'require': {}, 'valid': {'to': '2025-12-31'}}, {'id': 'r', 'source': 's', 'require': {}, 'valid': {'from': '2026-01-01'}}]", "2026-06-01", "" },
  { "'rules': [{'id': 'r', 'source': 's', 'require': {}, 'valid': {'from': '2026-03-01'}}, {'id': 'r', 'source': 's', 'require': {}, 'valid': {'to': '2025-12-31'}}]", "2026-02-01",
    "lint-not-in-force $.rules[1] “r” is not in force on 1 February 2026.\n"
    "lint-version-gap $.rules[1] “r” has no version in force between 1 January 2026 and 28 February 2026.\n" },
  { "'attributes': [{'name': 'x', 'of': 'unit', 'type': 'bool'}, {'name': 'y', 'of': 'unit', 'when': {'unit.x': true}}]", NULL,
    "lint-unused $.attributes[1] “unit.y” is read by no rule and no criterion.\n" },
  { "'tables': [{'id': 't', 'source': 's', 'by': ['persons'], 'values': [1]}]", NULL,
    "lint-unused $.tables[0] “t” is read by no rule and no criterion.\n" },
  { "'tables': [{'id': 't', 'by': ['persons'], 'values': [1]}], 'priorities': [{'code': 'dalo'}], 'tiers': [{'id': 'a', 'when': {'unit.rooms': {'ge': {'table': 't'}}}}], "
    "'strata': [{'id': 'b', 'when': {}, 'share': 1}], 'quotas': [{'id': 'q', 'min_count': 1}]", NULL,
    "lint-no-source $.priorities[0] “dalo” has no source.\nlint-no-source $.tables[0] “t” has no source.\n"
    "lint-no-source $.tiers[0] “a” has no source.\nlint-no-source $.strata[0] “b” has no source.\nlint-no-source $.quotas[0] “q” has no source.\n" },
  { "'attributes': [{'name': 'box', 'of': 'household', 'type': 'word', 'words': ['a', 'b']}], 'tables': [{'id': 't', 'source': 's', 'by': ['persons', 'box'], 'values': [{'a': 1}]}],\n"
    C ("'points': {'table': 't'}"), NULL, "lint-table-gap $.tables[0] Table “t”: nothing for b.\n" },
  { "'strata': [{'id': 'a', 'source': 's', 'when': {}, 'share': 0.3}, {'id': 'b', 'source': 's', 'when': {}, 'share': 0.6}]", NULL,
    "lint-strata-shares $.strata The shares of the strata add up to 0.9 instead of 1.\n" },
  { "'strata': [{'id': 'a', 'source': 's', 'when': {}, 'share': 0.3}, {'id': 'b', 'source': 's', 'when': {}, 'share': 0.7}]", NULL, "" },
};
/* clang-format on */

START_TEST (test_effects)
{
  check_rows (effects, G_N_ELEMENTS (effects));
}
END_TEST

START_TEST (test_bands)
{
  check_rows (bands, G_N_ELEMENTS (bands));
}
END_TEST

START_TEST (test_entries)
{
  check_rows (entries, G_N_ELEMENTS (entries));
}
END_TEST

START_TEST (test_french)
{
  g_autofree char *text =
      lint_text (C ("'points': 2.5, 'when': {'household.situation': 'hotel'}"), NULL, ORIENTA_FRENCH);
  ck_assert_str_eq (text,
                    "lint-shelter-above-street $.criteria À besoins égaux, « à l'hôtel » a 2,5 points de plus que la "
                    "rue (HF4).\n");
}
END_TEST

START_TEST (test_ownership)
{
  OrientaLint *lint = orienta_lint_new ();
  ck_assert_uint_eq (orienta_lint_get_n (lint), 0);
  ck_assert_ptr_eq (orienta_lint_ref (lint), lint);
  orienta_lint_unref (lint);
  orienta_lint_unref (lint);
  orienta_lint_unref (NULL);
}
END_TEST

TEST_MAIN ("lint", test_effects, test_bands, test_entries, test_french, test_ownership)
