/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* The only file that knows HiGHS (Huangfu and Hall: Parallelizing the dual revised simplex method, Math. Programming
 * Computation 10, 2018), and the one that may include its header, which defines things. Rows are handed over in units
 * of their greatest common divisor, so that every number is a whole one below 2^53; what comes back is rounded and held
 * against the rows in whole numbers before anyone sees it. One thread at a time, a fixed seed. */
#include <orienta/orienta.h>

#include "match/program-private.h"
#include "base/progress-private.h"

#ifdef ORIENTA_HAVE_HIGHS

/* The header declares a static function that it does not define; the compiler says so at the end of this file. */
#pragma GCC diagnostic ignored "-Wunused-function"
#include <interfaces/highs_c_api.h>
#include <math.h>

typedef struct {
  gint64 unit, least, most;
  gint64 lower, upper; /* as they stand now */
  gboolean is_crossed; /* no multiple of the unit lies between */
} Row;

/* What is shared with the thread that a run is made in. */
typedef struct {
  gatomicrefcount references;
  void *highs;
  gint64 deadline; /* monotonic; G_MAXINT64: none */
  gint is_stopped; /* atomic */
  GMutex lock;
  GCond ended;
  gboolean has_ended; /* under the lock, as status */
  HighsInt status;
} Job;

struct OrientaEngine {
  const OrientaProgram *program;
  Job *job;
  void *highs;  /* the job's */
  guint n_rows; /* all but the last level, which is never bound */
  guint n_crossed;
  Row *rows;        /* the last level, too */
  double *numbers;  /* by variable */
  guint8 *chosen;   /* by variable, the last run's */
  guint8 *fixed;    /* by variable: OrientaFixed */
  gboolean has_run; /* HiGHS was called, and has something to say */
  gboolean is_chosen;
  guint aim;
  gint sign; /* -1: the less the better, 0: nothing is better */
  gint64 bound;
  OrientaProgress *progress;
};

#define PATIENCE 20000 /* microseconds between two looks at what the host wants */
#define GRACE 100000   /* microseconds for HiGHS to stop by itself */

static Job *
job_new (gint64 deadline)
{
  Job *self = g_new0 (Job, 1);
  g_atomic_ref_count_init (&self->references);
  g_mutex_init (&self->lock);
  g_cond_init (&self->ended);
  self->deadline = deadline;
  self->highs = Highs_create ();
  return self;
}

static void
job_unref (Job *self)
{
  if (!g_atomic_ref_count_dec (&self->references))
    return;
  Highs_destroy (self->highs);
  g_mutex_clear (&self->lock);
  g_cond_clear (&self->ended);
  g_free (self);
}

/* Asked by HiGHS now and then. */
static void
look (int type, const char *message, const HighsCallbackDataOut *out, HighsCallbackDataIn *in, void *data)
{
  Job *self = data;
  in->user_interrupt = g_atomic_int_get (&self->is_stopped) || g_get_monotonic_time () >= self->deadline;
}

static gpointer
work (gpointer data)
{
  Job *self = data;
  HighsInt status = Highs_run (self->highs);
  g_mutex_lock (&self->lock);
  self->status = status;
  self->has_ended = TRUE;
  g_cond_signal (&self->ended);
  g_mutex_unlock (&self->lock);
  job_unref (self);
  return NULL;
}

static gboolean
job_wait (Job *self, gint64 until)
{
  g_mutex_lock (&self->lock);
  while (!self->has_ended && g_cond_wait_until (&self->ended, &self->lock, until))
    ;
  gboolean has_ended = self->has_ended;
  g_mutex_unlock (&self->lock);
  return has_ended;
}

/* Within its heuristics HiGHS does not ask for seconds whether to go on. Where somebody may cancel, it runs in a thread
 * of its own; after a cancel this one does not wait for it, and it ends and frees what is its own at the next asking.
 * FALSE when cancelled: HiGHS may not be touched any more. */
