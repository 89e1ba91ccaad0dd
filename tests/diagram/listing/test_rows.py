"""The rows of a list."""

from argmap import ArgumentMap, Claim, Counterpoint, Inference, Section
from argmap.diagram.listing.rows import Row, Shown, rows
from argmap.diagram.listing.steps import listed_steps
from argmap.diagram.planning import plan
from tests.diagram.listing.test_placing import REPLIES


def rows_of(argument_map: ArgumentMap) -> list[tuple[int, Shown, str]]:
    """Return the depth of each row, what it shows, and of which part."""
    planned = plan(argument_map)
    found: tuple[Row, ...] = rows(planned, listed_steps(planned))
    return [(row.depth, row.shown, row.part) for row in found]


def test_replies() -> None:
    """What strikes a step is a level below the step, not below a claim."""
    assert rows_of(REPLIES) == [
        (0, Shown.CLAIM, "high"),
        (1, Shown.CLAIM, "rose"),
        (1, Shown.CLAIM, "survey"),
        (2, Shown.CLAIM, "small"),
        (3, Shown.CLAIM, "usual"),
    ]


def test_sections() -> None:
    """A section has a title; what leads across sections is mentioned."""
    argument_map = ArgumentMap.of(
        Claim("a", "A."),
        Claim("b", "B."),
        Claim("c", "C."),
        Inference(["b"], conclusion="a"),
        Inference(["c"], conclusion="b"),
        Section("outer", "Outer"),
        Section("inner", "Inner", members=["b", "c"], parent="outer"),
    )

    assert rows_of(argument_map) == [
        (0, Shown.CLAIM, "a"),
        (1, Shown.MENTION, "b"),
        (0, Shown.TITLE, "outer"),
        (0, Shown.TITLE, "inner"),
        (0, Shown.CLAIM, "b"),
        (1, Shown.CLAIM, "c"),
    ]


def test_steps_that_only_strike_each_other() -> None:
    """Steps that lead to no claim come last, and each once."""
    argument_map = ArgumentMap.of(
        Claim("a", "A."),
        Counterpoint(["a"], target="two", id="one"),
        Counterpoint(["a"], target="one", id="two"),
    )

    assert rows_of(argument_map) == [
        (0, Shown.CLAIM, "a"),
        (1, Shown.MENTION, "a"),
        (2, Shown.MENTION, "a"),
    ]
