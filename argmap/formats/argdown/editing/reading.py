"""A text that was read, with the tree of what stands below what, and its manner."""

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator
from functools import cached_property
from itertools import islice
from typing import TYPE_CHECKING, Final

import attrs

from argmap.diagnostics import Span
from argmap.formats.argdown import tokens as t
from argmap.formats.argdown.content import Style, read_content
from argmap.formats.argdown.elements import (
    NONE,
    Argument,
    Element,
    Found,
    Inference,
    Occurrence,
    Relation,
    Role,
    Section,
    Statement,
)
from argmap.formats.argdown.forgiving import read_elements
from argmap.formats.argdown.hunks import LINE_END, new_line_end
from argmap.formats.argdown.mapping import Mapped, to_map
from argmap.formats.argdown.titles import titles
from argmap.model import ArgumentMap

if TYPE_CHECKING:
    from argmap.formats.argdown.elements import Elements
    from argmap.formats.argdown.tokens import Tokens

_MARGIN: Final = re.compile(r"[' \t]*")
_SILENT: Final = {t.EMPTYLINE, t.NEWLINE, t.INDENT, t.DEDENT, t.EOF}
_NUMBERED: Final = {Role.PREMISE, Role.INTERMEDIARY, Role.CONCLUSION}


@attrs.define(eq=False)
class Node:
    """An occurrence where it stands, with what stands below it by a sign.

    `first` is the token it begins with, its sign if it has one; `last` is the token
    behind its own, `end` the one behind all that stands below it.
    """

    occurrence: Occurrence
    found: Found
    first: int
    last: int
    end: int
    above: "Node | Inference | None" = None
    children: "list[Node]" = attrs.field(factory=list)

    @property
    def element(self) -> Element:
        """The statement or argument that it is an occurrence of."""
        return self.occurrence.element

    @property
    def is_definition(self) -> bool:
        """Whether it says something, and not only names it."""
        return not self.occurrence.is_reference

    @property
    def is_numbered(self) -> bool:
        """Whether it stands in a reconstruction."""
        return self.occurrence.role in _NUMBERED


