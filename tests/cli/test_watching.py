"""`argmap render --watch`: built again on every save, until it is interrupted."""

import os
import signal
import subprocess
import sys
import threading
from collections.abc import Callable, Iterable, Iterator
from itertools import chain
from pathlib import Path
from queue import Queue

import pytest

from argmap.cli import watching
from tests.cli.conftest import Run

DEBATE = "[Cap]: Cap rents.\n  + [Fair]: It is fair.\n"
Save = Callable[[], None]


def save(name: str, text: str) -> None:
    """Save a file so that its time is another, however fast the clock is."""
    path = Path(name)
    before = path.stat().st_mtime_ns if path.exists() else 0
    path.write_text(text, encoding="utf-8")
    after = max(path.stat().st_mtime_ns, before + 1_000_000)
    os.utime(path, ns=(after, after))


@pytest.fixture
def watch(run: Run, monkeypatch: pytest.MonkeyPatch) -> Callable[..., list[str]]:
    """Watch in a folder where somebody saves, then interrupts; return what was said."""

    def watched(*words: str, saves: Iterable[Save]) -> list[str]:
        left = iter(saves)

        def changes(folders: Iterable[Path]) -> Iterator[None]:
            assert all(each.is_dir() for each in folders)
            for each in left:
                each()
                yield
            raise KeyboardInterrupt

        monkeypatch.setattr(watching, "_watcher", lambda: changes)
        monkeypatch.setattr(sys, "dont_write_bytecode", False)
        result = run("render", *words, "--watch")
        assert result.stdout == ""
        return result.stderr.splitlines()

    return watched


def wrote(lines: list[str]) -> list[str]:
    return [line.partition(",")[0] for line in lines if line.startswith("wrote")]


def test_a_save_is_a_build(watch: Callable[..., list[str]]) -> None:
    """Each save draws again and says so in a line; what is not ours is nothing."""
    save("debate.argdown", DEBATE)

    lines = watch(
        "debate.argdown",
        "-o",
        "debate.svg",
        saves=[
            lambda: save("debate.argdown", "[Cap]: Cap rents.\n"),
            lambda: save("other.argdown", "[Other]: Something else.\n"),
            lambda: save("debate.argdown", DEBATE),
        ],
    )

    assert wrote(lines) == [
        "wrote debate.svg (2 claims",
        "wrote debate.svg (1 claim",
        "wrote debate.svg (2 claims",
    ]
    assert lines[1] == "watching for changes; Ctrl-C ends it"


def test_what_can_be_read_is_drawn(watch: Callable[..., list[str]]) -> None:
    """An error shows its findings, and the picture what can be read all the same."""
    save("debate.argdown", DEBATE)

    def break_it() -> None:
        save("debate.argdown", "[Cap]: Cap.\n===\ntitle: [\n===\n  + \n")

    def look() -> None:
        assert Path("debate.svg").read_bytes().startswith(b"<svg")
        save("debate.argdown", DEBATE)

    lines = watch("debate.argdown", "-o", "debate.svg", saves=[break_it, look])

    assert wrote(lines) == [
        "wrote debate.svg (2 claims",
        "wrote debate.svg (1 claim",
        "wrote debate.svg (2 claims",
    ]
    assert any(line.startswith("error[") for line in lines)
    assert any("--> debate.argdown:" in line for line in lines)
    assert any(line.startswith("debate.argdown: partial") for line in lines)


def test_nothing_to_draw_leaves_the_picture(watch: Callable[..., list[str]]) -> None:
    """A text of which nothing can be read takes nothing away."""
    save("debate.argdown", DEBATE)

    lines = watch(
        "debate.argdown",
        "-o",
        "debate.svg",
        saves=[lambda: save("debate.argdown", "+ [Fair]\n")],
    )

    assert wrote(lines) == ["wrote debate.svg (2 claims"]
    assert b"Cap rents." in Path("debate.svg").read_bytes()


def test_an_error_is_shown_once(watch: Callable[..., list[str]]) -> None:
    """What else is saved beside a text with an error, as a log is, repeats nothing."""
    save("debate.argdown", "[Cap]: Cap rents.\n\n@include(more.argdown)\n")
    log = [lambda at=at: save("watch.log", "x" * at) for at in range(4)]

    lines = watch("debate.argdown", "-o", "debate.svg", saves=log)

    assert sum("cannot be included" in line for line in lines) == 1


def test_an_import_that_fails_is_tried_again(watch: Callable[..., list[str]]) -> None:
    """A Python file may be wrong because of one that it imports."""
    save("debate.py", "from rents_awaited import MAP\n")

    lines = watch(
        "debate.py:MAP",
        "-o",
        "debate.svg",
        saves=[
            lambda: save("rents_awaited.txt", ""),
            lambda: save("rents_awaited.py", MODULE.format("Claim('a')")),
        ],
    )

    assert sum("No module named" in line for line in lines) == 1
    assert wrote(lines) == ["wrote debate.svg (1 claim"]


