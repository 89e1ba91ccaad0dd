"""Argdown's own map: the boxes and lines that others draw, in groups.

Arguments are taken whole and sections as they are: what `model.explodeArguments`
and `group.regroup` make of them has no place among the elements.
"""

from collections import defaultdict
from typing import Any, Final

from argmap.formats.argdown.elements import Element, Elements, Statement
from argmap.formats.argdown.view.map import Group, box_map
from argmap.formats.argdown.view.settings import LabelMode, Settings, read_settings

_MOST_EDGES: Final = 100_000
"""Statements without a box can multiply lines; a map with more is left out."""


def nodes_and_edges(
    elements: Elements, titles: dict[object, str]
) -> dict[str, Any] | None:
    """Return the map; `titles` are those of elements."""
    settings, _ = read_settings(elements)
    homes = {each: each.section for each in elements.all}
    drawn = box_map(elements, settings, homes, _MOST_EDGES)
    if drawn is None:
        return None
    names = {each: f"n{index}" for index, each in enumerate(drawn.boxes)}
    inside: defaultdict[Group | None, list[dict[str, Any]]] = defaultdict(list)
    for group in drawn.groups:
        inside[group.parent].append(_group(group, inside[group]))
    for each in drawn.boxes:
        node = {"id": names[each], **_node(each, titles[each], settings)}
        inside[drawn.group_of[each]].append(node)
    once = {
        (kind, frozenset(ends) if kind.is_symmetric else ends): (kind, *ends)
        for kind, *boxes in drawn.edges
        for ends in [tuple(names[box] for box in boxes)]
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
    mode = (
        settings.statement_label_mode if is_statement else settings.argument_label_mode
    )
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
    if element.tags and settings.add_tags:
        node["tags"] = list(element.tags)
    return node
