# SPDX-License-Identifier: LGPL-2.1-or-later
"""The example policies and their schema: what it takes, what it refuses, and whether the ceilings are the law's.

Nothing of the library is needed: Python, jsonschema and the files of the repository.
"""
import copy
import csv
import json
import re
from decimal import ROUND_HALF_UP, Decimal
from pathlib import Path

import jsonschema
import pytest

ROOT = Path(__file__).resolve().parents[2]
POLICIES = sorted((ROOT / "examples" / "policies").glob("*.json"))
SCHEMA = json.loads((ROOT / "docs" / "schema" / "policy.schema.json").read_text(encoding="utf-8"))
VALIDATOR = jsonschema.Draft7Validator(SCHEMA)
ZONES = ("paris", "idf", "other")


def no_twice(pairs):
    members = dict(pairs)
    assert len(members) == len(pairs), f"a member stands twice: {[name for name, _ in pairs]}"
    return members


def load(path):
    return json.loads(path.read_text(encoding="utf-8"), object_pairs_hook=no_twice)


def walk(value, positive=True):
    """Every (member, value, positive) of a condition; `positive` is false under an odd number of `not`."""
    if isinstance(value, dict):
        for member, inner in value.items():
            yield member, inner, positive
            yield from walk(inner, positive != (member == "not"))
    elif isinstance(value, list):
        for inner in value:
            yield from walk(inner, positive)


def conditions(policy):
    for part in ("attributes", "rules", "criteria", "groups", "tiers", "strata", "quotas"):
        for line in policy.get(part, []):
            for member in ("when", "applies", "require", "units", "households"):
                if member in line:
                    yield line, line[member]


# -- the examples ---------------------------------------------------------------------------------------------------


def test_schema_is_a_schema():
    jsonschema.Draft7Validator.check_schema(SCHEMA)


@pytest.mark.parametrize("path", POLICIES, ids=lambda path: path.stem)
def test_example_is_valid(path):
    errors = [f"{'/'.join(map(str, error.path))}: {error.message}" for error in VALIDATOR.iter_errors(load(path))]
    assert errors == []
    assert load(path)["id"] == path.stem


@pytest.mark.parametrize("path", POLICIES, ids=lambda path: path.stem)
def test_example_names_what_it_declares(path):
    policy = load(path)
    tables = {table["id"] for table in policy.get("tables", [])}
    criteria = {criterion["id"] for criterion in policy.get("criteria", [])}
    codes = {priority["code"] for priority in policy.get("priorities", [])}
    declared = {f"{one['of']}.{one['name']}" for one in policy.get("attributes", [])}
    built_in = set(SCHEMA["definitions"]["builtin"]["enum"])
    assert not declared & built_in
    for line, condition in conditions(policy):
        for member, value, _ in walk(condition):
            if member == "table":
                assert value in tables, line["id"]
            elif member.startswith("criterion."):
                assert member.split(".", 1)[1] in criteria, line["id"]
            elif member == "household.priority":
                for key in ("has", "has_any", "has_all", "has_none"):
                    asked = value.get(key, [])
                    assert set([asked] if isinstance(asked, str) else asked) <= codes
            elif member.startswith(("household.", "unit.", "pair.")):
                assert member in built_in | declared, line
    for criterion in policy.get("criteria", []):
        if isinstance(criterion.get("points"), dict):
            assert criterion["points"]["table"] in tables
    grouped = [one for group in policy.get("groups", []) for one in group["of"]]
    assert len(grouped) == len(set(grouped)) and set(grouped) <= criteria


@pytest.mark.parametrize("path", POLICIES, ids=lambda path: path.stem)
def test_example_periods_follow_each_other(path):
    policy = load(path)
    for part in ("tables", "rules", "criteria"):
        periods = {}
        for line in policy.get(part, []):
            valid = line.get("valid", {})
            periods.setdefault(line["id"], []).append((valid.get("from", "1900-01-01"), valid.get("to", "2199-12-31")))
        for identifier, spans in periods.items():
            spans.sort()
            assert all(first[1] < second[0] for first, second in zip(spans, spans[1:])), identifier


