"""From AIF JSON to maps."""

import json
from typing import Any

import pytest

from argmap.formats import dumps, read
from argmap.formats.document import Document as ReadDocument
from argmap.model import Counterpoint, Inference
from tests.steps import allowed, calls, cost

Node = dict[str, Any]


def node(node_id: object, kind: str, text: str = "", **more: object) -> Node:
    return {
        "nodeID": node_id,
        "text": text or f"{kind} {node_id}",
        "type": kind,
        **more,
    }


def edge(number: object, start: object, end: object) -> Node:
    return {"edgeID": number, "fromID": start, "toID": end, "formEdgeID": None}


def document(*nodes: Node, ends: str = "", **more: object) -> Node:
    """Return a document with edges between the ids in `ends`, as `1>2 2>3`."""
    pairs = [pair.split(">") for pair in ends.split()]
    edges = [edge(str(number), *pair) for number, pair in enumerate(pairs, 1)]
    return {"nodes": list(nodes), "edges": edges, "locutions": [], **more}


def read_document(value: Node) -> ReadDocument:
    return read(json.dumps(value, indent=1), "aif")


def told(found: ReadDocument) -> list[str]:
    """Return the codes of findings, each with the words that it points at."""
    return [
        f"{each.code} at {each.span.of(found.text) if each.span else None}"
        for each in found.diagnostics
    ]


def test_linked_premises_and_undercut() -> None:
    """Premises of a node are linked; a conflict strikes a claim or a step."""
    found = read_document(
        document(
            node("1", "I", "Rents rose."),
            node("2", "I", "Wages fell."),
            node("3", "I", "Rent is high."),
            node("4", "RA", "RA", scheme="CauseToEffect"),
            node("5", "CA", "Default Conflict"),
            node("6", "CA", "Default Conflict"),
            ends="1>4 2>4 4>3 1>5 5>4 6>5",
        )
    )

    assert found.diagnostics == ()
    argument_map = found.argument_map
    assert [each.text for each in argument_map.claims] == [
        *("Rents rose.", "Wages fell.", "Rent is high.")
    ]
    assert argument_map.inferences == (
        Inference(["1", "2"], "3", id="4", scheme="cause-to-effect"),
    )
    assert argument_map.counterpoints == (
        Counterpoint(["1"], "4", id="5"),
        Counterpoint([], "5", id="6"),
    )


def test_a_step_to_each_conclusion() -> None:
    """A node with several conclusions is as many steps; the first is struck."""
    found = read_document(
        document(
            *(node("1", "I"), node("2", "I"), node("3", "I"), node("4-2", "I")),
            *(node("4", "RA", "Bias"), node("5", "CA", "CA")),
            ends="1>4 4>2 4>3 5>4",
        )
    )

    assert told(found) == ['several-conclusions at "4"']
    assert found.argument_map.inferences == (
        Inference(["1"], "2", id="4", scheme="bias"),
        Inference(["1"], "3", id="4-3", scheme="bias"),
    )
    assert found.argument_map.counterpoints[0].target == "4"
    assert found.spans["4"] == found.spans["4-3"]


def test_ids() -> None:
    """A node's id is the part's, also if it is a number; else one is made from it."""
    nodes = [node(each, "I") for each in (7, "a b", "A.b_1", "-7", "://", "7")]

    claims = read_document(document(*nodes)).argument_map.claims

    assert [each.id for each in claims] == ["7", "a-b", "A.b_1", "7-2", "claim"]


def test_circles() -> None:
    """Claims and steps may go round in circles."""
    found = read_document(
        document(
            *(node("1", "I"), node("2", "RA", "RA"), node("3", "CA", "CA")),
            node("4", "CA", "CA"),
            ends="1>2 2>1 3>4 4>3",
        )
    )

    assert found.diagnostics == ()
    assert found.argument_map.inferences == (Inference(["1"], "1", id="2"),)
    assert [each.target for each in found.argument_map.counterpoints] == ["4", "3"]


SAID = document(
    *(node("1", "I"), node("2", "YA", "Asserting"), node("3", "L", "Ann : so")),
    *(node("4", "YA", "Agreeing"), node("5", "L", "Bo : yes")),
    ends="3>2 2>1 5>4 4>1",
)


def test_locution_without_words() -> None:
    """A locution without a text has no speaker; the next one has."""
    nodes = [
        each | {"text": 3} if each["nodeID"] == "3" else each for each in SAID["nodes"]
    ]
    found = read_document({**SAID, "nodes": nodes})

    assert found.argument_map.claims[0].speaker == "Bo"


def test_the_first_speaker() -> None:
    """A claim is whose locution first leads to it; dialogue is no finding."""
    found = read_document(SAID)

    assert found.diagnostics == ()
    assert found.argument_map.claims[0].speaker == "Ann"
    found = read_document({**SAID, "edges": SAID["edges"][::-1]})
    assert found.argument_map.claims[0].speaker == "Bo"


@pytest.mark.parametrize(
    ("words", "speaker"),
    [
        ("Ann Low : it is so", "Ann Low"),
        (" Ann: it is so", "Ann"),
        ("it is 10:30", ""),
        ("it is so", ""),
        (" : it is so", ""),
        (f"{'very ' * 12}late : it is so", ""),
    ],
)
def test_speaker_in_the_words(words: str, speaker: str) -> None:
    """Who speaks stands before a colon with a blank beside it, in few words."""
    found = read_document(
        document(
            *(node("1", "I"), node("2", "YA"), node("3", "L", words)), ends="3>2 2>1"
        )
    )

    assert found.argument_map.claims[0].speaker == speaker


