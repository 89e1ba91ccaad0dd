"""From the syntax tree to elements, as the reference puts them together.

One walk in document order, then the passes over relations. Nothing recurses: a
statement with relations is begun before them and ended after them.
"""

from collections.abc import Iterator, Mapping
from typing import Any, Final, TypeVar

from argmap.diagnostics import Diagnostic, Severity, Span
from argmap.formats.argdown import tokens as t
from argmap.formats.argdown import tree as syntax
from argmap.formats.argdown.content import Content, Style, read_content
from argmap.formats.argdown.data import NOTHING, parse_data
from argmap.formats.argdown.elements import (
    NO_DATA,
    UNTITLED,
    Argument,
    Element,
    Elements,
    Inference,
    Occurrence,
    Relation,
    RelationKind,
    Role,
    Section,
    Statement,
)
from argmap.formats.argdown.passes import pass_over
from argmap.formats.argdown.shortcodes import SHORTCODES
from argmap.formats.argdown.tree import (
    NONE,
    Heading,
    InferenceLine,
    Member,
    Reconstruction,
    Tree,
)
from argmap.formats.scanner import Node
from argmap.formats.yaml import DataError

_OUTGOING: Final = {
    t.OUTGOING_SUPPORT: RelationKind.SUPPORT,
    t.OUTGOING_ATTACK: RelationKind.ATTACK,
    t.OUTGOING_UNDERCUT: RelationKind.UNDERCUT,
}
_INCOMING: Final = {
    t.INCOMING_SUPPORT: RelationKind.SUPPORT,
    t.INCOMING_ATTACK: RelationKind.ATTACK,
    t.INCOMING_UNDERCUT: RelationKind.UNDERCUT,
    t.CONTRADICTION: RelationKind.CONTRADICTORY,
}
_Element = TypeVar("_Element", bound=Element)


def build(
    tree: Tree,
    settings: Mapping[str, Any] | None = None,
    *,
    is_reference: bool = False,
) -> Elements:
    """Return the elements of a text.

    `settings` are those from outside; the front matter's come on top of them.
    """
    builder = _Builder(tree, settings or {}, is_reference=is_reference)
    builder.run()
    return builder.elements


def merge(into: dict[str, Any], new: Mapping[str, Any]) -> None:
    """Put new data over old: mappings key by key, lists place by place."""
    waiting: list[tuple[Any, Any]] = [(into, new)]
    while waiting:
        old, fresh = waiting.pop()
        pairs = fresh.items() if isinstance(fresh, dict) else enumerate(fresh)
        for key, value in pairs:
            if isinstance(old, list) and key >= len(old):
                old.append(_copied(value))
                continue
            before = old[key] if isinstance(old, list) else old.get(key)
            if isinstance(before, dict | list) and type(before) is type(value):
                waiting.append((before, value))
            else:
                old[key] = _copied(value)


def _copied(value: Any) -> Any:
    if not isinstance(value, dict | list):
        return value
    root: list[Any] = [value]
    waiting: list[Any] = [root]
    while waiting:
        holder = waiting.pop()
        places = list(holder) if isinstance(holder, dict) else range(len(holder))
        for place in places:
            if isinstance(holder[place], dict | list):
                holder[place] = holder[place].copy()
                waiting.append(holder[place])
    return root[0]