@pytest.mark.parametrize("path", POLICIES, ids=lambda path: path.stem)
def test_example_needs_only_open_doors(path):
    """HF1: a need stands nowhere under `not`, with `has_none`, or with an operator that a higher level makes false."""
    policy = load(path)
    for line, condition in conditions(policy):
        for member, value, positive in walk(condition):
            if member == "household.needs":
                assert positive and not {"has_none"} & set(value), line
            elif member.startswith("household.need."):
                assert positive and set(value) <= {"ge", "gt"}, line
            assert member != "household.support_accepted", line
    needy = ("household.need", "household.disabled")
    for criterion in policy["criteria"]:
        if any(name.startswith(needy) for _, c in conditions({"criteria": [criterion]}) for name, _, _ in walk(c)):
            assert criterion["points"] > 0
            assert all(group["combine"] != "first" for group in policy["groups"]
                       if criterion["id"] in group["of"] and "combine" in group)


@pytest.mark.parametrize("path", POLICIES, ids=lambda path: path.stem)
def test_example_takes_no_points_away(path):
    """HF3, HF5, HF10: no policy of ours has a malus."""
    policy = load(path)
    values = {table["id"]: json.dumps([table["values"], table.get("beyond")]) for table in policy.get("tables", [])}
    for criterion in policy["criteria"]:
        points = criterion.get("points")
        if isinstance(points, dict):
            assert "-" not in re.sub(r'"[^"]*"', "", values[points["table"]])
        elif points is not None:
            assert points > 0
        for _, band in criterion.get("bands", []) + criterion.get("slopes", []):
            assert band >= 0


@pytest.mark.parametrize("path", POLICIES, ids=lambda path: path.stem)
def test_example_street_counts_at_least_as_much_as_shelter(path):
    """HF4, on the lines that look at the situation alone."""
    policy = load(path)
    tables = {table["id"]: table for table in policy.get("tables", [])}

    def points_of(situation):
        best = 0
        for criterion in policy["criteria"]:
            points = criterion.get("points")
            if isinstance(points, dict):
                table = tables[points["table"]]
                best = max(best, table["values"][situation] if table["by"] == ["household.situation"] else 0)
                continue
            for member, value, _ in walk(criterion.get("when", {})):
                if member == "household.situation" and situation in ([value] if isinstance(value, str) else value):
                    best = max(best, points)
        return best

    for situation in ("emergency_shelter", "insertion_shelter", "hotel", "institution", "transitional"):
        assert points_of("street") >= points_of(situation) > 0
    for line, condition in conditions({"rules": policy.get("rules", []), "attributes": policy.get("attributes", [])}):
        for member, value, _ in walk(condition):
            if member == "household.situation" and "emergency_shelter" in value:
                assert "street" in value, line


# -- the ceilings ---------------------------------------------------------------------------------------------------


def official():
    text = (Path(__file__).parent / "ceilings.csv").read_text(encoding="utf-8").splitlines()
    return {
        (int(row["year"]), row["product"], row["zone"], row["category"]): int(row["amount"])
        for row in csv.DictReader(line for line in text if not line.startswith("#"))
    }


def ours():
    found = {}
    for table in load(ROOT / "examples" / "policies" / "logement-dabord.json")["tables"]:
        if table["id"] in ("plai", "plus", "pls"):
            year = int(table["valid"]["from"][:4])
            assert table["valid"] == {"from": f"{year}-01-01", "to": f"{year}-12-31"}
            for zone in ZONES:
                assert len(table["values"][zone]) == 6
                for category, amount in enumerate(table["values"][zone], 1):
                    found[year, table["id"], zone, str(category)] = amount
                found[year, table["id"], zone, "beyond"] = table["beyond"][zone]
    return found


def half_up(number):
    return int(number.quantize(Decimal(1), ROUND_HALF_UP))


def test_plus_is_the_official_figure():
    law, policy = official(), ours()
    checked = [key for key in policy if key[1] == "plus"]
    assert len(checked) == 2 * 3 * 7
    assert {key: policy[key] for key in checked} == {key: law[key] for key in checked}


def test_pls_is_thirty_per_cent_above_plus():
    law, policy = official(), ours()
    for key, amount in law.items():
        if key[1] == "pls":  # the rule itself, on published figures
            assert amount == half_up(law[key[0], "plus", key[2], key[3]] * Decimal("1.3"))
    for key, amount in policy.items():
        if key[1] == "pls":
            assert amount == half_up(policy[key[0], "plus", key[2], key[3]] * Decimal("1.3"))


