"""Settings of authors: the directive's options and the keys of conf.py.

Sphinx and MyST hand over every option as it was written, and here it is read, so
that a slip is a finding at its line and the page still shows the text.
"""

import re
from collections.abc import Callable, Mapping, Sequence
from types import ModuleType
from typing import Any, Final

import attrs
from docutils.parsers.rst import directives
from sphinx.application import Sphinx
from sphinx.config import Config
from sphinx.errors import ConfigError

from argmap.diagnostics import Diagnostic, Severity
from argmap.diagram import Direction, Theme
from argmap.diagram.outline_html import OutlineDisplay
from argmap.diagram.request import (
    IN_TEXTS,
    Reader,
    Request,
    choice,
    flag,
    read_options,
    text,
)
from argmap.diagram.style import NARROWEST_PAGE
from argmap.errors import OptionError, UnknownFormatError
from argmap.formats import format_for
from argmap.suggestions import did_you_mean


class AnyOption(dict[str, Callable[[str], Any]]):
    """A docutils table of options that takes all of them as they are written."""

    def __missing__(self, name: str) -> Callable[[str], str]:
        """Return what keeps the words of an option; docutils has None for nothing."""
        return lambda value: (value or "").strip()


def _width(value: str | None) -> str:
    words = text(value)
    try:
        length = str(directives.length_or_percentage_or_unitless(words))
    except ValueError as error:
        msg = f"is not right: {error}"
        raise ValueError(msg) from error
    return f"{length}px" if length[-1].isdigit() else length


def _format(value: str | None) -> str:
    try:
        return format_for(text(value)).name
    except UnknownFormatError as error:
        msg = f"is not right: {error}"
        raise ValueError(msg) from error


_PIXELS: Final = re.compile(r"(\d{1,6})px")
_OWN: Final[Mapping[str, Reader]] = {
    **dict.fromkeys(("object", "caption", "name", "alt"), text),
    "format": _format,
    "align": choice(("left", "center", "right")),
    "width": _width,
    "outline": choice(OutlineDisplay),
    "answer": flag,
}


@attrs.frozen(kw_only=True)
class Settings:
    """What one directive is to draw, and its own options, each under its name."""

    request: Request
    outline: OutlineDisplay
    object: str = ""
    format: str = ""
    caption: str = ""
    name: str = ""
    alt: str = ""
    align: str = ""
    width: str = ""
    answer: bool = False

    @classmethod
    def of(cls, options: Mapping[str, str], config: Config) -> "Settings":
        """Read the options; what they do not say is as conf.py has it.

        Raises an ExceptionGroup with an OptionError for each that is not right.
        """
        keys = {name.removeprefix("argmap_"): config[name] for name in _CONFIG}
        known = ({*IN_TEXTS, *_OWN} - options.keys()) & keys.keys()
        defaults = {name: keys[name] for name in known}
        errors: list[OptionError] = []
        given = {name: _value(words) for name, words in options.items()}
        request, own = read_options({**defaults, **given}, _OWN, errors.append)
        if errors:
            msg = "options that are not right"
            raise ExceptionGroup(msg, errors)
        if pixels := _PIXELS.fullmatch(own.get("width", "")):
            width = max(int(pixels[1]), NARROWEST_PAGE)
            request = attrs.evolve(request, width=width)
        return cls(request=request, **own)


def _value(words: str) -> str | None:
    """Return None for nothing, or for what MyST makes of nothing."""
    return None if words.lower() in {"", "true"} else words


def finding_of(error: OptionError) -> Diagnostic:
    """Return what is wrong with an option as a finding."""
    code = "unknown-option" if error.is_unknown else "bad-option"
    message, _, likely = str(error).partition("; ")
    return Diagnostic(code, message, severity=Severity.ERROR, help=likely)


def _folders(value: Any) -> Sequence[str]:
    if isinstance(value, list | tuple) and all(isinstance(x, str) for x in value):
        return value
    msg = "must be a list of folders, as seen from conf.py"
    raise ValueError(msg)


_CONFIG: Final[dict[str, tuple[object, Reader]]] = {
    "argmap_direction": (Direction.AUTO.value, choice(Direction)),
    "argmap_theme": (Theme.AUTO.value, choice(Theme)),
    "argmap_outline": (OutlineDisplay.COLLAPSED.value, choice(OutlineDisplay)),
    "argmap_roots": ([], _folders),
    "argmap_check": (False, lambda value: choice(("True", "False"))(str(value))),
}


def add_config(app: Sphinx) -> None:
    """Make the keys known to Sphinx, and have conf.py checked."""
    for name, (default, _) in _CONFIG.items():
        app.add_config_value(name, default, "env", types=[type(default)])
    app.connect("config-inited", _check_config)


def _check_config(_: Sphinx, config: Config) -> None:
    """Refuse keys that there are not, and values that are none."""
    for name, value in config._raw_config.items():  # noqa: SLF001 - there is no other way
        is_key = name.startswith("argmap_") and not callable(value)
        if is_key and name not in _CONFIG and not isinstance(value, ModuleType):
            likely = did_you_mean(name, _CONFIG)
            likely = likely or f"the keys are {', '.join(_CONFIG)}"
            msg = f"argmap has no key '{name}' in conf.py; {likely}"
            raise ConfigError(msg)
    for name, (_default, read) in _CONFIG.items():
        try:
            read(config[name])
        except ValueError as error:
            msg = f"the key '{name}' in conf.py {error}"
            raise ConfigError(msg) from error
