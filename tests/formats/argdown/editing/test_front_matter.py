"""Front matter with other settings."""

from typing import Any

import attrs
import pytest

from argmap.formats import dumps, loads
from argmap.formats.argdown.editing.front_matter import with_settings
from argmap.formats.argdown.editing.hunks import applied
from argmap.formats.argdown.editing.reading import Reading
from argmap.model import Source

FRONT = """\
===
# about
title: Rents   # short
color:
    tagColors: {pro: 0}
argmap:
    thesis: A # the point
    sources: {g: g.txt}

# last
===

[A]: x
"""


@pytest.mark.parametrize(
    ("settings", "old", "new"),
    [
        ({"title": "Wages"}, "title: Rents   # short", "title: Wages"),
        ({"subTitle": "x"}, "g.txt}\n", "g.txt}\nsubTitle: x\n"),
        ({"argmap": {"thesis": "b"}}, None, None),
        ({"title": None}, "title: Rents   # short\n", ""),
    ],
)
def test_other_entries_stay(settings: dict[str, Any], old: str, new: str) -> None:
    """Whatever is not another keeps its line, its comment and its indentation."""
    reading = Reading(FRONT)
    wanted = {**reading.elements.settings, **settings}
    wanted = {key: each for key, each in wanted.items() if each is not None}
    hunk = with_settings(reading, wanted)
    assert hunk is not None
    found = applied(FRONT, [hunk])
    assert Reading(found).elements.settings == wanted
    assert found.count("#") >= 2
    if old is not None:
        assert found == FRONT.replace(old, new)


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
