"""`argmap coverage`."""

from argmap import ArgumentMap, Claim, Source
from argmap.formats import dump
from tests.cli.conftest import Run


def test_coverage(run: Run) -> None:
    """Coverage tells the sentences that nobody quotes."""
    gazette = Source("gazette", text="Rents rose. Wages fell.")
    rose = Claim("rose", "Rents rose.", quotations=[gazette.quote("Rents rose")])
    argument_map = ArgumentMap([rose], sources=[gazette])
    dump(argument_map, "gazette.json", with_source_text=True)

    assert "Wages fell." in run("coverage", "gazette.json").stdout
    assert run("coverage", "gazette.json", "--source", "x").exit_code == 2
    unsourced = run("coverage", "rents.json")
    assert unsourced.exit_code == 2
    assert "the map names no source" in unsourced.stderr


def test_coverage_of_a_file(quoting: Run) -> None:
    """Coverage reads the source from its file."""
    assert quoting("coverage", "m.argdown").stdout.startswith("2 of 2 sentences")
