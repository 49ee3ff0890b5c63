# SPDX-License-Identifier: LGPL-2.1-or-later
"""Tables in and out: dicts, rows, DataFrames, Arrow; the same register whatever it came from."""
import datetime
import re
from decimal import Decimal

import numpy
import pandas
import pytest

import orienta
from conftest import HOUSEHOLDS, UNITS
from orienta import _html


def make(households, units=UNITS, pol=None, **kwargs):
    return orienta.Register.from_frames(households=households, units=units, as_of="2026-11-22", policy=pol, **kwargs)


def as_rows(table):
    return [dict(zip(table, cells)) for cells in zip(*table.values())]


def test_ways_in(reg, pol):
    frames = pandas.DataFrame(HOUSEHOLDS), pandas.DataFrame(UNITS)
    typed = frames[0].assign(request_date=pandas.to_datetime(frames[0]["request_date"]),
                             adults=frames[0]["adults"].astype("float64"), id=frames[0]["id"].astype("string"))
    worded = frames[1].assign(kind=frames[1]["kind"].astype("category"), rooms=frames[1]["rooms"].astype("Int64"),
                              pets=frames[1]["pets"].astype("boolean"))
    arrays = {name: numpy.array(cells) for name, cells in UNITS.items()}
    listed = dict(HOUSEHOLDS, priority=[["dalo"], [], None, (), None, None],
                  avoids_territories=[None, None, float("nan"), None, None, {"south", "north"}])
    dated = dict(HOUSEHOLDS, request_date=[datetime.date.fromisoformat(day) for day in HOUSEHOLDS["request_date"]])
    for households, units in [(HOUSEHOLDS, UNITS), frames, (typed, worded), (as_rows(HOUSEHOLDS), as_rows(UNITS)),
                              (listed, arrays), (dated, UNITS),
                              (dict(HOUSEHOLDS, adults=[Decimal(n) for n in HOUSEHOLDS["adults"]]), UNITS)]:
        assert make(households, units, pol) == reg


def test_missing_cells():
    table = dict(HOUSEHOLDS, income_month=numpy.array([1000.5, numpy.nan, 0, 1, 2, 3]),
                 situation=["street", None, numpy.nan, pandas.NA, "hotel", "street"],
                 last_contact=pandas.Series(["2026-10-01", None, "2026-10-02", None, None, None], dtype="datetime64[ns]"))
    got = make(table).households.to_dict()
    assert got["income_month"][0] == 1000.5 and numpy.isnan(got["income_month"][1])
    assert got["situation"] == ["street", None, None, None, "hotel", "street"]
    assert got["last_contact"][:3] == [datetime.date(2026, 10, 1), None, datetime.date(2026, 10, 2)]


def test_decimals():
    for value, written in [(0.1, 0.1), (300.55, 300.55), (1e3, 1000), (numpy.float32(0.5), 0.5), (123456.78, 123456.78),
                           (0.1 + 0.2, 0.3), (numpy.float64(0.1) + 0.2, 0.3)]:
        got = make(HOUSEHOLDS, dict(UNITS, rent=[value] * 3)).units
        assert got["rent"][0] == written
        got = make(HOUSEHOLDS, dict(UNITS, rent=numpy.array([value] * 3))).units
        assert got["rent"][0] == written
    with pytest.raises(orienta.InvalidError, match=r'units\[0\]: rent "0.333333333333333" is not a number'):
        make(HOUSEHOLDS, dict(UNITS, rent=numpy.array([1 / 3, 1, 1])))


def test_faults_are_told_at_once():
    table = dict(HOUSEHOLDS, request_date=["yesterday", *HOUSEHOLDS["request_date"][1:]], adults=[1, -2, 1, 1, 1, 3])
    with pytest.raises(orienta.InvalidError) as caught:
        make(table)
    assert len(caught.value.faults) == 2
    assert caught.value.faults[0].startswith('households[0]: request_date "yesterday" is not a date')
    assert caught.value.faults[1].startswith('households[1]: adults "-2" is not a whole number')


