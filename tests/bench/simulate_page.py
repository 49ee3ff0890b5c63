# SPDX-License-Identifier: LGPL-2.1-or-later
"""Page and plot of what simulate_peers.py measured."""
import matplotlib

matplotlib.use("svg")
from matplotlib import pyplot  # after the way of drawing is chosen

LABELS = {"library": "orienta", "heapq": "loop over a heap, Python", "simpy": "SimPy"}

HEAD = """\
# Figures of the simulation

Measured by `./dev bench simulate` (`tests/bench/simulate_peers.py`), never asserted in the tests. `orienta_simulate()`, its
indicators included, against the same model in SimPy and as a plain loop over a heap (`tests/bench/simulate_model.py` says
it): two hundred lists, 0.7 requests a year for each home, homes that are left after 2,190 days on average, requests that
are given up after 550, offers that take 7 days and of which 3 in 10 are refused; six kinds of event. {years} years from the
same first day, as many housed a year within what chance allows. The library reads a policy with two rules and a criterion,
makes each household of five columns and keeps its row; the others draw a list and a number.

Years of simulation in a second of processor, one core; medians of {rounds} runs taken in turns. A ratio is of these: on a
shared machine it says more than either.

Taken {date} on {machine}; the load of the machine was {low:.1f} to {high:.1f}, other work included.

![Years a second by number of homes](bench-simulate.svg)
"""

AIM = """\
What was aimed at for 30,000 homes is 60 years a second and 50 times SimPy; {verdict}.
"""

SCENARIOS = """\
## The scenarios of examples/

Under `examples/policies/logement-dabord.json`, whose points grow with the wait and whose rules read ages: commissions go home
by home, at once in one-queue and every two weeks in the others. Where support runs short, which is at most commissions of the
latter, who has it is decided by a small program for all who are called together.

| scenario | arrive a year | housed a year | years a second (least–most) |
|---|---|---|---|
"""


def times_table(rows):
    yield "| homes | events a year | orienta (least–most) | loop over a heap | SimPy | to the loop | to SimPy |"
    yield "|---|---|---|---|---|---|---|"
    for row in rows:
        ours = row["library"]
        yield (f"| {row['homes']:,} | {ours['events']:,.0f} | {ours['speed']:.3g} ({ours['least']:.3g}–{ours['most']:.3g}) | "
               f"{row['heapq']['speed']:.3g} | {row['simpy']['speed']:.3g} | **{ours['speed'] / row['heapq']['speed']:.1f}** | "
               f"**{ours['speed'] / row['simpy']['speed']:.1f}** |")


def verdict(rows):
    for row in rows:
        if row["homes"] == 30000:
            speed, ratio = row["library"]["speed"], row["library"]["speed"] / row["simpy"]["speed"]
            return ("both are reached" if speed >= 60 and ratio >= 50 else
                    f"here it is {speed:.0f} and {ratio:.0f}")
    return "that size was not taken"


def page(found):
    lines = [HEAD.format(**found), *times_table(found["rows"]), "", AIM.format(verdict=verdict(found["rows"]))]
    lines.append(SCENARIOS.rstrip("\n"))
    for row in found["scenarios"]:
        lines.append(f"| {row['name']} | {row['arrived']:,.0f} | {row['housed']:,.0f} | {row['speed']:.3g} "
                     f"({row['least']:.3g}–{row['most']:.3g}) |")
    return "\n".join(lines) + "\n"


def draw(found, path):
    pyplot.rcParams.update({"font.size": 11, "svg.hashsalt": "orienta", "font.family": "sans-serif"})
    figure, axes = pyplot.subplots(figsize=(9, 6))
    homes = [row["homes"] for row in found["rows"]]
    for (who, label), marker, colour in zip(LABELS.items(), "osv", ("black", "tab:blue", "tab:orange")):
        axes.loglog(homes, [row[who]["speed"] for row in found["rows"]], marker + "-", color=colour, label=label,
                    linewidth=2.5 if who == "library" else 1.2)
    axes.set_xlabel("homes")
    axes.set_ylabel("years of simulation in a second")
    axes.grid(True, which="major", alpha=0.3)
    axes.legend()
    figure.tight_layout()
    figure.savefig(path, metadata={"Date": None})
