# SPDX-License-Identifier: LGPL-2.1-or-later
"""Tables of any make as columns of the core: DataFrames, dicts of arrays, lists of rows, Arrow streams."""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Mapping, Sequence
from decimal import Decimal
from typing import Any

from . import core
from ._errors import InvalidError

#: What a table may come as: a DataFrame, a mapping of columns, a list of rows, anything with ``__arrow_c_stream__``.
TableLike = Any

_ALL: Sequence[int] = ()  # every cell is there


def fill(table: int, name: str, data: TableLike) -> core.Fill:
    """A table, ready for a builder."""
    if hasattr(data, "dtypes") and hasattr(data, "items") and hasattr(data, "columns"):
        return _from_columns(table, name, data.items(), len(data))
    if hasattr(data, "__arrow_c_stream__"):
        return _from_arrow(table, name, data)
    if isinstance(data, Mapping):
        return _from_columns(table, name, data.items(), None)
    if isinstance(data, Iterable) and not isinstance(data, (str, bytes)):
        return _from_rows(table, name, data)
    raise TypeError(f"{name}: a DataFrame, a dict of columns or a list of rows is needed, not {type(data)}")


def _from_arrow(table: int, name: str, data: Any) -> core.Fill:
    try:
        return core.Fill.from_arrow(table, data.__arrow_c_stream__())
    except InvalidError as error:
        raise InvalidError(f"{name}: {error}") from None


def _from_rows(table: int, name: str, rows: Iterable[Any]) -> core.Fill:
    rows = list(rows)
    columns: dict[str, list[Any]] = {}
    for i, row in enumerate(rows):
        if not isinstance(row, Mapping):
            raise TypeError(f"{name}[{i}]: a dict is needed, not {type(row)}")
        for column in row:
            columns.setdefault(column, [])
    for column, cells in columns.items():
        cells.extend(row.get(column) for row in rows)
    return _from_columns(table, name, columns.items(), len(rows))


def _from_columns(table: int, name: str, columns: Iterable[tuple[Any, Any]], n_rows: int | None) -> core.Fill:
    columns = list(columns)
    if n_rows is None:
        n_rows = len(columns[0][1]) if columns else 0
    filled = core.Fill(table, n_rows)
    for column, cells in columns:
        if not isinstance(column, str):
            raise TypeError(f"{name}: names of columns are str, not {column!r}")
        try:
            _add(filled, column, cells)
        except TypeError as error:
            raise TypeError(f"{name}: column {column!r}: {error}") from None
        except InvalidError as error:
            raise InvalidError(f"{name}: {error}") from None
    return filled


def _add(filled: core.Fill, column: str, cells: Any) -> None:
    if hasattr(cells, "dtype"):
        _add_array(filled, column, cells)
    elif isinstance(cells, (list, tuple)):
        _add_texts(filled, column, cells)
    elif hasattr(cells, "__arrow_c_array__") or hasattr(cells, "__arrow_c_stream__") or not _is_sequence(cells):
        raise TypeError(f"a list or an array is needed, not {type(cells)}")
    else:
        _add_texts(filled, column, list(cells))


def _add_texts(filled: core.Fill, column: str, cells: Any) -> None:
    """Cells of any kind; the usual case, texts alone, without a look at each from here."""
    try:
        filled.add_texts(column, cells)
    except TypeError:
        filled.add_texts(column, [_text(cell) for cell in cells])


def _is_sequence(cells: Any) -> bool:
    return isinstance(cells, Iterable) and not isinstance(cells, (str, bytes, bytearray, Mapping))


