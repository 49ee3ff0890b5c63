# SPDX-License-Identifier: LGPL-2.1-or-later
"""Matchings: who where, of all households and homes at once."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from typing import TYPE_CHECKING, Any

from . import _html, core
from ._enums import Mechanism, MatchStatus, Objective, Prices, Support, UnitOrder, number, word
from ._errors import NotFoundError
from ._forecast import Reserve
from ._frame import Frame
from ._options import Kept, reserves_of
from ._options import keep as keep_later
from ._policy import Points, Policy, core_of, thousandths_of
from ._progress import Progress, shown
from ._register import Register
from ._results import Answer, answer, audience_number, language, level_number

if TYPE_CHECKING:
    from .plot import MatchingPlots

_LEAST = -(2**63)

PairIds = Iterable[tuple[str, str]]


class Matching(Answer):
    """Who where, the unmatched and why, prices, moves. Made by match(), match_given() or replay()."""

    __slots__ = ()
    _core: core.Matching

    @property
    def status(self) -> MatchStatus:
        """What is claimed of it."""
        return word(MatchStatus, self._core.get_status())

    @property
    def mechanism(self) -> Mechanism:
        return word(Mechanism, self._core.get_mechanism())

    @property
    def total(self) -> float:
        """The points of all pairs together."""
        return self._core.get_total() / 1000

    @property
    def bound(self) -> float:
        """No matching under the same limits has more points than this; of no meaning for a plain matching."""
        return self._core.get_bound() / 1000

    @property
    def pairs(self) -> Frame:
        """Who is housed: household, unit, points, status, in_choice, service, lacks_support, left"""
        return Frame._of(self._core.pairs_frame())

    @property
    def unmatched(self) -> Frame:
        """Who is not, and why: household, reason, sentence (in French: unmatched_in()), nearest, margin, limit"""
        return self.unmatched_in("fr")

    def unmatched_in(self, lang: str) -> Frame:
        """The same with sentences in a language."""
        return Frame._of(self._core.unmatched_frame(language(lang)))

    @property
    def prices(self) -> Frame:
        """What one place more or less of each unit is worth: unit, gain, gain_housed, loss, loss_housed, cutoff

        NaN where that is not known; the loss is NaN, too, where no place can be spared for the limits to hold.
        """
        return Frame._of(self._core.prices_frame())

    @property
    def limits(self) -> Frame:
        """Quotas, slots of services and other limits: how far they are used, whether they hold, what they are worth"""
        return Frame._of(self._core.limits_frame())

    @property
    def conflicts(self) -> Frame:
        """Where the limits cannot hold together, a smallest set of them that cannot: limit, id, part, bound, gap"""
        return Frame._of(self._core.conflicts_frame())

    @property
    def moves(self) -> Frame:
        """In which order people move: chain, household, left, unit, exchange"""
        return Frame._of(self._core.moves_frame())

    def home_of(self, household: str) -> str | None:
        """The unit of a household; None where it has no new one. Raises NotFoundError for an unknown id."""
        register = self._reg._core
        place = register.find_household(household)
        if place < 0:
            raise NotFoundError(f'no household "{household}" in the register')
        pair = self._core.find_household(place)
        return None if pair < 0 else register.get_unit_id(self._core.get_unit(pair))

    def verify(self, reg: Register | None = None, pol: Policy | None = None) -> bool:
        """Checks it without the solver: that it is allowed, adds up, and is the best where it claims to be.

        Returns True, or raises InvalidError with the first thing that does not hold. Another register and policy than
        its own are refused as such.
        """
        policy = self._pol._core if pol is None else core_of(pol, Policy, "pol")
        register = self._reg._core if reg is None else core_of(reg, Register, "reg")
        return self._core.verify(policy, register)

    def record(self) -> str:
        """Everything that is needed to make it again and to answer for it, as JSON; see replay()."""
        return self._core.to_json()

    def to_dict(self) -> dict[str, Any]:
        """The record as Python reads JSON."""
        return json.loads(self.record())

    def explain(self, household: str, *, lang: str = "fr", audience: str = "third_party") -> str:
        """Why a household has the home it has, or none, as text.

        For the person concerned ask with ``audience="person"``; a third party reads no special category of data.
        """
        return self._core.explain(household, language(lang), audience_number(audience))

    def refuse(self, household: str, *, progress: Progress = False) -> Matching:
        """The matching again, once a household has refused the home proposed here."""
        with shown(progress) as bar:
            return _matching(self._core.refuse(household, bar), self._reg, self._pol)

    def diff(self, other: Matching) -> dict[str, Any]:
        """What changes from this one to another: who enters, leaves, moves; for the coordinator, not for publication."""
        return json.loads(self._core.diff(core_of(other, Matching, "other")))

    def report(self, baseline: Matching | None = None) -> MatchingReport:
        """What a commission reads of it, beside another one of the same register."""
        other = None if baseline is None else core_of(baseline, Matching, "baseline")
        made = answer(MatchingReport, core.MatchingReport(self._core, other), self._reg, self._pol)
        made._of = self, baseline
        return made

    @property
    def plot(self) -> MatchingPlots:
        """groups(), moves(), prices() of it; see orienta.plot"""
        from .plot import MatchingPlots

        return MatchingPlots(self)

    def __len__(self) -> int:
        return self._core.get_n_pairs()

    def __iter__(self) -> Iterator[Any]:
        return iter(self.pairs)

    def __contains__(self, household: object) -> bool:
        place = self._reg._core.find_household(household) if isinstance(household, str) else -1
        return place >= 0 and self._core.find_household(place) >= 0

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, Matching):
            return NotImplemented
        return self.record() == other.record()

    __hash__ = None  # type: ignore[assignment]

    def __reduce__(self) -> tuple[Any, ...]:
        return replay, (self.record(), self._reg, self._pol)

    def _summary(self) -> str:
        """What it is; its status only where that is not what the mechanism promises."""
        claim = "" if self.status in (MatchStatus.OPTIMAL, MatchStatus.PLAIN) else f", {self.status}"
        return f"{self.mechanism}{claim}: {len(self)} of {self._reg.n_households} households, {self.total:.10g} points"

    def __repr__(self) -> str:
        return f"<orienta.Matching {self._summary()}>"

    def _repr_html_(self) -> str:
        table = self.pairs
        return _html.table(table.columns, iter(table), len(table), self._summary())


class MatchingReport(Answer):
    """What a commission reads of a matching. Made by Matching.report()."""

    __slots__ = ("_of",)
    _core: core.MatchingReport
    _of: tuple[Matching, Matching | None]

    def to_html(self, *, lang: str = "fr", audience: str = "third_party") -> str:
        """A page of its own."""
        return self._core.to_html(language(lang), audience_number(audience))

    def to_text(self, *, lang: str = "fr", audience: str = "third_party") -> str:
        return self._core.to_text(language(lang), audience_number(audience))

    def to_csv(self, *, audience: str = "third_party") -> str:
        return self._core.to_csv(audience_number(audience))

    def __reduce__(self) -> tuple[Any, ...]:
        return Matching.report, self._of

    def __repr__(self) -> str:
        return f"<orienta.MatchingReport on {self._reg.n_households} households>"


def _matching(result: core.Matching, reg: Register, pol: Policy) -> Matching:
    return answer(Matching, result, reg, pol)


def _options(
    reg: core.Register, mechanism: str, objective: str, level: str, seed: str | None, to_verify: bool, minimum: Points | None, support: str,
    unit_order: str, quotas: bool, baseline: Matching | None, most_loss: Points, keep: PairIds, bar: PairIds, prices: str,
    seconds: float, n_threads: int, reserve: Reserve | Mapping[Kept, Points] | Mapping[str, Points] | None,
) -> core.MatchOptions:
    options = core.MatchOptions()
    options.set_mechanism(number(Mechanism, mechanism, "mechanism"))
    options.set_objective(number(Objective, objective, "objective"))
    options.set_level(level_number(level))
    options.set_seed(seed)
    options.set_to_verify(to_verify)
    options.set_minimum(_LEAST if minimum is None else thousandths_of(minimum, "minimum"))
    options.set_support(number(Support, support, "support"))
    options.set_unit_order(number(UnitOrder, unit_order, "unit_order"))
    options.set_quotas(quotas)
    if baseline is not None:
        options.set_baseline(core_of(baseline, Matching, "baseline"), thousandths_of(most_loss, "most_loss"))
    for household, unit in keep:
        options.keep(household, unit)
    for household, unit in bar:
        options.bar(household, unit)
    for kept, points in reserves_of(reserve):  # a reserve tells of homes that are taken, too
        if isinstance(reserve, Mapping) or not isinstance(kept, str) or reg.find_unit(kept) >= 0:
            keep_later(options, kept, points)
    options.set_prices(number(Prices, prices, "prices"))
    options.set_seconds(seconds)
    options.set_n_threads(n_threads)
    return options


def match(
    reg: Register,
    pol: Policy,
    *,
    mechanism: str = "optimal",
    objective: str = "points",
    level: str = "declared",
    seed: str | None = None,
    to_verify: bool = True,
    minimum: Points | None = None,
    support: str = "policy",
    unit_order: str = "by_date",
    quotas: bool = True,
    baseline: Matching | None = None,
    most_loss: Points = 0,
    keep: PairIds = (),
    bar: PairIds = (),
    reserve: Reserve | Mapping[Kept, Points] | Mapping[str, Points] | None = None,
    prices: str = "quick",
    seconds: float = 0,
    n_threads: int = 0,
    progress: Progress = False,
) -> Matching:
    """Matches all households and homes at once.

    mechanism: "optimal", the best there is; "sequential", home by home; "stable", nobody is passed over.
    objective: what the best matching has most of, "points" or "households"; the other one comes second.
    level: what points may rest on, "verified", "declared" or "needs_validation".
    seed: of the draw between equals; without one the id decides.
    to_verify: whether pairs with something to verify take part; they are flagged.
    minimum: the points below which no pair is made.
    support: "required", "preferred" or "ignored" in place of what the policy says.
    unit_order: of the sequential mechanism, "as_listed", "by_date" or "scarce_first".
    quotas: whether the policy's quotas bind.
    baseline, most_loss: no household may get more than so many points less than in that matching.
    keep, bar: pairs (household, unit) that are to stay, or may not be.
    reserve: what a place of each unit is kept for, in points: a Reserve, or by id, that of a service with the name of its
      slots (``("S", None)``: without one); fewer points do not get it.
    prices: what is solved again to know what one more or less is worth, "quick", "none" or "all".
    seconds: the time that limits beside places may take; 0 for as long as it takes.
    n_threads: 0 for one for each processor; the result does not depend on it.
    progress: True for a bar of tqdm, or a function of (stage, done, total).

    Limits that cannot hold together are a result, of status "infeasible", and not an exception.
    """
    policy, register = core_of(pol, Policy, "pol"), core_of(reg, Register, "reg")
    options = _options(register, mechanism, objective, level, seed, to_verify, minimum, support, unit_order, quotas, baseline,
                       most_loss, keep, bar, prices, seconds, n_threads, reserve)
    with shown(progress) as bar_:
        return _matching(core.match(policy, register, options, bar_), reg, pol)


def match_given(
    reg: Register, pol: Policy, pairs: PairIds, *, level: str = "declared", progress: Progress = False
) -> Matching:
    """A matching that somebody else made, pairs of (household, unit): its points, its limits, who is left and why."""
    policy, register = core_of(pol, Policy, "pol"), core_of(reg, Register, "reg")
    options = core.MatchOptions()
    options.set_level(level_number(level))
    households, units = [], []
    for household, unit in pairs:
        households.append(household)
        units.append(unit)
    with shown(progress) as bar:
        return _matching(core.Matching.given(policy, register, options, households, units, bar), reg, pol)


def replay(record: str, reg: Register, pol: Policy, *, progress: Progress = False) -> Matching:
    """Makes again what a record tells of, and compares to the byte.

    Raises InvalidError where register or policy are not those of the record, or where it comes out differently.
    """
    policy, register = core_of(pol, Policy, "pol"), core_of(reg, Register, "reg")
    with shown(progress) as bar:
        return _matching(core.Matching.replay(record, policy, register, bar), reg, pol)


def diff(one: Any, other: Any) -> dict[str, Any]:
    """What sets the other apart: of two policies, or of two matchings."""
    if isinstance(one, Policy) and isinstance(other, Policy):
        return one.diff(other)
    if isinstance(one, Matching) and isinstance(other, Matching):
        return one.diff(other)
    raise TypeError(f"two policies or two matchings are needed, not {type(one)} and {type(other)}")
