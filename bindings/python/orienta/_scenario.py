# SPDX-License-Identifier: LGPL-2.1-or-later
"""Scenarios: who comes, which homes come free, how people answer, over time."""

from __future__ import annotations

import datetime
import json
import os
from collections.abc import Mapping
from typing import Any

from . import _html, core
from ._enums import Language, number
from ._frame import Frame
from ._policy import core_of
from ._register import Register


class Scenario:
    """What will happen whatever anyone decides (docs/scenario.md).

    Made by Scenario.load(), Scenario.from_json() or Scenario.from_dict(); it does not change. Two scenarios are equal
    where their documents say the same.
    """

    __slots__ = ("_core", "__weakref__")
    _core: core.Scenario

    def __init__(self, *args: object, **kwargs: object) -> None:
        raise TypeError("a Scenario is made by Scenario.load(), Scenario.from_json() or Scenario.from_dict()")

    @classmethod
    def _of(cls, scenario: core.Scenario) -> Scenario:
        self = cls.__new__(cls)
        self._core = scenario
        return self

    @classmethod
    def load(cls, path: str | os.PathLike[str]) -> Scenario:
        """Reads and checks a scenario; all that is wrong is told at once, each with its path."""
        return cls._of(core.Scenario.load(os.fspath(path)))

    @classmethod
    def from_json(cls, text: str) -> Scenario:
        """The same from the text of a document."""
        return cls._of(core.Scenario.parse(text))

    @classmethod
    def from_dict(cls, document: Mapping[str, Any]) -> Scenario:
        """The same from a document as Python reads JSON."""
        return cls.from_json(json.dumps(document, ensure_ascii=False))

    @property
    def id(self) -> str:
        """The document's id."""
        return self._core.get_id()

    @property
    def version(self) -> str:
        """Its author's own version."""
        return self._core.get_version()

    @property
    def sha256(self) -> str:
        """Of the document in canonical JSON."""
        return self._core.get_sha256()

    @property
    def start(self) -> datetime.date:
        """The first day."""
        return datetime.date.fromisoformat(self._core.get_start())

    @property
    def n_days(self) -> int:
        """How many days it goes on."""
        return self._core.get_n_days()

    @property
    def register(self) -> Register:
        """Territories, homes, services, and who waits on the first day."""
        return Register._of(self._core.get_register(), None)

    @property
    def figures(self) -> Frame:
        """What it rests on: figure, value, low, high, unit, assumed, source (or why it is assumed)"""
        return Frame._of(self._core.figures_frame())

    def title(self, lang: str = "fr") -> str:
        """What people call it."""
        return self._core.get_title(number(Language, lang, "lang"))

    def with_figures(self, changes: Mapping[str, float] | None = None, /, **values: float) -> Scenario:
        """The same with other values for some of its figures: ``scenario.with_figures(refusals=0.2)``"""
        scenario = self._core
        for name, value in {**(changes or {}), **values}.items():
            scenario = scenario.with_figure(name, value)
        return Scenario._of(scenario)

    def with_register(self, reg: Register) -> Scenario:
        """The same with the homes and the households of a real day in the place of its own."""
        return Scenario._of(self._core.with_register(core_of(reg, Register, "reg")))

    def to_json(self) -> str:
        """The document."""
        return self._core.to_json()

    def to_dict(self) -> dict[str, Any]:
        """The document as Python reads JSON."""
        return json.loads(self.to_json())

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, Scenario):
            return NotImplemented
        return self.sha256 == other.sha256

    def __hash__(self) -> int:
        return hash(self.sha256)

    def __reduce__(self) -> tuple[Any, ...]:
        return Scenario.from_json, (self.to_json(),)

    def __repr__(self) -> str:
        return f"<orienta.Scenario {self.id!r} {self.version}, {self.n_days} days from {self.start}>"

    def _repr_html_(self) -> str:
        table = self.figures
        return _html.table(table.columns, iter(table), len(table), f"{self.title()} ({self.id} {self.version})")
