"""Data in the dialects that are found is read right, or reported, and never misread."""

import copy
import json
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, strategies as st

from argmap.diagnostics import Severity
from argmap.formats import dumps, read
from argmap.formats.declared import Declaration
from argmap.formats.declared.notations import parsed
from argmap.formats.declared.values import id_in
from argmap.formats.declared.words import folded, usual
from argmap.formats.document import Document
from argmap.formats.located import Findings, Node
from tests.formats.test_battery import assert_located, mutated

DIALECTS = Path(__file__).parent / "dialects"

EXPECTED = {
    "by_index.json": "1 > 0",
    "canvas.json": "n2 < n1",
    "claims_and_reasons.json": """
        rents-rose-by-a-third > the-city-should-cap-rents
        wages-did-not > the-city-should-cap-rents
        land-is-cheap > the-city-should-build
        a-cap-reduces-supply < the-city-should-cap-rents
    """,
    "clauses.jsonl": "",
    "cytoscape.json": "b < a",
    "cytoscape_flat.json": "b < a, c < e1",
    "d3.json": "rise > cap",
    "doccano.jsonl": "1 > 2, 2-2 > 1-2",
    "edge_list.csv": """
        rents-rose-by-a-third > the-city-should-cap-rents
        a-cap-reduces-supply < the-city-should-cap-rents
    """,
    "issues.json": "r > p",
    "label_studio.json": "p > c",
    "langchain.json": "Rise > Cap, Supply < Cap",
    "linked.json": """
        rents-rose-by-a-third+who-earns-too-little-cannot-pay-more >
        the-city-should-cap-rents
    """,
    "named_by_nodes.json": "B > A, C < A",
    "node_link.json": "1 > 0",
    "parent.csv": "2 > 1, 3 < 1",
    "pipeline.json": "c2 > c1, c3 < c1",
    "quotes.json": "",
    "replies.json": "u > t, w < v, v < t",
    "stance.csv": """
        rents-rose-by-a-third > the-city-should-cap-rents
        a-cap-reduces-supply < the-city-should-cap-rents
    """,
    "stance_numbers.tsv": """
        rents-rose-by-a-third > the-city-should-cap-rents
        a-cap-reduces-supply < the-city-should-cap-rents
    """,
    "steps.json": "2+3 > 1",
    "tree.json": """
        rents-rose-by-a-third > the-city-should-cap-rents
        only-in-the-centre < rents-rose-by-a-third
        a-cap-reduces-supply < the-city-should-cap-rents
    """,
}
"""What supports (>) and what counts against (<) what, by file."""
REPORTED = {
    "inference_labels.tsv": ("unknown-relation", 'nothing says what "0" means'),
    "keyed.json": ("nothing-declared", "the edges at 'edges[*]'"),
    "prodigy.jsonl": ("nothing-declared", "the edges at '[*].relations[*]'"),
    "unknown_words.json": ("unknown-relation", '"elaborates" means, the word of 2'),
}
"""What is not guessed: the code of the error, and some of its words."""
DECLARED = {
    "inference_labels.tsv": (
        {"relations": {"0": "support", "1": "none", "2": "contradiction"}},
        "rents-rose-by-a-third > rents-rose",
    ),
    "keyed.json": (
        {
            "nodes": "nodes.*",
            "edges": "edges",
            "edge_source": "[0]",
            "edge_relation": "[1]",
            "edge_target": "[2]",
        },
        "b > a",
    ),
    "prodigy.jsonl": (
        {
            "nodes": "[*].spans[*]",
            "node_id": "start",
            "source_text": "[*].text",
            "edges": "[*].relations[*]",
            "edge_source": "child_span",
            "edge_target": "head_span",
        },
        "0 > 12",
    ),
    "unknown_words.json": ({"relations": {"elaborates": "support"}}, "b > a, a > b"),
}
"""What must be declared instead, and what is then read."""


def steps(document: Document) -> list[str]:
    return [
        f"{'+'.join(each.claim for each in step.premises)}"
        f" {'<' if step in document.argument_map.counterpoints else '>'} {step.end}"
        for step in document.argument_map.steps
    ]


