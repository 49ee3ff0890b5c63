# SPDX-License-Identifier: LGPL-2.1-or-later
"""Scenarios, simulations, forecasts, reserves."""
import copy
import os
import pathlib
import pickle
import time

import pytest

import orienta
from orienta import core
from orienta._measures import DEFINITIONS

ROOT = pathlib.Path(os.environ["ORIENTA_SOURCE"])


@pytest.fixture(scope="module")
def village():
    return orienta.Scenario.load(ROOT / "tests/cases/data/village.scenario.json")


@pytest.fixture(scope="module")
def by_points():
    return orienta.Policy.load(ROOT / "tests/cases/data/village.policy.json")


@pytest.fixture(scope="module")
def both(village, by_points):
    other = by_points.with_points(street=0)
    return orienta.simulate(village, {"as is": by_points, "no street": other}, replications=6, seed=3, keep_events=True)


def test_scenario(village):
    assert (village.id, village.n_days, str(village.start)) == ("village", 730, "2026-01-01")
    figures = {row.figure: row for row in village.figures}
    assert figures["leaves"].value == 0.5 and figures["leaves"].assumed
    assert village.with_figures(leaves=0.75).figures["value"][0] == 0.75
    assert orienta.Scenario.from_dict(village.to_dict()) == village != village.with_figures(leaves=0.75)
    assert pickle.loads(pickle.dumps(village)) == village == copy.copy(village)
    with pytest.raises(orienta.Error, match="leave"):
        village.with_figures(leave=1)
    assert "leaves" in village._repr_html_() and "village" in repr(village)


def test_lines_count_events(both):
    """A number of the whole is how often it happened, counted in the events."""
    lines = both["as is"].lines.to_pandas()
    for replication in (0, 5):
        kinds = both.events(replication).to_pandas()["kind"].value_counts()
        whole = lines[(lines.replication == replication) & lines.period.isna() & lines.territory.isna() & lines.group.isna()]
        values = dict(zip(whole.measure, whole.value))
        for kind in ("arrived", "housed", "offered", "refused", "abandoned"):
            assert values[kind] == kinds.get(kind, 0), kind
        assert kinds["housed"] > 0


def test_summary_is_the_mean(both):
    lines = both.lines.to_pandas()
    housed = lines[(lines.measure == "housed") & lines.period.isna() & lines.territory.isna() & lines.group.isna()]
    for row in both.summary():
        if row.measure == "housed" and row.period is None and row.territory is None and row.group is None:
            values = housed[housed.policy == row.policy].value
            assert row.n == 6 and row.mean == pytest.approx(values.mean())
            half = 2.5706 * values.std(ddof=1) / 6**0.5  # Student's t of 5 degrees, 97.5 %
            assert row.high - row.mean == pytest.approx(half, rel=1e-4)


def test_comparison_meets_the_same_people(both):
    change = {(row.period, row.territory, row.group, row.measure): row for row in both.compare()}
    assert change[None, None, None, "arrived"].mean == change[None, None, None, "arrived"].high == 0
    back = {(row.period, row.territory, row.group, row.measure): row for row in both.compare("as is", "no street")}
    key = None, None, None, "wait_mean"
    assert back[key].mean == pytest.approx(-change[key].mean)
    with pytest.raises(orienta.InvalidError, match="two names are needed of as is, no street"):
        both.compare("as is")
    with pytest.raises(KeyError, match='no policy "other"'):
        both.compare("as is", "other")


def test_small_groups_are_left_out(both):
    shown, hidden = both.summary().to_pandas(), both.summary(threshold=11).to_pandas()
    lost = shown["mean"].notna() & hidden["mean"].isna()
    assert lost.any() and not lost.all()
    assert hidden[lost].measure.isin(["places", "days_vacant", "occupied_share"]).sum() == 0
    assert both.to_csv().count(",true\r\n") == lost[shown.policy == "as is"].sum()


