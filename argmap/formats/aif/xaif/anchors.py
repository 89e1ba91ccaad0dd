"""Anchors: which claims of a map a node of its AIF is, or leads to by being said."""

from collections.abc import Iterator
from functools import cached_property
from typing import Any, Final

import attrs

from argmap.formats.aif.graph import ends_of, key
from argmap.formats.document import Document
from argmap.formats.located import Node
from argmap.model.connections import grouped

_AFTER_SPEAKER: Final = ": "


@attrs.frozen(eq=False, slots=False)
class Anchors:
    """The AIF as it stands in a text, and the document that was read of it."""

    graph: Node
    document: Document

    @cached_property
    def nodes(self) -> dict[str, Any]:
        """The nodes by their ids."""
        values = (each.value for each in self._objects("nodes"))
        return {key(each.get("nodeID")): each for each in values}

    def claims_of(self, node: str) -> list[str]:
        """Return the ids of the claim that a node is, or of those that are said by it.

        What is said leads to a claim through an illocution, in some files at once.
        """
        if node in self._claims:
            return [self._claims[node]]
        ends = self._ends.get(node, ()) if self._is(node, "L") else ()
        acts = [each for each in ends if self._is(each, "YA")]
        found = [*ends, *(end for each in acts for end in self._ends.get(each, ()))]
        claims = [self._claims[each] for each in found if each in self._claims]
        return list(dict.fromkeys(claims))

    def words_of(self, claim: str) -> Iterator[str]:
        """Yield what is said where a claim is, with and without who says it."""
        for each in self._said.get(claim, ()):
            yield each
            yield each.partition(_AFTER_SPEAKER)[2]

    @cached_property
    def _said(self) -> dict[str, tuple[str, ...]]:
        texts = ((name, each.get("text")) for name, each in self.nodes.items())
        return grouped(
            (claim, text)
            for name, text in texts
            if self._is(name, "L") and isinstance(text, str)
            for claim in self.claims_of(name)
        )

    @cached_property
    def _claims(self) -> dict[str, str]:
        """The ids of claims by those of their nodes, which stand where they do."""
        document, located = self.document, self._objects("nodes")
        names = {each.start: key(each.value.get("nodeID")) for each in located}
        return {
            names[document.spans[each.id].start]: each.id
            for each in document.argument_map.claims
        }

    @cached_property
    def _ends(self) -> dict[str, tuple[str, ...]]:
        return grouped(ends_of(each.value) for each in self._objects("edges"))

    def _objects(self, name: str) -> list[Any]:
        """Return the objects in a list of the AIF, which may be broken off."""
        items = self.graph.items if isinstance(self.graph.items, dict) else {}
        located = items[name].items if name in items else ()
        return [each for each in located or () if _is_object(each)]

    def _is(self, node: str, kind: str) -> bool:
        return bool(node in self.nodes and self.nodes[node].get("type") == kind)


def _is_object(located: Node | str) -> bool:
    return isinstance(located, Node) and isinstance(located.value, dict)
