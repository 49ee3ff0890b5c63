# SPDX-License-Identifier: LGPL-2.1-or-later
"""What to write in a report of a fault."""

from __future__ import annotations

import platform
from importlib import metadata

from . import core


def versions() -> dict[str, str | None]:
    """Of the library, of Python and the machine, and of what is used where it is installed; None where it is not."""
    found: dict[str, str | None] = {
        "orienta": core.version(),
        "HiGHS": core.highs_version() if core.has_highs() else None,
        "python": platform.python_version(),
        "platform": platform.platform(),
    }
    for name in ("numpy", "pandas", "pyarrow", "polars", "tqdm"):
        try:
            found[name] = metadata.version(name)
        except metadata.PackageNotFoundError:
            found[name] = None
    return found


def show_versions() -> None:
    """Prints versions(), one a line."""
    for name, version in versions().items():
        print(f"{name + ':':<10}{version or '-'}")
