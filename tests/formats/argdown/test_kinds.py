"""Kinds of values."""

import pytest

from argmap.formats.argdown.kinds import (
    TEXTS,
    Shape,
    list_of,
    mapping_of,
)
from argmap.model.kinds import TEXT, Scalar

NUMBERS = list_of(Scalar("a number", (int,), {}, lambda _: True), "numbers")


@pytest.mark.parametrize(
    ("kind", "fitting", "others"),
    [
        (TEXTS, [[], ["a"]], ["a", ["a", 1], {"a": "b"}]),
        (NUMBERS, [[], [1]], [[True], 1]),
        (mapping_of(TEXT, "texts"), [{}, {"a": "b"}], [{"a": 1}, ["a"]]),
        (
            mapping_of(Shape({"a": TEXT, "b": TEXT}, ("a",)), "shapes"),
            [{"x": {"a": ""}}, {"x": {"a": "", "b": "x", "c": 1}}],
            [{"x": {}}, {"x": {"b": "x"}}, {"x": {"a": "", "b": 1}}, {"x": "a"}],
        ),
    ],
)
def test_what_fits(kind: Scalar, fitting: list[object], others: list[object]) -> None:
    """A kind fits the values that its words name, and no others."""
    assert kind.wanted
    assert [each for each in fitting if not kind.fits(each)] == []
    assert [each for each in others if kind.fits(each)] == []
