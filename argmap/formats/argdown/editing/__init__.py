"""A text in Argdown edited: the smallest change of it that says another map.

The maps are held against each other, and every difference is a change of few places
in the text. Each change is tried: it stays if what is read then is nearer to the map
that is wanted. What no line can say stands in the front matter at last, and the
text is read once more: nothing is lost in silence.
"""

from collections import Counter
from collections.abc import Collection, Iterable, Iterator
from itertools import pairwise

import attrs

from argmap.changes.matching import renamed_ids
from argmap.diagnostics import Severity
from argmap.errors import EditError
from argmap.formats.argdown.editing.changes import Change, Changes
from argmap.formats.argdown.editing.comparing import (
    differences,
    made_ids,
    settled,
    with_mentions,
)
from argmap.formats.argdown.editing.front_matter import completed
from argmap.formats.argdown.editing.reading import Reading
from argmap.formats.argdown.editing.wording import Way, with_data
from argmap.formats.argdown.hunks import Foreign, Hunk, applied, in_order
from argmap.formats.document import Document
from argmap.model import ArgumentMap, Claim


def edit(text: str, wanted: ArgumentMap, foreign: Iterable[Foreign] = ()) -> str:
    r"""Return a text that says another map, with as little of it changed as can be.

    `foreign` are pieces of it that come from elsewhere: what stands for them is put in
    their place. Raises EditError where that map cannot be said in it.

    >>> text = "// why we ask\n[Cap]: The city should cap rents.\n  + <Relief>\n"
    >>> changed = Reading(text).argument_map
    >>> claim = attrs.evolve(changed.claims[0], text="The state should cap rents.")
    >>> print(edit(text, changed.with_parts(claim)), end="")
    // why we ask
    [Cap]: The state should cap rents.
      + <Relief>
    """
    return _Editing(_State(Reading(text), (*foreign,)), wanted).run()


def edit_document(document: Document, wanted: ArgumentMap) -> str:
    """Return the text of a document's own file, changed to say another map.

    What it includes stays as it is; raises EditError.
    """
    return edit(document.text, wanted, _included(document))


def _included(document: Document) -> Iterator[Foreign]:
    """Yield what stands in the place of an include, and the word for it."""
    own = [each for each in document.excerpts if each.path == document.excerpts[0].path]
    for each in own:
        there = each.text[each.offset : each.offset + len(each.span.of(document.text))]
        if there != each.span.of(document.text):  # it could not be included
            yield Foreign(each.span.start, each.span.end, there)
    for before, after in pairwise(own):
        start = before.offset + before.span.end - before.span.start
        if before.span.end < after.span.start or start < after.offset:
            words = before.text[start : after.offset]
            yield Foreign(before.span.end, after.span.start, words)


@attrs.frozen
class _State:
    """What is read of a text now, and the pieces of it that stay as they are."""

    reading: Reading
    foreign: tuple[Foreign, ...]

    def changed(self, way: Way) -> "_State | None":
        """Return the text with hunks replaced; None if one is in what stays."""
        text, line_break = self.reading.text, self.reading.line_break
        with_breaks = (each.with_breaks(line_break) for each in way)
        hunks = [*in_order(with_breaks, 0, len(text))]
        foreign = [each.behind(hunks) for each in self.foreign]
        if None in foreign:
            return None
        return _State(Reading(applied(text, hunks)), (*filter(None, foreign),))

    @property
    def text(self) -> str:
        """The text as it stands in its file."""
        hunks = (Hunk(each.start, each.end, each.words) for each in self.foreign)
        return applied(self.reading.text, hunks)


