"""Losses of a format that cannot hold all of a map, found by reading back.

They follow the fields of the map and of its parts: whatever differs is reported,
however new the field is.
"""

from collections.abc import Iterator, Mapping, Sequence
from typing import Final

from argmap.diagnostics import Diagnostic, Severity
from argmap.formats.codec import record_of
from argmap.model import ArgumentMap, Piece, Source
from argmap.model.kinds import ListOf
from argmap.words import counted

_NOT_WRITTEN: Final = "not-written"
_MADE_FIELD: Final = "made-field"
_MADE_CLAIM: Final = "made-claim"
NO_LINE: Final = "no-line"
_VERBS: Final = {
    _NOT_WRITTEN: "cannot hold",
    _MADE_FIELD: "fills in",
    _MADE_CLAIM: "makes claims of",
    NO_LINE: "has no line for",
}
_MOST_NAMED: Final = 3


def find_losses(
    argument_map: ArgumentMap,
    back: ArgumentMap,
    format_name: str,
    ids: Mapping[str, str] | None = None,
) -> tuple[Diagnostic, ...]:
    """Return in what a map differs from the one that is read back after writing.

    What is not there is a warning; a field that was empty and an argument that comes
    back as a claim are infos. `ids` leads from the ids of parts to those that they
    have when they are read, where these are others.

    >>> from argmap.model import Claim
    >>> written = ArgumentMap([Claim("a", "Rents rose.", title="Rise")])
    >>> back = ArgumentMap([Claim("a", "Rents rose.")])
    >>> for each in find_losses(written, back, "AIF"):
    ...     print(each)
    warning[not-written]: AIF cannot hold 'title' of 1 claim ('a')
    """
    found = [
        loss(code, format_name, f"'{field}' of the map")
        for code, field in _differences(argument_map, back)
    ]
    parts: dict[tuple[str, str, str], list[str]] = {}
    for each in argument_map.pieces:
        for code, field in _differences(each, _counterpart(each, back, ids)):
            noun = type(each).__name__.lower()
            parts.setdefault((code, field, noun), []).append(each.id)
    for (code, field, noun), named in parts.items():
        what = counted(len(named), noun)
        what = f"'{field}' of {what}" if field else what
        found.append(loss(code, format_name, what, named))
    if not found and argument_map != back:
        found.append(loss(_NOT_WRITTEN, format_name, "the parts in this order"))
    return tuple(found)


def _counterpart(
    piece: Piece, back: ArgumentMap, ids: Mapping[str, str] | None
) -> Piece | None:
    """Return what a piece is read back as."""
    if isinstance(piece, Source):
        return back.find_source(piece.id)
    return back.find_part(piece.id if ids is None else ids.get(piece.id, ""))


def _differences(
    before: ArgumentMap | Piece, after: ArgumentMap | Piece | None
) -> Iterator[tuple[str, str]]:
    """Yield codes with the fields that differ, or with "" for the whole."""
    if after is None:
        yield _NOT_WRITTEN, ""
        return
    if type(before) is not type(after):
        yield _MADE_CLAIM, ""
    for field in record_of(type(before)).fields:
        if isinstance(before, ArgumentMap) and isinstance(field.kind, ListOf):
            continue  # its pieces are compared one by one
        held = getattr(before, field.name)
        if held != getattr(after, field.name, field.default):
            is_empty = held is None or held == field.default
            yield _MADE_FIELD if is_empty else _NOT_WRITTEN, field.name


def loss(code: str, format_name: str, what: str, ids: Sequence[str] = ()) -> Diagnostic:
    """Return the finding that a format does so with something, or with these parts."""
    named = ", ".join(f"'{each}'" for each in ids[:_MOST_NAMED])
    more = ", …" if len(ids) > _MOST_NAMED else ""
    return Diagnostic(
        code,
        f"{format_name} {_VERBS[code]} {what}" + (f" ({named}{more})" if ids else ""),
        severity=Severity.WARNING if code == _NOT_WRITTEN else Severity.INFO,
        subject=ids[0] if len(ids) == 1 else None,
    )
