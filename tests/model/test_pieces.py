"""Laws of pieces in their lists: all they name is there, each is of its kind."""

import pytest
from hypothesis import given

from argmap import (
    ArgumentMap,
)
from argmap.model.references import named
from tests.strategies import argument_maps


@given(argument_maps())
def test_references_hold(argument_map: ArgumentMap) -> None:
    """Every id that is named is the id of a part."""
    ids = [part.id for part in argument_map.parts]

    assert len(set(ids)) == len(ids)
    assert set().union(*map(named, argument_map.parts)) <= set(ids)
    assert argument_map.thesis in {None, *ids}


@pytest.mark.parametrize(
    ("field", "message"),
    [
        ("claims", "claims must hold Claim, not 'x'"),
        ("inferences", "inferences must hold Inference, not 'x'"),
        ("sources", "sources must hold Source, not 'x'"),
    ],
)
def test_pieces_in_their_places(field: str, message: str) -> None:
    """Every field holds pieces of its kind only."""
    with pytest.raises(ValueError) as raised:  # noqa: PT011 - the text is compared
        ArgumentMap(**{field: ["x"]})  # type: ignore[arg-type]
    assert str(raised.value) == message
