"""Laws of text as Argdown."""

import pytest
from hypothesis import given, strategies as st

from argmap.formats import dumps, read
from argmap.formats.argdown.writing.markup import write_rule, write_tag, write_text

SIGNS = st.sampled_from(
    [*r"\*_[]<>{}@#/=.:,;()+-'1 a", "->", "--", "==", ":->:", "//", "<!--", "é"]
)
WORDS = st.lists(SIGNS, min_size=1, max_size=8).map("".join).map(str.strip)


@given(WORDS.filter(bool), st.sampled_from(["", " #tag", " {a: 1}"]))
def test_a_text_is_read_as_it_is(text: str, tail: str) -> None:
    """Whatever signs are in it, a text behind a name is written and comes back."""
    written = write_text(text, tail=tail)

    document = read(f"[x]: {written}{tail}\n", "argdown")
    assert [each.text for each in document.argument_map.claims] == [text]
    assert "\n" not in written


@given(WORDS.filter(bool))
def test_a_text_may_begin_a_line(text: str) -> None:
    """At the start of a line no text is taken for a sign, a number or a heading."""
    written = write_text(text, begins_line=True)

    document = read(f"{written}\n", "argdown")
    assert [each.text for each in document.argument_map.claims] == [text]
    assert not document.has_errors


@pytest.mark.parametrize(
    "text",
    [
        *("U.S.A.", "**", "a ** b", "#.", "#{x}", "#===", "'* x", "1.", "@  x"),
        "See http://www.site.example/two_words/x_y.pdf first.",
        "https://example.org/z#:~:text=q shows it.",
    ],
)
def test_what_once_had_no_escape(text: str) -> None:
    """Abbreviations, addresses and signs alone are text, with no more escaped."""
    for begins_line in (True, False):
        written = write_text(text, begins_line=begins_line)
        start = "" if begins_line else "[x]: "
        document = read(f"{start}{written}\n", "argdown")
        assert [each.text for each in document.argument_map.claims] == [text]
    assert write_text("U.S.A.") == "U.S.A."


@pytest.mark.parametrize(
    "text",
    [
        "[A]: x #t\n  [so](y)\n",
        "[A]: see @[B]\n  \\- and *more*\n",
        "[A]: all __*of* it__, **_it_**\n",
    ],
)
def test_marks_stay_in_the_text(text: str) -> None:
    """Tags and mentions at the end of a line, and marks in marks, need no settings."""
    argument_map = read(text, "argdown").argument_map
    written = dumps(argument_map, "argdown")
    assert "===" not in written
    assert read(written, "argdown").argument_map == argument_map


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
