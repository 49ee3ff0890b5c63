/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Exceptions: one class for each code of the library's errors, all of them a kind of Orienta\Exception. */
#include "border.h"

#include <ext/spl/spl_exceptions.h>

static const char *const names[] = {
  [0] = "Exception",
  [ORIENTA_ERROR_READ] = "ReadException",
  [ORIENTA_ERROR_WRITE] = "WriteException",
  [ORIENTA_ERROR_SYNTAX] = "SyntaxException",
  [ORIENTA_ERROR_INVALID] = "InvalidException",
  [ORIENTA_ERROR_NOT_FOUND] = "NotFoundException",
  [ORIENTA_ERROR_CANCELLED] = "CancelledException",
  [ORIENTA_ERROR_ETHICS] = "EthicsException",
  [ORIENTA_ERROR_LIMIT] = "LimitException",
  [ORIENTA_ERROR_MISSING] = "MissingException",
};

static zend_class_entry *classes[G_N_ELEMENTS (names)];

void
orienta_php_register_errors (void)
{
  for (guint code = 0; code < G_N_ELEMENTS (names); code++) {
    g_autofree char *name = g_strconcat (ORIENTA_NAMESPACE, names[code], NULL);
    zend_class_entry entry;
    INIT_CLASS_ENTRY_EX (entry, name, strlen (name), NULL)
    classes[code] = zend_register_internal_class_ex (&entry, code ? classes[0] : spl_ce_RuntimeException);
  }
}

/* Nothing is thrown over what is already on its way: a callable that threw is why a call was cancelled. */
void
orienta_php_throw (const GError *error)
{
  guint code = error->domain == ORIENTA_ERROR ? (guint) error->code : 0;
  code = code < G_N_ELEMENTS (classes) ? code : 0;
  if (!EG (exception) && !orienta_php_is_stopping ())
    zend_throw_exception (classes[code], error->message, error->code);
}
