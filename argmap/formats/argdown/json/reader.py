"""From Argdown JSON to elements, and to a document.

What names another is read after it: statements after sections, arguments after
statements, relations last. A reconstruction repeats statements; they are taken
from where they first stand, among the members of their own element.
"""

import re
from collections import deque
from collections.abc import Iterator
from itertools import count
from typing import Any, Final, NamedTuple, TypeAlias, TypeVar

from argmap.diagnostics import Severity
from argmap.formats.argdown.content import Range
from argmap.formats.argdown.elements import (
    NO_DATA,
    UNTITLED,
    Argument,
    Elements,
    End,
    Inference,
    Occurrence,
    Relation,
    RelationKind,
    Role,
    Section,
    Statement,
)
from argmap.formats.argdown.json import shapes
from argmap.formats.argdown.json.units import in_code_points
from argmap.formats.argdown.kinds import Shape
from argmap.formats.argdown.mapping import to_map
from argmap.formats.argdown.view import view
from argmap.formats.document import Document
from argmap.formats.located import Node, by_place, inner, shown
from argmap.formats.scanner import Scanner

_DEEPEST: Final = 200
_IN_STRUCTURES: Final = (Role.PREMISE, Role.INTERMEDIARY, Role.CONCLUSION)
_UNTITLED = re.compile(rf"{UNTITLED} [1-9][0-9]*")
_TITLE = re.compile("[^\n\r\u2028\u2029]+")
_Element = TypeVar("_Element", Statement, Argument)

_Fields: TypeAlias = dict[str, Any]


class _At(NamedTuple):
    """A node, and the JSON path to it."""

    node: Node
    path: str


def read(text: str) -> Document:
    """Read a map from Argdown JSON; never raises for what the text says.

    >>> document = read('{"arguments": {}, "statements": {}, "relations": []}')
    >>> document.argument_map
    <ArgumentMap: empty>
    """
    elements = elements_from_json(text)
    mapped = to_map(elements)
    wanted, not_honoured = view(elements, mapped)
    diagnostics = [*elements.diagnostics, *mapped.diagnostics, *not_honoured]
    return Document(
        mapped.argument_map, text, mapped.spans, by_place(diagnostics), view=wanted
    )


def elements_from_json(text: str) -> Elements:
    """Return the elements in Argdown JSON; never raises for what the text says.

    What is wrong is left out and reported among the `diagnostics`, with its JSON path
    and its span in code points; a key that is not known is reported as an info.
    Elements called `Untitled 1` or the like have no title. The spans of elements are
    those in the JSON. What argmap writes has a front matter too.

    >>> elements = elements_from_json('{"arguments": {}, "statements": {}}')
    >>> print(elements.diagnostics[0])
    error[missing-key]: $.relations is missing
    """
    elements = Elements()
    scanner = Scanner(text, elements.diagnostics, deepest=_DEEPEST)
    top = scanner.scan()
    if top is not None and not scanner.is_broken:
        _Reader(elements).read(top)
    return elements


def elements_in(top: Node) -> Elements:
    """Return the elements in a document that was read already."""
    elements = Elements()
    _Reader(elements).read(top)
    return elements


def nodes_of(document: dict[str, Any]) -> Node:
    """Return a document as what its JSON is read as; positions count its values."""
    top = Node(document, 0)
    waiting = [top]
    for start in count():
        node = waiting.pop()
        node.start, node.end, value = start, start + 1, node.value
        if isinstance(value, dict):
            node.items = {key: Node(each, 0) for key, each in value.items()}
            waiting += reversed(node.items.values())
        elif isinstance(value, list | tuple):
            node.value = list(value)
            node.items = [Node(each, 0) for each in value]
            waiting += reversed(node.items)
        if not waiting:
            break
    return top


