"""Front matter with other settings: only what is another is written anew."""

from collections.abc import Iterator, Mapping
from typing import Any

from argmap.formats.argdown.data import parse_data, write_front_matter
from argmap.formats.argdown.elements import Elements
from argmap.formats.argdown.hunks import Hunk, applied, new_line_end
from argmap.formats.located import Node
from argmap.formats.yaml import DataError


def with_settings(
    text: str, elements: Elements, wanted: Mapping[str, Any]
) -> Hunk | None:
    """Return the hunk that gives a text these settings.

    None if it has them, or if what stands in their place is no mapping.
    """
    span, settings = elements.front_matter_span, elements.front_matter
    if settings == wanted or (not settings and not wanted):
        return None
    gap = new_line_end(text)
    whole = write_front_matter(wanted)
    if not span.end:
        begin = int(text.startswith("\ufeff"))
        return Hunk(begin, begin, _with_breaks(whole, gap) + gap * 2)
    image = span.of(text)
    fence = image[0]
    inner = image.strip(fence)
    try:
        node = parse_data(inner)
    except DataError:
        return None
    if not isinstance(node.value, dict | None):
        return None
    shift = span.start + len(image) - len(image.lstrip(fence))
    written = applied(inner, _changes(inner, node, wanted, 0, gap))
    if _is_other(written, whole.strip("=")):
        return Hunk(span.start, span.end, _with_breaks(whole, gap))
    return Hunk(shift, shift + len(inner), written)


def _is_other(written: str, whole: str) -> bool:
    """Return whether what is written is not what the whole of the settings says."""
    try:
        return parse_data(written).value != parse_data(whole).value
    except DataError:
        return True


def _with_breaks(words: str, line_break: str) -> str:
    return words.replace("\n", line_break)


def _changes(
    inner: str, node: Node, wanted: Mapping[str, Any], indent: int, gap: str
) -> Iterator[Hunk]:
    """Yield the hunks that change the entries of a mapping in block style."""
    items = node.items if isinstance(node.items, dict) else {}
    end = _entries_end(inner, node)
    starts = {
        key: _line_start(inner, each.key.start)
        for key, each in items.items()
        if each.key
    }
    bounds = [*starts.values(), end]
    for place, (key, each) in enumerate(items.items()):
        stop = _without_comments(inner, bounds[place], bounds[place + 1])
        if key not in wanted:
            yield Hunk(bounds[place], stop)
        elif wanted[key] != each.value:
            yield from _changed(
                inner, each, key, wanted[key], (bounds[place], stop), gap
            )
    new = {key: each for key, each in wanted.items() if key not in items}
    if new:
        last = bounds[-2] if items else end
        end = _without_comments(inner, last, end)
        yield Hunk(end, end, _entries(new, _indent(inner, starts, indent), gap))


def _changed(
    inner: str, node: Node, key: str, value: Any, place: tuple[int, int], gap: str
) -> Iterator[Hunk]:
    start, stop = place
    line = inner[start : node.start]
    is_block = (
        isinstance(node.items, dict)
        and node.items
        and not inner.startswith("{", node.start)
    )
    if is_block and isinstance(value, Mapping) and value:
        yield from _changes(inner, node, value, 2, gap)
        return
    margin = len(line) - len(line.lstrip(" "))
    yield Hunk(start, stop, _entries({key: value}, margin, gap))


def _indent(inner: str, starts: Mapping[str, int], default: int) -> int:
    for start in starts.values():
        line = inner[start:]
        return len(line) - len(line.lstrip(" "))
    return default


def _entries(entries: Mapping[str, Any], indent: int, gap: str) -> str:
    lines = write_front_matter(entries).split("\n")[1:-1]
    return "".join(f"{' ' * indent}{each}{gap}" for each in lines)


def _line_start(inner: str, place: int) -> int:
    return max(inner.rfind(each, 0, place) for each in "\r\n") + 1


def _entries_end(inner: str, node: Node) -> int:
    """Return where the last line of a mapping ends, behind its break."""
    end = len(inner[: node.end].rstrip())
    for each in ("\r\n", "\n", "\r"):
        at = inner.find(each, end)
        if at >= 0:
            return at + len(each)
    return len(inner)


def _without_comments(inner: str, start: int, end: int) -> int:
    """Return the end of an entry, before comments and empty lines behind it."""
    lines = inner[start:end].splitlines(keepends=True)
    while len(lines) > 1 and (
        not lines[-1].strip() or lines[-1].lstrip().startswith("#")
    ):
        end -= len(lines.pop())
    return end
