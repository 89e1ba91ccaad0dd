"""From what a parser finds, in its order, to elements as the reference has them.

A statement with relations is begun before them and ended after them: those below it
come first among the occurrences of an element.
"""

from collections.abc import Container, Iterator, Mapping
from copy import deepcopy
from functools import lru_cache
from typing import Any, Final, TypeAlias, TypeVar

from argmap.diagnostics import Span
from argmap.formats.argdown import tokens as t, transforms
from argmap.formats.argdown.content import (
    Content,
    Style,
    read_content,
    split_marker,
)
from argmap.formats.argdown.data import NOTHING, parse_data
from argmap.formats.argdown.elements import (
    NO_DATA,
    NONE,
    UNTITLED,
    Argument,
    Element,
    Elements,
    End,
    Found,
    Inference,
    Occurrence,
    Relation,
    RelationKind,
    Role,
    Section,
    Statement,
)
from argmap.formats.argdown.fields import PREMISE_FIELDS, STEP_ID, STEP_KEYS, split
from argmap.formats.argdown.plus import Plus
from argmap.formats.argdown.short import quoted
from argmap.formats.argdown.shortcodes import SHORTCODES
from argmap.formats.argdown.tokens import Tokens
from argmap.formats.argdown.written import relations_of
from argmap.formats.located import Node
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
_AGAINST: Final = {t.OUTGOING_ATTACK, t.OUTGOING_UNDERCUT, t.INCOMING_ATTACK}
"""The signs of counterpoints; who strikes one strikes its claim for the reference."""
_NO_STEPS: Final = {t.CONTRADICTION, t.PLUS_RELATION}
"""The signs of what has no direction, or may be no step."""
_Element = TypeVar("_Element", Statement, Argument)
_Above: TypeAlias = Occurrence | Inference | None
"""An occurrence or a line that another one stands below, if any."""
_Reply: TypeAlias = tuple[Occurrence, Span, dict[str, Any]]
"""What strikes the step above it, with its sign and its data."""


def merge(into: dict[str, Any], new: Mapping[str, Any]) -> None:
    """Put new data over old: mappings key by key, lists item by item."""
    waiting: list[tuple[Any, Any]] = [(into, new)]
    while waiting:
        old, fresh = waiting.pop()
        pairs = fresh.items() if isinstance(fresh, dict) else enumerate(fresh)
        for key, value in pairs:
            if isinstance(old, list) and key >= len(old):
                old.append(deepcopy(value))
                continue
            before = old[key] if isinstance(old, list) else old.get(key)
            if isinstance(before, dict | list) and type(before) is type(value):
                waiting.append((before, value))
            else:
                old[key] = deepcopy(value)


