"""Frameworks as maps."""

from hypothesis import given

from argmap.formats import loads
from tests.formats.frameworks.drawn import WRITERS, Drawn, frameworks


@given(frameworks())
def test_one_framework_is_one_map(drawn: Drawn) -> None:
    """All notations of a framework give the same map."""
    count, attacks = drawn
    maps = [loads(write(count, attacks), name) for name, write in WRITERS]

    assert maps.count(maps[0]) == len(maps)
    assert [each.title for each in maps[0].claims] == [
        str(number + 1) for number in range(count)
    ]
    pairs = [(each.premises[0].claim, each.target) for each in maps[0].counterpoints]
    assert pairs == [(str(tail + 1), str(head + 1)) for tail, head in attacks]
