"""Paths lead where they say."""

import pytest

from argmap.formats.declared.notations import parsed
from argmap.formats.declared.paths import found, steps_of, written
from argmap.formats.located import Findings

TEXT = '{"a": [{"b": 1}, {"b": 2}], "c": {"x": 3, "y.z": 4}}'


@pytest.mark.parametrize(
    ("path", "values"),
    [
        ("a[*].b", [1, 2]),
        ("$.a[1].b", [2]),
        ("c.*", [3, 4]),
        ("c[*]", [3, 4]),
        ('c["y.z"]', [4]),
        ("a.b", []),
        ("a[7]", []),
        ("nothing[*]", []),
    ],
)
def test_a_path_leads_to_values(path: str, values: list[int]) -> None:
    """Each step goes one level down; what is not there is no value."""
    root = parsed(TEXT, Findings())
    assert root is not None
    assert [node.value for _, node in found(root, steps_of(path))] == values


@pytest.mark.parametrize("path", ["a[*].b", '["a.b"][0]', "$", "a[*][*]", '["a\\"b"]'])
def test_a_path_is_written_as_it_is_read(path: str) -> None:
    """Steps that are written are read as the same steps."""
    assert steps_of(written(steps_of(path))) == steps_of(path)


@pytest.mark.parametrize("path", ["a[", "a..b", "a[-1]", "a[?(@.b)]", "*x", "a[*"])
def test_what_is_no_path_is_refused(path: str) -> None:
    """Only the few steps that there are can be written; the rest of JSONPath not."""
    with pytest.raises(ValueError, match="is no path"):
        steps_of(path)
