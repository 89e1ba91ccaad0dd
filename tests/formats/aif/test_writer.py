"""From maps to AIF JSON."""

import json
from typing import Any

import attrs
import pytest

from argmap.formats import dumps, loads
from argmap.formats.aif import losses
from argmap.model import (
    Argument,
    ArgumentMap,
    Claim,
    Contradiction,
    Counterpoint,
    Data,
    Inference,
)
from tests.formats.aif.test_reader import SAID, Node, document, edge, node

ROSE, FELL, HIGH = (
    Claim("rose", "Rents rose."),
    Claim("fell", "Wages fell."),
    Claim("high", "Rent is high."),
)


def written(argument_map: ArgumentMap) -> dict[str, Any]:
    found: dict[str, Any] = json.loads(dumps(argument_map, "aif"))
    return found


def joined(argument_map: ArgumentMap) -> list[str]:
    """Return the edges of a map in AIF, as `rose>high`."""
    return [f"{x['fromID']}>{x['toID']}" for x in written(argument_map)["edges"]]


def texts(argument_map: ArgumentMap) -> dict[str, str]:
    """Return the texts of the nodes of a map in AIF, by their ids."""
    return {each["nodeID"]: each["text"] for each in written(argument_map)["nodes"]}


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


@pytest.mark.parametrize("speaker", ["Ann", " : ", "None", "Ann Low\n"])
def test_speaker(speaker: str) -> None:
    """Who speaks is a participant in a locution that leads to the claim."""
    spoken = ArgumentMap(
        [attrs.evolve(ROSE, speaker=speaker), attrs.evolve(FELL, speaker=speaker), HIGH]
    )
    found = written(spoken)

    assert found["nodes"][3:5] == [
        node("rose-locution", "L", f"{speaker} : Rents rose."),
        node("rose-illocution", "YA", "Asserting", scheme="Asserting"),
    ]
    assert joined(spoken)[:2] == [
        *("rose-locution>rose-illocution", "rose-illocution>rose")
    ]
    assert found["participants"] == [
        {"participantID": "1", "firstname": speaker, "surname": ""}
    ]
    assert [each["personID"] for each in found["locutions"]] == ["1", "1"]
    assert loads(dumps(spoken, "aif"), "aif") == spoken
    assert losses(spoken) == ()


def test_contradiction() -> None:
    """A contradiction is a conflict each way between any two of its claims."""
    argument_map = ArgumentMap(
        [ROSE, FELL, HIGH],
        counterpoints=[Counterpoint([ROSE], FELL)],
        contradictions=[Contradiction([ROSE, FELL])],
    )

    assert joined(argument_map) == [
        *("rose>rose-against-fell", "rose-against-fell>fell"),
        *("rose>rose-against-fell-2", "rose-against-fell-2>fell"),
        *("fell>fell-against-rose", "fell-against-rose>rose"),
    ]


def test_sketched_argument() -> None:
    """An argument that is only sketched is a claim that says its gist."""
    sketched = [Argument("a", "A", text="Gist."), Argument("b", "B"), Argument("c")]
    argument_map = ArgumentMap(
        [HIGH],
        [Inference(["a"], HIGH, id="so")],
        counterpoints=[Counterpoint(["b"], "a", id="but")],
        arguments=sketched,
    )

    assert list(texts(argument_map).items())[1:4] == [
        *(("a", "Gist."), ("b", "B"), ("c", "c"))
    ]
    assert joined(argument_map) == ["a>so", "so>high", "b>but", "but>a"]


def test_reconstructed_argument() -> None:
    """One that is reconstructed is struck at its last step, and says its conclusion."""
    argument_map = ArgumentMap(
        [ROSE, FELL, HIGH],
        [
            Inference([ROSE], HIGH, id="one"),
            Inference(["whole"], FELL, id="two"),
            Inference([FELL], "two", id="three"),
            Inference(["backing"], ROSE, id="four"),
        ],
        counterpoints=[Counterpoint([FELL], "whole", id="but")],
        arguments=[
            Argument("whole", text="Gist.", steps=["one"]),
            Argument("backing", text="It holds.", steps=["three"]),
        ],
    )

    assert texts(argument_map).get("whole") is None
    assert texts(argument_map)["backing"] == "It holds."
    assert joined(argument_map)[2:] == [
        *("high>two", "two>fell", "fell>three", "three>two"),
        *("backing>four", "four>rose", "fell>but", "but>one"),
    ]


def test_step_to_itself() -> None:
    """What leads nowhere but to itself is left out, with all that leads to it."""
    argument_map = ArgumentMap(
        [ROSE],
        [Inference([ROSE], "a", id="a"), Inference([ROSE], "b", id="c")],
        counterpoints=[
            Counterpoint([ROSE], "a", id="b"),
            Counterpoint([], ROSE, id="d"),
        ],
    )

    assert joined(argument_map) == ["d>rose"]
    assert [str(each) for each in losses(argument_map)] == [
        "warning[not-written]: AIF cannot hold 2 inferences ('a', 'c')",
        "warning[not-written]: AIF cannot hold 1 counterpoint ('b')",
    ]


STORED = document(
    *(node("1", "I", timestamp="2015"), node("2", "I"), node("3", "I")),
    *(node("4", "RA", "RA", scheme="Bias", schemeID="9", x=1), node("5", "MA")),
    node("new", "L"),
    ends="1>4 4>2 4>3 1>5 5>2 1>99",
)


def stored() -> ArgumentMap:
    return loads(json.dumps(STORED), "aif")


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
                    node("5", "MA"),
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

    assert [each["nodeID"] for each in found["nodes"]] == ["1", "3", "4", "5", "new"]
    assert [each["edgeID"] for each in found["edges"]] == ["1", "3", "4", "6"]
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


def test_changed_speaker() -> None:
    """What leads to a claim from another's locution is taken out; words stay."""
    argument_map = loads(json.dumps(SAID), "aif")
    (claim,) = argument_map.claims

    mute = argument_map.with_parts(attrs.evolve(claim, speaker=""))
    assert joined(mute) == ["3>2", "5>4"]
    other = argument_map.with_parts(attrs.evolve(claim, speaker="Cy"))
    assert joined(other) == ["3>2", "5>4", "1-locution>1-illocution", "1-illocution>1"]
    assert loads(dumps(other, "aif"), "aif").claims[0].speaker == "Cy"


def test_participants_are_known_by_name() -> None:
    """A participant who has been there speaks; a new one has a number of their own."""
    people = [{"participantID": 1, "firstname": "Ann", "surname": "Low"}]
    for known in (people, "nobody"):
        stored_ = {**SAID, "participants": known}
        argument_map = loads(json.dumps(stored_), "aif")
        (claim,) = argument_map.claims
        by_ann = argument_map.with_parts(attrs.evolve(claim, speaker="Ann Low"))
        by_dee = by_ann.with_parts(Claim("x", "X.", speaker="Dee"))

        assert loads(dumps(by_dee, "aif"), "aif").claims[0].speaker == "Ann Low"
        names = [each["firstname"] for each in written(by_dee)["participants"]]
        assert names == (["Ann", "Dee"] if known is people else ["Ann Low", "Dee"])


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
