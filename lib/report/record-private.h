/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include <orienta/record.h>

#include "match/matching-private.h"
#include "report/answer-private.h"

#define ORIENTA_RECORD_FORMAT 1

/* The words of a record, by the enum they stand for; NULL at the end. */
extern const char *const orienta_mechanism_words[];
extern const char *const orienta_objective_words[];
extern const char *const orienta_unit_order_words[];
extern const char *const orienta_support_use_words[];
extern const char *const orienta_prices_words[];
extern const char *const orienta_match_status_words[];
