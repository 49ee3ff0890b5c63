# SPDX-License-Identifier: LGPL-2.1-or-later
"""6-what-if.ipynb, against the calendar and what common random numbers promise."""
import datetime

import pytest


@pytest.fixture
def notebook(run):
    return run("6-what-if")


def test_is_quick_and_quiet(notebook):
    assert notebook.seconds() < 40
    assert notebook.warnings() == []


def test_thirty_places_are_there_from_their_day_on(notebook):
    """From 1 March 2027 to the end of that year, of two years."""
    days = (datetime.date(2028, 1, 1) - datetime.date(2027, 3, 1)).days
    mean, low, high = notebook.ask("change('30 places', ['places']).iloc[0].tolist()")
    assert (mean, low, high) == pytest.approx((30 * days / 730,) * 3)


def test_the_same_people_come(notebook):
    for name in ("DALO 60", "30 places", "every week"):
        assert notebook.ask(f"change({name!r}, ['arrived']).iloc[0].tolist()") == [0, 0, 0]
    assert notebook.ask("float(sure['as good as'].min())") > 1


def test_a_week_less_between_commissions_leaves_homes_empty_for_less_long(notebook):
    """Each offer comes sooner: by 3.5 days for a home that is ready at any moment, by 7 for one refused after a week."""
    offers = notebook.ask("float(whole(simulation['as it is'].summary()).set_index('measure')['mean']['offered'])")
    days = notebook.ask("float(change('every week', ['days_vacant'])['mean'].iloc[0])")
    assert -7 < days / offers < -3


def test_a_quota_helps_those_whom_it_is_for(notebook):
    assert notebook.ask("float(for_groups['low']['care leavers'])") > 0
