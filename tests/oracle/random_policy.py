# SPDX-License-Identifier: LGPL-2.1-or-later
"""Policies with every construct of the format, at random, none of which Housing First refuses.

A condition is *plain* when a need, a disability or accepted support cannot change it; it may stand anywhere. Others
stand where they can only open doors and add points.
"""
import json

from facts import LEVELS, NEEDS
from random_register import BOXES, CODES, KINDS, SITUATIONS, TAGS, TERRITORIES

NUMBERS = (
    "household.adults household.children household.births_expected household.income_year household.income_month "
    "household.rent_now household.rooms_now household.surface_now household.persons household.persons_to_house "
    "household.minors household.age household.oldest_age household.youngest_age household.waiting_days "
    "household.waiting_months household.referral_months household.contact_months household.consumption_units "
    "household.income_per_unit household.effort_now household.reste_a_vivre_now household.persons_per_room_now "
    "household.surface_per_person_now household.required_surface household.count_a unit.rooms unit.surface unit.rent "
    "unit.charges unit.housing_aid unit.net_cost unit.places unit.min_age unit.max_age unit.count_b pair.effort "
    "pair.reste_a_vivre pair.rooms_gap pair.persons_per_room pair.surface_gap pair.surface_per_person").split()
BOOLS = ("household.pets household.occupies household.lone_parent household.flag_a unit.pets unit.durable unit.qpv "
         "unit.onsite_support unit.flag_b pair.in_choice pair.in_territories pair.in_kinds pair.kind_refused "
         "pair.pets_fit pair.age_fits pair.own_place").split()
DATES = ["household.request_date", "household.referral_date", "household.last_contact", "household.day_a",
         "unit.available_from"]
WORDS = {"unit.kind": KINDS, "unit.zone": ["paris", "idf", "other"],
         "unit.lease": ["durable", "time_limited", "sliding"], "unit.access": ["none", "step_free", "wheelchair"],
         "household.box_a": BOXES, "unit.box_b": BOXES,
         "household.referrer": ["R1", "R2"], "unit.contingent": ["prefet", "commune"], "unit.landlord": ["A1", "A9"]}
ORDERED = {"unit.access", "household.box_a"}
COUNTS = ["household.persons", "household.persons_to_house", "household.minors", "unit.rooms", "household.rooms_now"]
LIKELY = {"age": [0, 16, 18, 25, 30, 60], "income": [0, 500, 1000, 12870, 20000], "rooms": [-2, -1, 0, 1, 2, 3, 5],
          "months": [0, 1, 6, 12, 36, 60], "days": [0, 365, 1000], "effort": [0, 0.25, 0.333333, 0.33, 0.5, 1],
          "surface": [-10, 0, 9, 16, 25.5, 34], "rent": [0, 100, 250.5, 400], "charges": [0, 50], "aid": [0, 200],
          "cost": [-100, 0, 250], "reste": [-5, 0, 5, 10.5, 20], "per_room": [0.5, 1, 1.5, 2, 3]}


def label(rng, text):
    return rng.choice([{}, {"label": {"fr": text, "en": text}}, {"label": {"fr": text}}])


