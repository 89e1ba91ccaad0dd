"""Hunks that change what is said of one part: its words, title, tags and data."""

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Mapping
from difflib import SequenceMatcher
from itertools import accumulate
from typing import Any, Final, TypeAlias

import attrs

from argmap.formats.argdown import tokens as t
from argmap.formats.argdown.content import Range, Style, read_content, tag_name, trimmed
from argmap.formats.argdown.data import parse_data, write_data
from argmap.formats.argdown.editing.reading import Node, Reading
from argmap.formats.argdown.elements import NONE, Argument, Element
from argmap.formats.argdown.hunks import Hunk, applied
from argmap.formats.argdown.writing.markup import write_tag, write_text

Way: TypeAlias = list[Hunk]
"""One way to make a change: all of its hunks."""
REMOVED: Final = object()
"""The value of a key of data that is to go."""
_MARKS: Final = ("bold", "italic")
_STYLE: Final = Style()
_WORD: Final = re.compile(r"\s+|\S+")


def reworded(
    reading: Reading, element: Element, text: str, ranges: list[Range]
) -> Iterator[Way]:
    """Yield ways to give an element another text: few words, or else all of them.

    All that say the text that counts are changed.
    """
    old, _ = element.body
    nodes = [
        each
        for each in reading.nodes_of.get(element, ())
        if each.is_definition
        and trimmed(each.occurrence.text, each.occurrence.ranges)[0] == old
    ]
    if not nodes:
        home = reading.home(element)
        if home is not None and text:
            yield [_first_words(reading, home, text, ranges)]
        return
    if not text:
        yield [_without_words(reading, each) for each in nodes]
        return
    yield [hunk for each in nodes for hunk in few_words(reading, each, text)]
    yield [_all_words(reading, each, text, ranges) for each in nodes]


def _first_words(reading: Reading, node: Node, text: str, ranges: list[Range]) -> Hunk:
    """Let a reference say something."""
    start = reading.tokens.ends[node.found.title]
    return Hunk(start, start, f": {write_text(text, ranges)}")


def _without_words(reading: Reading, node: Node) -> Hunk:
    """Let a definition be a reference."""
    body, _ = trimmed(node.occurrence.text, node.occurrence.ranges)
    lead = len(node.occurrence.text) - len(node.occurrence.text.lstrip())
    places = _positions(reading, node)[lead : lead + len(body)]
    start = reading.tokens.ends[node.found.title] - 1
    return Hunk(
        start, _end_of_emphasis(reading, places[-1][1]) if places else start + 1
    )


def _positions(reading: Reading, node: Node) -> list[tuple[int, int]]:
    """Return from where to where each character of a node's text stands."""
    tokens = reading.tokens
    first, last = node.found.content
    places: list[tuple[int, int]] = []
    is_blank = False
    for index in range(first, last):
        kind, start, end = tokens.kinds[index], tokens.starts[index], tokens.ends[index]
        if kind == t.NEWLINE:
            after = tokens.kinds[index + 1] if index + 1 < last else t.EOF
            words = "" if is_blank or after in {t.RANGE_END, t.EOF} else " "
        elif kind == t.RANGE_START:
            continue
        elif kind == t.RANGE_END:
            words = tokens.image(index).lstrip("*_")
            start = end - len(words)
        else:
            words = read_content(tokens, index, index + 1, _STYLE).text
        places += _positions_in(words, tokens.text[start:end], start, end)
        is_blank = words.endswith(" ") if words else is_blank
    return places


def _positions_in(
    words: str, image: str, start: int, end: int
) -> Iterator[tuple[int, int]]:
    """Yield the places of the characters that a token says."""
    if len(words) == len(image):
        yield from ((place, place + 1) for place in range(start, end))
    elif image.startswith("\\"):
        yield start, start + 2
        yield from ((place, place + 1) for place in range(start + 2, end))
    else:
        blanks = len(image) - len(image.rstrip(" \t")) if words.endswith(" ") else 0
        for place in range(len(words)):
            is_blank = bool(blanks) and place == len(words) - 1
            yield (end - 1, end) if is_blank else (start, end - blanks)


def few_words(reading: Reading, node: Node, text: str) -> Way:
    """Return the hunks that change no more words of a text than they must."""
    occurrence = node.occurrence
    body, ranges = trimmed(occurrence.text, occurrence.ranges)
    lead = len(occurrence.text) - len(occurrence.text.lstrip())
    places = _positions(reading, node)[lead:]
    if not places or len(places) < len(body):
        return [_all_words(reading, node, text, [])]
    hunks: list[Hunk] = []
    for each in _differences(body, text, ranges):
        words = text[each.new_start : each.new_stop]
        core = words.strip()
        written = words.replace(core, write_text(core), 1) if core else words
        begin, end = _source(places, each.start, each.stop, ranges)
        hunks.append(_with_comments(reading, Hunk(begin, end, written)))
    return hunks


