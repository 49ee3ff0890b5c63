/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include "rules/binding-private.h"

/* Values and conditions as people read them. Free each with g_free(). */

char *orienta_phrase_value     (const OrientaBinding *binding, guint attribute, guint household, gint unit,
                                OrientaLanguage language);
char *orienta_phrase_as        (const OrientaBinding *binding, guint attribute, gint64 value, OrientaLanguage language);
char *orienta_phrase_limit     (const OrientaBinding *binding, const OrientaCondition *test, guint household, gint unit,
                                OrientaLanguage language);
char *orienta_phrase_gap       (const OrientaBinding *binding, const OrientaCondition *test, guint household, gint unit,
                                OrientaLanguage language);
char *orienta_phrase_condition (const OrientaBinding *binding, const OrientaCondition *condition, guint household, gint unit,
                                OrientaLanguage language);
char *orienta_phrase_named     (const OrientaBinding *binding, guint attribute, guint household, gint unit,
                                OrientaLanguage language);
