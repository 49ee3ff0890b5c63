# SPDX-License-Identifier: LGPL-2.1-or-later
"""Notebooks run once each, in a kernel of their own that sees the library as this test does."""
import csv
import json
import os
import pathlib

import nbclient
import nbformat
import pytest

ROOT = pathlib.Path(__file__).resolve().parents[2]
FOLDER = ROOT / "examples" / "notebooks"
DATA = ROOT / "examples" / "data" / "artois"


class Run:
    """A notebook that has been run, and its kernel, which answers on."""

    def __init__(self, path):
        self.notebook = nbformat.read(path, as_version=4)
        self.client = nbclient.NotebookClient(self.notebook, timeout=120, resources={"metadata": {"path": str(FOLDER)}})
        self.client.execute(cleanup_kc=False)

    def tell(self, source):
        """Runs more code in the notebook; what it prints."""
        cell = nbformat.v4.new_code_cell(source)
        self.notebook.cells.append(cell)
        self.client.execute_cell(cell, len(self.notebook.cells) - 1)
        return "".join(output["text"] for output in cell["outputs"])

    def ask(self, expression):
        """What an expression is worth in the notebook, as far as JSON can say it."""
        plain = "lambda value: value.item() if hasattr(value, 'item') else str(value)"
        return json.loads(self.tell(f"import json; print(json.dumps(({expression}), default={plain}))"))

    def seconds(self):
        """What it has cost so far, of the processor: a busy machine does not make it slow."""
        return self.ask("__import__('time').process_time()")

    def warnings(self):
        """What was written beside the answers."""
        return [output["text"] for cell in self.notebook.cells for output in cell.get("outputs", [])
                if output.get("name") == "stderr"]

    def texts(self):
        """Everything that the cells have put out, as plain text."""
        for cell in self.notebook.cells:
            for output in cell.get("outputs", []):
                yield output.get("text") or output.get("data", {}).get("text/plain", "")


@pytest.fixture(scope="session")
def run(tmp_path_factory):
    runs = {}
    for variable in ("IPYTHONDIR", "JUPYTER_CONFIG_DIR", "JUPYTER_RUNTIME_DIR"):
        os.environ[variable] = str(tmp_path_factory.mktemp("jupyter"))

    def run_once(name):
        if name not in runs:
            runs[name] = Run(FOLDER / f"{name}.ipynb")
        return runs[name]

    yield run_once
    for each in runs.values():
        each.client._cleanup_kernel()


def rows(name):
    """A file of the example data, by nothing but the csv module."""
    with open(DATA / f"{name}.csv", encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))
