# SPDX-License-Identifier: LGPL-2.1-or-later
"""1-first-matching.ipynb, against the files themselves."""
from collections import Counter

import pytest
from conftest import rows


@pytest.fixture
def notebook(run):
    return run("1-first-matching")


def test_is_quick_and_quiet(notebook):
    assert notebook.seconds() < 30
    assert notebook.warnings() == []


def test_tables_are_the_files(notebook):
    assert notebook.ask("len(households), len(units), int(units['places'].sum())") == [
        600, 150, sum(int(unit["places"]) for unit in rows("units"))]
    assert notebook.ask("households['situation'].value_counts().to_dict()") == Counter(
        line["situation"] for line in rows("households") if line["situation"])


def test_the_household_of_the_story_is_over_the_ceiling(notebook):
    income = next(line["income_year"] for line in rows("households") if line["id"] == "H0013")
    assert income == "12906"  # 36 more than the 12 870 of a PLAI for category 1 (arrêté du 29 juillet 1987)
    assert notebook.ask("str(verdict.status)") == "ineligible"
    assert "12,870 (€36 less" in notebook.ask("verdict.reasons[0].flips[0].en")


def test_lines_add_up(notebook):
    assert notebook.ask("round(float(sum(lines['points'])), 3) == score.points")


def test_nobody_has_two_homes_and_no_home_too_many(notebook):
    homes = dict(notebook.ask("list(zip(pairs['household'], pairs['unit']))"))
    assert len(homes) == notebook.ask("len(pairs)")
    places = {unit["id"]: int(unit["places"]) for unit in rows("units")}
    left = Counter(line["occupies"] for line in rows("households") if line["id"] in homes and line["occupies"])
    assert all(n <= places[unit] + left[unit] for unit, n in Counter(homes.values()).items())
    assert notebook.ask("len(unmatched)") == 600 - len(homes)


def test_each_turn_finds_a_free_place(notebook):
    places = {unit["id"]: int(unit["places"]) for unit in rows("units")}
    for left, to, exchange in notebook.ask("list(zip(moves['left'], moves['unit'], moves['exchange']))"):
        assert exchange or places[to] > 0
        places[to] -= 1
        if isinstance(left, str):
            places[left] += 1


def test_the_record_gives_the_same_bytes(notebook):
    assert notebook.ask("again.record() == record")
