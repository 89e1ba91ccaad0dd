"""Agreement of two annotators: which claims are the same, and Cohen's kappa."""

from collections import Counter, defaultdict
from collections.abc import Callable, Hashable, Iterable, Iterator, Mapping
from typing import Final, TypeAlias, TypeVar

import attrs

from argmap.corpus.relations import pairs
from argmap.folding import Folded
from argmap.model import Argument, ArgumentMap, Claim, Contradiction
from argmap.model.parts import Counterpoint, Inference

_HALF: Final = 0.5
_Said = TypeVar("_Said")
_Ends: TypeAlias = tuple[str, str]
_Proposition: TypeAlias = Claim | Argument
_Place: TypeAlias = tuple[str, int, int]
"""A source, and from where to where in it."""


@attrs.frozen
class Agreement:
    """How far two annotators agree about what leads to what.

    All ordered pairs of two claims that both have are looked at. `table` leads from
    what the first annotator has from the one claim to the other, and what the second
    has, to the number of such pairs: each is the kinds of the relations, with " to a
    step" where what leads to the other claim is struck or backed, or empty. `paired` is
    the number of claims that both have, `unpaired` that of those which only the first
    has, or the second; these are in no pair.
    """

    paired: int
    unpaired: tuple[int, int]
    table: Mapping[tuple[frozenset[str], frozenset[str]], int]

    @property
    def kappa(self) -> float | None:
        """Cohen's kappa of all relations: 1 for the same, 0 for no more than chance.

        It is None where chance alone would agree, as where nobody has any relation.
        """
        return _kappa(self.table)

    @property
    def kappas(self) -> dict[str, float | None]:
        """Cohen's kappa of each relation: whether it leads from claim to claim."""
        names = {name for both in self.table for each in both for name in each}
        return {each: _kappa(self._of(each)) for each in sorted(names)}

    def _of(self, name: str) -> Counter[tuple[bool, bool]]:
        counts: Counter[tuple[bool, bool]] = Counter()
        for (one, other), number in self.table.items():
            counts[name in one, name in other] += number
        return counts

    @classmethod
    def total(cls, several: Iterable["Agreement"]) -> "Agreement":
        """Return the agreement about several maps, whose claims are in one table."""
        each = [*several]
        table = sum((Counter(one.table) for one in each), Counter())
        unpaired = (sum(one.unpaired[side] for one in each) for side in (0, 1))
        first, second = unpaired
        return cls(sum(one.paired for one in each), (first, second), table)


def agreement(first: ArgumentMap, second: ArgumentMap) -> Agreement:
    r"""Return how far the maps of two annotators of a text agree.

    Claims are the same that have the same id and words; then those whose quotations
    overlap by half at least, those with the same words, and those with the same id.

    >>> from argmap import loads
    >>> one = loads("[A]: Rents rose.\n  + [B]: So it says.\n  - [C]: Not here.")
    >>> other = loads("[A]: Rents rose.\n  + [B]: So it says.\n  + [C]: Not here.")
    >>> found = agreement(one, other)
    >>> found.paired, found.kappas
    (3, {'counterpoint': 0.0, 'inference': 0.5714285714285714})
    """
    same = same_claims(first, second)
    back = {other: one for one, other in same.items()}
    ours = _related(first, {each: each for each in same})
    theirs = _related(second, back)
    table = Counter((ours[ends], theirs[ends]) for ends in {*ours, *theirs})
    nothing = (frozenset[str](), frozenset[str]())
    table[nothing] = len(same) * (len(same) - 1) - table.total()
    left = (len([*each.propositions]) - len(same) for each in (first, second))
    return Agreement(len(same), (next(left), next(left)), +table)


def _related(
    argument_map: ArgumentMap, names: Mapping[str, str]
) -> defaultdict[_Ends, frozenset[str]]:
    """Return the relations between claims with a name, by their names."""
    found: defaultdict[_Ends, frozenset[str]] = defaultdict(frozenset)
    for relation, premise, end in _relations(argument_map):
        if premise in names and end in names and premise != end:
            found[names[premise], names[end]] |= {relation}
    return found


