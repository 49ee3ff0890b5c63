# SPDX-License-Identifier: LGPL-2.1-or-later
"""Judges, scores and ranks from the documents alone: docs/policy.md, and facts.py for the data.

It shares nothing with the library, so that where the two agree, both read the documents alike. It is slow and exact.

    /usr/bin/python3 tests/oracle/oracle.py examples/data/artois examples/policies/logement-dabord.json U012
"""
import datetime
import hashlib
import hmac
import json
import pathlib
import sys
from fractions import Fraction
from math import floor
from typing import NamedTuple

from facts import (ACCESS, LEVELS, NEEDS, SUPPORT, Register, Set, all_of, any_of, date, divide, in_force, negate,
                   read_tables, rounded)

# What is judged without a policy: what must be so, the reason when it is not, and when it is not known.
STANDING = [("avoided", False, "avoided-territory", None), ("kind_refused", False, "kind-refused", None),
            ("access_fits", True, "access-missing", None), ("pets_fit", True, "pets-not-allowed", "pets-unknown"),
            ("age_fits", True, "age-outside", "age-unknown"), ("own_place", False, "own-place", None),
            ("in_choice", True, "outside-choice", None)]
POINTS_MOST = 10 ** 9  # either way, of one criterion
EVIDENCE = ["verified", "declared", "needs_validation"]


def read_policy(path):
    return json.loads(pathlib.Path(path).read_text(encoding="utf-8"), parse_float=Fraction)


class Verdict(NamedTuple):
    status: str
    reasons: list  # (code, rule or None)


class Line(NamedTuple):
    criterion: str  # None for what a group or the total took or gave
    group: str
    reason: str
    points: Fraction
    stated: Fraction


