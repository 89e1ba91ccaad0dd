"""The labellings of a map under the other semantics of Dung (1995).

A labelling is complete if it keeps the rules of `argmap.evaluation` without having to
be the least that does; preferred ones decide as much as can be decided, stable ones
everything, and the ideal one as much as no preferred one gainsays (Dung, Mancarella
and Toni 2007). All of them agree with the grounded labelling where that decides, so
that only the rest is searched, by clingo (Gebser and others 2019).
"""

from collections.abc import Iterator
from typing import Final

import attrs

from argmap.errors import LimitError, NoLabellingError
from argmap.evaluation.asp import Encoding
from argmap.evaluation.circles import circles
from argmap.evaluation.deadline import Deadline
from argmap.evaluation.grounded import Label, Labelling
from argmap.evaluation.network import Network
from argmap.evaluation.solving import Holds, first, models
from argmap.evaluation.worlds import judged_by
from argmap.model import Semantics
from argmap.model.connections import reached

_IN_ORDER: Final = "--heuristic=Domain"
"""Decide first on what is preferred: the first model is then a largest one.

It is a smallest one where it is preferred that nothing holds.
"""

_BRAVE: Final = "--models=0", "--enum-mode=brave"
"""Of each model only what no model before it had is new."""


@attrs.frozen
class Search:
    """A search for labellings of a network whose grounded labelling is there.

    Raises LimitError after `timeout` seconds, and when there are more labellings to
    look at than `max_labellings`. Where something is undecided it needs clingo, and
    raises MissingExtraError without.
    """

    net: Network
    grounded: Labelling
    semantics: Semantics
    timeout: float | None = None
    max_labellings: int | None = None

    def labellings(self) -> Iterator[list[int]]:
        """Yield the labels of all parts, as soon as a labelling is found."""
        if self.semantics is Semantics.GROUNDED or not self._is_open:
            yield list(self.grounded.labels)
            return
        deadline = Deadline(self.timeout)
        if self.semantics is Semantics.IDEAL:
            yield self._ideal(deadline)
            return
        encoding = self._encoding(deadline, "--models=0")
        for number, holds in enumerate(models(encoding, deadline)):
            self._check_count(number)
            yield self._labels(encoding, holds)

    def common(self) -> Labelling:
        """Return what all labellings agree in, without listing them all.

        Raises NoLabellingError when there is none: only stable ones can fail to be.
        """
        if not self._is_open:
            return attrs.evolve(self.grounded, semantics=self.semantics)
        deadline = Deadline(self.timeout)
        match self.semantics:
            case Semantics.PREFERRED:
                shared = self._common_to_preferred(deadline)
                possible = self._possible(deadline)
            case Semantics.STABLE:
                shared, possible = self._common_to_stable(deadline)
            case Semantics.IDEAL:
                shared, possible = self._ideal(deadline), frozenset()
            case _:
                shared = list(self.grounded.labels)
                possible = self._possible(deadline)
        return attrs.evolve(
            self.grounded, labels=shared, semantics=self.semantics, possible=possible
        )

    def accepts(self, part: int, *, credulously: bool) -> bool:
        """Return whether a part is in in all labellings, or in some.

        Raises NoLabellingError when there is none.
        """
        label = self.grounded.labels[part]
        deadline = Deadline(self.timeout)
        if self.semantics is Semantics.STABLE and self._is_open:
            return self._is_in_stable(part, deadline, credulously=credulously)
        is_least = self.semantics is Semantics.COMPLETE and not credulously
        if label != Label.UNDECIDED or is_least or self.semantics is Semantics.GROUNDED:
            return label == Label.IN
        if self.semantics is Semantics.IDEAL:
            return self._ideal(deadline)[part] == Label.IN
        largest = self._largest(deadline)
        atoms = largest.atoms_of(part)
        if credulously:
            return first(largest, deadline, [atoms.is_in]) is not None
        smallest = self._smallest(deadline)
        sides = atoms.is_in, -atoms.is_open
        return _preferred_without(sides, largest, smallest, deadline) is None

    def _is_in_stable(
        self, part: int, deadline: Deadline, *, credulously: bool
    ) -> bool:
        encoding = self._encoding(deadline)
        is_in = self.grounded.labels[part] == Label.IN
        if self.grounded.labels[part] == Label.UNDECIDED:
            atom = encoding.atoms_of(part).is_in
            if first(encoding, deadline, [atom if credulously else -atom]):
                return credulously
            is_in = not credulously
        if first(encoding, deadline) is None:
            raise _none_of(self.semantics)
        return is_in

    def about(self, part: int) -> "Search":
        """Return the search in what a part depends on: it has the same labels there.

        Stable labellings may fail to be because of anything, so that all is searched.
        What speaks for a claim of a circle is looked at anew, be it decided or not.
        """
        if self.semantics is Semantics.STABLE:
            return self
        net, labels = self.net, self.grounded.labels
        anew = {each for circle in circles(net).values() for each in circle}

        def needs(each: int) -> Iterator[int]:
            judged = judged_by(net, each)
            return (one for one in judged if not labels[one] or one in anew)

        needed = {*reached([part], needs)}
        others = [
            label if each in needed else label or int(Label.OUT)
            for each, label in enumerate(labels)
        ]
        return attrs.evolve(self, grounded=attrs.evolve(self.grounded, labels=others))

    @property
    def _is_open(self) -> bool:
        return int(Label.UNDECIDED) in self.grounded.labels

    def _check_count(self, number: int) -> None:
        if self.max_labellings is not None and number >= self.max_labellings:
            msg = (
                f"there are more than {self.max_labellings} {self.semantics} labellings"
            )
            raise LimitError(msg)

    def _encoding(self, deadline: Deadline, *arguments: str) -> Encoding:
        """Return the encoding whose models are the labellings."""
        if self.semantics is Semantics.PREFERRED:
            return self._largest(deadline, "--enum-mode=domRec", *arguments)
        encoding = Encoding(self.net, self.grounded, deadline, arguments)
        if self.semantics is Semantics.STABLE:
            for each in encoding.atoms:
                encoding.forbid([each.is_open, -each.is_in])
        return encoding

    def _largest(self, deadline: Deadline, *arguments: str) -> Encoding:
        """Return the encoding of complete labellings, a largest one first."""
        encoding = Encoding(self.net, self.grounded, deadline, (_IN_ORDER, *arguments))
        encoding.prefer(each.is_in for each in encoding.atoms)
        return encoding

    def _smallest(self, deadline: Deadline) -> Encoding:
        """Return the encoding of complete labellings, a smallest one first."""
        encoding = Encoding(self.net, self.grounded, deadline, (_IN_ORDER,))
        encoding.prefer(
            (each.is_in for each in encoding.all_atoms), that_they_hold=False
        )
        return encoding

    def _labels(self, encoding: Encoding, holds: Holds) -> list[int]:
        labels = list(self.grounded.labels)
        for part in encoding.parts:
            atoms = encoding.atoms_of(part)
            if holds(atoms.is_in):
                labels[part] = int(Label.IN)
            elif holds(-atoms.is_open):
                labels[part] = int(Label.OUT)
        return labels

    def _in_all(self, deadline: Deadline) -> frozenset[int]:
        """Return what is in in all labellings; raises NoLabellingError."""
        encoding = self._encoding(deadline, "--models=0", "--enum-mode=cautious")
        found = None
        for holds in models(encoding, deadline):
            found = frozenset(
                part for part in encoding.parts if holds(encoding.atoms_of(part).is_in)
            )
        if found is None:
            raise _none_of(self.semantics)
        return found

    def _possible(self, deadline: Deadline) -> frozenset[int]:
        """Return what is in in some complete labelling, and so in a preferred one.

        Where large ones are found first, few are enough.
        """
        encoding = self._largest(deadline, *_BRAVE)
        return self._in_some(encoding, deadline)

    def _in_some(self, encoding: Encoding, deadline: Deadline) -> frozenset[int]:
        """Return what is in in some labelling that an encoding has, asked bravely."""
        found: set[int] = set()
        for holds in models(encoding, deadline):
            found.update(
                part
                for part in encoding.parts
                if part not in found and holds(encoding.atoms_of(part).is_in)
            )
        return frozenset(found)

    def _common_to_stable(self, deadline: Deadline) -> tuple[list[int], frozenset[int]]:
        """Return the labels in all stable labellings, and what is in in some.

        What is not in is out there.
        """
        everywhere = self._in_all(deadline)
        somewhere = self._in_some(self._encoding(deadline, *_BRAVE), deadline)
        labels = list(self.grounded.labels)
        for part, label in enumerate(labels):
            if label == Label.UNDECIDED:
                is_in = part in everywhere
                labels[part] += is_in - (part not in somewhere)
        return labels, somewhere

    def _common_to_preferred(self, deadline: Deadline) -> list[int]:
        """Return the labels that are the same in all preferred labellings.

        Those of one are asked for one by one, and what another lacks is none of them.
        """
        largest = self._largest(deadline)
        smallest = self._smallest(deadline)
        found = first(largest, deadline)
        assert found is not None  # noqa: S101 - there always is one
        pairs = [(each.is_in, -each.is_open) for each in largest.atoms]
        pairs += [(is_out, is_in) for is_in, is_out in pairs]
        shared = {literal for literal, _ in pairs if found(literal)}
        number = 0
        for sides in pairs:
            if sides[0] not in shared:
                continue
            self._check_count(number)
            other = _preferred_without(sides, largest, smallest, deadline)
            if other is None:
                largest.forbid([-sides[0]])
            else:
                number += 1
                shared = set(filter(other, shared))
        return self._labels(largest, shared.__contains__)

    def _ideal(self, deadline: Deadline) -> list[int]:
        """Return the largest complete labelling inside all preferred ones.

        It is the largest that has nothing in that is out in some labelling (Dunne,
        Dvořák and Woltran 2013).
        """
        encoding = Encoding(
            self.net, self.grounded, deadline, ("--models=0", "--enum-mode=cautious")
        )
        gainsaid: list[int] = []
        for holds in models(encoding, deadline):
            atoms = encoding.all_atoms
            gainsaid = [each.is_in for each in atoms if not holds(each.is_open)]
        largest = self._largest(deadline)
        found = first(largest, deadline, [-each for each in gainsaid])
        assert found is not None  # noqa: S101 - the grounded labelling is inside
        return self._labels(largest, found)


def _none_of(semantics: Semantics) -> NoLabellingError:
    return NoLabellingError(
        f"there is no {semantics} labelling: some conflict cannot be decided"
    )


def _preferred_without(
    sides: tuple[int, int], largest: Encoding, smallest: Encoding, deadline: Deadline
) -> Holds | None:
    """Return a preferred labelling without a literal; None if there is none.

    `sides` are the literal and its contrary: mostly some labelling has that.

    Others gainsay every complete labelling that has the literal (Thimm, Cerutti and
    Vallati 2021): for two that do not, there is a labelling with both. So one that
    gainsays the small ones known so far is asked for, and then for another small one
    that it does not gainsay. The encodings have the same atoms.
    """
    literal, contrary = sides
    if found := first(largest, deadline, [contrary]):
        return found
    gainsays_all = largest.choice()
    while found := first(largest, deadline, [gainsays_all, -literal]):
        kept = [each.is_open for each in largest.all_atoms if found(each.is_in)]
        with_it = first(smallest, deadline, [literal, *kept])
        if with_it is None:
            return found
        granted = [each.is_open for each in largest.all_atoms if with_it(each.is_in)]
        largest.forbid([gainsays_all, *granted])
    return None
