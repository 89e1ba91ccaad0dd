"""YAML with places: what is read of it, and what is refused."""

from collections.abc import Iterator

import pytest
from hypothesis import given, strategies as st

from argmap.formats.json.writer import write
from argmap.formats.located import Node
from argmap.formats.yaml import DataError, parse, scalar
from argmap.model import ArgumentMap
from tests.steps import allowed, calls, cost

YAML = st.text(
    st.characters() | st.sampled_from("-:?[]{}&*!|>#'\"\\,<~ab01 \n\t\r\ufeff\x00")
)


@pytest.fixture(params=["CSafeLoader", "SafeLoader"], autouse=True)
def loader(request: pytest.FixtureRequest) -> Iterator[None]:
    """Let the parser in C be there, or not."""
    with pytest.MonkeyPatch.context() as patch:
        if request.param == "SafeLoader":
            patch.delattr("yaml.CSafeLoader", raising=False)
        yield


def walk(node: Node | None) -> list[Node]:
    """Return a node and all below it."""
    waiting, found = [node] if node else [], []
    while waiting:
        each = waiting.pop()
        found.append(each)
        items = each.items or ()
        waiting += items.values() if isinstance(items, dict) else items
    return found


@given(YAML)
def test_any_text_is_read_or_refused_with_its_place(text: str) -> None:
    """Values and keys have places inside the text, and so has what is refused."""
    offset = 0
    try:
        node = parse(text)
    except DataError as error:
        node, offset = error.node, error.offset
    assert 0 <= offset <= len(text)
    for each in walk(node):
        assert 0 <= each.start <= max(each.start, each.end) <= len(text)
        assert each.key is None or 0 <= each.key.start <= each.key.end <= len(text)


def test_places() -> None:
    """Every value and every key has its place, behind a byte order mark as well."""
    for mark in ("", "\ufeff"):
        text = f"{mark}a: one\r\nb:\r\n  - 'twö'\r\n  - {{c: [3]}}\r\n"
        node = parse(text)

        assert node is not None
        assert node.value == {"a": "one", "b": ["twö", {"c": [3]}]}
        places = [each.span.of(text) for each in walk(node)]
        assert sorted(places) == sorted(["a", "one", "-", "'twö'", "{", "[", "3"])
        keys = [each.key.of(text) for each in walk(node) if each.key]
        assert sorted(keys) == ["a", "b", "c"]


def test_what_stands_before_an_error_is_kept() -> None:
    """The values up to the first that cannot be read are there."""
    with pytest.raises(DataError) as caught:
        parse("a: [1, 2]\nb: {c: *d}\ne: 3")

    assert caught.value.node is not None
    assert caught.value.node.value == {"a": [1, 2], "b": {}}
    assert caught.value.offset == 17


def test_keys() -> None:
    """A key is as it is written, or what the caller makes of its value."""
    as_written = parse("{1.0: a, ~: b, yes: c, 'd': e}")
    made = parse("{1.0: a, ~: b}", key_of=lambda value: f"<{value}>")

    assert as_written is not None
    assert as_written.value == {"1.0": "a", "~": "b", "yes": "c", "d": "e"}
    assert made is not None
    assert made.value == {"<1.0>": "a", "<None>": "b"}


def refuse(text: str) -> None:
    """Read a text that must be refused."""
    with pytest.raises(DataError):
        parse(text)


hostile = pytest.mark.parametrize(
    "text",
    [
        "a: &a [x, x]\nb: &b [*a, *a]\nc: [*b, *b]",
        "a: !!python/object/apply:os.system [x]",
        "!!set {a, b}",
        "[" * 100_000,
        "{a: " * 100_000,
        "- " * 100_000,
        'a: "\\ud800"',
        "? [a]\n: b",
        "? - a\n: b",
    ],
)


@hostile
def test_hostile_texts_are_refused_soon(text: str) -> None:
    """What could grow, run or go deep is refused before it does."""
    assert calls(lambda: refuse(text)) < allowed(text)


@pytest.mark.long
@hostile
def test_hostile_texts_are_cheap(text: str) -> None:
    """Nor does what C does with them cost more."""
    assert cost(lambda: refuse(text)) < 500


@pytest.mark.parametrize("sign", ["9", "0x" + "f", "0b1", "1_", "1."])
def test_numbers_that_are_too_long_are_text(sign: str) -> None:
    """A number that could not be written down again is the text it is."""
    for count in (1_000, 5_000, 100_000):
        text = sign + sign[-1] * count
        value = scalar(text)

        assert type(value) is (str if count > 3500 else type(scalar(sign + sign[-1])))
        assert write(ArgumentMap(data={"n": value}))
