"""From elements to relations as they are written, before they are moved anywhere."""

from collections.abc import Iterator

from argmap.formats.argdown.elements import (
    Argument,
    Element,
    Elements,
    RelationKind,
    Statement,
)
from argmap.formats.document import Reconstruction, Relation, Relations


def relations_of(elements: Elements) -> Relations:
    """Return the relations of elements and their reconstructions, by titles."""
    reconstructions = {
        _title(each): Reconstruction(
            frozenset(_title(one.element) for one in each.structure[:-1]),
            _title(each.conclusion.element),
        )
        for each in elements.arguments.values()
        if each.conclusion
    }
    return Relations(tuple(_relations(elements)), reconstructions)


def _relations(elements: Elements) -> Iterator[Relation]:
    for each in elements.relations:
        if each.kind is RelationKind.UNDERCUT:
            continue
        source, target = each.source, each.target
        if isinstance(target, Statement | Argument):
            is_reason = each.kind is RelationKind.SUPPORT
            ends = [(source, target), (target, source)]
            for one, other in ends[: 1 + each.kind.is_symmetric]:
                yield Relation(_title(one), _title(other), is_reason, each.spans[0])


def _title(element: Element) -> str:
    title = f"\n{element.title}" if element.is_untitled else element.title
    return f"<{title}>" if isinstance(element, Argument) else f"[{title}]"
