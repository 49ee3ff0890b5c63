#!/usr/bin/python3
# SPDX-License-Identifier: LGPL-2.1-or-later
"""Each public header compiles alone behind the umbrella's guard, in C and in C++, without a warning; and not without it."""
import pathlib
import subprocess
import sys

root, build = pathlib.Path(sys.argv[1]), pathlib.Path(sys.argv[2])
glib = subprocess.run(["pkg-config", "--cflags", "glib-2.0"], check=True, capture_output=True, text=True).stdout.split()
glib = [flag.replace("-I", "-isystem", 1) for flag in glib]
tongues = {"c": ["cc", "-std=c11"], "c++": ["c++", "-std=c++11"]}


def compiles(tongue, text):
    command = [*tongues[tongue], "-Wall", "-Wextra", "-pedantic", "-Werror", "-fsyntax-only", "-x", tongue,
               f"-I{root / 'include'}", f"-I{build / 'include'}", *glib, "-"]
    return subprocess.run(command, input=text, capture_output=True, text=True)


faults = []
headers = sorted(path.name for path in (root / "include/orienta").glob("*.h")) + ["version.h"]
for tongue in tongues:
    for name in headers:
        direct = compiles(tongue, f"#include <orienta/{name}>\n")
        if name == "orienta.h":
            if direct.returncode != 0:
                faults.append(f"{name}, {tongue}: {direct.stderr}")
            continue
        if direct.returncode == 0 or "Only <orienta/orienta.h>" not in direct.stderr:
            faults.append(f"{name}, {tongue}: may be included directly")
        inside = compiles(tongue, f"#define ORIENTA_INSIDE\n#include <orienta/{name}>\n")
        if inside.returncode != 0:
            faults.append(f"{name}, {tongue}: {inside.stderr}")

umbrella = (root / "include/orienta/orienta.h").read_text()
faults += [f"{name}: not in orienta.h" for name in headers
           if name not in ("orienta.h", "macros.h") and f"#include <orienta/{name}>" not in umbrella]
print(*faults, sep="\n")
sys.exit(bool(faults))
