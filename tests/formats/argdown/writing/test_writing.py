"""Laws of the front matter: what the body cannot say, and no more."""

import attrs
from hypothesis import given

from argmap.formats import loads
from argmap.formats.argdown.writing import completed, draft, with_front_matter, write
from argmap.model import ArgumentMap, Claim, Source
from tests.strategies import argument_maps


@given(argument_maps())
def test_what_the_body_says_is_not_said_again(argument_map: ArgumentMap) -> None:
    """Where reading gives the map already, the front matter is only the map's own."""
    front, body = draft(argument_map)

    bare = attrs.evolve(argument_map, thesis=None)
    assert completed(front, bare, bare) == front
    assert with_front_matter({}, body) == f"{body}\n"
    assert write(argument_map).endswith(f"{body}\n")


def test_a_map_of_nothing_claims_nothing() -> None:
    """An empty map is a text all the same, which gives the map back."""
    text = write(ArgumentMap())

    assert "Nothing is claimed." in text
    assert loads(text, "argdown") == ArgumentMap()


def test_the_front_matter_of_a_map() -> None:
    """Title and data stand as others write them, sources and names under `argmap`."""
    argument_map = ArgumentMap(
        [Claim("a", "A.")],
        sources=[Source("gazette", "Gazette")],
        title="Rents",
        data={"author": "Ann"},
    )

    assert write(argument_map) == (
        "===\ntitle: Rents\nauthor: Ann\nargmap:\n  names: ids\n"
        "  sources:\n    gazette: {title: Gazette}\n===\n\n[a]: A.\n"
    )
