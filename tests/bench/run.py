#!/usr/bin/env python3
# SPDX-License-Identifier: LGPL-2.1-or-later
"""Measure rules and scores against NumPy, and a whole commission from files to page: BUILD [--rounds N] [--quick].

Both programs answer the same questions on the same files, and must first give the same number of pairs and the same
sum of points to the thousandth. Then they take turns, so that a noisy neighbour meets both. Writes BUILD/bench.json
and BUILD/bench.md, which is docs/bench.md when it was taken at a quiet moment.
"""
import argparse
import datetime
import json
import os
import pathlib
import platform
import statistics
import subprocess
import sys
import time

HERE = pathlib.Path(__file__).resolve().parent
POLICY = HERE / "score.policy.json"
NUMPY_SHARE = 10  # NumPy answers for one household in so many: its rate does not depend on their number
TOP = {"pairs": 0, "households": 16, "units": 3}
QUESTION = {"pairs": "every eligible pair with its points", "households": "the first 16 homes of every household",
            "units": "the first 3 households for every home"}
SIZES = [(5000, 1000), (20000, 4096), (20000, 10000), (50000, 10000), (100000, 10000)]
WHOLE = (100000, 10000)


def territory(build, households, units):
    folder = build / "bench-data" / f"{households}x{units}"
    if not (folder / "units.csv").exists():
        subprocess.run([sys.executable, HERE / "territory.py", folder, str(households), str(units)], check=True)
    return folder


def library(build, folder, what, threads, times=3):
    command = [build / "tests/bench/bench-score", POLICY, folder, what, str(TOP.get(what, 0)), str(threads), str(times)]
    return json.loads(subprocess.run(command, check=True, stdout=subprocess.PIPE).stdout)


def numpy(folder, what, times=3):
    command = [sys.executable, HERE / "score_numpy.py", folder, what, str(TOP[what]), str(times)]
    return json.loads(subprocess.run(command, check=True, stdout=subprocess.PIPE).stdout)


def rate(figures, clock):
    """Millions of pairs examined in a second."""
    return figures["households"] * figures["units"] / figures[clock] / 1e6


def check(build, folder):
    for what in ("pairs", "households"):
        ours, theirs = library(build, folder, what, 2, 1), numpy(folder, what, 1)
        if (ours["found"], ours["sum"]) != (theirs["found"], theirs["sum"]):
            sys.exit(f"{what}: the library finds {ours['found']} with {ours['sum']} thousandths, "
                     f"NumPy {theirs['found']} with {theirs['sum']}")
    return ours


def turns(build, size, rounds):
    """By question, the figures of each round: NumPy, the library on one thread and on two."""
    whole, part = territory(build, *size), territory(build, size[0] // NUMPY_SHARE, size[1])
    check(build, part)
    rows = {what: [] for what in QUESTION}
    for _ in range(rounds):
        for what, figures in rows.items():
            figures.append({"numpy": numpy(part, what) if what != "units" else None,
                            "one": library(build, whole, what, 1), "two": library(build, whole, what, 2)})
    return rows


def middle(values, places=0):
    values = sorted(values)
    return f"{statistics.median(values):,.{places}f} ({values[0]:,.{places}f}–{values[-1]:,.{places}f})"


def turns_table(rows, size):
    first = rows["pairs"][0]["one"]
    share = 100 * first["found"] / first["households"] / first["units"]
    yield f"{size[0]:,} households × {size[1]:,} homes, {share:.1f} % of the pairs eligible; NumPy on every"
    yield f"{NUMPY_SHARE}th household. Millions of pairs examined in a second: each figure the best of three"
    yield "in one process, then the median (least–most) over the rounds."
    yield ""
    yield "| question | NumPy, 1 core | library, 1 core | ratio | library, 2 cores (wall) | ratio to NumPy (wall) |"
    yield "|---|---|---|---|---|---|"
    for what, figures in rows.items():
        one = [rate(figure["one"], "processor") for figure in figures]
        two = [rate(figure["two"], "wall") for figure in figures]
        theirs = ratios = walls = "–"
        if figures[0]["numpy"]:
            theirs = middle([rate(figure["numpy"], "processor") for figure in figures])
            ratios = middle([a / rate(figure["numpy"], "processor") for a, figure in zip(one, figures)], 1)
            walls = middle([b / rate(figure["numpy"], "wall") for b, figure in zip(two, figures)], 1)
        yield f"| {QUESTION[what]} | {theirs} | {middle(one)} | {ratios} | {middle(two)} | {walls} |"


def growth_table(build, sizes):
    yield "| households | homes | load, s | pairs, s | pairs found | bytes at the peak for each pair found |"
    yield "|---|---|---|---|---|---|"
    for size in sizes:
        figures = library(build, territory(build, *size), "pairs", 1, 1)
        yield (f"| {size[0]:,} | {size[1]:,} | {figures['load_processor']:.2f} | {figures['processor']:.2f} | "
               f"{figures['found']:,} | {1024 * figures['peak_kb'] / figures['found']:.0f} |")


def timed(command):
    """Wall and processor seconds, and the peak of memory in MiB."""
    start = time.perf_counter()
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL)
    _, status, usage = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode != 0:
        sys.exit(f"{command[0]} ended with {process.returncode}")
    return time.perf_counter() - start, usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024


