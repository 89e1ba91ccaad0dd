"""Directives of RST, and what is none."""

import pytest

from argmap.pages.directives import directives
from argmap.pages.lines import lines_of


def _found(page: str) -> list[tuple[int, str]]:
    return [(each.line, each.text) for each in directives(lines_of(page))]


@pytest.mark.parametrize(
    ("page", "text"),
    [
        (".. argmap::\n\n   [A]: a\n     - b\n\nText\n", "[A]: a\n  - b\n"),
        (".. argdown::\n\n\t[A]: a\n\t  - b\n", "[A]: a\n  - b\n"),
        (
            ".. argmap::\n  :depth: 2\n  :alt: A\n     map\n\n  [A]: a\n\n  [B]\n",
            "[A]: a\n\n[B]\n",
        ),
        (".. ARGMAP ::\n\n  [A]: a", "[A]: a"),
        (".. note:: See\n\n   .. argmap::\n\n      [A]: a\n", "[A]: a\n"),
        (".. tabs::\n\n  .. tab:: One\n\n    .. argmap::\n\n      [A]\n", "[A]\n"),
        ("- .. argmap::\n\n     [A]: a\n\n- b\n", "[A]: a\n"),
        ("1. Text::\n\n   .. argmap::\n\n      [A]: a\n", "[A]: a\n"),
        (".. _target:\n\n.. [1] Note\n\n   .. argmap::\n\n      [A]: a\n", "[A]: a\n"),
    ],
)
def test_a_map(page: str, text: str) -> None:
    """The text of a map is what is indented below it, behind options."""
    assert [each for _, each in _found(page)] == [text]


@pytest.mark.parametrize(
    "page",
    [
        ".. code-block:: rst\n\n   .. argmap::\n\n      [A]: a\n",
        ".. code-block:: argdown\n\n   [A]: a\n",
        "As in::\n\n   .. argmap::\n\n      [A]: a\n",
        ".. A comment\n\n   .. argmap::\n\n      [A]: a\n",
        "..\n   .. argmap::\n\n      [A]: a\n",
        ".. argmap::\n   :object: rents:MAP\n",
        "See ``.. argmap::`` for that.\n",
    ],
)
def test_what_is_no_map(page: str) -> None:
    """Code, comments, and what is imported are no maps of the page."""
    assert _found(page) == []


def test_lines_are_those_of_the_page() -> None:
    """Several maps are found, each with its line, counted from what is above."""
    page = "A\n\n.. argmap::\n\n  [A]\n\nB::\n\n  text\n\n.. argmap::\n\n  [B]\n"
    above = [each.line for each in directives(lines_of(page), 7)]

    assert [line for line, _ in _found(page)] == [2, 10]
    assert above == [9, 17]
