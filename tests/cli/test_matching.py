# SPDX-License-Identifier: LGPL-2.1-or-later
"""orienta-commission --match as people call it. Run by meson, or: ORIENTA_COMMISSION=... python3 test_matching.py"""
import csv
import io
import json
import pathlib
import re
import tempfile
import unittest
from decimal import Decimal

from test_commission import INPUT, NOT_FOUND, OK, SPECIAL, USAGE, WRITE, run

MECHANISMS = ("optimal", "sequential", "stable")


def text(*arguments, **options):
    result = run(*arguments, **options)
    assert result.returncode == OK, result.stderr
    return result.stdout.decode()


def record(*arguments, **options):
    return json.loads(text(*arguments, "--format", "json", **options), parse_float=Decimal, parse_int=Decimal)


def flat(answer):
    return " ".join(answer.split())


class Usage(unittest.TestCase):
    def check(self, result, code, message):
        self.assertEqual(result.returncode, code, result.stderr)
        self.assertEqual(result.stdout, b"")
        self.assertIn(message, result.stderr.decode())

    def test_wrong_calls(self):
        match = ["--match", "optimal"]
        for arguments, message in [
            (["--match", "random"], "--match takes one of: optimal, sequential, stable"),
            ([*match, "--objective", "money"], "--objective takes one of: points, households"),
            ([*match, "--support", "maybe"], "--support takes one of: policy, required, preferred, ignored"),
            (["--match", "sequential", "--unit-order", "random"], "--unit-order takes one of: as_listed, by_date, scarce_first"),
            ([*match, "--prices", "some"], "--prices takes one of: quick, none, all"),
            ([*match, "--unit-order", "by_date"], "--unit-order goes with --match sequential"),
            (["--match", "stable", "--objective", "households"], "go with --match optimal"),
            ([*match, "--unit", "U001"], "do not go with --match"),
            ([*match, "--top", "3"], "do not go with --match"),
            ([*match, "--lint"], "do not go with --match"),
            ([*match, "--min-points", "1.2345"], "--min-points takes a number with at most three decimals"),
            ([*match, "--max-loss", "2"], "--max-loss goes with --baseline"),
            ([*match, "--baseline", "x", "--max-loss=-2"], "--max-loss takes 0 or more"),
            ([*match, "--seconds=-1"], "--seconds takes more than 0"),
            ([*match, "--household", "H0001", "--format", "html"], "is explained as text"),
            ([*match, "--diff", "x", "--format", "csv"], "as text or json"),
            ([*match, "--format", "json", "--audience", "third_party"], "third parties read text, csv or html"),
            ([*match, "--replay", "x"], "--replay takes everything from the record"),
            (["--replay", "x", "--keep", "H0001:U001"], "--replay takes everything from the record"),
            (["--keep", "H0001:U001"], "go with --match"),
            (["--record", "x"], "go with --match or --replay"),
        ]:
            with self.subTest(arguments=arguments):
                self.check(run(*arguments), USAGE, message)

    def test_what_is_not_there(self):
        match = ["--match", "optimal"]
        self.check(run(*match, "--keep", "H0001:nowhere"), NOT_FOUND, 'expected HOUSEHOLD:UNIT, both of the register')
        self.check(run(*match, "--bar", "H0001"), NOT_FOUND, 'expected HOUSEHOLD:UNIT, both of the register')
        for wrong in ("U001", "U999:5", "U001:-5", "U001:x"):
            self.check(run(*match, "--reserve", wrong), NOT_FOUND, 'expected UNIT:POINTS, a unit of the register and 0 or more')
        self.check(run(*match, "--household", "H00422"), NOT_FOUND, 'no household "H00422" in the register')
        self.check(run(*match, "--refused", "H00422"), NOT_FOUND, '"H00422"')
        self.check(run("--replay", "/nonexistent.json"), INPUT, "/nonexistent.json")
        self.check(run(*match, "--record", "/nonexistent/record.json"), WRITE, "/nonexistent/record.json")

    def test_ids_with_colons(self):
        units = [{"id": unit, "kind": "plai", "territory": "t", "places": 1} for unit in ("u", "b:u", "v")]
        households = [{"id": name, "adults": 1, "request_date": "2026-01-01"} for name in ("a", "a:b", "c:d")]
        with tempfile.TemporaryDirectory() as folder:
            data = pathlib.Path(folder) / "register.json"
            data.write_text(json.dumps({"orienta": 1, "as_of": "2026-06-30", "territories": [{"id": "t"}],
                                        "units": units, "households": households}))
            self.check(run("--match", "optimal", "--no-quotas", "--keep", "a:b:u", data=data), INPUT, "there are 2")
            kept = record("--match", "optimal", "--no-quotas", "--keep", "c:d:v", data=data)
            self.assertEqual(kept["options"]["kept"], [{"household": "c:d", "unit": "v"}])
            self.assertIn(("c:d", "v"), [(pair["household"], pair["unit"]) for pair in kept["pairs"]])


