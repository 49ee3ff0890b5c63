#!/usr/bin/env python3
# SPDX-License-Identifier: LGPL-2.1-or-later
"""The rules and points of score.policy.json, vectorised by hand: FOLDER pairs|households N TIMES.

What a good NumPy programmer would write for this one grid, with every help that only knowing the grid allows: rules
that pit a household against a kind of home are bits, compared at once; bounds on the effort rate, on the rest to live
on and on the surface become one greatest cost and one least surface for each household; points are float32, whose
whole thousandths are exact here. Blocks of 256 households. Reading the file and deriving values is not timed.
"""
import csv
import datetime
import json
import pathlib
import sys
import time

import numpy as np

POLICY = json.loads((pathlib.Path(__file__).parent / "score.policy.json").read_text(encoding="utf-8"))
KINDS = ["plai", "plus", "pls", "plai_a", "pension_de_famille", "residence_accueil", "fjt", "iml_sous_location",
         "chez_soi_dabord"]
ACCESS = ["none", "step_free", "wheelchair"]
BLOCK = 256
MILLION = 10 ** 6


def table(name):
    return next(table for table in POLICY["tables"] if table["id"] == name)


SITUATIONS = list(table("situation")["values"])


class Rows:
    """Columns of one file, as arrays."""

    def __init__(self, path):
        with open(path, encoding="utf-8", newline="") as file:
            rows = list(csv.DictReader(file))
        self.cells = {name: [row[name] for row in rows] for name in rows[0]}

    def text(self, name):
        return self.cells[name]

    def whole(self, name):
        return np.array([int(cell) for cell in self.cells[name]], np.int64)

    def cents(self, name):
        return np.array([round(float(cell) * 100) for cell in self.cells[name]], np.int64)

    def word(self, name, words):
        return np.array([words.index(cell) for cell in self.cells[name]], np.int64)

    def has(self, name, *members):
        return np.array([not set(cell.split("|")).isdisjoint(members) for cell in self.cells[name]])


def months(dates, as_of):
    days = [datetime.date.fromisoformat(cell) for cell in dates]
    return np.array([(as_of.year - d.year) * 12 + as_of.month - d.month - (as_of.day < d.day) for d in days], np.int64)


def need(rows, name):
    return rows.has("needs", f"{name}:low", f"{name}:high")


def ceiling(name, category):
    values, beyond = table(name)["values"], table(name)["beyond"]
    return np.array([values[min(c, 6) - 1] + beyond * max(0, c - 6) for c in category], np.int64)


def bands(values, steps):
    """Thousandths of the last step reached; values and steps in millionths."""
    points = np.zeros(len(values), np.int64)
    for start, given in steps:
        points[values >= round(start * MILLION)] = given * 1000
    return points


def rounded(numerator, divisor):
    return (2 * numerator + divisor) // (2 * divisor)


