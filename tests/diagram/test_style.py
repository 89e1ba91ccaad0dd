"""The palettes: what is drawn in them can be seen and read."""

import pytest

from argmap.diagram.style import DARK, LIGHT, PRINT, LineColor, Palette


def luminance(colour: str) -> float:
    """Return the relative luminance of #rrggbb, as WCAG 2.2 defines it."""
    channels = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    linear = [
        each / 12.92 if each <= 0.04045 else ((each + 0.055) / 1.055) ** 2.4
        for each in channels
    ]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one: str, other: str) -> float:
    """Return the contrast ratio of two colours, as WCAG 2.2 defines it."""
    dark, light = sorted([luminance(one), luminance(other)])
    return (light + 0.05) / (dark + 0.05)


@pytest.mark.parametrize("palette", [LIGHT, DARK, PRINT])
def test_contrast(palette: Palette) -> None:
    """Text stands out 4.5 to 1, lines and borders 3 to 1, on all they stand on.

    So do the signs in junctions, which are drawn on a colour; faint ones are hollow.
    """
    grounds = (palette.paper, palette.box, palette.group)
    for ground in grounds:
        assert contrast(palette.text, ground) >= 4.5
        assert contrast(palette.quiet, ground) >= 4.5
        assert contrast(palette.border, ground) >= 3
        assert all(contrast(line, ground) >= 3 for line in palette.lines.values())
    filled = (
        colour for name, colour in palette.lines.items() if name is not LineColor.FAINT
    )
    assert all(contrast(colour, palette.paper) >= 4.5 for colour in filled)
