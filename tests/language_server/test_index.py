"""What editors ask, answered without an editor."""

from functools import partial
from pathlib import Path

import pytest
from hypothesis import given, strategies as st

from argmap.formats import read
from argmap.formats.mending import mended
from argmap.language_server.index import Index, Node, Title, Use
from tests.formats.argdown.texts import pieces, texts

DEBATE = """\
# Housing

[Cap]: Cap rents. #policy #(two words)
  + <Fair>: It is fair.
  - [Shortage]: Flats get rare, says @<Fair>.

### Deep

[Cap]

<Fair>

(1) @[Shortage] matters to [Nobody].
----
(2) [Cap]
"""


def names(nodes: list[Node]) -> list[object]:
    """Return an outline as names, with lists of what is inside."""
    shown: list[object] = []
    for each in nodes:
        shown += [each.name, names(each.inner)] if each.inner else [each.name]
    return shown


@given(texts() | pieces() | st.text(max_size=30), st.integers(0, 400))
def test_any_text_has_answers(text: str, offset: int) -> None:
    """Nothing that is asked about any place in any text raises."""
    index = Index.of(text)
    offset = min(offset, len(text))

    for finding in index.findings:
        assert finding.span is not None
        assert 0 <= finding.span.start <= finding.span.end <= len(text)
    found = index.occurrence_at(offset)
    if found:
        assert found in index.occurrences(found.title)
        assert found.span.of(text) == found.title.words
    assert names(index.outline) is not None


@given(texts())
def test_renaming_there_and_back(text: str) -> None:
    """A title can be given new words in all places, and its own again."""
    index = Index.of(text)
    for title in {
        each.title for at in range(len(text)) if (each := index.occurrence_at(at))
    }:
        renamed = text
        for each in reversed(index.rename(title, "Quite new")):
            start, end = each.span.start, each.span.end
            renamed = f"{renamed[:start]}Quite new{renamed[end:]}"

        again = Index.of(renamed)
        new = Title(title.sign, "Quite new")
        assert len(again.occurrences(new)) == len(index.occurrences(title))
        assert not again.occurrences(title)


@pytest.mark.parametrize(
    ("words", "message"),
    [
        ("Shortage", "there is a"),
        ("a]b", "cannot be a title"),
        ("", "cannot be a title"),
        ("a\nb", "cannot be a title"),
    ],
)
def test_what_is_no_new_title(words: str, message: str) -> None:
    """Words that are another's, or that would be read as something else."""
    with pytest.raises(ValueError, match=message):
        Index.of(DEBATE).rename(Title("[", "Cap"), words)


def test_places_of_a_title() -> None:
    """A title is defined, referred to and mentioned."""
    index = Index.of(DEBATE)

    def uses(title: Title) -> list[Use]:
        return [each.use for each in index.occurrences(title)]

    assert uses(Title("[", "Cap")) == [Use.DEFINITION, Use.REFERENCE, Use.REFERENCE]
    assert uses(Title("<", "Fair")) == [Use.DEFINITION, Use.MENTION, Use.REFERENCE]
    assert uses(Title("[", "Fair")) == []


def test_a_part_is_found_at_its_line() -> None:
    """A claim without a title is found where its first line is, and nowhere else."""
    text = "Cap rents.\n  + It is\n    fair.\n\n// aside\n"
    index = Index.of(text)

    for words, expected in (("Cap", "Cap rents."), ("It", "It is fair.")):
        found = index.part_at(text.index(words))
        assert found is not None
        assert found.text == expected
    assert index.part_at(text.index("aside")) is None


def test_mending_is_what_fix_does() -> None:
    """The change that mends all makes the text that `argmap fix` would write."""
    text = "# Rents\n[A]: a\n[B]: snake_case\n\n(1) a\n\n(2) b\n----\n(3) c\n"

    mended_ = mended(text, partial(read, format="argdown"))

    assert Index.of(text).mending.of(text) == mended_
    assert mended_ != text


def test_outline() -> None:
    """Sections hold sections and what stands in them; relations what is below."""
    assert names(Index.of(DEBATE).outline) == [
        "Housing",
        ["Cap", ["Fair", "Shortage"], "Deep", ["@[Shortage] matters to"]],
    ]


def test_included_files(tmp_path: Path) -> None:
    """What stands in another file is found there, and not in the outline."""
    (tmp_path / "a.argdown").write_text("[A]: a {b: [}\n", "utf-8")
    text = "# S\n\n@include(a.argdown)\n\n[B]: @[A]\n"
    index = Index.of(text, tmp_path / "main.argdown")

    files = [each.file.path for each in index.occurrences(Title("[", "A"))]
    assert files == [str(tmp_path / "a.argdown"), str(tmp_path / "main.argdown")]
    (error,) = (each for each in index.findings if each.code == "invalid-data")
    assert error.message.startswith("a.argdown:1: ")
    assert error.span is not None
    assert error.span.of(text).endswith("a.argdown)")
    assert names(index.outline) == ["S", ["B"]]


def test_quotations_are_looked_up(tmp_path: Path) -> None:
    """An editor shows what does not stand in a source, and which source has no text."""
    text = (
        "===\nargmap:\n  sources: [{id: report, path: report.txt}]\n===\n\n"
        "[Rents]: Up. {quotations: [{exact: Rents fell, source: report}]}\n"
        "  + [Index]: It says so.\n"
    )
    (tmp_path / "report.txt").write_text("Rents rose.", "utf-8")

    (found,) = Index.of(text, tmp_path / "m.argdown").findings
    unreadable, unverified = Index.of(text, tmp_path / "gone" / "m.argdown").findings

    assert found.code == "quotation-not-in-source"
    assert unverified.code == "quotation-unverified"
    assert unreadable.code == "unreadable-source"
    assert unreadable.span is not None
    assert unreadable.span.of(text) == "report.txt"


def test_other_formats_are_recognised(tmp_path: Path) -> None:
    """A text in JSON has its findings and its outline, but no titles of Argdown."""
    claims = '{"argmap": 1, "claims": [{"id": "a", "text": "[A]."}], "clams": 1}'
    index = Index.of(claims)
    other = Index.of('<lkif><statement id="a">Rents rose.</statement></lkif>')

    assert not index.is_argdown
    assert "unknown-key" in {each.code for each in index.findings}
    assert [each.name for each in index.outline] == ["[A]."]
    assert index.occurrence_at(claims.index("[A]") + 1) is None
    (finding,) = other.findings
    assert finding.code == "unread-format"
    assert finding.message.startswith("this is LKIF")
    assert other.outline == []
    assert Index.of(claims, tmp_path / "a.argdown").is_argdown
    assert Index.of("Rents rose.").is_argdown