def test_same_bytes(village, by_points, both):
    one = both["as is"].to_json()
    parts = [orienta.simulate(village, {"as is": by_points}, first=first, replications=n, seed=3, n_threads=1)
             for first, n in ((4, 2), (0, 1), (1, 3))]
    assert orienta.Simulation.join(pickle.loads(pickle.dumps(parts))).to_json() == one
    assert orienta.simulate(village, by_points, replications=6, seed=4).to_json() != one
    with pytest.raises(orienta.InvalidError, match="replication 1 twice"):
        orienta.Simulation.join([parts[2], parts[2]])


def test_events_are_made_again(both):
    kept, again = both.events(2), pickle.loads(pickle.dumps(both)).events(2)
    assert kept == again and len(kept) > 0
    with pytest.raises(IndexError, match="replication 6: there are 6 from 0 on"):
        both.events(6)


def test_pickles(both):
    again = pickle.loads(pickle.dumps(both))
    assert again == both and again.policies == both.policies and again.compare() == both.compare()


def test_a_restored_simulation_is_checked(village, both):
    run = both._runs["as is"]
    c = run.core
    columns = [list(column) for column in (c.get_numbers(), c.get_replications(), c.get_periods(), c.get_territories(),
                                           c.get_groups(), c.get_measures())]
    from array import array

    def restored(which=None, cell=None):
        given = [array("i", column) for column in columns]
        if which is not None:
            given[which][0] = cell
        return core.Simulation.restore(village._core, 3, c.get_question(), *given, array("d", list(c.get_values())))

    assert restored().to_json() == c.to_json()
    for which, cell, message in ((0, 7, "replication 1, expected ascending"), (1, 1, "replication 0 in line 1"),
                                 (2, 99, "period 99 in line 0"), (3, 2, "territory 2 in line 0, expected -1 to 1"),
                                 (4, -2, "group -2 in line 0"), (5, 1000, "measure 1000 in line 0")):
        with pytest.raises(orienta.InvalidError, match=message):
            restored(which, cell)


def test_beside(village, by_points, both):
    weekly = orienta.simulate(village, {"weekly": by_points}, replications=6, seed=3, every=7)
    three = both | weekly
    assert three.names == ["as is", "no street", "weekly"] == list(three) and len(three) == 3 and "weekly" in three
    change = {row.measure: row.mean for row in three.compare("weekly", "as is")
              if row.period is None and row.territory is None and row.group is None}
    assert change["days_vacant"] < 0  # a home waits for a week at most
    with pytest.raises(orienta.InvalidError, match='"weekly" stands in both'):
        three | weekly
    assert "weekly" in three._repr_html_() and "6 replications" in repr(three)


def test_options(village, by_points):
    changed = orienta.simulate(village, by_points, replications=2, changes=[("2027-01-01", by_points.with_points(street=0))])
    assert changed.names == ["village"]
    with pytest.raises(orienta.InvalidError, match='day: "1.1.2027", expected a date such as'):
        orienta.simulate(village, by_points, changes=[("1.1.2027", by_points)])
    with pytest.raises(orienta.InvalidError, match="mechanism: needed"):
        orienta.simulate(village, by_points, quotas=False)
    with pytest.raises(TypeError, match="policies: a Policy is needed"):
        orienta.simulate(village, {"a": 3})
    assert orienta.simulate(village, [by_points, by_points], replications=1).names == ["village", "village 2"]


def test_measures_are_those_of_the_manual(both):
    manual = (ROOT / "docs/simulation.md").read_text().replace("`", "")
    rows = list(both.measures)
    assert len(rows) > 20 and all(row.label_fr and row.label_en for row in rows)
    for row in rows:
        assert row.definition in manual, row.measure
    assert all(text in manual for text in DEFINITIONS.values())


def test_forecast(village, by_points):
    reg = orienta.Register.load(ROOT / "tests/cases/data/village.register.json", policy=by_points)
    made = orienta.forecast(village, by_points, reg, replications=40)
    rows = {row.household: row for row in made}
    assert list(rows) == ["H1", "H2", "H3", "H4"]
    for row in rows.values():
        assert row.chance_3_months_low <= row.chance_3_months <= row.chance_6_months <= row.chance_12_months
    assert made.chance("H1", 365) == rows["H1"].chance_12_months
    assert pickle.loads(pickle.dumps(made)) == made and "4 households" in repr(made)
    with pytest.raises(orienta.NotFoundError):
        made.chance("H9", 10)


