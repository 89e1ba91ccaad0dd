"""The columns of a list."""

import attrs
import pytest

from argmap.diagram.listing.columns import column_count, column_starts, full_columns
from argmap.diagram.listing.contents import MeasuredRow
from argmap.diagram.listing.rows import Row, Shown
from argmap.diagram.positions import Line, Placed
from argmap.errors import LimitError


@pytest.mark.parametrize(
    ("wanted", "width", "claims", "expected"),
    [
        (None, 360, 72, 1),
        (None, 736, 72, 2),
        (None, 1200, 72, 3),
        (None, 736, 3, 1),
        (None, 736, 1500, 1),
        (1, 1200, 72, 1),
        (2, 736, 1500, 2),
        (9, 736, 72, 3),
        (9, 240, 72, 1),
    ],
)
def test_column_count(
    wanted: int | None, width: int, claims: int, expected: int
) -> None:
    """There are as many columns as wanted and fit, or as are good to read."""
    assert column_count(wanted, width, claims) == expected


def high(height: float, *rows: Row) -> list[MeasuredRow]:
    """Return rows as high as that, with the gaps above them."""
    empty = Placed((0, 0), (100, 0))
    measured = [MeasuredRow(row, empty, 0.0, is_turn=False) for row in rows]
    return [
        attrs.evolve(each, content=Placed((0, 0), (100, height - each.gap)))
        for each in measured
    ]


TREE = (
    Row(Shown.CLAIM, "a"),
    *(Row(Shown.CLAIM, f"p{index}", f"s{index}", "a", boxes=1) for index in range(3)),
    Row(Shown.CLAIM, "b"),
    Row(Shown.CLAIM, "q", "t", "b", boxes=1),
)
LOOSE = tuple(Row(Shown.CLAIM, f"c{index}") for index in range(30))


def test_columns_are_as_high() -> None:
    """Rows that do not belong together are spread evenly."""
    assert column_starts(high(20, *LOOSE), 3) == {10, 20}


def test_a_title_does_not_end_a_column() -> None:
    """A section's title stands above something of its section."""
    title = Row(Shown.TITLE, "section")

    assert column_starts(high(20, *LOOSE[:4], title, *LOOSE[4:9]), 2) == {4}


def test_trees_stay_whole() -> None:
    """A column rather begins with a claim of its own than with a premise."""
    assert column_starts(high(12, *TREE), 2) == {4}


def test_full_columns() -> None:
    """On paper a column is filled as far as whole rows go."""
    rooms = [100.0, 60.0]

    starts = full_columns(high(20, *LOOSE[:12]), [0] * 12, lambda at: rooms[min(at, 1)])

    assert starts == {5, 8, 11}


def test_room_for_mentions() -> None:
    """What is put before the first row of a column takes room in it."""
    rows = high(20, *LOOSE[:8])

    assert full_columns(rows, [0] * 8, lambda _: 80.0) == {4}
    assert full_columns(rows, [2] * 8, lambda _: 80.0) == {4, 6}


def test_longer_than_a_column() -> None:
    """A row that no column holds is an error that says what helps."""
    row = high(120, Row(Shown.CLAIM, "a"))[0]
    long = attrs.evolve(
        row, content=attrs.evolve(row.content, lines=(Line("Rents rose.", 50),))
    )

    with pytest.raises(LimitError, match=r"“Rents rose.” is longer than a page"):
        full_columns([*high(20, LOOSE[0]), long], [0, 0], lambda _: 100.0)