@pytest.mark.parametrize(
    ("participant", "speaker"),
    [
        ({"participantID": 1, "firstname": "Cy", "surname": "Low"}, "Cy Low"),
        ({"participantID": "1", "firstname": "Cy", "surname": "None"}, "Cy"),
        ({"participantID": 1, "firstname": None, "surname": ""}, "Ann"),
        ({"participantID": 2, "firstname": "Cy"}, "Ann"),
    ],
)
def test_participants(participant: Node, speaker: str) -> None:
    """A participant's name goes before the words, if there is one."""
    found = read_document(
        {
            **SAID,
            "participants": [participant, 3],
            "locutions": [{"nodeID": "3", "personID": "1"}, None],
        }
    )

    assert found.argument_map.claims[0].speaker == speaker


TWO = (node("1", "I"), node("2", "I"))
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
        ["kept-beside at {", "kept-beside at {"],
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
        "info[kept-beside]: 1 of the nodes are rephrases (MA), kept beside the map",
        'info[several-conclusions]: the conflict "3" leads to 2, to each by a step',
        'warning[unfinished-step]: the inference "4" has no premise that is a claim',
        'warning[unknown-node-type]: the node "7" is of a type "XA" that is not known',
        'warning[duplicate-id]: a node above has the id "7" too',
        'warning[misplaced-edge]: no map can say what leads from "2" (L) to "3" (CA)',
        'warning[misplaced-edge]: no map can say what leads from "3" (CA) to itself',
        'warning[unknown-id]: no node has the id "4711"',
    ]


@pytest.mark.parametrize(
    ("text", "findings"),
    [
        (" ", ["empty-text at "]),
        (" {}", ["missing-key at {", "missing-key at {"]),
        ("[]", ["wrong-type at ["]),
        ("3", ["wrong-type at 3"]),
        ("NaN", ["not-a-number at NaN"]),
        ('{"nodes": []}', ["missing-key at {"]),
        (
            '{"nodes": {}, "edges": NaN}',
            ["wrong-type at {", "not-a-number at NaN"],
        ),
        (
            '{"nodes": [3, [NaN]], "edges": []}',
            ["wrong-type at 3", "not-a-number at NaN"],
        ),
        (
            '{"nodes": [{"nodeID": "1", "nodeID": "2"}], "edges": []}',
            ["missing-key at {", 'duplicate-key at "nodeID"'],
        ),
        ('{"nodes": [], "edges": [{"fromID": "1"', ["json-syntax at "]),
        ('{"nodes": [{"nodeID": 1, "type": "I"}, {"no', ['json-syntax at "']),
        (
            '{"nodes": [{"nodeID": "\\ud800", "type": "I"}], "edges": []}',
            ['lone-surrogate at "\\ud800"', 'wrong-type at "\\ud800"'],
        ),
    ],
)
def test_errors(text: str, findings: list[str]) -> None:
    """What no document in AIF can have is an error."""
    found = read(text, "aif")

    assert told(found) == findings
    assert found.has_errors


@pytest.mark.parametrize(
    "inside",
    [
        '"\\ud800"',
        "1e999",
        "9" * 100_000,
        "[" * 100_000,
        "[" * 46 + "]" * 46,
        '{"\\ud800": 1}',
        '{"": 1, "": 2}',
    ],
    ids=lambda inside: inside[:12],
)
def test_what_data_cannot_hold(inside: str) -> None:
    """What cannot be kept is a located error, and costs nothing else."""
    text = (
        '{"nodes": [{"nodeID": "1", "text": "So.", "type": "I", "x": %s}], "edges": []}'
    )
    found = read(text % inside, "aif")

    (error,) = [each for each in found.diagnostics if each.severity == "error"]
    assert error.span is not None
    assert error.span.start >= text.index("%")
    assert read(text % ("[" * 45 + "]" * 45), "aif").diagnostics == ()


MANY = range(2_000)
CHAIN = " ".join(f"s{each}>s{each + 1}" for each in MANY)
STEPS = [node(f"s{each}", "CA", "CA") for each in (*MANY, len(MANY))]


many = pytest.mark.parametrize(
    "value",
    [
        document(*(node("1", "I") for _ in MANY)),
        document(ends="1>2 " * len(MANY)),
        document(*TWO, ends="1>2 " * len(MANY)),
        document(*TWO, node("3", "CA"), ends="1>3 3>2 " * len(MANY)),
        document(*STEPS, ends=CHAIN),
        document(*STEPS, node("1", "I"), ends=f"{CHAIN} s{len(MANY)}>1"),
        document(
            *(node(each, "I") for each in MANY),
            node("s", "CA"),
            ends=" ".join(f"s>{each}" for each in MANY),
        ),
        document(
            *(node("1", "I"), node("2", "YA"), node("3", "L", "x" * 1_000_000)),
            ends="3>2" + " 2>1" * len(MANY),
        ),
    ],
    ids=[
        *("same ids", "no nodes", "misplaced", "repeated", "no end", "chain"),
        *("many ends", "long words"),
    ],
)


@many
def test_many_are_answered_at_once(value: Node) -> None:
    """However many there are, it takes no more than steps in proportion."""
    text = json.dumps(value)

    assert not read(text, "aif").has_errors
    assert calls(lambda: read_and_write(text)) < allowed(text)


@pytest.mark.long
@many
def test_many_are_cheap(value: Node) -> None:
    """Nor does what C does with them cost more."""
    text = json.dumps(value)

    assert cost(lambda: read_and_write(text)) < 100


def read_and_write(text: str) -> str:
    return dumps(read(text, "aif").argument_map, "aif")


def test_places_are_a_mapping() -> None:
    """The places of parts can be looked up, counted, and gone through."""
    found = read_document(SAID)

    assert dict(found.spans) == {"1": found.spans["1"]}
    assert len(found.spans) == 1
    assert found.spans.get("2") is None
