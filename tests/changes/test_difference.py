"""Differences of maps: nothing for the same map, and the way from one to another."""

import attrs
import pytest
from hypothesis import given, strategies as st

from argmap import (
    ArgumentMap,
    Claim,
    Counterpoint,
    Inference,
    Section,
    Source,
    diff,
)
from argmap.changes import ChangeKind, FieldChange
from argmap.errors import UnknownPartError
from argmap.model.pieces import by_field
from tests.strategies import argument_maps


@given(argument_maps())
def test_a_map_does_not_differ_from_itself(argument_map: ArgumentMap) -> None:
    """The difference of a map and itself, or of an equal one, is empty."""
    changes = diff(argument_map, attrs.evolve(argument_map))

    assert changes.is_empty
    assert not changes
    assert [*changes] == []


@given(argument_maps(), argument_maps())
def test_changes_lead_to_the_new_map(old: ArgumentMap, new: ArgumentMap) -> None:
    """Changes applied to the old map give the new one, with its order and its data."""
    changes = diff(old, new)

    assert changes.apply(old) == new
    assert bool(changes) is (old != new)


@st.composite
def _editions(draw: st.DrawFn) -> tuple[ArgumentMap, ArgumentMap]:
    """Draw a map and one that was made of it: parts gone, new, renamed and moved."""
    old, other = draw(argument_maps()), draw(argument_maps())
    new = old
    if [*old.parts]:
        gone = draw(st.lists(st.sampled_from([each.id for each in old.parts])))
        new = old.without(*gone)
    free = [each.id for each in other.parts if each.id not in new]
    names = draw(st.permutations(free))
    new = new.renamed(dict(zip((each.id for each in new.parts), names, strict=False)))
    return old, _shuffled(draw, new)


def _shuffled(draw: st.DrawFn, argument_map: ArgumentMap) -> ArgumentMap:
    pieces = draw(st.permutations([*argument_map.pieces]))
    return attrs.evolve(argument_map, **by_field(pieces))


@given(_editions())
def test_changes_lead_to_another_edition(
    editions: tuple[ArgumentMap, ArgumentMap],
) -> None:
    """The same holds where much of the new map is of the old one."""
    old, new = editions

    assert diff(old, new).apply(old) == new
    assert diff(new, old).apply(new) == old


ROSE, HIGH = Claim("rose", "Rents rose by a third."), Claim("high", "Rents are high.")
MAP = ArgumentMap([ROSE, HIGH], [Inference([ROSE], conclusion=HIGH)], thesis=HIGH)


def test_another_id_is_no_other_part() -> None:
    """A claim with a new id is renamed; the id of its step follows without a word."""
    changes = diff(MAP, MAP.rename("rose", "rents-rose"))

    (change,) = changes
    assert (change.kind, change.before, change.fields) == ("renamed", ROSE, ())
    assert change.part.id == "rents-rose"
    assert changes.ids == {
        "rose": "rents-rose",
        "rose-so-high": "rents-rose-so-high",
    }


def test_a_new_wording_is_a_change_of_the_text() -> None:
    """A claim with another id and a similar text is changed, from what to what."""
    text = "Rents rose by a quarter."
    new = MAP.rename("rose", "rents").with_parts(Claim("rents", text))

    (change,) = diff(MAP, new)
    assert change.kind == "changed"
    assert change.fields == (FieldChange("text", ROSE.text, text),)


def test_what_is_new_and_what_is_gone() -> None:
    """The new come in the order of the new map, what is gone behind them."""
    fell = Claim("fell", "The wages of teachers fell.")
    new = MAP.without("rose").with_parts(fell, Counterpoint([fell], target=HIGH))

    found = [(each.kind.value, each.part.id) for each in diff(MAP, new)]
    assert found == [
        ("added", "fell"),
        ("added", "fell-against-high"),
        ("removed", "rose"),
        ("removed", "rose-so-high"),
    ]


def test_an_id_that_another_part_takes_over_is_a_change() -> None:
    """A step whose premise is another claim with the id of the former is changed."""
    fell = Claim("fell", "The wages of teachers fell.")
    step = Inference(["rose"], conclusion="high", id="step")
    old = ArgumentMap([ROSE, HIGH, fell], [step])
    new = ArgumentMap([HIGH, attrs.evolve(fell, id="rose")], [step])

    changes = diff(old, new)
    assert [(each.kind.value, each.part.id) for each in changes] == [
        ("renamed", "rose"),
        ("changed", "step"),
        ("removed", "rose"),
    ]
    assert changes.apply(old) == new


