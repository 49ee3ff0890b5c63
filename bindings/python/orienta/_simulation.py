# SPDX-License-Identifier: LGPL-2.1-or-later
"""Simulations: what a policy would change, over years."""

from __future__ import annotations

from array import array as cells
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

from . import _html, core
from ._errors import InvalidError
from ._frame import Frame
from ._measures import definition
from ._options import Changes, Options, options_of
from ._policy import Policy, core_of
from ._progress import Progress, shown
from ._scenario import Scenario
from ._stack import stack

if TYPE_CHECKING:
    from ._forecast import Reserve
    from .plot import SimulationPlots

Policies = Policy | Sequence[Policy] | Mapping[str, Policy]

HEADLINES = ("housed", "waiting", "wait_mean", "wait_of_waiting", "share_12_months", "days_vacant")


@dataclass(frozen=True)
class Run:
    """What one policy gave: the columns, and how they were made."""

    scenario: Scenario
    policy: Policy
    options: Options
    core: Any

    @classmethod
    def of_columns(cls, scenario: Scenario, policy: Policy, options: Options, question: str, columns: list[bytes]) -> Run:
        """The run of which columns() gave these."""
        numbers, replications, periods, territories, groups, measures = (cells("i", column) for column in columns[:-1])
        made = core.Simulation.restore(scenario._core, options.seed, question, numbers, replications, periods, territories,
                                       groups, measures, cells("d", columns[-1]))
        return cls(scenario, policy, options, made)

    def columns(self) -> tuple[str, list[bytes]]:
        """All that it is beside its scenario, policy and options, but for events, which are made again."""
        c = self.core
        columns = (c.get_numbers(), c.get_replications(), c.get_periods(), c.get_territories(), c.get_groups(),
                   c.get_measures(), c.get_values())
        return c.get_question(), [bytes(column) for column in columns]

    def __reduce__(self) -> tuple[Any, ...]:
        return Run.of_columns, (self.scenario, self.policy, self.options, *self.columns())

    def events(self, replication: int) -> core.Events:
        """Of a replication by its number: those that were kept, or made again, which gives the same."""
        numbers = list(self.core.get_numbers())
        if replication not in numbers:
            raise IndexError(f"replication {replication}: there are {len(numbers)} from {self.options.first} on")
        kept = self.core.get_events(numbers.index(replication))
        if kept is not None:
            return kept
        alone = replace(self.options, first=replication, replications=1).of_c(True, 1)
        return core.simulate(self.scenario._core, self.policy._core, alone).get_events(0)


