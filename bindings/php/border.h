/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* What crosses between PHP and C. Whoever takes a value checks it first and throws when it is not what it must be:
 * nothing is converted silently. `number` is an argument's, from 1, as PHP counts. Functions that return a gboolean
 * return FALSE when they have thrown. */
#pragma once

#include <php.h> /* first: it decides what libc shows */

#include <orienta/orienta.h>
#include <zend_exceptions.h>

#include "frame.h"

#define ORIENTA_NAMESPACE "Orienta\\"

/* errors.c: one class of exception for each code of the library's errors */
void orienta_php_register_errors (void);
void orienta_php_throw (const GError *error);

/* enums.c: native enums, from the headers' own */
typedef struct {
  int value;
  const char *name; /* ToVerify */
  const char *word; /* to_verify; NULL where the number itself is what programs keep */
} OrientaPhpCase;

typedef struct {
  const char *name;
  const OrientaPhpCase *cases; /* up to one without a name */
  zend_class_entry *class;
} OrientaPhpEnum;

void     orienta_php_register_enums (void);
gboolean orienta_php_get_enum       (const OrientaPhpEnum *self, zval *value, uint32_t number, int *found);
void     orienta_php_set_enum       (const OrientaPhpEnum *self, zval *value, int number);

/* values.c: null passes where the signature says that it may */
gboolean orienta_php_get_text       (zval *value, uint32_t number, const char **text);
gboolean orienta_php_get_path       (zval *value, uint32_t number, const char **path);
gboolean orienta_php_get_int        (zval *value, uint32_t number, gint64 least, guint64 most, gint64 *found);
gboolean orienta_php_get_bool       (zval *value, uint32_t number, gboolean *found);
gboolean orienta_php_get_double     (zval *value, uint32_t number, double *found);
gboolean orienta_php_get_array      (zval *value, uint32_t number, OrientaArray *array);
gboolean orienta_php_get_texts      (zval *value, uint32_t number, OrientaStrings *texts);
gboolean orienta_php_is_none        (zval *value, uint32_t number);
void     orienta_php_refuse         (zval *value, uint32_t number, const char *wanted);
void     orienta_php_set_view       (zval *value, const OrientaView *view);

/* tick.c: a callable that is told how far a long call is, and may stop it */
typedef struct {
  zend_fcall_info info;
  zend_fcall_info_cache cache;
  gboolean given;
} OrientaPhpTick;

OrientaProgress *orienta_php_tick_new    (OrientaPhpTick *self);
gboolean         orienta_php_tick_set    (OrientaPhpTick *self, zval *value, uint32_t number);
gboolean         orienta_php_is_stopping (void);
void             orienta_php_stop        (void);

/* lists.c: arrays that stand for more than numbers or texts; what they hold is to be cleared, also after a failure */
typedef struct {
  zend_string *text;
} OrientaPhpDocument; /* of nested arrays, as JSON */

typedef OrientaPhpDocument OrientaPhpTables; /* of a register */

typedef struct {
  GPtrArray *first, *second;
} OrientaPhpPairs; /* [[household, unit], ...] */

typedef OrientaPhpPairs OrientaPhpWeights; /* [criterion => points, ...] */

typedef struct {
  gint64 thousandths;
} OrientaPhpPoints;

gboolean orienta_php_get_points     (zval *value, uint32_t number, OrientaPhpPoints *points);
gboolean orienta_php_get_document   (zval *value, uint32_t number, OrientaPhpDocument *document);
gboolean orienta_php_get_tables     (zval *value, uint32_t number, OrientaPhpTables *tables);
gboolean orienta_php_get_pairs      (zval *value, uint32_t number, OrientaPhpPairs *pairs);
gboolean orienta_php_get_weights    (zval *value, uint32_t number, OrientaPhpWeights *weights);
void     orienta_php_clear_document (OrientaPhpDocument *document);
void     orienta_php_clear_pairs    (OrientaPhpPairs *pairs);
void     orienta_php_set_json       (zval *value, char *json);

/* rows.c: a frame as rows, each an array by the names of the columns */
zend_object_iterator *orienta_php_rows_iterator (OrientaFrame *frame, zval *object, int by_reference);
gboolean              orienta_php_set_row       (zval *value, OrientaFrame *frame, zend_long row);
void                  orienta_php_set_rows      (zval *value, OrientaFrame *frame);
void                  orienta_php_set_column    (zval *value, OrientaFrame *frame, guint column);

/* vocabulary.c: what the library knows by itself */
void  orienta_php_set_attributes (OrientaLanguage language, zval *value);
void  orienta_php_set_reasons    (OrientaLanguage language, zval *value);
char *orienta_php_format_value   (const OrientaRegister *reg, const char *attribute, const char *household,
                                  const char *unit, OrientaLanguage language, GError **error);
