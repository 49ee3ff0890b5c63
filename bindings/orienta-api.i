/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* The shared core, after the language's typemaps: what of the library a language gets, and who owns what. Nothing here may
 * name a language. A language defines beforehand, as C macros that leave an exception behind,
 *
 *   ORIENTA_RAISE_NULL(TYPE)                  an object or a text is needed and there is none
 *   ORIENTA_RAISE_INDEX(NAME, VALUE, COUNT)   the argument is not below the count
 *   ORIENTA_RAISE_VALUE(NAME, VALUE)          the argument is none of its enum, or not what it must be
 *
 * as SWIG macros ORIENTA_ENUM(TYPE, FIRST, LAST), called for each enum without gaps, and, if it likes, ORIENTA_LEFT_OUT,
 * which ignores what it shows in another way; ORIENTA_OBJECTS(LIST, NOUN, PREFIX), the typemap of a list of objects
 * (array.h); and typemaps for
 *
 *   GError **error          in: no argument; raised after the call
 *   const char *            in: UTF-8 without NUL inside, or NULL where there is none; checked below
 *   const char *, char *    out: borrowed, owned; NULL is none
 *   OrientaProgress *progress   in: whatever the language shows progress with, or none; always polls for interruption
 *   OrientaArray            in: numbers of any width and stride (array.h)
 *   OrientaStrings          in: texts (array.h)
 *   OrientaView             out: bulk numbers and who keeps them (array.h); without data: none
 *
 * A noun is added as one small file below; CONTRIBUTING.md says how. */

%nodefaultctor;
%nodefaultdtor;
%rename("%(strip:[Orienta])s", %$isclass) "";
%rename("%(strip:[orienta_])s", %$isfunction, %$not %$ismember) "";

/* Whatever is returned belongs to the caller, but for const char *. A policy or register that a getter hands out is the
 * other's too, and gets a reference. */
%feature("new", "1");
%typemap(newfree) char * "g_free ($1);";
%typemap(newfree) const char * "";
%typemap(ret) OrientaPolicy *get_policy "if ($1) orienta_policy_ref ($1);";
%typemap(ret) OrientaRegister *get_register "if ($1) orienta_register_ref ($1);";
%typemap(ret) OrientaScenario *get_scenario "if ($1) orienta_scenario_ref ($1);";
%typemap(ret) OrientaSimulation *get_simulation "if ($1) orienta_simulation_ref ($1);";
%typemap(ret) OrientaEvents *get_events "if ($1) orienta_events_ref ($1);";

/* An argument must hold, or an exception is raised. */
%define ORIENTA_NEED(CONDITION, NAME, VALUE)
if (!(CONDITION)) {
  ORIENTA_RAISE_VALUE (NAME, VALUE);
  SWIG_fail;
}
%enddef

