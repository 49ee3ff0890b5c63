# SPDX-License-Identifier: LGPL-2.1-or-later
"""Short tables for notebooks. Everything that comes from data is escaped."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from html import escape
from typing import Any

MOST_ROWS = 10


def cell(value: Any) -> str:
    if value is None or value != value:
        return "<td></td>"
    if isinstance(value, bool):
        return f'<td style="text-align:center">{"✓" if value else ""}</td>'
    if isinstance(value, (int, float)):
        return f'<td style="text-align:right">{value:.10g}</td>'
    return f'<td style="text-align:left">{escape(str(value))}</td>'


def table(columns: Sequence[str], rows: Iterable[Sequence[Any]], n_rows: int, caption: str = "") -> str:
    """The first rows, and how many there are in all."""
    head = "".join(f'<th style="text-align:left">{escape(name)}</th>' for name in columns)
    body = ""
    for i, row in enumerate(rows):
        if i == MOST_ROWS:
            break
        body += "<tr>" + "".join(cell(value) for value in row) + "</tr>"
    more = f"<caption>{escape(caption)}</caption>" if caption else ""
    rest = f"<p>… {MOST_ROWS} / {n_rows}</p>" if n_rows > MOST_ROWS else ""
    return f"<table>{more}<thead><tr>{head}</tr></thead><tbody>{body}</tbody></table>{rest}"
