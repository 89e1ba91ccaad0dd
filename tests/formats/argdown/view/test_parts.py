"""Boxes and lines as parts of a map of their own."""

import pytest
from hypothesis import given, strategies as st

from argmap import draw
from tests.formats.argdown.texts import texts
from tests.formats.argdown.view.housing import housing


@pytest.mark.parametrize(
    ("mode", "name"),
    [
        ("hide-untitled", ("Cap", "Cap rents.")),
        ("title", ("Cap", "")),
        ("text", ("", "Cap rents.")),
    ],
)
def test_labels(mode: str, name: tuple[str, str]) -> None:
    """A label is title and text, or one of both."""
    document = housing(f"map: {{statementLabelMode: {mode}, addTags: false}}")
    assert document.view is not None
    claim = document.view.argument_map.claim("cap")

    assert (claim.title, claim.text) == name
    assert not claim.tags


def test_logical_relations_keep_their_meaning() -> None:
    """Entailment is strict, and contradictions stay between statements."""
    view = housing(
        "model: {mode: strict}",
        "selection: {statementSelectionMode: all}",
        body="[A]: a\n  + [B]: b\n  - [C]: c\n  >< [D]: d\n  >< [A]\n",
    ).view
    assert view is not None

    assert [each.strict for each in view.argument_map.inferences] == [True]
    assert [
        (each.claims, str(each.kind)) for each in view.argument_map.contradictions
    ] == [(("c", "a"), "contrary"), (("a", "d"), "contradictory")]


@given(
    texts(),
    st.sampled_from(
        [
            "selection: {statementSelectionMode: all}",
            "selection: {excludeDisconnected: false}",
            "model: {explodeArguments: true}",
            "group: {groupDepth: 1}",
            "map: {argumentLabelMode: title}",
            "color: {colorScheme: default}",
        ]
    ),
)
def test_what_is_drawn_is_part_of_the_map(text: str, setting: str) -> None:
    """A view can be drawn, and its claims and colours are those of parts."""
    document = housing(setting, body=text)
    view = document.drawn

    assert {each.id for each in view.argument_map.claims} <= {
        each.id for each in document.argument_map.claims
    }
    assert set(view.colors) <= {each.id for each in view.argument_map.parts}
    assert draw(view.argument_map, colors=view.colors).plan.boxes or not text.strip()
