"""How long it takes to draw, and how much of it is ours and not the engine's.

Run with `pytest tests/benchmarks -m long`; `--benchmark-disable` runs each once.
"""

import subprocess
import sys
from functools import cache

import pytest
from pytest_benchmark.fixture import BenchmarkFixture

from argmap import ArgumentMap, draw, evaluate
from argmap.diagram import dot, engine, planning, text
from argmap.diagram.graph.candidates import lay_out_graph
from argmap.diagram.outline import outline
from argmap.diagram.plan import Plan
from argmap.diagram.style import LIGHT, Direction
from argmap.diagram.svg import svg
from tests.diagram.make_golden import EXAMPLES
from tests.diagram.shapes import tree

pytestmark = pytest.mark.long
sizes = pytest.mark.parametrize("count", [25, 100, 500])


def forget() -> None:
    """Forget the widths of words, so that a map is as new as in a new process."""
    text.width.cache_clear()
    text._pieces.cache_clear()


def render(argument_map: ArgumentMap) -> str:
    """Return the picture of a map that was never drawn."""
    forget()
    return draw(argument_map).svg


@sizes
def test_render(benchmark: BenchmarkFixture, count: int) -> None:
    """A picture in a process that has drawn before."""
    argument_map = tree(count)
    render(argument_map)
    benchmark(render, argument_map)


@sizes
def test_render_in_a_new_process(benchmark: BenchmarkFixture, count: int) -> None:
    """A picture from the start of the interpreter to its end."""
    code = (
        "from argmap import draw; from tests.diagram.shapes import tree;"
        f"draw(tree({count})).svg"
    )
    benchmark(subprocess.run, [sys.executable, "-c", code], check=True)


@sizes
def test_page(benchmark: BenchmarkFixture, count: int) -> None:
    """What a page adds to a picture that is there, verdicts included."""
    evaluation = evaluate(tree(count))
    diagram = draw(tree(count), evaluation=evaluation)
    assert diagram.svg

    def write() -> str:
        return diagram.page

    benchmark(write)


def test_render_the_article(benchmark: BenchmarkFixture) -> None:
    """The picture of the example of 72 claims."""
    benchmark(render, EXAMPLES["russia_in_syria"])


@sizes
def test_layout(benchmark: BenchmarkFixture, count: int) -> None:
    """The layouts that are tried, with the engine's part."""
    planned = planning.plan(tree(count))
    benchmark(lay_out_graph, planned, engine.lay_out)


@sizes
def test_our_own_part(benchmark: BenchmarkFixture, count: int) -> None:
    """All but the engine: plan, blocks, score, SVG."""
    argument_map = tree(count)
    answers = cache(engine.lay_out)
    lay_out_graph(planning.plan(argument_map), answers)

    def ours() -> str:
        forget()
        planned = planning.plan(argument_map)
        return svg(planned, lay_out_graph(planned, answers))

    benchmark(ours)


@sizes
def test_plan(benchmark: BenchmarkFixture, count: int) -> None:
    """What is drawn, its words measured anew."""
    argument_map = tree(count)

    def plan_anew() -> Plan:
        forget()
        return planning.plan(argument_map)

    benchmark(plan_anew)


@sizes
def test_dot(benchmark: BenchmarkFixture, count: int) -> None:
    """DOT source of a plan that is there."""
    planned = planning.plan(tree(count))
    benchmark(lambda: dot.graph(planned, Direction.UP, LIGHT).source)


@sizes
def test_svg(benchmark: BenchmarkFixture, count: int) -> None:
    """SVG of places that are read."""
    planned = planning.plan(tree(count))
    placed = lay_out_graph(planned, engine.lay_out)
    benchmark(svg, planned, placed)


@pytest.mark.parametrize("count", [100, 10_000])
def test_outline(benchmark: BenchmarkFixture, count: int) -> None:
    """The outline of a map."""
    benchmark(outline, tree(count))
