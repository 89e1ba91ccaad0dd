"""Reasons why pieces do not make a map."""

import pytest

from argmap import (
    Argument,
    ArgumentMap,
    Claim,
    Contradiction,
    Counterpoint,
    Inference,
    Quotation,
    Section,
    Source,
)
from argmap.errors import InvalidMapError

A = Claim("a", "A.")


def test_faults_are_reported_at_once() -> None:
    """One error names every reason why the pieces do not make a map."""
    with pytest.raises(InvalidMapError) as raised:
        ArgumentMap(
            [A, A, Claim("q", quotations=[Quotation("x", source="nowhere")])],
            [Inference(["x", A], "y", id="i"), Inference([A], "p", id="j")],
            counterpoints=[Counterpoint([], "z", id="a")],
            contradictions=[Contradiction(["a", "w"], id="r")],
            arguments=[Argument("arg", steps=["i", "a"])],
            sections=[
                Section("p", members=["a", "a", "s"], parent="v"),
                Section("s", members=["a"], parent="t"),
                Section("t", parent="u"),
                Section("u", parent="t"),
            ],
            sources=[Source("b"), Source("b", "Other")],
            thesis="i",
        )

    assert str(raised.value).split("\n") == [
        "two claims have the id 'a'",
        "two parts have the id 'a': a claim and a counterpoint",
        "two sources have the id 'b'",
        "no source has the id 'nowhere', which claim 'q' names in its quotations",
        "no inference has the id 'a', which argument 'arg' names in its steps",
        (
            "no claim or argument has the id 'x', which inference 'i' names in its"
            " premises"
        ),
        (
            "no claim, argument, inference or counterpoint has the id 'y', which"
            " inference 'i' names in its conclusion"
        ),
        (
            "no claim, argument, inference or counterpoint has the id 'p', which"
            " inference 'j' names in its conclusion"
        ),
        (
            "no claim, argument, inference or counterpoint has the id 'z', which"
            " counterpoint 'a' names in its target"
        ),
        (
            "no claim or argument has the id 'w', which contradiction 'r' names in"
            " its claims"
        ),
        "no part has the id 's', which section 'p' names in its members",
        "no section has the id 'v', which section 'p' names as its parent",
        "no claim or argument has the id 'i', which the map names as its thesis",
        "'a' is a member of section 'p' and again of section 'p'",
        "'a' is a member of section 'p' and again of section 's'",
        "section 't' is inside itself",
    ]


def test_faults_say_where() -> None:
    """A fault has the piece, the field and the place in it."""
    step = Inference([A, "x"], A)
    section = Section("s", parent="s")

    with pytest.raises(InvalidMapError) as raised:
        ArgumentMap([A], [step], sections=[section])

    places = [
        (fault.owner, fault.field, fault.index)  # type: ignore[attr-defined]
        for fault in raised.value.faults
    ]
    assert places == [(step, "premises", 1), (section, "parent", None)]
