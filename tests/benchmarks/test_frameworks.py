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

import clingo
import pytest
from pytest_benchmark.fixture import BenchmarkFixture

from argmap import evaluate
from argmap.evaluation.frameworks import grounded, labellings
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


CLINGO = """
    poss(X) :- arg(X), not in(Y) : att(Y, X).
    in(X) :- arg(X), not poss(Y) : att(Y, X).
    :- in(X), not poss(X).
    #heuristic in(X) : arg(X). [1, true]
"""


def clusters(count: int, chance: random.Random) -> Iterator[tuple[int, int]]:
    """Yield circles of fifty with attacks inside, each a little under the last."""
    for first in range(0, count, 50):
        circle = chance.sample(range(first + 1, first + 51), 50)
        yield from zip(circle, circle[1:] + circle[:1], strict=True)
        for _ in range(100):
            yield chance.choice(circle), chance.choice(circle)
        for _ in range(3 if first else 0):
            yield chance.randint(first - 49, first), chance.choice(circle)


def preferred_by_argmap(text: str) -> int:
    """Return how many arguments are in in one preferred labelling."""
    return next(labellings(read_framework(text))).count(Label.IN)


def preferred_by_clingo(text: str) -> int:
    """Return the same by the encoding of the literature, as text."""
    control = clingo.Control(["--heuristic=Domain", "--enum-mode=domRec"])
    names = range(1, int(text.split(maxsplit=3)[2]) + 1)
    attacks = (line.replace(" ", ",") for line in text.splitlines()[1:])
    facts = [f"arg({each})." for each in names] + [f"att({each})." for each in attacks]
    control.add("base", [], CLINGO + " ".join(facts))
    control.ground([("base", [])])
    with control.solve(yield_=True) as found:
        model = next(iter(found))
        return sum(each.name == "in" for each in model.symbols(atoms=True))


@pytest.mark.parametrize("solve_one", [preferred_by_argmap, preferred_by_clingo])
@pytest.mark.parametrize("family", [random_graph, small_world, clusters])
def test_one_preferred(
    benchmark: BenchmarkFixture, family: Family, solve_one: Callable[[str], int]
) -> None:
    """One preferred labelling of a text of 10,000 arguments; by clingo alone too."""
    text = text_of(family, 10_000)
    benchmark.pedantic(solve_one, [text], rounds=3)  # type: ignore[no-untyped-call]


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
