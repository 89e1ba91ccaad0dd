"""A graph on paper: an overview and whole pages, bound to one PDF."""

import re
from io import BytesIO
from itertools import pairwise
from xml.etree import ElementTree as ET

import attrs
import pytest

from argmap import ArgumentMap, Inference, Section, render
from argmap.diagram.engine import lay_out
from argmap.diagram.graph_on_paper import graph_on_paper
from argmap.diagram.paper import PaperPages
from argmap.diagram.planning import plan
from argmap.diagram.request import Look
from tests.diagram.shapes import claims, tree
from tests.diagram.test_list_on_paper import DEBATE

pytest.importorskip("vl_convert")
pypdf = pytest.importorskip("pypdf")

FEW = claims(4)
SMALL = ArgumentMap(
    FEW,
    [Inference([FEW[i]], conclusion=FEW[0]) for i in range(1, 4)],
    sections=[
        Section("one", "One", members=["c0", "c1"]),
        Section("two", "Two", members=["c2", "c3"]),
    ],
)

TREE = attrs.evolve(tree(60), title="A tree")


def pages_of(argument_map: ArgumentMap, **options: str | int | bool) -> PaperPages:
    """Return a map as a graph on paper."""
    look = Look(**{"paper": "A4", **options})  # type: ignore[arg-type]
    return graph_on_paper(plan(argument_map), look, lay_out)


def words_of(picture: str) -> list[str]:
    """Return the lines of text in a picture."""
    return [
        "".join(each.itertext())
        for each in ET.fromstring(picture).iter()
        if each.tag.endswith("text")
    ]


def test_every_claim_is_there_once() -> None:
    """After the overview every claim is on one page, in order, with its number."""
    drawn = plan(DEBATE)

    overview, *pages = pages_of(DEBATE).pages

    assert overview.part.boxes != drawn.boxes
    shown = [part for page in pages for part in page.positions.boxes]
    assert sorted(shown) == sorted(drawn.numbers)
    for page in pages:
        for part, placed in page.positions.boxes.items():
            assert placed.lines[0].number == str(drawn.numbers[part])


@pytest.mark.parametrize("landscape", [False, True])
@pytest.mark.parametrize("argument_map", [DEBATE, SMALL, TREE])
def test_nothing_is_outside_the_page(
    argument_map: ArgumentMap, *, landscape: bool
) -> None:
    """All that is drawn is between the margins, and on page 1 clear of the legend."""
    found = pages_of(argument_map, landscape=landscape)
    foot = found.sheet.height + 10

    for index, page in enumerate(found.pages):
        positions = page.positions
        all_ = [
            *positions.boxes.values(),
            *positions.junctions.values(),
            *positions.groups.values(),
            *(each.placed for each in positions.references),
        ]
        for each in all_:
            (x, y), (width, height) = each.corner, each.size
            assert 0 <= x <= x + width <= found.sheet.width
            assert found.sheet.above * (not index) <= y
            assert y + height <= foot - found.sheet.below * (not index)
        for path in positions.paths:
            for x, y in path.points:
                assert 0 <= x <= found.sheet.width
                assert 0 <= y <= foot


def test_nothing_is_smaller_than_nine_points() -> None:
    """The smallest letters have nine points, and nothing is scaled down."""
    for picture in pages_of(DEBATE).pictures():
        sizes = re.findall(r'font-size="([\d.]+)"', picture)
        assert min(map(float, sizes)) >= 9
        assert "scale(" not in picture


def test_references_say_the_page() -> None:
    """A reference to another page has its number, and is a link to it."""
    found = pages_of(DEBATE)
    homes = {
        part: number
        for number, page in enumerate(found.pages, 1)
        for part in page.positions.boxes
    }

    seen = 0
    for number, page in enumerate(found.pages, 1):
        for reference in page.positions.references:
            label = reference.placed.lines[0].number
            claim, home = found.plan.numbers[reference.part], homes[reference.part]
            expected = f"→ {claim}" + f", p. {home}" * (home != number)
            assert label == expected
            assert (reference.part, reference.placed) in page.links
            seen += home != number
    assert seen


def test_overview() -> None:
    """The first page has sections, sizes and main conclusions, and what joins them."""
    first, *_, last = map(words_of, pages_of(DEBATE).pictures())
    words = " ".join(first)

    assert first[:2] == ["Rents <in> the city", "A. Tenant"]
    assert "In no section 13 claims, page 2 1 Claim 77 says" in words
    assert re.search(r"the facts\? 40 claims, page \d+ 14 Claim 0 says", words)
    assert re.search(r"What follows\? 37 claims, page \d+ 54 Claim 40 says", words)
    assert "37 × for" in words
    assert "supports" in first
    assert "supports" not in last
    assert last[0] == "Rents <in> the city"


def test_running_titles_have_numbers_of_claims() -> None:
    """Claims can be found by their numbers: running titles have all of them."""
    found = pages_of(tree(60))
    spans = [page.aside for page in found.pages]

    ends = [[int(each) for each in re.findall(r"\d+", span)] for span in spans]
    assert ends[0][0] == 1
    assert ends[-1][-1] == 60
    assert all(after[0] == before[-1] + 1 for before, after in pairwise(ends))


def test_bookmarks_and_links() -> None:
    """Each section is a bookmark once, and its box in the overview leads to it."""
    reader = pypdf.PdfReader(BytesIO(render(DEBATE, "pdf", paper="A4", layout="graph")))

    rest, first, second, [third] = reader.outline
    titles = [each["/Title"] for each in (rest, first, second, third)]
    assert titles[:2] == ["In no section", "What are the facts?"]
    assert titles[2:] == ["What follows?", "At once?"]
    begin = [reader.get_destination_page_number(each) for each in (rest, first, second)]
    links = [
        reader.get_page_number(link.get_object()["/Dest"][0].get_object())
        for link in reader.pages[0]["/Annots"]
    ]
    assert sorted(links) == sorted(begin)
    assert reader.metadata.title == "Rents <in> the city"
    assert reader.metadata.creation_date is None


def test_what_fits_is_one_page() -> None:
    """A graph that fits on a page has no overview and no numbers."""
    found = pages_of(SMALL)

    assert len(found.pages) == 1
    assert found.pages[0].positions.groups.keys() == {"one", "two"}
    assert not found.pages[0].positions.references


def test_many_sections() -> None:
    """An overview that is larger than a page goes on, without arrows, on others."""
    nodes = claims(120)
    sections = [
        Section(f"s{i}", f"Section {i}", members=[f"c{i * 2}", f"c{i * 2 + 1}"])
        for i in range(60)
    ]
    steps = [Inference([nodes[i]], conclusion=nodes[i // 4]) for i in range(1, 120)]

    found = pages_of(ArgumentMap(nodes, steps, sections=sections))

    count = len(found.pages) - 60
    assert count > 1
    texts = " ".join(
        word for page in [*found.pictures()][:count] for word in words_of(page)
    )
    for index, section in enumerate(sections):
        assert f"{section.title} 2 claims, page {count + index + 1} " in texts


@pytest.mark.parametrize("count", [0, 1])
def test_small_maps(count: int) -> None:
    """A map with one claim or none is one page."""
    assert len(pages_of(ArgumentMap(claims(count))).pages) == 1


def test_same_bytes() -> None:
    """The same map gives the same PDF."""
    found = {render(DEBATE, "pdf", paper="A4", layout="graph") for _ in range(3)}
    assert len(found) == 1