class Reading:
    """A text, what was read of it, and where everything stands."""

    def __init__(self, text: str) -> None:
        """Read the text."""
        self.text: str = text
        tokens, elements = read_elements(text)
        self.tokens: Tokens = tokens
        self.elements: Elements = elements
        self.mapped: Mapped = to_map(self.elements)

    @property
    def begin(self) -> int:
        """Where the text begins, behind a byte order mark."""
        return int(self.text.startswith("\ufeff"))

    @property
    def argument_map(self) -> ArgumentMap:
        """The map in the text."""
        return self.mapped.argument_map

    @cached_property
    def _origins(self) -> dict[str, object]:
        return {part_id: origin for origin, part_id in self.mapped.ids.items()}

    def element(self, part_id: str) -> Element | None:
        """Return the statement or argument that a part comes from."""
        found = self._origins.get(part_id)
        return found if isinstance(found, Element) else None

    def section(self, part_id: str | None) -> Section | None:
        """Return the heading that a section comes from."""
        found = self._origins.get(part_id or "")
        return found if isinstance(found, Section) else None

    def relation(self, part_id: str) -> Relation | Inference | None:
        """Return the sign or the line of an inference that a step comes from."""
        found = self._origins.get(part_id)
        return found if isinstance(found, Relation | Inference) else None

    @cached_property
    def nodes(self) -> list[Node]:
        """All occurrences, in the order of the text."""
        occurrences = [
            each
            for element in self.elements.all
            for each in element.members
            if each.found is not None
        ]
        nodes = sorted(map(self._node, occurrences), key=lambda node: node.first)
        by_occurrence: dict[object, Node] = {each.occurrence: each for each in nodes}
        for node in nodes:
            above = node.occurrence.above
            if isinstance(above, Inference):
                node.above = above
            elif above is not None:
                node.above = by_occurrence[above]
                node.above.children.append(node)
        for node in reversed(nodes):
            if isinstance(node.above, Node):
                node.above.end = max(node.above.end, node.end)
        return nodes

    def _node(self, occurrence: Occurrence) -> Node:
        found = occurrence.found
        assert found is not None  # noqa: S101 - all of a text have it
        first = found.first if occurrence.sign == NONE else occurrence.sign
        is_marked = first > 0 and self.tokens.kinds[first - 1] in {
            t.STATEMENT_NUMBER,
            *t.ITEMS,
        }
        first -= is_marked
        return Node(occurrence, found, first, found.last, found.last)

    def node_of_heading(self, heading: Section) -> Node:
        """Return a heading as what stands in a text; it is no part of the tree."""
        found = heading.found
        assert found is not None  # noqa: S101 - all of a text have it
        content = read_content(self.tokens, *found.content, Style())
        occurrence = Occurrence(
            Statement(heading.title, is_untitled=False),
            content.text,
            content.ranges,
            content.tags,
            heading.data,
            heading.parent,
            heading.span,
        )
        return Node(occurrence, found, found.first, found.last, found.last)

    @cached_property
    def nodes_of(self) -> dict[Element, list[Node]]:
        """The nodes of each element."""
        found: dict[Element, list[Node]] = {}
        for node in self.nodes:
            found.setdefault(node.element, []).append(node)
        return found

    @cached_property
    def undercuts(self) -> dict[Inference, list[Node]]:
        """What stands below the line of an inference."""
        found: dict[Inference, list[Node]] = {}
        for node in self.nodes:
            if isinstance(node.above, Inference):
                found.setdefault(node.above, []).append(node)
        return found

    def home(self, element: Element) -> Node | None:
        """Return where the text that counts of an element stands, or it first."""
        nodes = self.nodes_of.get(element, [])
        canonical = [each for each in nodes if each.occurrence is element.canonical]
        return next(iter([*canonical, *nodes]), None)

    @cached_property
    def _by_start(self) -> dict[int, Node]:
        return {self.start(each): each for each in self.nodes}

    def node_of_sign(self, relation: Relation) -> Node | None:
        """Return what stands below the sign of a relation where it is said first."""
        starts = sorted(each.start for each in relation.spans)
        found = (self._by_start.get(each) for each in starts)
        return next(filter(None, found), None)

    @cached_property
    def titles(self) -> dict[tuple[str, str], list[Span]]:
        """Where each title stands, by its sign and its words, mentions included."""
        found: dict[tuple[str, str], list[Span]] = {}
        for sign, words, _, span in titles(self.tokens):
            found.setdefault((sign, words), []).append(span)
        return found

    @cached_property
    def arguments(self) -> list[Argument]:
        """The arguments that are reconstructed."""
        return [each for each in self.elements.arguments.values() if each.structure]

    def below(self, above: Node | Inference) -> list[Node]:
        """Return what stands right below a node or an inference line."""
        if isinstance(above, Inference):
            return self.undercuts.get(above, [])
        return above.children

    def is_item(self, node: Node) -> bool:
        """Return whether a node is an item of a list."""
        return self.tokens.kinds[node.first] in t.ITEMS

    def start(self, node: Node) -> int:
        """Return where the first token of a node begins, behind its indentation."""
        return self.tokens.begin(node.first)

    def last_token(self, first: int, end: int) -> int:
        """Return the last token that says something, from the first one to the end."""
        last = end - 1
        while last > first and self.tokens.kinds[last] in _SILENT:
            last -= 1
        return last

    def line_start(self, place: int) -> int:
        """Return where the line begins that a place is in."""
        ends = [self.text.rfind(each, 0, place) for each in "\r\n"]
        return max(ends) + 1

    def line_end(self, place: int) -> int:
        """Return where the line ends that a place is in, behind comments in it."""
        while True:
            match = LINE_END.search(self.text, place)
            end = match.start() if match else len(self.text)
            inside = bisect_left(self.tokens.comments, (end,)) - 1
            over = self.tokens.comments[inside][1] if inside >= 0 else 0
            if over <= end:
                return end
            place = over

    def own_end(self, node: Node) -> int:
        """Return the end of the last line of a node's own words."""
        last = self.last_token(node.first, node.last)
        return self.line_end(self.words_end(last))

    def tree_end(self, node: Node) -> int:
        """Return the end of the last line of a node and of all below it."""
        last = self.last_token(node.first, node.end)
        return self.line_end(self.words_end(last))

    def block_end(self, token: int) -> int:
        """Return the end of the last line of the block that a token is in."""
        kinds, end = self.tokens.kinds, token
        while kinds[end] not in {t.EMPTYLINE, t.EOF}:
            end += 1
        return self.line_end(self.tokens.starts[self.last_token(token, end)])

    def words_end(self, token: int) -> int:
        """Return the end of a token, without the blanks that belong to it."""
        start, end = self.tokens.starts[token], self.tokens.ends[token]
        return start + len(self.text[start:end].rstrip())

    def inference_end(self, inference: Inference) -> int:
        """Return the end of an inference line and of all that stands below it."""
        below = self.undercuts.get(inference, ())
        ends = [self.line_end(inference.span.end), *map(self.tree_end, below)]
        return max(ends)

    def content(self, node: Node) -> tuple[int, int]:
        """Return from where to where the words and tags of a node stand.

        Where it has none, it is the place behind its title.
        """
        first, last = node.found.content
        while last > first and self.tokens.kinds[last - 1] in _SILENT:
            last -= 1
        if last > first:
            return self.tokens.starts[first], self.words_end(last - 1)
        place = self.words_end(node.found.title if node.found.title != NONE else first)
        return place, place

    def comments(self, start: int, end: int) -> Iterator[str]:
        """Yield the comments between two places."""
        listed = self.tokens.comments
        for first, last in islice(listed, bisect_left(listed, (start,)), None):
            if last > end:
                return
            yield self.text[first:last]

    def margin(self, node: Node) -> str:
        """Return the blanks before a node in its line."""
        start = self.line_start(self.start(node))
        match = _MARGIN.match(self.text, start)
        return match[0] if match else ""

    @cached_property
    def line_break(self) -> str:
        """How a new line of the text ends."""
        return new_line_end(self.text)

    @cached_property
    def indentation(self) -> str:
        """The blanks by which most of what stands below a sign is indented."""
        times: Counter[str] = Counter()
        for node in self.nodes:
            if isinstance(node.above, Node):
                own, above = self.margin(node), self.margin(node.above)
                if own.startswith(above) and len(own) > len(above):
                    times[own[len(above) :]] += 1
        return max(times, key=lambda each: (times[each], -len(each)), default="  ")

    def margin_below(self, above: Node | Inference) -> str:
        """Return the blanks before what stands below a node or an inference line."""
        if below := self.below(above):
            return self.margin(below[0])
        own = "" if isinstance(above, Inference) else self.margin(above)
        is_item = isinstance(above, Node) and self.is_item(above)
        return own + (
            self.indentation if len(self.indentation) > 1 or not is_item else "  "
        )

    def sign(self, sign: str, siblings: list[Node]) -> str:
        """Return a sign as the text spells it: `<+` where its author writes that."""
        spelt = [self._spelt(each) for each in siblings or self.nodes]
        times = Counter(each for each in spelt if each in {sign, f"<{sign}"})
        if not times and siblings:
            return self.sign(sign, [])
        return max(times, key=lambda each: times[each], default=sign)

    def _spelt(self, node: Node) -> str:
        return self.tokens.image(node.first).lstrip("' \t")

    def ends_with_argument(self, section: Section | None) -> bool:
        """Return whether the last block of a section is that of an argument alone.

        A reconstruction below it would be one of that argument.
        """
        end = self.section_end(section)
        roots = [x for x in self.nodes if x.above is None and self.start(x) < end]
        last = max(roots, key=self.start, default=None)
        return last is not None and isinstance(last.element, Argument)

    def section_end(self, section: Section | None) -> int:
        """Return the end of the last line of a section, without what is inside it.

        Without a section it is that of what stands before the first heading.
        """
        kinds = self.tokens.kinds
        first = 0 if section is None or section.found is None else section.found.first
        start = first + (section is not None)
        headings = (
            place for place in range(start, len(kinds)) if kinds[place] == t.HEADING
        )
        end = next(headings, len(kinds))
        last = self.last_token(first, end)
        if kinds[last] in _SILENT or (kinds[last] == t.HEADING and section is None):
            return 0
        return self.line_end(self.words_end(last))
