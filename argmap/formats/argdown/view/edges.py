"""The lines between the boxes of what is drawn.

A statement that has no box of its own is spoken for by the boxes of arguments: it is
where they lead to, or what they start from.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from itertools import chain, product
from typing import TypeAlias

from argmap.formats.argdown.elements import (
    Argument,
    End,
    Inference,
    Relation,
    RelationKind,
    Role,
    Statement,
)
from argmap.formats.argdown.passes import conclusion_of
from argmap.formats.argdown.view.selection import Scope

Box: TypeAlias = Statement | Argument
Edge: TypeAlias = tuple[RelationKind, Box, Box]

_BESIDE_STATEMENTS = {
    RelationKind.ENTAILS: RelationKind.SUPPORT,
    RelationKind.CONTRARY: RelationKind.ATTACK,
    RelationKind.CONTRADICTORY: RelationKind.ATTACK,
}
"""What the logical relations between statements are where an argument takes part."""


def edges(relations: Iterable[Relation], scope: Scope) -> Iterator[Edge]:
    """Yield what leads from box to box, some of it more than once.

    First what the relations say, then what follows from one statement being used in
    several places.
    """
    boxes = _Boxes(scope)
    for each in relations:
        if scope.reaches(each, each.source) and scope.reaches(each, each.target):
            yield from boxes.joined_by(each)
    for argument in scope.arguments:
        if conclusion := conclusion_of(argument):
            for target in boxes.of_target(conclusion.element):
                yield RelationKind.SUPPORT, argument, target
    for statement in scope.statements:
        for user in boxes.users[id(statement)]:
            yield RelationKind.SUPPORT, statement, user


class _Boxes:
    """Which arguments use a statement, conclude to it, or have an inference."""

    def __init__(self, scope: Scope) -> None:
        self._members = scope.members
        self.users: defaultdict[int, list[Box]] = defaultdict(list)
        self._makers: defaultdict[int, list[Box]] = defaultdict(list)
        self._owners: dict[int, Box] = {}
        for argument in scope.arguments:
            for each in argument.structure:
                if each.role is Role.PREMISE:
                    self.users[id(each.element)].append(argument)
                elif each.role is Role.CONCLUSION:
                    self._makers[id(each.element)].append(argument)
                if each.inference is not None:
                    self._owners[id(each.inference)] = argument

    def of_source(self, end: End) -> Sequence[Box]:
        if id(end) in self._members and not isinstance(end, Inference):
            return [end]
        return self._makers[id(end)]

    def of_target(self, end: End) -> Sequence[Box]:
        if isinstance(end, Inference):
            return [self._owners[id(end)]]
        return [end] if id(end) in self._members else self.users[id(end)]

    def joined_by(self, relation: Relation) -> Iterator[Edge]:
        source, target, kind = relation.source, relation.target, relation.kind
        pairs: Iterable[tuple[Box, Box]]
        pairs = product(self.of_source(source), self.of_target(target))
        if kind.is_symmetric and id(source) not in self._members:
            back = product(self.of_source(target), self.of_target(source))
            pairs = chain(pairs, back)
        for tail, head in pairs:
            both = isinstance(tail, Statement) and isinstance(head, Statement)
            yield kind if both else _BESIDE_STATEMENTS.get(kind, kind), tail, head