@attrs.frozen
class _Difference:
    """A piece of a text, and of another text what stands in its place."""

    start: int
    stop: int
    new_start: int
    new_stop: int

    def widened(self, start: int, stop: int) -> "_Difference":
        """Return the piece with what is the same before and behind it."""
        before, behind = max(0, self.start - start), max(0, stop - self.stop)
        return _Difference(
            self.start - before,
            self.stop + behind,
            self.new_start - before,
            self.new_stop + behind,
        )

    def joined(self, other: "_Difference") -> "_Difference":
        """Return both pieces as one, with what is between them."""
        return _Difference(
            min(self.start, other.start),
            max(self.stop, other.stop),
            min(self.new_start, other.new_start),
            max(self.new_stop, other.new_stop),
        )


def _differences(old: str, new: str, ranges: Iterable[Range]) -> list[_Difference]:
    """Return where whole words of a text are others.

    What is marked is inside or outside of a piece as a whole.
    """
    before, after = _WORD.findall(old), _WORD.findall(new)
    places, new_places = _ends(before), _ends(after)
    matcher = SequenceMatcher(None, before, after, autojunk=False)
    found: list[_Difference] = []
    for kind, first, last, start, end in matcher.get_opcodes():
        if kind != "equal":
            each = _Difference(
                *(places[first], places[last], new_places[start], new_places[end])
            )
            found = _with(found, _around(each, ranges))
    return found


def _ends(words: Iterable[str]) -> list[int]:
    return [0, *accumulate(map(len, words))]


def _around(piece: _Difference, ranges: Iterable[Range]) -> _Difference:
    """Return a piece with the whole of what it has marked a part of."""
    for each in sorted(ranges, key=lambda one: one["start"]):
        first, end = each["start"], each["stop"] + 1
        is_inside = first <= piece.start and piece.stop <= end
        is_part = is_inside and (first, end) != (piece.start, piece.stop)
        is_apart = end <= piece.start or piece.stop <= first
        if not (is_apart or (is_part and each["type"] in _MARKS)):
            piece = piece.widened(first, end)
    return piece


def _with(found: list[_Difference], piece: _Difference) -> list[_Difference]:
    """Return pieces with one more, joined to those that it reaches."""
    while found and found[-1].stop > piece.start:
        piece = found.pop().joined(piece)
    return [*found, piece]


def _source(
    positions: list[tuple[int, int]],
    start: int,
    stop: int,
    ranges: Iterable[Range],
) -> tuple[int, int]:
    """Return where these characters stand, with the signs of what they mark."""
    marks = [each for each in ranges if each["type"] in _MARKS]
    if start == stop:
        is_before = start == 0 or any(each["start"] == start for each in marks)
        if is_before and start:
            place = positions[start - 1][1]
        else:
            place = positions[start][0] if start < len(positions) else positions[-1][1]
        return place, place
    covered = [each for each in marks if start <= each["start"] and each["stop"] < stop]
    begin, end = positions[start][0], positions[stop - 1][1]
    for each in covered:
        size = 2 if each["type"] == "bold" else 1
        begin -= size * (each["start"] == start)
        end += size * (each["stop"] == stop - 1)
    return begin, end


def _all_words(reading: Reading, node: Node, text: str, ranges: list[Range]) -> Hunk:
    """Return the hunk that writes a text anew, before the tags behind it."""
    occurrence = node.occurrence
    body, _ = trimmed(occurrence.text, occurrence.ranges)
    lead = len(occurrence.text) - len(occurrence.text.lstrip())
    places = _positions(reading, node)[lead : lead + len(body)]
    first = reading.tokens.starts[node.found.content[0]]
    begin, end = (
        (first, _end_of_emphasis(reading, places[-1][1])) if places else (first, first)
    )
    blank = " " if reading.text[begin : begin + 1] in " \t" else ""
    words = write_text(text, ranges, begins_line=node.found.title == NONE)
    return _with_comments(reading, Hunk(begin, end, blank + words))


def _end_of_emphasis(reading: Reading, end: int) -> int:
    """Return the end of the signs that close emphasis behind a text."""
    tokens = reading.tokens
    index = bisect_left(tokens.starts, end)
    while tokens.starts[index] == end and tokens.kinds[index] == t.RANGE_END:
        end += len(tokens.image(index).rstrip(" \t"))
        index += 1
    return end


def _with_comments(reading: Reading, hunk: Hunk) -> Hunk:
    """Return a hunk that keeps the comments in what it replaces, behind its words."""
    words = hunk.words
    for comment in reading.comments(hunk.start, hunk.end):
        words = f"{words.rstrip()} {comment}"
        words += f"{reading.line_break}  " if comment.startswith("//") else " "
    return Hunk(hunk.start, hunk.end, words)


_BRACKETS: Final = {True: ("<", ">"), False: ("[", "]")}


