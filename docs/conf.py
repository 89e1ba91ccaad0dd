"""How this documentation is built: sphinx-build -n -W docs docs/_build/html."""

import sys
import tomllib
from collections.abc import Mapping
from functools import partial
from importlib.metadata import version as version_of
from pathlib import Path

from docutils import nodes
from docutils.statemachine import StringList
from sphinx.application import Sphinx
from sphinx.util.docutils import SphinxDirective
from sphinx.util.nodes import nested_parse_with_titles

from argmap.formats.codes import CODES, DRAWING_CODES, SPHINX_CODES
from argmap.rules import RULES
from argmap.schemes import schemes

HERE = Path(__file__).parent
sys.path[:0] = [str(HERE.parent / "examples"), str(HERE)]

project = "argmap"
author = project_copyright = "the argmap authors"
release = version = version_of("argmap")

extensions = ["argmap.sphinxext", "sphinx.ext.autodoc", "sphinx_click"]
exclude_patterns = ["_build"]
html_theme = "furo"
html_title = "argmap"
autodoc_member_order = "bysource"
autodoc_typehints = "description"
nitpick_ignore_regex = [("py:.*", ".*")]  # types of other packages have no pages here


class Generated(SphinxDirective):
    """Sections made from what the library knows; see `_SECTIONS`."""

    required_arguments = 1

    def run(self) -> list[nodes.Node]:
        """Return the sections, parsed as if they stood on the page."""
        lines = _SECTIONS[self.arguments[0]]()
        parent = nodes.section()
        parent.document = self.state.document
        content = StringList(lines, source=self.arguments[0])
        nested_parse_with_titles(self.state, content, parent)
        return parent.children


def _rules() -> list[str]:
    lines: list[str] = []
    for rule in RULES:
        when = "" if rule.runs_by_default else ", only when selected"
        lines += [rule.code, "-" * len(rule.code), ""]
        lines += [f"*{rule.severity}{when}*", "", *rule.explanation.splitlines(), ""]
    return lines


def _codes(codes: Mapping[str, str]) -> list[str]:
    lines: list[str] = []
    for code, meaning in codes.items():
        lines += [f"``{code}``", f"   {meaning}", ""]
    return lines


def _floors() -> list[str]:
    """Return the packages of pyproject.toml, each with its lowest version."""
    text = (HERE.parent / "pyproject.toml").read_text("utf-8")
    project = tomllib.loads(text)["project"]
    lists = {"": project["dependencies"], **project["optional-dependencies"]}
    lines: list[str] = []
    for extra, packages in lists.items():
        if extra in _FOR_WORK_ON_ARGMAP:
            continue
        named = [each.partition(";")[0] for each in packages]
        lines += [f"{f'``{extra}``' if extra else 'always'}", f"   {', '.join(named)}"]
    return lines


def _schemes() -> list[str]:
    lines: list[str] = []
    for scheme in schemes():
        lines += [scheme.name, "-" * len(scheme.name), "", f"``{scheme.id}``", ""]
        lines += [scheme.gist, ""]
        lines += [f":{role.id}: {role.text}" for role in scheme.roles]
        lines += [f":*conclusion*: {scheme.conclusion}", ""]
        lines += [f"#. {question.text}" for question in scheme.questions]
        lines += [""]
    return lines


_FOR_WORK_ON_ARGMAP = ("test", "lint", "docs")
_SECTIONS = {
    "codes": partial(_codes, CODES),
    "drawing-codes": partial(_codes, DRAWING_CODES),
    "sphinx-codes": partial(_codes, SPHINX_CODES),
    "floors": _floors,
    "rules": _rules,
    "schemes": _schemes,
}


def setup(app: Sphinx) -> None:
    """Add the directive."""
    app.add_directive("generated", Generated)
