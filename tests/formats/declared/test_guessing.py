"""Guesses are made of usual names, and of nothing else."""

import pytest

from argmap.formats.declared.declaration import Declaration
from argmap.formats.declared.guessing import GuessError, completed
from argmap.formats.declared.notations import parsed
from argmap.formats.located import Findings


def guess(text: str, declared: Declaration | None = None) -> str:
    root = parsed(text, Findings())
    assert root is not None
    return completed(root, declared or Declaration())[1]


def test_what_is_declared_is_not_guessed() -> None:
    """Of a whole declaration nothing is left to be guessed, whatever is usual."""
    text = '{"nodes": [{"id": 1, "key": 2, "text": "A.", "label": "B."}]}'
    declared = Declaration(nodes="nodes[*]", node_id="key", node_text="label")
    assert guess(text, declared) == ""


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ('{"a": [{"x": 1}]}', "nothing has the usual names"),
        ("x,y\n1,2\n", "with x, y"),
        (
            '{"claims": [{"text": "A."}], "nodes": [{"content": "B."}]}',
            "several lists may be the nodes",
        ),
        (
            '{"nodes": [{"text": "A."}], "links": [{"a": 1, "b": 2}]}',
            "the edges at 'links[*]' do not have the usual keys",
        ),
    ],
)
def test_where_several_would_do_nothing_is_guessed(text: str, reason: str) -> None:
    """The error says what there is, so that one knows what to declare."""
    with pytest.raises(GuessError) as caught:
        guess(text)
    assert reason in str(caught.value)


def test_offsets_are_no_ends_of_edges() -> None:
    """`start` and `end` are ends of edges only where they are no numbers."""
    assert "--edges" not in guess('[{"text": "A.", "start": 0, "end": 2}]')
    edges = '{"nodes": [{"id": "a"}], "edges": [{"start": "a", "end": "a"}]}'
    assert "--edge-source start" in guess(edges)


def test_one_usual_word_for_a_relation_is_enough() -> None:
    """A key has the relations even if only some of its words are usual."""
    edge = '{{"source": "{}", "target": "{}", "{}": "{}"}}'
    nodes = '[{"id": "a", "text": "A."}, {"id": "b", "text": "B."}]'
    for word, found in [("supports", "--edge-relation type"), ("odd", "")]:
        edges = ", ".join(
            (edge.format("a", "b", "type", word), edge.format("b", "a", "type", "odd"))
        )
        guessed = guess(f'{{"nodes": {nodes}, "edges": [{edges}]}}')
        assert guessed.endswith(found)
        assert ("--edge-relation" in guessed) is bool(found)
