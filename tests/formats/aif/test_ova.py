"""Reading of OVA2's JSON; tests/formats/annotations has files of it."""

import json

from argmap.formats import read


def test_only_the_ids_of_copies_count() -> None:
    """An edge holds whole nodes, which may be of another day."""
    nodes = [
        {"id": 1, "type": "I", "text": "A", "scheme": "0"},
        {"id": 2, "type": "I", "text": "B", "scheme": "0"},
        {"id": 3, "type": "RA", "text": "Expert Opinion", "scheme": "1"},
    ]
    stale = [{**each, "text": "old", "type": "L"} for each in nodes]
    edges = [
        {"from": stale[0], "to": stale[2], "date": "1"},
        {"from": stale[2], "to": stale[1]},
    ]
    analysis = {"annotatorName": "Ann", "documentDate": "2019", "txt": "<b>A</b>"}

    text = json.dumps({"nodes": nodes, "edges": edges, "analysis": analysis})
    found = read(text, "ova")

    argument_map = found.argument_map
    assert not found.diagnostics
    assert [each.text for each in argument_map.claims] == ["A", "B"]
    assert argument_map.inference("3").scheme == "expert-opinion"
    assert argument_map.author == "Ann"
    assert argument_map.data == {
        "analysis": {"documentDate": "2019"},
        "edges": {"1-3": {"date": "1"}},
    }
    assert argument_map.source("text").text == "A"
