"""Texts mended: the changes that findings ask for, made and held against the map."""

from collections import Counter
from collections.abc import Callable, Collection, Iterable, Sequence
from operator import eq
from typing import Final

import attrs

from argmap.diagnostics import Diagnostic, Edit
from argmap.formats.document import Document
from argmap.model import ArgumentMap
from argmap.words import replaced

_MOST_ROUNDS: Final = 4
"""What was mended may show what else is wrong."""


def edited(text: str, edits: Iterable[Edit]) -> str:
    """Return a text with changes made in it that do not overlap.

    >>> from argmap.diagnostics import Span
    >>> edited("not now", [Edit(Span(0, 3), "just"), Edit(Span(7, 7), ".")])
    'just now.'
    """
    in_order = sorted(edits, key=_place)
    return replaced(text, ((*_place(each), each.text) for each in in_order))


def mended(
    text: str,
    read: Callable[[str], Document],
    path: str | None = None,
    *,
    is_same: Callable[[ArgumentMap, ArgumentMap], bool] = eq,
) -> str:
    r"""Return a text in which is mended what only one change can mend.

    `read` reads it, `path` is that of its file: what it includes stays as it is. A
    change is made if the map stays the same, as `is_same` finds, the finding is gone
    and no other comes.

    >>> from argmap.formats import read
    >>> mended("# Rents\n[Rose]: They rose.\n", lambda text: read(text, "argdown"))
    '# Rents\n\n[Rose]: They rose.\n'
    """
    for _ in range(_MOST_ROUNDS):
        document = read(text)
        mending = _Mending(text, document, read, is_same)
        made = mending.best(_distinct(_own(document, path)))
        if not made:
            break
        text = mending.result(made)
    return text


def _place(edit: Edit) -> tuple[int, int]:
    return edit.span.start, edit.span.end


def _own(document: Document, path: str | None) -> Iterable[Diagnostic]:
    """Yield the findings with a mend in the file itself, the mend as it is there."""
    for each in document.diagnostics:
        if each.mend:
            file, _, _ = document.origin(each.mend.span)
            if file in {None, path}:
                yield document.in_its_file(each)


def _distinct(found: Iterable[Diagnostic]) -> list[Diagnostic]:
    """Return findings in the order of their mends, without those that overlap."""
    distinct: list[Diagnostic] = []
    end = -1
    for each in sorted(found, key=lambda one: _place(_edit(one))):
        if _edit(each).span.start > end:
            distinct.append(each)
            end = _edit(each).span.end
    return distinct


def _edit(finding: Diagnostic) -> Edit:
    assert finding.mend is not None  # noqa: S101 - only such are looked at
    return finding.mend


@attrs.frozen
class _Mending:
    """A text, what was read of it, and which changes in it are good."""

    text: str
    document: Document
    read: Callable[[str], Document]
    is_same: Callable[[ArgumentMap, ArgumentMap], bool]

    def best(self, found: Sequence[Diagnostic]) -> list[Diagnostic]:
        """Return the findings that can be mended together.

        All are tried at once, then halves: it is seldom that one is no good.
        """
        good: list[Diagnostic] = []
        waiting = [list(found)] if found else []
        while waiting:
            some = waiting.pop()
            if self._is_good([*good, *some]):
                good += some
            elif len(some) > 1:
                half = len(some) // 2
                waiting += [some[half:], some[:half]]
        return good

    def result(self, made: Iterable[Diagnostic]) -> str:
        """Return the text with these mended."""
        return edited(self.text, map(_edit, made))

    def _is_good(self, made: Collection[Diagnostic]) -> bool:
        document = self.read(self.result(made))
        before, gone = _codes(self.document.diagnostics), _codes(made)
        is_same = self.is_same(document.argument_map, self.document.argument_map)
        return is_same and _codes(document.diagnostics) <= before - gone


def _codes(found: Iterable[Diagnostic]) -> Counter[str]:
    return Counter(each.code for each in found)
