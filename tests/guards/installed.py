#!/usr/bin/python3
# SPDX-License-Identifier: LGPL-2.1-or-later
"""Does as a stranger does with README.md and an installed copy: builds its C program with pkg-config alone, reads its
policy, runs its commands, and expects what it prints. In a console block, … stands for lines left out."""
import os
import pathlib
import re
import shlex
import subprocess
import sys
import tempfile

root, build = pathlib.Path(sys.argv[1]), sys.argv[2]
readme = (root / "README.md").read_text(encoding="utf-8")
program, printed = re.search(r"```c\n(.*?)```.*?```text\n(.*?)```", readme, re.S).groups()
policy = re.search(r"```json\n(.*?)```", readme, re.S).group(1)
sessions = re.findall(r"```console\n\$ build/examples/orienta-commission (.*?)\n(.*?)```", readme, re.S)


def run(*command, **options):
    return subprocess.run(command, check=True, encoding="utf-8", stdout=subprocess.PIPE, **options).stdout


def expect(promised, actual):
    position = 0
    for part in ("\n" + promised).split("\n…\n"):
        found = ("\n" + actual).find(part, position)
        if found < 0:
            sys.exit(f"README.md promises this, and the program does not print it:\n{part}")
        position = found + len(part)


with tempfile.TemporaryDirectory() as folder:
    scratch = pathlib.Path(folder)
    run("meson", "install", "-C", build, "--no-rebuild", "--destdir", folder)
    (pc,) = scratch.rglob("orienta-0.pc")
    prefix = re.search(r"^prefix=(.*)$", pc.read_text(), re.M).group(1)
    pc.write_text(pc.read_text().replace(f"prefix={prefix}", f"prefix={scratch}{prefix}", 1))
    stranger = {"cwd": root, "env": {**os.environ, "PKG_CONFIG_PATH": str(pc.parent),
                                     "LD_LIBRARY_PATH": str(pc.parent.parent)}}

    (scratch / "stranger.c").write_text(program)
    flags = run("pkg-config", "--cflags", "--libs", "orienta-0", **stranger).split()
    run("cc", "-Wall", "-Wextra", "-Werror", "-o", scratch / "stranger", scratch / "stranger.c", *flags, **stranger)
    expect(printed, run(scratch / "stranger", **stranger))

    (commission,) = scratch.rglob("orienta-commission")
    (scratch / "policy.json").write_text(policy, encoding="utf-8")
    run(commission, "examples/data/artois", scratch / "policy.json", **stranger)
    for arguments, promised in sessions:
        expect(promised, run(commission, *shlex.split(arguments), **stranger))
