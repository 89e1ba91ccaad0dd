"""The deadline of a search, by the clock of the computer."""

import time

import attrs

from argmap.errors import LimitError


@attrs.frozen
class Deadline:
    """When a search has to be over; `after` is in seconds, None for never."""

    after: float | None
    _end: float | None = attrs.field(init=False)

    @_end.default
    def _from_now(self) -> float | None:
        return None if self.after is None else time.monotonic() + self.after

    def check(self) -> None:
        """Raise LimitError when it is past."""
        if self._end is not None and time.monotonic() > self._end:
            msg = f"no answer in {self.after:g} s; allow more with timeout"
            raise LimitError(msg)
