"""Hunks that give a step of a reconstruction other premises, or another conclusion."""

from collections.abc import Callable, Iterator, Sequence
from functools import cached_property
from typing import TypeAlias

import attrs

from argmap.formats.argdown import tokens as t
from argmap.formats.argdown.editing.reading import Node, Reading
from argmap.formats.argdown.editing.removing import (
    after_break,
    block_hunk,
    dedented,
    tree_lines,
)
from argmap.formats.argdown.editing.wording import Way
from argmap.formats.argdown.elements import Inference as Line, Step
from argmap.formats.argdown.hunks import Hunk
from argmap.model import Inference

Numbered: TypeAlias = Callable[[str], str | None]
"""Return what stands behind the number of a claim; None if it cannot be named."""


@attrs.frozen(slots=False)
class Premises:
    """The premises of a line as they are, and those that are wanted."""

    reading: Reading
    line: Line
    wanted: Inference
    words: Numbered

    @cached_property
    def _step(self) -> Step:
        steps = self.line.argument.steps()
        return next(each for each in steps if each.inference is self.line)

    def conclusion_way(self) -> Way | None:
        """Return the way to have the conclusion that is wanted, as `way` does."""
        reading, old = self.reading, self._step.conclusion
        words = self.words(self.wanted.conclusion)
        (node,) = (x for x in reading.nodes_of[old.element] if x.occurrence is old)
        if words is None:
            return None
        if not (node.is_definition or node.children):
            start = reading.tokens.starts[node.found.title]
            return [Hunk(start, reading.content(node)[1], words)]
        number = reading.tokens.image(node.first)
        start, end = tree_lines(reading, node)
        return [Hunk(start, end, f"{number} {words}"), self._behind([node])]

    def way(self) -> Way | None:
        """Return the way to have those that are wanted, or None if there is none.

        A claim that is no premise any longer, and is said only there, is a block.
        """
        step = self._step
        ids = self.reading.mapped.ids
        old = [ids[each.element] for each in step.premises]
        named = [each.claim for each in self.wanted.premises]
        gone = [each for each in self._nodes(step) if ids[each.element] not in named]
        words = [self.words(each) for each in named if each not in old]
        can_go = len(gone) == sum(each not in named for each in old)
        if step.is_explicit or not can_go or None in words:
            return None
        return [*self._without(gone), *self._with(gone, list(filter(None, words)))]

    def _nodes(self, step: Step) -> list[Node]:
        """Return the nodes of the premises that stand between this line and another."""
        return [
            node
            for each in step.listed
            for node in self.reading.nodes_of[each.element]
            if node.found is each.found
        ]

    def _without(self, gone: Sequence[Node]) -> Iterator[Hunk]:
        """Yield the hunks that take nodes out, and make blocks of what they say."""
        reading = self.reading
        for node in gone:
            start, end = tree_lines(reading, node)
            yield Hunk(start, after_break(reading, end))
        if said := [each for each in gone if each.is_definition or each.children]:
            yield self._behind(said)

    def _behind(self, nodes: Sequence[Node]) -> Hunk:
        """Return the hunk that makes blocks of nodes behind the reconstruction."""
        reading = self.reading
        blocks = [
            dedented(reading, tree_lines(reading, each), each).rstrip("\r\n")
            for each in nodes
        ]
        end = reading.block_end(self._numbers(())[-1])
        return block_hunk(reading, end, blocks)

    def _with(self, gone: Sequence[Node], words: Sequence[str]) -> Iterator[Hunk]:
        """Yield the hunks that put premises above the line, and number all anew."""
        reading = self.reading
        place = reading.line_start(self.line.span.start)
        number = 0
        for token in self._numbers(gone):
            if words and reading.tokens.starts[token] > place:
                lines = [
                    f"({number + each}) {one}{reading.line_break}"
                    for each, one in enumerate(words, 1)
                ]
                yield Hunk(place, place, "".join(lines))
                number, words = number + len(words), ()
            number += 1
            start, end = reading.tokens.begin(token), reading.tokens.ends[token]
            yield Hunk(start, end, f"({number})")

    def _numbers(self, gone: Sequence[Node]) -> list[int]:
        """Return the tokens of the numbers of a reconstruction, but for some nodes."""
        kinds = self.reading.tokens.kinds
        skipped = {each.first for each in gone}
        numbered = (each.found for each in self.line.argument.structure)
        tokens = [each.first - 1 for each in numbered if each]
        return [
            each
            for each in tokens
            if kinds[each] == t.STATEMENT_NUMBER and each not in skipped
        ]
