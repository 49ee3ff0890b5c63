# SPDX-License-Identifier: LGPL-2.1-or-later
"""Registers: who and what there is on one day."""

from __future__ import annotations

import datetime
import json
import os
from collections.abc import Mapping
from typing import Any

from . import core
from ._enums import Table, number
from ._fill import TableLike, fill
from ._frame import Frame
from ._policy import Policy, core_of
from ._progress import Progress, shown

_ROWS_AT_ONCE = 20000


class Register:
    """Households, units and services on one day.

    Made by Register.load(), Register.from_json(), Register.from_dict() or Register.from_frames(); it does not change.
    Give the policy where it declares columns of its own. Two registers are equal where they say the same of the same
    day.
    """

    __slots__ = ("_core", "_policy", "__weakref__")
    _core: core.Register
    _policy: Policy | None

    def __init__(self, *args: object, **kwargs: object) -> None:
        raise TypeError("a Register is made by Register.load(), from_json(), from_dict() or from_frames()")

    @classmethod
    def _of(cls, register: core.Register, policy: Policy | None) -> Register:
        self = cls.__new__(cls)
        self._core = register
        self._policy = policy
        return self

    @classmethod
    def load(
        cls,
        path: str | os.PathLike[str],
        policy: Policy | None = None,
        *,
        as_of: datetime.date | str | None = None,
        progress: Progress = False,
    ) -> Register:
        """Reads a folder of CSV files, or one JSON document (docs/data.md); all that is wrong is told at once."""
        with shown(progress) as bar:
            register = core.Register.read(os.fspath(path), _core_policy(policy), _day(as_of), bar)
        return cls._of(register, policy)

    @classmethod
    def from_json(cls, text: str, policy: Policy | None = None) -> Register:
        """The same from the text of a document."""
        return cls._of(core.Register.parse(text, _core_policy(policy)), policy)

    @classmethod
    def from_dict(cls, document: Mapping[str, Any], policy: Policy | None = None) -> Register:
        """The same from a document as Python reads JSON: ``{"as_of": …, "households": […], "units": […]}``."""
        text = json.dumps({"orienta": 1, **document}, ensure_ascii=False, default=_json_of)
        return cls.from_json(text, policy)

    @classmethod
    def from_frames(
        cls,
        *,
        households: TableLike,
        units: TableLike,
        services: TableLike = None,
        persons: TableLike = None,
        territories: TableLike = None,
        outcomes: TableLike = None,
        offers: TableLike = None,
        as_of: datetime.date | str | None = None,
        policy: Policy | None = None,
        progress: Progress = False,
    ) -> Register:
        """The same from tables whose columns are those of the CSV files (docs/data.md).

        Each is a DataFrame of pandas, anything that shows itself as an Arrow stream (polars, pyarrow, DuckDB), a dict of
        lists and arrays, or a list of dicts. Missing cells are None, NaN, NaT or NA; a list stands in a cell as a list
        or as one text with ``|``; a date is a date, a datetime at midnight, or text. What is wrong is told all at once,
        by row.
        """
        builder = core.Builder(_day(as_of), _core_policy(policy))
        tables = dict(households=households, units=units, services=services, persons=persons, territories=territories,
                      outcomes=outcomes, offers=offers)
        for name, data in tables.items():
            if data is not None:
                _write(builder, fill(number(Table, name, "table"), name, data))
        with shown(progress) as bar:
            register = builder.seal_with(bar)
        return cls._of(register, policy)

    @property
    def as_of(self) -> datetime.date:
        """The day it describes."""
        return datetime.date.fromisoformat(self._core.get_as_of())

    @property
    def n_households(self) -> int:
        return self._core.get_n_households()

    @property
    def n_units(self) -> int:
        return self._core.get_n_units()

    @property
    def n_services(self) -> int:
        return self._core.get_n_services()

    @property
    def households(self) -> Frame:
        """A row for each household in order of id, a column for each attribute, given or derived."""
        return Frame._of(self._core.households_frame())

    @property
    def units(self) -> Frame:
        """The same for units."""
        return Frame._of(self._core.units_frame())

    @property
    def sha256(self) -> str:
        """Of the register in canonical JSON: what records cite."""
        return self._core.get_sha256()

    def to_json(self) -> str:
        """All of it, in canonical JSON."""
        return self._core.to_json()

    def to_dict(self) -> dict[str, Any]:
        """The same as Python reads JSON."""
        return json.loads(self.to_json())

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, Register):
            return NotImplemented
        return self.sha256 == other.sha256

    def __hash__(self) -> int:
        return hash(self.sha256)

    def __reduce__(self) -> tuple[Any, ...]:
        return Register.from_json, (self.to_json(), self._policy)

    def __repr__(self) -> str:
        return f"<orienta.Register of {self.as_of}: {self.n_households} households, {self.n_units} units>"

    def _repr_html_(self) -> str:
        return (f"<p>{self.as_of}: {self.n_households} households, {self.n_units} units, "
                f"{self.n_services} services</p>")


def _write(builder: core.Builder, table: core.Fill) -> None:
    """In pieces, so that Ctrl-C works between them."""
    for first in range(0, table.get_n_rows(), _ROWS_AT_ONCE):
        table.into(builder, first, _ROWS_AT_ONCE)


def _core_policy(policy: Policy | None) -> core.Policy | None:
    return None if policy is None else core_of(policy, Policy, "policy")


def _day(as_of: datetime.date | str | None) -> str | None:
    if isinstance(as_of, datetime.datetime):
        as_of = as_of.date()
    if isinstance(as_of, datetime.date):
        return as_of.isoformat()
    if as_of is not None and not isinstance(as_of, str):
        raise TypeError(f"as_of: a date is needed, not {type(as_of)}")
    return as_of


def _json_of(value: Any) -> Any:
    if isinstance(value, datetime.datetime):
        raise TypeError(f"{value}: a date is needed, not a datetime")
    if isinstance(value, datetime.date):
        return value.isoformat()
    if hasattr(value, "item"):  # a scalar of NumPy
        return value.item()
    raise TypeError(f"{value!r}: a text, a number, a truth value, a date or a list is needed, not {type(value)}")
