"""Reports of verdicts, for the terminal and as JSON."""

import json
from pathlib import Path

import pytest

from argmap.cli import verdicts
from tests.cli.conftest import Run


def test_answer(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    """The thesis is answered for: what it rests on, what fails, what would flip it."""
    monkeypatch.setattr(verdicts, "is_terminal", lambda: True)
    monkeypatch.setenv("COLUMNS", "88")
    result = run("evaluate", "rents.json")

    assert result.exit_code == 0
    assert (
        result.stdout
        == """\
[unsupported] thesis “Rents are too high.” (high)
For it, 1 reason that fails:
  + “Rents rose by a third.” (rose) is defeated, because of “The index leaves out new
      contracts.” (index)
Against it, nothing is said.

It would stand if the objection from index (index-against-rose) were answered.

Of 3 claims 1 stands, 1 is unsupported, 1 is defeated; 1 is granted without a reason.
"""
    )


def test_terminal(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    """On a terminal lines are as wide as that, but neither very long nor very short."""
    monkeypatch.setattr(verdicts, "is_terminal", lambda: True)
    for columns, width in (("60", 60), ("7", 40), ("300", 100)):
        monkeypatch.setenv("COLUMNS", columns)
        lines = run("evaluate", "rents.json").stdout.splitlines()
        assert width - 15 < max(map(len, lines)) <= width


def test_where_the_rest_is(run: Run, tmp_path: Path) -> None:
    """Where an answer leaves something out, standard error says what has all of it."""
    many = "".join(f"[C{each}]: X.\n  - [D{each}]: Y.\n\n" for each in range(20))
    (tmp_path / "many.argdown").write_text(many, "utf-8")
    hint = "--list has all verdicts, --json all of the answer\n"

    assert "  … and 11 more\n" in run("evaluate", "many.argdown").stdout
    assert run("evaluate", "many.argdown").stderr == hint
    assert run("evaluate", "many.argdown", "--json").stderr == ""
    assert run("evaluate", "rents.json").stderr == ""


def test_by_speaker(run: Run) -> None:
    """Claims are grouped by those from whose standpoint they stand."""
    text = """{"argmap": 1, "claims": [
        {"id": "a", "text": "A.", "speaker": "Ada"}, {"id": "b", "text": "B."},
        {"id": "c", "text": "C.", "speaker": "Bo"},
        {"id": "d", "text": "D.", "speaker": "Ada", "utterances": ["Bo"]}],
        "counterpoints": [{"premises": ["d"], "target": "b"}]}"""
    result = run("evaluate", "-", "--by-speaker", text=text)
    as_json = run("evaluate", "-", "--by-speaker", "--json", text=text)

    assert (
        result.stdout
        == """\
Stands from every standpoint (Ada, Bo):
  D. (d)

Stands from the standpoint of Ada:
  A. (a)

Stands from the standpoint of Bo:
  C. (c)

Stands from no standpoint:
  B. (b)

The map names no author: claims without a speaker are granted from no standpoint.
"""
    )
    data = json.loads(as_json.stdout)
    assert data["agreed"] == ["d"]
    assert data["standpoints"]["Ada"]["c"] == "unsupported"
    apart = run("evaluate", "-", "--by-speaker", text=text.replace('["Bo"]', "[]"))
    assert apart.stdout.startswith("Nothing stands from every standpoint (Ada, Bo).\n")
    assert run("evaluate", "rents.json", "--by-speaker").stdout == (
        "The map names no author and no speaker.\n"
    )


def test_list(run: Run) -> None:
    """Every claim has a line, and nothing else is said."""
    assert run("evaluate", "rents.json", "--list").stdout.splitlines() == [
        "unsupported  Rents are too high.",
        "defeated     Rents rose by a third.",
        "stands       The index leaves out new contracts.",
    ]


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


def test_json_of_the_answer(run: Run) -> None:
    """It is that of the text, with all that the text leaves out."""
    shown = json.loads(run("evaluate", "rents.json", "--json").stdout)

    assert list(shown) == ["semantics", "verdicts", "answer", "explanations"]
    (subject,) = shown["answer"]["subjects"]
    assert subject["claim"]["id"] == "high"
    assert subject["points"][0]["status"] == "fails"
    assert subject["changes"]["sets"][0][0]["parts"] == ["index-against-rose", "index"]
    assert shown["answer"]["granted"] == ["index"]


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
