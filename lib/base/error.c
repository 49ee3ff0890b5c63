/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "base/error-private.h"

gboolean
orienta_fail (GError **error, const char *format, ...)
{
  va_list arguments;
  va_start (arguments, format);
  if (error)
    *error = g_error_new_valist (ORIENTA_ERROR, ORIENTA_ERROR_INVALID, format, arguments);
  va_end (arguments);
  return FALSE;
}

/* The domain of the library's errors; codes are #OrientaErrorCode. */
G_DEFINE_QUARK (orienta - error - quark, orienta_error)
