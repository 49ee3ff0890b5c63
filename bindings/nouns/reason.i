/* SPDX-License-Identifier: LGPL-2.1-or-later */
ORIENTA_INDEX (index, orienta_reason_get_count ())

guint orienta_reason_get_count ();
OrientaReasonCode orienta_reason_get_code (guint index);
const char *orienta_reason_get_name (OrientaReasonCode code);
OrientaSeverity orienta_reason_get_severity (OrientaReasonCode code);
const char *orienta_reason_get_sentence (OrientaReasonCode code, OrientaLanguage language);
