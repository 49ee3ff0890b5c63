# SPDX-License-Identifier: LGPL-2.1-or-later
"""Income ceilings, arrêté of 29 July 1987: at the ceiling a household is eligible, one cent above it is not.

The amounts are typed from the arrêté as published for 1 January of each year; categories 5 and 6 of PLAI 2025 and all
of PLAI 2026 are computed, PLS is 130 % of PLUS rounded to the euro. The register's day chooses the year.
"""
import pathlib
import tempfile
import unittest
from decimal import ROUND_HALF_UP, Decimal

import harness

POLICY = harness.SOURCE / "examples/policies/logement-dabord.json"
ZONES = ("paris", "idf", "other")
# Kind, year: a line for each category from 1 to 6 and for each further person; Paris, Île-de-France, other regions.
CEILINGS = {
    ("plus", 2026): [(26920, 26920, 23403), (40233, 40233, 31254), (52740, 48362, 37584), (62968, 57930, 45374),
                     (74919, 68577, 53376), (84304, 77171, 60156), (9394, 8598, 6710)],
    ("plai", 2026): [(14811, 14811, 12870), (24140, 24140, 18753), (31643, 29018, 22551), (34637, 31860, 25092),
                     (41203, 37719, 29359), (46369, 42444, 33086), (5166, 4727, 3689)],
    ("plus", 2025): [(26687, 26687, 23201), (39885, 39885, 30984), (52284, 47944, 37259), (62424, 57429, 44982),
                     (74271, 67984, 52915), (83575, 76504, 59636), (9313, 8524, 6652)],
    ("plai", 2025): [(14683, 14683, 12759), (23931, 23931, 18591), (31369, 28767, 22356), (34338, 31585, 24875),
                     (40847, 37393, 29105), (45968, 42077, 32800), (5121, 4686, 3657)]}
for year in (2025, 2026):
    CEILINGS["plai_a", year] = CEILINGS["plai", year]
    CEILINGS["pls", year] = [tuple(int((Decimal(amount) * 13 / 10).quantize(1, ROUND_HALF_UP)) for amount in line)
                             for line in CEILINGS["plus", year]]
# Households of each category, as the annex to the arrêté lists them.
APPLICANT, PARTNER = {"role": "applicant", "birth_date": "1980-05-05"}, {"role": "partner", "birth_date": "1980-05-05"}
CHILD, OTHER = {"role": "child", "birth_date": "2015-05-05"}, {"role": "other", "birth_date": "1950-05-05"}
DISABLED = {**APPLICANT, "disability": "true"}
# 28 and 27 on the last day of 2026.
COUPLE_OF_55 = [{"role": "applicant", "birth_date": "1998-12-31"}, {"role": "partner", "birth_date": "1999-01-01"}]
CATEGORIES = {
    1: {"one person": [APPLICANT]},
    2: {"two persons": [APPLICANT, PARTNER], "two, no couple": [APPLICANT, OTHER], "one disabled": [DISABLED]},
    3: {"three persons": [APPLICANT, PARTNER, CHILD], "one and a dependant": [APPLICANT, CHILD],
        "young household": COUPLE_OF_55, "two, one disabled": [DISABLED, PARTNER],
        "one and a dependant, disabled": [DISABLED, CHILD]},
    4: {"four persons": [APPLICANT, PARTNER, CHILD, CHILD], "one and two dependants": [APPLICANT, CHILD, CHILD],
        "three, one disabled": [APPLICANT, {**PARTNER, "disability": "true"}, CHILD]},
    5: {"five persons": [APPLICANT, PARTNER] + [CHILD] * 3, "one and three": [APPLICANT] + [CHILD] * 3,
        "four, one disabled": [APPLICANT, PARTNER, CHILD, {**CHILD, "disability": "true"}]},
    6: {"six persons": [APPLICANT, PARTNER] + [CHILD] * 4, "one and four": [APPLICANT] + [CHILD] * 4,
        "five, one disabled": [DISABLED, PARTNER] + [CHILD] * 3},
    7: {"seven persons": [APPLICANT, PARTNER] + [CHILD] * 5, "one and five": [APPLICANT] + [CHILD] * 5},
    8: {"eight persons": [APPLICANT, PARTNER] + [CHILD] * 6}}


def ceiling(kind, year, category, zone):
    lines, place = CEILINGS[kind, year], ZONES.index(zone)
    return lines[min(category, 6) - 1][place] + max(0, category - 6) * lines[6][place]


def register(year):
    """Everybody at each ceiling of the year and one cent above: households CATEGORY.number.KIND.ZONE.cents."""
    tables = {"register": [], "households": [], "persons": [], "units": []}
    kinds = sorted({kind for kind, some_year in CEILINGS if some_year == year})
    for kind in kinds:
        for zone in ZONES:
            tables["units"].append({"id": f"U-{kind}-{zone}", "kind": kind, "zone": zone, "territory": "t"})
    for category, households in CATEGORIES.items():
        for number, persons in enumerate(households.values()):
            for kind in kinds:
                for zone in ZONES:
                    amount = ceiling(kind, year, category, zone)
                    for cents in ("00", "01"):
                        name = f"{category}.{number}.{kind}.{zone}.{cents}"
                        tables["households"].append({
                            "id": name, "request_date": "2020-01-01", "situation": "street",
                            "income_year": f"{amount}.{cents}"})
                        tables["persons"] += [{**person, "household_id": name} for person in persons]
    return tables


class Ceilings(unittest.TestCase):
    def eligible(self, year, day):
        """The pairs of a household and the kind and zone it was made for that the rule of the ceiling lets through."""
        passed, tried = set(), set()
        with tempfile.TemporaryDirectory() as folder:
            data = harness.write_csv(pathlib.Path(folder) / "data", register(year))
            for kind in sorted({kind for kind, some_year in CEILINGS if some_year == year}):
                for zone in ZONES:
                    said = harness.ask(data, POLICY, "--as-of", day, "--unit", f"U-{kind}-{zone}", "--top", 0)
                    for line in said["candidates"] + said["not_eligible"]:
                        if f".{kind}.{zone}." in line["household"]:
                            tried.add(line["household"])
                            rules = {reason["rule"] for reason in line["reasons"] if reason["severity"] == "refuse"}
                            self.assertLessEqual(rules, {f"{kind[:4]}-ceiling"})
                            if not rules:
                                passed.add(line["household"])
        return passed, tried

    def check(self, year, day):
        passed, tried = self.eligible(year, day)
        self.assertEqual(len(tried), 2 * 4 * 3 * sum(len(some) for some in CATEGORIES.values()))
        self.assertEqual(passed, {name for name in tried if name.endswith(".00")})

    def test_2025(self):
        self.check(2025, "2025-01-01")
        self.check(2025, "2025-12-31")

    def test_2026(self):
        self.check(2026, "2026-01-01")
        self.check(2026, "2026-12-31")

    def test_day_chooses_the_year(self):
        """The ceilings of 2026 are above those of 2025: who stands at the new ones is too rich the day before."""
        passed, tried = self.eligible(2026, "2025-12-31")
        self.assertEqual((passed, len(tried) > 0), (set(), True))
        passed, tried = self.eligible(2025, "2026-01-01")
        self.assertEqual(passed, tried)

    def test_no_version_is_no_silent_no(self):
        for day in ("2024-12-31", "2027-01-01"):
            passed, tried = self.eligible(2026, day)
            self.assertEqual(passed, tried)


if __name__ == "__main__":
    unittest.main()
