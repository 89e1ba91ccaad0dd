"""What names nodes is known by their ids, even if some of it is misspelt."""

import pytest

from argmap.formats.declared.notations import parsed
from argmap.formats.declared.references import (
    are_ids,
    keys_of_ids,
    naming_keys,
    refer,
    target_keys,
)
from argmap.formats.located import Findings, Node

IDS = {"c1", "c2"}


def item(text: str) -> list[Node]:
    root = parsed(f"[{text}]", Findings())
    assert root is not None
    assert isinstance(root.items, list)
    return root.items


@pytest.mark.parametrize(
    ("values", "expected"),
    [
        ('["c1", "x"]', True),
        ('"c2; c9"', True),
        ('"c9"', True),
        ('"It is false."', False),
        ("0.5", False),
        ('{"id": "c1"}', True),
    ],
)
def test_one_right_id_or_one_like_it_is_a_reference(
    values: str, *, expected: bool
) -> None:
    """Texts and shares are none, and a misspelt id is one to be reported."""
    assert refer(item(f'{{"to": {values}}}'), "to", IDS) is expected


def test_keys_that_say_what_for_are_those_with_a_meaning() -> None:
    """`supports` says both that a node names another and why; `target` does not."""
    nodes = item('{"supports": "c1", "target": "c2", "text": "c1"}')
    assert [*naming_keys(nodes, IDS)] == ["supports"]
    assert [*target_keys(nodes, IDS)] == ["target"]


def test_a_column_of_ids_has_nothing_else() -> None:
    """One value that is no id, and the key is no list of references."""
    assert are_ids(item('{"a": "c1"}, {"a": "c2"}'), ("a",), IDS)
    assert not are_ids(item('{"a": "c1"}, {"a": "c3"}'), ("a",), IDS)


def test_keys_of_ids_are_no_ids_themselves_and_no_counts() -> None:
    """What leads `to` others is a reference; a level, or a key of its own, is none."""
    nodes = item('{"id": "c1", "key": "c1", "level": 2, "to": "c2", "by": [2]}')
    assert [*keys_of_ids(nodes, {*IDS, "2"})] == [("to",), ("by",)]
