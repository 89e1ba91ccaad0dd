"""What becomes of relations once all are known, in the order of the reference.

An argument that has been reconstructed speaks through its conclusion and is
undercut in its last inference; in strict mode relations are logical ones.
"""

from typing import Any

from argmap.formats.argdown.elements import (
    Argument,
    Elements,
    Inference,
    Relation,
    RelationKind,
    Role,
    Statement,
)


def pass_over(elements: Elements) -> None:
    """Turn the relations as written into those that hold."""
    model = elements.settings.get("model")
    model = model if isinstance(model, dict) else {}
    if model.get("transformArgumentRelations", True):
        _move_to_reconstructions(elements)
    if model.get("mode") == "strict":
        _make_strict(elements)
    _drop_redundant(elements)
    _rebuild(elements)


def conclusion_of(argument: Argument) -> Any:
    """Return the occurrence of the main conclusion, if there is one."""
    if argument.structure and argument.structure[-1].role is Role.CONCLUSION:
        return argument.structure[-1]
    return None


def _move_to_reconstructions(elements: Elements) -> None:
    known = {
        (id(each.source), id(each.target), each.kind) for each in elements.relations
    }
    kept: list[Relation] = []
    for each in elements.relations:
        source, target = each.source, each.target
        if isinstance(source, Argument) and (last := conclusion_of(source)):
            source = last.element
        if (
            each.kind is RelationKind.UNDERCUT
            and isinstance(target, Argument)
            and (last := conclusion_of(target))
        ):
            target = last.inference
        if source is not each.source or target is not each.target:
            key = id(source), id(target), each.kind
            if source is target or key in known:
                continue
            known.add(key)
            each.source, each.target = source, target
        kept.append(each)
    elements.relations = kept


def _make_strict(elements: Elements) -> None:
    contraries: set[tuple[int, int]] = set()
    kept: list[Relation] = []
    for each in elements.relations:
        if isinstance(each.source, Statement) and isinstance(each.target, Statement):
            if each.kind is RelationKind.SUPPORT:
                each.kind = RelationKind.ENTAILS
            elif each.kind is RelationKind.ATTACK:
                each.kind = RelationKind.CONTRARY
                pair = id(each.source), id(each.target)
                if pair in contraries:
                    continue
                contraries |= {pair, pair[::-1]}
        kept.append(each)
    elements.relations = kept


def _drop_redundant(elements: Elements) -> None:
    """Drop attacks on arguments that a premise of theirs receives already."""
    against: dict[int, set[int]] = {}
    for each in elements.relations:
        source, target = id(each.source), id(each.target)
        if each.kind in {RelationKind.ATTACK, *_SYMMETRIC}:
            against.setdefault(source, set()).add(target)
        if each.kind in _SYMMETRIC:
            against.setdefault(target, set()).add(source)
    elements.relations = [
        each
        for each in elements.relations
        if not _is_redundant(each, against.get(id(each.source), set()))
    ]


_SYMMETRIC = (RelationKind.CONTRARY, RelationKind.CONTRADICTORY)


def _is_redundant(relation: Relation, against: set[int]) -> bool:
    target = relation.target
    return (
        relation.kind is RelationKind.ATTACK
        and isinstance(relation.source, Statement)
        and isinstance(target, Argument)
        and any(
            id(each.element) in against
            for each in target.structure
            if each.role is Role.PREMISE
        )
    )


def _rebuild(elements: Elements) -> None:
    """Let every element know its own relations again."""
    ends: dict[int, Statement | Argument | Inference] = {}
    for each in elements.relations:
        for end in (each.source, each.target):
            if id(end) not in ends:
                ends[id(end)] = end
                end.relations = []
        each.source.relations.append(each)
        if each.target is not each.source:
            each.target.relations.append(each)
