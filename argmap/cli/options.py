"""The options that several commands share, and the values that they take."""

import math
import re
from collections.abc import Callable, Collection, Mapping
from typing import Any, Final, Protocol, TypeVar

import attrs
import click
from click.core import ParameterSource

from argmap.errors import ArgmapError
from argmap.formats import Declaration, read_text
from argmap.formats.files import LARGEST, shown_size
from argmap.words import named_option

_Command = TypeVar("_Command", bound=Callable[..., Any])
_LONGEST: Final = 86_400.0
_MAX_SIZE: Final = "argmap.max_size"
_ROOT: Final = "argmap.root"
_WANTED: Final = "argmap.wanted"
_DECLARED: Final = "argmap.declared"
_SIZE: Final = re.compile(r"(\d{1,15}(?:\.\d+)?) ?(?:([kmgt])(i?))?b?", re.IGNORECASE)


class _Option(Protocol):
    """What adds an option to a command."""

    def __call__(self, command: _Command, /) -> _Command: ...


class _Seconds(click.FloatRange):
    """A time in seconds, of no more than a day."""

    def __init__(self) -> None:
        super().__init__(min=0, max=_LONGEST, min_open=True)

    def convert(
        self, value: Any, param: click.Parameter | None, ctx: click.Context | None
    ) -> float:
        """Return the seconds; what is no number is in no range, and yet passes one."""
        seconds: float = super().convert(value, param, ctx)
        if math.isnan(seconds):
            self.fail(f"'{value}' is no number of seconds", param, ctx)
        return seconds


seconds: Final = _Seconds()


def timeout_option(text: str) -> Callable[[_Command], _Command]:
    """Add --timeout, a deadline in seconds."""
    return click.option(
        "--timeout", type=seconds, default=30.0, show_default=True, help=text
    )


def _bytes(size: str) -> int:
    """Return a number of bytes; kB and MB go by 1,000, KiB and MiB by 1,024.

    >>> _bytes("300MB"), _bytes("1.5 GiB"), _bytes("1000")
    (300000000, 1610612736, 1000)
    """
    found = _SIZE.fullmatch(size.strip())
    if found is None:
        msg = f"'{size}' is not a size such as 300MB or 2GiB"
        raise click.BadParameter(msg)
    unit = 1024 if found[3] else 1000
    return int(float(found[1]) * unit ** " kmgt".index((found[2] or " ").lower()))


def _keep_size(context: click.Context, _: click.Parameter, value: str) -> None:
    context.meta[_MAX_SIZE] = _bytes(value)


max_size_option: _Option = click.option(
    "--max-size",
    metavar="SIZE",
    default=shown_size(LARGEST),
    show_default=True,
    expose_value=False,
    callback=_keep_size,
    help="The maximum size of an INPUT.",
)


def max_size() -> int:
    """Return how many bytes an INPUT may have, by --max-size."""
    context = click.get_current_context(silent=True)
    size: int = context.meta.get(_MAX_SIZE, LARGEST) if context else LARGEST
    return size


def input_argument(command: _Command) -> _Command:
    """Add the argument INPUT, and --max-size."""
    return click.argument("input_", metavar="INPUT")(max_size_option(command))


def inputs_argument(command: _Command) -> _Command:
    """Add the argument INPUT..., one at least, and --max-size."""
    argument = click.argument("inputs", metavar="INPUT...", nargs=-1, required=True)
    return argument(max_size_option(command))


def _keep_wanted(context: click.Context, option: click.Parameter, value: Any) -> None:
    if value:
        context.meta.setdefault(_WANTED, []).append(option.name)


def reader_options(known: Collection[str], what: str) -> dict[str, bool]:
    """Return what is wanted of a reader that knows these options.

    Raises UsageError for one that it does not know; `what` is read.
    """
    context = click.get_current_context(silent=True)
    wanted: list[str] = context.meta.get(_WANTED, []) if context else []
    for each in wanted:
        if each not in known:
            msg = f"{named_option(each)} changes nothing in {what}"
            raise click.UsageError(msg)
    return dict.fromkeys(wanted, True)


