"""Words, titles, tags and data of one part."""

from typing import Any

import attrs
import pytest
from hypothesis import assume, given, strategies as st

from argmap.formats import read
from argmap.formats.argdown.editing.reading import Reading
from argmap.formats.argdown.editing.wording import (
    REMOVED,
    retitled,
    reworded,
    tagged,
    with_data,
)
from argmap.formats.argdown.hunks import applied

words = st.lists(
    st.sampled_from(["rents", "rose", "**by**", "a_b", "*so*", "3 < 4", "#x", "[y]"]),
    min_size=1,
    max_size=6,
).map(" ".join)


def edited(text: str, new: str) -> str:
    """Return a text in which the first claim says something else."""
    reading = Reading(text)
    element = reading.nodes[0].element
    return applied(text, next(iter(reworded(reading, element, new, []))))


@given(words, words)
def test_few_words_are_enough(old: str, new: str) -> None:
    """Whatever is said instead is read, and the lines below it stay."""
    text = f"[A]: {old} #tag {{b: c}} // why\n  + [B]\n"
    reading = Reading(text)
    assume(not reading.elements.faults and not old.startswith("#"))
    element = reading.nodes[0].element
    plain = new.replace("*", "").replace("#", "")
    ways = [applied(text, way) for way in reworded(reading, element, plain, [])]
    read = [Reading(each).nodes[0].element.body[0] for each in ways]
    assert plain in read
    assert all(each.endswith(" #tag {b: c} // why\n  + [B]\n") for each in ways)


@pytest.mark.parametrize(
    ("text", "new", "wanted"),
    [
        ("[A]: One two\n  three.", "One 2 three.", "[A]: One 2\n  three."),
        ("[A]: One **two** three.", "One two 3.", "[A]: One **two** 3."),
        ("[A]: One **two** three.", "One 2 three.", "[A]: One 2 three."),
        ("[A]: One **two x** three.", "One two y three.", "[A]: One **two y** three."),
        ("[A]: One /* c */ two.", "Three.", "[A]: Three. /* c */ "),
        ("[A]: One [two](x) three.", "One 2 three.", "[A]: One 2 three."),
        ("[A]: One, two.", "One two three.", "[A]: One two three."),
        ("[A] #t", "One.", "[A]: One. #t"),
        ("[A]: One. #t", "", "[A] #t"),
        ("One.", "- Two.", "\\- Two."),
    ],
)
def test_what_stays_of_a_text_stays_as_it_is(text: str, new: str, wanted: str) -> None:
    """Breaks, emphasis and comments outside of the new words are the author's."""
    reading = Reading(text)
    ways = reworded(reading, reading.nodes[0].element, new, [])
    assert wanted in [applied(text, way) for way in ways]


@pytest.mark.parametrize(
    ("text", "title", "wanted"),
    [
        ("[A]: One, see @[A].\n  + [A]\n", "B", "[B]: One, see @[B].\n  + [B]\n"),
        ("<A>: One.\n", "B", "<B>: One.\n"),
        ("One.\n", "B", "[B]: One.\n"),
        ("[A]: One.\n", "", "One.\n"),
    ],
)
def test_a_title_changes_wherever_it_stands(text: str, title: str, wanted: str) -> None:
    """Definitions, references and mentions have it; a first one is put in front."""
    reading = Reading(text)
    way = retitled(reading, reading.nodes[0].element, title)
    assert way is not None
    assert applied(text, way) == wanted


def test_a_title_that_is_used_cannot_go() -> None:
    """What is referred to needs its title."""
    reading = Reading("[A]: One.\n\n[A]\n  + [B]\n")
    assert retitled(reading, reading.nodes[0].element, "") is None


def test_tags_come_behind_the_text() -> None:
    """Those that are gone are taken out, and those that are new come before data."""
    text = "[A]: One. #a #(b c) {d: 1} // e\n"
    reading = Reading(text)
    way = tagged(reading, reading.nodes[0].element, ["a", "f"])
    assert way is not None
    assert applied(text, way) == "[A]: One. #a #f {d: 1} // e\n"


@pytest.mark.parametrize(
    ("data", "changes", "wanted"),
    [
        ("", {"a": 1}, " {a: 1}"),
        (" {a: 1}", {"b": [2]}, " {a: 1, b: [2]}"),
        (" { a: 1 , b: 2 }", {"a": 3}, " { a: 3 , b: 2 }"),
        ("\n{\n  a: 1 # one\n}", {"b": "x y"}, "\n{\n  a: 1 # one\n  b: x y\n}"),
        ("\n{\n  a: 1 # one\n}", {"a": 2}, "\n{\n  a: 2 # one\n}"),
        (" {a: 1}", {"a": REMOVED}, ""),
        (" {a: 1, b: 2}", {"a": REMOVED}, " {b: 2}"),
    ],
)
def test_only_keys_that_change_are_written(
    data: str, changes: dict[str, Any], wanted: str
) -> None:
    """Other keys, and comments between them, stay as they stand."""
    text = f"[A]: One.{data}\n"
    reading = Reading(text)
    found = applied(text, [with_data(reading, reading.nodes[0], changes)])
    assert found == f"[A]: One.{wanted}\n"


@pytest.mark.parametrize("data", ["{b: 1, b: 2}", "{b: [1}", "{a: b: c}"])
def test_data_that_cannot_be_read_stays(data: str) -> None:
    """What somebody mistyped is not lost for new data; the front matter has that."""
    text = f"[A]: a {data} // now\n\n(1) [A]\n-- {data} --\n(2) [B]: b\n"
    argument_map = read(text, "argdown").argument_map
    claim = attrs.evolve(argument_map.claim("a"), speaker="Ada")
    step = attrs.evolve(argument_map.inferences[0], strength=2)
    edited = read(text, "argdown").edited(argument_map.with_parts(claim, step))
    assert edited.endswith(text)
    assert "speaker: Ada" in edited
    assert "strength: 2" in edited
