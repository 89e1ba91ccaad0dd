"""Laws of lookup: a part is found by its id, and what is not there is an error."""

import attrs
import pytest
from hypothesis import given

from argmap import (
    ArgumentMap,
    Claim,
    Section,
    Source,
)
from argmap.errors import UnknownPartError
from tests.strategies import argument_maps

A = Claim("a", "A.")


@pytest.mark.parametrize(
    ("kind", "ask", "message"),
    [
        (
            "part",
            "rent-contrl",
            "no part has the id 'rent-contrl'; did you mean 'rent-control'?",
        ),
        ("part", "xyz", "no part has the id 'xyz'"),
        ("claim", "s", "'s' is not a claim, it is a section"),
        ("section", "rent-control", "'rent-control' is not a section, it is a claim"),
        ("section", "rent-contro", "no part has the id 'rent-contro'"),
        (
            "claim",
            "rent-contro",
            "no part has the id 'rent-contro'; did you mean 'rent-control'?",
        ),
        (
            "proposition",
            "s",
            "'s' is not a claim or argument, it is a section",
        ),
        ("argument", "s", "'s' is not an argument, it is a section"),
        ("inference", "s", "'s' is not an inference, it is a section"),
        ("counterpoint", "s", "'s' is not a counterpoint, it is a section"),
        ("step", "s", "'s' is not an inference or counterpoint, it is a section"),
        ("contradiction", "s", "'s' is not a contradiction, it is a section"),
        ("__getitem__", "xyz", "no part has the id 'xyz'"),
        ("source", "gazete", "no source has the id 'gazete'; did you mean 'gazette'?"),
        ("source", "xyz", "no source has the id 'xyz'"),
    ],
)
def test_unknown_parts(kind: str, ask: str, message: str) -> None:
    """What is not there is an error that says what is; `find_part` gives None."""
    argument_map = ArgumentMap(
        [Claim("rent-control")],
        sections=[Section("s")],
        sources=[Source("gazette")],
    )

    with pytest.raises(UnknownPartError) as raised:
        getattr(argument_map, kind)(ask)
    assert str(raised.value) == message
    assert argument_map.find_part("xyz") is None
    with pytest.raises(UnknownPartError):
        argument_map.without("xyz")
    with pytest.raises(UnknownPartError):
        argument_map.restricted_to(["xyz"])


@given(argument_maps())
def test_found_parts(argument_map: ArgumentMap) -> None:
    """What a part is found by is its id, and the name of its kind or of a wider one."""
    wider = {"claim": "proposition", "argument": "proposition"}
    wider |= {"inference": "step", "counterpoint": "step"}
    for part in argument_map.parts:
        kind = type(part).__name__.lower()
        for name in (kind, wider.get(kind, "part"), "part", "__getitem__"):
            find = getattr(argument_map, name, argument_map.part)
            assert find(part.id) is part
        assert argument_map[part] is part
        assert part in argument_map
        assert part.id in argument_map


def test_what_is_in_a_map() -> None:
    """An id is in a map that has it, a part only if the map has the very same."""
    argument_map = ArgumentMap([A], sources=[Source("gazette")])

    assert "a" in argument_map
    assert "b" not in argument_map
    assert A in argument_map
    assert attrs.evolve(A, text="Other.") not in argument_map
    assert "gazette" not in argument_map
    assert 3 not in argument_map
    with pytest.raises(TypeError):
        list(argument_map)  # type: ignore[call-overload]


def test_named() -> None:
    """An id comes before a title, which may be in any case; two are an error."""
    argument_map = ArgumentMap.of(
        Claim("a", "Rents rose.", title="Rents"),
        Claim("b", "a"),
        Section("s", "Facts"),
        Claim("c", "Wages fell."),
        Claim("d", "wages fell."),
    )

    for words, wanted in (
        ("a", "a"),
        ("RENTS", "a"),
        (" rents rose. ", "a"),
        ("facts", "s"),
    ):
        assert argument_map.named(words).id == wanted
    with pytest.raises(UnknownPartError, match="may be c or d: name one by its id"):
        argument_map.named("Wages fell.")
    with pytest.raises(UnknownPartError, match="'Rentz'; did you mean 'rents'"):
        argument_map.named("Rentz")
