# SPDX-License-Identifier: LGPL-2.1-or-later
"""Page and plot of what assign_peers.py measured."""
import matplotlib

import run

matplotlib.use("svg")
from matplotlib import pyplot  # after the way of drawing is chosen

LABELS = {"mwm": "LEMON MaxWeightedMatching", "ns": "LEMON NetworkSimplex", "cs": "LEMON CostScaling",
          "scipy": "SciPy sparse", "scipy-dense": "SciPy dense", "ortools-flow": "OR-Tools MinCostFlow",
          "ortools-assignment": "OR-Tools LinearSumAssignment", "highs": "HiGHS"}
VALUES = ["points in multiples of 5", "the same with 0 to 9 added to each", "uniform, 0 to 1000", "all the same"]
GROWTH = ["1k_300_30", "10k_3000_30", "100k_30000_30", "1M_100000_30"]
MARKERS = "svD^v<>P"

HEAD = """\
# Figures of the solver

Measured by `./dev bench assign` (`tests/bench/assign_peers.py`), never asserted in the tests. `orienta_assign()` with
the verification of its proof, against other exact solvers, each in the form that suits it best. All gave the same total
on every instance, or nothing would be printed. Times are seconds of processor, one core, from arrays in memory to the
matching, with all that a solver needs converted or built; medians of {rounds} runs taken in turns, one run where a peer took
more than 5 s. A ratio is the best peer's time by the library's: on a shared machine it says more than either.

Taken {dates} on {machine}; the load of the machine was {low:.1f} to {high:.1f}, other work included.

An instance is called rows_columns_degree (`tests/bench/instance.c`): households who ask for homes in a few neighbouring
territories, one home in a hundred with 5 to 30 places. 100k_90000_30 is balanced: there are 5 % more places than rows.
`–`: not tried; `> 60 s`: given up then, with a million rows after 300 s. A peer is not tried where it was given up at a
smaller size, took 20 times as long as the best peer there, or needs a table of more than a hundred million cells; with
other values, where it took 4 times as long as the best peer with the first.
"""


def shown(figure):
    if "seconds" in figure:
        return f"{figure['seconds']:.3g}" if figure["seconds"] < 10 else f"{figure['seconds']:.0f}"
    return figure["skipped"] if figure.get("skipped", "").startswith(">") else "–"


def best(row):
    known = {who: figure for who, figure in row["peers"].items() if "seconds" in figure}
    return min(known, key=lambda who: known[who]["seconds"], default=None)


def times_table(rows):
    yield "| instance | pairs | library (least–most) | best peer | ratio | " + " | ".join(LABELS.values()) + " |"
    yield "|---" * (5 + len(LABELS)) + "|"
    for row in rows:
        who = best(row)
        ratio = f"**{row['peers'][who]['seconds'] / row['seconds']:.0f}**" if who else "–"
        yield (f"| {row['name']} | {row['pairs']:,} | {row['seconds']:.4f} ({row['least']:.4f}–{row['most']:.4f}) | "
               f"{LABELS.get(who, '–')} | {ratio} | "
               + " | ".join(shown(row["peers"].get(peer, {})) for peer in LABELS) + " |")


def memory_table(rows):
    yield "| instance | arrays given | library, arrays included | best peer in time | least of all peers |"
    yield "|---|---|---|---|---|"
    for row in rows:
        given = (12 * row["pairs"] + 8 * row["rows"] + 4 * row["columns"]) / 2 ** 20
        known = {who: figure["mib"] for who, figure in row["peers"].items() if "mib" in figure}
        least = min(known, key=known.get, default=None)
        who = best(row)
        yield (f"| {row['name']} | {given:.0f} | {row['mib']} | {known.get(who, '–')} | "
               + (f"{known[least]} ({LABELS[least]}) |" if least else "– |"))


def draw(rows, path):
    rows = [row for row in rows if row["ties"] == 0 and row["name"] in GROWTH]
    pyplot.rcParams.update({"font.size": 11, "svg.hashsalt": "orienta", "font.family": "sans-serif"})
    figure, axes = pyplot.subplots(figsize=(9, 6))
    pairs = [row["pairs"] for row in rows]
    axes.loglog(pairs, [row["seconds"] for row in rows], "o-", color="black", linewidth=2.5, label="orienta, verified")
    for marker, (who, label) in zip(MARKERS, LABELS.items()):
        known = [(row["pairs"], row["peers"][who]["seconds"]) for row in rows if "seconds" in row["peers"].get(who, {})]
        if known:
            axes.loglog(*zip(*known), marker + "-", linewidth=1.2, markersize=6, label=label)
    axes.set_xlabel("pairs")
    axes.set_ylabel("seconds of processor, one core")
    axes.set_title("Best matching of households and homes, time by number of pairs")
    axes.grid(True, which="major", color="0.85")
    axes.legend(fontsize=9, loc="upper left", bbox_to_anchor=(1.01, 1), frameon=False)
    figure.savefig(path, bbox_inches="tight", metadata={"Date": None})


def write(rows, build):
    loads = [row["load"] for row in rows]
    dates = sorted({row["date"] for row in rows})
    lines = [HEAD.format(dates=" and ".join(dates), machine=run.machine(), low=min(loads), high=max(loads),
                         rounds=rows[0].get("rounds", 5))]
    lines += ["![Time by number of pairs](bench-assign.svg)", "",
              "1,000 × 300, 10,000 × 3,000, 100,000 × 30,000 and, where it was taken, 1,000,000 × 100,000 at degree 30.", ""]
    for ties, values in enumerate(VALUES):
        some = [row for row in rows if row["ties"] == ties]
        if some:
            lines += [f"### Values: {values}", "", *times_table(some), ""]
    lines += ["### Memory at the peak, MiB", "",
              "The library is given values of 64 bits, the peers' harnesses hold them in 32: each figure includes its own",
              "arrays, and for Python the interpreter.", "",
              *memory_table([row for row in rows if row["ties"] == 0]), ""]
    (build / "bench-assign.md").write_text("\n".join(lines), encoding="utf-8")
    draw(rows, build / "bench-assign.svg")