class Households:
    def __init__(self, folder, as_of, parents, communes):
        rows = Rows(folder / "households.csv")
        adults, children = rows.whole("adults"), rows.whole("children")
        persons, births = adults + children, rows.whole("births_expected")
        self.disabled = need(rows, "physical_disability")
        category = persons + (((adults == 1) & (children > 0)) | self.disabled)
        self.income, year = rows.cents("income_month"), rows.whole("income_year")
        self.situation = rows.word("situation", SITUATIONS)
        self.size = persons + births
        self.surface = np.where(self.size == 1, 9, np.minimum(16 + 9 * (self.size - 2), 70)).astype(np.float32)
        tenths = 10 + 5 * (adults - 1) + 3 * children
        self.access = rows.word("access", ACCESS)
        psychic, self.psychic_high = need(rows, "psychic"), rows.has("needs", "psychic:high")
        difficulty = np.zeros(len(year), bool)
        for name in ("addiction", "psychic", "violence", "budget", "street_margins"):
            difficulty |= need(rows, name)
        difficulty |= np.isin(self.situation, [SITUATIONS.index(word) for word in
                                               ("street", "squat_camp", "emergency_shelter", "hotel")])
        # What this household brings, against what a home asks.
        self.brings = bits([
            year <= ceiling("plai", category), year <= ceiling("plus", category), year <= ceiling("pls", category),
            difficulty, psychic, self.size == 1, rows.has("priority", "dalo", "l441-1:a", "l441-1:g", "l441-1:k"),
            rows.has("salaried", "true"), self.access == 0, self.access < 2,
            ~rows.has("pets", "true")] + [~rows.has("refuses_kinds", kind) for kind in KINDS])
        # The greatest cost, in cents, at an effort of at most 0.4 and a rest to live on of at least 9 euros a day: the
        # quotients are rounded to a millionth, halves up.
        effort = ((2 * 400000 + 1) * self.income - 1) // (2 * MILLION)
        rest = np.array([most_cost_for_rest(int(i), int(t)) for i, t in zip(self.income, tenths)], np.int64)
        self.most_cost = np.minimum(effort, rest).astype(np.float32)
        self.effort_costs = [least_cost(self.income, share) for share in (.15, .25, .33)]
        wanted = np.zeros((len(year), len(communes)), bool)
        avoided = np.zeros_like(wanted)
        for matrix, name in ((wanted, "wants_territories"), (avoided, "avoids_territories")):
            for i, cell in enumerate(rows.text(name)):
                for place in filter(None, cell.split("|")):
                    matrix[i] |= np.array([c == place or parents[c] == place for c in communes])
        self.territories = wanted & ~avoided
        self.home = np.array([communes.index(cell) for cell in rows.text("territory")])
        kinds = [np.array([not cell or kind in cell.split("|") for cell in rows.text("wants_kinds")]) for kind in KINDS]
        self.wanted_kinds = np.stack(kinds, axis=1)
        waiting, referral = months(rows.text("request_date"), as_of), months(rows.text("referral_date"), as_of)
        self.minors, self.waiting = children, waiting
        self.crowding = bands(rounded(persons * MILLION, rows.whole("rooms_now")), [[1.5, 20], [2, 40], [3, 60]])
        self.effort_now = bands(rounded(rows.cents("rent_now") * MILLION, self.income),
                                [[.33, 5], [.5, 10], [.7, 17]])
        self.referral = np.where(referral < 6, rounded(referral * 5000, 6),
                                 np.where(referral < 24, 5000 + rounded((referral - 6) * 10000, 18), 15000))
        self.flags = np.stack([rows.has("priority", "dalo"), waiting > 36, (adults == 1) & (children > 0),
                               need(rows, "violence"), need(rows, "ase_leaver"), self.disabled], axis=1)


def bits(conditions):
    out = np.zeros(len(conditions[0]), np.uint32)
    for i, condition in enumerate(conditions):
        out |= condition.astype(np.uint32) << np.uint32(i)
    return out


