"""The outline of a map, and what its claims are linked to."""

from itertools import pairwise

import pytest
from docutils import nodes

from argmap import ArgumentMap, Claim, Inference, Section, draw
from argmap.sphinxext.nodes import (
    DEEPEST,
    argmap_line,
    argmap_words,
    href_of,
    lines_by_part,
    link,
    outline_of,
    pending,
    unsafe_link,
)


def test_words_of_a_map() -> None:
    """Every part has a line; a claim is said letter by letter, at most so deep."""
    claims = [Claim(f"c{at}", f"*Claim* {at}.") for at in range(DEEPEST + 5)]
    steps = [Inference([below], above) for above, below in pairwise(claims)]
    section = Section("s", "Why?", members=claims[:1])
    argument_map = ArgumentMap(claims, steps, sections=[section], title="Rents")

    outline = outline_of(draw(argument_map))

    lines = list(outline.findall(argmap_line))
    assert lines[0].astext() == "Rents"
    assert "Why?" in [each.astext() for each in lines]
    assert max(each["depth"] for each in lines) == DEEPEST
    said = {each.astext() for each in outline.findall(argmap_words)}
    assert said.issuperset(each.text for each in claims)


def test_a_part_is_named_by_its_first_line() -> None:
    """A claim that is told twice has one line that others lead to."""
    claims = [Claim(each, f"{each.upper()}.") for each in "abc"]
    steps = [Inference(["c"], "a"), Inference(["c"], "b"), Inference(["b"], "a")]

    outline = outline_of(draw(ArgumentMap(claims, steps)))

    found = dict(lines_by_part(outline))
    told = [each for each in outline.findall(argmap_line) if each["part"] == "c"]
    assert {"a", "b", "c"} <= found.keys()
    assert len(told) > 1
    assert found["c"] is told[0]


def test_unsafe_links() -> None:
    """A link that could run something is a finding about its claim."""
    finding = unsafe_link(Claim("a"), "javascript:alert(1)")

    assert finding is not None
    assert (finding.code, finding.subject) == ("unsafe-link", "a")
    assert unsafe_link(Claim("a"), "https://example.org") is None


@pytest.mark.parametrize(
    ("attributes", "href"),
    [
        ({"refuri": "page.html#a"}, "page.html#a"),
        ({"refuri": "#document-index#a"}, "#a"),
        ({"refid": "a"}, "#a"),
    ],
)
def test_where_a_line_leads_to(attributes: dict[str, str], href: str) -> None:
    """A link takes the last words of its line, and leads to where Sphinx says."""
    line = argmap_line("", "", argmap_words("", "+ "), argmap_words("", "A."))
    assert href_of(line) == ""

    link(line, nodes.reference("", "", **attributes))

    assert href_of(line) == href
    assert line.children[-1].astext() == "A."
    assert line.astext() == "+ A."


@pytest.mark.parametrize(
    ("location", "source", "line"),
    [("page.rst:7", "page.rst", 7), ("page.rst:<x>", "page.rst", None)],
)
def test_a_pending_link_knows_its_place(
    location: str, source: str, line: int | None
) -> None:
    """What Sphinx cannot resolve is reported where its author named it."""
    reference = pending(location, reftarget="rents")

    assert (reference.source, reference.line) == (source, line)
    assert reference["reftarget"] == "rents"