def test_fields_of_the_map_are_compared() -> None:
    """Another thesis, title or data is a change of the map and of no part."""
    new = attrs.evolve(MAP, thesis="rose", title="Rents", data={"seen": 1})

    changes = diff(MAP, new)
    assert [*changes] == []
    assert [(each.name, each.before, each.after) for each in changes.fields] == [
        ("title", "", "Rents"),
        ("thesis", "high", "rose"),
        ("data", {}, {"seen": 1}),
    ]


def test_a_renamed_thesis_is_the_same_thesis() -> None:
    """Where the thesis has another id, the thesis of the map has not changed."""
    changes = diff(MAP, MAP.rename("high", "dear"))

    assert changes.fields == ()
    assert changes.apply(MAP).thesis == "dear"


def test_moved_parts_are_an_order_and_no_change() -> None:
    """Claims that have changed places are an order; the fields of none differ."""
    changes = diff(MAP, attrs.evolve(MAP, claims=[HIGH, ROSE]))

    assert [*changes] == []
    assert changes.order == {"claims": ("high", "rose")}
    assert repr(changes) == "<Diff: other>"


def test_sources_are_compared() -> None:
    """A source is a piece as any other; an id among sources is no id of a part."""
    old = attrs.evolve(MAP, sources=[Source("rose", "The Gazette")])
    new = attrs.evolve(MAP, sources=[Source("rose", "The Daily Gazette")])

    (change,) = diff(old, new)
    assert change.before == old.sources[0]
    assert change.fields == (FieldChange("title", "The Gazette", "The Daily Gazette"),)
    assert diff(old, new).apply(old) == new


def test_another_map_takes_the_same_changes() -> None:
    """Only the fields that have changed are set: what else its parts have stays."""
    new = MAP.with_parts(attrs.evolve(ROSE, speaker="Ada"))
    other = MAP.with_parts(attrs.evolve(ROSE, text="Rents went up."), Claim("more"))

    taken = diff(MAP, new).apply(other)
    assert taken.claim("rose") == attrs.evolve(
        ROSE, text="Rents went up.", speaker="Ada"
    )
    assert "more" in taken


def test_a_map_without_what_changed_is_refused() -> None:
    """Changes of a part that a map does not have cannot be applied to it."""
    changes = diff(MAP, MAP.with_parts(attrs.evolve(ROSE, speaker="Ada")))

    with pytest.raises(UnknownPartError, match="no 'rose' among its claims"):
        changes.apply(ArgumentMap([HIGH]))


def test_only_maps_can_be_compared() -> None:
    """A path instead of a map is refused with what reads it."""
    with pytest.raises(TypeError, match="reads one"):
        diff("old.argdown", MAP)  # type: ignore[arg-type] # that is the point


@given(_editions())
def test_both_maps_in_one(editions: tuple[ArgumentMap, ArgumentMap]) -> None:
    """All parts of the new map are in it, and what is gone but for sections."""
    old, new = editions
    changes = diff(old, new)
    whole, kinds = changes.both(new)

    assert all(each.id in whole for each in new.parts)
    gone = [
        each.before
        for each in changes.of_kind("removed")
        if not isinstance(each.before, Section | Source)
    ]
    assert len([*whole.parts]) == len([*new.parts]) + len(gone)
    found = [each.kind for each in kinds.values()]
    assert found.count(ChangeKind.REMOVED) == len(gone)
    assert all(each in whole for each in kinds)


def test_what_is_gone_stays_in_its_section() -> None:
    """A claim that is gone is in the section that it was in."""
    section = Section("all", members=[ROSE, HIGH])
    old = MAP.with_parts(section)

    new = old.without("rose")
    whole, changes = diff(old, new).both(new)
    assert whole.section("all").members == ("high", "rose")
    assert {part: each.kind for part, each in changes.items()} == {
        "all": "changed",
        "rose": "removed",
        "rose-so-high": "removed",
    }
