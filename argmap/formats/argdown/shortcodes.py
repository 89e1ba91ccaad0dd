"""The signs that can be written as short codes, such as `:->:` for an arrow."""

from typing import Final

_BOTH: Final = {
    "∀": ("A",),
    "∃": ("E",),
    "𝗢": ("O",),
    "𝗣": ("P",),
    "→": ("->",),
    "↔": ("<->",),
    "¬": ("~",),
    "∧": ("^",),
    "∨": ("v",),
    "⊻": ("v_",),
    "◇": ("<>",),
    "◻": ("[]",),
    "😀": ("happy",),
    "😆": ("laugh", "lol"),
    "🤣": ("rofl",),
    "😂": ("joy",),
    "❤": ("heart",),
    "❓": ("?", "question"),
    "😍": ("love",),
    "😉": ("wink",),
    "🤫": ("shush",),
    "😐": ("meh",),
    "🙄": ("eye-roll",),
    "😢": ("sad",),
    "😞": ("disappointed",),
    "😱": ("scream",),
    "👍": ("+1", "up"),
    "👎": ("-1", "down"),
    "🤔": ("think",),
    "⭐": ("star",),
    "✔": ("y", "agree"),
    "❌": ("n", "disagree"),
}

SHORTCODES: Final = (
    {
        f"{fence}{name}{fence}": sign
        for sign, names in _BOTH.items()
        for name in names
        for fence in ".:"
    }
    | {":smile:": "\u263a\ufe0f", ".smile.": "\u263a", ":smiley:": "\u263a"}
    | {".smiley.": "\u263a"}
)
"""The signs that short codes stand for, by the whole of these."""
