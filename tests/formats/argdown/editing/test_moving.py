"""Parts in another section."""

import pytest

from argmap.formats.argdown.editing.moving import moved
from argmap.formats.argdown.editing.reading import Reading
from argmap.formats.argdown.hunks import applied


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("[A]: One.\n\n# S\n", "# S\n\n[A]: One.\n"),
        ("[A]: One. #t\n  + [B]\n\n# S\n", "[A]\n  + [B]\n\n# S\n\n[A]: One. #t\n"),
        (
            "x\n  - [A]: One\n    more.\n\n# S\n",
            "x\n  - [A]\n\n# S\n\n[A]: One\n  more.\n",
        ),
        ("[X]: x\n  + One.\n\n# S\n", "[X]: x\n\n# S\n\nOne.\n  +> [X]\n"),
    ],
)
def test_a_definition_moves_and_its_title_stays(text: str, wanted: str) -> None:
    """What stands above or below it finds its title where it stood."""
    reading = Reading(text)
    node = next(each for each in reading.nodes if "One" in each.occurrence.text)
    way = moved(reading, node.element, reading.elements.sections[0])
    assert way is not None
    assert applied(text, way) == wanted


@pytest.mark.parametrize(
    "text", ["<A>: x\n\n(1) a\n----\n(2) b\n\n# S\n", "a\n  + A.\n\n# S\n"]
)
def test_what_cannot_move_stays(text: str) -> None:
    """An argument with its steps, and what nothing could lead back to, stay."""
    reading = Reading(text)
    for node in reading.nodes:
        if "A" in (node.element.title[:1], node.occurrence.text[:1]):
            assert moved(reading, node.element, reading.elements.sections[0]) is None