def _relations(argument_map: ArgumentMap) -> Iterator[tuple[str, str, str]]:
    """Yield relations by their kind, with the claims that they lead from and to."""
    for link in argument_map.links:
        kind = type(link).__name__.lower()
        for premise, end in pairs(link):
            claim = _claim_behind(argument_map, end)
            yield kind if claim == end else f"{kind} to a step", premise, claim
            if isinstance(link, Contradiction):
                yield kind, end, premise


def _claim_behind(argument_map: ArgumentMap, end: str) -> str:
    """Return what a step leads to in the end, or the claim itself."""
    seen = set()
    part = argument_map.find_part(end)
    while isinstance(part, Inference | Counterpoint) and part.id not in seen:
        seen.add(part.id)
        part = argument_map.find_part(part.end)
    return part.id if part else end


def _kappa(table: Mapping[tuple[_Said, _Said], int]) -> float | None:
    """Return Cohen's kappa of a table of what two say of the same things."""
    total = sum(table.values())
    agreed = sum(number for (one, other), number in table.items() if one == other)
    firsts, seconds = Counter[_Said](), Counter[_Said]()
    for (one, other), number in table.items():
        firsts[one] += number
        seconds[other] += number
    chance = sum(number * seconds[each] for each, number in firsts.items())
    if total * total == chance:
        return None
    return (total * agreed - chance) / (total * total - chance)


def same_claims(first: ArgumentMap, second: ArgumentMap) -> dict[str, str]:
    """Return the ids in the second map of the claims that both have, by their own.

    See `agreement`.
    """
    found: dict[str, str] = {}
    left = [*first.propositions], [*second.propositions]
    for way in (_by(_id_and_words), _by_place, _by(_words), _by(_id)):
        found.update(way(*left))
        known = {*found.values()}
        left = (
            [each for each in left[0] if each.id not in found],
            [each for each in left[1] if each.id not in known],
        )
    return found


_Claims: TypeAlias = list[_Proposition]


def _by(
    key: Callable[[_Proposition], Hashable],
) -> Callable[[_Claims, _Claims], Iterator[_Ends]]:
    """Return what pairs claims with the same key, in the order of their maps."""

    def way(ours: _Claims, theirs: _Claims) -> Iterator[_Ends]:
        waiting: defaultdict[Hashable, list[str]] = defaultdict(list)
        for each in reversed(theirs):
            waiting[key(each)].append(each.id)
        for each in ours:
            value = key(each)
            if value and waiting[value]:
                yield each.id, waiting[value].pop()

    return way


def _id(claim: _Proposition) -> str:
    return claim.id


def _words(claim: _Proposition) -> str:
    return Folded.of(claim.text).text.strip().casefold()


def _id_and_words(claim: _Proposition) -> tuple[str, str] | None:
    words = _words(claim)
    return (claim.id, words) if words else None


def _by_place(ours: _Claims, theirs: _Claims) -> Iterator[_Ends]:
    """Pair claims whose quotations overlap by half at least, the most first."""
    near: defaultdict[str, list[tuple[_Place, str]]] = defaultdict(list)
    for claim in theirs:
        for place in _quoted(claim):
            near[place[0]].append((place, claim.id))
    found = [
        (_overlap(place, other), claim.id, other_id)
        for claim in ours
        for place in _quoted(claim)
        for other, other_id in near[place[0]]
    ]
    paired: set[str] = set()
    taken: set[str] = set()
    for share, one, other_id in sorted(found, key=lambda each: (-each[0], *each[1:])):
        if share >= _HALF and one not in paired and other_id not in taken:
            paired.add(one)
            taken.add(other_id)
            yield one, other_id


def _quoted(claim: _Proposition) -> Iterator[_Place]:
    for each in claim.quotations if isinstance(claim, Claim) else ():
        if each.span:
            yield each.source, *each.span


def _overlap(one: _Place, other: _Place) -> float:
    """Return which part of both together both have."""
    both = min(one[2], other[2]) - max(one[1], other[1])
    either = max(one[2], other[2]) - min(one[1], other[1])
    return max(both, 0) / either if either else 0
