/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Native enums. A case is backed by the word that policies, records and answers use, reasons and errors by their stable
 * number. */
#include "border.h"

#include <zend_enum.h>

#include "enums.h"

static void
add_case (zend_class_entry *class, const OrientaPhpCase *self)
{
  zval backing;
  if (self->word)
    ZVAL_STR (&backing, zend_string_init_interned (self->word, strlen (self->word), true));
  else
    ZVAL_LONG (&backing, self->value);
  zend_enum_add_case_cstr (class, self->name, &backing);
}

void
orienta_php_register_enums (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (all); i++) {
    g_autofree char *name = g_strconcat (ORIENTA_NAMESPACE, all[i]->name, NULL);
    all[i]->class = zend_register_internal_enum (name, all[i]->cases->word ? IS_STRING : IS_LONG, NULL);
    all[i]->class->ce_flags |= ZEND_ACC_FINAL; /* as those that PHP code declares are */
    for (const OrientaPhpCase *c = all[i]->cases; c->name; c++)
      add_case (all[i]->class, c);
  }
}

gboolean
orienta_php_get_enum (const OrientaPhpEnum *self, zval *value, uint32_t number, int *found)
{
  if (Z_TYPE_P (value) != IS_OBJECT || Z_OBJCE_P (value) != self->class) {
    zend_argument_type_error (number, "must be of type %s, %s given", ZSTR_VAL (self->class->name),
                              zend_zval_type_name (value));
    return FALSE;
  }
  const char *name = Z_STRVAL_P (zend_enum_fetch_case_name (Z_OBJ_P (value)));
  const OrientaPhpCase *c = self->cases;
  while (strcmp (c->name, name) != 0)
    c++;
  *found = c->value;
  return TRUE;
}

/* A number without a case comes from a library newer than this module. */
void
orienta_php_set_enum (const OrientaPhpEnum *self, zval *value, int number)
{
  for (const OrientaPhpCase *c = self->cases; c->name; c++)
    if (c->value == number) {
      ZVAL_OBJ_COPY (value, zend_enum_get_case_cstr (self->class, c->name));
      return;
    }
  zend_throw_error (NULL, "%s has no case for %d", ZSTR_VAL (self->class->name), number);
}
