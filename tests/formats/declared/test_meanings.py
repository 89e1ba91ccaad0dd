"""An edge means what its word does; a word without a meaning is one finding."""

from argmap.diagnostics import Span
from argmap.formats import Declaration, read
from argmap.formats.declared.meanings import Edge, joined, with_meanings
from argmap.formats.declared.words import MEANINGS
from argmap.formats.located import Findings
from argmap.formats.nodes import End, GraphEdge, Meaning

AT = Span(0, 1)
A, B, C = (End((0, name), AT) for name in "abc")


def edge(*words: str) -> Edge:
    return Edge([A], B, AT, words)


def test_a_declared_word_goes_before_a_usual_one() -> None:
    """Who says what a word means is right about their own data."""
    declared = {"supports": MEANINGS["attack"]}
    ((_, found),) = with_meanings([edge("Supports")], declared, set(), Findings())
    assert found.meaning is Meaning.ATTACK


def test_a_word_that_many_edges_have_is_reported_once() -> None:
    """The finding counts them, and the edges are left out."""
    findings = Findings()
    edges = [edge("elaborates"), edge("elaborates"), edge("pro")]
    found = [*with_meanings(edges, {}, set(), findings)]

    assert len(found) == 1
    assert [each.message for each in findings] == [
        'nothing says what "elaborates" means, the word of 2 relations'
    ]


def test_an_edge_at_a_step_needs_no_word() -> None:
    """The node that is a step says what it means."""
    findings = Findings()
    ((_, found),) = with_meanings([edge("x", "")], {}, {B.key}, findings)
    assert found.meaning is None
    assert not findings


def test_rows_of_one_step_are_one_edge() -> None:
    """Edges with one id, meaning and end are linked premises."""
    key, support = (0, "s"), Meaning.SUPPORT
    edges = [GraphEdge([each], C, AT, support, key) for each in (A, B)]
    (found,) = joined(edges)
    assert found.starts == [A, B]
    assert len([*joined([GraphEdge([A], C, AT, support) for _ in range(2)])]) == 2


def test_a_declared_word_that_no_edge_has_is_reported() -> None:
    """It may be misspelt: the finding names the word that is likely meant."""
    text = '[{"source": "a", "target": "b", "relation": "backing up"}]'
    words = {"backing-up": "support", "backing in": "attack"}
    document = read(text, Declaration(relations=words))
    (found,) = [x for x in document.diagnostics if x.code == "missing-key"]
    assert '"backing in"' in found.message
    assert "backing up" in str(found.help)
