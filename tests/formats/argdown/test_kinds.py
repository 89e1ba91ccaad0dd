"""Kinds of values."""

import pytest

from argmap.formats.argdown.kinds import (
    FLAG,
    TEXT,
    TEXTS,
    Kind,
    Shape,
    list_of,
    mapping_of,
    one_of,
)

NUMBERS = list_of(Kind("a number", lambda value: type(value) is int), "numbers")


@pytest.mark.parametrize(
    ("kind", "fitting", "others"),
    [
        (TEXT, ["", "a"], [None, 1, ["a"]]),
        (FLAG, [True, False], [None, 0, "true"]),
        (TEXTS, [[], ["a"]], ["a", ["a", 1], {"a": "b"}]),
        (NUMBERS, [[], [1]], [[True], 1]),
        (one_of(["a", "b"]), ["a"], ["c", None, ["a"]]),
        (mapping_of(TEXT, "texts"), [{}, {"a": "b"}], [{"a": 1}, ["a"]]),
        (
            mapping_of(Shape({"a": TEXT, "b": FLAG}, ("a",)), "shapes"),
            [{"x": {"a": ""}}, {"x": {"a": "", "b": True, "c": 1}}],
            [{"x": {}}, {"x": {"b": True}}, {"x": {"a": "", "b": 1}}, {"x": "a"}],
        ),
    ],
)
def test_what_fits(kind: Kind, fitting: list[object], others: list[object]) -> None:
    """A kind fits the values that its words name, and no others."""
    assert kind.wanted
    assert [each for each in fitting if not kind.fits(each)] == []
    assert [each for each in others if kind.fits(each)] == []
