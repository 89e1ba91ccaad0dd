"""Laws of PNG and PDF: the same picture, with its words in it."""

import shutil
import subprocess
import sys
import warnings
import zlib
from importlib.util import find_spec
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest
from hypothesis import given, strategies as st

from argmap import ArgumentMap, Claim, draw, loads, render
from argmap.diagnostics import Diagnostic, Severity
from argmap.diagram import raster
from argmap.diagram.scripts import script_of
from argmap.errors import (
    EngineError,
    LimitError,
    MissingExtraError,
    MissingGlyphsWarning,
)
from tests.diagram.make_golden import EXAMPLES
from tests.diagram.test_svg import SVG, with_class

needs_converter = pytest.mark.skipif(
    not find_spec("vl_convert"),
    reason="vl-convert-python is not installed",
)

WORDS = (
    "임대료를 제한해야 한다 👩\u200d👩\u200d👧 now.",
    "ارتفعت الإيجارات بنسبة 30% (report 2023).",
    'השכירות עלתה (דו"ח, the English report) 👩‍👩‍👧 한 30%.',
    "किराया पाँच वर्षों में 30% बढ़ गया है 👩 (क्षमा).",
    "ค่าเช่าเพิ่มขึ้น ভাড়া বেড়েছে வாடகை 🇩🇪👍🏽 e\u0301\ufe0f.",
)
PDFTOTEXT = shutil.which("pdftotext")


def letters(words: str) -> str:
    """Return the words without the blanks and hyphens that change with lines."""
    return "".join(words.split()).replace("-", "")


def rows(png: bytes) -> list[bytes]:
    """Return the rows of a PNG with eight bits for red, green, blue and alpha."""
    at, data = 8, b""
    while at < len(png):
        length = int.from_bytes(png[at : at + 4], "big")
        kind, chunk = png[at + 4 : at + 8], png[at + 8 : at + 8 + length]
        if kind == b"IHDR":
            width, height = (int.from_bytes(chunk[i : i + 4], "big") for i in (0, 4))
            assert chunk[8:10] == b"\x08\x06"
        elif kind == b"IDAT":
            data += chunk
        at += length + 12
    raw = zlib.decompress(data)
    stride = 4 * width + 1
    rows, above = [], bytes(4 * width)
    for start in range(0, stride * height, stride):
        above = _unfiltered(raw[start], raw[start + 1 : start + stride], above)
        rows.append(above)
    return rows


