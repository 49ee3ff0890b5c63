# SPDX-License-Identifier: LGPL-2.1-or-later
"""Runs a case and holds its answers against those that are kept: compare.py CASE.json RUNNER [ARGUMENT...]

Where they differ it prints how. With ORIENTA_KEEP=1 the answers of the C library become those that are kept; they are to be
read before they are committed.
"""
import difflib
import os
import pathlib
import subprocess
import sys


def main():
    case = pathlib.Path(sys.argv[1])
    kept = case.with_suffix(".answers")
    run = subprocess.run([*sys.argv[2:], str(case)], stdout=subprocess.PIPE, cwd=os.environ["ORIENTA_SOURCE"])
    if run.returncode != 0:
        sys.exit(f"{case.name}: the runner ended with status {run.returncode}")
    if os.environ.get("ORIENTA_KEEP") == "1":
        kept.write_bytes(run.stdout)
    expected = kept.read_bytes()
    if run.stdout == expected:
        print(f"{case.name}: {expected.count(b'== ')} answers, {len(expected)} bytes, the same")
        return
    lines = difflib.unified_diff(expected.decode().splitlines(), run.stdout.decode(errors="replace").splitlines(),
                                 kept.name, "answered", lineterm="", n=1)
    sys.exit("\n".join(lines) or f"{case.name}: the bytes differ")


main()
