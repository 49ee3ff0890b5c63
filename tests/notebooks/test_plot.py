# SPDX-License-Identifier: LGPL-2.1-or-later
"""Plots show the numbers of the files, in both languages, with nothing drawn outside."""
import matplotlib

matplotlib.use("Agg")

import matplotlib.pyplot as plt
import orienta
import pytest
from conftest import DATA, ROOT, rows
from orienta import plot

SEED = "2026-W47"


@pytest.fixture(scope="module")
def policy():
    return orienta.Policy.load(ROOT / "examples/policies/logement-dabord.json")


@pytest.fixture(scope="module")
def register(policy):
    return orienta.Register.load(DATA, policy=policy)


@pytest.fixture(scope="module")
def best(register, policy):
    return orienta.match(register, policy, seed=SEED)


@pytest.fixture(autouse=True)
def close():
    yield
    plt.close("all")


def labels(ax):
    return [label.get_text() for label in ax.get_yticklabels()]


def shown(ax):
    """All that a reader sees, as text."""
    figure = ax.get_figure()
    texts = [ax.get_title(loc="left"), ax.get_xlabel(), *labels(ax), *(text.get_text() for text in ax.texts)]
    legend = ax.get_legend()
    return "\n".join(texts + [text.get_text() for text in (legend.get_texts() if legend else [])]
                     + [text.get_text() for text in figure.findobj(matplotlib.text.Text)])


def marks(ax, place):
    """Where marks stand on a row."""
    return [float(line.get_xdata()[0]) for line in ax.lines
            if line.get_marker() == "o" and len(line.get_xdata()) == 1 and line.get_ydata()[0] == place]


@pytest.mark.parametrize("value, digits, french, english", [
    (1234.5, None, "1\N{NARROW NO-BREAK SPACE}234,5", "1,234.5"), (60.0, None, "60", "60"), (-0.25, None, "−0,25", "−0.25"),
    (0.5, 0, "0", "0"), (1000000, 0, "1\N{NARROW NO-BREAK SPACE}000\N{NARROW NO-BREAK SPACE}000", "1,000,000"),
    (2.5, 2, "2,50", "2.50")])
def test_numbers(value, digits, french, english):
    assert plot.number(value, digits, "fr") == french
    assert plot.number(value, digits, "en") == english


def test_percent():
    assert plot.percent(0.254, "fr") == "25\N{NO-BREAK SPACE}%" and plot.percent(0.254, "en") == "25%"


def test_groups_are_shares_of_the_files(best):
    ax = plot.groups(best, by="situation", lang="en")
    housed = set(best.pairs["household"])
    street = [line["id"] for line in rows("households") if line["situation"] == "street"]
    place = labels(ax).index(f"on the street ({len(street)})")
    assert marks(ax, place) == [pytest.approx(len(housed & set(street)) / len(street))]


def test_small_groups_are_not_shown_and_said_to_be_missing(best, register):
    ids = list(register.households["id"])
    by = {id: "ten" if i < 10 else "eleven" if i < 21 else "others" for i, id in enumerate(ids)}
    ax = plot.groups(best, by=by, lang="en")
    assert sorted(labels(ax)) == ["eleven (11)", f"others ({len(ids) - 21})"]
    assert "Groups of fewer than 11 households not shown: 1." in " ".join(shown(ax).split())


def test_an_id_that_is_not_in_the_register_is_told(best):
    with pytest.raises(LookupError, match="no household 'H9999'"):
        plot.groups(best, by={"H9999": "a"})


def test_nobody_to_show_is_told(best):
    with pytest.raises(ValueError, match="no households to show"):
        plot.groups(best, among=[])


def test_wilson_is_that_of_the_books():
    """Newcombe, Statistics in Medicine 17, 1998, table I: 81 of 263, and 15 of 148."""
    assert plot._matching.wilson(81 / 263, 263) == pytest.approx((0.2553, 0.3662), abs=1e-4)
    assert plot._matching.wilson(15 / 148, 148) == pytest.approx((0.0624, 0.1605), abs=1e-4)


