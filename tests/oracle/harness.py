# SPDX-License-Identifier: LGPL-2.1-or-later
"""Writes registers and policies to files, asks orienta-commission, and compares what it says with the oracle."""
import csv
import json
import os
import pathlib
import subprocess
from fractions import Fraction

import oracle
from facts import COLUMNS

SOURCE = pathlib.Path(os.environ.get("ORIENTA_SOURCE", pathlib.Path(__file__).resolve().parents[2]))
PROGRAM = os.environ.get("ORIENTA_COMMISSION", str(SOURCE / "build/examples/orienta-commission"))
ENVIRONMENT = {**os.environ, "LSAN_OPTIONS": os.environ.get("LSAN_OPTIONS", "exitcode=99"),
               "ASAN_OPTIONS": os.environ.get("ASAN_OPTIONS", "exitcode=99"), "UBSAN_OPTIONS": "halt_on_error=1"}
# Reasons that stand in the lists of contributions; the others are not worth a line there.
TOLD = {"counted", "outdone", "not-known", "not-proven", "group-cap", "group-floor", "total-max", "total-min"}


# -- files ------------------------------------------------------------------------------------------------------------


def columns_of(name, policy):
    local = [line for line in (policy or {}).get("attributes", []) if "type" in line and line["of"] + "s" == name]
    return {**COLUMNS[name], **{line["name"]: line["type"] for line in local}}


def write_csv(folder, tables, policy=None, separator=",", mark=False, encoding="utf-8"):
    folder.mkdir(parents=True, exist_ok=True)
    for name, rows in tables.items():
        columns = list(columns_of(name, policy))
        used = [column for column in columns if not rows or any(row.get(column) for row in rows)]
        with open(folder / f"{name}.csv", "w", newline="", encoding="utf-8-sig" if mark else encoding) as file:
            writer = csv.writer(file, delimiter=separator)
            writer.writerow(used)
            writer.writerows([row.get(column, "") for column in used] for row in rows)
    return folder


def json_cell(kind, text):
    if kind in ("list", "words"):
        return text.split("|")
    if kind == "bool":
        return text.lower() in ("true", "yes", "oui", "vrai", "1")
    if kind == "number":
        value = Fraction(text.replace(",", "."))
        return int(value) if value.denominator == 1 else float(value)
    return text


def write_json(path, tables, policy=None):
    document = {"orienta": 1}
    for row in tables.get("register", []):
        document["as_of"] = row["as_of"]
    for name in ("territories", "households", "units", "outcomes", "offers"):
        columns = columns_of(name, policy)
        document[name] = [{column: json_cell(columns[column], text) for column, text in row.items() if text}
                          for row in tables.get(name, [])]
    for household in document["households"]:
        persons = [row for row in tables.get("persons", []) if row["household_id"] == household["id"]]
        if persons:
            household["persons"] = [{column: json_cell(COLUMNS["persons"][column], text)
                                     for column, text in row.items() if text and column != "household_id"}
                                    for row in persons]
    path.write_text(json.dumps(document), encoding="utf-8")
    return path


def write_policy(path, policy):
    path.write_text(json.dumps(policy, indent=1), encoding="utf-8")
    return path


def example(name):
    return oracle.read_policy(SOURCE / "examples/policies" / f"{name}.json")


def plain(value):
    """A policy that can be written again: fractions become the decimals they were."""
    if isinstance(value, Fraction):
        return int(value) if value.denominator == 1 else float(value)
    if isinstance(value, dict):
        return {name: plain(inner) for name, inner in value.items()}
    return [plain(inner) for inner in value] if isinstance(value, list) else value


# -- the program ------------------------------------------------------------------------------------------------------


def run(data, policy, *arguments, **options):
    command = [PROGRAM, str(data), str(policy), "--quiet", *map(str, arguments)]
    return subprocess.run(command, capture_output=True, env=ENVIRONMENT, timeout=120, **options)


