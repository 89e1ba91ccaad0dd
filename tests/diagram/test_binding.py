"""Pages bound to one PDF: bookmarks, links, and what it says of itself."""

from io import BytesIO

import pytest

from argmap import render
from argmap.errors import MissingExtraError
from tests.diagram.test_list_on_paper import DEBATE, pages_of

pytest.importorskip("vl_convert")
pypdf = pytest.importorskip("pypdf")


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


def test_missing_extra(monkeypatch: pytest.MonkeyPatch) -> None:
    """Without the package that binds pages the error names the extra."""
    monkeypatch.setitem(__import__("sys").modules, "pypdf", None)

    with pytest.raises(MissingExtraError, match=r"argmap\[pdf\]"):
        render(DEBATE, "pdf", paper="A4")
