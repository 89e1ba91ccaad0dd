"""Hunks that give parts another section."""

from typing import Final

from argmap.formats.argdown import tokens as t
from argmap.formats.argdown.editing.reading import Node, Reading
from argmap.formats.argdown.editing.removing import (
    after_break,
    block_hunk,
    dedented,
    own_lines,
    widened,
)
from argmap.formats.argdown.editing.wording import Way
from argmap.formats.argdown.elements import NONE, Argument, Element, Section
from argmap.formats.argdown.hunks import Hunk

_INCOMING: Final = {t.OUTGOING_SUPPORT: "+>", t.OUTGOING_ATTACK: "->"}


def moved(reading: Reading, element: Element, section: Section | None) -> Way | None:
    """Return the way to have an element defined in another section, if there is one.

    Where it stood stays its title, if anything stands above or below it there.
    """
    if isinstance(element, Argument) and element.structure:
        return None
    nodes = reading.nodes_of.get(element, [])
    defined = [each for each in nodes if each.is_definition] or nodes
    place = reading.section_end(section)
    hunks: list[Hunk] = []
    blocks: list[str] = []
    for node in defined:
        if node.occurrence.section is section and node is not defined[0]:
            continue
        found = _moved_node(reading, node)
        if found is None:
            return None
        hunk, block = found
        hunks.append(hunk)
        blocks.append(block)
    return [*hunks, block_hunk(reading, place, list(dict.fromkeys(blocks))[:1])]


def _moved_node(reading: Reading, node: Node) -> tuple[Hunk, str] | None:
    """Return the hunk that takes a definition away, and the block that it becomes."""
    block = dedented(reading, own_lines(reading, node), node)
    is_alone = not (node.above or node.children or node.is_numbered)
    if is_alone and reading.tokens.kinds[node.first] not in t.ITEMS:
        return Hunk(*widened(reading, *own_lines(reading, node))), block
    if node.found.title != NONE:
        return _as_reference(reading, node), block
    above = node.above
    if isinstance(above, Node) and above.found.title != NONE and not node.children:
        sign = _INCOMING.get(reading.tokens.kinds[node.first])
        if sign:
            title = _reference(reading, above)
            below = f"{reading.line_break}{reading.indentation}{sign} {title}"
            start, end = own_lines(reading, node)
            return Hunk(start, after_break(reading, end)), block + below
    return None


def _reference(reading: Reading, node: Node) -> str:
    image = reading.tokens.image(node.found.title)
    return image.removesuffix(":")


def _as_reference(reading: Reading, node: Node) -> Hunk:
    """Return the hunk that leaves no more of a definition than its title."""
    start = reading.tokens.ends[node.found.title]
    is_colon = reading.text[start - 1] == ":"
    last = reading.last_token(node.first, node.last)
    return Hunk(start - is_colon, reading.words_end(last))
