#!/usr/bin/python3
# SPDX-License-Identifier: LGPL-2.1-or-later
"""A source has at most 500 lines, a test or a guard 400; a longer one has its reason here."""
import pathlib
import sys

root = pathlib.Path(sys.argv[1])
reasons = {
    "lib/match/program-highs.c": "HiGHS's header defines things, so that one file alone may include it",
    "examples/generate.py": "one program that anyone may copy alone; it invents seven files that must agree",
}
limits = {"lib": 500, "include": 500, "examples": 500, "docs": 500, "tests": 400}

faults = []
for top, limit in limits.items():
    for path in sorted((root / top).rglob("*")):
        if path.suffix not in (".c", ".h", ".py", ".sh"):
            continue
        name = str(path.relative_to(root))
        lines = len(path.read_text(encoding="utf-8").splitlines())
        if lines > limit and name not in reasons:
            faults.append(f"{name}: {lines} lines, at most {limit}: split it by noun, or say why not in {__file__}")
        if lines <= limit and name in reasons:
            faults.append(f"{name}: {lines} lines, needs no reason any more")
faults += [f"{name}: does not exist" for name in reasons if not (root / name).is_file()]
print(*faults, sep="\n")
sys.exit(bool(faults))
