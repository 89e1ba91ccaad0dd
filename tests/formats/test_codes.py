"""Whatever argmap finds can be explained: the codes in the source are all known."""

import ast
import re
from collections.abc import Iterator

from argmap.formats.argdown.reader import _DEVIATIONS
from argmap.formats.codes import (
    ADVICE,
    CODES,
    DRAWING_CODES,
    SPHINX_CODES,
)
from argmap.rules import RULES
from tests.console import ROOT

_CODE = re.compile(r"map|[a-z]+(?:-[a-z0-9]+)+")
_MODULES = [
    each
    for each in ROOT.glob("argmap/**/*.py")
    if "diagram" not in each.parts or each.stem == "raster"
]
_TREES = [ast.parse(each.read_text("utf-8")) for each in _MODULES]
_FUNCTIONS = [
    each
    for tree in _TREES
    for each in ast.walk(tree)
    if isinstance(each, ast.FunctionDef)
]


def _calls(node: ast.AST) -> Iterator[tuple[str, ast.Call]]:
    """Yield the calls in a piece of source, each with the last name of its callee."""
    for each in ast.walk(node):
        if isinstance(each, ast.Call):
            yield getattr(each.func, "attr", getattr(each.func, "id", "")), each


def _takers() -> dict[str, set[int]]:
    """Return which arguments become the code of a finding, by names of functions."""
    takers = {"Diagnostic": {0}, "Fault": {0}, "Scalar": {5}, "_BrokenError": {2}}
    before = -1
    while before != sum(map(len, takers.values())):
        before = sum(map(len, takers.values()))
        for function in _FUNCTIONS:
            names = [each.arg for each in function.args.args]
            names = names[names[:1] in (["self"], ["cls"]) :]
            for callee, call in _calls(function):
                for code in _codes_of(call, takers.get(callee, set())):
                    if isinstance(code, ast.Name) and code.id in names:
                        at = names.index(code.id)
                        takers.setdefault(function.name, set()).add(at)
    return takers


def _codes_of(call: ast.Call, places: set[int]) -> Iterator[ast.expr]:
    yield from (call.args[at] for at in places if at < len(call.args))
    if places:
        yield from (each.value for each in call.keywords if each.arg == "code")


def _candidates() -> Iterator[ast.expr]:
    """Yield what becomes a code: as an argument, a variable `code`, or in a table."""
    takers = _takers()
    for tree in _TREES:
        for callee, call in _calls(tree):
            yield from _codes_of(call, takers.get(callee, set()))
        for each in ast.walk(tree):
            if isinstance(each, ast.Tuple) and len(each.elts) in {2, 3}:
                code, message = each.elts[:2]
                if isinstance(message, ast.JoinedStr) or " " in str(_literal(message)):
                    yield code
            elif isinstance(each, ast.Assign) and _is_code(each.targets[0]):
                yield each.value


def _is_code(target: ast.expr) -> bool:
    first = target.elts[0] if isinstance(target, ast.Tuple) else target
    return isinstance(first, ast.Name) and first.id == "code"


def _literal(node: ast.AST) -> object:
    return node.value if isinstance(node, ast.Constant) else None


def _found() -> set[str]:
    """Return the codes that stand where a code of a finding is wanted."""
    literals = (
        str(_literal(inner))
        for candidate in _candidates()
        for inner in ast.walk(candidate)
    )
    return {*filter(_CODE.fullmatch, literals), *_DEVIATIONS} - {"utf-8"}


def test_codes_are_explained() -> None:
    """Every code that stands in the source has an explanation."""
    found = _found()
    known = {*CODES, *DRAWING_CODES, *SPHINX_CODES, *(each.code for each in RULES)}

    assert len(found) > 80
    assert found - known == set()


def test_codes_are_found() -> None:
    """Every code that is explained stands in the source of what finds it."""
    literals = {_literal(each) for tree in _TREES for each in ast.walk(tree)}

    assert {*CODES, *DRAWING_CODES, *SPHINX_CODES} - literals == set()


def test_a_code_has_one_meaning() -> None:
    """No code is that of a rule and of something else."""
    codes = [*CODES, *DRAWING_CODES, *SPHINX_CODES, *(each.code for each in RULES)]

    assert len(codes) == len(set(codes))


def test_every_explanation_says_what_to_do() -> None:
    """What is not said with the meaning of a code is said behind it."""
    known = {**CODES, **DRAWING_CODES, **SPHINX_CODES}

    assert known.keys() - ADVICE.keys() == {"invalid-utf-8", "duplicate-claim"}
    assert ADVICE.keys() <= known.keys()
