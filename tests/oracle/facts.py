# SPDX-License-Identifier: LGPL-2.1-or-later
"""A register and the value of every attribute, from docs/data.md and docs/attributes.md alone.

It expects data without faults, and is exact: numbers are int and Fraction, truth is True, False or None for unknown.
"""
import csv
import datetime
import io
import json
import pathlib
from fractions import Fraction
from math import floor
from typing import NamedTuple

NEEDS = ("addiction parenting psychic ase_leaver violence budget eviction autonomy_loss street_margins "
         "physical_disability health work").split()
LEVELS = ["none", "dormant", "low", "high"]
SUPPORT = ["none", "low", "high"]
ACCESS = ["none", "step_free", "wheelchair"]
SUPPORT_SAID = {"no": "none", "yes": "high"}
LEASE = {**dict.fromkeys("plai plus pls plai_a pension_de_famille residence_accueil iml_mandat chez_soi_dabord "
                         "chez_soi_dabord_jeunes".split(), "durable"),
         **dict.fromkeys("residence_sociale fjt iml_sous_location".split(), "time_limited"), "bail_glissant": "sliding"}
CHOICE = {"area", "kind", "animal", "safety"}

# The type of each column; `default` stands for an empty cell.
COLUMNS = {
    "households": {
        "id": "word", "request_date": "date", "referral_date": "date", "last_contact": "date", "referrer": "word",
        "territory": "word", "situation": "word", "adults": "number", "children": "number",
        "births_expected": "number", "income_year": "number", "income_month": "number", "rent_now": "number",
        "rooms_now": "number", "surface_now": "number", "needs": "list", "support_accepted": "word",
        "priority": "list", "wants_territories": "list", "avoids_territories": "list", "wants_kinds": "list",
        "refuses_kinds": "list", "access": "word", "pets": "bool", "occupies": "word", "verified": "list"},
    "persons": {"household_id": "word", "birth_date": "date", "role": "word", "disability": "bool", "custody": "word",
                "situation": "word"},
    "units": {
        "id": "word", "kind": "word", "territory": "word", "zone": "word", "rooms": "number", "surface": "number",
        "rent": "number", "charges": "number", "housing_aid": "number", "places": "number", "access": "word",
        "pets": "bool", "available_from": "date", "lease": "word", "contingent": "word", "landlord": "word",
        "qpv": "bool", "onsite_support": "bool", "min_age": "number", "max_age": "number"},
    "territories": {"id": "word", "parent": "word"},
    "outcomes": {"household_id": "word", "unit_id": "word", "kind": "word", "value": "number"},
    "offers": {"household_id": "word", "unit_id": "word", "date": "date", "outcome": "word", "reason": "word"},
    "register": {"as_of": "date"}}
DEFAULTS = {
    "households": {"births_expected": 0, "access": "none", "pets": False},
    "persons": {"disability": False, "custody": "full"},
    "units": {"zone": "other", "charges": 0, "housing_aid": 0, "places": 1, "access": "none", "qpv": False,
              "onsite_support": False}}


# -- truth and numbers ------------------------------------------------------------------------------------------------


def all_of(truths):
    truths = list(truths)
    return False if False in truths else None if None in truths else True


def any_of(truths):
    truths = list(truths)
    return True if True in truths else None if None in truths else False


def negate(truth):
    return None if truth is None else not truth


def rounded(number, places):
    """Halves away from zero."""
    scaled = abs(Fraction(number)) * 10 ** places
    whole = floor(scaled + Fraction(1, 2))
    return Fraction(whole if number >= 0 else -whole, 10 ** places)


def divide(above, below):
    """Rounded once, to a millionth (decision 0002); unknown where a part is, or by zero or less."""
    if above is None or below is None or below <= 0:
        return None
    return rounded(Fraction(above) / Fraction(below), 6)


def minus(left, right):
    return None if left is None or right is None else left - right


# -- reading ----------------------------------------------------------------------------------------------------------


