/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include "policy/condition-private.h"

/* One comparison in the making. */
typedef struct {
  OrientaReader *reader;
  guint attribute;
  OrientaType type;
  gboolean in_list; /* the right side is a list: its path has an index */
} OrientaSide;

OrientaCondition *orienta_operand_read_value (const OrientaSide *side, OrientaOp op, JsonNode *node);
OrientaCondition *orienta_operand_read_member (const OrientaSide *side, OrientaOp op, JsonNode *node);
OrientaCondition *orienta_operand_read_list (const OrientaSide *side, OrientaOp op, JsonNode *node);
OrientaCondition *orienta_operand_read_known (const OrientaSide *side, JsonNode *node);
