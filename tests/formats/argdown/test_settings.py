"""Front matter with other settings."""

from typing import Any

import pytest

from argmap.formats.argdown.forgiving import read_elements
from argmap.formats.argdown.hunks import applied
from argmap.formats.argdown.settings import with_settings

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
    _, elements = read_elements(FRONT)
    wanted = {**elements.settings, **settings}
    wanted = {key: each for key, each in wanted.items() if each is not None}
    hunk = with_settings(FRONT, elements, wanted)
    assert hunk is not None
    found = applied(FRONT, [hunk])
    assert read_elements(found)[1].settings == wanted
    assert found.count("#") >= 2
    if old is not None:
        assert found == FRONT.replace(old, new)
