# SPDX-License-Identifier: LGPL-2.1-or-later
"""Policies, registers and answers about pairs; expected values are worked out by hand from conftest.py."""
import datetime
import hashlib
import hmac

import pytest

import orienta


def test_policy(pol):
    assert (pol.id, pol.version, pol.title(), pol.title("en")) == ("small", "1", "Petite", "Small")
    assert pol.criteria.to_dict() == {
        "criterion": ["dalo", "seniority", "in-choice"], "points": [50.0, 1.0, 0.5],
        "label_fr": ["DALO", "seniority", "in-choice"], "label_en": ["DALO <b>", "seniority", "in-choice"]}
    assert repr(pol) == "<orienta.Policy 'small' 1, 3 criteria>"
    assert "DALO &lt;b&gt;" in pol._repr_html_() and "<b>" not in pol._repr_html_()


def test_other_points(pol):
    changed = pol.with_points({"in-choice": "0.125"}, dalo=60.1)
    assert changed.criteria["points"].tolist() == [60.1, 1.0, 0.125]
    assert pol.diff(changed)["criteria"]["changed"] == [
        {"id": "dalo", "old_points": 50, "new_points": 60.1},
        {"id": "in-choice", "old_points": 0.5, "new_points": 0.125}]
    assert pol.diff(pol) == {} == orienta.diff(pol, pol)
    assert changed != pol and changed.with_points({"in-choice": 0.5}, dalo=50) == pol


def test_points_of_numpy(pol):
    numpy = pytest.importorskip("numpy")
    for points in numpy.float64(60.5), numpy.int64(60), numpy.arange(60, 62)[1]:
        assert pol.with_points(dalo=points) == pol.with_points(dalo=float(points))
    with pytest.raises(TypeError, match="points: a number is needed"):
        pol.with_points(dalo=numpy.bool_(True))
    assert orienta.Policy.from_json(pol.to_json()) == pol == orienta.Policy.from_dict(pol.to_dict())


def test_register(reg):
    assert reg.as_of == datetime.date(2026, 11, 22)
    assert (reg.n_households, reg.n_units, reg.n_services) == (6, 3, 0)
    assert repr(reg) == "<orienta.Register of 2026-11-22: 6 households, 3 units>"
    table = reg.households.to_dict()
    assert table["id"] == ["a", "b", "c", "d", "e", "f"]
    assert table["waiting_months"] == [2, 24, 6, 12, 1, 36]
    assert table["request_date"][0] == datetime.date(2026, 9, 22)
    assert table["priority"] == ["dalo", "", "", "", "", ""]
    units = reg.units.to_dict()
    assert units["rent"] == [300.5, 400.0, 500.25]
    assert units["kind"] == ["plai", "plai", "plus"] and units["pets"] == [True, False, True]
    assert orienta.Register.from_json(reg.to_json()) == reg


def test_verdict(reg, pol):
    yes = orienta.judge(reg, pol, household="b", unit="C")
    assert (yes.status, yes.household, yes.unit, yes.reasons) == (orienta.Status.ELIGIBLE, "b", "C", [])
    no = orienta.judge(reg, pol, household="e", unit="C")
    assert no.status == "ineligible"
    (why,) = no.reasons
    assert (why.code, why.name, why.rule, why.source) == (orienta.Reason.RULE_FAILED, "rule-failed", "a-year", "a test")
    assert why.severity == orienta.Severity.REFUSE == "refuse"
    assert why.special is False and why.sentence("en") == why.en != why.fr == why.sentence()
    assert [flip.attribute for flip in why.flips] == ["household.waiting_months"]
    assert no.checks.to_dict()["rule"] == ["a-year"]
    assert repr(no) == "<orienta.Verdict e C: ineligible, 1 reasons>"
    assert no == orienta.judge(reg, pol, household="e", unit="C") != yes
    assert no.to_dict(audience="person")["status"] == "ineligible"
    assert no.to_dict()["status"] == "not_proposed"  # a third party is not told that somebody may not


