"""Declarations are checked when they are made."""

import pytest

from argmap.formats.declared.declaration import Declaration, DeclarationError


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("nodes = 'a['", "nodes: 'a.' is no path"),
        ("node-txt = 'a'", "did you mean 'node_text'"),
        ("nodes = 3", "nodes must be"),
        ("node-id = 3", "node_id must be a path"),
        ("[relations]\nbacks = 'suport'", "did you mean 'support'"),
        ("relations = 'backs'", "relations must lead from words"),
        ("nodes = ", "it is no TOML"),
    ],
)
def test_what_is_wrong_in_a_file_is_said(text: str, reason: str) -> None:
    """A misspelt key, no path and no meaning are refused, with what is likely meant."""
    with pytest.raises(DeclarationError, match=reason):
        Declaration.from_toml(text)


def test_a_file_says_the_same_as_a_value() -> None:
    """Keys are the options of the command line, or the fields in Python."""
    text = "nodes = 'a[*]'\nnode-id = 'n'\nedge_target = ['x', 'y']\n"
    expected = Declaration(nodes="a[*]", node_id="n", edge_target=["x", "y"])
    assert Declaration.from_toml(text) == expected
    assert eval(repr(expected), {"Declaration": Declaration}) == expected  # noqa: S307


def test_an_empty_path_is_left_out() -> None:
    """It is looked for, whether a field has one path or several."""
    assert Declaration(node_text="", node_id="", edge_relation=[""]).is_empty
    with pytest.raises(DeclarationError, match="edge_relation must be a path"):
        Declaration(edge_relation=None)  # type: ignore[arg-type]
