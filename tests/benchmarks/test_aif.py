"""How long it takes to read and to write many files of AIF.

arguebuf runs beside it where the variable `ARGUEBUF_PYTHON` names a Python that has it
(2.7.2); it leaves the dialogue out, which we read and write. What counts is the ratio
in one run.
"""

import json
import os
import random
import subprocess
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
from pytest_benchmark.fixture import BenchmarkFixture

from argmap.formats import dumps, loads, read
from tests.console import REAL_FILES

pytestmark = pytest.mark.long

PEER = os.environ.get("ARGUEBUF_PYTHON")
CORPORA = ("araucaria", "us2016", "qt30")
READ_AND_WRITE = """
import json, sys, time
from pathlib import Path
import arguebuf
texts = [path.read_text("utf-8") for path in Path(sys.argv[1]).iterdir()]
sys.stdout, out = sys.stderr, sys.stdout
times = []
for _ in range(5):
    started = time.process_time()
    graphs = [arguebuf.load.aif(json.loads(text)) for text in texts]
    read = time.process_time()
    for graph in graphs:
        json.dumps(arguebuf.dump.aif(graph))
    times.append([read - started, time.process_time() - read])
print(json.dumps([min(each) for each in zip(*times)]), file=out)
"""


def made(seed: int) -> str:
    """Return a debate: claims that are said, half of them for or against another."""
    chance = random.Random(seed)  # noqa: S311 - the same text every time
    nodes: list[dict[str, Any]] = []
    edges: list[dict[str, Any]] = []

    def node(kind: str, text: str) -> str:
        nodes.append(
            {
                "nodeID": str(1_000 * seed + len(nodes)),
                "text": text,
                "type": kind,
                "timestamp": "2020-06-04 19:55:38",
            }
        )
        return str(nodes[-1]["nodeID"])

    def join(*path: str) -> None:
        for start, end in pairwise(path):
            edges.append(
                {
                    "edgeID": str(1_000 * seed + len(edges)),
                    "fromID": start,
                    "toID": end,
                    "formEdgeID": None,
                }
            )

    claims: list[str] = []
    for number in range(chance.randint(4, 40)):
        words = f"claim {number} " + "of many words " * chance.randint(2, 8)
        claim = node("I", words)
        join(
            node("L", f"Speaker {number % 3} : {words}"), node("YA", "Asserting"), claim
        )
        if claims and chance.random() < 0.6:
            kind, name = chance.choice(
                [("RA", "Default Inference"), ("CA", "Default Conflict")]
            )
            join(claim, node(kind, name), chance.choice(claims))
        claims.append(claim)
    return json.dumps({"nodes": nodes, "edges": edges, "locutions": []}, indent=2)


@pytest.fixture(scope="module", params=["made", *CORPORA])
def texts(request: pytest.FixtureRequest) -> list[str]:
    if request.param == "made":
        return [made(seed) for seed in range(300)]
    paths = sorted((REAL_FILES / "aif" / request.param).glob("*.json"))
    if not paths:
        pytest.skip("ARGMAP_REAL_FILES names no folder with files of AIF")
    return [path.read_text("utf-8") for path in paths]


def test_json(benchmark: BenchmarkFixture, texts: list[str]) -> None:
    """What the standard library needs for the same texts."""
    benchmark(lambda: [json.loads(text) for text in texts])


def test_read(benchmark: BenchmarkFixture, texts: list[str]) -> None:
    """From texts to maps and findings."""
    found = benchmark(lambda: [read(text, "aif") for text in texts])
    assert not any(each.has_errors for each in found)


def test_places(benchmark: BenchmarkFixture, texts: list[str]) -> None:
    """To the places of all parts too, which are looked up when somebody asks."""
    benchmark(lambda: [len(read(text, "aif").spans) for text in texts])


def test_write(benchmark: BenchmarkFixture, texts: list[str]) -> None:
    """From maps to texts."""
    maps = [loads(text, "aif") for text in texts]
    benchmark(lambda: [dumps(each, "aif") for each in maps])


@pytest.mark.skipif(PEER is None, reason="ARGUEBUF_PYTHON names no Python with it")
def test_arguebuf(
    benchmark: BenchmarkFixture, texts: list[str], tmp_path: Path
) -> None:
    """What arguebuf needs for the same, as it tells in a process of its own.

    That is in the extra information, in milliseconds, for reading and for writing; the
    time of the process itself has its start and five rounds in it.
    """
    for number, text in enumerate(texts):
        (tmp_path / f"{number}.json").write_text(text, "utf-8")
    command = [str(PEER), "-c", READ_AND_WRITE, str(tmp_path)]
    done = benchmark.pedantic(  # type: ignore[no-untyped-call]
        subprocess.run,
        (command,),
        {"capture_output": True, "check": True, "env": {}},
        rounds=1,
    )
    read_, written = json.loads(done.stdout)
    benchmark.extra_info.update(read=1_000 * read_, write=1_000 * written)
