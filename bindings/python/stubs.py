#!/usr/bin/env python3
# SPDX-License-Identifier: LGPL-2.1-or-later
"""Types for orienta.core, out of the same interfaces that it is made of: stubs.py ENUMS INTERFACE..."""
import pathlib
import re
import sys

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[1]))
from headers import EXTENSION, MEMBER, VIEW, VIEW_LINE  # noqa: E402

DECLARATION = re.compile(r"^ *(static )?(~?)((?:const )?\w+ \*?|)(\w+) \(([^;{}]*?)\)(?: \{|;)", re.MULTILINE | re.DOTALL)
FUNCTION = re.compile(r"^((?:const )?\w+ \*?)(orienta_\w+) \(([^;{}]*?)\);", re.MULTILINE | re.DOTALL)

TYPES = {
    "const char *": "str", "char *": "str", "gboolean": "bool", "double": "float", "void": "None", "PyObject *": "Any",
    "OrientaArray": "Any", "OrientaStrings": "Sequence[str | None]", "OrientaView": "memoryview",
    "OrientaRegisters": "Sequence[Register]", "OrientaSimulations": "Sequence[Simulation]",
    "OrientaProgress *progress": "Callable[[str, int, int], object] | Progress | None",
}
# What may be missing, as an argument and as an answer.
NONE_IN = {"as_of", "seed", "slots", "value", "on", "options", "baseline"}
NONE_IN_METHOD = {("Register", "policy"), ("Builder", "policy"), ("Program", "name"), ("score", "unit"), ("score_at", "unit"),
                  ("explain", "unit"), ("explain_at", "unit")}
NONE_OUT = {"get_group", "get_criterion", "get_source", "get_reason_rule", "get_reason_source", "get_flip_attribute",
            "get_limit_part", "get_limit_name", "get_tier", "get_stratum", "format_lottery", "write_value", "get_valid",
            "get_slack", "get_values", "get_cutoffs", "get_level_values", "get_level_slack", "get_chosen",
            "highs_version", "get_events", "get_figure_unit", "attribute_get_unit", "attribute_get_formula"}


def type_of(c, name=""):
    c = c.strip()
    if f"{c}{name}" in TYPES:
        return TYPES[f"{c}{name}"]
    if c in TYPES:
        return TYPES[c]
    match = re.fullmatch(r"(?:const )?Orienta(\w+) \*", c)
    return match[1] if match else "int"


def parameters(text, noun, method):
    for argument in filter(None, (part.strip() for part in re.sub(r"\s+", " ", text).split(","))):
        c, name, default = re.fullmatch(r"((?:const )?\w+ \*{0,2})(\w+)( = .*)?", argument).groups()
        if c == "GError **":
            continue
        kind = type_of(c, name)
        if (name in NONE_IN and method != "lottery_draw") or (noun, name) in NONE_IN_METHOD or (method, name) in NONE_IN_METHOD:
            kind += " | None"
        yield f"{name}: {kind}" + (" = ..." if default else "")


def answer(c, method):
    kind = "list[str]" if c.strip() == "OrientaStrings" else type_of(c)
    return kind + (" | None" if method in NONE_OUT else "")


def methods(noun, text):
    for static, destroys, c, name, arguments in DECLARATION.findall(VIEW_LINE.sub("", text)):
        if destroys or c == "return " or (not c and name != f"Orienta{noun}"):
            continue
        given = list(parameters(arguments, noun, name))
        if name == f"Orienta{noun}":
            yield f"    def __init__(self{''.join(', ' + p for p in given)}) -> None: ..."
        elif static:
            yield f"    @staticmethod\n    def {name}({', '.join(given)}) -> {answer(c, name)}: ..."
        else:
            yield f"    def {name}(self{''.join(', ' + p for p in given)}) -> {answer(c, name)}: ..."
    for level, name in VIEW.findall(text):
        yield f"    def {name}(self{', level: int' if level else ''}) -> {answer('OrientaView', name)}: ..."


def main(enums, *interfaces):
    print("# What the C interface is, class by class; made when the package is built.\n"
          "from collections.abc import Callable, Sequence\nfrom typing import Any\n")
    for name, _ in MEMBER.findall(pathlib.Path(enums).read_text(encoding="utf-8")):
        print(f"{name}: int")
    text = "".join(pathlib.Path(path).read_text(encoding="utf-8") for path in interfaces)
    nouns = {}
    for noun, body in EXTENSION.findall(text):
        nouns.setdefault(noun.removeprefix("Orienta"), []).extend(methods(noun.removeprefix("Orienta"), body))
    for noun, lines in nouns.items():
        print(f"\nclass {noun}:\n    thisown: bool")
        if not any("__init__" in line for line in lines):
            print("    def __init__(self, *args: object, **kwargs: object) -> None: ...")
        print(*lines, sep="\n")
    print()
    for c, name, arguments in FUNCTION.findall(text):
        name = name.removeprefix("orienta_").removeprefix("py_")
        print(f"def {name}({', '.join(parameters(arguments, '', name))}) -> {answer(c, name)}: ...")


if __name__ == "__main__":
    main(*sys.argv[1:])
