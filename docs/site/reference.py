#!/usr/bin/env python3
# SPDX-License-Identifier: LGPL-2.1-or-later
"""The reference, as pages for Sphinx: of C a page for each header, its functions with what stands above their bodies; of
Python what the package offers; of PHP a section for each class of the stubs.

    reference.py FOLDER    run from the root of the project
"""
import enum
import pathlib
import re
import sys

import orienta

sys.path.insert(0, "bindings")
from headers import ABOVE, prefix  # noqa: E402

PUBLIC = re.compile(r"^ORIENTA_API ([^;]+);", re.MULTILINE)
NAME = re.compile(r"(orienta_\w+) +\(")
NOUN = re.compile(r"^typedef struct (Orienta\w+) \1;(?: +/\* (.*?) \*/)?", re.MULTILINE)
ITEM = re.compile(r"/\* (?P<text>(?:(?!\*/).)*?) \*/\ntypedef enum \{(?P<members>[^}]*)\} (?P<enum>\w+);"
                  r"|^ORIENTA_API (?P<function>[^;]+);|^/\* (?P<remark>(?:(?!\*/).)*?) \*/\n\n", re.DOTALL | re.MULTILINE)
MEMBER = re.compile(r"(ORIENTA_\w+) = (\d+),?(?:[ \t]+/\* (.*?) \*/)?")
TAG = re.compile(r"^(?:@(\w+)|(Returns)): *", re.MULTILINE)
MARK = re.compile(r"\((nullable|transfer \w+|array[^)]*)\)[: ]*")
WORD = re.compile(r"\b(orienta_\w+) ?\(\)|[%@](\w+)|`([^`]+)`|\b(ORIENTA_\w+|NULL|TRUE|FALSE)\b|([*_|\\`])")
CLASS = re.compile(r"^(?:/\*\* (?:(?!\*/).)*? \*/\n)?(?:final |abstract )?(?P<kind>class|enum) (?P<name>\w+)"
                   r"[^{]*?(?: \{\}|\n\{.*?^\})\n", re.DOTALL | re.MULTILINE)


def marked(text):
    """A sentence of a comment, as reStructuredText."""
    def one(match):
        function, argument, code, constant, sign = match.groups()
        if function:
            return f":c:func:`{function}`"
        if argument or code or constant:
            return f"``{argument or code or constant}``"
        return "\\" + sign
    return WORD.sub(one, text)


def bare(comment):
    """Without the stars and the name at its head."""
    text = "\n".join(re.sub(r"^\s*\*? ?", "", line) for line in comment.split("\n"))
    return re.sub(r"\Aorienta_\w+:\n", "", text.strip())


def field(name, text):
    """One of `:param x:`, `:returns:`, its marks in words."""
    marks = [mark for mark in MARK.findall(text) if mark != "array"]
    words = {"nullable": "may be ``NULL``", "transfer full": "the caller owns it", "transfer none": "belongs to the object"}
    said = " ".join(marked(MARK.sub("", text)).split())
    return f"   :{name}: " + "; ".join(filter(None, [", ".join(words.get(mark, mark) for mark in marks), said]))


def indented(text):
    return "\n".join("   " + line if line else "" for line in text.split("\n"))


def described(comment):
    """What a comment says, then its fields."""
    head, *parts = TAG.split(bare(comment))
    paragraphs, fields = [head], []
    for argument, _, body in zip(parts[0::3], parts[1::3], parts[2::3]):
        body, _, rest = body.partition("\n\n")
        paragraphs.append(rest)
        fields.append(field(f"param {argument}" if argument else "returns", body))
    text = "\n\n".join(paragraph.strip() for paragraph in paragraphs if paragraph.strip())
    return "\n\n".join(filter(None, [indented(marked(text)), "\n".join(fields)]))


def function(declaration, comments):
    name = NAME.search(declaration)[1]
    prototype = " ".join(declaration.split()).replace(" (", "(", 1)
    return f".. c:function:: {prototype}\n\n{described(comments.get(name, ''))}\n"


def enumeration(name, text, members):
    lines = [f".. c:enum:: {name}\n", f"   {marked(' '.join(text.split()))}\n"]
    for member, value, comment in MEMBER.findall(members):
        lines.append(f"   .. c:enumerator:: {member} = {value}\n")
        lines.append(f"      {marked(comment)}\n")
    return "\n".join(lines)