static gboolean
job_run (Job *self, OrientaProgress *progress, GError **error)
{
  if (!progress) {
    self->status = Highs_run (self->highs);
    return TRUE;
  }
  self->has_ended = FALSE;
  g_atomic_ref_count_inc (&self->references);
  GThread *thread = g_thread_try_new ("orienta-highs", work, self, NULL);
  if (!thread)
    work (self);
  else
    g_thread_unref (thread);
  while (!job_wait (self, g_get_monotonic_time () + PATIENCE))
    if (!orienta_progress_tick (progress, error)) {
      g_atomic_int_set (&self->is_stopped, 1);
      job_wait (self, g_get_monotonic_time () + GRACE);
      return FALSE;
    }
  return orienta_progress_tick (progress, error);
}

static void
set_options (OrientaEngine *self)
{
  Highs_setBoolOptionValue (self->highs, "output_flag", 0);
  Highs_setIntOptionValue (self->highs, "threads", 1);
  Highs_setIntOptionValue (self->highs, "random_seed", 0);
  Highs_setDoubleOptionValue (self->highs, "mip_rel_gap", 0);
  Highs_setDoubleOptionValue (self->highs, "mip_abs_gap", 0.9); /* totals are whole */
  Highs_setDoubleOptionValue (self->highs, "large_matrix_value", 2.0 * ORIENTA_EXACT);
  Highs_setCallback (self->highs, look, self->job);
  Highs_startCallback (self->highs, kHighsCallbackSimplexInterrupt);
  Highs_startCallback (self->highs, kHighsCallbackIpmInterrupt);
  Highs_startCallback (self->highs, kHighsCallbackMipInterrupt);
}

/* Towards minus infinity. */
static gint64
divide (gint64 a, gint64 b)
{
  return a / b - (a % b < 0);
}

/* The bounds in units, as sharp as whole numbers make them; none where no choice could pass them. */
static void
scale_bounds (const OrientaEngine *self, const Row *row, double *lower, double *upper)
{
  double infinity = Highs_getInfinity (self->highs);
  *lower = -infinity;
  *upper = infinity;
  if (row->lower > row->least)
    *lower = row->lower > row->most ? (double) (row->most / row->unit + 1) : (double) -divide (-row->lower, row->unit);
  if (row->upper < row->most)
    *upper = row->upper < row->least ? (double) (row->least / row->unit - 1) : (double) divide (row->upper, row->unit);
}

/* The terms of one row, a variable that is named twice with the sum. `places` says where in the row each one stands,
 * counted from 1 over all rows. */
static HighsInt
hand_row (const OrientaEngine *self, guint row, HighsInt first, gsize *places, HighsInt *indices, double *numbers)
{
  OrientaTerms terms = orienta_program_get_terms (self->program, row);
  HighsInt end = first;
  for (gsize i = 0; i < terms.n; i++) {
    guint variable = terms.variables ? terms.variables[i] : (guint) i;
    if (terms.coefficients[i] == 0)
      continue;
    if (places[variable] <= (gsize) first) {
      places[variable] = (gsize) end + 1;
      indices[end] = (HighsInt) variable;
      numbers[end++] = 0;
    }
    numbers[places[variable] - 1] += (double) (terms.coefficients[i] / self->rows[row].unit);
  }
  return end;
}

static gboolean
hand_over (OrientaEngine *self, gsize n_terms)
{
  guint n = self->program->n_variables;
  g_autofree gsize *places = g_new0 (gsize, (gsize) n + 1);
  g_autofree HighsInt *first = g_new0 (HighsInt, (gsize) self->n_rows + 1);
  g_autofree HighsInt *indices = g_new (HighsInt, n_terms + 1), *kinds = g_new (HighsInt, (gsize) n + 1);
  g_autofree double *numbers = g_new (double, n_terms + 1), *zeros = g_new0 (double, (gsize) n + 1);
  g_autofree double *ones = g_new (double, (gsize) n + 1);
  g_autofree double *lower = g_new (double, (gsize) self->n_rows + 1),
                    *upper = g_new (double, (gsize) self->n_rows + 1);
  for (guint variable = 0; variable < n; variable++) {
    ones[variable] = 1;
    kinds[variable] = kHighsVarTypeInteger;
  }
  for (guint row = 0; row < self->n_rows; row++) {
    first[row + 1] = hand_row (self, row, first[row], places, indices, numbers);
    scale_bounds (self, &self->rows[row], &lower[row], &upper[row]);
    if (lower[row] > upper[row])
      lower[row] = upper[row];
  }
  return Highs_passMip (self->highs, (HighsInt) n, (HighsInt) self->n_rows, first[self->n_rows],
                        kHighsMatrixFormatRowwise, kHighsObjSenseMaximize, 0, zeros, zeros, ones, lower, upper, first,
                        indices, numbers, kinds)
         != kHighsStatusError;
}