def test_plai_follows_the_index_of_plus():
    """Both are raised each year by the same index and rounded to the euro: from 2022 on they part by two euros at most."""
    law, policy = official(), ours()
    checked = 0
    for (year, product, zone, category), amount in {**policy, **law}.items():
        if product == "plai" and year > 2022:
            plus = policy.get((year, "plus", zone, category)) or law[year, "plus", zone, category]
            raised = Decimal(law[2022, "plai", zone, category]) * plus / law[2022, "plus", zone, category]
            assert abs(amount - raised) <= 2, (year, zone, category)
            checked += 1
    assert checked == 2 * 3 * 7 + 5


# -- what the schema refuses ----------------------------------------------------------------------------------------

RULE = {"id": "r", "require": {"unit.kind": "plai"}, "source": "s"}
FLAG = {"id": "c", "points": 5, "source": "s"}
MEASURE = {"id": "c", "attribute": "household.waiting_months", "source": "s"}
TABLE = {"id": "t", "by": ["household.persons"], "values": [1, 2]}


def policy(**members):
    return {"orienta": 1, "id": "p", "version": "1", **members}


def rule(**members):
    return policy(rules=[{**RULE, **members}])


def criterion(**members):
    return policy(criteria=[{**FLAG, **members}])


def when(**members):
    return criterion(when=members)


def without(document, *path):
    changed = copy.deepcopy(document)
    inner = changed
    for step in path[:-1]:
        inner = inner[step]
    del inner[path[-1]]
    return changed


ACCEPTED = {
    "smallest": policy(),
    "empty all": when(all=[]),
    "two operators": when(**{"household.age": {"ge": 18, "le": 25}}),
    "another attribute": when(**{"household.age": {"le": {"attribute": "unit.max_age"}}}),
    "within": when(**{"unit.territory": {"within": ["artois", "calaisis"]}}),
    "unassessed": when(**{"household.need.psychic": {"known": True}}),
    "local set": when(**{"household.boxes": {"has_any": ["a", "b"]}}),
    "negative points": criterion(points=-5, valid={"to": "2026-12-31"}),
    "ratio": policy(criteria=[{"id": "c", "ratio": ["household.rent_now", "household.surface_now"], "bands": [[20, 1]],
                               "source": "s"}]),
    "short axis": policy(tables=[{**TABLE, "by": ["household_category"]}]),
    "table by two words": policy(tables=[{"id": "t", "by": ["unit.zone", "unit.kind"], "values": {"idf": {"plai": 1}}}]),
}


@pytest.mark.parametrize("name", ACCEPTED)
def test_schema_accepts(name):
    assert [error.message for error in VALIDATOR.iter_errors(ACCEPTED[name])] == []


