"""A folder to work in, and the command line as a function."""

from collections.abc import Callable
from pathlib import Path

import click.testing
import pytest

from argmap import ArgumentMap, Claim, Counterpoint, Inference, Section
from argmap.cli.commands import cli
from argmap.formats import dump
from tests.cli.processes import EVIL, TEXT

Run = Callable[..., click.testing.Result]

RENTS = ArgumentMap.of(
    Claim("high", "Rents are too high."),
    Claim("rose", "Rents rose by a third."),
    Claim("index", "The index leaves out new contracts."),
    Inference(["rose"], conclusion="high"),
    Counterpoint(["index"], target="rose"),
    Section("facts", "What are the facts?", members=["rose", "index"]),
    title="Rents",
    thesis="high",
)


@pytest.fixture
def run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Run:
    """Run argmap in an empty folder that holds `rents.json`."""
    monkeypatch.chdir(tmp_path)
    dump(RENTS, tmp_path / "rents.json")

    def invoke(*words: str, text: str | bytes | None = None) -> click.testing.Result:
        return click.testing.CliRunner().invoke(cli, words, input=text)

    return invoke


REPORT = "Rents “rose” by a third. Wages fell.\n"
QUOTING = """\
===
argmap:
  sources:
    - {id: report, path: report.txt}
===

[Rents]: Rents rose. {quotations: [{exact: 'Rents "rose"', source: report}]}
  + [Wages]: Wages fell. {quotations: [{exact: "Wages fell.", source: report}]}
"""


@pytest.fixture
def quoting(run: Run) -> Run:
    """Make a map beside the text that it quotes."""
    Path("report.txt").write_text(REPORT, "utf-8")
    Path("m.argdown").write_text(QUOTING, "utf-8")
    return run


@pytest.fixture
def texts(run: Run, monkeypatch: pytest.MonkeyPatch) -> Run:
    """Lay out a text with what terminals should not get, in its name too."""
    monkeypatch.delenv("PYTHONUNBUFFERED", raising=False)  # it hides a late failure
    Path("m.argdown").write_text(TEXT, encoding="utf-8")
    Path(EVIL).write_text("(1) A\n")
    return run


ISOLATED = """\
{
  "argmap": 1,
  "claims": [
    {"id": "a", "text": "Rents rose."},
    {"id": "b", "text": "Wages fell."}
  ]
}
"""


@pytest.fixture
def isolated(run: Run) -> Run:
    """Make a map of two claims that nothing joins."""
    Path("isolated.json").write_text(ISOLATED)
    return run
