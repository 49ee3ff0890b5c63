/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* The module orienta.core: the C interface as it is, class by class. People use the package around it. */
%module(package="orienta", threads="1") core
%begin %{
#define PY_SSIZE_T_CLEAN
%}

%include "../orienta-head.i"
%include "typemaps.i"

/* Other threads of Python run during long calls only. */
%nothread;
%thread orienta_forecast;
%thread orienta_match;
%thread orienta_simulate;
%thread OrientaBuilder::seal;
%thread OrientaBuilder::seal_with;
%thread OrientaChoices::assign;
%thread OrientaChoices::assigner;
%thread OrientaChoices::margins;
%thread OrientaChoices::verify;
%thread OrientaMatching::given;
%thread OrientaMatching::refuse;
%thread OrientaMatching::replay;
%thread OrientaMatching::unmatched_frame;
%thread OrientaMatching::verify;
%thread OrientaPairs::frame;
%thread OrientaPolicy::lint;
%thread OrientaPolicy::pairs;
%thread OrientaPolicy::shortlist_households;
%thread OrientaPolicy::shortlist_units;
%thread OrientaProgram::solve;
%thread OrientaProgram::solve_with;
%thread OrientaRegister::get_sha256;
%thread OrientaRegister::households_frame;
%thread OrientaRegister::load;
%thread OrientaRegister::parse;
%thread OrientaRegister::read;
%thread OrientaRegister::to_json;
%thread OrientaReport::OrientaReport;
%thread OrientaReport::to_html;
%thread OrientaReserve::estimate;
%thread OrientaReserve::estimate_from;
%thread OrientaScenario::load;
%thread OrientaScenario::parse;
%thread OrientaScenario::with_figure;
%thread OrientaScenario::with_register;
%thread OrientaSimulation::compare;
%thread OrientaSimulation::join;
%thread OrientaSimulation::restore;
%thread OrientaSimulation::summarize;
%thread OrientaSimulation::to_json;
%thread OrientaSolution::verify;
%thread OrientaSummary::publish;
%thread OrientaSummary::to_csv;
%thread OrientaSummary::to_json;

/* What one thread makes must not change while another reads it. */
%define ORIENTA_READS(METHOD, ARGUMENT)
%exception METHOD {
  orienta_py_begin (ARGUMENT);
  $action
  orienta_py_end (ARGUMENT);
}
%enddef
%define ORIENTA_WRITES(METHOD, NAME)
%exception METHOD {
  if (orienta_py_is_free (arg1, NAME) < 0)
    SWIG_fail;
  $action
}
%enddef
ORIENTA_READS (orienta_match, arg3)
ORIENTA_READS (OrientaMatching::given, arg3)
ORIENTA_READS (OrientaReserve::estimate, arg3)
ORIENTA_READS (OrientaReserve::estimate_from, arg3)
ORIENTA_READS (orienta_simulate, arg3)
ORIENTA_READS (orienta_forecast, arg4)
ORIENTA_READS (OrientaProgram::solve, arg1)
ORIENTA_READS (OrientaProgram::solve_with, arg1)
ORIENTA_READS (OrientaSolution::verify, arg2)
ORIENTA_WRITES (OrientaProgram::add_level, "the program")
ORIENTA_WRITES (OrientaProgram::set_values, "the program")
ORIENTA_WRITES (OrientaProgram::add_limit, "the program")
ORIENTA_WRITES (OrientaProgram::set_start, "the program")
ORIENTA_WRITES (OrientaMatchOptions::set_mechanism, "the options object")
ORIENTA_WRITES (OrientaMatchOptions::set_objective, "the options object")
ORIENTA_WRITES (OrientaMatchOptions::set_level, "the options object")
ORIENTA_WRITES (OrientaMatchOptions::set_seed, "the options object")
ORIENTA_WRITES (OrientaMatchOptions::set_to_verify, "the options object")
ORIENTA_WRITES (OrientaMatchOptions::set_minimum, "the options object")
ORIENTA_WRITES (OrientaMatchOptions::set_support, "the options object")
ORIENTA_WRITES (OrientaMatchOptions::set_unit_order, "the options object")
ORIENTA_WRITES (OrientaMatchOptions::set_quotas, "the options object")
ORIENTA_WRITES (OrientaMatchOptions::set_baseline, "the options object")
ORIENTA_WRITES (OrientaMatchOptions::keep, "the options object")
ORIENTA_WRITES (OrientaMatchOptions::bar, "the options object")
ORIENTA_WRITES (OrientaMatchOptions::set_prices, "the options object")
ORIENTA_WRITES (OrientaMatchOptions::set_seconds, "the options object")
ORIENTA_WRITES (OrientaMatchOptions::set_n_threads, "the options object")
ORIENTA_WRITES (OrientaMatchOptions::set_reserve, "the options object")
ORIENTA_WRITES (OrientaMatchOptions::set_slot_reserve, "the options object")
ORIENTA_WRITES (OrientaSimulateOptions::set_seed, "the options object")
ORIENTA_WRITES (OrientaSimulateOptions::set_replications, "the options object")
ORIENTA_WRITES (OrientaSimulateOptions::set_match, "the options object")
ORIENTA_WRITES (OrientaSimulateOptions::set_every, "the options object")
ORIENTA_WRITES (OrientaSimulateOptions::change_policy, "the options object")
ORIENTA_WRITES (OrientaSimulateOptions::set_keep_events, "the options object")
ORIENTA_WRITES (OrientaSimulateOptions::set_n_threads, "the options object")
%exception OrientaReserve::apply {
  if (orienta_py_is_free (arg2, "the options object") < 0)
    SWIG_fail;
  $action
}
ORIENTA_WRITES (OrientaBuilder::begin, "the builder")
ORIENTA_WRITES (OrientaBuilder::set, "the builder")
%define ORIENTA_SPENDS(METHOD, NAME)
%exception METHOD {
  if (orienta_py_is_free (arg1, NAME) < 0)
    SWIG_fail;
  orienta_py_begin (arg1);
  $action
  orienta_py_end (arg1);
}
%enddef
ORIENTA_SPENDS (OrientaBuilder::seal, "the builder")
ORIENTA_SPENDS (OrientaBuilder::seal_with, "the builder")

%include "orienta-docs.i"
%include "../orienta-api.i"

%rename(highs_locate) orienta_py_highs_locate;
void orienta_py_highs_locate (const char *path);

/* Arrow, as capsules of Python. */
%rename(frame_to_arrow) orienta_py_frame_to_arrow;
PyObject *orienta_py_frame_to_arrow (OrientaFrame *frame);
%exception OrientaFill::from_arrow {
  $action
  if (PyErr_Occurred ())
    SWIG_fail;
}
%extend OrientaFill {
  static OrientaFill *from_arrow (OrientaTable table, PyObject *stream, GError **error) {
    return orienta_py_fill_from_arrow (table, stream, error);
  }
}

/* Objects end when nobody has them any more, and in no other way. */
%pythoncode %{
for _noun in list(globals().values()):
    if isinstance(_noun, type) and hasattr(_noun, "__swig_destroy__"):
        del _noun.__swig_destroy__
del _noun
%}
