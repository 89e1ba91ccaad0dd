"""Requests: what to draw of a document, and how, in one value, whoever asks.

The command line, Sphinx, Markdown and Python all fill a `Request`. A field is an
option everywhere, under its name, with its default and, beside its type, its line of
help.
"""

import re
from collections.abc import Callable, Iterable, Mapping
from types import MappingProxyType, NoneType
from typing import Annotated, Any, Final, TypeAlias, TypedDict, TypeVar, get_args

import attrs

from argmap.diagram import style
from argmap.diagram.engine import TIMEOUT, Engine
from argmap.diagram.style import Arguments, Direction, Layout, Paper, Theme
from argmap.errors import OptionError
from argmap.formats import Document, View
from argmap.model import ArgumentMap, Semantics
from argmap.model.folded import fold_arguments
from argmap.model.selection import around, within, without_prose
from argmap.suggestions import did_you_mean, with_likely

Reader: TypeAlias = Callable[[str | None], Any]
"""Reads an option's value, None where it has none; raises ValueError."""
_Choice = TypeVar("_Choice", bound=str)
_MOST_DIGITS: Final = 6
_MOST_BOXES: Final = 50
"""From here on the arguments of a map are folded, unless their steps are asked for."""


class Options(TypedDict, total=False):
    """The fields of a `Request` as arguments of `draw` and `render`."""

    direction: Direction | str
    theme: Theme | str
    layout: Layout | str
    width: int
    columns: int | None
    max_lines: int | None
    schemes: bool
    heading: bool
    paper: Paper | str | None
    landscape: bool
    legend: bool
    with_source: bool
    engine: Engine | str | None
    timeout: float
    section: str | None
    focus: str | None
    depth: int | None
    whole: bool
    arguments: Arguments | str
    evaluate: Semantics | str | bool | None


def _semantics(value: Semantics | str | bool | None) -> Semantics | None:  # noqa: FBT001 - as `evaluate=True` reads
    if isinstance(value, str):
        return Semantics(value)
    return Semantics.GROUNDED if value else None


def _number_from(least: int, default: int | None = None) -> Any:
    """Return a field for a number, which refuses what is less than `least`."""

    def validate(_: object, field: "attrs.Attribute[Any]", value: int | None) -> None:
        if value is not None and value < least:
            msg = f"{field.name} must be at least {least}, not {value}"
            raise OptionError(msg, field.name)

    return attrs.field(default=default, validator=validate, metadata={"least": least})


@attrs.frozen(kw_only=True)
class Look:
    """How a map is drawn, and what lays it out; `timeout` is in seconds.

    Raises OptionError for a number that is too small.
    """

    direction: Annotated[Direction, "The direction of arrows."] = attrs.field(
        default=Direction.AUTO, converter=Direction
    )
    theme: Annotated[Theme, "The colours; auto follows the reader's scheme."] = (
        attrs.field(default=Theme.AUTO, converter=Theme)
    )
    layout: Annotated[
        Layout, "A graph or a list; auto draws a graph if its text can be read."
    ] = attrs.field(default=Layout.AUTO, converter=Layout)
    width: Annotated[int, "The width of the page in pixels."] = _number_from(
        style.NARROWEST_PAGE, style.PAGE_WIDTH
    )
    columns: Annotated[
        int | None, "The number of columns of a list; by default as many as fit."
    ] = _number_from(1)
    max_lines: Annotated[
        int | None, "The number of lines shown of a claim; by default all."
    ] = _number_from(1)
    schemes: Annotated[bool, "Name the scheme of each step."] = False
    heading: Annotated[bool, "Show the map's title, status and author above it."] = (
        False
    )
    paper: Annotated[
        Paper | None, "Pages of this size (pdf): a list, or a graph by --layout."
    ] = attrs.field(default=None, converter=attrs.converters.optional(Paper))
    landscape: Annotated[bool, "Use pages that are wider than high."] = False
    legend: Annotated[bool, "Add a legend to DOT; other pictures always have one."] = (
        False
    )
    with_source: Annotated[
        bool, "Show the text of the sources beside the map (html), if available."
    ] = False
    engine: Annotated[
        Engine | None, "The layout engine; by default $ARGMAP_ENGINE, or auto."
    ] = attrs.field(default=None, converter=attrs.converters.optional(Engine))
    timeout: Annotated[float, "The layout's deadline in seconds."] = TIMEOUT


