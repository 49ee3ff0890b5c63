#!/usr/bin/python3
# SPDX-License-Identifier: LGPL-2.1-or-later
"""Does as a stranger does: installs, takes the C program out of README.md, builds it with pkg-config alone, runs it,
and expects the lines that README.md prints under it. Then runs the installed program on the policy of README.md."""
import os
import pathlib
import re
import subprocess
import sys
import tempfile

root, build = pathlib.Path(sys.argv[1]), sys.argv[2]
readme = (root / "README.md").read_text(encoding="utf-8")
program, expected = re.search(r"```c\n(.*?)```.*?```text\n(.*?)```", readme, re.S).groups()
policy = re.search(r"```json\n(.*?)```", readme, re.S).group(1)


def run(*command, **options):
    return subprocess.run(command, check=True, text=True, stdout=subprocess.PIPE, **options).stdout


with tempfile.TemporaryDirectory() as folder:
    scratch = pathlib.Path(folder)
    run("meson", "install", "-C", build, "--no-rebuild", "--destdir", folder)
    (pc,) = scratch.rglob("orienta-0.pc")
    prefix = re.search(r"^prefix=(.*)$", pc.read_text(), re.M).group(1)
    pc.write_text(pc.read_text().replace(f"prefix={prefix}", f"prefix={scratch}{prefix}", 1))
    environment = {**os.environ, "PKG_CONFIG_PATH": str(pc.parent), "LD_LIBRARY_PATH": str(pc.parent.parent)}

    (scratch / "stranger.c").write_text(program)
    flags = run("pkg-config", "--cflags", "--libs", "orienta-0", env=environment).split()
    run("cc", "-Wall", "-Wextra", "-Werror", "-o", scratch / "stranger", scratch / "stranger.c", *flags)
    printed = run(scratch / "stranger", cwd=root, env=environment)
    if printed != expected:
        sys.exit(f"README.md promises\n{expected}\nand the program prints\n{printed}")

    (scratch / "policy.json").write_text(policy)
    (commission,) = scratch.rglob("orienta-commission")
    run(commission, "examples/data/artois", scratch / "policy.json", cwd=root, env=environment)
