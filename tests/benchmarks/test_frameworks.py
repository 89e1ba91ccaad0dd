"""How long it takes to read abstract frameworks and to find what is in.

Others run beside it where the variable `ARGUMENTATION_PYTHON` names an interpreter
that has them: `formal-argumentation` (0.3.0), and PyArg as `python-argumentation`
(2.0.2). What counts is the ratio in one run.
"""

import os
import random
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from pytest_benchmark.fixture import BenchmarkFixture

from argmap import evaluate
from argmap.evaluation.frameworks import grounded
from argmap.evaluation.grounded import Label
from argmap.formats import loads
from argmap.formats.frameworks import read_framework

pytestmark = pytest.mark.long

OTHERS = os.environ.get("ARGUMENTATION_PYTHON")
OWN = r"""
import re, sys, time
from pathlib import Path
from argmap.evaluation.frameworks import grounded
from argmap.formats.frameworks import read_framework
text = Path(sys.argv[1]).read_text()
started = time.process_time()
labels = grounded(read_framework(text))
print(time.process_time() - started, labels.count(1))
print(*re.findall("VmHWM:\s*([0-9]+)", Path("/proc/self/status").read_text()))
"""
FORMAL = """
import sys, time
from pathlib import Path
from argumentation.core.dung import grounded_extension
from argumentation.interop.iccma import parse_af
text = Path(sys.argv[1]).read_text()
started = time.process_time()
found = grounded_extension(parse_af(text))
print(time.process_time() - started, len(found))
"""
PYARG = """
import sys, time
from pathlib import Path
from py_arg.algorithms.semantics.get_grounded_extension import get_grounded_extension
from py_arg.import_export import argumentation_framework_from_iccma23_format_reader
reader = argumentation_framework_from_iccma23_format_reader
reader = reader.ArgumentationFrameworkFromICCMA23FormatReader
text = Path(sys.argv[1]).read_text()
started = time.process_time()
found = get_grounded_extension(reader.from_iccma23(text))
print(time.process_time() - started, len(found))
"""


def random_graph(count: int, chance: random.Random) -> Iterator[tuple[int, int]]:
    """Yield two attacks for each argument, from anywhere to anywhere."""
    for _ in range(2 * count):
        yield chance.randint(1, count), chance.randint(1, count)


def small_world(count: int, chance: random.Random) -> Iterator[tuple[int, int]]:
    """Yield attacks in a ring of near neighbours; one in ten leads anywhere."""
    for place in range(count):
        for distance in (1, 2):
            near = (place + distance) % count
            other = chance.randrange(count) if chance.random() < 0.1 else near
            pair = (place + 1, other + 1)
            yield pair if chance.random() < 0.5 else pair[::-1]


def tree(count: int, chance: random.Random) -> Iterator[tuple[int, int]]:
    """Yield a dialogue: every argument attacks one that came before."""
    for place in range(2, count + 1):
        yield place, chance.randrange(1, place)


Family = Callable[[int, random.Random], Iterator[tuple[int, int]]]
any_family = pytest.mark.parametrize("family", [random_graph, small_world, tree])


def text_of(family: Family, count: int) -> str:
    """Return a framework of a family, the same every time."""
    chance = random.Random(count)  # noqa: S311 - the same every time
    attacks = sorted(set(family(count, chance)))
    return f"p af {count}\n" + "".join(f"{tail} {head}\n" for tail, head in attacks)


@any_family
@pytest.mark.parametrize("count", [10_000, 100_000, 1_000_000])
def test_read_and_solve(
    benchmark: BenchmarkFixture, family: Family, count: int
) -> None:
    """From a text to the grounded labelling."""
    text = text_of(family, count)
    labels = benchmark.pedantic(  # type: ignore[no-untyped-call]
        lambda: grounded(read_framework(text)), rounds=3
    )
    assert Label.IN in labels


@any_family
@pytest.mark.parametrize("count", [10_000, 1_000_000])
def test_memory(
    benchmark: BenchmarkFixture, family: Family, count: int, tmp_path: Path
) -> None:
    """All that a new process needs at most, in megabytes, where Linux tells it."""
    solve(benchmark, sys.executable, OWN, tmp_path, text_of(family, count))


@pytest.mark.parametrize("count", [1_000, 10_000, 100_000])
def test_as_map(benchmark: BenchmarkFixture, count: int) -> None:
    """From a text to its map and the verdicts on all of it."""
    text = text_of(random_graph, count)
    benchmark.pedantic(  # type: ignore[no-untyped-call]
        lambda: evaluate(loads(text, "af")).verdicts, rounds=3
    )


@pytest.mark.skipif(OTHERS is None, reason="ARGUMENTATION_PYTHON names no interpreter")
@pytest.mark.parametrize(
    ("code", "count"),
    [
        pytest.param(PYARG, 1_000, id="PyArg-1000"),
        *(
            pytest.param(FORMAL, count, id=f"formal-argumentation-{count}")
            for count in (1_000, 10_000, 100_000)
        ),
        *(
            pytest.param(OWN, count, id=f"argmap-{count}")
            for count in (1_000, 10_000, 100_000)
        ),
    ],
)
def test_beside_others(
    benchmark: BenchmarkFixture, code: str, count: int, tmp_path: Path
) -> None:
    """Each in a new process that tells its time; all find as many to be in."""
    text = text_of(random_graph, count)
    python = sys.executable if code == OWN else str(OTHERS)

    found = solve(benchmark, python, code, tmp_path, text)

    assert found == grounded(read_framework(text)).count(Label.IN)


def solve(
    benchmark: BenchmarkFixture, python: str, code: str, folder: Path, text: str
) -> int:
    """Run a program on a framework; return how many arguments it finds to be in.

    What it needed goes to `extra_info`: milliseconds of the processor, and megabytes.
    """
    (folder / "framework.af").write_text(text)
    done = benchmark.pedantic(  # type: ignore[no-untyped-call]
        subprocess.run,
        ([python, "-c", code, str(folder / "framework.af")],),
        {"capture_output": True, "check": True},
        rounds=1,
    )
    seconds, found, *kilobytes = done.stdout.split()
    benchmark.extra_info["milliseconds"] = round(float(seconds) * 1000)
    if kilobytes:
        benchmark.extra_info["megabytes"] = int(kilobytes[0]) // 1024
    return int(found)
