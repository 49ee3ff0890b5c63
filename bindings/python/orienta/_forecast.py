# SPDX-License-Identifier: LGPL-2.1-or-later
"""What a household of today may expect; what a place is worth when it is kept for who comes tomorrow."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from . import _html, core
from ._errors import NotFoundError
from ._frame import Frame
from ._options import Changes, Options, options_of
from ._policy import Policy, core_of
from ._progress import Progress, shown
from ._register import Register
from ._scenario import Scenario


class Estimate:
    """What is read off many futures: a table of numbers with intervals."""

    __slots__ = ("_core", "_made", "__weakref__")
    _core: Any
    _made: tuple[Any, ...]

    @property
    def table(self) -> Frame:
        """With intervals of 95 %."""
        return self.at(0.95)

    def at(self, confidence: float) -> Frame:
        """The table with intervals of another confidence."""
        return Frame._of(self._core.frame(confidence))

    def to_csv(self) -> str:
        """The table with intervals of 95 %."""
        return self._core.to_csv()

    def __len__(self) -> int:
        return self._core.get_n()

    def __iter__(self) -> Iterator[Any]:
        return iter(self.table)

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, Estimate) or type(other) is not type(self):
            return NotImplemented
        return self.to_csv() == other.to_csv()

    __hash__ = None  # type: ignore[assignment]

    def _repr_html_(self) -> str:
        table = self.table
        return _html.table(table.columns, iter(table), len(table))


class Forecast(Estimate):
    """What each household of today's register may expect, under this scenario and this policy. Made by forecast().

    It is no promise. It is of real people: for those who support them, never to be published, and no reason for points.
    """

    __slots__ = ()
    _core: core.Forecast

    def __init__(self, *args: object, **kwargs: object) -> None:
        raise TypeError("a Forecast is made by forecast()")

    @property
    def table(self) -> Frame:
        """A row for each household, with intervals of 95 %: at() for others

        household, chance_3_months, chance_3_months_low, …_high, chance_6_months, …, chance_12_months, …, days,
        days_low, days_high (infinite: longer than the futures, or never), unknown: the share of futures that end while
        it waits
        """
        return self.at(0.95)

    def chance(self, household: str, days: int) -> float:
        """That a household is housed within so many days."""
        return self._core.get_chance(_household(self._core.get_register(), household), days)

    def __reduce__(self) -> tuple[Any, ...]:
        return _forecast, self._made

    def __repr__(self) -> str:
        return f"<orienta.Forecast of {len(self)} households, {self._made[3].replications} futures>"


def _household(register: core.Register, household: str) -> int:
    place = register.find_household(household)
    if place < 0:
        raise NotFoundError(f'no household "{household}" in the register')
    return place


def _forecast(
    scenario: Scenario, pol: Policy, reg: Register, options: Options, n_threads: int = 0, progress: Progress = False
) -> Forecast:
    self = Forecast.__new__(Forecast)
    played, policy = core_of(scenario, Scenario, "scenario"), core_of(pol, Policy, "pol")
    with shown(progress) as bar:
        self._core = core.forecast(played, policy, core_of(reg, Register, "reg"), options.of_c(False, n_threads), bar)
    self._made = (scenario, pol, reg, options)
    return self


def forecast(
    scenario: Scenario,
    pol: Policy,
    reg: Register,
    *,
    replications: int = 200,
    seed: int = 0,
    mechanism: str | None = None,
    every: float | None = None,
    changes: Changes = (),
    n_threads: int = 0,
    progress: Progress = False,
) -> Forecast:
    """What each household of a register may expect: its chance to be housed in time, and after how many days.

    The register takes the place of the scenario's; each replication is one future of it. The rest as in simulate().
    """
    options = options_of(replications=replications, seed=seed, mechanism=mechanism, every=every, changes=changes)
    return _forecast(scenario, pol, reg, options, n_threads, progress)


class Reserve(Estimate):
    """What one place of each unit, and one slot of each service, is worth to those who are likely to come, when it is kept.

    Made by reserve(). ``match(reg, pol, reserve=…)`` gives a place or a slot only to points that reach it. It is never done
    unasked.
    """

    __slots__ = ()
    _core: core.Reserve

    def __init__(self, *args: object, **kwargs: object) -> None:
        raise TypeError("a Reserve is made by reserve() or reserve_from()")

    @property
    def table(self) -> Frame:
        """A row for each unit, with intervals of 95 %: unit, points, low, high; at() for others"""
        return self.at(0.95)

    @property
    def slots(self) -> Frame:
        """A row for each kind of slots that is priced, none where support is ignored: service, slots, points, low, high"""
        return self.slots_at(0.95)

    def slots_at(self, confidence: float) -> Frame:
        """The same with intervals of another confidence."""
        return Frame._of(self._core.slots_frame(confidence))

    def __reduce__(self) -> tuple[Any, ...]:
        return self._made

    def __repr__(self) -> str:
        return f"<orienta.Reserve for {len(self)} units, {self._core.get_n_futures()} futures>"


def _reserve(
    scenario: Scenario, pol: Policy, options: Options, days: int, n_threads: int = 0, progress: Progress = False
) -> Reserve:
    self = Reserve.__new__(Reserve)
    played, policy = core_of(scenario, Scenario, "scenario"), core_of(pol, Policy, "pol")
    with shown(progress) as bar:
        self._core = core.Reserve.estimate(played, policy, options.of_c(False, n_threads), days, bar)
    self._made = _reserve, (scenario, pol, options, days)
    return self


def reserve(
    scenario: Scenario, pol: Policy, *, days: int, reg: Register | None = None, replications: int = 100, seed: int = 0,
    n_threads: int = 0, progress: Progress = False,
) -> Reserve:
    """What a place of each unit and a slot of each service would earn among those who come within so many days.

    With a register, of its units and services.
    """
    scenario = scenario if reg is None else scenario.with_register(reg)
    return _reserve(scenario, pol, options_of(replications=replications, seed=seed), days, n_threads, progress)


def reserve_from(reg: Register, pol: Policy, futures: Sequence[Register], *, progress: Progress = False) -> Reserve:
    """The same from what has been: registers of those who came in as long a time, and the places that came free in it."""
    self = Reserve.__new__(Reserve)
    register, policy = core_of(reg, Register, "reg"), core_of(pol, Policy, "pol")
    given = [core_of(future, Register, "futures") for future in futures]
    with shown(progress) as bar:
        self._core = core.Reserve.estimate_from(register, policy, None, given, bar)
    self._made = reserve_from, (reg, pol, tuple(futures))
    return self
