# SPDX-License-Identifier: LGPL-2.1-or-later
"""Households and units by group: by a column of the register, or by a mapping of your own."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from ._style import say, word_label

By = str | Mapping[str, Any]
Groups = dict[str, set[str]]

LEAST = 11  # smaller groups are left out of what is published: a share of them tells of chance, or of a person


def needs_in(cell: str | None) -> Iterator[str]:
    """The needs of 'addiction:high|parenting' that call for support now: of level low, as one without level is, or high."""
    for item in (cell or "").split("|"):
        need, _, level = item.partition(":")
        if need and level in ("", "low", "high"):
            yield need


def households_by(register: Any, by: By, among: Iterable[str] | None, lang: str) -> Groups:
    """{label: ids of households}; `by`: "need", "situation", another column, or {id: group}; `among`: ids, None for all."""
    table = register.households
    if isinstance(by, str) and by == "need":
        groups: Groups = {}
        for household, cell in zip(table["id"], table["needs"]):
            for need in needs_in(cell):
                groups.setdefault(word_label("household.needs", need, lang), set()).add(household)
    else:
        groups = _by(table, "household", by, lang)
    if among is None:
        return groups
    kept = set(among)
    return {label: ids & kept for label, ids in groups.items() if ids & kept}


def units_by(register: Any, by: By, lang: str) -> Groups:
    """{label: ids of units}; `by`: "kind", "territory", another column, or {id: group}."""
    return _by(register.units, "unit", by, lang)


def _by(table: Any, of: str, by: By, lang: str) -> Groups:
    """A dict, or a Series that has ids as its index; who is not in it, or has no value, is 'not known'."""
    ids = list(table["id"])
    given = dict(zip(ids, table[by])) if isinstance(by, str) else dict(by.items())
    strange = given.keys() - set(ids)
    if strange:
        raise LookupError(f"by: the register has no {of} {min(map(str, strange))!r}")
    groups: Groups = {}
    for id in ids:
        group = given.get(id)
        is_known = group is not None and group == group and group != ""
        label = word_label(f"{of}.{by}", str(group), lang) if is_known else say(lang, "non renseigné", "not known")
        groups.setdefault(label, set()).add(id)
    return groups
