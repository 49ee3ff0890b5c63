# SPDX-License-Identifier: LGPL-2.1-or-later
"""Housing First as properties: HF1 to HF10 under the example policies, on random households and their twins.

A twin is a household that differs in one thing. Its answers on every home are held against the first one's.
"""
import copy
import csv
import io
import pathlib
import random
import tempfile
import unittest
from fractions import Fraction

import harness
import oracle
import random_register
from facts import NEEDS, Register

POLICIES = ["logement-dabord", "grille-anciennete", "grille-quarante-criteres", "grille-rubriques"]
SHELTERED = ["emergency_shelter", "insertion_shelter", "hotel", "institution", "transitional"]
RANK = {"eligible": 2, "to_verify": 1, None: 0}


class Answers:
    """The lists of a register: for each unit, its candidates in order."""

    def __init__(self, folder, tables, policy_name):
        policy = harness.example(policy_name)
        self.policy = policy
        self.register = Register(tables, policy)
        data = harness.write_csv(pathlib.Path(folder) / "data", tables, policy)
        result = harness.run(data, path_of(policy_name), "--top", 0, "--format", "csv", "--evidence",
                             "needs_validation")
        assert result.returncode == 0, result.stderr
        self.lines = [line for line in csv.DictReader(io.StringIO(result.stdout.decode())) if line["rank"]]
        self.pairs = {(line["household"], line["unit"]): line for line in self.lines}
        self.tiers = [tier["id"] for tier in policy.get("tiers", [])] + [""]

    def get(self, household, unit):
        """How far the door is open (2: eligible), the tier (higher: earlier) and the points."""
        line = self.pairs.get((household, unit))
        if line is None:
            return 0, 0, Fraction(0)
        return RANK[line["status"]], -self.tiers.index(line["tier"]), Fraction(line["points"])

    def units(self, durable=False):
        return [unit for unit, values in self.register.units.items() if values["unit.durable"] or not durable]


def path_of(name):
    return harness.SOURCE / "examples/policies" / f"{name}.json"


