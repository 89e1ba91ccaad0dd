"""Reading of xAIF: where findings are, and what is too much."""

import json

import pytest

from argmap.formats import read
from argmap.formats.aif.xaif import reader


def test_findings_are_where_they_belong() -> None:
    """A finding inside the AIF and one beside it have their places in the text."""
    text = (
        '{"AIF": {"nodes": [{"nodeID": 1, "type": "Q"}], "edges": []},'
        ' "OVA": {"x": 1, "x": 2}, "text": "<span id=\\"node7\\">A</span>"}'
    )

    found = read(text, "xaif").diagnostics

    assert [(each.code, each.span and each.span.of(text)) for each in found] == [
        ("unknown-node-type", '"Q"'),
        ("duplicate-key", '"x"'),
        ("unknown-id", '"<span id=\\"node7\\">A</span>"'),
    ]


def test_a_key_twice_in_the_graph_is_one_finding() -> None:
    """Both readers see it; one says so."""
    text = '{"AIF": {"nodes": [], "edges": [], "a": 1, "a": 2}, "text": ""}'

    assert [each.code for each in read(text, "xaif").diagnostics] == ["duplicate-key"]


def test_a_search_has_its_bounds(monkeypatch: pytest.MonkeyPatch) -> None:
    """Where too much would be compared, nothing is, and a finding says so."""
    monkeypatch.setattr(reader, "_MOST_COMPARED", 5)
    node = {"nodeID": 1, "type": "I", "text": "Trams."}
    document = {"AIF": {"nodes": [node], "edges": []}, "text": "Trams."}

    found = read(json.dumps(document), "xaif")

    assert [each.code for each in found.diagnostics] == ["not-searched"]
    assert not found.argument_map.claims[0].quotations


@pytest.mark.parametrize("text", ["", "[]", "1", '{"AIF": ' + "[" * 10_000, "{"])
def test_no_graph_is_one_finding(text: str) -> None:
    """What has no AIF is an error, once."""
    document = read(text, "xaif")

    assert len(document.diagnostics) == 1
    assert document.has_errors


def test_edges_as_reasons_reach_the_graph() -> None:
    """The option of the reader of AIF is one of xAIF, too."""
    nodes = [{"nodeID": each, "text": each, "type": "I"} for each in "12"]
    graph = {"nodes": nodes, "edges": [{"edgeID": "3", "fromID": "1", "toID": "2"}]}
    text = json.dumps({"AIF": graph, "text": ""})

    assert not read(text, "xaif").argument_map.inferences
    found = read(text, "xaif", edges_as_reasons=True)
    assert [each.premises[0].claim for each in found.argument_map.inferences] == ["1"]


def test_a_path_begins_where_the_file_does() -> None:
    """What is wrong with the AIF stands below its key, as that is written."""
    for name in ("AIF", "aif"):
        document = read(f'{{"{name}": {{"nodes": "none", "edges": []}}}}', "xaif")
        message = f'$.{name}.nodes must be a list, not "none"'
        assert message in [each.message for each in document.diagnostics]
