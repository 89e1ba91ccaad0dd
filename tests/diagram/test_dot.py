"""Laws of the DOT for others: what Graphviz reads there is the plan."""

import re
import subprocess
from shutil import which
from typing import Any
from xml.etree import ElementTree as ET

import graphviz
import pytest
from hypothesis import given

from argmap import (
    Argument,
    ArgumentMap,
    Claim,
    Contradiction,
    Counterpoint,
    Inference,
    Quotation,
    Section,
    Source,
)
from argmap.diagram import draw
from argmap.diagram.dot import graph, urls
from argmap.diagram.engine import lay_out
from argmap.diagram.plan import Plan
from argmap.diagram.planning import plan
from argmap.diagram.style import LIGHT, Direction
from argmap.errors import FormatError
from argmap.formats import load
from tests.console import REAL_FILES
from tests.diagram.make_golden import DIAGRAMS, EXAMPLES, GOLDEN
from tests.strategies import argument_maps, texts

ATTRIBUTES = frozenset(
    [
        *("URL", "arrowhead", "arrowsize", "arrowtail", "bgcolor", "class", "color"),
        *("dir", "fillcolor", "fixedsize", "fontcolor", "fontname", "fontsize"),
        *("height", "id", "label", "labeljust", "labelloc", "margin", "minlen"),
        *("newrank", "nodesep", "pad", "penwidth", "peripheries", "rank", "rankdir"),
        *("ranksep", "shape", "style", "tooltip", "width"),
    ]
)
SAID_BY_GRAPHVIZ = frozenset(
    [
        *("_gvid", "_subgraph_cnt", "bb", "compound", "directed", "edges", "head"),
        *("lp", "lwidth", "lheight", "name", "nodes", "objects", "pos", "rects"),
        *("strict", "subgraphs", "tail", "vertices", "xdotversion"),
    ]
)
HOSTILE = [
    '"',
    "\\",
    '\\"',
    '\\\\" ]; evil [label="',
    "<b>bold</b>",
    "<",
    "&quot;&#34;&lt; R&D",
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
]


def read(source: str) -> dict[str, Any]:
    """Return the graph as the engine reads it."""
    return lay_out(source, engine="wasm")


def words_of(text: str) -> str:
    """Return the words that Graphviz shows for a text, which may be of many lines."""
    ends = {"l": " ", "r": " "}
    lines = re.sub(r"\\(.)", lambda found: ends.get(found[1], found[1]), text)
    return lines.rstrip(" ").replace("&amp;", "&")


def close(text: str) -> str:
    """Return a text without blanks and hyphenation, for lines break in words too."""
    return "".join(text.replace("&amp;", "&").split())


def assert_is_read_as(drawn: Plan, found: dict[str, Any]) -> None:
    """Assert that a graph has the plan's boxes, junctions, lines and groups."""
    objects = found.get("objects", [])
    groups = objects[: found["_subgraph_cnt"]]
    nodes = {each["name"]: each for each in objects[found["_subgraph_cnt"] :]}
    for box in drawn.boxes:
        node = nodes.pop(box.part)
        said = "".join(each.words for each in box.texts)
        assert close(words_of(node["label"])) == close(said)
        assert close(words_of(node["tooltip"])) == close(box.name)
    for junction in drawn.junctions:
        label = close(words_of(nodes.pop(junction.part)["label"]))
        said = "".join(each.words for each in junction.texts)
        assert label == close(f"{junction.kind.dot_sign}{said}")
    assert not nodes
    by_number = {each["_gvid"]: each["name"] for each in objects}
    ends = [
        (by_number[edge["tail"]], by_number[edge["head"]])
        for edge in sorted(found.get("edges", []), key=lambda edge: edge["_gvid"])
    ]
    assert sorted(ends) == sorted((edge.tail, edge.head) for edge in drawn.edges)
    clusters = {each["name"]: each for each in groups if "label" in each}
    for group in drawn.groups:
        cluster = clusters.pop(f"cluster_{group.part}", None)
        if cluster is None:
            assert not group.members
        else:
            members = {by_number[number] for number in cluster.get("nodes", [])}
            assert members >= {*group.members}
            assert close(words_of(cluster["label"])) == close(group.title)


@given(argument_maps())
def test_graphviz_reads_the_plan(argument_map: ArgumentMap) -> None:
    """Nodes are named by ids, edges run as arrows do, texts are whole."""
    drawn = plan(argument_map)

    source = graph(drawn, Direction.UP, LIGHT).source

    assert_is_read_as(drawn, read(source))


