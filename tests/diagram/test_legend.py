"""Laws of the legend: what occurs is explained, and nothing else."""

from hypothesis import given, strategies as st

from argmap import (
    Argument,
    ArgumentMap,
    Claim,
    Contradiction,
    Counterpoint,
    Inference,
)
from argmap.diagram.legend import legend
from argmap.diagram.planning import plan
from argmap.diagram.style import LIGHT, SUPPORT, UNDERCUT
from tests.strategies import argument_maps


def meanings(argument_map: ArgumentMap) -> list[str]:
    """Return what a map's legend explains, in its order."""
    return [
        sample.meaning for row in legend(plan(argument_map), 300).rows for sample in row
    ]


a, b = Claim("a", "A."), Claim("b", "B.")


def test_a_lone_claim_needs_no_legend() -> None:
    """Where nothing needs explaining, the legend takes no room."""
    signs = legend(plan(ArgumentMap([a])), 300)

    assert signs.rows == ()
    assert signs.size == (0, 0)


def test_every_sign_is_explained() -> None:
    """Each kind of box, line and junction has its meaning beside it."""
    step = Inference([a, b], conclusion="c", strict=True)
    argument_map = ArgumentMap.of(
        a,
        b,
        Claim("c", "C.", implicit=True),
        Argument("d", "D"),
        step,
        Counterpoint([a], target=b),
        Counterpoint([], target=step),
        Contradiction([a, b]),
        thesis=a,
    )

    assert meanings(argument_map) == [
        "main conclusion",
        "unstated",
        "argument",
        "supports",
        "counts against",
        "undercuts a step",
        "at most one can stand",
        "linked: all or none",
        "one undercut",
        "follows strictly",
    ]


@given(argument_maps())
def test_only_what_occurs_is_explained(argument_map: ArgumentMap) -> None:
    """A meaning is in the legend exactly where its sign is in the picture."""
    drawn = plan(argument_map)
    explained = meanings(argument_map)

    kinds = {edge.kind for edge in drawn.edges}
    assert len(set(explained)) == len(explained)
    assert ("supports" in explained) == (SUPPORT in kinds)
    assert ("undercuts a step" in explained) == (UNDERCUT in kinds)
    assert ("unstated" in explained) == any(box.is_implicit for box in drawn.boxes)
    assert ("main conclusion" in explained) == any(box.is_thesis for box in drawn.boxes)


@given(argument_maps(), st.floats(0, 1000))
def test_rows_fit_the_picture(argument_map: ArgumentMap, width: float) -> None:
    """A row is no wider than the picture unless it holds a single sample."""
    signs = legend(plan(argument_map), width)

    for row in signs.rows:
        taken = sum(sample.width + 12 for sample in row)
        assert taken <= max(width, row[0].width + 12) + 0.1
        assert taken <= signs.size[0] + 0.1


def test_it_is_drawn_below_the_picture() -> None:
    """It starts at the height that it is given."""
    signs = legend(plan(ArgumentMap.of(a, b, Counterpoint([a], target=b))), 300)

    drawn = "".join(signs.drawn(500, LIGHT))

    assert drawn.startswith('<g class="legend">')
    assert '<text x="46" y="514.1" class="quiet"' in drawn