def test_refused():
    def refused(kind, text, **changed):
        with pytest.raises(kind) as caught:
            make(dict(HOUSEHOLDS, **changed))
        assert str(caught.value).splitlines()[0] == text

    refused(orienta.InvalidError, 'households: column "adults": 2 cells, expected 6 as in the other columns', adults=[1, 2])
    refused(TypeError, "households: column 'adults': a text, a number, a truth value, a date or a list is needed, not "
            "<class 'object'>", adults=[object()] * 6)
    refused(TypeError, "households: column 'adults': numbers, texts, truth values or dates are needed, not complex128",
            adults=numpy.zeros(6, complex))
    refused(orienta.InvalidError, 'households: column "last_contact": a time of day, where dates are needed',
            last_contact=pandas.Series(["2026-10-01 12:00"] * 6, dtype="datetime64[ns]"))
    refused(orienta.InvalidError, "households: '': a value of a list may not be empty or have | in it", priority=[[""]] * 6)
    refused(ValueError, "a text with NUL in it", referrer=["a\0b"] * 6)
    with pytest.raises(TypeError, match="households: a DataFrame, a dict of columns or a list of rows is needed"):
        make(3)
    with pytest.raises(TypeError, match=r"households\[0\]: a dict is needed, not <class 'int'>"):
        make([3])
    with pytest.raises(orienta.InvalidError, match="naame"):
        make(dict(HOUSEHOLDS, naame=["x"] * 6))
    with pytest.raises(UnicodeEncodeError):
        make(dict(HOUSEHOLDS, referrer=["\ud800"] * 6))


def test_a_column_that_does_not_exist_is_told_once():
    households = [{"id": f"h{i}", "request_date": "2026-01-01", "adult": 1} for i in range(200)]
    with pytest.raises(orienta.InvalidError) as caught:
        make(households)
    assert list(caught.value.faults) == [
        'households[0]: column "adult" is not known; did you mean "adults"?']


def test_a_column_that_stands_there_twice():
    pyarrow = pytest.importorskip("pyarrow")
    one = pandas.DataFrame({"id": ["a"], "request_date": ["2026-01-01"], "adults": [1]})
    twice = pandas.concat([one, one[["adults"]]], axis=1)
    arrow = pyarrow.table([["a"], ["2026-01-01"], [1], [1]], names=["id", "request_date", "adults", "adults"])
    for table in twice, arrow:
        with pytest.raises(orienta.InvalidError, match='households: column "adults" stands there twice'):
            make(table)


def test_dates_of_pandas_that_are_arrow_s(reg, pol):
    pytest.importorskip("pyarrow")
    table = pandas.DataFrame({"id": ["a", "b"], "request_date": pandas.to_datetime(["2026-01-01", None]), "adults": [1, 1],
                              "last_contact": pandas.to_datetime(["2026-02-03", None])}).convert_dtypes(dtype_backend="pyarrow")
    table["request_date"] = table["request_date"].fillna(pandas.Timestamp("2026-01-02"))
    plain = {"id": ["a", "b"], "request_date": ["2026-01-01", "2026-01-02"], "adults": [1, 1], "last_contact": ["2026-02-03", None]}
    assert make(table) == make(plain)
    with pytest.raises(TypeError, match="without a time zone"):
        make(table.assign(last_contact=table["last_contact"].dt.tz_localize("Europe/Paris")))
    with pytest.raises(orienta.InvalidError, match="a time of day"):
        make(table.assign(last_contact=table["last_contact"] + pandas.Timedelta("3h")))


def test_time_zones_are_refused():
    with pytest.raises(TypeError, match="without a time zone"):
        make(pandas.DataFrame(HOUSEHOLDS).assign(last_contact=pandas.Timestamp("2026-10-01", tz="UTC")))


def test_pandas_out(reg, pol):
    best = orienta.match(reg, pol)
    frame = best.pairs.to_pandas()
    assert list(frame.columns) == best.pairs.columns and len(frame) == 3
    assert frame["points"].dtype == "float64" and frame["in_choice"].dtype == bool
    assert isinstance(frame["status"].dtype, pandas.CategoricalDtype)
    assert frame["household"].tolist() == best.pairs.to_dict()["household"]
    frame.loc[0, "points"] = 1.0  # a copy, free to be changed
    assert best.pairs["points"][0] != 1.0
    shared = best.pairs.to_pandas(copy=False)["points"].to_numpy()
    assert not shared.flags.writeable
    households = reg.households.to_pandas()
    assert households["request_date"].dtype.kind == "M"
    assert str(households["last_contact"].dtype).startswith("datetime64") and households["last_contact"].isna().all()


def test_columns_without_a_copy(reg, pol):
    frame = orienta.match(reg, pol).pairs
    assert numpy.shares_memory(frame["points"], frame["points"])
    assert not frame["points"].flags.writeable


