"""Laws of pictures that scroll on the page of a host."""

import re

import pytest

from argmap import ArgumentMap, Claim, draw
from argmap.diagram.figure import Figure
from argmap.diagram.scrolling import is_wide
from tests.diagram.make_golden import EXAMPLES
from tests.html import Seen


@pytest.mark.parametrize("name", EXAMPLES)
def test_what_is_beside_a_wide_picture(name: str) -> None:
    """It begins at its thesis, and links lead to it alone and to a page to read it."""
    diagram = draw(EXAMPLES[name], direction="left")
    published: dict[str, str] = {}

    def publish(text: str, suffix: str) -> str:
        published[suffix] = text
        return f'a"b.{suffix}'

    html = Figure(diagram).html(1, publish)

    links = [each["href"] or "" for each in Seen.of(html).named("a")]
    assert is_wide(diagram.svg)
    assert [each for each in links if each.startswith("a")] == ['a"b.html', 'a"b.svg']
    assert published == {"html": diagram.page_as_list, "svg": diagram.svg}
    place = re.search(r"margin-left:calc\(([\d.]+) ", html)
    assert place
    assert 0 <= float(place[1]) < 1


def test_a_picture_that_fits() -> None:
    """It has no links, and nothing is published."""
    diagram = draw(ArgumentMap([Claim("rose", "Rents rose.")]))

    html = Figure(diagram).html(1, lambda text, suffix: pytest.fail(text + suffix))

    assert not is_wide(diagram.svg)
    assert "argmap-alone" not in html.partition("</style>")[2].partition("</svg>")[2]


def test_no_links_where_nothing_can_be_published() -> None:
    """A picture in a program's own page has nowhere to lead to."""
    diagram = draw(EXAMPLES["rent_control"], direction="left")

    assert '<p class="argmap-alone"' not in Figure(diagram).html(1)
