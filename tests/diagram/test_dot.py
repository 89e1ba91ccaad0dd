"""Laws of the DOT source: what Graphviz reads there is the plan."""

import re
from typing import Any

import graphviz
import pytest
from hypothesis import given

from argmap import ArgumentMap, Claim, Section
from argmap.diagram import draw
from argmap.diagram.dot import _text, _with_room, graph, node_names
from argmap.diagram.engine import lay_out
from argmap.diagram.plan import Line, Plan, plan
from argmap.diagram.style import DARK, LIGHT, Direction
from argmap.diagram.text import width, width_in_graphviz
from argmap.words import one_line
from tests.diagram.make_golden import DIAGRAMS, EXAMPLES, GOLDEN
from tests.diagram.shapes import clique, tree
from tests.strategies import argument_maps, texts

ATTRIBUTES = frozenset(
    [
        "arrowhead",
        "arrowsize",
        "arrowtail",
        "bgcolor",
        "color",
        "constraint",
        "dir",
        "fillcolor",
        "fixedsize",
        "fontcolor",
        "fontname",
        "fontsize",
        "height",
        "id",
        "label",
        "labeljust",
        "margin",
        "mclimit",
        "minlen",
        "nslimit",
        "newrank",
        "nodesep",
        "pad",
        "penwidth",
        "rankdir",
        "ranksep",
        "shape",
        "style",
        "width",
    ]
)
SAID_BY_GRAPHVIZ = frozenset(
    [
        "_gvid",
        "_subgraph_cnt",
        "bb",
        "compound",
        "directed",
        "edges",
        "head",
        "lp",
        "lwidth",
        "lheight",
        "name",
        "nodes",
        "objects",
        "pos",
        "strict",
        "subgraphs",
        "tail",
        "xdotversion",
    ]
)


def as_read(lines: tuple[Line, ...]) -> str:
    """Return the label that Graphviz makes of these lines."""
    words = (line.words.replace("\\", "\\\\") for line in lines)
    return "".join(f"{line}\\l" for line in words)


def read(source: str) -> dict[str, Any]:
    """Return the graph as the engine reads it."""
    return lay_out(source, engine="wasm")


def assert_is_read_as(drawn: Plan, found: dict[str, Any]) -> None:
    """Assert that a graph has the plan's boxes, junctions, lines and groups."""
    objects = found.get("objects", [])
    names = node_names(drawn)
    nodes = {each["name"]: each for each in objects if each["name"][0] != "c"}
    clusters = {each["name"]: each for each in objects if each["name"][0] == "c"}
    for box in drawn.boxes:
        node = nodes.pop(names[box.part])
        assert node["label"].replace("&amp;", "&") == as_read(box.lines)
    assert nodes.keys() == {names[each.part] for each in drawn.junctions}
    by_number = {each["_gvid"]: each["name"] for each in objects}
    ends = [
        (by_number[edge["head"]], by_number[edge["tail"]])
        for edge in sorted(found.get("edges", []), key=lambda edge: int(edge["id"][1:]))
    ]
    assert ends == [(names[edge.tail], names[edge.head]) for edge in drawn.edges]
    for index, group in enumerate(drawn.groups):
        cluster = clusters.pop(f"cluster_{index}", None)
        if cluster is None:
            assert not group.members
        else:
            members = {by_number[number] for number in cluster.get("nodes", [])}
            assert members >= {names[member] for member in group.members}
            label = re.sub(r" +\\l", r"\\l", cluster["label"])
            assert label.replace("&amp;", "&") == as_read(group.title)
    assert not clusters


@given(argument_maps())
def test_graphviz_reads_the_plan(argument_map: ArgumentMap) -> None:
    """Nodes, edges and clusters are those of the plan, whatever the texts are."""
    drawn = plan(argument_map)

    source = graph(drawn, Direction.UP, LIGHT).source

    assert_is_read_as(drawn, read(source))
    assert max(len(line.encode()) for line in source.splitlines()) < 16_000


@given(argument_maps())
def test_graphviz_writes_the_same(argument_map: ArgumentMap) -> None:
    """The text is that which the `graphviz` package makes of the same graph."""
    ours = draw(argument_map).graph

    assert ours.digraph.source == ours.source
    named = graphviz.Digraph(graph_attr=ours.graph, node_attr=ours.node)
    assert named.source.splitlines()[1:3] == ours.source.splitlines()[1:3]


@given(argument_maps())
def test_no_text_becomes_an_attribute(argument_map: ArgumentMap) -> None:
    """Graphviz finds no attribute but those of a fixed set."""
    found = read(draw(argument_map).digraph.source)

    allowed = ATTRIBUTES | SAID_BY_GRAPHVIZ
    assert found.keys() <= allowed
    for each in (*found.get("objects", []), *found.get("edges", [])):
        assert each.keys() <= allowed


