# SPDX-License-Identifier: LGPL-2.1-or-later
"""Grids seen in the wild, written in the policy format by a reader of its manual, with totals worked out by hand.

What the sources give is kept; what they leave open (a maximum, a step) is invented here and said so.
"""
import json
import pathlib
import tempfile
import unittest
from fractions import Fraction

import harness

DAY = "2026-11-22"
HOME = {"id": "U1", "kind": "plai", "territory": "t"}


def criterion(name, points=None, **members):
    return {"id": name, "source": "published grid", **({} if points is None else {"points": points}), **members}


def policy(criteria, **members):
    return {"orienta": 1, "id": "grid", "version": "1", "criteria": criteria, **members}


class Grids(unittest.TestCase):
    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.folder = pathlib.Path(folder.name)

    def ask(self, rules, households, units=(HOME,), arguments=(), day=DAY):
        document = {"orienta": 1, "as_of": day, "units": list(units), "households": [
            {"request_date": day, **({} if "persons" in row else {"adults": 1}), "id": name, **row}
            for name, row in households.items()]}
        data = self.folder / "register.json"
        data.write_text(json.dumps(document))
        path = harness.write_policy(self.folder / "policy.json", rules)
        return harness.ask(data, path, "--unit", units[0]["id"], "--top", 0, *arguments)["candidates"]

    def check(self, rules, cases, **options):
        """`cases`: id -> (the household, its points)."""
        said = self.ask(rules, {name: row for name, (row, _) in cases.items()}, **options)
        self.assertEqual({line["household"]: line["points"] for line in said},
                         {name: Fraction(str(points)) for name, (_, points) in cases.items()})
        for line in said:
            self.assertEqual(sum(part["points"] for part in line["contributions"]), line["points"])

    def order(self, rules, households, **options):
        return [line["household"] for line in self.ask(rules, households, **options)]

    def test_toulouse(self):
        """+1 a month; +20 beyond 36 months, strictly; DALO 50; PDALHPD label 40."""
        grid = policy([
            criterion("seniority", 1, attribute="household.waiting_months", per=1),
            criterion("beyond", 20, when={"household.waiting_months": {"gt": 36}}),
            criterion("dalo", 50, when={"household.priority": {"has": "dalo"}}),
            criterion("label", 40, when={"household.priority": {"has": "pdalhpd"}})])
        self.check(grid, {
            "at36": ({"request_date": "2023-11-22"}, 36),              # 36 months to the day, not beyond
            "nearly37": ({"request_date": "2023-10-23"}, 36),          # the 37th month ends tomorrow
            "at37": ({"request_date": "2023-10-22"}, 57),              # 37 + 20
            "tenyears": ({"request_date": "2016-11-22", "priority": ["dalo"]}, 190),         # 120 + 20 + 50
            "both": ({"request_date": "2026-10-22", "priority": ["dalo", "pdalhpd"]}, 91),   # 1 + 50 + 40
            "today": ({}, 0)})

    def test_paris_2014(self):
        """Sans-abri 17; handicap 4; four persons in two rooms 4; separation 2; with parents 1; rent share. The highest
        of neighbouring criteria counts. Invented: the most for the rent share, 10; which criteria are neighbours."""
        grid = policy([
            criterion("roofless", 17, when={"household.situation": "street"}),
            criterion("with-parents", 1, when={"household.box": "parents"}),
            criterion("crowded", 4, when={"household.persons": {"ge": 4}, "household.rooms_now": 2}),
            criterion("rent-share", attribute="household.effort_now", bands=[[0.33, 0], [0.7, 10]], interpolate=True),
            criterion("handicap", 4, when={"household.disabled": True}),
            criterion("separation", 2, when={"household.box": "separation"})],
            attributes=[{"name": "box", "of": "household", "type": "word", "words": ["parents", "separation", "none"]}],
            groups=[{"id": "dwelling", "of": ["roofless", "with-parents", "crowded"], "combine": "max"}])
        four = [{"role": "applicant"}, {"role": "partner"}, {"role": "child"}, {"role": "child"}]
        self.check(grid, {
            "street": ({"situation": "street", "box": "separation"}, 19),                   # 17 + 2
            "street-parents": ({"situation": "street", "box": "parents"}, 17),              # max(17, 1)
            "four": ({"persons": four, "rooms_now": 2, "box": "parents", "situation": "third_party"}, 4),   # max(4, 1)
            "four-in-three": ({"persons": four, "rooms_now": 3, "box": "parents", "situation": "tenant"}, 1),
            # 33 % -> 0; 51.5 % lies half way, (0.515 - 0.33) / 0.37 = 0.5 -> 5; 70 % and 80 % -> 10
            "rent33": ({"rent_now": 330, "income_month": 1000, "situation": "tenant"}, 0),
            "rent51": ({"rent_now": 515, "income_month": 1000, "situation": "tenant"}, 5),
            "rent70": ({"rent_now": 700, "income_month": 1000, "situation": "tenant"}, 10),
            "rent80": ({"rent_now": 800, "income_month": 1000, "situation": "tenant"}, 10),
            # 40 %: 0.07 / 0.37 * 10 = 1.89189... -> 1.892; with a handicap 5.892
            "rent40": ({"rent_now": 400, "income_month": 1000, "needs": ["physical_disability"]}, 5.892)})

    def test_ivry_2017(self):
        """Points by year of waiting, ten years counted; the total from 0 to 150. Invented: the points."""
        grid = policy([
            criterion("years", 3, attribute="household.waiting_months", per=12, max=30),
            criterion("situation", points={"table": "situation"}),
            criterion("own-car", -10, when={"household.car": True})],
            tables=[{"id": "situation", "by": ["situation"], "values": {"street": 140, "unfit": 60, "tenant": 5}}],
            attributes=[{"name": "car", "of": "household", "type": "bool"}], total={"min": 0, "max": 150})
        self.check(grid, {
            "two-and-a-half": ({"request_date": "2024-05-22", "situation": "tenant"}, 11),     # 2 * 3 + 5
            "ten": ({"request_date": "2016-11-22", "situation": "unfit"}, 90),                 # 30 + 60
            "twenty": ({"request_date": "2006-11-22", "situation": "unfit"}, 90),              # not 120
            "most": ({"request_date": "2006-11-22", "situation": "street"}, 150),              # 170, bounded
            "least": ({"car": True, "situation": "tenant"}, 0)})                               # 5 - 10, bounded

    def test_ivry_2021(self):
        """Steeper after the fifth year; over-occupation by the size of the dwelling. Invented: the points."""
        grid = policy([
            criterion("years", attribute="household.waiting_months", per=12, slopes=[[0, 2], [5, 4]], max=40),
            criterion("crowding", points={"table": "crowding"})],
            tables=[{"id": "crowding", "by": [{"attribute": "household.rooms_now", "from": [1, 2, 4]}, "persons"],
                     "values": [[0, 4, 8], [0, 0, 4], [0, 0, 0, 0, 2]]}],
            strata=[{"id": "young", "when": {"household.age": {"lt": 30}}, "share": 0.3},
                    {"id": "exchange", "when": {"household.situation": "tenant"}, "share": 0.3},
                    {"id": "others", "when": {}, "share": 0.4}])
        cases = {
            "five": ({"request_date": "2021-11-22", "rooms_now": 1}, 10),                      # 5 * 2; one in T1: 0
            "seven": ({"request_date": "2019-11-22", "rooms_now": 1, "adults": 2}, 22),        # 10 + 2 * 4; 4
            "almost-six": ({"request_date": "2020-11-23", "rooms_now": 2, "adults": 3}, 14),   # 5 years; 4
            "long": ({"request_date": "2000-11-22", "rooms_now": 3, "adults": 9}, 44),         # 40; row of 2: 4
            "big": ({"rooms_now": 6, "adults": 8}, 2),                # past the end of its row
            "no-rooms": ({"rooms_now": 0, "adults": 8}, 0)}           # below the first cell: unknown
        self.check(grid, cases)
        young, old = ([{"role": "applicant", "birth_date": f"1996-11-{day}"}] for day in (23, 22))
        said = self.ask(grid, {"a": {"persons": young}, "b": {"persons": old, "situation": "tenant"},
                               "c": {"situation": "tenant"}, "d": {"situation": "street"}})
        # 29 years and 364 days; 30 years to the day; age unknown is no stratum of the young
        self.assertEqual({line["household"]: line["stratum"] for line in said},
                         {"a": "young", "b": "exchange", "c": "exchange", "d": "others"})

    def test_rennes(self):
        """An increment that another criterion must have opened. Invented: 10 and 5."""
        grid = policy([
            criterion("increment", 5, when={"criterion.crowded": True, "household.minors": {"ge": 1}}),
            criterion("crowded", 10, when={"household.persons_per_room_now": {"ge": 2}}),
            criterion("roomy", 1, when={"criterion.crowded": False})])
        self.check(grid, {
            "crowded": ({"adults": 2, "rooms_now": 1}, 10),
            "with-child": ({"adults": 1, "children": 1, "rooms_now": 1}, 15),
            "child-only": ({"adults": 1, "children": 1, "rooms_now": 2}, 1),
            "unknown": ({"adults": 1, "children": 1}, 0)})     # rooms not known: neither 15 nor 1

    def test_lyon(self):
        """Separate grids for a first request and for an exchange, each a group of its own. Invented: the points."""
        grid = policy([
            criterion("first-situation", 30, when={"household.situation": ["street", "third_party"]}),
            criterion("first-time", 1, attribute="household.waiting_months", per=6),
            criterion("exchange-size", 20, when={"household.persons_per_room_now": {"lt": 0.5}}),
            criterion("exchange-time", 2, attribute="household.waiting_months", per=6)],
            attributes=[{"name": "request_kind", "of": "household", "type": "word", "words": ["first", "exchange"]}],
            groups=[{"id": "first", "of": ["first-situation", "first-time"],
                     "applies": {"household.request_kind": "first"}},
                    {"id": "exchange", "of": ["exchange-size", "exchange-time"], "cap": 21,
                     "applies": {"household.request_kind": "exchange"}}])
        year = {"request_date": "2025-11-22", "rooms_now": 4}    # two half-years
        self.check(grid, {
            "first": ({**year, "request_kind": "first", "situation": "third_party"}, 32),     # 30 + 2
            "exchange": ({**year, "request_kind": "exchange", "situation": "third_party"}, 21),   # 20 + 4, capped
            "unsaid": ({**year, "situation": "third_party"}, 0)})

    def test_villiers_le_bel(self):
        """Proofs are compulsory: at the level `verified` nothing counts that nobody has seen."""
        grid = policy([
            criterion("unfit", 30, when={"household.situation": "unfit"}, evidence="needs_validation"),
            criterion("child", 10, when={"household.children": {"ge": 1}}),
            criterion("time", 1, attribute="household.waiting_months", per=1, evidence="verified")])
        row = {"situation": "unfit", "children": 1, "request_date": "2026-08-22"}     # 30, 10, 3
        households = {name: {**row, "verified": seen} for name, seen in {
            "none": [], "one": ["child"], "two": ["child", "unfit"], "all": ["all"]}.items()}
        for level, points in (("verified", (3, 13, 43, 43)), ("declared", (13, 13, 43, 43)),
                              ("needs_validation", (43, 43, 43, 43))):
            with self.subTest(level=level):
                self.check(grid, {name: (row, n) for (name, row), n in zip(households.items(), points)},
                           arguments=["--evidence", level])

    def test_alpaf(self):
        """An order and no points: the lowest income, then the larger family, then the oldest request."""
        grid = policy([], order=["household.income_month asc", "household.persons desc", "household.request_date asc"])
        self.assertEqual(self.order(grid, {
            "rich": {"income_month": 1500, "request_date": "2000-01-01", "children": 5},
            "poor": {"income_month": 800.01, "request_date": "2026-01-01"},
            "poorer": {"income_month": 800, "request_date": "2026-01-02"},
            "poorer-older": {"income_month": 800, "request_date": "2026-01-01"},
            "poorer-larger": {"income_month": 800, "request_date": "2026-11-01", "children": 1},
            "unknown": {"request_date": "1990-01-01", "children": 9},
            "nothing": {"income_month": 0, "request_date": "2026-11-22"}}),
            ["nothing", "poorer-larger", "poorer-older", "poorer", "poor", "rich", "unknown"])

    def test_dunkerque(self):
        """A list that goes before all points."""
        grid = policy([criterion("time", 1, attribute="household.waiting_months", per=1)],
                      tiers=[{"id": "bypass", "when": {"household.listed": True}},
                             {"id": "dalo", "when": {"household.priority": {"has": "dalo"}}}],
                      attributes=[{"name": "listed", "of": "household", "type": "bool"}])
        self.assertEqual(self.order(grid, {
            "long": {"request_date": "2000-11-22", "listed": False}, "unsaid": {"request_date": "2010-11-22"},
            "dalo": {"request_date": "2026-11-22", "priority": ["dalo"]},
            "listed": {"request_date": "2026-11-22", "listed": True},
            "listed-dalo": {"request_date": "2026-10-22", "listed": True, "priority": ["dalo"]}}),
            ["listed-dalo", "listed", "dalo", "long", "unsaid"])

    def test_versions(self):
        """Paris: the grid of 10 January 2024 applies to the standing requests from that day."""
        grid = policy([
            criterion("time", 1, attribute="household.waiting_months", per=12, valid={"to": "2024-01-09"}),
            criterion("time", 3, attribute="household.waiting_months", per=12, valid={"from": "2024-01-10"})])
        households = {"a": {"request_date": "2020-01-01"}}    # four years on both days
        for day, points in (("2024-01-09", 4), ("2024-01-10", 12)):
            with self.subTest(day=day):
                self.check(grid, {"a": (households["a"], points)}, day=day)

    def test_pair(self):
        """Points that depend on the home: effort, surface, place. The cost of the home is 500 + 40 - 240 = 300."""
        grid = policy([
            criterion("effort", attribute="pair.effort", bands=[[0, 8], [0.25, 4], [0.33, 0]]),
            criterion("room", 1, attribute="pair.surface_gap", per=5, above=5, max=3, min=-1),
            criterion("choice", 2.5, when={"pair.in_choice": True})])
        home = {**HOME, "rent": 500, "charges": 40, "housing_aid": 240, "surface": 30}
        self.check(grid, {
            "a": ({"income_month": 1200}, 9.5),                  # 25 % -> 4; (30 - 9 - 5) / 5 = 3.2 -> 3; inside: 2.5
            "b": ({"income_month": 1200.01, "wants_kinds": ["plus"]}, 11),    # 24.9998 % -> 8; 3
            "c": ({"income_month": 909.09, "adults": 2}, 3.5),   # 33.00003 % -> 0; (30 - 16 - 5) / 5 = 1.8 -> 1; 2.5
            "d": ({"adults": 3, "births_expected": 1}, 2.5)},    # effort unknown; 30 - 34 < 5 -> 0; 2.5
            units=[home])


if __name__ == "__main__":
    unittest.main()