class Twins(unittest.TestCase):
    def each(self, seed, twins, check, n_households=12):
        """For each policy, answers on a register in which a household has the twins that `twins(row)` tells: a suffix
        and what changes. Calls check(policy, answers, pairs) with pairs of (first, twin, suffix)."""
        for number, name in enumerate(POLICIES):
            rng = random.Random(100 * seed + number)
            policy = harness.example(name)
            tables = random_register.make(rng, policy, n_households, 20)
            pairs = []
            for row in list(tables["households"]):
                for suffix, change in twins(row).items():
                    twin = {**row, **change.get("household", {}), "id": f"{row['id']}-{suffix}"}
                    tables["households"].append(twin)
                    for part in ("persons", "offers", "outcomes"):
                        tables[part] += [{**line, "household_id": twin["id"]} for line in tables[part]
                                         if line["household_id"] == row["id"]]
                    tables["offers"] += [{**line, "household_id": twin["id"]} for line in change.get("offers", [])]
                    pairs.append((row["id"], twin["id"], suffix))
            with self.subTest(policy=name), tempfile.TemporaryDirectory() as folder:
                answers = Answers(folder, tables, name)
                self.assertGreater(len(answers.lines), 100)
                check(name, answers, pairs)

    def assert_not_worse(self, answers, first, twin, units):
        for unit in units:
            before, after = answers.get(first, unit), answers.get(twin, unit)
            if before[0] > 0:
                worse = any(right < left for left, right in zip(before, after))
                self.assertFalse(worse, f"{twin} under {first} on {unit}: {after} after {before}")

    def check_same(self, _, answers, pairs):
        for first, twin, _ in pairs:
            for unit in answers.units():
                self.assertEqual(answers.get(first, unit), answers.get(twin, unit), f"{first}, {twin} on {unit}")

    def test_hf1_a_need_closes_no_door(self):
        levels = ["dormant", "low", "high"]

        def twins(row):
            given = {item.split(":")[0] for item in row["needs"].split("|")}
            return {f"{need}.{level}": {"household": {"needs": f"{row['needs']}|{need}:{level}".strip("|")}}
                    for need in NEEDS if need not in given for level in levels}

        def check(_, answers, pairs):
            for first, twin, suffix in pairs:
                self.assert_not_worse(answers, first, twin, answers.units(durable=True))
                need, level = suffix.split(".")
                if level != "high":  # nor does a higher level
                    higher = f"{first}-{need}.{levels[levels.index(level) + 1]}"
                    self.assert_not_worse(answers, twin, higher, answers.units(durable=True))
        self.each(1, twins, check, 8)

    def test_hf2_support_decides_nothing(self):
        self.each(2, lambda row: {level or "unsaid": {"household": {"support_accepted": level}}
                                  for level in ("none", "low", "high", "")}, self.check_same)

    def test_hf4_the_street_is_no_worse_than_a_shelter(self):
        def check(_, answers, pairs):
            for first, twin, _ in pairs:
                self.assert_not_worse(answers, twin, f"{first}-street", answers.units())
        self.each(4, lambda row: {situation: {"household": {"situation": situation}}
                                  for situation in SHELTERED + ["street"]}, check)

    def test_hf5_a_refusal_by_choice_costs_nothing(self):
        def twins(row):
            offers = [{"unit_id": f"U{number:02}", "date": row["request_date"], "outcome": "refused_by_household",
                       "reason": reason} for number, reason in enumerate(["area", "kind", "animal", "safety"])]
            return {"choice": {"offers": offers}, "other": {"offers": [{**offers[0], "reason": "rent"}]}}
        self.each(5, twins, self.check_same)

    def test_hf6_choice_flags_and_ranks(self):
        def check(name, answers, pairs):
            for first, twin, _ in pairs:  # a wish closes no door
                for unit in answers.units():
                    self.assertEqual(answers.get(first, unit)[0], answers.get(twin, unit)[0])
                    self.assertGreaterEqual(answers.get(twin, unit)[2], answers.get(first, unit)[2])
            for before, after in zip(answers.lines, answers.lines[1:]):
                if all(before[key] == after[key] for key in ("unit", "tier", "points")):
                    self.assertFalse(before["in_choice"] == "false" and after["in_choice"] == "true", (name, before))
        self.each(6, lambda row: {"anywhere": {"household": {"wants_territories": "", "wants_kinds": ""}}}, check)

    def test_hf6_outside_choice_is_told(self):
        for name in POLICIES:
            rng = random.Random(name)
            policy = harness.example(name)
            tables = random_register.make(rng, policy, 10, 8)
            with self.subTest(policy=name), tempfile.TemporaryDirectory() as folder:
                data = harness.write_csv(pathlib.Path(folder) / "data", tables, policy)
                for line in harness.ask(data, path_of(name), "--top", 0)["lists"]:
                    for candidate in line["candidates"]:
                        told = "outside-choice" in [reason["code"] for reason in candidate["reasons"]]
                        self.assertEqual(told, not candidate["in_choice"])

    def test_hf7_support_is_apart(self):
        """Services, whatever they are, change no answer about homes."""
        services = {"id": "S", "territories": "north", "needs": "psychic", "slots": "0"}
        for name in POLICIES:
            policy = harness.example(name)
            tables = random_register.make(random.Random(7), policy, 10, 8)
            with self.subTest(policy=name), tempfile.TemporaryDirectory() as folder:
                data = harness.write_csv(pathlib.Path(folder) / "data", tables, policy)
                without = harness.run(data, path_of(name), "--top", 0, "--format", "csv").stdout
                (data / "services.csv").write_text(",".join(services) + "\n" + ",".join(services.values()) + "\n")
                self.assertEqual(harness.run(data, path_of(name), "--top", 0, "--format", "csv").stdout, without)

    def test_hf8_a_need_opens_reserved_doors(self):
        opened = []

        def check(name, answers, pairs):
            reserved = [unit for unit, values in answers.register.units.items() if values["unit.kind"] in
                        ("residence_accueil", "chez_soi_dabord", "chez_soi_dabord_jeunes")]
            for first, _, suffix in pairs:
                self.assert_not_worse(answers, f"{first}-none", f"{first}-psychic", answers.units(durable=True))
                for unit in reserved:
                    opened.append(answers.get(f"{first}-psychic", unit)[0] > answers.get(f"{first}-none", unit)[0] == 0)
                    if name == "logement-dabord":
                        self.assertEqual(answers.get(f"{first}-none", unit)[0], 0)
        self.each(8, lambda row: {"psychic": {"household": {"needs": "psychic:high", "situation": "street"}},
                                  "none": {"household": {"needs": "", "situation": "street"}}}, check)
        self.assertTrue(any(opened))

    def test_hf9_durable_before_time_limited(self):
        seen = 0
        for name in POLICIES:
            policy = harness.example(name)
            tables = random_register.make(random.Random(9), policy, 12, 40)
            for row in tables["units"]:  # few values, so that points are often equal
                row.update(rooms="", surface="", rent="", pets="true", min_age="", max_age="")
            with self.subTest(policy=name), tempfile.TemporaryDirectory() as folder:
                data = harness.write_csv(pathlib.Path(folder) / "data", tables, policy)
                register = Register(tables, policy)
                for household in register.households:
                    homes = harness.ask(data, path_of(name), "--household", household, "--top", 0)["homes"]
                    for before, after in zip(homes, homes[1:]):
                        if all(before[key] == after[key] for key in ("tier", "points", "in_choice")):
                            left, right = (register.units[line["unit"]]["unit.durable"] for line in (before, after))
                            seen += left is True and right is False
                            self.assertFalse(left is False and right is True, (before["unit"], after["unit"]))
        self.assertGreater(seen, 0)


