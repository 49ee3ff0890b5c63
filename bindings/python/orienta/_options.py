# SPDX-License-Identifier: LGPL-2.1-or-later
"""How to simulate, as it was asked: plain values, so that it goes through a pickle and to other machines."""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from . import core
from ._enums import Mechanism, Objective, Support, UnitOrder, number
from ._errors import InvalidError
from ._policy import Policy, core_of, thousandths_of
from ._results import level_number

if TYPE_CHECKING:
    from ._forecast import Reserve

Kept = str | tuple[str, str | None]  # a unit; or a service, and which of its slots
Changes = Iterable[tuple["datetime.date | str", Policy]]


@dataclass(frozen=True)
class Options:
    """How to simulate, as simulate() was asked; everything of it goes through a pickle."""

    first: int
    replications: int
    seed: int
    mechanism: str | None
    objective: str
    level: str
    lottery: str | None
    support: str
    unit_order: str
    quotas: bool
    reserves: tuple[tuple[Kept, int], ...]
    every: float | None
    changes: tuple[tuple[str, Policy], ...]

    def of_c(self, keep_events: bool, n_threads: int) -> core.SimulateOptions:
        """The same for the core."""
        options = core.SimulateOptions()
        options.set_seed(self.seed)
        options.set_replications(self.first, self.replications)
        match = self._match()
        if match is not None:
            options.set_match(match)
        if self.every is not None:
            options.set_every(self.every)
        for day, pol in self.changes:
            options.change_policy(day, pol._core, None)
        options.set_keep_events(keep_events)
        options.set_n_threads(n_threads)
        return options

    def _match(self) -> core.MatchOptions | None:
        if self.mechanism is None:
            return None
        options = core.MatchOptions()
        options.set_mechanism(number(Mechanism, self.mechanism, "mechanism"))
        options.set_objective(number(Objective, self.objective, "objective"))
        options.set_level(level_number(self.level))
        options.set_seed(self.lottery)
        options.set_support(number(Support, self.support, "support"))
        options.set_unit_order(number(UnitOrder, self.unit_order, "unit_order"))
        options.set_quotas(self.quotas)
        for kept, points in self.reserves:
            keep(options, kept, points)
        return options


def _day(day: datetime.date | str) -> str:
    return day.isoformat() if isinstance(day, datetime.date) else day


def keep(options: core.MatchOptions, kept: Kept, points: int) -> None:
    """Sets the reserve of a unit or of a service's slots."""
    if isinstance(kept, str):
        options.set_reserve(kept, points)
    else:
        service, slots = kept
        options.set_slot_reserve(service, slots, points)


def reserves_of(reserve: Reserve | Mapping[Any, Any] | None) -> tuple[tuple[Kept, int], ...]:
    """Units, and slots of services, with the thousandths that they are kept for."""
    if reserve is None:
        return ()
    if not isinstance(reserve, Mapping):
        own = core_of(reserve, _reserve_class(), "reserve")
        places = [(own.get_unit(i), own.get_points(i)) for i in range(own.get_n())]
        slots = [((own.get_service(i), own.get_slots(i)), own.get_slot_points(i)) for i in range(own.get_n_slots())]
        return (*places, *slots)
    return tuple((_kept(kept), thousandths_of(points, "reserve")) for kept, points in reserve.items())


def _kept(key: Any) -> Kept:
    if isinstance(key, str):
        return key
    if isinstance(key, tuple) and len(key) == 2:
        return key[0], key[1]
    raise TypeError(f"reserve: {key!r}: the id of a unit is needed, or a service and which of its slots")


def _reserve_class() -> type:
    from ._forecast import Reserve

    return Reserve


def options_of(
    *, first: int = 0, replications: int = 100, seed: int = 0, mechanism: str | None = None, objective: str = "points",
    level: str = "declared", lottery: str | None = None, support: str = "policy", unit_order: str = "by_date",
    quotas: bool = True, reserve: Reserve | Mapping[Any, Any] | None = None, every: float | None = None,
    changes: Changes = (),
) -> Options:
    """The options that say so; what is of the matching needs a mechanism."""
    of_match = (objective, level, lottery, support, unit_order, quotas)
    if mechanism is None and (of_match != ("points", "declared", None, "policy", "by_date", True) or reserve is not None):
        raise InvalidError("mechanism: needed where something else is said of how commissions match")
    dated = []
    for day, pol in changes:
        core_of(pol, Policy, "changes")
        dated.append((_day(day), pol))
    return Options(first, replications, seed, mechanism, *of_match, reserves_of(reserve), every, tuple(dated))
