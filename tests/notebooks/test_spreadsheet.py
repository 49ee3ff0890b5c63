# SPDX-License-Identifier: LGPL-2.1-or-later
"""5-from-a-spreadsheet.ipynb: faults as they are shown, and pandas in as pandas out."""
import csv

import pytest


@pytest.fixture
def notebook(run):
    return run("5-from-a-spreadsheet")


def test_is_quick_and_quiet(notebook):
    assert notebook.seconds() < 30
    assert notebook.warnings() == []


def test_four_slips_are_told_at_once(notebook):
    told = next(text for text in notebook.texts() if "env.800" in text)
    for value in ("env.800", "31/02/2024", "péniche", "D-033"):
        assert value in told
    assert len(told.strip().splitlines()) == 4


def test_decimal_commas_are_read(notebook):
    cells = notebook.ask("dict(zip(mended['id'], mended['income_month']))")
    numbers = notebook.ask("dict(zip(register.households.to_dict()['id'], register.households.to_dict()['income_month']))")
    for household, cell in cells.items():
        if cell:
            assert numbers[household] == float(cell.replace(",", "."))
        else:
            assert numbers[household] != numbers[household]


def test_every_household_comes_back_once(notebook):
    n, housed, waits = notebook.ask("len(answer), int(answer['Logement'].notna().sum()), int(answer['Motif'].notna().sum())")
    assert (n, housed + waits) == (60, 60)
    assert 0 < housed <= notebook.ask("int(homes['places'].sum())")


def test_the_file_is_one_that_a_french_spreadsheet_reads(notebook):
    table = list(csv.reader(notebook.ask("text").splitlines(), delimiter=";"))
    assert len(table) == 61 and len({len(line) for line in table}) == 1
    points = [line[table[0].index("Points")] for line in table[1:]]
    assert all("." not in cell for cell in points) and any("," in cell for cell in points)
