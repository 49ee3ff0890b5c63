# SPDX-License-Identifier: LGPL-2.1-or-later
"""Plots of simulations: plain Axes, the numbers of the summary, the words of either language."""
import os
import pathlib

import pytest

import orienta

matplotlib = pytest.importorskip("matplotlib", reason="matplotlib is not installed")
matplotlib.use("Agg")

DATA = pathlib.Path(os.environ["ORIENTA_SOURCE"]) / "tests/cases/data"


@pytest.fixture(scope="module")
def s():
    scenario = orienta.Scenario.load(DATA / "village.scenario.json")
    pol = orienta.Policy.load(DATA / "village.policy.json")
    return orienta.simulate(scenario, {"as is": pol}, replications=8) | orienta.simulate(
        scenario, {"weekly": pol}, replications=8, every=7)


@pytest.fixture(autouse=True)
def closed():
    yield
    import matplotlib.pyplot

    matplotlib.pyplot.close("all")


def means(s):
    return {(row.policy, row.period, row.territory, row.group, row.measure): row for row in s.summary()}


def lines(ax):
    return {line.get_label(): line for line in ax.get_lines() if not line.get_label().startswith("_")}


@pytest.mark.parametrize("measure", ["waiting", "housed"])
def test_years(s, measure):
    ax = getattr(s.plot, measure)()
    drawn = lines(ax)
    assert list(drawn) == ["as is", "weekly"]
    for name, line in drawn.items():
        assert list(line.get_ydata()) == [means(s)[name, year, None, None, measure].mean for year in (0, 1)]
    low = min(vertex[1] for vertex in ax.collections[0].get_paths()[0].vertices)
    assert low == pytest.approx(min(means(s)["as is", year, None, None, measure].low for year in (0, 1)))
    assert [tick.get_text() for tick in ax.get_xticklabels()] == ["2026", "2027"]


def test_words(s):
    assert s.plot.waiting().get_title(loc="left") == "Ménages en attente à la fin"
    ax = s.plot.waiting(lang="en")
    assert ax.get_title(loc="left") == "Households waiting at the end"
    assert "95% intervals" in ax.figure._supxlabel.get_text().replace("\n", " ")
    with pytest.raises(orienta.InvalidError):
        s.plot.waiting(lang="de")


def test_targets(s):
    ax = s.plot.targets(lang="en")
    reached = means(s)["weekly", None, None, None, "target_reached:housed"].mean
    assert list(lines(ax)["weekly"].get_xdata()) == [reached]
    # Wilson (1927), by hand for 0 and 8 of 8 with 1.96: 0.3244 from the end
    from orienta.plot._simulation import Mean, _chance

    assert _chance(Mean(0, 0, 0), 8, 0.95).high == pytest.approx(1.959964**2 / (8 + 1.959964**2))
    assert _chance(Mean(1, 1, 1), 8, 0.95).low == pytest.approx(8 / (8 + 1.959964**2))
    without = orienta.Scenario.from_dict({**s.scenario.to_dict(), "targets": []})
    with pytest.raises(ValueError, match="no targets"):
        orienta.simulate(without, s.policies["as is"], replications=1).plot.targets()


def test_difference(s):
    ax = s.plot.difference(measures=["days_vacant"])
    change = next(row for row in s.compare() if (row.period, row.territory, row.group, row.measure)
                  == (None, None, None, "days_vacant"))
    base = means(s)["as is", None, None, None, "days_vacant"].mean
    interval, dot = ax.get_lines()[:2]
    assert list(interval.get_xdata()) == pytest.approx([100 * change.low / base, 100 * change.high / base])
    assert list(dot.get_xdata()) == pytest.approx([100 * change.mean / base])
    assert ax.get_title(loc="left") == "« weekly » par rapport à « as is »"


def test_groups_that_are_small_are_left_out(s):
    every = s.plot.groups("wait_mean", threshold=0, lang="en")
    assert [tick.get_text() for tick in every.get_yticklabels()] == ["all households", "On the street"]
    none = s.plot.groups("wait_mean", threshold=100000)
    assert not lines(none)


def test_axes_of_ones_own(s):
    figure, ax = matplotlib.pyplot.subplots()
    assert s.plot.housed(ax=ax) is ax
    figure.canvas.draw()
