/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "refusal.h"

/* What is put in place of the @ begins the second line of the document. */
#define HEAD "'orienta_scenario': 1, 'id': 's', 'version': '1', 'start': '2026-01-01', 'days': 365,"
#define REGISTER                                                                                                       \
  "'register': {'orienta': 1, 'territories': [{'id': 'lens'}], 'households': [],"                                      \
  " 'units': [{'id': 'U1', 'kind': 'plai', 'territory': 'lens', 'places': 9}]}"
#define FRAME "{" HEAD REGISTER ",\n@}"
#define ARRIVAL(household) "'arrivals': [{'id': 'p', 'per_year': 1, 'household': {" household "}}]"

static void
check (const char *frame, const Refusal *row)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *json = refusal_document (frame, row->part);
  g_autoptr (OrientaScenario) scenario = orienta_scenario_parse (json, -1, &error);
  ck_assert_msg (scenario == NULL, "%s", row->part);
  ck_assert_str_eq (error->message, row->message);
}

#define CHECK_ALL(frame, rows)                                                                                         \
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)                                                                      \
  check (frame, &rows[i])

START_TEST (test_head)
{
  static const Refusal rows[] = {
    { "'orienta_scenario': 2, 'id': 'a b', 'start': '2026-02-30', 'days': 0, 'warm_up': 1.5, 'register': []",
      "scenario.json:1:1: $: member \"version\" is missing\n"
      "scenario.json:2:21: $.orienta_scenario: 2: expected 1\n"
      "scenario.json:2:30: $.id: \"a b\": expected an id: 1 to 64 of A-Za-z0-9._:-\n"
      "scenario.json:2:46: $.start: \"2026-02-30\": expected a date \"YYYY-MM-DD\" from 1900 to 2199\n"
      "scenario.json:2:68: $.days: 0: expected a whole number of days from 1 to 36525\n"
      "scenario.json:2:82: $.warm_up: 1.5: expected a whole number of days from 0 to 36524\n"
      "scenario.json:2:99: register: an object was expected, not an array" },
    { "'orienta_scenario': 1, 'id': 'a', 'version': '1', 'start': '2026-01-01', 'days': 1.5, 'warm_up': 10,"
      "'register': {'orienta': 1, 'households': [], 'units': []}",
      "scenario.json:2:82: $.days: 1.5: expected a whole number of days from 1 to 36525" }, /* and no word of the
                                                                                               warm-up */
    { "'orienta_scenario': 1, 'id': 'a', 'version': '1', 'start': '2026-01-01', 'days': 10, 'warm_up': 10",
      "scenario.json:1:1: $: member \"register\" is missing\n"
      "scenario.json:2:97: $.warm_up: 10: expected a whole number of days from 0 to 9" },
    { "'orienta_scenario': 1, 'id': 'a', 'version': '1', 'start': '2026-01-01', 'days': 'years', 'arrival': "
      "[]," REGISTER,
      "scenario.json:2:82: $.days: \"years\": unknown figure\n"
      "scenario.json:2:102: $: \"arrival\": unknown member; nearest: \"arrivals\"" },
  };
  CHECK_ALL ("{\n@}", rows);
}
END_TEST

