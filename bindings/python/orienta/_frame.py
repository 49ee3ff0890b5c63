# SPDX-License-Identifier: LGPL-2.1-or-later
"""Results as tables."""

from __future__ import annotations

import datetime
from array import array as cells
from collections import namedtuple
from collections.abc import Iterator
from typing import Any

from . import _html, core

_INT, _FLOAT, _BOOL, _DATE, _WORD, _TEXT = range(6)
_EPOCH = datetime.date(1970, 1, 1).toordinal()


def array(view: memoryview | None) -> Any:
    """Numbers that the library holds, without a copy and read-only: an array of NumPy where it is installed."""
    if view is None:
        return None
    try:
        import numpy
    except ImportError:
        return view
    return numpy.asarray(view)


class Frame:
    """A table of typed columns.

    ``frame["points"]`` is one column: an array of NumPy where it is installed, shared with the library and read-only
    where its type allows. A number is one row, and so is each item of a loop, as a named tuple. to_pandas() and
    to_dict() give all of it; pyarrow, polars and others read it through ``__arrow_c_stream__``.

    Points are floats, the nearest to exact thousandths. A missing number is NaN, any other missing cell None.
    """

    __slots__ = ("_core",)
    _core: core.Frame
    __hash__ = None  # type: ignore[assignment]

    def __init__(self, *args: object, **kwargs: object) -> None:
        raise TypeError("a Frame is made by what it tells of, as in matching.pairs")

    @classmethod
    def _of(cls, frame: core.Frame) -> Frame:
        self = cls.__new__(cls)
        self._core = frame
        return self

    @property
    def columns(self) -> list[str]:
        """The names of the columns."""
        return [self._core.get_name(i) for i in range(self._core.get_n_columns())]

    def _place(self, name: str) -> int:
        place = self._core.find(name)
        if place < 0:
            raise KeyError(f'no column "{name}"; there are {", ".join(self.columns)}')
        return place

    def _valid(self, place: int) -> memoryview | None:
        """Which cells are there; None where all are."""
        valid = self._core.get_valid(place)
        return None if valid is None or 0 not in bytes(valid) else valid

    def _cells(self, place: int) -> list[Any]:
        data: list[Any] = self._core.get_data(place).tolist()
        kind = self._core.get_type(place)
        if kind in (_WORD, _TEXT):
            words = [*self._core.get_words(place), None]
            return [words[code] for code in data]
        if kind == _DATE:
            data = [datetime.date.fromordinal(day + _EPOCH) for day in data]
        valid = self._valid(place)
        return data if valid is None else [cell if there else None for cell, there in zip(data, valid)]

    def _cell(self, place: int, row: int) -> Any:
        cell, kind, valid = self._core.get_data(place)[row], self._core.get_type(place), self._core.get_valid(place)
        if kind in (_WORD, _TEXT):
            return None if cell < 0 else self._core.get_word(place, cell)
        if valid is not None and not valid[row]:
            return None
        return datetime.date.fromordinal(cell + _EPOCH) if kind == _DATE else cell

    def _row(self) -> Any:
        return namedtuple("Row", self.columns, rename=True)

    def __len__(self) -> int:
        return self._core.get_n_rows()

    def __iter__(self) -> Iterator[Any]:
        cells = [self._cells(place) for place in range(len(self.columns))]
        return map(self._row()._make, zip(*cells))

    def __getitem__(self, key: str | int) -> Any:
        if isinstance(key, str):
            return self._array(self._place(key))
        if not isinstance(key, int) or isinstance(key, bool):
            raise TypeError(f"a column's name or a row's number is needed, not {type(key)}")
        n = len(self)
        if not -n <= key < n:
            raise IndexError(f"row {key} of {n}")
        return self._row()(*(self._cell(place, key % n) for place in range(len(self.columns))))

    def _array(self, place: int) -> Any:
        try:
            import numpy
        except ImportError:
            return self._cells(place)
        data, kind = numpy.asarray(self._core.get_data(place)), self._core.get_type(place)
        if kind in (_WORD, _TEXT):
            return numpy.array([*self._core.get_words(place), None], dtype=object)[data]
        valid = self._valid(place)
        if kind == _DATE:
            days = data.astype("datetime64[D]")
            if valid is not None:
                days[~numpy.asarray(valid)] = "NaT"
            return days
        return data if valid is None else numpy.array(self._cells(place), dtype=object)

    def to_dict(self) -> dict[str, list[Any]]:
        """The columns as lists, by name."""
        return {name: self._cells(place) for place, name in enumerate(self.columns)}

    def to_pandas(self, *, copy: bool = True) -> Any:
        """A DataFrame of pandas. Words of a closed list are categories.

        With ``copy=False`` numbers are shared with the library, and cannot be changed in place.
        """
        import pandas

        columns = {name: self._series(place, pandas) for place, name in enumerate(self.columns)}
        return pandas.DataFrame(columns, index=pandas.RangeIndex(len(self)), copy=copy)

    def _series(self, place: int, pandas: Any) -> Any:
        import numpy

        kind, valid = self._core.get_type(place), self._valid(place)
        if kind == _WORD:
            codes = numpy.asarray(self._core.get_data(place))
            return pandas.Categorical.from_codes(codes, categories=self._core.get_words(place))
        if kind in (_INT, _BOOL) and valid is not None:
            cells, missing = numpy.array(self._core.get_data(place)), ~numpy.asarray(valid)
            whole = pandas.arrays.IntegerArray if kind == _INT else pandas.arrays.BooleanArray
            return whole(cells, missing)
        return self._array(place)

    def __arrow_c_stream__(self, requested_schema: object = None) -> object:
        """The table for whoever reads Arrow: ``pyarrow.table(frame)``, ``polars.DataFrame(frame)``."""
        return core.frame_to_arrow(self._core)

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, Frame):
            return NotImplemented
        return self._state() == other._state()

    def _state(self) -> tuple[Any, ...]:
        frame = self._core
        return len(self), tuple(
            (name, frame.get_type(i), bytes(frame.get_data(i)), bytes(frame.get_valid(i) or b""), frame.get_words(i))
            for i, name in enumerate(self.columns)
        )

    def __reduce__(self) -> tuple[Any, ...]:
        return _restore, self._state()

    def __repr__(self) -> str:
        return f"<orienta.Frame of {len(self)} rows: {', '.join(self.columns)}>"

    def _repr_html_(self) -> str:
        return _html.table(self.columns, iter(self), len(self))


def _restore(n_rows: int, columns: tuple[tuple[str, int, bytes, bytes, list[str]], ...]) -> Frame:
    frame = core.Frame(n_rows)
    formats = "qdBiii"
    for name, kind, data, valid, words in columns:
        if not 0 <= kind < len(formats):
            raise ValueError(f'column "{name}": no such type')
        frame.add_column(name, kind, cells(formats[kind], data), cells("B", valid), words)
    return Frame._of(frame)
