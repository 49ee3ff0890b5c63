#!/usr/bin/python3
# SPDX-License-Identifier: LGPL-2.1-or-later
"""What the library exports is what its headers declare, no more and no less, and all of it begins with orienta_."""
import pathlib
import re
import subprocess
import sys

root, library = pathlib.Path(sys.argv[1]), sys.argv[2]
declared = set()
for header in [*(root / "include/orienta").glob("*.h"), *(root / "include/orienta").glob("*.h.in")]:
    declared |= set(re.findall(r"^ORIENTA_API\b[^;(]*?(\w+)\s*\(", header.read_text(), re.M))

listing = subprocess.run(["nm", "-D", "--defined-only", library], check=True, capture_output=True, text=True).stdout
exported = {line.split()[-1].split("@")[0] for line in listing.splitlines()}

faults = [f"{name}: declared, not exported" for name in sorted(declared - exported)]
faults += [f"{name}: exported, not declared" for name in sorted(exported - declared)]
faults += [f"{name}: does not begin with orienta_" for name in sorted(exported) if not name.startswith("orienta_")]
if not exported:
    faults.append(f"{library}: exports nothing")
print(*faults, sep="\n")
sys.exit(bool(faults))
