"""From AIF JSON to maps."""

import json

import pytest

from argmap.formats import dumps, read
from argmap.model import Counterpoint, Inference
from tests.formats.aif.nodes import (
    TWO,
    Node,
    document,
    node,
    read_document,
)
from tests.steps import allowed, calls, cost


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


def test_ids() -> None:
    """A node's id is the part's, also if it is a number; else one is made from it."""
    nodes = [node(each, "I") for each in (7, "a b", "A.b_1", "-7", "://", "7")]

    claims = read_document(document(*nodes)).argument_map.claims

    assert [each.id for each in claims] == ["7", "a-b", "A.b_1", "7-2", "claim"]


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


def test_edges_as_reasons() -> None:
    """An edge between claims is a reason if that is wanted, and is written as one."""
    value = document(*TWO, node("3", "L", "Ann : so"), ends="1>2 2>2 3>1")
    text = json.dumps(value)

    plain = read(text, "aif")
    assert not plain.argument_map.inferences
    assert [bool(each.help) for each in plain.diagnostics] == [True, False, True]
    found = read(text, "aif", edges_as_reasons=True)
    assert found.argument_map.inferences == (Inference(["1"], "2", id="1-so-2"),)
    assert json.loads(found.spans["1-so-2"].of(text)) == value["edges"][0]
    assert [each.code for each in found.diagnostics] == ["misplaced-edge"] * 2
    written = dumps(found.argument_map, "aif")
    assert read(written, "aif").argument_map == found.argument_map
    nothing = document(*TWO)
    again = read(json.dumps(nothing), "aif", edges_as_reasons=True).argument_map
    assert again == read(json.dumps(nothing), "aif").argument_map
