"""Agreement of annotators: which claims are the same, and kappa."""

from itertools import permutations
from math import isclose
from random import Random

import pytest
from hypothesis import given, strategies as st

from argmap import (
    ArgumentMap,
    Claim,
    Contradiction,
    Counterpoint,
    Inference,
    Quotation,
    Source,
)
from argmap.corpus import Agreement, agreement
from argmap.corpus.agreement import _kappa, _related, same_claims
from argmap.model import Locator
from tests.strategies import argument_maps

SOURCE = Source("s")


def quoting(name: str, start: int, end: int) -> Claim:
    """Return a claim without words that quotes a place of a source."""
    quotation = Quotation("x", source="s", locator=Locator(start, end))
    return Claim(name, quotations=[quotation])


@given(argument_maps())
def test_who_agrees_with_oneself(argument_map: ArgumentMap) -> None:
    """A map has all claims in common with itself, and kappa is 1 if it is anything."""
    found = agreement(argument_map, argument_map)

    assert found.paired == len([*argument_map.propositions])
    assert found.unpaired == (0, 0)
    assert found.kappa in {1, None}
    assert {*found.kappas.values()} <= {1, None}
    assert all(one == other for one, other in found.table)


@given(argument_maps(), argument_maps())
def test_it_is_the_same_from_either_side(one: ArgumentMap, other: ArgumentMap) -> None:
    """Kappa does not depend on who is the first, where the claims are the same."""
    same = same_claims(one, other)
    forth, back = agreement(one, other), agreement(other, one)

    assert len({*same.values()}) == len(same) == forth.paired == back.paired
    assert forth.unpaired == back.unpaired[::-1]
    if {b: a for a, b in same.items()} == same_claims(other, one):
        assert forth.table == {(b, a): n for (a, b), n in back.table.items()}


@given(st.integers(2, 6), st.randoms(use_true_random=False))
def test_kappa_is_that_of_all_pairs(number: int, chance: Random) -> None:
    """The table has every ordered pair once, those without a relation, too."""
    claims = [Claim(f"c{i}", f"Claim {i}.") for i in range(number)]

    def annotated() -> ArgumentMap:
        ends = list(permutations(range(number), 2))
        chosen = chance.sample(ends, chance.randint(0, len(ends)))
        kinds = [chance.choice([Inference, Counterpoint]) for _ in chosen]
        steps = [
            kind([f"c{a}"], f"c{b}") for kind, (a, b) in zip(kinds, chosen, strict=True)
        ]
        return ArgumentMap.of(*claims, *steps)

    one, other = annotated(), annotated()
    names = {each.id: each.id for each in claims}
    ours, theirs = _related(one, names), _related(other, names)
    said = [(ours[p], theirs[p]) for p in permutations(names, 2)]
    agreed = sum(a == b for a, b in said) / len(said)
    chances = sum(
        [a for a, _ in said].count(each) * [b for _, b in said].count(each)
        for each in {*ours.values()}
    ) / (len(said) ** 2)

    found = agreement(one, other)
    assert sum(found.table.values()) == len(said)
    if found.kappa is None:
        assert isclose(chances, 1)
    else:
        assert isclose(found.kappa, (agreed - chances) / (1 - chances), abs_tol=1e-9)


def test_kappa_of_the_literature() -> None:
    """The well-known example of fifty grants, of which two readers accept 35."""
    table = {(True, True): 20, (True, False): 5, (False, True): 10, (False, False): 15}

    assert _kappa(table) == pytest.approx(0.4)
    assert _kappa({(True, True): 9}) is None
    assert _kappa({}) is None


def test_words_come_before_a_counted_id() -> None:
    """Annotators who number their claims agree by what these say."""
    one = ArgumentMap([Claim("1", "Rents rose."), Claim("2", "Wages fell.")])
    other = ArgumentMap(
        [Claim("1", "Prices  rose."), Claim("2", "rents rose."), Claim("3", "Bo left.")]
    )

    assert same_claims(one, other) == {"1": "2"}
    named = ArgumentMap([Claim("1", "Rents went up.")])
    assert same_claims(one, named) == {"1": "1"}


def test_places_come_before_words() -> None:
    """Claims that quote nearly the same place are the same, and the nearest first."""
    one = ArgumentMap([quoting("a", 0, 10), quoting("b", 20, 30)], sources=[SOURCE])
    other = ArgumentMap(
        [quoting("x", 6, 16), quoting("y", 1, 10), quoting("a", 19, 30)],
        sources=[SOURCE],
    )

    assert same_claims(one, other) == {"a": "y", "b": "a"}


def test_relations_to_steps_and_of_both_sides() -> None:
    """An undercut is one to a step; a contradiction has no direction."""
    claims = [Claim(each, f"{each}.") for each in "abc"]
    step = Inference(["a"], "b", id="step")
    one = ArgumentMap.of(*claims, step, Counterpoint(["c"], "step", id="u"))
    other = ArgumentMap.of(*claims, step, Contradiction(["c", "b"], id="k"))

    found = agreement(one, other)

    assert found.kappas == {
        "contradiction": 0.0,
        "counterpoint to a step": 0.0,
        "inference": 1.0,
    }
    assert found.kappa == pytest.approx((6 * 4 - 13) / (36 - 13))


@given(st.lists(st.tuples(argument_maps(), argument_maps()), max_size=3))
def test_several_maps_have_one_table(
    both: list[tuple[ArgumentMap, ArgumentMap]],
) -> None:
    """All pairs of all maps are counted, and none across maps."""
    each = [agreement(*maps) for maps in both]

    total = Agreement.total(each)

    assert sum(total.table.values()) == sum(
        found.paired * (found.paired - 1) for found in each
    )
    assert total.paired == sum(found.paired for found in each)