def listed(expected: str) -> list[str]:
    joined = " ".join(expected.replace(">\n", ">").split())
    words = joined.replace(",", "").split()
    return [" ".join(words[at : at + 3]) for at in range(0, len(words), 3)]


def read_file(name: str, declaration: Declaration | None = None) -> Document:
    path = DIALECTS / name
    text = path.read_text("utf-8")
    is_json = name.endswith(".json")
    return read(text, declaration or ("node-link" if is_json else None), path=path)


def test_every_dialect_is_expected_to_be_something() -> None:
    """No file is looked at without knowing what it says."""
    names = {each.name for each in DIALECTS.iterdir()}
    assert names == EXPECTED.keys() | REPORTED.keys()
    assert len(names) > 20
    assert DECLARED.keys() == REPORTED.keys()


@pytest.mark.parametrize("name", EXPECTED)
def test_a_dialect_with_usual_names_is_read(name: str) -> None:
    """What is where is guessed right, and the guess is reported."""
    document = read_file(name)

    codes = {each.code for each in document.diagnostics}
    assert codes - ({"left-out"} if name == "stance_numbers.tsv" else set()) == {
        "guessed"
    }
    assert sorted(steps(document)) == sorted(listed(EXPECTED[name]))
    assert all(each.text for each in document.argument_map.claims)
    assert_located(document)


@pytest.mark.parametrize("name", REPORTED)
def test_what_nobody_can_guess_is_an_error(name: str) -> None:
    """No step is made of what may mean several things."""
    code, words = REPORTED[name]
    document = read_file(name)

    errors = [each for each in document.diagnostics if each.code == code]
    assert words in errors[0].message
    assert document.has_errors
    assert not steps(document)


@pytest.mark.parametrize("name", DECLARED)
def test_what_is_declared_is_read(name: str) -> None:
    """A declaration fills the gap, and what it leaves out is still guessed."""
    fields, expected = DECLARED[name]
    document = read_file(name, Declaration(**fields))  # type: ignore[arg-type]

    assert not document.has_errors
    assert steps(document) == listed(expected)


@pytest.mark.parametrize("name", [*EXPECTED, *REPORTED])
@given(data=st.data())
def test_any_spoilt_data_can_be_read(name: str, data: st.DataObject) -> None:
    """Reading never raises, and every place it tells is inside the text."""
    text = data.draw(mutated((DIALECTS / name).read_text("utf-8")))

    assert_located(read(text, Declaration()))


def test_the_words_of_a_guess_can_be_declared() -> None:
    """What is reported as a guess, said as a declaration, is read the same."""
    document = read_file("pipeline.json")
    declaration = Declaration(
        nodes="claims[*]",
        node_id="claim_id",
        node_text="claim",
        node_quote="quote",
        node_source="source",
        edges="relations[*]",
        edge_source="from_claim_id",
        edge_target="to_claim_id",
        edge_relation="relation_type",
    )
    again = read_file("pipeline.json", declaration)

    assert again.argument_map == document.argument_map
    assert not again.diagnostics


def scalars(node: Node, key: str = "") -> Iterator[tuple[str, Node]]:
    """Yield the scalars in a tree, and the last key on the way to each."""
    if node.items is None:
        yield key, node
    elif isinstance(node.items, dict):
        for name, each in node.items.items():
            yield from scalars(each, name)
    else:
        for each in node.items:
            yield from scalars(each, key)


def words_of(data: object) -> Iterator[str]:
    """Yield all texts, numbers and keys in data."""
    if isinstance(data, dict):
        yield from map(str, data)
    if isinstance(data, dict | list):
        for each in data.values() if isinstance(data, dict) else data:
            yield from words_of(each)
    else:
        yield id_in(str(data))


