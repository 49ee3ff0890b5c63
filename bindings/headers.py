#!/usr/bin/env python3
# SPDX-License-Identifier: LGPL-2.1-or-later
"""Reads the headers for the bindings, so that nothing of them is written twice.

    headers.py names FILE...   C macros by which SWIG calls orienta_policy_get_id() as the method get_id of Policy; FILE is
                               a header, or an interface, of which methods with a body of their own need no macro
    headers.py enums FILE...   the enums, for SWIG
    headers.py list FILE...    the functions, one a line
"""
import re
import sys

FUNCTION = re.compile(r"\b(orienta_\w+) +\(")  # a comment says orienta_name(), a declaration orienta_name (...)
ENUM = re.compile(r"typedef enum \{(.*?)\} (\w+);", re.DOTALL)
MEMBER = re.compile(r"(ORIENTA_\w+) = (\d+)")
ABOVE = re.compile(r"/\*\*?\s((?:(?!\*/).)*?)\s*\*/\n[a-zA-Z][\w *]*\n(orienta_\w+) \(", re.DOTALL)  # a body's comment
NOUN = re.compile(r"^typedef struct (Orienta\w+) \1;", re.MULTILINE)
EXTENSION = re.compile(r"^%extend (\w+) \{(.*?)^\}", re.MULTILINE | re.DOTALL)
BODY = re.compile(r"\b(\w+) \([^;{}]*\) \{")
VIEW = re.compile(r"ORIENTA_(LEVEL_)?VIEW \(\w+, (\w+),")
VIEW_LINE = re.compile(r"^ *ORIENTA_(?:LEVEL_)?VIEW .*$", re.MULTILINE)


def prefix(noun):
    """OrientaMatchOptions: orienta_match_options"""
    return re.sub(r"(?<!^)([A-Z])", r"_\1", noun).lower()


def name_of(noun, method):
    """What SWIG calls."""
    return {"new": f"new_{noun}", noun: f"new_{noun}", "unref": f"delete_{noun}"}.get(method, f"{noun}_{method}")


def names(headers, interfaces):
    nouns = sorted(NOUN.findall(headers), key=len, reverse=True)
    with_body = {name_of(noun, method) for noun, text in EXTENSION.findall(interfaces)
                 for method in BODY.findall(VIEW_LINE.sub("", text)) + [name for _, name in VIEW.findall(text)]}
    for function in FUNCTION.findall(headers):
        noun = next((n for n in nouns if function.startswith(prefix(n) + "_")), None)
        if noun:
            name = name_of(noun, function[len(prefix(noun)) + 1:])
            if name not in with_body:
                yield f"#define {name} {function}"


def enums(headers, _):
    for body, name in ENUM.findall(headers):
        members = MEMBER.findall(body)
        yield "typedef enum {"
        yield from (f"  {member} = {value}," for member, value in members)
        yield f"}} {name};"
        values = sorted(int(value) for _, value in members)
        if values == list(range(values[0], values[-1] + 1)):
            yield f"ORIENTA_ENUM ({name}, {values[0]}, {values[-1]})"


def main(what, *paths):
    headers, interfaces = "", ""
    for path in paths:
        with open(path, encoding="utf-8") as file:
            if path.endswith(".i"):
                interfaces += file.read()
            else:
                headers += file.read()
    ways = {"names": names, "enums": enums, "list": lambda headers, _: FUNCTION.findall(headers)}
    print(*ways[what](headers, interfaces), sep="\n")


if __name__ == "__main__":
    main(*sys.argv[1:])
