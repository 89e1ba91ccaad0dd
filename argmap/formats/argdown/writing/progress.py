"""Progress of a text: what has been written, and what can stand in it next."""

from collections import deque
from collections.abc import Sequence
from typing import Any, Final

from argmap.formats.argdown.writing.names import Names, Part
from argmap.formats.argdown.writing.reconstructions import (
    Reconstruction,
    Reconstructions,
    Relation,
)
from argmap.model import Argument, ArgumentMap, Claim

_DEEPEST: Final = 6
"""Levels of indentation below which a claim with a title gets a block of its own."""


def section_ids(argument_map: ArgumentMap) -> dict[str, str]:
    """Return the ids of the sections of a map, by the ids of what is in them."""
    return {
        member: section.id
        for section in argument_map.sections
        for member in section.members
    }


class Progress:
    """Parts that are written, by id, and those that wait in the section that is open.

    Parts are written in the order of the map wherever that is possible: a part can
    be defined if it is the next of its kind. `related` are the steps that are said;
    the text `has_inference` once the line of one is written, and `concluded` is the
    claim right below it. `sections` has the id of the section that a part is in. Where
    a text `is_ordered`, each step waits for its turn, too.
    """

    def __init__(
        self,
        argument_map: ArgumentMap,
        reconstructions: Reconstructions,
        names: Names,
        *,
        is_ordered: bool = False,
    ) -> None:
        """Begin before the first section."""
        self._home = reconstructions.home
        self._names = names
        self.sections: dict[str, str] = section_ids(argument_map)
        self.section: str | None = None
        self.written: set[str] = set()
        self.closed: set[str] = set()
        self.related: set[str] = set()
        self.has_inference = False
        self.concluded = ""
        self._open: list[str] = []
        self._waiting: dict[type[Any], list[Any]] = {}
        replies = (x for x in argument_map.counterpoints if len(x.premises) == 1)
        sayable = {*reconstructions.of_step}.union(
            each.id for each in (*reconstructions.relations, *replies)
        )
        self.turns: list[deque[Relation]] = [
            deque(each for each in kind if each.id in sayable)
            for kind in (
                argument_map.inferences,
                argument_map.counterpoints,
                argument_map.contradictions,
            )
            if is_ordered
        ]

    def begin(self, section: str | None, parts: Sequence[Part]) -> None:
        """Go on to a section, and to the parts in it."""
        self.section = section
        self._waiting = {
            kind: [each for each in reversed(parts) if isinstance(each, kind)]
            for kind in (Claim, Argument)
        }

    def define(self, part: Part) -> None:
        """Remember that a part is defined in the block that is being written."""
        self.written.add(part.id)
        self._open.append(part.id)

    def end_block(self) -> None:
        """Remember that nothing more can be said below what is defined so far."""
        self.closed.update(self._open)
        self._open.clear()

    def next(self, kind: type[Any]) -> Any:
        """Return the next part of a kind that waits, or None."""
        waiting = self._waiting[kind]
        while waiting and waiting[-1].id in self.written:
            waiting.pop()
        return waiting[-1] if waiting else None

    def next_steps(self) -> list[Relation]:
        """Return the steps whose turn it is: the first of each kind that is not said.

        There are none where steps need not wait.
        """
        for turn in self.turns:
            while turn and turn[0].id in self.related:
                turn.popleft()
        return [turn[0] for turn in self.turns if turn]

    def is_turn(self, step: Relation) -> bool:
        """Return whether a step need not wait for another one to be said."""
        return not self.turns or step in self.next_steps()

    def is_here(self, part: Part) -> bool:
        """Return whether a part is in the section that is open."""
        return self.sections.get(part.id) == self.section

    def is_said(self, reconstruction: Reconstruction) -> bool:
        """Return whether a reconstruction is written."""
        return reconstruction.steps[0].id in self.related

    def is_next(self, reconstruction: Reconstruction, claim: Claim) -> bool:
        """Return whether a reconstruction defines the next claims, in their order."""
        if self.is_said(reconstruction):
            return False
        if reconstruction.argument is not None and not self.is_here(
            reconstruction.argument
        ):
            return False
        if claim.id not in self._names:
            return True
        if not self.is_turn(reconstruction.steps[0]):
            return False
        new = [
            each
            for each in dict.fromkeys(reconstruction.claims)
            if each not in self.written
        ]
        following = [
            each.id
            for each in reversed(self._waiting[Claim][-len(new) - 1 :])
            if each.id not in self.written
        ]
        return new == following[: len(new)]

    def is_waiting_anonymously(self, part: Part) -> bool:
        """Return whether a part can only be named where it is defined."""
        return part.id not in self._names and part.id not in self.written

    def is_definable(self, part: Part) -> bool:
        """Return whether a part can be defined here: it is the next of its kind."""
        following = self.next(type(part))
        if part.id not in self._names:
            return following is part or part.id in self._home
        return following is part

    def is_nestable(self, part: Part, depth: int) -> bool:
        """Return whether a part can be defined below another one."""
        return (
            part.id not in self.written
            and part.id not in self._home
            and (depth <= _DEEPEST or part.id not in self._names)
            and self.is_definable(part)
        )

    def can_stand(self, other: Part, depth: int) -> bool:
        """Return whether the other end of a relation can be written here.

        It must have a name, or its place here. What is nowhere defined belongs to
        the section in which it is first named.
        """
        if other.id in self._names:
            is_defined = bool(other.text) or other.id in self.written
            may_be_named = not self.turns or self.is_definable(other)
            return is_defined or (self.is_here(other) and may_be_named)
        return self.is_nestable(other, depth)

    def must_stand(self, other: Part) -> bool:
        """Return whether the other end of a relation has no other place than this.

        So it is, out of turn, if neither has a name to refer to it from elsewhere.
        """
        return (
            self.is_waiting_anonymously(other)
            and other.id not in self._home
            and self.is_here(other)
        )
