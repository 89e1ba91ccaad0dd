"""PNG and PDF from a finished SVG, so that they are the same picture."""

from argmap.errors import MissingExtraError

_SCALE = 2


def png(svg: str) -> bytes:
    """Return the picture as PNG, two pixels a point; needs the extra `png`.

    Raises MissingExtraError.
    """
    try:
        import vl_convert  # noqa: PLC0415 - an extra
    except ImportError as error:
        msg = "PNG needs one more package: pip install 'argmap[png]'"
        raise MissingExtraError(msg) from error
    picture: bytes = vl_convert.svg_to_png(svg, scale=_SCALE)
    return picture


def pdf(svg: str) -> bytes:
    """Return the picture as PDF with text that can be selected; needs `pdf`.

    Raises MissingExtraError.
    """
    try:
        import vl_convert  # noqa: PLC0415 - an extra
    except ImportError as error:
        msg = "PDF needs one more package: pip install 'argmap[pdf]'"
        raise MissingExtraError(msg) from error
    document: bytes = vl_convert.svg_to_pdf(svg)
    return document
