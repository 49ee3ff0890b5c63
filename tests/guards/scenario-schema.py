#!/usr/bin/python3
# SPDX-License-Identifier: LGPL-2.1-or-later
"""What docs/schema/scenario.schema.json refuses the loader refuses; what only the loader refuses is of a kind named here.

Asked of the examples, and of one document with every form, changed in one place at a time."""
import json
import pathlib
import sys

try:
    import jsonschema
except ImportError:
    print("jsonschema is not installed")
    sys.exit(77)

from documents import changed, disagreements

root, program = pathlib.Path(sys.argv[1]), sys.argv[2]
schemas = {name: json.loads((root / "docs/schema" / name).read_text(encoding="utf-8"))
           for name in ("scenario.schema.json", "policy.schema.json")}
resolver = jsonschema.RefResolver("scenario.schema.json", schemas["scenario.schema.json"], store=schemas)
schema = jsonschema.Draft7Validator(schemas["scenario.schema.json"], resolver=resolver)

# What a schema cannot know: names that must exist, sums, orders, days of the scenario, and all that a register says.
semantic = [
    r"unknown (figure|attribute|criterion|table)|not declared",
    r"stands twice|stands already",
    r"add up to|rising|ends before it begins",
    r"the value does not lie from",
    r"the scenario (goes|starts)|a date \"YYYY-MM-DD\"",  # 31 February
    r"there is no \w+ of this id|is already|expected no more than|no more than its places",
    r"a whole number|at most six decimals|six places",
    r"reads more than the",
    r"is not (one of|a |an |known)|was expected, not|is missing|has neither|given twice|has two levels|must be given",  # cells
    r"the delivery says how many|the simulation says it|expected at least 1$",
    r": expected (a number|a number of 0 or more|a number above 0|a share|a chance|a number from)",  # of a figure's value
    r"never: expected a number|for another level follows",
    r"is after the register's day|household \"[^\"]*\" has no person",
    r"a table: .* is not a number|cannot be asked of|of the same type",
    r"expected (true or false|a number|a date|one of|an id|a list|a value|a code)",
    r"members? \"\w+\" is missing",
]

everything = {
    "$schema": "x", "orienta_scenario": 1, "id": "all", "version": "1", "title": {"fr": "a", "en": "b"}, "note": "",
    "start": "2026-01-01", "days": 730, "warm_up": "skipped",
    "figures": [{"name": "rate", "value": 0.25, "unit": "per year", "source": "s", "note": ""},
                {"name": "skipped", "value": 30, "low": 0, "high": 60, "assumed": "a"}],
    "register": {"orienta": 1, "as_of": "2026-01-01", "territories": [{"id": "a"}, {"id": "b", "parent": "a"}],
                 "households": [{"id": "H", "request_date": "2025-01-01", "adults": 1}],
                 "units": [{"id": "U", "kind": "plai", "territory": "b", "places": "skipped"}],
                 "services": [{"id": "S", "slots": "skipped"}], "outcomes": [], "offers": []},
    "free": {"U": 2},
    "stock": [{"units": {"unit.kind": "plai"}, "stay_days": {"per_year": "rate"}, "occupied": 0.9, "ready_days": 10,
               "source": "s", "note": ""}, {"stay_days": "never"}],
    "deliveries": [{"date": "2026-05-01", "places": 3, "unit": "U", "source": "s", "note": ""},
                   {"date": "2027-05-01", "places": "skipped", "unit": {"id": "V", "kind": "fjt", "territory": "b"}}],
    "arrivals": [{
        "id": "p", "label": {"fr": "p"}, "per_year": 12, "seasons": [1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, "rate"], "waiting": 2,
        "since_days": {"exponential": 90}, "source": "s", "note": "",
        "household": {
            "territory": {"one_of": {"a": 0.5, "b": "rest"}}, "referrer": "R1", "situation": "street",
            "support_accepted": True, "access": "none", "pets": {"one_of": {"true": "rate", "false": "rest"}},
            "adults": 1, "children": {"one_of": {"0": 0.5, "2": 0.5}}, "births_expected": 0,
            "income_year": {"lognormal": [9000, 0.5]}, "income_month": {"steps": [[0, 0], [0.5, "skipped"], [1, 1400]]},
            "rent_now": {"uniform": [100, 500]}, "rooms_now": {"weibull": [2, 1.5]}, "surface_now": 30.5,
            "needs": {"each": {"addiction:high": 0.2, "addiction:low": "rate", "work": 0.5}}, "priority": ["dalo"],
            "wants_kinds": {"one_of": {"plai|plus": 1}}, "refuses_kinds": {"each": {"fjt": 0.1}},
            "wants_territories": {"as": "territory"}, "avoids_territories": ["b"], "verified": "all",
            "age": {"uniform": [18, 60]}}}],
    "patience": [{"households": {"household.situation": "street"}, "days": {"weibull": [900, 0.8]}, "source": "s", "note": ""}],
    "answers": [{"by": "household", "when": {"pair.in_choice": False}, "accepts": "rate", "days": 3, "reason": "area",
                 "source": "s", "note": ""}, {"by": "structure", "accepts": 1}],
    "changes": [{"id": "c", "households": {}, "per_year": 0.1, "becomes": {"needs": {"psychic": "high"}}, "source": "s",
                 "note": ""}],
    "support": [{"households": {"household.need.psychic": "high"}, "days": 300, "then": "low", "source": "s", "note": ""}],
    "commissions": [{"from": "2025-12-01", "every_days": 14, "mechanism": "stable", "note": ""}],
    "targets": [{"id": "t", "label": {"en": "t"}, "per_year": 9, "households": {}, "units": {"unit.rooms": {"ge": 1}},
                 "source": "s", "note": ""}],
    "groups": [{"id": "g", "label": {"en": "g"}, "households": {"household.age": {"lt": 26}}, "note": ""}],
}


def documents():
    yield "everything", everything
    for path in sorted((root / "examples/scenarios").glob("*.json")):
        yield str(path.relative_to(root)), json.loads(path.read_text(encoding="utf-8"))
    yield from changed(everything, left_out=["register"])  # which the builder judges, and its own tests


cases = list(documents())
faults = disagreements(schema, program, cases, semantic)
for name, document in cases:
    if name.startswith("examples/") and not schema.is_valid(document):
        faults.append(f"{name}: the schema refuses it: {next(schema.iter_errors(document)).message[:200]}")
print(*faults, sep="\n")
print(f"{len(cases)} documents")
sys.exit(bool(faults))
