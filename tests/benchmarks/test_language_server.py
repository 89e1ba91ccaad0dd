"""How long an editor waits: from a letter that is typed to findings, and for proposals.

The unit beside the seconds is the processor time of a million additions: it makes runs
on different or busy machines comparable. A letter is to take no more than 150 ms, and
proposals 50 ms, where the unit is 12 ms.
"""

import re
from collections.abc import Callable

import pytest
from pytest_benchmark.fixture import BenchmarkFixture

from argmap.diagnostics import Span
from argmap.language_server.colours import colours
from argmap.language_server.completion import proposals
from argmap.language_server.files import File
from argmap.language_server.folds import folds
from argmap.language_server.hovers import describe
from argmap.language_server.index import Index
from tests.benchmarks.test_argdown import mixed
from tests.console import ROOT
from tests.steps import cost

pytestmark = pytest.mark.long

LINES = 3_000


def quoting() -> File:
    """Return a text of about so many lines, many of which quote a source."""
    path = ROOT / "examples" / "russia_in_syria.argdown"
    text = path.read_text("utf-8")
    front, _, body = re.sub(r" *thesis: .*\n", "", text).rpartition("===\n")
    blocks = [
        re.sub(r"(?<=[\[<])([\w-]+)(?=[\]>])", rf"\g<1>-{number}", body)
        for number in range(LINES // body.count("\n"))
    ]
    return File(str(path), f"{front}===\n{''.join(blocks)}")


def plain() -> File:
    """Return a text of about so many lines, of every kind."""
    return File(None, mixed(LINES * 2 // 3))


def typed(file: File, letter: int) -> File:
    """Return a file with a letter more in a sentence in the middle."""
    at = file.text.index(".", len(file.text) // 2)
    return file.changed(Span(at, at), "x" * letter)


def measure(benchmark: BenchmarkFixture, work: Callable[[], object]) -> None:
    """Measure some work, in seconds and in the unit."""
    benchmark(work)
    benchmark.extra_info["units"] = round(cost(work), 2)


@pytest.mark.parametrize("make", [plain, quoting])
def test_findings(benchmark: BenchmarkFixture, make: Callable[[], File]) -> None:
    """From a letter to the findings in all of the text."""
    file, count = make(), 0

    def work() -> object:
        nonlocal count
        count += 1
        return Index(typed(file, count)).findings

    measure(benchmark, work)


def test_proposals(benchmark: BenchmarkFixture) -> None:
    """From a letter of a title to what it could become."""
    index = Index(plain())
    end = len(index.file.text)
    file = index.file.changed(Span(end, end), "\n\n[re")
    measure(benchmark, lambda: proposals(index, file, len(file.text)))


def test_hover(benchmark: BenchmarkFixture) -> None:
    """Of a text that was read and evaluated before."""
    index = Index(plain())
    part = index.document.argument_map.claims[-1]
    measure(benchmark, lambda: describe(index, None, part))


def test_colours_and_folds(benchmark: BenchmarkFixture) -> None:
    """Of all of the text."""
    file = plain()

    def work() -> object:
        tokens = Index(file).own_tokens
        return colours(tokens, file), folds(tokens, file)

    measure(benchmark, work)


def test_the_texts_are_as_long_as_they_are_said_to_be() -> None:
    """Both texts have about so many lines, and no errors."""
    for file in (plain(), quoting()):
        assert 0.9 * LINES < len(file.lines) < 1.1 * LINES
        assert not Index(file).document.has_errors
