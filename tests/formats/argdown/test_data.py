"""Data in YAML: what is read of it, and what is refused."""

import pytest

from argmap.formats import read
from argmap.formats.argdown.data import key_of, parse_data
from argmap.formats.yaml import DataError


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("{a: 1, b: 0x1F, c: 0b11, d: 0o17, e: -1_000}", [1, 31, 3, 15, -1000]),
        ("{a: 1.5, b: 1e3, c: .5, d: 2.}", [1.5, 1000.0, 0.5, 2.0]),
        ("{a: yes, b: true, c: ~, d: null}", ["yes", True, None, None]),
        ("{a: 2001-01-01, b: 1:30, c: '', d: +}", ["2001-01-01", "1:30", "", "+"]),
        (f"{{a: {'9' * 5000}}}", ["9" * 5000]),
    ],
)  # fmt: skip
def test_scalars(text: str, value: list[object]) -> None:
    """Numbers, truth and nothing are as JavaScript's YAML has them; dates are text."""
    found = parse_data(text).value
    assert isinstance(found, dict)

    assert list(found.values()) == value
    assert [type(each) for each in found.values()] == [type(each) for each in value]


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("{a: *b}", "alias"),
        ("{<<: {a: 1}}", "the merge key << is not allowed here"),
        ("{a: !!python/object:os.system x}", "tag"),
        ("{a: 1, a: 2}", "the key 'a' is given twice"),
        ("{a: 1", "expected"),
        ("{a: \x01}", "cannot stand in YAML"),
        ("{[1]: 2}", "key"),
        ("{a: " + "[" * 70 + "]" * 70 + "}", "deep"),
        ("{a: \ud800}", "surrogate"),
        ("a: 1\n--- \nb: 2", "document"),
    ],
)
def test_what_is_refused(text: str, message: str) -> None:
    """Aliases, tags, merge keys and depth are no data; the place is reported."""
    with pytest.raises(DataError, match=message) as caught:
        parse_data(text)

    assert 0 <= caught.value.offset <= len(text)


@pytest.mark.parametrize(
    ("key", "text"),
    [
        (None, "null"),
        (True, "true"),
        (False, "false"),
        (1, "1"),
        (1.0, "1"),
        (0.5, "0.5"),
        (1e30, "1e+30"),
    ],
)
def test_keys_are_text(key: float | bool | None, text: str) -> None:  # noqa: FBT001
    """A key that is no text is what JavaScript makes of it."""
    assert key_of(key) == text


@pytest.mark.parametrize("data", ["{a: [}", "{- b}", "{a: *b}"])
def test_faulty_data_costs_only_itself(data: str) -> None:
    """The claim that has it is read, and the place is in the data."""
    text = f"[A]: words {data}\n\n[B]: more\n"
    document = read(text, "argdown")

    (error,) = document.diagnostics
    assert error.code == "invalid-data"
    assert error.span is not None
    assert text.index("{") <= error.span.start < text.index("[B]")
    assert [each.title for each in document.argument_map.claims] == ["A", "B"]
