#!/usr/bin/python3
# SPDX-License-Identifier: LGPL-2.1-or-later
"""Nothing that is tracked names one machine's folders, or leaves a note to do something later."""
import pathlib
import re
import subprocess
import sys

root = pathlib.Path(sys.argv[1])
later = re.compile(r"\b(TO" r"DO|FIX" r"ME|XX" r"X|HA" r"CK)\b")
place = re.compile(r"(?<![\w.])/(work|tmp|home|Users|root)/")

listing = subprocess.run(["git", "-C", root, "ls-files", "-z"], capture_output=True)
if listing.returncode != 0:
    print("not a clone: nothing is tracked")
    sys.exit(77)

faults = []
for name in filter(None, listing.stdout.decode().split("\0")):
    path = root / name
    if not path.is_file():
        continue
    try:
        text = path.read_text(encoding="utf-8")
    except UnicodeDecodeError:
        continue  # a fixture in another encoding
    for number, line in enumerate(text.splitlines(), 1):
        found = later.search(line) or (None if name.startswith("tests/") else place.search(line))
        if found:
            faults.append(f"{name}:{number}: {found.group()}")
print(*faults, sep="\n")
sys.exit(bool(faults))
