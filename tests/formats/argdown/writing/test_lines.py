"""Lines of parts, each by itself."""

import pytest

from argmap.formats import dumps, read
from argmap.formats.argdown.writing.lines import Lines
from argmap.formats.argdown.writing.names import Names
from argmap.model import (
    Argument,
    ArgumentMap,
    Claim,
    Counterpoint,
    Inference,
    Preference,
    Premise,
    Section,
)

ARGUMENT_MAP = ArgumentMap(
    [Claim("rents", "Rents *rose*.", title="Rents"), Claim("untitled-1", "So.")],
    [Inference(["rents"], "untitled-1")],
    arguments=[Argument("the-case", "The case")],
)
LINES = Lines(ARGUMENT_MAP, Names(ARGUMENT_MAP, {"untitled-1"}))


@pytest.mark.parametrize(
    ("part", "line"),
    [
        (Claim("rents", "They rose.", title="Rents"), "[Rents]: They rose."),
        (Claim("rents", title="Rents"), "[Rents]"),
        (Claim("rents", "*So*", tags=["a", "b c"]), r"[Rents]: \*So* #a #(b c)"),
        (Claim("rents", "So.", presumed=False), "[Rents]: So. {presumed: false}"),
        (Claim("rents", "So.", data={"x": [1]}), "[Rents]: So. {x: [1]}"),
        (Claim("untitled-1", "+ So."), "+ So."),
        (Argument("the-case", text="In short."), "<The case>: In short."),
    ],
)
def test_definitions(part: Claim | Argument, line: str) -> None:
    """A part has its name if it has one, its text, its tags and its data."""
    assert LINES.definition(part) == line


def test_a_line_that_begins_with_a_sign() -> None:
    """A text without a name in front is held back from being a relation."""
    part = Claim("untitled-1", "+ So.")

    assert LINES.definition(part, begins_line=True) == r"\+ So."


@pytest.mark.parametrize(
    ("section", "level", "line"),
    [
        (Section("why", "Why?"), 1, "# Why?"),
        (Section("so", "Why?"), 2, "## Why? {id: so}"),
        (Section("so"), 3, "### so {id: so}"),
        (Section("why", "Why?", data={"isGroup": False}), 1, "# Why? {isGroup: false}"),
    ],
)
def test_headings(section: Section, level: int, line: str) -> None:
    """A heading has its level, and its id where that does not follow from its title."""
    assert LINES.heading(section, level) == line


@pytest.mark.parametrize(
    ("step", "uses", "line"),
    [
        (Inference(["rents"], "untitled-1"), None, "----"),
        (Inference(["rents"], "untitled-1", id="x"), None, "-- {id: x} --"),
        (Inference(["rents"], "untitled-1"), [2, 1], "-- {uses: [2, 1]} --"),
        (
            Inference([Premise("rents", "minor")], "untitled-1", scheme="sign"),
            None,
            "-- {scheme: sign, roles: [minor]} --",
        ),
        (
            Inference(
                ["rents"],
                "untitled-1",
                data={"argdown": {"rules": ["A -- b"]}},
            ),
            None,
            r"-- A \-- b --",
        ),
    ],
)
def test_inference_lines(step: Inference, uses: list[int] | None, line: str) -> None:
    """A step has its rules, then its data; a bare one is a line of dashes."""
    assert LINES.inference(step, uses) == line


def test_a_long_inference_line_is_three() -> None:
    """What is long stands between two lines of dashes."""
    step = Inference(["rents"], "untitled-1", data={"note": "so " * 40})

    first, *_, last = LINES.inference(step, None).splitlines()

    assert (first, last) == ("--", "--")


@pytest.mark.parametrize("kind", ["argdown", "argdown-json"])
@pytest.mark.parametrize("preferred", ["a", "named", "a-so-c", "strike", "sketch"])
@pytest.mark.parametrize("over", ["b", "other", "b-so-c", "counter", "drawn"])
def test_preferences(kind: str, preferred: str, over: str) -> None:
    """Whatever is preferred to whatever, it is written so that it is read back."""
    preferring = ArgumentMap(
        map(Claim, "abc"),
        [
            Inference(["a"], conclusion="c"),
            Inference(["b"], conclusion="c"),
            Inference(["a", "b"], conclusion="c", id="named"),
            Inference(["b", "a"], conclusion="c", id="other"),
        ],
        counterpoints=[
            Counterpoint([], target="a", id="strike"),
            Counterpoint([], target="b", id="counter"),
        ],
        arguments=[Argument("sketch"), Argument("drawn")],
        preferences=[Preference(preferred, over=over)],
    )

    document = read(dumps(preferring, kind), kind)

    assert document.diagnostics == ()
    assert document.argument_map == preferring


def test_what_is_said_of_a_step_has_one_order() -> None:
    """The same map has the same bytes wherever it is written."""
    fields = {"accepted": True, "strength": 0.5, "raises": "x", "scheme": "sign"}
    step = Counterpoint([Premise("a", role="r")], target="b", id="s", **fields)  # type: ignore[arg-type]
    argument_map = ArgumentMap([Claim("a"), Claim("b")], counterpoints=[step])
    said = Lines(argument_map, Names(argument_map, ())).of_step(step)
    assert [*said] == ["step-id", "scheme", "strength", "accepted", "raises", "role"]
