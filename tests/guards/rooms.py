#!/usr/bin/python3
# SPDX-License-Identifier: LGPL-2.1-or-later
"""Includes go left: a room reads itself and the rooms before it, in the order of lib/meson.build, which lists every source."""
import pathlib
import re
import sys

root = pathlib.Path(sys.argv[1])
build = (root / "lib/meson.build").read_text()
rooms = re.findall(r"^  # (\w+): ", build, re.M)
listed = re.findall(r"^  '(\S+\.c)',", build, re.M)
faults = []

if sorted(listed, key=lambda path: rooms.index(path.split("/")[0])) != listed:
    faults.append("lib/meson.build: a source stands under another room")
present = {str(path.relative_to(root / "lib")) for path in (root / "lib").glob("*/*.c")}
faults += [f"lib/{path}: not in lib/meson.build" for path in sorted(present - set(listed))]

for path in sorted((root / "lib").glob("*/*.[ch]")):
    room = path.parent.name
    for number, line in enumerate(path.read_text().splitlines(), 1):
        include = re.match(r'\s*#\s*include\s+"([^"]+)"', line)
        if not include:
            continue
        target = include.group(1).split("/")
        if len(target) != 2 or target[0] not in rooms:
            faults.append(f'{path}:{number}: "{include.group(1)}": expected "room/noun-private.h"')
        elif rooms.index(target[0]) > rooms.index(room):
            faults.append(f"{path}:{number}: {room} may not read {target[0]}, which comes after it")

print(*faults, sep="\n")
sys.exit(bool(faults))
