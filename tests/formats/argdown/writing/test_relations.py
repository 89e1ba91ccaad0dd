"""Relations, with the signs that say them."""

import pytest

from argmap.formats import dumps
from argmap.model import (
    Argument,
    ArgumentMap,
    Claim,
    Contradiction,
    Counterpoint,
    Inference,
)

A, B = Claim("a", "A.", title="A"), Claim("b", "B.", title="B")
UNDERCUT = {"argdown": {"relation": "undercut"}}


@pytest.mark.parametrize(
    ("step", "lines"),
    [
        (Inference([B], A), ["[A]: A.", "  + [B]: B."]),
        (Inference([A], B), ["[A]: A.", "", "[B]: B.", "  + [A]"]),
        (Counterpoint([B], A), ["[A]: A.", "  - [B]: B."]),
        (Contradiction([A, B]), ["[A]: A.", "  >< [B]: B."]),
    ],
)
def test_signs(
    step: Inference | Counterpoint | Contradiction, lines: list[str]
) -> None:
    """A relation stands below what it leads to, where the other end is defined."""
    assert dumps(ArgumentMap.of(A, B, step), "argdown").splitlines() == lines


def test_what_has_no_name_stands_where_it_is_needed() -> None:
    """An anonymous claim is said once, in its place among the claims."""
    claims = [Claim("untitled-1", "One."), Claim("untitled-2", "Two.")]

    down, up = (
        dumps(ArgumentMap(claims, [Inference([premise], end)]), "argdown")
        for premise, end in (claims[::-1], claims)
    )

    assert down == "One.\n  + Two.\n"
    assert up == "One.\n  +> Two.\n"


def test_an_undercut_stands_below_its_line() -> None:
    """What strikes a step is named below the step's line, and defined in its turn."""
    step = Inference([A], B, id="so", strength=2)
    text = dumps(
        ArgumentMap.of(
            A, B, Claim("c", "C.", title="C"), step, Counterpoint(["c"], "so")
        ),
        "argdown",
    )

    assert text.splitlines() == [
        "(1) [A]: A.",
        "-- {id: so, strength: 2} --",
        "  <_ [C]",
        "(2) [B]: B.",
        "",
        "[C]: C.",
    ]


def test_an_undercut_of_an_argument() -> None:
    """What strikes a sketched argument may do so as an undercut."""
    argument = Argument("x", "X", text="In short.")
    strike = Counterpoint([A], argument, data=UNDERCUT)

    text = dumps(ArgumentMap.of(A, argument, strike), "argdown")

    assert "  _> <X>" in text