def test_score(reg, pol):
    score = orienta.score(reg, pol, household="a", unit="A")
    assert (score.points, float(score), score.level) == (52.5, 52.5, "declared")
    lines = score.contributions_in("en").to_dict()
    assert lines["criterion"] == ["dalo", "seniority", "in-choice"]
    assert lines["points"] == [50.0, 2.0, 0.5] and sum(lines["points"]) == score.points
    assert orienta.score(reg, pol, household="a").points == 52.0
    assert "52.5" in score.explain(lang="en", audience="person")
    assert score.to_dict(audience="person")["points"] == 52.5


def test_scores(reg, pol):
    pairs = orienta.scores(reg, pol)
    # C is open to b and d alone, A and B to all but f, who avoids both places
    expected = {("a", "A"): 52.5, ("a", "B"): 52.5, ("b", "A"): 24.5, ("b", "B"): 24.5, ("b", "C"): 24.5, ("c", "A"): 6.5,
                ("c", "B"): 6.5, ("d", "A"): 12.5, ("d", "B"): 12.5, ("d", "C"): 12.5, ("e", "A"): 1.5, ("e", "B"): 1.5}
    assert {(row.household, row.unit): row.points for row in pairs} == expected
    assert len(pairs) == 12 and pairs.thousandths.tolist()[:2] == [52500, 52500]
    assert set(pairs["status"]) == {"eligible"}
    assert pairs.register is reg and pairs.policy is pol


def test_shortlist(reg, pol):
    best = orienta.shortlist(reg, pol, unit="A", n=2)
    assert [(row.rank, row.household, row.points) for row in best] == [(1, "a", 52.5), (2, "b", 24.5)]
    assert (len(best), best.n_candidates) == (2, 5)
    homes = orienta.shortlist(reg, pol, household="b", n=5)
    assert sorted(homes["unit"]) == ["A", "B", "C"]
    assert len(orienta.shortlist(reg, pol, unit="A", n=None)) == best.n_candidates > 2
    every = orienta.shortlist(reg, pol, n=1)
    assert list(zip(every["unit"], every["household"])) == [("A", "a"), ("B", "a"), ("C", "b")]
    assert len(orienta.shortlist(reg, pol, by="household", n=1)) == 5  # one each, and none for f
    assert best[1].household == best[-1].household == "b"


def test_lottery():
    mac = hmac.new(b"2026-W47", b"H0042", hashlib.sha256).hexdigest()
    assert orienta.lottery_draw("2026-W47", "H0042") == mac


def test_lint(reg, pol):
    assert "lint-criterion-never-fires" not in orienta.lint(pol, reg).to_dict()["code"]
    lonely = orienta.Policy.from_dict({**pol.to_dict(), "criteria": [
        {"id": "never", "when": {"household.adults": {"gt": 9}}, "points": 1, "source": "a test"}]})
    found = orienta.lint(lonely, reg, lang="en").to_dict()
    assert "lint-criterion-never-fires" in found["code"]
    assert found["path"][found["code"].index("lint-criterion-never-fires")] == "$.criteria[0]"


def test_explain_hides_from_third_parties(town, town_pol):
    asked = dict(household="H0001", unit="U070", lang="en")
    person = orienta.explain(town, town_pol, audience="person", **asked)
    third = orienta.explain(town, town_pol, **asked)
    assert "addiction" in person.lower() and "addiction" not in third.lower()


def test_report(reg, pol):
    report = orienta.report(reg, pol, n=2)
    assert report.to_html(lang="en").startswith("<!DOCTYPE html>")
    assert "C" in report.to_text() and report.to_csv().count("\n") > 3 and report.to_dict()
    assert "a" in orienta.report(reg, pol, unit="A").to_text()
    assert "A" in orienta.report(reg, pol, household="a").to_text()


def test_words():
    assert orienta.Status("eligible") is orienta.Status.ELIGIBLE
    assert str(orienta.Mechanism.STABLE) == "stable" == orienta.Mechanism.STABLE
    assert orienta.Reason(120).name == "RULE_FAILED"


@pytest.mark.parametrize("name", ["numpy", "pandas", "tqdm", "HiGHS"])
def test_versions(name, capsys):
    assert name in orienta.versions()
    orienta.show_versions()
    assert f"{name}:" in capsys.readouterr().out
