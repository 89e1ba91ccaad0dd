"""`argmap evaluate`."""

import json

import pytest

from tests.cli.conftest import Run


def test_verdicts_and_why(run: Run) -> None:
    """Every claim has a line; the thesis is explained."""
    result = run("evaluate", "rents.json")

    assert result.exit_code == 0
    assert result.stdout.splitlines() == [
        "unsupported  Rents are too high.",
        "defeated     Rents rose by a third.",
        "stands       The index leaves out new contracts.",
        "",
        "[unsupported] “Rents are too high.”",
        "  the inference from “Rents rose by a third.” fails",
        "    [defeated] “Rents rose by a third.”",
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
    """All that is asked for is one object, by the ids of parts."""
    told = json.loads(
        run("evaluate", "rents.json", "--json", "--pivots", "--probability").stdout
    )

    assert told["semantics"] == "grounded"
    assert told["verdicts"] == {
        "high": "unsupported",
        "rose": "defeated",
        "index": "stands",
        "rose-so-high": "unsupported",
        "index-against-rose": "stands",
    }
    assert told["explanations"]["rose"] == {
        "verdict": "defeated",
        "words": "[defeated] “Rents rose by a third.”",
        "because": ["index-against-rose"],
        "questions": [],
    }
    assert told["pivots"] == {"high": ["index", "index-against-rose"]}
    assert told["probabilities"]["high"] == [0.0, 0.0]


def test_pivots(run: Run) -> None:
    """What alone would flip the thesis is named, with the ids to say it by."""
    assert run("evaluate", "rents.json", "--pivots").stdout.split("\n\n")[-1] == (
        "“Rents are too high.” does not stand, and would stand without any one of\n"
        "  “The index leaves out new contracts.” (index)\n"
        "  the counterpoint from “The index leaves out new contracts.”"
        " (index-against-rose)\n"
    )
    one = run("evaluate", "rents.json", "--pivots", "--explain", "index").stdout
    assert one.endswith("stands: no single change would make it fall\n")
    bare = run("evaluate", "-", "--pivots", text="[a]: A.\n  - [b]: B.\n").stdout
    assert bare.endswith("“B.” (b)\n  the counterpoint from “B.” (b-against-a)\n")


def test_probability(run: Run) -> None:
    """How probable a claim is stands beside its verdict."""
    text = "[a]: A. {credence: 1}\n  - [b]: B. {credence: 0}\n"
    told = run("evaluate", "-", "--probability", "--seed", "3", text=text).stdout

    assert told == "defeated     1.00  A.\nstands       0.00  B.\n"
    why = run("evaluate", "-", "--probability", "--explain", "a", text=text).stdout
    assert why.startswith(told)


def test_probability_in_full(run: Run) -> None:
    """A credence that is not used is told, and how sure drawn figures are."""
    text = "[a]: A. {credence: 0.1}\n  + [b]: B. {credence: 0.9}\n"
    few = run("evaluate", "-", "--probability", text=text)
    assert few.stdout == (
        "stands       0.90  A.\nstands       0.90  B.\n\n"
        "The credence of “A.” is not used: the claim is not granted.\n"
    )
    told = json.loads(run("evaluate", "-", "--probability", "--json", text=text).stdout)
    assert told["exact"]
    assert told["unused_credences"] == ["a"]

    many = "".join(f"[c{at}]: {at}. {{credence: 0.5}}\n\n" for at in range(21))
    shown = run("evaluate", "-", "--probability", text=many).stdout
    assert "stands       0.50 (0.49 … 0.51)  1.\n" in shown
    assert shown.endswith(
        "\n\nProbabilities are shares of 10,000 random worlds; the exact ones lie in"
        " the brackets with 95 % confidence.\n"
    )
    told = json.loads(run("evaluate", "-", "--probability", "--json", text=many).stdout)
    assert not told["exact"]
    assert told["samples"] == 10_000
    low, high = told["confidence"]["c1"]
    assert low < told["probabilities"]["c1"][0] < high


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
    """Degrees have no explanations, and pivots go by the grounded semantics."""
    for words in (
        ["--semantics", "df-quad", "--explain", "high"],
        ["--semantics", "df-quad", "--standard", "scintilla"],
        ["--semantics", "stable", "--pivots"],
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
