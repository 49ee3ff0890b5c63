# SPDX-License-Identifier: LGPL-2.1-or-later
"""Registers of invented households and homes: every column, unknown cells, few values so that they meet, sharp ones."""
import calendar
import datetime

from facts import NEEDS

KINDS = ("plai plus pls plai_a pension_de_famille residence_accueil residence_sociale fjt iml_sous_location iml_mandat "
         "bail_glissant chez_soi_dabord chez_soi_dabord_jeunes chrs_hors_les_murs other").split()
SITUATIONS = ("street emergency_shelter insertion_shelter hotel third_party squat_camp institution transitional "
              "eviction unfit overcrowded tenant other").split()
CODES = ["dalo", "l441-1:a", "l441-1:g", "urgent", "old"]
# Territories two levels deep, and one that stands alone.
TERRITORIES = {"north": "", "bay": "north", "port": "bay", "quay": "bay", "hill": "north", "south": "", "dale": "south",
               "isle": ""}
BOXES = ["one", "two", "three"]
TAGS = ["red", "green", "blue"]
AS_OF = ["2026-11-22", "2026-02-28", "2024-02-29", "2025-12-31", "2026-01-01", "2026-03-31"]


class Maker:
    """Cells of one register, drawn from one generator."""

    def __init__(self, rng):
        self.rng = rng
        self.as_of = datetime.date.fromisoformat(rng.choice(AS_OF))

    def some(self, value, known=0.8):
        """The value, or an empty cell."""
        return str(value) if self.rng.random() < known else ""

    def items(self, words, known=0.5, most=3):
        if self.rng.random() > known:
            return ""
        return "|".join(self.rng.sample(words, self.rng.randint(1, min(most, len(words)))))

    def day(self, longest=4000):
        """A day before or on as_of; often one where months and years turn."""
        back = self.rng.randint(0, longest)
        found = self.as_of - datetime.timedelta(back)
        if self.rng.random() < 0.3:
            number = self.rng.choice([self.as_of.day - 1, self.as_of.day, self.as_of.day + 1, 28, 31])
            while not 1 <= number <= calendar.monthrange(found.year, found.month)[1]:
                number = number - 1 if number > 1 else 28
            found = min(found.replace(day=number), self.as_of)
        return found.isoformat()

    def birth(self, least, most):
        age = self.rng.randint(least, most)
        turned = self.rng.choice([-1, 0, 1, self.rng.randint(2, 300)])
        day = datetime.date(self.as_of.year - age, self.as_of.month, min(self.as_of.day, 28))
        return min(day + datetime.timedelta(turned), self.as_of).isoformat()

    def euro(self, most):
        whole = self.rng.randint(0, most)
        return self.rng.choice([f"{whole}", f"{whole}.{self.rng.randint(0, 99):02}", f"{whole}.5", "0", f"{most // 2}"])

    # Lines.

    def household(self, number):
        rng = self.rng
        row = {
            "id": f"H{number:02}" if rng.random() < 0.9 else f"{number}.h:x_-", "request_date": self.day(),
            "referral_date": self.some(self.day(900), 0.6), "last_contact": self.some(self.day(200), 0.6),
            "referrer": self.some(rng.choice(["R1", "R2"])), "territory": self.some(rng.choice(list(TERRITORIES))),
            "situation": self.some(rng.choice(SITUATIONS)), "births_expected": self.some(rng.choice([0, 0, 1, 2]), 0.3),
            "income_year": self.some(rng.choice([self.euro(40000), "12870", "12870.01"])),
            "income_month": self.some(self.euro(2000)), "rent_now": self.some(self.euro(900), 0.7),
            "rooms_now": self.some(rng.randint(0, 4), 0.7),
            "surface_now": self.some(rng.choice(["9", "18.5", "0", "43.21"]), 0.7), "needs": self.needs(),
            "support_accepted": self.some(rng.choice(["none", "low", "high", "no", "yes"]), 0.7),
            "priority": self.items(CODES, 0.5), "wants_territories": self.items(list(TERRITORIES), 0.6),
            "avoids_territories": self.items(list(TERRITORIES), 0.15, 1), "wants_kinds": self.items(KINDS, 0.4, 8),
            "refuses_kinds": self.items(KINDS, 0.3, 2),
            "access": self.some(rng.choice(["none", "none", "step_free", "wheelchair"]), 0.4),
            "pets": self.some(rng.choice(["true", "non", "OUI", "0"]), 0.4), "occupies": "",
            "verified": rng.choice(["", "", "all", "c1|c3|c5", "c2"])}
        persons = self.persons(row["id"]) if rng.random() < 0.6 else []
        if not persons:
            row["adults"] = str(rng.choice([1, 1, 2, 2, 3]))
            row["children"] = self.some(rng.choice([0, 1, 2, 4, 7]), 0.6)
        return row, persons

    def needs(self):
        found = []
        for need in self.rng.sample(NEEDS, self.rng.choice([0, 0, 1, 2, 4])):
            level = self.rng.choice(["", ":none", ":dormant", ":low", ":high", ":high", ":unknown"])
            found.append(need + level)
        return "|".join(found)

    def persons(self, household):
        rng = self.rng
        found = [{"role": "applicant", "birth_date": self.some(self.birth(16, 70), 0.85)}]
        if rng.random() < 0.4:
            found.append({"role": "partner", "birth_date": self.some(self.birth(17, 60), 0.8)})
        for _ in range(rng.choice([0, 0, 0, 1, 1, 2, 4])):
            found.append({"role": "child", "birth_date": self.some(self.birth(0, 20), 0.8),
                          "custody": self.some(rng.choice(["full", "alternating", "visiting"]), 0.5)})
        if rng.random() < 0.15:
            found.append({"role": "other", "birth_date": self.some(self.birth(10, 80), 0.8)})
        for person in found:
            person.update(household_id=household, disability=self.some(rng.choice(["true", "false", "false"]), 0.3),
                          situation=self.some(rng.choice(SITUATIONS), 0.2))
        return found

    def unit(self, number):
        rng = self.rng
        least, most = sorted([rng.choice([0, 16, 18, 25]), rng.choice([25, 30, 60])])
        return {
            "id": f"U{number:02}", "kind": rng.choice(KINDS), "territory": rng.choice(list(TERRITORIES)),
            "zone": self.some(rng.choice(["paris", "idf", "other"]), 0.5), "rooms": self.some(rng.randint(1, 5)),
            "surface": self.some(rng.choice(["9", "16", "25.5", "34", "43", "70.01"])),
            "rent": self.some(self.euro(800)), "charges": self.some(self.euro(90), 0.5),
            "housing_aid": self.some(self.euro(400), 0.5), "places": self.some(rng.choice([0, 1, 2, 12]), 0.5),
            "access": self.some(rng.choice(["none", "step_free", "wheelchair"]), 0.6),
            "pets": self.some(rng.choice(["true", "false"]), 0.6),
            "available_from": self.some(rng.choice(["2026-11-22", "2027-01-01", "01/03/2026"]), 0.6),
            "lease": self.some(rng.choice(["durable", "time_limited", "sliding"]), 0.3),
            "contingent": self.some(rng.choice(["prefet", "commune"]), 0.5),
            "landlord": self.some(rng.choice(["A1", "A2"]), 0.5), "qpv": self.some(rng.choice(["true", "false"]), 0.5),
            "onsite_support": self.some(rng.choice(["true", "false"]), 0.5),
            "min_age": self.some(least, 0.25), "max_age": self.some(most, 0.25)}

    def local(self, row, attributes):
        """Columns that the policy declares."""
        cells = {"bool": ["true", "false"], "number": ["0", "1", "2.5", "-3", "0.333333"],
                 "date": ["2020-01-01", "2026-06-30"]}
        for line in attributes:
            if line.get("type") == "words":
                row[line["name"]] = self.items(line["words"], 0.8)
            elif "type" in line:
                row[line["name"]] = self.some(self.rng.choice(line.get("words") or cells[line["type"]]), 0.75)


