/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include "policy/reader-private.h"

void orienta_total_read (OrientaReader *reader);
void orienta_order_read (OrientaReader *reader);
void orienta_tiers_read (OrientaReader *reader);
void orienta_strata_read (OrientaReader *reader);
void orienta_quotas_read (OrientaReader *reader);
void orienta_support_read (OrientaReader *reader);
void orienta_load_read (OrientaReader *reader, JsonNode *object, OrientaLoad *load);
gboolean orienta_load_is_special (const OrientaLoad *self, const OrientaPolicy *policy);
void orienta_tier_clear (OrientaTier *self);
gboolean orienta_quota_has_most (const OrientaQuota *self);
void orienta_quota_clear (OrientaQuota *self);
void orienta_support_load_clear (OrientaSupportLoad *self);
