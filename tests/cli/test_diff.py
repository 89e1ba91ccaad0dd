"""`argmap diff`."""

import json
import os
from pathlib import Path

import attrs
import pytest

from argmap import Claim, dump
from tests.cli.conftest import RENTS, Run

OLD = "[Cap]: Cap rents.\n  + [Rose]: Rents rose by a third.\n"
NEW = """\
[Cap]: Cap rents.
  + [Rose]: Rents rose by a quarter.
    - [Index]: The index is wrong.
"""


@pytest.fixture
def editions(run: Run) -> Run:
    """Make two editions of a map."""
    Path("old.argdown").write_text(OLD, "utf-8")
    Path("new.argdown").write_text(NEW, "utf-8")
    return run


def test_all_that_differs(editions: Run) -> None:
    """Each line has a sign; verdicts that changed come last, with what they rest on."""
    result = editions("diff", "old.argdown", "new.argdown")

    assert result.exit_code == 1
    assert result.stdout == (
        "~ claim “Rents rose by a quarter.” (rose)\n"
        '-   text: "Rents rose by a third."\n'
        '+   text: "Rents rose by a quarter."\n'
        "+ claim “The index is wrong.” (index)\n"
        "+ counterpoint “The index is wrong.” → “Rents rose by a quarter.”"
        " (index-against-rose)\n"
        "! “Cap rents.”: stands → unsupported\n"
        "!   the inference from “Rents rose by a quarter.” fails\n"
        "! “Rents rose by a quarter.”: stands → defeated\n"
        "!   the counterpoint from “The index is wrong.” holds\n"
    )


def test_equal_maps_in_two_formats(run: Run) -> None:
    """Where nothing differs nothing is printed, whatever the formats."""
    dump(RENTS, Path("rents.argdown"))
    result = run("diff", "rents.json", "rents.argdown")

    assert (result.exit_code, result.stdout) == (0, "")


def test_one_may_come_from_standard_input(editions: Run) -> None:
    """- stands for standard input, once."""
    result = editions("diff", "-", "new.argdown", text=NEW)
    assert (result.exit_code, result.stdout) == (0, "")

    both = editions("diff", "-", "-", text=NEW)
    assert both.exit_code == 2
    assert "only one of the two" in both.stderr


def test_a_renamed_part(run: Run) -> None:
    """Another id alone is said in a line."""
    dump(RENTS.rename("rose", "rents-rose"), Path("new.json"))
    result = run("diff", "rents.json", "new.json")

    assert result.stdout == "= claim “Rents rose by a third.” (rose → rents-rose)\n"


def test_what_is_said_of_the_map(run: Run) -> None:
    """Fields of the map and the order of parts are compared, too."""
    first, *others = RENTS.claims
    new = attrs.evolve(RENTS, claims=[*others, first], title="", data={"seen": 1})
    dump(new, Path("new.json"))

    assert run("diff", "rents.json", "new.json").stdout == (
        '~ title of the map\n-   title: "Rents"\n'
        '~ data of the map\n+   data: {"seen": 1}\n'
        "~ claims in another order\n"
    )


def test_json(editions: Run) -> None:
    """The object has the parts as argmap's own format has them, and the verdicts."""
    result = editions("diff", "old.argdown", "new.argdown", "--json")
    data = json.loads(result.stdout)

    assert [each["change"] for each in data["changes"]] == ["changed", "added", "added"]
    assert data["changes"][0]["fields"] == {
        "text": {
            "before": "Rents rose by a third.",
            "after": "Rents rose by a quarter.",
        }
    }
    assert data["changes"][2]["after"] == {
        "id": "index-against-rose",
        "premises": ["index"],
        "target": "rose",
    }
    assert data["verdicts"][0] == {
        "part": "cap",
        "before": "stands",
        "after": "unsupported",
        "because": ["the inference from “Rents rose by a quarter.” fails"],
    }


def test_markdown_is_a_block_that_nothing_ends(run: Run) -> None:
    """In a comment on a code host no text of a map is markup, a link or a mention."""
    evil = "\n```\n@ada <img> ````` [x](y)"
    dump(RENTS.with_parts(Claim("x", evil)), Path("new.json"))
    result = run("diff", "rents.json", "new.json", "--markdown")

    title, _, *block, end = result.stdout.splitlines()
    assert title == "**Argument map:** 1 added"
    assert block == ["``````diff", "+ claim “``` @ada <img> ````` [x](y)” (x)"]
    assert end == "``````"


def test_markdown_without_changes(run: Run) -> None:
    """There is no empty block."""
    result = run("diff", "rents.json", "rents.json", "--markdown")

    assert result.stdout == "**Argument map:** nothing has changed\n"


def test_colours_go_by_the_sign(editions: Run) -> None:
    """On a terminal each line has the colour of its sign."""
    words = "diff", "old.argdown", "new.argdown"
    colored = editions("--color", "always", *words).stdout.splitlines()

    assert colored[0].startswith("\x1b[33m~ claim")
    assert colored[1].startswith("\x1b[31m-")
    assert colored[2].startswith("\x1b[32m+")


def test_a_text_cannot_colour_itself(run: Run) -> None:
    """No control character of a map reaches the terminal."""
    dump(RENTS.with_parts(Claim("x", "A\x1b[2J.")), Path("new.json"))

    result = run("--color", "always", "diff", "rents.json", "new.json")
    assert "\x1b[2J" not in result.stdout


def test_the_null_device_is_an_empty_map(editions: Run) -> None:
    """Git names it where a file is new or gone."""
    result = editions("diff", os.devnull, "old.argdown")

    assert result.exit_code == 1
    assert [each[0] for each in result.stdout.splitlines()] == ["+", "+", "+"]


def test_a_map_that_cannot_be_read(editions: Run) -> None:
    """Nothing is compared with what has errors, unless that is asked for."""
    Path("bad.argdown").write_text(f"{OLD}\n[Cap]: a <b> c.\n", "utf-8")

    assert editions("diff", "none.argdown", "new.argdown").exit_code == 3
    refused = editions("diff", "bad.argdown", "old.argdown")
    assert (refused.exit_code, refused.stdout) == (3, "")
    assert "partial" in editions("diff", "-k", "bad.argdown", "old.argdown").stderr


def test_two_forms_at_once_are_refused(run: Run) -> None:
    """--json and --markdown exclude each other."""
    result = run("diff", "rents.json", "rents.json", "--json", "--markdown")

    assert result.exit_code == 2


def test_a_picture(editions: Run) -> None:
    """--output draws both maps in one picture, and the exit code stays the same."""
    result = editions("diff", "old.argdown", "new.argdown", "-o", "changes.svg")

    assert (result.exit_code, result.stdout) == (1, "")
    assert result.stderr.startswith("wrote changes.svg: 2 added, 1 changed")
    picture = Path("changes.svg").read_text("utf-8")
    assert "~ changed" in picture
    assert "+ new" in picture


def test_a_picture_that_would_not_show_the_changes_is_refused(editions: Run) -> None:
    """Neither formats without marks nor options without a picture pass in silence."""
    words = "diff", "old.argdown", "new.argdown"

    for more in (["-o", "x.html"], ["-o", "x.bmp"], ["--layout", "list"]):
        assert editions(*words, *more).exit_code == 2
    assert not Path("x.html").exists()
