# SPDX-License-Identifier: LGPL-2.1-or-later
"""The bare solver, on arrays."""

from __future__ import annotations

from typing import Any, NamedTuple

from . import core
from ._frame import array
from ._progress import Progress, shown

#: A list of numbers, or an array of any width and stride: of NumPy, pandas, the array module.
ArrayLike = Any


class Margins(NamedTuple):
    """What the best total would change by: one place more or less of each column, or without each row."""

    gains: Any
    losses: Any
    row_losses: Any


class Assignment:
    """The best matching of rows and columns, with its proof. Made by assign(), or by an Assigner."""

    __slots__ = ("_choices", "_core", "_scale", "_pairs")
    _choices: core.Choices
    _core: core.Assignment
    _scale: float
    _pairs: tuple[Any, Any, Any] | None

    def __init__(self, *args: object, **kwargs: object) -> None:
        raise TypeError("an Assignment is made by assign()")

    @classmethod
    def _of(cls, choices: core.Choices, assignment: core.Assignment, scale: float) -> Assignment:
        self = cls.__new__(cls)
        self._choices, self._core, self._scale = choices, assignment, scale
        self._pairs = None
        return self

    @property
    def rows(self) -> Any:
        """The rows that have a column, in order."""
        return self._chosen()[0]

    @property
    def cols(self) -> Any:
        """The column of each of them."""
        return self._chosen()[1]

    @property
    def values(self) -> Any:
        """The value of each of them."""
        return self._chosen()[2]

    @property
    def columns(self) -> Any:
        """By row: its column, -1 where it has none; shared with the solver."""
        return array(self._core.get_columns())

    @property
    def total(self) -> int | float:
        """What the values add up to."""
        total = self._core.get_total()
        return total / self._scale if self._scale else total

    @property
    def prices(self) -> Any:
        """By column: with the slack, the proof. One place more adds this at most, one less takes it at least."""
        return self._unscaled(self._core.get_prices())

    @property
    def slack(self) -> Any:
        """By row: what it has beyond the price of its column. slack + price >= value for every pair."""
        return self._unscaled(self._core.get_slack())

    @property
    def cutoffs(self) -> Any:
        """By column: above this value a row that has none would have had it."""
        return self._unscaled(self._core.get_cutoffs())

    def verify(self) -> bool:
        """Checks without the solver that it is allowed, adds up, and that no matching has a higher total.

        Returns True, or raises InvalidError with what does not hold.
        """
        return self._choices.verify(self._core)

    def margins(self, *, progress: Progress = False) -> Margins:
        """Exactly what prices only bound: what the total would gain or lose by one place, or lose without a row."""
        with shown(progress) as bar:
            found = self._choices.margins(self._core, bar)
        return Margins(self._unscaled(found.get_gains(0)), self._unscaled(found.get_losses(0)),
                       self._unscaled(found.get_row_losses(0)))

    def _unscaled(self, view: Any) -> Any:
        if not self._scale:
            return array(view)
        try:
            import numpy
        except ImportError:
            return [value / self._scale for value in view]
        return numpy.asarray(view) / self._scale

    def _chosen(self) -> tuple[Any, Any, Any]:
        if self._pairs is None:
            columns, values = self.columns, self._unscaled(self._core.get_values())
            try:
                import numpy
            except ImportError:
                rows: Any = [row for row, column in enumerate(columns) if column >= 0]
                self._pairs = rows, [columns[row] for row in rows], [values[row] for row in rows]
            else:
                rows = numpy.flatnonzero(columns >= 0)
                self._pairs = rows, columns[rows], values[rows]
        return self._pairs

    def __len__(self) -> int:
        return self._core.get_n_pairs()

    def __repr__(self) -> str:
        return f"<orienta.Assignment of {self._core.get_n_rows()} rows: {len(self)} have a column, total {self.total}>"


def factor_of(scale: float | None) -> float:
    """What the core takes as a scale."""
    if scale is not None and not scale > 0:
        raise ValueError(f"scale: {scale} is not above 0")
    return 0.0 if scale is None else float(scale)


def assign(
    rows: ArrayLike,
    cols: ArrayLike,
    values: ArrayLike,
    n_rows: int,
    capacities: ArrayLike,
    *,
    scale: float | None = None,
    progress: Progress = False,
) -> Assignment:
    """Chooses pairs so that their values add up to as much as possible.

    rows, cols, values: the pairs that may be chosen, in any order.
    n_rows: how many rows there are, numbered from 0; each has one column at most.
    capacities: how many rows each column takes.
    scale: values are 64-bit integers. Decimals are refused, unless a scale says what they are multiplied by before they
      are rounded to whole numbers: with ``scale=1000`` three decimals count. What is answered is divided by it again.

    Where several matchings add up to the same, the one that serves more rows is taken, among these the one that serves
    row 0 if any does, then row 1, and so on.
    """
    factor = factor_of(scale)
    choices = core.Choices.from_pairs(n_rows, rows, cols, values, capacities, 1, factor)
    with shown(progress) as bar:
        return Assignment._of(choices, choices.assign(bar), factor)
