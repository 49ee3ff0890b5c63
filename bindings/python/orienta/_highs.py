# SPDX-License-Identifier: LGPL-2.1-or-later
"""Tells a build that carries no HiGHS where the package highsbox has it; it is loaded when it is first needed."""

from __future__ import annotations

import importlib.util
import pathlib

from . import core


def locate() -> None:
    found = importlib.util.find_spec("highsbox")
    if found is None or found.origin is None:
        return
    library = pathlib.Path(found.origin).parent / "highs_dist" / "lib" / "libhighs.so"
    if library.is_file():
        core.highs_locate(str(library))
