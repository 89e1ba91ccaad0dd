"""The values that options take."""

import click
import pytest
from hypothesis import given, strategies as st

from argmap.cli.options import _bytes, max_size, seconds, source_root
from argmap.formats.files import LARGEST, shown_size


@given(st.integers(0, 10**6), st.sampled_from("kmgt"), st.sampled_from(["", " "]))
def test_sizes(number: int, unit: str, blank: str) -> None:
    """Units go by thousands, with an i by 1,024, in any case, the b left out or not."""
    power = "kmgt".index(unit) + 1

    for written in (f"{number}{blank}{unit}", f"{number}{blank}{unit.upper()}B"):
        assert _bytes(written) == number * 1000**power
    assert _bytes(f"{number}{blank}{unit}iB") == number * 1024**power
    assert _bytes(f" {number} ") == number


@pytest.mark.parametrize("size", ["", "B", "-1", "1XB", "1.MB", "1e3", "1 0", "9" * 16])
def test_what_is_no_size(size: str) -> None:
    """Anything else is refused with an example."""
    with pytest.raises(click.BadParameter, match="is not a size such as 300MB"):
        _bytes(size)


def test_the_default_size_is_the_limit() -> None:
    """What --help shows as the default is the limit; so it is without a command."""
    assert _bytes(shown_size(LARGEST)) == LARGEST == max_size()
    assert source_root() is None


@pytest.mark.parametrize("value", ["nan", "0", "-1", "inf", "86401", "soon"])
def test_what_is_no_time(value: str) -> None:
    """A deadline is a number of seconds, above 0 and of no more than a day."""
    with pytest.raises(click.BadParameter):
        seconds.convert(value, None, None)
    assert seconds.convert("0.5", None, None) == 0.5