class Case:
    """One household and one unit under a policy."""

    def __init__(self, policy, register, household, unit):
        self.policy, self.day = policy, register.as_of
        self.verified = register.households[household]["*"]["row"]["verified"] or []
        self.register = register
        self.values = register.pair(household, unit)
        self.scales = {"household.support_accepted": SUPPORT, "household.access": ACCESS, "unit.access": ACCESS,
                       **{f"household.need.{need}": LEVELS for need in NEEDS}}
        for local in policy.get("attributes", []):
            name = f"{local['of']}.{local['name']}"
            if "when" in local:
                self.values[name] = self.holds(local["when"])
            elif local.get("ordered"):
                self.scales[name] = local["words"]
        self.known_points, self.verdict = {}, None

    def now(self, part):
        return [line for line in self.policy.get(part, []) if in_force(line, self.day)]

    # Conditions.

    def holds(self, condition):
        return all_of(self.member(name, test) for name, test in condition.items())

    def member(self, name, test):
        if name in ("all", "any"):
            return (all_of if name == "all" else any_of)(self.holds(part) for part in test)
        if name == "not":
            return negate(self.holds(test))
        if name.startswith("criterion."):
            points = self.stated(name[len("criterion."):])[0]
            return None if points is None else (points != 0) == test
        if not isinstance(test, dict):
            test = {"in": test} if isinstance(test, list) else {"eq": test}
        return all_of(self.compare(name, operator, right) for operator, right in test.items())

    def compare(self, name, operator, right):
        left = self.values[name]
        if operator == "known":
            return (left is not None and not (isinstance(left, Set) and bool(left.maybe))) == right
        if isinstance(right, dict):
            right = self.cell(right["table"]) if "table" in right else self.values[right["attribute"]]
        if left is None or right is None:
            return None
        if operator == "within":
            return any(place in self.register.ancestors(left) for place in
                       (right if isinstance(right, list) else [right]))
        if operator.startswith("has"):
            return self.has(left, operator, [right] if operator == "has" else right)
        if isinstance(left, datetime.date):
            right = [date(item) for item in right] if isinstance(right, list) else (
                date(right) if isinstance(right, str) else right)
        if operator in ("in", "not_in"):
            return (left in right) == (operator == "in")
        if operator in ("eq", "ne"):
            return (left == right) == (operator == "eq")
        if name in self.scales:
            left, right = self.scales[name].index(left), self.scales[name].index(right)
        return {"lt": left < right, "le": left <= right, "gt": left > right, "ge": left >= right}[operator]

    @staticmethod
    def has(left, operator, items):
        each = [True if item in left.sure else None if item in left.maybe else False for item in items]
        if operator == "has_none":
            return negate(any_of(each))
        return all_of(each) if operator == "has_all" else any_of(each)

    # Tables.

    def full_name(self, name):
        if name in self.values:
            return name
        return next(f"{of}.{name}" for of in ("household", "unit", "pair") if f"{of}.{name}" in self.values)

    def cell(self, table_id):
        table = next((table for table in self.now("tables") if table["id"] == table_id), None)
        if table is None:
            return None
        node, beyond, extra = table["values"], table.get("beyond", 0), 0
        for number, axis in enumerate(table["by"], 1):
            axis = axis if isinstance(axis, dict) else {"attribute": axis}
            value = self.values[self.full_name(axis["attribute"])]
            if value is None:
                return None
            if isinstance(node, dict):
                key = {True: "true", False: "false"}.get(value, value) if isinstance(value, bool) else value
                if key not in node:
                    return None
                node = node[key]
                beyond = beyond.get(key, 0) if isinstance(beyond, dict) else beyond
                continue
            if "from" in axis:
                place = sum(value >= start for start in axis["from"]) - 1
            else:
                place = floor(value) - axis.get("first", 1)
                extra = max(0, place - (len(node) - 1)) * beyond if number == len(table["by"]) else 0
            if place < 0:
                return None
            node = node[min(place, len(node) - 1)]
        return node + extra

    # Criteria: (points, reason), the points None where unknown.

    def stated(self, criterion_id):
        if criterion_id not in self.known_points:
            line = next((line for line in self.now("criteria") if line["id"] == criterion_id), None)
            self.known_points[criterion_id] = (0, "not-in-force") if line is None else self.points(line)
        return self.known_points[criterion_id]

    def points(self, line):
        group = self.group_of(line["id"])
        applies = all_of(self.holds(part.get("applies", {})) for part in (group, line))
        when = self.holds(line.get("when", {}))
        if False in (applies, when):
            return 0, "not-applicable" if applies is False else "not-met"
        if None in (applies, when):
            return None, "not-known"
        points = self.measured(line)
        if points is None:
            return None, "not-known"
        points = max(-POINTS_MOST, min(POINTS_MOST, rounded(points, 3)))
        return points, "counted" if points != 0 else "not-met"

    def measured(self, line):
        if "attribute" in line:
            value = self.values[line["attribute"]]
        elif "ratio" in line:
            value = divide(*(self.values[name] for name in line["ratio"]))
        else:
            return self.cell(line["points"]["table"]) if isinstance(line["points"], dict) else line["points"]
        if value is None:
            return None
        if "bands" in line:
            return (interpolate if line.get("interpolate") else step)(line, value)
        per = Fraction(line["per"])
        steps = (value if "slopes" in line else max(0, value - line.get("above", 0))) / per
        if line.get("whole", True):
            steps = floor(steps)
        points = climb(line["slopes"], steps) if "slopes" in line else line["points"] * steps
        points = min(points, line.get("max", points))
        return max(points, line.get("min", points))

    # The score.

    def score(self, level="declared"):
        """The lines, in the order of the policy, and their sum."""
        lines = []
        for line in self.now("criteria"):
            points, reason = self.stated(line["id"])
            proof = "verified" if {"all", line["id"]} & set(self.verified) else line.get("evidence", "declared")
            if points and EVIDENCE.index(proof) > EVIDENCE.index(level):
                reason = "not-proven"
            counted = points if reason == "counted" else 0
            lines.append(Line(line["id"], self.group_of(line["id"]).get("id"), reason, counted, points or 0))
        for group in self.policy.get("groups", []):
            lines = self.grouped(lines, group)
        total = sum(line.points for line in lines)
        for bound, name, beyond in (("max", "total-max", min), ("min", "total-min", max)):
            if bound in self.policy.get("total", {}):
                change = beyond(total, self.policy["total"][bound]) - total
                if change:
                    lines.append(Line(None, None, name, change, 0))
                total += change
        return lines, total

    def group_of(self, criterion_id):
        return next((group for group in self.policy.get("groups", []) if criterion_id in group["of"]), {})

    def grouped(self, lines, group):
        ours = {line.criterion: line for line in lines if line.group == group["id"] and line.criterion}
        counted = [ours[name] for name in group["of"] if name in ours and ours[name].reason == "counted"]
        combine = group.get("combine", "sum")
        if combine != "sum" and counted:
            best = counted[0] if combine == "first" else max(counted, key=lambda line: line.points)
            lines = [line._replace(points=0, reason="outdone") if line in counted and line != best else line
                     for line in lines]
        total = sum(line.points for line in lines if line.group == group["id"])
        for bound, name, beyond in (("cap", "group-cap", min), ("floor", "group-floor", max)):
            if bound in group:
                change = beyond(total, group[bound]) - total
                if change:
                    lines.append(Line(None, group["id"], name, change, 0))
                total += change
        return lines

    # The verdict.

    def judge(self):
        self.verdict = self.verdict or self.judged()
        return self.verdict

    def judged(self):
        reasons = []
        for name, wanted, refused, unknown in STANDING:
            truth = self.values[f"pair.{name}"]
            if truth is not wanted:
                reasons.append((unknown if truth is None else refused, None))
        for rule in self.now("rules"):
            truth = any_of([negate(self.holds(rule.get("applies", {}))), self.holds(rule["require"])])
            code = {"ineligible": "rule-failed", "to_verify": "rule-to-verify",
                    "flag": "rule-flagged"}[rule.get("otherwise", "ineligible")]
            if truth is False or truth is None and code != "rule-flagged":
                reasons.append((code if truth is False else "rule-unknown", rule["id"]))
        return Verdict(self.status([code for code, _ in reasons]), reasons)

    @staticmethod
    def status(codes):
        mild = {"outside-choice", "rule-flagged"}
        unsure = {"rule-to-verify", "rule-unknown", "pets-unknown", "age-unknown"}
        if set(codes) - mild - unsure:
            return "ineligible"
        return "to_verify" if set(codes) & unsure else "eligible"

    def first_of(self, part):
        return next((line["id"] for line in self.policy.get(part, []) if self.holds(line["when"]) is True), None)


