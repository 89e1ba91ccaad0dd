"""Laws of frameworks as values, and of reading them fast."""

import pytest

from argmap.formats.frameworks import Framework, fast, read_framework


def test_repeated_attacks_count_once() -> None:
    """What is given again is no second one, fast or slow."""
    twice = Framework.of(["1", "2"], [("1", "2"), ("2", "2")])

    assert fast.read_af("p af 2\n1 2\n2 2\n1 2\n") == twice
    assert read_framework("arg(1). arg(2). arg(1). att(1,2). att(2,2).", "apx") == twice
    assert read_framework("1\n2\n#\n1 2 so\n2 2\n1 2\n", "tgf") == twice


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
