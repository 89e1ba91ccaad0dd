"""Reader of the XML of the arg-microtexts corpora (Peldszus and Stede 2015).

Segments of the text (edu) make up units (adu), which are the claims, by edges (seg),
some by way of joints.
"""

from collections.abc import Iterator
from functools import cached_property
from typing import Final

from argmap.diagnostics import Severity, Span
from argmap.formats.document import Document
from argmap.formats.located import Findings, shown, whole_characters
from argmap.formats.nodes import End, GraphEdge, GraphNode, Meaning, document_of
from argmap.formats.xml import Element, elements_of
from argmap.model import ArgumentMap, Locator, Quotation, Source
from argmap.model.connections import grouped

_MEANINGS: Final = {
    "sup": Meaning.SUPPORT,
    "exa": Meaning.SUPPORT,
    "reb": Meaning.ATTACK,
    "und": Meaning.UNDERCUT,
}
_SOURCE: Final = "text"
_KNOWN: Final = frozenset({"arggraph", "edu", "joint", "adu", "edge"})


def read(text: str) -> Document:
    """Read a map from the XML of arg-microtexts; never raises for what the text says.

    >>> segments = '<edu id="e1">Rents rose.</edu><adu id="a1" type="pro"/>'
    >>> edge = '<edge id="c1" src="e1" trg="a1" type="seg"/>'
    >>> read(f"<arggraph id='m'>{segments}{edge}</arggraph>").argument_map
    <ArgumentMap 'm': 1 claim, 1 source>
    """
    whole, findings = whole_characters(text)
    found = elements_of(whole, findings)
    if found and found[0].name != "arggraph":
        message = f"the outermost element must be arggraph, not {found[0].name}"
        findings.add("unknown-element", message, found[0].span)
        found = []
    if not found:
        return Document(ArgumentMap(), text, {}, tuple(findings))
    return _Reading(text, found, findings).document()


class _Reading:
    """Elements on their way to a map."""

    def __init__(self, text: str, found: list[Element], findings: Findings) -> None:
        self._text = text
        self._findings = findings
        self._top = found[0].attributes
        self._by_name: dict[str, list[Element]] = {name: [] for name in _KNOWN}
        for each in found:
            if each.name in _KNOWN:
                self._by_name[each.name].append(each)
            else:
                self._warn("unknown-element", f"{each.name} is no element here", each)
        edges = self._by_name["edge"]
        self._grounds = [each for each in edges if each.attributes.get("type") == "seg"]
        self._others = [each for each in edges if each.attributes.get("type") != "seg"]
        self._spans, self._source = self._read_segments()
        self._check_grounds()

    def _warn(self, code: str, message: str, element: Element) -> None:
        add = self._findings.add
        add(code, message, element.span, severity=Severity.WARNING)

    def _read_segments(self) -> tuple[dict[str, Span], Source | None]:
        """Return where the segments stand in the text that they make, and that."""
        spans: dict[str, Span] = {}
        at = 0
        words = []
        for each in self._by_name["edu"]:
            if each.attributes.get("implicit") != "true":
                words.append(each.text)
                spans.setdefault(each.id, Span(at, at + len(each.text)))
                at += len(each.text) + 1
        text = " ".join(words)
        title = self._top.get("id", "")
        return spans, Source(_SOURCE, title, text=text) if text.strip() else None

    def document(self) -> Document:
        """Return the map, with what is found."""
        data = {key: each for key, each in self._top.items() if key != "id"}
        return document_of(
            self._text,
            map(self._node, self._by_name["adu"]),
            self._edges(),
            self._findings,
            sources=filter(None, [self._source]),
            thesis=self._thesis(),
            title=self._top.get("id", ""),
            data=data,
        )

    def _thesis(self) -> tuple[int, str] | None:
        """Return the unit that leads nowhere, if that is one alone."""
        begun = {each.attributes.get("src") for each in self._others}
        ends = [each.id for each in self._by_name["adu"] if each.id not in begun]
        return (0, ends[0]) if len(ends) == 1 else None

    def _node(self, unit: Element) -> GraphNode:
        segments = self._segments(unit)
        text = " ".join(each.text for each in segments)
        if not text:
            self._warn("empty-text", f"no segment is of {shown(unit.id)}", unit)
        data = {key: each for key, each in unit.attributes.items() if key != "id"}
        quotations = [*self._quotations(segments)]
        return GraphNode(
            (0, unit.id),
            unit.span,
            {
                "text": text,
                "quotations": quotations,
                "implicit": bool(segments) and not quotations,
                "data": data,
            },
        )

    def _segments(self, unit: Element) -> list[Element]:
        """Return the segments of a unit, in the order of the text.

        A joint is of one unit: else a small file could hold a text of any size.
        """
        ids = {*self._starts.get(unit.id, ())}
        for each in sorted(ids & self._joints.keys()):
            if (joined := self._joints[each]) is None:
                message = f"the joint {shown(each)} is of another unit"
                self._warn("repeated-member", message, unit)
            ids |= {*(joined or ())}
            self._joints[each] = None
        numbers = sorted(self._numbers[each] for each in ids if each in self._numbers)
        return [self._by_name["edu"][number] for number in numbers]

    @cached_property
    def _starts(self) -> dict[str, tuple[str, ...]]:
        """What units and joints are made up of."""
        return grouped((_end(each, "trg"), _end(each, "src")) for each in self._grounds)

    @cached_property
    def _joints(self) -> dict[str, tuple[str, ...] | None]:
        """What joints are made up of, until a unit has them."""
        joints = (each.id for each in self._by_name["joint"])
        return {each: self._starts.get(each, ()) for each in joints}

    @cached_property
    def _numbers(self) -> dict[str, int]:
        segments = enumerate(self._by_name["edu"])
        return {each.id: number for number, each in segments}

    def _quotations(self, segments: list[Element]) -> Iterator[Quotation]:
        for each in segments:
            span = self._spans.get(each.id)
            if span and each.text:
                locator = Locator(span.start, span.end)
                yield Quotation(each.text, source=_SOURCE, locator=locator)

    def _edges(self) -> Iterator[GraphEdge]:
        """Yield the relations, each with the premises that are added to it."""
        added = grouped(
            (_end(each, "trg"), each)
            for each in self._others
            if each.attributes.get("type") == "add"
        )
        known = {each.id for each in self._others}
        for each in self._others:
            kind = each.attributes.get("type", "")
            if kind != "add":
                starts = [_start(one) for one in (each, *added.get(each.id, ()))]
                end = End((0, _end(each, "trg")), each.span)
                meaning = _MEANINGS.get(kind)
                yield GraphEdge(starts, end, each.span, meaning, (0, each.id))
            elif _end(each, "trg") not in known:
                message = f"no edge has the id {shown(_end(each, 'trg'))}"
                self._findings.add("unknown-id", message, each.span)

    def _check_grounds(self) -> None:
        """Report grounds of nothing, or that are nothing."""
        parts = {
            name: {each.id for each in self._by_name[name]}
            for name in ("edu", "joint", "adu")
        }
        starts, ends = parts["edu"] | parts["joint"], parts["joint"] | parts["adu"]
        for each in self._grounds:
            for name, known in (("src", starts), ("trg", ends)):
                if _end(each, name) not in known:
                    message = f"no segment or unit has the id {shown(_end(each, name))}"
                    self._findings.add("unknown-id", message, each.span)


def _end(edge: Element, name: str) -> str:
    return edge.attributes.get(name, "")


def _start(edge: Element) -> End:
    return End((0, _end(edge, "src")), edge.span)
