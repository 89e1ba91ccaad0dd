"""Documents in AIF as tests write them: nodes, and edges in a word each."""

import json
from typing import Any

from argmap.formats import read
from argmap.formats.document import Document as ReadDocument

Node = dict[str, Any]


def node(node_id: object, kind: str, text: str = "", **more: object) -> Node:
    return {
        "nodeID": node_id,
        "text": text or f"{kind} {node_id}",
        "type": kind,
        **more,
    }


def edge(number: object, start: object, end: object) -> Node:
    return {"edgeID": number, "fromID": start, "toID": end, "formEdgeID": None}


def document(*nodes: Node, ends: str = "", **more: object) -> Node:
    """Return a document with edges between the ids in `ends`, as `1>2 2>3`."""
    pairs = [pair.split(">") for pair in ends.split()]
    edges = [edge(str(number), *pair) for number, pair in enumerate(pairs, 1)]
    return {"nodes": list(nodes), "edges": edges, "locutions": [], **more}


def read_document(value: Node) -> ReadDocument:
    return read(json.dumps(value, indent=1), "aif")


def told(found: ReadDocument) -> list[str]:
    """Return the codes of findings, each with the words that it points at."""
    return [
        f"{each.code} at {each.span.of(found.text) if each.span else None}"
        for each in found.diagnostics
    ]


SAID = document(
    *(node("1", "I"), node("2", "YA", "Asserting"), node("3", "L", "Ann : so")),
    *(node("4", "YA", "Agreeing"), node("5", "L", "Bo : yes")),
    ends="3>2 2>1 5>4 4>1",
)
TWO = (node("1", "I"), node("2", "I"))
