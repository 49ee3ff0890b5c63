# SPDX-License-Identifier: LGPL-2.1-or-later
"""What long calls show of themselves."""

from __future__ import annotations

import contextlib
from collections.abc import Callable, Iterator
from typing import Any

from . import core

#: False: nothing is shown; True: a bar of tqdm; a function of (stage, done, total), which returns False to stop; or a
#: Progress that another thread looks at.
Progress = bool | Callable[[str, int, int], object] | core.Progress


class Bar:
    """A bar of tqdm for each stage of a call; in a notebook, the notebook's own."""

    def __init__(self) -> None:
        try:
            from tqdm.auto import tqdm
        except ImportError as error:
            raise ImportError("progress=True needs tqdm: pip install tqdm") from error
        self._tqdm: Any = tqdm
        self._bar: Any = None
        self._stage = ""

    def __call__(self, stage: str, done: int, total: int) -> None:
        if not stage:
            return
        if self._bar is None or stage != self._stage:
            self.close()
            self._stage = stage
            self._bar = self._tqdm(total=total or None, desc=stage, leave=False)
        if total:
            self._bar.total = total
        self._bar.n = done
        self._bar.refresh()

    def close(self) -> None:
        if self._bar is not None:
            self._bar.close()
            self._bar = None


@contextlib.contextmanager
def shown(progress: Progress) -> Iterator[Callable[[str, int, int], object] | core.Progress | None]:
    """What the core takes, for the time of one call."""
    if progress is False or progress is None:
        yield None
    elif progress is True:
        with contextlib.closing(Bar()) as bar:
            yield bar
    elif callable(progress) or isinstance(progress, core.Progress):
        yield progress
    else:
        raise TypeError(f"progress: True, False, a function or a Progress is needed, not {type(progress)}")
