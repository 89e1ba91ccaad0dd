"""What of a document is no part of the map has a finding."""

import json

import pytest

from argmap.formats import dumps
from tests.formats.aif.nodes import (
    TWO,
    Node,
    document,
    node,
    read_document,
    told,
)

KEPT: list[tuple[Node, list[str]]] = [
    (document(node("", "I")), ['bad-id at ""']),
    (document(node("1", "I"), {"type": "L"}), ["missing-key at {"]),
    (document(node([1], "I")), ["wrong-type at ["]),
    (document(node("1", "I"), node(1, "L")), ["duplicate-id at 1"]),
    (document({"nodeID": "1"}), ["missing-key at {"]),
    (document({"nodeID": "1", "type": []}), ["wrong-type at ["]),
    (document({"nodeID": "1", "type": "I"}), ["missing-key at {"]),
    (document(node("1", "XA")), ['unknown-node-type at "XA"']),
    (document(node("1", "I") | {"text": ""}), ['empty-text at ""']),
    (document(*TWO, node("3", "RA"), ends="3>1"), ['unfinished-step at "3"']),
    (
        document(*TWO, node("3", "RA"), node("4", "CA"), ends="1>3 3>4"),
        ['unfinished-step at "3"', 'unfinished-step at "4"'],
    ),
    (
        document(*TWO, node("3", "CA"), node("4", "CA"), ends="1>3 3>2 3>4"),
        ['unfinished-step at "4"'],
    ),
    (
        document(*TWO, node("3", "RA"), node("4", "CA"), ends="3>4 4>3"),
        ['unfinished-step at "3"', 'unfinished-step at "4"'],
    ),
    (
        document(node("1", "MA"), node("2", "MA"), node("3", "PA"), ends="1>2 3>3"),
        [
            *('unfinished-step at "1"', 'unfinished-step at "2"'),
            *('unfinished-step at "3"', 'misplaced-edge at "2"'),
            'misplaced-edge at "3"',
        ],
    ),
    (
        document(*TWO, ends="1>2 1>1"),
        ['misplaced-edge at "2"', 'misplaced-edge at "1"'],
    ),
    (
        document(node("1", "I"), node("2", "L"), node("3", "CA"), ends="3>1 2>3 3>3"),
        ['misplaced-edge at "3"', 'misplaced-edge at "3"'],
    ),
    (
        document(*TWO, node("3", "RA"), ends="1>3 3>2 1>3"),
        ['repeated-relation at "3"'],
    ),
    (document(node("1", "I"), ends="1>9"), ['unknown-id at "9"']),
    (
        document() | {"edges": [{"fromID": "", "toID": 1.5}, {}]},
        ['bad-id at ""', "wrong-type at 1.5", "missing-key at {", "missing-key at {"],
    ),
]


@pytest.mark.parametrize(("value", "findings"), KEPT)
def test_what_is_kept_is_told(value: Node, findings: list[str]) -> None:
    """What is no part of the map, or only by halves, has a finding and its place."""
    found = read_document(value)

    assert told(found) == findings
    assert not found.has_errors
    assert json.loads(dumps(found.argument_map, "aif")) == value


@pytest.mark.parametrize(
    ("nodes", "words"),
    [
        ([{"id": 1, "text": "A.", "type": "I"}], "the only node has no nodeID"),
        ([{"id": 1}, {"id": 2}], "none of 2 nodes has a nodeID"),
        ([{}], "the only node has no nodeID"),
    ],
)
def test_another_format_is_an_error(nodes: list[Node], words: str) -> None:
    """Nodes without ids are none of AIF: an empty map must not pass for them."""
    found = read_document({"nodes": nodes, "edges": [{"from": 1, "to": 2}]})

    (finding,) = found.diagnostics
    assert found.has_errors
    assert finding.message.startswith(words)
    assert "argmap formats" in str(finding.help)


def test_findings_in_words() -> None:
    """A finding names what it is about."""
    found = read_document(
        document(
            *(node("1", "I"), node("2", "L"), node("3", "CA"), node("4", "RA")),
            *(node("5", "I"), node("6", "MA"), node("7", "XA"), node("7", "I")),
            ends="3>1 3>5 2>3 3>3 4>1 1>4711",
        )
    )

    assert [str(each) for each in found.diagnostics] == [
        'info[several-conclusions]: the conflict "3" leads to 2, to each by a step',
        'warning[unfinished-step]: the inference "4" has no premise that is a claim',
        'warning[unfinished-step]: the rephrase "6" has no claim that restates another',
        'warning[unknown-node-type]: the node "7" is of a type "XA" that is not known',
        'warning[duplicate-id]: a node above has the id "7" too',
        'warning[misplaced-edge]: no map can say what leads from "2" (L) to "3" (CA)',
        'warning[misplaced-edge]: no map can say what leads from "3" (CA) to itself',
        'warning[unknown-id]: no node has the id "4711"',
    ]


def test_a_type_in_other_letters_is_likely_that_of_aif() -> None:
    """Whoever writes AIF by hand, or has it written, is told how types are spelt."""
    kinds = {"i": "did you mean 'I'?", "ra ": "did you mean 'RA'?", "XA": None}
    for kind, help_ in kinds.items():
        (finding, *_) = read_document(document(node("1", kind))).diagnostics
        assert finding.help == help_
