"""Laws of text as Argdown."""

import pytest
from hypothesis import given, strategies as st

from argmap.formats import read
from argmap.formats.argdown.writing.markup import write_rule, write_tag, write_text

SIGNS = st.sampled_from(
    [*r"\*_[]<>{}@#/=.:,;()+-'1 a", "->", "--", "==", ":->:", "//", "<!--", "é"]
)
WORDS = st.lists(SIGNS, min_size=1, max_size=8).map("".join).map(str.strip)


@given(WORDS.filter(bool), st.sampled_from(["", " #tag", " {a: 1}"]))
def test_a_text_is_read_as_it_is(text: str, tail: str) -> None:
    """Whatever signs are in it, a text behind a name comes back if it is written."""
    written = write_text(text, tail=tail)

    if written:
        document = read(f"[x]: {written}{tail}\n", "argdown")
        assert [each.text for each in document.argument_map.claims] == [text]
        assert "\n" not in written


@given(WORDS.filter(bool))
def test_a_text_may_begin_a_line(text: str) -> None:
    """At the start of a line no text is taken for a sign, a number or a heading."""
    written = write_text(text, begins_line=True)

    if written:
        document = read(f"{written}\n", "argdown")
        assert [each.text for each in document.argument_map.claims] == [text]
        assert not document.has_errors


@pytest.mark.parametrize(
    ("text", "ranges", "written"),
    [
        ("Rents rose.", [], "Rents rose."),
        ("a_b *c*", [], r"a\_b \*c*"),
        ("Rents rose.", [{"type": "bold", "start": 0, "stop": 4}], "**Rents** rose."),
        (
            "All of it",
            [
                {"type": "bold", "start": 0, "stop": 8},
                {"type": "italic", "start": 4, "stop": 5},
            ],
            "**All _of_ it**",
        ),
        (
            "See here",
            [{"type": "link", "start": 4, "stop": 7, "url": "https://example.org"}],
            "See [here](https://example.org)",
        ),
        ("One\ntwo", [], "One two"),
        ("so :->: it", [], "so \\:->: it"),
    ],
)
def test_marks(text: str, ranges: list[dict[str, object]], written: str) -> None:
    """Signs are escaped only where they mean something, and put where they should."""
    assert write_text(text, ranges) == written


@given(WORDS.filter(bool))
def test_a_tag_is_read_as_it_is(tag: str) -> None:
    """A tag that Argdown can say comes back, and nothing else of it."""
    written = write_tag(tag)

    if written:
        (claim,) = read(f"[x]: a {written}\n", "argdown").argument_map.claims
        assert claim.tags == (tag,)


@given(WORDS.filter(bool))
def test_the_name_of_a_rule_has_no_signs(rule: str) -> None:
    """In an inference line the name of a rule ends where it should."""
    text = f"(1) a\n--\n{write_rule(rule)} {{x: 1}}\n--\n(2) b\n"

    document = read(text, "argdown")

    assert not document.has_errors
    assert len(document.argument_map.inferences) == 1
    assert document.argument_map.inferences[0].data["x"] == 1