class _Editing:
    """A text on its way to another map."""

    def __init__(self, state: _State, wanted: ArgumentMap) -> None:
        self._state = state
        before = state.reading.argument_map
        made = made_ids(wanted, before)
        wanted = wanted.renamed(made)
        ids = renamed_ids(before, wanted) | made
        self._ids = {new: old for old, new in ids.items()}
        self._before = before.renamed(ids)
        self._wanted = with_mentions(wanted, self._before)
        self._faults = len(state.reading.elements.faults)
        self._invalid = _invalid(state.reading)
        self._comments = _comments(state.reading)
        self._seen: tuple[_State, dict[str, int]] | None = None

    def run(self) -> str:
        """Return the text once nothing is left to be changed."""
        for name in Changes.PHASES:
            if not self._left(self._state):
                break
            self._go_through(name)
        is_invalid = _invalid(self._state.reading) > self._invalid
        if is_invalid or self._left(self._state):
            self._complete()
        return self._state.text

    def _left(self, state: _State) -> dict[str, int]:
        """Return what differs in a text, and in how much."""
        if self._seen is None or self._seen[0] is not state:
            left = differences(self._wanted_of(state), state.reading.argument_map)
            self._seen = state, left
        return self._seen[1]

    def _wanted_of(self, state: _State) -> ArgumentMap:
        """Return the wanted map with what a text decides."""
        return settled(self._wanted, state.reading.argument_map, self._before)

    def _changes(self, phase: str, tried: Collection[str] = ()) -> Iterator[Change]:
        """Yield the changes of a kind that have not been tried."""
        changes = Changes(self._state.reading, self._wanted, self._ids, tried)
        found: Iterator[Change] = getattr(changes, phase)()
        return (each for each in found if each.key not in tried)

    def _go_through(self, phase: str) -> None:
        """Make all changes of a kind, at once if that works, else one by one."""
        changes = [*self._changes(phase)]
        if len(changes) > 1:
            before = self._state
            together = [hunk for each in changes for hunk in each.ways[0]]
            if self._is_made([together]) and not [*self._changes(phase)]:
                return
            self._state = before
        tried: set[str] = set()
        while change := next(self._changes(phase, tried), None):
            tried.add(change.key)
            self._is_made(change.ways)

    def _is_made(self, ways: Iterable[Way]) -> bool:
        """Make a change in the first way that brings the text nearer to the map."""
        before = self._left(self._state)
        for way in ways:
            state = self._pinned(self._state.changed(way))
            if state and self._is_right(state) and self._is_nearer(state, before):
                self._state = state
                return True
        return False

    def _is_nearer(self, state: _State, before: dict[str, int]) -> bool:
        """Return whether less differs in a text, and nothing that it said before.

        A link may differ that did not: another change can say it again.
        """
        left = self._left(state)
        if sum(left.values()) >= sum(before.values()):
            return False
        links = {each.id for each in self._wanted.links}
        new = left.keys() - before.keys() - links
        return not any(each in self._wanted for each in new)

    def _is_right(self, state: _State) -> bool:
        """Return whether a text has no more faults than before, and all comments."""
        lost = Counter(self._comments)
        lost.subtract(_comments(state.reading))
        is_whole = max(lost.values(), default=0) <= 0
        return is_whole and len(state.reading.elements.faults) <= self._faults

    def _pinned(self, state: _State | None) -> _State | None:
        """Return the text with the ids of untitled claims that were counted anew."""
        given: set[str] = set()
        while state and (way := self._pin(state.reading, given)):
            state = state.changed(way)
        return state

    def _pin(self, reading: Reading, given: set[str]) -> Way | None:
        """Return the way to give the first such claim the id that it had.

        Each id is given once: a claim that says nothing cannot have any.
        """
        got = reading.argument_map
        known: dict[Claim, list[str]] = {}
        for each in self._wanted.claims:
            if each.title or each.id in given:
                continue
            if _bare(got.find_part(each.id)) != _bare(each):
                known.setdefault(attrs.evolve(each, id="claim"), []).append(each.id)
        if not known:
            return None
        for claim in got.claims:
            element = reading.element(claim.id)
            if element is None or not element.is_untitled:
                continue
            if _bare(self._wanted.find_part(claim.id)) == _bare(claim):
                continue
            ids = known.get(attrs.evolve(claim, id="claim"), [])
            home = reading.home(element)
            if ids and home is not None and element.data.get("id") != ids[0]:
                given.add(ids[0])
                return [with_data(reading, home, {"id": ids[0]})]
        return None

    def _complete(self) -> None:
        """Put what is left into the front matter; raises EditError."""
        hunk = completed(self._state.reading, self._wanted_of(self._state))
        state = self._state.changed([hunk]) if hunk else None
        if state and self._is_right(state):
            self._state = state
        if left := self._left(self._state):
            raise EditError(sorted(left))


def _comments(reading: Reading) -> list[str]:
    """Return the comments in a text, as they are but for blanks around them."""
    tokens = reading.tokens
    return [tokens.text[start:end].strip() for start, end in tokens.comments]


def _invalid(reading: Reading) -> int:
    """Return how often the front matter says something that fits no part any longer."""
    return sum(each.severity is Severity.ERROR for each in reading.mapped.diagnostics)


def _bare(part: object) -> object:
    return attrs.evolve(part, id="claim") if isinstance(part, Claim) else None
