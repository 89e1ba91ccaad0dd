"""The language server as a program."""

import os
import subprocess
import sys
from pathlib import Path

import pytest


def test_without_pygls(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where the package is missing, the command says which it is."""
    (tmp_path / "pygls.py").write_text("raise ModuleNotFoundError", "utf-8")
    monkeypatch.setenv("PYTHONPATH", os.fspath(tmp_path))

    done = subprocess.run(
        [sys.executable, "-m", "argmap", "lsp"],
        input="",
        capture_output=True,
        text=True,
        check=False,
    )

    assert done.returncode == 4
    assert "pip install 'argmap[lsp]'" in done.stderr
    assert "Traceback" not in done.stderr
