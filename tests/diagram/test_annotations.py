"""Laws of what Argdown has and the model has not."""

from itertools import pairwise

import pytest
from hypothesis import given, strategies as st

from argmap import Claim
from argmap.diagram.annotations import spans_of
from argmap.diagram.spans import pieces
from argmap.formats import read
from argmap.words import one_line
from tests.strategies import data, texts

ranges = st.lists(
    st.fixed_dictionaries(
        {
            "type": st.sampled_from(["bold", "italic", "tag"]),
            "start": st.integers(0, 30),
            "stop": st.integers(0, 40),
        }
    ),
    max_size=5,
)


def marked(text: str) -> list[tuple[str, str]]:
    """Return the pieces of the first claim in a text, and their looks in letters."""
    claim = read(text, "argdown").argument_map.claims[0]
    return [
        (words, "b" * span.is_bold + "i" * span.is_italic + span.url if span else "")
        for words, span in pieces(one_line(claim.text), spans_of(claim))
    ]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Rents rose.", [("Rents rose.", "")]),
        ("**Rents** _rose_.", [("Rents", "b"), (" ", ""), ("rose", "i"), (".", "")]),
        ("__Rents *rose*__.", [("Rents ", "b"), ("rose", "bi"), (".", "")]),
        ("See [this](a.html) #b", [("See ", ""), ("this", "a.html")]),
        ("Two   blanks **here**", [("Two blanks ", ""), ("here", "b")]),
        (
            "A line\n  and *one* more",
            [("A line and ", ""), ("one", "i"), (" more", "")],
        ),
        ("**[this](#a)**", [("this", "b#a")]),
    ],
)
def test_marks_of_argdown(text: str, found: list[tuple[str, str]]) -> None:
    """What stands between marks has their looks, nested ones together."""
    assert marked(f"[A]: {text}") == found


@given(texts(), ranges)
def test_spans_follow_each_other(text: str, given: list[dict[str, object]]) -> None:
    """None is empty, none overlaps another one, and all are in the line."""
    spans = spans_of(Claim("a", text, data={"argdown": {"ranges": given}}))

    assert all(each.start < each.end for each in spans)
    assert all(one.end <= other.start for one, other in pairwise(spans))
    assert all(each.end <= len(one_line(text)) + 1 for each in spans)
    assert all(each.is_bold or each.is_italic for each in spans)


@given(st.text("ab \t\n\u202a\x00", min_size=1), st.data())
def test_places_on_one_line(text: str, data: st.DataObject) -> None:
    """Blanks that are left out, and marks that vanish, move what is behind them."""
    start = data.draw(st.integers(0, len(text) - 1))
    stop = data.draw(st.integers(start, len(text) - 1))
    range_ = {"type": "bold", "start": start, "stop": stop}

    spans = spans_of(Claim("a", text, data={"argdown": {"ranges": [range_]}}))

    ends = [len(one_line(f"{text[:at]}x")) - 1 for at in (start, stop + 1)]
    found = [[each.start, each.end] for each in spans]
    assert found == ([ends] if ends[0] < ends[1] else [])


@given(
    st.lists(
        data() | st.dictionaries(st.sampled_from(["type", "start", "url"]), data())
    )
)
def test_foreign_data(ranges: list[object]) -> None:
    """What is no range is none, whatever it is."""
    assert spans_of(Claim("a", "Rents.", data={"argdown": {"ranges": ranges}})) == ()
    assert spans_of(Claim("a", "Rents.", data={"argdown": ranges})) == ()


@pytest.mark.parametrize(
    "range_",
    [
        {"type": "bold", "start": -1, "stop": 2},
        {"type": "bold", "start": 2, "stop": 1},
        {"type": "bold", "start": True, "stop": 2},
        {"type": "bold", "start": 0},
        {"type": "link", "start": 0, "stop": 2},
        {"type": "link", "start": 0, "stop": 2, "url": 7},
        {"type": ["bold"], "start": 0, "stop": 2},
        {"type": {"bold": 1}, "start": 0, "stop": 2},
        {"type": "tag", "start": 0, "stop": 2},
        "bold",
    ],
)
def test_no_range(range_: object) -> None:
    """A range has a look, and two positions in the right order; a link has a URL."""
    assert spans_of(Claim("a", "Rents.", data={"argdown": {"ranges": [range_]}})) == ()
