"""Laws of spans in a text."""

from hypothesis import given, strategies as st

from argmap.diagram.spans import Span, between, bold_words, pieces
from tests.strategies import texts


@st.composite
def spans_in(draw: st.DrawFn, text: str) -> tuple[Span, ...]:
    """Draw spans of a text that are in its order and do not overlap."""
    edges = sorted(draw(st.sets(st.integers(0, len(text)), max_size=6)))
    looks = st.booleans()
    return tuple(
        Span(start, end, draw(looks), draw(looks), draw(st.sampled_from(["", "#a"])))
        for start, end in zip(edges[::2], edges[1::2], strict=False)
    )


texts_with_spans = texts().flatmap(lambda x: st.tuples(st.just(x), spans_in(x)))


def looks(text: str, spans: tuple[Span, ...]) -> list[tuple[str, object]]:
    """Return each letter with what it looks like."""
    return [
        (letter, span and (span.is_bold, span.is_italic, span.url))
        for words, span in pieces(text, spans)
        for letter in words
    ]


@given(texts_with_spans)
def test_pieces_are_the_text(case: tuple[str, tuple[Span, ...]]) -> None:
    """Nothing is lost or said twice, and a letter has the span that it is in."""
    text, spans = case

    found = looks(text, spans)

    assert "".join(letter for letter, _ in found) == text
    for each in spans:
        look = each.is_bold, each.is_italic, each.url
        assert {look} == {shown for _, shown in found[each.start : each.end]}
    inside = sum(each.end - each.start for each in spans)
    assert sum(shown is not None for _, shown in found) == inside


@given(texts_with_spans, st.data())
def test_a_part_of_a_text(
    case: tuple[str, tuple[Span, ...]], data: st.DataObject
) -> None:
    """Letters look the same in it as in the whole."""
    text, spans = case
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, len(text)))

    part = looks(text[start:end], between(spans, start, end))

    assert part == looks(text, spans)[start:end]


@given(texts_with_spans)
def test_bold_words(case: tuple[str, tuple[Span, ...]]) -> None:
    """A word is bold if any letter in it is."""
    text, spans = case
    found = looks(text, spans)
    letters = [(at, look) for at, (_, look) in enumerate(found)]
    bold = {at for at, look in letters if isinstance(look, tuple) and look[0]}

    flags = bold_words(text, spans)

    if isinstance(flags, bool):
        assert not bold
        assert flags is False
        return
    at = 0
    for word, flag in zip(text.split(), flags, strict=True):
        at = text.index(word, at)
        assert flag == (not bold.isdisjoint(range(at, at + len(word))))
        at += len(word)
