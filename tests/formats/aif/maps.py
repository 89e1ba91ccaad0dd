"""Claims, a map that was read, and what is written of a map in AIF."""

import json
from typing import Any

from argmap.formats import dumps, loads
from argmap.model import ArgumentMap, Claim
from tests.formats.aif.nodes import document, node

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


STORED = document(
    *(node("1", "I", timestamp="2015"), node("2", "I"), node("3", "I")),
    *(node("4", "RA", "RA", scheme="Bias", schemeID="9", x=1), node("5", "MA")),
    node("new", "L"),
    ends="1>4 4>2 4>3 1>5 5>2 1>99",
)


def stored() -> ArgumentMap:
    """Return the map that is read from a document with a bit of everything."""
    return loads(json.dumps(STORED), "aif")
