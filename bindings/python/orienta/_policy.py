# SPDX-License-Identifier: LGPL-2.1-or-later
"""Policies: rules, criteria, order."""

from __future__ import annotations

import json
from collections.abc import Mapping
from decimal import Decimal
from typing import TYPE_CHECKING, Any

from . import _html, core
from ._document import Document
from ._enums import Language, number
from ._errors import InvalidError
from ._frame import Frame

if TYPE_CHECKING:
    from ._register import Register

Points = int | float | Decimal | str


def text_of(points: Points) -> str:
    """Points as a decimal; a float as people write it, 0.1 and not its seventeen digits."""
    if hasattr(points, "item"):  # a scalar of NumPy
        points = points.item()
    if isinstance(points, bool) or not isinstance(points, (int, float, Decimal, str)):
        raise TypeError(f"points: a number is needed, not {type(points)}")
    if isinstance(points, str):
        return points
    exact = Decimal(repr(points)) if isinstance(points, float) else Decimal(points)
    if not exact.is_finite():
        raise InvalidError(f"points: {points} is no number of points")
    return format(exact, "f")


def thousandths_of(points: Points, name: str) -> int:
    """Points as C counts them."""
    thousandths = Decimal(text_of(points)) * 1000
    if thousandths != thousandths.to_integral_value():
        raise InvalidError(f"{name}: {points} has more than three decimals")
    return int(thousandths)


class Policy(Document):
    """What an authority decides: rules that can say no, criteria that give points, the order that follows.

    Made by Policy.load(), Policy.from_json() or Policy.from_dict(); it does not change. Two policies are equal where
    their documents say the same.
    """

    __slots__ = ()
    _core: core.Policy
    _kind = core.Policy

    @property
    def criteria(self) -> Frame:
        """The criteria and their points, each version of one; NaN where bands or a table give the points."""
        return Frame._of(self._core.criteria_frame())

    def with_points(self, changes: Mapping[str, Points] | None = None, /, **points: Points) -> Policy:
        """The same policy with other points for some criteria.

        An id that is no name in Python goes into a mapping: ``pol.with_points({"in-choice": 20}, dalo=60)``. A criterion
        that has bands or a table in place of one number cannot be changed so.
        """
        policy = self._core
        for criterion, value in {**(changes or {}), **points}.items():
            policy = policy.with_points(criterion, text_of(value))
        return Policy._of(policy)

    def diff(self, other: Policy) -> dict[str, Any]:
        """What sets another policy apart from this one; {} where they are alike."""
        return json.loads(self._core.diff(core_of(other, Policy, "other")))

    def lint(self, reg: Register | None = None) -> Frame:
        """What looks wrong; with a register also what never happens on it. Sentences are French: lint_in()."""
        return self.lint_in("fr", reg)

    def lint_in(self, lang: str, reg: Register | None = None) -> Frame:
        """The same with sentences in a language."""
        from ._register import Register

        lint = self._core.lint(None if reg is None else core_of(reg, Register, "reg"))
        return Frame._of(lint.frame(number(Language, lang, "lang")))

    def __repr__(self) -> str:
        return f"<orienta.Policy {self.id!r} {self.version}, {self._core.get_n_criteria()} criteria>"

    def _repr_html_(self) -> str:
        table = self.criteria
        return _html.table(table.columns, iter(table), len(table), f"{self.title()} ({self.id} {self.version})")


def core_of(value: Any, kind: type[Any], name: str) -> Any:
    """What is inside, of the kind that is needed."""
    if not isinstance(value, kind):
        raise TypeError(f"{name}: a {kind.__name__} is needed, not {type(value)}")
    return value._core
