"""`argmap stats`."""

import json
from pathlib import Path

import pytest

from argmap import ArgumentMap, Claim, dump
from argmap.corpus import load
from tests.cli.conftest import Run
from tests.cli.processes import on_terminal
from tests.corpus.files import BAD, lay_out

SHOWN = """\
3 maps
9 claims in a map

parts:
  27  claim
   3  counterpoint
   3  inference

relations:
  6  counterpoint
  3  inference

schemes:
  3  example

speakers:
  9  S0
  9  S1
  9  S2
"""


@pytest.fixture
def maps(run: Run) -> Run:
    """Lay out three maps."""
    lay_out(Path("maps"), 3, has_bad=False)
    return run


def test_counts(maps: Run) -> None:
    """A person is shown what there is, the greatest counts first."""
    result = maps("stats", "maps")

    assert (result.exit_code, result.stderr) == (0, "")
    assert result.stdout == SHOWN


def test_the_first_ten(run: Run) -> None:
    """Of many counts the first ten are shown, and how many more there are."""
    many = [Claim(f"c{i}", speaker=f"S{i:02}") for i in range(12)]
    dump(ArgumentMap(many), "many.json")

    shown = run("stats", "many.json").stdout

    assert "  1  S09\n  …  2 more\n" in shown
    assert len(json.loads(run("stats", "many.json", "--json").stdout)["speakers"]) == 12


def test_json_is_complete(maps: Run) -> None:
    """Programs get the counts of `argmap.corpus`."""
    found = json.loads(maps("stats", "maps", "--json").stdout)

    stats = load("maps").stats()
    assert found["maps"] == found["files"] == stats.files
    assert found["relations"] == stats.relations
    assert found["sizes"] == {"9": 3}


def test_bad_files_are_said_and_counted(run: Run) -> None:
    """The others are counted, and the exit code is that of the worst."""
    lay_out(Path("maps"), 3)

    result = run("stats", "maps", "nowhere.json", f"maps/{BAD[2]}")

    assert result.exit_code == 3
    assert result.stdout.startswith("3 maps; 4 files could not be read\n")
    for words in (*BAD[:2], "nowhere.json: no such file", BAD[2]):
        assert words in result.stderr
    found = json.loads(run("stats", "maps", "--json").stdout)
    assert [*found["errors"]] == [f"maps/{each}" for each in BAD[:2]]


def test_no_map_at_all(run: Run) -> None:
    """Of files that are none there are no sizes."""
    result = run("stats", "nowhere.json")

    assert (result.exit_code, result.stdout) == (
        3,
        "0 maps; 1 file could not be read\n",
    )


def test_a_folder_without_maps_has_counts_too(run: Run) -> None:
    """Who reads JSON gets it, with what was left out; the error is beside it."""
    Path("maps").mkdir()
    for name in ("package.json", "none.bin"):
        Path("maps", name).write_text("{}", "utf-8")
    result = run("stats", "maps", "--json")

    assert result.exit_code == run("check", "maps").exit_code == 3
    found = json.loads(result.stdout)
    assert (found["files"], found["maps"]) == (0, 0)
    assert found["left_out"] == ["maps/package.json"]
    assert "no maps in 'maps'" in result.stderr


def test_names_are_harmless(run: Run) -> None:
    """A terminal gets no control character of a speaker's."""
    dump(ArgumentMap([Claim("a", speaker="A\x1b[2Jda")]), "evil.json")

    assert "\x1b" not in run("stats", "evil.json").stdout
    assert b"\x1b[2J" not in on_terminal("stats", "evil.json")[1]
