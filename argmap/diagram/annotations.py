"""Annotations of steps that Argdown has and the model has not, kept as data."""

from collections.abc import Iterator, Mapping
from typing import Any

from argmap.model import Step
from argmap.words import one_line


def rules_of(step: Step) -> Iterator[str]:
    """Yield the names of the rules by which a step infers.

    >>> from argmap.model import Inference
    >>> data = {"argdown": {"rules": ["Barbara"]}}
    >>> step = Inference(["a"], conclusion="b", data=data)
    >>> list(rules_of(step))
    ['Barbara']
    """
    rules = _annotations(step).get("rules")
    if isinstance(rules, tuple):
        yield from (one_line(each) for each in rules if isinstance(each, str))


def is_called_undercut(step: Step) -> bool:
    """Return whether its author calls a step an undercut, whatever it is aimed at."""
    return _annotations(step).get("relation") == "undercut"


def _annotations(step: Step) -> Mapping[str, Any]:
    found = step.data.get("argdown")
    return found if isinstance(found, Mapping) else {}
