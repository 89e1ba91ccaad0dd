"""Suggestions of what somebody probably meant, for the help of a finding."""

from collections.abc import Iterable
from functools import lru_cache

_LONGEST = 100
_CLOSE, _VERY_CLOSE = 0.6, 0.8


def did_you_mean(word: str, known: Iterable[str]) -> str | None:
    """Ask for the known word most like this one; None if none is like it.

    A word that this one is a part of comes before one that is only somewhat like it.
    Upper and lower case make no difference.

    >>> did_you_mean("Presumd", ["title", "presumed"])
    "did you mean 'presumed'?"
    >>> did_you_mean("expert", ["example", "expert-opinion"])
    "did you mean 'expert-opinion'?"
    """
    from difflib import get_close_matches  # noqa: PLC0415 - only after a failure

    if len(word) > _LONGEST:
        return None
    by_folded = {each.casefold(): each for each in known}
    folded = word.casefold()
    parts = [each for each in by_folded if folded in each]
    whole = [each for each in parts if folded in each.split("-")]
    cutoff = _VERY_CLOSE if whole else _CLOSE
    near = get_close_matches(folded, by_folded, n=1, cutoff=cutoff) or whole
    return f"did you mean '{by_folded[near[0]]}'?" if near else None


def with_likely(message: str, word: str, known: Iterable[str]) -> str:
    """Return what is wrong with a word, and the known one it may have been meant for.

    >>> with_likely("there is no 'presumd'", "presumd", ["title", "presumed"])
    "there is no 'presumd'; did you mean 'presumed'?"
    """
    likely = did_you_mean(word, known)
    return f"{message}; {likely}" if likely else message


@lru_cache(maxsize=1024)  # data has the same keys over and over
def near_miss(word: str, known: tuple[str, ...]) -> str | None:
    """Ask for a known word that is one edit away; None if none is.

    An edit is a letter more, fewer or other, or two that are swapped: so little that
    it can be distinguished from a word of the author's own where any word may stand.

    >>> near_miss("speakr", ("speaker",)), near_miss("page", ("speaker",))
    ("did you mean 'speaker'?", None)
    """
    near = next((each for each in known if _is_one_edit_away(word, each)), None)
    return f"did you mean '{near}'?" if near else None


def _is_one_edit_away(word: str, other: str) -> bool:
    pairs = enumerate(zip(word, other, strict=False))
    start = next((at for at, (a, b) in pairs if a != b), min(len(word), len(other)))
    rest, wanted = word[start:], other[start:]
    return word != other and (
        rest[1:] in {wanted, wanted[1:]}
        or rest == wanted[1:]
        or (rest[:2] == wanted[:2][::-1] and rest[2:] == wanted[2:])
    )
