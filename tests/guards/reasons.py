#!/usr/bin/python3
# SPDX-License-Identifier: LGPL-2.1-or-later
"""Every reason code has one row, in order, with a name of its own and the same {names} to fill in French and English."""
import pathlib
import re
import sys

root = pathlib.Path(sys.argv[1])
header = (root / "include/orienta/reason.h").read_text()
codes = [(name, int(value)) for name, value in re.findall(r"^  (ORIENTA_REASON_\w+) = (\d+),", header, re.M)]
listed = re.findall(r"^  (ORIENTA_REASON_\w+)", header, re.M)
text = (root / "lib/base/reason.c").read_text()
string = r'((?:"(?:[^"\\]|\\.)*"\s*)+)'
rows = re.findall(r"\{ (ORIENTA_REASON_\w+), \w+, \"([a-z0-9-]+)\",\s*\{ " + string + r",\s*" + string + r"\} \}", text)

faults = []
if [name for name, _ in codes] != listed:
    faults.append("reason.h: every code states its number")
if [value for _, value in codes] != sorted({value for _, value in codes}):
    faults.append("reason.h: numbers grow and stand once")
if [row[0] for row in rows] != [name for name, _ in codes[1:]]:
    faults.append(f"reason.c: not the codes of reason.h in their order: {set(listed[1:]) ^ {row[0] for row in rows}}")
for code, name, french, english in rows:
    if name != code.removeprefix("ORIENTA_REASON_").lower().replace("_", "-"):
        faults.append(f"{code}: its name is {name}")
    if set(re.findall(r"\{\w+\}", french)) != set(re.findall(r"\{\w+\}", english)):
        faults.append(f"{code}: the two sentences are not filled with the same words")
print(*faults, sep="\n")
sys.exit(bool(faults))
