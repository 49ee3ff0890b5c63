/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* HiGHS out of another package of the registry: loaded when a program is first asked for, not linked to, so that the
 * package works without it and no symbol of it meets those of other packages that carry HiGHS. The functions that the
 * library calls are defined here and hand on. */
#include "support.h"

#include <dlfcn.h>

#ifdef ORIENTA_LOAD_HIGHS

/* The header of HiGHS defines things, and one file alone may include it: here its types are said again. */
typedef int HighsInt;
typedef void (*HighsCCallbackType) (void);

/* RETURNED, NAME, PARAMETERS, ARGUMENTS of each function that lib/match/program-highs.c calls. */
#define HIGHS_FUNCTIONS(F)                                                                                             \
  F (void *, Highs_create, (void), ())                                                                                 \
  F (void, Highs_destroy, (void *h), (h))                                                                              \
  F (HighsInt, Highs_run, (void *h), (h))                                                                              \
  F (HighsInt, Highs_clearSolver, (void *h), (h))                                                                      \
  F (HighsInt, Highs_zeroAllClocks, (const void *h), (h))                                                              \
  F (HighsInt, Highs_startCallback, (void *h, const HighsInt a), (h, a))                                               \
  F (HighsInt, Highs_setCallback, (void *h, HighsCCallbackType a, void *b), (h, a, b))                                 \
  F (HighsInt, Highs_setBoolOptionValue, (void *h, const char *a, const HighsInt b), (h, a, b))                        \
  F (HighsInt, Highs_setIntOptionValue, (void *h, const char *a, const HighsInt b), (h, a, b))                         \
  F (HighsInt, Highs_setDoubleOptionValue, (void *h, const char *a, const double b), (h, a, b))                        \
  F (HighsInt, Highs_setStringOptionValue, (void *h, const char *a, const char *b), (h, a, b))                         \
  F (HighsInt, Highs_setSolution, (void *h, const double *a, const double *b, const double *c, const double *d),       \
     (h, a, b, c, d))                                                                                                  \
  F (HighsInt, Highs_getSolution, (const void *h, double *a, double *b, double *c, double *d), (h, a, b, c, d))        \
  F (HighsInt, Highs_getModelStatus, (const void *h), (h))                                                             \
  F (HighsInt, Highs_getIntInfoValue, (const void *h, const char *a, HighsInt *b), (h, a, b))                          \
  F (HighsInt, Highs_getDoubleInfoValue, (const void *h, const char *a, double *b), (h, a, b))                         \
  F (double, Highs_getObjectiveValue, (const void *h), (h))                                                            \
  F (double, Highs_getInfinity, (const void *h), (h))                                                                  \
  F (HighsInt, Highs_changeColBounds, (void *h, const HighsInt a, const double b, const double c), (h, a, b, c))       \
  F (HighsInt, Highs_changeRowBounds, (void *h, const HighsInt a, const double b, const double c), (h, a, b, c))       \
  F (HighsInt, Highs_changeColsCostByRange, (void *h, const HighsInt a, const HighsInt b, const double *c),            \
     (h, a, b, c))                                                                                                     \
  F (HighsInt, Highs_passMip,                                                                                          \
     (void *h, const HighsInt a, const HighsInt b, const HighsInt c, const HighsInt d, const HighsInt e,               \
      const double f, const double *g, const double *i, const double *j, const double *k, const double *l,             \
      const HighsInt *m, const HighsInt *n, const double *o, const HighsInt *p),                                       \
     (h, a, b, c, d, e, f, g, i, j, k, l, m, n, o, p))

#define DEFINE(returned, name, parameters, arguments)                                                                  \
  static returned (*loaded_##name) parameters;                                                                         \
  returned name parameters                                                                                             \
  {                                                                                                                    \
    return loaded_##name arguments;                                                                                    \
  }
HIGHS_FUNCTIONS (DEFINE)

static const char *(*loaded_version) (void);
static char *path; /* set once, while the module is imported */

static gpointer
find (gpointer library, const char *name, gboolean *is_whole)
{
  gpointer function = dlsym (library, name);
  *is_whole = *is_whole && function;
  return function;
}

static gpointer
load (gpointer unused)
{
  gpointer library = path ? dlopen (path, RTLD_NOW | RTLD_LOCAL) : NULL;
  gboolean is_whole = library != NULL;
  if (!library)
    return NULL;
#define LOAD(returned, name, parameters, arguments) loaded_##name = find (library, #name, &is_whole);
  HIGHS_FUNCTIONS (LOAD)
  loaded_version = find (library, "Highs_version", &is_whole);
  return is_whole ? library : NULL;
}

/* The library asks for the version before anything else; NULL: there is no HiGHS. */
const char *
Highs_version (void)
{
  static GOnce once = G_ONCE_INIT;
  return g_once (&once, load, NULL) ? loaded_version () : NULL;
}

/* Where HiGHS is, if it should be needed. */
void
orienta_py_highs_locate (const char *file)
{
  if (!path)
    path = g_strdup (file);
}

#else

void
orienta_py_highs_locate (const char *file)
{
}

#endif
