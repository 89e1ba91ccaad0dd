"""Argdown's own map: the boxes and lines that the reference draws."""

import json
from typing import Any

import pytest

from tests.formats.argdown.plain import elements_as_json, elements_with
from tests.formats.argdown.test_cases import (
    NAMES,
    answer_of,
    any_case,
    is_read,
    regroups,
    settings_of,
    text_of,
)


@pytest.mark.skipif(not NAMES, reason="ARGMAP_REAL_FILES names no folder with cases")
@any_case
def test_boxes_and_lines_are_those_of_the_reference(name: str) -> None:
    """Argdown's map has the nodes, groups and edges that the reference gives it."""
    answer, settings, text = answer_of(name), settings_of(name), text_of(name)
    if not is_read(answer) or "@include" in text or regroups(settings, answer):
        pytest.skip("not read, or moved about for the reference's map")
    if "LabelMode: none" in text:
        pytest.skip("a box without a word is no help")
    elements = elements_with(settings, text)

    ours = json.loads(elements_as_json(elements))["map"]

    assert _plain(ours) == _plain(answer["map"])


def _plain(picture: dict[str, Any]) -> Any:
    """Return nodes by where they are, and edges between them, in any order."""
    names: dict[str, tuple[str, str]] = {}
    nodes: list[Any] = []
    waiting: list[tuple[Any, tuple[str, ...]]] = [
        (each, ()) for each in picture["nodes"]
    ]
    while waiting:
        node, path = waiting.pop()
        if node["type"] == "group-map-node":
            inner = (*path, node["title"])
            nodes.append((inner, node["level"], bool(node.get("isClosed"))))
            waiting += [(each, inner) for each in node.get("children") or ()]
            continue
        names[node["id"]] = node["type"], node["title"]
        label = node.get("labelTitle") or None, node.get("labelText") or None
        nodes.append((path, *names[node["id"]], label, node.get("tags") or []))
    edges = set()
    for each in picture["edges"]:
        kind, ends = each["relationType"], (names[each["from"]], names[each["to"]])
        if kind in {"contrary", "contradictory"}:
            ends = (min(ends), max(ends))
        edges.add((kind, *ends))
    return sorted(nodes, key=repr), sorted(edges)
