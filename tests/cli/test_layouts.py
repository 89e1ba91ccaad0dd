"""`argmap render --layout`: which layout is taken, and what is said of it."""

from pathlib import Path

import pytest

from argmap.formats import dump
from tests.cli.conftest import Run
from tests.diagram.shapes import chain


@pytest.fixture
def deep(run: Run) -> Run:
    """Return what runs argmap beside `deep.json`, a graph that fits no telephone."""
    dump(chain(60), Path("deep.json"))
    return run


def test_a_list_is_announced(deep: Run) -> None:
    """Where auto takes the list, standard error says so, and how to get the graph."""
    result = deep("render", "deep.json", "-o", "deep.svg", "--width", "360")

    assert result.exit_code == 0
    assert result.stderr.splitlines()[0] == (
        "deep.json: drawn as a list, because a graph would not be legible at 360"
        " pixels; --layout graph draws one"
    )
    assert '<svg xmlns="http://www.w3.org/2000/svg"' in Path("deep.svg").read_text(
        "utf-8"
    )


@pytest.mark.parametrize(
    "words",
    [
        ("deep.json", "--layout", "list"),
        ("deep.json", "--layout", "graph"),
        ("deep.json", "--width", "360", "-q"),
        ("deep.json", "-f", "dot"),
        ("deep.json", "-f", "text"),
        ("rents.json",),
    ],
)
def test_nothing_to_announce(deep: Run, words: tuple[str, ...]) -> None:
    """What was asked for, or expected, needs no words; nor does what has no layout."""
    result = deep("render", *words)

    assert result.exit_code == 0
    assert "list" not in result.stderr


def test_a_list_needs_no_engine(deep: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    """A list is drawn where there is neither an engine nor dot."""
    monkeypatch.setenv("PATH", "")

    result = deep("render", "deep.json", "--layout", "list", "--engine", "dot")

    assert result.exit_code == 0
    assert result.stderr == ""


def test_width_and_columns(deep: Run) -> None:
    """A list is as wide as it is wanted, in as many columns as it is wanted."""
    one, two = (
        deep("render", "deep.json", "--layout", "list", "--columns", count).stdout
        for count in ("1", "2")
    )
    wide = deep("render", "deep.json", "--layout", "list", "--width", "900").stdout

    assert 'width="736"' in one
    assert 'width="900"' in wide
    assert _height(two) < _height(one)


def _height(svg: str) -> float:
    return float(svg.partition(' height="')[2].partition('"')[0])


@pytest.mark.parametrize(
    ("option", "least"), [("--width", 240), ("--columns", 1), ("--max-lines", 1)]
)
def test_too_small(deep: Run, option: str, least: int) -> None:
    """A number with which nothing can be drawn is refused, with the least there is."""
    result = deep("render", "deep.json", option, "0")

    assert result.exit_code == 2
    assert f"'{option}': 0 is not in the range x>={least}" in result.stderr
