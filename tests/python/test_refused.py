# SPDX-License-Identifier: LGPL-2.1-or-later
"""Bad input is an exception of the right kind with the right words; never a crash, never a silent conversion."""
import array
import os
import pickle
import subprocess
import sys

import numpy
import pytest

import orienta
from orienta import core


def refused(kind, text, call, *args, **kwargs):
    with pytest.raises(kind) as caught:
        call(*args, **kwargs)
    assert str(caught.value) == text


def test_kinds():
    for kind, base in [("ReadError", OSError), ("WriteError", OSError), ("SyntaxFault", ValueError),
                       ("InvalidError", ValueError), ("NotFoundError", LookupError), ("EthicsError", ValueError),
                       ("LimitError", ValueError), ("MissingError", RuntimeError), ("CancelledError", Exception)]:
        assert issubclass(getattr(orienta, kind), base) and issubclass(getattr(orienta, kind), orienta.Error)
    names = {"SyntaxFault": "SYNTAX", "NotFoundError": "NOT_FOUND"}
    for kind in orienta.Error.__subclasses__():
        name = names.get(kind.__name__, kind.__name__.removesuffix("Error").upper())
        assert kind.code == getattr(core, f"ORIENTA_ERROR_{name}")


def test_files(tmp_path):
    with pytest.raises(orienta.ReadError, match="missing.json: "):
        orienta.Policy.load(tmp_path / "missing.json")
    with pytest.raises(OSError):
        orienta.Register.load(tmp_path / "missing")
    refused(TypeError, "expected str, bytes or os.PathLike object, not NoneType", orienta.Policy.load, None)


def test_documents(pol):
    with pytest.raises(orienta.SyntaxFault):
        orienta.Policy.from_json("{")
    refused(TypeError, "a str is needed, not <class 'bytes'>", orienta.Policy.from_json, b"{}")
    refused(ValueError, "a text with NUL in it", orienta.Policy.from_json, "{}\0{")
    refused(TypeError, "json is needed, not None", orienta.Policy.from_json, None)
    with pytest.raises(UnicodeEncodeError):
        orienta.Policy.from_json("\ud800")
    with pytest.raises(orienta.InvalidError):
        orienta.Policy.from_dict({"orienta": 1})


def test_unknown_ids(reg, pol):
    refused(orienta.NotFoundError, 'no household "zz" in the register', orienta.judge, reg, pol, household="zz", unit="A")
    refused(orienta.NotFoundError, 'no household "zz" in the register', orienta.match(reg, pol).home_of, "zz")
    with pytest.raises(LookupError):
        orienta.score(reg, pol, household="a", unit="zz")
    with pytest.raises(LookupError):
        pol.with_points(nothing=3)


def test_objects(reg, pol):
    refused(TypeError, "pol: a Policy is needed, not <class 'NoneType'>", orienta.match, reg, None)
    refused(TypeError, "reg: a Register is needed, not <class 'orienta._policy.Policy'>", orienta.match, pol, pol)
    refused(TypeError, "other: a Policy is needed, not <class 'int'>", pol.diff, 3)
    refused(TypeError, "unit is needed, not None", orienta.judge, reg, pol, household="a", unit=None)
    refused(TypeError, "household is needed, not None", orienta.judge, reg, pol, household=None, unit="A")
    refused(TypeError, "a str is needed, not <class 'int'>", orienta.judge, reg, pol, household=3, unit="A")
    with pytest.raises(TypeError, match="unit or household is needed, not both"):
        orienta.shortlist(reg, pol, unit="A", household="a")
    with pytest.raises(TypeError, match="two policies or two matchings are needed"):
        orienta.diff(pol, reg)


def test_words(reg, pol):
    refused(orienta.InvalidError, 'mechanism: "best" is none of optimal, sequential, stable, given', orienta.match, reg, pol,
            mechanism="best")
    refused(ValueError, "mechanism cannot be 3", orienta.match, reg, pol, mechanism="given")
    refused(orienta.InvalidError, 'lang: "de" is none of fr, en', pol.title, "de")
    refused(TypeError, "level: a str is needed, not <class 'int'>", orienta.scores, reg, pol, level=1)
    refused(TypeError, "take_part: True or False is needed, not <class 'int'>", orienta.match, reg, pol, to_verify=1)


