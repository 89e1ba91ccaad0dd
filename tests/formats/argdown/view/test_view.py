"""What a text wants drawn: Argdown's own map, and its author's colours."""

from tests.formats.argdown.view.housing import housing


def test_without_settings_all_is_drawn() -> None:
    """A text that says nothing of its picture has no view of its own."""
    document = housing()

    assert document.view is None
    assert document.drawn.argument_map == document.argument_map
