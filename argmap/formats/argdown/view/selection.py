"""Selection of what is drawn, as the settings and the data of elements say.

First those that may be drawn at all, then the statements among them, then the
arguments. What one element has to do with another is asked once for all of them.
"""

from collections import Counter
from collections.abc import Collection, Iterable, Mapping, Sequence, Set as AbstractSet
from typing import TypeVar

import attrs

from argmap.formats.argdown.elements import (
    Argument,
    Element,
    Elements,
    End,
    Occurrence,
    Relation,
    Role,
    Section,
    Statement,
)
from argmap.formats.argdown.view.scope import Box, Scope
from argmap.formats.argdown.view.settings import Settings, StatementMode

_Element = TypeVar("_Element", Statement, Argument)


@attrs.frozen
class _Links:
    """The ends of relations that lead into a scope."""

    sources: AbstractSet[End]
    targets: AbstractSet[End]

    @classmethod
    def into(cls, scope: Scope, relations: Iterable[Relation]) -> "_Links":
        sources: set[End] = set()
        targets: set[End] = set()
        for each in relations:
            if scope.reaches(each, each.target):
                sources.add(each.source)
                if each.kind.is_symmetric:
                    targets.add(each.source)
            if scope.reaches(each, each.source):
                targets.add(each.target)
                if each.kind.is_symmetric:
                    sources.add(each.target)
        return cls(sources, targets)

    def touch(self, end: End) -> bool:
        return end in self.sources or end in self.targets


def select(
    elements: Elements, settings: Settings, homes: Mapping[Box, Section | None]
) -> Scope:
    """Return what is drawn; `homes` has the section of each element."""

    def preselected(
        all_: Collection[_Element], excluded: AbstractSet[str]
    ) -> list[_Element]:
        return [
            each
            for each in all_
            if each.title not in excluded and _is_eligible(each, homes[each], settings)
        ]

    scope = Scope.of(
        preselected(elements.statements.values(), settings.exclude_statements),
        preselected(elements.arguments.values(), settings.exclude_arguments),
    )
    links = _Links.into(scope, elements.relations)
    partners = _partners(scope, elements.relations)
    statements = [
        each
        for each in scope.statements
        if _is_pinned(each, settings)
        or each.title in settings.include_statements
        or _is_drawn(each, settings, scope, links, partners[each])
    ]
    dropped = {*scope.statements}.difference(statements)
    scope = attrs.evolve(scope, statements=statements, members=scope.members - dropped)
    links = _Links.into(scope, elements.relations)
    arguments = [
        each
        for each in scope.arguments
        if not settings.exclude_disconnected
        or _is_pinned(each, settings)
        or _is_connected(each, scope, links)
    ]
    return Scope.of(statements, arguments)


def _is_pinned(element: Element, settings: Settings) -> bool:
    return element.data.get("isInMap") is True and not settings.ignore_is_in_map


def _is_eligible(element: Element, home: Section | None, settings: Settings) -> bool:
    """Return whether its data, section and tags allow it to be drawn."""
    if not settings.ignore_is_in_map and element.data.get("isInMap", True) is not True:
        return False
    sections, tags = settings.selected_sections, settings.selected_tags
    is_in_section = settings.select_elements_without_section
    if home:
        is_in_section = sections is not None and home.title in sections
    return (sections is None or is_in_section) and (
        tags is None
        or not tags.isdisjoint(element.tags)
        or (settings.select_elements_without_tag and not element.tags)
    )


def _partners(scope: Scope, relations: Iterable[Relation]) -> Counter[End]:
    """Count what the relations of an element lead to or come from."""
    partners: Counter[End] = Counter()
    for each in relations:
        partners[each.source] += _count(scope, each.target, scope.users)
        partners[each.target] += _count(scope, each.source, scope.makers)
    return partners


def _count(scope: Scope, end: End, uses: Mapping[End, Sequence[Argument]]) -> int:
    if isinstance(end, Statement):
        return len(uses.get(end, ()))
    return end in scope.members


def _is_drawn(
    statement: Statement,
    settings: Settings,
    scope: Scope,
    links: _Links,
    partners: int,
) -> bool:
    is_used = statement in scope.users or statement in scope.makers
    is_related = links.touch(statement)
    if settings.exclude_disconnected and not (is_used or is_related):
        return False
    is_free = is_related and not is_used
    is_drawn = True
    match settings.statement_selection_mode:
        case StatementMode.WITH_TITLE:
            is_drawn = is_free or not statement.is_untitled
        case StatementMode.TOP_LEVEL:
            is_drawn = is_free or any(each.is_top_level for each in statement.members)
        case StatementMode.WITH_RELATIONS:
            is_drawn = is_related
        case StatementMode.NOT_USED:
            is_drawn = not is_used
        case StatementMode.WITH_SEVERAL_RELATIONS:
            is_drawn = is_free or (is_related and partners > 1)
    return is_drawn


def _is_connected(argument: Argument, scope: Scope, links: _Links) -> bool:
    """Return whether a relation, a statement or another argument has to do with it."""
    return links.touch(argument) or any(
        _is_occurrence_connected(each, scope, links) for each in argument.structure
    )


def _is_occurrence_connected(
    occurrence: Occurrence, scope: Scope, links: _Links
) -> bool:
    key, role = occurrence.element, occurrence.role
    if occurrence.inference is not None and occurrence.inference in links.targets:
        return True
    if role is Role.PREMISE:
        return key in links.targets or key in scope.members or key in scope.makers
    return role is Role.CONCLUSION and (
        key in links.sources or key in scope.members or key in scope.users
    )
