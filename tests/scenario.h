/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include "fixture.h"

#include "simulate/scenario-private.h"

/* A small scenario with something of everything; the quotes are single ones. */
#define SCENARIO_SMALL                                                                                                 \
  "{'orienta_scenario': 1, 'id': 'small', 'version': '1', 'title': {'fr': 'Petit', 'en': 'Small'},"                    \
  " 'start': '2026-01-01', 'days': 1825, 'warm_up': 365,"                                                              \
  " 'figures': [{'name': 'turnover', 'value': 0.08, 'unit': 'per year', 'source': 'a report'},"                        \
  "             {'name': 'more', 'value': 30, 'source': 'a plan'},"                                                    \
  "             {'name': 'refusals', 'value': 0.3, 'low': 0.15, 'high': 0.45, 'assumed': 'nobody counts'}],"           \
  " 'register': {'orienta': 1,"                                                                                        \
  "   'territories': [{'id': 'pas'}, {'id': 'lens', 'parent': 'pas'}, {'id': 'calais', 'parent': 'pas'}],"             \
  "   'households': [{'id': 'H1', 'request_date': '2025-01-01', 'adults': 1}],"                                        \
  "   'units': [{'id': 'U1', 'kind': 'plai', 'territory': 'lens', 'places': 100, 'rooms': 2},"                         \
  "             {'id': 'U2', 'kind': 'plus', 'territory': 'calais', 'places': 'more'}],"                               \
  "   'services': [{'id': 'S1', 'territories': ['pas'], 'needs': ['psychic'], 'slots': 'more'}]},"                     \
  " 'stock': [{'units': {'unit.kind': 'plai'}, 'stay_days': {'per_year': 'turnover'}, 'occupied': 0.97,"               \
  "            'ready_days': 15},"                                                                                     \
  "           {'units': {'unit.territory': {'within': 'lens'}}, 'stay_days': 'never'}],"                               \
  " 'deliveries': [{'date': '2027-03-01', 'places': 'more', 'source': 'a plan',"                                       \
  "                 'unit': {'id': 'PDF', 'kind': 'pension_de_famille', 'territory': 'lens'}},"                        \
  "                {'date': '2028-03-01', 'places': 5, 'unit': 'U1'}],"                                                \
  " 'arrivals': [{'id': 'young', 'label': {'fr': 'Jeunes', 'en': 'Youth'}, 'per_year': 120,"                           \
  "   'seasons': [1, 1, 1, 1, 1, 1, 0.5, 0.5, 2, 1, 1, 1],"                                                            \
  "   'household': {'territory': {'one_of': {'lens': 0.3, 'calais': 'rest'}},"                                         \
  "     'situation': {'one_of': {'street': 0.4, 'hotel': 0.6}}, 'adults': 1,"                                          \
  "     'children': {'one_of': {'0': 0.7, '1': 0.3}}, 'income_month': {'steps': [[0, 0], [0.5, 600], [1, 1400]]},"     \
  "     'needs': {'each': {'psychic': 0.2, 'addiction:high': 0.36, 'addiction:low': 0.24}},"                           \
  "     'age': {'uniform': [18, 21]}, 'support_accepted': 'yes', 'wants_territories': {'as': 'territory'}}}],"         \
  " 'patience': [{'households': {'household.situation': 'street'}, 'days': {'exponential': 900}}],"                    \
  " 'answers': [{'by': 'household', 'when': {'pair.in_choice': false}, 'accepts': 'refusals', 'days': 7,"              \
  "              'reason': 'area'}, {'by': 'structure', 'accepts': 0.9}],"                                             \
  " 'changes': [{'id': 'worse', 'households': {'household.needs': {'has': 'psychic'}}, 'per_year': 0.1,"               \
  "              'becomes': {'needs': ['psychic:high']}}],"                                                            \
  " 'support': [{'households': {'household.need.psychic': 'high'}, 'days': {'exponential': 540}, 'then': 'low'}],"     \
  " 'commissions': [{'from': '2025-12-25', 'every_days': 14, 'mechanism': 'sequential'}],"                             \
  " 'targets': [{'id': 'attributions', 'per_year': 408, 'units': {'unit.kind': 'plai'}, 'source': 'a plan'}],"         \
  " 'groups': [{'id': 'ase', 'label': {'en': 'care leavers'}, 'households': {'household.needs': {'has': "              \
  "'ase_leaver'}}}]}"

static inline OrientaScenario *
scenario_new (const char *text)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *json = fixture_text (text);
  OrientaScenario *scenario = orienta_scenario_parse (json, -1, &error);
  ck_assert_msg (scenario != NULL, "%s", error ? error->message : "");
  return scenario;
}

/* The i-th line of one of its lists. */
#define SCENARIO_LINE(list, type, i) (&g_array_index (list, type, i))