def ask(data, policy, *arguments):
    result = run(data, policy, *arguments, "--format", "json")
    if result.returncode != 0:
        raise AssertionError(f"exit code {result.returncode}: {result.stderr.decode(errors='replace')}")
    return json.loads(result.stdout, parse_float=Fraction)


def refusal(data, policy, *arguments):
    """What the program says when it refuses; it must do so decently."""
    result = run(data, policy, *arguments)
    assert 0 < result.returncode < 99, (result.returncode, result.stderr[-2000:])
    assert result.stdout == b"", result.stdout[:200]
    return result.stderr.decode("utf-8")


# -- comparing --------------------------------------------------------------------------------------------------------


def said_lines(lines):
    return [(line.get("criterion"), line["group"], line["reason"], line["points"], line["stated"]) for line in lines]


def expected_lines(lines, told=None):
    return [(line.criterion, line.group, line.reason, line.points, line.stated) for line in lines
            if told is None or line.reason in told]


def said_candidate(candidate):
    return {"household": candidate["household"], "unit": candidate["unit"], "status": candidate["status"],
            "points": candidate["points"], "tier": candidate["tier"], "stratum": candidate["stratum"],
            "in_choice": candidate["in_choice"], "lottery": candidate["lottery"],
            "reasons": sorted((reason["code"], reason.get("rule") or "") for reason in candidate["reasons"]),
            "lines": sorted(said_lines(candidate["contributions"]), key=str)}


def expected_candidate(candidate, seed):
    return {"household": candidate.household, "unit": candidate.unit, "status": candidate.verdict.status,
            "points": candidate.points, "tier": candidate.tier, "stratum": candidate.stratum,
            "in_choice": candidate.values["pair.in_choice"],
            "lottery": oracle.lottery(candidate.household, seed) if seed is not None else None,
            "reasons": sorted((code, rule or "") for code, rule in candidate.verdict.reasons),
            "lines": sorted(expected_lines(candidate.lines, TOLD), key=str)}


def differ(said, expected):
    """Of two lists, what only one has."""
    if isinstance(said, list):
        said, expected = ([item for item in said if item not in expected],
                          [item for item in expected if item not in said])
    return f"{show(said)} instead of {show(expected)}"


def show(value):
    if isinstance(value, Fraction):
        return str(float(value))
    if isinstance(value, (list, tuple)):
        return "(" + ", ".join(map(show, value)) + ")"
    return str(value)


def compare_list(where, said, expected, seed):
    """The differences between the head of a list of candidates and the oracle's whole list, in words."""
    said, expected = [said_candidate(line) for line in said], [expected_candidate(line, seed) for line in expected]
    order = [(line["household"], line["unit"]) for line in said]
    wanted = [(line["household"], line["unit"]) for line in expected[:len(said)]]
    if sorted(order) != sorted(wanted):
        return [f"{where}: {sorted(set(order) - set(wanted))} instead of {sorted(set(wanted) - set(order))}"]
    if order != wanted:
        return [f"{where}: order {order} instead of {wanted}"]
    return [f"{where}: {line['household']}, {line['unit']} {name}: {differ(line[name], other[name])}"
            for line, other in zip(said, expected) for name in line if line[name] != other[name]]


def compare_refused(where, said, policy, register, pairs):
    """Those of `pairs` that something refuses, with the reasons."""
    expected = {}
    for household, unit in pairs:
        verdict = oracle.case_of(policy, register, household, unit).judge()
        if verdict.status == "ineligible":
            expected[household, unit] = sorted((code, rule or "") for code, rule in verdict.reasons)
    found = {pair: sorted((reason["code"], reason["rule"] or "") for reason in line["reasons"])
             for line in said for pair in pairs if line.get("household", pair[0]) == pair[0]
             and line.get("unit", pair[1]) == pair[1]}
    return [] if found == expected else [f"{where}: refused {differ(sorted(found.items()), sorted(expected.items()))}"]


