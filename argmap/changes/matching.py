"""Matching of two maps: which part of one is which of the other.

Parts with the same id and the same words come first, then those with the same words,
with the same id, with similar words, and at last what stands at the same place. Words
come before the id because the ids of untitled claims in Argdown are counted: a claim
put in among them moves the others on by one. The order of the parts does not matter:
among equals their ids decide.
"""

from collections import defaultdict
from collections.abc import Callable, Hashable, Iterable, Iterator
from operator import attrgetter
from typing import Final, TypeAlias, get_args

from argmap.folding import Folded
from argmap.model import (
    Argument,
    ArgumentMap,
    Claim,
    Link,
    Part,
    Question,
    Section,
    Step,
)
from argmap.model.references import SOURCES, named, referring
from argmap.nearest import words_in

SIMILAR: Final = 75.0
"""How alike two texts are, of 100, that may be two wordings of one claim."""
_WITH_WORDS: Final = (Claim, Argument, Question, Section)
_RAREST = 6
_MOST_WITH_A_WORD = 20
_MOST_ENDS = 20
_ROUNDS = 3
_DEEPEST = 30
_HALF = 0.5
_Pair: TypeAlias = tuple[float, str, str]
"""How alike two parts are, and their ids."""


def matches(
    old: ArgumentMap,
    new: ArgumentMap,
    *,
    similar: float = SIMILAR,
    only_words: bool = False,
) -> dict[str, str]:
    """Return the ids in the new map of the parts that are in both, by their old ids.

    `similar` is how alike two texts must be, from 0 to 100, to be those of one part.
    With `only_words` parts that say nothing alike are not the same, whatever their ids
    and neighbours: so with two maps that were made apart from each other.

    >>> from argmap.model import ArgumentMap, Claim
    >>> old = ArgumentMap([Claim("a", "Rents rose."), Claim("b", "Wages fell.")])
    >>> new = ArgumentMap([Claim("x", "Wages fell."), Claim("a", "Rents rose a lot.")])
    >>> matches(old, new)
    {'b': 'x', 'a': 'a'}
    """
    if old is new and not only_words:
        return {each.id: each.id for each in old.parts}
    matching = _Matching(old, new, similar)
    return matching.by_words() if only_words else matching.run()


def renamed_ids(before: ArgumentMap, after: ArgumentMap) -> dict[str, str]:
    """Return the new ids of parts that are the same but for their ids and titles."""
    return {
        old: new
        for old, new in matches(before, after).items()
        if old not in after and new not in before
    }


class _Side:
    """A map, and the new ids of those of its parts that are paired."""

    def __init__(self, argument_map: ArgumentMap) -> None:
        self.argument_map = argument_map
        self.ids: dict[str, str] = {}
        self._waiting = sorted(argument_map.parts, key=attrgetter("id"))

    def left(self, kinds: tuple[type, ...]) -> list[Part]:
        """Return the parts that are not paired, in the order of their ids."""
        self._waiting = [each for each in self._waiting if each.id not in self.ids]
        return [each for each in self._waiting if isinstance(each, kinds)]


_Key: TypeAlias = Callable[[Part, _Side], Hashable]
"""Returns what only the same part has; None for a part that has nothing of the kind."""


