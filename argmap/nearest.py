"""The passage of a text that is most like words that do not stand in it.

An index of the text's words finds where most of those looked for stand together, rare
ones counting more; `difflib` then lines them up. So even a long text is read once.
"""

import re
from array import array
from bisect import bisect_left, bisect_right
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import accumulate
from typing import TypeAlias

import attrs

from argmap.folding import SPACELESS, Folded, folded

_TOKEN = re.compile(rf"(?:[{SPACELESS}]|[^\s{SPACELESS}]+)\s*")
_EDGES = " .,;:!?…\"'“”„‟‘’‚‛«»()[]{}*_、。，；：？！「」『』（）"
_MOST_WORDS = 100
_MOST_PLACES = 20_000
_Range: TypeAlias = tuple[int, int]


@attrs.frozen
class NearestPassage:
    """Where it stands, and what the words have that it has otherwise, in order.

    The first of each pair in `differences` is from the words, the second from the
    text; one may be empty. Of more than a hundred words only those about the first
    difference are compared.
    """

    start: int
    end: int
    differences: tuple[tuple[str, str], ...]


def nearest_passage(text: str, words: str) -> NearestPassage | None:
    """Return the passage most like the words, if it has any of them.

    >>> nearest_passage("First, rents rose fast. Wages fell.", "rents fell fast")
    NearestPassage(start=7, end=22, differences=(('fell', 'rose'),))
    """
    source, sought = folded(text), _around_departure(folded(text).text, words)
    index = _index(source.text)
    found = _cut(source.text, index, sought.text) or _likely(
        index, words_in(sought.text)
    )
    place = found and source.origin(*index.span(*found))
    if not place:
        return None
    start, end = _without_edges(text, *place, sought.original)
    if start >= end:
        return None
    differences = _differences(text[start:end], sought.original)
    return NearestPassage(start, end, tuple(differences))


@attrs.frozen
class _Index:
    """The words of a folded text without punctuation, and where each stands.

    `starts` are the positions of the words in the text, and the text's end.
    """

    words: Sequence[str]
    starts: Sequence[int]
    positions: dict[str, list[int]]

    def span(self, first: int, last: int) -> _Range:
        """Return where words stand, from the first until before the last."""
        return self.starts[first], self.starts[last]

    def weight(self, word: str) -> int:
        """Return how much a word says of the place, in bits."""
        return (len(self.words) // len(self.positions[word])).bit_length()


@lru_cache(maxsize=2)
def _index(text: str) -> _Index:
    tokens = _TOKEN.findall(text)
    words, places = _without_punctuation(tokens), defaultdict(list)
    for at, word in enumerate(words):
        places[word].append(at)
    blank = len(text) - len(text.lstrip())
    starts = array("L", accumulate(map(len, tokens), initial=blank))
    return _Index(words, starts, dict(places))


def words_in(text: str) -> list[str]:
    """Return the words of a text without the punctuation round them.

    Where a script puts no spaces between words, each letter counts as one.

    >>> words_in("“Rents”, they say, rose.")
    ['Rents', 'they', 'say', 'rose']
    """
    return _without_punctuation(_TOKEN.findall(text))


def _without_punctuation(tokens: Sequence[str]) -> list[str]:
    return [each.strip(_EDGES) or each.strip() for each in tokens]


def _around_departure(text: str, words: str) -> Folded:
    """Return the words, or of many those about the first that is not there."""
    sought = Folded.of(words.strip())
    tokens = [match.span() for match in _TOKEN.finditer(sought.text)]
    if len(tokens) <= _MOST_WORDS:
        return sought
    known = bisect_left(
        tokens, 1, key=lambda token: sought.text[: token[1]].rstrip() not in text
    )
    first = max(0, min(known - _MOST_WORDS // 2, len(tokens) - _MOST_WORDS))
    span = sought.origin(tokens[first][0], tokens[first + _MOST_WORDS - 1][1])
    return Folded.of(words.strip()[slice(*span)]) if span else sought


def _cut(text: str, index: _Index, sought: str) -> _Range | None:
    """Return the words that those sought are cut from, as "act" from "exact"."""
    at = text.find(sought)
    if at < 0 or not sought:
        return None
    first = bisect_right(index.starts, at) - 1
    return first, bisect_left(index.starts, at + len(sought))


def _likely(index: _Index, sought: Sequence[str]) -> _Range | None:
    """Return where most of the words stand together, lined up with them."""
    slack = 2 + len(sought) // 8
    window = _densest(index, sought, len(sought) + slack)
    if window is None:
        return None
    from difflib import SequenceMatcher  # noqa: PLC0415 - only after a failure

    first = max(0, window[1] - len(sought) - slack)
    words = index.words[first : window[0] + len(sought) + slack]
    matcher = SequenceMatcher(None, words, sought, autojunk=False)
    *blocks, _ = matcher.get_matching_blocks()
    before = blocks[0].a - blocks[0].b
    after = blocks[-1].a - blocks[-1].b + len(sought)
    return max(0, first + before), min(len(index.words), first + after)


def _densest(index: _Index, sought: Sequence[str], width: int) -> _Range | None:
    """Return the first and last of the places close together that say most."""
    wanted = Counter(word for word in sought if word in index.positions)
    weights = {word: index.weight(word) for word in wanted}
    places = _rarest(index, wanted)
    inside: Counter[str] = Counter()
    best, score, first = (0, 0, 0), 0, 0
    for last, place in enumerate(places):
        word = index.words[place]
        inside[word] += 1
        score += weights[word] * (inside[word] <= wanted[word])
        while place - places[first] >= width:
            gone = index.words[places[first]]
            score -= weights[gone] * (inside[gone] <= wanted[gone])
            inside[gone] -= 1
            first += 1
        if score > best[0]:
            best = score, first, last
    return (places[best[1]], places[best[2]]) if places else None


def _rarest(index: _Index, wanted: Counter[str]) -> list[int]:
    """Return where the wanted words stand, without those that stand everywhere."""
    chosen: list[int] = []
    for word in sorted(wanted, key=lambda word: len(index.positions[word])):
        places = index.positions[word]
        if chosen and len(chosen) + len(places) > _MOST_PLACES:
            break
        chosen += places[:_MOST_PLACES]
    return sorted(chosen)


def _without_edges(text: str, start: int, end: int, words: str) -> _Range:
    """Leave out the punctuation round a passage that the words do not have."""
    passage = text[start:end]
    if words[0] not in _EDGES:
        start = end - len(passage.lstrip(_EDGES))
    if words[-1] not in _EDGES:
        end = start + len(text[start:end].rstrip(_EDGES))
    return start, end


def _differences(passage: str, words: str) -> Iterator[tuple[str, str]]:
    from difflib import SequenceMatcher  # noqa: PLC0415 - only after a failure

    sought, found = list(_TOKEN.finditer(words)), list(_TOKEN.finditer(passage))
    matcher = SequenceMatcher(
        None,
        [Folded.of(each[0].strip()).text for each in sought],
        [Folded.of(each[0].strip()).text for each in found],
        autojunk=False,
    )
    for kind, a, b, c, d in matcher.get_opcodes():
        if kind != "equal":
            yield _slice(words, sought[a:b]), _slice(passage, found[c:d])


def _slice(text: str, tokens: Sequence[re.Match[str]]) -> str:
    return text[tokens[0].start() : tokens[-1].end()].strip() if tokens else ""
