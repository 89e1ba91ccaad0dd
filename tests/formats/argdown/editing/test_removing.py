"""Parts and relations taken out of a text."""

import pytest

from argmap.formats.argdown.editing.reading import Reading
from argmap.formats.argdown.editing.removing import Removal, block_hunk
from argmap.formats.argdown.hunks import applied


def without(text: str, *parts: str) -> str:
    """Return a text without parts and the steps that go with them."""
    reading = Reading(text)
    before = reading.argument_map
    after = before.without(*parts)
    gone = [each.id for each in before.parts if each.id not in after]
    elements = [each for one in gone if (each := reading.element(one))]
    relations = [step for one in gone if (step := reading.relation(one))]
    return applied(text, Removal(reading, elements, relations).run())


@pytest.mark.parametrize(
    ("text", "part", "wanted"),
    [
        ("[A]: x\n  + [B]: y\n  - [C]: z\n", "b", "[A]: x\n  - [C]: z\n"),
        ("[A]: x\n  + [B]: y\n    - [C]: z\n", "b", "[A]: x\n\n[C]: z\n"),
        ("[A]: x\n  + [B]: y\n    - [C]: z\n", "a", "[B]: y\n    - [C]: z\n"),
        ("[A]: x\n\n[B]: y\n\n[C]: z\n", "b", "[A]: x\n\n[C]: z\n"),
        ("[A]: x\n\n[B]: y\n", "b", "[A]: x\n"),
        ("[A]: x\n  // c\n  + [B]: y // d\n", "b", "[A]: x\n  // c\n  // d\n"),
        ("(1) [A]: x\n(2) [B]: y\n----\n(3) [C]: z\n", "a", "[B]: y\n\n[C]: z\n"),
        ("[A]: x\n  + [B]: y {scheme: sign}\n", "a", "[B]: y\n"),
        ("(1) [A]: x\n----\n(2) [B]: y\n----\n(3) [C]: z\n", "a", None),
        ("[A]: x\n  + [B]: y\n\n[B]\n  + [C]: z\n", "a", "[B]: y\n\n[B]\n  + [C]: z\n"),
    ],
)
def test_what_is_left_stands_as_it_stood(
    text: str, part: str, wanted: str | None
) -> None:
    """What stood below is a block of its own; comments and other lines stay."""
    if wanted is None:
        wanted = "(2) [B]: y\n----\n(3) [C]: z\n"
    assert without(text, part) == wanted


def test_a_relation_goes_and_its_ends_stay() -> None:
    """A step alone leaves what it led from."""
    text = "[A]: x\n  + [B]: y\n    + [C]: z\n"
    assert without(text, "b-so-a") == "[A]: x\n\n[B]: y\n  + [C]: z\n"


def test_blocks_stand_between_empty_lines() -> None:
    """Wherever a block is put, an empty line keeps it apart."""
    for text in ("a", "a\n", "a\r\n"):
        reading = Reading(text)
        found = applied(text, [block_hunk(reading, 1, ["b", "c"])])
        assert found.split() == ["a", "b", "c"]
        assert len(Reading(found).nodes) == 3
