"""Nodes and edges make a map, and what they cannot make is reported."""

from collections.abc import Iterable

from hypothesis import given, strategies as st

from argmap.diagnostics import Span
from argmap.formats.codes import CODES
from argmap.formats.document import Document
from argmap.formats.located import Findings
from argmap.formats.nodes import End, GraphEdge, GraphNode, Meaning, document_of
from argmap.model import Contradiction, Counterpoint, Inference, Preference, Rephrase

AT = Span(0, 1)


def end(name: str) -> End:
    return End((0, name), AT)


def node(name: str, meaning: Meaning | None = None, **fields: object) -> GraphNode:
    return GraphNode((0, name), AT, fields, meaning)


def edge(
    starts: str, to: str, meaning: Meaning | None = Meaning.SUPPORT, key: str = ""
) -> GraphEdge:
    own = (0, key) if key else None
    return GraphEdge([end(each) for each in starts], end(to), AT, meaning, own)


def read(nodes: Iterable[GraphNode], edges: Iterable[GraphEdge]) -> Document:
    return document_of("x", nodes, edges, Findings())


def codes(document: Document) -> list[str]:
    return [each.code for each in document.diagnostics]


def test_each_meaning_is_a_part_of_its_kind() -> None:
    """A relation between two claims becomes what its meaning says."""
    kinds = {
        Meaning.SUPPORT: Inference,
        Meaning.ATTACK: Counterpoint,
        Meaning.CONTRADICTION: Contradiction,
        Meaning.REPHRASE: Rephrase,
        Meaning.PREFERENCE: Preference,
    }
    for meaning, kind in kinds.items():
        document = read([node("a"), node("b")], [edge("a", "b", meaning)])
        _, _, part = document.argument_map.parts
        assert type(part) is kind
        assert not document.diagnostics


def test_a_relation_can_be_against_a_relation() -> None:
    """An undercut of an edge, named before that edge, strikes its step."""
    edges = [
        edge("c", "e", Meaning.UNDERCUT, "u"),
        edge("ab", "d", key="e"),
    ]
    document = read(map(node, "abcd"), edges)

    assert not document.diagnostics
    assert document.argument_map.counterpoint("u").target == "e"
    assert len(document.argument_map.inference("e").premises) == 2


def test_a_node_can_be_a_step() -> None:
    """A node with a meaning joins its neighbours; to two ends it is two steps."""
    nodes = [*map(node, "abcd"), node("s", Meaning.SUPPORT), node("t", Meaning.ATTACK)]
    joins = ["as", "bs", "sc", "sd", "dt", "ts"]
    edges = [edge(each[0], each[1], None) for each in joins]
    argument_map = read(nodes, edges).argument_map

    assert [each.conclusion for each in argument_map.inferences] == ["c", "d"]
    assert [len(each.premises) for each in argument_map.inferences] == [2, 2]
    assert argument_map.counterpoint("t").target == "s"


def test_claims_answer_a_question() -> None:
    """What supports or answers a question is its answer; no objection can be to it."""
    question = GraphNode((0, "q"), AT, {"text": "Which?"}, is_question=True)
    edges = [
        edge("a", "q"),
        edge("b", "q", Meaning.ANSWER),
        edge("a", "q", Meaning.ATTACK),
    ]
    document = read([question, *map(node, "ab")], edges)

    assert document.argument_map.questions[0].answers == ("a", "b")
    assert codes(document) == ["impossible-relation"]


def test_what_cannot_be_is_reported_and_left_out() -> None:
    """Nothing that is left out goes without an error at its place."""
    cases: dict[str, tuple[str, list[GraphEdge]]] = {
        "a node that is not there": ("unknown-id", [edge("a", "x")]),
        "a premise that is not there": ("unknown-id", [edge("ax", "b")]),
        "no meaning": ("unknown-relation", [edge("a", "b", None)]),
        "an answer to a claim": (
            "impossible-relation",
            [edge("a", "b", Meaning.ANSWER)],
        ),
        "a contradiction of itself": (
            "impossible-relation",
            [edge("a", "a", Meaning.CONTRADICTION)],
        ),
    }
    for code, edges in cases.values():
        document = read([node("a"), node("b")], edges)
        assert (codes(document), document.has_errors) == ([code], True)
        assert len([*document.argument_map.parts]) == 2


