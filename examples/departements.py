# SPDX-License-Identifier: LGPL-2.1-or-later
"""The 101 départements, each with its own scenario, register and policy, on one machine or on a cluster.

    python examples/departements.py 48 62 974 --replications 5
    python examples/departements.py --scheduler tcp://cluster:8786 --replications 200 --policies my-policies

No one publishes for all départements what a scenario needs. Each is the shipped scenario of Pas-de-Calais times a factor:
its inhabitants by those of Pas-de-Calais. The figures below are round, in tens of thousands, and ASSUMED: so is every
scenario made of them, and says so; what the model has from a source may here be a third less or more. They show how it is done; who knows a département writes its scenario. A policy is
FOLDER/CODE.json where there is one, else the shipped one under an id of its own.

Prints, for each: households housed in a year, those who wait at the end, and the mean wait, with intervals of 95 %.
"""
from __future__ import annotations

import argparse
import json
import pathlib

import orienta
import orienta.distributed

ROOT = pathlib.Path(__file__).resolve().parent
MODEL = "62"

#: Tens of thousands of inhabitants, in the order of the codes; assumed, and round.
TENS_OF_THOUSANDS = {
    "01": 67, "02": 53, "03": 33, "04": 17, "05": 14, "06": 110, "07": 33, "08": 27, "09": 15, "10": 31, "11": 38, "12": 28,
    "13": 206, "14": 70, "15": 14, "16": 35, "17": 66, "18": 30, "19": 24, "21": 54, "22": 61, "23": 12, "24": 41, "25": 55,
    "26": 52, "27": 60, "28": 43, "29": 92, "2A": 16, "2B": 19, "30": 76, "31": 145, "32": 19, "33": 167, "34": 121,
    "35": 111, "36": 22, "37": 61, "38": 129, "39": 26, "40": 42, "41": 33, "42": 77, "43": 23, "44": 146, "45": 69, "46": 17,
    "47": 33, "48": 8, "49": 83, "50": 49, "51": 57, "52": 17, "53": 31, "54": 73, "55": 18, "56": 77, "57": 105, "58": 20,
    "59": 261, "60": 83, "61": 28, "62": 146, "63": 67, "64": 69, "65": 23, "66": 49, "67": 115, "68": 77, "69": 189, "70": 23,
    "71": 55, "72": 57, "73": 44, "74": 84, "75": 211, "76": 126, "77": 145, "78": 146, "79": 38, "80": 57, "81": 40, "82": 26,
    "83": 110, "84": 56, "85": 70, "86": 44, "87": 37, "88": 36, "89": 33, "90": 14, "91": 132, "92": 163, "93": 168, "94": 142,
    "95": 126, "971": 38, "972": 35, "973": 29, "974": 88, "976": 32,
}

#: Figures of the model that count people, homes or slots in a département, and so grow with it.
COUNTS = ("come_", "wait_", "new_", "objective_attributions", "attributions_2019")


def factor(code: str) -> float:
    """How large a département is, Pas-de-Calais being 1."""
    return TENS_OF_THOUSANDS[code] / TENS_OF_THOUSANDS[MODEL]


def grow(number: float, by: float) -> int:
    """A count, times the factor: a whole one, and not nothing."""
    return max(1, round(number * by))


def scenario_of(code: str, model: dict, years: int | None = None) -> orienta.Scenario:
    """The model's scenario, as large as a département."""
    by, document = factor(code), json.loads(json.dumps(model))
    document.pop("$schema", None)
    document.update({"id": f"departement-{code}", "title": {"fr": f"Département {code}", "en": f"Département {code}"},
                     "note": f"Assumed: {model['id']} {model['version']} times {by:.3f}, after round numbers of inhabitants."})
    if years:
        document["days"], document["warm_up"] = 365 * (years + 1), 365
        end = int(document["start"][:4]) + years
        document["deliveries"] = [line for line in document["deliveries"] if int(line["date"][:4]) <= end]
    for figure in document["figures"]:
        if figure["name"].startswith(COUNTS) and code != MODEL:
            grown = {"value": grow(figure["value"], by), "low": grow(figure.get("low", figure["value"] * 2 / 3), by),
                     "high": grow(figure.get("high", figure["value"] * 4 / 3), by)}
            ground = figure.pop("source", None) or figure.pop("assumed")
            figure.pop("assumed", None)
            figure.update(grown, assumed=f"times {by:.3f} of: {ground}")
    for unit in document["register"]["units"]:
        unit["places"] = grow(unit["places"], by)
    for service in document["register"]["services"]:
        service["slots"] = grow(service["slots"], by)
    return orienta.Scenario.from_dict(document)


def policy_of(code: str, shipped: dict, folder: pathlib.Path | None) -> orienta.Policy:
    """A département's own policy where there is one; else the shipped one, under an id of its own."""
    path = folder / f"{code}.json" if folder else None
    if path and path.exists():
        return orienta.Policy.load(path)
    return orienta.Policy.from_dict({**shipped, "id": f"{shipped['id']}-{code}"})


def row_of(code: str, simulation: orienta.Simulation) -> str:
    """One line of the table: means of the whole, after the warm-up."""
    means = {row.measure: row for row in simulation.summary()
             if row.period is None and row.territory is None and row.group is None}
    cells = (f"{means[name].mean:10.0f} [{means[name].low:.0f}, {means[name].high:.0f}]"
             for name in ("housed", "waiting", "wait_mean"))
    return f"{code:>4} {factor(code):6.2f} " + " ".join(f"{cell:>28}" for cell in cells)


def main() -> None:
    parser = argparse.ArgumentParser(description="Simulates départements, each with its own scenario and policy.")
    parser.add_argument("codes", nargs="*", help="all 101 where none is given")
    parser.add_argument("--replications", type=int, default=5)
    parser.add_argument("--years", type=int, default=3, help="after a first year that is not counted")
    parser.add_argument("--seed", type=int, default=0)
    parser.add_argument("--scheduler", help="address of a Dask scheduler, whose workers have orienta")
    parser.add_argument("--policies", type=pathlib.Path, help="folder of CODE.json")
    given = parser.parse_args()
    codes = given.codes or list(TENS_OF_THOUSANDS)
    unknown = [code for code in codes if code not in TENS_OF_THOUSANDS]
    if unknown:
        parser.error(f"no département {', '.join(unknown)}")
    model = json.loads((ROOT / "scenarios/pas-de-calais.json").read_text(encoding="utf-8"))
    shipped = json.loads((ROOT / "policies/logement-dabord.json").read_text(encoding="utf-8"))
    client = None
    if given.scheduler:
        from distributed import Client

        client = Client(given.scheduler)
    simulations = orienta.distributed.simulate(
        {code: scenario_of(code, model, given.years) for code in codes},
        {code: policy_of(code, shipped, given.policies) for code in codes},
        replications=given.replications, seed=given.seed, client=client, progress=True)
    print(f"{'':>4} {'factor':>6} {'housed':>28} {'waiting at the end':>28} {'mean wait, days':>28}")
    for code, simulation in simulations.items():
        print(row_of(code, simulation))


if __name__ == "__main__":
    main()
