"""`argmap evaluate`."""

import json

import pytest

from tests.cli.conftest import Run


def test_what_if(run: Run) -> None:
    """Claims are granted, parts left out, standards lowered."""
    for words in (
        ["--without", "index"],
        ["--without", "index-against-rose"],
        ["--standard", "scintilla"],
        ["--assume", "high"],
    ):
        assert run("evaluate", "rents.json", *words).stdout.startswith("stands")


def test_semantics(run: Run) -> None:
    """Other semantics give verdicts too, gradual ones degrees."""
    text = "[a]: A.\n  >< [b]: B.\n"
    preferred = run(
        "evaluate", "-", "--semantics", "preferred", "--explain", "a", text=text
    )
    degrees = run("evaluate", "-", "--semantics", "df-quad", text=text)
    as_json = run("evaluate", "-", "--semantics", "df-quad", "--json", text=text)

    assert preferred.stdout.endswith("and stands in some preferred labelling\n")
    assert degrees.stdout == "0.444  A.\n0.444  B.\n"
    assert json.loads(as_json.stdout)["degrees"]["a"] == pytest.approx(4 / 9)


def test_what_does_not_go_together(run: Run) -> None:
    """An option that would change nothing beside the others is refused."""
    for words in (
        ["--semantics", "df-quad", "--explain", "high"],
        ["--semantics", "df-quad", "--standard", "scintilla"],
        ["--semantics", "stable", "--pivots"],
        ["--seed", "3"],
    ):
        assert run("evaluate", "rents.json", *words).exit_code == 2


def test_what_cannot_be_weighed(run: Run) -> None:
    """That a semantics does not know a part of the map is said, with its id."""
    result = run("evaluate", "rents.json", "--semantics", "h-categoriser")

    assert result.exit_code == 2
    assert "attacks only, not the inference 'rose-so-high'" in result.stderr


def test_without_the_thesis(run: Run) -> None:
    """Then there is no verdict on it to explain."""
    result = run("evaluate", "rents.json", "--without", "high")

    assert result.exit_code == 0
    assert "high" not in result.stdout


def test_no_pivots(run: Run) -> None:
    """A step has none, and that is said."""
    words = ["--pivots", "--explain", "rose-so-high"]
    result = run("evaluate", "rents.json", *words)

    assert result.exit_code == 2
    assert "'rose-so-high' has no pivots" in result.stderr


def test_no_labelling(run: Run) -> None:
    """That there is no stable labelling is a finding."""
    text = "[a]: A.\n  - [a]\n"
    result = run("evaluate", "-", "--semantics", "stable", text=text)

    assert result.exit_code == 1
    assert "no stable labelling" in result.stderr


def test_what_there_is_not(run: Run) -> None:
    """An id that leads nowhere is wrong usage."""
    result = run("evaluate", "rents.json", "--without", "gone")

    assert result.exit_code == 2
    assert "gone" in result.stderr
