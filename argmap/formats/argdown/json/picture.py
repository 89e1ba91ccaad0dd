"""Argdown's own map: the boxes and lines that others draw, in groups.

Arguments are taken whole and sections as they are: what `model.explodeArguments`
and `group.regroup` make of them has no place among the elements.
"""

from collections import defaultdict
from itertools import islice
from typing import Any, Final

from argmap.formats.argdown.elements import Element, Elements, Statement
from argmap.formats.argdown.view.edges import edges
from argmap.formats.argdown.view.groups import Group, find_groups
from argmap.formats.argdown.view.selection import select
from argmap.formats.argdown.view.settings import LabelMode, Settings, read_settings

_MOST_EDGES: Final = 100_000
"""Statements without a box can multiply lines; a map with more is left out."""


def picture(elements: Elements, titles: dict[int, str]) -> dict[str, Any] | None:
    """Return nodes and edges; `titles` are those of elements, by their `id()`."""
    settings, _ = read_settings(elements)
    all_ = (*elements.statements.values(), *elements.arguments.values())
    homes = {id(each): each.section for each in all_}
    scope = select(elements, settings, homes)
    lines = list(islice(edges(elements.relations, scope), _MOST_EDGES + 1))
    if len(lines) > _MOST_EDGES:
        return None
    drawn = (*scope.statements, *scope.arguments)
    groups = find_groups(
        elements.sections, settings, (homes[id(each)] for each in drawn)
    )
    names = {id(each): f"n{index}" for index, each in enumerate(drawn)}
    inside: defaultdict[Group | None, list[dict[str, Any]]] = defaultdict(list)
    for group in dict.fromkeys(groups.values()):
        if group:
            inside[group.parent].append(_group(group, inside[group]))
    for each in drawn:
        node = {"id": names[id(each)], **_node(each, titles[id(each)], settings)}
        inside[groups[id(homes[id(each)])]].append(node)
    once = {
        (kind, frozenset(ends) if kind.is_symmetric else ends): (kind, *ends)
        for kind, *ends_ in lines
        for ends in [tuple(names[id(end)] for end in ends_)]
    }
    return {
        "nodes": inside[None],
        "edges": [
            {
                "id": f"e{number}",
                "type": "map-edge",
                "relationType": kind,
                "from": tail,
                "to": head,
            }
            for number, (kind, tail, head) in enumerate(once.values(), 1)
        ],
    }


def _group(group: Group, children: list[dict[str, Any]]) -> dict[str, Any]:
    title = group.section.title
    node = {
        "id": group.section.id,
        "title": title,
        "type": "group-map-node",
        "level": group.level,
        "labelTitle": title,
        "children": children,
    }
    if group.is_closed:
        node["isClosed"] = True
    if group.parent:
        node["parent"] = group.parent.section.id
    return node


def _node(element: Element, title: str, settings: Settings) -> dict[str, Any]:
    is_statement = isinstance(element, Statement)
    mode = settings.statement_label if is_statement else settings.argument_label
    text = element.canonical.text if element.canonical else ""
    node: dict[str, Any] = {
        "title": title,
        "type": f"{'statement' if is_statement else 'argument'}-map-node",
    }
    is_hidden = mode is LabelMode.TEXT or (
        mode is LabelMode.HIDE_UNTITLED and element.is_untitled
    )
    if not (text and is_hidden):
        node["labelTitle"] = title
    if text and mode is not LabelMode.TITLE:
        node["labelText"] = text
    if element.tags and settings.adds_tags:
        node["tags"] = list(element.tags)
    return node