class _Builder:
    def __init__(
        self, tree: Tree, settings: Mapping[str, Any], *, is_reference: bool
    ) -> None:
        self.elements = Elements()
        self._tree = tree
        self._tokens = tree.tokens
        self._kinds = tree.tokens.kinds
        self._text = tree.tokens.text
        self._is_reference = is_reference
        self._untitled = 0
        self._section: Section | None = None
        self._inference: Inference | None = None
        self._relations: dict[tuple[int, int, str], Relation] = {}
        self._tags: dict[str, None] = {}
        self._style = Style()
        merge(self.elements.settings, settings)

    def run(self) -> None:
        """Walk the tree, then pass over what has been found."""
        self._front_matter()
        self._style = self._chosen_style()
        previous: syntax.Block | None = None
        for block in self._tree.blocks:
            if isinstance(block, Heading):
                self._heading(block)
            elif isinstance(block, Member):
                if self._is_reference or not self._is_blank(block):
                    self._member(block, Role.TOP_LEVEL)
                else:
                    span = self._span(block.first, block.first + 1)
                    self._depart("blank-statement", span)
            elif isinstance(block, Reconstruction):
                self._reconstruction(block, previous)
            else:
                for item in block.items:
                    self._member(item.member, None)
            previous = block
        self.elements.tags = list(self._tags)
        if not self._is_reference:
            self._find_made_titles(self.elements.statements)
            self._find_made_titles(self.elements.arguments)
        self._sum_up()
        pass_over(self.elements)

    def _is_blank(self, member: Member) -> bool:
        """Tell whether a line of blanks between comments passes for a statement."""
        return (
            member.title == NONE
            and member.data == NONE
            and not member.relations
            and set(self._kinds[slice(*member.content)]) == {t.NEWLINE}
        )

    def _front_matter(self) -> None:
        index = self._tree.front_matter
        if index == NONE:
            return
        start, end = self._tokens.starts[index], self._tokens.ends[index]
        self.elements.front_matter_span = Span(start, end)
        image = self._text[start:end]
        inner = image.lstrip("=")
        offset = len(image) - len(inner)
        if not inner:  # two fences in one run
            return
        node = self._yaml(inner.rstrip("="), start + offset)
        self.elements.front_matter = node.value
        self.elements.source_spans = dict(_source_spans(node, start + offset))
        if isinstance(node.value, dict):
            merge(self.elements.settings, node.value)

    def _chosen_style(self) -> Style:
        model = self._setting("model")
        own = model.get("shortcodes")
        shortcodes = dict(SHORTCODES)
        if isinstance(own, dict):
            for name, sign in own.items():
                sign_ = sign.get("unicode") if isinstance(sign, dict) else sign
                if isinstance(sign_, str):
                    shortcodes[name] = sign_
        return Style(shortcodes, keeps_tags=not model.get("removeTagsFromText"))

    def _setting(self, name: str) -> dict[str, Any]:
        value = self.elements.settings.get(name)
        return value if isinstance(value, dict) else {}

    def _yaml(self, text: str, start: int) -> Node:
        try:
            return parse_data(text)
        except DataError as error:
            at = start + error.offset
            self._find(
                "invalid-data", f"the data cannot be read: {error}", Span(at, at + 1)
            )
            return NOTHING

    def _find(self, code: str, message: str, span: Span, help_: str = "") -> None:
        self.elements.diagnostics.append(
            Diagnostic(
                code, message, severity=Severity.ERROR, span=span, help=help_ or None
            )
        )

    def _depart(self, how: str, span: Span) -> None:
        self.elements.departures.append((how, span.start, span.end))

    def _find_made_titles(self, elements: Mapping[str, Element]) -> None:
        """Find the titles of authors that anonymous elements have too."""
        for key, element in elements.items():
            if key != element.title and element.title in elements:
                occurrences = elements[element.title].members
                if occurrences:
                    self._depart("made-title", occurrences[0].span)

    def _data(self, index: int) -> Mapping[str, Any]:
        if index == NONE:
            return NO_DATA
        start, end = self._tokens.starts[index], self._tokens.ends[index]
        image = self._text[start:end]
        inner = image[1:].lstrip(" \t")
        if inner.startswith(("\n", "\r\n")):
            value = self._yaml(image[1:-1], start + 1).value
        else:
            value = self._yaml(image, start).value
        if value is None or isinstance(value, dict):
            return value or NO_DATA
        message = "the data must be a mapping such as {source: Gazette}"
        self._find("invalid-data", message, Span(start, end))
        return NO_DATA

    def _content(self, first: int, last: int, *, goes_on: bool = False) -> Content:
        content = read_content(self._tokens, first, last, self._style, goes_on=goes_on)
        if content.tags:
            self._tags.update(dict.fromkeys(content.tags))
        return content

    def _span(self, first: int, last: int) -> Span:
        """Return the stretch of the tokens, without what is around it."""
        starts, kinds = self._tokens.starts, self._kinds
        last -= 1
        while last > first and kinds[last] in {t.NEWLINE, t.INDENT, t.DEDENT}:
            last -= 1
        end = self._tokens.ends[last]
        return Span(starts[first], max(starts[first], end))

    def _heading(self, heading: Heading) -> None:
        first = heading.first
        image = self._text[self._tokens.starts[first] : self._tokens.ends[first]]
        level = image.count("#")
        content = self._content(*heading.content)
        parent = self._section
        while parent is not None and parent.level >= level:
            parent = parent.parent
        section = Section(
            f"s{len(self.elements.sections) + 1}",
            level,
            content.text.strip(),
            content.tags,
            self._data(heading.data),
            content.ranges,
            self._span(first, heading.last),
            parent,
        )
        if parent is not None:
            parent.children.append(section)
        self.elements.sections.append(section)
        self._section = section

    def _title(self, member: Member) -> str | None:
        if member.title == NONE:
            return None
        image = self._text[
            self._tokens.starts[member.title] : self._tokens.ends[member.title]
        ]
        return image[1:-1] if member.is_reference else image[1:-2]

    def _element(self, member: Member) -> Element:
        """Return the element that the member belongs to, made if it is new."""
        title = self._title(member)
        if title is None:
            return self._untitled_element(self.elements.statements, Statement)
        if member.is_argument:
            return _titled_element(self.elements.arguments, Argument, title)
        return _titled_element(self.elements.statements, Statement, title)

    def _untitled_element(
        self, dictionary: dict[str, _Element], kind: type[_Element]
    ) -> _Element:
        """Make an element with a title of its own, as no author can write it.

        The reference takes the author's `Untitled 1` for the same.
        """
        self._untitled += 1
        title = f"{UNTITLED} {self._untitled}"
        key = title if self._is_reference else f"\n{title}"
        element = dictionary.get(key)
        if element is None:
            element = dictionary[key] = kind(title, is_untitled=True)
        return element

    def _member(
        self, member: Member, role: Role | None, inference: Inference | None = None
    ) -> Occurrence:
        """Walk a member and all that relates to it; return its occurrence."""
        top = self._begin(member, role)
        top.inference = inference
        open_ = [(top, iter(member.relations))]
        signs: list[int] = []
        while open_:
            occurrence, rest = open_[-1]
            relation = next(rest, None)
            if relation is not None:
                signs.append(relation.sign)
                child = self._begin(relation.member, Role.RELATION)
                open_.append((child, iter(relation.member.relations)))
                continue
            open_.pop()
            _add_occurrence(occurrence.element, occurrence)
            if open_:
                self._relate(open_[-1][0], signs.pop(), occurrence.element)
        return top

    def _begin(self, member: Member, role: Role | None) -> Occurrence:
        """Return the occurrence that a member is, not yet among its element's."""
        element = self._element(member)
        goes_on = member.data != NONE or bool(member.relations)
        content = self._content(
            *member.content, goes_on=member.is_reference and goes_on
        )
        data = self._data(member.data)
        text = content.text
        if (
            member.data != NONE
            and member.relations
            and self._kinds[member.data + 1] == t.NEWLINE
            and not text.endswith(" ")
        ):
            text += " "
        return Occurrence(
            element,
            text,
            content.ranges,
            content.tags,
            data,
            self._section,
            self._span(member.first, member.last),
            Role.DESCRIPTION if isinstance(element, Argument) else role,
            is_reference=member.is_reference,
            is_top_level=role is Role.TOP_LEVEL,
        )

    def _relate(self, occurrence: Occurrence, sign: int, child: Element) -> None:
        parent = occurrence.element
        kind = self._kinds[sign]
        span = Span(self._tokens.starts[sign], self._tokens.ends[sign])
        outgoing = _OUTGOING.get(kind)
        if outgoing is None:
            self._add_relation(_INCOMING[kind], parent, child, span)
            return
        target: Element | Inference = parent
        if outgoing is RelationKind.UNDERCUT and isinstance(parent, Statement):
            target = self._undercut_target(occurrence, span)
        self._add_relation(outgoing, child, target, span)

    def _undercut_target(
        self, occurrence: Occurrence, span: Span
    ) -> Element | Inference:
        """Return the inference above a conclusion, or else the statement itself.

        The reference takes the last inference there was, however far above.
        """
        if self._is_reference:
            return self._inference or occurrence.element
        if self._inference is not occurrence.inference:
            self._depart("undercut-of-a-claim", span)
        return occurrence.inference or occurrence.element

    def _add_relation(
        self, kind: RelationKind, source: Any, target: Any, span: Span
    ) -> None:
        key = id(source), id(target), kind
        found = self._relations.get(key)
        if found is None and kind.is_symmetric:
            found = self._relations.get((id(target), id(source), kind))
        if found is not None:
            found.spans.append(span)
            return
        relation = Relation(kind, source, target, [span])
        self._relations[key] = relation
        self.elements.relations.append(relation)
        source.relations.append(relation)
        if target is not source:
            target.relations.append(relation)

    def _reconstruction(
        self, block: Reconstruction, previous: syntax.Block | None
    ) -> None:
        argument = self._reconstructed(block, previous)
        section = self._section
        if section is not None:
            argument.section = section
        inference: Inference | None = None
        last: Occurrence | None = None
        for item in block.items:
            if isinstance(item, InferenceLine):
                self._inference = inference = self._inference_of(item, argument)
                for relation in item.relations:
                    child = self._member(relation.member, Role.RELATION).element
                    span = self._span(relation.sign, relation.sign + 1)
                    self._add_relation(RelationKind.UNDERCUT, child, inference, span)
                continue
            if inference is None:
                occurrence = self._member(item, Role.PREMISE)
            else:
                occurrence = self._member(item, Role.INTERMEDIARY, inference)
                inference.conclusion_index = len(argument.structure)
                last = occurrence
                inference = None
            occurrence.argument = argument
            argument.structure.append(occurrence)
        if last is not None:
            last.role = Role.CONCLUSION

    def _reconstructed(
        self, block: Reconstruction, previous: syntax.Block | None
    ) -> Argument:
        argument: Argument | None = None
        if isinstance(previous, Member) and previous.is_argument:
            argument = self.elements.arguments[self._title(previous) or ""]
        if argument is not None and argument.structure:
            self._find(
                "several-reconstructions",
                f"the argument <{argument.title}> has been reconstructed before",
                self._span(block.first, block.first + 1),
                "give the second reconstruction an argument of its own",
            )
            argument = None
        if argument is None:
            argument = self._untitled_element(self.elements.arguments, Argument)
        return argument

    def _inference_of(self, line: InferenceLine, argument: Argument) -> Inference:
        rules = [self._content(*each).text.strip() for each in line.rules]
        return Inference(
            argument, 0, rules, self._data(line.data), self._span(line.first, line.last)
        )

    def _sum_up(self) -> None:
        """Give elements the tags of all their occurrences, and a section."""
        for elements in (self.elements.statements, self.elements.arguments):
            for element in elements.values():
                tags = (tag for each in element.members for tag in each.tags)
                element.tags = tuple(dict.fromkeys(tags))
                if element.section is None and element.members:
                    element.section = element.members[0].section


def _titled_element(
    dictionary: dict[str, _Element], kind: type[_Element], title: str
) -> _Element:
    element = dictionary.get(title)
    if element is None:
        element = dictionary[title] = kind(title, is_untitled=False)
    return element


def _add_occurrence(element: Element, occurrence: Occurrence) -> None:
    element.members.append(occurrence)
    if occurrence.data:
        if element.data is NO_DATA:
            element.data = {}
        merge(element.data, occurrence.data)
    in_group = occurrence.data.get("isInGroup")
    if in_group is True or (
        element.section is None
        and not occurrence.is_reference
        and in_group is not False
    ):
        element.section = occurrence.section


def _source_spans(front_matter: Node, start: int) -> Iterator[tuple[str, Span]]:
    """Yield the ids of the sources in a front matter, and where their paths stand."""
    node = front_matter
    for key in ("argmap", "sources"):
        node = node.items.get(key, NOTHING) if isinstance(node.items, dict) else NOTHING
    for source in node.items if isinstance(node.items, list) else ():
        fields = source.items if isinstance(source.items, dict) else {}
        if "id" in fields:
            span = fields.get("path", fields["id"]).span
            yield str(fields["id"].value), Span(start + span.start, start + span.end)
