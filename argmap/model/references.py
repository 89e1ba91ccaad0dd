"""References: the ids by which parts name other parts, and sources.

They follow the metadata of the fields. A reference in a field that must be given is
essential: its part cannot be without what it names. Any other is left out.
"""

from collections.abc import Callable, Iterator
from typing import Any, Final

import attrs

from argmap.model.kinds import ListOf, Nested, item_of, kind_of

SOURCES: Final = ("source",)


@attrs.frozen
class Referring:
    """A field whose ids lead to parts of these kinds.

    `inner` is the field of the values that it holds, where these hold the ids.
    """

    field: str
    inner: str
    to: tuple[str, ...]
    is_list: bool
    is_essential: bool

    def ids(self, piece: object) -> tuple[str, ...]:
        """Return the ids in the order of the field."""
        held = getattr(piece, self.field)
        if not self.is_list:
            return () if held is None else (held,)
        return (
            tuple([getattr(each, self.inner) for each in held]) if self.inner else held
        )

    def only(self, piece: object, is_wanted: Callable[[str], bool]) -> dict[str, Any]:
        """Return the field as it is without the ids that are not wanted."""
        ids = self.ids(piece)
        wanted = [is_wanted(each) for each in ids]
        if all(wanted):
            return {}
        if not self.is_list:
            return {self.field: None}
        held = zip(getattr(piece, self.field), wanted, strict=True)
        return {self.field: [each for each, is_in in held if is_in]}

    def renamed(self, piece: object, new_id: Callable[[str], str]) -> dict[str, Any]:
        """Return the field with other ids."""
        held = getattr(piece, self.field)
        if not self.is_list:
            return {self.field: held and new_id(held)}
        if not self.inner:
            return {self.field: map(new_id, held)}
        return {
            self.field: [
                attrs.evolve(each, **{self.inner: new_id(getattr(each, self.inner))})
                for each in held
            ]
        }


_FIELDS: dict[type[Any], tuple[Referring, ...]] = {}


def referring(kind: type[Any]) -> tuple[Referring, ...]:
    """Return the fields of a class that hold references."""
    if kind not in _FIELDS:
        _FIELDS[kind] = tuple(_referring(kind))
    return _FIELDS[kind]


def _referring(kind: type[Any]) -> Iterator[Referring]:
    for field in attrs.fields(kind):
        is_list = isinstance(kind_of(field), ListOf)
        item = item_of(kind_of(field))
        is_essential = field.default is attrs.NOTHING
        if field.metadata["to"]:
            to = field.metadata["to"]
            yield Referring(field.name, "", to, is_list, is_essential)
        elif isinstance(item, Nested):
            for inner in referring(item.make):
                yield Referring(
                    field.name, inner.field, inner.to, is_list, is_essential
                )


def essential_fields(kind: type[Any]) -> frozenset[str]:
    """Return the names of the fields whose references are essential."""
    return frozenset(each.field for each in referring(kind) if each.is_essential)


def named(piece: object) -> Iterator[str]:
    """Yield the ids of the parts that a part names."""
    for each in referring(type(piece)):
        if each.to != SOURCES:
            yield from each.ids(piece)


def without_others(piece: Any, is_wanted: Callable[[str], bool]) -> Any:
    """Return a piece without the ids that are not wanted, where it can be so."""
    changes: dict[str, Any] = {}
    for each in referring(type(piece)):
        if not each.is_essential and each.to != SOURCES:
            changes |= each.only(piece, is_wanted)
    return attrs.evolve(piece, **changes) if changes else piece


def renamed(piece: Any, new_id: Callable[[str], str]) -> Any:
    """Return a part with other ids, its own and those of the parts that it names."""
    piece = attrs.evolve(piece, id=new_id(piece.id))
    for each in referring(type(piece)):
        if each.to != SOURCES:
            piece = attrs.evolve(piece, **each.renamed(piece, new_id))
    return piece


def made_id_of(part: Any) -> str:
    """Return the id that is made of what a part joins, or "" if none is."""
    default = attrs.fields(type(part)).id.default
    made: str = "" if default is attrs.NOTHING else default.factory(part)
    return made
