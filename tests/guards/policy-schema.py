#!/usr/bin/python3
# SPDX-License-Identifier: LGPL-2.1-or-later
"""What docs/schema/policy.schema.json refuses the loader refuses; what only the loader refuses is of a kind named here.

Asked of the examples, of tests/invalid/policy-*, and of one document with every form, changed in one place at a time."""
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
schema = jsonschema.Draft7Validator(json.loads((root / "docs/schema/policy.schema.json").read_text(encoding="utf-8")))

# What a schema cannot know: names that must exist, orders, types of attributes, periods, and Housing First.
semantic = [
    r"unknown (attribute|table|criterion|priority code|word)",
    r"expected an attribute of the same type",
    r"a table: .* is not a number",
    r"cannot be asked of a",  # of a local attribute
    r"a set is not compared with a value",  # the same
    r"expected (true or false|a number|a date|a text|one of|an id|a list|an object|a value|a code)",  # the same, by its type
    r"stands (already|twice)",
    r"in force at the same time",
    r"ends before it begins",
    r"a cycle of criteria",
    r"declared (yet|above)|known already|computed of the",
    r"a computed attribute asks no criterion",
    r"expected a number, a date, a bool or an ordered word",
    r"expected a number or a word|\"from\" and \"first\" are for numbers",
    r"expected a number above the one before|rising \"from\"",
    r"one for each of \"from\"|\"beyond\": expected only",
    r"is above",
    r"reads more than the|reads the household only",
    r"already in the group",
    r"at most (three|six) decimals",  # JSON Schema's multipleOf is not exact for decimals
    r"expected (\"[a-z_.]+\" or )+\"[a-z_.]+\"$",  # a name that two attributes have
    r"(HF\d+|discrimination): ",
    r"without \"\|\"|words: expected at most",
    r"a date \"YYYY-MM-DD\"",  # 31 February
    r"points of at most",
]

everything = {
    "$schema": "x", "orienta": 1, "id": "all", "version": "1", "title": {"fr": "a", "en": "b"},
    "valid": {"from": "2026-01-01", "to": "2026-12-31"},
    "attributes": [
        {"name": "box", "of": "household", "type": "word", "words": ["a", "b"], "ordered": True, "special": False,
         "label": {"fr": "case"}, "note": ""},
        {"name": "tags", "of": "unit", "type": "words", "words": ["x", "y"]},
        {"name": "metres", "of": "unit", "type": "number"}, {"name": "since", "of": "household", "type": "date"},
        {"name": "flag", "of": "household", "type": "bool"},
        {"name": "sum", "of": "household", "when": {"household.flag": True, "household.box": {"ge": "b"}}},
    ],
    "priorities": [{"code": "dalo", "label": {"fr": "d"}, "valid": {"from": "2026-01-01"}, "source": "s", "note": ""}],
    "tables": [
        {"id": "t", "by": ["unit.zone", "persons"], "unit": "EUR", "values": {"idf": [1, 2.5], "other": [3]},
         "beyond": {"idf": 1, "other": 2}, "source": "s", "valid": {"from": "2026-01-01"}, "note": ""},
        {"id": "u", "by": [{"attribute": "household.rooms_now", "from": [1, 2]}, "box"],
         "values": [{"a": 1}, {"a": 2, "b": 3}]},
        {"id": "v", "by": [{"attribute": "minors", "first": 0}], "values": [0, 1], "beyond": 1},
        {"id": "w", "by": ["situation"], "values": {"street": 9, "hotel": 8}},
    ],
    "rules": [
        {"id": "r", "label": {"fr": "l"}, "applies": {"unit.kind": ["plai", "plus"]}, "source": "s", "note": "",
         "require": {"household.income_year": {"le": {"table": "t"}}}, "otherwise": "to_verify",
         "valid": {"to": "2026-12-31"}},
        {"id": "q", "source": "s", "require": {"all": [
            {"any": [{"household.age": {"ge": {"attribute": "unit.min_age"}, "lt": 60}}, {"not": {"unit.qpv": True}}]},
            {"household.priority": {"has_any": ["dalo"]}}, {"unit.tags": {"has_none": ["x"]}},
            {"unit.territory": {"within": ["artois"]}}, {"unit.landlord": {"not_in": ["L"]}},
            {"household.since": {"known": True}}, {"household.request_date": {"lt": "2026-05-01"}},
            {"criterion.flag": True}, {"household.needs": {"has": "work"}}, {"household.access": {"ne": "none"}}]}},
    ],
    "criteria": [
        {"id": "flag", "source": "s", "points": 1.5, "when": {"household.sum": True}, "evidence": "verified",
         "label": {"en": "f"}, "valid": {"from": "2026-01-01"}, "note": ""},
        {"id": "per", "source": "s", "attribute": "household.waiting_months", "per": 12, "points": 1, "max": 10, "min": 0,
         "above": 3, "whole": False, "applies": {"pair.in_choice": True}},
        {"id": "bands", "source": "s", "ratio": ["unit.rent", "unit.surface"], "bands": [[1, 2], [3, 4]], "strict": True},
        {"id": "line", "source": "s", "attribute": "pair.effort", "bands": [[0.3, 5], [0.7, 0]], "interpolate": True},
        {"id": "slopes", "source": "s", "attribute": "unit.metres", "per": 10, "slopes": [[0, 1], [5, 2]], "max": 9},
        {"id": "cell", "source": "s", "points": {"table": "w"}},
    ],
    "groups": [{"id": "g", "label": {"fr": "g"}, "of": ["flag", "per"], "combine": "sum", "cap": 9, "floor": 0,
                "applies": {"unit.qpv": False}, "note": ""}],
    "total": {"min": 0, "max": 100},
    "order": ["points desc", "household.request_date asc", "household.box desc", "lottery"],
    "tiers": [{"id": "t", "label": {"fr": "t"}, "when": {"household.priority": {"has": "dalo"}}, "source": "s", "note": ""}],
    "strata": [{"id": "s", "label": {"fr": "s"}, "when": {}, "share": 0.5, "source": "s", "note": ""}],
    "quotas": [{"id": "q", "label": {"fr": "q"}, "units": {"unit.qpv": True}, "households": {"household.pets": False},
                "min_share": 0.1, "max_share": 0.9, "min_count": 1, "max_count": 5, "each": "unit", "load": 2, "min_load": 0, "max_load": 9, "source": "s",
                "note": ""}],
    "support": {"mode": "required", "needs": ["psychic"], "source": "s", "note": "",
                "loads": [{"slots": "hours", "load": {"attribute": "household.persons"}, "note": ""},
                          {"slots": "files", "load": {"table": "w"}}, {"load": 3}]},
}


def documents():
    yield "everything", everything
    for path in sorted((root / "examples/policies").glob("*.json")) + sorted(root.glob("tests/invalid/policy-*/policy.json")):
        try:
            yield str(path.relative_to(root)), json.loads(path.read_text(encoding="utf-8"))
        except ValueError:
            pass  # not JSON: nothing for a schema to say
    yield from changed(everything)


cases = list(documents())
faults = disagreements(schema, program, cases, semantic)
print(*faults, sep="\n")
print(f"{len(cases)} documents")
sys.exit(bool(faults))
