"""GraphML, written only: the graph of a map, for tools that look at networks.

Its nodes and edges are those of `argmap.to_networkx`. What a part holds besides text,
numbers and truth values is written as JSON.
"""

import json
import re
from collections.abc import Iterator
from typing import Final, TypeAlias, TypeVar

import attrs

from argmap.diagnostics import Diagnostic
from argmap.formats.codec import record_of
from argmap.formats.document import Format
from argmap.formats.losses import find_losses
from argmap.graphs import to_networkx
from argmap.model import (
    ArgumentMap,
    Contradiction,
    Counterpoint,
    Inference,
    Part,
    Premise,
)
from argmap.words import counted

_Value: TypeAlias = str | float | bool

_Step = TypeVar("_Step", Inference, Counterpoint)

_NO_XML: Final = re.compile("[\x00-\x08\x0b-\x1f\ufffe\uffff]")
"""What XML cannot hold, or reads as another character."""
_ON_EDGES: Final = frozenset({"id", "premises", "conclusion", "target", "quotations"})


def write(argument_map: ArgumentMap) -> str:
    """Return a map as GraphML; raises MissingExtraError without networkx.

    >>> from argmap import Claim
    >>> argument_map = ArgumentMap([Claim("rose", "Rents rose.")])
    >>> [line] = [x for x in write(argument_map).splitlines() if "Rents" in x]
    >>> line.strip()
    '<data key="d0">Rents rose.</data>'
    """
    graph = to_networkx(argument_map)
    import networkx as nx  # noqa: PLC0415 - it is there, as the graph is

    graph.graph = {key: _held(value) for key, value in graph.graph.items() if value}
    for part_id, fields in graph.nodes(data=True):
        section = fields["section"]
        fields.clear()
        fields.update(_fields(argument_map.part(part_id)))
        fields.update({} if section is None else {"section": section})
    for _, _, how in graph.edges(data=True):
        if how.get("role") is None:
            how.pop("role", None)
        else:
            how["role"] = _held(how["role"])
    return "\n".join((*nx.generate_graphml(graph), ""))


def _fields(part: Part) -> dict[str, _Value]:
    """Return what a node says, but for what its edges do."""
    fields = {
        name: _held(value)
        for name, value in record_of(type(part)).written(part)
        if name not in _ON_EDGES
    }
    if isinstance(part, Contradiction):
        fields["contradiction_kind"] = str(part.kind)
    return {**fields, "kind": type(part).__name__.lower()}


def _held(value: object) -> _Value:
    if isinstance(value, bool):
        return value
    if isinstance(value, int | float):  # all of one name are of one type
        return float(value)
    text = str(value) if isinstance(value, str) else json.dumps(value)
    return _NO_XML.sub("\ufffd", text)


def losses(argument_map: ArgumentMap) -> tuple[Diagnostic, ...]:
    """Return what the graph of a map does not say."""
    bare = attrs.evolve(
        argument_map,
        claims=[attrs.evolve(x, quotations=()) for x in argument_map.claims],
        inferences=[_unattributed(each) for each in argument_map.inferences],
        counterpoints=[_unattributed(each) for each in argument_map.counterpoints],
        sections=(),
        sources=(),
        data={},
    )
    found = find_losses(argument_map, bare, "GraphML")
    return (*found, *_unwritable_in(argument_map))


def _unattributed(step: _Step) -> _Step:
    premises = [Premise(each.claim, each.role) for each in step.premises]
    return attrs.evolve(step, premises=premises)


def _unwritable_in(argument_map: ArgumentMap) -> Iterator[Diagnostic]:
    parts = [
        each for each in argument_map.parts if any(map(_NO_XML.search, _texts(each)))
    ]
    if parts:
        message = (
            f"GraphML cannot hold control characters of {counted(len(parts), 'part')}"
        )
        yield Diagnostic("not-written", message, subject=parts[0].id)


def _texts(part: Part) -> Iterator[str]:
    values = (value for _, value in record_of(type(part)).written(part))
    return (each for each in values if isinstance(each, str))


GRAPHML: Final = Format("graphml", "GraphML", (".graphml",), write=write, losses=losses)
