/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include "policy/reader-private.h"

void orienta_rules_read (OrientaReader *reader);
void orienta_rule_clear (OrientaRule *self);
