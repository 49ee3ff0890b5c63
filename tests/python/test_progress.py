# SPDX-License-Identifier: LGPL-2.1-or-later
"""Long calls: what they show, how they stop, what is left whole when they do."""
import os
import signal
import threading
import time

import numpy
import pytest

import orienta
from orienta import core

N = 3000


@pytest.fixture(scope="module")
def hard():
    """A solver's problem that takes seconds: many rows, few places, values of any width."""
    draw = numpy.random.default_rng(1)
    rows = numpy.repeat(numpy.arange(N), N // 4)
    cols = draw.integers(0, N, rows.size)
    return core.Choices.from_pairs(N, rows, cols, draw.integers(0, 2**40, rows.size), numpy.ones(N, int))


def test_function_sees_stages(hard):
    seen = []
    hard.assign(lambda stage, done, total: seen.append((stage, done, total)))
    assert seen and all(isinstance(stage, str) and 0 <= done for stage, done, total in seen)
    assert "matching" in {stage for stage, *_ in seen}


def test_function_stops(hard):
    with pytest.raises(orienta.CancelledError, match="^cancelled while matching$"):
        hard.assign(lambda stage, done, total: False)
    assert hard.get_n_rows() == N


def test_exception_in_function(hard):
    class Mine(Exception):
        pass

    def raises(stage, done, total):
        raise Mine("here")

    with pytest.raises(Mine, match="^here$"):
        hard.assign(raises)


def test_wrong_progress(reg, pol, hard):
    with pytest.raises(TypeError, match="progress: True, False, a function or a Progress is needed, not <class 'int'>"):
        orienta.match(reg, pol, progress=3)
    with pytest.raises(TypeError, match="progress: None, a function or a Progress is needed, not <class 'int'>"):
        hard.assign(3)


def test_progress_of_another_thread(hard):
    progress = orienta.Progress()
    done = []

    def run():
        try:
            hard.assign(progress)
        except orienta.CancelledError:
            done.append("cancelled")

    thread = threading.Thread(target=run)
    thread.start()
    while progress.get_stage() != "matching" and thread.is_alive():
        time.sleep(0.001)
    with pytest.raises(RuntimeError, match="^the progress is in use by another thread$"):
        hard.assign(progress)
    progress.cancel()
    begun = time.monotonic()
    thread.join()
    assert done == ["cancelled"] and time.monotonic() - begun < 1 and progress.is_cancelled()


def test_other_threads_run(hard):
    count = 0
    thread = threading.Thread(target=hard.assign)
    thread.start()
    while thread.is_alive():
        count += 1
        time.sleep(0.001)
    assert count > 5


def test_bar(reg, pol, monkeypatch):
    tqdm = pytest.importorskip("tqdm.auto")
    bars = []

    class Bar:
        def __init__(self, **kwargs):
            bars.append(kwargs["desc"])
            self.n, self.total = 0, kwargs["total"]

        def refresh(self):
            pass

        def close(self):
            bars.append("closed")

    monkeypatch.setattr(tqdm, "tqdm", Bar)
    from orienta import _progress

    bar = _progress.Bar()
    for stage, done in [("scoring", 1), ("scoring", 2), ("matching", 1)]:
        bar(stage, done, 3)
    bar.close()
    assert bars == ["scoring", "closed", "matching", "closed"]
    assert orienta.match(reg, pol, progress=True).total == 89.5


def test_what_is_read_may_not_change():
    """A program that is being solved, and options in use, are refused to whoever would change them."""
    program = core.Program(1, 1)
    seen = []

    def touch(stage, done, total):
        for change in (lambda: program.set_values(0, [1]), lambda: program.add_limit("x", [0], [1], 0, 1)):
            with pytest.raises(RuntimeError, match="^the program is in use by another thread$"):
                change()
        seen.append(stage)
        return False

    if not core.has_highs():
        pytest.skip("programs need HiGHS")
    draw = numpy.random.default_rng(5)
    program = core.Program(60, 1)
    weights = draw.integers(100, 1000, (5, 60))
    program.set_values(0, weights.sum(axis=0) // 5 + draw.integers(0, 500, 60))
    for row in weights:
        program.add_limit("load", numpy.arange(60), row, 0, int(row.sum() // 2))
    with pytest.raises(orienta.CancelledError):
        program.solve(0, touch)
    assert seen
    program.set_values(0, [1] * 60)


def test_builder_is_spent(reg, pol):
    builder = core.Builder("2026-11-22", None)
    builder.seal()
    with pytest.raises(orienta.InvalidError, match="^the builder has been sealed before$"):
        builder.seal()


def test_signal_while_nothing_runs(reg, pol):
    """A signal that comes between calls is Python's own affair."""
    with pytest.raises(KeyboardInterrupt):
        os.kill(os.getpid(), signal.SIGINT)
        time.sleep(1)
    assert orienta.match(reg, pol).total == 89.5


def test_builder_in_use():
    """While one thread seals, nobody adds a line."""
    builder = core.Builder("2026-11-22", None)
    for i in range(60000):
        builder.begin(core.ORIENTA_TABLE_HOUSEHOLDS)
        builder.set("id", f"h{i * 7919 % 60000}")
        builder.set("request_date", "2026-01-01")
        builder.set("adults", "1")
    refusals = []

    def touch(stage, done, total):
        for change in (lambda: builder.begin(0), lambda: builder.set("id", "x"), builder.seal):
            with pytest.raises(RuntimeError, match="^the builder is in use by another thread$"):
                change()
            refusals.append(stage)

    assert builder.seal_with(touch).get_n_households() == 60000
    assert set(refusals) == {"checking the register"}