@pytest.mark.parametrize(
    "words",
    [
        '"',
        "\\",
        '\\"',
        '\\\\" ]; evil [label="',
        "<b>bold</b>",
        "<",
        "&quot;&#34;&lt;",
        "\\N \\G \\E \\T \\H \\L \\n \\r \\l",
        'x" URL="javascript:alert(1)" image="/etc/passwd',
        "/* a */ // b",
        "# c",
        "}",
        "x" * 100_000,
        "&" * 100_000,
        "e" + "\u0301" * 100_000,
        "\\" * 9_999,
        '"' * 9_999,
        "租" * 9_999,
    ],
    ids=range(18),
)
def test_hostile_words_stay_words(words: str) -> None:
    """Text in a claim, a title, a speaker or a section is a label and no more."""
    claim = Claim("a", words, title=words, speaker=words)
    drawn = plan(ArgumentMap.of(claim, Section("s", words, members=["a"])))

    source = graph(drawn, Direction.LEFT, DARK).source

    assert_is_read_as(drawn, read(source))
    assert max(len(line.encode()) for line in source.splitlines()) < 16_000


@given(texts())
def test_a_label_is_one_quoted_string(words: str) -> None:
    """The statement of a claim matches a grammar without any hole."""
    source = graph(plan(ArgumentMap.of(Claim("a", words))), Direction.UP, LIGHT)

    (statement,) = (line for line in source.body if line.startswith("\tn0"))
    quoted = r'"(?:[^"\\\n]|\\[\\"l])*"'
    assert re.fullmatch(rf"\tn0 \[[a-z]+={quoted}(?: [a-z]+={quoted})*\]\n", statement)


@pytest.mark.parametrize(
    ("direction", "rankdir"),
    [("up", "TB"), ("down", "BT"), ("left", "LR"), ("right", "RL")],
)
def test_directions(direction: str, rankdir: str) -> None:
    """Arrows lead the way that was asked for."""
    argument_map = EXAMPLES["rent_control"]

    found = read(draw(argument_map, direction=direction).digraph.source)

    assert found["rankdir"] == rankdir


@pytest.mark.parametrize("name", DIAGRAMS)
def test_golden(name: str) -> None:
    """Structure and looks are those that were looked at when they were kept."""
    golden = (GOLDEN / f"{name}.dot").read_text("utf-8")

    assert DIAGRAMS[name].digraph.source.splitlines() == golden.splitlines()


@pytest.mark.parametrize(
    "look",
    [
        *('shape="circle"', 'shape="diamond"', 'peripheries="2"', 'minlen="2"'),
        *('"filled,dotted"', '"filled,dotted,rounded"', '"filled,dashed,rounded"'),
        *('style="dashed"', 'style="dotted"', 'constraint="false"', 'penwidth="0.9"'),
        *('arrowtail="onormal"', 'arrowtail="none"', 'arrowhead="tee"'),
    ],
)
def test_golden_has_every_look(look: str) -> None:
    """No look of a box, a junction or a line is without a golden file."""
    assert look in DIAGRAMS["every_look"].digraph.source


@given(texts().map(one_line))
def test_graphviz_is_as_wide_as_we_take_it_to_be(words: str) -> None:
    """The width of a title that Graphviz makes room for is known before."""
    line = Line(words, 14 * width(words, bold=True), is_bold=True)
    label = _text([_with_room(line)])
    source = (
        f'digraph {{ subgraph cluster_0 {{ fontname="Helvetica" fontsize=13.75'
        f' label="{label}" a }} }}'
    )

    (cluster, _) = read(source)["objects"]

    taken = 72 * float(cluster["lwidth"])
    assert taken >= 13.75 * width_in_graphviz(words) - 0.5
    assert taken >= line.width - 0.5


@pytest.mark.parametrize(
    ("argument_map", "is_tangle"),
    [
        *((each, False) for each in EXAMPLES.values()),
        (tree(3_000), False),
        (clique(20), False),
        (clique(25), True),
    ],
)
def test_a_tangle_gets_fewer_rounds(
    argument_map: ArgumentMap,
    is_tangle: bool,  # noqa: FBT001 - from the list above
) -> None:
    """Lines that close many circles are laid out in fewer rounds, by their number.

    However large, a tree is no tangle, and what stands beside it makes no difference.
    """
    source = draw(argument_map).digraph.source
    loose = [Claim(f"loose-{each}", "So.") for each in range(1_000)]
    beside = draw(argument_map.with_parts(*loose)).digraph.source

    assert ("nslimit" in source) is ("nslimit" in beside) is is_tangle
    assert ("mclimit=4" in source) is not is_tangle
