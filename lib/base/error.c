/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include <orienta/orienta.h>

/* The domain of the library's errors; codes are #OrientaErrorCode. */
G_DEFINE_QUARK (orienta - error - quark, orienta_error)
