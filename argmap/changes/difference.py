"""The difference of two maps as a value: what is new, gone or changed."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from enum import StrEnum
from functools import cached_property
from typing import Any, Final

import attrs

from argmap.changes.matching import matches
from argmap.errors import UnknownPartError
from argmap.model import ArgumentMap, Piece, Section, Source, values
from argmap.model.pieces import FIELDS, by_field
from argmap.model.references import made_id_of, named, renamed
from argmap.model.required import require_map

_OF_MAP: Final = ("title", "author", "thesis", "data")


class ChangeKind(StrEnum):
    """What has become of a piece of a map."""

    ADDED = "added"
    REMOVED = "removed"
    CHANGED = "changed"
    RENAMED = "renamed"


@attrs.frozen
class FieldChange:
    """A field that is not as it was. Ids in it are those of the new map."""

    name: str
    before: Any
    after: Any


@attrs.frozen
class PartChange:
    """A part or a source that is new, gone, changed, or only has another id.

    One that is new stands in its list right behind the piece with the id `behind`, or
    at the beginning.
    """

    before: Piece | None
    after: Piece | None
    fields: tuple[FieldChange, ...] = ()
    behind: str | None = None

    @property
    def kind(self) -> ChangeKind:
        """Whether it is new, gone, changed, or has only another id.

        >>> from argmap import Claim
        >>> PartChange(None, Claim("rose")).kind.value
        'added'
        """
        if self.before is None:
            return ChangeKind.ADDED
        if self.after is None:
            return ChangeKind.REMOVED
        return ChangeKind.CHANGED if self.fields else ChangeKind.RENAMED

    @property
    def part(self) -> Piece:
        """The piece as it is now, or as it was where it is gone."""
        return self.after or self.before  # type: ignore[return-value] # one is there


@attrs.frozen(repr=False)
class Diff:
    """What leads from one map to another; iteration yields the changes of parts.

    They come in the order of the new map, and then what is gone in that of the old one.
    `fields` are those of the map itself. `same` are the new ids, by the old ones, of
    the parts that are in both maps. `order` has the ids of lists whose old pieces have
    changed places. It is false if nothing differs.
    """

    changes: tuple[PartChange, ...]
    fields: tuple[FieldChange, ...]
    same: Mapping[str, str] = attrs.field(hash=False)
    order: Mapping[str, tuple[str, ...]] = attrs.field(hash=False)

    def __iter__(self) -> Iterator[PartChange]:
        """Iterate over the changes of parts and sources."""
        return iter(self.changes)

    def __bool__(self) -> bool:
        """Return whether anything differs."""
        return bool(self.changes or self.fields or self.ids or self.order)

    @cached_property
    def ids(self) -> Mapping[str, str]:
        """The new ids, by the old ones, of parts with another id.

        Those that are made from the ids of other parts follow these and are no changes
        of their own.
        """
        return {old: new for old, new in self.same.items() if old != new}

    @property
    def counts(self) -> Mapping[ChangeKind, int]:
        """The number of changes of each kind that there is."""
        found = {kind: len(self.of_kind(kind)) for kind in ChangeKind}
        return {kind: count for kind, count in found.items() if count}

    @property
    def is_empty(self) -> bool:
        """Whether nothing differs: the maps are equal.

        >>> from argmap import ArgumentMap, Claim
        >>> diff(ArgumentMap([Claim("a")]), ArgumentMap([Claim("a")])).is_empty
        True
        """
        return not self

    def __repr__(self) -> str:
        """Return how much has changed."""
        counts = [f"{count} {kind.value}" for kind, count in self.counts.items()]
        return f"<Diff: {', '.join(counts) or ('other' if self else 'empty')}>"

    def of_kind(self, kind: ChangeKind | str) -> tuple[PartChange, ...]:
        """Return the changes of one kind: added, removed, changed or renamed.

        >>> from argmap import ArgumentMap, Claim
        >>> new = ArgumentMap([Claim("rose", "Rents rose.")])
        >>> [each.part.id for each in diff(ArgumentMap(), new).of_kind("added")]
        ['rose']
        """
        wanted = ChangeKind(kind)
        return tuple(each for each in self if each.kind is wanted)

    def apply(self, old: ArgumentMap) -> ArgumentMap:
        """Return the map that the old one has become.

        Another map that has what was changed can take the same changes. Raises
        UnknownPartError where it has not, and InvalidMapError where what comes out
        would be no map.

        >>> from argmap import ArgumentMap, Claim
        >>> old = ArgumentMap([Claim("rose", "Rents rose.")])
        >>> new = ArgumentMap([Claim("rose", "Rents rose by 3 %.")], title="Rents")
        >>> diff(old, new).apply(old) == new
        True
        """
        lists: dict[str, list[Any]] = {}
        for name, pieces in self._staying(old).items():
            whole = _with_added(pieces, self._added.get(name, ()))
            places = {each: at for at, each in enumerate(self.order.get(name, ()))}
            whole.sort(key=lambda each: places.get(each.id, len(places)))
            lists[name] = whole
        changed = {each.name: each.after for each in self.fields}
        thesis = self._new_id(old.thesis) if old.thesis else None
        return attrs.evolve(old, **{"thesis": thesis} | lists | changed)

    def both(self, new: ArgumentMap) -> tuple[ArgumentMap, Mapping[str, PartChange]]:
        """Return the new map with what is gone, and by id what is new, gone or changed.

        What is gone comes last and has another id where the new map has its own; it is
        in the section that it was in, if there is that still.

        >>> from argmap import ArgumentMap, Claim
        >>> one, other = (ArgumentMap([Claim(each, each)]) for each in "ab")
        >>> whole, changes = diff(one, other).both(other)
        >>> {each.id: changes[each.id].kind.value for each in whole.claims}
        {'b': 'added', 'a': 'removed'}
        """
        gone = [
            each.part
            for each in self.of_kind(ChangeKind.REMOVED)
            if type(each.part) is not Section
        ]
        parts = {each.id: each for each in new.parts}
        ids = _ids_in_both(self.same, filter(_is_part, gone), new)
        for piece in filter(_is_part, gone):
            home = parts.get(self._homes.get(piece.id, ""))
            if isinstance(home, Section):
                members = [*home.members, ids[piece.id]]
                parts[home.id] = attrs.evolve(home, members=members)
        pieces = (*new.sources, *parts.values(), *(_called(each, ids) for each in gone))
        changes = {
            ids[each.part.id] if each.after is None else each.part.id: each
            for each in self
            if _is_part(each.part)
            and each.kind is not ChangeKind.RENAMED
            and (each.after or type(each.part) is not Section)
        }
        return attrs.evolve(new, **by_field(pieces)), changes

    @cached_property
    def _homes(self) -> Mapping[str, str]:
        """The new ids of the sections that parts were in whose section has changed."""
        return {
            member: each.after.id
            for each in self
            if each.after and isinstance(each.before, Section)
            for member in each.before.members
        }

    def _new_id(self, part_id: str) -> str:
        return self.ids.get(part_id, part_id)

    @cached_property
    def _added(self) -> Mapping[str, list[PartChange]]:
        """The pieces that are new, by the list they are in."""
        found = defaultdict(list)
        for each in self.of_kind(ChangeKind.ADDED):
            found[FIELDS[type(each.after)]].append(each)
        return found

    def _staying(self, old: ArgumentMap) -> dict[str, list[Piece]]:
        """Return the pieces of the old map that stay, as they are now, by their list.

        Raises UnknownPartError for what the map should have.
        """
        changed = {_key(each.before): each for each in self if each.before}
        staying: list[Piece] = []
        for piece in old.pieces:
            change = changed.pop(_key(piece), None)
            if change is None or change.after is not None:
                now = _called(piece, self.ids)
                fields = change.fields if change else ()
                new = {each.name: each.after for each in fields}
                staying.append(attrs.evolve(now, **new) if new else now)
        if changed:
            name, part_id = next(iter(changed))
            msg = f"the map has no '{part_id}' among its {name}, which changed"
            raise UnknownPartError(msg)
        return by_field(staying)


def diff(old: ArgumentMap, new: ArgumentMap) -> Diff:
    """Return what has changed from one map to another.

    Parts are the same if they have one id, the same or similar words, or the same
    neighbours; see `argmap.changes.matches`. Sources are the same if they have one id.

    >>> from argmap import ArgumentMap, Claim
    >>> old = ArgumentMap([Claim("rose", "Rents rose."), Claim("fell", "Wages fell.")])
    >>> new = ArgumentMap([Claim("rents", "Rents rose."), Claim("fell", "Wages rose.")])
    >>> changes = diff(old, new)
    >>> changes
    <Diff: 1 changed, 1 renamed>
    >>> [(each.kind.value, each.part.id) for each in changes]
    [('renamed', 'rents'), ('changed', 'fell')]
    >>> changes.changes[1].fields
    (FieldChange(name='text', before='Wages fell.', after='Wages rose.'),)
    """
    require_map(old, "diff")
    require_map(new, "diff")
    return _Comparison(old, new, matches(old, new)).result()


@attrs.frozen
class _Comparison:
    """Two maps, and the new ids of the parts that are in both."""

    old: ArgumentMap
    new: ArgumentMap
    matched: Mapping[str, str]

    def result(self) -> Diff:
        return Diff(
            (*self._present(), *self._gone()),
            tuple(_fields(self.old, self.new, _OF_MAP, thesis=self._thesis)),
            self.matched,
            dict(self._order()),
        )

    @property
    def _thesis(self) -> str | None:
        return self.old.thesis and self._ids.get(self.old.thesis, self.old.thesis)

    @cached_property
    def _ids(self) -> Mapping[str, str]:
        """The new ids of parts; those of parts that are gone are no id of a new one."""
        gone = (each for each in self.old.parts if each.id not in self.matched)
        return _ids_in_both(self.matched, gone, self.new)

    @cached_property
    def _before(self) -> Mapping[tuple[str, str], Piece]:
        """The old pieces that are in the new map, by their list and new id."""
        sources = {each.id for each in self.new.sources}
        return {
            (name, self._ids.get(each.id, each.id)): each
            for name in FIELDS.values()
            for each in getattr(self.old, name)
            if each.id in (sources if name == "sources" else self.matched)
        }

    def _present(self) -> Iterator[PartChange]:
        """Yield what is new, changed or renamed."""
        for name in FIELDS.values():
            behind = None
            for after in getattr(self.new, name):
                before = self._before.get((name, after.id))
                if before is None:
                    yield PartChange(None, after, behind=behind)
                else:
                    yield from self._changed(before, after)
                behind = after.id

    def _changed(self, before: Piece, after: Piece) -> Iterator[PartChange]:
        called = _called(before, self._ids)
        if called != after:
            names = (each.name for each in values.fields_of(type(after)))
            yield PartChange(before, after, (*_fields(called, after, names),))
        elif before.id != after.id and not (
            _has_made_id(before) and _has_made_id(after)
        ):
            yield PartChange(before, after)

    def _gone(self) -> Iterator[PartChange]:
        for name in FIELDS.values():
            for each in getattr(self.old, name):
                if (name, self._ids.get(each.id, each.id)) not in self._before:
                    yield PartChange(each, None)

    def _order(self) -> Iterator[tuple[str, tuple[str, ...]]]:
        """Yield the lists whose old pieces have changed places, as they are now."""
        for name in FIELDS.values():
            now = [each.id for each in getattr(self.new, name)]
            staying = [each for each in now if (name, each) in self._before]
            if staying != [each for of, each in self._before if of == name]:
                yield name, tuple(now)


def _fields(
    before: Any, after: Any, names: Iterable[str], **known: object
) -> Iterator[FieldChange]:
    """Yield the fields that differ; those of `known` were so before."""
    for name in names:
        held, now = known.get(name, getattr(before, name)), getattr(after, name)
        if held != now:
            yield FieldChange(name, held, now)


def _key(piece: Any) -> tuple[str, str]:
    """Return the list that a piece is in, and its id: what identifies it."""
    return FIELDS[type(piece)], piece.id


def _is_part(piece: Piece) -> bool:
    return not isinstance(piece, Source)


def _ids_in_both(
    same: Mapping[str, str], gone: Iterable[Piece], new: ArgumentMap
) -> Mapping[str, str]:
    """Return the ids of old parts in a map with the new ones; what is gone has its own.

    `same` are the new ids of those that are no others.
    """
    gone_ids = [each.id for each in gone]
    taken = values.Ids((*same, *gone_ids, *(each.id for each in new.parts)))
    fresh = {each: taken.take(each) if each in new else each for each in gone_ids}
    return {**same, **fresh}


def _called(piece: Any, ids: Mapping[str, str]) -> Any:
    """Return a piece with the new ids of all that it names, and of itself."""
    if isinstance(piece, Source):
        return piece
    if all(ids.get(each, each) == each for each in (piece.id, *named(piece))):
        return piece
    return renamed(piece, lambda part_id: ids.get(part_id, part_id))


def _has_made_id(piece: Any) -> bool:
    """Return whether a piece has the id that is made of what it joins."""
    return bool(piece.id == made_id_of(piece))


def _with_added(pieces: Iterable[Piece], added: Iterable[PartChange]) -> list[Piece]:
    """Return pieces with new ones, each behind the one that it follows, or last."""
    following = {each.behind: each.part for each in added}
    whole: list[Piece] = []

    def add(behind: str | None) -> None:
        while (piece := following.pop(behind, None)) is not None:
            whole.append(piece)
            behind = piece.id

    add(None)
    for each in pieces:
        whole.append(each)
        add(each.id)
    return [*whole, *following.values()]
