"""`argmap evaluate`."""

import json
from pathlib import Path

import pytest

from argmap.cli import verdicts
from tests.cli.conftest import Run


def test_what_if(run: Run) -> None:
    """Claims are granted, parts left out, standards lowered."""
    for words in (
        ["--without", "index"],
        ["--without", "index-against-rose"],
        ["--standard", "scintilla"],
        ["--assume", "high"],
    ):
        listed = run("evaluate", "rents.json", "--list", *words)
        assert listed.stdout.startswith("stands")


@pytest.mark.parametrize(
    ("text", "options"),
    [
        ("p af 5\n1 2\n2 3\n4 5\n5 4\n", []),
        ("# sworn\np af 2\n# 1 The  wall\n# 2 A \x1b lamp\n2 1\n", []),
        ("p af 1\n# 1 " + "long " * 40 + "\n", []),
        ("p af 0\n", []),
        ("p af 2\n1 2\n1 2\n", []),
        ("p af 2\n1 3\n", []),
        ("p af 2\n1 2\n", ["--standard", "scintilla"]),
        ("p af 2\n1 2\n2 1\n", ["--semantics", "preferred"]),
        ("p af 2\n1 2\n", ["--without", "1"]),
        ("p af 2\n1 2\n", ["--standpoint", "Ann"]),
        ("p af 2\n1 2\n", ["--json"]),
    ],
)
def test_a_framework_is_listed_as_its_map_is(
    run: Run, tmp_path: Path, text: str, options: list[str]
) -> None:
    """A file of which no map is made gives what its text does, of which one is."""
    path = tmp_path / "plain.af"
    path.write_text(text, "utf-8")
    of_map = run("evaluate", "-", "--from", "af", "--list", *options, text=text)

    for words in ([str(path)], [str(path), "--from", "af"]):
        found = run("evaluate", *words, "--list", *options)
        assert (found.exit_code, found.stdout) == (of_map.exit_code, of_map.stdout)
        said = of_map.stderr.replace("<stdin>", "-")
        assert found.stderr.replace(str(path), "-") == said


def test_a_large_framework_is_counted(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Its answer has as many verdicts of each kind as the list, and names some."""
    path = tmp_path / "large.af"
    chain = "".join(f"{each} {each + 1}\n" for each in range(1, 20))
    path.write_text(f"p af 22\n{chain}21 22\n22 21\n", "utf-8")
    listed = run("evaluate", str(path), "--list").stdout.split()
    assert run("evaluate", str(path)).stdout.startswith("[defeated] “20” (20)")

    monkeypatch.setattr(verdicts, "_LARGE", 40)
    found = run("evaluate", str(path))
    assert found.stdout == (
        "[stands] 10 arguments: 1, 3, 5, 7, 9, 11, 13, 15 and 2 more\n"
        "[contested] 2 arguments: 21, 22\n"
        "[defeated] 10 arguments: 2, 4, 6, 8, 10, 12, 14, 16 and 2 more\n"
    )
    for verdict, count in (("stands", 10), ("contested", 2), ("defeated", 10)):
        assert listed.count(verdict) == count
    assert "--about ID" in found.stderr
    assert "“2” (2)" in run("evaluate", str(path), "--about", "2").stdout


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
        ["--semantics", "stable", "--only", "rose"],
        ["--semantics", "df-quad", "--list"],
        ["--by-speaker", "--standpoint", "everyone"],
        ["--list", "--about", "rose"],
        ["--explain", "rose", "--only", "rose"],
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
    result = run("evaluate", "rents.json", "--list", "--without", "high")

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


def test_titles(run: Run) -> None:
    """Wherever a part is named its title or its text will do, in any case."""
    for words in (
        ["--list", "--without", "the index leaves out new contracts."],
        ["--list", "--assume", "Rents are too high."],
        ["--explain", "rents rose by a third."],
        ["--about", "Rents rose by a third."],
        ["--only", "Rents rose by a third."],
        ["--semantics", "df-quad", "--without", "The index leaves out new contracts."],
    ):
        assert run("evaluate", "rents.json", *words).exit_code == 0
    slip = run("evaluate", "rents.json", "--explain", "indx")
    assert slip.exit_code == 2
    assert "did you mean 'index'?" in slip.stderr
    slip = run("evaluate", "rents.json", "--about", "rents rose by a thirt.")
    assert "did you mean 'rents rose by a third.'?" in slip.stderr
    twice = "[a]: Rents rose.\n\n[b]: Rents rose.\n"
    slip = run("evaluate", "-", "--about", "rents rose.", text=twice)
    assert "'rents rose.' may be a or b: name one by its id" in slip.stderr


def test_about_and_only(run: Run) -> None:
    """Another claim is answered for, and only some parts may change."""
    about = run("evaluate", "rents.json", "--about", "rose").stdout
    assert about.startswith("[defeated] “Rents rose by a third.” (rose)\n")
    only = run("evaluate", "rents.json", "--only", "rose").stdout
    assert "No change of what may be changed would make it stand." in only


def test_what_there_is_not(run: Run) -> None:
    """An id that leads nowhere is wrong usage."""
    result = run("evaluate", "rents.json", "--without", "gone")

    assert result.exit_code == 2
    assert "gone" in result.stderr


def test_a_standpoint(run: Run) -> None:
    """What only others hold is granted from their standpoint; a slip is answered."""
    text = "===\nargmap: {author: Ann}\n===\n\n[a]: A. {speaker: Bob}\n  + [b]: B.\n"
    text += "\n[c]: C. {speaker: Bob}\n"
    listed = [
        run("evaluate", "-", "--list", *words, text=text).stdout
        for words in ((), ("--standpoint", "Bob"), ("--standpoint", "everyone"))
    ]
    assert "unsupported  C." in listed[0]
    assert "stands       C." in listed[1]
    assert listed[2].count("stands") == 3
    slip = run("evaluate", "-", "--standpoint", "Bop", text=text)
    assert slip.exit_code == 2
    assert "nobody in the map is called 'Bop'; did you mean 'Bob'?" in slip.stderr
