"""Nodes and edges are found at every depth, and not taken for each other."""

import pytest

from argmap.formats import read
from argmap.formats.declared import Declaration
from argmap.formats.document import Document


def steps(document: Document) -> set[str]:
    return {
        f"{each.premises[0].claim}{sign}{each.end}"
        for sign, found in (
            (">", document.argument_map.inferences),
            ("<", document.argument_map.counterpoints),
        )
        for each in found
    }


NESTED = {
    '[{"id": "a", "text": "A.", "premises": [{"id": "b", "text": "B.", "attacks":'
    ' ["c"]}]}, {"id": "c", "text": "C."}]': {"b>a", "b<c"},
    '[{"id": "a", "text": "A.", "children": [{"id": "b", "text": "B.", "stance":'
    ' "con", "relations": [{"type": "supports", "target": "c"}]}]},'
    ' {"id": "c", "text": "C."}]': {"b<a", "b>c"},
    '[{"id": "a", "text": "A.", "premises": [{"id": "b", "text": "B.", "objections":'
    ' [{"id": "c", "text": "C.", "supports": ["d"]}]}]}, {"id": "d", "text": "D.",'
    ' "relations": [{"type": "attacks", "target": "b"}]}]': {
        *("b>a", "c<b", "c>d", "d<b"),
    },
    '{"claim": "a", "reasons": [{"reason": "b", "objections": [{"objection":'
    ' "c"}]}]}': {"b>a", "c<b"},
}


@pytest.mark.parametrize("text", NESTED)
def test_references_are_read_wherever_they_stand(text: str) -> None:
    """An inner node can name another, or have edges inside, as outer ones can."""
    document = read(text, Declaration())
    assert steps(document) == NESTED[text]
    assert [each.code for each in document.diagnostics] == ["guessed"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ('{"claim": "a", "objections": [{"claim": "b", "type": "premise"}]}', "b<a"),
        ('{"claim": "a", "evidence": [{"claim": "b", "type": "con"}]}', "b<a"),
        ('{"claim": "a", "replies": [{"claim": "b", "type": "attack"}]}', "b<a"),
        (
            (
                '{"claims": [{"id": "a", "text": "A."}, {"id": "b", "text": "B.",'
                ' "type": "counterargument", "supports": "a"}]}'
            ),
            "b>a",
        ),
    ],
)
def test_what_a_node_is_does_not_outweigh_what_it_is_for(
    text: str, expected: str
) -> None:
    """A premise among objections is an objection, and a con among evidence, too."""
    assert steps(read(text, Declaration())) == {expected}


@pytest.mark.parametrize(
    "inner",
    [
        '"supported_by": ["b"], "attacked_by": [{"claim": "c"}]',
        '"pros": ["b"], "is_opposed_by": {"claim": "c"}',
        '"pros": ["b"], "children": [{"claim": "c", "relation": "attacked by"}]',
    ],
)
def test_what_stands_inside_a_node_is_for_or_against_it(inner: str) -> None:
    """Its words can say so in the passive, too: the inner node is the reason."""
    document = read(f'{{"claim": "a", {inner}}}', Declaration())
    assert steps(document) == {"b>a", "c<a"}


@pytest.mark.parametrize(
    ("key", "expected"),
    [
        ("premise_ids", "b>a"),
        ("Objections", "b<a"),
        ("evidence_for", "b>a"),
        ("evidence against", "b<a"),
        ("supported by", "b>a"),
        ("conclusion_of", "b>a"),
        ("derived from", "b>a"),
        ("supports", "a>b"),
        ("premise_of", "a>b"),
        ("reason_for", "a>b"),
        ("objection_to", "a<b"),
        ("counterargument-to", "a<b"),
    ],
)
def test_what_a_node_lists_is_for_or_against_it(key: str, expected: str) -> None:
    """Premises of a claim lead to it, though they are only named; its verbs lead on.

    So does what it is to another, such as a premise of it.
    """
    nodes = f'{{"id": "a", "text": "A.", "{key}": ["b"]}}, {{"id": "b", "text": "B."}}'
    assert steps(read(f"[{nodes}]", Declaration())) == {expected}
    objects = nodes.replace('["b"]', '[{"claim": "b", "by": "Ada"}]')
    assert steps(read(f"[{objects}]", Declaration())) == {expected}


def test_what_stands_beside_what_is_read_is_named() -> None:
    """An object with the two ends of an edge in it can have more, which is reported."""
    inner = '"premises": ["a"], "conclusion": "b", "objections": ["Too dear."]'
    document = read(f'{{"argument": {{{inner}}}}}', Declaration())
    assert steps(document) == {"a>b"}
    assert "'argument.objections'" in document.diagnostics[1].message


