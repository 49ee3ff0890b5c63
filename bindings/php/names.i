/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* The core under PHP's names. What counts by places in a result is left out where a frame of it has a column, or a method
 * of protocols.i says the same by ids: a test holds the list of what stands for what (tests/php/covered.php). */

%define ORIENTA_PHP_HIDE(NAMES)
%rename("$ignore", regextarget=1, fullname=1) NAMES;
%enddef
ORIENTA_PHP_HIDE ("^OrientaPolicy::(get_n_criteria|get_criterion_.*|find_criterion|with_points|diff)$")
ORIENTA_PHP_HIDE ("^OrientaRegister::(find_.*|get_.*_id|get_value|write_value|format_value)$")
ORIENTA_PHP_HIDE ("^OrientaVerdict::(get_household|get_unit|get_n_.*|get_reason.*|reason_.*|format_.*|get_flip.*|get_check.*|check_.*)$")
ORIENTA_PHP_HIDE ("^OrientaScore::(get_n_lines|get_criterion|get_group|get_reason|get_stated|get_line_points|get_evidence|get_source|line_.*|format_.*)$")
ORIENTA_PHP_HIDE ("^OrientaShortlist::(get_n.*|get_household|get_unit|get_points|get_status|is_in_choice|get_tier|get_stratum|format_lottery)$")
ORIENTA_PHP_HIDE ("^OrientaPairs::(get_n|get_first|get_units|get_points|get_status)$")
ORIENTA_PHP_HIDE ("^OrientaLint::(get_.*|format)$")
ORIENTA_PHP_HIDE ("^OrientaMatching::(get_n_.*|find_household|get_household|get_unit|get_points|get_pair_status|is_in_choice|get_left|get_service|lacks_support|get_unmatched|get_reason.*|get_nearest|get_margin|get_gain.*|get_loss.*|get_cutoff|get_move.*|chain_.*|get_limit_.*|limit_.*|get_conflict.*|format_.*|given|diff)$")
ORIENTA_PHP_HIDE ("^OrientaScenario::(get_n_figures|get_figure_.*|figure_is_assumed|with_figure)$")
ORIENTA_PHP_HIDE ("^OrientaSimulation::(restore|get_numbers|get_n_measures|get_measure.*|get_n_groups|get_group.*|get_n|get_replications|get_periods|get_territories|get_values)$")
ORIENTA_PHP_HIDE ("^OrientaSummary::(get_n|get_periods|get_territories|get_groups|get_measures|get_counts|get_means|get_lows|get_highs)$")
ORIENTA_PHP_HIDE ("^OrientaEvents::(get_n_households|get_household.*|get_n|get_times|get_kinds|get_units|get_services|get_values|get_reason)$")
ORIENTA_PHP_HIDE ("^OrientaForecast::(get_n|get_chance.*|get_days.*|get_share_unknown)$")
ORIENTA_PHP_HIDE ("^OrientaReserve::(estimate|estimate_from|get_n|get_unit|get_points.*|get_n_slots|get_service|get_slots|get_slot_points.*|apply)$")
ORIENTA_PHP_HIDE ("^OrientaFrame::(add_column|get_.*|find)$")
%ignore OrientaFrame::OrientaFrame (gsize);

/* Whether null will do is said by the signature, where a default of NULL says so, and seen to by values.c. */
%define ORIENTA_PHP_NULL(T)
%typemap(check) T *, const T * "";
%enddef

