"""Laws of the list as lists in HTML."""

from typing import TYPE_CHECKING

import pytest
from hypothesis import given

from argmap import (
    ArgumentMap,
    Claim,
    Contradiction,
    Counterpoint,
    Inference,
    Section,
    evaluate,
)
from argmap.diagram.listing.steps import listed_steps
from argmap.diagram.page.elements import tag, written
from argmap.diagram.page.nested import NestedList
from argmap.diagram.planning import plan
from argmap.words import sanitized
from tests.diagram.make_golden import EXAMPLES
from tests.diagram.page.reading import Node, read
from tests.diagram.shapes import chain, replies
from tests.strategies import argument_maps

if TYPE_CHECKING:
    from xml.etree import ElementTree as ET


def nested(argument_map: ArgumentMap) -> Node:
    """Return the list of a map as a browser sees it."""
    evaluation = evaluate(argument_map)
    planned = plan(argument_map, evaluation=evaluation)
    shown = NestedList(planned, argument_map, evaluation, evaluation.without_each)
    return read(f"<!DOCTYPE html>{written(tag('div', *shown.all()))}")


@given(argument_maps())
def test_all_is_there(argument_map: ArgumentMap) -> None:
    """Every claim, argument and question is one row with its words; steps are items."""
    planned = plan(argument_map)
    html = nested(argument_map)

    rows = {each.attributes["data-parts"]: each for each in html.every("div", "row")}
    assert len(rows) == len(html.every("div", "row")) == len(planned.boxes)
    for number, box in enumerate(planned.boxes, 1):
        row = rows[box.part]
        assert row.attributes["id"] == f"row-{number}"
        for text in box.texts:
            assert sanitized(text.words) in row.text
    assert len(html.every("li", "step")) == len(listed_steps(planned))
    titles = {each.text for each in (*html.every("h3"), *html.every("h4"))}
    assert titles <= {sanitized(each.title) for each in planned.groups}


@given(argument_maps())
def test_where_each_leads(argument_map: ArgumentMap) -> None:
    """A row has the numbers of what its claim speaks for and against, as given."""
    numbers = plan(argument_map).numbers
    rows = nested(argument_map).every("div", "row")
    told = {each.attributes["data-parts"]: each.attributes for each in rows}

    for step in argument_map.inferences:
        end = argument_map.as_end(step.end).id
        for premise in step.premises:
            start = argument_map.as_premise(premise.claim).id
            if start in numbers and end in numbers:
                assert str(numbers[end]) in told[start].get("data-for", "").split()


def test_signs_and_bars() -> None:
    """Reasons, objections, undercuts, linked premises, contradictions and mentions."""
    argument_map = ArgumentMap.of(
        *(Claim(each, f"{each}.") for each in "abcdef"),
        Inference(["b", "c"], conclusion="a", id="linked"),
        Counterpoint(["d"], target="a"),
        Counterpoint(["e"], target="linked"),
        Inference(["b"], conclusion="d"),
        Contradiction(["e", "f"]),
        Section("in", "Inside", members=["a"]),
        thesis="a",
    )
    html = nested(argument_map)

    signs = [each.text for each in html.every("span", "sign")]
    assert sorted(signs) == sorted(["+", "+", "−", "×", "!"])
    (linked,) = html.every("ol", "linked")
    assert next(each.text for each in linked.every("a")).endswith("b.")
    assert any("→" in each.text for each in html.every("p", "mention"))
    notes = [each.text for each in html.every("span", "note")]
    assert any(each.startswith("→ for ") for each in notes)
    (row,) = (
        each
        for each in html.every("div", "row")
        if each.attributes["data-parts"] == "a"
    )
    assert row.attributes["data-section"] == "in"
    assert "thesis" in row.attributes["class"]


def test_the_article() -> None:
    """What can be folded says how much it is, and everything is open at first."""
    html = nested(EXAMPLES["russia_in_syria"])

    folds = html.every("details")
    assert folds
    assert all("open" in each.attributes for each in folds)
    counts = [each.every("summary")[0].text for each in folds]
    assert "2 reasons" in counts


@pytest.mark.parametrize(
    "argument_map",
    [chain(3000), replies(3000), replies(3000, in_circle=True)],
    ids=["chain", "replies", "circle"],
)
def test_depth_is_no_danger(argument_map: ArgumentMap) -> None:
    """What is deep goes on at the left: no list is deeper than browsers take."""
    evaluation = evaluate(argument_map)
    planned = plan(argument_map, evaluation=evaluation)
    shown = tag("div", *NestedList(planned, argument_map, evaluation, {}).all())

    deepest = 0
    waiting: list[tuple[ET.Element, int]] = [(shown, 0)]
    while waiting:
        element, depth = waiting.pop()
        deepest = max(deepest, depth)
        waiting.extend((each, depth + 1) for each in element)
    assert deepest < 80
    html = read(f"<!DOCTYPE html>{written(shown)}")
    assert len(html.every("div", "row")) == len(planned.boxes)
    ids = {each.attributes.get("id") for each in html.every()}
    for link in html.every("a"):
        target = link.attributes["href"][1:]
        assert target in ids or target.startswith("part-")