def test_what_both_nodes_say_of_each_other_is_one_relation() -> None:
    """Redundant files are usual; only what one node says twice is reported."""
    nodes = (
        '{"id": "a", "text": "A.", "attacked_by": ["b"], "contradicts": ["b"]},'
        ' {"id": "b", "text": "B.", "attacks": ["a"], "contradicts": ["a"]}'
    )
    document = read(f"[{nodes}]", Declaration())
    assert steps(document) == {"b<a"}
    assert len(document.argument_map.contradictions) == 1
    assert [each.code for each in document.diagnostics] == ["guessed"]

    nodes = nodes.replace('"attacks": ["a"]', '"attacks": ["a", "a"]')
    twice = nodes.replace('"attacked_by": ["b"], ', "")
    document = read(f"[{twice}]", Declaration())
    assert [x.code for x in document.diagnostics] == ["guessed", "repeated-relation"]


@pytest.mark.parametrize("named", ['"supports": ["b"]', '"supports": "b"'])
@pytest.mark.parametrize(
    "other", ['"attacks": ["a"]', '"relations": [{"type": "attacks", "target": "a"}]']
)
def test_nodes_of_several_lists_are_not_taken_for_each_other(
    named: str, other: str
) -> None:
    """What the first of one list names is not named by the first of another."""
    claims = f'"claims": [{{"id": "a", "text": "A.", {named}}}]'
    others = f'"statements": [{{"id": "b", "text": "B.", {other}}}]'
    for lists in (f"{claims}, {others}", f"{others}, {claims}"):
        found = steps(read(f"{{{lists}}}", Declaration()))
        assert found == {"b<a", "a>b"}


def test_a_reference_with_an_unknown_word_is_named() -> None:
    """Nobody knows which way it leads, so it is data; to say what it is is enough."""
    nodes = '{"id": "a", "text": "A."}, {"id": "b", "text": "B.", "opens up": ["a"]}'
    document = read(f"[{nodes}]", Declaration())
    assert document.argument_map.claims[1].data == {"opens up": ("a",)}
    assert "'opens up' in nodes or edges" in document.diagnostics[1].message

    typed = Declaration(edge_target="opens up", relations={"opens up": "support"})
    assert steps(read(f"[{nodes}]", typed)) == {"b>a"}


def test_inner_nodes_and_references_can_both_be_declared() -> None:
    """What a finding says to type is enough, for one and for the other."""
    nodes = (
        '{"id": "a", "text": "A.", "rebuttal": "It is not."},'
        ' {"id": "b", "text": "B.", "supports": {"target": "a", "weight": 0.5}},'
        ' {"id": "c", "text": "C.", "attacks": ["a"]}'
    )
    left = read(f"[{nodes}]", Declaration()).diagnostics[1]
    assert "stands at 'rebuttal', 'supports' in" in left.message

    targets = ("supports.target", "attacks")
    typed = Declaration(children="rebuttal", edge_target=targets)
    assert steps(read(f"[{nodes}]", typed)) == {"b>a", "c<a", "it-is-not<a"}


def test_what_stands_beside_nodes_is_named() -> None:
    """A list that is called as reasons are, and nobody reads, is reported."""
    nodes = '"nodes": [{"id": 1, "text": "A."}, {"id": 2, "text": "B."}]'
    edges = '"edges": [{"from": 2, "to": 1, "type": "supports"}]'
    document = read(f'{{{nodes}, {edges}, "rebuttals": [1]}}', Declaration())

    assert document.argument_map.data == {"rebuttals": (1,)}
    _, left = document.diagnostics
    assert "'rebuttals' beside the nodes is left as data" in left.message


def test_references_beside_other_edges_are_named() -> None:
    """Where edges are read elsewhere, what nodes name themselves is no secret."""
    nodes = '"nodes": [{"id": "a", "text": "A.", "attacks": "b"}, {"id": "b"}]'
    edges = '"edges": [{"from": "b", "to": "a", "type": "supports"}]'
    left = read(f"{{{nodes}, {edges}}}", Declaration()).diagnostics[1]
    assert (
        left.message
        == "what stands at 'attacks' in nodes or edges is left as their data"
    )


def test_an_end_can_be_a_node_with_an_id_and_a_text() -> None:
    """Where edges hold their nodes, these can be named elsewhere, and have data."""
    first = '{"premises": [{"id": "p", "text": "P.", "page": 3}], "conclusion": "q"}'
    second = '{"premises": ["r"], "conclusion": {"id": "p", "text": "P."}}'
    found = read(f"[{first}, {second}]", Declaration()).argument_map
    assert {each.id: each.text for each in found.claims}["p"] == "P."
    assert {(x.premises[0].claim, x.end) for x in found.inferences} == {
        *(("p", "q"), ("r", "p")),
    }
    assert found.inferences[0].data["premises"] == ({"page": 3},)
