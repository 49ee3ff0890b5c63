/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include <orienta/error.h>

/* FALSE, with what is wrong as ORIENTA_ERROR_INVALID: return orienta_fail (error, "row %u: …", row); */
gboolean orienta_fail (GError **error, const char *format, ...) G_GNUC_PRINTF (2, 3);
