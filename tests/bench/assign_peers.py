#!/usr/bin/env python3
# SPDX-License-Identifier: LGPL-2.1-or-later
"""Measure orienta_assign() against other exact solvers: BUILD PYTHON [--large] [--only SIZE...] [--peers WHO...]
[--rounds N] [--draw].

PYTHON has OR-Tools and HiGHS; SciPy and Matplotlib are those of the Python that runs this. All solvers read the same
instances and must give the same total before a ratio is printed. They take turns, so that a noisy neighbour meets all.
Writes BUILD/bench-assign.json after each instance, then BUILD/bench-assign.md and .svg, which are docs/bench-assign.*
when they were taken at a quiet moment. --only replaces some of what was measured before, --draw measures nothing.
"""
import argparse
import datetime
import json
import os
import pathlib
import re
import resource
import statistics
import subprocess
import sys

HERE = pathlib.Path(__file__).resolve().parent
SEED = 2026
TIES = (0, 1, 2, 3)
SIZES = [(1000, 300, 30), (10000, 3000, 10), (10000, 3000, 30), (10000, 3000, 100), (10000, 10000, 30),
         (100000, 10000, 30), (100000, 30000, 10), (100000, 30000, 30), (100000, 90000, 30), (100000, 100000, 30)]
LARGE = (1000000, 100000, 30)
LEMON, APT, VENV = "lemon", "apt", "venv"
PEERS = {"mwm": LEMON, "ns": LEMON, "cs": LEMON, "scipy": APT, "scipy-dense": APT, "ortools-flow": VENV,
         "ortools-assignment": VENV, "highs": VENV}
LIMIT = {False: 60, True: 300}  # processor seconds of one run; of the large one
SLOW = 5      # seconds; a peer that took longer runs once
BEHIND = 20   # times as long as the best peer: not tried where there are several times as many pairs
LARGER = 3
CLOSE = 4     # times as long as the best peer: tried with other values of the same size too
DENSE = 10 ** 8  # cells of a table


def name(size):
    short = {1000: "1k", 10000: "10k", 100000: "100k", 1000000: "1M"}
    return f"{short[size[0]]}_{size[1]}_{size[2]}"


def instance(build, size, ties):
    path = build / "bench-data" / f"{name(size)}-{ties}.bm"
    path.parent.mkdir(exist_ok=True)
    if not path.exists():
        program = build / "tests/bench/instance"
        subprocess.run([program, *map(str, size), str(SEED), str(ties), path], check=True)
    return path


def library(build, path):
    """Total, processor seconds with verification, MiB at the peak."""
    output = subprocess.run([build / "tests/bench/bench-assign", path], check=True, stdout=subprocess.PIPE, text=True)
    found = re.search(r"total +(\d+) .* both +([\d.]+) s +(\d+) MiB", output.stdout)
    return int(found[1]), float(found[2]), int(found[3])


def peer(build, python, who, path, limit):
    """The same of a peer; None when it takes longer than the limit or fails for want of memory."""
    script = HERE / "assign_solvers.py"
    command = {LEMON: [build / "peer-lemon", who, path], APT: [sys.executable, script, who, path],
               VENV: [python, script, who, path]}[PEERS[who]]
    run = subprocess.run(command, stdout=subprocess.PIPE, text=True, check=False,
                         preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_CPU, (limit, limit)))
    if run.returncode != 0:
        return None
    total, seconds, peak = run.stdout.split()[-3:]
    return int(total), float(seconds), int(peak)


def best_time(row):
    return min((figure["seconds"] for figure in row["peers"].values() if "seconds" in figure), default=None)


def reason_to_skip(who, row, rows):
    """Why a peer is not tried, from what it did before; None where it is."""
    if who == "scipy-dense" and row["rows"] * row["places"] > DENSE:
        return "table too large"
    for other in rows:
        figure, best = other["peers"].get(who, {}), best_time(other)
        if best is None:
            continue
        beside = other["name"] == row["name"] and other["ties"] == 0
        if figure.get("skipped") and beside:
            return figure["skipped"]
        if figure.get("skipped", "").startswith(">") and other["pairs"] <= 1.01 * row["pairs"]:
            return "given up at a smaller size"
        behind = figure.get("seconds", 0) / best
        if behind > BEHIND and LARGER * other["pairs"] < row["pairs"] or behind > CLOSE and beside:
            return "far behind"
    return None