/* How many terms are handed over at most. */
static gsize
read_rows (OrientaEngine *self)
{
  guint n_limits = self->program->limits->len;
  gsize n_terms = 0;
  for (guint row = 0; row <= self->n_rows; row++) {
    OrientaTerms terms = orienta_program_get_terms (self->program, row);
    Row *own = &self->rows[row];
    *own = (Row){ orienta_terms_unit (&terms),
                  orienta_terms_least (&terms),
                  orienta_terms_most (&terms),
                  G_MININT64,
                  G_MAXINT64,
                  FALSE };
    if (row < n_limits) {
      own->lower = orienta_program_get_limit (self->program, row)->lower;
      own->upper = orienta_program_get_limit (self->program, row)->upper;
    }
    n_terms += row < self->n_rows ? terms.n : 0;
  }
  return n_terms;
}

/* The program as HiGHS holds it, its limits as they are given. `program` must live as long. Free with
 * orienta_engine_free(). NULL with ORIENTA_ERROR_LIMIT or ORIENTA_ERROR_MISSING. */
OrientaEngine *
orienta_engine_new (const OrientaProgram *program, double seconds, OrientaProgress *progress, GError **error)
{
  if (!orienta_has_highs ()) {
    g_set_error_literal (error, ORIENTA_ERROR, ORIENTA_ERROR_MISSING,
                         "HiGHS cannot be loaded: no program can be solved, expected the package highsbox");
    return NULL;
  }
  if (!orienta_program_check (program, error))
    return NULL;
  g_autoptr (OrientaEngine) self = g_new0 (OrientaEngine, 1);
  self->program = program;
  self->progress = progress;
  self->job = job_new (seconds > 0 && seconds < 1e9 ? g_get_monotonic_time () + (gint64) (seconds * 1e6) : G_MAXINT64);
  self->highs = self->job->highs;
  self->n_rows = orienta_program_get_n_rows (program) - 1;
  self->rows = g_new0 (Row, (gsize) self->n_rows + 1);
  self->numbers = g_new0 (double, (gsize) program->n_variables + 1);
  self->chosen = g_new0 (guint8, (gsize) program->n_variables + 1);
  self->fixed = g_new0 (guint8, (gsize) program->n_variables + 1);
  gsize n_terms = read_rows (self);
  set_options (self);
  if (!orienta_progress_tick (progress, error))
    return NULL;
  if (!hand_over (self, n_terms)) {
    g_set_error_literal (error, ORIENTA_ERROR, ORIENTA_ERROR_LIMIT, "HiGHS does not take this program");
    return NULL;
  }
  if (!orienta_progress_tick (progress, error))
    return NULL;
  for (guint row = 0; row < self->n_rows; row++)
    orienta_engine_bind (self, row, self->rows[row].lower, self->rows[row].upper);
  return g_steal_pointer (&self);
}

void
orienta_engine_free (OrientaEngine *self)
{
  job_unref (self->job);
  g_free (self->rows);
  g_free (self->numbers);
  g_free (self->chosen);
  g_free (self->fixed);
  g_free (self);
}

/* Holds a row between two bounds, in its own units, from now on. */
void
orienta_engine_bind (OrientaEngine *self, guint row, gint64 lower, gint64 upper)
{
  Row *own = &self->rows[row];
  double least, most;
  own->lower = lower;
  own->upper = upper;
  scale_bounds (self, own, &least, &most);
  self->n_crossed -= own->is_crossed;
  own->is_crossed = least > most;
  self->n_crossed += own->is_crossed;
  if (!own->is_crossed)
    Highs_changeRowBounds (self->highs, (HighsInt) row, least, most);
}

gint64
orienta_engine_get_lower (const OrientaEngine *self, guint row)
{
  return self->rows[row].lower;
}

gint64
orienta_engine_get_upper (const OrientaEngine *self, guint row)
{
  return self->rows[row].upper;
}

