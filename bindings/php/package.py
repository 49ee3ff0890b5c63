#!/usr/bin/env python3
# SPDX-License-Identifier: LGPL-2.1-or-later
"""Packs what phpize needs, SWIG's work included, so that who installs needs neither SWIG nor meson.

    package.py OUT.tgz NAME FILE...      NAME/ is the folder in it; *.phpt go to its tests/
"""
import pathlib
import sys
import tarfile


def main(target, name, *paths):
    with tarfile.open(target, "w:gz") as archive:
        for path in map(pathlib.Path, paths):
            folder = f"{name}/tests" if path.suffix == ".phpt" else name
            archive.add(path, f"{folder}/{path.name}")


main(*sys.argv[1:])
