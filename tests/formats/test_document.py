"""Laws of documents: places of findings, in the file and in those put into it."""

from itertools import accumulate

from hypothesis import given, strategies as st

from argmap.diagnostics import Diagnostic, Severity, Span
from argmap.formats.document import Document, Excerpt, View
from argmap.model import ArgumentMap, Claim, Source

MAP = ArgumentMap([Claim("a")], sources=[Source("s")])
PIECES = st.lists(
    st.tuples(st.sampled_from([None, "b.argdown", "c.argdown"]), st.text(min_size=1)),
    min_size=1,
)


@given(PIECES, st.integers(0, 3), st.data())
def test_a_span_is_in_the_file_it_comes_from(
    pieces: list[tuple[str | None, str]], before: int, data: st.DataObject
) -> None:
    """In a text that was put together a span leads to the same words in its file."""
    ends = list(accumulate(len(words) for _, words in pieces))
    excerpts = tuple(
        Excerpt(Span(end - len(words), end), path, "x" * before + words, before)
        for (path, words), end in zip(pieces, ends, strict=True)
    )
    whole = "".join(words for _, words in pieces)
    document = Document(MAP, whole, excerpts=excerpts)
    at = data.draw(st.integers(0, len(excerpts) - 1))
    start = data.draw(st.integers(excerpts[at].span.start, ends[at] - 1))
    span = Span(start, data.draw(st.integers(start, ends[at])))

    path, text, there = document.origin(span)

    assert (path, text) == (pieces[at][0], excerpts[at].text)
    assert there.of(text) == span.of(whole)
    named = {path for path, _ in pieces if path is not None}
    assert document.files == tuple(dict.fromkeys(document.files))
    assert set(document.files) == named


def test_a_text_from_one_file_is_its_own_origin() -> None:
    """Without excerpts, and behind the last one, a span stays where it is."""
    span = Span(1, 2)
    excerpt = Excerpt(Span(0, 1), "b.argdown", "b", 0)

    for excerpts in ((), (excerpt,)):
        document = Document(MAP, "ab", excerpts=excerpts)
        assert document.origin(span) == (None, "ab", span)


def test_findings_get_the_place_of_their_part() -> None:
    """A place of its own stays; else that of the part or the source is taken."""
    document = Document(MAP, "a s", {"a": Span(0, 1)}, source_spans={"s": Span(2, 3)})

    def place(**about: object) -> Span | None:
        finding = Diagnostic("x", "y", severity=Severity.INFO, **about)  # type: ignore[arg-type]
        return document.placed(finding).span

    assert place(subject="a") == Span(0, 1)
    assert place(source="s") == Span(2, 3)
    assert place(subject="a", span=Span(2, 2)) == Span(2, 2)
    assert place() is None


def test_only_errors_are_errors() -> None:
    """Warnings leave nothing out; without a view all is drawn."""
    found = [
        Document(MAP, "", diagnostics=(Diagnostic("x", "y", severity=each),)).has_errors
        for each in Severity
    ]

    assert found == [each is Severity.ERROR for each in Severity]
    view = View(ArgumentMap())
    assert Document(MAP, "").drawn == View(MAP)
    assert Document(MAP, "", view=view).drawn is view
