"""The hosts of the rows of a list: claims, and steps that others are about."""

from collections.abc import Mapping, Sequence

import attrs

from argmap.diagram.listing.measures import LEVEL, STEP
from argmap.diagram.listing.rows import Row, Shown


@attrs.frozen
class Hosts:
    """What rows hang on: the row of each claim, and the last row at each host.

    `about` are the hosts of the steps: none for the first of steps in a circle.
    """

    rows: Sequence[Row]
    at: Mapping[str, Row]
    about: Mapping[str, str]
    last: Mapping[str, int]

    @classmethod
    def of(cls, found: Sequence[Row]) -> "Hosts":
        """Return those of the rows."""
        at = {row.part: row for row in found if row.shown is Shown.CLAIM}
        about = {row.step: row.host for row in found}
        return cls(found, at, about, {row.host: i for i, row in enumerate(found)})

    def before(self, at: int, x: float) -> list[tuple[str, float]]:
        """Return the hosts on which this row and those after it hang, and where.

        The outermost comes first; none of them is further left than the column.
        """
        found: list[tuple[str, float]] = []
        host = self.rows[at].host
        x -= LEVEL
        while host and x >= 0:
            if not found or self.last[host] > at:
                found.append((host, x))
            if host in self.at:
                step = self.at[host].step
                if step and x >= LEVEL and self.last.get(step, 0) > at:
                    found.append((step, x + STEP - LEVEL))
                host, x = self.at[host].host, x - LEVEL
            else:
                host, x = self.about[host], x - STEP
        return found[::-1]
