"""Anchors of words in the nodes of AIF."""

import pytest

from argmap.formats.aif import read
from argmap.formats.aif.xaif.anchors import Anchors
from argmap.formats.located import Findings
from argmap.formats.scanner import Scanner

TEXT = """{"nodes": [
  {"nodeID": 1, "type": "L", "text": "Ann : They are quiet."},
  {"nodeID": 2, "type": "YA", "text": "Asserting"},
  {"nodeID": "a b", "type": "I", "text": "Trams are quiet."},
  {"nodeID": 4, "type": "L", "text": "Bob: So what?"}],
 "edges": [{"fromID": 1, "toID": 2}, {"fromID": 2, "toID": "a b"}]}"""


@pytest.mark.parametrize(
    ("node", "claims"),
    [("1", ["a-b"]), ("a b", ["a-b"]), ("2", []), ("4", []), ("9", [])],
)
def test_a_node_is_a_claim_or_says_one(node: str, claims: list[str]) -> None:
    """A claim is its own node's, and that of what says it; no other node has one."""
    graph = Scanner(TEXT, Findings()).scan()
    assert graph

    anchors = Anchors(graph, read(TEXT))

    assert anchors.claims_of(node) == claims
    words = ["Ann : They are quiet.", "They are quiet."]
    assert [*anchors.words_of("a-b")] == words
