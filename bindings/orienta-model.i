/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* For "swig -xml": the interface as data, for tools that write stubs, tests that look for what is missing. */
%module orienta
#define ORIENTA_ENUM(type, first, last)
#define ORIENTA_OBJECTS(list, noun, prefix)
%include "orienta-head.i"
%include "orienta-api.i"
