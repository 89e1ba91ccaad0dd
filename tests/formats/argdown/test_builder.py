"""Elements are put together as the reference puts them."""

from copy import deepcopy
from typing import Any

from hypothesis import given, strategies as st

from argmap.formats import dumps, read
from argmap.formats.argdown.builder import _parsed, merge
from argmap.model import Data
from tests.formats.argdown.texts import read_both, texts


def test_an_undercut_strikes_what_stands_above_it() -> None:
    """Below a statement it does not reach back to an older reconstruction."""
    text = "(1) A\n----\n(2) B\n\n[C]: c\n  _ <U>\n\n(1) D\n----\n(2) E\n  _ <V>"

    ours, theirs = read_both(text)

    assert [each.target for each in ours.argument_map.counterpoints] == [
        "c",
        "untitled-3-so-untitled-4",
    ]
    assert [each.target for each in theirs.argument_map.counterpoints] == [
        "untitled-1-so-untitled-2",
        "untitled-3-so-untitled-4",
    ]


def test_any_title_will_do() -> None:
    """Titles that mean something to a programming language are titles."""
    text = "[constructor]: a\n\n[__proto__]: b\n\nAnonymous.\n\n[Untitled 1]: c"

    argument_map = read(text, "argdown").argument_map

    assert [each.title for each in argument_map.claims] == [
        "constructor",
        "__proto__",
        "",
        "Untitled 1",
    ]
    assert len({each.id for each in argument_map.claims}) == 4


def test_data_must_be_a_mapping() -> None:
    """A list in front matter stays as it is; in data it is an error."""
    document = read("===\n[1, 2]\n===\n\nA", "argdown")

    assert document.argument_map.data == Data({"argdown": {"front-matter": [1, 2]}})


def test_a_second_document_is_refused() -> None:
    """Front matter is one document."""
    found = read("===\na: 1\n---\nb: 2\n===\n\nA", "argdown").diagnostics

    assert [each.code for each in found] == ["invalid-data"]
    assert "second document" in found[0].message


def test_several_reconstructions_of_an_argument_are_reported() -> None:
    """The second becomes an argument of its own, and nothing is lost."""
    text = "<A>\n\n(1) B\n----\n(2) C\n\n<A>\n\n(1) D\n----\n(2) E"

    document = read(text, "argdown")

    assert [each.code for each in document.diagnostics] == ["several-reconstructions"]
    assert len(document.argument_map.inferences) == 2


VALUES = st.recursive(
    st.integers(0, 3) | st.none(),
    lambda inside: (
        st.lists(inside, max_size=3)
        | st.dictionaries(st.sampled_from("abc"), inside, max_size=3)
    ),
    max_leaves=8,
)
DATA = st.dictionaries(st.sampled_from("abc"), VALUES, max_size=3)


def merged(old: Any, new: Any) -> Any:
    """Return what merging means, by recursion."""
    if isinstance(old, dict) and isinstance(new, dict):
        both = {key: merged(old[key], new[key]) for key in old.keys() & new.keys()}
        return old | new | both
    if isinstance(old, list) and isinstance(new, list):
        count = min(len(old), len(new))
        first = [merged(*each) for each in zip(old, new, strict=False)]
        return first + old[count:] + new[count:]
    return new


@given(DATA, DATA)
def test_new_data_is_put_over_old(old: dict[str, Any], new: dict[str, Any]) -> None:
    """Mappings are merged key by key, lists item by item; the new stays as it is."""
    wanted, before = merged(old, new), deepcopy(new)

    merge(old, new)
    assert old == wanted

    merge(old, {"a": {"x": []}, "b": [[]]})
    assert new == before


@given(texts())
def test_what_is_read_again_is_read_as_before(text: str) -> None:
    """Data that is kept from one reading to the next is not changed by any."""
    _parsed.cache_clear()
    first = read(text, "argdown")
    first.edited(first.argument_map)
    dumps(first.argument_map, "argdown-json")

    assert read(text, "argdown") == first
