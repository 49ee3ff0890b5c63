/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include "match/board-private.h"
#include "report/explain-private.h"
#include "report/matching-report-private.h"

/* One explanation in the making: that of the pair, and what the matching adds. */
typedef struct {
  OrientaExplanation explanation;
  const OrientaMatching *matching;
  const OrientaBoard *board;
  guint row;
} OrientaAccount;

void orienta_account_title        (const OrientaAccount *self, const char *title);
void orienta_account_line         (const OrientaAccount *self, const char *text);
void orienta_account_item         (const OrientaAccount *self, const char *text);
void orienta_account_home         (const OrientaAccount *self, guint unit);
void orienta_account_alternatives (const OrientaAccount *self, gint own); /* -1: it has no home */

void orienta_account_of_matched   (const OrientaAccount *self, guint pair);
void orienta_account_of_unmatched (const OrientaAccount *self, guint place);