class Simulation:
    """What one policy or several would do, replication by replication; all of them meet the same people. Made by simulate().

    ``s.names`` are what the policies are called here; ``s["another"]`` is the simulation of one of them, and ``s | other``
    has those of both, so that mechanisms, commissions, figures can be compared as policies are.
    """

    __slots__ = ("_runs", "__weakref__")
    _runs: dict[str, Run]
    __hash__ = None  # type: ignore[assignment]

    def __init__(self, *args: object, **kwargs: object) -> None:
        raise TypeError("a Simulation is made by simulate()")

    @classmethod
    def _of(cls, runs: dict[str, Run]) -> Simulation:
        self = cls.__new__(cls)
        self._runs = runs
        return self

    @classmethod
    def join(cls, parts: Iterable[Simulation]) -> Simulation:
        """The simulation that one call with all these replications would have given, byte for byte.

        Parts are of the same policies, scenario and seed, in any order; events are made again when they are asked for.
        """
        all_parts = list(parts)
        if not all_parts or any(part.names != all_parts[0].names for part in all_parts):
            raise InvalidError("parts: one or more of the same policies are needed")
        return cls._of({name: join_runs([part._runs[name] for part in all_parts]) for name in all_parts[0].names})

    @property
    def names(self) -> list[str]:
        """What the policies are called here."""
        return list(self._runs)

    @property
    def policies(self) -> dict[str, Policy]:
        """The policies by name."""
        return {name: run.policy for name, run in self._runs.items()}

    @property
    def scenario(self) -> Scenario:
        """What was simulated; of the first policy, where they differ."""
        return self._one(None).scenario

    @property
    def n_replications(self) -> int:
        """How often each policy was simulated."""
        return self._one(None).core.get_n_replications()

    @property
    def measures(self) -> Frame:
        """What is measured: measure, label_fr, label_en, definition"""
        frame = Frame._of(self._one(None).core.measures_frame())
        definitions = [definition(name) for name in frame.to_dict()["measure"]]
        return stack([("", frame)], extra={"definition": definitions}, head=None)

    @property
    def groups(self) -> Frame:
        """The groups for which results are given apart: group, label_fr, label_en"""
        return Frame._of(self._one(None).core.groups_frame())

    @property
    def plot(self) -> SimulationPlots:
        """Plots of it, with matplotlib: ``s.plot.waiting()``, housed(), years(), targets(), difference(), groups()"""
        from .plot import SimulationPlots

        return SimulationPlots(self)

    @property
    def lines(self) -> Frame:
        """All values: policy, replication, period, territory, group, measure, value

        A period is a year from 0; missing, it is the whole time after the warm-up. A territory or group that is missing
        is all of them.
        """
        return stack([(name, Frame._of(run.core.frame())) for name, run in self._runs.items()])

    def to_pandas(self) -> Any:
        """The same as a DataFrame."""
        return self.lines.to_pandas()

    def summary(self, *, confidence: float = 0.95, threshold: int = 0) -> Frame:
        """Means over replications and their intervals: policy, period, territory, group, measure, n, mean, low, high

        threshold: what is about fewer people has no numbers, nor has that from which they could be worked out; 11 for
          what is published.
        """
        return stack([(name, _shown(run.core.summarize(confidence), threshold)) for name, run in self._runs.items()])

    def compare(
        self, name: str | None = None, other: str | None = None, *, confidence: float = 0.95, threshold: int = 0
    ) -> Frame:
        """The values under one policy less those under another, replication by replication: mean, low, high

        Of two policies it is the second less the first, unless they are named. An interval on one side of 0 says which
        is more.
        """
        if name is None and other is None and len(self._runs) == 2:
            other, name = self._runs
        if name is None or other is None:
            raise InvalidError(f"two names are needed of {', '.join(self._runs)}")
        a, b = self._one(name).core, self._one(other).core
        return _shown(a.compare(b, confidence), threshold)

    def compare_json(self, name: str, other: str, *, confidence: float = 0.95, threshold: int = 11) -> str:
        """The same to publish, as JSON; small groups are left out."""
        return self._one(name).core.compare(self._one(other).core, confidence).to_json(threshold)

    def events(self, replication: int = 0, *, policy: str | None = None) -> Frame:
        """What happened in a replication: date, days, kind, household, unit, service, value, reason

        Of the first policy unless one is named. Events that were not kept are made again, and are the same.
        """
        return Frame._of(self._one(policy).events(replication).frame())

    def events_csv(self, replication: int = 0, *, policy: str | None = None) -> str:
        """The same as CSV, with the time to the second."""
        return self._one(policy).events(replication).to_csv()

    def to_csv(self, *, policy: str | None = None, confidence: float = 0.95, threshold: int = 11) -> str:
        """A table to publish of one policy: means and intervals, small groups left out."""
        return self._one(policy).core.summarize(confidence).to_csv(threshold)

    def to_json(self, *, policy: str | None = None) -> str:
        """All columns of one policy."""
        return self._one(policy).core.to_json()

    def _one(self, name: str | None) -> Run:
        if name is None:
            return next(iter(self._runs.values()))
        if name not in self._runs:
            raise KeyError(f'no policy "{name}"; there are {", ".join(self._runs)}')
        return self._runs[name]

    def __getitem__(self, name: str) -> Simulation:
        return Simulation._of({name: self._one(name)})

    def __or__(self, other: Simulation) -> Simulation:
        if not isinstance(other, Simulation):
            return NotImplemented
        twice = [name for name in self._runs if name in other._runs]
        if twice:
            raise InvalidError(f'the name "{twice[0]}" stands in both; give one another name, as in {{"weekly": policy}}')
        return Simulation._of({**self._runs, **other._runs})

    def __iter__(self) -> Iterator[str]:
        return iter(self._runs)

    def __len__(self) -> int:
        return len(self._runs)

    def __contains__(self, name: object) -> bool:
        return name in self._runs

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, Simulation):
            return NotImplemented
        return self.names == other.names and all(
            self.to_json(policy=name) == other.to_json(policy=name) for name in self._runs)

    def __reduce__(self) -> tuple[Any, ...]:
        return Simulation._of, (self._runs,)

    def __repr__(self) -> str:
        return (f"<orienta.Simulation of {self.scenario.id!r}, {self.n_replications} replications: "
                f"{', '.join(self._runs)}>")

    def _repr_html_(self) -> str:
        rows = [(name, *_headline(run.core)) for name, run in self._runs.items()]
        labels = dict(zip(*(Frame._of(self._one(None).core.measures_frame()).to_dict()[key]
                            for key in ("measure", "label_en"))))
        return _html.table(["policy", *(labels[name] for name in HEADLINES)], rows, len(rows),
                           f"{self.scenario.title()}, {self.n_replications} replications")