@given(argument_maps())
def test_graphviz_writes_the_same(argument_map: ArgumentMap) -> None:
    """The text is that which the `graphviz` package makes of the same graph."""
    ours = draw(argument_map).graph

    assert ours.digraph.source == ours.source
    named = graphviz.Digraph(graph_attr=ours.graph, node_attr=ours.node)
    assert named.source.splitlines()[1:3] == ours.source.splitlines()[1:3]


@given(argument_maps())
def test_no_text_becomes_an_attribute(argument_map: ArgumentMap) -> None:
    """Graphviz finds no attribute but those of a fixed set, the legend included."""
    found = read(draw(argument_map, legend=True).digraph.source)

    allowed = ATTRIBUTES | SAID_BY_GRAPHVIZ
    assert found.keys() <= allowed
    for each in (*found.get("objects", []), *found.get("edges", [])):
        assert each.keys() <= allowed


def hostile(words: str) -> ArgumentMap:
    """Return a map that has these words wherever there is room for any."""
    return ArgumentMap.of(
        Claim("a", words, title=words, speaker=words, data={"url": words}),
        Argument("b", words, text=words),
        Inference(["a"], conclusion="b", scheme="node"),
        Counterpoint(["a"], target="b"),
        Section("s", words, members=["a"]),
        title=words,
        thesis="a",
    )


@pytest.mark.parametrize("words", HOSTILE, ids=range(len(HOSTILE)))
def test_hostile_words_stay_words(words: str) -> None:
    """Text in a claim, a title, a speaker or a section is a label and no more.

    No string is longer than old versions of Graphviz read.
    """
    diagram = draw(hostile(words), direction="left", theme="dark")

    source = diagram.graph.source

    assert_is_read_as(diagram.plan, read(source))
    assert max(len(line.encode()) for line in source.splitlines()) < 16_000


@pytest.mark.skipif(which("dot") is None, reason="Graphviz is not installed")
@pytest.mark.parametrize("words", HOSTILE, ids=range(len(HOSTILE)))
def test_installed_graphviz_draws_it(words: str) -> None:
    """The `dot` of the system draws it without a warning, as XML that can be read."""
    source = draw(hostile(words[:9_999]), legend=True).graph.source

    run = ["dot", "-Tsvg"]
    done = subprocess.run(run, input=source.encode(), capture_output=True, check=True)

    assert not done.stderr
    root = ET.fromstring(done.stdout)
    titles = {each.text for each in root.iter("{http://www.w3.org/2000/svg}title")}
    assert {"a", "b", "cluster_s", LEGEND} <= titles


@pytest.mark.parametrize("name", ["node", "edge", "strict", "a.b", "1", "租-1"])
def test_any_id_is_a_name(name: str) -> None:
    """Ids that mean something to Graphviz, or are not ASCII, are quoted."""
    drawn = plan(ArgumentMap.of(Claim(name, "A."), Section("s", members=[name])))

    assert_is_read_as(drawn, read(graph(drawn, Direction.UP, LIGHT).source))


@given(texts())
def test_every_text_is_a_quoted_string(words: str) -> None:
    """The statement of a claim matches a grammar without any hole."""
    source = graph(plan(ArgumentMap.of(Claim("a", words))), Direction.UP, LIGHT)

    (statement,) = (line for line in source.body if line.startswith('\t"a"'))
    quoted = r'"(?:[^"\\\n]|\\[\\"lr])*"'
    assert re.fullmatch(rf'\t"a" \[(?:\s*[a-z]+={quoted})+\]\n', statement)


@pytest.mark.filterwarnings("ignore::DeprecationWarning")
def test_networkx_reads_it() -> None:
    """By way of pydot, networkx finds every node, edge and attribute."""
    networkx = pytest.importorskip("networkx")
    source = DIAGRAMS["every_look"].graph.source
    drawn = DIAGRAMS["every_look"].plan
    pydot = pytest.importorskip("pydot")

    (parsed,) = pydot.graph_from_dot_data(source)
    found = networkx.nx_pydot.from_pydot(parsed)

    parts = {*drawn.boxes_by_part, *drawn.at_junction}
    assert {*found.nodes} == parts
    assert {(tail, head) for tail, head, _ in found.edges} == {
        (edge.tail, edge.head) for edge in drawn.edges
    }
    assert all(
        {"class", "label"} <= looks.keys() for _, looks in found.nodes(data=True)
    )