def test_a_file_may_go_and_come_back(watch: Callable[..., list[str]]) -> None:
    """Editors take a file away and put another in its place."""
    save("debate.argdown", DEBATE)

    lines = watch(
        "debate.argdown",
        "-o",
        "debate.svg",
        saves=[
            lambda: Path("debate.argdown").unlink(),
            lambda: save("debate.argdown", DEBATE),
        ],
    )

    assert len(wrote(lines)) == 2
    assert "error: debate.argdown: no such file or directory" in lines


def test_included_files_are_watched(watch: Callable[..., list[str]]) -> None:
    """A file that is included counts, from when it is there; one dropped no more."""
    save("debate.argdown", "[Cap]: Cap rents.\n\n@include(parts/more.argdown)\n")

    def write_more() -> None:
        Path("parts").mkdir()
        save("parts/more.argdown", "[Fair]: It is fair.\n")

    lines = watch(
        "debate.argdown",
        "-o",
        "debate.svg",
        saves=[
            write_more,
            lambda: save("parts/more.argdown", "[A]: A.\n\n[B]: B.\n"),
            lambda: save("debate.argdown", "[Cap]: Cap rents.\n"),
            lambda: save("parts/more.argdown", "[C]: C.\n"),
        ],
    )

    assert "error[failed-include]" in lines[0]
    assert wrote(lines) == [
        "wrote debate.svg (1 claim",
        "wrote debate.svg (2 claims",
        "wrote debate.svg (3 claims",
        "wrote debate.svg (1 claim",
    ]


def test_nothing_is_missed(watch: Callable[..., list[str]]) -> None:
    """A save that nobody told of is found when files are looked at."""
    save("debate.argdown", DEBATE)

    lines = watch(
        "debate.argdown",
        "-o",
        "debate.svg",
        saves=[lambda: None, lambda: save("debate.argdown", DEBATE)],
    )

    assert len(wrote(lines)) == 2


def test_only_what_has_changed(watch: Callable[..., list[str]]) -> None:
    """Of several inputs those are drawn that were saved; one with an error waits."""
    save("one.argdown", DEBATE)
    save("two.argdown", DEBATE)

    lines = watch(
        "one.argdown",
        "two.argdown",
        "-o",
        "out/",
        saves=[lambda: save("two.argdown", "[Cap]: Cap rents.\n")],
    )

    assert wrote(lines) == [
        f"wrote {Path('out/one.svg')} (2 claims",
        f"wrote {Path('out/two.svg')} (2 claims",
        f"wrote {Path('out/two.svg')} (1 claim",
    ]


MODULE = "from argmap import ArgumentMap, Claim\nMAP = ArgumentMap([{}])\n"


def test_python(watch: Callable[..., list[str]]) -> None:
    """A map in a Python file is made anew, though it was saved within a second."""
    save("debate.py", MODULE.format("Claim('a')"))

    lines = watch(
        "debate.py:MAP",
        "-o",
        "debate.svg",
        saves=[lambda: save("debate.py", MODULE.format("          "))],
    )

    assert wrote(lines) == ["wrote debate.svg (1 claim", "wrote debate.svg (0 claims"]


def test_missing_package(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    """Without watchfiles the command to install it is told, and nothing written."""
    monkeypatch.setitem(sys.modules, "watchfiles", None)

    result = run("render", "rents.json", "-o", "rents.svg", "-w")

    assert result.exit_code == 4
    assert "pip install 'argmap[watch]'" in result.stderr
    assert not Path("rents.svg").exists()


def test_the_real_thing(tmp_path: Path) -> None:
    """A program that watches sees a save, and Ctrl-C ends it with 130."""
    pytest.importorskip("watchfiles", reason="watchfiles is not installed")
    path = tmp_path / "debate.argdown"
    path.write_text(DEBATE, encoding="utf-8")
    out = ("-o", str(tmp_path / "debate.svg"))
    with subprocess.Popen(
        [sys.executable, "-m", "argmap", "render", str(path), "-w", *out],
        stderr=subprocess.PIPE,
        text=True,
    ) as program:
        said: Queue[str] = Queue()
        stream = program.stderr
        assert stream

        def read() -> None:
            for line in chain(stream, ["the end"]):
                said.put(line)

        reader = threading.Thread(target=read, daemon=True)
        reader.start()
        try:
            assert "(2 claims, " in said.get()
            assert said.get().startswith("watching")
            path.write_text("[Cap]: Cap rents.\n", encoding="utf-8")
            assert "(1 claim, " in said.get()
            program.send_signal(signal.SIGINT)

            assert program.wait() == 130
        finally:
            program.kill()
            reader.join()
    assert "Traceback" not in "".join(said.queue)
