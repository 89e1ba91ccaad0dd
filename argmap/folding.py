"""Texts with their typography evened out, so that they compare by their words.

Two steps, each a list of edits: letters are composed (NFC), then marks, dashes, spaces
and ligatures are made alike. The edits lead back to the text as it is.
"""

import re
import unicodedata
from bisect import bisect_right
from collections.abc import Iterable, Iterator
from functools import lru_cache
from operator import itemgetter
from typing import TypeAlias

import attrs

SPACELESS = (
    "\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff"  # Thai, Lao, Burmese, Khmer
    "\u3001-\u30ff\u31f0-\u31ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\uff01-\uff0f\uff1a-\uff20\uff5b-\uff65"
    "\U00020000-\U0003ffff"  # Han and kana with their punctuation
)
"""The blocks of scripts that put no spaces between words, as in a regex's class."""

_INVISIBLE = "\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u206f\ufeff"
_BLANK = rf"[\s{_INVISIBLE}]"
_DASHES = "‐‑‒–—―−－"
_EDITED = re.compile(
    # what most of a text is made of is passed over fast
    rf"""(?![a-zA-Z0-9,]|(?<![«(\[])[ ][a-zA-Z0-9])(?:
    (?P<divided>(?<=[^\W\d_])[-‐\u00ad](?:[ \t\r]*\n[ \t]*|[ ])(?=[^\W\d_]))
  | (?P<dash>(?<!{_BLANK}){_BLANK}*(?:---?(?![-\d])|[-{_DASHES}]){_BLANK}*)
  | (?P<ellipsis>(?<!{_BLANK}){_BLANK}*(?:…|\.(?:{_BLANK}?\.){{2}}))
  | (?P<none>(?:(?<=[{SPACELESS}])|(?<=[{SPACELESS}][,.;:!?])){_BLANK}+(?=[{SPACELESS}])
    |(?<!{_BLANK}){_BLANK}+(?=[!?;:%»)\]]|[,.](?!\d))
    |(?<=[«(\[]){_BLANK}+)
  | (?P<blank>(?<!{_BLANK})(?:{_BLANK}{{2,}}|[{_INVISIBLE}]))
  | (?P<compatible>[\uff61-\uffee]+
    |[\u0132\u0133\ufb00-\ufb17\ufb4f-\ufd3d\ufd50-\ufdff\ufe70-\ufefc]))
    """,
    re.VERBOSE,
)
_ALIKE = str.maketrans(
    dict.fromkeys("‘’‚‛‹›′ʼ`´", "'")
    | dict.fromkeys("“”„‟″«»「」『』", '"')
    | dict.fromkeys(_DASHES, "-")
    | dict.fromkeys(
        "\t\n\v\f\r\x1c\x1d\x1e\x1f\x85\xa0\u1680\u2028\u2029\u202f\u205f\u3000", " "
    )
    | dict.fromkeys(map(chr, range(0x2000, 0x200B)), " ")
    | {chr(0xFEE0 + code): chr(code) for code in range(0x21, 0x7F)}  # full width
)
_Edit: TypeAlias = tuple[int, int, str]


@attrs.frozen
class _Edited:
    """A text after some edits: `spans` are those in it, then those before."""

    text: str
    spans: tuple[tuple[int, int, int, int], ...]

    @classmethod
    def of(cls, text: str, edits: Iterable[_Edit]) -> "_Edited":
        parts: list[str] = []
        spans: list[tuple[int, int, int, int]] = []
        length = last = 0
        for start, end, new in edits:
            parts += text[last:start], new
            length += start - last + len(new)
            spans.append((length - len(new), length, start, end))
            last = end
        return cls("".join([*parts, text[last:]]), tuple(spans))

    def origin(self, start: int, end: int) -> tuple[int, int] | None:
        """Return where a span was before, or None if it cuts what was replaced."""
        first, last = self._origin(start), self._origin(end - 1)
        if first[0] < start or last[1] > end:
            return None
        return first[2], last[3]

    def _origin(self, at: int) -> tuple[int, int, int, int]:
        found = bisect_right(self.spans, at, key=itemgetter(0)) - 1
        if found < 0:
            return at, at + 1, at, at + 1
        _, end, _, before = place = self.spans[found]
        if at < end:
            return place
        return at, at + 1, before + at - end, before + at - end + 1


@attrs.frozen(eq=False)
class Folded:
    """A text evened out: `text` compares, `origin` says where a span of it was.

    >>> folded = Folded.of("He said:  “all is  well”.")
    >>> folded.text
    'He said: "all is well".'
    >>> folded.origin(9, 22)
    (10, 24)
    """

    original: str
    _composed: _Edited
    _evened: _Edited
    text: str

    @classmethod
    def of(cls, text: str) -> "Folded":
        """Fold a text, in time linear in it."""
        composed = _Edited.of(text, _compositions(text))
        evened = _Edited.of(composed.text, _evening(composed.text))
        return cls(text, composed, evened, evened.text.translate(_ALIKE))

    def origin(self, start: int, end: int) -> tuple[int, int] | None:
        """Return where a span of `text` was, without the blanks round it.

        It is None for a span that cuts a sign that was replaced, as a ligature.
        """
        before = self._evened.origin(start, end)
        place = before and self._composed.origin(*before)
        if not place:
            return None
        start, end = place
        while start < end and is_blank(self.original[start]):
            start += 1
        while start < end and is_blank(self.original[end - 1]):
            end -= 1
        return start, end

    def is_whole(self, start: int, end: int) -> bool:
        """Return whether a span of `text` begins and ends at words and numbers."""
        place = self.origin(start, end)
        return (
            place is not None
            and place[0] < place[1]
            and not any(map(self._joins, (start, end)))
            and not any(_cuts(self.original, at) for at in place)
        )

    def is_divided(self, at: int) -> bool:
        """Return whether a hyphen at a line end stood here, inside of a word."""
        return self._gap(at).strip() in ("-", "‐")

    def _gap(self, at: int) -> str:
        """Return what stood between two characters of `text` and is left out there."""
        before, after = self.origin(at - 1, at), self.origin(at, at + 1)
        return self.original[before[1] : after[0]] if before and after else ""

    def _joins(self, at: int) -> bool:
        if not 0 < at < len(self.text):
            return False
        is_in_word = all(map(_is_of_a_word, self.text[at - 1 : at + 1]))
        # where a space follows a hyphen, it may as well be "pre- and post-war"
        return is_in_word and self._gap(at) not in ("- ", "‐ ")


