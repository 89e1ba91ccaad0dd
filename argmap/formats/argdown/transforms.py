"""Transforms over relations once all are known, in the order of the reference.

An argument that has been reconstructed speaks through its conclusion and is
undercut in its last inference; in strict mode relations are logical ones.
"""

from collections.abc import Iterable, Mapping
from typing import Any

import attrs

from argmap.formats.argdown.elements import (
    Argument,
    Element,
    Elements,
    End,
    Relation,
    RelationKind,
    Role,
    Section,
    Statement,
    Step,
)


def apply(elements: Elements) -> None:
    """Turn the relations as written into those that hold."""
    if elements.settings_of("model").get("transformArgumentRelations", True):
        _move_to_reconstructions(elements)
    if elements.is_strict or elements.is_plus:
        _make_strict(elements)
    _drop_redundant(elements)


def _move_to_reconstructions(elements: Elements) -> None:
    known = {(each.source, each.target, each.kind) for each in elements.relations}
    relations: list[Relation] = []
    for each in elements.relations:
        source, target = each.source, each.target
        if isinstance(source, Argument) and (last := source.conclusion):
            source = last.element
        is_undercut = each.kind is RelationKind.UNDERCUT
        if is_undercut and isinstance(target, Argument) and (last := target.conclusion):
            target = last.inference or target
        if source is not each.source or target is not each.target:
            key = source, target, each.kind
            if source is target or key in known:
                continue
            known.add(key)
            each.source, each.target = source, target
        relations.append(each)
    elements.relations = relations


def _make_strict(elements: Elements) -> None:
    contraries: set[tuple[End, End]] = set()
    relations: list[Relation] = []
    for each in elements.relations:
        if isinstance(each.source, Statement) and isinstance(each.target, Statement):
            # in Argdown+ a reason without a title is an argument, which entails nothing
            is_argument = elements.is_plus and each.source.is_untitled
            if each.kind is RelationKind.SUPPORT and not is_argument:
                each.kind = RelationKind.ENTAILS
            elif each.kind is RelationKind.ATTACK:
                each.kind = RelationKind.CONTRARY
                pair = each.source, each.target
                if pair in contraries:
                    continue
                contraries |= {pair, pair[::-1]}
        relations.append(each)
    elements.relations = relations


def _drop_redundant(elements: Elements) -> None:
    """Drop attacks on arguments that a premise of theirs receives already."""
    against: dict[End, set[End]] = {}
    for each in elements.relations:
        source, target = each.source, each.target
        if each.kind in {RelationKind.ATTACK, *_SYMMETRIC}:
            against.setdefault(source, set()).add(target)
        if each.kind in _SYMMETRIC:
            against.setdefault(target, set()).add(source)
    premises: dict[End, set[End]] = {
        argument: {
            each.element for each in argument.structure if each.role is Role.PREMISE
        }
        for argument in elements.arguments.values()
    }
    elements.relations = [
        each
        for each in elements.relations
        if each.kind is not RelationKind.ATTACK
        or not isinstance(each.source, Statement)
        or premises.get(each.target, set()).isdisjoint(against[each.source])
    ]


_SYMMETRIC = (RelationKind.CONTRARY, RelationKind.CONTRADICTORY)


def explode(elements: Elements) -> Elements:
    """Return the elements with an argument for each step of those with several.

    What is said of such an argument is said of its last step. The statements are
    shared with what was given, which stays as it is: what they know of relations
    and of arguments is of the whole ones.
    """
    arguments: dict[str, Argument] = {}
    last: dict[End, Any] = {}
    for key, argument in elements.arguments.items():
        steps = list(argument.steps())
        if len(steps) < 2:  # noqa: PLR2004 - several
            arguments[key] = argument
            continue
        for number, step in enumerate(steps, 1):
            single = _single(argument, step, f"{argument.title} - {number}")
            arguments[f"\n{key} - {number}"] = last[argument] = single
    relations = [
        attrs.evolve(
            each,
            source=last.get(each.source, each.source),
            target=last.get(each.target, each.target),
        )
        for each in elements.relations
    ]
    return attrs.evolve(elements, arguments=arguments, relations=relations)


def _single(argument: Argument, step: Step, title: str) -> Argument:
    single = attrs.evolve(argument, title=title, structure=[])
    single.structure = [
        attrs.evolve(each, role=Role.PREMISE, argument=single, inference=None)
        for each in step.premises
    ]
    single.structure.append(
        attrs.evolve(step.conclusion, role=Role.CONCLUSION, argument=single)
    )
    return single


def regroup(
    elements: Elements, groups: Iterable[Mapping[str, Any]]
) -> tuple[list[Section], dict[Element, Section]]:
    """Return sections as `group.regroup` has them, and whose each is.

    The sections come from the outside in. Statements and arguments that are not in
    the second value have none.
    """
    statements = {each.title: each for each in elements.statements.values()}
    arguments = {each.title: each for each in elements.arguments.values()}
    sections: list[Section] = []
    homes: dict[Element, Section] = {}
    waiting: list[tuple[Mapping[str, Any], Section | None]]
    waiting = [(each, None) for each in reversed(list(groups))]
    while waiting:
        group, parent = waiting.pop()
        section = Section(
            f"s{len(sections) + 1}",
            parent.level + 1 if parent else 1,
            group["title"],
            group.get("tags", ()),
            {"isClosed": group.get("isClosed", False)},
            (),
            elements.front_matter_span,
            parent,
        )
        sections.append(section)
        for known, key in ((statements, "statements"), (arguments, "arguments")):
            named = (known.get(title) for title in group.get(key, ()))
            homes.update((each, section) for each in named if each)
        waiting.extend((each, section) for each in reversed(group.get("children", ())))
    return sections, homes
