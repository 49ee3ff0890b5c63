# SPDX-License-Identifier: LGPL-2.1-or-later
"""orienta-commission as people call it. Run by meson, or: ORIENTA_COMMISSION=... python3 test_commission.py"""
import csv
import io
import json
import os
import pathlib
import re
import shutil
import signal
import subprocess
import tempfile
import time
import unittest
from decimal import Decimal

SOURCE = pathlib.Path(os.environ.get("ORIENTA_SOURCE", pathlib.Path(__file__).parents[2]))
PROGRAM = os.environ.get("ORIENTA_COMMISSION", str(SOURCE / "build/examples/orienta-commission"))
DATA = SOURCE / "examples/data/artois"
POLICY = SOURCE / "examples/policies/logement-dabord.json"

OK, INPUT, USAGE, NOT_FOUND, WRITE, INTERRUPTED = 0, 1, 2, 3, 4, 130

# What would reveal a special category of data in the national policy, in both languages.
SPECIAL = ("DALO", "dalo", "addiction", "psychi", "handicap", "Handicap", "disab", "violence", "santé", "health",
           "prostitution", "l441-1", "Publics prioritaires", "Priority publics", "marginalit", "support accepted")


def run(*arguments, data=DATA, policy=POLICY, env=None, **options):
    command = [PROGRAM, str(data), str(policy), *map(str, arguments)]
    return subprocess.run(command, capture_output=True, env={**os.environ, **(env or {})}, timeout=120, **options)


def answer(*arguments, **options):
    result = run(*arguments, "--format", "json", **options)
    assert result.returncode == OK, result.stderr
    return json.loads(result.stdout, parse_float=Decimal, parse_int=Decimal)


class Usage(unittest.TestCase):
    def check(self, result, code, message):
        self.assertEqual(result.returncode, code, result.stderr)
        self.assertEqual(result.stdout, b"")
        self.assertIn(message, result.stderr.decode())

    def test_version_and_help(self):
        version = subprocess.run([PROGRAM, "--version"], capture_output=True)
        self.assertEqual(version.returncode, OK)
        self.assertRegex(version.stdout.decode(), r"^orienta-commission \d+\.\d+\.\d+\n$")
        usage = subprocess.run([PROGRAM, "--help"], capture_output=True)
        self.assertEqual(usage.returncode, OK)
        self.assertIn(b"--household", usage.stdout)

    def test_wrong_calls(self):
        for arguments, message in [
            (["--format", "pdf"], "--format takes one of: text, json, csv, html"),
            (["--lang", "de"], "--lang takes one of: fr, en"),
            (["--audience", "press"], "--audience takes one of: person, third_party"),
            (["--evidence", "rumour"], "--evidence takes one of: verified, declared, needs_validation"),
            (["--top=-3"], "--top takes 0"),
            (["--threads=-1"], "--threads takes 0"),
            (["--nonsense"], "--nonsense"),
            (["extra"], "two arguments are needed"),
            (["--household", "H0007", "--unit", "U003", "--format", "csv"], "text or json"),
        ]:
            with self.subTest(arguments=arguments):
                self.check(run(*arguments), USAGE, message)
        alone = subprocess.run([PROGRAM], capture_output=True)
        self.check(alone, USAGE, "two arguments are needed")

    def test_unknown_ids_name_the_nearest(self):
        self.check(run("--unit", "U01"), NOT_FOUND, 'no unit "U01" in the register; did you mean "U001"?')
        self.check(run("--household", "H00422"), NOT_FOUND, 'no household "H00422" in the register; did you mean')
        self.check(run("--household", "H0007", "--unit", "nowhere"), NOT_FOUND, 'no unit "nowhere" in the register')

    def test_faults_of_data_and_policy(self):
        self.check(run(data="/nonexistent"), INPUT, "/nonexistent")
        self.check(run(policy="/nonexistent.json"), INPUT, "/nonexistent.json")
        self.check(run("--as-of", "2026-13-01"), INPUT, "2026-13-01")
        with tempfile.TemporaryDirectory() as folder:
            broken = pathlib.Path(folder) / "artois"
            shutil.copytree(DATA, broken)
            lines = (broken / "units.csv").read_text().replace("U001,bail_glissant", "U001,castle").replace(
                "U002,iml_sous_location", "U002,tower")
            (broken / "units.csv").write_text(lines)
            result = run(data=broken)
            self.check(result, INPUT, '"castle"')
            self.assertIn('"tower"', result.stderr.decode())  # all faults, not the first
            bent = pathlib.Path(folder) / "policy.json"
            bent.write_text(POLICY.read_text().replace('"household.age"', '"household.agge"'))
            self.check(run(policy=bent), INPUT, "household.agge")