def _add_array(filled: core.Fill, column: str, cells: Any) -> None:
    """An array of NumPy, or a Series of pandas, whose own kinds of column know which cells are missing."""
    kind = getattr(cells.dtype, "kind", "O")
    if hasattr(cells, "cat"):
        _add_categories(filled, column, cells)
    elif hasattr(cells, "isna") and not _is_numpy(cells.dtype):
        _add_extension(filled, column, cells, kind)
    elif kind in "iuf":
        filled.add_numbers(column, cells, _ALL)
    elif kind == "b":
        filled.add_bools(column, cells, _ALL)
    elif kind == "M":
        _add_dates(filled, column, getattr(cells, "to_numpy", lambda: cells)())
    elif kind in "OUT":
        _add_texts(filled, column, cells.tolist())
    else:
        raise TypeError(f"numbers, texts, truth values or dates are needed, not {cells.dtype}")


def _is_numpy(dtype: Any) -> bool:
    return type(dtype).__module__.split(".")[0] == "numpy"


def _add_categories(filled: core.Fill, column: str, cells: Any) -> None:
    words = [_text(word) for word in cells.cat.categories]
    filled.add_words(column, cells.cat.codes.to_numpy(), words)


def _add_extension(filled: core.Fill, column: str, cells: Any, kind: str) -> None:
    missing = cells.isna().to_numpy(dtype=bool)
    if kind in "iufb" and not str(cells.dtype).startswith(("Sparse", "sparse")):
        values = cells.fillna(0 if kind != "b" else False).to_numpy(dtype={"b": "bool", "f": "float64"}.get(kind, "int64"))
        add = filled.add_bools if kind == "b" else filled.add_numbers
        add(column, values, ~missing)
    elif kind == "M":
        if getattr(cells.dt, "tz", None) is not None:
            raise TypeError("dates are days without a time zone: dt.tz_localize(None).dt.normalize()")
        _add_dates(filled, column, cells.to_numpy(dtype="datetime64[ns]", na_value=None))
    else:
        filled.add_texts(column, [None if gone else _text(cell) for cell, gone in zip(cells.tolist(), missing)])


def _add_dates(filled: core.Fill, column: str, moments: Any) -> None:
    days = moments.astype("datetime64[D]")
    missing = days != days
    if ((days.astype(moments.dtype) != moments) & ~missing).any():
        raise InvalidError(f'column "{column}": a time of day, where dates are needed')
    filled.add_dates(column, days.astype("int64"), ~missing)


def _text(cell: Any) -> str | None:
    """A cell as it would stand in a CSV file."""
    if cell is None or isinstance(cell, str):
        return cell
    if isinstance(cell, bool):
        return "true" if cell else "false"
    if isinstance(cell, datetime.datetime):
        return _date(cell)
    if isinstance(cell, datetime.date):
        return cell.isoformat()
    if isinstance(cell, (list, tuple, set, frozenset)):
        items = sorted(cell) if isinstance(cell, (set, frozenset)) else cell
        return "|".join(_item(item) for item in items)
    return _number(cell)


def _date(moment: datetime.datetime) -> str | None:
    if moment != moment:  # NaT
        return None
    if moment.tzinfo is not None or moment.time() != datetime.time():
        raise InvalidError(f"{moment}: a time of day, where a date is needed")
    return moment.date().isoformat()


def _item(item: Any) -> str:
    if not isinstance(item, str):
        raise TypeError(f"a list of str is needed, not of {type(item)}")
    if "|" in item or not item:
        raise InvalidError(f"{item!r}: a value of a list may not be empty or have | in it")
    return item


def _number(cell: Any) -> str | None:
    if isinstance(cell, Decimal):
        return None if cell.is_nan() else format(cell, "f")
    if hasattr(cell, "item"):  # a scalar of NumPy
        return _text(cell.item())
    if isinstance(cell, int):
        return str(cell)
    if isinstance(cell, float):
        return None if cell != cell else format(Decimal(format(cell, ".15g")), "f")  # 0.1 + 0.2 is 0.3, as in C
    if type(cell).__name__ in ("NAType", "NaTType"):
        return None
    raise TypeError(f"a text, a number, a truth value, a date or a list is needed, not {type(cell)}")
