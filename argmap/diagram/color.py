"""Colours that the author of a map gives to its parts.

As in Argdown, an argument is filled and claims and groups get a border. Text on a
filled box is black or white, whichever stands out more: the contrast is at least
4.5:1 on any colour.
"""

import re
from typing import Final

_HEX: Final = re.compile(r"#(?:[\da-f]{3}|[\da-f]{6})")
_SAME_CONTRAST: Final = 0.179
"""The luminance at which black and white stand out as much as each other."""


def parse_color(value: str) -> str:
    """Return a colour as #rrggbb; raises ValueError where it is none.

    >>> parse_color("#1B9")
    '#11bb99'
    """
    lowered = value.lower()
    if not _HEX.fullmatch(lowered):
        msg = f"a colour is #rgb or #rrggbb, not {value!r:.60}"
        raise ValueError(msg)
    digits = lowered[1:]
    return lowered if len(digits) > 3 else "#" + "".join(2 * each for each in digits)  # noqa: PLR2004 - #rgb


def text_on(background: str) -> str:
    """Return the colour of text on a background given as #rrggbb (WCAG 2.2).

    >>> text_on("#ffff99"), text_on("#002a33")
    ('#000000', '#ffffff')
    """
    red, green, blue = (
        _linear(int(background[at : at + 2], 16) / 255) for at in (1, 3, 5)
    )
    luminance = 0.2126 * red + 0.7152 * green + 0.0722 * blue
    return "#000000" if luminance > _SAME_CONTRAST else "#ffffff"


def _linear(channel: float) -> float:
    return channel / 12.92 if channel <= 0.04045 else ((channel + 0.055) / 1.055) ** 2.4  # noqa: PLR2004 - sRGB
