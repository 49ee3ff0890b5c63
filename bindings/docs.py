#!/usr/bin/env python3
# SPDX-License-Identifier: LGPL-2.1-or-later
"""What the library says above its functions, as docstrings for SWIG: docs.py HEADER... SOURCE..."""
import re
import sys

from headers import FUNCTION, NOUN, prefix

COMMENT = re.compile(r"^/\*+\s((?:(?!\*/).)*)\*/\n[\w ]+\*?\n(orienta_\w+) \(", re.DOTALL | re.MULTILINE)
CLASS = re.compile(r"^typedef struct (Orienta\w+) \1;[ ]*/\* (.*?) \*/", re.MULTILINE)


def text_of(comment):
    """Without the stars, the name and the marks of gtk-doc."""
    lines = [re.sub(r"^\s*\* ?", "", line) for line in comment.strip().splitlines()]
    if lines and re.fullmatch(r"orienta_\w+:", lines[0].strip()):
        lines = lines[1:]
    text = "\n".join(lines).strip()
    text = re.sub(r"(?m)^@(\w+):( \([^)]*\))*:?", r"\1:", text)
    return re.sub(r"[@%](\w+)", r"\1", text).replace("\\", "\\\\").replace('"', '\\"')


def main(*paths):
    headers, sources = "", ""
    for path in paths:
        with open(path, encoding="utf-8") as file:
            if path.endswith(".c"):
                sources += file.read()
            else:
                headers += file.read()
    nouns = sorted(NOUN.findall(headers), key=len, reverse=True)
    public = set(FUNCTION.findall(headers))
    for noun, comment in CLASS.findall(headers):
        print(f'%feature("docstring", "{text_of(comment)}") {noun};')
    for comment, function in COMMENT.findall(sources):
        if function not in public:
            continue
        noun = next((n for n in nouns if function.startswith(prefix(n) + "_")), None)
        method = function[len(prefix(noun)) + 1:] if noun else None
        if method in ("ref", "unref"):
            continue
        target = function if not noun else f"{noun}::{noun if method == 'new' else method}"
        print(f'%feature("docstring", "{text_of(comment)}") {target};')


if __name__ == "__main__":
    main(*sys.argv[1:])