class _Matching:
    """Two maps, and the parts that are the same, found in one way after the other."""

    def __init__(self, old: ArgumentMap, new: ArgumentMap, similar: float) -> None:
        self._old, self._new, self._similar = _Side(old), _Side(new), similar
        self._words: dict[int, str] = {}

    def run(self) -> dict[str, str]:
        """Return the new ids by the old ones."""
        self._by(lambda part, _: (part.id, _said(part)), _WITH_WORDS)
        self._by(lambda part, _: self._folded(part) or None, _WITH_WORDS)
        self._by(lambda part, _: part.id, _WITH_WORDS)
        self._pair(self._alike())
        for _ in range(_ROUNDS):
            count = len(self._old.ids)
            self._by_ends()
            self._by(_place, _WITH_WORDS, is_alone=True)
            if len(self._old.ids) == count:
                break
        self._by(lambda part, _: part.id, get_args(Part))
        self._pair(self._overlapping())
        return self._old.ids

    def by_words(self) -> dict[str, str]:
        """Return the new ids by the old ones of parts with similar words."""
        self._by(lambda part, _: self._folded(part) or None, _WITH_WORDS)
        self._pair(self._alike())
        return self._old.ids

    def _folded(self, part: Part) -> str:
        """Return what a part says with uniform typography, found once."""
        words = self._words.get(id(part))
        if words is None:
            words = self._words[id(part)] = Folded.of(_said(part)).text.strip()
        return words

    def _add(self, old: str, new: str) -> None:
        self._old.ids[old] = self._new.ids[new] = new

    def _by(
        self, key: _Key, kinds: tuple[type, ...], *, is_alone: bool = False
    ) -> None:
        """Pair parts of one class with the same key, those with the same id first.

        A part that must be alone has a key that no other part of its map has.
        """
        olds, news = (_by_key(side, key, kinds) for side in (self._old, self._new))
        for group, old in olds.items():
            new = news.get(group, [])
            if is_alone and len(old) * len(new) != 1:
                continue
            same = {*old}.intersection(new)
            rest = ([one for one in each if one not in same] for each in (old, new))
            for each in sorted(same):
                self._add(each, each)
            for one, other in zip(*rest, strict=False):
                self._add(one, other)

    def _pair(self, pairs: Iterable[_Pair]) -> None:
        """Pair the parts that are most alike first."""
        for _, old, new in sorted(pairs, key=lambda pair: (-pair[0], *pair[1:])):
            if old not in self._old.ids and new not in self._new.ids:
                self._add(old, new)

    def _alike(self) -> Iterator[_Pair]:
        """Yield parts with similar words; those that share rare ones are compared."""
        from rapidfuzz import fuzz  # noqa: PLC0415 - most parts keep id and words

        index: dict[tuple[type, str], list[Part]] = defaultdict(list)
        for each in self._old.left(_WITH_WORDS):
            for word in self._distinct(each):
                index[type(each), word].append(each)
        for new in self._new.left(_WITH_WORDS):
            words = self._folded(new).casefold()
            known = (index.get((type(new), word)) for word in self._distinct(new))
            rarest = sorted(filter(None, known), key=len)[:_RAREST]
            near = (one for each in rarest for one in each[:_MOST_WITH_A_WORD])
            for old in {each.id: each for each in near}.values():
                both = self._folded(old).casefold(), words
                ratio = max(fuzz.ratio(*both), fuzz.token_sort_ratio(*both))
                if ratio >= self._similar:
                    yield ratio, old.id, new.id

    def _distinct(self, part: Part) -> list[str]:
        """Return the words of a part, each once."""
        return sorted({*words_in(self._folded(part).casefold())})

    def _by_ends(self) -> None:
        """Pair links that join the same parts, then those that join such links."""
        for _ in range(_DEEPEST):
            count = len(self._old.ids)
            self._by(_ends, get_args(Link))
            if len(self._old.ids) == count:
                break

    def _overlapping(self) -> Iterator[_Pair]:
        """Yield steps to the same end that share at least half of their premises."""
        index: dict[tuple[type, str, str], list[tuple[str, set[str]]]]
        index = defaultdict(list)
        for step in self._old.left(get_args(Step)):
            end, premises = _step(step, self._old)
            for each in premises:
                index[type(step), end, each].append((step.id, premises))
        for step in self._new.left(get_args(Step)):
            end, premises = _step(step, self._new)
            for each in sorted(premises)[:_MOST_ENDS]:
                for old, others in index[type(step), end, each][:_MOST_WITH_A_WORD]:
                    shared = len(premises & others) / len(premises | others)
                    if shared >= _HALF:
                        yield shared, old, step.id


def _said(part: Part) -> str:
    """Return what a part says, else its title; nothing for most links."""
    return getattr(part, "text", "") or getattr(part, "title", "")


def _by_key(
    side: _Side, key: _Key, kinds: tuple[type, ...]
) -> dict[tuple[type, Hashable], list[str]]:
    """Return the ids of the parts that are left, by class and key."""
    found: dict[tuple[type, Hashable], list[str]] = defaultdict(list)
    for each in side.left(kinds):
        value = key(each, side)
        if value is not None:
            found[type(each), value].append(each.id)
    return found


def _ends(link: Part, side: _Side) -> Hashable:
    """Return the new ids of what a link joins; None if some of it is not paired."""
    if not all(each in side.ids for each in named(link)):
        return None
    ends = [
        tuple(sorted(side.ids[each] for each in field.ids(link)))
        for field in referring(type(link))
        if field.to != SOURCES
    ]
    return tuple(ends) if any(ends) else None


def _place(part: Part, side: _Side) -> Hashable:
    """Return by which links a part is joined to which paired ones; None if to none."""
    found = []
    for link in side.argument_map.links_of(part):
        others = [each for each in named(link) if each != part.id]
        if not 0 < len(others) <= _MOST_ENDS or not all(
            each in side.ids for each in others
        ):
            continue
        roles = [
            (field.field, tuple(sorted(side.ids.get(each, "") for each in ids)))
            for field in referring(type(link))
            if field.to != SOURCES and (ids := field.ids(link))
        ]
        found.append((type(link).__name__, tuple(roles)))
    return tuple(sorted(found)) if found else None


def _step(step: Part, side: _Side) -> tuple[str, set[str]]:
    """Return the new ids of the end and of the premises of a step, where paired."""
    if not isinstance(step, Step) or step.end not in side.ids:
        return "", set()
    premises = (each.claim for each in step.premises)
    end = side.ids[step.end]
    return end, {side.ids[each] for each in premises if each in side.ids}
