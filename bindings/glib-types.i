/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* What SWIG must know of GLib's types; the real ones come from glib.h in the wrapper. */
typedef int gint;
typedef unsigned int guint;
typedef signed char gint8;
typedef unsigned char guint8;
typedef int gint32;
typedef unsigned int guint32;
typedef long long gint64;
typedef unsigned long long guint64;
typedef size_t gsize;
typedef long gssize;
typedef bool gboolean; /* a real boolean for those who call; an int in C */
