"""Slips in quotations: where the source says almost the same, and how it differs.

A slip is small enough for the words of the source to be put in the place of those
quoted: signs and case, accents, a letter of a longer word, or dots without brackets. A
word that is missing, added or another is none.
"""

import unicodedata
from typing import Final

import attrs

from argmap.folding import Folded
from argmap.nearest import nearest_passage
from argmap.passages import find_passages, find_unmarked_omission

_MOST: Final = 3
"""How many words may differ; more make it another passage."""
_MOST_WORDS: Final = 100
_FEWEST_LETTERS: Final = 4
"""In shorter words a letter makes another word: not, now."""
_ROUND_NUMBERS: Final = "\"'(),.;:!?"


@attrs.frozen
class Slip:
    """The words as the source has them, and the pairs of what is quoted and there.

    Without any pair only the mark of what is left out differs.
    """

    words: str
    differences: tuple[tuple[str, str], ...] = ()


def find_slip(text: str, words: str) -> Slip | None:
    """Return the slip in words that do not stand in a text, if it is no more than one.

    >>> find_slip("First, rents rose fast.", "rents rosse fast")
    Slip(words='rents rose fast', differences=(('rosse', 'rose'),))
    >>> find_slip("First, rents rose fast.", "rents fell fast")
    """
    if omission := find_unmarked_omission(text, words):
        return Slip(_in_one_line(omission.of(text)))
    if len(words.split()) > _MOST_WORDS:
        return None
    near = nearest_passage(text, words)
    if near is None or not 0 < len(near.differences) <= _MOST:
        return None
    if not all(_is_small(*each) for each in near.differences):
        return None
    found = _in_one_line(text[near.start : near.end])
    is_there = any(find_passages(text, found))
    return Slip(found, near.differences) if is_there else None


def _in_one_line(words: str) -> str:
    return " ".join(words.split())


def _is_small(words: str, text: str) -> bool:
    """Return whether words differ in signs, or each in a letter from the other."""
    ours, theirs = _letters(words), _letters(text)
    return len(ours) == len(theirs) and all(map(_is_near, ours, theirs))


def _letters(words: str) -> list[str]:
    """Return words without accents, case and signs; numbers have their signs."""
    plain = unicodedata.normalize("NFKD", Folded.of(words).text).casefold()
    return [kept for each in plain.split() if (kept := _plain(each))]


def _plain(word: str) -> str:
    if any(map(str.isdigit, word)):
        return word.strip(_ROUND_NUMBERS)
    return "".join(filter(str.isalnum, word))


def _is_near(ours: str, theirs: str) -> bool:
    """Return whether two words are one, or a letter apart and long enough for that."""
    if ours == theirs:
        return True
    if min(len(ours), len(theirs)) < _FEWEST_LETTERS or any(
        map(str.isdigit, ours + theirs)
    ):
        return False
    return _is_one_apart(ours, theirs)


def _is_one_apart(one: str, other: str) -> bool:
    """Return whether a letter is changed, missing, or in the place of its neighbour."""
    start = 0
    while start < min(len(one), len(other)) and one[start] == other[start]:
        start += 1
    ours, theirs = one[start:], other[start:]
    return (
        ours[1:] == theirs[1:]
        or ours[1:] == theirs
        or ours == theirs[1:]
        or (ours[:2] == theirs[:2][::-1] and ours[2:] == theirs[2:])
    )
