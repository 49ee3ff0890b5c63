/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include "policy/reader-private.h"

void orienta_housing_first_check (OrientaReader *reader); /* of a policy without other faults */