def test_rows(reg, pol):
    rows = list(orienta.match(reg, pol).pairs)
    assert rows[0]._fields[:3] == ("household", "unit", "points")
    assert rows[0].in_choice is True and rows[0].service is None


def test_html_is_escaped_and_short(town, town_pol):
    html = orienta.match(town, town_pol)._repr_html_()
    assert html.count("<tr>") == 11 and "10 / 186" in html
    assert orienta.Frame._repr_html_(town.households).count("<tr>") == 11


def read_back(table, frame):
    """What Arrow says, as lists."""
    return {name: table.column(name).to_pylist() for name in frame.columns}


def test_arrow_out(town, town_pol):
    pyarrow = pytest.importorskip("pyarrow")
    best = orienta.match(town, town_pol)
    for frame in (best.pairs, best.unmatched, best.prices, town.households, town.units):
        table = pyarrow.table(frame)
        expected = {name: [None if cell != cell else cell for cell in cells] for name, cells in frame.to_dict().items()}
        assert read_back(table, frame) == expected
    assert pyarrow.table(orienta.scores(town, town_pol)).num_rows == len(orienta.scores(town, town_pol))


def test_arrow_in(reg, pol):
    pyarrow = pytest.importorskip("pyarrow")
    households, units = pyarrow.table(HOUSEHOLDS), pyarrow.table(UNITS)
    assert make(households, units, pol) == reg
    dated = households.set_column(1, "request_date", households["request_date"].cast(pyarrow.date32()))
    listed = dated.set_column(3, "priority", pyarrow.array([["dalo"], [], None, [], None, None]))
    worded = units.set_column(1, "kind", units["kind"].dictionary_encode())
    for narrow in (pyarrow.large_string(), pyarrow.string_view()):
        assert make(listed.set_column(0, "id", listed["id"].cast(narrow)), worded, pol) == reg
    chunked = pyarrow.concat_tables([units.slice(0, 1), units.slice(1, 2)])
    assert make(households, chunked, pol) == reg
    moments = households.set_column(1, "request_date", households["request_date"].cast(pyarrow.timestamp("us")))
    assert make(moments, units, pol) == reg
    with pytest.raises(orienta.InvalidError, match='households: column "request_date": a time of day'):
        make(households.set_column(1, "request_date", pyarrow.array([datetime.datetime(2026, 9, 22, 12)] * 6)))
    with pytest.raises(orienta.InvalidError, match='column "adults": numbers, texts, truth values or dates are needed'):
        make(households.set_column(2, "adults", pyarrow.array([b"x"] * 6)))


def test_polars(reg, pol):
    polars = pytest.importorskip("polars")
    assert make(polars.DataFrame(HOUSEHOLDS), polars.DataFrame(UNITS), pol) == reg
    pairs = orienta.match(reg, pol).pairs
    assert polars.DataFrame(pairs)["household"].to_list() == pairs.to_dict()["household"]


def test_a_stream_is_read_once(reg):
    pyarrow = pytest.importorskip("pyarrow")

    class Once:
        def __init__(self):
            self.stream = pyarrow.table(HOUSEHOLDS).__arrow_c_stream__()

        def __arrow_c_stream__(self, requested_schema=None):
            return self.stream

    once = Once()
    make(once)
    with pytest.raises(ValueError, match="the Arrow stream has been read before"):
        make(once)


def test_arrow_needs_a_stream():
    class Liar:
        def __arrow_c_stream__(self, requested_schema=None):
            return 3

    with pytest.raises(TypeError, match="an Arrow stream is needed, not <class 'int'>"):
        make(Liar())


def test_arrow_round(town):
    """Out of one frame and into another, without any other library."""
    units = orienta.Frame._of(town._core.units_frame())
    kept = {name: cells for name, cells in units.to_dict().items() if name in ("id", "kind", "territory", "rooms")}
    again = make(HOUSEHOLDS, kept).units.to_dict()
    assert again["kind"] == kept["kind"] and again["territory"] == kept["territory"]


def test_html_of_a_score_shows_what_gives_points(town, town_pol):
    score = orienta.score(town, town_pol, household="H0013", unit="U012")
    shown = [float(cell) for cell in re.findall(r'right">([^<]*)</td>', score._repr_html_())]
    assert sum(shown) == 160.0 == score.points and len(shown) == 10


def test_html_shows_numbers_whole():
    """A total has more than the six digits that %g shows."""
    assert ">1234567.125<" in _html.cell(1234567.125) and ">60<" in _html.cell(60.0)
