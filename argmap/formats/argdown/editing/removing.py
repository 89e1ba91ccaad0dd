"""Hunks that take parts and relations out of a text.

What stood below something that goes, and is still in the map, becomes a block of its
own behind it. Comments stay where they were.
"""

from collections.abc import Collection

from argmap.formats.argdown.editing.reading import Node, Reading
from argmap.formats.argdown.editing.wording import REMOVED, Way, with_data
from argmap.formats.argdown.elements import (
    NONE,
    Argument,
    Element,
    Inference,
    Occurrence,
    Relation,
    Step,
)
from argmap.formats.argdown.fields import STEP_KEYS
from argmap.formats.argdown.hunks import Hunk, applied


def own_lines(reading: Reading, node: Node) -> tuple[int, int]:
    """Return the place of the lines of a node's own words, without the last break."""
    return reading.line_start(reading.start(node)), reading.own_end(node)


def tree_lines(reading: Reading, node: Node) -> tuple[int, int]:
    """Return the place of the lines of a node and of all below it."""
    return reading.line_start(reading.start(node)), reading.tree_end(node)


def after_break(reading: Reading, end: int) -> int:
    """Return the start of the line after one that ends here."""
    breaks = (
        each for each in ("\r\n", "\n", "\r") if reading.text.startswith(each, end)
    )
    return end + len(next(breaks, ""))


def dedented(
    reading: Reading, place: tuple[int, int], node: Node, hunks: Collection[Hunk] = ()
) -> str:
    """Return lines that begin with a node as a block: without its sign and margin."""
    start = reading.tokens.begin(node.found.first)
    comments = [*reading.comments(place[0], start)]
    words = applied(reading.text, hunks, start, after_break(reading, place[1]))
    words = words.rstrip("\r\n")
    first, *rest = words.split("\n")
    margin = reading.margin(node)
    lines = [first, *(_less(each, margin) for each in rest)]
    return "\n".join([*comments, *lines])


def _less(line: str, margin: str) -> str:
    """Return a line without a margin, or without what it has of it."""
    if line.startswith(margin):
        return line[len(margin) :]
    return line.lstrip(" \t")


def block_hunk(reading: Reading, end: int, blocks: Collection[str]) -> Hunk:
    """Return the hunk that puts blocks behind a line that ends here, 0 before all."""
    gap = reading.line_break
    place = after_break(reading, end)
    if not end:
        words = "".join(f"{each}{gap}{gap}" for each in blocks)
        return Hunk(reading.begin, reading.begin, words)
    if place > end:
        lead = gap * 2 if reading.text[place - 1] == "\r" else gap
        return Hunk(place, place, "".join(f"{lead}{each}{gap}" for each in blocks))
    words = "".join(f"{gap}{gap}{each}" for each in blocks)
    if "//" in words:  # without a break it is no comment
        words += gap
    return Hunk(place, place, words)