def least_cost(income, share):
    """The least whole cost in cents whose effort, rounded to a millionth, reaches `share`."""
    step = round(share * MILLION)
    return (-((-(2 * step - 1) * income) // (2 * MILLION))).astype(np.float32)


def most_cost_for_rest(income, tenths):
    """The greatest whole cost in cents that leaves 9 euros a day for each consumption unit, rounded to a millionth."""
    def rest(cost):
        return ((income - cost) * 10000 * 10 * 2 + tenths * 30) // (2 * tenths * 30)
    cost = income - 9 * 30 * tenths * 10
    while rest(cost + 1) >= 9 * MILLION:
        cost += 1
    while rest(cost) < 9 * MILLION:
        cost -= 1
    return cost


class Units:
    def __init__(self, folder, communes):
        rows = Rows(folder / "units.csv")
        self.kind, self.access = rows.word("kind", KINDS), rows.word("access", ACCESS)
        self.place = rows.word("territory", communes)
        self.rooms = rows.whole("rooms")
        self.surface = rows.whole("surface").astype(np.float32)
        self.cost = (rows.cents("rent") + rows.cents("charges") - rows.cents("housing_aid")).astype(np.float32)
        self.onsite = rows.has("onsite_support", "true")
        self.points = (np.where(rows.has("qpv", "false"), 5000, 0) + np.where(
            np.array([cell <= "2026-12-15" for cell in rows.text("available_from")]), 10000, 0)).astype(np.float32)
        def kind_in(*names):
            return np.isin(self.kind, [KINDS.index(name) for name in names])
        self.asks = bits([
            kind_in("plai", "plai_a", "pension_de_famille"), kind_in("plus"), kind_in("pls"), kind_in("plai_a"),
            kind_in("residence_accueil", "chez_soi_dabord"), kind_in("pension_de_famille", "residence_accueil", "fjt"),
            rows.has("contingent", "state"), rows.has("contingent", "companies"), self.access == 0, self.access < 2,
            rows.has("pets", "false")] + [self.kind == i for i in range(len(KINDS))])


class Grid:
    def __init__(self, folder):
        as_of = datetime.date.fromisoformat((folder / "register.csv").read_text().split()[1])
        places = Rows(folder / "territories.csv")
        parents = dict(zip(places.text("id"), places.text("parent")))
        communes = [place for place, parent in parents.items() if parent]
        self.h = Households(folder, as_of, parents, communes)
        self.u = Units(folder, communes)
        self.typology = np.zeros((16, 16), np.float32)  # by persons, rooms
        self.rooms_fit = np.zeros((16, 16), bool)
        for persons in range(16):
            for gap, points in ((-2, 10), (-1, 40), (0, 60), (1, 20)):
                if 0 <= persons + gap < 16:
                    self.typology[persons, persons + gap] = 1000 * points
                    self.rooms_fit[persons, persons + gap] = True
        fit = table("kind-fit")["values"]
        self.kind_fit = np.array([[1000 * fit[word][kind] for kind in KINDS] for word in SITUATIONS], np.float32)
        self.situation = np.array([1000 * table("situation")["values"][word] for word in SITUATIONS], np.int64)
        self.weights = np.array([50, 20, 10, 25, 20, 15]) * 1000

    def household_points(self, s, e):
        h = self.h
        points = h.flags[s:e] @ self.weights
        points += np.maximum(self.situation[h.situation[s:e]], h.crowding[s:e])
        points += 1000 * np.minimum(h.waiting[s:e], 60) + 1000 * np.minimum(5 * h.minors[s:e], 20)
        return (points + h.effort_now[s:e] + h.referral[s:e]).astype(np.float32)

    def eligible(self, s, e):
        h, u = self.h, self.u
        ok = (u.asks[None, :] & ~h.brings[s:e, None]) == 0
        ok &= h.territories[s:e][:, u.place]
        ok &= self.rooms_fit[h.size[s:e]][:, u.rooms]
        ok &= u.cost[None, :] <= h.most_cost[s:e, None]
        ok &= u.surface[None, :] >= h.surface[s:e, None]
        return ok

    def points(self, s, e):
        h, u, f4 = self.h, self.u, np.float32
        out = self.household_points(s, e)[:, None] + u.points[None, :]
        out += self.typology[h.size[s:e]][:, u.rooms]
        out += self.kind_fit[h.situation[s:e]][:, u.kind]
        out += (h.wanted_kinds[s:e] * f4(25000))[:, u.kind]
        out += (h.home[s:e, None] == u.place[None, :]) * f4(30000)
        out += (h.psychic_high[s:e, None] & u.onsite[None, :]) * f4(30000)
        out += ((h.access[s:e] == 2)[:, None] & (u.access == 2)[None, :]) * f4(30000)
        out += f4(50000)
        for costs, step in zip(h.effort_costs, (10000, 15000, 15000)):
            out -= (u.cost[None, :] >= costs[s:e, None]) * f4(step)
        return np.clip(out, f4(0), f4(400000), out=out)


def emit_pairs(ok, points):
    """The pairs themselves, as columns, as the library gives them."""
    households, units = np.nonzero(ok)
    return len(units), points[households, units].sum(dtype=np.float64)


def first(ok, points, n):
    """The points of the first n of each household; ties are not even put in order."""
    points[~ok] = -1
    if n < points.shape[1]:
        points = np.partition(points, points.shape[1] - n, axis=1)[:, -n:]
    return int((points >= 0).sum()), points[points >= 0].sum(dtype=np.float64)


def ask(grid, what, n):
    found, total = 0, 0
    for s in range(0, len(grid.h.size), BLOCK):
        e = min(s + BLOCK, len(grid.h.size))
        ok, points = grid.eligible(s, e), grid.points(s, e)
        block = emit_pairs(ok, points) if what == "pairs" else first(ok, points, n)
        found += block[0]
        total += int(block[1])
    return found, total


def main():
    folder, what, n, times = pathlib.Path(sys.argv[1]), sys.argv[2], int(sys.argv[3]), int(sys.argv[4])
    grid = Grid(folder)
    processor, wall = [], []
    for _ in range(times):
        start = time.process_time(), time.perf_counter()
        found, total = ask(grid, what, n)
        processor.append(time.process_time() - start[0])
        wall.append(time.perf_counter() - start[1])
    print(json.dumps({"households": len(grid.h.size), "units": len(grid.u.kind), "found": found, "sum": total,
                      "processor": min(processor), "wall": min(wall)}))


if __name__ == "__main__":
    main()