def from_option(command: _Command) -> _Command:
    """Add --from, the options of readers, --reader, and those of a declaration.

    What declares where in INPUT nodes and edges are is in the help of `convert`, and is
    the same everywhere.
    """
    is_hidden = getattr(command, "__name__", "") != "convert"
    for field in reversed(attrs.fields(Declaration)):
        command = _declaring(field, is_hidden=is_hidden)(command)
    reader = click.option(
        "--reader",
        metavar="FILE",
        type=click.Path(exists=True, dir_okay=False),
        expose_value=False,
        callback=_keep_declared,
        help="A declaration in TOML: where in INPUT nodes and edges are.",
    )
    edges = click.option(
        "--edges-as-reasons",
        is_flag=True,
        expose_value=False,
        callback=_keep_wanted,
        help="AIF: read an edge between two claims as a reason.",
    )
    from_ = click.option(
        "--from", "from_", metavar="FORMAT", help="The format of INPUT."
    )
    return from_(edges(reader(command)))


def _declaring(
    field: "attrs.Attribute[Any]", *, is_hidden: bool
) -> Callable[[_Command], _Command]:
    """Return the option for a field of a declaration."""
    if is_map := field.name == "relations":
        name, metavar = "--relation", "WORD=MEANING"
    else:
        name = named_option(field.name)
        metavar = "FILE" if field.name == "source_file" else "PATH"
    return click.option(
        name,
        field.name,
        metavar=metavar,
        multiple=is_map or field.default == (),
        expose_value=False,
        callback=_keep_declared,
        hidden=is_hidden,
        help=field.metadata["help"],
    )


def _keep_declared(context: click.Context, option: click.Parameter, value: Any) -> None:
    if value:
        context.meta.setdefault(_DECLARED, {})[option.name] = value


def declaration() -> Declaration | None:
    """Return where in an INPUT nodes and edges are, by --reader and its like.

    None if nobody says so. Raises UsageError for what is no declaration.
    """
    context = click.get_current_context(silent=True)
    said = dict(context.meta.get(_DECLARED, {})) if context else {}
    if not said:
        return None
    refuse({"from_"}, "beside a declaration of where nodes and edges are")
    reader = said.pop("reader", None)
    try:
        text = read_text(reader) if reader else ""
        return attrs.evolve(Declaration.from_toml(text), **_fields(said))
    except (ArgmapError, OSError) as error:
        about = f"'{reader}': " if reader else ""
        msg = f"{about}{error}"
        raise click.UsageError(msg) from error


def _fields(said: Mapping[str, Any]) -> dict[str, Any]:
    fields = dict(said)
    if words := fields.get("relations"):
        pairs = [each.rpartition("=") for each in words]
        for _, sign, meaning in pairs:
            if not sign:
                msg = f"--relation wants WORD=MEANING, not '{meaning}'"
                raise click.UsageError(msg)
        fields["relations"] = {word: meaning for word, _, meaning in pairs}
    return fields


output_option: _Option = click.option(
    "-o",
    "--output",
    metavar="OUT|DIR|-",
    default="-",
    help="A file, a folder for several files, or - for standard output (the default).",
)
check_option: _Option = click.option(
    "--check", is_flag=True, help="Write nothing; exit with 1 if a file would change."
)
diff_option: _Option = click.option(
    "--diff", is_flag=True, help="Write nothing; show the changes."
)
keep_going_option: _Option = click.option(
    "-k",
    "--keep-going",
    is_flag=True,
    help="Use what can be read of a text with errors; exit with 1.",
)
jobs_option: _Option = click.option(
    "-j",
    "--jobs",
    type=click.IntRange(min=1),
    default=1,
    show_default=True,
    help="How many processes work at the same time.",
)
quiet_option: _Option = click.option(
    "-q", "--quiet", is_flag=True, help="Do not report the files that are written."
)


def refuse(names: Collection[str], reason: str) -> None:
    """Refuse what was given of these options: beside others it would change nothing.

    `names` are those of the parameters. Raises UsageError.
    """
    context = click.get_current_context()
    for each in context.command.params:
        name = each.name or ""
        source = context.get_parameter_source(name)
        if name in names and source is not ParameterSource.DEFAULT:
            msg = f"{each.opts[-1]} changes nothing {reason}"
            raise click.UsageError(msg)


def root_option(command: _Command) -> _Command:
    """Add --root."""
    return click.option(
        "--root",
        metavar="DIR",
        type=click.Path(exists=True, file_okay=False),
        expose_value=False,
        callback=_keep_root,
        help="The folder that source files must be in; by default the map's project.",
    )(command)


def _keep_root(context: click.Context, _: click.Parameter, value: str | None) -> None:
    context.meta[_ROOT] = value


def source_root() -> str | None:
    """Return where the files of sources may be, by --root."""
    context = click.get_current_context(silent=True)
    root: str | None = context.meta.get(_ROOT) if context else None
    return root
