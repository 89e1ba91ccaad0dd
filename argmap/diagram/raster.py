"""PNG and PDF from a finished SVG, so that they are the same picture.

The converter brings a font of its own, so that Latin letters show on any machine.
"""

import warnings
from collections.abc import Callable, Iterable
from io import BytesIO
from math import prod, sqrt
from types import ModuleType
from typing import TYPE_CHECKING, Final, cast

from argmap.diagnostics import Diagnostic, Severity
from argmap.diagram.fitted import fitted
from argmap.diagram.scripts import packages_for, script_of
from argmap.diagram.svg_shapes import natural_size
from argmap.errors import (
    EngineError,
    LimitError,
    MissingExtraError,
    MissingGlyphsWarning,
)

if TYPE_CHECKING:
    from pypdf.generic import DictionaryObject

_SCALE = 2.0
_PIXELS = 40_000_000
_SHOWN: Final = 5
_IN_COLOR: Final = {"png": True, "pdf": False}
"""What may have letters in colour: the converter cannot put such fonts into PDF."""


def png(svg: str) -> bytes:
    """Return the picture as PNG, two pixels a point; needs the extra `png`.

    A large picture gets down to one pixel a point. Warns with MissingGlyphsWarning if
    no font has some of its letters. Raises MissingExtraError, EngineError where the
    converter fails, and LimitError where even one pixel a point would make more than
    40 megapixels.
    """
    points = prod(natural_size(svg))
    if points > _PIXELS:
        msg = (
            f"a PNG of this picture would have {points / 1e6:.0f} megapixels; show"
            " less of the map (one section, or what is around one claim), or use SVG"
        )
        raise LimitError(msg)
    scale = min(_SCALE, sqrt(_PIXELS / points))
    converter = _converter("PNG")
    return _converted(svg, "png", lambda each: converter.svg_to_png(each, scale=scale))


def pdf(svg: str) -> bytes:
    """Return the picture as PDF, its text selectable; needs the extra `pdf`.

    Warns with MissingGlyphsWarning if no font has some of its letters. Raises
    MissingExtraError, and EngineError where the converter fails.
    """
    converter = _converter("PDF")
    return _converted(svg, "pdf", lambda each: _in_order(converter.svg_to_pdf(each)))


def _in_order(written: bytes) -> bytes:
    """Return a PDF with its fonts in order: the converter writes them in none."""
    from pypdf import PdfReader, PdfWriter  # noqa: PLC0415 - an extra

    reader, writer = PdfReader(BytesIO(written)), PdfWriter()
    for page in reader.pages:
        resources = cast("DictionaryObject", page["/Resources"])
        fonts = resources.get("/Font", {})
        in_order = sorted(fonts.items())
        fonts.clear()
        fonts.update(in_order)
    writer.append(reader, import_outline=False)
    again = BytesIO()
    writer.write(again)
    return again.getvalue()


def missing_glyphs(svg: str, kind: str) -> tuple[Diagnostic, ...]:
    """Find the letters that a picture as `png` or `pdf` shows as boxes.

    Anything else is drawn with the fonts of whoever looks at it, and has none.
    """
    if kind not in _IN_COLOR:
        return ()
    missing = fitted(svg, is_color_wanted=_IN_COLOR[kind]).missing
    return _findings(missing, kind)


def _findings(missing: Iterable[str], kind: str) -> tuple[Diagnostic, ...]:
    """Return a finding for each script that has letters without a font."""
    letters: dict[str, list[str]] = {}
    for each in missing:
        letters.setdefault(script_of(each), []).append(each)
    return tuple(_finding(script, each, kind) for script, each in letters.items())


def _finding(script: str, letters: list[str], kind: str) -> Diagnostic:
    shown = ", ".join(f"'{each}'" for each in letters[:_SHOWN])
    more = " …" if len(letters) > _SHOWN else ""
    in_color = _IN_COLOR[kind]
    fonts = "font" if in_color or script != "emoji" else "font in one colour"
    return Diagnostic(
        "missing-glyphs",
        f"no installed {fonts} has these letters ({script}): {shown}{more}; the"
        f" {kind.upper()} has boxes in their place",
        severity=Severity.WARNING,
        help=f"install {packages_for(script, is_color_wanted=in_color)}, or use SVG",
    )


def _converted(svg: str, kind: str, convert: Callable[[str], bytes]) -> bytes:
    ready = fitted(svg, is_color_wanted=_IN_COLOR[kind])
    for each in _findings(ready.missing, kind):
        message = f"{each.message}; {each.help}"
        warnings.warn(MissingGlyphsWarning(message), stacklevel=4)
    try:
        return convert(ready.svg)
    except Exception as error:  # it raises what it likes
        reason = str(error).strip().splitlines()[:1] or [type(error).__name__]
        msg = f"the converter to {kind.upper()} failed: {reason[0]}"
        raise EngineError(msg) from error


def _converter(kind: str) -> ModuleType:
    try:
        import vl_convert  # noqa: PLC0415 - an extra

        if kind == "PDF":
            import pypdf  # noqa: F401, PLC0415 - likewise
    except ImportError as error:
        raise MissingExtraError(wanted=kind, extra=kind.lower()) from error
    return vl_convert