@attrs.frozen(kw_only=True)
class Request(Look):
    """What part of a document is to be drawn, and how.

    Raises OptionError for a depth without a focus, and landscape without paper.

    >>> Request(focus="rent-is-high", depth=2, theme="dark").theme
    <Theme.DARK: 'dark'>
    """

    section: Annotated[str | None, "Show only this section."] = None
    focus: Annotated[str | None, "Show only this claim and what is around it."] = None
    depth: Annotated[int | None, "How many steps around --focus; by default 1."] = None
    whole: Annotated[
        bool, "Draw the whole map, prose too, even if its text selects a part."
    ] = False
    arguments: Annotated[
        Arguments,
        "Draw arguments by their steps, or folded to boxes; auto folds large maps.",
    ] = attrs.field(default=Arguments.AUTO, converter=Arguments)
    evaluate: Annotated[Semantics | None, "Show the verdicts of the whole map."] = (
        attrs.field(default=None, converter=_semantics)
    )

    def __attrs_post_init__(self) -> None:
        """Refuse a depth round nothing, and the side of no paper."""
        if self.landscape and self.paper is None:
            msg = "landscape is how paper lies: it needs paper, such as A4"
            raise OptionError(msg, "landscape")
        if self.depth is not None and self.focus is None:
            msg = "depth needs focus: the id of the claim to go around"
            raise OptionError(msg, "depth")

    def part_of(self, argument_map: ArgumentMap) -> ArgumentMap:
        """Return the part of a map that is wanted; raises UnknownPartError."""
        if self.section is not None:
            argument_map = within(argument_map, self.section)
        if self.focus is not None:
            depth = 1 if self.depth is None else self.depth
            argument_map = around(argument_map, self.focus, depth)
        return argument_map

    def view_of(self, document: Document) -> View:
        """Return what is to be drawn: what the text wants where nobody says else.

        Claims that nothing relates to are left out unless the whole is asked for.
        Raises UnknownPartError.
        """
        view = document.drawn
        argument_map = view.argument_map
        if self.whole or self.focus is not None or self.section is not None:
            argument_map = self.part_of(document.argument_map)
        related = argument_map
        if not self.whole and self.focus is None:
            related = without_prose(argument_map)
        return attrs.evolve(
            view,
            argument_map=self._folded(related),
            left_out=len(argument_map.claims) - len(related.claims),
        )

    def _folded(self, argument_map: ArgumentMap) -> ArgumentMap:
        boxes = sum(map(argument_map.counts_as_claim, argument_map.propositions))
        is_large = self.arguments is Arguments.AUTO and boxes > _MOST_BOXES
        if self.arguments is Arguments.FOLDED or is_large:
            return fold_arguments(argument_map)
        return argument_map


def kind_of(name: str) -> tuple[Any, str]:
    """Return what the value of an option is, if it has one, and its line of help.

    >>> kind_of("depth")
    (<class 'int'>, 'How many steps around --focus; by default 1.')
    """
    value, help_ = get_args(attrs.fields_dict(Request)[name].type)
    kinds = [each for each in get_args(value) if each is not NoneType]
    return (kinds[0] if kinds else value), help_


def choice(known: Iterable[_Choice]) -> Callable[[str | None], _Choice]:
    """Return what reads one of some names, or a member of an enumeration."""
    names = tuple(known)

    def read(value: str | None) -> _Choice:
        if value not in names:
            msg = f"must be one of {', '.join(names)}, not '{value}'"
            raise ValueError(with_likely(msg, str(value), names))
        return names[names.index(value)]

    return read