START_TEST (test_figures)
{
  static const Refusal rows[] = {
    { "'figures': [{'name': 'x', 'value': 1}]", "scenario.json:2:13: $.figures[0]: neither a source nor an assumption: "
                                                "expected either \"source\" or \"assumed\"" },
    { "'figures': [{'name': 'x', 'value': 1, 'source': 's', 'assumed': 'a'}]",
      "scenario.json:2:13: $.figures[0]: both a source and an assumption: expected either \"source\" or \"assumed\"" },
    { "'figures': [{'name': 'x', 'value': 1, 'assumed': 'a'}]",
      "scenario.json:2:13: $.figures[0]: an assumption without \"low\" and \"high\": expected both" },
    { "'figures': [{'name': 'x', 'value': 1, 'low': 2, 'high': 3, 'assumed': 'a'}]",
      "scenario.json:2:13: $.figures[0]: the value does not lie from \"low\" to \"high\"" },
    { "'figures': [{'name': 'never', 'value': 1, 'source': 's'}, {'name': 'Rent', 'value': 'y', 'source': ''}]",
      "scenario.json:2:22: $.figures[0].name: \"never\": expected a name of a-z, 0-9 and _ that begins with a letter, "
      "not \"never\" or \"rest\"\n"
      "scenario.json:2:68: $.figures[1].name: \"Rent\": expected a name of a-z, 0-9 and _ that begins with a letter, "
      "not \"never\" or \"rest\"\n"
      "scenario.json:2:85: $.figures[1].value: \"y\": expected a number of at most six decimals, up to 1e12\n"
      "scenario.json:2:100: $.figures[1].source: \"\": expected a text" },
    { "'figures': [{'name': 'x', 'value': 1, 'source': 's'}, {'name': 'x', 'value': 2, 'source': 's', 'high': 1}]",
      "scenario.json:2:55: $.figures[1]: the value does not lie from \"low\" to \"high\"\n"
      "scenario.json:2:64: $.figures[1].name: \"x\": stands twice" },
    { "'figures': [{'name': 'stay', 'value': 1, 'source': 's'}],\n'patience': [{'days': {'exponential': 'stays'}}]",
      "scenario.json:3:39: $.patience[0].days.exponential: \"stays\": unknown figure; nearest: \"stay\"" },
    { "'figures': [{'name': 'share', 'value': 2, 'source': 's'}],\n'stock': [{'stay_days': 9, 'occupied': 'share'}]",
      "scenario.json:3:40: $.stock[0].occupied: \"share\", 2: expected a share from 0 to 1" },
  };
  CHECK_ALL (FRAME, rows);
}
END_TEST

START_TEST (test_homes)
{
  static const Refusal rows[] = {
    { "'stock': [{'units': {'household.pets': true}}]",
      "scenario.json:2:11: $.stock[0]: member \"stay_days\" is missing\n"
      "scenario.json:2:21: $.stock[0].units: reads more than the unit: expected attributes of the unit only" },
    { "'stock': [{'stay_days': {'per_year': -1}, 'ready_days': -3, 'occupied': 1.1}]",
      "scenario.json:2:38: $.stock[0].stay_days.per_year: -1: expected a number of 0 or more\n"
      "scenario.json:2:57: $.stock[0].ready_days: -3: expected a number of 0 or more\n"
      "scenario.json:2:73: $.stock[0].occupied: 1.1: expected a share from 0 to 1" },
    { "'stock': [{'units': {'unit.territory': 'lans'}, 'stay_days': 'never'}]",
      "scenario.json:2:21: $.stock[0].units: \"lans\": there is no territory of this id" },
    { "'deliveries': [{'date': '2027-01-01', 'places': 3, 'unit': 'U1'}]",
      "scenario.json:2:25: $.deliveries[0].date: \"2027-01-01\": the scenario goes from 2026-01-01 to 2026-12-31" },
    { "'deliveries': [{'date': '2026-05-01', 'places': 3, 'unit': 'U2'}]",
      "scenario.json:2:60: $.deliveries[0].unit: \"U2\": there is no unit of this id" },
    { "'deliveries': [{'date': '2026-05-01', 'places': 3,\n'unit': {'id': 'U2', 'kind': 'plai', 'territory': "
      "'calais'}}]",
      "scenario.json:3:9: territory \"calais\": there is no territory of this id" },
    { "'deliveries': [{'date': '2026-05-01', 'places': -1,\n'unit': {'id': 'U1', 'places': 2, 'kind': 'home'}}]",
      "scenario.json:2:49: $.deliveries[0].places: -1: expected a whole number from 0 to 100000\n"
      "scenario.json:3:32: $.deliveries[0].unit: places: the delivery says how many\n"
      "scenario.json:3:16: $.deliveries[0].unit: id \"U1\" is already on line 1\n"
      "scenario.json:3:43: $.deliveries[0].unit: kind \"home\" is not one of plai, plus, pls, plai_a, "
      "pension_de_famille, residence_accueil, residence_sociale, fjt, iml_sous_location, iml_mandat, bail_glissant, "
      "chez_soi_dabord, chez_soi_dabord_jeunes, chrs_hors_les_murs, other\n"
      "scenario.json:3:9: $.deliveries[0].unit: member \"territory\" is missing" },
    { "'deliveries': [{'date': '2026-05-01', 'places': 2.5, 'unit': 7}]",
      "scenario.json:2:49: $.deliveries[0].places: 2.5: expected a whole number from 0 to 100000\n"
      "scenario.json:2:62: $.deliveries[0].unit: 7: expected an id: 1 to 64 of A-Za-z0-9._:-" },
    { "'free': {'U1': 10, 'U2': 1}",
      "scenario.json:2:16: $.free.U1: 10: expected a whole number, no more than its places\n"
      "scenario.json:2:26: $.free: \"U2\": there is no unit of this id" },
  };
  CHECK_ALL (FRAME, rows);
}
END_TEST

