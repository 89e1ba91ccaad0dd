"""Reading of SADFace's JSON."""

import json

from argmap.formats import read


def test_the_head_is_title_and_author() -> None:
    """What a map has no place for is kept as data."""
    core = {"title": "T", "analyst_name": "Ann", "notes": "n", "claim": "gone"}
    document = {"metadata": {"core": core}, "nodes": [], "edges": [], "resources": []}

    found = read(json.dumps(document), "sadface").argument_map

    assert (found.title, found.author, found.thesis) == ("T", "Ann", None)
    assert found.data == {"metadata": {"core": core}}
