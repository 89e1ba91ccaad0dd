"""What has changed since another map is marked, and says what of it has."""

import pytest
from hypothesis import given

from argmap import (
    ArgumentMap,
    Claim,
    Contradiction,
    Inference,
    Preference,
    Rephrase,
    diff,
    draw,
)
from argmap.diagram.plan import Plan
from argmap.diagram.planning import plan
from argmap.diagram.style import CHANGES
from argmap.model import Piece
from tests.strategies import argument_maps

A, B, C = Claim("a", "A."), Claim("b", "B."), Claim("c", "C.")


def changed(old: ArgumentMap, new: ArgumentMap) -> Plan:
    """Return the plan of both maps in one."""
    whole, changes = diff(old, new).both(new)
    return plan(whole, changes=changes)


@given(argument_maps(max_claims=4), argument_maps(max_claims=4))
def test_what_has_changed_says_so_in_words(old: ArgumentMap, new: ArgumentMap) -> None:
    """A box has the label of its change, and so has what reads it out; no other has."""
    whole, changes = diff(old, new).both(new)
    shown = plan(whole, changes=changes)

    for box in shown.boxes:
        change = changes.get(box.part)
        assert box.change == (change.kind if change else "")
        if change:
            look = CHANGES[change.kind]
            said = f"{look.sign} {look.word}"
            assert box.texts[0].words.startswith(said)
            assert (box.texts[0].words == said) == (not change.fields)
            assert box.name.startswith(look.word.capitalize())
    assert plan(new, changes={}).key == plan(new).key


def test_a_link_that_comes_with_its_claim_has_no_mark() -> None:
    """A step from a new claim is new as that is; one between old claims says so."""
    old = ArgumentMap.of(Claim("a", "A."), Claim("b", "B."), Claim("d", "D."))
    new = old.with_parts(
        Claim("c", "Something else."),
        Inference(["c"], conclusion="b"),
        Inference(["a"], conclusion="b"),
        Contradiction(["a", "d"]),
        Rephrase("b", original="d"),
        Preference("a", over="d"),
    )
    whole, changes = diff(old, new).both(new)
    shown = plan(whole, changes=changes)

    assert [each.part for each in shown.junctions] == [
        "a-so-b",
        "a-or-d",
        "b-restates-d",
        "a-over-d",
    ]
    assert {each.texts[0].words for each in shown.junctions} == {"+ new"}
    assert shown.summary.endswith(" Marked: 5 new.")


@pytest.mark.parametrize(
    ("before", "after", "words"),
    [
        (Claim("a", "A."), Claim("a", "A.", title="T"), "~ changed, title"),
        (Claim("a", "A.", title="T"), Claim("a", "A."), "~ changed, title was “T”"),
        (
            Claim("a", "Rents rose."),
            Claim("a", "Rents fell."),
            "~ changed, text was “Rents rose.”",
        ),
        (Claim("a", "A."), Claim("a", "A.", tags=["t"]), "~ changed, tags"),
    ],
)
def test_a_box_says_what_it_was(before: Claim, after: Claim, words: str) -> None:
    """The mark of what has changed names the fields, and the words that were there."""
    (box,) = changed(ArgumentMap([before]), ArgumentMap([after])).boxes

    assert box.texts[0].words == words


def step(*premises: str, **fields: object) -> Piece:
    """Return a step to the claim C."""
    return Inference(premises, conclusion="c", id="s", **fields)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("before", "after", "words"),
    [
        (step("a", "b"), step("a"), "~ changed, no longer linked with “B.”"),
        (step("a"), step("a", "b"), "~ changed, now linked with “B.”"),
        (
            step("a"),
            step("b"),
            "~ changed, no longer with “A.”, now with “B.”",
        ),
        (step("a"), step("a", strict=True), "~ changed, strict"),
    ],
)
def test_a_step_says_what_it_was(before: Piece, after: Piece, words: str) -> None:
    """A step that is linked no more, or is so now, says with what."""
    drawn = changed(ArgumentMap.of(A, B, C, before), ArgumentMap.of(A, B, C, after))

    (junction,) = drawn.junctions
    assert junction.texts[0].words == words


def test_a_step_that_has_split_says_so() -> None:
    """Where one linked step has become two, one is changed and the other is new."""
    linked = Inference(["a", "b"], conclusion="c")
    apart = (Inference([each], conclusion="c") for each in "ab")
    drawn = changed(ArgumentMap.of(A, B, C, linked), ArgumentMap.of(A, B, C, *apart))

    assert sorted(each.texts[0].words for each in drawn.junctions) == [
        "+ new",
        "~ changed, no longer linked with “B.”",
    ]


def test_one_matching_is_enough() -> None:
    """A picture since a map is that since the difference from it."""
    old, new = ArgumentMap([A, B]), ArgumentMap([C, Claim("b", "B.", title="T")])

    assert draw(new, since=old).svg == draw(new, since=diff(old, new)).svg


def test_a_premise_that_is_not_drawn_is_named_by_its_id() -> None:
    """A part of the picture says what has changed in it."""
    old = ArgumentMap.of(A, B, C, step("a", "b"))
    shown = draw(ArgumentMap.of(A, B, C, step("a")), since=old, focus="c")

    (junction,) = shown.plan.junctions
    assert junction.texts[0].words == "~ changed, no longer linked with “b”"
