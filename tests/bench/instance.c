/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Writes an invented assignment for measurements, in the format that bench-assign reads; the same arguments give the
 * same bytes:
 *
 *     instance ROWS COLUMNS DEGREE SEED TIES FILE
 *
 * Rows are households, columns homes, in random order. Territories stand on a grid; a household wants one to four,
 * mostly neighbours, now and then a far one, so that all hang together. It may have the homes of its own type there or
 * of the next, about DEGREE of them. A home in a hundred has 5 to 30 places. Values are points from 0 to 1000: what the
 * household is given anyway, and how well the home fits, in multiples of 5. TIES 0 leaves them so, 1 adds 0 to 9 to
 * each, 2 draws each anew from 0 to 1000, 3 makes all the same, 4 draws each from 0 to 1,000,000,000. */
#include <glib.h>

#include <stdio.h>
#include <stdlib.h>

#define TYPES 5
#define MOST_WANTED 4

typedef struct {
  guint territory, type, kind, rent, points;
  guint32 places;
  gboolean accessible;
} Home;

typedef struct {
  guint wanted[MOST_WANTED], n_wanted;
  guint type, need, income, points;
  gboolean needs_access;
} Household;

typedef struct {
  guint64 state; /* of the dice */
  guint n_rows, n_columns, degree, ties;
  guint n_territories, side;
  double *reach; /* by territory: sizes up to and with it */
  Home *homes;
  GArray **lists; /* by territory and type: homes, ascending */
  GArray *columns, *values;
} Instance;

/* Chance in %, points. */
static const guint CRITERIA[][2] = {
  { 8, 100 }, { 15, 90 }, { 8, 60 },  { 5, 80 },  { 12, 50 }, { 6, 70 },
  { 7, 60 },  { 10, 50 }, { 20, 30 }, { 15, 20 }, { 25, 20 },
};
static const guint WISH_POINTS[MOST_WANTED] = { 80, 50, 30, 20 };
static const guint NEED_POINTS[5][4] = {
  { 60, 20, 0, 10 }, { 40, 60, 20, 0 }, { 20, 40, 60, 0 }, { 0, 20, 40, 60 }, { 10, 10, 20, 40 },
};

/* Sequence "splitmix64" (Steele, Lea, Flood: Fast splittable pseudorandom number generators, OOPSLA 2014). */
static guint64
draw (Instance *self)
{
  guint64 z = self->state += G_GUINT64_CONSTANT (0x9e3779b97f4a7c15);
  z = (z ^ z >> 30) * G_GUINT64_CONSTANT (0xbf58476d1ce4e5b9);
  z = (z ^ z >> 27) * G_GUINT64_CONSTANT (0x94d049bb133111eb);
  return z ^ z >> 31;
}

static guint
below (Instance *self, guint n)
{
  return (guint) ((draw (self) >> 32) * n >> 32);
}

static gboolean
chance (Instance *self, guint percent)
{
  return below (self, 100) < percent;
}

/* The first whose share of 100, with those before, is not yet reached. */
static guint
pick (Instance *self, const guint *up_to)
{
  guint drawn = below (self, 100), i = 0;
  while (drawn >= up_to[i])
    i++;
  return i;
}

static guint
pick_territory (Instance *self)
{
  double drawn = (double) (draw (self) >> 11) * 0x1p-53 * self->reach[self->n_territories - 1];
  guint low = 0, high = self->n_territories - 1;
  while (low < high) {
    guint middle = (low + high) / 2;
    if (self->reach[middle] < drawn)
      low = middle + 1;
    else
      high = middle;
  }
  return low;
}

/* As many territories as give each type in each of them enough homes; a few are several times larger than most. */
static void
make_territories (Instance *self)
{
  self->n_territories = MAX (1, (guint) (self->n_columns / (2.6 * self->degree)));
  self->reach = g_new (double, self->n_territories);
  while (self->side * self->side < self->n_territories)
    self->side++;
  double all = 0;
  for (guint t = 0; t < self->n_territories; t++) {
    double size = 1;
    for (double rank = 1 + below (self, self->n_territories); rank > 2; rank /= 2)
      size *= 0.8;
    self->reach[t] = all += 0.3 + size;
  }
}

static void
make_homes (Instance *self)
{
  static const guint types[TYPES] = { 25, 50, 78, 94, 100 };
  self->homes = g_new (Home, self->n_columns);
  self->lists = g_new (GArray *, (gsize) self->n_territories * TYPES);
  for (guint i = 0; i < self->n_territories * TYPES; i++)
    self->lists[i] = g_array_new (FALSE, FALSE, sizeof (guint32));
  for (guint32 column = 0; column < self->n_columns; column++) {
    Home home = { .territory = pick_territory (self), .type = pick (self, types), .places = 1 };
    home.kind = below (self, 4);
    home.rent = below (self, 6);
    home.accessible = chance (self, 25);
    home.points = 5 * below (self, 5);
    if (chance (self, 1)) {
      home.places = 5 + below (self, 26);
      home.type = 0;
    }
    self->homes[column] = home;
    g_array_append_val (self->lists[home.territory * TYPES + home.type], column);
  }
}

