/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include "policy/policy-private.h"

OrientaPolicy *orienta_policy_read (const char *text, gssize length, const char *file, GError **error);
