"""`argmap doctor`."""

import pytest

from argmap.diagram.fonts import installed
from argmap.diagram.scripts import SAMPLES
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


def test_scripts(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    """The doctor lists the scripts that fonts have, and those that none has."""
    thai = SAMPLES["Thai"]
    monkeypatch.setattr(
        "argmap.cli.doctor.families_with", lambda letter: [] if letter == thai else [1]
    )

    said = run("doctor").stdout

    assert "\n  letters: Latin, Greek, Cyrillic, Arabic, Armenian, " in said
    assert "\n  no font for: Thai\n" in said


def test_no_harfbuzz(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    """Without the extra the doctor says what is left, and how to get it."""
    monkeypatch.setattr("argmap.diagram.fonts.find_spec", lambda _: None)
    installed.cache_clear()

    said = run("doctor").stdout

    assert "  only Latin, Greek and Cyrillic letters: PNG or PDF of " in said
    assert "'argmap[pdf]'" in said
