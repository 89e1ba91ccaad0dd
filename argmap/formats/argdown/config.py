"""Settings of Argdown for all texts of a folder: `argdown.config.json` beside them."""

import json
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any, Final

import attrs

from argmap.diagnostics import Diagnostic, Span
from argmap.errors import FormatError, LimitError
from argmap.formats.document import Excerpt
from argmap.formats.files import decoded, read_regular
from argmap.formats.roots import PathError, inside
from argmap.words import system_reason

NAME: Final = "argdown.config.json"
_LARGEST: Final = 2**20


@attrs.frozen
class Config:
    """Settings that hold where a text has none of its own, and where they are from."""

    settings: Mapping[str, Any] = attrs.field(factory=dict)
    excerpts: tuple[Excerpt, ...] = ()
    findings: Sequence[Diagnostic] = ()


def read_config(path: Path | None) -> Config:
    """Return the settings beside the file of a text; none for a text from no file.

    What is wrong with them is a warning. They say nothing of what is under `argmap`.
    """
    if path is None or not (path.parent / NAME).exists():
        return Config()
    excerpts = (Excerpt(Span(0, 0), str(path.parent / NAME), "", 0),)
    try:
        settings = _settings(path.parent)
    except (PathError, LimitError, FormatError, OSError, ValueError) as error:
        reason = system_reason(error) if isinstance(error, OSError) else error
        found = Diagnostic("unread-config", f"{NAME} beside the text: {reason}")
        return Config(excerpts=excerpts, findings=(found,))
    return Config(settings, excerpts)


def _settings(folder: Path) -> dict[str, Any]:
    """Return the settings in a folder; raises ValueError and OSError, among others."""
    file = inside(folder.resolve(), folder, NAME, "its folder")
    text = decoded(read_regular(file, _LARGEST))
    try:
        settings = json.loads(text)
    except RecursionError as error:
        msg = "it is too deep"
        raise ValueError(msg) from error
    if not isinstance(settings, dict):
        msg = "it must be an object"
        raise ValueError(msg)
    return {key: value for key, value in settings.items() if key != "argmap"}


def over(defaults: Mapping[str, Any], own: Mapping[str, Any]) -> dict[str, Any]:
    """Return settings with defaults for what they say nothing of.

    >>> over({"model": {"mode": "strict"}, "a": 1}, {"model": {"x": 2}, "a": 3})
    {'model': {'mode': 'strict', 'x': 2}, 'a': 3}
    """
    both = defaults.keys() & own.keys()
    inner = {
        key: over(defaults[key], own[key])
        for key in both
        if isinstance(defaults[key], dict) and isinstance(own[key], dict)
    }
    return {**defaults, **own, **inner}
