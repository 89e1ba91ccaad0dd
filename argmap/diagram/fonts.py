"""Fonts of the system: which of them have the letters that a picture needs.

The converter to PNG and PDF brings a font for Latin, Greek and Cyrillic letters. For
all others an installed font is looked for, where the converter looks as well.
"""

import os
import sys
from collections.abc import Iterable, Iterator
from functools import cache, cached_property
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING, Final
from unicodedata import category

import attrs

from argmap.errors import MissingExtraError

if TYPE_CHECKING:
    import uharfbuzz

_SUFFIXES: Final = {".ttf", ".ttc", ".otf", ".otc"}
_UPRIGHT: Final = {"regular": False, "book": False, "normal": False, "bold": True}
"""The styles of a family that are of use, and whether they are bold."""
_UNLIKE_SANS: Final = ("Mono", "Serif", "Condensed", "Display", "UI")


@attrs.frozen(eq=False)
class Family:
    """The faces of one family; it `is_colored` if its letters are pictures."""

    name: str
    faces: dict[bool, "uharfbuzz.Face"]
    """By whether they are bold."""
    is_colored: bool

    def has(self, letters: str) -> bool:
        """Return whether it has all of these letters, but for marks that none has."""
        codes = self._codes
        return all(ord(each) in codes or is_unseen(each) for each in letters)

    def coverage(self, codes: Iterable[int]) -> int:
        """Return how many of these code points it has."""
        return sum(code in self._codes for code in codes)

    @cached_property
    def _codes(self) -> "uharfbuzz.Set":
        return self.face(is_bold=False).unicodes

    def face(self, *, is_bold: bool) -> "uharfbuzz.Face":
        """Return the face of this weight, or the one that there is."""
        return self.faces.get(is_bold) or next(iter(self.faces.values()))

    def clusters(self, text: str, *, is_bold: bool) -> Iterator[tuple[int, float, int]]:
        """Yield what is drawn of a text: index, width in ems, number of glyphs.

        From left to right; a glyph without any width does not count.
        """
        import uharfbuzz  # noqa: PLC0415 - an extra

        face = self.face(is_bold=is_bold)
        buffer = uharfbuzz.Buffer()
        buffer.add_str(text)
        buffer.guess_segment_properties()
        uharfbuzz.shape(uharfbuzz.Font(face), buffer)
        widths: dict[int, list[float]] = {}
        for info, position in zip(
            buffer.glyph_infos, buffer.glyph_positions, strict=True
        ):
            widths.setdefault(info.cluster, []).append(position.x_advance / face.upem)
        for index, each in widths.items():
            yield index, sum(each), sum(width > 0 for width in each)


def is_unseen(letter: str) -> bool:
    """Return whether a letter only says how others look: joiners and variations."""
    is_variation = "\ufe00" <= letter <= "\ufe0f" or letter >= "\U000e0100"
    return is_variation or category(letter) == "Cf"


def families_with(
    letters: Iterable[str], *, is_color_wanted: bool = True
) -> list[Family]:
    """Return few families that have these letters, as far as any is installed.

    Those with more of them come first, and of the rest one without serifs.
    """
    wanted = {ord(each) for each in letters if not is_unseen(each)}
    region = _region(wanted)
    found = []
    all_ = [each for each in installed() if is_color_wanted or not each.is_colored]
    while wanted:
        best = min(
            all_,
            key=lambda each: (-each.coverage(wanted), _rank(each.name, region)),
            default=None,
        )
        if best is None or not best.coverage(wanted):
            break
        found.append(best)
        wanted = {code for code in wanted if not best.has(chr(code))}
    return found


def _region(codes: Iterable[int]) -> str:
    """Return how the Han letters among others are to look."""
    if any(0x1100 <= code < 0x1200 or 0xAC00 <= code < 0xD7B0 for code in codes):  # noqa: PLR2004 - Hangul
        return "KR"
    return "JP" if any(0x3040 <= code < 0x3100 for code in codes) else "SC"  # noqa: PLR2004 - Kana


def _rank(name: str, region: str) -> tuple[int, str]:
    faults = sum(each in name for each in _UNLIKE_SANS) + ("Sans" not in name)
    return faults + ("CJK" in name and not name.endswith(region)), name


@cache
def installed() -> tuple[Family, ...]:
    """Return the families on this system, by name; raises MissingExtraError."""
    if find_spec("uharfbuzz") is None:
        wanted = "PNG or PDF of other letters than Latin, Greek and Cyrillic ones"
        raise MissingExtraError(wanted=wanted, extra="pdf")
    families: dict[str, dict[bool, uharfbuzz.Face]] = {}
    for folder in folders():
        for path in sorted(folder.rglob("*")):
            if path.suffix.lower() in _SUFFIXES:
                for name, is_bold, face in _faces(path):
                    families.setdefault(name, {}).setdefault(is_bold, face)
    return tuple(
        Family(name, faces, any(map(_is_colored, faces.values())))
        for name, faces in sorted(families.items())
    )


def folders() -> list[Path]:
    """Return the folders that fonts are in on this system."""
    home, variables = Path.home(), os.environ
    if sys.platform == "win32":
        windows = Path(variables.get("WINDIR", "C:/Windows"))
        return [windows / "Fonts", home / "AppData/Local/Microsoft/Windows/Fonts"]
    if sys.platform == "darwin":
        root = Path("/")
        return [each / "Library/Fonts" for each in (root / "System", root, home)]
    own = variables.get("XDG_DATA_HOME") or home / ".local/share"
    shared = Path("/usr/share/fonts"), Path("/usr/local/share/fonts")
    return [*shared, home / ".fonts", Path(own, "fonts")]


def _faces(path: Path) -> Iterator[tuple[str, bool, "uharfbuzz.Face"]]:
    """Yield the upright faces in a file, each with its family; none if it is broken."""
    import uharfbuzz  # noqa: PLC0415 - an extra

    try:
        blob = uharfbuzz.Blob.from_file_path(path)
    except (OSError, uharfbuzz.HarfBuzzError):
        return
    names = uharfbuzz.OTNameIdPredefined
    for index in range(uharfbuzz.Face(blob).count):
        face = uharfbuzz.Face(blob, index)
        family, kind = (
            face.get_name(ideal) or face.get_name(usual) or ""
            for ideal, usual in (
                (names.TYPOGRAPHIC_FAMILY, names.FONT_FAMILY),
                (names.TYPOGRAPHIC_SUBFAMILY, names.FONT_SUBFAMILY),
            )
        )
        if family and kind.lower() in _UPRIGHT:
            yield family, _UPRIGHT[kind.lower()], face


def _is_colored(face: "uharfbuzz.Face") -> bool:
    return bool(
        face.has_color_png
        or face.has_color_layers
        or face.has_color_paint
        or face.has_color_svg
    )
