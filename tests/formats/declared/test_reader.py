"""What a declaration finds is what the map says."""

import pytest

from argmap.formats import read
from argmap.formats.declared import Declaration
from argmap.formats.document import Document

NODES = '"nodes": [{"id": "a", "text": "A."}, {"id": "b", "text": "B."}]'


def codes(document: Document) -> list[str]:
    return [each.code for each in document.diagnostics if each.code != "guessed"]


def test_edges_can_stand_in_their_nodes() -> None:
    """Where an edge leads from the node around it, # says so."""
    text = '[{"id": 1, "text": "A.", "out": [{"to": 2, "as": "con"}]}, {"id": 2}]'
    declared = Declaration(
        nodes="[*]",
        node_id="id",
        node_text="text",
        edges="[*].out[*]",
        edge_source="#",
        edge_target="to",
        edge_relation="as",
    )
    (step,) = read(text, declared).argument_map.counterpoints

    assert (step.premises[0].claim, step.end) == ("1", "2")


def test_a_word_can_mean_that_an_edge_leads_backwards() -> None:
    """What is supported by another is the conclusion."""
    edge = '{"source": "a", "target": "b", "relation": "supported by"}'
    document = read(f'{{{NODES}, "edges": [{edge}]}}', Declaration())

    assert document.argument_map.inferences[0].conclusion == "a"


def test_one_word_can_be_declared_for_all_edges() -> None:
    """An empty word is that of edges that have none."""
    text = f'{{{NODES}, "edges": [{{"source": "a", "target": "b"}}]}}'

    assert codes(read(text, Declaration())) == ["unknown-relation"]
    document = read(text, Declaration(relations={"": "attack"}))
    assert len(document.argument_map.counterpoints) == 1


@pytest.mark.parametrize(
    ("edges", "expected"),
    [
        ('{"source": "a", "target": "x", "rel": "pro"}', ["unknown-id"]),
        ('{"source": "a", "target": null, "rel": "pro"}', ["missing-key"]),
        ('{"source": "a", "target": "a", "rel": "pro"}', ["self-relation"]),
        ('{"source": ["a", "b"], "target": "b", "rel": "pro"}', ["self-relation"]),
        ('{"source": "a", "target": "b", "rel": "undercuts"}', ["undercut-claim"]),
        ('{"source": "a", "target": "b", "rel": "neutral"}', ["left-out"]),
    ],
)
def test_what_is_wrong_with_an_edge_is_reported(
    edges: str, expected: list[str]
) -> None:
    """Every edge that leads nowhere, or not as one would think, has a finding."""
    declared = Declaration(
        edges="edges[*]",
        edge_source="source",
        edge_target="target",
        edge_relation="rel",
    )
    assert codes(read(f'{{{NODES}, "edges": [{edges}]}}', declared)) == expected


def test_a_likely_spelling_is_offered() -> None:
    """A misspelt id and a misspelt column are answered with those there are."""
    text = "id,text,parent,stance\nrents,A.,,\nwages,B.,rent,pro\n"
    (finding,) = [x for x in read(text, "csv").diagnostics if x.code == "unknown-id"]
    assert finding.help == "did you mean 'rents'?"

    declared = Declaration(nodes="[*]", node_speaker="speeker", node_text="text")
    found = read("text,speaker\nA.,Ada\n", declared).diagnostics
    (finding,) = [each for each in found if each.code == "missing-key"]
    assert finding.help == "did you mean 'speaker'?"


def test_an_id_that_is_given_twice_is_an_error() -> None:
    """A second row with an id is left out, and reported where it stands."""
    text = "id,text\n1,A.\n1,B.\n"
    document = read(text, "csv")

    assert codes(document) == ["duplicate-id"]
    spans = [each.span for each in document.diagnostics if each.code != "guessed"]
    assert [text[each.start : each.end] for each in spans if each] == ["1,B."]


def test_nothing_to_read_is_said() -> None:
    """A header alone, or an empty list, is a warning, and so are empty lists."""
    for declared in (Declaration(), Declaration(nodes="nodes")):
        for text in ("id,text\n", "[]", '{"nodes": [], "links": []}'):
            document = read(text, declared)
            assert codes(document) == ["empty-text"]
            assert not document.has_errors


@pytest.mark.parametrize("depth", [5, 40, 45, 48])
def test_deep_data_is_read(depth: int) -> None:
    """Answers to answers are claims, and what else is deep is kept as data."""
    tree = '{"text": "A.", "replies": [' * depth + "]}" * depth
    document = read(tree, Declaration(relations={"replies": "attack"}))
    assert len(document.argument_map.counterpoints) == depth - 1
    assert not document.has_errors

    other = f'{{"text": "A.", "x": {"[" * 2 * depth}1{"]" * 2 * depth}}}'
    (claim,) = read(other, Declaration()).argument_map.claims
    assert claim.data["x"]


def test_large_data_takes_time_in_proportion() -> None:
    """Ten thousand nodes and edges, half of them wrong, are read all the same."""
    rows = [f"{at},Claim {at}.,{at // 2 if at % 2 else 'x'},pro" for at in range(9999)]
    text = "\n".join(["id,text,parent,stance", *rows])
    document = read(text, "csv")

    assert len(document.argument_map.claims) == 9999
    assert len(document.argument_map.inferences) == 4999


def test_a_question_and_a_step_keep_what_only_claims_have() -> None:
    """Their quotes are data, those who speak are known, and nothing raises."""
    text = """{"nodes": [{"id": "a", "text": "A.", "speaker": ["Ada", "Bo"]},
    {"id": "q", "text": "Q?", "type": "question", "quote": "q", "speaker": "Ada"},
    {"id": "s", "text": "Rule", "type": "RA", "quote": "r", "speaker": "Bo"},
    {"id": "b", "text": "B."}], "edges": [{"from": "a", "to": "q", "type": "answers"},
    {"from": "b", "to": "s", "page": 3}, {"from": "s", "to": "a"}]}"""
    found = read(text, Declaration(edge_relation="type")).argument_map
    claim, *_ = found.claims
    (question,), (step,) = found.questions, found.inferences

    assert (claim.speaker, claim.utterances[0].speaker) == ("Ada", "Bo")
    assert (question.data, question.utterances[0].speaker) == ({"quote": "q"}, "Ada")
    assert (step.data, step.utterances[0].speaker) == (
        {"text": "Rule", "quote": "r"},
        "Bo",
    )
    assert found.data["edges"] == ({"from": "b", "to": "s", "page": 3},)


def test_linked_rows_keep_the_data_of_each() -> None:
    """One step of several rows has what only some of them say, and what differs."""
    text = "step,source,target,relation,page\ns,A.,C.,pro,3\ns,B.,C.,pro,4\n"
    (step,) = read(text, "csv").argument_map.inferences
    assert (len(step.premises), step.data) == (2, {"page": ("3", "4")})


def test_a_row_of_a_claim_alone_has_data() -> None:
    """Other cells of a row without an edge are data of its claim."""
    text = "source,target,relation,page\nA.,B.,pro,1\nC.,,,7\n"
    assert read(text, "csv").argument_map.claim("C.").data == {"page": "7"}
