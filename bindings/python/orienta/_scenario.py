# SPDX-License-Identifier: LGPL-2.1-or-later
"""Scenarios: who comes, which homes come free, how people answer, over time."""

from __future__ import annotations

import datetime
from collections.abc import Mapping

from . import _html, core
from ._document import Document
from ._frame import Frame
from ._policy import core_of
from ._register import Register


class Scenario(Document):
    """What will happen whatever anyone decides (docs/scenario.md).

    Made by Scenario.load(), Scenario.from_json() or Scenario.from_dict(); it does not change. Two scenarios are equal
    where their documents say the same.
    """

    __slots__ = ()
    _core: core.Scenario
    _kind = core.Scenario

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

    def with_figures(self, changes: Mapping[str, float] | None = None, /, **values: float) -> Scenario:
        """The same with other values for some of its figures: ``scenario.with_figures(refusals=0.2)``"""
        scenario = self._core
        for name, value in {**(changes or {}), **values}.items():
            scenario = scenario.with_figure(name, value)
        return Scenario._of(scenario)

    def with_register(self, reg: Register) -> Scenario:
        """The same with the homes and the households of a real day in the place of its own."""
        return Scenario._of(self._core.with_register(core_of(reg, Register, "reg")))

    def __repr__(self) -> str:
        return f"<orienta.Scenario {self.id!r} {self.version}, {self.n_days} days from {self.start}>"

    def _repr_html_(self) -> str:
        table = self.figures
        return _html.table(table.columns, iter(table), len(table), f"{self.title()} ({self.id} {self.version})")
