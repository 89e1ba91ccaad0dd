"""Diagrams that a text asks for in words: `section=facts depth=2 evaluate`.

The names are those of the command line's options; what is wrong is told in full.
"""

from collections.abc import Iterable, Mapping
from enum import StrEnum
from typing import TypeVar

import attrs

from argmap.diagram.drawing import Diagram, draw
from argmap.diagram.selection import Selection
from argmap.diagram.style import Direction, Theme
from argmap.errors import ArgmapError
from argmap.formats import Document
from argmap.suggestions import did_you_mean

_Choice = TypeVar("_Choice", bound=StrEnum)

_FLAGS = ("whole", "evaluate")
_VALUED = ("section", "focus", "depth", "direction", "theme")
_MOST_DIGITS = 6


class OptionError(ArgmapError, ValueError):
    """An option that there is not, or that has no such value."""


@attrs.frozen
class Request:
    """What part of a document is to be drawn, and how."""

    selection: Selection
    direction: Direction
    theme: Theme
    is_evaluated: bool

    @classmethod
    def of(cls, options: Mapping[str, str | None], also: Iterable[str]) -> "Request":
        """Read options, None for those without a value; `also` may have any value.

        Raises OptionError.

        >>> Request.of({"depth": "2", "evaluate": None}, also=["caption"]).is_evaluated
        True
        """
        _validate(options, (*_FLAGS, *_VALUED, *also))
        return cls(
            Selection(
                options.get("focus"),
                _depth(options.get("depth") or "1"),
                options.get("section"),
                "whole" in options,
            ),
            choice(options, "direction", Direction.AUTO),
            choice(options, "theme", Theme.AUTO),
            "evaluate" in options,
        )

    def draw(self, document: Document) -> Diagram:
        """Return the diagram; raises UnknownPartError."""
        view = self.selection.view_of(document)
        evaluation = None
        if self.is_evaluated:
            from argmap.evaluation import evaluate  # noqa: PLC0415 - most have none

            evaluation = evaluate(document.argument_map)
        return draw(
            view.argument_map,
            colors=view.colors,
            evaluation=evaluation,
            direction=self.direction,
            theme=self.theme,
        )


def choice(options: Mapping[str, str | None], name: str, default: _Choice) -> _Choice:
    """Return the member that an option names; raises OptionError."""
    value = options.get(name, default)
    kind = type(default)
    if value not in list(kind):
        msg = f"{name} must be one of {', '.join(kind)}, not '{value}'"
        raise OptionError(msg)
    return kind(value)


def _validate(options: Mapping[str, str | None], known: tuple[str, ...]) -> None:
    for name, value in options.items():
        if name not in known:
            meant = did_you_mean(name, known) or f"there are {', '.join(known)}"
            msg = f"there is no option '{name}'; {meant}"
            raise OptionError(msg)
        if (value is None) != (name in _FLAGS):
            wanted = "takes no" if name in _FLAGS else "wants a"
            msg = f"the option '{name}' {wanted} value"
            raise OptionError(msg)


def _depth(value: str) -> int:
    if not (value.isascii() and value.isdecimal() and len(value) <= _MOST_DIGITS):
        msg = f"depth must be a number of steps such as 2, not '{value}'"
        raise OptionError(msg)
    return int(value)