class Records(unittest.TestCase):
    def test_written_replayed_and_refused(self):
        with tempfile.TemporaryDirectory() as folder:
            path = pathlib.Path(folder) / "record.json"
            for mechanism in MECHANISMS:
                page = text("--match", mechanism, "--format", "html", "--record", path)
                self.assertIn("<h1>", page)
                self.assertEqual(text("--replay", path, "--format", "json"), path.read_text())
            bent = pathlib.Path(folder) / "bent.json"
            bent.write_text(re.sub('"total":[0-9.]+', '"total":1', path.read_text()))
            result = run("--replay", bent)
            self.assertEqual(result.returncode, INPUT)
            self.assertIn("bent.json: record: another answer from byte", result.stderr.decode())

    def test_what_changes(self):
        with tempfile.TemporaryDirectory() as folder:
            path = pathlib.Path(folder) / "today.json"
            today = record("--match", "sequential", "--record", path)
            best = record("--match", "optimal")
            homes = [{pair["household"]: pair["unit"] for pair in one["pairs"]} for one in (today, best)]
            changed = {h for h in homes[0].keys() | homes[1].keys() if homes[0].get(h) != homes[1].get(h)}
            diff = record("--match", "optimal", "--diff", path)
            self.assertEqual({c["household"] for part in ("enter", "leave", "move") for c in diff[part]}, changed)
            lines = text("--match", "optimal", "--diff", path, "--lang", "en").splitlines()
            self.assertEqual(lines[0], f"Households housed: {len(homes[0])} → {len(homes[1])}; changes: {len(changed)}")
            self.assertEqual({line.split()[0] for line in lines[1:]}, changed)
            same = text("--match", "sequential", "--diff", path, "--lang", "en")
            self.assertEqual(same, f"Households housed: {len(homes[0])} → {len(homes[0])}; changes: 0\n")

    def test_nobody_loses_against_a_baseline(self):
        with tempfile.TemporaryDirectory() as folder:
            path = pathlib.Path(folder) / "today.json"
            today = record("--match", "sequential", "--record", path)
            held = record("--match", "optimal", "--baseline", path)
            points = {pair["household"]: pair["points"] for pair in held["pairs"]}
            for pair in today["pairs"]:
                self.assertGreaterEqual(points[pair["household"]], pair["points"])
            self.assertEqual(held["options"]["baseline"]["most_loss"], 0)


