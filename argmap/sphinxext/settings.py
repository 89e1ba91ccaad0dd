"""What an author can say: the directive's options and the keys of conf.py.

Sphinx and MyST hand over every option as it was written, and here it is read, so
that a slip is a finding at its line and the page still shows the text.
"""

from collections.abc import Callable, Iterable, Mapping
from types import ModuleType
from typing import Any, Final

import attrs
from docutils.parsers.rst import directives
from sphinx.application import Sphinx
from sphinx.config import Config
from sphinx.errors import ConfigError

from argmap.diagnostics import Diagnostic, Severity
from argmap.diagram import Direction, Theme
from argmap.errors import ArgmapError, UnknownFormatError
from argmap.formats import format_for
from argmap.model import Semantics
from argmap.suggestions import did_you_mean, with_likely

OUTLINES: Final = ("none", "collapsed", "visible")


class OptionError(ArgmapError):
    """Options that there are not or whose values are none; findings by their names."""

    def __init__(self, findings: Mapping[str, Diagnostic]) -> None:
        """Keep the findings."""
        self.findings = findings
        super().__init__(findings)


class AnyOption(dict[str, Callable[[str], Any]]):
    """A docutils table of options that takes all of them as they are written."""

    def __missing__(self, name: str) -> Callable[[str], str]:
        """Return what keeps the words of an option."""
        return _words


def _words(value: str | None) -> str:
    """Return what docutils hands over, which is None for nothing."""
    return (value or "").strip()


def _text(value: str) -> str:
    if not value:
        msg = "it needs a value"
        raise ValueError(msg)
    return value


def _one_of(choices: Iterable[str]) -> Callable[[str], str]:
    known = tuple(map(str, choices))

    def read(value: str) -> str:
        if value not in known:
            msg = f"it is one of {', '.join(known)}, not '{value}'"
            raise ValueError(with_likely(msg, str(value), known))
        return value

    return read


def _flag(value: str) -> bool:
    if value.lower() not in {"", "true"}:
        msg = f"it takes no value, and not '{value}'"
        raise ValueError(msg)
    return True


def _semantics(value: str) -> str:
    return _one_of(Semantics)("grounded" if value.lower() in {"", "true"} else value)


def _width(value: str) -> str:
    length = str(directives.length_or_percentage_or_unitless(_text(value)))
    return f"{length}px" if length[-1].isdigit() else length


def _depth(value: str) -> int:
    if not value.isdecimal():
        msg = f"it is a whole number, not '{value}'"
        raise ValueError(msg)
    return int(value)


def _format(value: str) -> str:
    try:
        return format_for(_text(value)).name
    except UnknownFormatError as error:
        raise ValueError(error) from error


_READERS: Final[dict[str, Callable[[str], Any]]] = {
    "object": _text,
    "format": _format,
    "caption": _text,
    "name": _text,
    "alt": _text,
    "align": _one_of(("left", "center", "right")),
    "width": _width,
    "direction": _one_of(Direction),
    "theme": _one_of(Theme),
    "section": _text,
    "focus": _text,
    "depth": _depth,
    "whole": _flag,
    "evaluate": _semantics,
    "outline": _one_of(OUTLINES),
}


@attrs.frozen(kw_only=True)
class Settings:
    """The options of one directive, each under its name."""

    object: str = ""
    format: str = ""
    caption: str = ""
    name: str = ""
    alt: str = ""
    align: str = ""
    width: str = ""
    direction: str
    theme: str
    section: str = ""
    focus: str = ""
    depth: int = 1
    whole: bool = False
    evaluate: str = ""
    outline: str

    @classmethod
    def of(cls, options: Mapping[str, str], config: Config) -> "Settings":
        """Read the options; what they do not say is as conf.py has it.

        Raises OptionError with a finding for each that is not right.
        """
        values: dict[str, Any] = {
            name.removeprefix("argmap_"): config[name]
            for name in _CONFIG
            if name.removeprefix("argmap_") in _READERS
        }
        findings: dict[str, Diagnostic] = {}
        for name, value in options.items():
            try:
                values[name] = _READERS[name](value)
            except KeyError:
                findings[name] = Diagnostic(
                    "unknown-option",
                    f"argmap has no option '{name}'",
                    severity=Severity.ERROR,
                    help=did_you_mean(name, _READERS)
                    or f"its options are {', '.join(_READERS)}",
                )
            except ValueError as error:
                findings[name] = Diagnostic(
                    "bad-option",
                    f"the option '{name}' is not right: {error}",
                    severity=Severity.ERROR,
                )
        if findings:
            raise OptionError(findings)
        return cls(**values)


_CONFIG: Final[dict[str, tuple[object, Callable[[Any], object]]]] = {
    "argmap_direction": (Direction.AUTO.value, _one_of(Direction)),
    "argmap_theme": (Theme.AUTO.value, _one_of(Theme)),
    "argmap_outline": ("collapsed", _one_of(OUTLINES)),
    "argmap_check": (False, lambda value: _one_of(("True", "False"))(str(value))),
}


def add_config(app: Sphinx) -> None:
    """Make the keys known to Sphinx, and have conf.py checked."""
    for name, (default, _) in _CONFIG.items():
        app.add_config_value(name, default, "env", types=[type(default)])
    app.connect("config-inited", _check_config)


def _check_config(_: Sphinx, config: Config) -> None:
    """Refuse keys that there are not, and values that are none."""
    for name, value in config._raw_config.items():  # noqa: SLF001 - nothing else tells
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
            msg = f"the key '{name}' in conf.py is not right: {error}"
            raise ConfigError(msg) from error
