"""Annotations of parts that Argdown has and the model has not, from their data."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from itertools import pairwise
from typing import Any, Final, TypeAlias

from argmap.diagram.spans import Span
from argmap.model import Argument, Claim, Step
from argmap.words import one_line

_Mark: TypeAlias = tuple[str, str]
"""A look, and the URL if it is that of a link."""
_LOOKS: Final = frozenset({"bold", "italic", "link"})


def rules_of(step: Step) -> Iterator[str]:
    """Yield the names of the rules by which a step infers.

    >>> from argmap.model import Inference
    >>> data = {"argdown": {"rules": ["Barbara"]}}
    >>> step = Inference(["a"], conclusion="b", data=data)
    >>> list(rules_of(step))
    ['Barbara']
    """
    rules = _annotations(step).get("rules")
    if isinstance(rules, tuple):
        yield from (one_line(each) for each in rules if isinstance(each, str))


def is_called_undercut(step: Step) -> bool:
    """Return whether its author calls a step an undercut, whatever it is aimed at."""
    return _annotations(step).get("relation") == "undercut"


def spans_of(part: Claim | Argument) -> tuple[Span, ...]:
    """Return what of a part's text, on one line, is bold, italic or a link.

    Ranges that are nested become spans next to each other.

    >>> bold = {"type": "bold", "start": 6, "stop": 9}
    >>> spans_of(Claim("a", "Rents rose.", data={"argdown": {"ranges": [bold]}}))
    (Span(start=6, end=10, is_bold=True, is_italic=False, url=''),)
    """
    ranges = _annotations(part).get("ranges")
    changes: defaultdict[int, list[tuple[_Mark, int]]] = defaultdict(list)
    for each in filter(_is_marked, ranges if isinstance(ranges, tuple) else ()):
        mark = each["type"], each["url"] if each["type"] == "link" else ""
        changes[each["start"]].append((mark, 1))
        changes[each["stop"] + 1].append((mark, -1))
    return tuple(_spans(part.text, changes))


def _is_marked(data: object) -> bool:
    """Return whether data is a range with a look; a map may have anything there."""
    if not isinstance(data, Mapping) or data.get("type") not in _LOOKS:
        return False
    start, stop = data.get("start"), data.get("stop")
    is_placed = type(start) is int and type(stop) is int and 0 <= start <= stop
    return is_placed and (data["type"] != "link" or isinstance(data.get("url"), str))


def _spans(
    text: str, changes: Mapping[int, Iterable[tuple[_Mark, int]]]
) -> Iterator[Span]:
    """Yield a span for what is between two changes, where it has any look."""
    marks: Counter[_Mark] = Counter()
    order = sorted(changes)
    places = dict(zip(order, _on_one_line(text, order), strict=True))
    for start, end in pairwise(order):
        for mark, more in changes[start]:
            marks[mark] += more
            if not marks[mark]:
                del marks[mark]
        if marks and places[start] < places[end]:
            yield Span(
                places[start],
                places[end],
                is_bold=("bold", "") in marks,
                is_italic=("italic", "") in marks,
                url=next((url for _, url in marks if url), ""),
            )


def _on_one_line(text: str, positions: Iterable[int]) -> Iterator[int]:
    """Yield where positions in a text, in their order, are on its one line."""
    at, place = 0, 0
    for each in positions:
        before = text[at - 1 : at] or " "  # of several blanks the first is shown
        taken = len(one_line(f"x{before}x"))
        place += len(one_line(f"x{before}{text[at:each]}x")) - taken
        at = each
        yield place


def _annotations(part: Step | Claim | Argument) -> Mapping[str, Any]:
    found = part.data.get("argdown")
    return found if isinstance(found, Mapping) else {}
