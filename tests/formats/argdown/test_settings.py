"""Front matter with other settings."""

from typing import Any

import attrs
import pytest

from argmap.errors import EditError
from argmap.formats import read
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


@pytest.mark.parametrize("inner", ["a: 1\na: 2", "- a\n- b", "a: [", "\t- x"])
def test_what_cannot_be_read_or_is_no_mapping_is_not_replaced(inner: str) -> None:
    """Somebody's settings with a slip in them are not lost for new ones."""
    text = f"===\n{inner}\n===\n\n[A]: a\n"
    _, elements = read_elements(text)
    assert with_settings(text, elements, {"title": "Rents"}) is None
    wanted = attrs.evolve(read(text, "argdown").argument_map, author="Ada")
    with pytest.raises(EditError):
        read(text, "argdown").edited(wanted)


@pytest.mark.parametrize("inner", ["", "# a note\n", "\n# a note\n\n# and more\n"])
def test_settings_come_to_where_there_are_none(inner: str) -> None:
    """Comments in an empty front matter stay."""
    text = f"===\n{inner}===\n\n[A]: a\n"
    _, elements = read_elements(text)
    hunk = with_settings(text, elements, {"title": "Rents"})
    assert hunk is not None
    found = applied(text, [hunk])
    assert read_elements(found)[1].settings == {"title": "Rents"}
    assert found.count("#") == text.count("#")
