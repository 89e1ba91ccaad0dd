"""Maps held against each other, whatever their order."""

import attrs
from hypothesis import given

from argmap.formats import loads
from argmap.formats.argdown.editing.comparing import (
    differences,
    in_order_of,
    made_ids,
    settled,
    with_mentions,
)
from argmap.formats.argdown.writing.progress import section_ids
from argmap.model import ArgumentMap, Claim, Question, Section
from tests.strategies import argument_maps

A, B = Claim("a", "One.", title="A"), Claim("b", "Two.", title="B")


@given(argument_maps())
def test_the_order_of_parts_makes_no_difference(argument_map: ArgumentMap) -> None:
    """A map whose claims come the other way round differs in nothing."""
    turned = attrs.evolve(argument_map, claims=argument_map.claims[::-1])
    assert differences(in_order_of(turned, argument_map), argument_map) == {}
    assert in_order_of(turned, argument_map) == argument_map


def test_what_lists_parts_does_so_in_any_order() -> None:
    """Members of a section and answers to a question have the order of the text."""
    first = ArgumentMap(
        [A, B],
        questions=[Question("q", answers=["a", "b"])],
        sections=[Section("s", members=["a", "b"])],
    )
    second = ArgumentMap(
        [A, B],
        questions=[Question("q", answers=["b", "a"])],
        sections=[Section("s", members=["b", "a"])],
    )
    assert in_order_of(first, second) == second


def test_a_new_part_is_in_the_section_where_it_stands() -> None:
    """A part that was there is in no section unless the map says so."""
    before = ArgumentMap([A], sections=[Section("s")])
    wanted = before.with_parts(B)
    got = ArgumentMap([A, B], sections=[Section("s", members=["a", "b"])])
    assert section_ids(settled(wanted, got, before)) == {"b": "s"}
    assert [*differences(settled(wanted, got, before), got)] == ["s"]


def test_mentions_follow_titles() -> None:
    """Who mentions a part by its title mentions it by the new one."""
    before = ArgumentMap([A, Claim("c", "See @[A] and @<A>.")])
    wanted = before.with_parts(attrs.evolve(A, title="N"))
    assert with_mentions(wanted, before).claims[1].text == "See @[N] and @<A>."
    assert with_mentions(before, before) is before


def test_ids_made_of_what_signs_join_follow_it() -> None:
    """A sign that leads elsewhere has the id of that; an id of its own stays."""
    before = loads("[A]: a\n  - [B]: b\n\n[C]: c\n", "argdown")
    (against,) = before.counterpoints
    moved = before.with_parts(attrs.evolve(against, target="c"))
    assert made_ids(moved, before) == {"b-against-a": "b-against-c"}
    own = before.rename(against.id, "own")
    moved = own.with_parts(attrs.evolve(own.counterpoints[0], target="c"))
    assert made_ids(moved, own) == {}
