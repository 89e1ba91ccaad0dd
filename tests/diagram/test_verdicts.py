"""Verdicts in the picture: told in words, and by lines besides colour."""

import re
from xml.etree import ElementTree as ET

import pytest
from hypothesis import given

from argmap import (
    ArgumentMap,
    Claim,
    Contradiction,
    Inference,
    draw,
    evaluate,
)
from argmap.diagram.mermaid import mermaid
from argmap.diagram.style import LIGHT, STROKE, LineColor, Theme
from argmap.model.selection import around
from tests.diagram.make_golden import EXAMPLES
from tests.diagram.test_mermaid import assert_in_grammar
from tests.strategies import argument_maps

MAP = EXAMPLES["undercut"]
EVALUATION = evaluate(MAP)


@given(argument_maps())
def test_remarkable_verdicts_are_stamped(argument_map: ArgumentMap) -> None:
    """What does not just stand says so first in its box, and all say it in their name.

    The legend says what no mark means.
    """
    evaluation = evaluate(argument_map)
    verdicts = evaluation.verdicts
    diagram = draw(argument_map, evaluation=evaluation)
    plan = diagram.plan

    assert ">without a mark: stands<" in diagram.svg
    for box in plan.boxes:
        if box.is_question:
            continue
        is_stamped = box.texts[0].words == verdicts[box.part]
        assert is_stamped is (verdicts[box.part] != "stands")
        assert box.name.endswith(f" [{verdicts[box.part]}]")
        assert box.is_rejected is (
            verdicts[box.part] in {"defeated", "unsupported", "circular"}
        )
        assert box.is_contested is (verdicts[box.part] == "contested")


@pytest.mark.parametrize("theme", list(Theme))
def test_what_does_not_stand_is_dotted_and_faint(theme: Theme) -> None:
    """A rejected claim has a dotted border; a rejected step is thin and grey."""
    diagram = draw(MAP, evaluation=EVALUATION, theme=theme)
    root = ET.fromstring(diagram.svg)
    key = diagram.plan.key

    boxes = {
        str(group.get("id")).removeprefix(f"{key}-"): group[1].get("stroke-dasharray")
        for group in root.iter()
        if group.get("class") == "claim"
    }
    assert {name for name, dashes in boxes.items() if dashes} == {"red-lamp"}
    (step,) = (
        group
        for group in root.iter()
        if group.get("id") == f"{key}-red-lamp-against-looks-red-so-is-red"
    )
    assert [each.get("class") for each in step] == [LineColor.FAINT]
    assert [each[0].get("stroke-width") for each in step] == ["0.9"]


def test_notations() -> None:
    """Verdicts are in every notation, and in the summary."""
    diagram = draw(MAP, evaluation=EVALUATION)
    source = diagram.digraph.source

    assert "defeated" in source
    assert f'style="filled,dotted,rounded" fontcolor="{LIGHT.quiet}"' in source
    assert (
        '["defeated<br>The wall is lit by a red lamp."]:::rejected'
        in diagram.render("mermaid").decode()
    )
    assert diagram.outline == (
        "The red wall\n\n"
        "The wall is red. [stands]\n"
        "  + The wall looks red. [stands] (decides)\n"
        "    x The wall is lit by a red lamp. [defeated] (fails)\n"
        "      - The lamp was off when we looked. [stands] (decides)"
    )
    assert diagram.plan.summary.endswith(
        " The main conclusion stands. Of the claims 3 stand, 1 is defeated."
    )