class Files(unittest.TestCase):
    def test_a_full_disk_is_noticed(self):
        if not os.path.exists("/dev/full"):
            self.skipTest("no /dev/full")
        for form in ("text", "json", "html"):
            with open("/dev/full", "wb") as full:
                result = subprocess.run([PROGRAM, str(DATA), str(POLICY), "--format", form], stdout=full,
                                        stderr=subprocess.PIPE)
            self.assertEqual(result.returncode, WRITE)
            self.assertIn(b"standard output", result.stderr)

    def test_output_is_whole_or_not_at_all(self):
        with tempfile.TemporaryDirectory() as folder:
            target = pathlib.Path(folder) / "page.html"
            target.write_text("before")
            self.assertEqual(run("--format", "html", "--output", target, data="/nonexistent").returncode, INPUT)
            self.assertEqual(target.read_text(), "before")
            self.assertEqual(run("--format", "html", "--output", target).returncode, OK)
            self.assertTrue(target.read_text().endswith("</html>\n"))
            self.assertEqual(sorted(os.listdir(folder)), ["page.html"])
            self.assertEqual(run("--output", pathlib.Path(folder) / "no" / "where").returncode, WRITE)

    def test_output_is_what_standard_output_is(self):
        with tempfile.TemporaryDirectory() as folder:
            for form in ("text", "json", "csv", "html"):
                target = pathlib.Path(folder) / form
                self.assertEqual(run("--format", form, "--output", target).stdout, b"")
                self.assertEqual(target.read_bytes(), run("--format", form).stdout)

    def test_interrupted(self):
        process = subprocess.Popen([PROGRAM, str(DATA), str(POLICY), "--top", "0", "--format", "json"],
                                   stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, restore_signals=True)
        time.sleep(0.01)
        process.send_signal(signal.SIGINT)
        code = process.wait(timeout=60)
        message = process.stderr.read().decode()
        process.stderr.close()
        # Very early the signal kills, very late the work is done; in between the program says that it was cancelled.
        self.assertIn(code, (-signal.SIGINT, INTERRUPTED, OK))
        if code == INTERRUPTED:
            self.assertIn("cancelled", message)


