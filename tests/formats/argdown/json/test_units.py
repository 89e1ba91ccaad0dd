"""Ranges in the code units of UTF-16."""

import json

from hypothesis import given, strategies as st

from argmap.formats.argdown.json.units import in_code_points, in_units
from tests.formats.argdown.plain import (
    EVERYTHING,
    elements_as_json,
    elements_of,
)


def test_ranges_are_counted_in_code_units() -> None:
    """A sign that is two units in UTF-16 moves what comes after it by two."""
    elements = elements_of(EVERYTHING)
    written = json.loads(elements_as_json(elements))

    (written_range,) = written["statements"]["Free market"]["members"][0]["ranges"]
    (range_,) = elements.statements["Free market"].members[0].ranges

    assert range_ == {"type": "italic", "start": 16, "stop": 22}
    assert written_range == {"type": "italic", "start": 17, "stop": 23}


@given(st.text(st.sampled_from("ab \U0001f600é"), max_size=8), st.data())
def test_both_ways_of_counting_agree(text: str, data: st.DataObject) -> None:
    """Counted in code units and back, a range is of the same words."""
    start = data.draw(st.integers(0, len(text)))
    stop = data.draw(st.integers(start, len(text) + 2))
    ranges = [{"type": "bold", "start": start, "stop": stop}]

    (units,) = in_units(text, ranges)

    assert list(in_code_points(text, [units])) == ranges
    encoded = text.encode("utf-16-le")
    words = encoded[2 * units["start"] : 2 * (units["stop"] + 1)].decode("utf-16-le")
    assert words == text[start : stop + 1]
