"""Maps as graphs of networkx, for centrality, flows and whatever else there is."""

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any, TypeAlias

import attrs

from argmap.errors import MissingExtraError
from argmap.model import (
    Argument,
    ArgumentMap,
    Contradiction,
    Counterpoint,
    Inference,
    Part,
    Preference,
    Question,
    Rephrase,
    Section,
)
from argmap.model.references import referring

if TYPE_CHECKING:
    import networkx as nx

_Edge: TypeAlias = tuple[str, str, dict[str, Any]]


def to_networkx(argument_map: ArgumentMap) -> "nx.MultiDiGraph[str]":
    """Return a map as a directed graph, whose nodes are the ids of its parts.

    A node has the fields of its part as attributes, `kind` (`claim`, `argument`,
    `inference`, `counterpoint`, `contradiction`, whose own is `contradiction_kind`,
    `question`, `rephrase` or `preference`), and the id of its `section`; the sections
    themselves are no nodes. Edges lead from premises up, and their `kind` says how:
    `premise`, with its `role`, to a step; `conclusion` or `target` from a step to its
    end; `step` from an inference to the argument that it reconstructs. From the other
    parts they lead to those that they name, in the field that is the `role`; their
    `kind` is that of the part. The graph has the `title`, `author` and `thesis` of the
    map. Raises MissingExtraError without networkx.

    >>> from argmap import Claim
    >>> graph = to_networkx(ArgumentMap.of(
    ...     Claim("rose", "Rents rose."), Claim("high", "Rents are too high."),
    ...     Inference(["rose"], conclusion="high"),
    ... ))
    >>> graph.nodes["rose"]["kind"], graph.nodes["rose"]["text"]
    ('claim', 'Rents rose.')
    >>> list(graph.edges(data="kind"))
    [('rose', 'rose-so-high', 'premise'), ('rose-so-high', 'high', 'conclusion')]
    """
    try:
        import networkx as nx  # noqa: PLC0415 - an extra, imported when it is used
    except ImportError as error:
        raise MissingExtraError(wanted="a graph", extra="networkx") from error
    graph: nx.MultiDiGraph[str] = nx.MultiDiGraph(
        title=argument_map.title,
        author=argument_map.author,
        thesis=argument_map.thesis,
    )
    parts = [each for each in argument_map.parts if not isinstance(each, Section)]
    for part in parts:
        section = argument_map.section_of(part)
        graph.add_node(part.id, **_fields(part), section=section and section.id)
    graph.add_edges_from(edge for part in parts for edge in _edges(part))
    return graph


def _fields(part: Part) -> dict[str, object]:
    fields = attrs.asdict(part, recurse=False)
    del fields["id"]
    if isinstance(part, Contradiction):
        fields["contradiction_kind"] = part.kind
    return {**fields, "kind": type(part).__name__.lower()}


def _edges(part: Part) -> Iterator[_Edge]:
    match part:
        case Inference() | Counterpoint():
            for premise in part.premises:
                how = {"kind": "premise", "role": premise.role}
                yield premise.claim, part.id, how
            kind = "conclusion" if isinstance(part, Inference) else "target"
            yield part.id, part.end, {"kind": kind}
        case Argument():
            for step in dict.fromkeys(part.steps):
                yield step, part.id, {"kind": "step"}
        case Contradiction() | Question() | Rephrase() | Preference():
            kind = type(part).__name__.lower()
            for field in referring(type(part)):
                for each in field.ids(part):
                    yield part.id, each, {"kind": kind, "role": field.field}
