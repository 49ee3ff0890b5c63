/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include "policy/reader-private.h"

void orienta_groups_read (OrientaReader *reader);
void orienta_group_clear (OrientaGroup *self);
