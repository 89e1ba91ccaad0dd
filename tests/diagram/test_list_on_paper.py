"""A list on paper: whole pages, bound to one PDF."""

import re
from io import BytesIO
from xml.etree import ElementTree as ET

import pytest

from argmap import ArgumentMap, Claim, Inference, Section, draw, render
from argmap.diagram.list_on_paper import list_on_paper
from argmap.diagram.paper import PaperPages
from argmap.diagram.planning import plan
from argmap.diagram.request import Look
from argmap.errors import LimitError, MissingExtraError, OptionError
from tests.diagram.shapes import claims

pytest.importorskip("vl_convert")
pypdf = pytest.importorskip("pypdf")

CLAIMS = claims(90)
DEBATE = ArgumentMap(
    CLAIMS,
    [Inference([CLAIMS[i]], conclusion=CLAIMS[i // 4]) for i in range(1, 90)],
    sections=[
        Section("first", "What are the facts?", members=[f"c{i}" for i in range(40)]),
        Section("second", "What follows?", members=[f"c{i}" for i in range(40, 75)]),
        Section("third", "At once?", members=["c75", "c76"], parent="second"),
    ],
    title="Rents <in> the city",
    author="A. Tenant",
)


def pages_of(argument_map: ArgumentMap, **options: str | int | bool) -> PaperPages:
    """Return a map on paper."""
    look = Look(**{"paper": "A4", **options})  # type: ignore[arg-type]
    return list_on_paper(plan(argument_map), look)


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


def test_bookmarks_and_metadata() -> None:
    """A viewer finds sections by their titles, and the PDF says what it is."""
    reader = pypdf.PdfReader(BytesIO(render(DEBATE, "pdf", paper="A4")))

    first, second, [third] = reader.outline
    titles = [each["/Title"] for each in (first, second, third)]
    assert titles == ["What are the facts?", "What follows?", "At once?"]
    at = reader.get_destination_page_number(second)
    assert "What follows?" in reader.pages[at].extract_text()
    assert reader.metadata.title == "Rents <in> the city"
    assert reader.metadata.author == "A. Tenant"
    assert "90 claims" in reader.metadata.subject
    assert reader.metadata.creation_date is None


def test_mentions_are_links() -> None:
    """A mention of a claim on another page leads to that page."""
    reader = pypdf.PdfReader(BytesIO(render(DEBATE, "pdf", paper="A4")))

    targets = [
        (index, reader.get_page_number(link.get_object()["/Dest"][0].get_object()))
        for index, page in enumerate(reader.pages)
        for link in page.get("/Annots", [])
    ]
    assert len(targets) == sum(
        len(page.positions.references) for page in pages_of(DEBATE).pages
    )
    assert any(index != target for index, target in targets)


def test_same_bytes() -> None:
    """The same map gives the same PDF."""
    assert len({render(DEBATE, "pdf", paper="A4") for _ in range(4)}) == 1


def test_empty_map() -> None:
    """A map without anything is one empty page."""
    assert len(pages_of(ArgumentMap()).pages) == 1


def test_what_paper_is_not_for() -> None:
    """Paper is for PDF, and only paper has a landscape side."""
    with pytest.raises(OptionError, match="for pdf, not for svg"):
        draw(DEBATE, paper="A4").render("svg")
    with pytest.raises(OptionError, match="needs paper"):
        draw(DEBATE, landscape=True)


def test_a_claim_longer_than_a_page() -> None:
    """No row is cut: a claim that fits no page is an error, and can be limited."""
    huge = ArgumentMap([Claim("a", "Rents rose in all of the city. " * 400)])

    with pytest.raises(LimitError, match="is longer than a page"):
        pages_of(huge)
    assert len(pages_of(huge, max_lines=9).pages) == 1


def test_missing_extra(monkeypatch: pytest.MonkeyPatch) -> None:
    """Without the package that binds pages the error names the extra."""
    monkeypatch.setitem(__import__("sys").modules, "pypdf", None)

    with pytest.raises(MissingExtraError, match=r"argmap\[pdf\]"):
        render(DEBATE, "pdf", paper="A4")
