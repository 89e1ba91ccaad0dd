"""The arguments of a network, made one by one as in ASPIC+ (Prakken 2010).

An argument is a tree of steps from what is granted, in which no way down meets a claim
twice. It is attacked where the argument of a counterpoint or of a rival meets one of
its parts and is not weaker: what counts is the last step of each (last link). The
arguments are labelled as those of Dung's frameworks are, by trying all sets.
"""

from collections.abc import Callable, Iterable, Iterator
from functools import reduce
from itertools import chain, islice, product
from operator import or_

import attrs

from argmap.evaluation.grounded import MEETS, Label
from argmap.evaluation.network import Network
from argmap.model import Semantics

MOST_ARGUMENTS = 120
MOST_OPEN = 12


@attrs.frozen
class Tree:
    """An argument: its last step, or the claim that is granted, and those below.

    One that `is_bare` puts forward its last step and not what that concludes.
    """

    top: int
    below: "tuple[Tree, ...]" = ()
    is_bare: bool = False

    def parts(self) -> "Iterator[Tree]":
        """Yield it and all arguments inside."""
        yield self
        for each in self.below:
            yield from each.parts()


@attrs.frozen
class Arguments:
    """A network to argue in."""

    net: Network

    def all(self) -> list[Tree]:
        """Return what argues for claims, and what counterpoints there are."""
        net = self.net
        nowhere: frozenset[int] = frozenset()
        trees = chain(
            *(self._for(claim, nowhere) for claim in range(net.claims)),
            *(
                self._by(step, nowhere)
                for step in range(net.counterpoints, len(net.ids))
            ),
        )
        return list(islice(trees, MOST_ARGUMENTS))

    def _for(self, part: int, above: frozenset[int]) -> Iterator[Tree]:
        """Yield the arguments for a premise that do not argue in a circle."""
        net = self.net
        if part in above:
            return
        if part >= net.claims:
            for tree in self._by(part, above | {part}):
                yield attrs.evolve(tree, is_bare=True)
            return
        meets = MEETS[net.standards[part]]
        if meets(net.presumptions[part], 0.0):
            yield Tree(part)
        for step in net.reasons[part]:
            if meets(net.strengths[step], 0.0):
                yield from self._by(step, above | {part})

    def _by(self, step: int, above: frozenset[int]) -> Iterator[Tree]:
        """Yield the arguments whose last step this is."""
        premises = self.net.premises[step]
        ways = [
            list(islice(self._for(each, above), MOST_ARGUMENTS)) for each in premises
        ]
        for below in product(*ways):
            yield Tree(step, below)

    def conclusion(self, tree: Tree) -> int:
        """Return the claim of an argument; that of a counterpoint is itself."""
        net = self.net
        is_inference = net.claims <= tree.top < net.counterpoints
        return net.ends[tree.top] if is_inference and not tree.is_bare else tree.top

    def weight(self, tree: Tree) -> float:
        """Return the strength of its last step."""
        net = self.net
        is_granted = tree.top < net.claims
        return net.presumptions[tree.top] if is_granted else net.strengths[tree.top]

    def is_attacked(self, other: Tree, by: Tree) -> bool:
        """Return whether an argument is attacked in one of its parts."""
        return any(self._is_met(part, by) for part in other.parts())

    def _is_met(self, part: Tree, by: Tree) -> bool:
        net = self.net
        claim = self.conclusion(part)
        if by.top >= net.counterpoints:
            target = net.ends[by.top]
            if target >= net.claims:
                return target == part.top
            is_met = target == claim
        else:
            is_met = claim < net.claims and self.conclusion(by) in net.rivals_of(claim)
        if not is_met:
            return False
        return not MEETS[net.standards[claim]](self.weight(part), self.weight(by))

    def labels(self, trees: list[Tree], own: list[Label]) -> tuple[Label, ...]:
        """Return the labels of parts, from those of all arguments.

        A claim is as good as its best argument; a step as its premises and what is
        against it.
        """
        net = self.net
        found = [Label.OUT] * len(net.ids)
        for tree, label in zip(trees, own, strict=True):
            part = self.conclusion(tree)
            found[part] = max(found[part], label)
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
    net: Network, wanted: Iterable[Semantics]
) -> dict[Semantics, set[tuple[Label, ...]]] | None:
    """Return the labellings of a network, from its arguments; None if too many."""
    arguments = Arguments(net)
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
    open_ = [at for at in range(len(attackers)) if not (grounded | beaten) >> at & 1]
    if len(open_) > MOST_OPEN:
        return None
    found = []
    for chosen in range(1 << len(open_)):
        own = grounded | _mask(
            at for place, at in enumerate(open_) if chosen >> place & 1
        )
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