def retitled(reading: Reading, element: Element, title: str) -> Way | None:
    """Return the way to give an element another title, a first one, or none."""
    if not element.is_untitled and title:
        sign = _BRACKETS[isinstance(element, Argument)][0]
        spans = reading.titles.get((sign, element.title), ())
        return [Hunk(each.start, each.end, title) for each in spans]
    nodes = reading.nodes_of.get(element, [])
    if len(nodes) != 1:
        return None
    found = nodes[0].found
    start = reading.tokens.starts[found.content[0]]
    opening, closing = _BRACKETS[isinstance(element, Argument)]
    if title:
        start += len(reading.text[start:]) - len(reading.text[start:].lstrip(" \t"))
        return [Hunk(start, start, f"{opening}{title}{closing}: ")]
    return [Hunk(reading.tokens.starts[found.title], start)]


def tagged(reading: Reading, element: Element, tags: Iterable[str]) -> Way | None:
    """Return the way to give an element these tags and no others."""
    wanted = list(tags)
    added = [each for each in wanted if each not in element.tags]
    gone = {each for each in element.worded_tags if each not in wanted}
    home = reading.home(element)
    written = [write_tag(each) for each in added]
    if home is None or not all(written):
        return None
    hunks = [
        hunk
        for node in reading.nodes_of[element]
        for hunk in _without_tags(reading, node, gone)
    ]
    if written:
        _, end = reading.content(home)
        words = " ".join(written)
        last = next((each for each in hunks if each.start < end <= each.end), None)
        if last is None:
            return [*hunks, Hunk(end, end, f" {words}")]
        words = f"{words} " if last.end > end else f" {words}"
        hunks[hunks.index(last)] = Hunk(last.start, last.end, words)
    return hunks


def _without_tags(reading: Reading, node: Node, gone: set[str]) -> Iterator[Hunk]:
    tokens = reading.tokens
    for index in range(*node.found.content):
        if tokens.kinds[index] == t.TAG and tag_name(tokens.image(index)) in gone:
            start, end = tokens.starts[index], tokens.ends[index]
            is_last = reading.text[end - 1] not in " \t"
            before = reading.text[:start]
            start -= is_last * (len(before) - len(before.rstrip(" \t")))
            yield Hunk(start, end)


def with_data(
    reading: Reading, node: Node, changes: Mapping[str, Any], rest: str = ""
) -> Hunk:
    """Return the hunk that changes keys of the data behind a node.

    `rest` are tags that come before it where there is none yet.
    """
    index = node.found.data
    if index == NONE:
        kept = {key: each for key, each in changes.items() if each is not REMOVED}
        _, end = reading.content(node)
        return Hunk(end, end, f"{rest} {write_data(kept)}" if kept else rest)
    return changed_data(reading, index, node.occurrence.data, changes)


def changed_data(
    reading: Reading, index: int, known: Mapping[str, Any], changes: Mapping[str, Any]
) -> Hunk:
    """Return the hunk that changes keys of the data in a token, which are known.

    What cannot be read stays as it is.
    """
    start, end = reading.tokens.starts[index], reading.tokens.ends[index]
    image = reading.text[start:end]
    data = dict(known)
    if not data and image[1:-1].strip():
        return Hunk(start, end, image)
    if changes.keys().isdisjoint(data) and data and REMOVED not in changes.values():
        return _with_new_keys(image, start, changes)
    if changes.keys() <= data.keys() and REMOVED not in changes.values():
        return _with_new_values(image, start, changes)
    data = {
        key: each for key, each in (data | dict(changes)).items() if each is not REMOVED
    }
    if data:
        return Hunk(start, end, write_data(data))
    before = reading.text[:start]
    return Hunk(len(before.rstrip(" \t")), end)


def _with_new_keys(image: str, start: int, changes: Mapping[str, Any]) -> Hunk:
    """Return the hunk that puts keys behind those that there are."""
    inner = image[:-1].rstrip()
    words = write_data(changes)[1:-1].strip()
    if "\n" in inner and inner[1:].lstrip(" \t")[:1] in "\r\n":
        last = inner[inner.rindex("\n") + 1 :]
        margin = last[: len(last) - len(last.lstrip())]
        words = f"\n{margin}{words}" if "\n" not in words else f"\n{words}"
    else:
        words = f"{'' if inner.endswith(',') else ','} {words}"
    place = start + len(inner)
    return Hunk(place, place, words)


def _with_new_values(image: str, start: int, changes: Mapping[str, Any]) -> Hunk:
    """Return the hunk that gives keys other values."""
    is_block = image[1:].lstrip(" \t")[:1] in ("\n", "\r")
    shift = int(is_block)
    items = parse_data(image[1:-1] if is_block else image).items
    assert isinstance(items, dict)  # noqa: S101 - the keys are in it
    hunks = [
        Hunk(items[key].start + shift, items[key].end + shift, _value(value))
        for key, value in changes.items()
    ]
    return Hunk(start, start + len(image), applied(image, hunks))


def _value(value: Any) -> str:
    return write_data({"a": value})[4:-1].strip()
