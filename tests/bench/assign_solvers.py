#!/usr/bin/env python3
# SPDX-License-Identifier: LGPL-2.1-or-later
"""Solve an instance with a solver for Python: SOLVER FILE.

Timed like bench-assign, from arrays in memory to the matching, what the solver wants converted included. Prints total,
processor seconds, MiB at the peak. Each solver gets the form that suits it best: SciPy's sparse one has the scarce side
as rows; a place that stays empty is matched with a column of its own.
"""
import pathlib
import resource
import sys
import time

import numpy as np

BEYOND = 1001.0  # above every value, so that costs stay positive


class Instance:
    def __init__(self, path):
        data = pathlib.Path(path).read_bytes()
        if data[:4] != b"BM01":
            sys.exit(f"{path}: not an instance")
        self.rows, self.columns = map(int, np.frombuffer(data, "<u4", 2, 4))
        pairs, = map(int, np.frombuffer(data, "<i8", 1, 12))
        at = 20
        self.capacity = np.frombuffer(data, "<i4", self.columns, at)
        self.first = np.frombuffer(data, "<i8", self.rows + 1, at + 4 * self.columns)
        at += 4 * self.columns + 8 * self.rows + 8
        self.column = np.frombuffer(data, "<i4", pairs, at)
        self.value = np.frombuffer(data, "<i4", pairs, at + 4 * pairs)

    def row(self):
        return np.repeat(np.arange(self.rows, dtype=np.int32), np.diff(self.first))

    def by_place(self):
        """Rows, places, values: each pair once for each place of its column; how many places there are."""
        begins = np.concatenate(([0], np.cumsum(self.capacity)))
        times = self.capacity[self.column]
        beyond = np.arange(times.sum()) - np.repeat(np.cumsum(times) - times, times)
        return (np.repeat(self.row(), times), np.repeat(begins[self.column], times) + beyond,
                np.repeat(self.value, times), int(begins[-1]))


def scipy_sparse(x):
    from scipy.sparse import csr_matrix
    from scipy.sparse.csgraph import min_weight_full_bipartite_matching

    def solve():
        row, place, value, places = x.by_place()
        short, long, few, many = (place, row, places, x.rows) if places <= x.rows else (row, place, x.rows, places)
        own = np.arange(few)
        cost = csr_matrix((np.concatenate((BEYOND - value, np.full(few, BEYOND))),
                           (np.concatenate((short, own)), np.concatenate((long, many + own)))),
                          shape=(few, many + few))
        i, j = min_weight_full_bipartite_matching(cost)
        return int(round(BEYOND * few - np.asarray(cost[i, j]).sum()))
    return solve


def scipy_dense(x):
    from scipy.optimize import linear_sum_assignment

    def solve():
        row, place, value, places = x.by_place()
        table = np.zeros((x.rows, places))
        table[row, place] = value
        i, j = linear_sum_assignment(table, maximize=True)
        return int(table[i, j].sum())
    return solve


def ortools_flow(x):
    from ortools.graph.python import min_cost_flow

    def solve():
        flow, sink = min_cost_flow.SimpleMinCostFlow(), x.rows + x.columns
        row, column = np.arange(x.rows), np.arange(x.columns)
        tails = np.concatenate((x.row(), row, x.rows + column))
        heads = np.concatenate((x.rows + x.column, np.full(x.rows + x.columns, sink)))
        places = np.concatenate((np.ones(len(x.column) + x.rows, int), x.capacity))
        costs = np.concatenate((-x.value.astype(int), np.zeros(x.rows + x.columns, int)))
        flow.add_arcs_with_capacity_and_unit_cost(tails, heads, places, costs)
        flow.set_nodes_supplies(np.concatenate((row, [sink])), np.concatenate((np.ones(x.rows, int), [-x.rows])))
        if flow.solve() != flow.OPTIMAL:
            sys.exit("not solved")
        return -flow.optimal_cost()
    return solve


def ortools_assignment(x):
    """It wants everybody matched on two sides of one size: so a mirror stands beside the instance, and whoever stays
    alone is matched with his own image."""
    from ortools.graph.python import linear_sum_assignment

    def solve():
        row, place, value, places = x.by_place()
        rows, all_places = np.arange(x.rows), np.arange(places)
        lefts = np.concatenate((row, rows, x.rows + all_places, x.rows + place))
        rights = np.concatenate((place, places + rows, all_places, places + row))
        costs = np.concatenate((-value.astype(int), np.zeros(x.rows + places + len(row), int)))
        solver = linear_sum_assignment.SimpleLinearSumAssignment()
        solver.add_arcs_with_cost(lefts, rights, costs)
        if solver.solve() != solver.OPTIMAL:
            sys.exit("not solved")
        return -solver.optimal_cost()
    return solve


def highs(x):
    import highspy

    def solve():
        model, pairs = highspy.HighsLp(), len(x.column)
        model.num_col_, model.num_row_ = pairs, x.rows + x.columns
        model.col_cost_ = x.value.astype(float)
        model.col_lower_, model.col_upper_ = np.zeros(pairs), np.ones(pairs)
        model.row_lower_ = np.zeros(x.rows + x.columns)
        model.row_upper_ = np.concatenate((np.ones(x.rows), x.capacity)).astype(float)
        model.a_matrix_.start_ = 2 * np.arange(pairs + 1)
        model.a_matrix_.index_ = np.column_stack((x.row(), x.rows + x.column)).ravel()
        model.a_matrix_.value_ = np.ones(2 * pairs)
        model.sense_ = highspy.ObjSense.kMaximize
        solver = highspy.Highs()
        solver.setOptionValue("output_flag", False)
        solver.passModel(model)
        solver.run()
        return round(solver.getInfo().objective_function_value)
    return solve


SOLVERS = {"scipy": scipy_sparse, "scipy-dense": scipy_dense, "ortools-flow": ortools_flow,
           "ortools-assignment": ortools_assignment, "highs": highs}


def main():
    solve = SOLVERS[sys.argv[1]](Instance(sys.argv[2]))
    start = time.process_time()
    total = solve()
    seconds = time.process_time() - start
    print(total, f"{seconds:.5f}", resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024)


if __name__ == "__main__":
    main()
