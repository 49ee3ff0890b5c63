/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include <glib.h>

/* Households in the order of a home's list: a heap of rows of numbers, the least row first, that is asked for its head
 * again and again. Who has left it is found out when it comes to the head, or when half of the rows are such. */

typedef struct {
  guint32 household;
  guint32 version; /* of the household: the row counts while this is the last one */
  guint32 home;    /* what is known of the pair: a place in the list of open pairs */
  guint32 unused;
  gint64 keys[];
} OrientaRosterRow;

typedef struct {
  char *rows;
  guint n, room;
  guint kept; /* rows that counted when last looked through */
} OrientaRoster;

/* What all the rosters of a policy share. */
typedef struct {
  guint n_keys;
  gsize size;         /* of a row, bytes */
  guint32 *versions;  /* by household */
} OrientaRosterForm;

void orienta_roster_add   (OrientaRoster *self, const OrientaRosterForm *form, const OrientaRosterRow *row);
const OrientaRosterRow *orienta_roster_first (OrientaRoster *self, const OrientaRosterForm *form); /* NULL: nobody */
void orienta_roster_clear (OrientaRoster *self);
