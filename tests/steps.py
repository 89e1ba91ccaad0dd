"""How much a computation does, in numbers that a busy machine does not change."""

import sys
import time
from collections.abc import Callable
from types import FrameType
from typing import Any, TypeAlias

TraceFunction: TypeAlias = Callable[[FrameType, str, Any], Any]


def calls(work: Callable[[], object]) -> int:
    """Return how many functions some work calls in this thread, those in C included.

    It is the same each time. What one function in C does is not seen: see `cost`.
    """
    count = 0

    def note(_: object, event: str, __: object) -> None:
        nonlocal count
        count += event in {"call", "c_call"}

    before = sys.getprofile()
    sys.setprofile(note)
    try:
        work()
    finally:
        sys.setprofile(before)
    return count


def lines(work: Callable[[], object]) -> int:
    """Return how many lines of Python some work runs, each round of a loop anew.

    It sees loops that call nothing, which `calls` does not, and takes longer.
    """
    count = 0

    def trace(_: FrameType, event: str, __: object) -> TraceFunction:
        nonlocal count
        count += event == "line"
        return trace

    before = sys.gettrace()
    sys.settrace(trace)
    try:
        work()
    finally:
        sys.settrace(before)
    return count


def allowed(text: str) -> int:
    """Return how many calls it may take to read a text: so many for each character."""
    return 200_000 + 20 * len(text)


def cost(work: Callable[[], object]) -> float:
    """Return how many times the processor time of a million additions some work takes.

    It is for the long tier, to be compared with a wide margin.
    """
    return _processor_time(work) / _processor_time(lambda: sum(range(1_000_000)))


def _processor_time(work: Callable[[], object]) -> float:
    def once() -> float:
        started = time.process_time()
        work()
        return time.process_time() - started

    return min(once() for _ in range(3))
