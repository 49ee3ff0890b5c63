# SPDX-License-Identifier: LGPL-2.1-or-later
"""A matching that is kept the best, beside one made anew."""
import random
import subprocess
import sys

import numpy
import pytest

import orienta


def test_by_hand():
    """5 + 7, then a second place for 6 more, a row less, and a new one that is worth 9."""
    kept = orienta.Assigner([0, 0, 1, 1, 2], [0, 1, 0, 1, 1], [5, 3, 4, 7, 6], 3, [1, 1])
    assert (kept.total, kept.changed, [kept.column(row) for row in range(3)]) == (12, [], [0, 1, -1])
    kept.set_capacity(1, 2)
    assert (kept.total, kept.changed, kept.column(2)) == (18, [2], 1)
    kept.set_row(0, [], [])
    assert (kept.total, kept.changed, kept.column(0), kept.price(0)) == (13, [0], -1, 0)
    assert kept.add_row([0], [9]) == 3
    assert (kept.total, kept.changed, kept.n_rows, kept.n_columns) == (22, [3], 4, 2)
    assert repr(kept) == "<orienta.Assigner of 4 rows and 2 columns, total 22>"
    best = kept.assignment()
    assert (best.total, best.columns.tolist(), best.verify()) == (22, [-1, 1, 1, 0], True)
    kept.set_capacity(0, 0)
    assert (kept.total, best.total) == (13, 22)


def change(draw, kept, pairs, capacities):
    n_columns = len(capacities)
    row, what = draw.randrange(kept.n_rows), draw.randrange(3)
    cols = draw.sample(range(n_columns), draw.randrange(n_columns + 1))
    values = [draw.randrange(100) for _ in cols]
    if what == 0:
        column = draw.randrange(n_columns)
        capacities[column] = draw.randrange(4)
        kept.set_capacity(column, capacities[column])
    elif what == 1:
        kept.set_row(row, cols, values)
        pairs[row] = list(zip(cols, values))
    else:
        assert kept.add_row(numpy.array(cols, int), numpy.array(values, int)) == len(pairs)
        pairs.append(list(zip(cols, values)))


def test_as_made_anew():
    draw = random.Random(7)
    n_columns = 6
    pairs = [[(column, draw.randrange(100)) for column in range(n_columns) if draw.random() < 0.5] for _ in range(12)]
    capacities = [draw.randrange(4) for _ in range(n_columns)]

    def flat():
        return [list(part) for part in zip(*((row, *pair) for row, own in enumerate(pairs) for pair in own))]

    kept = orienta.Assigner(*flat(), len(pairs), capacities)
    for _ in range(300):
        change(draw, kept, pairs, capacities)
        assert kept.total == orienta.assign(*flat(), len(pairs), capacities).total
        assert kept.assignment().verify()


def test_decimals():
    kept = orienta.Assigner([0, 1], [0, 0], [0.5, 0.25], 2, [1], scale=100)
    assert kept.total == 0.5 and 0.25 <= kept.price(0) <= 0.5
    kept.set_row(1, [0], numpy.array([0.755]))
    assert (kept.total, kept.changed) == (0.76, [0, 1])  # rounded away from zero, as assign() does
    assert kept.assignment().verify() and kept.assignment().values.tolist() == [0.76]


def test_refused():
    kept = orienta.Assigner([0], [0], [5], 1, [1])
    for kind, text, call in [
        (IndexError, r"^column: 1 is not below 1$", lambda: kept.set_capacity(1, 1)),
        (OverflowError, r"^capacity: -1 is not from 0 to", lambda: kept.set_capacity(0, -1)),
        (IndexError, r"^row: 1 is not below 1$", lambda: kept.set_row(1, [0], [5])),
        (orienta.InvalidError, r'^row "2", expected 1 at most$', lambda: kept.set_row(2, [0], [5])),
        (orienta.InvalidError, r"^columns\[0\] is 1, expected 0 to 0$", lambda: kept.add_row([1], [5])),
        (orienta.InvalidError, r"^values: whole numbers are needed, not decimals$", lambda: kept.add_row([0], [0.5])),
        (orienta.InvalidError, r"^values: 2 elements, expected 1 as in columns$", lambda: kept.add_row([0], [5, 6])),
        (orienta.LimitError, r'^value "9223372036854775807", expected at most', lambda: kept.add_row([0], [2**63 - 1])),
        (IndexError, r"^row: 1 is not below 1$", lambda: kept.column(1)),
        (ValueError, r"^scale: 0 is not above 0$", lambda: orienta.Assigner([], [], [], 0, [], scale=0)),
    ]:
        with pytest.raises(kind, match=text):
            call()
        assert (kept.total, kept.n_rows) == (5, 1) and kept.assignment().verify()


def test_without_numpy():
    code = """
import sys
sys.modules["numpy"] = None
import orienta
kept = orienta.Assigner([0], [0], [5], 1, [1])
kept.add_row([0], [7])
print(kept.total, kept.changed, kept.assignment().verify())
"""
    done = subprocess.run([sys.executable, "-c", code], check=True, capture_output=True, text=True)
    assert done.stdout == "7 [0, 1] True\n"