START_TEST (test_spreads)
{
  static const Refusal rows[] = {
    { "'patience': [{'days': {'exponential': 0}}, {'days': {'weibull': [1]}}, {'days': {'uniform': [3, 2]}}]",
      "scenario.json:2:39: $.patience[0].days.exponential: 0: expected a number above 0\n"
      "scenario.json:2:65: $.patience[1].days.weibull: a list: expected a list of two numbers\n"
      "scenario.json:2:93: $.patience[2].days.uniform: ends before it begins" },
    { "'patience': [{'days': {'gamma': 1}}, {'days': {}}, {'days': {'exponential': 1, 'per_year': 1}}, {}]",
      "scenario.json:2:23: $.patience[0].days: expected one of uniform, exponential, per_year, weibull, lognormal, "
      "steps, alone\n"
      "scenario.json:2:33: $.patience[0].days: \"gamma\": unknown member\n"
      "scenario.json:2:47: $.patience[1].days: expected one of uniform, exponential, per_year, weibull, lognormal, "
      "steps, alone\n"
      "scenario.json:2:61: $.patience[2].days: expected one of uniform, exponential, per_year, weibull, lognormal, "
      "steps, alone\n"
      "scenario.json:2:97: $.patience[3]: member \"days\" is missing" },
    { "'patience': [{'days': {'steps': [[0, 1], [1, 0]]}}, {'days': {'steps': [[0, 1]]}}, {'days': {'steps': [[0, 1], "
      "[1, -2]]}}]",
      "scenario.json:2:33: $.patience[0].days.steps: a list: expected steps [chance, value], both rising, the chances "
      "from 0 to 1\n"
      "scenario.json:2:72: $.patience[1].days.steps: a list of 1: expected at least 2\n"
      "scenario.json:2:116: $.patience[2].days.steps[1][1]: -2: expected a number of 0 or more" },
    { "'patience': [{'days': {'lognormal': [400, -1]}}, {'days': true}]",
      "scenario.json:2:43: $.patience[0].days.lognormal[1]: -1: expected a number above 0\n"
      "scenario.json:2:59: $.patience[1].days: true: expected a number of at most six decimals, up to 1e12" },
  };
  CHECK_ALL (FRAME, rows);
}
END_TEST

