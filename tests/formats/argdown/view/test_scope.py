"""Lines between boxes."""

from tests.formats.argdown.view.housing import housing


def test_lines_are_bounded() -> None:
    """Statements without boxes do not multiply lines beyond what can be read."""
    shared = "\n\n".join(
        f"<A{number}>\n\n(1) [T]: t\n----\n(2) [S]: s" for number in range(60)
    )
    document = housing(
        "selection: {excludeStatements: [S, T]}", body=f"[T]\n  + [S]\n\n{shared}"
    )

    assert document.view is None
    assert "over" in document.diagnostics[0].message
