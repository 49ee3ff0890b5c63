# SPDX-License-Identifier: LGPL-2.1-or-later
"""Plots of scores, shortlists and matchings."""

from __future__ import annotations

import math
import statistics
from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING, Any

from . import _style as s
from ._groups import LEAST, By, Groups, households_by, units_by
from ._style import axes, number, percent, say, source_of, style

if TYPE_CHECKING:
    from matplotlib.axes import Axes

    from .. import Matching, Score, Shortlist

NAMES = {"optimal": ("tous ensemble", "all at once"), "sequential": ("logement par logement", "home by home"),
         "stable": ("stable", "stable"), "given": ("donné", "given")}


class MatchingPlots:
    """The plots of one matching: ``m.plot.groups()``."""

    def __init__(self, matching: Matching) -> None:
        self._matching = matching

    def groups(self, *others: Matching, **options: Any) -> Axes:
        """orienta.plot.groups(m, ...)"""
        return groups(self._matching, *others, **options)

    def moves(self, before: Matching, **options: Any) -> Axes:
        """orienta.plot.moves(before, m, ...)"""
        return moves(before, self._matching, **options)

    def prices(self, **options: Any) -> Axes:
        """orienta.plot.prices(m, ...)"""
        return prices(self._matching, **options)


def _homes(matching: Matching) -> dict[str, str]:
    return dict(zip(matching.pairs["household"], matching.pairs["unit"]))


def _with_size(groups: Groups, labels: Sequence[str], lang: str) -> list[str]:
    return [f"{label} ({number(len(groups[label]), 0, lang)})" for label in labels]


# -- one score --


@style()
def score(score: Score, *, lang: str = "fr", ax: Axes | None = None) -> Axes:
    """The lines of a score as bars, in the order of the policy; they add up to it."""
    lines = score.contributions_in(lang)
    counted = [(label, points) for label, points in zip(lines["label"], lines["points"]) if points]
    title = say(lang, "Ce qui fait les {} points", "What makes the {} points").format(number(score.points, lang=lang))
    ax = axes(title, x="points", lang=lang, ax=ax, height=1.4 + 0.36 * len(counted), source=source_of(score, lang))
    bars = ax.barh(range(len(counted)), [points for _, points in counted], height=0.62,
                   color=[s.BLUE if points > 0 else s.VERMILION for _, points in counted])
    ax.bar_label(bars, [number(points, lang=lang) for _, points in counted], padding=4, fontsize=s.TICKS)
    ax.margins(x=0.1)
    s.rows(ax, [label for label, _ in counted])
    return ax


# -- two shortlists --


@style()
def ranks(before: Shortlist, after: Shortlist, *, n: int = 12, names: Sequence[str] | None = None, lang: str = "fr",
          ax: Axes | None = None) -> Axes:
    """Two shortlists of one home side by side: who is among the first `n` of either, and how each moves.

    Ask the shortlists for everybody (``n=None``): who is not on a list has no rank there.
    """
    units = {*before["unit"], *after["unit"]}
    if len(units) > 1:
        raise ValueError(f"shortlists of one home are needed, not of {', '.join(sorted(units)[:3])}…")
    old, new = _ranks(before), _ranks(after)
    n = min(n, max(len(old), len(new)))
    shown = [h for h in old | new if min(old.get(h, math.inf), new.get(h, math.inf)) <= n]
    left, right = _places(shown, old, n), _places(shown, new, n)
    lowest = max([*left.values(), *right.values(), n])
    ax = axes(say(lang, "{} : les {} premiers", "{}: the first {}").format("".join(units), n), lang=lang, ax=ax,
              height=1.4 + 0.27 * lowest, source=source_of(after, lang))
    for h in shown:
        _draw_ranks(ax, h, (old.get(h, math.inf), new.get(h, math.inf)), (left[h], right[h]))
    for x, name in enumerate(names or (say(lang, "avant", "before"), say(lang, "après", "after"))):
        ax.text(x, -0.1, name, ha="center", va="bottom", fontweight="bold")
    ax.axhline(n + 0.75, color=s.GREY, linewidth=0.8, linestyle=":")
    ax.set(xlim=(-0.55, 1.55), ylim=(lowest + 0.8, -0.7))
    ax.set_axis_off()
    return ax


def _ranks(shortlist: Shortlist) -> dict[str, float]:
    return dict(zip(shortlist["household"], shortlist["rank"]))


def _places(shown: Sequence[str], ranks: dict[str, float], n: int) -> dict[str, float]:
    """The first n where they stand; those after them close together below."""
    later = sorted((h for h in shown if ranks.get(h, math.inf) > n), key=lambda h: ranks.get(h, math.inf))
    return {h: ranks[h] for h in shown if h not in later} | {h: n + 1.5 + i for i, h in enumerate(later)}


