/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* The shared core, before the language's typemaps. Nothing here may name a language.
 *
 * A method that %extend declares without a body is a call of Noun_method(); orienta-names.h, made from the headers, says
 * that Policy's get_id is orienta_policy_get_id(), a destructor an _unref and a constructor a _new. */
%{
#include <stdbool.h>

#include <orienta/orienta.h>

#include "array.h"
#include "fill.h"
#include "frame.h"
#include "choices.h"

#include "orienta-names.h"
%}

%include "glib-types.i"
