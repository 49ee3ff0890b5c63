# SPDX-License-Identifier: LGPL-2.1-or-later
"""Puts the questions of a case that are about time to the Python package: simulate.py CASE.json, as ask.c does"""
import orienta
import questions


def futures(asked):
    every = asked.get("every", -1)
    return {"seed": asked.get("seed", 0), "replications": asked.get("replications", 3), "mechanism": asked.get("mechanism"),
            "every": None if every < 0 else every}


def simulate(scenario, pol, asked):
    return orienta.simulate(scenario, pol, first=asked.get("first", 0), **futures(asked))


def ask_scenario(scenario, pol, reg, asked):
    return scenario.to_json()


def ask_figures(scenario, pol, reg, asked):
    if "figure" in asked:
        scenario = scenario.with_figures({asked["figure"]: asked["value"]})
    return "".join(f"{row.figure},{row.value:.3f},{row.assumed:d},{row.source}\n" for row in scenario.figures)


def ask_simulate(scenario, pol, reg, asked):
    return simulate(scenario, pol, asked).to_json()


def ask_summary(scenario, pol, reg, asked):
    return simulate(scenario, pol, asked).to_csv(threshold=asked.get("threshold", 11))


def ask_compare(scenario, pol, reg, asked):
    other = simulate(scenario, pol.with_points({asked["criterion"]: asked["points"]}), asked)
    both = simulate(scenario, {"as is": pol}, asked) | orienta.Simulation._of({"changed": other._one(None)})
    return both.compare_json("changed", "as is", threshold=asked.get("threshold", 11))


def ask_events(scenario, pol, reg, asked):
    return simulate(scenario, pol, asked).events_csv(asked.get("first", 0))


def ask_forecast(scenario, pol, reg, asked):
    return orienta.forecast(scenario, pol, reg, **futures(asked)).to_csv()


def ask_reserve(scenario, pol, reg, asked):
    return orienta.reserve(scenario, pol, days=asked.get("days", 90), seed=asked.get("seed", 0),
                           replications=asked.get("replications", 3)).to_csv()


def load(case):
    pol = orienta.Policy.load(case["policy"])
    reg = orienta.Register.load(case["register"], policy=pol)
    return orienta.Scenario.load(case["scenario"]), pol, reg


if __name__ == "__main__":
    questions.run(load, globals())