def test_numbers(reg, pol):
    for n, text in [("3", "n: a whole number is needed, not <class 'str'>"),
                    (3.0, "n: a whole number is needed, not <class 'float'>"),
                    (True, "n: a whole number is needed, not <class 'bool'>")]:
        refused(TypeError, text, orienta.shortlist, reg, pol, unit="A", n=n)
    refused(OverflowError, "n: -1 is not from 0 to 4294967295", orienta.shortlist, reg, pol, unit="A", n=-1)
    refused(OverflowError, "n_threads: 4294967296 is not from 0 to 4294967295", orienta.scores, reg, pol, n_threads=2**32)
    refused(ValueError, "seconds cannot be -1", orienta.match, reg, pol, seconds=-1)
    with pytest.raises(ValueError, match="seconds cannot be"):
        orienta.match(reg, pol, seconds=float("nan"))
    refused(orienta.InvalidError, "minimum: 0.0005 has more than three decimals", orienta.match, reg, pol, minimum=0.0005)
    refused(orienta.InvalidError, "points: nan is no number of points", pol.with_points, dalo=float("nan"))
    refused(TypeError, "points: a number is needed, not <class 'bool'>", pol.with_points, dalo=True)
    assert len(orienta.shortlist(reg, pol, unit="A", n=numpy.int64(2))) == 2


def test_abstract(reg, pol):
    for kind in (orienta.Policy, orienta.Register, orienta.Frame, orienta.Verdict, orienta.Score, orienta.Pairs,
                 orienta.Shortlist, orienta.Matching, orienta.MatchingReport, orienta.Report, orienta.Assignment):
        with pytest.raises(TypeError, match="is made by"):
            kind()
    for name in ("Policy", "Register", "Verdict", "Score", "Shortlist", "Pairs", "Lint", "Matching", "Margins", "Solution"):
        with pytest.raises(AttributeError, match="No constructor defined"):
            getattr(core, name)()


def test_objects_without_a_core():
    """What __new__ alone makes has nothing inside."""
    for kind in (core.Policy, core.Register, core.Matching):
        with pytest.raises((TypeError, AttributeError)):
            kind.__new__(kind).to_json()
    with pytest.raises(AttributeError):
        orienta.Policy.__new__(orienta.Policy).to_json()


def test_indexes(reg, pol):
    best = orienta.match(reg, pol)._core
    refused(IndexError, "pair: 3 is not below 3", best.get_household, 3)
    refused(IndexError, "unit: 3 is not below 3", best.get_gain, 3)
    refused(OverflowError, "pair: -1 is not from 0 to 4294967295", best.get_household, -1)
    refused(IndexError, "limit: 0 is not below 0", best.get_limit_id, 0)
    refused(IndexError, "attribute: 9999 is not below " + str(core.attribute_get_count()), core.attribute_get_name, 9999)
    refused(IndexError, "household: 6 is not below 6", reg._core.get_value, 0, 6, -1)
    refused(ValueError, "code cannot be 1", core.reason_get_name, 1)
    refused(ValueError, "language cannot be 2", pol._core.get_title, 2)
    refused(ValueError, "type cannot be 9", core.Frame(0).add_column, "x", 9, [], [], [])


def test_none_for_self(reg):
    refused(TypeError, "OrientaRegister is needed, not None", core.Register.to_json, None)
    with pytest.raises(TypeError, match="argument 1 of type 'OrientaPolicy"):
        core.Policy.get_id(reg._core)


ARRAYS = {
    "text": ("abc", "rows: a list or an array of numbers is needed, not <class 'str'>"),
    "bytes": (b"abc", "rows: a list or an array of numbers is needed, not <class 'bytes'>"),
    "none": (None, "rows: a list or an array of numbers is needed, not <class 'NoneType'>"),
    "missing": ([0, None, 1], "rows[1]: a number is needed, not None"),
    "truth": ([True, False, True], "rows[0]: a number is needed, not True"),
    "words": (["0", 0, 1], "rows[0]: a number is needed, not '0'"),
    "plane": (numpy.zeros((3, 1), int), "rows: one dimension is needed, not 2"),
    "point": (numpy.array(3), "rows: one dimension is needed, not 0"),
    "objects": (numpy.array([0, 0, 1], object), "rows: numbers are needed, not elements of format 'O'"),
    "foreign": (numpy.array([0, 0, 1], ">i4"), "rows: numbers are needed, not elements of format '>i'"),
    "complex": (numpy.array([0, 0, 1], complex), "rows: numbers are needed, not elements of format 'Zd'"),
    "half": (numpy.array([0, 0, 1], "f2"), "rows: numbers are needed, not elements of format 'e'"),
}