def _unfiltered(kind: int, row: bytes, above: bytes) -> bytes:
    """Undo a row's filter, as the PNG specification (third edition) has it."""
    done = bytearray(row)
    for index, value in enumerate(row):
        left = done[index - 4] if index >= 4 else 0
        up, corner = above[index], above[index - 4] if index >= 4 else 0
        estimate = left + up - corner
        nearest = min(left, up, corner, key=lambda each: abs(estimate - each))
        added = (0, left, up, (left + up) // 2, nearest)[kind]
        done[index] = (value + added) & 0xFF
    return bytes(done)


@needs_converter
def test_there_is_ink_in_every_box() -> None:
    """Each claim's words leave dark pixels where the words stand."""
    diagram = draw(EXAMPLES["undercut"])
    root = ET.fromstring(diagram.on_paper)

    pixels = rows(diagram.render("png"))

    assert len(pixels) == pytest.approx(2 * float(root.get("height", 0)), abs=1)
    assert len(pixels[0]) / 4 == pytest.approx(2 * float(root.get("width", 0)), abs=1)
    for claim in with_class(root, "claim"):
        for line in claim.findall(f"{SVG}text"):
            x, y = (round(2 * float(line.get(name, 0))) for name in "xy")
            stretch = [row[4 * x : 4 * (x + 40)] for row in pixels[y - 16 : y]]
            dark = sum(row[at] < 128 for row in stretch for at in range(0, len(row), 4))
            assert dark > 40


@needs_converter
@pytest.mark.skipif(not PDFTOTEXT, reason="no pdftotext")
def test_the_words_are_in_the_pdf(tmp_path: Path) -> None:
    """All that is written in the picture can be found in the PDF."""
    diagram = draw(EXAMPLES["russia_in_syria"])
    path = tmp_path / "map.pdf"
    path.write_bytes(diagram.render("pdf"))

    told = subprocess.run(
        [str(PDFTOTEXT), str(path), "-"], capture_output=True, check=True
    ).stdout.decode()

    for box in diagram.plan.boxes:
        for each in box.texts:
            assert letters(each.words) in letters(told)


@needs_converter
@pytest.mark.parametrize("theme", ["auto", "light"])
def test_auto_prints_light(theme: str) -> None:
    """Paper is white where the theme is left open."""
    png = render(EXAMPLES["undercut"], "png", theme=theme)

    assert rows(png)[0][:4] == b"\xff\xff\xff\xff"


@needs_converter
def test_a_letter_that_no_font_has_leaves_ink() -> None:
    """An unknown letter is a box to the eye and a warning, never nothing."""
    blank = rows(render(ArgumentMap([Claim("a", "\u200b")]), "png"))
    with pytest.warns(MissingGlyphsWarning, match="no installed font has .*; install"):
        png = render(ArgumentMap([Claim("a", "\U0001d3ff\U0001d3ff")]), "png")
    unknown = rows(png)

    def ink(pixels: list[bytes]) -> int:
        return sum(row[at] < 200 for row in pixels for at in range(0, len(row), 4))

    assert ink(unknown) > ink(blank)


@needs_converter
def test_a_large_picture_has_fewer_pixels() -> None:
    """From ten megapixels at one a point on, there is no room for two."""
    svg = '<svg xmlns="http://www.w3.org/2000/svg" width="8000" height="2000"/>'

    assert raster.png(svg)[16:24] == (12649).to_bytes(4, "big") + (3162).to_bytes(
        4, "big"
    )


def test_a_picture_too_large_is_refused() -> None:
    """What would make a PNG of gigabytes is a LimitError."""
    svg = '<svg width="1.5e+05" height="20000"/>'

    with pytest.raises(LimitError, match="3000 megapixels; show less"):
        raster.png(svg)


@pytest.mark.parametrize("kind", ["png", "pdf"])
def test_a_missing_extra_is_named(kind: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """Without the converter, the message holds the command that installs it."""
    monkeypatch.setitem(sys.modules, "vl_convert", None)

    with pytest.raises(MissingExtraError, match=rf"pip install 'argmap\[{kind}\]'"):
        render(EXAMPLES["undercut"], kind)


@needs_converter
@pytest.mark.parametrize("kind", ["png", "pdf"])
def test_what_fails_is_an_error(kind: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """Whatever the converter raises, the message says who failed and why."""

    def fail(*_: object, **__: object) -> bytes:
        msg = "no such font\n\nStack backtrace:"
        raise RuntimeError(msg)

    monkeypatch.setattr(f"vl_convert.svg_to_{kind}", fail)

    with pytest.raises(EngineError) as caught:
        render(EXAMPLES["undercut"], kind)

    assert str(caught.value) == f"the converter to {kind.upper()} failed: no such font"


@needs_converter
@pytest.mark.parametrize("kind", ["png", "pdf"])
@pytest.mark.parametrize("words", WORDS)
def test_any_script_is_drawn(words: str, kind: str) -> None:
    """Mixed lines, emoji, letters of several parts: the converter takes all of it."""
    diagram = draw(ArgumentMap([Claim("a", words, title=words, speaker="Kim 김")]))
    expected = diagram.missing_glyphs(kind)

    with warnings.catch_warnings(record=True) as caught:
        warnings.simplefilter("always")
        picture = diagram.render(kind)

    assert picture.startswith(b"\x89PNG" if kind == "png" else b"%PDF")
    assert len(caught) == len(expected)
    assert diagram.missing_glyphs("svg") == ()


def missing_in(letters: str, kind: str) -> tuple[Diagnostic, ...]:
    """Return the findings where no font has any of these letters."""
    return raster._findings(letters, kind)


@given(st.text(max_size=20))
def test_any_letters_make_findings(letters: str) -> None:
    """Each letter is in the finding of its script, up to five are shown."""
    found = missing_in(letters, "png")

    assert len(found) == len({script_of(each) for each in letters})
    for each in found:
        assert each.severity is Severity.WARNING
        assert each.code == "missing-glyphs"
        assert each.message.count("', '") < 5


def test_a_finding() -> None:
    """It names the script, the letters and the packages."""
    (han, emoji) = missing_in("租金👩", "pdf")

    assert han.message == (
        "no installed font has these letters (Han): '租', '金'; the PDF has boxes in"
        " their place"
    )
    assert str(han.help).startswith("install fonts-noto-cjk (Debian, Ubuntu), ")
    assert emoji.message.startswith("no installed font in one colour has")
    assert "fonts-symbola" in str(emoji.help)


@needs_converter
def test_the_same_pdf_every_time() -> None:
    """Bold and plain letters are in the same order in each file."""
    diagram = draw(loads("[Title]: Words.\n  - [Other]: More.\n", "argdown"))

    assert len({diagram.render("pdf") for _ in range(6)}) == 1
