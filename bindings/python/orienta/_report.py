# SPDX-License-Identifier: LGPL-2.1-or-later
"""What a commission reads."""

from __future__ import annotations

import json
from typing import Any

from . import core
from ._policy import Policy, core_of
from ._progress import Progress, shown
from ._register import Register
from ._results import Answer, answer, audience_number, language, level_number


class Report(Answer):
    """Lists, and who is on none; written in any form, language and audience. Made by report()."""

    __slots__ = ("_asked",)
    _core: core.Report
    _asked: dict[str, Any]

    def to_html(self, *, lang: str = "fr", audience: str = "third_party") -> str:
        """A page of its own."""
        return self._core.to_html(language(lang), audience_number(audience))

    def to_text(self, *, lang: str = "fr", audience: str = "third_party") -> str:
        return self._core.to_text(language(lang), audience_number(audience))

    def to_json(self, *, audience: str = "third_party") -> str:
        return self._core.to_json(audience_number(audience))

    def to_csv(self, *, audience: str = "third_party") -> str:
        return self._core.to_csv(audience_number(audience))

    def to_dict(self, *, audience: str = "third_party") -> dict[str, Any]:
        """The same as Python reads JSON."""
        return json.loads(self.to_json(audience=audience))

    def __reduce__(self) -> tuple[Any, ...]:
        return _report, (self._reg, self._pol, self._asked)

    def __repr__(self) -> str:
        return f"<orienta.Report on {self._reg.n_households} households and {self._reg.n_units} units>"


def report(
    reg: Register,
    pol: Policy,
    *,
    unit: str | None = None,
    household: str | None = None,
    n: int = 3,
    seed: str | None = None,
    level: str = "declared",
    n_threads: int = 0,
    progress: Progress = False,
) -> Report:
    """The first n of each home's list and why, who is on no list and why; of one unit or one household where asked."""
    policy, register = core_of(pol, Policy, "pol"), core_of(reg, Register, "reg")
    if unit is not None and household is not None:
        raise TypeError("unit or household is needed, not both")
    if unit is not None:
        made = core.Report.new_unit(policy, register, unit, n, seed, level_number(level))
    elif household is not None:
        made = core.Report.new_household(policy, register, household, n, seed, level_number(level))
    else:
        with shown(progress) as bar:
            made = core.Report(policy, register, n, seed, level_number(level), n_threads, bar)
    self = answer(Report, made, reg, pol)
    self._asked = dict(unit=unit, household=household, n=n, seed=seed, level=str(level))
    return self


def _report(reg: Register, pol: Policy, asked: dict[str, Any]) -> Report:
    return report(reg, pol, **asked)
