"""Parts of a map that are maps."""

from itertools import pairwise

import pytest
from hypothesis import given, strategies as st

from argmap import (
    Argument,
    ArgumentMap,
    Claim,
    Contradiction,
    Counterpoint,
    Inference,
    Question,
    Section,
)
from argmap.errors import UnknownPartError
from argmap.model.selection import around, within
from tests.strategies import argument_maps


def _ids(argument_map: ArgumentMap) -> set[str]:
    return {each.id for each in argument_map.parts}


def _map() -> ArgumentMap:
    """Return a chain a ⇒ b ⇒ c ⇒ d, an undercut of b ⇒ c, a reply to it."""
    return ArgumentMap(
        [Claim(each) for each in "abcdkrx"],
        [Inference([one], other, id=one + other) for one, other in pairwise("abcd")],
        counterpoints=[
            Counterpoint(["k"], "bc", id="undercut"),
            Counterpoint(["r"], "undercut", id="reply"),
        ],
        contradictions=[Contradiction(["d", "x"], id="dx")],
        sections=[
            Section("chain", "The chain", members=["a", "b"]),
            Section("replies", members=["r"], parent="chain"),
            Section("rest", members=["d", "x"]),
            Section("steps", members=["cd"]),
        ],
    )


@given(argument_maps(), st.data(), st.integers(0, 4))
def test_around(argument_map: ArgumentMap, data: st.DataObject, depth: int) -> None:
    """What is round a part is in the map, grows with the depth, and has the part."""
    if not (ids := sorted(_ids(argument_map))):
        return
    centre = data.draw(st.sampled_from(ids))

    near, far = (around(argument_map, centre, each) for each in (depth, depth + 1))

    assert _ids(near) <= _ids(far) <= _ids(argument_map)
    assert centre in _ids(near)
    assert around(far, centre, depth) == near or argument_map.arguments


@given(argument_maps())
def test_around_reaches_all_that_is_joined(argument_map: ArgumentMap) -> None:
    """However deep, nothing that a step joins to what is reached is left out."""
    propositions = {each.id for each in argument_map.propositions}
    for centre in propositions:
        reached = _ids(around(argument_map, centre, 10**9))
        for step in argument_map.steps:
            named = {step.end, *(each.claim for each in step.premises)} & propositions
            assert named.isdisjoint(reached) or step.id in reached


@pytest.mark.parametrize(
    ("centre", "depth", "claims"),
    [
        ("a", 0, "a"),
        ("a", 1, "ab"),
        ("a", 2, "abckr"),
        ("b", 1, "abckr"),
        ("k", 1, "bckr"),
        ("x", 1, "dx"),
        ("bc", 0, "bc"),
        ("reply", 0, "bckr"),
        ("dx", 0, "dx"),
        ("chain", 0, "abr"),
        ("steps", 0, "cd"),
    ],
)
def test_moves(centre: str, depth: int, claims: str) -> None:
    """A move goes along a step, its replies and what it strikes, or a contradiction."""
    found = around(_map(), centre, depth)

    assert "".join(sorted(each.id for each in found.claims)) == claims


def test_argument_with_its_steps() -> None:
    """An argument's steps are a move away; it comes along where they all are."""
    argument_map = ArgumentMap(
        [Claim(each) for each in "abc"],
        [Inference(["a"], "b", id="ab"), Inference(["b"], "c", id="bc")],
        arguments=[Argument("x", steps=["ab", "bc"])],
    )

    assert around(argument_map, "x", 0).arguments == (Argument("x"),)
    assert around(argument_map, "x", 1) == argument_map
    assert around(argument_map, "b", 1) == argument_map
    assert around(argument_map, "a", 1).arguments == ()


@pytest.mark.parametrize(
    ("section", "claims", "steps"),
    [
        ("chain", "abckr", "ab bc undercut reply"),
        ("replies", "bckr", "bc undercut reply"),
        ("rest", "cdx", "cd"),
        ("steps", "cd", "cd"),
    ],
)
def test_within(section: str, claims: str, steps: str) -> None:
    """A section comes with what its steps join, without the steps of others."""
    found = within(_map(), section)

    assert "".join(sorted(each.id for each in found.claims)) == claims
    assert [each.id for each in found.steps] == steps.split()
    assert found.title == _map().section(section).title


def test_within_keeps_inner_sections() -> None:
    """Of the sections the chosen one and those inside it remain."""
    assert [each.id for each in within(_map(), "chain").sections] == [
        "chain",
        "replies",
    ]
    assert [each.id for each in within(_map(), "replies").sections] == ["replies"]
    assert within(_map(), "rest").contradictions == _map().contradictions


@given(argument_maps())
def test_within_any_map(argument_map: ArgumentMap) -> None:
    """All members of a section are in it; everything in it is in the map."""
    for section in argument_map.sections:
        found = within(argument_map, section)

        assert {section.id, *section.members} <= _ids(found) <= _ids(argument_map)
        assert found.section(section.id).members == section.members
        assert found.title == section.title


def test_refused() -> None:
    """A negative depth and what is not there are errors."""
    with pytest.raises(ValueError, match="depth must not be negative, not -1"):
        around(_map(), "a", -1)
    with pytest.raises(UnknownPartError):
        around(_map(), "nowhere")
    with pytest.raises(UnknownPartError, match="'a' is not a section, it is a claim"):
        within(_map(), "a")


@pytest.mark.parametrize("size", [5_000, pytest.param(10**5, marks=pytest.mark.long)])
def test_long_chains(size: int) -> None:
    """Far ends of long chains are reached, in time linear in them."""
    claims = [Claim(f"c{at}") for at in range(size)]
    replies = [Counterpoint([claims[0]], "c0", id="k0")]
    replies += [
        Counterpoint([claims[at]], f"k{at - 1}", id=f"k{at}") for at in range(1, size)
    ]
    chain = ArgumentMap(claims, [Inference([a], b) for a, b in pairwise(claims)])
    tower = ArgumentMap(
        claims,
        counterpoints=replies,
        sections=[
            Section("s0"),
            *(
                Section(f"s{at}", members=[f"c{at}"], parent=f"s{at - 1}")
                for at in range(1, size)
            ),
        ],
    )

    assert around(chain, "c0", size) == chain
    assert len(around(tower, "c1", 1).claims) == size
    assert len(within(tower, "s0").counterpoints) == size


def test_a_question_comes_with_all_its_answers() -> None:
    """A question of which an answer is left out would be another question."""
    argument_map = ArgumentMap.of(*map(Claim, "abc"), Question("q", answers=["a", "b"]))

    assert not argument_map.restricted_to(["a", "c"]).questions
    assert argument_map.restricted_to(["a", "b"]).questions == argument_map.questions
    assert argument_map.without("a").questions[0].answers == ("b",)
    assert not around(argument_map, "c").questions
