#!/usr/bin/python3
# SPDX-License-Identifier: LGPL-2.1-or-later
"""The pages made from the library's tables are the ones that stand in docs/."""
import difflib
import pathlib
import subprocess
import sys

root, tables = pathlib.Path(sys.argv[1]), sys.argv[2]
status = 0
for page in ("attributes", "reasons"):
    made = subprocess.run([tables, page], check=True, capture_output=True).stdout.decode().splitlines(keepends=True)
    stands = (root / f"docs/{page}.md").read_text(encoding="utf-8").splitlines(keepends=True)
    changes = list(difflib.unified_diff(stands, made, f"docs/{page}.md", "the library", n=0))
    if changes:
        sys.stdout.buffer.write("".join(changes).encode())
        print("\n./dev docs makes the pages again")
        status = 1
sys.exit(status)
