"""The arguments of a network, made one by one as in ASPIC+ (Prakken 2010).

An argument is a tree of steps from what is granted, for or against a claim, in which
no way down meets a claim twice. Strict steps transpose, and so do contradictions.
What is granted, and what a step concludes that is not strict, is attacked by arguments
for the contrary that are not weaker: what counts is the last of such steps in each
(last link). A tie goes to the counterpoint. The arguments are labelled as those of
Dung's frameworks are, by trying all sets.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import reduce
from itertools import chain, islice, product
from operator import or_

import attrs

from argmap.evaluation.grounded import MEETS, Label
from argmap.evaluation.network import Network
from argmap.model import ProofStandard, Semantics

MOST_ARGUMENTS = 120
MOST_OPEN = 12


@attrs.frozen
class Tree:
    """An argument: its last step, or the claim that is granted, and those below.

    It puts forward a claim, the contrary of one, `~claim`, or a step itself.
    """

    top: int
    concludes: int
    below: "tuple[Tree, ...]" = ()
    is_strict: bool = False

    def parts(self) -> "Iterator[Tree]":
        """Yield it and all arguments inside."""
        yield self
        for each in self.below:
            yield from each.parts()

    @property
    def last(self) -> "frozenset[int]":
        """The last steps that are not strict, and claims that are granted."""
        if not self.is_strict:
            return frozenset([self.top])
        return frozenset().union(*(each.last for each in self.below))


@attrs.frozen
class Arguments:
    """A network to argue in, with its strict steps.

    `preferred` are pairs of claims and steps, the better one first.
    """

    net: Network
    strict: frozenset[int] = frozenset()
    preferred: frozenset[tuple[int, int]] = frozenset()

    def all(self) -> list[Tree]:
        """Return what argues for claims and against them, and all counterpoints."""
        net = self.net
        literals = chain.from_iterable((each, ~each) for each in range(net.claims))
        parts = chain(literals, range(net.counterpoints, len(net.ids)))
        trees = chain.from_iterable(self._for(each, frozenset()) for each in parts)
        return list(islice(trees, MOST_ARGUMENTS))

    def _for(self, part: int, above: frozenset[int]) -> Iterator[Tree]:
        """Yield the arguments for a premise that do not argue in a circle."""
        if part in above:
            return
        above |= {part}
        if part >= self.net.claims:
            yield from self._by(part, part, self.net.premises[part], above)
        elif part >= 0:
            yield from self._for_claim(part, above)
        else:
            yield from self._against_claim(~part, above)

    def _for_claim(self, claim: int, above: frozenset[int]) -> Iterator[Tree]:
        net = self.net
        meets = MEETS[net.standards[claim]]
        if meets(net.presumptions[claim], 0.0):
            yield Tree(claim, claim)
        for step in net.reasons[claim]:
            if step in self.strict or meets(net.strengths[step], 0.0):
                is_strict = step in self.strict
                premises = net.premises[step]
                yield from self._by(step, claim, premises, above, is_strict=is_strict)

    def _against_claim(self, claim: int, above: frozenset[int]) -> Iterator[Tree]:
        net = self.net
        for step in net.attackers[claim]:
            yield from self._by(step, ~claim, net.premises[step], above)
        for rival in net.rivals_of(claim):
            yield from self._by(-1, ~claim, [rival], above, is_strict=True)
        for step in sorted(self.strict):
            if claim in net.premises[step]:
                others = [each for each in net.premises[step] if each != claim]
                premises = [*others, ~net.ends[step]]
                yield from self._by(step, ~claim, premises, above, is_strict=True)

    def _by(
        self,
        step: int,
        concludes: int,
        premises: Sequence[int],
        above: frozenset[int],
        *,
        is_strict: bool = False,
    ) -> Iterator[Tree]:
        """Yield the arguments whose last step this is."""
        ways = [
            list(islice(self._for(each, above), MOST_ARGUMENTS)) for each in premises
        ]
        for below in product(*ways):
            yield Tree(step, concludes, below, is_strict)

    def _strength(self, part: int) -> float:
        net = self.net
        return net.presumptions[part] if part < net.claims else net.strengths[part]

    def _is_enough(self, pro: int, con: int, claim: int) -> bool:
        """Return whether what is for a claim is enough against one that is not."""
        standard = self.net.standards[claim]
        if standard is ProofStandard.PREPONDERANCE and (pro, con) in self.preferred:
            return True
        return MEETS[standard](self._strength(pro), self._strength(con))

    def is_attacked(self, other: Tree, by: Tree) -> bool:
        """Return whether an argument is attacked in one of its parts."""
        return any(self._is_met(part, by) for part in other.parts())

    def _is_met(self, part: Tree, by: Tree) -> bool:
        """Return whether a part is struck, or contradicted and not stronger."""
        net, claim = self.net, part.concludes
        target = (
            net.ends[by.top] if by.concludes >= net.counterpoints else ~by.concludes
        )
        if target >= net.claims:
            return target == part.top
        if part.is_strict or target != claim:
            return False
        if claim >= 0:
            return not any(self._is_enough(part.top, each, claim) for each in by.last)
        return all(self._is_enough(each, part.top, ~claim) for each in by.last)

    def labels(self, trees: list[Tree], own: list[Label]) -> tuple[Label, ...]:
        """Return the labels of parts, from those of all arguments.

        A claim is as good as its best argument; a step as its premises and what is
        against it.
        """
        net = self.net
        found = [Label.OUT] * len(net.ids)
        for tree, label in zip(trees, own, strict=True):
            if tree.concludes >= 0:
                found[tree.concludes] = max(found[tree.concludes], label)
        bare = self._bare_steps(found)
        for step in range(net.claims, net.counterpoints):
            found[step] = bare[step]
        return tuple(found)

    def _bare_steps(self, found: list[Label]) -> dict[int, Label]:
        """Return the labels of inferences; such as rest on themselves are out."""
        net = self.net
        labels = dict.fromkeys(range(net.claims, net.counterpoints), Label.OUT)
        while True:
            new = {
                step: min(
                    [
                        Label.IN,
                        *(labels.get(each, found[each]) for each in net.premises[step]),
                        *(Label(-found[each]) for each in net.attackers[step]),
                    ]
                )
                for step in labels
            }
            if new == labels:
                return labels
            labels = new


def found_by_arguments(
    arguments: Arguments, wanted: Iterable[Semantics]
) -> dict[Semantics, set[tuple[Label, ...]]] | None:
    """Return the labellings of a network, from its arguments; None if too many."""
    trees = arguments.all()
    if len(trees) == MOST_ARGUMENTS:
        return None
    attackers = [
        _mask(at for at, by in enumerate(trees) if arguments.is_attacked(each, by))
        for each in trees
    ]
    complete = _complete(attackers)
    if complete is None:
        return None
    return {
        semantics: {
            arguments.labels(trees, _labels(attackers, each))
            for each in _CHOICES[semantics](complete, attackers)
        }
        for semantics in wanted
    }


def _mask(places: Iterable[int]) -> int:
    return reduce(or_, (1 << at for at in places), 0)


def _defended(attackers: list[int], by: int) -> int:
    """Return the arguments all attackers of which are attacked by a set."""
    beaten = _beaten(attackers, by)
    return _mask(at for at, each in enumerate(attackers) if not each & ~beaten)


def _beaten(attackers: list[int], by: int) -> int:
    return _mask(at for at, each in enumerate(attackers) if each & by)


def _complete(attackers: list[int]) -> list[int] | None:
    """Return all complete sets, the grounded one first; None if too many to try."""
    grounded = 0
    while (more := _defended(attackers, grounded)) != grounded:
        grounded = more
    beaten = _beaten(attackers, grounded)
    alike: dict[int, int] = {}
    for at, by in enumerate(attackers):
        if not (grounded | beaten) >> at & 1:
            alike[by] = alike.get(by, 0) | 1 << at  # all of them are in, or none
    if len(alike) > MOST_OPEN:
        return None
    found = []
    for chosen in range(1 << len(alike)):
        parts = (
            each for place, each in enumerate(alike.values()) if chosen >> place & 1
        )
        own = reduce(or_, parts, grounded)
        if not _beaten(attackers, own) & own and _defended(attackers, own) == own:
            found.append(own)
    return found


def _largest(sets: list[int], _: list[int]) -> list[int]:
    return [
        own
        for own in sets
        if not any(own != other and own & ~other == 0 for other in sets)
    ]


def _stable(sets: list[int], attackers: list[int]) -> list[int]:
    every = (1 << len(attackers)) - 1
    return [own for own in sets if own | _beaten(attackers, own) == every]


def _ideal(sets: list[int], attackers: list[int]) -> list[int]:
    shared = reduce(lambda one, other: one & other, _largest(sets, attackers))
    return _largest([own for own in sets if not own & ~shared], attackers)


_CHOICES: dict[Semantics, Callable[[list[int], list[int]], list[int]]] = {
    Semantics.GROUNDED: lambda sets, _: sets[:1],
    Semantics.COMPLETE: lambda sets, _: sets,
    Semantics.PREFERRED: _largest,
    Semantics.STABLE: _stable,
    Semantics.IDEAL: _ideal,
}


def _labels(attackers: list[int], own: int) -> list[Label]:
    beaten = _beaten(attackers, own)
    return [
        Label.IN
        if own >> at & 1
        else Label.OUT
        if beaten >> at & 1
        else Label.UNDECIDED
        for at in range(len(attackers))
    ]
