# SPDX-License-Identifier: LGPL-2.1-or-later
"""8-sensitivity.ipynb, against the scenario's file and the calendar."""
import datetime
import json

import pytest
from conftest import ROOT


@pytest.fixture
def notebook(run):
    return run("8-sensitivity")


def test_is_quick_and_quiet(notebook):
    assert notebook.seconds() < 40
    assert notebook.warnings() == []


def test_every_assumed_figure_is_varied(notebook):
    """All but the places of a résidence accueil, which opens elsewhere."""
    figures = json.loads((ROOT / "examples/scenarios/pas-de-calais.json").read_text(encoding="utf-8"))["figures"]
    ranges = {figure["name"] for figure in figures if "low" in figure}
    assert set(notebook.ask("figures.index.tolist()")) == ranges - {"new_residence_accueil"}


def test_places_come_as_many_as_are_asked_for(notebook):
    """New places of 2027 at their low, 0, and their high, 60, are 30 fewer or more for 306 days of 730."""
    days = (datetime.date(2028, 1, 1) - datetime.date(2027, 3, 1)).days
    for end, sign in (("low", -1), ("high", 1)):
        found = notebook.ask(
            f"float(whole((base | orienta.simulate(scenario.with_figures(subjects['new pension'][{end!r}].to_dict()),"
            f" {{'other': policy}}, **options)).compare('other', 'as assumed')).set_index('measure')['mean']['places'])")
        assert found == pytest.approx(sign * 30 * days / 730)


def test_homes_that_come_free_more_often_house_more(notebook):
    ends = notebook.ask("[tornado['high'][('housed', 'social leaves', 'low')], tornado['low'][('housed', 'social leaves', 'high')]]")
    assert ends[0] < 0 < ends[1]