def compare_unhoused(said, lists, cases):
    """Who is on no list, and what says no to them. `cases`: the verdict of every pair."""
    opened, closed = {}, {}
    for (household, unit), verdict in cases.items():
        (closed if verdict.status == "ineligible" else opened).setdefault(household, []).append(verdict)
    listed = {line["household"] for candidates in lists.values() for line in candidates}
    blocked = {household for household, _ in cases} - set(opened)
    waiting = {household: len(opened[household]) for household in set(opened) - listed}
    no = {}
    for household in blocked:
        for verdict in closed[household]:
            refusals = [reason for reason in verdict.reasons if oracle.Case.status([reason[0]]) == "ineligible"]
            for reason in refusals:
                counts = no.setdefault(reason, [set(), 0, 0])
                counts[0].add(household)
                counts[1] += 1
                counts[2] += len(refusals) == 1
    pairs = [("blocked", {line["household"] for line in said["blocked"]}, blocked),
             ("waiting", {line["household"]: line["n_open"] for line in said["waiting"]}, waiting),
             ("obstacles", {(line["code"], line["rule"]): (line["n_households"], line["n_pairs"], line["n_alone"])
                            for line in said["obstacles"]},
              {reason: (len(who), n, alone) for reason, (who, n, alone) in no.items()})]
    return [f"unhoused {name}: {left} instead of {right}" for name, left, right in pairs if left != right]


def compare_pair(said, policy, register, household, unit, level):
    """One verdict and one score, every line of it, of any pair."""
    case = oracle.case_of(policy, register, household, unit)
    verdict, (lines, points) = case.judge(), case.score(level)
    said_reasons = sorted((reason["code"], reason.get("rule") or "") for reason in said["verdict"]["reasons"])
    pairs = [("status", said["verdict"]["status"], verdict.status), ("points", said["score"]["points"], points),
             ("reasons", said_reasons, sorted((code, rule or "") for code, rule in verdict.reasons)),
             ("lines", said_lines(said["score"]["lines"]), expected_lines(lines))]
    return [f"{household}/{unit} {name}: {differ(left, right)}" for name, left, right in pairs if left != right]


def compare(data, policy_path, register, policy, level="declared", seed="seed", top=0, households=(), units=(),
            pairs=()):
    """What the program says of a register, as a commission and of single lines, against the oracle's answers."""
    arguments = ["--seed", seed, "--evidence", level]
    shown = seed if "lottery" in oracle.order_of(policy) else None
    answer = ask(data, policy_path, *arguments, "--top", top)
    found = [] if answer["as_of"] == str(register.as_of) else [f"as_of {answer['as_of']} instead of {register.as_of}"]
    lists = {line["unit"]: line["candidates"] for line in answer["lists"]}
    if list(lists) != sorted(register.units):
        found.append(f"units {list(lists)} instead of {sorted(register.units)}")
    for line in answer["lists"]:
        asked = [(household, line["unit"]) for household in register.households]
        expected = oracle.shortlist(policy, register, asked, seed, level)
        wanted = len(expected[:top or None]), len(expected)
        if (len(line["candidates"]), line["n_candidates"]) != wanted:
            found.append(f"{line['unit']}: {len(line['candidates'])} of {line['n_candidates']} instead of {wanted}")
        found += compare_list(line["unit"], line["candidates"], expected, shown)
    found += compare_unhoused(answer["unhoused"], lists, {
        (household, unit): oracle.case_of(policy, register, household, unit).judge()
        for household in register.households for unit in register.units})
    for name, ids, list_name in (("household", households, "homes"), ("unit", units, "candidates")):
        for id in ids:
            said = ask(data, policy_path, *arguments, "--top", 0, f"--{name}", id)
            asked = [(household, unit) for household in register.households for unit in register.units
                     if id == (household if name == "household" else unit)]
            found += compare_list(id, said[list_name], oracle.shortlist(policy, register, asked, seed, level), shown)
            found += compare_refused(id, said["not_eligible"], policy, register, asked)
    for household, unit in pairs:
        said = ask(data, policy_path, "--household", household, "--unit", unit, "--evidence", level)
        found += compare_pair(said, policy, register, household, unit, level)
    return found