class Builder:
    """Elements that are being put together.

    What is open is a chain: a statement or an argument, one that relates to it, one
    that relates to that, and so on, each with its sign and with what it stands below.
    """

    def __init__(self, tokens: Tokens, defaults: Mapping[str, Any] = NO_DATA) -> None:
        """Begin with nothing but settings that hold where the text has none."""
        self.elements: Elements = Elements(defaults=defaults)
        self._findings = self.elements.diagnostics
        self.elements.is_plus = tokens.is_plus
        self._plus = Plus(self._findings) if tokens.is_plus else None
        self._tokens = tokens
        self._kinds = tokens.kinds
        self._is_reference = tokens.is_reference
        self._untitled = 0
        self._section: Section | None = None
        self._above: Argument | None = None
        self._inference: Inference | None = None
        self._conclusion: Occurrence | None = None
        self._open: list[tuple[Occurrence, int, _Above]] = []
        self._replies: dict[Occurrence, list[_Reply]] = {}
        self._relations: dict[tuple[End, End, str], Relation] = {}
        self._tags: dict[str, None] = {}
        self._style = self._chosen_style()

    def front_matter(self, index: int) -> None:
        """Take the front matter, and the settings in it."""
        start, end = self._tokens.starts[index], self._tokens.ends[index]
        self.elements.front_matter_span = Span(start, end)
        image = self._tokens.image(index)
        fence = image[0]
        inner = image.lstrip(fence)
        offset = len(image) - len(inner)
        if not inner:  # two fences in one run
            return
        node = self._yaml(inner.rstrip(fence), start + offset)
        self.elements.front_matter = node.value
        self.elements.front_matter_node = node
        self.elements.front_matter_start = start + offset
        self.elements.source_spans = dict(_source_spans(node, start + offset))
        self._style = self._chosen_style()

    def _chosen_style(self) -> Style:
        model = self.elements.settings_of("model")
        own = model.get("shortcodes")
        shortcodes = dict(SHORTCODES)
        if isinstance(own, dict):
            for name, sign in own.items():
                sign_ = sign.get("unicode") if isinstance(sign, dict) else sign
                if isinstance(sign_, str):
                    shortcodes[name] = sign_
        return Style(
            shortcodes,
            keeps_tags=not model.get("removeTagsFromText"),
            has_markers=self._tokens.is_plus,
        )

    def _yaml(self, text: str, start: int) -> Node:
        try:
            return _parsed(text)
        except DataError as error:
            at = start + error.offset
            message = f"the data cannot be read: {error}"
            self._findings.add("invalid-data", message, Span(at, at + 1))
            return NOTHING

    def _deviate(self, code: str, span: Span) -> None:
        self._tokens.deviations.append((code, span.start, span.end))

    def _data(self, index: int) -> Mapping[str, Any]:
        if index == NONE:
            return NO_DATA
        start, image = self._tokens.starts[index], self._tokens.image(index)
        inner = image[1:].lstrip(" \t")
        is_block = inner.startswith(("\n", "\r\n"))
        place = start + is_block
        node = self._yaml(image[1:-1] if is_block else image, place)
        value = node.value
        if value is None or isinstance(value, dict):
            if isinstance(node.items, dict) and "quotations" in node.items:
                self._note_quotations(node.items["quotations"], place)
            return value or NO_DATA
        message = "the data must be a mapping such as {source: Gazette}"
        self._findings.add("invalid-data", message, Span(start, start + len(image)))
        return NO_DATA

    def _note_quotations(self, node: Node, start: int) -> None:
        """Note where the words of quotations stand, if no indentation is about them."""
        for each in quoted(node):
            span = Span(start + each.start, start + each.end)
            if self._tokens.text[span.start] not in "|>":
                spans = self.elements.quotation_spans
                spans.setdefault(str(each.value), []).append(span)

    def _content(self, first: int, last: int, *, goes_on: bool = False) -> Content:
        content = read_content(self._tokens, first, last, self._style, goes_on=goes_on)
        if content.tags:
            self._tags.update(dict.fromkeys(content.tags))
        return content

    def heading(self, found: Found) -> None:
        """Begin a section."""
        self._above = None
        level = self._tokens.image(found.first).count("#")
        content = self._content(*found.content)
        parent = self._section
        while parent is not None and parent.level >= level:
            parent = parent.parent
        section = Section(
            f"s{len(self.elements.sections) + 1}",
            level,
            content.text.strip(),
            content.tags,
            self._data(found.data),
            content.ranges,
            self._tokens.span(found.first, found.last),
            parent,
            found,
        )
        self.elements.sections.append(section)
        self._section = section

    def _element(self, found: Found) -> Statement | Argument:
        """Return the element that a member belongs to, made if it is new."""
        if found.title == NONE:
            return self._untitled_element(self.elements.statements, Statement)
        kind = self._kinds[found.title]
        title = self._tokens.image(found.title)[1 : -1 if kind in t.REFERENCES else -2]
        if kind in t.ARGUMENTS:
            return _titled_element(self.elements.arguments, Argument, title)
        if self._plus is None:
            return _titled_element(self.elements.statements, Statement, title)
        marker, title = split_marker(title)
        statement = _titled_element(self.elements.statements, Statement, title)
        span = self._tokens.span(found.title, found.title + 1)
        self._plus.mark(statement, marker, span)
        return statement

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

    def block(self, found: Found) -> None:
        """Begin the statement or the argument of a block of its own."""
        self._above = None
        element = self._begin(found, Role.TOP_LEVEL).element
        if isinstance(element, Argument):
            self._above = element

    def item(self, found: Found) -> None:
        """Begin an item of a list."""
        self._above = None
        self._begin(found, None)

    def undercut(self, found: Found, sign: int) -> None:
        """Begin what stands below an inference line, with its sign."""
        self._begin(found, Role.RELATION, sign, self._inference)

    def related(self, found: Found, sign: int, depth: int) -> None:
        """Begin what relates, by a sign, to what is open at a depth from 1 on."""
        self.end(depth)
        self._begin(found, Role.RELATION, sign, self._open[-1][0])

    def end(self, depth: int = 0) -> None:
        """End what is open, but for the outermost up to a depth."""
        while len(self._open) > depth:
            occurrence, sign, above = self._open.pop()
            own, rest = split(occurrence.data, self._keys_of_use(occurrence, sign))
            _add_occurrence(occurrence, rest)
            child = occurrence.element
            relation: Relation | None = None
            if isinstance(above, Inference):
                span = self._tokens.span(sign, sign + 1)
                kind = RelationKind.UNDERCUT
                relation = self._add_relation(kind, child, above, span, own)
            elif above:
                relation = self._relate(above, sign, occurrence, own)
            if relation:
                self._add_replies(occurrence, relation)

    def _add_replies(self, occurrence: Occurrence, relation: Relation) -> None:
        """Let what waits below an occurrence strike its step, and so on."""
        waiting = [(occurrence, relation)]
        while waiting:
            above, target = waiting.pop()
            for below, span, data in self._replies.pop(above, ()):
                kind = RelationKind.UNDERCUT
                found = self._add_relation(kind, below.element, target, span, data)
                waiting.append((below, found))

    def _keys_of_use(self, occurrence: Occurrence, sign: int) -> Container[str]:
        """Return the keys in the data that speak of the step or of the premise."""
        if self._is_reference:
            return ()
        if sign != NONE:
            is_step = self._kinds[sign] != t.CONTRADICTION
            return STEP_KEYS if is_step else (STEP_ID,)
        return PREMISE_FIELDS if occurrence.role is Role.PREMISE else ()

    def extend(self, found: Found, last: int) -> None:
        """Let the member that was begun first go on to what is below it; end it."""
        if self._open:
            self._open[0][0].span = self._tokens.span(found.first, last)
        self.end()

    def _begin(
        self,
        found: Found,
        role: Role | None,
        sign: int = NONE,
        above: _Above = None,
    ) -> Occurrence:
        element = self._element(found)
        goes_on = found.data != NONE or found.has_relations
        content = self._content(*found.content, goes_on=found.is_reference and goes_on)
        data = self._data(found.data)
        text = content.text
        if (
            found.data != NONE
            and found.has_relations
            and self._kinds[found.data + 1] == t.NEWLINE
            and not text.endswith(" ")
        ):
            text += " "
        occurrence = Occurrence(
            element,
            text,
            content.ranges,
            content.tags,
            data,
            self._section,
            self._tokens.span(found.first, found.last),
            Role.DESCRIPTION if isinstance(element, Argument) else role,
            is_reference=found.is_reference,
            is_top_level=role is Role.TOP_LEVEL,
            found=found,
            sign=sign,
            above=above,
        )
        if self._plus and found.title == NONE:
            image = "" if sign == NONE else self._tokens.image(sign)
            self._plus.begin(occurrence, self._kinds[found.content[0]], image)
        self._open.append((occurrence, sign, above))
        return occurrence

    def _relate(
        self, occurrence: Occurrence, sign: int, below: Occurrence, data: dict[str, Any]
    ) -> Relation | None:
        """Relate what stands below a sign to what that stands below.

        What strikes the step there waits until that is known.
        """
        parent, child = occurrence.element, below.element
        kind, span = self._kinds[sign], self._tokens.span(sign, sign + 1)
        if kind == t.PLUS_RELATION and self._plus:
            image = self._tokens.image(sign)
            known = self._plus.relate(image, parent, below, span)
            return self._add_relation(*known, span, data) if known else None
        outgoing = _OUTGOING.get(kind)
        if outgoing is None:
            return self._add_relation(_INCOMING[kind], parent, child, span, data)
        target: Element | Inference = parent
        if outgoing is RelationKind.UNDERCUT:
            if self._is_below_step(occurrence):
                reply = below, span, data
                self._replies.setdefault(occurrence, []).append(reply)
                is_counterpoint = self._kinds[self._open[-1][1]] in _AGAINST
                if self._inference or not is_counterpoint:
                    self._deviate("undercut-of-a-step", span)
                return None
            if isinstance(parent, Statement):
                target = self._undercut_target(occurrence, span)
        return self._add_relation(outgoing, child, target, span, data)

    def _is_below_step(self, occurrence: Occurrence) -> bool:
        """Return whether an open occurrence stands below the sign of a step."""
        below, sign, _ = self._open[-1]
        is_open = below is occurrence and sign != NONE and not self._is_reference
        return is_open and self._kinds[sign] not in _NO_STEPS

    def _undercut_target(
        self, occurrence: Occurrence, span: Span
    ) -> Element | Inference:
        """Return the inference above a conclusion, or else the statement itself.

        The reference takes the last inference there was, however far above.
        """
        if self._is_reference:
            return self._inference or occurrence.element
        if self._inference is not occurrence.inference:
            self._deviate("undercut-of-a-claim", span)
        return occurrence.inference or occurrence.element

    def _add_relation(
        self,
        kind: RelationKind,
        source: Any,
        target: Any,
        span: Span,
        data: dict[str, Any],
    ) -> Relation:
        key = source, target, kind
        found = self._relations.get(key)
        if found is None and kind.is_symmetric:
            found = self._relations.get((target, source, kind))
        if found is not None:
            found.spans.append(span)
            found.data = found.data | data
            return found
        relation = Relation(kind, source, target, [span], data)
        self._relations[key] = relation
        self.elements.relations.append(relation)
        return relation

    def reconstruction(self, first: int) -> Argument:
        """Begin a reconstruction: of the argument above it, or of one without title."""
        argument, self._above = self._above, None
        if argument is not None and argument.structure:
            self._findings.add(
                "several-reconstructions",
                f"the argument <{argument.title}> has been reconstructed before",
                self._tokens.span(first, first + 1),
                "give the second reconstruction an argument of its own",
            )
            argument = None
        if argument is None:
            argument = self._untitled_element(self.elements.arguments, Argument)
        argument.section = self._section or argument.section
        self._conclusion = None
        return argument

    def inference(self, found: Found, argument: Argument) -> None:
        """Take the line between premises and a conclusion."""
        rules = [self._content(*each).text.strip() for each in found.rules]
        span = self._tokens.span(found.first, found.last)
        data = self._data(found.data)
        self._inference = Inference(argument, 0, rules, data, span, found)

    def numbered(self, found: Found, argument: Argument, *, is_concluded: bool) -> None:
        """Begin a premise, or the conclusion of the line before it."""
        occurrence = self._begin(found, Role.PREMISE)
        if is_concluded:
            if self._conclusion is not None:
                self._conclusion.role = Role.INTERMEDIARY
            self._conclusion = occurrence
            occurrence.role = Role.CONCLUSION
            occurrence.inference = self._inference
        if occurrence.inference is not None:
            occurrence.inference.conclusion_index = len(argument.structure)
        occurrence.argument = argument
        argument.structure.append(occurrence)

    def finish(self) -> None:
        """Sum up what is said of each element, and transform the relations."""
        self.elements.tags = list(self._tags)
        if not self._is_reference:
            self._find_made_titles(self.elements.statements)
            self._find_made_titles(self.elements.arguments)
        for element in self.elements.all:
            tags = (tag for each in element.members for tag in each.tags)
            element.tags = tuple(dict.fromkeys(tags))
            if element.section is None and element.members:
                element.section = element.members[0].section
        if self._plus:
            self._plus.finish(self.elements)
        self.elements.written = relations_of(self.elements)
        transforms.apply(self.elements)

    def _find_made_titles(self, elements: Mapping[str, Element]) -> None:
        """Find the titles of authors that anonymous elements have too."""
        for key, element in elements.items():
            if key != element.title and element.title in elements:
                occurrences = elements[element.title].members
                if occurrences:
                    self._deviate("made-title", occurrences[0].span)


@lru_cache(maxsize=4096)
def _parsed(text: str) -> Node:
    """Return what data holds; an editor reads the same again at every letter.

    Nobody changes it: what comes of it is a copy.
    """
    return parse_data(text)


def _titled_element(
    dictionary: dict[str, _Element], kind: type[_Element], title: str
) -> _Element:
    element = dictionary.get(title)
    if element is None:
        element = dictionary[title] = kind(title, is_untitled=False)
    return element


def _add_occurrence(occurrence: Occurrence, data: Mapping[str, Any]) -> None:
    """Add an occurrence to its element, with the data that is of the element."""
    element = occurrence.element
    element.members.append(occurrence)
    if data:
        if element.data is NO_DATA:
            element.data = {}
        merge(element.data, data)
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
    named = node.items.items() if isinstance(node.items, dict) else ()
    listed = node.items if isinstance(node.items, list) else ()
    for name, source in [*named, *(("", each) for each in listed)]:
        fields = source.items if isinstance(source.items, dict) else {}
        own = fields.get("id", source)
        if name or own is not source:
            span = fields.get("path", own).span
            yield name or str(own.value), Span(start + span.start, start + span.end)
