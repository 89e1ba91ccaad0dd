"""A list on paper: whole pages, bound to one PDF."""

import pytest

from argmap import ArgumentMap, Claim, Inference, Section
from argmap.diagram.list_on_paper import list_on_paper
from argmap.diagram.paper import PaperPages
from argmap.diagram.planning import plan
from argmap.diagram.request import Look
from argmap.errors import LimitError
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


def test_empty_map() -> None:
    """A map without anything is one empty page."""
    assert len(pages_of(ArgumentMap()).pages) == 1


def test_a_claim_longer_than_a_page() -> None:
    """No row is cut: a claim that fits no page is an error, and can be limited."""
    huge = ArgumentMap([Claim("a", "Rents rose in all of the city. " * 400)])

    with pytest.raises(LimitError, match="is longer than a page"):
        pages_of(huge)
    assert len(pages_of(huge, max_lines=9).pages) == 1