def titled(title, sign="="):
    return f"{title}\n{sign * len(title)}\n\n"


def header(path, nouns, comments):
    """The page of a header; its nouns are those that it takes references of."""
    text = path.read_text(encoding="utf-8")
    page = titled(path.name)
    for noun, comment in nouns:
        if f"{prefix(noun)}_ref " in text:
            page += f".. c:type:: {noun}\n\n   {marked(comment)}\n\n"
    for item in ITEM.finditer(text.partition("G_BEGIN_DECLS")[2]):
        if item["enum"]:
            page += enumeration(item["enum"], item["text"], item["members"]) + "\n"
        elif item["function"]:
            page += function(item["function"], comments) + "\n"
        else:
            page += marked(" ".join(re.sub(r"(?m)^ \* ", "", item["remark"]).split())) + "\n\n"
    return page


def php(stub):
    """Each class with its text and its lines; then functions, enums and exceptions."""
    text = stub.read_text(encoding="utf-8")
    sections = {"class": [], "function": ["Functions", text[text.rindex("\n}\n") + 3:].strip()], "enum": [],
                "exception": ["Exceptions", ""]}
    for found in CLASS.finditer(text):
        if found["name"].endswith("Exception"):
            sections["exception"][1] += found[0] + "\n"
        else:
            sections[found["kind"]] += [f"Orienta\\\\{found['name']}", found[0]]
    page = titled("Classes of PHP")
    page += "As the extension itself tells them; a class whose constructor is private is made by another.\n\n"
    for section in sections.values():
        for title, code in zip(section[0::2], section[1::2]):
            page += titled(title, "-") + ".. code-block:: php\n\n" + indented(code.strip()) + "\n\n"
    return page


def python(package):
    """What the package offers, functions first."""
    sections = {"Functions": [], "Classes": [], "Words": [], "Errors": []}
    for name in package.__all__:
        thing = getattr(package, name)
        if isinstance(thing, type):
            kind = "Errors" if issubclass(thing, Exception) else "Words" if issubclass(thing, enum.Enum) else "Classes"
            inherited = "   :inherited-members:\n" if kind == "Classes" else ""
            sections[kind].append(f".. autoclass:: orienta.{name}\n{inherited}")
        elif callable(thing):
            sections["Functions"].append(f".. autofunction:: orienta.{name}\n")
    page = titled("Classes and functions of Python") + ".. automodule:: orienta\n   :no-members:\n\n"
    for title, lines in sections.items():
        page += titled(title, "-") + "\n".join(lines) + "\n"
    page += titled("Plots", "-") + ".. automodule:: orienta.plot\n   :imported-members:\n   :member-order: groupwise\n\n"
    page += titled("Many machines", "-") + ".. automodule:: orienta.distributed\n"
    return page


def main(folder):
    out = pathlib.Path(folder)
    (out / "c").mkdir(parents=True, exist_ok=True)
    umbrella = pathlib.Path("include/orienta/orienta.h").read_text(encoding="utf-8")
    headers = [path for name in re.findall(r"<orienta/([\w-]+\.h)>", umbrella)
               if (path := pathlib.Path("include/orienta", name)).exists()]  # version.h is written by the build
    nouns = NOUN.findall("".join(path.read_text(encoding="utf-8") for path in headers))
    comments = {name: comment for source in sorted(pathlib.Path("lib").glob("*/*.c"))
                for comment, name in ABOVE.findall(source.read_text(encoding="utf-8"))}
    pages = {path.stem: header(path, nouns, comments) for path in headers}
    pages = {stem: page for stem, page in pages.items() if ".. c:" in page}
    for stem, page in pages.items():
        (out / "c" / f"{stem}.rst").write_text(page, encoding="utf-8")
    contents = titled("From C") + (
        "``#include <orienta/orienta.h>``; a page for each header. Objects are opaque and counted: ``…_ref()``, "
        "``…_unref()``, and ``g_autoptr``. What has no text of its own does what it is called.\n\n.. toctree::\n\n")
    (out / "c" / "index.rst").write_text(contents + "".join(f"   {stem}\n" for stem in pages), encoding="utf-8")
    (out / "python.rst").write_text(python(orienta), encoding="utf-8")
    (out / "php.rst").write_text(php(pathlib.Path("bindings/php/stubs/orienta.stub.php")), encoding="utf-8")


if __name__ == "__main__":
    main(*sys.argv[1:])
