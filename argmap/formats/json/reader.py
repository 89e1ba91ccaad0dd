"""From a text in JSON to a document.

Pieces are placed one by one, then put together; what does not hold together is
reported and left out with all that cannot be without it.
"""

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator
from hashlib import sha256
from itertools import chain
from typing import Any

import attrs

from argmap.diagnostics import Diagnostic, Severity, Span
from argmap.errors import InvalidMapError
from argmap.formats.codec import (
    LISTS,
    MISSING,
    decode_value,
    record_of,
    suggestion,
)
from argmap.formats.document import Document
from argmap.formats.json.schema import (
    DOCUMENT,
    VERSIONS,
    newer_names,
    newer_paths,
)
from argmap.formats.located import Findings, Node, fault
from argmap.formats.scanner import Scanner
from argmap.model import (
    ArgumentMap,
    Claim,
    Counterpoint,
    Fault,
    Inference,
    Section,
    Source,
    Step,
)
from argmap.model.kinds import Kind, ListOf, is_id
from argmap.model.references import essential_fields, referring

_EMPTY = fault(
    "empty-text", "the text is empty", Span(0, 0), 'the smallest map is {"argmap": 1}'
)
_FOREIGN = (
    'write "argmap": 1; if another tool wrote the nodes and edges, say where they are:'
    " --nodes PATH, --edges PATH"
)
_HELP_NEWER = 'write "argmap": 2; an older argmap reads only what is in version 1'
_NEWER = re.compile(rf'"(?:{"|".join(newer_names())})"\s*:')
_BUILDERS = {name: record_of(kind).build for name, kind in LISTS.items()}


@attrs.define(eq=False)
class _Entry:
    """An element of a list of pieces: what was made of it, from where.

    `indexes` leads from the items that a field still has to those in the text.
    """

    piece: Any
    node: Node
    path: str
    indexes: dict[str, list[int]] = attrs.field(factory=dict)


def read(text: str) -> Document:
    """Read a map from JSON; never raises for what the text says.

    >>> document = read('{"argmap": 1, "claims": [{"id": "a", "presumed": 3}]}')
    >>> print(document.diagnostics[0])
    error[wrong-type]: $.claims[0].presumed must be true or false, not 3
    >>> document.argument_map
    <ArgumentMap: 1 claim>
    """
    if not text.strip("\ufeff \t\r\n"):
        return Document(ArgumentMap(), text, {}, (_EMPTY,))
    findings = Findings()
    scanner = Scanner(text, findings, _BUILDERS)
    top = scanner.scan()
    if top is None:
        return Document(ArgumentMap(), text, {}, tuple(findings))
    assembly = _Assembly(
        text, top, DOCUMENT.decoded_fields(top, "$", findings, _decoded)
    )
    argument_map = assembly.put_together()
    if not _is_ours(top):
        findings[:] = map(_with_foreign_help, findings)
    _report_newer(text, top, findings)
    if not scanner.is_broken:  # else what is missing may stand behind the break
        findings += assembly.findings
    return Document(
        argument_map,
        text,
        _spans(argument_map, assembly.entries),
        _sorted(findings, assembly.entries),
        source_spans=dict(assembly.source_spans()),
    )


def _report_newer(text: str, top: Node, findings: Findings) -> None:
    """Report what a version of the format has not that the document says it is in."""
    version = top.items.get("argmap") if isinstance(top.items, dict) else None
    if version is None or version.value != VERSIONS[0] or not _NEWER.search(text):
        return
    whole = Scanner(text, Findings()).scan()
    if path := next(newer_paths(whole), None) if whole else None:
        message = f"$.argmap must be {VERSIONS[1]}, as {path} is not in version 1"
        severity = Severity.WARNING
        findings.add("bad-value", message, version.span, _HELP_NEWER, severity)


def _is_ours(top: Node) -> bool:
    """Return whether any key is one of ours."""
    own = {each.name for each in DOCUMENT.fields}
    return not isinstance(top.items, dict) or not own.isdisjoint(top.items)


