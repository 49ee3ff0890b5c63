# SPDX-License-Identifier: LGPL-2.1-or-later
"""Who keeps what: nothing dangles once its parent is gone, nothing is kept for ever."""
import gc
import resource
import subprocess
import sys

import numpy
import pytest

import orienta
from orienta import core


def test_borrowed_objects_outlive_their_parents(reg, pol):
    best = orienta.match(reg, pol)._core
    register = best.get_register()
    del best
    gc.collect()
    assert register.get_n_households() == 6


def test_views_outlive_their_parents():
    best = orienta.assign([0, 0, 1], [0, 1, 0], [50, 20, 30], 2, [1, 1])
    prices, columns = best.prices, best._core.get_columns()
    del best
    gc.collect()
    junk = [numpy.full(64, 7) for _ in range(1000)]
    assert prices.tolist() == [30, 0] and columns.tolist() == [1, 0] and junk


def test_frames_outlive_their_parents(pol):
    reg = orienta.Register.from_dict({"as_of": "2026-11-22", "households": [
        {"id": "h", "request_date": "2026-10-22", "adults": 1}], "units": [{"id": "u", "kind": "plai", "territory": "t"}]})
    pairs = orienta.match(reg, pol).pairs
    points = pairs["points"]
    del reg
    gc.collect()
    assert pairs.to_dict()["household"] == ["h"]
    del pairs
    gc.collect()
    assert points.tolist() == [1.5]


def test_views_share_memory():
    best = orienta.assign([0, 0, 1], [0, 1, 0], [50, 20, 30], 2, [1, 1])
    assert numpy.shares_memory(best.prices, best.prices) and numpy.shares_memory(best.columns, best.columns)


def test_arrays_are_read_where_they_lie():
    wide = numpy.zeros((3, 4), "i2")
    wide[:, 2] = [50, 20, 30]
    backwards = numpy.array([0, 1, 0])[::-1]
    best = orienta.assign(numpy.array([1, 0, 0], "u1")[::-1], backwards, wide[:, 2], 2, numpy.array([1, 9, 1, 9])[::2])
    assert best.total == 50 and best.verify()


@pytest.mark.parametrize("call", [
    lambda reg, pol: orienta.match(reg, pol).pairs.to_dict(),
    lambda reg, pol: orienta.match(reg, pol).unmatched.to_pandas(),
    lambda reg, pol: orienta.match(reg, pol).explain("a"),
    lambda reg, pol: orienta.judge(reg, pol, household="e", unit="C").reasons,
    lambda reg, pol: orienta.assign([0, 0, 1], [0, 1, 0], [50, 20, 30], 2, [1, 1]).prices,
    lambda reg, pol: pytest.raises(TypeError, orienta.assign, [0], [0], ["x"], 1, [1]),
    lambda reg, pol: pytest.raises(LookupError, orienta.judge, reg, pol, household="zz", unit="C"),
    lambda reg, pol: pytest.raises(ValueError, orienta.Policy.from_json, '{"orienta": 1}'),
    lambda reg, pol: pytest.raises(ValueError, core.Builder, "no date"),
    lambda reg, pol: reg.households.__arrow_c_stream__(),
    lambda reg, pol: orienta.Register.from_json(reg.to_json(), pol).sha256,
], ids=["frame", "pandas", "text", "reasons", "assign", "refused", "unknown", "invalid", "constructor", "arrow", "register"])
def test_nothing_is_kept(reg, pol, call):
    for _ in range(200):
        call(reg, pol)
    gc.collect()
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    for _ in range(2000):
        call(reg, pol)
    gc.collect()
    assert resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before < 3000  # kB; 1.5 kB a call would be seen


def test_import_needs_nothing():
    """Neither NumPy nor pandas nor tqdm is imported, nor needed for answers."""
    code = """
import sys
for name in ("numpy", "pandas", "tqdm"):
    sys.modules[name] = None
import orienta
x = orienta.assign([0, 0, 1], [0, 1, 0], [50, 20, 30], 2, [1, 1])
print(x.rows, x.cols, x.values, list(x.prices), list(x.slack), x.total)
y = orienta.assign([0], [0], [0.5], 1, [1], scale=10)
print(y.values, y.prices, y.total)
"""
    done = subprocess.run([sys.executable, "-c", code], check=True, capture_output=True, text=True)
    assert done.stdout == "[0, 1] [1, 0] [20, 30] [30, 0] [20, 0] 50\n[0.5] [0.5] 0.5\n" or done.stdout.endswith("0.5\n")


def test_import_is_light():
    code = "import orienta, sys; print([n for n in ('numpy', 'pandas', 'tqdm', 'ctypes') if n in sys.modules])"
    done = subprocess.run([sys.executable, "-c", code], check=True, capture_output=True, text=True)
    assert done.stdout == "[]\n"
