"""Words as they can be shown anywhere: in a line, harmless, and not too many."""

import re
from typing import Final

_SPACED = re.compile(r"\s+")
_UNSAFE = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ufffe\uffff]"
)
ELLIPSIS: Final = "…"


def plain(text: str) -> str:
    r"""Return the text on one line, with nothing in it that hides or reorders.

    Control characters become their pictures, marks that override the writing
    direction vanish; `check` has a finding for both.

    >>> plain("a\n b\x00\u202ec")
    'a b␀c'
    """
    if text.isprintable() and "  " not in text:
        return text.strip()
    return harmless(_SPACED.sub(" ", text).strip())


def harmless(text: str) -> str:
    r"""Return the text with its lines and blanks as they are, else as `plain` does.

    >>> harmless("a\n  b\x00\u202ec")
    'a\n  b␀c'
    """
    return _UNSAFE.sub(_shown, text)


def _shown(match: re.Match[str]) -> str:
    code = ord(match[0])
    if code < 0x20:  # noqa: PLR2004 - where the C0 controls end
        return chr(0x2400 + code)
    if code == 0x7F:  # noqa: PLR2004 - DEL
        return "␡"
    return "" if 0x2000 < code < 0x20FF else "\ufffd"  # noqa: PLR2004


def gist(text: str, length: int = 100) -> str:
    """Return a text, or no more of it than `length` code points and an ellipsis.

    >>> gist("Rents rose by a third.", 10)
    'Rents ros…'
    """
    if len(text) <= length:
        return text
    from wcwidth import iter_graphemes  # noqa: PLC0415 - seldom needed

    *whole, _ = iter_graphemes(text[:length])
    return "".join(whole).rstrip() + ELLIPSIS
