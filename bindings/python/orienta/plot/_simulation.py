# SPDX-License-Identifier: LGPL-2.1-or-later
"""Plots of simulations: every value with the interval of its mean, groups that are too small left out."""

from __future__ import annotations

import datetime
import math
import statistics
from collections.abc import Sequence
from typing import TYPE_CHECKING, Any, NamedTuple

from . import _style as s
from ._style import axes, number, percent, say, style

if TYPE_CHECKING:
    from matplotlib.axes import Axes

    from .. import Simulation

LEAST = 11  # a line about fewer people is not published

CHANGES = ("housed", "waiting", "abandoned", "wait_mean", "wait_of_waiting", "wait_gini", "days_vacant")


class Mean(NamedTuple):
    """What a summary says of one line."""

    mean: float
    low: float
    high: float


UNKNOWN = Mean(math.nan, math.nan, math.nan)


class SimulationPlots:
    """The plots of a simulation: ``s.plot.waiting()``. All take ``lang`` ("fr" or "en"), ``confidence`` and ``ax``."""

    def __init__(self, simulation: Simulation) -> None:
        self._simulation = simulation

    def waiting(self, **options: Any) -> Axes:
        """Households that wait at the end of each year."""
        return self.years("waiting", **options)

    def housed(self, **options: Any) -> Axes:
        """Households housed in each year."""
        return self.years("housed", **options)

    @style()
    def years(self, measure: str, *, lang: str = "fr", confidence: float = 0.95, ax: Axes | None = None) -> Axes:
        """A measure year by year, a line for each policy; a last year that is cut off is left out."""
        n_years, means = _n_years(self._simulation.scenario), _means(self._simulation, confidence)
        label = _labels(self._simulation, lang)[measure]
        ax = axes(label, source=_source(self._simulation, confidence, lang), lang=lang, ax=ax)
        for i, name in enumerate(self._simulation):
            found = {year: means.get((name, year, None, None, measure), UNKNOWN) for year in range(n_years)}
            kept = [year for year, mean in found.items() if _is_known(mean)]
            _draw_line(ax, i, name, kept, [found[year] for year in kept])
        ax.set_xticks(range(n_years), [_year(self._simulation.scenario.start, year) for year in range(n_years)])
        ax.set_xlabel(say(lang, "année", "year"))
        ax.set_xlim(-0.3, n_years - 0.7)
        ax.grid(axis="y")
        ax.set_ylim(bottom=0)
        s.legend(ax, 3)
        return ax

    @style()
    def targets(self, *, lang: str = "fr", confidence: float = 0.95, ax: Axes | None = None) -> Axes:
        """The chance that each target is reached over the whole time, under each policy.

        Intervals are Wilson's, of a share: few replications that all say the same do not make it sure.
        """
        means, labels = _means(self._simulation, confidence), _labels(self._simulation, lang)
        reached = [measure for measure in labels if measure.startswith("target_reached:")]
        if not reached:
            raise ValueError("the scenario has no targets")
        title = say(lang, "Chance que l'objectif soit atteint", "Chance that the target is reached")
        rows = [_short(labels[measure]) for measure in reached]
        n = self._simulation.n_replications
        found = [[_chance(means.get((name, None, None, None, measure), UNKNOWN), n, confidence) for measure in reached]
                 for name in self._simulation]
        ax = self._dots(title, rows, found, lang, confidence, ax)
        ax.set_xlim(-0.03, 1.03)
        ax.set_xticks([0, 0.25, 0.5, 0.75, 1], [percent(share, lang) for share in (0, 0.25, 0.5, 0.75, 1)])
        return ax

    @style()
    def difference(
        self, name: str | None = None, other: str | None = None, *, measures: Sequence[str] = CHANGES, lang: str = "fr",
        confidence: float = 0.95, ax: Axes | None = None,
    ) -> Axes:
        """What one policy changes of another, replication by replication, in per cent of the other; without names, of two.

        Blue where the interval leaves out 0: the sign is known. Grey where it does not.
        """
        names = self._simulation.names
        name, other = (name, other) if name is not None else (names[1], names[0]) if len(names) == 2 else (None, None)
        change = _whole(self._simulation.compare(name, other, confidence=confidence))
        assert other is not None
        base, labels = _means(self._simulation, confidence), _labels(self._simulation, lang)
        shown = [(measure, base[other, None, None, None, measure].mean, change[measure]) for measure in measures
                 if measure in change and base.get((other, None, None, None, measure), Mean(0, 0, 0)).mean > 0]
        title = say(lang, "« {} » par rapport à « {} »", "“{}” compared with “{}”").format(name, other)
        ax = axes(title, x=say(lang, "différence, en % de « {} »", "difference, in % of “{}”").format(other), lang=lang,
                  source=_source(self._simulation, confidence, lang), height=1.7 + 0.42 * len(shown), ax=ax)
        for row, (_, per, mean) in enumerate(shown):
            known = mean.low > 0 or mean.high < 0
            color = s.BLUE if known else s.GREY
            ax.plot([100 * mean.low / per, 100 * mean.high / per], [row, row], color=color, linewidth=2)
            ax.plot(100 * mean.mean / per, row, marker="o" if known else "s", color=color)
            end, side, align = (mean.low, -6, "right") if mean.mean < 0 else (mean.high, 6, "left")
            ax.annotate(_signed(mean.mean, lang), (100 * end / per, row), xytext=(side, 0), ha=align, va="center",
                        textcoords="offset points", fontsize=s.TICKS, color=color)
        ax.margins(x=0.22)
        s.rows(ax, [labels[measure] for measure, *_ in shown])
        ax.axvline(0, color=s.INK, linewidth=1)
        return ax

    @style()
    def groups(
        self, measure: str = "wait_mean", *, lang: str = "fr", confidence: float = 0.95, threshold: int = LEAST,
        ax: Axes | None = None,
    ) -> Axes:
        """A measure for everybody and for each group, over the whole time; what is about fewer than `threshold` is left out."""
        means = _means(self._simulation, confidence, threshold)
        key = "label_fr" if say(lang, "fr", "en") == "fr" else "label_en"
        of = self._simulation.groups.to_dict()
        rows = {None: say(lang, "tous les ménages", "all households"), **dict(zip(of["group"], of[key]))}
        kept = [group for group in rows if any(_is_known(means.get((name, None, None, group, measure), UNKNOWN))
                                               for name in self._simulation)]
        found = [[means.get((name, None, None, group, measure), UNKNOWN) for group in kept] for name in self._simulation]
        ax = self._dots(_labels(self._simulation, lang)[measure], [rows[group] for group in kept], found, lang, confidence, ax)
        ax.set_xlim(left=min(0, ax.get_xlim()[0]))
        return ax

    def _dots(self, title: str, rows: Sequence[str], found: Sequence[Sequence[Mean]], lang: str, confidence: float,
              ax: Axes | None) -> Axes:
        """Rows with a dot and an interval for each policy."""
        n = len(found)
        ax = axes(title, source=_source(self._simulation, confidence, lang), lang=lang, ax=ax,
                  height=1.7 + (0.24 + 0.16 * n) * len(rows))
        for i, name in enumerate(self._simulation):
            color, marker, label = s.SERIES[i % len(s.SERIES)], s.MARKERS[i % len(s.MARKERS)], name
            for row, mean in enumerate(found[i]):
                if not _is_known(mean):
                    continue
                place = row + (i - (n - 1) / 2) * 0.6 / n
                if not math.isnan(mean.low):
                    ax.plot([mean.low, mean.high], [place, place], color=color, linewidth=1.6)
                ax.plot(mean.mean, place, marker=marker, color=color, linestyle="none", label=label)
                label = "_"  # one entry of the legend
        s.rows(ax, rows)
        s.legend(ax, 3)
        return ax


