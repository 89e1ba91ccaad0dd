"""Quotations as they go wrong: words dropped, cut, swapped, negated and the like.

Everything is in order and without chance, so that a count is the same every time.
"""

import re
from collections.abc import Callable, Iterable, Iterator
from itertools import pairwise

_WORD = re.compile(r"\S+")
_VERB = re.compile(r"\b(?:is|are|was|were|would|could|might|may|can|does|has|have)\b")
_MARKS = str.maketrans(
    {"‘": "'", "’": "'", "“": '"', "”": '"', "–": "-", "—": "-", "\n": " "}
)


def _without(words: str, start: int, end: int, new: str = "") -> str:
    return " ".join((words[:start] + new + words[end:]).split())


def drop(words: str) -> Iterator[str]:
    """Leave out each word in turn."""
    for word in _WORD.finditer(words):
        yield _without(words, *word.span())


def insert(words: str) -> Iterator[str]:
    """Put a word after each in turn."""
    for at, word in enumerate(_WORD.finditer(words)):
        yield _without(
            words, word.end(), word.end(), f" {('very', 'the', 'all')[at % 3]}"
        )


def cut(words: str) -> Iterator[str]:
    """Cut letters off either end."""
    for count in range(1, 13):
        yield words[count:].strip()
        yield words[:-count].strip()


def swap(words: str) -> Iterator[str]:
    """Exchange each two words that are next to each other."""
    for one, other in pairwise(_WORD.finditer(words)):
        yield _without(words, one.start(), other.end(), f"{other[0]} {one[0]}")


def letter(words: str) -> Iterator[str]:
    """Change, double and leave out a letter of each word."""
    for word in _WORD.finditer(words):
        at = (word.start() + word.end()) // 2
        yield _without(words, at, at + 1, "x")
        yield _without(words, at, at, words[at])
        yield _without(words, at, at + 1)


def digit(words: str) -> Iterator[str]:
    """Change, double and leave out each digit, and what stands between digits."""
    for each in re.finditer(r"\d|(?<=\d)[.,](?=\d)", words):
        new = str((int(each[0]) + 1) % 10) if each[0].isdigit() else "."
        for instead in (new, each[0] * 2, "", f"-{each[0]}"):
            yield _without(words, *each.span(), instead)


def negate(words: str) -> Iterator[str]:
    """Put a "not" or "un-" where there is none, or take it away."""
    for verb in _VERB.finditer(words):
        yield _without(words, verb.end(), verb.end(), " not")
        yield _without(words, verb.end(), verb.end(), "n't")
    for word in re.finditer(r"\b(?:not |no |un|in|non-|never )", words):
        yield _without(words, *word.span())
    for word in re.finditer(r"\b[a-z]{5,}", words):
        yield _without(words, word.start(), word.start(), "un")


def splice(words: str, others: Iterable[str]) -> Iterator[str]:
    """Go on with the end of another quotation."""
    half = " ".join(words.split()[: len(words.split()) // 2])
    for other in others:
        yield f"{half} {' '.join(other.split()[len(other.split()) // 2 :])}".strip()


KINDS: tuple[Callable[[str], Iterator[str]], ...] = (
    drop,
    insert,
    cut,
    swap,
    letter,
    digit,
    negate,
)


def mutations(quotations: Iterable[str], text: str) -> Iterator[tuple[str, str]]:
    """Yield what kind of mutation it is and the words, each once.

    What comes out as a whole stretch of the text after all is left out.
    """
    quotations = tuple(dict.fromkeys(quotations))
    plain = _plain(text)
    seen = {""}
    for at, words in enumerate(quotations):
        for kind, mutated in _of_each_kind(words, quotations[at + 1 : at + 6]):
            if mutated not in seen and not _stands(plain, mutated):
                seen.add(mutated)
                yield kind, mutated


def _of_each_kind(words: str, others: Iterable[str]) -> Iterator[tuple[str, str]]:
    for kind in KINDS:
        for mutated in kind(words):
            yield kind.__name__, mutated
    for mutated in splice(words, others):
        yield "splice", mutated


def _plain(text: str) -> str:
    return re.sub(r"\s+-\s+", " - ", text.translate(_MARKS).replace("--", "-"))


def _stands(plain: str, words: str) -> bool:
    """Return whether words are a whole stretch, but for a first letter's case."""
    sought = _plain(words).strip()
    first = f"[{sought[0].lower()}{sought[0].upper()}]" if sought[0].isalpha() else ""
    pattern = first + re.escape(sought[1:] if first else sought)
    start = r"(?<!\w)(?<!\w[-'])(?<!\d[.,])" if sought[0].isalnum() else ""
    end = r"(?!\w)(?![-']\w)(?![.,]\d)" if sought[-1].isalnum() else ""
    return re.search(start + pattern + end, plain) is not None