def _draw_ranks(ax: Axes, household: str, ranks: tuple[float, float], places: tuple[float, float]) -> None:
    old, new = ("–" if rank == math.inf else f"{rank:.0f}" for rank in ranks)
    color = s.GREY if ranks[0] == ranks[1] else s.BLUE if ranks[1] < ranks[0] else s.VERMILION
    ax.plot((0, 1), places, color=color, marker="o", linewidth=1.2 if color == s.GREY else 2)
    ax.text(-0.03, places[0], f"{household}   {old}", ha="right", va="center", fontsize=s.TICKS)
    ax.text(1.03, places[1], f"{new}   {household}", ha="left", va="center", fontsize=s.TICKS)


# -- groups --


@style()
def groups(*matchings: Matching, by: By = "need", among: Iterable[str] | None = None, least: int = LEAST,
           names: Sequence[str] | None = None, lang: str = "fr", ax: Axes | None = None) -> Axes:
    """The share of each group that is housed, in one matching or in several of the same households.

    `by` is "need", "situation", another column of ``register.households``, or the group of each id (a dict, a Series);
    `among` keeps to these households. Groups of fewer than `least` are not shown. With one matching, a line gives Wilson's
    95 % interval: how far the share could be from that of many households alike, were these drawn from them.
    """
    if not matchings:
        raise TypeError("a matching is needed")
    register = matchings[0].register
    everyone = set(register.households["id"] if among is None else among)
    if not everyone:
        raise ValueError("there are no households to show")
    found = households_by(register, by, everyone, lang)
    members = {label: ids for label, ids in found.items() if len(ids) >= least}
    homes = [_homes(m) for m in matchings]
    shares = {label: [len(ids & home.keys()) / len(ids) for home in homes] for label, ids in members.items()}
    labels = sorted(members, key=lambda label: shares[label][0], reverse=True)
    ax = axes(say(lang, "Part des ménages logés par groupe", "Share of households housed, by group"),
              x=say(lang, "part logée du groupe (entre parenthèses, ses ménages)",
                    "share of the group that is housed (in brackets, its households)"),
              lang=lang, ax=ax, height=1.9 + 0.32 * len(labels),
              source=_note(matchings, len(found) - len(members), least, lang))
    for place, label in enumerate(labels):
        _draw_shares(ax, place, shares[label], len(members[label]))
    for i, home in enumerate(homes):
        overall = len(everyone & home.keys()) / len(everyone)
        name = names[i] if names else say(lang, *NAMES[str(matchings[i].mechanism)])
        ax.axvline(overall, color=s.SERIES[i], linewidth=1, linestyle=(0, (4, 3)), zorder=1)
        ax.plot([], [], s.MARKERS[i], color=s.SERIES[i],
                label=name + say(lang, " (tous : {})", " (all: {})").format(percent(overall, lang)))
    ax.set_xlim(0, None)
    ax.xaxis.set_major_formatter(lambda share, _: percent(share, lang))
    s.legend(ax, len(matchings))
    s.rows(ax, _with_size(members, labels, lang))
    return ax


def _draw_shares(ax: Axes, place: int, shares: Sequence[float], n: int) -> None:
    low, high = wilson(shares[0], n) if len(shares) == 1 else (min(shares), max(shares))
    ax.plot((low, high), (place, place), color=s.SKY if len(shares) == 1 else s.PALE, linewidth=3, zorder=2)
    for i, share in enumerate(shares):
        ax.plot(share, place, s.MARKERS[i], color=s.SERIES[i], zorder=3 + i, clip_on=False)


def wilson(share: float, n: int, z: float = 1.959964) -> tuple[float, float]:
    """Wilson's interval of a share of n, 95 % (Journal of the American Statistical Association 22, 1927)."""
    middle = (share + z * z / (2 * n)) / (1 + z * z / n)
    half = z * math.sqrt(share * (1 - share) / n + z * z / (4 * n * n)) / (1 + z * z / n)
    return max(0.0, middle - half), min(1.0, middle + half)


def _note(matchings: Sequence[Matching], n_left_out: int, least: int, lang: str) -> str:
    parts = [source_of(matchings[0], lang)]
    if len(matchings) == 1:
        parts.append(say(lang, "Traits : intervalle de Wilson à 95 %.", "Lines: Wilson's 95% interval."))
    return " ".join(parts + _left_out(n_left_out, least, lang))


def _left_out(n: int, least: int, lang: str) -> list[str]:
    return [say(lang, f"Groupes de moins de {least} ménages non montrés : {n}.",
                f"Groups of fewer than {least} households not shown: {n}.")] if n else []


# -- two matchings --


