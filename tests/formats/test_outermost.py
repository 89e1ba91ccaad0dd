"""Tests of `argmap.formats.outermost`."""

import json
from typing import Any

import pytest
import yaml
from hypothesis import given, strategies as st

from argmap.formats.outermost import is_json_list, json_paths, xml_root, yaml_paths

WORDS = st.text(st.characters(exclude_categories=["Cs"]) | st.sampled_from('"\\{}[],:'))
NUMBERS = st.integers() | st.floats(allow_nan=False, allow_infinity=False)
VALUES = st.recursive(
    st.none() | st.booleans() | NUMBERS | WORDS,
    lambda inner: st.lists(inner) | st.dictionaries(WORDS, inner),
    max_leaves=8,
)
OBJECTS = st.dictionaries(WORDS, VALUES, max_size=5)
indents = st.sampled_from([None, 0, 3])


@given(document=OBJECTS, indent=indents, is_ascii=st.booleans())
def test_outermost_keys_are_those_of_the_object(
    document: dict[str, Any], indent: int | None, *, is_ascii: bool
) -> None:
    """Each key comes with what its value is, however the JSON is laid out."""
    text = json.dumps(document, indent=indent, ensure_ascii=is_ascii)

    found = [*json_paths(text)]

    assert [each[0] for each in found] == [*document]
    for (key, *inside), value in zip(found, document.values(), strict=True):
        assert (f"{key}.*" in inside) is isinstance(value, dict)
        assert (f"{key}[]" in inside) is isinstance(value, list)
        assert (f"{key}=[]" in inside) is (value == [])
        if isinstance(value, list) and value and isinstance(value[0], dict):
            assert {f"{key}[].{each}" for each in value[0]} <= {*inside}


@given(document=OBJECTS, end=st.integers(0))
def test_a_text_that_breaks_off_has_the_keys_before(
    document: dict[str, Any], end: int
) -> None:
    """Of as much of a text as there is, the keys are the first of the whole."""
    text = json.dumps(document)

    found = [each[0] for each in json_paths(text[: end % (len(text) + 1)])]

    assert found == [*document][: len(found)]


def test_a_key_that_cannot_be_ends_the_object() -> None:
    """No key is made up for an escape that JSON does not have."""
    assert [*json_paths(r'{"a": 1, "\x": 2, "b": 3}')] == [("a",)]


@given(values=st.lists(VALUES), indent=indents)
def test_lists_are_known(values: list[Any], indent: int | None) -> None:
    """A list in JSON is one, and is none with words behind it."""
    text = json.dumps(values, indent=indent)

    assert is_json_list(text)
    assert text.startswith(('[{"', "[\n")) or not is_json_list(f"{text}: Rents rose.")


PLAIN = st.text(st.characters(categories=["L", "N"], max_codepoint=0x2FF), min_size=1)


@given(
    document=st.dictionaries(
        PLAIN,
        PLAIN | st.lists(PLAIN) | st.dictionaries(PLAIN, PLAIN | st.lists(PLAIN)),
        min_size=1,
    )
)
def test_outermost_keys_of_yaml(document: dict[str, Any]) -> None:
    """In YAML the keys of what stands under each come too."""
    text = yaml.safe_dump(document, sort_keys=False, allow_unicode=True)

    found = [*yaml_paths(text)]

    if text.startswith("?"):  # a key that is too long for its line
        return
    assert [each[0] for each in found] == [*document]
    for (key, *inside), value in zip(found, document.values(), strict=True):
        if isinstance(value, dict):
            assert inside == [f"{key}.*", *(f"*.{each}" for each in value)]
        else:
            assert inside == [f"{key}[]"] * isinstance(value, list)


@pytest.mark.parametrize(
    "text",
    [
        "[a]: b",
        "- a\n- b: c",
        "a",
        "? [x]\n: y",
        "",
        "a: b\n[c]: d",
        "é: \ud800",
        "'a: b'",
    ],
)
def test_what_is_no_mapping_has_no_keys(text: str) -> None:
    """A list, a scalar or a key that is no text gives no more than stands before."""
    assert [each[0] for each in yaml_paths(text)] in ([], ["a"])


@pytest.mark.parametrize("text", ["", "<", "<a", "a<b/>", "<a:b>&", "<\ud800/>", "<1>"])
def test_what_is_no_xml_has_no_root(text: str) -> None:
    """A text without an element near its beginning has an empty name."""
    assert xml_root(text) in {("", ()), ("a:b", ())}
