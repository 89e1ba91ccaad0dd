"""What of a map a framework cannot hold: parts left out, and fields of those kept."""

from collections.abc import Iterator, Sequence
from typing import Final

import attrs

from argmap.diagnostics import Diagnostic, Severity
from argmap.formats.frameworks.writing import NOTATIONS
from argmap.model import Argument, ArgumentMap
from argmap.model.parts import Part
from argmap.words import counted

_FEW: Final = 3


def losses(argument_map: ArgumentMap, name: str) -> tuple[Diagnostic, ...]:
    """Tell in what the map that would be read differs from the one that is written."""
    held = NOTATIONS[name].hold(argument_map)
    read = held.as_map()
    if read == argument_map:
        return ()
    kept = dict(zip(held.parts, read.parts, strict=True))
    return (*_left_out(argument_map, kept), *_changed(argument_map, kept))


def _left_out(argument_map: ArgumentMap, kept: dict[str, Part]) -> Iterator[Diagnostic]:
    left: dict[str, list[str]] = {}
    for part in argument_map.parts:
        if part.id not in kept:
            left.setdefault(type(part).__name__.lower(), []).append(part.id)
    left["source"] = [each.id for each in argument_map.sources]
    for noun, ids in left.items():
        if ids:
            yield _loss("lost-part", f"left out: {_counted(noun, ids)}")
    for field in ("title", "author", "thesis", "data"):
        if getattr(argument_map, field):
            yield _loss("lost-field", f"left out: the {field} of the map")


def _changed(argument_map: ArgumentMap, kept: dict[str, Part]) -> Iterator[Diagnostic]:
    """Tell of fields that will be empty, or another's, or filled where none was."""
    lost: dict[str, list[str]] = {}
    made: dict[str, list[str]] = {}
    for part in argument_map.parts:
        for field in attrs.fields(type(part)) if part.id in kept else ():
            before = getattr(part, field.name)
            if getattr(kept[part.id], field.name, before) != before:
                fields = lost if before else made
                fields.setdefault(field.name, []).append(part.id)
    for field, ids in lost.items():
        yield _loss("lost-field", f"the {field} will not be kept of {_listed(ids)}")
    for field, ids in made.items():
        message = f"the {field} will be made for {_listed(ids)}"
        yield _loss("made-field", message, Severity.INFO)
    sketched = [
        each.id
        for each in argument_map.parts
        if isinstance(each, Argument) and each.id in kept
    ]
    if sketched:
        message = f"read as claims: {_counted('argument', sketched)}"
        yield _loss("made-claim", message, Severity.INFO)


def _loss(code: str, message: str, severity: Severity = Severity.WARNING) -> Diagnostic:
    return Diagnostic(code, message, severity=severity)


def _counted(noun: str, ids: Sequence[str]) -> str:
    return f"{counted(len(ids), noun)}, {_listed(ids)}"


def _listed(ids: Sequence[str]) -> str:
    more = f" and {len(ids) - _FEW} more" if len(ids) > _FEW else ""
    return ", ".join(f"'{each}'" for each in ids[:_FEW]) + more
