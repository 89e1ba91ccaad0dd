"""Texts, and quotations from them."""

import pytest

from argmap.formats.annotated import Texts, end_of, text_of
from argmap.formats.located import Findings
from argmap.formats.objects import Value

TEXT = "Rents rose."


@pytest.mark.parametrize(
    ("words", "start", "end", "exact", "span"),
    [
        ("rose", 6, None, "rose", (6, 10)),
        ("rose", None, None, "rose", None),
        ("", 0, 5, "Rents", (0, 5)),
        ("", 5, 6, None, None),
        ("", None, None, None, None),
        ("fell", 6, 10, "fell", (6, 10)),
    ],
)
def test_words_are_quoted_as_the_file_has_them(
    words: str,
    start: int | None,
    end: int | None,
    exact: str | None,
    span: tuple[int, int] | None,
) -> None:
    """An offset gives a place; words alone are looked for, a place alone is read."""
    texts = Texts(Findings())
    texts.add("7", TEXT)
    root = Value.of('{"text": 7}', Findings())

    found = texts.quotation(root["text"], words, start, end)

    assert (found and found.exact) == exact
    assert (found and found.span) == span


def test_what_is_named_is_looked_for() -> None:
    """A text that is not there, an end that is missing and a claim without words."""
    root = Value.of('{"text": "", "x": "none"}', Findings())

    assert Texts(root.findings).quotation(root["x"], "a", 0) is None
    assert Texts(root.findings).quotation(root["y"], "a", 0) is None
    assert end_of(root, "source").key == (0, "")
    assert text_of(root, "a") == ""
    found = [each.code for each in root.findings]
    assert found == ["unknown-id", "missing-key", "empty-text"]