START_TEST (test_traits)
{
  static const Refusal rows[] = {
    { ARRIVAL ("'situation': {'one_of': {'street': 0.4, 'hotel': 0.5}}"),
      "scenario.json:2:79: $.arrivals[0].household.situation.one_of: the chances add up to 0.9: expected 1" },
    { ARRIVAL ("'situation': {'one_of': {'street': 'rest', 'hotel': 'rest', 'other': 1.5}}"),
      "scenario.json:2:124: $.arrivals[0].household.situation.one_of.other: 1.5: expected a chance from 0 to 1" },
    { ARRIVAL ("'situation': {'one_of': {'street': 'rest', 'hotel': 'rest'}}"),
      "scenario.json:2:90: $.arrivals[0].household.situation.one_of: \"rest\": stands twice" },
    { ARRIVAL ("'situation': {'one_of': {'roof': 1}}, 'territory': 'arras'"),
      "scenario.json:2:88: $.arrivals[0].household.situation.one_of.roof: situation \"roof\" is not one of street, "
      "emergency_shelter, insertion_shelter, hotel, third_party, squat_camp, institution, transitional, eviction, "
      "unfit, overcrowded, tenant, other\n"
      "scenario.json:2:106: territory \"arras\": there is no territory of this id" },
    { ARRIVAL ("'needs': {'each': {'addiction:high': 0.7, 'addiction:low': 0.5, 'sleep': 0.1}}"),
      "scenario.json:2:73: $.arrivals[0].household.needs.each: the chances of \"addiction\" add up to 1.2: expected at "
      "most 1\n"
      "scenario.json:2:128: $.arrivals[0].household.needs.each.sleep: needs \"sleep\" is not one of addiction, "
      "parenting, psychic, ase_leaver, violence, budget, eviction, autonomy_loss, street_margins, physical_disability, "
      "health, work, alone or with :none, :dormant, :low, :high, :unknown" },
    { ARRIVAL ("'children': {'each': {'1': 0.5}}, 'pets': {'uniform': [0, 1]}"),
      "scenario.json:2:76: $.arrivals[0].household.children.each: children: only needs, priorities and kinds are drawn "
      "each for itself\n"
      "scenario.json:2:97: $.arrivals[0].household.pets: pets: only amounts, counts and ages are spread" },
    { ARRIVAL ("'wants_territories': {'as': 'needs'}, 'needs': {'as': 'territory'}"),
      "scenario.json:2:83: $.arrivals[0].household.wants_territories.as: \"needs\": expected one of territory\n"
      "scenario.json:2:109: $.arrivals[0].household.needs.as: needs: only lists of territories are taken from another "
      "column" },
    { ARRIVAL ("'incomes_month': 3, 'request_date': '2026-01-01', 'adults': 0"),
      "scenario.json:2:72: $.arrivals[0].household.incomes_month: \"incomes_month\": unknown column of households; "
      "nearest: \"income_month\"\n"
      "scenario.json:2:91: $.arrivals[0].household.request_date: \"request_date\": the simulation says it\n"
      "scenario.json:2:115: $.arrivals[0].household.adults: adults 0: expected at least 1" },
    { ARRIVAL ("'adults': {'one_of': {'0': 0.5, '1': 0.5}}, 'age': {'one_of': {'18': 1}}"),
      "scenario.json:2:106: $.arrivals[0].household.age: expected one of uniform, exponential, per_year, weibull, "
      "lognormal, steps, alone\n"
      "scenario.json:2:117: $.arrivals[0].household.age: \"one_of\": unknown member\n"
      "scenario.json:2:82: $.arrivals[0].household.adults.one_of.0: adults 0: expected at least 1" },
    { ARRIVAL ("'income_month': 'wage', 'rent_now': {'one_of': {}}"),
      "scenario.json:2:102: $.arrivals[0].household.rent_now.one_of: an empty object: expected {value: chance}\n"
      "scenario.json:2:71: $.arrivals[0].household.income_month: income_month \"wage\" is not a number from 0 to "
      "10000000 with at most two decimals, nor a figure's name" },
  };
  CHECK_ALL (FRAME, rows);
}
END_TEST

