"""Reading of arguebuf's JSON."""

import json

from argmap.formats import read


def test_schemes_and_people_have_their_names() -> None:
    """A scheme is one by its name, a participant a speaker, an analyst the author."""
    document = {
        "nodes": {
            "a": {"atom": {"text": "A", "participant": "p"}, "userdata": {"n": 1}},
            "b": {"atom": {"text": "B", "participant": "q"}},
            "s": {"scheme": {"support": "SUPPORT_POSITION_TO_KNOW"}},
            "r": {"scheme": {"rephrase": "REPHRASE_DEFAULT"}},
        },
        "edges": {
            "1": {"source": "a", "target": "s"},
            "2": {"source": "s", "target": "b"},
            "3": {"source": "a", "target": "r"},
            "4": {"source": "r", "target": "b"},
        },
        "participants": {"p": {"name": "Ann"}},
        "analysts": {"x": {"name": "Bo"}, "y": {"name": "Cy"}},
    }

    found = read(json.dumps(document), "arguebuf")

    argument_map = found.argument_map
    assert [each.speaker for each in argument_map.claims] == ["Ann", "q"]
    assert [each.code for each in found.diagnostics] == ["unknown-id"]
    assert argument_map.claim("a").data == {"userdata": {"n": 1}}
    assert argument_map.inference("s").scheme == "position-to-know"
    assert argument_map.rephrases[0].original == "b"
    assert argument_map.author == "Bo, Cy"


def test_what_edges_have_besides_is_kept() -> None:
    """What is said of an edge alone is in the data of the map, by the edge's name."""
    nodes = {
        "a": {"atom": {"text": "A"}},
        "b": {"atom": {"text": "B"}},
        "s": {"scheme": {"support": "SUPPORT_DEFAULT"}},
    }
    edges = {
        "1": {"source": "a", "target": "s", "metadata": {"created": "2026"}},
        "2": {"source": "s", "target": "b"},
    }

    found = read(json.dumps({"nodes": nodes, "edges": edges}), "arguebuf")

    assert found.diagnostics == ()
    assert found.argument_map.data == {
        "edges": {"1": {"metadata": {"created": "2026"}}}
    }