class _Reader:
    """Elements that are being put together."""

    def __init__(self, elements: Elements) -> None:
        self._elements = elements
        self._findings = elements.diagnostics
        self._sections: dict[str, Section] = {}
        self._unused: dict[tuple[str, str | None], deque[tuple[Occurrence, _At]]] = {}
        self._inferences: dict[tuple[str, int], Inference] = {}

    def read(self, top: Node) -> None:
        """Read all there is."""
        document = self._fields(_At(top, "$"), shapes.DOCUMENT)
        front_matter = document.get("frontMatter")
        if front_matter is not None and isinstance(top.items, dict):
            self._elements.front_matter = front_matter
            self._elements.front_matter_span = top.items["frontMatter"].span
        self._read_sections(document)
        self._read_tags(document)
        for title, at in _inside(document, "statements", "$"):
            statement = Statement(title, is_untitled=_is_made(title))
            self._read_element(statement, at, self._elements.statements)
        for title, at in _inside(document, "arguments", "$"):
            argument = Argument(title, is_untitled=_is_made(title))
            self._read_element(argument, at, self._elements.arguments)
        self._release_unused()
        for _, at in _inside(document, "relations", "$"):
            self._read_relation(at)
        self._findings[:] = by_place(self._findings)

    def _find(
        self,
        code: str,
        message: str,
        at: _At,
        severity: Severity = Severity.ERROR,
    ) -> None:
        node, path = at
        span = (severity is Severity.INFO and node.key) or node.span
        self._findings.add(code, f"{path} {message}", span, severity=severity)

    def _fields(self, at: _At, shape: Shape) -> _Fields:
        """Return what stands under the keys of a shape: a value, or what holds some.

        Null is as good as nothing: the reference writes it here and there.
        """
        node, path = at
        if not isinstance(node.items, dict):
            if not node.faulty:
                self._findings.add_unwanted("an object", node, path)
            return {}
        fields: _Fields = {}
        for key, each in node.items.items():
            kind = shape.kinds.get(key)
            if kind is None:
                if key not in shapes.UNREAD:
                    message = f"has a key {shown(key)}, which is not read"
                    self._find("unknown-key", message, _At(each, path), Severity.INFO)
            elif each.value is None or (each.faulty and kind not in shapes.WALKED):
                continue
            elif kind.fits(each.value):
                fields[key] = each if kind in shapes.WALKED else each.value
            else:
                self._findings.add_unwanted(kind.wanted, each, inner(path, key))
        for key in shape.required:
            given = node.items.get(key)
            if given is None or (given.value is None and not given.faulty):
                self._find("missing-key", "is missing", _At(node, inner(path, key)))
        return fields

    def _read_sections(self, document: _Fields) -> None:
        waiting: list[tuple[_At, Section | None]] = [
            (at, None) for _, at in _inside(document, "sections", "$")
        ]
        waiting.reverse()
        while waiting:
            at, parent = waiting.pop()
            fields = self._fields(at, shapes.SECTION)
            if not shapes.SECTION.is_in(fields):
                continue
            section = self._section(fields, at, parent)
            inside = [each for _, each in _inside(fields, "children", at.path)]
            waiting += ((each, section) for each in reversed(inside))

    def _section(self, fields: _Fields, at: _At, parent: Section | None) -> Section:
        section = Section(
            fields["id"],
            fields["level"],
            fields["title"],
            fields.get("tags", ()),
            fields.get("data", NO_DATA),
            self._ranges(fields, fields["title"], at.path),
            at.node.span,
            parent,
        )
        self._elements.sections.append(section)
        if self._sections.setdefault(section.id, section) is not section:
            message = f"has the id {shown(section.id)}, as one before it"
            self._find("repeated-section", message, at, Severity.WARNING)
        return section

    def _ranges(self, fields: _Fields, text: str, path: str) -> list[Range]:
        located: list[_At] = []
        ranges: list[Range] = []
        for _, at in _inside(fields, "ranges", path):
            found = self._fields(at, shapes.RANGE)
            if not shapes.RANGE.is_in(found):
                continue
            key, _ = shapes.RANGES[found["type"]]
            if key and key not in found:
                self._find("missing-key", f"is a {found['type']} without {key}", at)
                continue
            keys = ["type", "start", "stop", *([key] if key else [])]
            ranges.append({name: found[name] for name in keys})
            located.append(at)
        pairs = zip(in_code_points(text, ranges), located, strict=True)
        return [each for each, at in pairs if self._is_long_enough(each, at)]

    def _is_long_enough(self, range_: Range, at: _At) -> bool:
        _, shortest = shapes.RANGES[range_["type"]]
        length = range_["stop"] + 1 - range_["start"]
        if range_["start"] >= 0 and length >= shortest:
            return True
        self._find("bad-value", f"is too short for a {range_['type']}", at)
        return False

    def _read_tags(self, document: _Fields) -> None:
        """Put the tags in the order of their first use, where that is said."""
        order: list[tuple[int, str]] = []
        for tag, at in _inside(document, "tags", "$"):
            fields = self._fields(at, shapes.TAG)
            order.append((fields.get("occurrenceIndex", len(order)), tag))
        order.sort(key=lambda each: each[0])
        self._elements.tags = [tag for _, tag in order]

    def _read_element(
        self, element: _Element, at: _At, into: dict[str, _Element]
    ) -> None:
        fields = self._fields(at, shapes.ELEMENT)
        title = element.title
        if not _TITLE.fullmatch(title):
            self._find("bad-value", "must have a title of one line", at)
            return
        if fields.get("title", title) != title:
            self._find("bad-value", f"must have the title {shown(title)}", at)
        element.tags = tuple(fields.get("tags", ()))
        element.data = fields.get("data", NO_DATA)
        element.section = self._section_of(fields, at)
        for _, each in _inside(fields, "members", at.path):
            self._read_occurrence(element, each)
        structure: list[Occurrence] = []
        if isinstance(element, Argument):
            self._reconstruct(element, fields, at)
            structure = element.structure
        if element.members or structure:
            into[_key(title)] = element
        else:
            self._find("bad-value", "must have a member", at)

    def _section_of(self, fields: _Fields, at: _At) -> Section | None:
        """Return the section; where the reference regroups there may be none."""
        section_id = fields.get("section")
        if section_id is None:
            return None
        section = self._sections.get(section_id)
        if section is None:
            message = f"is in a section {shown(section_id)}, which there is not"
            self._find("unknown-section", message, at, Severity.WARNING)
        return section

    def _read_occurrence(self, element: Statement | Argument, at: _At) -> None:
        fields = self._fields(at, shapes.OCCURRENCE)
        if not shapes.OCCURRENCE.is_in(fields):
            return
        role = Role(fields["role"]) if "role" in fields else None
        is_argument = isinstance(element, Argument)
        if is_argument is not (role is Role.DESCRIPTION):
            must = "must" if is_argument else "must not"
            message = f"{must} have the role {Role.DESCRIPTION}"
            self._find("bad-value", message, at)
            role = Role.DESCRIPTION if is_argument else None
        text = fields.get("text", "")
        occurrence = Occurrence(
            element,
            text,
            self._ranges(fields, text, at.path),
            tuple(fields.get("tags", ())),
            fields.get("data", NO_DATA),
            self._section_of(fields, at),
            at.node.span,
            role,
            is_reference=fields.get("isReference", False),
            is_top_level=fields.get("isTopLevel", False),
        )
        element.members.append(occurrence)
        if role in _IN_STRUCTURES:
            use = element.title, fields.get("argumentTitle")
            self._unused.setdefault(use, deque()).append((occurrence, at))

    def _reconstruct(self, argument: Argument, fields: _Fields, at: _At) -> None:
        """Take the statements that a reconstruction repeats, in their order."""
        structure = argument.structure
        for index, (_, each) in enumerate(_inside(fields, "pcs", at.path)):
            step = self._fields(each, shapes.OCCURRENCE)
            occurrence = self._repeated(step, argument, each)
            if occurrence is None:
                continue
            occurrence.argument = argument
            if occurrence.role is not Role.PREMISE:
                line = self._line(step, each)
                name = line.get("argumentTitle", argument.title)
                inference = occurrence.inference = Inference(
                    argument,
                    len(structure),
                    line.get("inferenceRules", []),
                    line.get("data", NO_DATA),
                    each.node.span,
                )
                self._inferences[name, line.get("conclusionIndex", index)] = inference
            structure.append(occurrence)
        roles = [each.role for each in structure]
        ends_well = roles[-1:] == [Role.CONCLUSION] and roles.count(roles[-1]) == 1
        if roles and not ends_well:
            message = "does not end with its one main conclusion"
            self._find("unfinished-reconstruction", message, at)

    def _repeated(
        self, step: _Fields, argument: Argument, at: _At
    ) -> Occurrence | None:
        if "title" not in step:
            return None
        waiting = self._unused.get((step["title"], argument.title))
        if waiting:
            return waiting.popleft()[0]
        message = f"repeats no member of the statement {shown(step['title'])}"
        self._find("unknown-title", message, at)
        return None

    def _line(self, step: _Fields, at: _At) -> _Fields:
        """Return what is said of the inference to a conclusion."""
        if "inference" not in step:
            self._find("missing-key", "is a conclusion without an inference", at)
            return {}
        line = _At(step["inference"], inner(at.path, "inference"))
        return self._fields(line, shapes.INFERENCE_LINE)

    def _release_unused(self) -> None:
        """Take the role from those that no reconstruction repeats.

        Where the reference explodes arguments, a premise that no step uses is one.
        """
        for waiting in self._unused.values():
            for occurrence, at in waiting:
                message = f"is a {occurrence.role} that no argument repeats"
                self._find("unused-statement", message, at, Severity.WARNING)
                occurrence.role = None

    def _read_relation(self, at: _At) -> None:
        fields = self._fields(at, shapes.RELATION)
        if not shapes.RELATION.is_in(fields):
            return
        kind = RelationKind(fields["relationType"])
        source = self._end(fields, "from", at)
        target = self._end(fields, "to", at)
        if source is None or target is None:
            return
        if isinstance(target, Inference) and kind is not RelationKind.UNDERCUT:
            self._find("bad-value", "must be an undercut, of an inference", at)
            return
        data = fields.get("data", NO_DATA)
        relation = Relation(kind, source, target, [at.node.span], data)
        self._elements.relations.append(relation)

    def _end(self, fields: _Fields, key: str, at: _At) -> Any:
        """Return the element or the inference that a relation names."""
        title, type_ = fields[key], fields[f"{key}Type"]
        end: End | None
        if type_ == shapes.INFERENCE:
            end = self._inferences.get((title, fields.get("conclusionIndex", -1)))
        elif type_ == shapes.ARGUMENT:
            end = self._elements.arguments.get(_key(title))
        else:
            end = self._elements.statements.get(_key(title))
        if end is None:
            message = f"leads {key} {shown(title)}, and there is no such {type_}"
            self._find("unknown-title", message, at)
        return end


def _is_made(title: str) -> bool:
    return _UNTITLED.fullmatch(title) is not None


def _key(title: str) -> str:
    """Return the key of an element; that of a made title no author can write."""
    return f"\n{title}" if _is_made(title) else title


def _inside(fields: _Fields, key: str, path: str) -> Iterator[tuple[str, _At]]:
    """Yield what stands in the list or the object under a key, and where."""
    node: Node | None = fields.get(key)
    items = node.items if node else None
    around = inner(path, key)
    if isinstance(items, dict):
        for name, each in items.items():
            yield name, _At(each, inner(around, name))
    else:
        for index, each in enumerate(items or ()):
            yield "", _At(each, inner(around, index))
