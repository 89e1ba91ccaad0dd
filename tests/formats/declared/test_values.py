"""Values that are taken are no data, and all others are."""

from argmap.formats.declared.declaration import Declaration
from argmap.formats.declared.notations import parsed
from argmap.formats.declared.values import Values
from argmap.formats.located import Findings


def test_what_was_taken_is_not_in_the_rest() -> None:
    """Nothing that said something is kept twice, and empty values not at all."""
    text = '{"id": 3.0, "text": "A.", "of": {"x": [1, null, {}], "y": ""}}'
    findings = Findings()
    item = parsed(text, findings)
    assert item is not None
    values = Values(text, Declaration(node_id="id", node_text="text"), findings)

    (number,) = values.first("node_id", item)
    assert values.name(number) == "3"
    assert [*map(values.word, values.first("node_text", item))] == ["A."]
    assert values.rest(item) == {"of": {"x": [1]}}
    assert not findings


def test_an_object_in_the_place_of_a_text_is_reported() -> None:
    """A path that leads to an object or a list of them is no path to a text."""
    text = '{"text": {"en": "A."}}'
    findings = Findings()
    item = parsed(text, findings)
    assert item is not None
    values = Values(text, Declaration(node_text="text"), findings)

    assert values.first("node_text", item) == []
    assert [each.code for each in findings] == ["wrong-type"]
