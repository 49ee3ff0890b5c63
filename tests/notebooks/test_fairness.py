# SPDX-License-Identifier: LGPL-2.1-or-later
"""3-fairness-by-group.ipynb, against counts of the files and SciPy's test."""
import pytest
from conftest import rows

LEVELS = ("", "low", "high")


@pytest.fixture
def notebook(run):
    return run("3-fairness-by-group")


def needs(line):
    for item in filter(None, line["needs"].split("|")):
        need, _, level = item.partition(":")
        if level in LEVELS:
            yield need


def test_is_quick_and_quiet(notebook):
    assert notebook.seconds() < 30
    assert notebook.warnings() == []


def test_groups_are_those_of_the_files(notebook):
    lines = [line for line in rows("households") if not line["occupies"]]
    found = notebook.ask("has_need.sum().to_dict()")
    assert found == {need: sum(need in needs(line) for line in lines) for need in found}
    assert len(found) == 12 and notebook.ask("len(waiting)") == len(lines)


def test_shares_are_those_of_the_pairs(notebook):
    lines = {line["id"]: line for line in rows("households") if not line["occupies"]}
    housed = set(notebook.ask("list(matchings['optimal'].pairs['household'])")) & lines.keys()
    for need, share in notebook.ask("shares_of(optimal).to_dict()").items():
        group = {id for id, line in lines.items() if need in needs(line)}
        assert share == pytest.approx(len(group & housed) / len(group))


def test_the_coin_is_that_of_scipy(notebook):
    stats = pytest.importorskip("scipy.stats")
    for a, b in ((0, 0), (1, 0), (3, 9), (7, 7), (12, 2)):
        expected = stats.binomtest(a, a + b).pvalue if a + b else 1.0
        assert notebook.ask(f"coin({a}, {b})") == pytest.approx(expected)


def test_everybody_has_an_outcome(notebook):
    assert notebook.ask("outcome.isna().sum() == 0 and len(outcome) == len(waiting)")
