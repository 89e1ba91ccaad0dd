"""Laws of JSON with the place of every value."""

import json
from collections.abc import Iterator

import pytest
from hypothesis import given, strategies as st

from argmap.diagnostics import Diagnostic
from argmap.formats.located import Findings, Node
from argmap.formats.scanner import Scanner, decode
from tests.formats.test_battery import mutated

LETTERS = st.characters(exclude_categories=["Cs"])
SCALARS = (
    st.none()
    | st.booleans()
    | st.integers()
    | st.floats(allow_nan=False, allow_infinity=False)
    | st.text(LETTERS, max_size=5)
)
VALUES = st.recursive(
    SCALARS,
    lambda inside: (
        st.lists(inside, max_size=3)
        | st.dictionaries(st.text(LETTERS, max_size=3), inside, max_size=3)
    ),
    max_leaves=8,
)


def scan(text: str, **options: object) -> tuple[Node | None, list[Diagnostic]]:
    """Return what a text holds, and what is wrong with it."""
    findings = Findings()
    return Scanner(text, findings, **options).scan(), findings  # type: ignore[arg-type]


def nodes(top: Node) -> Iterator[Node]:
    """Yield a node and all that are inside it."""
    yield top
    for each in top.items.values() if isinstance(top.items, dict) else top.items or ():
        yield from nodes(each)


@given(VALUES, st.sampled_from([None, 2]), st.booleans())
def test_values_are_those_of_the_standard_library(
    value: object,
    indent: int | None,
    ensure_ascii: bool,  # noqa: FBT001 - drawn
) -> None:
    """Every value is what the standard library reads from its own place."""
    text = json.dumps(value, indent=indent, ensure_ascii=ensure_ascii)

    top, findings = scan(text)

    assert findings == []
    assert top is not None
    assert top.value == value == decode(text)
    for node in nodes(top):
        assert json.loads(text[node.start : node.end]) == node.value
        assert text[node.span.start] == text[node.start]
        assert Scanner(text, Findings()).scan_at(node.start).value == node.value
        if isinstance(node.items, dict):
            for key, each in node.items.items():
                assert each.key is not None
                assert json.loads(each.key.of(text)) == key


@given(VALUES.map(json.dumps).flatmap(mutated) | st.text(max_size=20))
def test_any_text_is_read_or_refused_with_its_place(text: str) -> None:
    """What is not valid has an error inside the text; what is valid has none."""
    _, findings = scan(text)

    for each in findings:
        assert each.span is not None
        assert 0 <= each.span.start <= each.span.end <= len(text)
    try:
        decode(text.removeprefix("\ufeff"))
    except ValueError:
        assert findings
    else:
        later = {"lone-surrogate", "number-too-large"}
        assert {each.code for each in findings} <= later


@pytest.mark.parametrize("opening", ["[", '{"a":'])
def test_depth_is_bounded(opening: str) -> None:
    """So many levels are read, one more is an error at its bracket."""
    closing = "]" if opening == "[" else "}"

    def nested(depth: int) -> str:
        return opening * depth + ("" if opening == "[" else "1") + closing * depth

    assert scan(nested(5), deepest=5)[1] == []
    (finding,) = scan(nested(6), deepest=5)[1]
    assert (finding.code, finding.span and finding.span.start) == (
        "too-deep",
        5 * len(opening),
    )


def test_elements_are_built_as_long_as_that_goes_well() -> None:
    """A builder gets whole elements; one that it refuses is walked, as the rest is."""
    text = '{"numbers": [{"n": 1}, {"n": "x"}, {"n": 2}]}'

    top, _ = scan(text, builders={"numbers": lambda value: int(value["n"])})

    assert top is not None
    assert top.value == {"numbers": [1, {"n": "x"}, 2]}
    assert [each.is_built for each in nodes(top)][2:] == [True, False, False, True]


def test_a_fence_is_no_json() -> None:
    """Language models put their JSON into one; help says what to take away."""
    findings = Findings()
    Scanner("```json\n{}\n```\n", findings).scan()
    assert [each.help for each in findings] == [
        "take away the lines that begin with ```"
    ]