def test_reserve(village, by_points):
    reg = orienta.Register.load(ROOT / "tests/cases/data/village.register.json", policy=by_points)
    kept = orienta.reserve(village, by_points, days=90, replications=20, reg=reg)
    assert [row.unit for row in kept] == ["P1", "P2", "U1", "U2", "U3"] and pickle.loads(pickle.dumps(kept)) == kept
    points = {row.unit: row.points for row in kept}
    for pair in orienta.match(reg, by_points, reserve=kept).pairs:
        assert pair.points >= points[pair.unit]
    high = orienta.match(reg, by_points, reserve={"U1": 44.5, "U2": 100, "U3": 100})
    assert [(pair.household, pair.unit) for pair in high.pairs] == [("H1", "U1")]  # 45 points (tests/cases/README.md)
    assert len(orienta.reserve_from(reg, by_points, [reg, reg])) == 3
    with pytest.raises(TypeError, match="a Reserve is needed"):
        orienta.match(reg, by_points, reserve=3)


CARE = {
    "orienta": 1, "id": "care", "version": "1",
    "criteria": [
        {"id": "care", "when": {"household.needs": {"has": "ase_leaver"}}, "points": 100, "source": "s"},
        {"id": "other", "when": {"household.needs": {"has": "addiction"}}, "points": 60, "source": "s"},
    ],
}  # fmt: skip


def test_reserve_of_slots():
    """One slot, and in three of four futures somebody who leaves care: it is worth 75 points."""
    pol = orienta.Policy.from_dict(CARE)

    def reg(slots, **needs):
        return orienta.Register.from_dict({
            "orienta": 1, "as_of": "2026-01-01", "territories": [{"id": "T"}],
            "units": [{"id": "A", "kind": "plai", "territory": "T", "places": 9}],
            "services": [{"id": "S", "territories": ["T"], "needs": ["ase_leaver", "addiction"], "slots": slots}],
            "households": [{"id": k, "adults": 1, "request_date": "2025-12-01", "needs": [v]} for k, v in needs.items()],
        }, policy=pol)  # fmt: skip

    today, some, nobody = reg(1, H1="addiction"), reg(0, H2="ase_leaver"), reg(0)
    kept = orienta.reserve_from(today, pol, [some, some, some, nobody])
    assert [(row.service, row.slots, row.points) for row in kept.slots] == [("S", None, 75)]
    assert [(row.unit, row.points) for row in kept] == [("A", 0)]
    assert kept.slots_at(0.5)[0].low > kept.slots[0].low and ",75," in kept.to_csv()
    assert pickle.loads(pickle.dumps(kept)) == kept
    for asked in (kept, {("S", None): 60.001}):
        assert [pair.lacks_support for pair in orienta.match(today, pol, reserve=asked).pairs] == [True]
        assert len(orienta.match(today, pol, reserve=asked, support="ignored").pairs) == 1
    assert [pair.service for pair in orienta.match(today, pol, reserve={("S", None): 60}).pairs] == ["S"]
    made = orienta.match(today, pol, reserve=kept)
    assert orienta.replay(made.record(), today, pol).record() == made.record()
    with pytest.raises(orienta.NotFoundError, match='service "S": no slots "hours"'):
        orienta.match(today, pol, reserve={("S", "hours"): 1})
    with pytest.raises(TypeError, match="reserve: 3: the id of a unit is needed"):
        orienta.match(today, pol, reserve={3: 1})


def test_other_threads_run(village, by_points):
    import threading

    ticks, done = [], threading.Event()

    def count():
        while not done.is_set():
            ticks.append(None)
            time.sleep(0.001)

    thread = threading.Thread(target=count)
    thread.start()
    orienta.simulate(village, by_points, replications=200, n_threads=1)
    done.set()
    thread.join()
    assert len(ticks) > 3
