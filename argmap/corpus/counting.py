"""Counts of what a corpus holds."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any, Final

import attrs

from argmap.corpus.items import Item, Reader, reason_of
from argmap.corpus.relations import pairs
from argmap.model import ArgumentMap
from argmap.model.pieces import FIELDS

_KINDS: Final = {name: kind.__name__.lower() for kind, name in FIELDS.items()}


def _ordered(counts: Mapping[str, int]) -> dict[str, int]:
    """Return counts from the greatest on."""
    return dict(sorted(counts.items(), key=lambda each: (-each[1], each[0])))


def _by_size(sizes: Mapping[int, int]) -> dict[int, int]:
    return dict(sorted(sizes.items()))


@attrs.frozen
class Stats:
    """The counts of a corpus: of its files, and of what is in the maps among them.

    `parts` are by their kind, sources too, `relations` by the kind of part that makes
    them: one for each premise, see `Relation`. `schemes` are those of steps. `speakers`
    have the number of parts that they say, or that are theirs. `sizes` leads from a
    number of claims to the number of maps that have as many. `findings` are those of
    reading, by their code. `errors` leads from the path of a file that could not be
    read, or has errors, to the reason; only its findings are counted.
    """

    files: int = 0
    parts: Mapping[str, int] = attrs.field(factory=dict, converter=_ordered)
    relations: Mapping[str, int] = attrs.field(factory=dict, converter=_ordered)
    schemes: Mapping[str, int] = attrs.field(factory=dict, converter=_ordered)
    speakers: Mapping[str, int] = attrs.field(factory=dict, converter=_ordered)
    sizes: Mapping[int, int] = attrs.field(factory=dict, converter=_by_size)
    findings: Mapping[str, int] = attrs.field(factory=dict, converter=_ordered)
    errors: Mapping[str, str] = attrs.field(factory=dict)

    @property
    def maps(self) -> int:
        """The number of files that are maps without errors."""
        return self.files - len(self.errors)

    @classmethod
    def of(cls, items: Iterable[Item]) -> "Stats":
        """Return the counts of some items.

        >>> from argmap import read
        >>> item = Item("rents.argdown", read("[Rents]: Rents rose."))
        >>> Stats.of([item]).parts
        {'claim': 1}
        """
        files, counts = 0, _counters()
        errors: dict[str, str] = {}
        for each in items:
            files += 1
            counts["findings"].update(found.code for found in each.findings)
            if each.error:
                errors[each.path] = reason_of(each.error)
            else:
                _count(each.argument_map, counts)
        return cls(files, errors=errors, **counts)

    @classmethod
    def total(cls, several: Iterable["Stats"]) -> "Stats":
        """Return the counts of all together.

        >>> Stats.total([Stats(2, {"claim": 3}), Stats(1, {"claim": 1})]).parts
        {'claim': 4}
        """
        files, counts = 0, _counters()
        errors: dict[str, str] = {}
        for each in several:
            files += each.files
            errors.update(each.errors)
            for name, counter in counts.items():
                counter.update(getattr(each, name))
        return cls(files, errors=errors, **counts)


@attrs.frozen
class Counted:
    """Counting as work on paths."""

    reader: Reader

    def __call__(self, paths: Sequence[str]) -> Stats:
        """Return the counts of some files."""
        return Stats.of(map(self.reader, paths))

    def failed(self, path: str, error: Exception) -> Stats:
        """Return the counts of a file that no worker came to the end of."""
        return Stats(1, errors={path: reason_of(error)})


def _counters() -> dict[str, Counter[Any]]:
    names = ("parts", "relations", "schemes", "speakers", "sizes", "findings")
    return {each: Counter() for each in names}


def _count(argument_map: ArgumentMap, counts: Mapping[str, Counter[Any]]) -> None:
    """Count what is in a map."""
    for name, kind in _KINDS.items():
        if pieces := getattr(argument_map, name):
            counts["parts"][kind] += len(pieces)
    links = ((type(each).__name__.lower(), each) for each in argument_map.links)
    counts["relations"].update(kind for kind, link in links for _ in pairs(link))
    schemes = (each.scheme for each in argument_map.steps)
    counts["schemes"].update(filter(None, schemes))
    counts["speakers"].update(_speakers(argument_map))
    counts["sizes"][len(argument_map.claims)] += 1


def _speakers(argument_map: ArgumentMap) -> Iterator[str]:
    """Yield who says something once for each part that is theirs or that they say."""
    for part in argument_map.parts:
        said = [each.speaker for each in getattr(part, "utterances", ())]
        if speaker := getattr(part, "speaker", ""):
            said.append(speaker)
        yield from dict.fromkeys(said) if said else ()