class Maker:
    def __init__(self, rng):
        self.rng = rng
        self.tables = []   # names
        self.points = []   # names of tables that give points
        self.criteria = []  # (id, plain) that a condition may name

    def one_of(self, *makers):
        return self.rng.choice(makers)()

    def number(self, name):
        found = next((values for word, values in LIKELY.items() if word in name), [0, 1, 2, 3, 4, 7])
        return self.rng.choice(found)

    # Conditions.

    def condition(self, depth=2, plain=True):
        found = {}
        for _ in range(self.rng.choice([1, 1, 1, 2])):
            found.update(self.member(depth, plain))
        return found

    def member(self, depth, plain):
        if not plain and self.rng.random() < 0.5:
            return self.telling()
        if depth and self.rng.random() < 0.35:
            name = self.rng.choice(["all", "any", "not"])
            if name == "not":
                return {"not": self.condition(depth - 1, True)}
            return {name: [self.condition(depth - 1, plain) for _ in range(self.rng.choice([0, 1, 2, 3]))]}
        return self.one_of(self.number_test, self.number_test, self.bool_test, self.date_test, self.word_test,
                           self.word_test, self.other_test)

    def number_test(self):
        rng, name = self.rng, self.rng.choice(NUMBERS)

        def right():
            if self.tables and rng.random() < 0.25:
                return {"table": rng.choice(self.tables)}
            return {"attribute": rng.choice(NUMBERS)} if rng.random() < 0.15 else self.number(name)
        form = rng.random()
        if form < 0.1:
            return {name: self.number(name)}
        if form < 0.2:
            return {name: sorted({self.number(name) for _ in range(3)})}
        if form < 0.3:
            return {name: {rng.choice(["in", "not_in"]): sorted({self.number(name) for _ in range(3)})}}
        if form < 0.35:
            return {name: {"known": rng.random() < 0.5}}
        return {name: {operator: right() for operator in
                       rng.sample(["eq", "ne", "lt", "le", "gt", "ge"], rng.choice([1, 1, 2]))}}

    def bool_test(self):
        rng, name = self.rng, self.rng.choice(BOOLS)
        value = rng.random() < 0.5
        return {name: rng.choice([value, value, {"eq": value}, {"ne": value}, {"known": value}, [value],
                                  {"ne": {"attribute": "unit.qpv"}}])}

    def date_test(self):
        rng, name = self.rng, self.rng.choice(DATES)
        days = ["2020-01-01", "2023-06-15", "2025-12-31", "2026-11-22"]
        operator = rng.choice(["eq", "ne", "lt", "le", "gt", "ge", "known", "in"])
        if operator == "known":
            return {name: {"known": rng.random() < 0.5}}
        if operator == "in":
            return {name: rng.sample(days, 2)}
        return {name: {operator: rng.choice([rng.choice(days), {"attribute": rng.choice(DATES)}])}}

    def word_test(self):
        rng, name = self.rng, self.rng.choice(list(WORDS))
        words = WORDS[name]
        some = rng.sample(words, min(len(words), rng.choice([1, 2, 5])))
        tests = [some[0], some, {"eq": some[0]}, {"ne": some[0]}, {"in": some}, {"not_in": some},
                 {"known": rng.random() < 0.5}]
        if name in ORDERED:
            tests += [{rng.choice(["lt", "le", "gt", "ge"]): some[0]}] * 3
        return {name: rng.choice(tests)}

    def other_test(self):
        rng = self.rng
        places = rng.sample(list(TERRITORIES), 2)
        tests = [{"unit.territory": {"within": rng.choice([places[0], places])}}, {"unit.territory": places},
                 {"household.tags_a": {"has": rng.choice(TAGS)}},
                 {"household.tags_a": {rng.choice(["has_any", "has_all", "has_none"]): rng.sample(TAGS, 2)}},
                 {"unit.tags_b": {"has_none": rng.sample(TAGS, 1)}}]
        named = [name for name, plain in self.criteria if plain]
        if named:
            tests += [{f"criterion.{rng.choice(named)}": rng.random() < 0.6}] * 3
        return rng.choice(tests)

    def telling(self):
        """What a need, a disability, support or a priority can only make true."""
        rng = self.rng
        need = f"household.need.{rng.choice(NEEDS)}"
        tests = [{"household.needs": {"has": rng.choice(NEEDS)}},
                 {"household.needs": {rng.choice(["has_any", "has_all"]): rng.sample(NEEDS, 2)}},
                 {need: {"ge": rng.choice(LEVELS[1:])}}, {need: {"gt": rng.choice(LEVELS[:3])}}, {need: {"ne": "none"}},
                 {"household.disabled": True}, {"household.computed_c": True},
                 {"household.priority": {"has": rng.choice(CODES)}},
                 {"household.priority": {rng.choice(["has_any", "has_all"]): rng.sample(CODES, 2)}}]
        named = [name for name, plain in self.criteria if not plain]
        if named:
            tests += [{f"criterion.{rng.choice(named)}": True}] * 2
        return rng.choice(tests)

    # Parts.

    def attributes(self):
        rng = self.rng

        def line(name, of, **members):
            return {"name": name, "of": of, **members, **rng.choice([{}, {"special": rng.random() < 0.5}]),
                    **label(rng, name)}
        found = [line("flag_a", "household", type="bool"), line("count_a", "household", type="number"),
                 line("day_a", "household", type="date"),
                 line("box_a", "household", type="word", words=BOXES, ordered=True),
                 line("tags_a", "household", type="words", words=TAGS), line("flag_b", "unit", type="bool"),
                 line("count_b", "unit", type="number"), line("box_b", "unit", type="word", words=BOXES),
                 line("tags_b", "unit", type="words", words=TAGS)]
        rng.shuffle(found)
        found.append(line("computed_a", "household", when={"any": [
            {"household.age": {"ge": 60}}, {"household.flag_a": True, "household.income_month": {"lt": 800}}]}))
        found.append(line("computed_b", "unit", when={"unit.rent": {"le": {"attribute": "unit.housing_aid"}}}))
        found.append(line("computed_c", "household", when={"any": [
            {"household.computed_a": True}, {"household.needs": {"has_any": ["psychic", "health"]}}]}))
        return found

    def periods(self):
        """One period, or two that follow each other, with a gap at times."""
        choice = self.rng.random()
        if choice < 0.7:
            return [{}]
        if choice < 0.8:
            return [{"valid": self.rng.choice([{"from": "2026-02-01"}, {"to": "2026-02-28"},
                                               {"from": "2024-02-29", "to": "2026-11-22"}])}]
        return [{"valid": {"to": "2025-12-31"}}, {"valid": {"from": self.rng.choice(["2026-01-01", "2026-03-01"])}}]

    def axis(self, situation):
        rng = self.rng
        choice = rng.random()
        if choice < 0.4:
            name = rng.choice(["unit.kind", "unit.zone", "household.box_a"] + situation)
            words = {**WORDS, "household.situation": SITUATIONS}[name]
            short = name.split(".")[1]
            return rng.choice([name, short]), rng.sample(words, rng.randint(1, len(words)))
        if choice < 0.7:
            name = rng.choice(NUMBERS)
            starts = sorted({self.number(name) for _ in range(3)})
            return {"attribute": name, "from": starts}, len(starts)
        name = rng.choice(COUNTS)
        return rng.choice([name, {"attribute": name, "first": rng.choice([0, 1, 2, 3])}]), rng.randint(1, 5)

    def table(self, name, values, situation):
        axes = [self.axis(situation) for _ in range(self.rng.choice([1, 2]))]
        steps = [isinstance(axis, str) or "from" not in axis for axis, _ in axes]

        def fill(rest):
            if not rest:
                return self.rng.choice(values)
            axis, size = rest[0]
            if isinstance(size, list):
                return {word: fill(rest[1:]) for word in size}
            return [fill(rest[1:]) for _ in range(size)]
        found = {"id": name, "by": [axis for axis, _ in axes], "values": fill(axes), **label(self.rng, name)}
        grows = [step and not isinstance(size, list) for step, (_, size) in zip(steps, axes)]
        if grows[-1] and self.rng.random() < 0.6:
            words = axes[0][1]
            found["beyond"] = ({word: self.rng.choice(values) for word in words}
                               if isinstance(words, list) and self.rng.random() < 0.5 else self.rng.choice(values))
        return found

    def criterion(self, name, plain):
        rng = self.rng
        found = {"id": name, "source": "none", **label(rng, name)}
        if rng.random() < 0.6 or not plain:
            found[rng.choice(["when", "when", "applies"])] = self.condition(2, plain)
        if rng.random() < 0.2:
            found["applies"] = self.condition(1, plain)
        if rng.random() < 0.5:
            found["evidence"] = rng.choice(["verified", "declared", "needs_validation"])
        found.update(self.way(plain))
        return found

    def way(self, plain):
        """How points are given; where a need has a say, never fewer than none."""
        rng = self.rng
        points = [0.001, 1, 2.5, 10, 33.333] + ([-1, -7.5] if plain else [])
        measure = rng.choice(NUMBERS)
        what = {"attribute": measure} if rng.random() < 0.7 else {"ratio": [measure, rng.choice(NUMBERS)]}
        per = rng.choice([1, 1, 12, 0.5, 0.333333, 7, 100])
        bounds = rng.choice([{}, {"max": 20}, {"max": 5.5, "min": 0.5}, {"min": 1}] + ([{"min": -3}] if plain else []))
        whole = rng.choice([{}, {"whole": False}, {"whole": True}])
        way = rng.choice(["flag", "flag", "per", "bands", "linear", "slopes", "table"])
        if way == "table" and self.points:
            return {"points": {"table": rng.choice(self.points)}}
        if way == "per":
            above = rng.choice([{}, {"above": rng.choice([1, 12, 0.25, -2])}])
            return {**what, "per": per, "points": rng.choice(points), **bounds, **whole, **above}
        starts = sorted({self.number(measure) for _ in range(3)})
        if way == "bands":
            return {**what, "bands": [[start, rng.choice(points + [0])] for start in starts],
                    **rng.choice([{}, {"strict": True}, {"strict": False}])}
        if way == "linear":
            return {**what, "bands": [[start, rng.choice(points + [0])] for start in starts], "interpolate": True}
        if way == "slopes":
            return {**what, "per": per, "slopes": [[start, rng.choice(points + [0])] for start in starts], **bounds,
                    **whole}
        return {"points": rng.choice(points)}

    def groups(self, plain_ones, telling_ones):
        rng, found = self.rng, []
        self.criteria = []  # a group's condition stands before its criteria: to name one there would be a circle
        for number, names in enumerate((plain_ones, telling_ones)):
            names = rng.sample(names, len(names))
            while names and rng.random() < 0.8:
                size = rng.randint(1, 4)
                group = {"id": f"g{number}{len(found)}", "of": names[:size]}
                names = names[size:]
                group.update(rng.choice([{}, {"combine": rng.choice(["sum", "max"] if number else
                                                                    ["sum", "max", "first"])}]))
                group.update(rng.choice([{}, {"cap": 12.5}, {"floor": 1}, {"cap": 9, "floor": -2}, {"cap": 0.5}]))
                if group.get("floor", 0) <= 0 and rng.random() < 0.4:
                    group["applies"] = self.condition(1)
                found.append(group)
        return found

    def order(self):
        keys = self.rng.sample([name for name in NUMBERS + BOOLS + DATES if "." in name] + sorted(ORDERED), 2)
        keys = [f"{key} {self.rng.choice(['asc', 'desc'])}" for key in keys]
        keys = self.rng.choice([["points desc"], ["points desc"] + keys, keys[:1] + ["points desc"], keys,
                                ["pair.in_choice asc", "points desc"], ["points desc", "unit.durable asc"]])
        return keys + self.rng.choice([[], ["lottery"], ["lottery", "household.request_date desc"]])


