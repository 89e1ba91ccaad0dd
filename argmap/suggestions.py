"""What somebody probably meant, for the help of a finding."""

from collections.abc import Iterable

_LONGEST = 100


def did_you_mean(word: str, known: Iterable[str]) -> str | None:
    """Ask for the known word most like this one; None if none is like it.

    >>> did_you_mean("presumd", ["title", "presumed"])
    "did you mean 'presumed'?"
    """
    from difflib import get_close_matches  # noqa: PLC0415 - only after a failure

    near = get_close_matches(word, known, n=1) if len(word) <= _LONGEST else []
    return f"did you mean '{near[0]}'?" if near else None
