# SPDX-License-Identifier: LGPL-2.1-or-later
"""Tables one under the other, with what each is called."""

from __future__ import annotations

from array import array as cells
from collections.abc import Mapping, Sequence
from typing import Any

from . import core
from ._frame import Frame

_WORD, _TEXT = 4, 5
_FORMATS = "qdBiii"


def stack(
    parts: Sequence[tuple[str, Frame]], *, head: str | None = "policy", extra: Mapping[str, Sequence[str]] | None = None
) -> Frame:
    """Frames of the same columns as one; `head` is the column that says which; `extra` are columns of texts, at the end."""
    n = sum(len(frame) for _, frame in parts)
    whole = core.Frame(n)
    if head is not None:
        codes = cells("i")
        for i, (_, frame) in enumerate(parts):
            codes.extend([i] * len(frame))
        whole.add_column(head, _WORD, codes, cells("B"), [name for name, _ in parts])
    for place, name in enumerate(parts[0][1].columns):
        kind = parts[0][1]._core.get_type(place)
        data, words = _cells(parts, place, kind)
        whole.add_column(name, kind, data, _valid(parts, place), words)
    for name, texts in (extra or {}).items():
        whole.add_column(name, _TEXT, cells("i", range(n)), cells("B"), list(texts))
    return Frame._of(whole)


def _cells(parts: Sequence[tuple[str, Frame]], place: int, kind: int) -> tuple[cells[Any], list[str]]:
    """The cells of a column, and its words, which the frames may number otherwise."""
    data, words = cells(_FORMATS[kind]), parts[0][1]._core.get_words(place)
    for _, frame in parts:
        own = frame._core.get_words(place)
        mine = cells(_FORMATS[kind], bytes(frame._core.get_data(place)))
        if own != words:
            numbers = {word: i for i, word in enumerate(words)}
            for word in own:
                if word not in numbers:
                    numbers[word] = len(words)
                    words.append(word)
            mine = cells("i", (numbers[own[code]] if code >= 0 else -1 for code in mine))
        data.extend(mine)
    return data, words


def _valid(parts: Sequence[tuple[str, Frame]], place: int) -> cells[int]:
    valid = [frame._core.get_valid(place) for _, frame in parts]
    if all(one is None for one in valid):
        return cells("B")
    whole = cells("B")
    for one, (_, frame) in zip(valid, parts):
        whole.extend(bytes(one) if one is not None else b"\1" * len(frame))
    return whole
