"""Break the code on purpose, in one place at a time, and see whether a test fails.

Run `python -m tests.mutate` for all files below, or name some of them. What survives is
shown with its line; the exit code is 1 where less than 90 % of a file is noticed.
`--sample 100` tries that many places of each file, the same every time.

One process collects the tests and is copied for each change, so that what a change
costs is no more than the tests up to the first that fails.
"""

import ast
import gc
import os
import random
import resource
import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import redirect_stderr, redirect_stdout
from functools import partial
from importlib.machinery import SourceFileLoader
from mmap import mmap
from pathlib import Path
from types import CodeType, FunctionType
from typing import Any, Final

import attrs
import click
import pytest

_DOT: Final = "tests/diagram/test_dot.py"
TESTS: Final = {
    "argmap/evaluation/grounded.py": ("tests/evaluation",),
    "argmap/formats/argdown/mapping.py": (
        "tests/formats/argdown/test_mapping.py",
        "tests/formats/argdown",
    ),
    "argmap/diagram/dot.py": (
        "tests/diagram/test_dot.py::test_golden",
        "tests/diagram/test_dot.py",
    ),
    "argmap/diagram/dot_looks.py": ("tests/diagram/test_dot.py::test_golden",),
    "argmap/formats/aif/writer.py": ("tests/formats/aif",),
}
"""Files, and the tests that have to notice a change of them."""

ENOUGH: Final = 0.9
_BYTES: Final = 2**31
_ELSEWHERE: Final = 77  # the exit code where a change is not in a function

_PAIRS: Final[tuple[tuple[type[ast.AST], type[ast.AST]], ...]] = (
    (ast.Lt, ast.LtE),
    (ast.Gt, ast.GtE),
    (ast.Eq, ast.NotEq),
    (ast.Is, ast.IsNot),
    (ast.In, ast.NotIn),
    (ast.And, ast.Or),
    (ast.Add, ast.Sub),
    (ast.Mult, ast.Div),
    (ast.BitOr, ast.BitAnd),
)
_OTHER: Final = dict([*_PAIRS, *(pair[::-1] for pair in _PAIRS)])
_DELETED: Final = (ast.Expr, ast.Assign, ast.AugAssign, ast.Return, ast.Raise)


@attrs.frozen
class Change:
    """Another node in the place of one; `index` is that in a list, if it is in one."""

    parent: ast.AST
    field: str
    index: int | None
    node: ast.AST
    other: ast.AST

    def apply(self) -> None:
        """Change the tree, in a process that does nothing else with it."""
        ast.fix_missing_locations(ast.copy_location(self.other, self.node))
        if self.index is None:
            setattr(self.parent, self.field, self.other)
        else:
            getattr(self.parent, self.field)[self.index] = self.other

    def __str__(self) -> str:
        """Return the line and both texts, shortened."""
        line = getattr(self.node, "lineno", getattr(self.parent, "lineno", "?"))
        before, after = (
            ast.unparse(each).partition("\n")[0] for each in (self.node, self.other)
        )
        return f"{line}: {before[:60]} -> {after[:60]}"


def changes(parent: ast.AST) -> Iterator[Change]:
    """Yield the changes of all that runs: no annotations, docstrings or imports."""
    for field, value in ast.iter_fields(parent):
        if field in {"annotation", "returns"}:
            continue
        for at, node in enumerate(value if isinstance(value, list) else [value]):
            if not isinstance(node, ast.AST) or _is_silent(node):
                continue
            index = at if isinstance(value, list) else None
            for other in _others(node):
                yield Change(parent, field, index, node, other)
            yield from changes(node)


def _is_silent(node: ast.AST) -> bool:
    if isinstance(node, ast.If):
        return ast.unparse(node.test) == "TYPE_CHECKING"
    is_docstring = isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant)
    return is_docstring or isinstance(node, ast.Import | ast.ImportFrom)


def _others(node: Any) -> Iterator[ast.AST]:
    if isinstance(node, _DELETED):
        yield ast.Pass()
    if isinstance(node, ast.BoolOp | ast.BinOp | ast.AugAssign):
        if type(node.op) in _OTHER:
            yield _with(node, op=_OTHER[type(node.op)]())
    elif isinstance(node, ast.Compare):
        yield _with(node, ops=[_OTHER[type(node.ops[0])](), *node.ops[1:]])
    elif isinstance(node, ast.If | ast.While | ast.IfExp):
        yield _with(node, test=ast.UnaryOp(ast.Not(), node.test))
    elif isinstance(node, ast.comprehension) and node.ifs:
        first, *rest = node.ifs
        yield _with(node, ifs=[ast.UnaryOp(ast.Not(), first), *rest])
    elif isinstance(node, ast.UnaryOp) and isinstance(node.op, ast.Not):
        yield node.operand
    elif isinstance(node, ast.Constant):
        yield from _other_constants(node.value)


def _other_constants(value: object) -> Iterator[ast.Constant]:
    if isinstance(value, bool):
        yield ast.Constant(not value)
    elif isinstance(value, int | float):
        yield ast.Constant(value + 1)
    elif isinstance(value, str):
        yield ast.Constant(f"{value}XX")


