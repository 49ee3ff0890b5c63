/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

/* The one include that is promised. */

#define ORIENTA_INSIDE
#include <orienta/assign.h>
#include <orienta/assigner.h>
#include <orienta/attribute.h>
#include <orienta/builder.h>
#include <orienta/error.h>
#include <orienta/events.h>
#include <orienta/forecast.h>
#include <orienta/language.h>
#include <orienta/limit.h>
#include <orienta/lint.h>
#include <orienta/margins.h>
#include <orienta/match-options.h>
#include <orienta/matching.h>
#include <orienta/pairs.h>
#include <orienta/policy.h>
#include <orienta/program.h>
#include <orienta/progress.h>
#include <orienta/reason.h>
#include <orienta/record.h>
#include <orienta/register.h>
#include <orienta/report.h>
#include <orienta/reserve.h>
#include <orienta/scenario.h>
#include <orienta/score.h>
#include <orienta/shortlist.h>
#include <orienta/simulate-options.h>
#include <orienta/simulation.h>
#include <orienta/solution.h>
#include <orienta/summary.h>
#include <orienta/types.h>
#include <orienta/verdict.h>
#include <orienta/version.h>
#undef ORIENTA_INSIDE
