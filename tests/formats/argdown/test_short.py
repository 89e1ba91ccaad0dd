"""Laws of short forms: they are read as the list that they stand for."""

from typing import Any

import pytest
from hypothesis import given, strategies as st

from argmap.formats.argdown.data import parse_data
from argmap.formats.argdown.short import as_plain, as_short, quoted

NAMES = st.sampled_from(["a", "b", "exact", "speaker", "act"])
QUOTATIONS = st.lists(
    st.fixed_dictionaries(
        {"exact": NAMES, "source": NAMES},
        optional={"locator": st.just({"start": 1, "end": 2})},
    ),
    min_size=1,
)
UTTERANCES = st.lists(
    NAMES | st.fixed_dictionaries({"speaker": NAMES, "act": st.just("agrees")}),
    min_size=1,
)
FIELDS = st.tuples(st.just("quotations"), QUOTATIONS) | st.tuples(
    st.just("utterances"), UTTERANCES
)


@given(FIELDS, st.lists(NAMES, unique=True))
def test_a_short_form_says_the_same(
    field: tuple[str, list[Any]], sources: list[str]
) -> None:
    """What a list is written as is read as this list."""
    name, items = field

    assert as_plain(name, as_short(name, items, sources), sources) == items


@pytest.mark.parametrize(
    ("field", "short"),
    [
        ("quotations", "Rents rose."),
        ("quotations", ["Rents rose.", "Wages fell."]),
        ("utterances", {"Ada": "agrees", "Ben": ["asserts", "asks"]}),
        ("utterances", {"Ada": None, "Ben": "asks"}),
        ("utterances", "Ada"),
    ],
)
def test_what_one_writes_is_what_is_written(field: str, short: object) -> None:
    """A short form is not made longer."""
    assert as_short(field, as_plain(field, short, ["a"]), ["a"]) == short


def test_words_of_several_sources() -> None:
    """They are listed by source; a quotation without a source stays without one."""
    short = {"a": ["Rents rose.", "Wages fell."], "b": "So it is."}

    plain = as_plain("quotations", short, ["a", "b"])
    assert as_short("quotations", plain, ["a", "b"]) == short
    assert as_plain("quotations", "Rents rose.", ["a", "b"]) == [
        {"exact": "Rents rose."}
    ]


@pytest.mark.parametrize("value", [3, None, [3], True])
def test_other_values_are_left_to_the_field(value: object) -> None:
    """What is no short form comes back, so that the field can refuse it."""
    listed = value if isinstance(value, list) else [value]

    assert as_plain("quotations", value, ["a"]) == listed
    assert as_plain("scheme", value, ["a"]) is value


def test_words_are_found_in_every_form() -> None:
    """Words are found with their places, however a quotation is written; no more."""
    text = "[a, {x: b, y: [c, d]}, {exact: e, source: x, locator: {start: 3}}, 4]"

    found = [(each.value, each.span.of(text)) for each in quoted(parse_data(text))]

    assert sorted(found, key=str) == [(each, each) for each in "abcde"]
