"""What is no map is refused with the way to get one."""

from collections.abc import Callable
from pathlib import Path

import pytest

from argmap import Claim, Diagram, check, draw, evaluate, loads, outline, render
from argmap.formats import read

FUNCTIONS = (check, draw, evaluate, outline, render, Diagram)


@pytest.mark.parametrize("function", FUNCTIONS)
def test_a_path_gets_the_way_to_read_it(function: Callable[..., object]) -> None:
    """A path in a map's place is a TypeError that says how to load it."""
    wanted = rf"^{function.__name__} takes an ArgumentMap; argmap\.load\('x\.argdown'\)"

    for path in ("x.argdown", Path("x.argdown")):
        with pytest.raises(TypeError, match=wanted):
            function(path)


@pytest.mark.parametrize("function", FUNCTIONS)
def test_anything_else_is_named(function: Callable[..., object]) -> None:
    """Of anything else the error says what came; of a document, where its map is."""
    with pytest.raises(TypeError, match=r"not Claim$"):
        function(Claim("a", "A."))
    with pytest.raises(TypeError, match="as its argument_map"):
        function(read("[A]: A."))


@pytest.mark.parametrize("function", FUNCTIONS)
def test_a_map_is_taken(function: Callable[..., object]) -> None:
    """A map is what they take."""
    assert function(loads("[A]: A.")) is not None
