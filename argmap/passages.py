"""Find words in a text as a reader would: by their letters, not their bytes.

Curly and straight quotation marks, dashes and hyphens, composed and decomposed
letters, and runs of white space are all the same; upper and lower case differ.
Positions are code points of the text as it is.
"""

import re
import unicodedata
from collections.abc import Iterator
from functools import lru_cache

import attrs

_ALIKE = str.maketrans(
    dict.fromkeys("‘’‚‛′ʼ`´", "'")
    | dict.fromkeys("“”„‟″«»", '"')
    | dict.fromkeys("‐‑‒–—―−", "-")
    | dict.fromkeys("\u00ad\u200b\u200c\u200d\u2060\ufeff", None)
)


@attrs.frozen
class _Folded:
    """A text in its folded form, and where each folded character came from."""

    text: str
    places: tuple[int, ...]


def _folded(text: str) -> _Folded:
    letters: list[str] = []
    places: list[int] = []
    for place, letter in enumerate(text):
        if letter.isspace():
            fold = "" if letters and letters[-1] == " " else " "
        else:
            fold = letter.translate(_ALIKE)
            if not fold.isascii():
                fold = unicodedata.normalize("NFKD", fold)
        letters.extend(fold)
        places.extend([place] * len(fold))
    return _Folded("".join(letters), tuple(places))


_folded_source = lru_cache(maxsize=16)(_folded)


def _fold(words: str) -> str:
    return _folded(words).text


def find_passages(text: str, words: str) -> Iterator[tuple[int, int]]:
    """Yield the start and end of every place where the words stand.

    >>> list(find_passages("He said:  “all is  well”.", '"all is well"'))
    [(10, 24)]
    """
    folded = _folded_source(text)
    sought = _fold(words).strip()
    at = folded.text.find(sought) if sought else -1
    last = None
    while at >= 0:
        end = at + len(sought)
        place = folded.places[at], folded.places[end - 1] + 1
        if place != last and not unicodedata.combining(
            folded.text[end : end + 1] or " "
        ):
            yield place
            last = place
        at = folded.text.find(sought, at + 1)


def nearest_passage(text: str, words: str) -> tuple[int, int] | None:
    """Return the start and end of the passage most like the words, if any is.

    It is the stretch around the longest run of words that both have.
    """
    from difflib import SequenceMatcher  # noqa: PLC0415 - only after a failure

    text_words = list(re.finditer(r"\S+", text))
    sought = words.split()
    matcher = SequenceMatcher(
        None,
        [_fold(each[0]) for each in text_words],
        [_fold(each) for each in sought],
        autojunk=False,
    )
    run = matcher.find_longest_match()
    if not run.size:
        return None
    first = max(0, run.a - run.b)
    last = min(len(text_words), run.a - run.b + len(sought)) - 1
    return text_words[first].start(), text_words[last].end()


def differences(passage: str, words: str) -> Iterator[tuple[str, str]]:
    """Yield what the words have and what the passage has instead, in order.

    >>> list(differences("rents rose fast", "rents fell fast"))
    [('fell', 'rose')]
    """
    from difflib import SequenceMatcher  # noqa: PLC0415 - only after a failure

    sought, found = words.split(), passage.split()
    matcher = SequenceMatcher(
        None,
        [_fold(each) for each in sought],
        [_fold(each) for each in found],
        autojunk=False,
    )
    for kind, a, b, c, d in matcher.get_opcodes():
        if kind != "equal":
            yield " ".join(sought[a:b]), " ".join(found[c:d])
