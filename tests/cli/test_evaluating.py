"""`argmap evaluate`."""

import json

from tests.cli.conftest import Run


def test_verdicts_and_why(run: Run) -> None:
    """Every claim has a line; the thesis is explained."""
    result = run("evaluate", "rents.json")

    assert result.exit_code == 0
    assert result.stdout.splitlines() == [
        "unsupported  Rents are too high.",
        "refuted      Rents rose by a third.",
        "stands       The index leaves out new contracts.",
        "",
        "[unsupported] “Rents are too high.”",
        "  the inference from “Rents rose by a third.” fails",
        "    [refuted] “Rents rose by a third.”",
        "      the counterpoint from “The index leaves out new contracts.” holds",
        "        [stands] “The index leaves out new contracts.” is granted",
    ]


def test_what_if(run: Run) -> None:
    """Claims are granted, parts left out, standards lowered."""
    for words in (
        ["--without", "index"],
        ["--without", "index-against-rose"],
        ["--standard", "scintilla"],
        ["--assume", "high"],
    ):
        assert run("evaluate", "rents.json", *words).stdout.startswith("stands")


def test_explanations(run: Run) -> None:
    """One claim is explained, or all of them."""
    one = run("evaluate", "rents.json", "--explain", "index").stdout
    every = run("evaluate", "rents.json", "--explain", "all").stdout

    assert one == "[stands] “The index leaves out new contracts.” is granted\n"
    assert every.count("\n\n") == 2
    assert every.endswith(one)


def test_json(run: Run) -> None:
    """The verdicts are data, by the ids of parts."""
    assert json.loads(run("evaluate", "rents.json", "--json").stdout) == {
        "high": "unsupported",
        "rose": "refuted",
        "index": "stands",
        "rose-so-high": "unsupported",
        "index-against-rose": "stands",
    }


def test_what_there_is_not(run: Run) -> None:
    """An id that leads nowhere is wrong usage."""
    result = run("evaluate", "rents.json", "--without", "gone")

    assert result.exit_code == 2
    assert "gone" in result.stderr
