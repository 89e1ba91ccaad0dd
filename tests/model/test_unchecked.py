"""Parts made without checks."""

import attrs
import pytest
from hypothesis import given

from argmap.model import ArgumentMap, Claim
from argmap.model.pieces import FIELDS
from argmap.model.unchecked import unchecked
from tests.strategies import argument_maps


@given(argument_map=argument_maps())
def test_the_same_as_checked(argument_map: ArgumentMap) -> None:
    """A part, or a map, made of values that fit is what the checked one is."""
    for whole in (argument_map, *argument_map.pieces):
        kind = type(whole)
        fields = {each.name: getattr(whole, each.name) for each in attrs.fields(kind)}

        made = unchecked(kind, **fields)

        assert made == whole
        assert repr(made) == repr(whole)


def test_defaults() -> None:
    """What is not given is as it is by itself; what there is not is refused."""
    made = unchecked(ArgumentMap, claims=(unchecked(Claim, id="a", text="So."),))

    assert made == ArgumentMap([Claim("a", "So.")])
    assert all(isinstance(getattr(made, each), tuple) for each in FIELDS.values())
    with pytest.raises(ValueError, match="zip"):
        unchecked(Claim, id="a", tex="So.")
