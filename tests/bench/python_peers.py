#!/usr/bin/env python3
# SPDX-License-Identifier: LGPL-2.1-or-later
"""From two DataFrames to a DataFrame of who has which home: the package against pandas, NumPy and SciPy.

    python_peers.py BUILD HOUSEHOLDS UNITS

The peer reads the same files, scores with score_numpy.py, which is written by hand for this one grid, and matches with
scipy.sparse.csgraph.min_weight_full_bipartite_matching. Both must end with the same sum of points. Then what one call
costs beyond C. Prints Markdown.
"""
import argparse
import pathlib
import statistics
import subprocess
import sys
import time

import numpy as np
import pandas as pd
from scipy.sparse import csr_array
from scipy.sparse.csgraph import min_weight_full_bipartite_matching

import score_numpy

HERE = pathlib.Path(__file__).resolve().parent


def ours(orienta, folder):
    """Seconds of each step, the total, the pairs."""
    clock = [time.perf_counter()]
    policy = orienta.Policy.load(HERE / "score.policy.json")
    households, units = pd.read_csv(folder / "households.csv"), pd.read_csv(folder / "units.csv")
    territories = pd.read_csv(folder / "territories.csv")
    as_of = (folder / "register.csv").read_text().split()[1]
    clock.append(time.perf_counter())
    register = orienta.Register.from_frames(households=households, units=units, territories=territories, as_of=as_of,
                                            policy=policy)
    clock.append(time.perf_counter())
    matching = orienta.match(register, policy, prices="none")
    clock.append(time.perf_counter())
    frame = matching.pairs.to_pandas()
    clock.append(time.perf_counter())
    return np.diff(clock), matching.total, frame


def theirs(folder):
    clock = [time.perf_counter()]
    grid = score_numpy.Grid(folder)
    clock.append(time.perf_counter())
    rows, columns, values = [], [], []
    for start in range(0, len(grid.h.size), score_numpy.BLOCK):
        end = min(start + score_numpy.BLOCK, len(grid.h.size))
        ok, points = grid.eligible(start, end), grid.points(start, end)
        household, unit = np.nonzero(ok)
        rows.append((household + start).astype(np.int32))
        columns.append(unit.astype(np.int32))
        values.append(points[household, unit])
    rows, columns, values = np.concatenate(rows), np.concatenate(columns), np.concatenate(values)
    clock.append(time.perf_counter())
    # A weight of 0 is no pair to SciPy: one more for each, and homes are all filled, so that the order stays.
    graph = csr_array((values.astype(np.float64) + 1, (columns, rows)), shape=(len(grid.u.kind), len(grid.h.size)))
    unit, household = min_weight_full_bipartite_matching(graph, maximize=True)
    clock.append(time.perf_counter())
    points = graph[unit, household] - 1
    ids = pd.read_csv(folder / "households.csv", usecols=["id"])["id"], pd.read_csv(folder / "units.csv", usecols=["id"])["id"]
    frame = pd.DataFrame({"household": ids[0].to_numpy()[household], "unit": ids[1].to_numpy()[unit],
                          "points": np.asarray(points).ravel() / 1000})
    clock.append(time.perf_counter())
    return np.diff(clock), frame["points"].sum(), frame


def calls(orienta, build):
    """Nanoseconds of one call from Python; the same getter is a few nanoseconds from C."""
    policy = orienta.Policy.load(HERE / "score.policy.json")
    core = policy._core
    progress = orienta.Progress()
    tasks = {"a number: get_n_criteria()": core.get_n_criteria, "a text: get_id()": core.get_id,
             "an indexed text: get_criterion_id(3)": lambda: core.get_criterion_id(3),
             "an object: criteria_frame()": core.criteria_frame, "Progress()": orienta.Progress,
             "progress.get_done()": progress.get_done, "policy.id": lambda: policy.id}
    for name, task in tasks.items():
        times = []
        for _ in range(5):
            start = time.perf_counter()
            for _ in range(20000):
                task()
            times.append((time.perf_counter() - start) / 20000)
        yield name, min(times) * 1e9


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("build", type=pathlib.Path)
    parser.add_argument("households", type=int)
    parser.add_argument("units", type=int)
    parser.add_argument("--rounds", type=int, default=3)
    arguments = parser.parse_args()
    sys.path.insert(0, str(arguments.build / "bindings" / "python"))
    import orienta

    folder = arguments.build / "bench-data" / f"{arguments.households}x{arguments.units}"
    if not (folder / "units.csv").exists():
        subprocess.run([sys.executable, HERE / "territory.py", folder, str(arguments.households), str(arguments.units)],
                       check=True)
    runs = {"package": [], "peer": []}
    for _ in range(arguments.rounds):
        mine, peer = ours(orienta, folder), theirs(folder)
        if abs(mine[1] - peer[1]) > 1e-6 * peer[1]:
            sys.exit(f"the package comes to {mine[1]}, the peer to {peer[1]}")
        runs["package"].append(mine[0])
        runs["peer"].append(peer[0])
    print(f"{arguments.households:,} households × {arguments.units:,} homes, {len(mine[2]):,} housed, {mine[1]:,.1f} points "
          "by both. Wall seconds, median (least–most).\n")
    names = {"package": ["read_csv", "from_frames", "match", "to_pandas"],
             "peer": ["read and derive", "score (NumPy)", "match (SciPy)", "DataFrame"]}
    print("| | step | seconds |\n|---|---|---|")
    for who, times in runs.items():
        for i, name in enumerate(names[who]):
            step = [run[i] for run in times]
            print(f"| {who} | {name} | {statistics.median(step):.2f} ({min(step):.2f}–{max(step):.2f}) |")
        whole = [sum(run) for run in times]
        print(f"| **{who}** | **all** | **{statistics.median(whole):.2f} ({min(whole):.2f}–{max(whole):.2f})** |")
    print("\n| one call from Python | ns |\n|---|---|")
    for name, nanoseconds in calls(orienta, arguments.build):
        print(f"| {name} | {nanoseconds:.0f} |")


if __name__ == "__main__":
    main()