def whole_table(build, size, rounds):
    folder = territory(build, *size)
    commission = build / "examples/orienta-commission"
    ways = {"load and rank, no report": [build / "tests/bench/bench-score", POLICY, folder, "units", "3", "2", "1"]}
    for form in ("csv", "json", "html") if commission.exists() else ():
        ways[f"orienta-commission --top 3 --format {form}"] = [
            commission, folder, POLICY, "--top", "3", "--quiet", "--threads", "2", "--format", form, "--output",
            build / f"bench-commission.{form}"]
    if commission.exists():
        ways["orienta-commission --match optimal --format csv"] = [
            commission, folder, POLICY, "--match", "optimal", "--quiet", "--threads", "2", "--format", "csv", "--output",
            build / "bench-matching.csv"]
    yield "| from the CSV files, two threads | wall, s | processor, s | peak, MiB | written, MiB |"
    yield "|---|---|---|---|---|"
    for name, command in ways.items():
        walls, processors, peaks = zip(*[timed(command) for _ in range(rounds)])
        output = pathlib.Path(command[-1])
        written = f"{output.stat().st_size / 2 ** 20:.1f}" if name.startswith("orienta") else "–"
        yield f"| {name} | {middle(walls, 2)} | {middle(processors, 2)} | {max(peaks):.0f} | {written} |"


def machine():
    flags = pathlib.Path("/proc/cpuinfo").read_text(encoding="utf-8") if sys.platform == "linux" else ""
    widest = next((name for flag, name in (("avx512bw", "AVX-512"), ("avx2", "AVX2")) if flag in flags), "no AVX2")
    memory = os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES") / 2 ** 30
    return f"{platform.machine()} with {widest}, {os.cpu_count()} cores, {memory:.0f} GiB"


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("build", type=pathlib.Path)
    parser.add_argument("--rounds", type=int, default=7)
    parser.add_argument("--quick", action="store_true", help="small sizes: whether it still runs")
    options = parser.parse_args()
    build = options.build.resolve()
    size, sizes, whole = (20000, 4096), SIZES, WHOLE
    if options.quick:
        size, sizes, whole = (2000, 512), SIZES[:1], SIZES[0]
    load = os.getloadavg()[0]
    rows = turns(build, size, options.rounds)
    large = turns(build, (20000, 10000), options.rounds) if not options.quick else None
    lines = [f"Taken {datetime.date.today()} on {machine()}; load of the machine before it began {load:.1f}; "
             f"{options.rounds} rounds.", "", "### Against NumPy", "", *turns_table(rows, size), ""]
    if large:
        lines += [*turns_table(large, (20000, 10000)), ""]
    lines += ["### Growth, one core", "", *growth_table(build, sizes), "",
              f"### From files to answers: {whole[0]:,} households × {whole[1]:,} homes", "",
              *whole_table(build, whole, max(1, options.rounds // 2)), ""]
    text = "\n".join(lines)
    (build / "bench.md").write_text(text, encoding="utf-8")
    (build / "bench.json").write_text(json.dumps({"turns": rows, "large": large}, indent=1), encoding="utf-8")
    print(text)
    print(f"{build}/bench.md, {build}/bench.json")


if __name__ == "__main__":
    main()