@pytest.mark.parametrize("rows,text", ARRAYS.values(), ids=ARRAYS)
def test_arrays(rows, text):
    refused(TypeError, text, orienta.assign, rows, [0, 1, 0], [50, 20, 30], 2, [1, 1])


def test_values_of_arrays():
    good = dict(rows=[0, 0, 1], cols=[0, 1, 0], values=[50, 20, 30], n_rows=2, capacities=[1, 1])

    def bad(text, **changed):
        refused(orienta.InvalidError, text, orienta.assign, **{**good, **changed})

    bad("rows[2] is 2, expected 0 to 1", rows=[0, 0, 2])
    bad("rows[0] is -1, expected 0 to 1", rows=[-1, 0, 1])
    bad("rows: 2 elements, expected 3 as in columns", rows=[0, 0])
    bad("values: 2 elements, expected 3", values=[1, 2])
    bad("values: whole numbers are needed, not decimals", values=[0.5, 2, 3])
    bad("values: whole numbers are needed, not truth values", values=numpy.array([True, True, False]))
    bad("values[1] is 18446744073709551615, expected -9223372036854775808 to 9223372036854775807",
        values=numpy.array([1, 2**64 - 1, 1], "u8"))
    bad("capacities[0] is -1, expected 0 to 4294967295", capacities=[-1, 1])
    bad("values[2] times the scale is nan", values=[0.5, 0.25, float("nan")], scale=1000)
    bad("values[2] times the scale is inf", values=[0.5, 0.25, float("inf")], scale=1000)
    bad("3 pairs, but 2 rows and 0 columns", capacities=[])
    refused(OverflowError, "n_rows: -1 is not from 0 to 4294967295", orienta.assign, **{**good, "n_rows": -1})
    refused(ValueError, "scale: 0 is not above 0", orienta.assign, **good, scale=0)
    with pytest.raises(OverflowError):
        orienta.assign(**{**good, "values": [2**70, 1, 1]})


def test_sizes():
    """What is too large for the machine is an error before it is asked of it. The arrays here take no memory."""
    def endless(value, n):
        return numpy.broadcast_to(value, n)

    def bad(text, call, *args, **kwargs):
        refused(orienta.LimitError, text, call, *args, **kwargs)

    bad('"2000000000" variables at 1 levels, expected at most 268435456 in all', core.Program, 2000000000)
    bad('"4294967295" variables at 4294967295 levels, expected at most 268435456 in all', core.Program, 2**32 - 1, 2**32 - 1)
    bad("2147483648 rows and 0 columns at 1 levels, expected at most 100000000 in all", orienta.assign, [], [], [], 2**31, [])
    bad("1 rows and 10000000000000 columns at 1 levels, expected at most 100000000 in all", orienta.assign, [0], [0], [1], 1,
        endless(1, 10**13))
    bad("1 rows and 1 columns at 100000000 levels, expected at most 100000000 in all", core.Choices, [0, 0], [], [], [1], 10**8)
    refused(orienta.InvalidError, "0 levels, expected 1 or more", core.Choices, [0, 0], [], [], [1], 0)
    bad("rows: 1000000000000 elements, expected fewer: there is no memory for them", orienta.assign, endless(0, 10**12),
        endless(0, 10**12), endless(0, 10**12), 1, [1])
    bad('column "id": 100000000 cells, expected at most 10000000', orienta.Register.from_frames, units={}, as_of="2026-01-01",
        households={"id": endless(1, 10**8)})


NO_MEMORY = """
import resource
import orienta
pol = orienta.Policy.from_dict({"orienta": 1, "id": "p", "version": "1", "criteria": []})
reg = orienta.Register.from_dict({"as_of": "2026-01-01",
    "households": [{"id": f"h{i}", "request_date": "2025-01-01", "adults": 1} for i in range(3000)],
    "units": [{"id": f"u{i}", "kind": "plai", "territory": "t"} for i in range(2500)]}, policy=pol)
with open("/proc/self/statm") as file:
    now = int(file.read().split()[0]) * resource.getpagesize()
calls = {60: lambda: orienta.scores(reg, pol, n_threads=1), 300: lambda: orienta.match(reg, pol, n_threads=1)}
for more, call in calls.items():
    resource.setrlimit(resource.RLIMIT_AS, (now + (more << 20), resource.RLIM_INFINITY))
    try:
        call()
    except orienta.LimitError as error:
        print(error)
resource.setrlimit(resource.RLIMIT_AS, (resource.RLIM_INFINITY, resource.RLIM_INFINITY))
print(len(orienta.match(reg, pol).pairs))
"""