# What must be refused when it is added to the national policy: the part, the line, and what the message must say.
RULE, CRITERION = {"id": "x", "source": "s"}, {"id": "x", "source": "s", "points": 5}
LOCAL = {"of": "household", "type": "bool"}
BREAKING = [
    ("HF1", "rules", {**RULE, "require": {"household.needs": {"has_none": ["addiction"]}}}, "household.need.addiction"),
    ("HF1", "rules", {**RULE, "applies": {"household.need.psychic": "high"}, "require": {"unit.onsite_support": True}},
     "household.need.psychic"),
    ("HF1", "rules", {**RULE, "require": {"household.high_need": False}}, "household.need.addiction"),
    ("HF1", "rules", {**RULE, "require": {"household.household_category": {"le": 3}}}, "household.household_category"),
    ("HF1", "criteria", {**CRITERION, "points": -5, "when": {"household.need.health": {"ge": "low"}}},
     "household.need.health"),
    ("HF1", "criteria", {**CRITERION, "when": {"household.disabled": False}}, "household.disabled"),
    ("HF1", "tiers", {"id": "x", "when": {"household.needs": {"has_none": ["violence"]}}}, "household.need.violence"),
    ("HF2", "rules", {**RULE, "require": {"household.support_accepted": ["low", "high"]}},
     "household.support_accepted"),
    ("HF2", "criteria", {**CRITERION, "points": -20, "when": {"household.support_accepted": "none"}},
     "household.support_accepted"),
    ("HF3", "rules", {**RULE, "require": {"household.abstinent": True}}, "household.abstinent"),
    ("HF3", "rules", {**RULE, "require": {"household.housing_ready": True}}, "household.housing_ready"),
    ("HF3", "rules", {**RULE, "require": {"household.contrat_insertion": True}}, "household.contrat_insertion"),
    ("HF3", "criteria", {**CRITERION, "points": -5, "when": {"household.traitement_suivi": False}},
     "household.traitement_suivi"),
    ("HF4", "rules", {**RULE, "require": {"household.situation": ["insertion_shelter", "transitional"]}},
     "household.situation"),
    ("HF4", "rules", {**RULE, "require": {"household.situation": {"ne": "street"}}}, "household.situation"),
    ("HF4", "rules", {**RULE, "require": {"criterion.situation": True}}, "household.situation"),
    ("HF5", "criteria", {**CRITERION, "points": -5, "when": {"household.refusals_by_choice": {"ge": 1}},
                         "valid": {"to": "2026-12-31"}}, "household.refusals_by_choice"),
    ("HF5", "criteria", {**CRITERION, "points": -5, "when": {"household.refusals": {"ge": 3}}}, "household.refusals"),
    ("HF10", "rules", {**RULE, "require": {"household.previous_eviction": False}}, "household.previous_eviction"),
    ("HF10", "criteria", {**CRITERION, "points": -5, "when": {"household.echec_locatif": True}},
     "household.echec_locatif"),
    ("discrimination", "rules", {**RULE, "require": {"pair.same_territory": True}}, "pair.same_territory"),
    ("discrimination", "attributes", {**LOCAL, "name": "nationality"}, "nationality"),
    ("discrimination", "attributes", {**LOCAL, "name": "sexe"}, "sexe"),
    ("discrimination", "attributes", {**LOCAL, "name": "lieu_de_naissance"}, "lieu_de_naissance"),
    ("discrimination", "attributes", {**LOCAL, "name": "religion"}, "religion")]