%define ORIENTA_LEFT_OUT
%ignore OrientaFill;
%ignore OrientaMatchOptions;
%ignore OrientaProgress;
%ignore OrientaSimulateOptions;
%ignore orienta_forecast;
%ignore orienta_match;
%ignore orienta_simulate;
%ignore orienta_attribute_find;
%ignore orienta_attribute_get_count;
%ignore orienta_attribute_get_formula;
%ignore orienta_attribute_get_label;
%ignore orienta_attribute_get_n_words;
%ignore orienta_attribute_get_name;
%ignore orienta_attribute_get_of;
%ignore orienta_attribute_get_type;
%ignore orienta_attribute_get_unit;
%ignore orienta_attribute_get_word;
%ignore orienta_attribute_get_word_label;
%ignore orienta_attribute_is_special;
%ignore orienta_reason_get_code;
%ignore orienta_reason_get_count;
%ignore orienta_reason_get_name;
%ignore orienta_reason_get_sentence;
%ignore orienta_reason_get_severity;
%rename(hasHighs) orienta_has_highs;
%rename(highsVersion) orienta_highs_version;
%rename(lotteryDraw) orienta_lottery_draw;
%typemap(check) const char * "";
ORIENTA_PHP_NULL (OrientaAssigner)
ORIENTA_PHP_NULL (OrientaAssignment)
ORIENTA_PHP_NULL (OrientaBuilder)
ORIENTA_PHP_NULL (OrientaChoices)
ORIENTA_PHP_NULL (OrientaEvents)
ORIENTA_PHP_NULL (OrientaForecast)
ORIENTA_PHP_NULL (OrientaFrame)
ORIENTA_PHP_NULL (OrientaLint)
ORIENTA_PHP_NULL (OrientaMargins)
ORIENTA_PHP_NULL (OrientaMatching)
ORIENTA_PHP_NULL (OrientaMatchingReport)
ORIENTA_PHP_NULL (OrientaPairs)
ORIENTA_PHP_NULL (OrientaPolicy)
ORIENTA_PHP_NULL (OrientaProgram)
ORIENTA_PHP_NULL (OrientaRegister)
ORIENTA_PHP_NULL (OrientaReport)
ORIENTA_PHP_NULL (OrientaReserve)
ORIENTA_PHP_NULL (OrientaScenario)
ORIENTA_PHP_NULL (OrientaScore)
ORIENTA_PHP_NULL (OrientaShortlist)
ORIENTA_PHP_NULL (OrientaSimulation)
ORIENTA_PHP_NULL (OrientaSolution)
ORIENTA_PHP_NULL (OrientaSummary)
ORIENTA_PHP_NULL (OrientaVerdict)
%enddef

%rename(criteria) OrientaPolicy::criteria_frame;
%rename(diff) OrientaPolicy::difference;
%rename(withPoints) OrientaPolicy::with_weights;
%rename(formatValue) OrientaRegister::format_of;
%rename(households) OrientaRegister::households_frame;
%rename(units) OrientaRegister::units_frame;
%rename(getHousehold) OrientaVerdict::household_id;
%rename(getUnit) OrientaVerdict::unit_id;
%rename(reasons) OrientaVerdict::reasons_frame;
%rename(checks) OrientaVerdict::checks_frame;
%rename(lines) OrientaScore::lines_frame;
%rename(rows) OrientaShortlist::frame;
%rename(rows) OrientaPairs::frame;
%rename(rows) OrientaLint::frame;
%rename(diff) OrientaMatching::difference;
%rename(given) OrientaMatching::of_pairs;
%rename(pairs) OrientaMatching::pairs_frame;
%rename(unmatched) OrientaMatching::unmatched_frame;
%rename(prices) OrientaMatching::prices_frame;
%rename(limits) OrientaMatching::limits_frame;
%rename(conflicts) OrientaMatching::conflicts_frame;
%rename(moves) OrientaMatching::moves_frame;

%rename(figures) OrientaScenario::figures_frame;
%rename(withFigures) OrientaScenario::with_values;
%rename(rows) OrientaSimulation::frame;
%rename(measures) OrientaSimulation::measures_frame;
%rename(groups) OrientaSimulation::groups_frame;
%rename(rows) OrientaSummary::frame;
%rename(rows) OrientaEvents::frame;
%rename(rows) OrientaForecast::frame;
%rename(rows) OrientaReserve::frame;
%rename(slots) OrientaReserve::slots_frame;

%typemap("phpinterfaces") OrientaFrame "Countable, IteratorAggregate, ArrayAccess, JsonSerializable";
%typemap("phpinterfaces") OrientaShortlist "Countable, IteratorAggregate, JsonSerializable";
%typemap("phpinterfaces") OrientaPairs "Countable, IteratorAggregate";
%typemap("phpinterfaces") OrientaMatching "Countable, IteratorAggregate, JsonSerializable";
%typemap("phpinterfaces") OrientaLint "Countable";
%typemap("phpinterfaces") OrientaPolicy, OrientaRegister, OrientaScenario, OrientaSimulation, OrientaSummary, OrientaVerdict, OrientaScore "JsonSerializable";