def test_what_names_a_relation_goes_with_it() -> None:
    """A relation against one that is left out is left out, too, with an error."""
    edges = [edge("a", "x", key="e"), edge("b", "e", key="f"), edge("b", "f")]
    document = read([node("a"), node("b")], edges)

    expected = ["unknown-id", "impossible-relation", "impossible-relation"]
    assert codes(document) == expected
    assert not document.argument_map.inferences


def test_what_is_odd_is_reported_and_kept() -> None:
    """A claim for itself, an undercut of a claim and a repeated relation are kept."""
    edges = [edge("a", "a"), edge("a", "b", Meaning.UNDERCUT), edge("a", "a")]
    document = read([node("a"), node("b")], edges)

    expected = {"self-relation", "undercut-claim", "repeated-relation"}
    assert set(codes(document)) == expected
    assert not document.has_errors
    assert len([*document.argument_map.parts]) == 5


def test_a_repeated_id_is_that_of_the_first() -> None:
    """A second node with an id is an error, and the first is the one that counts."""
    document = read([node("a", text="One."), node("a", text="Two.")], [])

    assert [each.text for each in document.argument_map.claims] == ["One."]
    assert codes(document) == ["duplicate-id"]


def test_an_id_that_cannot_be_one_is_kept_as_data() -> None:
    """Nothing of an id is lost where a map needs another."""
    (claim,) = read([node("http://x/1")], []).argument_map.claims

    assert claim.id == "http-x-1"
    assert claim.data == {"id": "http://x/1"}


def test_a_node_without_an_id_has_one_made_from_its_text() -> None:
    """Two nodes with one text and no ids are two claims."""
    nodes = [
        GraphNode((0, str(at)), AT, {"text": "Rents rose."}, made_from="Rents rose.")
        for at in range(2)
    ]
    claims = read(nodes, []).argument_map.claims

    assert [each.id for each in claims] == ["rents-rose", "rents-rose-2"]
    assert not any(each.data for each in claims)


def test_ids_hold_in_their_own_name_space() -> None:
    """The same id in two records is that of two claims."""
    nodes = [GraphNode((number, "a"), AT) for number in (0, 1)]
    there = GraphEdge([End((0, "a"), AT)], End((1, "a"), AT), AT, Meaning.SUPPORT)
    (step,) = read(nodes, [there]).argument_map.inferences

    assert (step.premises[0].claim, step.conclusion) == ("a", "a-2")


def test_the_thesis_is_the_claim_of_its_node() -> None:
    """It has the id that the claim has got; a question or a step is none."""
    nodes = [node("a b"), node("s", Meaning.SUPPORT)]

    for key, thesis in (((0, "a b"), "a-b"), ((0, "s"), None), ((0, "x"), None)):
        found = document_of("x", nodes, [], Findings(), thesis=key)
        assert found.argument_map.thesis == thesis


names = st.sampled_from("abcdef")
meanings = st.sampled_from([None, *Meaning])


@given(
    nodes=st.lists(st.tuples(names, meanings, st.booleans()), max_size=8),
    edges=st.lists(
        st.tuples(st.text("abcdef", min_size=1, max_size=3), names, meanings, names),
        max_size=12,
    ),
)
def test_whatever_they_join_a_map_is_made(
    nodes: list[tuple[str, Meaning | None, bool]],
    edges: list[tuple[str, str, Meaning | None, str]],
) -> None:
    """No nodes and edges break a map; every part has a span, every code a meaning."""
    document = read(
        [GraphNode((0, a), AT, {}, b, is_question=c) for a, b, c in nodes],
        [edge(a, b, c, d) for a, b, c, d in edges],
    )

    assert document.spans.keys() == {each.id for each in document.argument_map.parts}
    assert {each.code for each in document.diagnostics} <= CODES.keys()


def test_findings_call_nodes_what_the_format_calls_them() -> None:
    """Who reads claims or spans is told of these, not of nodes."""
    nodes = [node("a"), node("a")]
    edges = [edge("a", "b")]

    found = document_of("x", nodes, edges, Findings(), noun="claim").diagnostics

    assert sorted(each.message.split(" ", 2)[1] for each in found) == ["claim"] * 2


def test_an_edge_to_nothing_is_that_before_all_else() -> None:
    """An edge that nobody knows the meaning of, too, names the node that is missing."""
    document = read([node("a", text="A.")], [edge("a", "z", None)])
    assert [x.message for x in document.diagnostics] == ['no node has the id "z"']