/* A territory beside `home` or, now and then, anywhere; n_territories where the grid ends. */
static guint
pick_wish (Instance *self, guint home)
{
  if (chance (self, 10))
    return below (self, self->n_territories);
  guint x = home % self->side + below (self, 3), y = home / self->side + below (self, 3); /* one too many each */
  if (x < 1 || y < 1 || x > self->side)
    return self->n_territories;
  return MIN ((y - 1) * self->side + x - 1, self->n_territories);
}

static void
wish (Instance *self, Household *household)
{
  guint n = 1 + below (self, MOST_WANTED);
  household->wanted[household->n_wanted++] = pick_territory (self);
  for (guint tries = 0; household->n_wanted < n && tries < 12; tries++) {
    guint territory = pick_wish (self, household->wanted[0]);
    gboolean known = territory == self->n_territories;
    for (guint i = 0; i < household->n_wanted; i++)
      known |= household->wanted[i] == territory;
    if (!known)
      household->wanted[household->n_wanted++] = territory;
  }
}

static Household
make_household (Instance *self)
{
  static const guint types[TYPES] = { 35, 60, 82, 95, 100 };
  Household household = { .n_wanted = 0 };
  wish (self, &household);
  for (guint i = 0; i < G_N_ELEMENTS (CRITERIA); i++)
    if (chance (self, CRITERIA[i][0]))
      household.points += CRITERIA[i][1];
  for (guint years = 0; years < 10 && chance (self, 70); years++)
    household.points += 10;
  household.type = pick (self, types);
  household.need = below (self, 5);
  household.income = below (self, 6);
  household.needs_access = chance (self, 10);
  return household;
}

static guint32
value_pair (Instance *self, const Household *household, guint wish_rank, const Home *home)
{
  if (self->ties >= 2)
    return self->ties == 2 ? below (self, 1001) : self->ties == 3 ? 1 : below (self, 1000000001);
  gint value = (gint) (household->points + home->points + WISH_POINTS[wish_rank]);
  value += (home->type == household->type ? 60 : 20) + (gint) NEED_POINTS[household->need][home->kind];
  value += 50 - 10 * ABS ((gint) household->income - (gint) home->rent);
  value += household->needs_access && home->accessible ? 30 : 0;
  value += self->ties == 1 ? (gint) below (self, 10) : 0;
  return (guint32) CLAMP (value, 0, 1000);
}

/* About as many pairs as the degree says, each home that is open to the household being as likely as another. */
static void
make_pairs (Instance *self, const Household *household)
{
  guint n_types = 1 + (household->type + 1 < TYPES && chance (self, 60)), n_open = 0;
  guint wanted = MAX (1, self->degree / 2 + below (self, self->degree + 1));
  const GArray *lists[2 * MOST_WANTED];
  for (guint i = 0; i < household->n_wanted * n_types; i++) {
    lists[i] = self->lists[household->wanted[i / n_types] * TYPES + household->type + i % n_types];
    n_open += lists[i]->len;
  }
  for (guint i = 0; i < household->n_wanted * n_types; i++)
    for (guint k = 0; k < lists[i]->len && wanted > 0; k++, n_open--) {
      if (below (self, n_open) >= wanted)
        continue;
      guint32 column = g_array_index (lists[i], guint32, k);
      guint32 value = value_pair (self, household, i / n_types, &self->homes[column]);
      g_array_append_val (self->columns, column);
      g_array_append_val (self->values, value);
      wanted--;
    }
}

static void
write_file (const Instance *self, const gint64 *first, FILE *file)
{
  guint32 sizes[2] = { self->n_rows, self->n_columns };
  gsize n_pairs = (gsize) first[self->n_rows];
  fwrite ("BM01", 1, 4, file);
  fwrite (sizes, 4, 2, file);
  fwrite (&first[self->n_rows], 8, 1, file);
  for (guint column = 0; column < self->n_columns; column++)
    fwrite (&self->homes[column].places, 4, 1, file);
  fwrite (first, 8, (gsize) self->n_rows + 1, file);
  fwrite (self->columns->data, 4, n_pairs, file);
  fwrite (self->values->data, 4, n_pairs, file);
}

int
main (int argc, char **argv)
{
  if (argc != 7) {
    fprintf (stderr, "instance ROWS COLUMNS DEGREE SEED TIES FILE\n");
    return EXIT_FAILURE;
  }
  Instance self = { .n_rows = (guint) atoi (argv[1]), .n_columns = (guint) atoi (argv[2]) };
  self.degree = (guint) atoi (argv[3]);
  self.state = g_ascii_strtoull (argv[4], NULL, 10);
  self.ties = (guint) atoi (argv[5]);
  self.columns = g_array_new (FALSE, FALSE, 4);
  self.values = g_array_new (FALSE, FALSE, 4);
  gint64 *first = g_new0 (gint64, (gsize) self.n_rows + 1);
  make_territories (&self);
  make_homes (&self);
  for (guint row = 0; row < self.n_rows; row++) {
    Household household = make_household (&self);
    make_pairs (&self, &household);
    first[row + 1] = self.columns->len;
  }
  FILE *file = fopen (argv[6], "wb");
  if (!file) {
    perror (argv[6]);
    return EXIT_FAILURE;
  }
  write_file (&self, first, file);
  return fclose (file) == 0 ? EXIT_SUCCESS : EXIT_FAILURE; /* the rest goes with the process */
}
