"""Keys are found by their usual names, and only where their values fit."""

from argmap.formats.declared.keys import (
    IDS,
    TEXTS,
    is_scalar,
    is_word,
    key_called,
    keys_called,
    may_be_unread,
    pair_in,
)
from argmap.formats.declared.notations import parsed
from argmap.formats.declared.paths import object_of
from argmap.formats.located import Findings, Node


def items(text: str) -> list[Node]:
    root = parsed(text, Findings())
    assert root is not None
    assert isinstance(root.items, list)
    return root.items


def test_a_key_is_found_where_most_values_fit() -> None:
    """An odd value is for the reader to report; if most are odd, it is another key."""
    some = items('[{"text": "A."}, {"text": 5}, {"Text": {}, "claim": "B."}]')
    assert [*keys_called(some, TEXTS, is_word)] == ["text", "claim"]
    assert key_called(items('[{"id": {}}]'), IDS, is_scalar) == ""


def test_two_ends_stand_beside_each_other() -> None:
    """Ends in different objects are none of one edge, whatever they are called."""
    assert pair_in(items('[{"from_id": 1, "to_id": 2}]')) == ("from_id", "to_id")
    assert pair_in(items('[{"claim": "A.", "premise": "B."}]')) == ("premise", "claim")
    assert pair_in(items('[{"a": {"source": 1}, "b": {"target": 2}}]')) is None


def test_what_may_be_a_part_is_a_list_or_says_something() -> None:
    """One word, or an empty list, is no claim that somebody forgot to read."""
    (item,) = items('[{"pros": ["A."], "con": "x", "claims": [], "edges": [1]}]')
    unread = [key for key, x in object_of(item).items() if may_be_unread((key,), x)]
    assert unread == ["pros", "edges"]
