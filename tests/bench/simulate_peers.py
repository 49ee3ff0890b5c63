#!/usr/bin/env python3
# SPDX-License-Identifier: LGPL-2.1-or-later
"""Measure orienta_simulate() against SimPy and a plain loop over a heap: BUILD PYTHON [--rounds N] [--quick] [--draw].

PYTHON has SimPy; Matplotlib is that of the Python that runs this. All run the model of simulate_model.py, from the same
first day, and must house about as many a year before a ratio is printed: draws differ. They take turns, so that a noisy
neighbour meets all. Then the scenarios of examples/, under the policy of examples/, by the library alone. Writes
BUILD/bench-simulate.json, .md and .svg, which are docs/bench-simulate.* when they were taken at a quiet moment. --draw
measures nothing."""
import argparse
import datetime
import json
import os
import pathlib
import statistics
import subprocess
import sys

import run
import simulate_model
import simulate_page

HERE = pathlib.Path(__file__).resolve().parent
EXAMPLES = HERE.parents[1] / "examples"
SIZES = [1000, 3000, 10000, 30000, 100000]
YEARS = 5
PEERS = {"heapq": HERE / "simulate_heapq.py", "simpy": HERE / "simulate_simpy.py"}
SCENARIOS = ["one-queue", "pas-de-calais", "mel"]
POLICY = EXAMPLES / "policies/logement-dabord.json"
DEVIATIONS = 5


def ask(*command):
    return json.loads(subprocess.run([*map(str, command)], check=True, stdout=subprocess.PIPE).stdout)


def library(build, scenario, policy, replications):
    return ask(build / "tests/bench/bench-simulate", scenario, policy, replications, 1)


def check(homes, figures):
    """Numbers a year are those of Poisson variables, or nearly."""
    housed = {who: found["housed"] / found["years"] for who, found in figures.items()}
    for who in PEERS:
        spread = (housed["library"] / YEARS) ** 0.5 * 1.5
        if abs(housed[who] - housed["library"]) > DEVIATIONS * spread:
            sys.exit(f"{homes} homes: {who} houses {housed[who]:.0f} a year, the library {housed['library']:.0f}")


def measure_size(build, python, homes, rounds):
    scenario, policy = simulate_model.write(build / "bench-data", homes, YEARS)
    taken = {"library": [], **{who: [] for who in PEERS}}
    for number in range(rounds):
        taken["library"].append(library(build, scenario, policy, max(1, 60000 // homes)))
        for who, program in PEERS.items():
            taken[who].append(ask(python, program, homes, YEARS, number))
    check(homes, {who: found[0] for who, found in taken.items()})
    row = {"homes": homes}
    for who, found in taken.items():
        speeds = [one["years"] / one["cpu"] for one in found]
        row[who] = {"speed": statistics.median(speeds), "least": min(speeds), "most": max(speeds),
                    "events": found[0]["events"] / found[0]["years"]}
    return row


def measure_scenario(build, name, rounds):
    found = [library(build, EXAMPLES / f"scenarios/{name}.json", POLICY, 1) for _ in range(rounds)]
    speeds = [one["years"] / one["cpu"] for one in found]
    return {"name": name, "speed": statistics.median(speeds), "least": min(speeds), "most": max(speeds),
            "arrived": found[0]["arrived"] / found[0]["years"], "housed": found[0]["housed"] / found[0]["years"]}


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("build", type=pathlib.Path)
    parser.add_argument("python", type=pathlib.Path)
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--quick", action="store_true")
    parser.add_argument("--draw", action="store_true")
    given = parser.parse_args()
    store = given.build / "bench-simulate.json"
    if not given.draw:
        found = {"date": datetime.date.today().isoformat(), "machine": run.machine(), "rounds": given.rounds,
                 "years": YEARS, "low": os.getloadavg()[0], "high": os.getloadavg()[0], "rows": [], "scenarios": []}
        for homes in SIZES[:3] if given.quick else SIZES:
            found["rows"].append(measure_size(given.build, given.python, homes, given.rounds))
            found["low"], found["high"] = min(found["low"], os.getloadavg()[0]), max(found["high"], os.getloadavg()[0])
            print(json.dumps(found["rows"][-1]), flush=True)
        for name in SCENARIOS[:1] if given.quick else SCENARIOS:
            found["scenarios"].append(measure_scenario(given.build, name, given.rounds))
            print(json.dumps(found["scenarios"][-1]), flush=True)
        store.write_text(json.dumps(found, indent=1), encoding="utf-8")
    found = json.loads(store.read_text(encoding="utf-8"))
    (given.build / "bench-simulate.md").write_text(simulate_page.page(found), encoding="utf-8")
    simulate_page.draw(found, given.build / "bench-simulate.svg")
    print(given.build / "bench-simulate.md")


if __name__ == "__main__":
    main()
