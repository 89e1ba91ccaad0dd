"""Matching of the parts of two maps: by id, words and place, in whatever order."""

from random import Random

import attrs
from hypothesis import given, strategies as st

from argmap import ArgumentMap, Claim, Counterpoint, Inference, Question, Section
from argmap.changes import matches
from argmap.changes.matching import renamed_ids
from argmap.model.pieces import by_field
from tests.steps import calls
from tests.strategies import argument_maps

RENTS = Claim("rents", "Rents rose.", title="Rents")
WAGES = Claim("wages", "Wages fell.")


@given(argument_maps(), argument_maps(), st.randoms())
def test_the_order_of_parts_does_not_matter(
    old: ArgumentMap, new: ArgumentMap, random: Random
) -> None:
    """Maps with the same parts in another order have the same matches."""

    def shuffled(argument_map: ArgumentMap) -> ArgumentMap:
        pieces = [*argument_map.pieces]
        random.shuffle(pieces)
        return attrs.evolve(argument_map, **by_field(pieces))

    assert matches(shuffled(old), shuffled(new)) == matches(old, new)


@given(argument_maps(), argument_maps())
def test_matches_are_one_to_one_and_of_one_class(
    old: ArgumentMap, new: ArgumentMap
) -> None:
    """No part is matched twice, none with a part of another class or that is not."""
    found = matches(old, new)

    assert len({*found.values()}) == len(found)
    for one, other in found.items():
        assert type(old.part(one)) is type(new.part(other))


@given(argument_maps())
def test_every_part_matches_itself(argument_map: ArgumentMap) -> None:
    """In two equal maps each part matches the one with its id."""
    ids = [each.id for each in argument_map.parts]

    assert matches(argument_map, argument_map) == dict(zip(ids, ids, strict=True))


def test_counted_ids_move_on() -> None:
    """A claim put in before others with counted ids does not make them new."""
    texts = "Rents rose.", "Wages fell.", "Prices doubled."
    old = ArgumentMap([Claim(f"c{at}", text) for at, text in enumerate(texts)])
    new = ArgumentMap(
        [Claim(f"c{at}", text) for at, text in enumerate(("Something else.", *texts))]
    )

    assert matches(old, new) == {"c0": "c1", "c1": "c2", "c2": "c3"}


def test_typography_is_no_other_wording() -> None:
    """Quotation marks and dashes of another kind do not make another text."""
    old = ArgumentMap([Claim("a", 'He said "no" - twice.')])
    new = ArgumentMap([Claim("b", "He said “no” – twice.")])

    assert matches(old, new, similar=100) == {"a": "b"}


def test_the_most_similar_text_is_taken() -> None:
    """Of several texts that are similar the most similar one is the same claim."""
    old = ArgumentMap([Claim("a", "Rents in the city rose by a third last year.")])
    new = ArgumentMap(
        [
            Claim("b", "Rents in the city rose by a third of what they were in 2010."),
            Claim("c", "Rents in the town rose by a third last year."),
        ]
    )

    assert matches(old, new) == {"a": "c"}
    assert matches(old, new, similar=99) == {}


def test_what_has_the_same_neighbours_is_the_same() -> None:
    """A claim in quite other words is the same where it stands in the same place."""

    def with_reason(claim: Claim, *others: Claim) -> ArgumentMap:
        top = Claim("top", "The city should cap rents.")
        steps = [Inference([each], conclusion=top) for each in (claim, *others)]
        return ArgumentMap([top, claim, *others], steps)

    old = with_reason(Claim("a", "Tenants are poor."))
    one = with_reason(Claim("b", "Who rents can hardly pay."))
    two = with_reason(Claim("b", "Who rents can hardly pay."), Claim("c", "So it is."))

    assert matches(old, one) == {"top": "top", "a": "b", "a-so-top": "b-so-top"}
    assert matches(old, two) == {"top": "top"}


def test_a_step_with_another_premise_is_the_same_step() -> None:
    """Steps to the same end that share half of their premises are one."""
    claims = [Claim("a", "Rents rose."), Claim("b", "It rained."), Claim("c", "So.")]
    old = ArgumentMap(claims, [Inference(["a"], conclusion="c")])
    new = ArgumentMap(claims, [Inference(["a", "b"], conclusion="c")])

    assert matches(old, new)["a-so-c"] == "a-and-b-so-c"


def test_a_reply_is_found_below_what_it_replies_to() -> None:
    """Steps against steps are matched with these, whatever their ids."""
    claims = [Claim("a", "Rents rose."), Claim("b", "It rained.")]

    def named(prefix: str) -> ArgumentMap:
        return ArgumentMap.of(
            *claims,
            Counterpoint(["a"], target="b", id=f"{prefix}-one"),
            Counterpoint(["b"], target=f"{prefix}-one", id=f"{prefix}-two"),
            Counterpoint(["a"], target=f"{prefix}-two", id=f"{prefix}-three"),
            Question("open", answers=["a"]),
        )

    found = matches(named("x"), named("y"))
    assert found == {
        "a": "a",
        "b": "b",
        "open": "open",
        "x-one": "y-one",
        "x-two": "y-two",
        "x-three": "y-three",
    }


def debate(count: int, edition: str) -> ArgumentMap:
    """Return claims in a chain whose ids and words all differ a little by edition."""
    claims = [
        Claim(
            f"{edition}{at}", f"In the year {at} the {edition} rents of {at % 97} rose."
        )
        for at in range(count)
    ]
    steps = [
        Inference([claims[at + 1]], conclusion=claims[at // 2])
        for at in range(count - 1)
    ]
    return ArgumentMap(claims, steps)


def test_matching_is_nearly_linear() -> None:
    """Ten times as many parts, all with other ids and words, take no 14 times more."""

    def work(count: int) -> int:
        old, new = debate(count, "old"), debate(count, "new")
        assert len(matches(old, new)) == 2 * count - 1
        return calls(lambda: matches(old, new))

    assert work(1000) < 14 * work(100)


@given(st.permutations(range(4)), st.permutations(range(4)))
def test_among_equals_ids_decide(one: list[int], other: list[int]) -> None:
    """Claims with the same words are paired in the order of their ids."""
    old = ArgumentMap([Claim(f"a{each}", "Rents rose.") for each in one])
    new = ArgumentMap([Claim(f"b{each}", "Rents rose.") for each in other])

    assert matches(old, new) == {f"a{each}": f"b{each}" for each in range(4)}


def test_what_is_the_same_but_for_its_id_was_renamed() -> None:
    """A claim that has nothing but its id is another one with another id."""
    before = ArgumentMap([RENTS, WAGES, Claim("c")], sections=[Section("s", "Head")])
    after = ArgumentMap(
        [
            attrs.evolve(RENTS, id="x"),
            attrs.evolve(WAGES, id="y", title="Y"),
            Claim("d"),
        ],
        sections=[Section("t", "Head")],
    )
    assert renamed_ids(before, after) == {"rents": "x", "wages": "y", "s": "t"}
    other = ArgumentMap([Claim("x", "Homes are few.")])
    assert renamed_ids(ArgumentMap([RENTS]), other) == {}
