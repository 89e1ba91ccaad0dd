"""The deadline of a search."""

from types import SimpleNamespace

import pytest

from argmap.errors import LimitError
from argmap.evaluation import deadline
from argmap.evaluation.deadline import Deadline


def test_a_deadline_begins_when_it_is_made(monkeypatch: pytest.MonkeyPatch) -> None:
    """It is past once more than its seconds have gone by; None never is."""
    clock = SimpleNamespace(now=100.0)
    monkeypatch.setattr(deadline, "time", SimpleNamespace(monotonic=lambda: clock.now))
    soon, never = Deadline(2.5), Deadline(None)

    clock.now = 102.5
    soon.check()
    clock.now = 102.6
    never.check()
    with pytest.raises(LimitError, match=r"no answer in 2\.5 s; allow more"):
        soon.check()
