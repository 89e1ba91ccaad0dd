"""Laws of reading the engine's answer: all of it, or an error."""

from typing import Any

import pytest
from hypothesis import given, strategies as st

from argmap import ArgumentMap, Claim, Inference, Section
from argmap.diagram import draw, style
from argmap.diagram.dot import node_names
from argmap.diagram.engine import lay_out
from argmap.diagram.plan import plan
from argmap.diagram.positions import read_positions
from argmap.errors import EngineError
from tests.strategies import argument_maps

PLAN = plan(
    ArgumentMap.of(
        Claim("a", "A."),
        Claim("b", "B."),
        Inference(["a"], conclusion="b"),
        Section("s", "Section", members=["b"]),
    )
)


def positions() -> dict[str, Any]:
    """Return an answer as the engine gives it, with the smallest of numbers."""
    return {
        "bb": "0,0,100,200",
        "objects": [
            {"name": "cluster_0", "bb": "1,2,99,60", "lp": "30,50"},
            {"name": "n0", "pos": "50,150"},
            {"name": "n1", "pos": "50,30"},
        ],
        "edges": [{"id": "e0", "pos": "s,5,45 e,50,135 5,52 5,80 8,100 50,128"}],
    }


def test_coordinates_grow_downwards_from_the_margin() -> None:
    """Points are turned over, and a margin stands round the picture."""
    placed = read_positions(PLAN, positions())

    margin = style.MARGIN
    assert placed.size == (100 + 2 * margin, 200 + 2 * margin)
    assert placed.nodes == {
        "n0": (50 + margin, 50 + margin),
        "n1": (50 + margin, 170 + margin),
    }
    cluster = placed.clusters["cluster_0"]
    assert (cluster.corner, cluster.size) == ((1 + margin, 140 + margin), (98, 58))
    assert cluster.title == 150 + margin


def test_lines_are_read_from_tail_to_head() -> None:
    """The engine's edge runs backwards; its start is where the arrow's tip is."""
    (path,) = read_positions(PLAN, positions()).paths

    assert path.points[0] == (60, 82)
    assert path.points[-1] == (15, 158)
    assert path.end == (15, 165)
    assert path.start == (60, 75)


@pytest.mark.parametrize(
    ("lacking", "message"),
    [
        ("objects", "placed 0 of 2 boxes and junctions, and 1 of 1 lines"),
        ("edges", "placed 2 of 2 boxes and junctions, and 0 of 1 lines"),
        ("bb", "no layout that can be read"),
    ],
)
def test_what_has_no_place_is_an_error(lacking: str, message: str) -> None:
    """A picture with a part missing is never drawn."""
    answer = positions()
    del answer[lacking]

    with pytest.raises(EngineError, match=message):
        read_positions(PLAN, answer)


@pytest.mark.parametrize(
    "answer",
    [
        [],
        None,
        "text",
        {"bb": "one"},
        {"bb": "1,2"},
        {"bb": 3},
        positions() | {"objects": [3]},
        positions() | {"edges": [{"id": "e0", "pos": "s,1"}]},
        positions() | {"edges": [{"id": "e0", "pos": "1"}]},
    ],
)
def test_an_unreadable_answer_is_an_error(answer: Any) -> None:
    """Whatever a program prints, it ends in an EngineError or in places."""
    with pytest.raises(EngineError, match="no layout that can be read"):
        read_positions(PLAN, answer)


@given(argument_maps(), st.sampled_from(["up", "down", "left", "right"]))
def test_everything_has_a_place(argument_map: ArgumentMap, direction: str) -> None:
    """All boxes and junctions have their places, on the paper."""
    diagram = draw(argument_map, direction=direction)

    placed = read_positions(diagram.plan, lay_out(diagram.digraph.source))

    assert placed.nodes.keys() == set(node_names(diagram.plan).values())
    assert len(placed.paths) == len(diagram.plan.edges)
    width, height = placed.size
    assert all(0 <= x <= width and 0 <= y <= height for x, y in placed.nodes.values())
    for path, edge in zip(placed.paths, diagram.plan.edges, strict=True):
        assert (path.end is not None) == (edge.kind.end.value != "none")
        assert (path.start is not None) == (edge.kind.start.value != "none")
        assert len(path.points) % 3 == 1
