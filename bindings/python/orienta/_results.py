# SPDX-License-Identifier: LGPL-2.1-or-later
"""Answers about pairs: verdicts, scores, shortlists."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any, TypeVar

from . import _html, core
from ._enums import Audience, Evidence, Language, Reason, Severity, Status, number, word
from ._frame import Frame, array
from ._policy import Policy, core_of
from ._progress import Progress, shown
from ._register import Register


def language(lang: str) -> int:
    return number(Language, lang, "lang")


def audience_number(audience: str) -> int:
    return number(Audience, audience, "audience")


def level_number(level: str) -> int:
    return number(Evidence, level, "level")


class Answer:
    """What all answers have: the policy and the register they were made of."""

    __slots__ = ("_core", "_reg", "_pol", "__weakref__")
    _core: Any
    _reg: Register
    _pol: Policy

    def __init__(self, *args: object, **kwargs: object) -> None:
        raise TypeError(f"a {type(self).__name__} is made by a function of the package, not by itself")

    @property
    def policy(self) -> Policy:
        """The policy it was made under."""
        return self._pol

    @property
    def register(self) -> Register:
        """The register it speaks of."""
        return self._reg


Kind = TypeVar("Kind", bound=Answer)


def answer(kind: type[Kind], result: Any, reg: Register, pol: Policy) -> Kind:
    """An answer around what C gave."""
    self = kind.__new__(kind)
    self._core, self._reg, self._pol = result, reg, pol
    return self


@dataclass(frozen=True)
class Flip:
    """The smallest change that would meet a condition."""

    code: Reason
    attribute: str | None
    fr: str
    en: str


@dataclass(frozen=True)
class Why:
    """One reason of a verdict."""

    code: Reason
    name: str
    severity: Severity
    rule: str | None
    source: str | None
    #: of a special category of personal data: nothing for third parties
    special: bool
    fr: str
    en: str
    flips: tuple[Flip, ...]

    def sentence(self, lang: str = "fr") -> str:
        return self.en if language(lang) else self.fr


class Verdict(Answer):
    """Whether a household may have a unit, and why not. Made by judge()."""

    __slots__ = ()
    _core: core.Verdict

    @property
    def status(self) -> Status:
        return word(Status, self._core.get_status())

    @property
    def household(self) -> str:
        return self._reg._core.get_household_id(self._core.get_household())

    @property
    def unit(self) -> str:
        return self._reg._core.get_unit_id(self._core.get_unit())

    @property
    def reasons(self) -> list[Why]:
        """What says no, or asks to verify; and of each what would change it."""
        return [self._why(i) for i in range(self._core.get_n_reasons())]

    @property
    def checks(self) -> Frame:
        """Every rule that was asked, and what it said. Sentences are French: checks_in()."""
        return self.checks_in("fr")

    def checks_in(self, lang: str) -> Frame:
        """The same with sentences in a language."""
        return Frame._of(self._core.checks_frame(language(lang)))

    def _why(self, i: int) -> Why:
        c = self._core
        code = Reason(c.get_reason(i))
        flips = tuple(
            Flip(Reason(c.get_flip(i, k)), c.get_flip_attribute(i, k), c.format_flip(i, k, 0), c.format_flip(i, k, 1))
            for k in range(c.get_n_flips(i))
        )
        severity = word(Severity, core.reason_get_severity(code))
        return Why(code, core.reason_get_name(code), severity, c.get_reason_rule(i), c.get_reason_source(i),
                   c.reason_is_special(i), c.format_reason(i, 0), c.format_reason(i, 1), flips)

    def explain(self, *, lang: str = "fr", audience: str = "third_party") -> str:
        """Eligibility and score in full, as text."""
        return explain(self._reg, self._pol, household=self.household, unit=self.unit, lang=lang, audience=audience)

    def to_json(self, *, audience: str = "third_party") -> str:
        """For programs."""
        return self._core.to_json(audience_number(audience))

    def to_dict(self, *, audience: str = "third_party") -> dict[str, Any]:
        """The same as Python reads JSON."""
        return json.loads(self.to_json(audience=audience))

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, Verdict):
            return NotImplemented
        return (self.household, self.unit, self._reg, self._pol) == (other.household, other.unit, other._reg, other._pol)

    __hash__ = None  # type: ignore[assignment]

    def __reduce__(self) -> tuple[Any, ...]:
        return _judge, (self._reg, self._pol, self.household, self.unit)

    def __repr__(self) -> str:
        return f"<orienta.Verdict {self.household} {self.unit}: {self.status}, {self._core.get_n_reasons()} reasons>"

    def _repr_html_(self) -> str:
        rows = [(why.name, why.fr, why.en) for why in self.reasons]
        return _html.table(("reason", "fr", "en"), rows, len(rows), f"{self.household} · {self.unit}: {self.status}")


class Score(Answer):
    """The points of a household, by itself or for one home, and the lines that add up to them. Made by score()."""

    __slots__ = ("_household", "_unit")
    _core: core.Score
    _household: str
    _unit: str | None

    @property
    def household(self) -> str:
        return self._household

    @property
    def unit(self) -> str | None:
        return self._unit

    @property
    def points(self) -> float:
        return self._core.get_points() / 1000

    @property
    def level(self) -> Evidence:
        """What the points may rest on."""
        return word(Evidence, self._core.get_level())

    @property
    def contributions(self) -> Frame:
        """A row for each criterion, then for what groups and bounds took or gave; points add up to the score.

        Sentences are French: contributions_in().
        """
        return self.contributions_in("fr")

    def contributions_in(self, lang: str) -> Frame:
        """The same with sentences in a language."""
        return Frame._of(self._core.lines_frame(language(lang)))

    def explain(self, *, lang: str = "fr", audience: str = "third_party") -> str:
        """Eligibility and score in full, as text."""
        return explain(self._reg, self._pol, household=self._household, unit=self._unit, level=self.level, lang=lang,
                       audience=audience)

    def to_json(self, *, audience: str = "third_party") -> str:
        """For programs."""
        return self._core.to_json(audience_number(audience))

    def to_dict(self, *, audience: str = "third_party") -> dict[str, Any]:
        """The same as Python reads JSON."""
        return json.loads(self.to_json(audience=audience))

    def __float__(self) -> float:
        return self.points

    def _asked(self) -> tuple[Any, ...]:
        return self._reg, self._pol, self._household, self._unit, str(self.level)

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, Score):
            return NotImplemented
        return self._asked() == other._asked()

    __hash__ = None  # type: ignore[assignment]

    def __reduce__(self) -> tuple[Any, ...]:
        return _score, self._asked()

    def __repr__(self) -> str:
        of = self._household if self._unit is None else f"{self._household} {self._unit}"
        return f"<orienta.Score {of}: {self.points:g} points>"

    def _repr_html_(self) -> str:
        rows = [(row.label, row.input, row.points) for row in self.contributions]
        rows.sort(key=lambda row: row[2] == 0)  # what gives nothing comes last: the first rows are all that is seen
        return _html.table(("criterion", "input", "points"), rows, len(rows), f"{self.points:g} points")


class Pairs(Answer):
    """Every pair that is not refused, with its points, by household, then unit. Made by scores()."""

    __slots__ = ("_level",)
    _core: core.Pairs
    _level: str

    @property
    def frame(self) -> Frame:
        """household, unit, points, status"""
        return Frame._of(self._core.frame())

    @property
    def units(self) -> Any:
        """The unit of each pair, as its place in the register; shared with the library."""
        return array(self._core.get_units())

    @property
    def thousandths(self) -> Any:
        """The points of each pair, exact, in thousandths; shared with the library."""
        return array(self._core.get_points())

    def to_pandas(self, *, copy: bool = True) -> Any:
        """See Frame.to_pandas()."""
        return self.frame.to_pandas(copy=copy)

    def to_dict(self) -> dict[str, list[Any]]:
        """See Frame.to_dict()."""
        return self.frame.to_dict()

    def __arrow_c_stream__(self, requested_schema: object = None) -> object:
        return self.frame.__arrow_c_stream__(requested_schema)

    def __len__(self) -> int:
        return self._core.get_n()

    def __iter__(self) -> Iterator[Any]:
        return iter(self.frame)

    def __getitem__(self, key: str | int) -> Any:
        return self.frame[key]

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, Pairs):
            return NotImplemented
        return self.frame == other.frame

    __hash__ = None  # type: ignore[assignment]

    def __reduce__(self) -> tuple[Any, ...]:
        return _scores, (self._reg, self._pol, self._level)

    def __repr__(self) -> str:
        return f"<orienta.Pairs: {len(self)} pairs of {self._reg.n_households} households and {self._reg.n_units} units>"

    def _repr_html_(self) -> str:
        return self.frame._repr_html_()


class Shortlist(Answer):
    """Ranked candidates for a unit, ranked units for a household, or a list for each. Made by shortlist()."""

    __slots__ = ("_asked",)
    _core: core.Shortlist
    _asked: dict[str, Any]

    @property
    def frame(self) -> Frame:
        """rank (from 1), household, unit, points, status, in_choice, tier, stratum, lottery"""
        return Frame._of(self._core.frame())

    @property
    def n_candidates(self) -> int:
        """How many there are, those that are not listed included."""
        return sum(self._core.get_n_candidates(i) for i in range(self._core.get_n_lists()))

    def to_pandas(self, *, copy: bool = True) -> Any:
        """See Frame.to_pandas()."""
        return self.frame.to_pandas(copy=copy)

    def to_json(self) -> str:
        """For programs."""
        return self._core.to_json()

    def to_dict(self) -> dict[str, Any]:
        """The same as Python reads JSON."""
        return json.loads(self.to_json())

    def __arrow_c_stream__(self, requested_schema: object = None) -> object:
        return self.frame.__arrow_c_stream__(requested_schema)

    def __len__(self) -> int:
        return sum(self._core.get_n(i) for i in range(self._core.get_n_lists()))

    def __iter__(self) -> Iterator[Any]:
        return iter(self.frame)

    def __getitem__(self, key: str | int) -> Any:
        return self.frame[key]

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, Shortlist):
            return NotImplemented
        return self.to_json() == other.to_json()

    __hash__ = None  # type: ignore[assignment]

    def __reduce__(self) -> tuple[Any, ...]:
        return _shortlist, (self._reg, self._pol, self._asked)

    def __repr__(self) -> str:
        return f"<orienta.Shortlist: {len(self)} of {self.n_candidates}>"

    def _repr_html_(self) -> str:
        return self.frame._repr_html_()


# -- functions --


def judge(reg: Register, pol: Policy, *, household: str, unit: str) -> Verdict:
    """Whether a household may have a unit, and why not."""
    verdict = core_of(pol, Policy, "pol").judge(core_of(reg, Register, "reg"), household, unit)
    return answer(Verdict, verdict, reg, pol)


def score(reg: Register, pol: Policy, *, household: str, unit: str | None = None, level: str = "declared") -> Score:
    """The points of a household for one home; without a unit, those that do not depend on a home.

    Eligibility is another question: judge().
    """
    result = core_of(pol, Policy, "pol").score_at(core_of(reg, Register, "reg"), household, unit, level_number(level))
    self = answer(Score, result, reg, pol)
    self._household, self._unit = household, unit
    return self


def scores(
    reg: Register, pol: Policy, *, level: str = "declared", n_threads: int = 0, progress: Progress = False
) -> Pairs:
    """Every pair that is not refused, with its points. ``n_threads=0``: one for each processor."""
    policy, register = core_of(pol, Policy, "pol"), core_of(reg, Register, "reg")
    with shown(progress) as bar:
        result = policy.pairs(register, level_number(level), n_threads, bar)
    self = answer(Pairs, result, reg, pol)
    self._level = str(level)
    return self


def shortlist(
    reg: Register,
    pol: Policy,
    *,
    unit: str | None = None,
    household: str | None = None,
    by: str = "unit",
    n: int | None = 3,
    seed: str | None = None,
    level: str = "declared",
    n_threads: int = 0,
    progress: Progress = False,
) -> Shortlist:
    """The first n households for a unit, or the first n units for a household.

    Without either, a list for each unit (``by="unit"``) or for each household (``by="household"``). The seed is that of
    the draw between equals; without one the id decides. ``n=None``: everybody.
    """
    policy, register = core_of(pol, Policy, "pol"), core_of(reg, Register, "reg")
    if n is None:
        n = max(reg.n_households, reg.n_units)
    if unit is not None and household is not None:
        raise TypeError("unit or household is needed, not both")
    if unit is None and household is None:
        if by not in ("unit", "household"):
            raise ValueError(f'by: "{by}" is none of unit, household')
        make: Callable[..., Any] = policy.shortlist_units if by == "unit" else policy.shortlist_households
        with shown(progress) as bar:
            result = make(register, n, seed, level_number(level), n_threads, bar)
    elif level != "declared":
        raise ValueError("level: a list for one unit or household counts what is declared")
    elif unit is not None:
        result = policy.shortlist_unit(register, unit, n, seed)
    else:
        result = policy.shortlist_household(register, household, n, seed)
    self = answer(Shortlist, result, reg, pol)
    self._asked = dict(unit=unit, household=household, by=by, n=n, seed=seed, level=str(level))
    return self


def explain(
    reg: Register,
    pol: Policy,
    *,
    household: str,
    unit: str | None = None,
    level: str = "declared",
    lang: str = "fr",
    audience: str = "third_party",
) -> str:
    """A pair in full, as text: every rule with the values it saw, every line of the score.

    For the person concerned ask with ``audience="person"``; a third party reads no special category of data.
    """
    return core_of(pol, Policy, "pol").explain_at(
        core_of(reg, Register, "reg"), household, unit, level_number(level), language(lang), audience_number(audience)
    )


def lint(pol: Policy, reg: Register | None = None, *, lang: str = "fr") -> Frame:
    """What looks wrong in a policy; with a register also what never happens on it."""
    core_of(pol, Policy, "pol")
    return pol.lint_in(lang, reg)


def lottery_draw(seed: str, household: str) -> str:
    """What a household draws: 64 hexadecimal digits, the smallest comes first; HMAC-SHA-256 of its id."""
    return core.lottery_draw(seed, household)


# What pickles call.


def _judge(reg: Register, pol: Policy, household: str, unit: str) -> Verdict:
    return judge(reg, pol, household=household, unit=unit)


def _score(reg: Register, pol: Policy, household: str, unit: str | None, level: str) -> Score:
    return score(reg, pol, household=household, unit=unit, level=level)


def _scores(reg: Register, pol: Policy, level: str) -> Pairs:
    return scores(reg, pol, level=level)


def _shortlist(reg: Register, pol: Policy, asked: dict[str, Any]) -> Shortlist:
    return shortlist(reg, pol, **asked)
