# SPDX-License-Identifier: LGPL-2.1-or-later
"""4-comparing-mechanisms.ipynb, against SciPy and against what each mechanism promises."""
import pytest
from conftest import rows

PLAIN = """
document = policy.to_dict()
document["tiers"], document["quotas"] = [], []
plain = orienta.Policy.from_dict(document)
plain_best = orienta.match(register, plain, support="ignored")
plain_pairs = orienta.scores(register, plain).to_dict()
"""


@pytest.fixture
def notebook(run):
    return run("4-comparing-mechanisms")


def test_is_quick_and_quiet(notebook):
    assert notebook.seconds() < 30
    assert notebook.warnings() == []


def test_the_best_total_is_that_of_scipy(notebook):
    """Without tiers, quotas and support it is the assignment problem. Who holds a place must keep or change it."""
    numpy, optimize = pytest.importorskip("numpy"), pytest.importorskip("scipy.optimize")
    notebook.tell(PLAIN)
    pairs = notebook.ask("list(zip(*(plain_pairs[c] for c in ('household', 'unit', 'points'))))")
    households = {line["id"]: i for i, line in enumerate(rows("households"))}
    holds = {line["id"]: line["occupies"] for line in rows("households") if line["occupies"]}
    columns = {}
    for unit in rows("units"):
        n = int(unit["places"]) + list(holds.values()).count(unit["id"])
        first = sum(map(len, columns.values()))
        columns[unit["id"]] = range(first, first + n)
    n_places, never = sum(map(len, columns.values())), -1e6
    value = numpy.full((len(households), n_places + len(households)), never)
    for household, row in households.items():
        value[row, n_places + row] = never if household in holds else 0
        for column in columns.get(holds.get(household), ()):
            value[row, column] = 0
    for household, unit, points in pairs:
        if holds.get(household) != unit:
            value[households[household], columns[unit]] = points
    best = value[optimize.linear_sum_assignment(value, maximize=True)].sum()
    assert notebook.ask("plain_best.total") == pytest.approx(best, abs=1e-6)


def test_stable_leaves_no_justified_envy_and_the_best_sum_has_some(notebook):
    envious = notebook.ask("comparison.loc['envious'].astype(int).to_dict()")
    assert envious["stable"] == 0 < envious["all at once"]


def test_the_best_sum_is_the_best(notebook):
    points = notebook.ask("comparison.loc['points'].to_dict()")
    assert max(points, key=points.get) == "all at once"


def test_a_price_is_what_the_place_adds(notebook):
    assert notebook.ask("float(dearest['gain'])") == pytest.approx(notebook.ask("added.total - best.total"), abs=1e-6)


def test_chains_hold_every_move(notebook):
    assert notebook.ask("int((chains(best) * chains(best).index).sum()) == len(best.pairs)")
