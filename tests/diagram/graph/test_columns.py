"""Laws of columns, and of where a deep map is cut."""

from hypothesis import given, strategies as st

from argmap import ArgumentMap, Claim, Counterpoint, Inference
from argmap.diagram.graph.columns import columns, deep_lines
from argmap.diagram.graph.sketch import far_lines, sketch
from argmap.diagram.planning import plan
from tests.diagram.shapes import chain, replies, tree
from tests.strategies import argument_maps


@given(argument_maps())
def test_every_node_has_a_column(argument_map: ArgumentMap) -> None:
    """What leads in circles has one, too."""
    drawn = sketch(plan(argument_map))

    assert columns(drawn).keys() == set(drawn.nodes)


@given(st.integers(1, 30), st.integers(2, 6))
def test_a_chain_is_cut_to_fit(length: int, most: int) -> None:
    """After the cuts no more columns are left than wanted, and no cut is needless."""
    drawn = plan(chain(length))

    cut = deep_lines(drawn, frozenset(), most)

    left = columns(sketch(drawn, cut)).values()
    assert max(left) < most
    assert bool(cut) == (length > most)


@given(argument_maps(), st.integers(2, 4))
def test_only_lines_that_are_there_are_cut(
    argument_map: ArgumentMap, most: int
) -> None:
    """What ends at references anyway is not cut again."""
    drawn = plan(argument_map)
    far = far_lines(drawn, drawn.homes)

    assert far.isdisjoint(deep_lines(drawn, far, most))


def test_a_shallow_map_is_left_alone() -> None:
    """Where the columns do, nothing is cut."""
    assert not deep_lines(plan(tree(4)), frozenset(), 9)


def test_what_strikes_a_step_stands_with_its_premises() -> None:
    """A junction takes no column of its own."""
    a, b, c = (Claim(each) for each in "abc")
    step = Inference([a], conclusion=b, id="step")
    drawn = sketch(plan(ArgumentMap.of(a, b, c, step, Counterpoint([c], target=step))))

    found = columns(drawn)

    assert (found["b"], found["step"], found["a"], found["c"]) == (0, 0, 1, 1)


def test_deep_replies_are_no_obstacle() -> None:
    """Junctions at junctions are followed without recursion."""
    drawn = sketch(plan(replies(5_000, in_circle=True)))

    assert len(columns(drawn)) == len(drawn.nodes)