def _shown(summary: core.Summary, threshold: int) -> Frame:
    return Frame._of((summary.publish(threshold) if threshold else summary).frame())


def _headline(simulation: core.Simulation) -> list[float | None]:
    """Means of the whole, everybody, everywhere."""
    means = {row.measure: row.mean for row in Frame._of(simulation.summarize(0.95).frame())
             if row.period is None and row.territory is None and row.group is None}
    return [means.get(name) for name in HEADLINES]


def join_runs(runs: list[Run]) -> Run:
    """Parts of the same policy as one."""
    runs = sorted(runs, key=lambda run: run.options.first)
    whole = core.Simulation.join([run.core for run in runs])
    options = replace(runs[0].options, replications=whole.get_n_replications())
    return replace(runs[0], options=options, core=whole)


def named(policies: Policies) -> dict[str, Policy]:
    """Policies by what they are called; by their ids where nothing is said."""
    if isinstance(policies, Mapping):
        names = dict(policies)
    else:
        names = {}
        for pol in [policies] if isinstance(policies, Policy) else policies:
            core_of(pol, Policy, "policies")
            names[pol.id if pol.id not in names else f"{pol.id} {len(names) + 1}"] = pol
    for pol in names.values():
        core_of(pol, Policy, "policies")
    if not names:
        raise InvalidError("policies: one or more are needed")
    return names


def simulate(
    scenario: Scenario,
    policies: Policies,
    *,
    replications: int = 100,
    first: int = 0,
    seed: int = 0,
    mechanism: str | None = None,
    objective: str = "points",
    level: str = "declared",
    lottery: str | None = None,
    support: str = "policy",
    unit_order: str = "by_date",
    quotas: bool = True,
    reserve: Reserve | Mapping[Any, Any] | None = None,
    every: float | None = None,
    changes: Changes = (),
    keep_events: bool = False,
    n_threads: int = 0,
    progress: Progress = False,
) -> Simulation:
    """Plays a scenario under each policy; all of them meet the same people and the same homes.

    policies: one, a list, or by name: ``{"as is": pol, "DALO 60": pol.with_points(dalo=60)}``
    replications, first: how many, and the number of the first; each depends on nothing but the seed and its number.
    mechanism: "optimal", "sequential" or "stable" in place of what the scenario says. With it objective, level, lottery
      (the seed of the draw between equals), support, unit_order, quotas, reserve: as in match().
    every: days between commissions in place of what the scenario says; 0: whenever a household or a home comes.
    changes: other policies from a day on: ``[("2027-01-01", pol2)]``
    keep_events: whether what happened is kept; events() makes it again where it was not.
    n_threads: 0 for one for each processor; the result does not depend on it.
    progress: True for a bar of tqdm, or a function of (stage, done, total).
    """
    options = options_of(
        first=first, replications=replications, seed=seed, mechanism=mechanism, objective=objective, level=level,
        lottery=lottery, support=support, unit_order=unit_order, quotas=quotas, reserve=reserve, every=every,
        changes=changes)
    return run_all(scenario, named(policies), options, keep_events, n_threads, progress)


def run_all(
    scenario: Scenario, policies: Mapping[str, Policy], options: Options, keep_events: bool = False, n_threads: int = 0,
    progress: Progress = False,
) -> Simulation:
    """The same with options that are made."""
    played, asked = core_of(scenario, Scenario, "scenario"), options.of_c(keep_events, n_threads)
    runs = {}
    for name, pol in policies.items():
        with shown(progress) as bar:
            runs[name] = Run(scenario, pol, options, core.simulate(played, pol._core, asked, bar))
    return Simulation._of(runs)
