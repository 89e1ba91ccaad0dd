"""From maps to AIF JSON."""

import json

from argmap.formats import dumps, loads
from argmap.model import (
    ArgumentMap,
    Claim,
    Counterpoint,
    Inference,
)
from tests.formats.aif.maps import FELL, HIGH, ROSE, joined, stored, texts, written
from tests.formats.aif.nodes import (
    document,
    node,
)


def test_layout() -> None:
    """Every object begins a line, whatever its texts look like."""
    claims = [Claim("a", '}, {"'), Claim("b", '}, {"x": 1'), Claim("c", '}, {",')]
    lines = dumps(ArgumentMap(claims), "aif").splitlines()

    assert lines[:2] == ["{", '  "nodes": [']
    assert [json.loads(line.rstrip(","))["nodeID"] for line in lines[2:5]] == [
        *("a", "b", "c")
    ]
    assert lines[5:] == ["  ],", '  "edges": [],', '  "locutions": []', "}"]


def test_steps() -> None:
    """Steps are nodes called after their scheme, joined by edges with numbers."""
    so = Inference([ROSE, FELL], HIGH, id="so", scheme="cause-to-effect")
    argument_map = ArgumentMap(
        [ROSE, FELL, HIGH],
        [so, Inference([HIGH], so, id="backing")],
        counterpoints=[
            Counterpoint([FELL], so, id="but", scheme="my.scheme"),
            Counterpoint([], "but", id="bare"),
        ],
    )
    found = written(argument_map)

    assert found["nodes"][3:] == [
        node("so", "RA", "Cause To Effect", scheme="Cause To Effect"),
        node("backing", "RA", "Default Inference", scheme="Default Inference"),
        node("but", "CA", "my.scheme", scheme="my.scheme"),
        node("bare", "CA", "Default Conflict", scheme="Default Conflict"),
    ]
    assert joined(argument_map) == [
        *("rose>so", "fell>so", "so>high", "high>backing", "backing>so"),
        *("fell>but", "but>so", "bare>but"),
    ]
    assert [each["edgeID"] for each in found["edges"]] == [*"12345678"]
    assert found["edges"][0]["formEdgeID"] is None


def test_names_stand_for_texts() -> None:
    """A claim without a text says its title, or its id."""
    claims = [Claim("a", title="A"), Claim("b"), Claim("c", "C.", title="See")]

    assert texts(ArgumentMap(claims)) == {"a": "A", "b": "b", "c": "C."}


def test_ids_that_are_numbers() -> None:
    """A node whose id is a number keeps it, also for new edges."""
    argument_map = loads(json.dumps(document(node(7, "I"), node("8", "I"))), "aif")
    argument_map = argument_map.with_parts(Inference(["7"], "8", id="so"))

    edges = written(argument_map)["edges"]
    assert [(each["fromID"], each["toID"]) for each in edges] == [
        *((7, "so"), ("so", "8"))
    ]


def test_changed_kind() -> None:
    """A counterpoint in the place of an inference is a node of its own."""
    argument_map = stored().without("4", "4-2")
    changed = argument_map.with_parts(Counterpoint(["1"], "2", id="4"))

    assert written(changed)["nodes"][-1]["type"] == "CA"
