"""The status and the title of records."""

import pytest

from argmap.pages.lines import lines_of
from argmap.pages.status import status_of, title_of


@pytest.mark.parametrize(
    ("page", "status"),
    [
        ("---\nstatus: accepted\n---\n# A\n", "accepted"),
        ("---\nStatus: 'superseded by [7](0007.md)'\n---\n", "superseded by 7"),
        ("# A\n\n* Status: proposed\n* Date: 2020-01-01\n", "proposed"),
        ("# A\n\nStatus: **rejected**\n", "rejected"),
        ("# A\n\n**Status**: accepted\n**Date**: 2026-01-11\n", "accepted"),
        ("# A\n\n## 1. Status\n\ndraft\n", "draft"),
        ("# A\n\n## Use\n\nStatus: none\n", ""),
        ("# A\n\n## Status\n\nAccepted.\n\n## Context\n\nStatus: none\n", "Accepted"),
        ("# A\n\n## Status\n\nAccepted\n\nAmends [2](2.md)\n", "Accepted; Amends 2"),
        ("# A\n\n## Status:\n\n- Superceded by [2](2.md)\n", "Superceded by 2"),
        ("# A\n\n## Context\n\nThe status is unclear.\n", ""),
        ("---\nstatus: {proposed | rejected}\n---\n", ""),
        ("* Status: [accepted | rejected]\n", ""),
        (f"## Status\n\n{'We are not sure. ' * 20}\n", ""),
        ("", ""),
    ],
)
def test_status(page: str, status: str) -> None:
    """It is found where records have it; templates and essays are none."""
    assert status_of(lines_of(page)) == status


def test_title() -> None:
    """The first heading of the first level is the title."""
    found = title_of(lines_of("## B\n\n#\n\n# *A* one\n\n# C\n"))

    assert found is not None
    assert found.words == "A one"
    assert title_of(lines_of("## B\n")) is None