def _with(node: ast.AST, **fields: object) -> ast.AST:
    """Return a node like this one but for some fields."""
    return type(node)(**{**dict(ast.iter_fields(node)), **fields})


@attrs.frozen
class Loop:
    """What pytest does after it has collected: all tests for each change."""

    path: str
    tree: ast.Module
    tried: Sequence[Change]
    seconds: int
    answers: mmap

    def pytest_runtestloop(self) -> bool | None:
        """Copy the process for each change; in the copy pytest goes on."""
        for at, change in enumerate(self.tried):
            child = os.fork()
            if not child:
                _limit(self.seconds)
                change.apply()
                if not install(self.path, _compiled(self.path, self.tree)):
                    os._exit(_ELSEWHERE)
                return None
            status = os.waitpid(child, 0)[1]
            self.answers[at] = os.waitstatus_to_exitcode(status) % 256
        return True


def install(path: str, code: CodeType) -> bool:
    """Give the functions of an imported module the code of a changed one.

    Return whether that makes a difference: a change outside of functions does not.
    """
    codes = {(each.co_qualname, each.co_firstlineno): each for each in _inside(code)}
    is_changed = False
    for each in gc.get_objects():
        if isinstance(each, FunctionType) and each.__code__.co_filename.endswith(path):
            before = each.__code__
            each.__code__ = codes[before.co_qualname, before.co_firstlineno]
            is_changed = is_changed or each.__code__ != before
    return is_changed


def _inside(code: CodeType) -> Iterator[CodeType]:
    for each in code.co_consts:
        if isinstance(each, CodeType):
            yield each
            yield from _inside(each)


def _compiled(path: str, tree: ast.Module) -> CodeType:
    code: CodeType = compile(tree, path, "exec")
    return code


def noticed(path: str, tree: ast.Module, tried: Sequence[Change]) -> list[bool]:
    """Return for each change whether a test fails with it."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN).ru_utime
    if _in_a_copy(lambda: _run(path)):
        sys.exit(f"{path}: a test fails before anything is changed")
    taken = resource.getrusage(resource.RUSAGE_CHILDREN).ru_utime - before
    seconds = 10 + 2 * int(taken)
    answers = mmap(-1, len(tried))
    loop = Loop(path, tree, tried, seconds, answers)
    _in_a_copy(lambda: _run(path, loop))

    def imported_anew(change: Change) -> int:
        _limit(seconds)
        change.apply()
        return _run_with(path, _compiled(path, tree))

    return [
        bool(
            _in_a_copy(partial(imported_anew, change))
            if answer == _ELSEWHERE
            else answer
        )
        for change, answer in zip(tried, answers[:], strict=True)
    ]


def _in_a_copy(work: Callable[[], int]) -> int:
    """Return the exit code of some work in a process of its own."""
    child = os.fork()
    if not child:
        os._exit(work())
    return os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])


def _limit(seconds: int) -> None:
    """End this process where it goes on for ever, or grows."""
    resource.setrlimit(resource.RLIMIT_CPU, (seconds, seconds))
    resource.setrlimit(resource.RLIMIT_DATA, (_BYTES, _BYTES))


def _run_with(path: str, code: CodeType) -> int:
    """Run the tests of a file with the module that some code makes."""
    usual, name = SourceFileLoader.get_code, path.removesuffix(".py").replace("/", ".")

    def get_code(loader: SourceFileLoader, fullname: str) -> CodeType | None:
        return code if fullname == name else usual(loader, fullname)

    SourceFileLoader.get_code = get_code  # type: ignore[assignment,method-assign]
    return _run(path)


def _run(path: str, *plugins: object) -> int:
    """Run the tests of a file; return pytest's exit code."""
    options = ["-x", "-q", "--tb=no", "--hypothesis-profile=broken"]
    options += ["-p", "no:cacheprovider", *TESTS[path]]
    with (
        Path(os.devnull).open("w") as null,
        redirect_stdout(null),
        redirect_stderr(null),
    ):
        return int(pytest.main(options, plugins))


@click.command
@click.argument("paths", nargs=-1, type=click.Choice(list(TESTS)))
@click.option("--sample", type=int, help="How many changes of each file to try.")
def main(paths: tuple[str, ...], sample: int | None) -> None:
    """Break files on purpose and see whether a test fails."""
    is_enough = True
    for path in paths or TESTS:
        tree = ast.parse(Path(path).read_text("utf-8"))
        tried = list(changes(tree))
        if sample and sample < len(tried):
            tried = random.Random(0).sample(tried, sample)  # noqa: S311 - repeatable
        found = noticed(path, tree, tried)
        for change, is_noticed in zip(tried, found, strict=True):
            if not is_noticed:
                click.echo(f"{path}:{change}")
        click.echo(f"{path}: {sum(found)} of {len(found)} changes noticed")
        is_enough = is_enough and sum(found) >= ENOUGH * len(found)
    sys.exit(not is_enough)


if __name__ == "__main__":
    main()
