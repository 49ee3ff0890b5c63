# SPDX-License-Identifier: LGPL-2.1-or-later
import os
import pathlib

import pytest

import orienta

ROOT = pathlib.Path(os.environ.get("ORIENTA_SOURCE", pathlib.Path(__file__).resolve().parents[2]))

# Six households, three homes, worked out by hand: a has 50 points for being recognised, every month of waiting is one
# more; C is refused to whoever waits for less than a year; f's avoidance is its own no.
POLICY = {
    "orienta": 1, "id": "small", "version": "1", "title": {"fr": "Petite", "en": "Small"},
    "rules": [{"id": "a-year", "applies": {"unit.kind": ["plus"]},
               "require": {"household.waiting_months": {"ge": 12}}, "source": "a test"}],
    "criteria": [{"id": "dalo", "when": {"household.priority": {"has": "dalo"}}, "points": 50, "source": "a test",
                  "label": {"fr": "DALO", "en": "DALO <b>"}},
                 {"id": "seniority", "attribute": "household.waiting_months", "per": 1, "points": 1, "max": 120,
                  "source": "a test"},
                 {"id": "in-choice", "when": {"pair.in_choice": True}, "points": 0.5, "source": "a test"}],
    "order": ["points desc", "household.request_date asc", "lottery"],
}
HOUSEHOLDS = {
    "id": ["a", "b", "c", "d", "e", "f"],
    "request_date": ["2026-09-22", "2024-11-22", "2026-05-22", "2025-11-22", "2026-10-22", "2023-11-22"],
    "adults": [1, 2, 1, 1, 1, 3],
    "priority": ["dalo", None, None, None, None, None],
    "avoids_territories": [None, None, None, None, None, "north|south"],
}
UNITS = {"id": ["A", "B", "C"], "kind": ["plai", "plai", "plus"], "territory": ["north", "south", "south"],
         "rooms": [1, 2, 2], "rent": [300.5, 400.0, 500.25], "pets": [True, False, True]}


@pytest.fixture(scope="session")
def pol():
    return orienta.Policy.from_dict(POLICY)


@pytest.fixture(scope="session")
def reg(pol):
    return orienta.Register.from_frames(households=HOUSEHOLDS, units=UNITS, as_of="2026-11-22", policy=pol)


@pytest.fixture(scope="session")
def town_pol():
    return orienta.Policy.load(ROOT / "examples/policies/logement-dabord.json")


@pytest.fixture(scope="session")
def town(town_pol):
    return orienta.Register.load(ROOT / "examples/data/artois", policy=town_pol)
