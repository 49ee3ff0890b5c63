# SPDX-License-Identifier: LGPL-2.1-or-later
"""The annotations of the package hold together, and the stubs of the core are what is there."""
import os
import pathlib
import subprocess
import sys

import pytest

import orienta

pytest.importorskip("mypy")
HERE = pathlib.Path(__file__).resolve().parent
PACKAGE = pathlib.Path(orienta.__file__).parent


# Of a package that is installed mypy knows by itself.
ENV = dict(os.environ)
if PACKAGE.parent.name != "site-packages":
    ENV |= {"MYPYPATH": str(PACKAGE.parent), "PYTHONPATH": str(PACKAGE.parent)}


def run(module, *arguments, folder):
    done = subprocess.run([sys.executable, "-m", module, *arguments], capture_output=True, text=True, env=ENV, cwd=folder)
    assert done.returncode == 0, done.stdout + done.stderr


def test_annotations(tmp_path):
    run("mypy", "--config-file", str(HERE / "mypy.ini"), "-p", "orienta", folder=tmp_path)


def test_stubs(tmp_path):
    run("mypy.stubtest", "--mypy-config-file", str(HERE / "mypy.ini"), "orienta.core", folder=tmp_path)


def test_a_user_is_told(tmp_path):
    """Types reach whoever uses the package."""
    (tmp_path / "user.py").write_text("import orienta\nn: str = orienta.Policy.load('p').criteria.columns\n")
    done = subprocess.run([sys.executable, "-m", "mypy", "--config-file", str(HERE / "mypy.ini"), "user.py"],
                          capture_output=True, text=True, env=ENV, cwd=tmp_path)
    assert "Incompatible types in assignment" in done.stdout and "str" in done.stdout
