/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include <orienta/shortlist.h>

#define ORIENTA_LOTTERY_BYTES 32

void orienta_lottery_digest (const char *seed, const char *household, guint8 digest[ORIENTA_LOTTERY_BYTES]);
