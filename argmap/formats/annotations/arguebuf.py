"""Reader of arguebuf's JSON: atoms and schemes by their ids, and edges between them."""

from typing import Any, Final

from argmap.formats.annotated import Texts, edge_data, end_of, text_of
from argmap.formats.document import Document
from argmap.formats.ids import slug
from argmap.formats.located import Findings, shown
from argmap.formats.nodes import GraphEdge, GraphNode, Meaning, document_of
from argmap.formats.objects import Value

_MEANINGS: Final = {
    "support": Meaning.SUPPORT,
    "attack": Meaning.ATTACK,
    "rephrase": Meaning.REPHRASE,
    "preference": Meaning.PREFERENCE,
}
_NO_SCHEME: Final = ("default", "unspecified")


def read(text: str) -> Document:
    """Read a map from arguebuf's JSON; never raises for what the text says.

    >>> read('{"nodes": {"a": {"atom": {"text": "Rents rose."}}}}').argument_map.claims
    (Claim('a', 'Rents rose.'),)
    """
    findings = Findings()
    root = Value.of(text, findings)
    return _Reading(text, root).document()


class _Reading:
    """A graph on its way to a map."""

    def __init__(self, text: str, root: Value) -> None:
        self._text = text
        self._root = root
        self._texts = Texts(root.findings)
        for key, each in root["resources"].items.items():
            fields = {"title": each["title"].text, "url": each["source"].text}
            self._texts.add(key, each["text"].text, **fields)

    def document(self) -> Document:
        """Return the map, with what is found."""
        root = self._root
        root.lacks("nodes")
        known = ("nodes", "edges", "resources", "participants", "analysts")
        return document_of(
            self._text,
            [self._node(key, each) for key, each in root["nodes"].items.items()],
            map(_edge, root["edges"].items.values()),
            root.findings,
            sources=self._texts.sources,
            thesis=(0, root["majorClaim"].text),
            author=", ".join(filter(None, map(_name, root["analysts"].items.values()))),
            data={
                **root.rest(*known, "majorClaim"),
                **edge_data(root["edges"].items.items(), "source", "target"),
            },
        )

    def _node(self, key: str, value: Value) -> GraphNode:
        rest = value.rest("atom", "scheme")
        if value["scheme"].node.items is not None:
            return _step(key, value, rest)
        atom = value["atom"]
        text = "" if value.lacks("atom") else text_of(atom, key)
        fields: dict[str, Any] = {"text": text, "data": rest}
        participant = atom["participant"]
        if participant:
            fields["speaker"] = self._speaker(participant)
        if reference := atom["reference"]:
            self._quote(reference, fields)
        return GraphNode((0, key), value.span, fields)

    def _speaker(self, participant: Value) -> str:
        people = self._root["participants"]
        name = participant.text
        if not people[name]:
            participant.warn("unknown-id", f"no participant has the id {shown(name)}")
        return _name(people[name]) or name

    def _quote(self, reference: Value, fields: dict[str, Any]) -> None:
        """Add what an atom quotes, or keep what it says of it."""
        words, start = reference["text"].text, reference["offset"].number
        quotation = self._texts.quotation(reference["resource"], words, start)
        if quotation:
            fields["quotations"] = [quotation]
        else:
            fields["data"]["reference"] = reference.rest()


def _step(key: str, value: Value, rest: dict[str, Any]) -> GraphNode:
    scheme = value["scheme"]
    kind = next((each for each in _MEANINGS if scheme[each]), "")
    if not kind:
        message = f"nothing says of what kind the scheme {shown(key)} is"
        scheme.warn("unknown-relation", message)
    name = scheme[kind].text.lower().removeprefix(f"{kind}_").replace("_", "-")
    fields: dict[str, Any] = {"data": {**rest, **scheme.rest(*_MEANINGS)}}
    if name and name not in _NO_SCHEME:
        fields["scheme"] = slug(name)
    return GraphNode((0, key), value.span, fields, _MEANINGS.get(kind, Meaning.NONE))


def _edge(value: Value) -> GraphEdge:
    start, end = end_of(value, "source"), end_of(value, "target")
    return GraphEdge([start], end, value.span)


def _name(person: Value) -> str:
    return person["name"].text or person["username"].text