def _with_foreign_help(finding: Diagnostic) -> Diagnostic:
    is_lack = finding.code == "missing-key"
    return attrs.evolve(finding, help=_FOREIGN) if is_lack else finding


def _spans(argument_map: ArgumentMap, entries: Iterable[_Entry]) -> dict[str, Span]:
    return {
        each.piece.id: Span(each.node.start, each.node.end)
        for each in entries
        if each.piece is not None
        and not isinstance(each.piece, Source)
        and argument_map.find_part(each.piece.id)
    }


def _sorted(findings: Findings, entries: list[_Entry]) -> tuple[Diagnostic, ...]:
    """Sort by place, each once, and name the part that each is about."""
    if not findings:
        return ()
    by_place = sorted(entries, key=lambda each: each.node.start)
    starts = [each.node.start for each in by_place]
    found: dict[Diagnostic, tuple[int, int]] = {}
    for each in findings:
        span = each.span or Span(0, 0)
        index = bisect_right(starts, span.start) - 1
        is_inside = index >= 0 and span.start < by_place[index].node.end
        subject = _id_of(by_place[index]) if is_inside else None
        found[attrs.evolve(each, subject=subject)] = span.start, span.end
    return tuple(sorted(found, key=found.__getitem__))


def _id_of(entry: _Entry) -> str | None:
    """Return the id of a piece, of one that could not be made too."""
    if entry.piece is not None:
        return str(entry.piece.id)
    node = entry.node.items.get("id") if isinstance(entry.node.items, dict) else None
    return str(node.value) if node and is_id(node.value) else None


def _decoded(kind: Kind, node: Node, path: str, findings: Findings) -> object:
    """Decode a value; in a list of pieces, those that the scanner has not built."""
    if isinstance(kind, ListOf) and isinstance(node.items, list):
        return [
            _entry(kind.item, each, f"{path}[{index}]", findings)
            for index, each in enumerate(node.items)
        ]
    return decode_value(kind, node, path, findings)


def _entry(kind: Kind, node: Node, path: str, findings: Findings) -> _Entry:
    if node.is_built:
        return _Entry(node.value, node, path)
    piece = decode_value(kind, node, path, findings)
    return _Entry(None if piece is MISSING else piece, node, path)


