"""PNG and PDF from a finished SVG, so that they are the same picture.

The converter brings a font of its own, so that Latin letters show on any machine.
A letter that no font has shows as an empty box, never as nothing.
"""

import re
from math import sqrt
from types import ModuleType

from argmap.errors import LimitError, MissingExtraError

_SCALE = 2.0
_PIXELS = 40_000_000
_SIZE = re.compile(r'width="([\d.e+]+)" height="([\d.e+]+)"')


def png(svg: str) -> bytes:
    """Return the picture as PNG, two pixels a point; needs the extra `png`.

    A large picture gets down to one pixel a point. Raises MissingExtraError, and
    LimitError where even that would make more than 40 megapixels.
    """
    size = _SIZE.search(svg)
    assert size  # noqa: S101 - every picture of ours says its size
    points = float(size[1]) * float(size[2])
    if points > _PIXELS:
        msg = (
            f"a PNG of this picture would have {points / 1e6:.0f} megapixels; show"
            " less of the map (one section, or what is round one claim), or use SVG"
        )
        raise LimitError(msg)
    scale = min(_SCALE, sqrt(_PIXELS / points))
    picture: bytes = _converter("PNG").svg_to_png(svg, scale=scale)
    return picture


def pdf(svg: str) -> bytes:
    """Return the picture as PDF, its text selectable; needs the extra `pdf`.

    Raises MissingExtraError.
    """
    document: bytes = _converter("PDF").svg_to_pdf(svg)
    return document


def _converter(kind: str) -> ModuleType:
    try:
        import vl_convert  # noqa: PLC0415 - an extra
    except ImportError as error:
        raise MissingExtraError(wanted=kind, extra=kind.lower()) from error
    return vl_convert
