"""Boxes as large as their words need: texts broken into lines, sizes in points."""

from collections.abc import Iterable, Iterator, Sequence
from functools import cached_property, lru_cache

import attrs

from argmap.diagram import style, text
from argmap.diagram.plan import Junction, Text
from argmap.diagram.positions import Line, Placed
from argmap.diagram.spans import Span, between, bold_words, pieces
from argmap.words import is_right_to_left, truncate

_LONGEST_LINE = 200
"""In code points; what stands behind the last line's is not worth measuring."""
_TITLE_LINES = 2


@attrs.frozen
class Lines:
    """Lines below each other, and the room they take in points."""

    all: tuple[Line, ...]

    @cached_property
    def width(self) -> float:
        """The width of the widest."""
        return max((line.width for line in self.all), default=0.0)

    @cached_property
    def height(self) -> float:
        """Their height together."""
        return sum(line.leading for line in self.all)


def broken(
    texts: Iterable[Text],
    room: float = style.TEXT_WIDTH,
    *,
    widest: float | None = None,
    max_lines: int | None = None,
    number: str = "",
) -> Lines:
    """Break texts into lines of at most `room` points.

    What would take more than seven lines may get a `widest` line of more. A claim's
    words are cut after `max_lines`, if there is such a limit. A `number` stands
    before the first.

    >>> broken_in_two = broken([Text("Rents rose in all of the city.")], room=100)
    >>> [line.words for line in broken_in_two.all]
    ['Rents rose in', 'all of the city.']
    """
    if not number:
        return Lines(tuple(_lines(texts, room, widest or room, max_lines)))
    first, *others = texts
    lines = _lines([first.after(number), *others], room, widest or room, max_lines)
    head = next(lines)
    words = head.words.removeprefix(number).lstrip()
    spans = between(head.spans, len(head.words) - len(words), len(head.words))
    numbered = attrs.evolve(head, words=words, number=number, spans=spans)
    return Lines((numbered, *lines))


def _lines(
    texts: Iterable[Text], room: float, widest: float, max_lines: int | None
) -> Iterator[Line]:
    for each in texts:
        is_title = each.is_label or each.is_bold
        limit = max_lines or 0
        if is_title:
            limit = min(_TITLE_LINES, limit)
        wide = room if is_title else _wide_enough(each, room, widest)
        yield from _line_by_line(each, wide, limit)


def _wide_enough(each: Text, room: float, widest: float) -> float:
    """Return the room for a claim's text; a long one gets a wider box."""
    beginning = truncate(each.words, style.TEXT_LINES * _LONGEST_LINE)
    bold = bold_words(beginning, each.spans)
    while room < widest and (
        text.line_count(beginning, room / style.TEXT_SIZE, bold=bold) > style.TEXT_LINES
    ):
        room *= 1.2
    return min(room, widest)


@lru_cache(maxsize=4096)
def _line_by_line(each: Text, room: float, limit: int) -> tuple[Line, ...]:
    size = style.SPEAKER_SIZE if each.is_label else style.TEXT_SIZE
    words = truncate(each.words, limit * _LONGEST_LINE) if limit else each.words
    bold = each.is_bold or bold_words(words, each.spans)
    lines = text.wrap(words, room / size, lines=limit, bold=bold)
    return tuple(
        Line(
            line,
            round(size * _width(line, spans, is_bold=each.is_bold), 2),
            each.is_label,
            each.is_bold,
            is_right_to_left=is_right_to_left(each.words),
            spans=spans,
        )
        for line, spans in _with_spans(lines, each)
    )


def _width(line: str, spans: Iterable[Span], *, is_bold: bool) -> float:
    return sum(
        text.width(words, bold=is_bold or (span is not None and span.is_bold))
        for words, span in pieces(line, spans)
    )


def _with_spans(
    lines: Iterable[str], of: Text
) -> Iterator[tuple[str, tuple[Span, ...]]]:
    at = 0
    for line in lines:
        yield line, between(of.spans, at, at + len(line))
        at += len(line)
        at += of.words[at : at + 1].isspace()


def sized(lines: Lines, least: float = 0.0) -> Placed:
    """Return a box as large as its lines need, with room for a `least` width."""
    width = max(lines.width, least) + 2 * style.PADDING_X
    width = max(width, style.BOX_MIN_WIDTH)
    size = round(width, 1), round(lines.height + 2 * style.PADDING_Y, 1)
    return Placed((0, 0), size, lines.all)


def reference(
    texts: Sequence[Text],
    number: int | str | None,
    room: float = style.REFERENCE_WIDTH,
    max_lines: int = 2,
) -> Placed:
    """Return a small rectangle with the number and the first words of a box."""
    said = next(each for each in texts if not each.is_label)
    lines = broken(
        [Text(said.words, is_label=True)],
        room,
        max_lines=max_lines,
        number="→" if number is None else f"→ {number}",
    )
    padding = style.REFERENCE_PADDING
    size = round(lines.width + 2 * padding, 1), round(lines.height + padding, 1)
    return Placed((0, 0), size, lines.all, padding)


def page_label(number: int | str, page: int) -> str:
    """Return the number of a claim with the page that it is on."""
    return f"{number}, p. {page}"


def sized_junction(junction: Junction) -> Placed:
    """Return a junction as large as its sign, or as that and its words need."""
    if not junction.texts:
        return Placed((0, 0), (junction.diameter, junction.diameter))
    lines = broken(junction.texts, style.ARGUMENT_WIDTH)
    padding = style.ARGUMENT_PADDING
    indent = style.JUNCTION + 2 * padding
    width = lines.width + indent + 2 * padding
    height = max(lines.height, style.JUNCTION) + 2 * padding
    return Placed((0, 0), (round(width, 1), round(height, 1)), lines.all, indent)
