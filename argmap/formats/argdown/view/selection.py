"""Which statements and arguments are drawn, as the settings and their data say.

First those that may be drawn at all, then the statements among them, then the
arguments. What one element has to do with another is asked once for all of them.
"""

from collections import Counter
from collections.abc import Collection, Iterable, Mapping, Sequence
from collections.abc import Set as AbstractSet
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
from argmap.formats.argdown.view.settings import Settings, StatementMode

_Element = TypeVar("_Element", bound=Element)


@attrs.frozen
class Scope:
    """Statements and arguments, and what these arguments use as what.

    `members` are the ids, as `id()` has them, of the statements, the arguments and
    the inferences of these. The others count, by the `id()` of a statement, how
    often it is a premise, a main conclusion, or anything in them.
    """

    statements: Sequence[Statement]
    arguments: Sequence[Argument]
    members: AbstractSet[int]
    premises: Counter[int]
    conclusions: Counter[int]
    used: Counter[int]

    @classmethod
    def of(
        cls, statements: Sequence[Statement], arguments: Sequence[Argument]
    ) -> "Scope":
        """Go through the reconstructions of the arguments."""
        places = [place for each in arguments for place in each.structure]
        inferences = [each.inference for each in places if each.inference]
        return cls(
            statements,
            arguments,
            {id(each) for each in (*statements, *arguments, *inferences)},
            Counter(id(each.element) for each in places if each.role is Role.PREMISE),
            Counter(
                id(each.element) for each in places if each.role is Role.CONCLUSION
            ),
            Counter(id(each.element) for each in places),
        )

    def reaches(self, relation: Relation, end: End) -> bool:
        """Tell whether an end of a relation is in it, if only as part of an argument.

        What a relation leads from must be a conclusion there, what it leads to a
        premise.
        """
        key = id(end)
        if key in self.members:
            return True
        if relation.kind.is_symmetric:
            return key in self.used
        return key in (self.premises if end is relation.target else self.conclusions)


@attrs.frozen
class _Links:
    """What the relations that lead into a scope come from, and lead to."""

    sources: AbstractSet[int]
    targets: AbstractSet[int]

    @classmethod
    def into(cls, scope: Scope, relations: Iterable[Relation]) -> "_Links":
        sources: set[int] = set()
        targets: set[int] = set()
        for each in relations:
            if scope.reaches(each, each.target):
                sources.add(id(each.source))
                if each.kind.is_symmetric:
                    targets.add(id(each.source))
            if scope.reaches(each, each.source):
                targets.add(id(each.target))
                if each.kind.is_symmetric:
                    sources.add(id(each.target))
        return cls(sources, targets)

    def touch(self, end: End) -> bool:
        return id(end) in self.sources or id(end) in self.targets


def select(
    elements: Elements, settings: Settings, homes: Mapping[int, Section | None]
) -> Scope:
    """Return what is drawn; `homes` has the section of each element by its `id()`."""

    def preselected(
        all_: Collection[_Element], excluded: AbstractSet[str]
    ) -> list[_Element]:
        return [
            each
            for each in all_
            if each.title not in excluded
            and _is_eligible(each, homes[id(each)], settings)
        ]

    scope = Scope.of(
        preselected(elements.statements.values(), settings.excluded_statements),
        preselected(elements.arguments.values(), settings.excluded_arguments),
    )
    links = _Links.into(scope, elements.relations)
    partners = _partners(scope, elements.relations)
    statements = [
        each
        for each in scope.statements
        if _is_pinned(each, settings)
        or each.title in settings.included_statements
        or _is_drawn(each, settings, scope, links, partners[id(each)])
    ]
    kept = {id(each) for each in statements}
    dropped = {id(each) for each in scope.statements} - kept
    scope = attrs.evolve(scope, statements=statements, members=scope.members - dropped)
    links = _Links.into(scope, elements.relations)
    arguments = [
        each
        for each in scope.arguments
        if not settings.excludes_disconnected
        or _is_pinned(each, settings)
        or _is_connected(each, scope, links)
    ]
    return Scope.of(statements, arguments)


def _is_pinned(element: Element, settings: Settings) -> bool:
    return element.data.get("isInMap") is True and not settings.ignores_is_in_map


def _is_eligible(element: Element, home: Section | None, settings: Settings) -> bool:
    """Tell whether its data, section and tags allow it to be drawn."""
    if not settings.ignores_is_in_map and element.data.get("isInMap", True) is not True:
        return False
    sections, tags = settings.selected_sections, settings.selected_tags
    return (
        sections is None
        or (home.title in sections if home else settings.without_section)
    ) and (
        tags is None
        or (not tags.isdisjoint(element.tags))
        or (settings.without_tag and not element.tags)
    )


def _partners(scope: Scope, relations: Iterable[Relation]) -> Counter[int]:
    """Count what the relations of an element lead to or come from."""
    partners: Counter[int] = Counter()
    for each in relations:
        partners[id(each.source)] += _uses(scope, each.target, scope.premises)
        partners[id(each.target)] += _uses(scope, each.source, scope.conclusions)
    return partners


def _uses(scope: Scope, end: End, counts: Counter[int]) -> int:
    return counts[id(end)] if isinstance(end, Statement) else id(end) in scope.members


def _is_drawn(
    statement: Statement,
    settings: Settings,
    scope: Scope,
    links: _Links,
    partners: int,
) -> bool:
    is_used = id(statement) in scope.premises or id(statement) in scope.conclusions
    is_related = links.touch(statement)
    if settings.excludes_disconnected and not (is_used or is_related):
        return False
    is_free = is_related and not is_used
    is_drawn = True
    match settings.statement_mode:
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
    """Tell whether a relation, a statement or another argument has to do with it."""
    return links.touch(argument) or any(
        _is_occurrence_connected(each, scope, links) for each in argument.structure
    )


def _is_occurrence_connected(
    occurrence: Occurrence, scope: Scope, links: _Links
) -> bool:
    key, role = id(occurrence.element), occurrence.role
    if occurrence.inference is not None and id(occurrence.inference) in links.targets:
        return True
    if role is Role.PREMISE:
        return key in links.targets or key in scope.members or key in scope.conclusions
    return role is Role.CONCLUSION and (
        key in links.sources or key in scope.members or key in scope.premises
    )
