# SPDX-License-Identifier: LGPL-2.1-or-later
"""Words for choices and answers. Each is a str as well: ``mechanism="stable"`` will do, and so will Mechanism.STABLE."""

from __future__ import annotations

from enum import IntEnum, StrEnum
from typing import TypeVar

from ._errors import InvalidError

# The order of the members is that of the numbers in C; tests/python/test_enums.py compares them.


class Language(StrEnum):
    """The tongue of an answer."""

    FRENCH = "fr"
    ENGLISH = "en"


class Audience(StrEnum):
    """For whom an explanation is written."""

    #: everything, under the four headings of CRPA R.311-3-1-2
    PERSON = "person"
    #: no special category of personal data (GDPR art. 9)
    THIRD_PARTY = "third_party"


class Evidence(StrEnum):
    """What points rest on; a score asked at a level counts this level and those before it."""

    VERIFIED = "verified"
    DECLARED = "declared"
    NEEDS_VALIDATION = "needs_validation"


class Status(StrEnum):
    """Whether a household may have a unit."""

    ELIGIBLE = "eligible"
    #: nothing says no, something is not known
    TO_VERIFY = "to_verify"
    INELIGIBLE = "ineligible"


class Severity(StrEnum):
    """What a reason does to a verdict."""

    #: changes nothing
    INFO = "info"
    #: someone must look before a decision
    VERIFY = "verify"
    #: says no
    REFUSE = "refuse"


class Mechanism(StrEnum):
    """How homes are given out."""

    #: all at once: the best matching there is
    OPTIMAL = "optimal"
    #: home by home, each to the first of its list: today's practice
    SEQUENTIAL = "sequential"
    #: households propose; nobody is passed over by someone of lower rank
    STABLE = "stable"
    #: made by somebody else: match_given()
    GIVEN = "given"


class Objective(StrEnum):
    """What the best matching has most of; the other one comes second."""

    POINTS = "points"
    HOUSEHOLDS = "households"


class UnitOrder(StrEnum):
    """The order in which the sequential mechanism comes to the homes."""

    AS_LISTED = "as_listed"
    BY_DATE = "by_date"
    SCARCE_FIRST = "scarce_first"


class Support(StrEnum):
    """How support is matched."""

    POLICY = "policy"
    REQUIRED = "required"
    PREFERRED = "preferred"
    IGNORED = "ignored"


class Prices(StrEnum):
    """What is asked, under limits that bind, of what one slot or place more is worth."""

    QUICK = "quick"
    NONE = "none"
    ALL = "all"


class MatchStatus(StrEnum):
    """What is claimed of a matching."""

    OPTIMAL = "optimal"
    #: the time was up: no matching reaches more than the bound
    BOUNDED = "bounded"
    #: the limits cannot hold together: nobody is matched
    INFEASIBLE = "infeasible"
    #: any other mechanism: nothing is claimed of the sum
    PLAIN = "plain"


class LimitKind(StrEnum):
    """What a limit is about."""

    QUOTA = "quota"
    SERVICE = "service"
    BASELINE = "baseline"
    KEEP = "keep"


class Table(StrEnum):
    """The tables of a register."""

    HOUSEHOLDS = "households"
    PERSONS = "persons"
    UNITS = "units"
    SERVICES = "services"
    TERRITORIES = "territories"
    OUTCOMES = "outcomes"
    OFFERS = "offers"


class Reason(IntEnum):
    """Stable codes of everything the library answers with; a number keeps its meaning for ever."""

    NONE = 0
    # verdict: the household's own no, and plain facts of the home
    AVOIDED_TERRITORY = 100
    KIND_REFUSED = 101
    ACCESS_MISSING = 102
    PETS_NOT_ALLOWED = 103
    AGE_OUTSIDE = 104
    OWN_PLACE = 105
    OUTSIDE_CHOICE = 106
    PETS_UNKNOWN = 107
    AGE_UNKNOWN = 108
    # verdict: the policy's rules
    RULE_FAILED = 120
    RULE_TO_VERIFY = 121
    RULE_UNKNOWN = 122
    RULE_FLAGGED = 123
    # score: what became of a criterion's points
    COUNTED = 200
    NOT_MET = 201
    NOT_KNOWN = 202
    NOT_APPLICABLE = 203
    OUTDONE = 204
    NOT_PROVEN = 205
    GROUP_CAP = 210
    GROUP_FLOOR = 211
    TOTAL_MAX = 212
    TOTAL_MIN = 213
    # why not: the smallest change that flips a condition
    FLIP_AT_MOST = 300
    FLIP_LESS_THAN = 301
    FLIP_AT_LEAST = 302
    FLIP_MORE_THAN = 303
    FLIP_BE = 304
    FLIP_NOT_BE = 305
    FLIP_HAVE = 306
    FLIP_NOT_HAVE = 307
    FLIP_KNOW = 308
    FLIP_CRITERION = 309
    FLIP_NOT_CRITERION = 310
    # shortlist
    NOTHING_ELIGIBLE = 400
    NOT_SHORTLISTED = 401
    # matching: why a household has no new home
    MATCH_LEFT_OUT = 410
    MATCH_OUTSCORED = 411
    MATCH_TIED = 412
    MATCH_TIER = 413
    MATCH_NO_SUPPORT = 414
    MATCH_QUOTA = 415
    MATCH_HELD = 416
    MATCH_LIMITS = 417
    MATCH_CONFLICT = 418
    MATCH_NO_PLACE = 419
    MATCH_ORDER = 420
    MATCH_FEWER = 421
    MATCH_RESERVED = 422
    MATCH_SLOT_RESERVED = 423
    # lint of a policy
    LINT_RULE_NEVER_PASSES = 500
    LINT_RULE_ALWAYS_PASSES = 501
    LINT_CRITERION_NEVER_FIRES = 502
    LINT_BAND_UNREACHABLE = 503
    LINT_BANDS_NOT_MONOTONE = 504
    LINT_AGE_WITHOUT_BASIS = 505
    LINT_LOCAL_LINK = 506
    LINT_SHELTER_ABOVE_STREET = 507
    LINT_LOCAL_SANCTION = 508
    LINT_TIME_LIMITED_FAVOURED = 509
    LINT_NOT_IN_FORCE = 510
    LINT_UNUSED = 511
    LINT_NO_SOURCE = 512
    LINT_TABLE_GAP = 513
    LINT_GROUP_CAP_UNREACHABLE = 514
    LINT_STRATA_SHARES = 515
    LINT_CODE_UNDECLARED = 516
    LINT_VERSION_GAP = 517
    LINT_QUOTA_LIMITS_NEED = 518


Word = TypeVar("Word", bound=StrEnum)


def word(kind: type[Word], number: int) -> Word:
    """The word for a number of C."""
    return list(kind)[number]


def number(kind: type[Word], value: str | Word, name: str) -> int:
    """The number of C for a word."""
    if not isinstance(value, str):
        raise TypeError(f"{name}: a str is needed, not {type(value)}")
    words = [str(member) for member in kind]
    if value not in words:
        raise InvalidError(f'{name}: "{value}" is none of {", ".join(words)}')
    return words.index(value)
