# SPDX-License-Identifier: LGPL-2.1-or-later
"""Random registers under random policies: the program and the oracle must say the same, to the thousandth of a point.

    ORIENTA_COMMISSION=build/examples/orienta-commission /usr/bin/python3 tests/oracle/test_random.py [SEED [ROUNDS]]
"""
import pathlib
import random
import sys
import tempfile
import unittest

import harness
import oracle
import random_policy
import random_register
from facts import Register

ROUNDS = 40
# Households, homes, places on each list (0 for all). Homes are handled 64 at a time, so some registers have more.
SHAPES = [(30, 20, 0), (30, 20, 0), (30, 20, 3), (12, 70, 2), (60, 5, 3)]


def write(folder, rng, tables, policy):
    """One of the forms in which people may hand in the same register."""
    form = rng.choice(["json", "json", "csv", ";", "\t", "bom"])
    if form == "json":
        return harness.write_json(folder / "register.json", tables, policy)
    separator = form if form in (";", "\t") else ","
    if form == ";":  # as a French spreadsheet writes it
        tables = {name: [{column: french(column, text) for column, text in row.items()} for row in rows]
                  for name, rows in tables.items()}
    encoding = rng.choice(["utf-8", "cp1252"])
    return harness.write_csv(folder / "register", tables, policy, separator, form == "bom", encoding)


def french(column, text):
    if text.count("-") == 2 and text[:4].isdigit():
        year, month, day = text.split("-")
        return f"{day}/{month}/{year}"
    if column not in ("id", "household_id") and text.replace(".", "", 1).lstrip("-").isdigit():
        return text.replace(".", ",")
    return text


def differences(seed):
    rng = random.Random(seed)
    policy = random_policy.make(rng)
    n_households, n_units, top = SHAPES[seed % len(SHAPES)]
    tables = random_register.make(rng, policy, n_households, n_units)
    with tempfile.TemporaryDirectory() as name:
        folder = pathlib.Path(name)
        policy_path = harness.write_policy(folder / "policy.json", policy)
        policy = oracle.read_policy(policy_path)
        data = write(folder, rng, tables, policy)
        register = Register(tables, policy)
        households, units = list(register.households), list(register.units)
        return harness.compare(
            data, policy_path, register, policy, level=rng.choice(oracle.EVIDENCE),
            seed=rng.choice(["2026-W47", "é", ""]), top=top, households=rng.sample(households, 1),
            units=rng.sample(units, 1),
            pairs=[(rng.choice(households), rng.choice(units)) for _ in range(4)])


class Random(unittest.TestCase):
    def test_rounds(self):
        for seed in range(ROUNDS):
            with self.subTest(seed=seed):
                self.assertEqual(differences(seed)[:5], [])

    def test_examples(self):
        """The example policies on a part of the example data."""
        tables = oracle.read_tables(harness.SOURCE / "examples/data/artois")
        for number, path in enumerate(sorted((harness.SOURCE / "examples/policies").glob("*.json"))):
            with self.subTest(policy=path.name), tempfile.TemporaryDirectory() as folder:
                rng = random.Random(number)
                policy = oracle.read_policy(path)
                part = random_register.part_of(tables, rng, 60, 12)
                data = harness.write_csv(pathlib.Path(folder) / "data", part, policy)
                register = Register(part, policy)
                self.assertEqual(harness.compare(data, path, register, policy, rng.choice(oracle.EVIDENCE), top=5,
                                                 units=list(register.units)[:1])[:5], [])


if __name__ == "__main__":
    if len(sys.argv) > 1 and sys.argv[1].isdigit():
        first, rounds = int(sys.argv[1]), int((sys.argv + ["1"])[2])
        for number in range(first, first + rounds):
            for difference in differences(number)[:5]:
                print(number, difference)
    else:
        unittest.main()
