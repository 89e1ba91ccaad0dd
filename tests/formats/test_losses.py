"""Laws of losses; those of each format are beside its writer."""

from typing import Any

import attrs
from hypothesis import given

from argmap.formats.codec import record_of
from argmap.formats.losses import find_losses
from argmap.model import ArgumentMap
from tests.strategies import argument_maps


@given(argument_maps())
def test_every_field_is_looked_at(argument_map: ArgumentMap) -> None:
    """Whatever field of whatever part is not read back, there is a loss for it."""
    assert find_losses(argument_map, argument_map, "X") == ()
    parts: list[Any] = [*argument_map.parts]
    for part in parts:
        for field in record_of(type(part)).fields:
            held = getattr(part, field.name)
            if field.is_required or held in (None, field.default, part.id):
                continue
            less = attrs.evolve(part, **{field.name: field.default})
            (loss,) = find_losses(argument_map, argument_map.with_parts(less), "X")
            assert (loss.code, loss.subject) == ("not-written", part.id)
            assert f"'{field.name}' of 1 " in loss.message


@given(argument_maps())
def test_every_part_is_looked_at(argument_map: ArgumentMap) -> None:
    """A map of which nothing is read back loses each of its pieces, by their kinds."""
    found = [each.message for each in find_losses(argument_map, ArgumentMap(), "X")]
    pieces = [each for each in found if not each.endswith("of the map")]

    assert len(pieces) == len({type(each) for each in argument_map.pieces})
