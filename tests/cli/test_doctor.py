"""`argmap doctor`."""

import pytest

from tests.cli.conftest import Run


def test_doctor(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    """The doctor says whether a diagram can be drawn, and exits with 4 if not."""
    told = run("doctor").stdout
    assert told.endswith("a diagram can be drawn\n")
    assert "render --watch: watchfiles " in told

    monkeypatch.setenv("PATH", "")
    monkeypatch.setattr("argmap.diagram.engine.has_embedded_engine", lambda: False)
    sick = run("doctor")

    assert sick.exit_code == 4
    assert "a diagram cannot be drawn: no layout engine" in sick.stdout