START_TEST (test_lists)
{
  static const Refusal rows[] = {
    { "'arrivals': [{'id': 'p', 'per_year': -4, 'seasons': [1, 2], 'household': {}}, {'id': 'p', 'per_year': 1}]",
      "scenario.json:2:38: $.arrivals[0].per_year: -4: expected a number of 0 or more\n"
      "scenario.json:2:53: $.arrivals[0].seasons: a list: expected a list of 12 numbers, January first\n"
      "scenario.json:2:79: $.arrivals[1]: member \"household\" is missing\n"
      "scenario.json:2:79: $.arrivals[1]: \"p\": stands twice" },
    { "'patience': [{'households': {'pair.in_choice': true}, 'days': 3}]",
      "scenario.json:2:29: $.patience[0].households: reads more than the household: expected attributes of the "
      "household only" },
    { "'answers': [{'accepts': 0.5}, {'by': 'landlord', 'accepts': 2, 'days': -1, 'reason': 'colour'}]",
      "scenario.json:2:13: $.answers[0]: member \"by\" is missing\n"
      "scenario.json:2:38: $.answers[1].by: \"landlord\": expected one of household, structure\n"
      "scenario.json:2:61: $.answers[1].accepts: 2: expected a share from 0 to 1\n"
      "scenario.json:2:72: $.answers[1].days: -1: expected a number of 0 or more\n"
      "scenario.json:2:86: $.answers[1].reason: \"colour\": expected one of area, kind, animal, safety, size, rent, "
      "access, health, neighbourhood, other" },
    { "'answers': [{'by': 'household', 'accepts': 1, 'when': {'pair.in_choise': true, 'criterion.dalo': true}}]",
      "scenario.json:2:74: $.answers[0].when: \"pair.in_choise\": unknown attribute; nearest: \"pair.in_choice\"\n"
      "scenario.json:2:98: $.answers[0].when: \"dalo\": unknown criterion" },
    { "'changes': [{'id': 'c', 'per_year': 1, 'becomes': {'adults': 2, 'children': 1}}, {'id': 'c', 'per_year': 1, "
      "'becomes': {'age': 3}}]",
      "scenario.json:2:51: $.changes[0].becomes: expected one column of households\n"
      "scenario.json:2:82: $.changes[1]: \"c\": stands twice\n"
      "scenario.json:2:120: $.changes[1].becomes: \"age\": it changes of itself" },
    { "'support': [{'days': 0, 'then': 'low'}]",
      "scenario.json:2:13: $.support[0]: days 0: expected more, for another level follows" },
    { "'support': [{'days': 9, 'then': 'none'}]",
      "scenario.json:2:33: $.support[0].then: \"none\": expected one of dormant, low, high" },
    { "'commissions': [{'from': '2027-01-01', 'every_days': -7, 'mechanism': 'best'}]",
      "scenario.json:2:26: $.commissions[0].from: \"2027-01-01\": the scenario goes from 2026-01-01 to 2026-12-31\n"
      "scenario.json:2:54: $.commissions[0].every_days: -7: expected a number of 0 or more\n"
      "scenario.json:2:71: $.commissions[0].mechanism: \"best\": expected one of optimal, sequential, stable" },
    { "'targets': [{'id': 't', 'per_year': 9, 'units': {'household.pets': true}, 'households': {'unit.rooms': 2}}]",
      "scenario.json:2:49: $.targets[0].units: reads more than the unit: expected attributes of the unit only\n"
      "scenario.json:2:89: $.targets[0].households: reads more than the household: expected attributes of the "
      "household only" },
    { "'groups': [{'id': 'g'}, {'id': 'g', 'households': {'household.agee': {'ge': 3}}}]",
      "scenario.json:2:12: $.groups[0]: member \"households\" is missing\n"
      "scenario.json:2:25: $.groups[1]: \"g\": stands twice\n"
      "scenario.json:2:70: $.groups[1].households: \"household.agee\": unknown attribute; nearest: \"household.age\"" },
  };
  CHECK_ALL (FRAME, rows);
}
END_TEST

START_TEST (test_register)
{
  static const Refusal rows[] = {
    { "'register': {'orienta': 1, 'units': [], 'households':\n"
      "[{'id': 'p.w1', 'request_date': '2025-01-01', 'adults': 1}]},\n"
      "'arrivals': [{'id': 'p', 'per_year': 1, 'waiting': 2, 'household': {}}]",
      "scenario.json:1:1: $: \"p.w1\": a household of the register has the id of one that a profile lets wait" },
    { "'register': {'orienta': 1, 'units': [], 'households': []},\n"
      "'arrivals': [{'id': 'p', 'per_year': 1, 'waiting': -2, 'since_days': 'long', 'household': {}}]",
      "scenario.json:3:52: $.arrivals[0].waiting: -2: expected a whole number from 0 to 1000000\n"
      "scenario.json:3:70: $.arrivals[0].since_days: \"long\": unknown figure" },
    { "'register': {'orienta': 1, 'as_of': '2025-01-01', 'households': [], 'units': []}",
      "scenario.json:2:37: $.register: as_of \"2025-01-01\": the scenario starts on 2026-01-01" },
    { "'register': {'orienta': 1, 'units': [{'id': 'U1', 'kind': 'plai', 'territory': 'lens', 'places': 'many'}]}",
      "scenario.json:2:13: member \"households\" is missing\n"
      "scenario.json:2:98: places \"many\" is not a whole number from 0 to 100000, nor a figure's name" },
    { "'register': {'orienta': 1, 'households': [{'id': 'H', 'request_date': '2026-01-02', 'adults': 1}], 'units': []}",
      "scenario.json:2:43: request_date 2026-01-02 is after the register's day, 2026-01-01" },
  };
  CHECK_ALL ("{" HEAD "\n@}", rows);
}
END_TEST

/* No document at all. */
START_TEST (test_syntax)
{
  static const Refusal rows[] = {
    { "[]", "scenario.json:1:1: $: a list: expected an object" },
    { "{", "scenario.json:1:2: the name of a member in double quotes was expected, not the end of the document" }
  };
  CHECK_ALL ("@", rows);
}
END_TEST

TEST_MAIN ("scenario-faults", test_head, test_figures, test_homes, test_spreads, test_traits, test_lists, test_register,
           test_syntax)