def describe(path, size, ties):
    with open(path, "rb") as file:
        data = file.read(20 + 4 * size[1])
    places = sum(int.from_bytes(data[at:at + 4], "little") for at in range(20, len(data), 4))
    return {"name": name(size), "ties": ties, "rows": size[0], "columns": size[1], "places": places,
            "pairs": int.from_bytes(data[12:20], "little"), "load": os.getloadavg()[0], "peers": {}}


def measure(build, size, ties, rows, options):
    path = instance(build, size, ties)
    row, limit = describe(path, size, ties), LIMIT[size == LARGE]
    runs = {who: [] for who in options.peers}
    own = []
    for turn in range(options.rounds):
        own.append(library(build, path))
        for who, figures in runs.items():
            if turn == 0 and reason_to_skip(who, row, rows):
                row["peers"][who] = {"skipped": reason_to_skip(who, row, rows)}
            if who in row["peers"] or figures and figures[0][1] > SLOW:
                continue
            figure = peer(build, options.python, who, path, limit)
            if figure is None:
                row["peers"][who] = {"skipped": f"> {limit} s"}
                continue
            if figure[0] != own[0][0]:
                sys.exit(f"{path}: {who} finds {figure[0]}, the library {own[0][0]}")
            figures.append(figure)
    for who, figures in runs.items():
        if figures:
            row["peers"][who] = {"seconds": statistics.median(figure[1] for figure in figures),
                                 "mib": max(figure[2] for figure in figures), "runs": len(figures)}
    row |= {"seconds": statistics.median(figure[1] for figure in own), "mib": max(figure[2] for figure in own),
            "least": min(figure[1] for figure in own), "most": max(figure[1] for figure in own), "total": own[0][0],
            "rounds": options.rounds}
    return row


def compile_lemon(build):
    source, program = HERE / "peer-lemon.cpp", build / "peer-lemon"
    if not program.exists() or program.stat().st_mtime < source.stat().st_mtime:
        subprocess.run(["g++", "-O3", "-march=native", "-DNDEBUG", source, "-o", program], check=True)


def wanted(options):
    """Sizes and kinds of values; the plain ones first, which say what need not be tried with the others."""
    sizes = SIZES + ([LARGE] if options.large else [])
    sizes.sort(key=lambda size: (size[0] * size[2], size[1]))
    for ties in TIES:
        for size in sizes:
            if (ties == 0 or size != LARGE) and (not options.only or f"{name(size)}-{ties}" in options.only):
                yield size, ties


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("build", type=pathlib.Path)
    parser.add_argument("python", type=pathlib.Path)
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--large", action="store_true", help="a million rows too: half an hour and 4 GiB")
    parser.add_argument("--only", nargs="+", metavar="NAME-TIES", help="such as 100k_30000_30-0")
    parser.add_argument("--peers", nargs="+", choices=PEERS, default=PEERS, metavar="WHO", help=", ".join(PEERS))
    parser.add_argument("--draw", action="store_true", help="only make page and plot again")
    options = parser.parse_args()
    build = options.build.resolve()
    store = build / "bench-assign.json"
    kept = json.loads(store.read_text(encoding="utf-8")) if (options.only or options.draw) and store.exists() else []
    compile_lemon(build)
    for size, ties in () if options.draw else wanted(options):
        kept = [row for row in kept if (row["name"], row["ties"]) != (name(size), ties)]
        row = measure(build, size, ties, kept, options)
        row["date"] = str(datetime.date.today())
        kept.append(row)
        store.write_text(json.dumps(kept, indent=1), encoding="utf-8")
        print(f"{row['name']:>14} ties {ties}: {row['seconds']:.4f} s, best peer {best_time(row)} s", flush=True)
    kept.sort(key=lambda row: (row["ties"], row["pairs"], row["columns"]))
    import assign_page  # late: what a child is said to have had at its peak begins with its parent's size
    assign_page.write(kept, build)
    print(f"{build}/bench-assign.json, .md, .svg")


if __name__ == "__main__":
    main()
