"""References: the ids by which parts name others."""

from hypothesis import given, strategies as st

from argmap import Argument, ArgumentMap, Claim, Contradiction, Quotation
from argmap.model import Preference, Premise, Question, Section
from argmap.model.references import (
    essential_fields,
    named,
    referring,
    without_others,
)
from tests.strategies import argument_maps


def test_what_names_what() -> None:
    """Fields of values inside a part are seen through; sources are no parts."""
    claim = Claim("a", quotations=[Quotation("So.", source="gazette")])

    assert [(each.field, each.inner, each.to) for each in referring(Claim)] == [
        ("quotations", "source", ("source",))
    ]
    assert list(named(claim)) == []
    assert list(named(Preference("a", over="b"))) == ["a", "b"]
    assert list(named(Section("s", members=["a"], parent="t"))) == ["a", "t"]
    assert referring(Premise)[0].to == ("claim", "argument")


def test_essential_fields() -> None:
    """A part cannot be without what a field names that must be given."""
    assert essential_fields(Contradiction) == {"claims"}
    assert essential_fields(Question) == frozenset()
    assert essential_fields(Argument) == frozenset()


@given(argument_maps(), st.data())
def test_what_is_not_wanted_is_left_out(
    argument_map: ArgumentMap, data: st.DataObject
) -> None:
    """Only ids that can be left out are; the part is else as it was."""
    ids = [each.id for each in argument_map.parts]
    gone = set(data.draw(st.lists(st.sampled_from(ids)))) if ids else set()

    for part in argument_map.parts:
        rest = without_others(part, lambda name: name not in gone)

        left = set(named(rest)) & gone
        essential = {
            name
            for each in referring(type(part))
            if each.is_essential
            for name in each.ids(part)
        }
        assert left <= essential
        assert set(named(part)) - set(named(rest)) <= gone
        assert rest == part or set(named(part)) & gone