def text(value: str | None) -> str:
    """Return the value of an option that needs one."""
    if value is None:
        msg = "wants a value"
        raise ValueError(msg)
    return value


def flag(value: str | None) -> bool:
    """Return True for an option that takes no value."""
    if value is not None:
        msg = "takes no value"
        raise ValueError(msg)
    return True


def _number(value: str | None) -> int:
    digits = value or ""
    if not (digits.isascii() and digits.isdecimal() and len(digits) <= _MOST_DIGITS):
        msg = f"must be a number such as 2, not '{digits}'"
        raise ValueError(msg)
    return int(digits)


def _verdicts(value: str | None) -> Semantics:
    return Semantics.GROUNDED if value is None else choice(Semantics)(value)


_READERS: Final[Mapping[type, Reader]] = MappingProxyType(
    {str: text, bool: flag, int: _number, Semantics: _verdicts}
)
_OF_WHO_RUNS_IT: Final = (
    *("legend", "paper", "landscape", "with_source", "engine", "timeout"),
)
REQUEST_OPTIONS: Final = tuple(each.name for each in attrs.fields(Request))
IN_TEXTS: Final[Mapping[str, Reader]] = MappingProxyType(
    {
        each: _READERS.get(kind_of(each)[0]) or choice(kind_of(each)[0])
        for each in REQUEST_OPTIONS
        if each not in _OF_WHO_RUNS_IT
    }
)
"""What reads the options that the author of a text may give, by their names."""


def parse_options(
    words: str, option: re.Pattern[str], example: str
) -> dict[str, str | None]:
    r"""Return the options that are written behind each other, None for no value.

    `option` matches one: its name, and its value in any group. Raises OptionError with
    the `example` of how one is written.

    >>> parse_options("depth=2 whole", re.compile(r" *(\w+)(?:=(\w+))?"), "depth=2")
    {'depth': '2', 'whole': None}
    """
    options: dict[str, str | None] = {}
    at = 0
    while at < len(words):
        found = option.match(words, at)
        if found is None:
            msg = f"'{words[at:].strip()}' is not written like {example}"
            raise OptionError(msg)
        name, *values = found.groups()
        if name in options:
            msg = f"the option '{name}' is given twice"
            raise OptionError(msg, name)
        options[name] = next((each for each in values if each is not None), None)
        at = found.end()
    return options


def _raise(error: OptionError) -> None:
    raise error


def read_options(
    options: Mapping[str, str | None],
    own: Mapping[str, Reader],
    report: Callable[[OptionError], None] = _raise,
) -> tuple[Request, dict[str, Any]]:
    """Read options as a text has them, None for those without a value.

    Returns the request, and the values of those that `own` reads. What is wrong with
    each is handed to `report`, or else the first is raised, an OptionError.

    >>> read_options({"theme": "dark", "alt": "Rents"}, own={"alt": text})[1]
    {'alt': 'Rents'}
    """
    values: dict[str, Any] = {}
    for name, value in options.items():
        try:
            values[name] = _read(name, value, {**IN_TEXTS, **own})
        except OptionError as error:
            report(error)
    if len(values) == len(options):
        asked = {
            name: values.pop(name) for name in (values.keys() & IN_TEXTS) - own.keys()
        }
        try:
            return Request(**asked), values
        except OptionError as error:
            report(error)
    return Request(), {}


def _read(name: str, value: str | None, readers: Mapping[str, Reader]) -> object:
    if name not in readers:
        meant = did_you_mean(name, readers) or f"there are {', '.join(readers)}"
        msg = f"there is no option '{name}'; {meant}"
        raise OptionError(msg, name, is_unknown=True)
    try:
        return readers[name](value)
    except ValueError as error:
        reason = str(error)
        shown = name if reason.startswith("must") else f"the option '{name}'"
        msg = f"{shown} {reason}"
        raise OptionError(msg, name) from error
