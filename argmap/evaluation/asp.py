"""An answer-set program of the parts that the grounded labelling leaves undecided.

Every undecided part has two atoms, that it is in and that it is open (not out). The
stable models are the complete labellings:

    in(step)    :- in(premises), not open(counterpoints).
    open(step)  :- open(premises), not in(counterpoints).
    in(claim)   :- in(reason), not open(counterpoints that are not weaker).
    open(claim) :- open(reason), not in(counterpoints that are not weaker).
                :- in(part), not open(part).

What is open has to follow from what is granted, so that claims that rest on nothing but
themselves are out. Rules go to the solver as numbers: there is no text to be ground.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import cached_property
from itertools import count
from types import ModuleType
from typing import TYPE_CHECKING, TypeAlias

import attrs

from argmap.errors import MissingExtraError
from argmap.evaluation.acceptance import Acceptance, Weighted
from argmap.evaluation.circles import circles
from argmap.evaluation.deadline import Deadline
from argmap.evaluation.grounded import Label, Labelling
from argmap.evaluation.network import Network

if TYPE_CHECKING:
    import clingo

Literal: TypeAlias = int | bool
"""An atom (negative: that it does not hold), or what is known already."""


@attrs.frozen
class Atoms:
    """What stands for that a part is in, and for that it is open."""

    is_in: int
    is_open: int


@attrs.frozen
class Known:
    """What is decided, in the same shape."""

    is_in: bool
    is_open: bool


Sides: TypeAlias = Atoms | Known
FindSides: TypeAlias = Callable[[int], Sides]
"""What leads from a part to what stands for it."""


def solver() -> ModuleType:
    """Return clingo; raises MissingExtraError where it is not installed."""
    try:
        import clingo  # noqa: PLC0415 - an extra, imported when it is used
    except ImportError as error:
        raise MissingExtraError(wanted="this semantics", extra="semantics") from error
    return clingo


class Encoding(Acceptance[Sides]):
    """The undecided rest of a network, to be asked for labellings.

    `arguments` are those of clingo. `parts` are the parts that are undecided.
    Raises LimitError at the deadline.
    """

    def __init__(
        self,
        net: Network,
        labelling: Labelling,
        deadline: Deadline,
        arguments: Sequence[str] = (),
    ) -> None:
        self._clingo = solver()
        self.control: clingo.Control = self._clingo.Control(
            arguments, logger=lambda *_: None
        )
        self.parts: list[int] = [
            part
            for part, label in enumerate(labelling.labels)
            if label == Label.UNDECIDED
        ]
        super().__init__(net)
        self._labels = labelling.labels
        self._atoms: dict[int, Atoms] = {}
        self._circles = circles(net)
        self._names = count()
        self._copies: dict[int, dict[int, Sides]] = {}
        self._weights: dict[int, list[Weighted[Sides]]] = {}
        with self.control.backend() as backend:
            self._backend = backend
            self._write(deadline)

    def atoms_of(self, part: int) -> Atoms:
        """Return the atoms of a part that is undecided."""
        return self._atoms[part]

    @cached_property
    def atoms(self) -> Sequence[Atoms]:
        """The atoms of undecided parts, each once."""
        return list(dict.fromkeys(self._atoms.values()))

    @cached_property
    def all_atoms(self) -> Sequence[Atoms]:
        """These, and the atoms of parts of circles as they are without a claim."""
        copies = (each for copies in self._copies.values() for each in copies.values())
        return [*self.atoms, *(each for each in copies if isinstance(each, Atoms))]

    def forbid(self, literals: Sequence[int]) -> None:
        """Let not all of these hold."""
        with self.control.backend() as backend:
            backend.add_rule([], literals)

    def prefer(self, atoms: Iterable[int], *, that_they_hold: bool = True) -> None:
        """Let these be decided first, and so that they hold, or do not."""
        kind = self._clingo.backend.HeuristicType
        wanted = kind.True_ if that_they_hold else kind.False_
        with self.control.backend() as backend:
            for each in atoms:
                backend.add_heuristic(each, wanted, 1, 1, [])

    def choice(self) -> int:
        """Return an atom that may hold or not."""
        with self.control.backend() as backend:
            atom: int = backend.add_atom()
            backend.add_rule([atom], [], choice=True)
            return atom

    def _write(self, deadline: Deadline) -> None:
        alone = {part: self._only_premise(part) for part in self.parts}
        for part, premise in alone.items():
            if premise is None:
                self._atoms[part] = self._new()
        for part, premise in alone.items():
            if premise is not None:
                self._atoms[part] = self._atoms[premise]
        for claim in self._circles:
            if self._labels[claim] != Label.OUT:
                self._copies[claim] = dict(self._copied(claim))
        for head, part, sides in self._heads(alone):
            deadline.check()
            if part < self._net.claims:
                self._write_claim(head, part, sides)
            else:
                self._write_step(head, part, sides)
            self._rule([], [head.is_in, -head.is_open])

    def _heads(
        self, alone: Mapping[int, int | None]
    ) -> Iterator[tuple[Atoms, int, FindSides]]:
        """Yield what is to be defined: of which part, and by which sides of others."""
        for part, premise in alone.items():
            if premise is None:
                yield self._atoms[part], part, self._sides
        for claim, copies in self._copies.items():
            for part, head in copies.items():
                if isinstance(head, Atoms):
                    yield head, part, self._sides_without(claim)

    def _copied(self, claim: int) -> Iterator[tuple[int, Sides]]:
        """Yield the parts of a circle, as they are without a claim."""
        yield claim, Known(is_in=False, is_open=False)
        for part in sorted(self._circles[claim] - {claim}):
            if self._labels[part] != Label.OUT:
                yield part, self._new()

    def _sides(self, part: int) -> Sides:
        label = self._labels[part]
        if label == Label.UNDECIDED:
            return self._atoms[part]
        return Known(is_in=label == Label.IN, is_open=label == Label.IN)

    def _sides_without(self, claim: int) -> FindSides:
        """Return the sides of parts, those of a claim's circle without that claim."""
        copies = self._copies.get(claim, {})
        return lambda part: copies.get(part) or self._sides(part)

    def _only_premise(self, part: int) -> int | None:
        """Return the claim that alone decides on a step, if there is one."""
        net, labels = self._net, self._labels
        if any(labels[each] == Label.UNDECIDED for each in net.attackers[part]):
            return None
        open_ = [each for each in net.premises[part] if labels[each] != Label.IN]
        return open_[0] if len(open_) == 1 and open_[0] < net.claims else None

    def _new(self) -> Atoms:
        """Return two new atoms, numbered so that clingo knows them by name."""
        function, number = self._clingo.Function, self._clingo.Number
        name = number(next(self._names))
        add = self._backend.add_atom
        return Atoms(add(function("in", [name])), add(function("open", [name])))

    def _unnamed(self) -> Atoms:
        return Atoms(self._backend.add_atom(), self._backend.add_atom())

    def _rule(self, head: Sequence[int], body: Sequence[Literal]) -> None:
        """Add a rule, unless its body cannot hold."""
        if not any(each is False for each in body):
            atoms = [each for each in body if each is not True]
            self._backend.add_rule(head, atoms)

    def _define(
        self, head: Atoms, for_: Sequence[Sides], against: Sequence[Sides]
    ) -> None:
        """Let the head be as good as all that is for it and nothing against it."""
        self._rule(
            [head.is_in],
            [*(each.is_in for each in for_), *(_not(each.is_open) for each in against)],
        )
        self._rule(
            [head.is_open],
            [*(each.is_open for each in for_), *(_not(each.is_in) for each in against)],
        )

    def _write_step(self, head: Atoms, step: int, sides: FindSides) -> None:
        self._define(
            head,
            [sides(each) for each in self._net.premises[step]],
            [self._sides(each) for each in self._net.attackers[step]],
        )

    def _write_claim(self, head: Atoms, claim: int, sides: FindSides) -> None:
        for reason, hits in self._alternatives(claim, sides):
            self._define(head, [reason], hits)

    def _granted(self, claim: int) -> Sides | None:
        is_granted = bool(self._net.presumptions[claim])
        return Known(is_in=True, is_open=True) if is_granted else None

    def _both(self, one: Sides, other: Sides) -> Sides:
        both = self._unnamed()
        self._define(both, [one, other], [])
        return both

    def _any_of(self, sides: Sequence[Sides]) -> Sides:
        whole = self._unnamed()
        for each in sides:  # those that are out make no rule
            self._define(whole, [each], [])
        return whole

    def _weights_of(self, rival: int) -> list[Weighted[Sides]]:
        if rival not in self._weights:  # each makes atoms, and many may want them
            self._weights[rival] = super()._weights_of(rival)
        return self._weights[rival]


def _not(literal: Literal) -> Literal:
    return not literal if isinstance(literal, bool) else -literal