def _draw_line(ax: Axes, i: int, name: str, years: Sequence[int], means: Sequence[Mean]) -> None:
    color = s.SERIES[i % len(s.SERIES)]
    ax.fill_between(years, [mean.low for mean in means], [mean.high for mean in means], color=color, alpha=0.18, linewidth=0)
    ax.plot(years, [mean.mean for mean in means], color=color, marker=s.MARKERS[i % len(s.MARKERS)], label=name)


# -- what a simulation says --


def _is_known(mean: Mean) -> bool:
    return not math.isnan(mean.mean)


def _chance(mean: Mean, n: int, confidence: float) -> Mean:
    """A share of n replications with the interval of Wilson (1927)."""
    if not _is_known(mean):
        return mean
    z2 = statistics.NormalDist().inv_cdf((1 + confidence) / 2) ** 2
    middle = (mean.mean + z2 / (2 * n)) / (1 + z2 / n)
    half = math.sqrt(z2 * (mean.mean * (1 - mean.mean) / n + z2 / (4 * n * n))) / (1 + z2 / n)
    return Mean(mean.mean, max(middle - half, 0), min(middle + half, 1))


def _means(simulation: Simulation, confidence: float, threshold: int = 0) -> dict[tuple[Any, ...], Mean]:
    """By policy, period, territory, group and measure."""
    return {(row.policy, row.period, row.territory, row.group, row.measure): Mean(row.mean, row.low, row.high)
            for row in simulation.summary(confidence=confidence, threshold=threshold)}


def _whole(comparison: Any) -> dict[str, Mean]:
    return {row.measure: Mean(row.mean, row.low, row.high) for row in comparison
            if row.period is None and row.territory is None and row.group is None}


def _labels(simulation: Simulation, lang: str) -> dict[str, str]:
    table = simulation.measures.to_dict()
    return dict(zip(table["measure"], table["label_fr" if say(lang, "fr", "en") == "fr" else "label_en"]))


def _short(label: str) -> str:
    """The target's own name: what stands before the last colon."""
    return label.rpartition(":")[0].rstrip("\N{NO-BREAK SPACE}\N{NARROW NO-BREAK SPACE} ") or label


def _anniversary(start: datetime.date, years: int) -> datetime.date:
    try:
        return start.replace(year=start.year + years)
    except ValueError:  # 29 February
        return datetime.date(start.year + years, 3, 1)


def _n_years(scenario: Any) -> int:
    """Whole years of a scenario; one at least."""
    end, n = scenario.start + datetime.timedelta(scenario.n_days), 0
    while _anniversary(scenario.start, n + 1) <= end:
        n += 1
    return max(n, 1)


def _year(start: datetime.date, period: int) -> str:
    first = start.year + period
    return str(first) if (start.month, start.day) == (1, 1) else f"{first}\N{EN DASH}{(first + 1) % 100:02d}"


def _signed(value: float, lang: str) -> str:
    digits = 0 if abs(value) >= 10 else 1 if abs(value) >= 1 else 2
    return ("+" if value > 0 else "") + number(value, digits, lang)


def _source(simulation: Simulation, confidence: float, lang: str) -> str:
    scenario, n = simulation.scenario, number(simulation.n_replications, 0, lang)
    of = f"{scenario.id} {scenario.version}"
    share = percent(confidence, lang)
    return say(lang, f"Scénario {of}, {n} réplications ; intervalles à {share} de la moyenne. Une simulation, non une prévision.",
               f"Scenario {of}, {n} replications; {share} intervals of the mean. A simulation, not a prediction.")
