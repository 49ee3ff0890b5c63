# SPDX-License-Identifier: LGPL-2.1-or-later
"""orienta-what-if as people call it: text in two languages, a table, errors."""
import csv
import os
import pathlib
import subprocess
import tempfile
import unittest

ROOT = pathlib.Path(os.environ["ORIENTA_SOURCE"])
SCENARIO = ROOT / "examples/scenarios/one-queue.json"
POLICY = ROOT / "examples/policies/logement-dabord.json"


def run(*arguments):
    return subprocess.run([os.environ["ORIENTA_WHAT_IF"], *map(str, arguments)], capture_output=True, text=True,
                          encoding="utf-8")


class WhatIf(unittest.TestCase):
    def test_one_policy(self):
        done = run(SCENARIO, POLICY, "--replications", 4, "--lang", "en", "--threads", 1)
        self.assertEqual((done.returncode, done.stderr), (0, ""))
        self.assertTrue(done.stdout.startswith("One queue\n36525 days from 2026-01-01, 4 replications, seed 0\n"))
        self.assertRegex(done.stdout, r"\n  Places, on average: 8\.0 \(8\.0 to 8\.0\)\n")
        self.assertRegex(done.stdout, r"\n  Share of places lived in: 0\.\d\d\d \(0\.\d\d\d to ")
        again = run(SCENARIO, POLICY, "--replications", 4, "--lang", "en", "--threads", 2)
        self.assertEqual(done.stdout, again.stdout)

    def test_french(self):
        done = run(SCENARIO, POLICY, "--replications", 2)
        self.assertEqual(done.returncode, 0, done.stderr)
        self.assertIn("Places, en moyenne\u00a0: 8,0 (8,0 à 8,0)\n", done.stdout)

    def test_a_policy_beside_itself(self):
        """The same people and the same homes: no difference at all."""
        with tempfile.TemporaryDirectory() as folder:
            table = pathlib.Path(folder) / "change.csv"
            done = run(SCENARIO, POLICY, POLICY, "--replications", 3, "--lang", "en", "--csv", table)
            self.assertEqual(done.returncode, 0, done.stderr)
            self.assertIn("the other policy: 0.000 (0.000 to 0.000) — no difference established", done.stdout)
            with open(table, encoding="utf-8", newline="") as file:
                lines = list(csv.DictReader(file))
        self.assertEqual(list(lines[0]), ["period", "territory", "group", "measure", "n", "mean", "low", "high", "suppressed"])
        self.assertEqual({line["mean"] for line in lines if line["suppressed"] == "false"}, {"0"})
        self.assertEqual({line["n"] for line in lines if line["measure"] == "housed"}, {"3"})

    def test_errors(self):
        missing = run(ROOT / "examples/scenarios/nowhere.json", POLICY)
        self.assertEqual((missing.returncode, missing.stdout), (1, ""))
        self.assertIn("nowhere.json", missing.stderr)
        for arguments in ([], [SCENARIO], [SCENARIO, POLICY, "--lang", "de"], [SCENARIO, POLICY, "--replications", "0"]):
            done = run(*arguments)
            self.assertEqual((done.returncode, done.stdout), (2, ""))
            self.assertTrue(done.stderr.startswith("orienta-what-if: "))


if __name__ == "__main__":
    unittest.main()
