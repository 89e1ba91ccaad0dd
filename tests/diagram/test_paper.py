"""Paper: whole pages of its size, with titles and their numbers."""

import re
from io import BytesIO
from xml.etree import ElementTree as ET

import pytest

from argmap import draw, render
from argmap.errors import OptionError
from tests.diagram.test_list_on_paper import DEBATE, pages_of

pytest.importorskip("vl_convert")
pypdf = pytest.importorskip("pypdf")


@pytest.mark.parametrize(
    ("paper", "landscape", "size"),
    [
        ("A4", False, (595, 842)),
        ("A4", True, (842, 595)),
        ("A3", False, (842, 1191)),
        ("letter", False, (612, 792)),
    ],
)
def test_size(paper: str, *, landscape: bool, size: tuple[int, int]) -> None:
    """Every page has the size of the paper, and the claims of the map are on them."""
    content = render(DEBATE, "pdf", paper=paper, landscape=landscape)

    pages = pypdf.PdfReader(BytesIO(content)).pages
    assert {(page.mediabox.width, page.mediabox.height) for page in pages} == {size}
    words = " ".join(page.extract_text() for page in pages)
    found = {int(each) for each in re.findall(r"Claim (\d+) says", words)}
    assert found == {*range(90)}


def test_each_page_has_its_own_words() -> None:
    """What is on one page is not hidden on the others."""
    pages = pypdf.PdfReader(BytesIO(render(DEBATE, "pdf", paper="A4"))).pages

    numbers = [f"{index} / {len(pages)}" for index in range(1, len(pages) + 1)]
    for page, number in zip(pages, numbers, strict=True):
        shown = [each for each in numbers if each in page.extract_text()]
        assert shown == [number]


def test_nothing_is_smaller_than_nine_points() -> None:
    """The smallest letters on paper have nine points."""
    for picture in pages_of(DEBATE).pictures():
        sizes = re.findall(r'font-size="([\d.]+)"', picture)
        assert min(map(float, sizes)) >= 9


def test_titles() -> None:
    """The first page has title, author and legend; the others a running title."""
    first, second, *_ = (
        [each.text for each in ET.fromstring(page).iter() if each.tag.endswith("text")]
        for page in pages_of(DEBATE).pictures()
    )

    assert first[:2] == ["Rents <in> the city", "A. Tenant"]
    assert "supports" in first
    assert second[:2] == ["Rents <in> the city", "What are the facts?"]
    assert "supports" not in second


def test_what_paper_is_not_for() -> None:
    """Paper is for PDF, and only paper has a landscape side."""
    with pytest.raises(OptionError, match="for pdf, not for svg"):
        draw(DEBATE, paper="A4").render("svg")
    with pytest.raises(OptionError, match="needs paper"):
        draw(DEBATE, landscape=True)
