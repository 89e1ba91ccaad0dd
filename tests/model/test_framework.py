"""Laws of frameworks as values."""

import pytest

from argmap.model.framework import Framework


@pytest.mark.parametrize(
    ("names", "tails", "heads", "why"),
    [
        ("a", [], [], "a list is wanted"),
        (["a", "a"], [], [], "names must come once each"),
        (["a"], [0], [], "equally many"),
        (["a"], [0], [1], "the place of a name"),
        (["a"], [-1], [0], "the place of a name"),
        (["a"], [2**40], [0], "the place of a name"),
        (["a", "b"], [0, 1, 0], [1, 1, 1], "attacks must come once each"),
    ],
)
def test_what_is_no_framework(
    names: list[str], tails: list[int], heads: list[int], why: str
) -> None:
    """Names and attacks come once each, and attacks lead from name to name."""
    with pytest.raises(ValueError, match=why):
        Framework(names, tails, heads)


def test_unknown_names() -> None:
    """An attack by a name that is none is refused."""
    with pytest.raises(ValueError, match="'c' is none"):
        Framework.of(["a", "b"], [("a", "c")])


def test_repr() -> None:
    """It says how many there are, however many."""
    assert repr(Framework.of(["a"])) == "<Framework: 1 argument, 0 attacks>"
