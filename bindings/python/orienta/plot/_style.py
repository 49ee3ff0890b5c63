# SPDX-License-Identifier: LGPL-2.1-or-later
"""How every plot looks, and how it writes numbers and words: in one place, in French or English."""

from __future__ import annotations

import contextlib
import math
import textwrap
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Any

from .. import core
from .._enums import Language
from .._enums import number as number_of

if TYPE_CHECKING:
    from matplotlib.axes import Axes

# Okabe and Ito: told apart with every kind of colour blindness, and by their lightness.
BLUE, VERMILION, GREEN, ORANGE, SKY, PURPLE = "#0072B2", "#D55E00", "#009E73", "#E69F00", "#56B4E9", "#CC79A7"
INK, GREY, PALE = "#222222", "#6B6B6B", "#D9D9D9"
SERIES = (BLUE, VERMILION, GREEN, PURPLE, ORANGE, SKY)
MARKERS = ("o", "s", "^", "D", "v", "P")  # a series is never told by its colour alone

TEXT, TICKS, SMALL = 10, 9, 8.5  # points
WIDTH = 8.4  # inches

RC = {
    "figure.dpi": 110, "figure.facecolor": "white", "savefig.facecolor": "white",
    "font.family": "DejaVu Sans", "font.size": TEXT, "text.color": INK,
    "axes.titlesize": 12, "axes.titleweight": "bold", "axes.titlelocation": "left", "axes.titlepad": 10,
    "axes.labelsize": TEXT, "axes.labelcolor": INK, "axes.edgecolor": GREY, "axes.facecolor": "white",
    "axes.spines.top": False, "axes.spines.right": False, "axes.axisbelow": True,
    "axes.grid": False, "grid.color": PALE, "grid.linewidth": 0.8,
    "xtick.labelsize": TICKS, "ytick.labelsize": TICKS, "xtick.color": INK, "ytick.color": INK,
    "legend.frameon": False, "legend.fontsize": TICKS, "lines.linewidth": 2, "lines.markersize": 6,
}


@contextlib.contextmanager
def style() -> Iterator[None]:
    """The look of these plots, for your own: ``with orienta.plot.style(): ...``, or as a decorator."""
    from matplotlib import rcParams

    # Not rc_context(), which would put back the backend as well, and that of a notebook is found while the first is drawn.
    before = {name: rcParams[name] for name in RC}
    rcParams.update(RC)
    try:
        yield
    finally:
        rcParams.update(before)


# -- words and numbers --


def say(lang: str, french: str, english: str) -> str:
    return (french, english)[number_of(Language, lang, "lang")]


def number(value: float, digits: int | None = None, lang: str = "fr") -> str:
    """1 234,5 in French, 1,234.5 in English; a real minus sign. Without `digits`, as many decimals as are needed, of three."""
    text = f"{value:,.3f}".rstrip("0").rstrip(".") if digits is None else f"{value:,.{digits}f}"
    signs = {ord("-"): "\N{MINUS SIGN}"}
    if say(lang, "fr", "en") == "fr":
        signs |= {ord(","): "\N{NARROW NO-BREAK SPACE}", ord("."): ","}
    return text.translate(signs)


def percent(share: float, lang: str = "fr") -> str:
    """0.25 is 25 % in French, 25% in English."""
    return number(100 * share, 0, lang) + say(lang, "\N{NO-BREAK SPACE}%", "%")


def word_label(attribute: str, word: str, lang: str) -> str:
    """What people call a word of an attribute: 'plai' of 'unit.kind' is PLAI. Any other text stays as it is."""
    place, language = core.attribute_find(attribute), number_of(Language, lang, "lang")
    for i in range(core.attribute_get_n_words(place) if place >= 0 else 0):
        if core.attribute_get_word(place, i) == word:
            return core.attribute_get_word_label(place, i, language)
    return word


def source_of(answer: Any, lang: str) -> str:
    """Whose numbers these are: the policy and the day."""
    year, month, day = str(answer.register.as_of).split("-")
    policy = f"{answer.policy.id} {answer.policy.version}"
    return say(lang, f"Source : politique {policy}, fichier du {day}/{month}/{year}.",
               f"Source: policy {policy}, register of {year}-{month}-{day}.")


# -- axes --


def axes(title: str, *, x: str = "", y: str = "", source: str = "", lang: str = "fr", height: float = 4.2,
         ax: Axes | None = None) -> Axes:
    """Axes in this style, with a title, the name and unit of each axis, and a line below that says where the numbers are from.

    Numbers along an axis are written as the language does. `height` is that of the figure, in inches; `ax` are axes that
    you have, whose size stays.
    """
    with style():
        if ax is None:
            import matplotlib.pyplot

            ax = matplotlib.pyplot.subplots(figsize=(WIDTH, height), layout="constrained")[1]
        ax.set_title(title, loc="left")
        ax.set_xlabel(x)
        ax.set_ylabel(y)
        for axis in (ax.xaxis, ax.yaxis):
            axis.set_major_formatter(_ticks(lang))
        if source:
            figure: Any = ax.get_figure()
            figure.supxlabel(textwrap.fill(source, int(figure.get_figwidth() * 14)), x=0.01, ha="left", fontsize=SMALL,
                             color=GREY)
    return ax


def _ticks(lang: str) -> Any:
    from matplotlib.ticker import ScalarFormatter

    class Ticks(ScalarFormatter):
        """As many decimals as the step between ticks has."""

        def __call__(self, value: float, pos: int | None = None) -> str:
            step = min((b - a for a, b in zip(self.locs, self.locs[1:]) if b > a), default=1.0)
            digits = next((d for d in range(4) if math.isclose(round(step, d), step)), 4)
            return number(value, digits, lang)

    say(lang, "", "")  # a wrong language is told now, not when the plot is drawn
    return Ticks()


def legend(ax: Axes, columns: int) -> None:
    """Between the title and the plot, where it hides nothing."""
    ax.legend(loc="lower left", bbox_to_anchor=(0, 1), ncols=columns, borderaxespad=0.3, borderpad=0, handlelength=1.4)
    ax.set_title(ax.get_title(loc="left"), loc="left", pad=28)


def rows(ax: Axes, labels: Sequence[str]) -> None:
    """Rows of things with names, the first at the top: no marks beside the names, lines to read values by."""
    ax.set_yticks(range(len(labels)), [textwrap.fill(label, 46) for label in labels])
    ax.set_ylim(len(labels) - 0.4, -0.6)
    ax.tick_params(axis="y", length=0)
    ax.spines["left"].set_visible(False)
    low, high = ax.get_xlim()
    if low <= 0 <= high:
        ax.axvline(0, color=GREY, linewidth=0.8)
    ax.grid(axis="x")
