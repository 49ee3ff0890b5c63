# SPDX-License-Identifier: LGPL-2.1-or-later
"""Everything goes through a pickle, and so through joblib and multiprocessing."""
import copy
import multiprocessing
import pickle

import pytest

import orienta


def things(reg, pol):
    best = orienta.match(reg, pol, seed="s")
    return {"policy": pol, "register": reg, "verdict": orienta.judge(reg, pol, household="e", unit="C"),
            "score": orienta.score(reg, pol, household="a", unit="A", level="verified"), "pairs": orienta.scores(reg, pol),
            "shortlist": orienta.shortlist(reg, pol, unit="A", n=2, seed="s"), "matching": best, "frame": best.pairs,
            "unmatched": best.unmatched, "households": reg.households}


NAMES = ["policy", "register", "verdict", "score", "pairs", "shortlist", "matching", "frame", "unmatched", "households"]


@pytest.mark.parametrize("protocol", range(2, pickle.HIGHEST_PROTOCOL + 1))
@pytest.mark.parametrize("name", NAMES)
def test_round(reg, pol, name, protocol):
    thing = things(reg, pol)[name]
    again = pickle.loads(pickle.dumps(thing, protocol))
    assert again == thing and type(again) is type(thing)
    assert thing != "another"


@pytest.mark.parametrize("name", NAMES)
def test_copies(reg, pol, name):
    thing = things(reg, pol)[name]
    assert copy.copy(thing) == thing == copy.deepcopy(thing)


def test_reports(reg, pol):
    best, today = orienta.match(reg, pol, seed="s"), orienta.match(reg, pol, mechanism="sequential", seed="s")
    for made in orienta.report(reg, pol, n=2, seed="s"), orienta.report(reg, pol, unit="C"), best.report(), best.report(today):
        assert pickle.loads(pickle.dumps(made)).to_text() == made.to_text()


def total(job):
    reg, pol, points = job
    return orienta.match(reg, pol.with_points(dalo=points)).total


def test_processes(reg, pol):
    with multiprocessing.get_context("spawn").Pool(2) as pool:
        assert pool.map(total, [(reg, pol, 50), (reg, pol, 60)]) == [89.5, 99.5]


def test_local_columns_survive():
    pol = orienta.Policy.from_dict({
        "orienta": 1, "id": "local", "version": "1", "title": {"en": "Local"},
        "attributes": [{"name": "works_here", "of": "household", "type": "bool", "label": {"en": "Works here"}}],
        "criteria": [{"id": "works", "when": {"household.works_here": True}, "points": 1, "source": "a test"}],
        "order": ["points desc"]})
    reg = orienta.Register.from_frames(households={"id": ["h"], "request_date": ["2026-10-22"], "adults": [1],
                                                   "works_here": [True]},
                                       units={"id": ["u"], "kind": ["plai"], "territory": ["t"]}, as_of="2026-11-22",
                                       policy=pol)
    assert pickle.loads(pickle.dumps(reg)) == reg
