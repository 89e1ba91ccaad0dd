"""Statements and arguments in view, and the lines between their boxes.

A statement that has no box of its own is spoken for by the boxes of arguments: it is
where they lead to, or what they start from.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence, Set as AbstractSet
from itertools import chain, product
from typing import Final, TypeAlias

import attrs

from argmap.formats.argdown.elements import (
    Argument,
    End,
    Inference,
    Relation,
    RelationKind,
    Role,
    Statement,
)

Box: TypeAlias = Statement | Argument
Edge: TypeAlias = tuple[RelationKind, Box, Box]

_BESIDE_STATEMENTS: Final = {
    RelationKind.ENTAILS: RelationKind.SUPPORT,
    RelationKind.CONTRARY: RelationKind.ATTACK,
    RelationKind.CONTRADICTORY: RelationKind.ATTACK,
}
"""Logical relations between statements, as they are where an argument takes part."""


@attrs.frozen(eq=False)
class Scope:
    """Statements and arguments, and what these arguments use as what.

    `members` are the statements, the arguments and the inferences of these. By
    statement, `users` are the arguments with it as a premise, once for each time,
    `makers` those with it as their conclusion; all that stands in them is `used`.
    `owners` has the argument of each inference.
    """

    statements: Sequence[Statement]
    arguments: Sequence[Argument]
    members: AbstractSet[End]
    users: Mapping[End, Sequence[Argument]]
    makers: Mapping[End, Sequence[Argument]]
    used: AbstractSet[End]
    owners: Mapping[Inference, Argument]

    @classmethod
    def of(
        cls, statements: Sequence[Statement], arguments: Sequence[Argument]
    ) -> "Scope":
        """Go through the reconstructions of the arguments."""
        users: defaultdict[End, list[Argument]] = defaultdict(list)
        makers: defaultdict[End, list[Argument]] = defaultdict(list)
        used: set[End] = set()
        owners: dict[Inference, Argument] = {}
        for argument in arguments:
            for each in argument.structure:
                used.add(each.element)
                if each.role is Role.PREMISE:
                    users[each.element].append(argument)
                elif each.role is Role.CONCLUSION:
                    makers[each.element].append(argument)
                if each.inference is not None:
                    owners[each.inference] = argument
        members: set[End] = {*statements, *arguments, *owners}
        return cls(statements, arguments, members, users, makers, used, owners)

    def reaches(self, relation: Relation, end: End) -> bool:
        """Return whether an end of a relation is in it, if only as part of an argument.

        What a relation leads from must be a conclusion there, what it leads to a
        premise.
        """
        if end in self.members:
            return True
        if relation.kind.is_symmetric:
            return end in self.used
        return end in (self.users if end is relation.target else self.makers)

    def edges(self, relations: Iterable[Relation]) -> Iterator[Edge]:
        """Yield what leads from box to box, some of it more than once.

        First what the relations say, then what follows from one statement being used
        in several places.
        """
        for each in relations:
            if self.reaches(each, each.source) and self.reaches(each, each.target):
                yield from self._joined_by(each)
        for argument in self.arguments:
            if argument.conclusion:
                for target in self._targets(argument.conclusion.element):
                    yield RelationKind.SUPPORT, argument, target
        for statement in self.statements:
            for user in self.users.get(statement, ()):
                yield RelationKind.SUPPORT, statement, user

    def _joined_by(self, relation: Relation) -> Iterator[Edge]:
        source, target, kind = relation.source, relation.target, relation.kind
        pairs: Iterable[tuple[Box, Box]]
        pairs = product(self._sources(source), self._targets(target))
        if kind.is_symmetric and source not in self.members:
            back = product(self._sources(target), self._targets(source))
            pairs = chain(pairs, back)
        for tail, head in pairs:
            both = isinstance(tail, Statement) and isinstance(head, Statement)
            yield kind if both else _BESIDE_STATEMENTS.get(kind, kind), tail, head

    def _sources(self, end: End) -> Sequence[Box]:
        if end in self.members and isinstance(end, Box):
            return [end]
        return self.makers.get(end, ())

    def _targets(self, end: End) -> Sequence[Box]:
        if isinstance(end, Inference):
            return [self.owners[end]]
        if end in self.members and isinstance(end, Box):
            return [end]
        return self.users.get(end, ())