@pytest.mark.parametrize(
    ("claim", "url"),
    [
        (Claim("a", data={"url": 'https://a.org/?b&"'}), "https://a.org/?b&%22"),
        (Claim("a", data={"link": "mailto:a@b.org"}), "mailto:a@b.org"),
        (Claim("a", data={"link": "../a.html#b"}), "../a.html#b"),
        (Claim("a", quotations=[Quotation("A", source="book")]), "https://book.org"),
        (Argument("a", data={"url": "#b"}), "#b"),
        (Claim("a", data={"link": "some-chapter"}), None),
        (Claim("a", data={"url": "javascript:alert(1)"}), None),
        (Claim("a", data={"url": "//a.org"}), None),
        (Claim("a", data={"url": "file:///etc/passwd"}), None),
        (Claim("a", data={"url": 7}), None),
        (Claim("a"), None),
    ],
)  # fmt: skip
def test_boxes_lead_to_safe_urls(claim: Claim | Argument, url: str | None) -> None:
    """A box is a link to what its data or its first source name, if that is safe."""
    argument_map = ArgumentMap.of(claim, Source("book", url="https://book.org"))

    (node,) = read(draw(argument_map).graph.source)["objects"]

    assert node.get("URL", "").replace("&amp;", "&") == (url or "")
    assert ("a" in urls(argument_map)) is (url is not None)


@pytest.mark.parametrize(
    ("direction", "rankdir"),
    [("up", "BT"), ("down", "TB"), ("left", "RL"), ("right", "LR")],
)
def test_directions(direction: str, rankdir: str) -> None:
    """Arrows lead the way that was asked for."""
    argument_map = EXAMPLES["rent_control"]

    found = read(draw(argument_map, direction=direction).digraph.source)

    assert found["rankdir"] == rankdir


def test_the_main_conclusion_is_where_arrows_lead() -> None:
    """It stands above all, even if it supports something else."""
    argument_map = ArgumentMap.of(
        Claim("a", "A."),
        Claim("b", "B."),
        Claim("c", "C."),
        Inference(["a"], conclusion="b"),
        Inference(["c"], conclusion="a"),
        Section("s", members=["a", "b"]),
        thesis="b",
    )

    found = read(draw(argument_map, direction="up").graph.source)

    heights = {
        each["name"]: float(each["pos"].split(",")[1])
        for each in found["objects"]
        if "pos" in each
    }
    assert heights["b"] == max(heights.values()) > heights["a"] > heights["c"]


LEGEND = "cluster_legend "


def test_a_legend_if_it_is_asked_for() -> None:
    """It explains what occurs and nothing else, by names that no part can have."""
    argument_map = ArgumentMap.of(
        Claim("legend", "A."),
        Claim("b", "B.", implicit=True),
        Section("legend_", members=["b"]),
        Contradiction(["legend", "b"]),
    )

    without = read(draw(argument_map).graph.source)
    found = read(draw(argument_map, legend=True).graph.source)

    (*_, legend) = (
        each for each in found["objects"] if "label" in each and "bb" in each
    )
    names = {each["_gvid"]: each for each in found["objects"]}
    told = [names[each]["label"] for each in legend["nodes"]]
    assert told == ["unstated\\l", "\\N", "at most one can stand"]
    assert len(without["objects"]) == len(found["objects"]) - 4


@pytest.mark.parametrize("name", DIAGRAMS)
def test_golden(name: str) -> None:
    """Structure and looks are those that were looked at when they were kept."""
    golden = (GOLDEN / f"{name}.dot").read_text("utf-8")

    assert DIAGRAMS[name].digraph.source.splitlines() == golden.splitlines()


@pytest.mark.skipif(which("dot") is None, reason="Graphviz is not installed")
@pytest.mark.skipif(not REAL_FILES.exists(), reason="ARGMAP_REAL_FILES names no folder")
def test_real_files() -> None:
    """What others wrote is drawn by the `dot` of the system without a warning."""
    drawn = 0
    for path in sorted((REAL_FILES / "argdown").glob("*.argdown")):
        try:
            source = draw(load(path)).graph.source
        except FormatError:
            continue
        run = ["dot", "-Tdot"]
        done = subprocess.run(
            run, input=source.encode(), capture_output=True, check=True
        )
        assert not done.stderr, path
        drawn += 1
    assert drawn > 5