def case_of(policy, register, household, unit):
    """The case, made once for a register, which is read under one policy."""
    if (household, unit) not in register.cases:
        register.cases[household, unit] = Case(policy, register, household, unit)
    return register.cases[household, unit]


def step(line, value):
    reached = [points for start, points in line["bands"] if (value > start if line.get("strict") else value >= start)]
    return reached[-1] if reached else 0


def interpolate(line, value):
    bands = line["bands"]
    if value <= bands[0][0]:
        return bands[0][1]
    for (left, low), (right, high) in zip(bands, bands[1:]):
        if value <= right:
            return low + Fraction(high - low) * (value - left) / Fraction(right - left)
    return bands[-1][1]


def climb(slopes, steps):
    ends = [start for start, _ in slopes[1:]] + [None]
    return sum(rate * max(0, (steps if end is None else min(steps, end)) - start)
               for (start, rate), end in zip(slopes, ends))


# -- shortlists -------------------------------------------------------------------------------------------------------


class Candidate(NamedTuple):
    household: str
    unit: str
    verdict: Verdict
    lines: list
    points: Fraction
    tier: str
    stratum: str
    values: dict


def lottery(household, seed):
    return hmac.new(seed.encode(), household.encode(), hashlib.sha256).hexdigest()


def order_of(policy):
    order = policy.get("order", ["points desc", "household.request_date asc", "lottery"])
    named = {key.split()[0] for key in order}
    after = [f"{name} desc" for name in ("pair.in_choice", "unit.durable") if name not in named]
    place = order.index("points desc") + 1 if "points desc" in order else len(order)
    return order[:place] + (after if "points desc" in order else []) + order[place:]


def sort_key(policy, candidate, scales, seed):
    tiers = [tier["id"] for tier in policy.get("tiers", [])] + [None]
    key = [tiers.index(candidate.tier)]
    for item in order_of(policy):
        if item == "lottery":
            key.append(lottery(candidate.household, seed))
            continue
        name, way = item.split()
        value = candidate.points if name == "points" else candidate.values[name]
        if isinstance(value, datetime.date):
            value = value.toordinal()
        elif name in scales and value is not None:
            value = scales[name].index(value)
        key.append((value is None, 0 if value is None else -value if way == "desc" else value))
    return key + [candidate.household, candidate.unit]


def shortlist(policy, register, pairs, seed, level="declared"):
    """Those of `pairs` that nothing refuses, in order."""
    found = []
    for household, unit in pairs:
        case = case_of(policy, register, household, unit)
        verdict = case.judge()
        if verdict.status != "ineligible":
            lines, points = case.score(level)
            candidate = Candidate(household, unit, verdict, lines, points, case.first_of("tiers"),
                                  case.first_of("strata"), case.values)
            found.append((sort_key(policy, candidate, case.scales, seed), candidate))
    return [candidate for _, candidate in sorted(found, key=lambda item: item[0])]


def main(data, policy_path, unit):
    policy = read_policy(policy_path)
    register = Register(read_tables(data), policy)
    pairs = [(household, unit) for household in register.households]
    for rank, candidate in enumerate(shortlist(policy, register, pairs, str(register.as_of)), 1):
        print(rank, candidate.household, float(candidate.points), candidate.verdict.status)


if __name__ == "__main__":
    main(*sys.argv[1:])
