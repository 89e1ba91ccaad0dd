"""Verdicts in the picture: told in words, and by lines besides colour."""

from xml.etree import ElementTree as ET

import pytest
from hypothesis import given, settings

from argmap import ArgumentMap, draw, evaluate
from argmap.diagram.style import LIGHT, Ink, Theme
from tests.diagram.make_golden import EXAMPLES
from tests.strategies import argument_maps

MAP = EXAMPLES["undercut"]
EVALUATION = evaluate(MAP)


@settings(deadline=None)
@given(argument_maps())
def test_every_box_tells_its_verdict(argument_map: ArgumentMap) -> None:
    """It is the first word in the box, and the last in its name."""
    evaluation = evaluate(argument_map)
    verdicts = evaluation.verdicts
    plan = draw(argument_map, evaluation=evaluation).plan

    for box in plan.boxes:
        assert box.lines[0].words == verdicts[box.part]
        assert box.name.endswith(f" [{verdicts[box.part]}]")
        assert box.is_rejected is (
            verdicts[box.part] in {"refuted", "unsupported", "circular"}
        )


@pytest.mark.parametrize("theme", list(Theme))
def test_what_does_not_stand_is_dotted_and_grey(theme: Theme) -> None:
    """A rejected claim has a dotted border; a rejected step is drawn in grey."""
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
    assert [each.get("class") for each in step] == [Ink.NEUTRAL]


def test_notations() -> None:
    """Verdicts are in every notation, and in the summary."""
    diagram = draw(MAP, evaluation=EVALUATION)
    source = diagram.digraph.source

    assert "refuted" in source
    assert f'style="filled,dotted,rounded" fontcolor="{LIGHT.quiet}"' in source
    assert '[refuted]"]:::rejected' in diagram.render("mermaid").decode()
    assert diagram.outline == (
        "The red wall\n\n"
        "The wall is red. [stands]\n"
        "  + The wall looks red. [stands] (decides)\n"
        "    x The wall is lit by a red lamp. [refuted] (fails)\n"
        "      - The lamp was off when we looked. [stands] (decides)"
    )
    assert diagram.plan.summary.endswith(
        " The main conclusion stands. Of the claims 3 stand, 1 is refuted."
    )


def test_the_legend_says_so() -> None:
    """Both signs of what does not stand are told."""
    words = draw(MAP, evaluation=EVALUATION).svg

    assert ">does not stand</text>" in words
    assert ">in grey: does not count</text>" in words
    assert "does not stand" not in draw(MAP).svg
