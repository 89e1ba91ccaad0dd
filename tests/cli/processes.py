"""The command line in processes of its own, on pipes and on a terminal."""

import os
import pty
import subprocess
import sys

BASH = "/bin/bash"
ARGMAP = (sys.executable, "-m", "argmap")
TEXT = "[A]: Rents “rose” 租金 \x1b[2J by a third.\n"
EVIL = "a\x1b[2J\u202e.argdown"


def argmap(
    *words: str, text: bytes = b"", stdout: int = subprocess.PIPE, **environment: str
) -> "subprocess.CompletedProcess[bytes]":
    """Run argmap in a process of its own."""
    return subprocess.run(
        [*ARGMAP, *words],
        input=text,
        stdout=stdout,
        stderr=subprocess.PIPE,
        env={**os.environ, **environment},
        check=False,
    )


def on_terminal(*words: str, **environment: str) -> tuple[int, bytes]:
    """Run argmap on a terminal; return its exit code and what is shown there."""
    ours, theirs = pty.openpty()
    with subprocess.Popen(
        [*ARGMAP, *words],
        stdin=theirs,
        stdout=theirs,
        stderr=theirs,
        env={**os.environ, **environment},
    ) as process:
        os.close(theirs)
        shown = b""
        try:
            while piece := os.read(ours, 2**16):
                shown += piece
        except OSError:  # as Linux says that nobody has the other end
            process.wait()
    os.close(ours)
    return process.returncode, shown
