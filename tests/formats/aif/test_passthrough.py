"""The document that a map was read from passes through it."""

import json

import attrs
import pytest

from argmap.formats import dumps, loads
from argmap.model import (
    ArgumentMap,
    Claim,
    Data,
    Inference,
)
from tests.formats.aif.maps import FELL, HIGH, ROSE, STORED, joined, stored, written
from tests.formats.aif.nodes import (
    Node,
    document,
    edge,
    node,
)


def test_what_is_kept() -> None:
    """The document is kept beside the map, short of what the parts say."""
    assert stored().data == Data(
        {
            "aif": {
                "nodes": (
                    *(("1", {"timestamp": "2015"}), ("2", {}), ("3", {})),
                    (
                        *("4", "4-2"),
                        {
                            "text": "RA",
                            "type": "RA",
                            "scheme": "Bias",
                            "schemeID": "9",
                            "x": 1,
                        },
                    ),
                    ("5", {"text": "MA 5", "type": "MA"}),
                    node("new", "L"),
                ),
                "edges": (
                    *("1: 1 -> 4", "2: 4 -> 2", "3: 4 -> 3", "4: 1 -> 5", "5: 5 -> 2"),
                    "6: 1 -> 99",
                ),
                "locutions": (),
            }
        }
    )


@pytest.mark.parametrize(
    "unlike",
    [
        edge(1, "1", "2"),
        edge("1", "1", "a b"),
        edge("1", "1", "2") | {"formEdgeID": "5"},
        edge("1", "1", "2") | {"x": None},
        {"edgeID": "1", "fromID": "1", "toID": "2", "x": None},
    ],
)
def test_edges_unlike_others(unlike: Node) -> None:
    """An edge that no line can stand for is kept as it is."""
    value = document(node("1", "I"), node("2", "I")) | {"edges": [unlike]}
    kept = loads(json.dumps(value), "aif").data["aif"]

    nodes = [["1", {}], ["2", {}]]
    assert kept == Data({"nodes": nodes, "edges": [unlike], "locutions": []})


def test_plain_document_is_not_kept() -> None:
    """What writing makes of the map anyway is not kept."""
    plain = ArgumentMap([ROSE, HIGH], [Inference([ROSE], HIGH)])

    assert not loads(dumps(plain, "aif"), "aif").data


def test_removed_claim() -> None:
    """With a claim goes all that is said of it, and nothing else."""
    found = written(stored().without("2"))

    assert [each["nodeID"] for each in found["nodes"]] == ["1", "3", "4", "new"]
    assert [each["edgeID"] for each in found["edges"]] == ["1", "3", "6"]
    located = {**STORED, "locutions": [{"nodeID": "2"}, {"nodeID": "98"}, 3]}
    spoken = loads(json.dumps(located), "aif")
    assert written(spoken.without("2"))["locutions"] == [{"nodeID": "98"}, 3]
    assert written(spoken)["locutions"] == located["locutions"]


def test_removed_step() -> None:
    """A node that was two steps stays while there is one of them."""
    assert joined(stored().without("4"))[:2] == ["1>4", "4>3"]
    assert joined(stored().without("4", "4-2")) == ["1>5", "5>2", "1>99"]


def test_changed_scheme() -> None:
    """Another scheme has another name; what else was known of the node is kept."""
    argument_map = stored()
    changed = argument_map.with_parts(
        attrs.evolve(argument_map.inferences[0], scheme="example")
    )

    assert written(changed)["nodes"][3] == node(
        "4", "RA", "Example", scheme="Example", x=1
    )
    assert written(changed)["nodes"][-1] == node("4-2", "RA", "Bias", scheme="Bias")
    assert joined(changed)[-2:] == ["1>4-2", "4-2>3"]


def test_added_parts() -> None:
    """New parts come last, under ids and numbers that nothing else has."""
    argument_map = stored().with_parts(
        Claim("new", "New."), Claim("99", "Old."), Inference(["new"], "99", id="so")
    )
    found = written(argument_map)

    assert [each["nodeID"] for each in found["nodes"][-3:]] == ["new-2", "99-2", "so"]
    assert joined(argument_map)[-2:] == ["new-2>so", "so>99-2"]
    assert [each["edgeID"] for each in found["edges"][-2:]] == ["7", "8"]


@pytest.mark.parametrize(
    "kept",
    [
        3,
        {},
        {"nodes": 3, "edges": {}},
        {
            "nodes": [3, [], ["a"], [{"nodeID": "b"}], [3, {}], ["a", {"nodeID": []}]],
            "edges": [3, "", "1:  -> ", "1 2 3 4", ["a"]],
            "locutions": 3,
        },
        {"nodes": [["rose", {}], ["high", {"nodeID": "rose"}], ["rose", {"x": 1}]]},
        {"nodes": [["rose", {"nodeID": "fell"}], ["gone", {"nodeID": "high"}]]},
    ],
)
def test_what_others_put_in_its_place(kept: object) -> None:
    """Whatever stands in the data where a document is kept, the map is written."""
    argument_map = ArgumentMap(
        [ROSE, FELL, HIGH], [Inference([ROSE, FELL], HIGH)], data={"aif": kept}
    )
    back = loads(dumps(argument_map, "aif"), "aif")

    assert {each.text for each in back.claims} == {
        each.text for each in (ROSE, FELL, HIGH)
    }
    assert len(back.inferences[0].premises) == 2
