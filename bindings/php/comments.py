#!/usr/bin/env python3
# SPDX-License-Identifier: LGPL-2.1-or-later
"""What the C comments say of a function, for the stubs of PHP: a JSON of texts by "Class::method".

    comments.py MODEL.xml NAMES.h FILE...     FILE: a source, whose comments stand above the bodies, or an interface
"""
import json
import pathlib
import re
import sys
import xml.etree.ElementTree

import enums
from finish import NAMES, attributes, camel

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[1]))
from headers import ABOVE  # noqa: E402

WITHIN = re.compile(r"^  /\* ((?:(?!\*/).)*?) \*/\n  (?:static )?(?:const )?\w+ \**(\w+) \(", re.DOTALL | re.MULTILINE)
NOUN = re.compile(r"^typedef struct (Orienta\w+) \1; +/\* (.*?) \*/", re.MULTILINE)
NOUN_BELOW = re.compile(r"^/\* ((?:(?!\*/).)*?) \*/\n\n?typedef struct Orienta(\w+) Orienta\2;", re.DOTALL | re.MULTILINE)
ENUM_BELOW = re.compile(r"/\* ((?:(?!\*/).)*?) \*/\ntypedef enum \{[^}]*\} Orienta(\w+);", re.DOTALL)
CASE = re.compile(r"(ORIENTA_\w+) = \d+,? +/\* (.*?) \*/")
EXTENSION = re.compile(r"^%extend (\w+) \{(.*?)^\}", re.MULTILINE | re.DOTALL)
CALLS = re.compile(r"\b(\w+) \([^;{}]*\) \{\s*return (orienta_\w+) \([^;]*;\s*\}")
OWNERSHIP = re.compile(r"[;,.]?\s*(?:to be )?\b[Ff]reed?\s+with\s+\w+\s?\(\)|\b(?:Borrowed|Static)\b\.?")
OTHERWISE = {  # what is otherwise in PHP
    ", in thousandths of a point": "", ", in thousandths": "", ", or asks the object itself, which has thousandths": "",
    "orienta_progress_cancel() was called": "its progress said false", "orienta_match()": "Policy::match()",
    "orienta_match_given()": "Matching::given()", "orienta_assign()": "Choices::assign()",
    "orienta_program_set_start()": "Program::setStart()"}
TAG = re.compile(r"^(?:@(\w+)|(Returns)|orienta_\w+|Since):\s*", re.MULTILINE)


def plain(text, functions):
    """A sentence as it reads in PHP, without the ends of its lines."""
    text = re.sub(r"\((?:nullable|transfer \w+|array[^)]*|optional)\)[: ]*", "", text)
    text = OWNERSHIP.sub("", text)
    text = re.sub(r"@(\w+)", lambda m: "this" if m[1] == "self" else f"${NAMES.get(m[1], camel(m[1]))}", text)
    text = re.sub(r"\b(orienta_\w+) ?\(\)", lambda m: functions.get(m[1], [m[1]])[0] + "()", text)
    text = re.sub(r"(?:%?NULL|FALSE) with\s+(?=ORIENTA_ERROR)", "throws ", text)
    text = re.sub(r"(?:ORIENTA_ERROR)?(?<!\w)_([A-Z]{4,}[A-Z_]*)\b|ORIENTA_ERROR_([A-Z_]+)",
                  lambda m: (m[1] or m[2]).title().replace("_", "") + "Exception", text)
    text = re.sub(r"\bORIENTA_\w+", lambda m: functions.get(m[0], [m[0]])[0], text)
    text = re.sub(r"%?\bNULL\b", "null", text)
    for c, php in OTHERWISE.items():
        text = text.replace(c, php)
    return "\n\n".join(" ".join(paragraph.split()) for paragraph in re.split(r"\n\s*\n", text)).strip(" ;\n")


def said(text, functions):
    """Of one comment: what it says, what of each argument, what of the result."""
    text = "\n".join(re.sub(r"^\s*\*? ?", "", line) for line in text.split("\n"))
    out = {"text": "", "arguments": {}, "returns": "", "throws": ""}
    head, *parts = TAG.split(text)
    out["text"] = head
    for argument, returns, body in zip(parts[0::3], parts[1::3], parts[2::3]):
        body, _, rest = body.partition("\n\n")
        out["text"] += "\n\n" + rest
        if argument:
            out["arguments"][NAMES.get(argument, camel(argument))] = plain(body, functions)
        elif returns:
            out["returns"], _, out["throws"] = plain(body, functions).removeprefix("throws ").partition("; throws ")
            if plain(body, functions).startswith("throws "):
                out["returns"], out["throws"] = "", out["returns"]
        else:
            out["text"] += "\n\n" + body
    out["text"] = plain(out["text"], functions)
    return out


def bound(model):
    """(C's noun, C's name, PHP's) of each function"""
    for child in model.iter("cdecl"):
        about = attributes(child)
        if about.get("kind") == "function" and "sym_name" in about and about["name"].startswith("orienta_"):
            yield "", about["name"], about["sym_name"]
    for node in model.iter("class"):
        noun = attributes(node)
        for child in node.iter("cdecl"):
            about = attributes(child)
            if "sym_name" in about and noun.get("sym_name"):
                yield noun["name"], about["name"], f"{noun['sym_name']}::{about['sym_name']}"
        for child in node.iter("constructor") if "sym_name" in noun else ():
            yield noun["name"], noun["name"], f"{noun['sym_name']}::__construct"


def of_types(texts, functions):
    """(name in PHP, comment) of nouns, enums and their cases, whose names functions has too"""
    for path, text in texts.items():
        if not path.endswith(".h"):
            continue
        yield from ((name.removeprefix("Orienta"), comment) for name, comment in NOUN.findall(text))
        yield from ((name, comment) for comment, name in NOUN_BELOW.findall(text) + ENUM_BELOW.findall(text))
        yield from ((functions[member][0], comment) for member, comment in CASE.findall(text) if member in functions)


def main(model_path, names_path, *paths):
    model = xml.etree.ElementTree.parse(model_path).getroot()
    macros = dict(re.findall(r"#define (\w+) (\w+)", pathlib.Path(names_path).read_text(encoding="utf-8")))
    texts = {path: pathlib.Path(path).read_text(encoding="utf-8") for path in paths}
    methods = list(bound(model))
    headers = [path for path in paths if path.endswith(".h")]
    functions = {member: [f"{enum}::{case}"] for enum, found in enums.read(headers) for member, case, _, _ in found}
    for text in texts.values():
        for noun, body in EXTENSION.findall(text):
            macros |= {f"{noun}_{name}": function for name, function in CALLS.findall(body)}
    for noun, name, php in methods:
        made = name if not noun else f"new_{noun}" if name == noun else f"{noun}_{name}"
        functions.setdefault(macros.get(made, made), []).append(php.replace("matchAll", "match"))
    out = {name: said(comment, functions) for name, comment in of_types(texts, functions)}
    for path, text in texts.items():
        if path.endswith(".i"):
            for noun, body in EXTENSION.findall(text):
                for comment, name in WITHIN.findall(body):
                    out |= {php.replace("matchAll", "match"): said(comment, functions) for n, m, php in methods if (n, m) == (noun, name)}
        else:
            for comment, name in ABOVE.findall(text):
                out |= {php: said(comment, functions) for php in functions.get(name, [])}
    print(json.dumps(out, ensure_ascii=False, indent=1))


if __name__ == "__main__":
    main(*sys.argv[1:])
