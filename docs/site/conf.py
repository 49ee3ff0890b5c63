# SPDX-License-Identifier: LGPL-2.1-or-later
"""The manual as a site, by Sphinx: ./dev site. Its sources are put together in a folder of the build, laid out as the
project is, so that links between its files are right in both."""
import os
import pathlib
import re

import orienta

project = "orienta"
author = copyright = "the makers of orienta"
version = release = orienta.__version__

extensions = ["myst_parser", "sphinx.ext.autodoc", "nbsphinx"]
root_doc = "index"
exclude_patterns = ["docs/site", "tests/*/README.md"]
source_suffix = {".rst": "restructuredtext", ".md": "markdown"}
highlight_language = "none"
highlight_options = {"php": {"startinline": True}}

myst_heading_anchors = 4
suppress_warnings = ["myst.header", "misc.highlighting_failure"]

autodoc_typehints = "signature"
autodoc_member_order = "bysource"
autodoc_default_options = {"members": True}
python_use_unqualified_type_names = True
add_module_names = False
toc_object_entries_show_parents = "hide"

nbsphinx_execute = os.environ.get("ORIENTA_SITE_NOTEBOOKS", "always")
nbsphinx_timeout = 600

html_theme = "furo"
html_title = f"orienta {release}"
html_show_sphinx = False
html_show_copyright = False
html_copy_source = False
html_static_path = ["_static"]
html_css_files = ["site.css"]

ARGUMENT = re.compile(r"^(\w+(?:, \w+)*): (?=\S)")


def link_to_folder(app, env, node, content):
    """A folder of the project, or a file that is no page: its name without a link."""
    target = pathlib.Path(node.get("refdoc", "")).parent / node["reftarget"]
    return content if target.exists() else None


def name_arguments(app, what, name, thing, options, lines):
    """``seed: any text`` below the first paragraph is said of an argument."""
    if what in ("function", "method"):
        lines[2:] = [ARGUMENT.sub(r"* **\1**: ", line) for line in lines[2:]]


def setup(app):
    app.connect("autodoc-process-docstring", name_arguments)
    app.connect("missing-reference", link_to_folder)