class Removal:
    """Elements, relations and inference lines that are to go, and the way they go."""

    def __init__(
        self,
        reading: Reading,
        gone: Collection[Element],
        broken: Collection[Relation | Inference],
    ) -> None:
        """See what is to go; nothing is gone yet."""
        self._reading = reading
        self._gone = gone
        self._broken = broken
        self._hunks: list[Hunk] = []
        self._broken_signs = {
            span.start
            for each in broken
            if isinstance(each, Relation)
            for span in each.spans
        }

    def run(self) -> Way:
        """Return all hunks."""
        reading = self._reading
        in_structures = {
            each for argument in reading.arguments for each in self._of(argument)
        }
        for argument in reading.arguments:
            self._structure(argument)
        for node in reading.nodes:
            if node.above is None and node not in in_structures:
                self._top(node)
        return self._hunks

    def _of(self, argument: Argument) -> list[Node]:
        by_occurrence = {
            each.occurrence: each
            for occurrence in argument.structure
            for each in self._reading.nodes_of.get(occurrence.element, ())
        }
        return [
            by_occurrence[each] for each in argument.structure if each in by_occurrence
        ]

    def _is_broken(self, node: Node) -> bool:
        """Return whether a node does not stand any longer below what is above it."""
        above = node.above
        if above is None:
            return False
        if isinstance(above, Inference):
            return (
                above in self._broken or self._reading.start(node) in self._broken_signs
            )
        return (
            above.element in self._gone
            or self._reading.start(node) in self._broken_signs
        )

    def _top(self, node: Node) -> None:
        """Go through a block, and through the blocks that are left of it."""
        blocks: list[str] = []
        end = tree_lines(self._reading, node)[1]
        if node.element in self._gone:
            self._leave([node], end, [])
            return
        self._prune(node, self._hunks, blocks)
        if blocks:
            self._hunks.append(block_hunk(self._reading, end, blocks))

    def _leave(self, nodes: list[Node], end: int, hunks: list[Hunk]) -> None:
        """Take what goes out of nodes and lines, and leave the rest as blocks."""
        blocks: list[str] = []
        start = own_lines(self._reading, nodes[0])[0]
        left: list[Node] = []
        for node in nodes:
            self._outermost(node, hunks, blocks, left)
        hunks += [self._as_block(each, is_first=each is left[0]) for each in left]
        kept = applied(
            self._reading.text, hunks, start, after_break(self._reading, end)
        )
        if kept.strip() or blocks:
            place = [block_hunk(self._reading, end, blocks)] if blocks else []
            self._hunks += [*hunks, *place]
        else:
            self._hunks.append(Hunk(*widened(self._reading, start, end)))

    def _outermost(
        self, node: Node, hunks: list[Hunk], blocks: list[str], left: list[Node]
    ) -> None:
        """Find what is left of a node above which nothing is left."""
        if node.element in self._gone or not self._is_needed(node):
            hunks.append(self._without_lines(*own_lines(self._reading, node), node))
            for child in node.children:
                self._outermost(child, hunks, blocks, left)
        else:
            left.append(node)
            self._prune(node, hunks, blocks)
            hunks += self._without_step(node)

    def _as_block(self, node: Node, *, is_first: bool) -> Hunk:
        """Return the hunk that lets a block begin with a node."""
        reading = self._reading
        gap = "" if is_first else reading.line_break
        return Hunk(
            reading.line_start(reading.start(node)),
            reading.tokens.begin(node.found.first),
            gap,
        )

    def _without_step(self, node: Node) -> list[Hunk]:
        """Return the hunks that leave in data what is not of a step."""
        own = [key for key in node.occurrence.data if key in STEP_KEYS]
        if not own or node.found.data == NONE:
            return []
        return [with_data(self._reading, node, dict.fromkeys(own, REMOVED))]

    def _take(self, node: Node, hunks: list[Hunk], blocks: list[str]) -> None:
        """Take a node out whose element goes, and make blocks of what is below it."""
        hunks.append(self._without_lines(*own_lines(self._reading, node), node))
        for child in node.children:
            self._child(child, hunks, blocks)

    def _without_lines(self, start: int, end: int, node: Node) -> Hunk:
        """Return the hunk that leaves no more of lines than their comments."""
        reading = self._reading
        margin = reading.margin(node)
        kept = [
            f"{margin}{each}{reading.line_break}"
            for each in reading.comments(start, end)
        ]
        return Hunk(start, after_break(reading, end), "".join(kept))

    def _prune(self, node: Node, hunks: list[Hunk], blocks: list[str]) -> None:
        for child in node.children:
            self._child(child, hunks, blocks)

    def _child(self, node: Node, hunks: list[Hunk], blocks: list[str]) -> None:
        if node.element in self._gone:
            self._take(node, hunks, blocks)
        elif self._is_broken(node):
            self._lift(node, hunks, blocks)
        else:
            self._prune(node, hunks, blocks)

    def _lift(self, node: Node, hunks: list[Hunk], blocks: list[str]) -> None:
        """Make a block of a node that stays, with what stays below it."""
        reading = self._reading
        start, end = tree_lines(reading, node)
        if not self._is_needed(node):
            hunks.append(self._without_lines(*own_lines(reading, node), node))
            self._prune(node, hunks, blocks)
            return
        inner: list[Hunk] = []
        further: list[str] = []
        self._prune(node, inner, further)
        inner += self._without_step(node)
        block = dedented(reading, (start, end), node, inner).rstrip("\r\n")
        blocks += [block, *further]
        hunks.append(Hunk(start, after_break(reading, end)))

    def _is_needed(self, node: Node) -> bool:
        """Return whether something would be lost without this occurrence."""
        kept = [each for each in node.children if not self._is_broken(each)]
        others = [
            each
            for each in self._reading.nodes_of[node.element]
            if each is not node
            and not (self._is_broken(each) and each.first > node.first)
        ]
        return (
            node.is_definition or bool(kept) or not others or bool(node.occurrence.tags)
        )

    def _structure(self, argument: Argument) -> None:
        """Take steps out of a reconstruction."""
        steps = [*argument.steps()]
        if not any(each.inference in self._broken for each in steps):
            for node in self._of(argument):
                self._numbered(node)
            for each in steps:
                self._undercuts(each.inference)
            return
        nodes = {each.occurrence: each for each in self._of(argument)}
        if all(each.inference in self._broken for each in steps):
            self._whole(nodes, steps)
        else:
            self._some(nodes, steps)

    def _numbered(self, node: Node) -> None:
        hunks: list[Hunk] = []
        blocks: list[str] = []
        self._prune(node, hunks, blocks)
        self._hunks += hunks
        self._put_behind(node, blocks)

    def _put_behind(self, node: Node, blocks: list[str]) -> None:
        if blocks:
            place = self._reading.block_end(node.first)
            self._hunks.append(block_hunk(self._reading, place, blocks))

    def _undercuts(self, inference: Inference) -> None:
        hunks: list[Hunk] = []
        blocks: list[str] = []
        below = self._reading.undercuts.get(inference, [])
        for node in below:
            self._child(node, hunks, blocks)
        self._hunks += hunks
        if below:
            self._put_behind(below[0], blocks)

    def _whole(self, nodes: dict[Occurrence, Node], steps: list[Step]) -> None:
        """Make blocks of what stays of a reconstruction of which no step does."""
        ordered = [*nodes.values()]
        hunks: list[Hunk] = []
        blocks: list[str] = []
        for each in steps:
            self._line(each.inference, hunks, blocks)
        end = max(tree_lines(self._reading, each)[1] for each in ordered)
        self._leave(ordered, end, hunks)
        if blocks:
            self._hunks.append(block_hunk(self._reading, end, blocks))

    def _unnumber(self, node: Node, hunks: list[Hunk], blocks: list[str]) -> None:
        if node.element in self._gone:
            self._take(node, hunks, blocks)
        else:
            self._lift(node, hunks, blocks)

    def _line(self, inference: Inference, hunks: list[Hunk], blocks: list[str]) -> None:
        reading = self._reading
        start, end = (
            reading.line_start(inference.span.start),
            reading.line_end(inference.span.end),
        )
        kept = [f"{each}{reading.line_break}" for each in reading.comments(start, end)]
        hunks.append(Hunk(start, after_break(reading, end), "".join(kept)))
        for node in reading.undercuts.get(inference, ()):
            self._child(node, hunks, blocks)

    def _some(self, nodes: dict[Occurrence, Node], steps: list[Step]) -> None:
        """Take out some steps of several; what the next needs stays numbered."""
        hunks: list[Hunk] = []
        blocks: list[str] = []
        for place, step in enumerate(steps):
            if step.inference not in self._broken:
                for each in (*step.listed, step.conclusion):
                    self._prune(nodes[each], hunks, blocks)
                continue
            self._line(step.inference, hunks, blocks)
            following = steps[place + 1 :][:1]
            stays = following and following[0].inference not in self._broken
            for each in step.listed:
                self._unnumber(nodes[each], hunks, blocks)
            if stays and nodes[step.conclusion].element not in self._gone:
                self._prune(nodes[step.conclusion], hunks, blocks)
            else:
                self._unnumber(nodes[step.conclusion], hunks, blocks)
        self._hunks += hunks
        self._put_behind(next(iter(nodes.values())), blocks)


def widened(reading: Reading, start: int, end: int) -> tuple[int, int]:
    """Return the place of lines with the empty lines behind, or else before them."""
    rest = reading.text[end:]
    after = len(rest) - len(rest.lstrip())
    if after < len(rest):
        return start, reading.line_start(end + after)
    return len(reading.text[:start].rstrip()), end
