"""`argmap show` and `argmap convert`."""

from pathlib import Path

from argmap import ArgumentMap, Claim, Source
from argmap.formats import dump, load
from tests.cli.conftest import RENTS, Run


def test_show(run: Run) -> None:
    """The outline has each claim under what it speaks for or against."""
    assert run("show", "rents.json").stdout == (
        "Rents\n\n"
        "Rents are too high.\n"
        "  + Rents rose by a third. (see “What are the facts?”)\n\n"
        "# What are the facts?\n\n"
        "Rents rose by a third.\n"
        "  - The index leaves out new contracts.\n"
    )


def test_convert(run: Run) -> None:
    """What is converted is the same map."""
    result = run("convert", "rents.json", "-o", "again.json")

    assert result.exit_code == 0
    assert result.stderr == "wrote again.json\n"
    assert load("again.json") == RENTS
    assert run("convert", "rents.json").stdout == Path("again.json").read_text("utf-8")


def test_convert_keeps_texts_to_itself(run: Run) -> None:
    """The text of a source goes along only when it is asked for."""
    gazette = Source("gazette", text="Rents rose.")
    quoting = Claim("rose", "Rents rose.", quotations=[gazette.quote("Rents rose")])
    Path("rents.py").write_text(
        "from argmap import *\n"
        "gazette = Source('gazette', text='Rents rose.')\n"
        "RENTS = ArgumentMap([Claim('rose', 'R.')], sources=[gazette])\n"
    )
    dump(ArgumentMap([quoting], sources=[gazette]), "quoting.json")

    assert load("quoting.json").sources[0].text is None
    run("convert", "rents.py:RENTS", "-o", "without.json")
    run("convert", "rents.py:RENTS", "-o", "with.json", "--with-source-text")
    assert load("without.json").sources[0].text is None
    assert load("with.json").sources[0].text == "Rents rose."


def test_convert_to_nothing_known(run: Run) -> None:
    """A format that is none is wrong usage, and nothing is written."""
    result = run("convert", "rents.json", "-o", "rents.xyz")

    assert result.exit_code == 2
    assert not Path("rents.xyz").exists()
