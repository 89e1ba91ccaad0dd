"""Laws of plans, however they come about."""

import attrs
from hypothesis import given

from argmap import ArgumentMap
from argmap.diagram import style
from argmap.diagram.plan import Plan
from argmap.diagram.planning import plan
from tests.diagram.shapes import chain, clique, nested, tree
from tests.strategies import argument_maps


@given(argument_maps())
def test_numbers_are_those_of_the_order(argument_map: ArgumentMap) -> None:
    """Boxes are numbered from 1 on, and each can be had by its part."""
    drawn = plan(argument_map)

    assert [*drawn.numbers.values()] == [*range(1, len(drawn.boxes) + 1)]
    assert all(drawn.boxes_by_part[part].part == part for part in drawn.numbers)


@given(argument_maps())
def test_what_a_junction_leads_to(argument_map: ArgumentMap) -> None:
    """Only boxes are after a part; what is after a box is that box."""
    drawn = plan(argument_map)

    for part in (*drawn.boxes_by_part, *drawn.at_junction):
        after = drawn.boxes_after(part)
        assert all(each in drawn.boxes_by_part for each in after)
        assert len({*after}) == len(after)
        assert part in drawn.at_junction or after == (part,)


@given(argument_maps(), argument_maps())
def test_the_key_tells_plans_apart(one: ArgumentMap, other: ArgumentMap) -> None:
    """Plans that show the same have one key, others have two."""
    drawn, second = plan(one), plan(other)

    def shown(each: Plan) -> tuple[object, ...]:
        return each.title, each.boxes, each.junctions, each.edges, each.groups

    assert (drawn.key == second.key) == (shown(drawn) == shown(second))
    assert drawn.key != attrs.evolve(drawn, title=f"{drawn.title}!").key


def test_only_very_many_lines_are_a_tangle() -> None:
    """By Euler's formula: no tree or chain, but forty claims each for all others."""
    assert not plan(tree(200)).is_a_tangle
    assert not plan(chain(200)).is_a_tangle
    assert plan(clique(40)).is_a_tangle


def test_sections_in_sections() -> None:
    """The home of a box is its outermost section, the inner home its own."""
    drawn = plan(nested(3))

    assert {*drawn.homes.values()} == {drawn.groups[0].part}
    assert {*drawn.inner_homes.values()} == {each.part for each in drawn.groups}


def test_strokes() -> None:
    """What decides a verdict is thick, what does not count is thin."""
    drawn = plan(chain(3))
    edge = drawn.edges[0]

    decided = attrs.evolve(drawn, decisive=frozenset({edge.part}))
    rejected = attrs.evolve(edge, is_rejected=True)
    strokes = drawn.stroke(rejected), drawn.stroke(edge), decided.stroke(edge)
    assert strokes == (style.THIN_STROKE, style.STROKE, style.THICK_STROKE)