def date(text):
    if "/" in text:
        day, month, year = text.split("/")
        text = f"{year}-{month}-{day}"
    return datetime.date.fromisoformat(text)


def parse(kind, text):
    """The value of a cell, None for an empty one."""
    text = text.strip()
    if kind in ("list", "words"):
        items = [item.strip() for item in text.split("|") if item.strip()]
        return items or None
    if not text:
        return None
    if kind == "bool":
        return text.lower() in ("true", "yes", "oui", "vrai", "1")
    if kind == "number":
        return Fraction(text.replace(",", "."))
    return date(text) if kind == "date" else text


def read_csv(path):
    raw = path.read_bytes()
    try:
        text = raw.decode("utf-8-sig")
    except UnicodeDecodeError:
        text = raw.decode("cp1252")
    header = text.split("\n", 1)[0]
    separator = max(",;\t", key=header.count)
    rows = [row for row in csv.reader(io.StringIO(text, newline=""), delimiter=separator) if any(row)]
    names = [name.strip() for name in rows[0]]
    return [dict(zip(names, row)) for row in rows[1:]]


def cell_of_json(value):
    """JSON values as the text of a cell."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, dict):
        return "|".join(f"{name}:{level}" for name, level in value.items())
    if isinstance(value, list):
        return "|".join(map(str, value))
    return str(value)


def read_tables(path):
    """Each table as rows of text, from a folder of CSV files or one JSON document."""
    path = pathlib.Path(path)
    if path.is_dir():
        return {name: read_csv(path / f"{name}.csv") for name in COLUMNS if (path / f"{name}.csv").exists()}
    document = json.loads(path.read_text(encoding="utf-8"), parse_float=str, parse_int=str)
    tables = {"register": [{"as_of": document["as_of"]}] if document.get("as_of") else []}
    document["persons"] = [{**person, "household_id": household["id"]} for household in document["households"]
                           for person in household.pop("persons", None) or []]
    for name in COLUMNS:
        if name != "register" and document.get(name) is not None:
            tables[name] = [{k: cell_of_json(v) for k, v in row.items()} for row in document[name]]
    return tables


# -- the register -----------------------------------------------------------------------------------------------------


class Set(NamedTuple):
    """A set of words: those it surely has, and those nobody has evaluated."""
    sure: frozenset
    maybe: frozenset = frozenset()


def years(birth, day):
    return day.year - birth.year - ((day.month, day.day) < (birth.month, birth.day))


def months(start, day):
    if start is None:
        return None
    return (day.year - start.year) * 12 + day.month - start.month - (day.day < start.day)


def in_force(line, day):
    """Whether a version of a line counts on this day."""
    valid = line.get("valid", {})
    return date(valid.get("from", "1900-01-01")) <= day <= date(valid.get("to", "2199-12-31"))


class Register:
    def __init__(self, tables, policy=None, as_of=None):
        columns = {name: dict(types) for name, types in COLUMNS.items()}
        for local in (policy or {}).get("attributes", []):
            if "type" in local:
                columns[local["of"] + "s"][local["name"]] = local["type"]
        self.rows = {name: [{column: self.value(name, column, kind, row) for column, kind in types.items()}
                            for row in tables.get(name, [])] for name, types in columns.items()}
        stated = as_of or next((row["as_of"] for row in self.rows["register"]), None)
        self.as_of = stated or max(row[column] for name, column in [
            ("households", "request_date"), ("households", "referral_date"), ("households", "last_contact"),
            ("offers", "date")] for row in self.rows[name] if row[column])
        self.parent = {row["id"]: row["parent"] for row in self.rows["territories"]}
        self.priorities = (policy or {}).get("priorities", [])
        self.local = [local for local in (policy or {}).get("attributes", []) if "type" in local]
        self.cases = {}
        self.units = {row["id"]: self.unit(row) for row in self.rows["units"]}
        self.households = {row["id"]: self.household(row) for row in self.rows["households"]}

    @staticmethod
    def value(name, column, kind, row):
        value = parse(kind, row.get(column) or "")
        return DEFAULTS.get(name, {}).get(column) if value is None else value

    def ancestors(self, territory):
        """The territory itself and all it lies in."""
        found = []
        while territory:
            found.append(territory)
            territory = self.parent.get(territory)
        return found

    def household(self, row):
        rows = {name: [line for line in self.rows[name] if line["household_id"] == row["id"]]
                for name in ("persons", "offers", "outcomes")}
        values = {f"household.{column}": row[column] for column in COLUMNS["households"]}
        values.update({f"household.{local['name']}": self.local_value(local, row) for local in self.local
                       if local["of"] == "household"})
        levels = dict.fromkeys(NEEDS, "none")
        for item in row["needs"] or []:
            need, _, level = item.partition(":")
            levels[need] = level or "low"
        known = {need: None if level == "unknown" else level for need, level in levels.items()}
        values.update({f"household.need.{need}": level for need, level in known.items()})
        values["household.needs"] = Set(frozenset(need for need, level in known.items() if level not in (None, "none")),
                                        frozenset(need for need, level in known.items() if level is None))
        asleep = {line["code"] for line in self.priorities} - {
            line["code"] for line in self.priorities if in_force(line, self.as_of)}
        values["household.priority"] = Set(frozenset(row["priority"] or []) - asleep)
        values["household.support_accepted"] = SUPPORT_SAID.get(row["support_accepted"], row["support_accepted"])
        values["household.occupies"] = row["occupies"] is not None
        values.update({f"household.{name}": value for name, value in self.composition(row, rows["persons"],
                                                                                     known).items()})
        values.update({f"household.{name}": value for name, value in self.measures(row, values).items()})
        refused = [offer for offer in rows["offers"] if offer["outcome"] == "refused_by_household"]
        values["household.refusals"] = sum(offer["reason"] not in CHOICE for offer in refused)
        values["household.refusals_by_choice"] = sum(offer["reason"] in CHOICE for offer in refused)
        values["*"] = {"row": row, "refused": {offer["unit_id"] for offer in refused}, "outcomes": rows["outcomes"]}
        return values

    @staticmethod
    def local_value(local, row):
        value = row[local["name"]]
        return Set(frozenset(value)) if local["type"] == "words" and value is not None else value

    def composition(self, row, persons, needs):
        home = [person for person in persons if not (person["role"] == "child" and person["custody"] == "visiting")]
        ages = [person["birth_date"] and years(person["birth_date"], self.as_of) for person in home]
        roles = [person["role"] for person in home]
        minor = [role == "child" if age is None else age < 18 for role, age in zip(roles, ages)]
        young = [role == "child" if age is None else age < 14 for role, age in zip(roles, ages)]
        if home:
            adults, children = minor.count(False), minor.count(True)
            under_14 = young.count(True)
            alone_with = len(home) - roles.count("child") == 1 and "child" in roles
        else:
            adults, children = row["adults"], row["children"] or 0
            under_14 = children
            alone_with = adults == 1 and children > 0
        persons = adults + children
        over_14 = persons - under_14
        need = needs["physical_disability"]
        disabled = any_of([any(person["disability"] for person in home), None if need is None else need != "none"])
        couple = [age for role, age in zip(roles, ages) if role in ("applicant", "partner")]
        is_couple = sorted(roles) == ["applicant", "partner"]
        if not is_couple or sum(age or 0 for age in couple) > 55:
            young_household = False
        else:
            young_household = None if None in couple else True
        more = any_of([alone_with, young_household, disabled])
        return {
            "adults": adults, "children": children, "persons": persons, "minors": children,
            "persons_to_house": persons + row["births_expected"], "disabled": disabled,
            "lone_parent": adults == 1 and children > 0, "young_household": young_household,
            "household_category": None if more is None else persons + more,
            "age": next((age for role, age in zip(roles, ages) if role == "applicant"), None),
            "oldest_age": None if None in ages or not ages else max(ages),
            "youngest_age": None if None in ages or not ages else min(ages),
            "consumption_units": (1 + Fraction(5, 10) * (over_14 - 1) + Fraction(3, 10) * under_14 if over_14 else
                                  1 + Fraction(3, 10) * (under_14 - 1))}

    def measures(self, row, values):
        persons, units = values["household.persons"], values["household.consumption_units"]
        to_house = values["household.persons_to_house"]
        rest = minus(row["income_month"], row["rent_now"])
        return {
            "waiting_days": (self.as_of - row["request_date"]).days,
            "waiting_months": months(row["request_date"], self.as_of),
            "referral_months": months(row["referral_date"], self.as_of),
            "contact_months": months(row["last_contact"], self.as_of),
            "income_per_unit": divide(row["income_year"], units),
            "effort_now": divide(row["rent_now"], row["income_month"]),
            "reste_a_vivre_now": divide(rest, units * 30),
            "persons_per_room_now": divide(persons, row["rooms_now"]),
            "surface_per_person_now": divide(row["surface_now"], persons),
            "required_surface": 9 if to_house == 1 else min(70, 16 + 9 * (to_house - 2))}

    def unit(self, row):
        values = {f"unit.{column}": row[column] for column in COLUMNS["units"]}
        values.update({f"unit.{local['name']}": self.local_value(local, row) for local in self.local
                       if local["of"] == "unit"})
        lease = row["lease"] or LEASE.get(row["kind"])
        values["unit.lease"] = lease
        values["unit.durable"] = None if lease is None else lease != "time_limited"
        values["unit.net_cost"] = minus(row["rent"], row["housing_aid"] - row["charges"])
        return values

    def pair(self, household, unit):
        """All values of a household and a unit: the two's own, and those of the pair."""
        h, u = self.households[household], self.units[unit]
        row, more = h["*"]["row"], h["*"]
        above = self.ancestors(u["unit.territory"])
        wants, kinds = row["wants_territories"], row["wants_kinds"]
        in_territories = not wants or any(place in above for place in wants)
        in_kinds = not kinds or u["unit.kind"] in kinds
        age, least, most = h["household.age"], u["unit.min_age"], u["unit.max_age"]
        bounded = least is not None or most is not None
        here = row["territory"]
        to_house = h["household.persons_to_house"]
        by_unit = [line["value"] for line in more["outcomes"] if line["unit_id"] == unit]
        by_kind = [line["value"] for line in more["outcomes"] if line["kind"] == u["unit.kind"]]
        pair = {
            "in_choice": in_territories and in_kinds, "in_territories": in_territories, "in_kinds": in_kinds,
            "avoided": any(self.related(place, u["unit.territory"]) for place in row["avoids_territories"] or []),
            "kind_refused": u["unit.kind"] in (row["refuses_kinds"] or []),
            "access_fits": ACCESS.index(u["unit.access"]) >= ACCESS.index(row["access"]),
            "pets_fit": True if not row["pets"] else u["unit.pets"],
            "age_fits": True if not bounded else None if age is None else (
                (least is None or least <= age) and (most is None or age <= most)),
            "own_place": row["occupies"] == unit,
            "same_territory": None if here is None else self.related(here, u["unit.territory"]),
            "refused_before": unit in more["refused"],
            "effort": divide(u["unit.net_cost"], row["income_month"]),
            "reste_a_vivre": divide(minus(row["income_month"], u["unit.net_cost"]),
                                    h["household.consumption_units"] * 30),
            "rooms_gap": minus(u["unit.rooms"], to_house), "persons_per_room": divide(to_house, u["unit.rooms"]),
            "surface_gap": minus(u["unit.surface"], h["household.required_surface"]),
            "surface_per_person": divide(u["unit.surface"], to_house),
            "outcome": next(iter(by_unit + by_kind), None)}
        return {**h, **u, **{f"pair.{name}": value for name, value in pair.items()}}

    def related(self, one, other):
        """One is the other, contains it or lies inside it."""
        return one in self.ancestors(other) or other in self.ancestors(one)