def make(rng, policy, n_households=30, n_units=20):
    """Tables of text, as facts.Register reads them."""
    maker = Maker(rng)
    tables = {"register": [{"as_of": maker.as_of.isoformat()}], "households": [], "persons": [], "offers": [],
              "outcomes": [], "territories": [{"id": id, "parent": parent} for id, parent in TERRITORIES.items()],
              "units": [maker.unit(number) for number in range(n_units)]}
    attributes = policy.get("attributes", [])
    units = [row["id"] for row in tables["units"]]
    for row in tables["units"]:
        maker.local(row, [line for line in attributes if line["of"] == "unit"])
    for number in range(n_households):
        row, persons = maker.household(number)
        maker.local(row, [line for line in attributes if line["of"] == "household"])
        row["occupies"] = maker.some(rng.choice(units), 0.15)
        tables["households"].append(row)
        tables["persons"] += persons
        tables["offers"] += [offer(maker, row["id"], unit) for unit in rng.sample(units, rng.choice([0, 0, 1, 3]))]
        tables["outcomes"] += [{"household_id": row["id"], "unit_id": unit, "value": rng.choice(["0.5", "-2", "0.123"])}
                               for unit in rng.sample(units, rng.choice([0, 0, 2]))]
        tables["outcomes"] += [{"household_id": row["id"], "kind": kind, "value": rng.choice(["0.25", "7"])}
                               for kind in rng.sample(KINDS, rng.choice([0, 0, 3]))]
    rng.shuffle(tables["persons"])
    rng.shuffle(tables["territories"])
    if rng.random() < 0.2:
        del tables["register"]  # the latest date of the lines is then the day
        tables["households"][0]["last_contact"] = maker.as_of.isoformat()
    return tables


def offer(maker, household, unit):
    outcome = maker.rng.choice(["accepted", "refused_by_household", "refused_by_household", "refused_by_structure",
                                "expired"])
    reasons = "area kind animal safety size rent access health neighbourhood other".split()
    return {"household_id": household, "unit_id": unit, "date": maker.day(700), "outcome": outcome,
            "reason": maker.some(maker.rng.choice(reasons), 0.7)}


def part_of(tables, rng, n_households, n_units):
    """Some households and homes of a register, with what belongs to them."""
    part = {name: [dict(row) for row in rows] for name, rows in tables.items() if name != "services"}
    part["households"] = rng.sample(part["households"], n_households)
    part["units"] = rng.sample(part["units"], n_units)
    households, units = ({row["id"] for row in part[name]} for name in ("households", "units"))
    for row in part["households"]:
        row["occupies"] = row["occupies"] if row["occupies"] in units else ""
    for name in ("persons", "offers", "outcomes"):
        part[name] = [row for row in part[name] if row["household_id"] in households
                      and (row.get("unit_id") or next(iter(units))) in units]
    return part
