"""Connections: what arguments put forward, all that leads to a part, and paths."""

from collections import Counter
from itertools import islice, pairwise

import pytest
from hypothesis import given

from argmap import Argument, ArgumentMap, Claim, Contradiction, Counterpoint, Inference
from argmap.errors import UnknownPartError
from argmap.model import Part
from tests.strategies import argument_maps


def _moves(argument_map: ArgumentMap) -> set[tuple[str, str]]:
    found = set()
    for step in argument_map.steps:
        for premise in step.premises:
            found.add((argument_map.as_premise(premise.claim).id, step.id))
        found.add((step.id, argument_map.as_end(step.end).id))
    return found


def _ids(parts: tuple[Part, ...]) -> list[str]:
    return [each.id for each in parts]


@given(argument_maps())
def test_arguments_at_work(argument_map: ArgumentMap) -> None:
    """Only reconstructed arguments are something else as a premise, or as an end."""
    for part in argument_map.parts:
        premise, end = argument_map.as_premise(part), argument_map.as_end(part)
        if not isinstance(part, Argument) or not part.steps:
            assert premise is end is part
            continue
        last = argument_map.inference(part.steps[-1])
        assert end is last
        conclusion = argument_map.part(last.conclusion)
        if argument_map.counts_as_claim(conclusion):
            assert premise is conclusion
        elif isinstance(conclusion, Argument):
            assert premise == argument_map.as_premise(conclusion) or isinstance(
                premise, Inference
            )
        else:
            assert premise is last


def test_arguments_in_a_circle() -> None:
    """Arguments that conclude to each other put their own steps forward."""
    steps = [Inference(["a"], "two", id="s1"), Inference(["a"], "one", id="s2")]
    steps.append(Inference(["a"], "one", id="s3"))
    arguments = [Argument("one", steps=["s1"]), Argument("two", steps=["s2"])]
    arguments.append(Argument("outside", steps=["s3"]))

    argument_map = ArgumentMap([Claim("a")], steps, arguments=arguments)

    assert [argument_map.as_premise(each).id for each in arguments] == [
        "s1",
        "s2",
        "s1",
    ]


def test_a_chain_of_arguments_puts_one_claim_forward() -> None:
    """However many arguments conclude to each other, the last one's claim counts."""
    count = 5_000
    steps = [
        Inference(["a"], f"n{at + 1}" if at + 1 < count else "a", id=f"s{at}")
        for at in range(count)
    ]
    arguments = [Argument(f"n{at}", steps=[f"s{at}"]) for at in range(count)]
    argument_map = ArgumentMap([Claim("a")], steps, arguments=arguments)

    assert {argument_map.as_premise(each).id for each in arguments} == {"a"}


@given(argument_maps())
def test_ancestors_and_descendants(argument_map: ArgumentMap) -> None:
    """They are what moves lead to and from, without the part, each once."""
    moves = _moves(argument_map)
    for part in argument_map.parts:
        start, end = argument_map.as_premise(part).id, argument_map.as_end(part).id
        below, above = {end}, {start}
        for _ in moves:
            below |= {one for one, other in moves if other in below}
            above |= {other for one, other in moves if one in above}

        ancestors = _ids(argument_map.ancestors(part))
        descendants = _ids(argument_map.descendants(part))

        assert set(ancestors) == below - {end}
        assert set(descendants) == above - {start}
        assert len(ancestors) == len(set(ancestors))
        assert len(descendants) == len(set(descendants))


@given(argument_maps())
def test_paths(argument_map: ArgumentMap) -> None:
    """They go from move to move, visit nothing twice, and are all there are."""
    moves = _moves(argument_map)
    parts = list(argument_map.parts)[:6]
    for start in parts:
        for end in parts:
            first, last = argument_map.as_premise(start).id, argument_map.as_end(end).id
            found = list(islice(argument_map.paths(start, end), 500))

            assert max(Counter(found).values(), default=1) == 1
            for path in found:
                assert path[0] == first
                assert path[-1] == last
                assert set(pairwise(path)) <= moves
                assert len(set(path)) == len(path)
            is_reached = any(each.id == first for each in argument_map.ancestors(last))
            assert bool(found) == (is_reached or first == last)
            if len(found) < 500:
                assert set(found) == set(_searched(first, last, moves))


def _searched(
    first: str, last: str, moves: set[tuple[str, str]]
) -> list[tuple[str, ...]]:
    """Return all paths by trying every one."""
    found: list[tuple[str, ...]] = []
    waiting: list[tuple[str, ...]] = [(first,)]
    while waiting:
        path = waiting.pop()
        if path[-1] == last:
            found.append(path)
            continue
        waiting += [
            (*path, other)
            for one, other in moves
            if one == path[-1] and other not in path
        ]
    return found


def _ladder(size: int, *, is_both_ways: bool = False) -> ArgumentMap:
    """Return claims in a row, each with two reasons from the one before."""
    claims = [Claim(f"c{at}") for at in range(size)]
    steps = [
        Inference([one], other, id=f"{one.id}-{way}-{other.id}")
        for one, other in pairwise(claims)
        for way in ("left", "right")
    ]
    if is_both_ways:
        steps += [Inference([one], other) for other, one in pairwise(claims)]
    return ArgumentMap(claims, steps)


def test_paths_come_one_by_one() -> None:
    """Of more paths than anybody can count the first are there, circles or not."""
    for is_both_ways in (False, True):
        argument_map = _ladder(1_000, is_both_ways=is_both_ways)

        paths = list(islice(argument_map.paths("c0", "c999"), 3))

        assert [len(each) for each in paths] == [1_999] * 3
    assert len(list(_ladder(8).paths("c0", "c7"))) == 2**7


def test_dead_ends_are_left_alone() -> None:
    """A tangle off the way costs a search once, not one for each way through it."""
    knot = [f"k{at}" for at in range(30)]
    steps = [
        Inference([one], other, id=f"{one}-{other}")
        for one in ["a", *knot]
        for other in knot
        if one != other
    ]
    steps += [Inference(["a"], "end"), Inference(knot[:1], "a", id="back")]
    claims = [Claim(each) for each in ["a", "end", *knot]]

    argument_map = ArgumentMap(claims, steps)

    assert list(argument_map.paths("a", "end")) == [("a", "a-so-end", "end")]


def test_premises_of() -> None:
    """A step has its own premises, each once; a claim those of all its reasons."""
    argument_map = ArgumentMap.of(
        *map(Claim, "abcd"),
        Argument("sketch"),
        Inference(["b", "a", "b"], "d", id="first"),
        Inference(["a", "sketch"], "d", id="second"),
        Counterpoint(["c"], "first", id="doubt"),
        Contradiction(["a", "b"], id="both"),
    )

    assert _ids(argument_map.premises_of("first")) == ["b", "a"]
    assert _ids(argument_map.premises_of("doubt")) == ["c"]
    assert _ids(argument_map.premises_of("d")) == ["b", "a", "sketch"]
    assert _ids(argument_map.premises_of("both")) == []


def test_what_is_not_there() -> None:
    """Ids that no part has are errors that say what may have been meant."""
    argument_map = ArgumentMap([Claim("rents")])
    for ask in (
        argument_map.ancestors,
        argument_map.descendants,
        argument_map.premises_of,
        argument_map.counts_as_claim,
        argument_map.as_end,
        argument_map.as_premise,
        lambda part: argument_map.paths(part, "rents"),
        lambda part: argument_map.paths("rents", part),
    ):
        with pytest.raises(UnknownPartError, match="did you mean 'rents'"):
            ask("rent")