class Answers(unittest.TestCase):
    def test_the_same_bytes_everywhere(self):
        plain = run("--format", "text", env={"LC_ALL": "C"}).stdout
        self.assertEqual(plain, run("--format", "text", env={"LC_ALL": "fr_FR.UTF-8"}).stdout)
        self.assertEqual(plain, run("--format", "text", "--threads", 1).stdout)
        self.assertEqual(plain, run("--format", "text", "--threads", 7).stdout)
        document = run("--format", "json", env={"LC_ALL": "C"}).stdout
        self.assertEqual(document, run("--format", "json", env={"LC_ALL": "fr_FR.UTF-8"}).stdout)

    def test_text_keeps_to_80_columns(self):
        for arguments in ([], ["--unit", "U003"], ["--household", "H0007"], ["--household", "H0007", "--unit", "U003"]):
            for language in ("fr", "en"):
                for line in run(*arguments, "--lang", language).stdout.decode().splitlines():
                    self.assertLessEqual(len(line), 80, line)

    def test_a_household_has_every_home(self):
        units = [row["id"] for row in csv.DictReader((DATA / "units.csv").read_text().splitlines())]
        for household in ("H0001", "H0042", "H0213"):
            found = answer("--household", household)
            self.assertEqual(found["household"], household)
            self.assertEqual(sorted(h["unit"] for h in found["homes"] + found["not_eligible"]), sorted(units))
            self.assertEqual([h["rank"] for h in found["homes"]], list(range(1, len(found["homes"]) + 1)))
            for home in found["homes"]:
                self.assertEqual(sum(line["points"] for line in home["contributions"]), home["points"])
                self.assertIn(home["status"], ("eligible", "to_verify"))
            for home in found["not_eligible"]:
                self.assertTrue(any(reason["severity"] == "refuse" for reason in home["reasons"]))

    def test_a_unit_has_every_household(self):
        found = answer("--unit", "U003")
        self.assertEqual(len(found["candidates"]) + len(found["not_eligible"]), 600)
        order = [(not candidate["in_choice"], -candidate["points"]) for candidate in found["candidates"]]
        self.assertEqual(order, sorted(order))  # no tier concerns this home
        self.assertEqual(len(answer("--unit", "U003", "--top", 5)["candidates"]), 5)

    def test_the_two_sides_agree(self):
        candidates = {c["household"]: c for c in answer("--unit", "U012")["candidates"]}
        home = next(h for h in answer("--household", "H0468")["homes"] if h["unit"] == "U012")
        self.assertEqual(home["points"], candidates["H0468"]["points"])
        pair = answer("--household", "H0468", "--unit", "U012")
        self.assertEqual(pair["score"]["points"], home["points"])
        self.assertEqual(pair["verdict"]["status"], home["status"])
        self.assertEqual(sum(line["points"] for line in pair["score"]["lines"]), home["points"])

    def test_the_commission(self):
        found = answer()
        self.assertEqual(found["as_of"], "2026-11-20")
        self.assertEqual(len(found["lists"]), 150)
        self.assertTrue(all(len(listed["candidates"]) <= 3 for listed in found["lists"]))
        listed = {c["household"] for entry in found["lists"] for c in entry["candidates"]}
        left = {w["household"] for w in found["unhoused"]["waiting"] + found["unhoused"]["blocked"]}
        self.assertEqual(len(listed) + len(left), 600)
        self.assertFalse(listed & left)
        rows = list(csv.DictReader(io.StringIO(run("--format", "csv").stdout.decode(), newline="")))
        self.assertEqual([(r["unit"], r["household"], Decimal(r["points"])) for r in rows],
                         [(c["unit"], c["household"], c["points"]) for entry in found["lists"] for c in entry["candidates"]])

    def test_evidence_only_adds(self):
        totals = [sum(c["points"] for c in answer("--unit", "U010", "--evidence", level)["candidates"])
                  for level in ("verified", "declared", "needs_validation")]
        self.assertLess(totals[0], totals[1])
        self.assertLessEqual(totals[1], totals[2])

    def test_the_seed_is_the_day_or_given(self):
        self.assertEqual(answer("--unit", "U010", "--top", 1)["seed"], "2026-11-20")
        self.assertEqual(answer("--unit", "U010", "--top", 1, "--seed", "été")["seed"], "été")

    def test_lint(self):
        result = run("--lint", "--lang", "en")
        self.assertEqual(result.returncode, OK)
        for line in result.stdout.decode().splitlines():
            self.assertRegex(line, r"^\$.*: .+ \[lint-[a-z-]+\]$")


class ThirdParty(unittest.TestCase):
    def test_no_special_word_in_any_form(self):
        for arguments in ([], ["--household", "H0001"], ["--household", "H0001", "--unit", "U010"],
                          ["--household", "H0007", "--unit", "U046"]):
            for form in ("text", "json", "csv", "html"):
                if form in ("csv", "html") and "--unit" in arguments:
                    continue
                result = run(*arguments, "--format", form, "--audience", "third_party")
                self.assertEqual(result.returncode, OK)
                text = result.stdout.decode()
                for word in SPECIAL:
                    self.assertNotIn(word, text, (arguments, form))

    def test_the_sentence_is_always_there_once(self):
        for household, unit in (("H0001", "U010"), ("H0007", "U046"), ("H0213", "U003")):
            text = run("--household", household, "--unit", unit, "--audience", "third_party").stdout.decode()
            self.assertEqual(text.count("seul le coordinateur en dispose"), 1)

    def test_no_points_on_lists(self):
        self.assertNotIn("points", run("--unit", "U010", "--format", "json", "--audience", "third_party").stdout.decode())
        header = run("--format", "csv", "--audience", "third_party").stdout.decode().splitlines()[0]
        self.assertEqual(header, "unit,rank,household,status,in_choice")


class Page(unittest.TestCase):
    def test_nothing_from_outside(self):
        for language in ("fr", "en"):
            page = run("--format", "html", "--lang", language).stdout.decode()
            self.assertLess(len(page.encode()), 1_000_000)
            self.assertIn(f'<html lang="{language}">', page)
            self.assertIsNone(re.search(r"https?:|src=|url\(|@import|<script|<link|<iframe", page))


if __name__ == "__main__":
    unittest.main()