/* Decides a variable for all runs from now on. */
void
orienta_engine_fix (OrientaEngine *self, guint variable, gboolean in)
{
  self->fixed[variable] = in ? ORIENTA_FIXED_IN : ORIENTA_FIXED_OUT;
  Highs_changeColBounds (self->highs, (HighsInt) variable, in ? 1 : 0, in ? 1 : 0);
}

OrientaFixed
orienta_engine_get_fixed (const OrientaEngine *self, guint variable)
{
  return (OrientaFixed) self->fixed[variable];
}

/* What the next runs look for: the most of a row (1), the least (-1), or anything that holds (0). */
void
orienta_engine_aim (OrientaEngine *self, guint row, gint sign)
{
  OrientaTerms terms = orienta_program_get_terms (self->program, row);
  self->aim = row;
  self->sign = sign;
  for (guint variable = 0; variable < self->program->n_variables; variable++)
    self->numbers[variable] = 0;
  for (gsize i = 0; i < terms.n && sign != 0; i++)
    self->numbers[terms.variables ? terms.variables[i] : i] +=
        (double) (sign * (terms.coefficients[i] / self->rows[row].unit));
  if (self->program->n_variables > 0)
    Highs_changeColsCostByRange (self->highs, 0, (HighsInt) self->program->n_variables - 1, self->numbers);
}

/* Whether a choice is within all bounds as they stand now, in whole numbers. */
gboolean
orienta_engine_holds (const OrientaEngine *self, const guint8 *chosen)
{
  for (guint row = 0; row < self->n_rows; row++) {
    OrientaTerms terms = orienta_program_get_terms (self->program, row);
    gint64 activity = orienta_terms_activity (&terms, chosen);
    if (activity < self->rows[row].lower || activity > self->rows[row].upper)
      return FALSE;
  }
  return TRUE;
}

/* What HiGHS holds is rounded; what does not hold in whole numbers is not taken. */
static void
read_chosen (OrientaEngine *self)
{
  HighsInt status = kHighsSolutionStatusNone;
  Highs_getIntInfoValue (self->highs, "primal_solution_status", &status);
  if (status != kHighsSolutionStatusFeasible)
    return;
  Highs_getSolution (self->highs, self->numbers, NULL, NULL, NULL);
  for (guint variable = 0; variable < self->program->n_variables; variable++)
    self->chosen[variable] = self->numbers[variable] > 0.5;
  self->is_chosen = orienta_engine_holds (self, self->chosen);
}

/* HiGHS's bound is a number of units but for its rounding; the sum of what is positive is always one. */
static void
read_bound (OrientaEngine *self, gboolean is_optimal)
{
  const Row *row = &self->rows[self->aim];
  OrientaTerms terms = orienta_program_get_terms (self->program, self->aim);
  double claimed = Highs_getInfinity (self->highs);
  if (self->has_run)
    Highs_getDoubleInfoValue (self->highs, "mip_dual_bound", &claimed);
  claimed += fmin (1e-6 * fmax (1, fabs (claimed)), 0.5);
  self->bound = self->sign < 0 ? -row->least : row->most;
  if (fabs (claimed) < (double) ORIENTA_EXACT)
    self->bound = MIN (self->bound, row->unit * (gint64) floor (claimed));
  if (!is_optimal || !self->is_chosen)
    return;
  gint64 units = self->sign * (orienta_terms_activity (&terms, self->chosen) / row->unit);
  if (fabs (Highs_getObjectiveValue (self->highs) - (double) units) < 0.5)
    self->bound = units * row->unit;
}

/* Once more without presolve where HiGHS fails: version 1.10 does on some programs of few variables. */
static gboolean
call (OrientaEngine *self, GError **error)
{
  gint64 left = self->job->deadline - g_get_monotonic_time ();
  Highs_zeroAllClocks (self->highs);
  Highs_setDoubleOptionValue (self->highs, "time_limit",
                              self->job->deadline == G_MAXINT64 ? Highs_getInfinity (self->highs)
                                                                : (double) MAX (left, 0) / 1e6);
  gboolean is_done = job_run (self->job, self->progress, error);
  if (!is_done || self->job->status != kHighsStatusError)
    return is_done;
  Highs_clearSolver (self->highs);
  Highs_setStringOptionValue (self->highs, "presolve", "off");
  is_done = job_run (self->job, self->progress, error);
  if (is_done)
    Highs_setStringOptionValue (self->highs, "presolve", "choose");
  return is_done;
}

