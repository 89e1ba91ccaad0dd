"""The command line as a program: it ends in one line, whenever it is interrupted."""

import subprocess
import sys
from pathlib import Path

import pytest

pytestmark = pytest.mark.usefixtures("texts")


@pytest.mark.parametrize(
    "module", ["argmap.model", "click", "argmap.cli.show", "argmap.formats"]
)
def test_interruption_while_modules_load(module: str) -> None:
    """Ctrl-C ends argmap in one line, in the middle of an import too."""
    Path("sitecustomize.py").write_text(
        f"""
import signal, sys
class Interrupt:
    def find_spec(self, name, path=None, target=None):
        if name == {module!r}:
            sys.meta_path.remove(self)
            signal.raise_signal(signal.SIGINT)
sys.meta_path.insert(0, Interrupt())
"""
    )
    code = "import sitecustomize, argmap.cli as c; c.main()"
    done = subprocess.run(
        [sys.executable, "-c", code, "show", "m.argdown"],
        capture_output=True,
        check=False,
    )

    assert (done.returncode, done.stdout, done.stderr) == (130, b"", b"interrupted\n")
