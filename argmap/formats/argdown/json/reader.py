"""From Argdown JSON to elements.

What names another is read after it: statements after sections, arguments after
statements, relations last. A reconstruction repeats statements; they are taken
from where they first stand, among the members of their own element.
"""

import re
from collections import deque
from collections.abc import Iterator
from typing import Any, Final, TypeAlias, TypeVar

from argmap.diagnostics import Diagnostic, Severity
from argmap.formats.argdown.content import Range
from argmap.formats.argdown.elements import (
    NO_DATA,
    UNTITLED,
    Argument,
    Element,
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
from argmap.formats.argdown.json.shapes import Shape
from argmap.formats.argdown.json.units import in_code_points
from argmap.formats.scanner import Node, Scanner, inner, shown, unwanted

_DEEPEST: Final = 200
_IN_STRUCTURES: Final = (Role.PREMISE, Role.INTERMEDIARY, Role.CONCLUSION)
_UNTITLED = re.compile(rf"{UNTITLED} [1-9][0-9]*")
_TITLE = re.compile("[^\n\r\u2028\u2029]+")
_Element = TypeVar("_Element", bound=Element)

_Fields: TypeAlias = dict[str, Any]
_Place: TypeAlias = tuple[Node, str]
"""A node and the JSON path to it."""


def elements_from_json(text: str) -> Elements:
    """Return the elements in Argdown JSON; never raises for what the text says.

    What is wrong is left out and told among the `diagnostics`, with its JSON path
    and its place in code points; a key that is not known is told as an info.
    Elements called `Untitled 1` or the like have no title. The places of elements are
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


class _Reader:
    """Elements that are being put together."""

    def __init__(self, elements: Elements) -> None:
        self._elements = elements
        self._sections: dict[str, Section] = {}
        self._unplaced: dict[
            tuple[str, str | None], deque[tuple[Occurrence, _Place]]
        ] = {}
        self._inferences: dict[tuple[str, int], Inference] = {}

    def read(self, top: Node) -> None:
        """Read all there is."""
        document = self._fields((top, "$"), shapes.DOCUMENT)
        front_matter = document.get("frontMatter")
        if front_matter is not None and isinstance(top.items, dict):
            self._elements.front_matter = front_matter
            self._elements.settings = front_matter
            self._elements.front_matter_span = top.items["frontMatter"].span
        self._read_sections(document)
        self._read_tags(document)
        for title, place in _inside(document, "statements", "$"):
            statement = Statement(title, is_untitled=_is_made(title))
            self._read_element(statement, place, self._elements.statements)
        for title, place in _inside(document, "arguments", "$"):
            argument = Argument(title, is_untitled=_is_made(title))
            self._read_element(argument, place, self._elements.arguments)
        self._release_unplaced()
        for _, place in _inside(document, "relations", "$"):
            self._read_relation(place)
        self._elements.diagnostics.sort(
            key=lambda each: each.span.start if each.span else 0
        )

    def _find(
        self,
        code: str,
        message: str,
        place: _Place,
        severity: Severity = Severity.ERROR,
    ) -> None:
        node, path = place
        span = node.key if severity is Severity.INFO else node.span
        self._elements.diagnostics.append(
            Diagnostic(code, f"{path} {message}", severity=severity, span=span)
        )

    def _fields(self, place: _Place, shape: Shape) -> _Fields:
        """Return what stands under the keys of a shape: a value, or what holds some.

        Null is as good as nothing: the reference writes it here and there.
        """
        node, path = place
        if not isinstance(node.items, dict):
            if not node.faulty:
                self._elements.diagnostics.append(unwanted("an object", node, path))
            return {}
        fields: _Fields = {}
        for key, each in node.items.items():
            kind = shape.kinds.get(key)
            if kind is None:
                if key not in shapes.UNREAD:
                    message = f"has a key {shown(key)}, which is not read"
                    self._find("unknown-key", message, (each, path), Severity.INFO)
            elif each.value is None or (each.faulty and not kind.is_walked):
                continue
            elif kind.accepts(each):
                fields[key] = each if kind.is_walked else each.value
            else:
                found = unwanted(kind.wanted, each, inner(path, key))
                self._elements.diagnostics.append(found)
        for key in shape.required:
            given = node.items.get(key)
            if given is None or (given.value is None and not given.faulty):
                self._find("missing-key", "is missing", (node, inner(path, key)))
        return fields

    def _read_sections(self, document: _Fields) -> None:
        waiting: list[tuple[_Place, Section | None]] = [
            (place, None) for _, place in _inside(document, "sections", "$")
        ]
        waiting.reverse()
        while waiting:
            place, parent = waiting.pop()
            fields = self._fields(place, shapes.SECTION)
            if not shapes.SECTION.is_in(fields):
                continue
            section = self._section(fields, place, parent)
            inside = [each for _, each in _inside(fields, "children", place[1])]
            waiting += ((each, section) for each in reversed(inside))

    def _section(
        self, fields: _Fields, place: _Place, parent: Section | None
    ) -> Section:
        section = Section(
            fields["id"],
            fields["level"],
            fields["title"],
            fields.get("tags", ()),
            fields.get("data", NO_DATA),
            self._ranges(fields, fields["title"], place[1]),
            place[0].span,
            parent,
        )
        self._elements.sections.append(section)
        if parent is not None:
            parent.children.append(section)
        if self._sections.setdefault(section.id, section) is not section:
            message = f"has the id {shown(section.id)}, as one before it"
            self._find("repeated-section", message, place, Severity.WARNING)
        return section

    def _ranges(self, fields: _Fields, text: str, path: str) -> list[Range]:
        places: list[_Place] = []
        ranges: list[Range] = []
        for _, place in _inside(fields, "ranges", path):
            found = self._fields(place, shapes.RANGE)
            if not shapes.RANGE.is_in(found):
                continue
            key, _ = shapes.RANGES[found["type"]]
            if key and key not in found:
                self._find("missing-key", f"is a {found['type']} without {key}", place)
                continue
            keys = ["type", "start", "stop", *([key] if key else [])]
            ranges.append({name: found[name] for name in keys})
            places.append(place)
        located = zip(in_code_points(text, ranges), places, strict=True)
        return [each for each, place in located if self._is_long_enough(each, place)]

    def _is_long_enough(self, range_: Range, place: _Place) -> bool:
        _, shortest = shapes.RANGES[range_["type"]]
        length = range_["stop"] + 1 - range_["start"]
        if range_["start"] >= 0 and length >= shortest:
            return True
        self._find("bad-value", f"is too short for a {range_['type']}", place)
        return False

    def _read_tags(self, document: _Fields) -> None:
        """Put the tags in the order of their first use, where that is said."""
        places: list[tuple[int, str]] = []
        for tag, place in _inside(document, "tags", "$"):
            fields = self._fields(place, shapes.TAG)
            places.append((fields.get("occurrenceIndex", len(places)), tag))
        places.sort(key=lambda each: each[0])
        self._elements.tags = [tag for _, tag in places]

    def _read_element(
        self, element: _Element, place: _Place, into: dict[str, _Element]
    ) -> None:
        fields = self._fields(place, shapes.ELEMENT)
        title = element.title
        if not _TITLE.fullmatch(title):
            self._find("bad-value", "must have a title of one line", place)
            return
        if fields.get("title", title) != title:
            self._find("bad-value", f"must have the title {shown(title)}", place)
        element.tags = tuple(fields.get("tags", ()))
        element.data = fields.get("data", NO_DATA)
        element.section = self._section_of(fields, place)
        for _, each in _inside(fields, "members", place[1]):
            self._read_occurrence(element, each)
        structure: list[Occurrence] = []
        if isinstance(element, Argument):
            self._reconstruct(element, fields, place)
            structure = element.structure
        if element.members or structure:
            into[_key(title)] = element
        else:
            self._find("bad-value", "must have a member", place)

    def _section_of(self, fields: _Fields, place: _Place) -> Section | None:
        """Return the section; where the reference regroups there may be none."""
        section_id = fields.get("section")
        if section_id is None:
            return None
        section = self._sections.get(section_id)
        if section is None:
            message = f"is in a section {shown(section_id)}, which there is not"
            self._find("unknown-section", message, place, Severity.WARNING)
        return section

    def _read_occurrence(self, element: Element, place: _Place) -> None:
        fields = self._fields(place, shapes.OCCURRENCE)
        if not shapes.OCCURRENCE.is_in(fields):
            return
        role = Role(fields["role"]) if "role" in fields else None
        is_argument = isinstance(element, Argument)
        if is_argument is not (role is Role.DESCRIPTION):
            must = "must" if is_argument else "must not"
            message = f"{must} have the role {Role.DESCRIPTION}"
            self._find("bad-value", message, place)
            role = Role.DESCRIPTION if is_argument else None
        text = fields.get("text", "")
        occurrence = Occurrence(
            element,
            text,
            self._ranges(fields, text, place[1]),
            tuple(fields.get("tags", ())),
            fields.get("data", NO_DATA),
            self._section_of(fields, place),
            place[0].span,
            role,
            is_reference=fields.get("isReference", False),
            is_top_level=fields.get("isTopLevel", False),
        )
        element.members.append(occurrence)
        if role in _IN_STRUCTURES:
            use = element.title, fields.get("argumentTitle")
            self._unplaced.setdefault(use, deque()).append((occurrence, place))

    def _reconstruct(self, argument: Argument, fields: _Fields, place: _Place) -> None:
        """Take the statements that a reconstruction repeats, in their order."""
        structure = argument.structure
        for index, (_, each) in enumerate(_inside(fields, "pcs", place[1])):
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
                    each[0].span,
                )
                self._inferences[name, line.get("conclusionIndex", index)] = inference
            structure.append(occurrence)
        roles = [each.role for each in structure]
        ends_well = roles[-1:] == [Role.CONCLUSION] and roles.count(roles[-1]) == 1
        if roles and not ends_well:
            message = "does not end with its one main conclusion"
            self._find("unfinished-reconstruction", message, place)

    def _repeated(
        self, step: _Fields, argument: Argument, place: _Place
    ) -> Occurrence | None:
        if "title" not in step:
            return None
        waiting = self._unplaced.get((step["title"], argument.title))
        if waiting:
            return waiting.popleft()[0]
        message = f"repeats no member of the statement {shown(step['title'])}"
        self._find("unknown-title", message, place)
        return None

    def _line(self, step: _Fields, place: _Place) -> _Fields:
        """Return what is said of the inference to a conclusion."""
        if "inference" not in step:
            self._find("missing-key", "is a conclusion without an inference", place)
            return {}
        line = step["inference"], inner(place[1], "inference")
        return self._fields(line, shapes.INFERENCE_LINE)

    def _release_unplaced(self) -> None:
        """Take the role from those that no reconstruction repeats.

        Where the reference explodes arguments, a premise that no step uses is one.
        """
        for waiting in self._unplaced.values():
            for occurrence, place in waiting:
                message = f"is a {occurrence.role} that no argument repeats"
                self._find("unused-statement", message, place, Severity.WARNING)
                occurrence.role = None

    def _read_relation(self, place: _Place) -> None:
        fields = self._fields(place, shapes.RELATION)
        if not shapes.RELATION.is_in(fields):
            return
        kind = RelationKind(fields["relationType"])
        source = self._end(fields, "from", place)
        target = self._end(fields, "to", place)
        if source is None or target is None:
            return
        if isinstance(target, Inference) and kind is not RelationKind.UNDERCUT:
            self._find("bad-value", "must be an undercut, of an inference", place)
            return
        relation = Relation(kind, source, target, [place[0].span])
        self._elements.relations.append(relation)
        for end in dict.fromkeys((source, target)):
            end.relations.append(relation)

    def _end(self, fields: _Fields, key: str, place: _Place) -> Any:
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
            self._find("unknown-title", message, place)
        return end


def _is_made(title: str) -> bool:
    return _UNTITLED.fullmatch(title) is not None


def _key(title: str) -> str:
    """Return the key of an element; that of a made title no author can write."""
    return f"\n{title}" if _is_made(title) else title


def _inside(fields: _Fields, key: str, path: str) -> Iterator[tuple[str, _Place]]:
    """Yield what stands in the list or the object under a key, and where."""
    node: Node | None = fields.get(key)
    items = node.items if node else None
    around = inner(path, key)
    if isinstance(items, dict):
        for name, each in items.items():
            yield name, (each, inner(around, name))
    else:
        for index, each in enumerate(items or ()):
            yield "", (each, inner(around, index))