def test_moves_are_differences_of_sets(best, register, policy):
    after = orienta.match(register, policy.with_points(seniority=1), seed=SEED)
    ax = plot.moves(best, after, by="situation", lang="en")
    old, new = set(best.pairs["household"]), set(after.pairs["household"])
    situation = {line["id"]: line["situation"] for line in rows("households")}
    place = next(i for i, label in enumerate(labels(ax)) if label.startswith("emergency shelter"))
    gains, losses = (container[place].get_width() for container in ax.containers)
    assert gains == sum(situation[h] == "emergency_shelter" for h in new - old)
    assert -losses == sum(situation[h] == "emergency_shelter" for h in old - new)


def test_prices_are_of_every_home(best):
    ax = plot.prices(best, lang="en")
    n_marks = sum(len(line.get_xdata()) for line in ax.lines if line.get_marker() == "o")
    assert n_marks == len(rows("units"))
    n_plai = sum(unit["kind"] == "plai" for unit in rows("units"))
    assert f"PLAI ({n_plai})" in labels(ax)


def test_no_prices_is_an_error(register, policy):
    with pytest.raises(ValueError, match="has no prices"):
        plot.prices(orienta.match(register, policy, mechanism="stable", seed=SEED))


def test_ranks_are_those_of_the_lists(register, policy):
    before, after = (orienta.shortlist(register, p, unit="U018", n=None, seed=SEED)
                     for p in (policy, policy.with_points(seniority=1)))
    ax = plot.ranks(before, after, n=5, lang="en")
    first = list(before["household"])[:5]
    assert {f"{household}   {rank}" for rank, household in enumerate(first, 1)} <= {text.get_text() for text in ax.texts}


def test_ranks_of_short_lists_of_one_home(register, policy):
    lists = [orienta.shortlist(register, p, unit="U018", n=3, seed=SEED) for p in (policy, policy.with_points(seniority=1))]
    assert plot.ranks(*lists, lang="en").get_title(loc="left") == "U018: the first 3"
    with pytest.raises(ValueError, match="shortlists of one home are needed"):
        plot.ranks(lists[0], orienta.shortlist(register, policy, n=3, seed=SEED))


def test_a_score_has_a_bar_for_each_line_that_counts(register, policy):
    score = orienta.score(register, policy, household="H0137", unit="U018")
    ax = plot.score(score, lang="en")
    assert sum(bar.get_width() for bar in ax.containers[0]) == pytest.approx(score.points)


def test_the_accessor_is_the_same(best):
    assert labels(best.plot.groups(lang="en")) == labels(plot.groups(best, lang="en"))


@pytest.mark.parametrize("lang, words", [("fr", "part logée"), ("en", "share of the group")])
def test_language(best, lang, words):
    assert words in shown(plot.groups(best, lang=lang))


def test_a_language_that_is_none_is_told(best):
    with pytest.raises(ValueError, match='"de" is none of fr, en'):
        plot.groups(best, lang="de")


def test_on_axes_that_are_there(best):
    ax = plt.subplots()[1]
    assert plot.groups(best, ax=ax) is ax


def test_nothing_is_cut_off(best, register, policy):
    after = orienta.match(register, policy.with_points(seniority=1), seed=SEED)
    stable = orienta.match(register, policy, mechanism="stable", seed=SEED)
    for lang in ("fr", "en"):
        for ax in (plot.groups(best, lang=lang), plot.groups(best, after, stable, by="situation", lang=lang),
                   plot.moves(best, after, lang=lang), plot.moves(best, after, by="need", lang=lang),
                   plot.prices(best, lang=lang), plot.prices(best, by="territory", lang=lang)):
            figure = ax.get_figure()
            figure.canvas.draw()
            box, (width, height) = figure.get_tightbbox(figure.canvas.get_renderer()), figure.get_size_inches()
            assert -0.01 <= box.x0 and box.x1 <= width + 0.01 and -0.01 <= box.y0 and box.y1 <= height + 0.01


def test_the_look_of_others_is_left_alone(best):
    before = dict(matplotlib.rcParams)
    plot.groups(best)
    assert dict(matplotlib.rcParams) == before
