"""Objects in JSON by their paths."""

import pytest

from argmap.formats.located import Findings
from argmap.formats.objects import Value


def test_nothing_is_empty_whatever_it_is_asked() -> None:
    """What is not there, and null, is no finding."""
    root = Value.of('{"a": null}', Findings())

    for each in (root["a"], root["b"], root["b"]["c"]):
        assert not each
        assert (each.text, each.items, each.members, each.number) == ("", {}, [], None)
    assert not root.findings


@pytest.mark.parametrize(
    ("ask", "message"),
    [
        (lambda value: value.text, "$.a must be text, not a list"),
        (lambda value: value.items, "$.a must be an object, not a list"),
        (lambda value: value["b"].text, "$.a must be an object, not a list"),
        (lambda value: value.number, "$.a must be a number from 0 on, not a list"),
        (lambda value: [*value.objects], "$.a[0] must be an object, not true"),
        (lambda value: value.members[0].text, "$.a[0] must be text, not true"),
        (lambda value: value.lacks("b"), "$.a.b is missing"),
    ],
)
def test_what_a_value_is_not_is_found(ask: object, message: str) -> None:
    """The finding has the path."""
    root = Value.of('{"a": [true]}', Findings())

    assert callable(ask)
    ask(root["a"])

    assert message in [each.message for each in root.findings]


def test_the_rest_is_kept_but_for_what_says_nothing() -> None:
    """A number is text where ids are, and a number where places are."""
    root = Value.of('{"id": 7, "x": [], "y": {"z": 1}, "w": 0}', Findings())

    assert root["id"].text == "7"
    assert root["id"].number == 7
    assert root.rest("id") == {"y": {"z": 1}, "w": 0}