class Options(unittest.TestCase):
    def test_each_reaches_the_matching(self):
        asked = record("--match", "optimal", "--objective", "households", "--support", "ignored", "--min-points", "100.5",
                       "--certain", "--no-quotas", "--seconds", "30", "--seed", "été", "--evidence", "verified")["options"]
        self.assertEqual((asked["objective"], asked["support"], asked["minimum"]), ("households", "ignored", Decimal("100.5")))
        self.assertEqual((asked["to_verify"], asked["quotas"], asked["seconds"]), (False, False, "30"))
        self.assertEqual((asked["seed"], asked["level"]), ("été", "verified"))
        self.assertEqual(record("--match", "sequential", "--unit-order", "scarce_first")["options"]["unit_order"], "scarce_first")

    def test_certain_and_minimum(self):
        for pair in record("--match", "optimal", "--certain", "--no-quotas", "--min-points", "150")["pairs"]:
            self.assertEqual(pair["status"], "eligible")
            self.assertGreaterEqual(pair["points"], 150)

    def test_places_kept(self):
        made = record("--match", "optimal", "--reserve", "U001:500", "--reserve", "U018:200.5")
        self.assertEqual([(r["unit"], r["points"]) for r in made["options"]["reserves"]], [("U001", 500), ("U018", Decimal("200.5"))])
        self.assertNotIn("U001", [pair["unit"] for pair in made["pairs"]])
        for pair in made["pairs"]:
            self.assertTrue(pair["unit"] != "U018" or pair["points"] >= 200.5)

    def test_a_refusal(self):
        first = record("--match", "optimal")["pairs"][0]
        after = record("--match", "optimal", "--refused", first["household"])
        self.assertIn({"household": first["household"], "unit": first["unit"]}, after["options"]["barred"])
        self.assertNotIn((first["household"], first["unit"]), [(p["household"], p["unit"]) for p in after["pairs"]])


class Answers(unittest.TestCase):
    def test_the_table_is_the_record(self):
        for mechanism in MECHANISMS:
            made = record("--match", mechanism)
            rows = list(csv.DictReader(io.StringIO(text("--match", mechanism, "--format", "csv"), newline="")))
            self.assertEqual([row["household"] for row in rows], sorted(row["household"] for row in rows))
            self.assertEqual(len(rows), 600)
            self.assertEqual([(row["household"], row["unit"], Decimal(row["points"])) for row in rows if row["unit"]],
                             [(p["household"], p["unit"], p["points"]) for p in made["pairs"]])
            self.assertEqual([(row["household"], row["reason"]) for row in rows if not row["unit"]],
                             [(u["household"], u["reason"]) for u in made["unmatched"]])
            self.assertEqual(sorted(int(row["move"]) for row in rows if row["move"]), list(range(1, len(made["pairs"]) + 1)))

    def test_the_best_has_most(self):
        totals = {mechanism: record("--match", mechanism)["total"] for mechanism in MECHANISMS}
        self.assertGreaterEqual(totals["optimal"], max(totals.values()))

    def test_text_keeps_to_80_columns(self):
        for arguments in ([], ["--household", "H0007"], ["--household", "H0579"], ["--audience", "third_party"]):
            for language in ("fr", "en"):
                for line in text("--match", "optimal", "--lang", language, *arguments).splitlines():
                    self.assertLessEqual(len(line), 80, line)

    def test_an_explanation_names_nobody_else(self):
        for household in ("H0001", "H0007", "H0237", "H0579"):
            answer = text("--match", "optimal", "--household", household)
            self.assertEqual(set(re.findall(r"\bH\d{4}\b", answer)), {household})
            self.assertIn("L.311-3-1", answer)

    def test_the_page_stands_alone(self):
        page = text("--match", "optimal", "--format", "html", "--lang", "en")
        self.assertLess(len(page.encode()), 1_000_000)
        self.assertIsNone(re.search(r"https?:|src=|url\(|@import|<script|<link|<iframe", page))

    def test_third_parties(self):
        for arguments in ([], ["--household", "H0001"], ["--household", "H0237"]):
            for form in ("text", "csv", "html"):
                if arguments and form != "text":
                    continue
                answer = text("--match", "optimal", *arguments, "--format", form, "--audience", "third_party")
                for word in (*SPECIAL, "points"):
                    self.assertNotIn(word, answer.split("</style>")[-1], (arguments, form))


if __name__ == "__main__":
    unittest.main()
