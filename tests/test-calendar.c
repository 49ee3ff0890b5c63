/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "test.h"

#include "simulate/calendar-private.h"

/* What is put into the calendar comes out in the order of time, kind, who and what: against a sort of everything. */

#define DAYS 40
#define ENTRIES 5000

static gint
compare_entries (gconstpointer a, gconstpointer b)
{
  const OrientaTurnEntry *x = a, *y = b;
  if (x->time != y->time)
    return x->time < y->time ? -1 : 1;
  return (x->who > y->who) - (x->who < y->who);
}

static OrientaTurnEntry
draw_entry (GRand *rand, gint64 from)
{
  gint64 days = g_rand_boolean (rand) ? 1 : DAYS + 3;
  gint64 time = from + (gint64) (g_rand_double (rand) * (double) (days * ORIENTA_DAY));
  if (g_rand_int_range (rand, 0, 4) == 0)
    time = from + g_rand_int_range (rand, 0, 2);
  guint kind = (guint) g_rand_int_range (rand, ORIENTA_TURN_SUPPORT, ORIENTA_TURN_COMMISSION + 1);
  return (OrientaTurnEntry){ (guint64) time << 8 | kind,
                             (guint64) g_rand_int_range (rand, 0, 5) << 32 | (guint64) g_rand_int_range (rand, 0, 2) };
}

static void
put (OrientaCalendar *calendar, GArray *all, OrientaTurnEntry entry)
{
  orienta_calendar_add (calendar, orienta_turn_time (&entry), orienta_turn_kind (&entry), orienta_turn_who (&entry),
                        orienta_turn_what (&entry));
  if (orienta_turn_time (&entry) < (gint64) DAYS * ORIENTA_DAY)
    g_array_append_val (all, entry);
}

/* Half before anything comes out, half as it goes; what is not after the one at hand comes next all the same. */
START_TEST (test_order)
{
  for (guint32 seed = 0; seed < 20; seed++) {
    g_autoptr (GRand) rand = g_rand_new_with_seed (seed);
    g_autoptr (GArray) all = g_array_new (FALSE, FALSE, sizeof (OrientaTurnEntry));
    OrientaCalendar calendar;
    OrientaTurnEntry entry, last = { 0, 0 };
    guint n_out = 0;
    orienta_calendar_init (&calendar, DAYS);
    for (guint i = 0; i < ENTRIES; i++)
      put (&calendar, all, draw_entry (rand, 0));
    while (orienta_calendar_next (&calendar, &entry)) {
      ck_assert_int_le (compare_entries (&last, &entry), 0);
      g_array_sort (all, compare_entries);
      ck_assert_int_eq (compare_entries (&g_array_index (all, OrientaTurnEntry, 0), &entry), 0);
      g_array_remove_index (all, 0);
      last = entry;
      n_out++;
      if (n_out % 16 == 0 && n_out < ENTRIES) {
        OrientaTurnEntry more = draw_entry (rand, orienta_turn_time (&entry) + 1);
        put (&calendar, all, more);
      }
      if (n_out > 600)
        break;
    }
    orienta_calendar_clear (&calendar);
  }
}
END_TEST

/* Of one instant: ends, then beginnings, then arrivals, then commissions; among equals the lower number. */
START_TEST (test_instant)
{
  static const struct {
    OrientaTurnKind kind;
    guint32 who;
  } added[] = { { ORIENTA_TURN_COMMISSION, 0 }, { ORIENTA_TURN_ARRIVAL, 2 },  { ORIENTA_TURN_READY, 9 },
                { ORIENTA_TURN_PATIENCE, 1 },   { ORIENTA_TURN_ANSWER, 7 },   { ORIENTA_TURN_STAY, 3 },
                { ORIENTA_TURN_STAY, 1 },       { ORIENTA_TURN_DELIVERY, 0 }, { ORIENTA_TURN_SUPPORT, 4 },
                { ORIENTA_TURN_CHANGE, 5 } },
    expected[] = { { ORIENTA_TURN_SUPPORT, 4 },   { ORIENTA_TURN_STAY, 1 },     { ORIENTA_TURN_STAY, 3 },
                   { ORIENTA_TURN_ANSWER, 7 },    { ORIENTA_TURN_PATIENCE, 1 }, { ORIENTA_TURN_READY, 9 },
                   { ORIENTA_TURN_DELIVERY, 0 },  { ORIENTA_TURN_CHANGE, 5 },   { ORIENTA_TURN_ARRIVAL, 2 },
                   { ORIENTA_TURN_COMMISSION, 0 } };
  for (gint64 time = 0; time < 2 * ORIENTA_DAY; time += ORIENTA_DAY + 5) {
    OrientaCalendar calendar;
    OrientaTurnEntry entry;
    orienta_calendar_init (&calendar, 3);
    for (guint i = 0; i < G_N_ELEMENTS (added); i++)
      orienta_calendar_add (&calendar, time, added[i].kind, added[i].who, 0);
    for (guint i = 0; i < G_N_ELEMENTS (expected); i++) {
      ck_assert (orienta_calendar_next (&calendar, &entry));
      ck_assert_int_eq (orienta_turn_time (&entry), time);
      ck_assert_int_eq (orienta_turn_kind (&entry), expected[i].kind);
      ck_assert_uint_eq (orienta_turn_who (&entry), expected[i].who);
    }
    ck_assert (!orienta_calendar_next (&calendar, &entry));
    orienta_calendar_clear (&calendar);
  }
}
END_TEST

/* What lies past the last day never comes. */
START_TEST (test_end)
{
  OrientaCalendar calendar;
  OrientaTurnEntry entry;
  orienta_calendar_init (&calendar, 2);
  orienta_calendar_add (&calendar, 2 * ORIENTA_DAY, ORIENTA_TURN_STAY, 1, 0);
  orienta_calendar_add (&calendar, 2 * ORIENTA_DAY - 1, ORIENTA_TURN_STAY, 2, 0);
  orienta_calendar_add (&calendar, G_GINT64_CONSTANT (1) << 50, ORIENTA_TURN_STAY, 3, 0);
  ck_assert (orienta_calendar_next (&calendar, &entry));
  ck_assert_uint_eq (orienta_turn_who (&entry), 2);
  ck_assert (!orienta_calendar_next (&calendar, &entry));
  orienta_calendar_clear (&calendar);
}
END_TEST

TEST_MAIN ("calendar", test_order, test_instant, test_end)
