"""Names are plain English, without the words that a stranger would stumble over."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Final

import pytest

from tests.console import ROOT

UNUSUAL: Final = {
    *("told", "tell", "tells", "telling", "fate", "instead", "kept", "lost", "chances"),
    *("places", "marks", "passes", "uncollected", "gist", "stretch", "outcome"),
    *("attempt", "complain"),
}
"""What no name has among its words; a docstring can say it where it is the word."""

STAYS: Final = {
    "Evaluation.chances": "the former name of a method, which works for ever",
    "Scheme.gist": "a key in files of schemes, and the name of a public field",
    "lost_presumption": "the code of a rule, which stays as it was named",
}
"""Names that others rely on, and why they do."""


def _names(tree: ast.AST, owner: str = "") -> Iterator[str]:
    """Yield the names of classes, functions, parameters and fields (`Class.field`)."""
    for node in ast.iter_child_nodes(tree):
        inner = owner
        match node:
            case ast.ClassDef(name=name):
                yield name
                inner = f"{name}."
            case ast.FunctionDef(name=name) | ast.AsyncFunctionDef(name=name):
                yield f"{owner}{name}"
                inner = ""
            case ast.arg(arg=name):
                yield name
            case ast.AnnAssign(target=ast.Name(id=name)) if owner:
                yield f"{owner}{name}"
            case ast.Assign(targets=[ast.Name(id=name)]) if owner:
                yield f"{owner}{name}"
        yield from _names(node, inner)


def _words(name: str) -> set[str]:
    """Return the words of a name, be they joined by case or by underscores."""
    spaced = re.sub(r"(?<=[a-z])(?=[A-Z])", " ", name)
    return set(re.split(r"[\W_]+", spaced.lower()))


def _modules() -> list[str]:
    paths = (each.relative_to(ROOT) for each in ROOT.glob("argmap/**/*.py"))
    return sorted(each.as_posix() for each in paths)


def _unusual(module: str) -> list[str]:
    tree = ast.parse((ROOT / module).read_text("utf-8"))
    names = [Path(module).stem, *_names(tree)]
    return [each for each in names if each not in STAYS and UNUSUAL & _words(each)]


@pytest.mark.parametrize("module", _modules())
def test_names_are_plain(module: str) -> None:
    """No module, class, function, field or parameter is called by an unusual word."""
    assert _unusual(module) == []


def test_unusual_words_are_found() -> None:
    """Words are found in every kind of name, however they are joined."""
    tree = ast.parse(
        "class WhatIsTold:\n"
        "    kept_ids: int\n"
        "    def tell_all(self, the_gist, *, fate): ...\n"
    )

    assert [each for each in _names(tree) if UNUSUAL & _words(each)] == [
        "WhatIsTold",
        "WhatIsTold.kept_ids",
        "WhatIsTold.tell_all",
        "the_gist",
        "fate",
    ]
    assert not UNUSUAL & _words("lostness")


def test_names_that_stay_are_there() -> None:
    """An exception that nobody needs any more is gone from the list."""
    names = {
        name
        for module in _modules()
        for name in _names(ast.parse((ROOT / module).read_text("utf-8")))
    }

    assert STAYS.keys() <= names


def test_modules_say_what_they_hold() -> None:
    """No module opens with a question word."""
    opening = re.compile(r"(What|How|Why|Whether|Which)\b")
    found = [
        module
        for module in _modules()
        if opening.match(
            ast.get_docstring(ast.parse((ROOT / module).read_text("utf-8"))) or ""
        )
    ]
    assert found == []