@pytest.mark.skipif("ASAN_OPTIONS" in os.environ, reason="the sanitisers need all addresses")
def test_no_memory():
    """Everybody may live everywhere, and the machine is small: an error, and all can be used afterwards."""
    done = subprocess.run([sys.executable, "-c", NO_MEMORY], capture_output=True, text=True, timeout=120)
    assert done.returncode == 0, done.stderr
    first, second, housed = done.stdout.splitlines()
    assert "pairs that the rules leave open and more, expected fewer: there is no memory for them" in first
    assert second == '"7500000" pairs to choose among, expected fewer: there is no memory for them'
    assert housed == "2500"


def test_views_are_read_only():
    best = orienta.assign([0, 0, 1], [0, 1, 0], [50, 20, 30], 2, [1, 1])
    with pytest.raises(ValueError, match="read-only"):
        best.prices[0] = 1
    with pytest.raises(TypeError):
        best._core.get_prices()[0] = 1


def test_programs():
    program = core.Program(2, 1)
    refused(orienta.InvalidError, "values: 1 elements, expected 2", program.set_values, 0, [1])
    refused(orienta.InvalidError, "variables[0] is 2, expected 0 to 1", program.add_limit, "x", [2], [1], 0, 1)
    refused(orienta.InvalidError, "chosen[1] is 2, expected 0 to 1", program.set_start, [0, 2])
    refused(IndexError, "level: 1 is not below 1", program.set_values, 1, [1, 2])
    refused(ValueError, "n_levels cannot be 0", core.Program, 2, 0)
    other = core.Choices.from_pairs(1, [0], [0], [5], [1])
    refused(orienta.InvalidError, "an assignment of 2 rows and 2 columns, expected 1 and 1", other.verify,
            orienta.assign([0, 0, 1], [0, 1, 0], [50, 20, 30], 2, [1, 1])._core)
    theirs = core.Assignment([0], [5], [5])
    assert other.verify(theirs) and theirs.get_slack() is None
    refused(orienta.InvalidError, "margins need what assign() made of these choices, not a matching made by others",
            other.margins, theirs)
    refused(orienta.InvalidError, "first: from 0 to 1, expected 0 to 2", core.Choices, [0, 1], [0, 0], [5, 5], [1])
    refused(orienta.InvalidError, "first[1] is 3, expected 0 to 2", core.Choices, [0, 3, 2], [0, 0], [5, 5], [1])


def test_foreign_pickles(reg, pol):
    with pytest.raises((TypeError, pickle.PicklingError)):
        pickle.dumps(pol._core)
    good = pickle.dumps(pol)
    with pytest.raises(orienta.Error):
        pickle.loads(good.replace(b'"small"', b'"sm\x22ll"'))
    restore = orienta.match(reg, pol).pairs.__reduce__()[0]
    with pytest.raises(orienta.InvalidError):
        restore(2, (("x", 0, b"\0" * 8, b"", []),))
    with pytest.raises(orienta.InvalidError, match='column "x": not the cells of such a column'):
        restore(1, (("x", 5, b"\x07\0\0\0", b"", ["a"]),))
    with pytest.raises(ValueError):
        restore(1, (("x", 77, b"\0" * 8, b"", []),))


def test_frames(reg, pol):
    pairs = orienta.match(reg, pol).pairs
    refused(KeyError, "'no column \"x\"; there are household, unit, points, status, in_choice, service, lacks_support, left'",
            pairs.__getitem__, "x")
    refused(IndexError, "row 3 of 3", pairs.__getitem__, 3)
    refused(TypeError, "a column's name or a row's number is needed, not <class 'float'>", pairs.__getitem__, 1.0)


def test_buffers_without_numpy():
    best = orienta.assign(array.array("i", [0, 0, 1]), array.array("B", [0, 1, 0]), array.array("q", [50, 20, 30]), 2,
                          memoryview(array.array("Q", [1, 1])))
    assert best.total == 50
