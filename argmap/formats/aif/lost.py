"""What of a map AIF has no place for: whatever is not there when it is read back."""

from collections.abc import Iterator

import attrs

from argmap.diagnostics import Diagnostic, Severity
from argmap.formats.aif.kept import KEY
from argmap.formats.aif.reader import read
from argmap.formats.aif.writer import write
from argmap.model import ArgumentMap, Part
from argmap.words import counted

_MOST_NAMED = 3


def losses_of(argument_map: ArgumentMap) -> tuple[Diagnostic, ...]:
    """Tell what a map loses in AIF, by kinds of parts and their fields.

    >>> from argmap.model import Claim
    >>> for each in losses_of(ArgumentMap([Claim("a", "Rents rose.", title="Rise")])):
    ...     print(each)
    warning[not-written]: AIF cannot hold 'title' of 1 claim ('a')
    """
    back = read(write(argument_map)).argument_map
    found = [*_losses_of_map(argument_map, back), *_losses_of_parts(argument_map, back)]
    if not found and argument_map != back:
        found.append(_loss("the parts in this order"))
    return tuple(found)


def _loss(what: str, ids: tuple[str, ...] = ()) -> Diagnostic:
    named = ", ".join(f"'{each}'" for each in ids[:_MOST_NAMED])
    more = ", …" if len(ids) > _MOST_NAMED else ""
    names = f" ({named}{more})" if ids else ""
    subject = ids[0] if len(ids) == 1 else None
    return Diagnostic("not-written", f"AIF cannot hold {what}{names}", subject=subject)


def _losses_of_map(
    argument_map: ArgumentMap, back: ArgumentMap
) -> Iterator[Diagnostic]:
    for field in ("title", "author", "thesis"):
        if getattr(argument_map, field) != getattr(back, field):
            yield _loss(f"'{field}' of the map")
    if argument_map.sources:
        sources = tuple(each.id for each in argument_map.sources)
        yield _loss(counted(len(sources), "source"), sources)
    if any(name != KEY for name in argument_map.data):
        yield _loss("'data' of the map")
    if argument_map.data.get(KEY) != back.data.get(KEY):
        yield Diagnostic(
            "not-written",
            "what was kept of the AIF that the map is from changes with the map",
            severity=Severity.INFO,
        )


def _losses_of_parts(
    argument_map: ArgumentMap, back: ArgumentMap
) -> Iterator[Diagnostic]:
    lost: dict[tuple[str, str], list[str]] = {}
    for part in argument_map.parts:
        kind = type(part).__name__.lower()
        for field in _lost_fields(part, back.find_part(part.id)):
            lost.setdefault((kind, field), []).append(part.id)
    for (kind, field), ids in lost.items():
        number = counted(len(ids), kind)
        yield _loss(f"'{field}' of {number}" if field else number, tuple(ids))


def _lost_fields(part: Part, other: Part | None) -> list[str]:
    """Return the fields that differ; one without a name where the part is not there."""
    if type(other) is not type(part):
        return [""]
    names = [each.name for each in attrs.fields(type(part))]
    return [name for name in names if getattr(part, name) != getattr(other, name)]