class _Assembly:
    """Pieces on their way to a map that holds together."""

    def __init__(self, text: str, top: Node, fields: dict[str, Any]) -> None:
        self.findings = Findings()
        self._text = text
        self._top = top
        of_the_map = ("title", "author", "thesis", "data")
        self._fields = {each: fields[each] for each in of_the_map if each in fields}
        self.entries: list[_Entry] = list(
            chain.from_iterable(fields.get(name, ()) for name in LISTS)
        )
        self._gone = {
            part_id: each.path.startswith("$.inferences")
            for each in self.entries
            if each.piece is None and (part_id := _id_of(each))
        }

    def put_together(self) -> ArgumentMap:
        """Return the map of all that holds."""
        while True:
            pieces = [each.piece for each in self.entries if each.piece is not None]
            try:
                return self._map_of(pieces)
            except InvalidMapError as error:
                self._mend([each for each in error.faults if isinstance(each, Fault)])

    def source_spans(self) -> Iterator[tuple[str, Span]]:
        """Yield the ids of the sources, and where their paths stand."""
        for each in self.entries:
            if isinstance(each.piece, Source):
                _, node = _inner(self._walked(each), "", "path")
                yield each.piece.id, node.span

    def _walked(self, entry: _Entry) -> Node:
        """Return the node of an entry with those inside, also where it was built."""
        if entry.node.items is None:
            entry.node = Scanner(self._text, Findings()).scan_at(entry.node.start)
        return entry.node

    def _map_of(self, pieces: list[Any]) -> ArgumentMap:
        """Let stand-ins take the places of what is gone, then take them out.

        So what names them is no fault of its own, and goes with them.
        """
        taken = {each.id for each in pieces}
        gone = {each: kind for each, kind in self._gone.items() if each not in taken}
        if gone:
            anchor = Claim(_id_not_in(self._text))
            pieces = [*pieces, anchor, *_stand_ins(gone, anchor)]
        argument_map = ArgumentMap.of(*pieces, **self._fields)
        return argument_map.without(anchor) if gone else argument_map

    def _mend(self, faults: list[Fault]) -> None:
        """Report faults and take out what is at fault, as little as will do."""
        held = [each for each in self.entries if each.piece is not None]
        entries = {id(each.piece): each for each in held}
        kinds = dict.fromkeys(self._gone, Inference) | {
            each.piece.id: type(each.piece) for each in held
        }
        wrong: dict[int, list[Fault]] = {}
        for each in faults:
            wrong.setdefault(id(each.owner), []).append(each)
            self._report(each, entries.get(id(each.owner)), kinds)
        for owner, group in wrong.items():
            if owner in entries:
                self._take_out(entries[owner], group)
            else:
                del self._fields["thesis"]

    def _report(
        self, fault_: Fault, entry: _Entry | None, kinds: dict[str, type[Any]]
    ) -> None:
        path, node = self._place_of(fault_, entry)
        name = str(node.value)
        if fault_.field == "id":
            code = "duplicate-id"
        elif fault_.field == "parent" and kinds.get(name) is Section:
            code = "circular-section"
        elif fault_.field == "members" and kinds.get(name, Section) is not Section:
            code = "repeated-member"
        else:
            code = "unknown-id"
        help_ = None
        if code == "unknown-id":
            help_ = suggestion(name, kinds, self.findings)
        self.findings.add(code, f"{path}: {fault_.message}", node.span, help_)

    def _place_of(self, fault_: Fault, entry: _Entry | None) -> tuple[str, Node]:
        """Return the path to the words at fault, and their node."""
        if entry is None:
            return _inner(self._top, "$", "thesis")
        path, node = _inner(self._walked(entry), entry.path, fault_.field)
        if fault_.index is not None:
            kept = entry.indexes.get(fault_.field)
            index = kept[fault_.index] if kept else fault_.index
            path, node = _inner(node, path, index)
        for key in _inner_names(entry.piece, fault_.field):
            path, node = _inner(node, path, key)
        return path, node

    def _take_out(self, entry: _Entry, faults: list[Fault]) -> None:
        fields = {each.field for each in faults}
        if "id" in fields:
            entry.piece = None
        elif fields & essential_fields(type(entry.piece)):
            self._gone[entry.piece.id] = isinstance(entry.piece, Inference)
            entry.piece = None
        else:
            for field in sorted(fields):
                wrong = {each.index for each in faults if each.field == field}
                _leave_out(entry, field, wrong)


def _id_not_in(text: str) -> str:
    """Return an id that a text cannot hold: one made from all of it."""
    return f"gone-{sha256(text.encode(errors='surrogatepass')).hexdigest()}"


def _inner(node: Node, path: str, step: str | int) -> tuple[str, Node]:
    """Go one step further, if there is such a step."""
    if isinstance(node.items, dict) and isinstance(step, str) and step in node.items:
        return f"{path}.{step}", node.items[step]
    if isinstance(node.items, list) and isinstance(step, int):
        return f"{path}[{step}]", node.items[step]
    return path, node


def _inner_names(piece: Any, field: str) -> list[str]:
    """Return the fields inside the values of a field that hold ids."""
    return [each.inner for each in referring(type(piece)) if each.field == field]


def _leave_out(entry: _Entry, field: str, wrong: set[int | None]) -> None:
    held = getattr(entry.piece, field)
    if isinstance(held, str):
        entry.piece = attrs.evolve(entry.piece, **{field: None})
        return
    left = [index for index in range(len(held)) if index not in wrong]
    before = entry.indexes.get(field, range(len(held)))
    entry.indexes[field] = [before[index] for index in left]
    entry.piece = attrs.evolve(entry.piece, **{field: [held[each] for each in left]})


def _stand_ins(gone: dict[str, bool], anchor: Claim) -> Iterator[Step]:
    for part_id, is_inference in gone.items():
        if is_inference:
            yield Inference([anchor], conclusion=anchor, id=part_id)
        else:
            yield Counterpoint([], target=anchor, id=part_id)
