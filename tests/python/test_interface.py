# SPDX-License-Identifier: LGPL-2.1-or-later
"""Nothing of the headers is missing in the binding, nothing of the binding in the stubs."""
import inspect
import os
import pathlib
import re
import subprocess
import sys

import pytest

import orienta
from orienta import core

ROOT = pathlib.Path(os.environ["ORIENTA_SOURCE"])
WRAPPER = os.environ.get("ORIENTA_WRAPPER")

# Public functions that no language calls as such, and why.
EXCEPTIONS = {
    r"orienta_\w+_ref": "the wrapper holds the one reference that an object of the language is",
    r"orienta_error_quark": "errors are exceptions",
    r"orienta_progress_set_tick": "the language's own progress is the tick",
}


def functions(*paths):
    script = ROOT / "bindings/headers.py"
    done = subprocess.run([sys.executable, script, "list", *paths], check=True, capture_output=True, text=True)
    return [name for name in done.stdout.split() if not any(re.fullmatch(pattern, name) for pattern in EXCEPTIONS)]


@pytest.mark.skipif(WRAPPER is None, reason="the generated wrapper is needed")
def test_every_function_of_the_headers_is_called():
    """By the wrapper under its method's name, or by a function of the shared core that the wrapper calls."""
    names = pathlib.Path(WRAPPER).with_name("core_wrap.c").read_text()
    macros = dict(re.findall(r"#define (\w+) (orienta_\w+)", (pathlib.Path(WRAPPER).parents[2] / "orienta-names.h").read_text()))
    called = set(re.findall(r"\borienta_\w+", names))
    called |= {function for name, function in macros.items() if re.search(rf"\b{name} ?\(", names)}
    for path in (ROOT / "bindings").glob("*.c"):
        called |= set(re.findall(r"\borienta_\w+", path.read_text()))
    wanted = functions(*sorted((ROOT / "include/orienta").glob("*.h")), ROOT / "include/orienta/version.h.in")
    assert len(wanted) > 250
    assert [name for name in wanted if name not in called] == []


def test_every_name_is_documented():
    for name in orienta.__all__:
        thing = getattr(orienta, name)
        assert thing.__doc__, name
        if inspect.isclass(thing) and thing.__module__.startswith("orienta._") and not issubclass(thing, tuple):
            for member, value in vars(thing).items():
                if member.startswith("_") or isinstance(value, (str, int)) or member in SELF_EVIDENT:
                    continue
                assert inspect.getdoc(value), f"{name}.{member}"


SELF_EVIDENT = {"household", "unit", "points", "status", "mechanism", "n_households", "n_units", "n_services", "sentence",
                "to_text", "to_csv", "to_json"}


def test_signatures():
    assert str(inspect.signature(orienta.judge)) == (
        "(reg: 'Register', pol: 'Policy', *, household: 'str', unit: 'str') -> 'Verdict'")
    assert "progress" in inspect.signature(orienta.match).parameters
    for thing in vars(orienta).values():
        if inspect.isfunction(thing):
            assert not any(p.kind in (p.VAR_POSITIONAL, p.VAR_KEYWORD) for p in inspect.signature(thing).parameters.values())


def test_all_is_all():
    public = {name for name, value in vars(orienta).items()
              if not name.startswith("_") and not inspect.ismodule(value) and name != "annotations"}
    assert public | {"plot"} == set(orienta.__all__)


ENUMS = {"Audience": "AUDIENCE", "Evidence": "EVIDENCE", "LimitKind": "LIMIT", "MatchStatus": "MATCH",
         "Mechanism": "MECHANISM", "Objective": "OBJECTIVE", "Prices": "PRICES", "Support": "SUPPORT_USE",
         "Severity": "SEVERITY", "Table": "TABLE", "UnitOrder": "UNITS", "Reason": "REASON"}


@pytest.mark.parametrize("name", ENUMS)
def test_words_are_those_of_c(name):
    prefix = f"ORIENTA_{ENUMS[name]}_"
    constants = {key[len(prefix):]: value for key, value in vars(core).items() if key.startswith(prefix)}
    if name == "Reason":
        constants.pop("NONE")
        members = {member.name: int(member) for member in orienta.Reason if member.name != "NONE"}
        assert [core.reason_get_name(code) for code in members.values()] == [
            key.lower().replace("_", "-") for key in members]
    else:
        members = {member.name: number for number, member in enumerate(getattr(orienta, name))}
    assert members == constants


def test_words_without_a_prefix():
    assert [core.ORIENTA_ELIGIBLE, core.ORIENTA_TO_VERIFY, core.ORIENTA_INELIGIBLE] == [0, 1, 2]
    assert [member.name for member in orienta.Status] == ["ELIGIBLE", "TO_VERIFY", "INELIGIBLE"]
    assert [core.ORIENTA_FRENCH, core.ORIENTA_ENGLISH] == [0, 1]
    assert [member.name for member in orienta.Language] == ["FRENCH", "ENGLISH"]


def test_version():
    assert orienta.__version__ == core.version() == orienta.versions()["orienta"]


def test_one_change_after_another():
    """Worked out by hand: 5 + 7, then a second place for 6 more, a row less, and a new one that is worth 9."""
    assigner = core.Choices([0, 2, 4, 5], [0, 1, 0, 1, 1], [5, 3, 4, 7, 6], [1, 1]).assigner()
    assert assigner.get_total() == 12
    assert assigner.set_capacity(1, 2) and assigner.get_total() == 18
    assert [assigner.get_changed(i) for i in range(assigner.get_n_changed())] == [2]
    assert assigner.set_row(0, [], []) and (assigner.get_total(), assigner.get_column(0)) == (13, -1)
    assert assigner.set_row(3, [0], [9]) and assigner.get_assignment().get_total() == 22
    with pytest.raises(orienta.InvalidError, match='row "9", expected 4 at most'):
        assigner.set_row(9, [0], [1])
    with pytest.raises(IndexError):
        assigner.get_column(4)
