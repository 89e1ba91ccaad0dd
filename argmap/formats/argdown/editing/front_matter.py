"""Front matter with other settings: only what is another is written anew."""

from collections.abc import Iterator, Mapping
from typing import Any, Final

from argmap.formats.argdown.data import parse_data, write_front_matter
from argmap.formats.argdown.editing.comparing import in_order_of
from argmap.formats.argdown.editing.hunks import Hunk, applied
from argmap.formats.argdown.editing.reading import Reading
from argmap.formats.argdown.forgiving import read_elements
from argmap.formats.argdown.mapping import KEY, SETTINGS, to_map
from argmap.formats.argdown.patch import KINDS, difference
from argmap.formats.argdown.writing import written_sources
from argmap.formats.located import Node
from argmap.formats.yaml import DataError
from argmap.model import ArgumentMap

_FENCE: Final = "="


def with_settings(reading: Reading, wanted: Mapping[str, Any]) -> Hunk | None:
    """Return the hunk that gives a text these settings; None if it has them."""
    span = reading.elements.front_matter_span
    settings = reading.elements.front_matter
    if settings == wanted or (not settings and not wanted):
        return None
    gap = reading.line_break
    if not isinstance(settings, dict) or not span.end:
        words = _with_breaks(write_front_matter(wanted), gap) + gap * 2
        if not span.end:
            return Hunk(reading.begin, reading.begin, words)
        return Hunk(span.start, span.end, words.rstrip())
    image = span.of(reading.text)
    inner = image.strip(_FENCE)
    shift = span.start + len(image) - len(image.lstrip(_FENCE))
    hunks = list(_changes(inner, parse_data(inner), wanted, 0, gap))
    whole = write_front_matter(wanted)
    if _is_other(applied(inner, hunks), whole.strip(_FENCE)):
        return Hunk(span.start, span.end, _with_breaks(whole, gap))
    return Hunk(shift, shift + len(inner), applied(inner, hunks))


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


def completed(reading: Reading, wanted: ArgumentMap) -> Hunk | None:
    """Return the hunk that puts what a text does not say of a map into its settings."""
    got = reading.argument_map
    settings = reading.elements.settings
    front = {
        key: each
        for key, each in settings.items()
        if key not in _changed_keys(wanted, got)
    }
    if wanted.title and wanted.title != got.title:
        front["title"] = wanted.title
    front |= {
        key: each
        for key, each in wanted.data.items()
        if key not in {SETTINGS, "title", KEY} and got.data.get(key) != each
    }
    own = settings.get(SETTINGS)
    own = dict(own) if isinstance(own, dict) else {}
    if wanted.sources != got.sources:
        own["sources"] = written_sources(wanted)
    kept = {key: each for key, each in own.items() if key not in KINDS}
    bare = with_settings(reading, _with_own(front, kept))
    text = applied(reading.text, [bare] if bare else [])
    got = to_map(read_elements(text)[1]).argument_map
    changes = difference(in_order_of(wanted, got), got)
    if got.thesis == wanted.thesis:
        changes.pop("thesis", None)
    if wanted.thesis is None:
        kept.pop("thesis", None)
    return with_settings(reading, _with_own(front, kept | changes))


def _changed_keys(wanted: ArgumentMap, got: ArgumentMap) -> set[str]:
    gone = {key for key in got.data if key not in wanted.data}
    return {*gone, SETTINGS, *(("title",) if wanted.title != got.title else ())}


def _with_own(front: Mapping[str, Any], own: Mapping[str, Any]) -> dict[str, Any]:
    return {**front, **({SETTINGS: own} if own else {})}
