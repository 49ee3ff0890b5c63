/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include "report/matching-report-private.h"
#include "report/page-private.h"

/* The page of a matching in the making. */
typedef struct {
  OrientaPage page;
  const OrientaMatchingReport *report;
  const OrientaMatching *matching;
} OrientaMatchingPage;

void orienta_matching_page_homes     (const OrientaMatchingPage *self);
void orienta_matching_page_unmatched (const OrientaMatchingPage *self);
void orienta_matching_page_prices    (const OrientaMatchingPage *self);
void orienta_matching_page_limits    (const OrientaMatchingPage *self);
void orienta_matching_page_moves     (const OrientaMatchingPage *self);
void orienta_matching_page_section   (const OrientaMatchingPage *self, const char *id, const char *title);
