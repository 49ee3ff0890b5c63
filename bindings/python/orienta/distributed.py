# SPDX-License-Identifier: LGPL-2.1-or-later
"""Simulations on many machines: the same call, the same bytes.

>>> import orienta.distributed
>>> s = orienta.distributed.simulate(scenario, {"as is": pol, "another": pol2}, replications=1000)
>>> s = orienta.distributed.simulate(scenario, {"as is": pol, "another": pol2}, replications=1000, client=client)

Without a client the threads of this machine do it; with one of ``distributed.Client``, the workers of a Dask cluster, each a
part of the replications of a policy. A part depends on nothing but what it is told, so that one that was lost with its
worker is done again elsewhere, and the whole does not depend on who did what. Workers need the same orienta.

Many territories, each with its own scenario and policy, are a dict of scenarios, and the policies a dict of the same
keys, or one for all: ``simulate({"59": nord, "62": pas_de_calais}, {"59": pol, "62": pol2})`` gives a dict of simulations.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import Any

from . import core
from ._errors import CancelledError, InvalidError
from ._options import Options, options_of
from ._policy import Policy, core_of
from ._progress import Bar, Progress
from ._scenario import Scenario
from ._simulation import Policies, Run, Simulation, join_runs, named, run_all

#: A part is tried again so often when its worker is lost, or cannot do it.
RETRIES = 3

#: Parts that each worker gets in the end: the more, the less is lost with one, and the more is sent.
PARTS_A_WORKER = 4

Key = tuple[Any, str]  # a territory, None where there is one alone; and what the policy is called


def simulate(
    scenarios: Scenario | Mapping[Any, Scenario],
    policies: Policies | Mapping[Any, Policies],
    *,
    replications: int = 100,
    first: int = 0,
    seed: int = 0,
    client: Any = None,
    part: int | None = None,
    progress: Progress = False,
    **options: Any,
) -> Simulation | dict[Any, Simulation]:
    """As orienta.simulate(), by the workers of a cluster, of one scenario or of a dict of them.

    client: a ``distributed.Client``; without one, the threads of this machine.
    part: replications in one task; as many as make a few tasks for each worker, unless it is said.
    progress: True for a bar of tqdm, or a function of (stage, done, total), which returns False to stop; counts
      replications.
    options: of orienta.simulate(): mechanism, every, changes, reserve and the like.
    """
    many = isinstance(scenarios, Mapping)
    asked = options_of(first=first, replications=replications, seed=seed, **options)
    jobs = _jobs(dict(scenarios) if isinstance(scenarios, Mapping) else {None: scenarios}, policies, many)
    runs = _here(jobs, asked, progress) if client is None else _there(jobs, asked, client, part, progress)
    made: dict[Any, dict[str, Run]] = {}
    for (territory, name), run in runs.items():
        made.setdefault(territory, {})[name] = run
    simulations = {territory: Simulation._of(of) for territory, of in made.items()}
    return simulations if many else simulations[None]


def _jobs(scenarios: dict[Any, Scenario], policies: Any, many: bool) -> dict[Key, tuple[Scenario, Policy]]:
    """What is to be simulated, in order."""
    if not scenarios:
        raise InvalidError("scenarios: one or more are needed")
    own = many and isinstance(policies, Mapping) and set(policies) == set(scenarios)
    if many and isinstance(policies, Mapping) and not own and set(policies) & set(scenarios):
        missing = [str(key) for key in scenarios if key not in policies]
        raise InvalidError(f"policies: none for {', '.join(missing) or 'some scenarios'}; the same keys are needed, or one for all")
    jobs = {}
    for territory, scenario in scenarios.items():
        core_of(scenario, Scenario, "scenarios")
        for name, pol in named(policies[territory] if own else policies).items():
            jobs[territory, name] = scenario, pol
    return jobs


# -- on this machine --


def _here(jobs: dict[Key, tuple[Scenario, Policy]], options: Options, progress: Progress) -> dict[Key, Run]:
    runs = {}
    with _counted(progress, len(jobs) * options.replications) as count:
        for key, (scenario, pol) in jobs.items():
            runs[key] = run_all(scenario, {key[1]: pol}, options, progress=_looks(progress))._runs[key[1]]
            count(options.replications)
    return runs


def _looks(progress: Progress) -> Progress:
    """A Progress of another thread is looked at in each call, for it may cancel."""
    return progress if isinstance(progress, core.Progress) else False


# -- on a cluster --


def play(scenario: str, policy: str, options: Options) -> tuple[str, list[bytes]]:
    """One task: a part of the replications, as columns. It has no state and no effect."""
    run = run_all(Scenario.from_json(scenario), {"": Policy.from_json(policy)}, options, n_threads=1)._runs[""]
    return run.columns()


def _there(
    jobs: dict[Key, tuple[Scenario, Policy]], options: Options, client: Any, part: int | None, progress: Progress
) -> dict[Key, Run]:
    from distributed import as_completed

    n_threads = sum(client.nthreads().values()) or 1
    size = part or max(1, len(jobs) * options.replications // (n_threads * PARTS_A_WORKER))
    futures = {}
    for key, (scenario, pol) in jobs.items():
        texts = scenario.to_json(), pol.to_json()
        for piece in parts_of(options, size):
            # Not pure in Dask's sense: a key of its own, so that another call does not find what this one cancels.
            futures[client.submit(play, *texts, piece, pure=False, retries=RETRIES)] = key, piece
    done: dict[Key, list[Run]] = {key: [] for key in jobs}
    try:
        with _counted(progress, len(jobs) * options.replications) as count:
            for future, columns in as_completed(list(futures), with_results=True):
                key, piece = futures[future]
                done[key].append(Run.of_columns(*jobs[key], piece, *columns))
                count(piece.replications)
    finally:
        client.cancel(list(futures))
    return {key: join_runs(runs) for key, runs in done.items()}


def parts_of(options: Options, size: int) -> Iterator[Options]:
    """The same for a few replications each."""
    from dataclasses import replace

    if size < 1:
        raise InvalidError(f"part: {size}, expected 1 or more")
    end = options.first + options.replications
    for first in range(options.first, end, size):
        yield replace(options, first=first, replications=min(size, end - first))


# -- what is shown --


class _counted:
    """Replications that are done, told to whatever shows them."""

    def __init__(self, progress: Progress, total: int) -> None:
        if not (isinstance(progress, (bool, core.Progress)) or progress is None or callable(progress)):
            raise TypeError(f"progress: True, False, a function or a Progress is needed, not {type(progress)}")
        self._bar = Bar() if progress is True else None
        self._show: Callable[[str, int, int], object] | None = self._bar
        if self._bar is None and callable(progress):
            self._show = progress
        self._done, self._total = 0, total

    def __enter__(self) -> Callable[[int], None]:
        return self._count

    def _count(self, n: int) -> None:
        self._done += n
        if self._show is not None and self._show("simulating", self._done, self._total) is False:
            raise CancelledError("cancelled while simulating")

    def __exit__(self, *failure: object) -> None:
        if self._bar is not None:
            self._bar.close()
