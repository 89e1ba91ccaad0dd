"""Guesses are made of usual names, and of nothing else."""

import pytest
from hypothesis import example, given, strategies as st

from argmap.formats import read
from argmap.formats.declared.declaration import Declaration
from argmap.formats.declared.guessing import completed
from argmap.formats.declared.lists import GuessError
from argmap.formats.declared.notations import parsed
from argmap.formats.located import Findings


def guess(text: str, declared: Declaration | None = None) -> str:
    root = parsed(text, Findings())
    assert root is not None
    return completed(root, declared or Declaration()).said


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


@example(named=[["c9", "c9"]], divider=";", lead=0)
@given(
    named=st.lists(st.lists(st.sampled_from(["c1", "c2", "c9", "C1"]), max_size=3)),
    divider=st.sampled_from([";", "|", ", ", " "]),
    lead=st.integers(0, 60),
)
def test_every_reference_is_read_or_reported(
    named: list[list[str]], divider: str, lead: int
) -> None:
    """Of planted ids the good are relations, the bad are found where they stand."""
    rows = ["id,text,supports", "c1,A.,", "c2,B.,"]
    rows += [f"n{number},N{number}.," for number in range(lead)]
    rows += [f'd{n},D{n}.,"{divider.join(each)}"' for n, each in enumerate(named)]
    text = "\n".join(rows)

    document = read(text, path="a.csv")

    links = document.argument_map.inferences
    good = [{*each} & {"c1", "c2"} for each in named]
    pairs = {(one.claim, each.conclusion) for each in links for one in each.premises}
    wanted = {(f"d{n}", each) for n, found in enumerate(good) for each in found}
    assert pairs == wanted
    bad = [x for x in document.diagnostics if x.code == "unknown-id" and x.span]
    shown = [text[x.span.start : x.span.end].strip('"') for x in bad if x.span]
    planted = [each for cell in named for each in cell if each in {"c9", "C1"}]
    assert sorted(divider.join(shown).split(divider) if shown else []) == sorted(
        planted
    )


TREES = {
    '{"claim": "A.", "pros": [{"claim": "B.", "cons": ["C."]}]}': (3, 1, 1),
    '{"root": {"text": "A.", "replies": [{"text": "B.", "stance": "con"}]}}': (2, 0, 1),
    '{"name": "A.", "children": [{"name": "B.", "relation": "pro"}]}': (2, 1, 0),
    '{"claim": "A.", "objection": {"claim": "B."}}': (2, 0, 1),
    '{"claims": [{"id": "a", "text": "A."}, {"id": "b", "text": "B.",'
    ' "relations": [{"type": "attacks", "target": "a"}]}]}': (2, 0, 1),
    '[{"id": 1, "text": "A."}, {"id": 2, "text": "B.", "parent_id": 1,'
    ' "relation_to_parent": "attacks"}]': (2, 0, 1),
}


@pytest.mark.parametrize("text", TREES)
def test_trees_are_read_as_language_models_write_them(text: str) -> None:
    """A root with nodes inside, or edges inside nodes, needs no declaration."""
    document = read(text, path="a.json")
    found = document.argument_map
    counts = len(found.claims), len(found.inferences), len(found.counterpoints)
    assert counts == TREES[text]
    assert [each.code for each in document.diagnostics] == ["guessed"]


@pytest.mark.parametrize(
    "row", [",T.,con", "B.,,con", ",,con", "B.,T.,", " ,T.,con", "NaN,T.,con"]
)
@given(at=st.integers(0, 2))
def test_a_blank_cell_costs_no_other_row(row: str, at: int) -> None:
    """An edge without an end is reported in its line; all others are read."""
    rows = ["A.,T.,pro", "C.,T.,con"]
    rows.insert(at, row)

    document = read("\n".join(["claim,topic,stance", *rows]), path="a.csv")

    found = document.argument_map
    assert (len(found.inferences), len(found.counterpoints)) == (1, 1)
    spans = [x.span for x in document.diagnostics if x.code != "guessed"]
    lines = {document.text.count("\n", 0, x.start) for x in spans if x}
    assert lines == {at + 1}


def test_what_is_not_read_is_named() -> None:
    """The message says what to type for this file, and typing it is enough."""
    text = (
        '{"nodes": [{"id": "a1", "text": "A."}, {"id": "b2", "text": "B."}],'
        ' "ties": [{"first": "a1", "second": "b2", "how": "supports"}]}'
    )
    with pytest.raises(GuessError) as caught:
        guess(text)
    typed = "--edges 'ties[*]' --edge-source first --edge-target second"
    assert typed in caught.value.help
    declared = Declaration(
        edges="ties[*]", edge_source="first", edge_target="second", edge_relation="how"
    )
    assert len(read(text, declared).argument_map.inferences) == 1

    (left,) = read(
        '[{"claim": "A.", "rebuttal": "It is B."}]', path="a.json"
    ).diagnostics[1:]
    assert "--children rebuttal" in str(left.help)


@pytest.mark.parametrize("odd", ['{"x": 1}', '[["b"]]', "[true]"])
def test_an_odd_value_costs_no_other(odd: str) -> None:
    """It is reported, and what stands under the same key elsewhere is read."""
    nodes = '{"id": "a", "text": "A."}, {"id": "b", "text": "B."}'
    edge = '{"source": %s, "target": "a", "type": "supports"}'
    edges = ", ".join(edge % each for each in ('"b"', odd))

    document = read(f'{{"nodes": [{nodes}], "edges": [{edges}]}}')

    assert len(document.argument_map.inferences) == 1
    assert document.has_errors
    mixed = read('[{"text": "A."}, {"text": "B."}, {"text": 5}]', Declaration())
    assert [each.text for each in mixed.argument_map.claims] == ["A.", "B.", "5"]
