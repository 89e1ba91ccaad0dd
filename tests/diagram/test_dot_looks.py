"""The looks of boxes, junctions and lines in DOT."""

import pytest

from tests.diagram.make_golden import DIAGRAMS


@pytest.mark.parametrize(
    "look",
    [
        *('shape="circle"', 'shape="diamond"', 'peripheries="2"', 'minlen="2"'),
        *('"filled,dotted"', '"filled,dotted,rounded"', '"filled,dashed,rounded"'),
        *('style="dashed"', 'style="dotted"', 'penwidth="0.9"'),
        *('arrowhead="onormal"', 'arrowhead="none"', 'arrowtail="tee"'),
    ],
)
def test_golden_has_every_look(look: str) -> None:
    """No look of a box, a junction or a line is without a golden file."""
    assert look in DIAGRAMS["every_look"].digraph.source