/* The argument NAME counts things of which there are COUNT; in COUNT, arg1 is self and arg2 the argument after it. */
%define ORIENTA_INDEX(NAME, COUNT)
%typemap(check) guint NAME {
  if ($1 >= (COUNT)) {
    ORIENTA_RAISE_INDEX (#NAME, (gint64) $1, (gint64) (COUNT));
    SWIG_fail;
  }
}
%enddef

/* The same, and -1 is none. */
%define ORIENTA_INDEX_OR_NONE(NAME, COUNT)
%typemap(check) gint NAME {
  if ($1 < -1 || ($1 >= 0 && (guint) $1 >= (COUNT))) {
    ORIENTA_RAISE_INDEX (#NAME, (gint64) $1, (gint64) (COUNT));
    SWIG_fail;
  }
}
%enddef

/* A getter of N numbers that the object keeps. */
%define ORIENTA_VIEW(NOUN, NAME, ELEMENT, N)
  OrientaView NAME () {
    return orienta_view (NOUN##_##NAME ($self), N, ELEMENT, NOUN##_ref ($self), (GDestroyNotify) NOUN##_unref);
  }
%enddef
%define ORIENTA_LEVEL_VIEW(NOUN, NAME, N)
  OrientaView NAME (guint level) {
    return orienta_view (NOUN##_##NAME ($self, level), N, ORIENTA_INT64, NOUN##_ref ($self), (GDestroyNotify) NOUN##_unref);
  }
%enddef

/* An argument must be there that may be missing in other methods of the class. */
%define ORIENTA_NEEDS(ARGUMENT, NAME)
{
  if (!ARGUMENT) {
    ORIENTA_RAISE_NULL (NAME);
    SWIG_fail;
  }
  $action
}
%enddef

/* self and every object given is there. Where NULL is fine, a noun says so for that argument, before
 * its class: typemaps hold for what comes after them, and the methods of a class stand where the class does. */
%define ORIENTA_NOUN(T)
%rename("%(strip:[Orienta])s") T;
%typemap(check) T *, const T * {
  if (!$1) {
    ORIENTA_RAISE_NULL (#T);
    SWIG_fail;
  }
}
%enddef

/* So is every text, but for these. */
%typemap(check) const char * {
  if (!$1) {
    ORIENTA_RAISE_NULL ("$1_name");
    SWIG_fail;
  }
}
%typemap(check) const char *as_of, const char *seed, const char *slots, const char *value "";

%typemap(check) OrientaReasonCode { ORIENTA_NEED (orienta_reason_get_name ($1) != NULL, "$1_name", (int) $1) }
%include "orienta-enums.i"

ORIENTA_NOUN (OrientaAssigner)
ORIENTA_NOUN (OrientaAssignment)
ORIENTA_NOUN (OrientaBuilder)
ORIENTA_NOUN (OrientaChoices)
ORIENTA_NOUN (OrientaEvents)
ORIENTA_NOUN (OrientaFill)
ORIENTA_NOUN (OrientaForecast)
ORIENTA_NOUN (OrientaFrame)
ORIENTA_NOUN (OrientaLint)
ORIENTA_NOUN (OrientaMargins)
ORIENTA_NOUN (OrientaMatchOptions)
ORIENTA_NOUN (OrientaMatching)
ORIENTA_NOUN (OrientaMatchingReport)
ORIENTA_NOUN (OrientaPairs)
ORIENTA_NOUN (OrientaPolicy)
ORIENTA_NOUN (OrientaProgram)
ORIENTA_NOUN (OrientaProgress)
ORIENTA_NOUN (OrientaRegister)
ORIENTA_NOUN (OrientaReport)
ORIENTA_NOUN (OrientaReserve)
ORIENTA_NOUN (OrientaScenario)
ORIENTA_NOUN (OrientaScore)
ORIENTA_NOUN (OrientaShortlist)
ORIENTA_NOUN (OrientaSimulateOptions)
ORIENTA_NOUN (OrientaSimulation)
ORIENTA_NOUN (OrientaSolution)
ORIENTA_NOUN (OrientaSummary)
ORIENTA_NOUN (OrientaVerdict)

/* A language may leave out what it shows in another way. */
#ifdef ORIENTA_LEFT_OUT
ORIENTA_LEFT_OUT
#endif

const char *orienta_version ();

%include "nouns/progress.i"
%include "nouns/reason.i"
%include "nouns/attribute.i"
%include "nouns/policy.i"
%include "nouns/register.i"
%include "nouns/verdict.i"
%include "nouns/score.i"
%include "nouns/shortlist.i"
%include "nouns/pairs.i"
%include "nouns/lint.i"
%include "nouns/match-options.i"
%include "nouns/matching.i"
%include "nouns/report.i"
%include "nouns/choices.i"
%include "nouns/assigner.i"
%include "nouns/program.i"
%include "nouns/solution.i"
%include "nouns/scenario.i"
%include "nouns/simulate-options.i"
%include "nouns/events.i"
%include "nouns/simulation.i"
%include "nouns/summary.i"
%include "nouns/forecast.i"
%include "nouns/reserve.i"
%include "nouns/frame.i"
%include "nouns/fill.i"
