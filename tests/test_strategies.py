"""Tests of the strategies themselves: they draw what they promise."""

from hypothesis import given

from argmap.model import ArgumentMap
from tests.strategies import argument_maps


@given(argument_maps())
def test_maps_are_valid(argument_map: ArgumentMap) -> None:
    """Whatever is drawn is a map; building it has checked it."""
    assert isinstance(argument_map, ArgumentMap)
