"""Make `argmap/diagram/font_widths.json`: how wide viewers take text.

Run `python -m tests.diagram.make_font_widths` where fontTools, DejaVu Sans and
Liberation Sans (which has Arial's widths) are installed.
"""

import json
import math
from collections.abc import Iterator
from importlib import import_module
from pathlib import Path

TABLE = Path(__file__).parents[2] / "argmap" / "diagram" / "font_widths.json"
_FOLDER = Path("/usr/share/fonts/truetype")
FONTS = {
    "regular": [
        _FOLDER / "liberation" / "LiberationSans-Regular.ttf",
        _FOLDER / "dejavu" / "DejaVuSans.ttf",
    ],
    "bold": [
        _FOLDER / "liberation" / "LiberationSans-Bold.ttf",
        _FOLDER / "dejavu" / "DejaVuSans-Bold.ttf",
    ],
}
_PRINTABLE = range(0x20, 0x10000)
_PRIVATE = range(0xE000, 0xF900)


def table() -> str:
    """Return the table: runs of widths in hundredths of an em.

    They are the wider of two fonts' widths, rounded up. A run stands under the code
    point that it starts at, in hexadecimal.
    """
    fonts = {weight: _widest(paths) for weight, paths in FONTS.items()}
    return (
        "{\n"
        + ",\n".join(f'"{name}": {{\n{_lines(of)}\n}}' for name, of in fonts.items())
        + "\n}\n"
    )


def _lines(widths: dict[int, int]) -> str:
    return ",\n".join(
        f'"{start:04X}": {json.dumps(run, separators=(",", ":"))}'
        for start, run in _runs(widths).items()
    )


def _widest(paths: list[Path]) -> dict[int, int]:
    widest: dict[int, int] = {}
    for path in paths:
        for code, width in _read(path):
            if code in _PRINTABLE and code not in _PRIVATE:
                widest[code] = max(math.ceil(width), widest.get(code, 0))
    return widest


def _read(path: Path) -> Iterator[tuple[int, float]]:
    font = import_module("fontTools.ttLib").TTFont(path)
    em, widths = font["head"].unitsPerEm, font["hmtx"]
    for code, glyph in font.getBestCmap().items():
        yield code, widths[glyph][0] * 100 / em


def _runs(widths: dict[int, int]) -> dict[int, list[int]]:
    runs: dict[int, list[int]] = {}
    run: list[int] = []
    for code in sorted(widths):
        if code - 1 not in widths:
            run = runs[code] = []
        run.append(widths[code])
    return runs


if __name__ == "__main__":
    TABLE.write_text(table(), encoding="utf-8")