@lru_cache(maxsize=8)
def folded(text: str) -> Folded:
    """Fold a source once, however much is looked for in it."""
    return Folded.of(text)


def is_blank(letter: str) -> bool:
    """Return whether a letter is white space or cannot be seen."""
    return letter.isspace() or unicodedata.category(letter) == "Cf"


def _compositions(text: str) -> Iterator[_Edit]:
    if unicodedata.is_normalized("NFC", text):
        return
    from wcwidth import iter_graphemes  # noqa: PLC0415 - seldom needed

    for run in re.finditer(r"[\x00-\x7f]?[^\x00-\x7f]+", text):
        if not unicodedata.is_normalized("NFC", run[0]):
            at = run.start()
            for cluster in iter_graphemes(run[0]):
                composed = unicodedata.normalize("NFC", cluster)
                if composed != cluster:
                    yield at, at + len(cluster), composed
                at += len(cluster)


def _evening(text: str) -> Iterator[_Edit]:
    for match in _EDITED.finditer(text):
        edited = _evened(match, text)
        if edited != match[0]:
            yield match.start(), match.end(), edited


def _evened(match: re.Match[str], text: str) -> str:
    match match.lastgroup:
        case "divided":
            is_name = text[match.end()].isupper() and match[0][0] != "\u00ad"
            return "-" if is_name else ""
        case "dash":
            return "-"
        case "blank":
            return " " if any(map(str.isspace, match[0])) else ""
        case "ellipsis":
            return "..."
        case "compatible":
            return unicodedata.normalize("NFKC", match[0])
        case _:
            return ""


_IN_SPACELESS = re.compile(f"[{SPACELESS}]")
_CURRENCY = "$¢-¥₠-⃀"
_SIGNS = "⁺⁻₊₋"
_FRACTION = r"(?:\d/\d|[¼-¾⅐-⅞])"
_IS_INSIDE = re.compile(
    rf"""
    (?<=[^\W_][-‐‑'’ʼ_@/&])(?=[^\W_]) | (?<=[^\W_])(?=[-‐‑'’ʼ_@/&][^\W_])
  | (?<=[^\W\d_])(?=\#|\+\+)
  | (?<=[a-z][.])(?=[a-z]) | (?<=[a-z])(?=[.][a-z])
  | (?<=\b[^\W\d_][.])(?=[^\W\d_]) | (?<=\b[^\W\d_])(?=[.][^\W\d_])
  | (?<=\d[.,:^·٫٬−–×÷])(?=\d) | (?<=\d)(?=[.,:^·٫٬−–×÷]\d)
  | (?<![^\W_][.])(?<=[.])(?=\d)
  | (?<=\d\s)(?<!\d{{4}}\s)(?=\d{{3}}(?!\d))
  | (?<=\d)(?<!\d{{4}})(?=\s\d{{3}}(?!\d))
  | (?<=\d\s)(?={_FRACTION}) | (?<=\d)(?=\s{_FRACTION})
  | (?<=[-‐‑‒–−+±∓~≈<>≤≥#№§{_CURRENCY}])(?=[{_CURRENCY}]?[.]?\d)
  | (?<=\d)(?=[+%‰°′″{_CURRENCY}])
  | (?<=\d)(?=\s[%‰°{_CURRENCY}](?!\d))
  | (?<=[^\W_])(?=[{_SIGNS}]) | (?<=[{_SIGNS}])(?=[^\W_])
    """,
    re.VERBOSE,
)
_CONTEXT = 8


def _is_of_a_word(letter: str) -> bool:
    """Return whether it is a letter, mark or digit, of a script that has spaces."""
    is_of_a_word = unicodedata.category(letter)[0] in "LMN"
    return is_of_a_word and not _IN_SPACELESS.match(letter)


def _cuts(text: str, at: int) -> bool:
    """Return whether a place is inside a word, a number or a sign of the text."""
    left, right = text[max(at - _CONTEXT, 0) : at], text[at : at + _CONTEXT]
    if not (left.isascii() and right.isascii()):
        from wcwidth import grapheme_boundary_before  # noqa: PLC0415 - seldom needed

        if left and right and grapheme_boundary_before(text, at + 1) != at:
            return True
        left, right = _bare(left), _bare(right)
    return _IS_INSIDE.match(left + right, len(left)) is not None


def _bare(text: str) -> str:
    """Return the text without marks on letters and what cannot be seen."""
    categories = map(unicodedata.category, text)
    return "".join(
        letter
        for letter, category in zip(text, categories, strict=True)
        if category[0] != "M" and category != "Cf"
    )
