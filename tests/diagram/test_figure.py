"""Figures in HTML, wherever they are put."""

import pytest

from argmap import ArgumentMap, Claim, draw
from argmap.diagram.figure import Figure
from argmap.diagram.outline_html import OutlineDisplay
from tests.html import Seen

EVIL = "</figcaption><script>alert(1)</script>\"'&"
DIAGRAM = draw(ArgumentMap([Claim("rose", EVIL)]))


@pytest.mark.parametrize("outline", OutlineDisplay)
def test_a_figure(outline: OutlineDisplay) -> None:
    """It is well-formed, has its words, and whatever is said in it is text."""
    seen = Seen.of(Figure(DIAGRAM, EVIL, EVIL, outline).html(1))

    assert seen.named("script") == []
    assert seen.named("div")[1]["aria-label"] == EVIL
    assert len(seen.named("figcaption")) == 1
    assert len(seen.named("details")) == (outline is OutlineDisplay.COLLAPSED)
    assert EVIL in seen.text


def test_what_is_said() -> None:
    """Without words of the author's the summary is said."""
    assert Figure(DIAGRAM).said == DIAGRAM.plan.summary
    assert Figure(DIAGRAM, alt=" A\nmap ").said == "A map"
    assert "<figcaption" not in Figure(DIAGRAM).html(1)
