#!/usr/bin/python3
# SPDX-License-Identifier: LGPL-2.1-or-later
"""What the manual points to exists; every page of it can be reached from its index."""
import pathlib
import re
import sys

root = pathlib.Path(sys.argv[1])
site = root / "docs/site/index.md"  # stands above all in the site
pages = {*root.glob("*.md"), *(root / "docs").rglob("*.md"), *(root / "examples").rglob("*.md")} - {site}
faults = []
for page in sorted(pages):
    for target in re.findall(r"\]\(([^)#\s]+)", page.read_text(encoding="utf-8")):
        if "://" not in target and not (page.parent / target).exists():
            faults.append(f"{page}: {target} does not exist")

index = (root / "docs/index.md").read_text(encoding="utf-8")
faults += [f"docs/index.md: {page.name} is not in it" for page in (root / "docs").glob("*.md")
           if page.name != "index.md" and f"]({page.name})" not in index]
print(*faults, sep="\n")
sys.exit(bool(faults))