REFUSED = {
    "no version": without(policy(), "version"),
    "other format": {**policy(), "orienta": 2},
    "blank in an id": {**policy(), "id": "my policy"},
    "id too long": {**policy(), "id": "x" * 65},
    "misspelt member": policy(criterias=[]),
    "note at the top": policy(note="nowhere"),
    "day of thirteen months": policy(valid={"from": "2026-13-01"}),
    "French day": policy(valid={"from": "01/01/2026"}),
    "tongue unknown": policy(title={"de": "Regeln"}),
    "rule without source": without(rule(), "rules", 0, "source"),
    "rule with an empty source": rule(source=""),
    "rule without require": without(rule(), "rules", 0, "require"),
    "otherwise unknown": rule(otherwise="refuse"),
    "kind unknown": rule(require={"unit.kind": "studio"}),
    "kind unknown in a list": rule(require={"unit.kind": ["plai", "studio"]}),
    "order of unordered words": rule(require={"unit.kind": {"ge": "plai"}}),
    "pair attribute unknown": rule(require={"pair.distance": {"le": 5}}),
    "attribute without owner": rule(require={"kind": "plai"}),
    "words compared with a number": rule(require={"household.situation": 3}),
    "number compared with a word": rule(require={"household.persons": {"ge": "two"}}),
    "flag compared with a number": rule(require={"household.pets": 1}),
    "operator unknown": rule(require={"household.persons": {"above": 2}}),
    "no operator": rule(require={"household.persons": {}}),
    "set without has": rule(require={"household.needs": ["psychic"]}),
    "need unknown": rule(require={"household.needs": {"has": "sobriety"}}),
    "level that is no value": rule(require={"household.need.psychic": {"ge": "unknown"}}),
    "within outside places": rule(require={"unit.kind": {"within": "artois"}}),
    "criterion compared": when(**{"criterion.c": {"ge": 5}}),
    "not of a list": when(**{"not": [{"household.pets": True}]}),
    "criterion without source": without(criterion(), "criteria", 0, "source"),
    "criterion without a way": without(criterion(), "criteria", 0, "points"),
    "flag and bands": criterion(attribute="household.age", bands=[[1, 2]]),
    "points on an attribute without per": criterion(attribute="household.age"),
    "bands of three": policy(criteria=[{**MEASURE, "bands": [[0, 1, 2]]}]),
    "strict line": policy(criteria=[{**MEASURE, "bands": [[0, 1]], "strict": True, "interpolate": True}]),
    "slopes without per": policy(criteria=[{**MEASURE, "slopes": [[0, 1]]}]),
    "per of nothing": policy(criteria=[{**MEASURE, "per": 0, "points": 1}]),
    "attribute and ratio": policy(criteria=[{**MEASURE, "ratio": ["household.rent_now", "household.persons"],
                                             "bands": [[0, 1]]}]),
    "evidence unknown": criterion(evidence="sworn"),
    "table by three": policy(tables=[{**TABLE, "by": ["unit.zone", "unit.kind", "unit.rooms"]}]),
    "table of one as a grid": policy(tables=[{**TABLE, "values": [[1], [2]]}]),
    "table of two as a line": policy(tables=[{**TABLE, "by": ["unit.zone", "unit.kind"]}]),
    "axis with from and first": policy(tables=[{**TABLE, "by": [{"attribute": "unit.rooms", "from": [1], "first": 1}]}]),
    "computed and typed": policy(attributes=[{"name": "a", "of": "unit", "type": "bool", "when": {}}]),
    "words missing": policy(attributes=[{"name": "a", "of": "unit", "type": "word"}]),
    "attribute of a pair": policy(attributes=[{"name": "a", "of": "pair", "type": "bool"}]),
    "capital in a name": policy(attributes=[{"name": "Paris", "of": "unit", "type": "bool"}]),
    "capital in a code": policy(priorities=[{"code": "DALO"}]),
    "combine unknown": policy(groups=[{"id": "g", "of": ["c"], "combine": "mean"}]),
    "criterion twice in a group": policy(groups=[{"id": "g", "of": ["c", "c"]}]),
    "points ascending": policy(order=["points asc"]),
    "order without a way": policy(order=["household.request_date"]),
    "share in per cent": policy(quotas=[{"id": "q", "min_share": 25}]),
    "quota without a bound": policy(quotas=[{"id": "q", "units": {"unit.qpv": False}}]),
    "half a household": policy(quotas=[{"id": "q", "min_count": 0.5}]),
    "stratum without share": policy(strata=[{"id": "s", "when": {}}]),
    "support unknown": policy(support={"mode": "forced"}),
}


@pytest.mark.parametrize("name", REFUSED)
def test_schema_refuses(name):
    assert not VALIDATOR.is_valid(REFUSED[name])


# -- the schema and the library -------------------------------------------------------------------------------------


def test_schema_knows_the_attributes_of_the_library():
    source = (ROOT / "lib" / "model" / "attribute.c").read_text(encoding="utf-8")
    names = re.findall(r'^  \{ "((?:household|unit|pair)\.[a-z_.]+)", ORIENTA_OF_', source, re.M)
    assert SCHEMA["definitions"]["builtin"]["enum"] == names
    condition = set(SCHEMA["definitions"]["condition"]["properties"])
    assert condition == set(names) | {"all", "any", "not"}


@pytest.mark.parametrize("name", ["situations", "needs", "supports", "accesses", "kinds", "zones", "leases"])
def test_schema_knows_the_words_of_the_library(name):
    source = (ROOT / "lib" / "model" / "vocabulary.c").read_text(encoding="utf-8")
    words = re.search(rf"OrientaWord {name}\[\] = \{{(.*?)^\}};", source, re.S | re.M).group(1)
    assert SCHEMA["definitions"][name]["enum"] == re.findall(r'\{ "([a-z_]+)", \{', words)