@style()
def moves(before: Matching, after: Matching, *, by: By = "situation", among: Iterable[str] | None = None,
          least: int = LEAST, lang: str = "fr", ax: Axes | None = None) -> Axes:
    """Who gets a home in `after` and had none in `before`, who has none any more, who has another one: by group.

    `by`, `among` and `least` are those of groups().
    """
    found = households_by(after.register, by, among, lang)
    members = {label: ids for label, ids in found.items() if len(ids) >= least}
    old, new = _homes(before), _homes(after)
    gains = {label: len((ids & new.keys()) - old.keys()) for label, ids in members.items()}
    losses = {label: len((ids & old.keys()) - new.keys()) for label, ids in members.items()}
    others = {label: sum(old[h] != new[h] for h in ids & old.keys() & new.keys()) for label, ids in members.items()}
    labels = sorted(members, key=lambda label: (losses[label] - gains[label], -gains[label]))
    ax = axes(say(lang, "Qui obtient un logement, qui n'en a plus", "Who gets a home, who has none any more"),
              x=say(lang, "ménages", "households"), lang=lang, ax=ax, height=1.9 + 0.32 * len(labels),
              source=" ".join([source_of(after, lang), *_left_out(len(found) - len(members), least, lang)]))
    _draw_bars(ax, [gains[label] for label in labels], s.BLUE, say(lang, "obtiennent un logement", "get a home"), lang)
    _draw_bars(ax, [-losses[label] for label in labels], s.VERMILION,
               say(lang, "n'en ont plus", "have none any more"), lang)
    for place, label in enumerate(labels):
        ax.annotate(number(others[label], 0, lang), (0.99, place), xycoords=("axes fraction", "data"), ha="right",
                    va="center", fontsize=s.TICKS)
    ax.annotate(say(lang, "autre logement", "another home"), (0.99, 1), xytext=(0, 5), xycoords="axes fraction",
                textcoords="offset points", ha="right", fontsize=s.TICKS)
    most = max([*gains.values(), *losses.values(), 1]) * 1.3
    ax.set_xlim(-most, most)
    ax.locator_params(axis="x", integer=True)
    ax.xaxis.set_major_formatter(lambda value, _: number(abs(value), 0, lang))
    s.legend(ax, 2)
    s.rows(ax, _with_size(members, labels, lang))
    return ax


def _draw_bars(ax: Axes, values: Sequence[int], color: str, name: str, lang: str) -> None:
    bars = ax.barh(range(len(values)), values, height=0.62, color=color, label=name)
    ax.bar_label(bars, [number(abs(v), 0, lang) if v else "" for v in values], padding=3, fontsize=s.TICKS)


# -- prices --


@style()
def prices(matching: Matching, *, by: By = "kind", lang: str = "fr", ax: Axes | None = None) -> Axes:
    """What one place more of each home would add to the sum of points: a mark for each home, a bar for the mean of a group.

    `by` is "kind", "territory", another column of ``register.units``, or the group of each id. A full mark: one more
    household would be housed; an empty one: the place would only be a better fit.
    """
    table = matching.prices
    worth = {unit: (gain, housed > 0) for unit, gain, housed in zip(table["unit"], table["gain"], table["gain_housed"])
             if gain == gain}
    if not worth:
        raise ValueError("this matching has no prices: another mechanism, or limits that bind; see prices='all'")
    members = {label: ids & worth.keys() for label, ids in units_by(matching.register, by, lang).items()}
    means = {label: statistics.fmean(worth[unit][0] for unit in ids) for label, ids in members.items() if ids}
    labels = sorted(means, key=lambda label: means[label], reverse=True)
    ax = axes(say(lang, "Ce que vaudrait une place de plus", "What one place more would be worth"),
              x=say(lang, "points que gagnerait le meilleur appariement", "points that the best matching would gain"),
              lang=lang, ax=ax, height=1.9 + 0.34 * len(labels), source=source_of(matching, lang))
    gains = [gain for gain, _ in worth.values()]
    step = (max(gains) - min(gains)) / 90
    for place, label in enumerate(labels):
        ax.plot((means[label], means[label]), (place - 0.4, place + 0.4), color=s.VERMILION, linewidth=3, zorder=2)
        for gain, height, houses in _swarm([worth[unit] for unit in sorted(members[label])], step):
            _draw_mark(ax, [gain], [place + height], houses)
    _draw_mark(ax, [], [], True, say(lang, "un ménage de plus serait logé", "one more household would be housed"))
    _draw_mark(ax, [], [], False, say(lang, "un meilleur logement seulement", "only a better fit"))
    ax.plot([], [], color=s.VERMILION, linewidth=3, label=say(lang, "moyenne", "mean"))
    s.legend(ax, 3)
    s.rows(ax, _with_size(members, labels, lang))
    return ax


def _draw_mark(ax: Axes, x: Sequence[float], y: Sequence[float], full: bool, name: str | None = None) -> None:
    ax.plot(x, y, "o", markersize=4.5, markeredgecolor=s.BLUE, markerfacecolor=s.BLUE if full else "white", label=name)


def _swarm(worth: Iterable[tuple[float, bool]], step: float) -> Iterator[tuple[float, float, bool]]:
    """Marks of about one value stand above and below each other."""
    crowd: dict[int, int] = {}
    for gain, houses in worth:
        bin = round(gain / step) if step else 0
        i = crowd[bin] = crowd.get(bin, -1) + 1
        yield gain, min(0.4, 0.11 * ((i + 1) // 2)) * (-1 if i % 2 else 1), houses
