# SPDX-License-Identifier: LGPL-2.1-or-later
"""Documents for a schema and a loader to agree on: one with every form, changed in one place at a time."""
import copy
import json
import pathlib
import re
import subprocess
import tempfile

strange = [None, "zz zz", "", -1.2345678, True, [], {}, ["a"]]


def places(value, path=()):
    """Every place of a document."""
    yield path
    inner = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    for key, member in inner:
        yield from places(member, path + (key,))


def at(document, path):
    for key in path:
        document = document[key]
    return document


def changed(everything, left_out=()):
    """The document with one place missing, doubled, added to, or holding something strange; not inside members `left_out`."""
    for path in places(everything):
        if path and path[0] in left_out and len(path) > 1:
            continue
        for value in strange:
            if path and value != at(everything, path):
                document = copy.deepcopy(everything)
                at(document, path[:-1])[path[-1]] = value
                yield f"{path} = {value!r}", document
        if path:
            document = copy.deepcopy(everything)
            parent = at(document, path[:-1])
            del parent[path[-1]]
            yield f"without {path}", document
        if path and isinstance(path[-1], int):
            document = copy.deepcopy(everything)
            parent = at(document, path[:-1])
            parent.append(copy.deepcopy(parent[path[-1]]))
            yield f"twice {path}", document
        if isinstance(at(everything, path), dict):
            document = copy.deepcopy(everything)
            at(document, path)["nonsense"] = 1
            yield f"nonsense in {path}", document


def ask(program, cases):
    """What the loader says of each."""
    with tempfile.TemporaryDirectory() as folder:
        names = []
        for i, (_, document) in enumerate(cases):
            names.append(f"{folder}/{i}.json")
            pathlib.Path(names[-1]).write_text(json.dumps(document), encoding="utf-8")
        answers = []
        for i in range(0, len(names), 500):
            run = subprocess.run([program, *names[i:i + 500]], capture_output=True, text=True, check=True)
            answers += run.stdout.removesuffix("\n\n").split("\n\n")
    assert len(answers) == len(cases)
    return answers


def disagreements(schema, program, cases, semantic):
    """What the schema refuses the loader refuses; what only the loader refuses is of a kind named in `semantic`. The case
    "everything" is refused by neither."""
    faults = []
    for (name, document), answer in zip(cases, ask(program, cases)):
        refused = not schema.is_valid(document)
        if refused and answer == "ok":
            why = next(schema.iter_errors(document)).message
            faults.append(f"{name}: the schema refuses it, the loader does not: {why[:200]}")
        if not refused and answer != "ok":
            unnamed = [line for line in answer.splitlines() if not any(re.search(kind, line) for kind in semantic)]
            faults += [f"{name}: only the loader refuses it: {line}" for line in unnamed]
        if name == "everything" and (refused or answer != "ok"):
            faults.append(f"{name}: {answer}")
    return faults
