"""An abstract framework as a value: names, and what attacks what (Dung 1995).

Attacks are kept as numbers, so that a million of them is a matter of megabytes.
"""

from array import array
from collections.abc import Iterable, Iterator
from itertools import islice
from operator import add, eq

import attrs

from argmap.model import values
from argmap.words import counted


def _as_names(names: Iterable[str]) -> tuple[str, ...]:
    return values.frozen_list(names)


def _as_indexes(indexes: Iterable[int]) -> "array[int]":
    try:
        return array("i", indexes)
    except OverflowError as error:
        msg = "an end of an attack must be the place of a name"
        raise ValueError(msg) from error


@attrs.frozen(repr=False)
class Framework:
    """Arguments by name, and which of them attacks which.

    The one at `tails[k]` attacks that at `heads[k]`: both are indexes in `names`,
    counted from 0. Names and attacks come once each. Raises ValueError otherwise.

    >>> framework = Framework.of(["rose", "fell"], [("fell", "rose")])
    >>> framework
    <Framework: 2 arguments, 1 attack>
    >>> [*framework.tails], [*framework.heads]
    ([1], [0])
    """

    names: tuple[str, ...] = attrs.field(converter=_as_names)
    tails: "array[int]" = attrs.field(converter=_as_indexes)
    heads: "array[int]" = attrs.field(converter=_as_indexes)

    def __attrs_post_init__(self) -> None:
        """Check that all of it holds together."""
        count = len(self.names)
        if len(set(self.names)) < count:
            msg = "names must come once each"
            raise ValueError(msg)
        if len(self.tails) != len(self.heads):
            msg = "tails and heads must be equally many"
            raise ValueError(msg)
        for ends in (self.tails, self.heads):
            if ends and not 0 <= min(ends) <= max(ends) < count:
                msg = "an end of an attack must be the place of a name"
                raise ValueError(msg)
        # sorted numbers take a third of the memory that a set of them does
        attacks = sorted(map(add, map(count.__mul__, self.tails), self.heads))
        if any(map(eq, attacks, islice(attacks, 1, None))):
            msg = "attacks must come once each"
            raise ValueError(msg)

    @classmethod
    def of(
        cls, names: Iterable[str], attacks: Iterable[tuple[str, str]] = ()
    ) -> "Framework":
        """Return a framework whose attacks lead from a name to a name."""
        names = _as_names(names)
        indexes = {name: index for index, name in enumerate(names)}
        pairs = [*attacks]
        for name in (name for pair in pairs for name in pair if name not in indexes):
            msg = f"an attack must lead from a name to a name, and {name!r} is none"
            raise ValueError(msg)
        tails, heads = ([indexes[each[end]] for each in pairs] for end in (0, 1))
        return cls(names, tails, heads)

    def __hash__(self) -> int:
        """Hash by value."""
        return hash((self.names, self.tails.tobytes(), self.heads.tobytes()))

    def __repr__(self) -> str:
        """Return what it counts, never its arguments."""
        arguments = counted(len(self.names), "argument")
        return f"<Framework: {arguments}, {counted(len(self.tails), 'attack')}>"

    @property
    def attacks(self) -> Iterator[tuple[str, str]]:
        """The names of what attacks and of what is attacked."""
        for tail, head in zip(self.tails, self.heads, strict=True):
            yield self.names[tail], self.names[head]
