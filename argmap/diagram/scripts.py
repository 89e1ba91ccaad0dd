"""Scripts by name: which one a letter is of, and what to install for it."""

from typing import Final
from unicodedata import category, name

_CJK: Final = ("Han", "Hangul", "Hiragana", "Katakana", "Bopomofo", "Fullwidth")
_EMOJI: Final = 0x1F000
_OTHER_NAMES: Final = {"Cjk": "Han", "Ideographic": "Han", "Halfwidth": "Fullwidth"}
SAMPLES: Final = {
    "Arabic": "ع",
    "Armenian": "Ա",
    "Bengali": "ক",
    "Devanagari": "क",
    "emoji": "👩",
    "Ethiopic": "አ",
    "Georgian": "ა",
    "Gujarati": "ક",
    "Gurmukhi": "ਕ",
    "Han": "漢",
    "Hangul": "한",
    "Hebrew": "א",
    "Hiragana": "あ",
    "Kannada": "ಕ",
    "Katakana": "カ",
    "Khmer": "ក",
    "Lao": "ກ",
    "Malayalam": "ക",
    "Myanmar": "က",
    "Sinhala": "ක",
    "Tamil": "க",
    "Telugu": "క",
    "Thai": "ก",
    "Tibetan": "ཀ",
}
"""A letter of each script that more than a few write in, and Latin has not."""


def script_of(letter: str) -> str:
    """Return the name of the script that a letter is of, or what else it is.

    >>> script_of("한"), script_of("漢"), script_of("😀"), script_of("∀")
    ('Hangul', 'Han', 'emoji', 'symbols')
    """
    if ord(letter) >= _EMOJI and category(letter) in {"So", "Sk"}:
        return "emoji"
    first = name(letter, "unknown").partition(" ")[0].partition("-")[0].capitalize()
    if category(letter)[0] in "LMN" or first in _OTHER_NAMES:
        return _OTHER_NAMES.get(first, first)
    return "symbols"


def packages_for(script: str, *, is_color_wanted: bool = True) -> str:
    """Return the packages that have a font for a script, by system.

    >>> packages_for("Thai").partition(" or ")[0]
    'fonts-noto-core (Debian, Ubuntu), google-noto-sans-thai-fonts (Fedora)'
    """
    if script in _CJK:
        debian, fedora, brew = "noto-cjk", "google-noto-sans-cjk", "noto-sans-cjk"
    elif script == "emoji" and is_color_wanted:
        debian = brew = "noto-color-emoji"
        fedora = f"google-{brew}"
    elif script == "emoji":
        debian, fedora, brew = "symbola", "gdouros-symbola", "noto-emoji"
    else:
        stem = "symbols-2" if script == "symbols" else script.lower()
        debian, brew = "noto-core", f"noto-sans-{stem}"
        fedora = f"google-{brew}"
    return (
        f"fonts-{debian} (Debian, Ubuntu), {fedora}-fonts (Fedora)"
        f" or font-{brew} (Homebrew)"
    )
