"""Laws of choosing a direction."""

import pytest
from hypothesis import given

from argmap import ArgumentMap, Claim, Counterpoint, Inference, Section
from argmap.diagram.graph.direction import readable_direction
from argmap.diagram.planning import plan
from argmap.diagram.style import Direction
from tests.diagram.shapes import chain, claims, nested, replies, tree
from tests.strategies import argument_maps

star = ArgumentMap(
    claims(40),
    [Inference([f"c{index}"], conclusion="c0") for index in range(1, 40)],
)
linked = ArgumentMap(
    claims(20),
    [Inference([f"c{index}" for index in range(1, 20)], conclusion="c0")],
)
side_by_side = ArgumentMap(
    claims(20),
    sections=[Section(f"s{index}", members=[f"c{index}"]) for index in range(20)],
)


@pytest.mark.parametrize(
    ("argument_map", "direction"),
    [
        (ArgumentMap(), Direction.UP),
        (ArgumentMap([Claim("a")]), Direction.UP),
        (chain(40), Direction.UP),
        (tree(4), Direction.UP),
        (tree(40), Direction.LEFT),
        (star, Direction.LEFT),
        (linked, Direction.LEFT),
        (side_by_side, Direction.UP),
        (nested(3), Direction.UP),
    ],
)
def test_wide_maps_lead_sideways(
    argument_map: ArgumentMap, direction: Direction
) -> None:
    """Arrows lead up until the letters would be too small on a page."""
    assert readable_direction(plan(argument_map)) is direction


@given(argument_maps())
def test_a_direction_is_always_found(argument_map: ArgumentMap) -> None:
    """Circles, replies to replies and empty maps have a direction, too."""
    assert readable_direction(plan(argument_map)) in {Direction.UP, Direction.LEFT}


def test_junctions_take_no_level() -> None:
    """What strikes a step stands with what the step rests on."""
    argument_map = ArgumentMap(
        claims(30),
        [Inference(["c1"], conclusion="c0", id="step")],
        counterpoints=[
            Counterpoint([f"c{index}"], target="step") for index in range(2, 30)
        ],
    )

    assert readable_direction(plan(argument_map)) is Direction.LEFT


def test_deep_replies_are_no_obstacle() -> None:
    """Junctions at junctions are followed without recursion."""
    deep = replies(10_000, in_circle=True)

    assert readable_direction(plan(deep)) is Direction.UP


def test_auto_is_no_rank() -> None:
    """Every direction but `auto` is one of Graphviz's."""
    ranks = {each.rankdir for each in Direction if each is not Direction.AUTO}

    assert ranks == {"TB", "BT", "LR", "RL"}
