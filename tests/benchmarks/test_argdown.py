"""How long it takes to read Argdown, to write it, and to convert a file of it.

The reference implementation runs beside it where the variable `ARGDOWN_NPM` names
a folder with it: `@argdown/node` among the `node_modules` of `v2` (2.0.3), and
`@argdown/cli` among those of `v1` (1.7.5; the program of 2.0.0 does not start). What
counts is the ratio in one run.
"""

import os
import random
import subprocess
import sys
from pathlib import Path

import pytest
from pytest_benchmark.fixture import BenchmarkFixture

from argmap.formats import dumps, loads, read
from argmap.formats.argdown import tokens
from argmap.formats.argdown.parser import parse

pytestmark = pytest.mark.long

REFERENCE = os.environ.get("ARGDOWN_NPM")
with_reference = pytest.mark.skipif(
    REFERENCE is None, reason="ARGDOWN_NPM names no folder with the reference"
)
PARSE_AND_MODEL = """
import {argdown} from "@argdown/node";
import {readFileSync} from "node:fs";
argdown.logger = {setLevel() {}, log() {}};
const input = readFileSync(process.argv[1], "utf8");
const started = performance.now();
const process_ = ["parse-input", "build-model"];
await argdown.runAsync({input, process: process_, logLevel: "silent"});
console.log(performance.now() - started);
"""
WORDS = [
    *("rent", "wage", "city", "flat", "tenant", "owner", "market", "price", "report"),
    *("rises", "falls", "shows", "means", "often", "never", "because", "although"),
]


def mixed(count: int) -> str:
    """Return a text of about as many statements and arguments, of every kind."""
    chance = random.Random(count)  # noqa: S311 - the same text every time
    titles: list[str] = []
    lines: list[str] = []

    def sentence() -> str:
        words = chance.choices(WORDS, k=chance.randint(6, 18))
        if chance.random() < 0.1:
            words[2] = f"**{words[2]}**"
        return " ".join(words).capitalize() + "."

    def named(brackets: str) -> str:
        titles.append(f"{chance.choice(WORDS)} {len(titles)}")
        tag = " #study" if chance.random() < 0.2 else ""
        data = " {source: Gazette, page: [3, 7]}" if chance.random() < 0.1 else ""
        return f"{brackets[0]}{titles[-1]}{brackets[1]}: {sentence()}{tag}{data}"

    made = 0
    while made < count:
        if made % 40 == 0:
            lines += [f"# {sentence()}", ""]
        if made % 5:
            lines.append(named("[]"))
            for depth in range(1, chance.randint(1, 4)):
                lines.append("  " * depth + chance.choice("+-") + " " + named("<>"))
                made += 1
        else:
            lines += [f"(1) [{titles[-1]}]" if titles else "(1) It is so."]
            lines += [f"(2) {sentence()}", "----", f"(3) {sentence()}"]
            made += 2
        made += 1
        lines.append("")
    return "\n".join(lines)


def nested(depth: int) -> str:
    """Return a statement with a chain of reasons, each below the one before."""
    return "\n".join(
        f"{' ' * level}+ It is so."[level == 0 and 2 :] for level in range(depth)
    )


@pytest.mark.parametrize("count", [1_000, 10_000, 100_000])
def test_read(benchmark: BenchmarkFixture, count: int) -> None:
    """From a text to its map and its findings."""
    text = mixed(count)
    document = benchmark(read, text, "argdown")
    assert not document.has_errors


@pytest.mark.parametrize("depth", [1_000, 10_000])
def test_nested(benchmark: BenchmarkFixture, depth: int) -> None:
    """A chain of reasons; the text grows with the square of its length."""
    text = nested(depth)
    document = benchmark(read, text, "argdown")
    assert len(document.argument_map.claims) == depth


@pytest.mark.parametrize("count", [1_000, 10_000, 100_000])
def test_syntax(benchmark: BenchmarkFixture, count: int) -> None:
    """Tokens and elements only."""
    text = mixed(count)
    benchmark(lambda: parse(tokens.tokenize(text)))


@pytest.mark.parametrize("count", [1_000, 10_000])
def test_write(benchmark: BenchmarkFixture, count: int) -> None:
    """From a map to its text."""
    argument_map = loads(mixed(count), "argdown")
    benchmark(dumps, argument_map, "argdown")


@with_reference
@pytest.mark.parametrize("count", [1_000, 10_000])
def test_reference_reads(
    benchmark: BenchmarkFixture, count: int, tmp_path: Path
) -> None:
    """What the reference needs to parse and to model, as it tells, in a new process."""
    (tmp_path / "text.argdown").write_text(mixed(count))
    command = ["node", "--input-type=module", "-e", PARSE_AND_MODEL]
    done = benchmark.pedantic(  # type: ignore[no-untyped-call]
        subprocess.run,
        ([*command, str(tmp_path / "text.argdown")],),
        {"cwd": f"{REFERENCE}/v2", "capture_output": True, "check": True},
        rounds=3,
    )
    benchmark.extra_info["milliseconds"] = float(done.stdout)


@pytest.mark.parametrize("count", [100, 1_000])
def test_convert(benchmark: BenchmarkFixture, count: int, tmp_path: Path) -> None:
    """The whole command, from the start of Python to its end."""
    text = tmp_path / "text.argdown"
    text.write_text(mixed(count))
    command = [sys.executable, "-m", "argmap", "convert", str(text), "--to", "json"]
    benchmark(subprocess.run, command, check=True, stdout=subprocess.DEVNULL)


@with_reference
@pytest.mark.parametrize("count", [100, 1_000])
def test_reference_converts(
    benchmark: BenchmarkFixture, count: int, tmp_path: Path
) -> None:
    """The whole command of the reference."""
    text = tmp_path / "text.argdown"
    text.write_text(mixed(count))
    program = Path(str(REFERENCE)) / "v1" / "node_modules" / ".bin" / "argdown"
    command = [str(program), "json", str(text), str(tmp_path)]
    benchmark.pedantic(  # type: ignore[no-untyped-call]
        subprocess.run,
        (command,),
        {"check": True, "stdout": subprocess.DEVNULL},
        rounds=5,
    )
