# SPDX-License-Identifier: LGPL-2.1-or-later
"""Eligibility, score and matching of households and homes, Housing First.

>>> import orienta
>>> pol = orienta.Policy.load("examples/policies/logement-dabord.json")
>>> reg = orienta.Register.load("examples/data/artois", policy=pol)
>>> orienta.match(reg, pol, seed="2026-W47")
<orienta.Matching optimal: 186 of 600 households, 38168.2 points>

It proposes; a person decides.
"""

from __future__ import annotations

from . import plot
from ._assign import Assignment, Margins, assign
from ._assigner import Assigner
from ._enums import (
    Audience,
    Evidence,
    Language,
    LimitKind,
    MatchStatus,
    Mechanism,
    Objective,
    Prices,
    Reason,
    Severity,
    Status,
    Support,
    Table,
    UnitOrder,
)
from ._errors import (
    CancelledError,
    Error,
    EthicsError,
    InvalidError,
    LimitError,
    MissingError,
    NotFoundError,
    ReadError,
    SyntaxFault,
    WriteError,
)
from ._forecast import Forecast, Reserve, forecast, reserve, reserve_from
from ._frame import Frame
from ._highs import locate as _locate
from ._matching import Matching, MatchingReport, diff, match, match_given, replay
from ._policy import Policy
from ._register import Register
from ._report import Report, report
from ._results import (
    Flip,
    Pairs,
    Score,
    Shortlist,
    Verdict,
    Why,
    explain,
    judge,
    lint,
    lottery_draw,
    score,
    scores,
    shortlist,
)
from ._scenario import Scenario
from ._simulation import Simulation, simulate
from ._versions import show_versions, versions
from .core import Progress
from .core import version as _version

__version__: str = _version()
_locate()

__all__ = [
    "Assigner",
    "Assignment",
    "Audience",
    "CancelledError",
    "Error",
    "EthicsError",
    "Evidence",
    "Flip",
    "Forecast",
    "Frame",
    "InvalidError",
    "Language",
    "LimitError",
    "LimitKind",
    "Margins",
    "MatchStatus",
    "Matching",
    "MatchingReport",
    "Mechanism",
    "MissingError",
    "NotFoundError",
    "Objective",
    "Pairs",
    "Policy",
    "Prices",
    "Progress",
    "ReadError",
    "Reason",
    "Register",
    "Report",
    "Reserve",
    "Scenario",
    "Score",
    "Severity",
    "Shortlist",
    "Simulation",
    "Status",
    "Support",
    "SyntaxFault",
    "Table",
    "UnitOrder",
    "Verdict",
    "Why",
    "WriteError",
    "assign",
    "diff",
    "explain",
    "forecast",
    "judge",
    "lint",
    "lottery_draw",
    "match",
    "match_given",
    "plot",
    "replay",
    "report",
    "reserve",
    "reserve_from",
    "score",
    "scores",
    "shortlist",
    "show_versions",
    "simulate",
    "versions",
]
