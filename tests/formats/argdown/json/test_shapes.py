"""Shapes of what is read in Argdown JSON."""

import json
from collections.abc import Iterator
from typing import Any

import pytest
from hypothesis import given

from argmap.formats.argdown.json.shapes import (
    DOCUMENT,
    ELEMENT,
    INFERENCE_LINE,
    OCCURRENCE,
    RANGE,
    RELATION,
    SECTION,
    UNREAD,
)
from argmap.formats.argdown.kinds import Shape
from argmap.formats.argdown.parser import parse
from argmap.formats.argdown.tokens import tokenize
from tests.formats.argdown.plain import elements_as_json
from tests.formats.argdown.texts import texts


def parts_of(document: dict[str, Any]) -> Iterator[tuple[Shape, dict[str, Any]]]:
    """Yield the objects in a document, each with its shape."""
    yield DOCUMENT, document
    elements = [*document["statements"].values(), *document["arguments"].values()]
    occurrences = [each for element in elements for each in element["members"]]
    occurrences += [each for element in elements for each in element.get("pcs", ())]
    yield from ((ELEMENT, each) for each in elements)
    for each in occurrences:
        yield OCCURRENCE, each
        yield from ((RANGE, one) for one in each.get("ranges", ()))
        if "inference" in each:
            yield INFERENCE_LINE, each["inference"]
    yield from ((RELATION, each) for each in document["relations"])
    yield from ((SECTION, each) for each in document.get("sections", ()))


@given(texts())
def test_what_is_written_has_the_shape_that_is_read(text: str) -> None:
    """Every object fits, and has no key that nobody knows."""
    document = json.loads(elements_as_json(parse(tokenize(text))))

    for shape, each in parts_of(document):
        assert shape.fits(each), each
        assert not each.keys() - shape.kinds.keys() - UNREAD


@pytest.mark.parametrize(
    ("key", "value", "fits"),
    [
        ("level", 1000, True),
        ("level", 0, False),
        ("level", True, False),
        ("data", {"a": [{}] * 3}, True),
        ("data", [], False),
    ],
)
def test_bounds(key: str, value: object, *, fits: bool) -> None:
    """Numbers and depths have bounds, so that nothing read can break a writer."""
    assert SECTION.kinds[key].fits(value) is fits


def test_the_depth_of_data_is_bounded() -> None:
    """Data may be as deep as data in Argdown, and no deeper."""
    nested: dict[str, Any] = {}
    for _ in range(63):
        nested = {"a": nested}

    assert SECTION.kinds["data"].fits(nested)
    assert not SECTION.kinds["data"].fits({"a": nested})
