"""Laws of a search that somebody stops waiting for."""

import signal
import subprocess
import sys
from pathlib import Path
from threading import Event, Thread
from time import sleep
from types import SimpleNamespace
from typing import Any

import pytest

from argmap.evaluation import solving
from argmap.evaluation.deadline import Deadline

OUTLOOK = """
import gc, os, sys, threading, time
from argmap import ArgumentMap, Claim, Contradiction, evaluate

def conflicts(count):
    claims = [Claim(f"{side}{at}") for at in range(count) for side in "ab"]
    pairs = [Contradiction(claims[at:at + 2]) for at in range(0, 2 * count, 2)]
    return evaluate(ArgumentMap(claims, contradictions=pairs))

def search(count=3, semantics="preferred"):
    return conflicts(count).labellings(semantics)

def work(_):
    global kept
    kept = search()
    return len(next(kept))

def run_through():
    for _ in search(40, "complete"):
        pass
"""


def run(folder: Path, code: str) -> subprocess.CompletedProcess[str]:
    """Run a script that may search, to its end."""
    script = folder / "script.py"
    script.write_text(OUTLOOK + code, "utf-8")
    return subprocess.run(
        [sys.executable, str(script)],
        capture_output=True,
        text=True,
        check=False,
        timeout=120,
    )


@pytest.mark.parametrize(
    "code",
    [
        pytest.param("found = search(); next(found)", id="in a global"),
        pytest.param(
            "loop = [search()]; loop.append(loop); next(loop[0]); del loop",
            id="collected late",
        ),
        pytest.param(
            "gc.disable()\nclass Held: pass\nheld = Held(); held.held = held\n"
            "held.found = search(); next(held.found); del held",
            id="never collected",
        ),
        pytest.param("found = search(); next(found); sys.exit(0)", id="sys.exit"),
        pytest.param(
            "thread = threading.Thread(target=work, args=[0]); thread.start()",
            id="in a thread that ends",
        ),
        pytest.param(
            "threading.Thread(target=run_through, daemon=True).start(); time.sleep(.2)",
            id="in a thread that does not",
        ),
        pytest.param(
            "found = search(); next(found)\n"
            "import atexit; atexit.register(lambda: print(len(list(search()))))",
            id="another one at exit",
        ),
        pytest.param(
            "found = search(); next(found)\n"
            "child = os.fork() if hasattr(os, 'fork') else 0\n"
            "sys.exit(child and os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]))",
            id="forked in the middle",
        ),
        pytest.param(
            "from concurrent.futures import ProcessPoolExecutor\n"
            "if __name__ == '__main__':\n"
            "    import multiprocessing\n"
            "    spawn = multiprocessing.get_context('spawn')\n"
            "    with ProcessPoolExecutor(1, mp_context=spawn) as pool:\n"
            "        assert list(pool.map(work, range(2))) == [6, 6]",
            id="in another process",
        ),
    ],
)
def test_the_process_ends_well(code: str, tmp_path: Path) -> None:
    """Whoever still holds a search when the interpreter ends may do so."""
    done = run(tmp_path, code)

    assert (done.returncode, done.stderr) == (0, "")


def test_an_error_is_what_is_seen(tmp_path: Path) -> None:
    """Where a script fails beside a search that is held, its own error is shown."""
    done = run(tmp_path, "found = search(); next(found); raise ValueError('mine')")

    assert done.returncode == 1
    assert done.stderr.endswith("ValueError: mine\n")


@pytest.mark.skipif(sys.platform == "win32", reason="there is no such signal")
def test_ctrl_c(tmp_path: Path) -> None:
    """Who presses Ctrl-C in a search gets an interrupt as anywhere else."""
    script = tmp_path / "script.py"
    script.write_text(OUTLOOK + "print('!', flush=True); run_through()", "utf-8")
    with subprocess.Popen(
        [sys.executable, str(script)],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    ) as process:
        assert process.stdout is not None
        process.stdout.readline()
        sleep(0.3)  # so that it is well under way; sooner is right as well
        process.send_signal(signal.SIGINT)
        _, error = process.communicate(timeout=60)

    assert process.returncode == -signal.SIGINT
    assert error.endswith("KeyboardInterrupt\n")


@pytest.mark.parametrize("is_inside", [True, False])
def test_an_interrupt_while_a_search_starts(
    monkeypatch: pytest.MonkeyPatch, *, is_inside: bool
) -> None:
    """Nobody is inside of clingo when an interrupt goes on, nor comes in later."""
    inside, interrupted, left = Event(), Event(), Event()
    threads: list[Thread] = []
    start = Thread.start

    def ask() -> None:
        inside.set()
        interrupted.wait()
        left.set()

    def start_late(thread: Thread) -> None:
        threads.append(thread)
        if is_inside:
            start(thread)
            inside.wait()
        raise KeyboardInterrupt

    monkeypatch.setattr(Thread, "start", start_late)
    control = SimpleNamespace(interrupt=interrupted.set)
    program: Any = SimpleNamespace(control=control)
    with pytest.raises(KeyboardInterrupt):
        solving._wait(ask, program, Deadline(None))
    assert left.is_set() is is_inside

    if not is_inside:
        start(threads[0])
        threads[0].join()
    assert inside.is_set() is is_inside