def test_what_decides_is_bold() -> None:
    """So are the lines to and from the junction of a step; and nothing else is."""
    diagram = draw(MAP, evaluation=EVALUATION)
    plan = diagram.plan
    bold = {edge.part for edge in plan.edges if plan.stroke(edge) > STROKE}

    assert bold == plan.decisive == EVALUATION.decisive
    assert len(re.findall('class="line" stroke-width="2.6"', diagram.svg)) == len(
        [edge for edge in plan.edges if edge.part in bold]
    ) + len(["the legend's"])
    assert diagram.digraph.source.count('penwidth="2.6"') == 1 + len(
        [edge for edge in plan.edges if edge.part in bold]
    )
    mermaid = diagram.render("mermaid").decode()
    assert "  linkStyle 1 stroke:#0072b2,stroke-width:4px\n" in mermaid
    assert "  linkStyle 2 stroke:#6e7781,stroke-width:1px\n" in mermaid


def test_what_is_contested_has_two_borders() -> None:
    """The outer one has the size of the box in every notation."""
    argument_map = ArgumentMap.of(
        Claim("a", "Rents rose."), Claim("b", "Rents fell."), Contradiction(["a", "b"])
    )
    diagram = draw(argument_map, evaluation=evaluate(argument_map), engine="wasm")
    root = ET.fromstring(diagram.svg)

    first, *_ = (each for each in root.iter() if each.get("class") == "claim")
    outer, inner = (each for each in first if each.tag.endswith("rect"))
    width = float(outer.get("width", ""))
    assert float(inner.get("width", "")) == pytest.approx(width - 8)
    assert "peripheries" in diagram.digraph.source
    assert "]:::contested\n" in diagram.render("mermaid").decode()
    assert ">contested</text>" in diagram.svg.partition('class="legend"')[2]


def test_what_does_not_count_is_hollow() -> None:
    """A junction is outlined, an arrow's head empty, in every theme."""
    argument_map = MAP.without("looks-red").with_parts(
        Claim("looks-red", "It looks red.", presumed=False),
        Claim("is-lit", "The wall is lit."),
        Inference(["looks-red", "is-lit"], conclusion="is-red", id="step"),
    )
    diagram = draw(argument_map, evaluation=evaluate(argument_map))

    assert "<circle" in diagram.svg
    assert 'class="paper" fill="#ffffff"/><path stroke-width="1.2"' in diagram.svg
    assert 'arrowhead="onormal"' in diagram.digraph.source
    assert f'color="{LIGHT.lines[LineColor.FAINT]}" fillcolor="#ffffff"' in (
        diagram.digraph.source
    )
    assert f"#{diagram.plan.key} .faint{{color:" in diagram.svg
    assert '(("+")):::faint' in diagram.render("mermaid").decode()


def test_verdicts_tell_pictures_apart() -> None:
    """Two that differ in what is bold do not share their ids."""
    keys = {
        draw(MAP, evaluation=evaluation).plan.key
        for evaluation in (None, EVALUATION, evaluate(MAP, without=["red-lamp"]))
    }

    assert len(keys) == 3


def test_a_part_of_a_map_is_judged_as_in_the_whole() -> None:
    """What is not drawn still counts."""
    part = around(MAP, "red-lamp", 0)

    assert draw(part, evaluation=EVALUATION).outline.endswith("red lamp. [defeated]")


@given(argument_maps())
def test_judged_maps_are_drawn_whole(argument_map: ArgumentMap) -> None:
    """With verdicts too, every line of Mermaid is in its grammar and none is lost."""
    diagram = draw(argument_map, evaluation=evaluate(argument_map))

    source = mermaid(diagram.plan)
    assert_in_grammar(source)
    styled = re.findall(r"linkStyle ([\d,]+)", source)
    assert sorted(int(each) for one in styled for each in one.split(",")) == [
        *range(len(diagram.plan.edges))
    ]


def test_the_legend_says_so() -> None:
    """Each sign of a verdict that occurs is told, and no other."""
    words = draw(MAP, evaluation=EVALUATION).svg

    assert ">does not stand</text>" in words
    assert ">bold: decides a verdict</text>" in words
    assert ">grey: does not count</text>" in words
    assert ">contested</text>" not in words
    assert not re.search("does not|decides", draw(MAP).svg)