COLUMNS = ["abstinent", "housing_ready", "contrat_insertion", "traitement_suivi", "previous_eviction", "echec_locatif"]
# Near them, and allowed: a need that opens a door, a sanction that is explicit and ends.
ALLOWED = [
    ("rules", {**RULE, "applies": {"unit.kind": "fjt"}, "require": {"household.need.addiction": {"le": "low"}}}),
    ("rules", {**RULE, "applies": {"unit.kind": "fjt"}, "require": {"household.needs": {"has": "psychic"}}}),
    ("criteria", {**CRITERION, "when": {"household.need.addiction": {"ge": "dormant"}}}),
    ("criteria", {**CRITERION, "points": -5, "when": {"household.refusals": {"ge": 3}}, "valid": {"to": "2026-12-31"}}),
    ("criteria", {**CRITERION, "when": {"pair.same_territory": True}})]


class Refusals(unittest.TestCase):
    def policy(self, part, line):
        policy = copy.deepcopy(harness.plain(oracle.read_policy(path_of("logement-dabord"))))
        policy["attributes"] += [{**LOCAL, "name": name} for name in COLUMNS]
        policy.setdefault(part, []).append(line)
        return policy

    def test_breaking_policies(self):
        for code, part, line, attribute in BREAKING:
            with self.subTest(code=code, line=line), tempfile.TemporaryDirectory() as folder:
                path = harness.write_policy(pathlib.Path(folder) / "policy.json", self.policy(part, line))
                message = harness.refusal(harness.SOURCE / "examples/data/artois", path)
                place = len(self.policy(part, line)[part]) - 1
                self.assertRegex(message, rf"policy\.json:\d+:\d+: \$\.{part}\[{place}\]\S*: {code}: ")
                self.assertIn(attribute, message)

    def test_allowed_policies(self):
        for part, line in ALLOWED:
            with self.subTest(line=line), tempfile.TemporaryDirectory() as folder:
                path = harness.write_policy(pathlib.Path(folder) / "policy.json", self.policy(part, line))
                result = harness.run(harness.SOURCE / "examples/data/artois", path, "--unit", "U012", "--format", "csv")
                self.assertEqual((result.returncode, result.stderr), (0, b""))


if __name__ == "__main__":
    unittest.main()
