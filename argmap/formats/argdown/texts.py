"""The texts of elements as claims have them: without the blanks and tags around."""

from collections.abc import Iterator, Sequence

from argmap.formats.argdown.content import Range
from argmap.formats.argdown.elements import Element, Occurrence


def body(occurrence: Occurrence) -> tuple[str, list[Range]]:
    """Return the text without the tags after it, and the ranges in what is left."""
    if not occurrence.ranges:
        return occurrence.text.strip(), []
    text = occurrence.text
    tags = {each["stop"]: each for each in occurrence.ranges if each["type"] == "tag"}
    end = _end(text, len(text))
    while last := tags.get(end - 1) or tags.get(end):
        end = _end(text, last["start"])
    body = text[:end] if text[:end].strip() else text.rstrip()
    start = len(body) - len(body.lstrip())
    return body[start:], clipped(occurrence.ranges, start, len(body))


def _end(text: str, end: int) -> int:
    """Return where the text before this place ends, without the blanks after it."""
    while end and text[end - 1].isspace():
        end -= 1
    return end


def clipped(ranges: Sequence[Range], start: int, end: int) -> list[Range]:
    """Return the ranges of a stretch of text, counted from its start."""
    return [
        each
        | {"start": each["start"] - start, "stop": min(each["stop"], end - 1) - start}
        for each in ranges
        if each["start"] < end
    ]


def other_texts(element: Element, text: str) -> Iterator[tuple[str, list[Range]]]:
    """Yield the texts of an element besides the one that counts, each once."""
    canonical = element.canonical
    seen = {text}
    for each in element.members:
        if not each.is_reference and each is not canonical:
            words, ranges = body(each)
            if words not in seen:
                seen.add(words)
                yield words, ranges
