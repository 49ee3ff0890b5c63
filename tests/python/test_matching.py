# SPDX-License-Identifier: LGPL-2.1-or-later
"""Matchings, worked out by hand from conftest.py: b alone and d may have C, so that a, b, d are housed with most points."""
import json

import numpy
import pytest

import orienta


def homes(matching):
    return {row.household: row.unit for row in matching}


def test_best(reg, pol):
    best = orienta.match(reg, pol, seed="2026-W47")
    # 52.5 + 24.5 + 12.5: c and e have fewer points than d, who can only be housed beside a and b if one of them goes to C
    assert best.total == best.bound == 89.5
    assert set(homes(best)) == {"a", "b", "d"} and len(best) == 3
    assert (best.status, best.mechanism) == (orienta.MatchStatus.OPTIMAL, "optimal")
    assert best.verify() is True and best.verify(reg, pol) is True
    assert best.home_of("a") in ("A", "B") and best.home_of("f") is None
    assert "a" in best and "f" not in best and "nobody" not in best and 3 not in best
    assert repr(best) == "<orienta.Matching optimal: 3 of 6 households, 89.5 points>"


def test_unmatched(reg, pol):
    left = {row.household: row for row in orienta.match(reg, pol).unmatched_in("en")}
    assert set(left) == {"c", "e", "f"}
    assert left["f"].reason == "nothing-eligible" and left["f"].nearest is None
    # c has 6.5 points, and would be housed in d's place with more than 12.5
    assert left["c"].reason == "match-outscored" and left["c"].margin == 6.0
    assert left["c"].nearest in ("A", "B") and left["c"].nearest in left["c"].sentence
    french = orienta.match(reg, pol).unmatched.to_dict()["sentence"]
    assert french != [row.sentence for row in left.values()]


def test_prices(reg, pol):
    prices = {row.unit: row for row in orienta.match(reg, pol).prices}
    # one place more of A or B houses c with 6.5; one of C houses nobody more, for whoever may have C is housed
    assert prices["A"].gain == prices["B"].gain == 6.5 and prices["A"].gain_housed == 1
    # one place more of C lets b or d leave A or B to c as well
    assert prices["C"].gain == 6.5
    assert prices["A"].loss == 12.5 and prices["A"].loss_housed == 1


def test_mechanisms(reg, pol):
    # home by home, as listed: A to a, B to b, C to d
    one_by_one = orienta.match(reg, pol, mechanism="sequential", unit_order="as_listed")
    assert homes(one_by_one) == {"a": "A", "b": "B", "d": "C"}
    assert one_by_one.status == "plain"
    stable = orienta.match(reg, pol, mechanism=orienta.Mechanism.STABLE)
    assert set(homes(stable)) == {"a", "b", "d"}
    assert orienta.match(reg, pol, minimum=20).total == 77.0


def test_kept_and_barred(reg, pol):
    kept = orienta.match(reg, pol, keep=[("e", "A")])
    assert kept.home_of("e") == "A" and kept.total == 52.5 + 24.5 + 1.5
    barred = orienta.match(reg, pol, bar=[("a", "A"), ("a", "B")])
    assert barred.home_of("a") is None


def test_given_and_diff(reg, pol):
    given = orienta.match_given(reg, pol, [("c", "A"), ("b", "C")])
    assert homes(given) == {"c": "A", "b": "C"} and given.total == 31.0 and given.mechanism == "given"
    change = orienta.diff(given, orienta.match(reg, pol))
    assert [entry["household"] for entry in change["enter"]] == ["a", "d"]
    assert [entry["household"] for entry in change["leave"]] == ["c"]


def test_refusal(reg, pol):
    best = orienta.match(reg, pol)
    home = best.home_of("a")
    assert best.refuse("a").home_of("a") != home


def test_record(reg, pol):
    best = orienta.match(reg, pol, seed="s")
    record = json.loads(best.record())
    assert (record["policy"]["sha256"], record["register"]) == (pol.sha256, reg.sha256)
    again = orienta.replay(best.record(), reg, pol)
    assert again == best and again.record() == best.record()
    assert best.to_dict() == record
    with pytest.raises(orienta.InvalidError):
        orienta.replay(best.record(), reg, pol.with_points(dalo=51))


def test_explained(reg, pol):
    best = orienta.match(reg, pol)
    assert "Household a" in best.explain("a", lang="en", audience="person")
    report = best.report(orienta.match(reg, pol, mechanism="sequential"))
    assert report.to_html(lang="fr").startswith("<!DOCTYPE html>")
    assert report.to_text(lang="en") != report.to_text(lang="fr") and report.to_csv()


@pytest.mark.skipif(orienta.versions()["HiGHS"] is None, reason="limits beside places need HiGHS")
def test_limits(reg, pol):
    quota = {"id": "alone", "households": {"household.adults": {"le": 1}}, "units": {}, "max_count": 1, "source": "a test"}
    bound = orienta.Policy.from_dict({**pol.to_dict(), "quotas": [quota]})
    best = orienta.match(reg, bound, prices="all")
    # only one of a, c, d, e, who live alone: a, beside b
    assert set(homes(best)) == {"a", "b"} and best.total == 77.0
    (limit,) = best.limits
    assert (limit.kind, limit.id, limit.bound, limit.amount, limit.most) == ("quota", "alone", "max_count", 1.0, 1.0)
    assert numpy.isnan(limit.least) and limit.holds is True
    # one more would house d
    assert (limit.gain, limit.gain_housed) == (12.5, 1.0)
    two = orienta.match(reg, bound, keep=[("c", "A"), ("e", "B")])
    assert two.status == "infeasible" and len(two) == 0
    assert "alone" in two.conflicts.to_dict()["id"]
    assert orienta.match(reg, bound, quotas=False).total == 89.5


def test_moves(town, town_pol):
    best = orienta.match(town, town_pol)
    moves = best.moves.to_dict()
    assert sorted(moves["household"]) == sorted(best.pairs.to_dict()["household"])
    chained = [i for i in range(1, len(best)) if moves["chain"][i] == moves["chain"][i - 1] and not moves["exchange"][i]]
    assert all(moves["unit"][i] == moves["left"][i - 1] for i in chained) and chained


def test_large_example(town, town_pol):
    """The figures of the commission program on the same files (README.md)."""
    best = orienta.match(town, town_pol, seed=None)
    assert len(best) == 186 and best.verify()
