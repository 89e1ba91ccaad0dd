"""Laws of what the engine gets, and of reading its answer: all of it, or an error."""

from typing import Any

import attrs
import pytest

from argmap.diagram import style
from argmap.diagram.engine import lay_out
from argmap.diagram.graph.engine_dot import BlockGraph, Cluster, Link, UnionFind
from argmap.diagram.style import Direction
from argmap.errors import EngineError

GRAPH = BlockGraph(
    {"a": (100.0, 30.0), "b": (80.0, 30.0)},
    [Link(0, "a", "b", 2, from_box=True, has_start=False, has_end=True)],
    [Cluster("s", (60.0, 13.5), ["b"])],
    Direction.UP,
)


def answer() -> dict[str, Any]:
    """Return an answer as the engine gives it, with the smallest of numbers."""
    return {
        "bb": "0,0,100,200",
        "objects": [
            {"name": "cluster_s", "bb": "1,2,99,60"},
            {"name": "n0", "pos": "50,150"},
            {"name": "n1", "pos": "50,30"},
        ],
        "edges": [{"id": "e0", "pos": "s,5,45 e,50,135 5,52 5,80 8,100 50,128"}],
    }


def test_coordinates_grow_downwards() -> None:
    """Points are turned over, and names are those that were given."""
    found = GRAPH.read(answer())

    assert found.size == (100, 200)
    assert found.centres == {"a": (50, 50), "b": (50, 170)}
    assert found.clusters == {"s": ((1, 140), (98, 58))}


def test_lines_are_read_from_tail_to_head() -> None:
    """The engine's edge runs backwards; its start is where the arrow's tip is."""
    path = GRAPH.read(answer()).paths[0]

    assert (path.points[0], path.points[-1]) == ((50, 72), (5, 148))
    assert (path.end, path.start) == ((5, 155), (50, 65))


def test_lines_that_close_a_circle_run_the_other_way() -> None:
    """The engine gets no circle, and each line is still read from tail to head."""
    links = [
        Link(0, "b", "a", 2, from_box=True, has_start=False, has_end=True),
        Link(
            1, "a", "b", 2, from_box=False, has_start=False, has_end=True, is_back=True
        ),
    ]
    graph = BlockGraph(GRAPH.nodes, links, [], Direction.UP)

    found = graph.read(lay_out(graph.dot()))

    assert graph.dot().count("n0 -> n1") == 2
    upwards, downwards = found.paths[0].points, found.paths[1].points
    assert upwards[0][1] > upwards[-1][1] > found.centres["a"][1]
    assert downwards[0][1] < downwards[-1][1] < found.centres["b"][1]
    assert all(path.end and not path.start for path in found.paths.values())


def test_an_order_is_kept_unless_it_contradicts_itself() -> None:
    """Of two heads with the same tails in opposite orders the engine gets no order."""
    pairs = [("a", "x"), ("b", "x"), ("b", "y"), ("a", "y")]
    links = [
        Link(number, *pair, 2, from_box=False, has_start=False, has_end=True)
        for number, pair in enumerate(pairs)
    ]
    nodes = dict.fromkeys("abxy", (50.0, 30.0))

    def dot(links: list[Link]) -> str:
        return BlockGraph(nodes, links, [], Direction.UP, keeps_order=True).dot()

    assert "ordering" in dot(links[:3])
    assert "ordering" not in dot(links)


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
    broken = answer()
    del broken[lacking]

    with pytest.raises(EngineError, match=message):
        GRAPH.read(broken)


@pytest.mark.parametrize(
    "wrong",
    [
        [],
        None,
        "text",
        {"bb": "one"},
        {"bb": "1,2"},
        {"bb": 3},
        answer() | {"objects": [3]},
        answer() | {"edges": [{"id": "e0", "pos": "s,1"}]},
        answer() | {"edges": [{"id": "e0", "pos": "1"}]},
    ],
)
def test_an_unreadable_answer_is_an_error(wrong: Any) -> None:
    """Whatever a program prints, it ends in an EngineError or in places."""
    with pytest.raises(EngineError, match="no layout that can be read"):
        GRAPH.read(wrong)


def test_the_engine_understands_it() -> None:
    """The first node is laid out above what leads to it, in its frame."""
    found = GRAPH.read(lay_out(GRAPH.dot()))

    assert found.centres["b"][1] < found.centres["a"][1]
    (x, y), (width, height) = found.clusters["s"]
    assert x < found.centres["b"][0] < x + width
    assert y < found.centres["b"][1] < y + height


@pytest.mark.parametrize("width", [90.0, 123.4, 270.0, 600.0])
def test_a_title_has_the_room_that_it_wants(width: float) -> None:
    """A frame is as wide as its title and the room beside it, and hardly wider."""
    graph = attrs.evolve(GRAPH, clusters=[Cluster("s", (width, 13.5), ["b"])])

    ((_, (found, _)),) = graph.read(lay_out(graph.dot())).clusters.values()

    assert width <= found <= 1.04 * width + 2 * style.GROUP_PADDING


def test_no_word_of_a_map_reaches_the_engine() -> None:
    """Names in DOT are numbers; only the ids of sections stand in it, quoted."""
    dot = BlockGraph({'x"]; evil': (1.0, 1.0)}, [], [], Direction.LEFT).dot()

    assert "evil" not in dot


def test_sets_grow_together() -> None:
    """What is united with the same is one set; uniting it again does nothing."""
    sets = UnionFind()

    assert sets.unite("a", "b")
    assert sets.unite("c", "b")
    assert not sets.unite("a", "c")
    assert sets.root("a") == sets.root("c") != sets.root("d")