static OrientaRun
run (OrientaEngine *self, GError **error)
{
  self->is_chosen = self->has_run = FALSE;
  if (!orienta_progress_tick (self->progress, error))
    return ORIENTA_RUN_FAILED;
  if (self->n_crossed > 0)
    return ORIENTA_RUN_IMPOSSIBLE;
  if (self->program->n_variables == 0) {
    self->is_chosen = orienta_engine_holds (self, self->chosen);
    return self->is_chosen ? ORIENTA_RUN_DONE : ORIENTA_RUN_IMPOSSIBLE;
  }
  if (g_get_monotonic_time () >= self->job->deadline)
    return ORIENTA_RUN_STOPPED;
  if (!call (self, error))
    return ORIENTA_RUN_FAILED;
  if (self->job->status == kHighsStatusError)
    return ORIENTA_RUN_STOPPED;
  HighsInt status = Highs_getModelStatus (self->highs);
  if (status == kHighsModelStatusInfeasible || status == kHighsModelStatusUnboundedOrInfeasible)
    return ORIENTA_RUN_IMPOSSIBLE;
  self->has_run = TRUE;
  read_chosen (self);
  return status == kHighsModelStatusOptimal || status == kHighsModelStatusModelEmpty ? ORIENTA_RUN_DONE
                                                                                     : ORIENTA_RUN_STOPPED;
}

/**
 * orienta_engine_run:
 * @start: (nullable): a choice to begin from
 *
 * The best choice within the bounds as they stand. DONE only where it holds in whole numbers; STOPPED where time ran
 * out, perhaps with a choice, and where doubles were not good enough.
 */
OrientaRun
orienta_engine_run (OrientaEngine *self, const guint8 *start, GError **error)
{
  guint n = self->program->n_variables;
  Highs_clearSolver (self->highs);
  for (guint variable = 0; start && variable < n; variable++)
    self->numbers[variable] = start[variable];
  /* It finds something to begin from, and takes seconds on large programs. */
  Highs_setBoolOptionValue (self->highs, "mip_heuristic_run_feasibility_jump", start == NULL);
  if (start && n > 0)
    Highs_setSolution (self->highs, self->numbers, NULL, NULL, NULL);
  OrientaRun result = run (self, error);
  if (result != ORIENTA_RUN_DONE && result != ORIENTA_RUN_STOPPED)
    return result;
  read_bound (self, result == ORIENTA_RUN_DONE);
  return self->is_chosen ? result : ORIENTA_RUN_STOPPED;
}

/**
 * orienta_engine_relax:
 * @prices: by row, what the aim, in units of its own, gains by one of the row's own units more; written if DONE
 *
 * The best where variables may be chosen in part. What is chosen is of use if it happens to be whole.
 */
OrientaRun
orienta_engine_relax (OrientaEngine *self, double *prices, GError **error)
{
  Highs_setBoolOptionValue (self->highs, "solve_relaxation", 1);
  OrientaRun result = run (self, error);
  Highs_setBoolOptionValue (self->highs, "solve_relaxation", 0);
  if (result != ORIENTA_RUN_DONE)
    return result;
  g_autofree double *duals = g_new0 (double, (gsize) self->n_rows + 1);
  Highs_getSolution (self->highs, NULL, NULL, NULL, duals);
  for (guint row = 0; row < self->n_rows; row++)
    prices[row] = duals[row] / (double) self->rows[row].unit;
  return result;
}

/* What the last run chose; NULL: nothing. */
const guint8 *
orienta_engine_get_chosen (const OrientaEngine *self)
{
  return self->is_chosen ? self->chosen : NULL;
}

/* What the last run says nothing can be above. */
gint64
orienta_engine_get_bound (const OrientaEngine *self)
{
  return self->bound;
}

/* Whether programs can be solved: the library was built with HiGHS and, where it is only loaded when it is needed,
 * HiGHS is there. */
gboolean
orienta_has_highs (void)
{
  return Highs_version () != NULL;
}

/* The version of HiGHS that solves, "1.15.1"; NULL without. Static. */
const char *
orienta_highs_version (void)
{
  return Highs_version ();
}

#endif
