# SPDX-License-Identifier: LGPL-2.1-or-later
"""The bare solver, kept up to date."""

from __future__ import annotations

from typing import Any

from . import core
from ._assign import ArrayLike, Assignment, factor_of
from ._progress import Progress, shown


def plain(numbers: ArrayLike) -> list[Any]:
    """As numbers of Python, whatever they stand in."""
    return numbers.tolist() if hasattr(numbers, "tolist") else list(numbers)


class Assigner:
    """A best matching of rows and columns that stays one while one thing after the other changes.

    Made from what assign() takes. Each change is a search of some microseconds, where assign() would begin anew: a place
    more or fewer of a column, a row that comes, goes, or has other pairs. The total is always the best there is; of
    several best matchings it is the one that the last change led to, so that few rows move.

    >>> kept = orienta.Assigner([0, 0, 1], [0, 1, 0], [50, 20, 30], 2, [1, 1])
    >>> kept.total
    50
    >>> kept.set_capacity(0, 2)
    >>> kept.total, kept.changed
    (80, [0])
    """

    __slots__ = ("_core", "_scale", "_pairs", "_others", "_capacities")
    _core: core.Assigner
    _scale: float
    _pairs: list[tuple[int, int, Any]]
    _others: dict[int, list[tuple[int, Any]]]
    _capacities: list[int]

    def __init__(
        self,
        rows: ArrayLike,
        cols: ArrayLike,
        values: ArrayLike,
        n_rows: int,
        capacities: ArrayLike,
        *,
        scale: float | None = None,
        progress: Progress = False,
    ) -> None:
        self._scale = factor_of(scale)
        choices = core.Choices.from_pairs(n_rows, rows, cols, values, capacities, 1, self._scale)
        with shown(progress) as bar:
            self._core = choices.assigner(bar)
        self._pairs = list(zip(plain(rows), plain(cols), plain(values)))
        self._others = {}
        self._capacities = plain(capacities)

    @property
    def n_rows(self) -> int:
        """How many rows there are, those that were withdrawn among them."""
        return self._core.get_n_rows()

    @property
    def n_columns(self) -> int:
        """How many columns there are."""
        return self._core.get_n_columns()

    @property
    def total(self) -> int | float:
        """What the values add up to."""
        return self._unscaled(self._core.get_total())

    @property
    def changed(self) -> list[int]:
        """The rows that have another column than before the last change, or none any more, or one for the first time."""
        return sorted(self._core.get_changed(i) for i in range(self._core.get_n_changed()))

    def column(self, row: int) -> int:
        """The column of a row; -1 where it has none."""
        return self._core.get_column(row)

    def price(self, column: int) -> int | float:
        """The price of one place of a column: one more adds this at most, one less takes it at least."""
        return self._unscaled(self._core.get_price(column))

    def set_capacity(self, column: int, capacity: int) -> None:
        """From now on the column takes so many rows; 0 closes it."""
        self._core.set_capacity(column, capacity)
        self._capacities[column] = capacity

    def set_row(self, row: int, cols: ArrayLike, values: ArrayLike) -> None:
        """From now on the row may have these columns at these values, and no others; none at all withdraws it."""
        if row == self.n_rows:
            raise IndexError(f"row: {row} is not below {self.n_rows}")
        self._set(row, cols, values)

    def add_row(self, cols: ArrayLike, values: ArrayLike) -> int:
        """One row more, with these columns at these values. Returns its number."""
        row = self.n_rows
        self._set(row, cols, values)
        return row

    def assignment(self) -> Assignment:
        """The matching as it is now, with its proof, for verify() and margins(). It does not change any more.

        It takes as long as reading all pairs.
        """
        pairs = [pair for pair in self._pairs if pair[0] not in self._others]
        pairs += [(row, col, value) for row, others in self._others.items() for col, value in others]
        rows, cols, values = zip(*pairs) if pairs else ((), (), ())
        choices = core.Choices.from_pairs(self.n_rows, rows, cols, values, self._capacities, 1, self._scale)
        return Assignment._of(choices, self._core.get_assignment(), self._scale)

    def _set(self, row: int, cols: ArrayLike, values: ArrayLike) -> None:
        self._core.set_row(row, cols, values, self._scale)
        self._others[row] = list(zip(plain(cols), plain(values)))

    def _unscaled(self, number: int) -> int | float:
        return number / self._scale if self._scale else number

    def __repr__(self) -> str:
        return f"<orienta.Assigner of {self.n_rows} rows and {self.n_columns} columns, total {self.total}>"
