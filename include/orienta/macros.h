/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#if !defined(ORIENTA_INSIDE) && !defined(ORIENTA_COMPILATION)
#error "Only <orienta/orienta.h> can be included directly."
#endif

#include <glib.h>

#ifndef ORIENTA_API
#define ORIENTA_API __attribute__ ((visibility ("default"))) extern
#endif
