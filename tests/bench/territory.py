#!/usr/bin/env python3
# SPDX-License-Identifier: LGPL-2.1-or-later
"""Write an invented territory for measurements: FOLDER HOUSEHOLDS UNITS.

The same sizes give the same bytes. Every value is known, for the NumPy program beside this one does without the
third truth value. Rows are drawn from a few kinds of lives, incomes from wages in cents and from benefits that many
share, as in a real file.
"""
import csv
import datetime
import pathlib
import random
import sys

AS_OF = datetime.date(2026, 11, 22)
PLATFORMS = {f"p{platform}": [f"p{platform}c{commune}" for commune in range(5)] for platform in range(8)}
COMMUNES = [commune for communes in PLATFORMS.values() for commune in communes]
SITUATIONS = ("street squat_camp emergency_shelter hotel insertion_shelter institution third_party eviction "
              "transitional unfit overcrowded tenant other").split()
KINDS = {"plai": 30, "plus": 25, "pls": 6, "plai_a": 10, "pension_de_famille": 7, "residence_accueil": 3, "fjt": 6,
         "iml_sous_location": 10, "chez_soi_dabord": 3}
RESIDENCES = {"pension_de_famille", "residence_accueil", "fjt"}
NEEDS = {"addiction": .2, "psychic": .18, "violence": .12, "budget": .3, "street_margins": .08, "ase_leaver": .06,
         "physical_disability": .06, "parenting": .1, "health": .15}
PRIORITIES = {"dalo": .12, "l441-1:a": .08, "l441-1:g": .08, "l441-1:k": .25, "l441-1:l": .1}
BENEFITS = [646.52, 646.52, 1033.32, 969.78, 1163.74, 1357.7]


class Dice:
    """Only random() is used: its sequence is promised to stay."""

    def __init__(self, seed):
        self.random = random.Random(seed).random

    def chance(self, probability):
        return self.random() < probability

    def whole(self, low, high):
        return low + int(self.random() * (high - low + 1))

    def pick(self, values):
        return values[int(self.random() * len(values))]

    def weighted(self, weights):
        left = self.random() * sum(weights.values())
        for value, weight in weights.items():
            left -= weight
            if left < 0:
                break
        return value


def day(dice, low, high):
    return AS_OF + datetime.timedelta(dice.whole(low, high))


def wishes(dice):
    """One to four communes, or a platform and perhaps a commune besides."""
    if dice.chance(.25):
        return sorted({dice.pick(list(PLATFORMS)), dice.pick(COMMUNES)} if dice.chance(.5)
                      else {dice.pick(list(PLATFORMS))})
    home = PLATFORMS[dice.pick(list(PLATFORMS))]
    wanted = {dice.pick(home) for _ in range(dice.whole(2, 4))}
    if dice.chance(.4):
        wanted.add(dice.pick(COMMUNES))
    return sorted(wanted)


def household(dice, name):
    adults = 1 if dice.chance(.7) else 2
    children = dice.weighted({0: 58, 1: 18, 2: 14, 3: 7, 4: 3})
    salaried = dice.chance(.3)
    month = round(dice.whole(70000, 260000) / 100, 2) if salaried else dice.pick(BENEFITS) + 150 * children
    request = day(dice, -2900, -10)
    needs = [f"{need}:{'high' if dice.chance(.35) else 'low'}" for need, share in NEEDS.items() if dice.chance(share)]
    kinds = sorted({dice.weighted(KINDS) for _ in range(dice.whole(0, 3))})
    return {
        "id": name, "request_date": request, "referral_date": min(AS_OF, request + datetime.timedelta(dice.whole(5, 700))),
        "territory": dice.pick(COMMUNES), "situation": dice.pick(SITUATIONS), "adults": adults, "children": children,
        "births_expected": 1 if dice.chance(.03) else 0, "income_year": round(12 * month * dice.whole(60, 110) / 100),
        "income_month": f"{month:.2f}", "rent_now": dice.whole(0, 700), "rooms_now": dice.whole(1, 4),
        "needs": "|".join(needs),
        "priority": "|".join(code for code, share in PRIORITIES.items() if dice.chance(share)),
        "wants_territories": "|".join(wishes(dice)),
        "avoids_territories": dice.pick(COMMUNES) if dice.chance(.06) else "",
        "wants_kinds": "|".join(kinds), "refuses_kinds": dice.weighted(KINDS) if dice.chance(.05) else "",
        "access": dice.weighted({"none": 88, "step_free": 8, "wheelchair": 4}),
        "pets": "true" if dice.chance(.1) else "false", "salaried": "true" if salaried else "false",
    }


def unit(dice, name):
    kind = dice.weighted(KINDS)
    residence = kind in RESIDENCES
    rooms = 1 if residence else dice.weighted({1: 20, 2: 30, 3: 28, 4: 16, 5: 6})
    surface = 8 + 17 * rooms + dice.whole(-8, 12)
    rent = dice.whole(450, 900) * surface // 100 if not residence else dice.whole(330, 480)
    aid = rent * dice.whole(20, 70) // 100
    social = kind in ("plai", "plus", "pls", "plai_a")
    return {
        "id": name, "kind": kind, "territory": dice.pick(COMMUNES), "rooms": rooms, "surface": surface,
        "rent": f"{rent}.{dice.whole(0, 99):02}", "charges": dice.whole(10, 30 + 20 * rooms), "housing_aid": aid,
        "access": dice.weighted({"none": 60, "step_free": 30, "wheelchair": 10}),
        "pets": "true" if dice.chance(.7) else "false", "available_from": day(dice, -60, 90),
        "contingent": dice.weighted({"state": 25, "companies": 15, "town": 30, "": 30}) if social else "",
        "qpv": "true" if social and dice.chance(.3) else "false", "onsite_support": "true" if residence else "false",
    }


def write(folder, name, rows):
    with open(folder / f"{name}.csv", "w", encoding="utf-8", newline="") as file:
        first = next(rows)
        writer = csv.DictWriter(file, list(first))
        writer.writeheader()
        writer.writerow(first)
        writer.writerows(rows)


def main():
    folder, n, m = pathlib.Path(sys.argv[1]), int(sys.argv[2]), int(sys.argv[3])
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "register.csv").write_text(f"as_of\n{AS_OF}\n")
    tops = [{"id": platform, "parent": ""} for platform in PLATFORMS]
    parts = [{"id": commune, "parent": platform} for platform, communes in PLATFORMS.items() for commune in communes]
    write(folder, "territories", iter(tops + parts))
    dice = Dice("households")
    write(folder, "households", (household(dice, f"H{i:07}") for i in range(n)))
    dice = Dice("units")
    write(folder, "units", (unit(dice, f"U{i:06}") for i in range(m)))


if __name__ == "__main__":
    main()
