"""The map: put together from pieces, and maps made from maps."""

import copy
import pickle
import threading
from collections.abc import Callable
from itertools import pairwise
from random import Random

import attrs
import pytest
from hypothesis import given, strategies as st

from argmap import (
    Argument,
    ArgumentMap,
    Claim,
    Counterpoint,
    Inference,
    Section,
    Source,
)
from argmap.errors import InvalidMapError, UnknownPartError
from argmap.model import Link, Piece, Question
from argmap.model.references import named
from tests.strategies import argument_maps

A, B = Claim("a", "A."), Claim("b", "B.")


@given(argument_maps())
def test_values(argument_map: ArgumentMap) -> None:
    """A map equals its copies and its pickle, and hashes as they do."""
    list(map(argument_map.uses_of, (each.id for each in argument_map.parts)))

    for other in (
        copy.copy(argument_map),
        copy.deepcopy(argument_map),
        pickle.loads(pickle.dumps(argument_map)),  # noqa: S301 - our own pickle
        attrs.evolve(argument_map),
    ):
        assert other == argument_map
        assert hash(other) == hash(argument_map)
        assert list(other.parts) == list(argument_map.parts)
        assert [other.find_part(part.id) for part in argument_map.parts] == list(
            argument_map.parts
        )


@given(argument_maps(), st.randoms())
def test_of(argument_map: ArgumentMap, random: Random) -> None:
    """A map is the same from its pieces, kinds in any order."""
    pieces: list[tuple[Piece, ...]] = [
        argument_map.sections,
        argument_map.sources,
        argument_map.arguments,
        argument_map.contradictions,
        argument_map.questions,
        argument_map.rephrases,
        argument_map.preferences,
        argument_map.counterpoints,
        argument_map.inferences,
        argument_map.claims,
    ]
    random.shuffle(pieces)

    again = ArgumentMap.of(
        *(piece for kind in pieces for piece in kind),
        title=argument_map.title,
        author=argument_map.author,
        thesis=argument_map.thesis,
        data=argument_map.data,
    )

    assert again == argument_map


@given(argument_maps(), st.data())
def test_without(argument_map: ArgumentMap, data: st.DataObject) -> None:
    """Nothing names what was left out, and only what named it went with it."""
    ids = [part.id for part in argument_map.parts]
    gone = data.draw(st.lists(st.sampled_from(ids), unique=True)) if ids else []

    rest = argument_map.without(*gone)

    left = {part.id for part in rest.parts}
    assert left.isdisjoint(gone)
    for part in rest.parts:
        assert set(named(part)) <= left
        assert argument_map.part(part.id) == part or isinstance(
            part, Argument | Question | Section
        )
    for part in argument_map.parts:
        if part.id not in left and part.id not in gone:
            assert isinstance(part, Link)
            assert not isinstance(part, Question)
            assert not set(named(part)) <= left
    assert rest.without() == rest
    assert rest.sources == argument_map.sources


@given(argument_maps(), argument_maps())
def test_union(one: ArgumentMap, other: ArgumentMap) -> None:
    """`m | m` is `m`, the empty map changes nothing, and unions keep all parts."""
    assert one | one == one
    assert one | ArgumentMap() == one
    assert ArgumentMap() | one == one
    try:
        both = one | other
    except InvalidMapError:
        return
    assert set(both.parts) == {*one.parts, *other.parts}
    assert (both | one) == (both | other) == both


def test_union_with_something_else() -> None:
    """A map is joined with a map only."""
    with pytest.raises(TypeError):
        ArgumentMap() | 3  # type: ignore[operator]


def test_union_of_rivals() -> None:
    """Two different pieces with one id make no map."""
    with pytest.raises(InvalidMapError, match="two claims have the id 'a'"):
        ArgumentMap([A]) | ArgumentMap([Claim("a", "Other.")])


@given(argument_maps())
def test_with_parts(argument_map: ArgumentMap) -> None:
    """A piece takes the place of the one with its id; its own change nothing."""
    assert argument_map.with_parts(*argument_map.parts) == argument_map
    assert argument_map.with_parts(*argument_map.sources) == argument_map
    for at, claim in enumerate(argument_map.claims):
        renamed = attrs.evolve(claim, text="Renamed.")

        changed = argument_map.with_parts(renamed)

        assert changed.claims[at] == renamed
        assert changed.without(claim.id) == argument_map.without(claim.id)


