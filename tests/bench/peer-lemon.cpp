/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* The same instances through LEMON (Debian: liblemon-dev), timed like bench-assign: from arrays in memory to the
 * matching, what it takes to build the graph included.
 *
 *     peer-lemon mwm|ns|cs FILE
 *
 * mwm: MaxWeightedMatching, each column once for each of its places; ns: NetworkSimplex; cs: CostScaling. Prints total,
 * processor seconds, MiB at the peak. */
#include <lemon/cost_scaling.h>
#include <lemon/matching.h>
#include <lemon/network_simplex.h>
#include <lemon/smart_graph.h>
#include <lemon/static_graph.h>

#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <ctime>
#include <utility>
#include <vector>

#include <sys/resource.h>

namespace {

struct Instance {
  uint32_t n_rows, n_columns;
  std::vector<uint32_t> capacities, columns, values;
  std::vector<int64_t> first;
};

double
processor_seconds ()
{
  timespec time;
  clock_gettime (CLOCK_PROCESS_CPUTIME_ID, &time);
  return time.tv_sec + 1e-9 * time.tv_nsec;
}

template <class T> void
read_array (FILE *file, std::vector<T> &array, size_t n)
{
  array.resize (n);
  if (fread (array.data (), sizeof (T), n, file) != n)
    exit (EXIT_FAILURE);
}

Instance
read_instance (const char *path)
{
  Instance x;
  FILE *file = fopen (path, "rb");
  std::vector<char> magic;
  std::vector<uint32_t> sizes;
  std::vector<int64_t> n_pairs;
  if (!file)
    exit (EXIT_FAILURE);
  read_array (file, magic, 4);
  read_array (file, sizes, 2);
  read_array (file, n_pairs, 1);
  x.n_rows = sizes[0];
  x.n_columns = sizes[1];
  read_array (file, x.capacities, x.n_columns);
  read_array (file, x.first, size_t (x.n_rows) + 1);
  read_array (file, x.columns, n_pairs[0]);
  read_array (file, x.values, n_pairs[0]);
  fclose (file);
  return x;
}

long long
match (const Instance &x)
{
  typedef lemon::SmartGraph Graph;
  Graph graph;
  std::vector<int> places (1, int (x.n_rows)), values;
  for (uint32_t capacity : x.capacities)
    places.push_back (places.back () + int (capacity));
  graph.reserveNode (places.back ());
  for (int node = 0; node < places.back (); node++)
    graph.addNode ();
  for (uint32_t row = 0; row < x.n_rows; row++)
    for (int64_t i = x.first[row]; i < x.first[row + 1]; i++)
      for (int place = places[x.columns[i]]; place < places[x.columns[i] + 1]; place++) {
        graph.addEdge (graph.nodeFromId (int (row)), graph.nodeFromId (place));
        values.push_back (int (x.values[i]));
      }
  Graph::EdgeMap<int> weights (graph);
  for (size_t i = 0; i < values.size (); i++)
    weights[graph.edgeFromId (int (i))] = values[i];
  std::vector<int> ().swap (values);
  lemon::MaxWeightedMatching<Graph> matching (graph, weights);
  matching.run ();
  return matching.matchingWeight ();
}

/* One unit flows from each row, by a column or straight, to a sink. Arcs: those of a row, then its straight one; at
 * last those of the columns. */
template <class Algorithm> long long
flow (const Instance &x)
{
  typedef lemon::StaticDigraph Graph;
  Graph graph;
  int sink = int (x.n_rows + x.n_columns);
  std::vector<std::pair<int, int>> arcs;
  arcs.reserve (x.columns.size () + sink);
  for (uint32_t row = 0; row < x.n_rows; row++) {
    for (int64_t i = x.first[row]; i < x.first[row + 1]; i++)
      arcs.push_back (std::make_pair (int (row), int (x.n_rows + x.columns[i])));
    arcs.push_back (std::make_pair (int (row), sink));
  }
  for (uint32_t column = 0; column < x.n_columns; column++)
    arcs.push_back (std::make_pair (int (x.n_rows + column), sink));
  graph.build (sink + 1, arcs.begin (), arcs.end ());
  std::vector<std::pair<int, int>> ().swap (arcs);
  Graph::ArcMap<int> upper (graph, 1), cost (graph, 0);
  Graph::NodeMap<int> supply (graph, 0);
  for (uint32_t row = 0; row < x.n_rows; row++) {
    supply[graph.node (int (row))] = 1;
    for (int64_t i = x.first[row]; i < x.first[row + 1]; i++)
      cost[graph.arc (int (i + row))] = -int (x.values[i]);
  }
  for (uint32_t column = 0; column < x.n_columns; column++)
    upper[graph.arc (int (x.columns.size () + x.n_rows + column))] = int (x.capacities[column]);
  supply[graph.node (sink)] = -int (x.n_rows);
  Algorithm algorithm (graph);
  algorithm.upperMap (upper).costMap (cost).supplyMap (supply).run ();
  return -algorithm.template totalCost<long long> ();
}

} // namespace

int
main (int argc, char **argv)
{
  if (argc != 3)
    return EXIT_FAILURE;
  Instance x = read_instance (argv[2]);
  double start = processor_seconds ();
  long long total;
  if (strcmp (argv[1], "mwm") == 0)
    total = match (x);
  else if (strcmp (argv[1], "ns") == 0)
    total = flow<lemon::NetworkSimplex<lemon::StaticDigraph>> (x);
  else
    total = flow<lemon::CostScaling<lemon::StaticDigraph>> (x);
  double seconds = processor_seconds () - start;
  rusage usage;
  getrusage (RUSAGE_SELF, &usage);
  printf ("%lld %.5f %ld\n", total, seconds, usage.ru_maxrss / 1024);
  return EXIT_SUCCESS;
}
