"""Front matter with other settings."""

import attrs

from argmap.formats import dumps, loads
from argmap.model import Source
from tests.formats.argdown.test_settings import FRONT


def test_fields_of_the_map_are_settings() -> None:
    """Title, author, thesis, sources and data go into the front matter."""
    argument_map = loads(FRONT, "argdown")
    wanted = attrs.evolve(
        argument_map,
        title="Wages",
        author="Ada",
        thesis=None,
        sources=[*argument_map.sources, Source("h", "H")],
        data={"year": 2015},
    )
    edited = dumps(wanted, "argdown", original=FRONT)
    assert loads(edited, "argdown") == wanted
    assert "# about\n" in edited
    assert "# last\n" in edited


def test_a_text_without_front_matter_gets_one() -> None:
    """It stands before all, and an empty line behind it."""
    text = "[A]: x\n"
    wanted = attrs.evolve(loads(text, "argdown"), title="Rents")
    assert (
        dumps(wanted, "argdown", original=text) == f"===\ntitle: Rents\n===\n\n{text}"
    )
