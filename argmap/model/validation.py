"""Validation of a map: every reason why pieces do not make one, with its piece."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import TypeAlias

import attrs

from argmap.model.parts import MEMBERS, PROPOSITIONS, Part, Section
from argmap.model.references import Referring, referring
from argmap.model.sources import Source
from argmap.words import with_article

Piece: TypeAlias = Part | Source
"""All that a map is put together from."""


@attrs.frozen
class Fault:
    """One reason why pieces do not make a map.

    `owner` is the piece at fault (None for the map itself), `field` the name of
    its field and `index` the place in that field where it holds several.
    """

    message: str
    owner: Piece | None = attrs.field(default=None, repr=False)
    field: str = "id"
    index: int | None = None

    def __str__(self) -> str:
        """Return the reason in words."""
        return self.message


def find_faults(pieces: Sequence[Piece], thesis: str | None) -> Iterator[Fault]:
    """Find ids given twice and references that do not hold."""
    parts = [each for each in pieces if not isinstance(each, Source)]
    sources = [each for each in pieces if isinstance(each, Source)]
    sections = [each for each in parts if isinstance(each, Section)]
    yield from _repeated_ids(parts)
    yield from _repeated_ids(sources)
    yield from _dangling_ids(pieces, thesis)
    yield from _misplaced_members(sections)
    yield from _circular_sections(sections)


def _repeated_ids(pieces: Iterable[Piece]) -> Iterator[Fault]:
    first: dict[str, Piece] = {}
    for piece in pieces:
        other = first.get(piece.id)
        if other is None:
            first[piece.id] = piece
        elif type(other) is type(piece):
            yield Fault(f"two {noun(piece)}s have the id '{piece.id}'", piece)
        else:
            nouns = f"{noun_of(other)} and {noun_of(piece)}"
            yield Fault(f"two parts have the id '{piece.id}': {nouns}", piece)


def _dangling_ids(pieces: Iterable[Piece], thesis: str | None) -> Iterator[Fault]:
    by_kind: dict[type[Piece], list[Piece]] = {}
    for each in pieces:
        by_kind.setdefault(type(each), []).append(each)
    ids = {
        kind.__name__.lower(): {each.id for each in listed}
        for kind, listed in by_kind.items()
    }
    for kind, listed in by_kind.items():
        for reference in referring(kind):
            known = _known(ids, reference.to)
            for piece in listed:
                for index, name in enumerate(reference.ids(piece)):
                    if name not in known:
                        yield _dangling(piece, reference, index, name)
    if thesis is not None and thesis not in _known(ids, PROPOSITIONS):
        yield Fault(
            f"no {_wanted(PROPOSITIONS)} has the id '{thesis}',"
            " which the map names as its thesis",
            None,
            "thesis",
        )


def _known(ids: Mapping[str, set[str]], to: Iterable[str]) -> set[str]:
    return set[str]().union(*(ids.get(each, ()) for each in to))


def _wanted(to: tuple[str, ...]) -> str:
    """Return the kinds of part that an id can lead to, in words."""
    if to == MEMBERS:
        return "part"
    *others, last = to
    return f"{', '.join(others)} or {last}" if others else last


def _dangling(piece: Piece, reference: Referring, index: int, name: str) -> Fault:
    is_named_one = not (reference.is_list or reference.is_essential)
    return Fault(
        f"no {_wanted(reference.to)} has the id '{name}', which {noun(piece)}"
        f" '{piece.id}' names {'as' if is_named_one else 'in'} its {reference.field}",
        piece,
        reference.field,
        index if reference.is_list else None,
    )


def _misplaced_members(sections: Iterable[Section]) -> Iterator[Fault]:
    first: dict[str, Section] = {}
    for section in sections:
        for index, member in enumerate(section.members):
            other = first.get(member)
            if other is None:
                first[member] = section
            else:
                yield Fault(
                    f"'{member}' is a member of section '{other.id}'"
                    f" and again of section '{section.id}'",
                    section,
                    "members",
                    index,
                )


def _circular_sections(sections: Sequence[Section]) -> Iterator[Fault]:
    by_id = {each.id: each for each in sections}
    settled: set[str] = set()
    for section in sections:
        path: set[str] = set()
        at: Section | None = section
        while at and at.id not in settled and at.id not in path:
            path.add(at.id)
            at = by_id.get(at.parent or "")
        if at and at.id in path:
            yield Fault(f"section '{at.id}' is inside itself", at, "parent")
        settled |= path


def noun(piece: Piece) -> str:
    """Return what kind of piece it is, in a word."""
    return type(piece).__name__.lower()


def noun_of(piece: Piece) -> str:
    """Return what kind of piece it is, in words.

    >>> from argmap.model.parts import Argument
    >>> noun_of(Argument("supply"))
    'an argument'
    """
    return with_article(noun(piece))