def versions(maker, make):
    return [{**make(), **period} for period in maker.periods()]


def make(rng):
    maker = Maker(rng)
    policy = {"orienta": 1, "id": "random", "version": "1", "attributes": maker.attributes()}
    tables = []
    for number in range(3):
        tables += versions(maker, lambda: maker.table(f"t{number}", [0, 1, 2, 3, 400.5, 12870, 18753], []))
    tables += versions(maker, lambda: maker.table("p0", [0, 1, 2.5, 10], []))
    tables += versions(maker, lambda: maker.table("p1", [0, 1, 2.5, 10], ["household.situation"] * 3))
    policy["tables"] = tables
    maker.tables, maker.points = ["t0", "t1", "t2"], ["p0", "p1"]
    policy["priorities"] = [{"code": code} for code in CODES[:3]] + [
        {"code": "urgent", "valid": {"to": "2025-12-31"}}, {"code": "urgent", "valid": {"from": "2026-02-28"}},
        {"code": "old", "valid": {"to": "2024-12-31"}}]
    criteria, names = [], {True: [], False: []}
    for number in range(rng.randint(4, 14)):
        plain = rng.random() < 0.6
        criteria += versions(maker, lambda: maker.criterion(f"c{number}", plain))
        maker.criteria.append((f"c{number}", plain))
        names[plain].append(f"c{number}")
    rng.shuffle(criteria)
    policy["criteria"] = criteria
    groups = maker.groups(names[True], names[False])
    # A rule reads no table of the situation (HF4), also not through what a criterion reads.
    indirect = {line["id"] for line in criteria if '"p1"' in json.dumps(line) or "criterion." in json.dumps(line)}
    maker.criteria = [(name, plain) for plain, some in names.items() for name in some if name not in indirect]
    rules = []
    for number in range(rng.randint(0, 5)):
        rules += versions(maker, lambda: {
            "id": f"r{number}", "source": "none", **rng.choice([{}, {"applies": maker.condition(1)}]),
            "require": {"any": [maker.condition(), maker.condition(1, rng.random() < 0.5), maker.condition()]},
            **rng.choice([{}, {"otherwise": rng.choice(["ineligible", "to_verify", "flag"])}])})
    policy["rules"] = rules
    policy["groups"] = groups
    if rng.random() < 0.5:
        policy["total"] = rng.choice([{"min": 0}, {"max": 40}, {"min": -2.5, "max": 60.5}])
    if rng.random() < 0.8:
        policy["order"] = maker.order()
    policy["tiers"] = [{"id": f"tier{number}", "when": maker.condition()} for number in range(rng.choice([0, 0, 1, 2]))]
    policy["strata"] = [{"id": f"s{number}", "when": maker.condition(), "share": 0.3}
                        for number in range(rng.choice([0, 0, 2]))]
    policy["quotas"] = [{"id": f"q{number}", "units": {"unit.qpv": rng.random() < 0.5}, "source": "none",
                         "load": rng.choice([2, {"attribute": "household.persons"}]), "max_load": rng.randint(0, 9),
                         **rng.choice([{}, {"each": rng.choice(["unit", "landlord", "contingent", "territory", "kind"])}])}
                        for number in range(rng.choice([0, 0, 2]))]
    policy["support"] = {"mode": rng.choice(["required", "preferred", "ignored"]),
                         **rng.choice([{}, {"needs": ["psychic", "health"]}]),
                         **rng.choice([{}, {"loads": [{"slots": "hours", "load": rng.choice([
                             4, {"attribute": "household.persons"}])}]}])}
    return {name: part for name, part in policy.items() if part not in ([], {})}
