#!/usr/bin/env python3
# SPDX-License-Identifier: LGPL-2.1-or-later
"""Writes the tables of PHP's native enums, from the public headers.

    enums.py c HEADER...      for enums.c
    enums.py swig HEADER...   for SWIG
"""
import os.path
import pathlib
import re
import sys

ENUM = re.compile(r"typedef enum \{(.*?)\} Orienta(\w+);", re.DOTALL)
MEMBER = re.compile(r"(ORIENTA_\w+) = (\d+)")
NUMBERED = ("ErrorCode",)  # an exception's code is the number
WORDS = {"french": "fr", "english": "en"}


def cases(enum, members):
    """ORIENTA_TO_VERIFY among others that begin with ORIENTA_: ToVerify, and to_verify as the library's JSON says."""
    common = os.path.commonprefix([name for name, _ in members])
    start = common.rindex("_") + 1
    for name, value in members:
        word = name[start:].lower()
        case = word.title().replace("_", "")
        yield name, case, word.replace("_", "-") if enum == "ReasonCode" else WORDS.get(word, word), value


def read(headers):
    """(name, its cases) of each enum"""
    text = "".join(pathlib.Path(header).read_text(encoding="utf-8") for header in headers)
    for body, name in ENUM.findall(text):
        yield name, list(cases(name, MEMBER.findall(body)))


def main(language, *headers):
    enums = dict(read(headers))
    if language == "swig":
        print(*(f"ORIENTA_PHP_ENUM({name})" for name in enums), sep="\n")
        print("%{", *(f"extern OrientaPhpEnum orienta_php_{name};" for name in enums), "%}", sep="\n")
        return
    for name, found in enums.items():
        print(f"static const OrientaPhpCase {name}_cases[] = {{")
        for _, case, word, value in found:
            kept = "NULL" if name in NUMBERED else f'"{word}"'
            print(f'  {{ {value}, "{case}", {kept} }},')
        print(f'  {{ 0 }},\n}};\nOrientaPhpEnum orienta_php_{name} = {{ "{name}", {name}_cases, NULL }};')
    print("static OrientaPhpEnum *const all[] = {", *(f"  &orienta_php_{name}," for name in enums), "};", sep="\n")


if __name__ == "__main__":
    main(*sys.argv[1:])
