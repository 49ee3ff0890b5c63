/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include "policy/reader-private.h"

void orienta_locals_read (OrientaReader *reader);
void orienta_locals_compute (OrientaReader *reader);
void orienta_local_clear (OrientaLocalAttribute *self);
