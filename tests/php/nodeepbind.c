/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* PHP opens its modules with RTLD_DEEPBIND, which the address sanitiser refuses. To be preloaded before it. */
#define _GNU_SOURCE
#include <dlfcn.h>

void *
dlopen (const char *file, int mode)
{
  void *(*next) (const char *, int) = (void *(*) (const char *, int) ) dlsym (RTLD_NEXT, "dlopen");
  return next (file, mode & ~RTLD_DEEPBIND);
}