def lost(document: Document) -> list[str]:
    """Return what is neither in a map, nor what its parts are, nor in a finding."""
    text = document.text
    root = parsed(text, Findings())
    if root is None or "nothing-declared" in {x.code for x in document.diagnostics}:
        return []
    whole = json.loads(dumps(document.argument_map, with_source_text=True))
    held = {*words_of(whole)}
    said = " ".join(f"{each.message} {each.help}" for each in document.diagnostics)
    spans = [x.span for x in document.diagnostics if x.severity is Severity.ERROR]
    covered = " ".join(text[each.start : each.end] for each in spans if each)

    def is_known(key: str, node: Node) -> bool:
        word = text[node.start : node.end]
        value = str(node.value)
        is_kind = folded(value) in KINDS or bool(usual([value, "-1"]).get(value))
        is_reported = word in covered or (key and f"'{key}'" in said) or word in said
        return id_in(value) in held or is_kind or is_reported

    return [f"{key}: {x.value}" for key, x in scalars(root) if not is_known(key, x)]


KINDS = {"claim", "question", "inference", "issue", "", "none"}


def places_in(data: Any, path: tuple[str | int, ...] = ()) -> Iterator[Any]:
    yield path
    if isinstance(data, list):
        data = dict(enumerate(data))
    for key, each in data.items() if isinstance(data, dict) else ():
        yield from places_in(each, (*path, key))


def with_odd(data: Any, path: Sequence[str | int], odd: str) -> Any:
    """Return data with something at a place that nobody expects there."""
    if path:
        changed = copy.copy(data)
        changed[path[0]] = with_odd(data[path[0]], path[1:], odd)
        return changed
    if isinstance(data, dict):
        return {**data, "odd": odd, "deep": [{"odd": [odd]}]}
    if isinstance(data, list):
        return [*data, odd, {"odd": odd}]
    inside = {"id": data, "odd": odd}, {"text": data, "odd": odd}, [data, odd], odd
    return inside[len(str(data)) % 4]


DATA = [each for each in (*EXPECTED, *REPORTED) if "json" in each]


@pytest.mark.parametrize("name", DATA)
@given(data=st.data())
def test_all_that_stands_in_a_file_is_in_the_map_or_in_a_finding(
    name: str, data: st.DataObject
) -> None:
    """Whatever is added to a file, in whatever place, does not vanish in silence."""
    text = (DIALECTS / name).read_text("utf-8")
    root = parsed(text, Findings())
    assert root is not None
    path = data.draw(st.sampled_from([*places_in(root.value)]))
    odd = with_odd(root.value, path, "planted")

    for each in (text, json.dumps(odd, indent=1)):
        assert lost(read(each, Declaration())) == []


TABLES = ("edge_list.csv", "parent.csv", "stance.csv", "stance_numbers.tsv")


@pytest.mark.parametrize("name", TABLES)
@given(data=st.data())
def test_all_cells_of_a_table_are_in_the_map_or_in_a_finding(
    name: str, data: st.DataObject
) -> None:
    """Columns that nobody knows, and odd cells, are data or reported."""
    lines = (DIALECTS / name).read_text("utf-8").splitlines()
    (divider,) = [x for x in "\t;," if x in lines[0]][:1]
    row = data.draw(st.integers(1, len(lines)))
    column = data.draw(st.integers(0, lines[0].count(divider)))
    cells = [""] * lines[0].count(divider)
    cells.insert(column, "planted")
    lines.insert(row, divider.join(cells))
    lines = [
        f"{line}{divider}{'odd' if at == 0 else at}" for at, line in enumerate(lines)
    ]

    assert lost(read("\n".join(lines), Declaration())) == []


def test_nothing_is_lost() -> None:
    """What says nothing to a map is kept in the data of its part, or of the map."""
    text = """{"nodes": [{"id": 1, "text": "A.", "page": {"no": 3}}], "seed": 7,
    "edges": [{"source": 1, "target": 1, "relation": "pro", "model": "m"}]}"""
    argument_map = read(text, Declaration()).argument_map

    assert argument_map.data == {"seed": 7}
    assert argument_map.claims[0].data == {"page": {"no": 3}}
    assert argument_map.inferences[0].data == {"model": "m"}
