# SPDX-License-Identifier: LGPL-2.1-or-later
"""What each measure of a simulation is: the words of docs/simulation.md, which a test compares."""

from __future__ import annotations

_STILL = (
    "of those who arrived in the period: the share that waits longer than 91, 183, 365, 730, 1 095 days, "
    "for as long as it does not give up: the product-limit estimate (Kaplan and Meier 1958), in which "
    "those who gave up or wait at the end count for as long as they waited. Not known past the longest "
    "wait that was seen"
)

DEFINITIONS = {
    "arrived":
        "requests made in the period; those who wait on the first day are not among them",
    "housed":
        "housed in the period",
    "abandoned":
        "gave up waiting in the period",
    "offered":
        "made in the period, whatever the answer",
    "refused":
        "answered no in the period, by the household, by the structure",
    "rejected":
        "answered no in the period, by the household, by the structure",
    "waiting":
        "wait at the end of the period, an offer in progress included",
    "waiting_mean":
        "days waited by all within the period, divided by its days",
    "wait_of_waiting":
        "of those who wait at the end: mean time since the request",
    "wait_mean":
        "of those housed in the period: mean time from request to housing; what they waited before the first "
        "day counts, where the request date is known",
    "wait_median":
        "of the same: the least wait that half, nine tenths of them do not exceed",
    "wait_p90":
        "of the same: the least wait that half, nine tenths of them do not exceed",
    "wait_gini":
        "of the same: mean difference of two waits drawn with replacement, divided by twice the mean; 0 is "
        "all alike",
    "wait_gap":
        "largest less least wait_mean of the groups in which somebody is housed; two at least",
    "share_6_months":
        "of those who arrived in the period, 183 (365) days or more before the end: housed within so many "
        "days. Who gives up is not housed",
    "share_12_months":
        "of those who arrived in the period, 183 (365) days or more before the end: housed within so many "
        "days. Who gives up is not housed",
    "still_3_months": _STILL,
    "still_6_months": _STILL,
    "still_12_months": _STILL,
    "still_24_months": _STILL,
    "still_36_months": _STILL,
    "offers_per_housing":
        "offered divided by housed",
    "places":
        "place-days that were there, divided by the period's days",
    "days_vacant":
        "place-days in which a place could be given out and nobody lived there, the time of an offer "
        "included, that of making ready (ready_days) not",
    "occupied_share":
        "place-days lived in, divided by place-days there",
    "support_load":
        "slot-days taken by supports that have begun, divided by slot-days there; all services together",
    "target:":
        "housed in the period, of the target's households, in one of its units",
    "target_reached:":
        "whether that is at least per_year (times the years, for the whole); not told of less than 365 days. "
        "Its mean is a chance",
}


def definition(measure: str) -> str:
    """Of a measure, or of one of its kind: "target:attributions"."""
    kind, colon, _ = measure.partition(":")
    return DEFINITIONS[kind + colon]