def test_with_parts_adds() -> None:
    """A new piece comes behind the others of its kind; its sources may have its id."""
    added = ArgumentMap([A]).with_parts(Inference([A], B), B, Source("a"))

    assert added.claims == (A, B)
    assert added == ArgumentMap([A, B], [Inference([A], B)], sources=[Source("a")])
    with pytest.raises(InvalidMapError):
        ArgumentMap([A]).with_parts(Inference([A], B))
    with pytest.raises(ValueError, match="a map is made of parts and sources, not 'a'"):
        ArgumentMap([A]).with_parts("a")  # type: ignore[arg-type]


@given(argument_maps(), st.data())
def test_restricted_to(argument_map: ArgumentMap, data: st.DataObject) -> None:
    """Of claims and sketches only the named stay; steps if all they join does."""
    ids = [each.id for each in argument_map.propositions]
    kept = data.draw(st.sets(st.sampled_from(ids))) if ids else set()

    part = argument_map.restricted_to(kept)

    assert {each.id for each in part.claims} == {
        each.id for each in argument_map.claims if each.id in kept
    }
    for argument in argument_map.arguments:
        found = part.find_part(argument.id)
        assert found if argument.id in kept else found in (None, argument)
        assert argument.steps or bool(found) == (argument.id in kept)
    left = {each.id for each in part.parts}
    for step in argument_map.steps:
        assert (step.id in left) == (set(named(step)) <= left)


@given(argument_maps())
def test_rename(argument_map: ArgumentMap) -> None:
    """All that named the part names it still, and the old name gives the map back."""
    for part in argument_map.parts:
        renamed = argument_map.rename(part, "new-id")

        assert part.id not in renamed
        assert [each.id for each in renamed.parts] == [
            "new-id" if each.id == part.id else each.id for each in argument_map.parts
        ]
        assert renamed.rename("new-id", part.id) == argument_map
        assert argument_map.rename(part.id, part.id) == argument_map


def test_rename_refuses() -> None:
    """A new id has to be one, and free; the part has to be there."""
    argument_map = ArgumentMap([A, B], sources=[Source("gazette")])

    with pytest.raises(ValueError, match="'b' is the id of a claim already"):
        argument_map.rename("a", "b")
    with pytest.raises(ValueError, match="id must look like 'rent-control', not 'a b'"):
        argument_map.rename("a", "a b")
    with pytest.raises(ValueError, match="id must look like"):
        ArgumentMap([Claim("x")]).rename("x", "two words")
    with pytest.raises(UnknownPartError, match="no part has the id 'gazette'"):
        argument_map.rename("gazette", "journal")
    assert "gazette" in argument_map.rename("a", "gazette")


def test_repr() -> None:
    """A map shows its title and counts, singular and plural, never its parts."""
    assert repr(ArgumentMap()) == "<ArgumentMap: empty>"
    assert repr(ArgumentMap([A, B], [Inference([A], B)], title="T")) == (
        "<ArgumentMap 'T': 2 claims, 1 inference>"
    )


def _in_a_small_stack(work: Callable[[], None]) -> None:
    """Run in a thread that could not hold a call for each part."""
    before = threading.stack_size(256 * 1024)
    try:
        thread = threading.Thread(target=work)
        thread.start()
        thread.join()
    finally:
        threading.stack_size(before)


@pytest.mark.parametrize("size", [10_000, pytest.param(10**5, marks=pytest.mark.long)])
def test_long_chains(size: int) -> None:
    """Many steps in a row, replies to replies, sections in sections do not recurse."""
    claims = [Claim(f"c{at}") for at in range(size)]
    chain = [Inference([a], b) for a, b in pairwise(claims)]
    replies = [Counterpoint([], "c0", id="k0")]
    replies += [Counterpoint([], f"k{at}", id=f"k{at + 1}") for at in range(size)]
    sections = [Section("s0")]
    sections += [Section(f"s{at + 1}", parent=f"s{at}") for at in range(size)]
    rest: list[ArgumentMap] = []

    def work() -> None:
        argument_map = ArgumentMap(
            claims, chain, counterpoints=replies, sections=sections
        )
        rest.append(argument_map.without("c0"))
        rest.append(argument_map | argument_map)
        rest.append(argument_map.restricted_to(["c1", "c2"]))

    _in_a_small_stack(work)

    without, union, restricted = rest
    assert len(without.inferences) == size - 2
    assert without.counterpoints == ()
    assert union.counterpoints == tuple(replies)
    assert restricted.inferences == (chain[1],)
