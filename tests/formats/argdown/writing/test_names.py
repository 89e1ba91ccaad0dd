"""Names of parts in a text."""

import attrs
from hypothesis import given, strategies as st

from argmap.formats.argdown.writing.names import (
    Names,
    is_anonymous,
    is_derived,
    is_only_definable,
    ranges,
)
from argmap.model import Argument, ArgumentMap, Claim, Data
from tests.strategies import argument_maps


@given(argument_maps())
def test_names_are_distinct(argument_map: ArgumentMap) -> None:
    """No two claims and no two arguments have one name, which is in one line."""
    names = Names(argument_map, ())

    references = [names.reference(each) for each in argument_map.propositions]
    assert len(set(references)) == len(references)
    assert all(each.id in names for each in argument_map.propositions)
    assert not any("\n" in each or "\r" in each for each in references)


def test_a_title_is_a_name() -> None:
    """The first part with a title has it; another one has its id, or a made name."""
    claims = [
        Claim("a", title="Rents"),
        Claim("b", title="Rents"),
        Claim("c", title="so]"),
        Claim("untitled-1"),
    ]
    argument = Argument("x", "Rents")
    argument_map = ArgumentMap(claims, arguments=[argument])
    names = Names(argument_map, {"untitled-1"})

    assert [names.reference(each) for each in claims[:3]] == ["[Rents]", "[b]", "[c]"]
    assert names.reference(argument) == "<Rents>"
    assert "untitled-1" not in names
    assert not names.are_ids
    assert [names.is_unexpected(each) for each in claims] == [True, False, False, False]


def test_ids_are_names_where_something_has_no_title() -> None:
    """Then a name that can be an id is one, or else those that are none are listed."""
    argument_map = ArgumentMap([Claim("a"), Claim("b", title="Rents rose")])
    names = Names(argument_map, ())
    assert names.are_ids
    assert names.ids == []
    assert [names.is_unexpected(each) for each in argument_map.claims] == [False, True]

    argument_map = ArgumentMap([Claim("a"), Claim("b", title="Rents")])
    names = Names(argument_map, ())
    assert not names.are_ids
    assert names.ids == ["a"]
    assert [names.is_unexpected(each) for each in argument_map.claims] == [False, True]


def test_brackets_are_in_titles_that_are_only_defined() -> None:
    """Who is referred to is so by a name that can be read there."""
    claim = Claim("a", "One.", title="Rule [2]")
    argument = Argument("b", "x > y", text="Two.")
    argument_map = ArgumentMap([claim], arguments=[argument])
    assert is_only_definable(claim)
    assert is_only_definable(argument)
    names = Names(argument_map, {"a", "b"})
    assert names.reference(claim) == "[Rule [2]]"
    assert names.reference(argument) == "<x > y>"
    assert names.is_defined(claim)
    assert "a" not in names
    assert Names(argument_map, ()).reference(claim) == "[a]"
    assert not is_only_definable(attrs.evolve(claim, title="a]: b"))
    assert not is_only_definable(attrs.evolve(claim, title="a"))
    assert not is_only_definable(attrs.evolve(claim, text=""))


def test_made_ids_are_derived() -> None:
    """An id follows from a name, with a number behind it where that is taken."""
    argument_map = ArgumentMap([Claim("rents"), Claim("rents-2"), Claim("wages-2")])

    assert is_derived(argument_map, "rents", "rents")
    assert is_derived(argument_map, "rents-2", "rents")
    assert is_derived(argument_map, "rents-claim-2", "rents")
    assert not is_derived(argument_map, "wages-2", "wages")
    assert not is_derived(argument_map, "rents-x", "rents")


def test_what_needs_no_name() -> None:
    """It has no title, and the id that is made for what has none."""
    assert is_anonymous(Claim("untitled-1"))
    assert is_anonymous(Argument("untitled-argument-1"))
    assert not is_anonymous(Claim("untitled-0"))
    assert not is_anonymous(Claim("untitled-1", title="Rents"))
    assert not is_anonymous(Argument("untitled-1"))


@given(st.recursive(st.none() | st.integers() | st.text(), st.lists, max_leaves=5))
def test_ranges_from_elsewhere_are_left_out(value: object) -> None:
    """Data of a map may hold anything where ranges are wanted."""
    bold = {"type": "bold", "start": 0, "stop": 1}
    link = {"type": "link", "start": 0, "stop": 1}
    data = Data(
        {"ranges": [bold, link, link | {"url": "u"}, value, bold | {"stop": "1"}]}
    )

    assert ranges(data["ranges"]) == [bold, link | {"url": "u"}]
    assert ranges(value) == []
