# SPDX-License-Identifier: LGPL-2.1-or-later
"""7-validation.ipynb: its theory against the same formulas in another form, and the engine within its intervals."""
import math

import pytest


@pytest.fixture
def notebook(run):
    return run("7-validation")


def erlang_c(servers, offered):
    """As it is written in books, by sums; the notebook goes through Erlang B."""
    full = offered**servers / math.factorial(servers) * servers / (servers - offered)
    return full / (sum(offered**n / math.factorial(n) for n in range(servers)) + full)


def test_is_quick_and_quiet(notebook):
    assert notebook.seconds() < 40
    assert notebook.warnings() == []


def test_a_published_value(notebook):
    """Two servers at load 1: a third of those who come wait."""
    assert notebook.ask("erlang_c(2, 1.0)") == pytest.approx(1 / 3)


def test_waits_are_those_of_erlang(notebook):
    for load, low, high in notebook.ask("list(zip(waits.index, waits['low'], waits['high']))"):
        theory = erlang_c(8, 8 * load) * 100 / (8 * (1 - load))
        assert notebook.ask(f"mean_wait({load})") == pytest.approx(theory)
        assert low < theory < high


def test_who_gives_up_is_as_many_as_the_balance_says(notebook):
    """What comes is housed or gives up: rate = served + abandoned, of the theory alone and of what was found."""
    rate = 26.298 / 365.25
    waiting, taken = notebook.ask("theory[['waiting_mean', 'occupied_share']].tolist()")
    assert taken * 8 / 100 + waiting / 200 == pytest.approx(rate)
    assert all(notebook.ask("found['within'].tolist()"))


def test_littles_law(notebook):
    assert notebook.ask("float((little['rate × wait'].sum() / little['number'].sum()))") == pytest.approx(1, abs=0.02)


def test_numpy_draws_the_same(notebook):
    assert notebook.ask("len(draws)") > 10
    assert notebook.ask("float(draws['seconds apart'].max())") < 1
