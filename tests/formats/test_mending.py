"""What is mended says the same, has no such finding, and is mended once for all."""

from hypothesis import given

from argmap.diagnostics import Diagnostic, Edit, Span
from argmap.formats import Document, read
from argmap.formats.mending import edited, mended
from argmap.model import ArgumentMap, Claim
from tests.formats.argdown.texts import altered, pieces, texts


def _read(text: str) -> Document:
    return read(text, "argdown")


@given(texts() | pieces())
def test_a_text_is_mended_once_for_all(text: str) -> None:
    """The map stays, no finding is new, and none is left that says it can be mended."""
    for each in [text, *altered(text)[:4]]:
        once = mended(each, _read)

        before, after = _read(each), _read(once)
        assert after.argument_map == before.argument_map
        assert {one.code for one in after.diagnostics} <= {
            one.code for one in before.diagnostics
        }
        assert mended(once, _read) == once
        assert [one for one in after.diagnostics if one.mend] == []


def test_signs_in_words_are_escaped() -> None:
    """What the reference reads otherwise is written so that it does not."""
    text = "[A]: snake_case_name and\\\n  + b\n"

    once = mended(text, _read)

    assert once == "[A]: snake\\_case\\_name and\\\\\n  + b\n"
    assert _read(once).diagnostics == ()


def test_a_change_that_does_harm_is_left_out() -> None:
    """Of several changes those are made after which the map is the same."""

    def map_of_letters(text: str) -> Document:
        letters = sorted(set(text) - {" "})
        found = [
            Diagnostic("blank", "a blank", span=Span(at, at + 1), mend=edit)
            for at, sign in enumerate(text)
            for edit in [Edit(Span(at, at + 1), "x" * (text[at - 1] == "b"))]
            if sign == " "
        ]
        claims = [Claim(each) for each in letters]
        return Document(ArgumentMap(claims), text, diagnostics=tuple(found))

    assert mended("a b c d", map_of_letters) == "ab cd"


def test_changes_are_made_from_left_to_right() -> None:
    """Changes keep their places, in whatever order they come."""
    edits = [Edit(Span(4, 7), "C"), Edit(Span(0, 1), ""), Edit(Span(2, 2), "b")]

    assert edited("xa  yyy!", edits) == "ab  C!"
