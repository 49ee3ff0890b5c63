# SPDX-License-Identifier: LGPL-2.1-or-later
"""2-adjusting-weights.ipynb, against what a month of waiting must do."""
import datetime

import pytest
from conftest import rows

AS_OF = datetime.date(2026, 11, 20)


@pytest.fixture
def notebook(run):
    return run("2-adjusting-weights")


def months(line):
    start = datetime.date.fromisoformat(line["request_date"])
    return (AS_OF.year - start.year) * 12 + AS_OF.month - start.month - (AS_OF.day < start.day)


def test_is_quick_and_quiet(notebook):
    assert notebook.seconds() < 30
    assert notebook.warnings() == []


def test_points_differ_by_the_months(notebook):
    """0.4 or 1 point a month, 48 at most, and nothing else: for everybody on the list."""
    waited = {line["id"]: months(line) for line in rows("households")}
    old, new = (dict(notebook.ask(f"list(zip({name}.to_pandas()['household'], {name}.to_pandas()['points']))"))
                for name in ("before_list", "after_list"))
    assert old.keys() == new.keys() and len(old) > 400
    for household, points in old.items():
        expected = min(waited[household], 48) - min(0.4 * waited[household], 48)
        assert new[household] - points == pytest.approx(expected, abs=1e-6), household


def test_a_weight_makes_no_homes(notebook):
    changes = notebook.ask("homes['change'].value_counts().to_dict()")
    assert sum(changes.values()) == 600
    gets, loses = changes["gets a home"], changes["has none any more"]
    assert gets - loses == notebook.ask("len(after.pairs) - len(before.pairs)")
    assert gets == notebook.ask("len(set(after.pairs['household']) - set(before.pairs['household']))")


def test_todays_weight_changes_nothing(notebook):
    assert notebook.ask("int(sensitivity.loc[0.4, 'not housed today'])") == 0


def test_a_need_may_not_cost_points(notebook):
    assert any("HF1" in text for text in notebook.texts())
