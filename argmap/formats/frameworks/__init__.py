"""Abstract argumentation frameworks (Dung 1995): arguments, and what attacks what.

Three notations: that of the ICCMA competition of 2023 (`p af`), the Trivial Graph
Format, and Aspartix. As a map, an argument is a claim with its name as title, an
attack a counterpoint from one premise; a support is an inference between two claims
that are granted. A `Framework` is the bare thing, for millions of arguments.
Readers and writers are imported when used.
"""

from functools import partial
from typing import TYPE_CHECKING

from argmap.errors import UnknownFormatError
from argmap.formats.document import Document, Format
from argmap.formats.frameworks.mapping import as_map
from argmap.model.framework import Framework

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from argmap.diagnostics import Diagnostic
    from argmap.formats.frameworks.located import Parsed
    from argmap.model import ArgumentMap

__all__ = [
    "AF",
    "APX",
    "FRAMEWORKS",
    "TGF",
    "Framework",
    "as_map",
    "plain_framework",
    "read_framework",
    "write_framework",
]


def _parsed(name: str, text: str) -> "Parsed":
    from argmap.formats.frameworks import located  # noqa: PLC0415 - see above

    read: Callable[[str], Parsed] = getattr(located, f"read_{name}")
    return read(text)


def _read(name: str, text: str) -> Document:
    """Read a framework in the notation with this name; never raises for the text."""
    return _parsed(name, text).document()


def _write(name: str, argument_map: "ArgumentMap") -> str:
    """Write what of a map is a framework."""
    from argmap.formats.frameworks import writer  # noqa: PLC0415 - see above

    return writer.write(argument_map, name)


def _losses(name: str, argument_map: "ArgumentMap") -> "tuple[Diagnostic, ...]":
    """Return what of a map is not."""
    from argmap.formats.frameworks import writer  # noqa: PLC0415 - see above

    back = _read(name, _write(name, argument_map)).argument_map
    return writer.losses(argument_map, back, name)


def _format(name: str, title: str, *suffixes: str) -> Format:
    return Format(
        name,
        title,
        suffixes,
        read=partial(_read, name),
        write=partial(_write, name),
        losses=partial(_losses, name),
    )


AF = _format("af", "ICCMA framework", ".af", ".i23")
"""Arguments are numbers; comments can name them, in a row: `# 1 rose`."""

TGF = _format("tgf", "Trivial Graph Format", ".tgf")
"""What stands behind a name is the text of its claim."""

APX = _format("apx", "Aspartix", ".apx")
"""Names that are no constants stand in quotation marks."""

FRAMEWORKS = (AF, TGF, APX)
"""The notations of frameworks."""


def _known(format: Format | str) -> str:  # noqa: A002 - as in `read`
    name = format if isinstance(format, str) else format.name
    if name not in {each.name for each in FRAMEWORKS}:
        msg = f"a framework is text in af, tgf or apx, not in {name}"
        raise UnknownFormatError(msg)
    return name


def read_framework(text: str, format: Format | str = "af") -> Framework:  # noqa: A002
    r"""Return the framework that a text holds: `af`, `tgf` or `apx`.

    Labels are left out. Raises FormatError with every finding when there is an error
    among them, as for a support, and UnknownFormatError.

    >>> read_framework("p af 2\n1 2\n")
    <Framework: 2 arguments, 1 attack>
    """
    from argmap.formats.frameworks import fast  # noqa: PLC0415 - see above

    name = _known(format)
    read: Callable[[str], Framework] = getattr(fast, f"read_{name}")
    try:
        return read(text)
    except (LookupError, OverflowError, ValueError):
        return _parsed(name, text).framework()


def plain_framework(text: str) -> Framework | None:
    r"""Return the framework that a text of ICCMA holds, if nothing is to be said of it.

    >>> plain_framework("p af 2\n1 2\n")
    <Framework: 2 arguments, 1 attack>
    >>> plain_framework("p af 2\n1 2\n1 2\n") is None
    True
    """
    from argmap.formats.frameworks import fast  # noqa: PLC0415 - see above

    try:
        found = fast.read_af(text, may_repeat=False)
    except (LookupError, OverflowError, ValueError):
        return None
    return found if found.names else None


def write_framework(
    framework: Framework,
    format: Format | str = "af",  # noqa: A002 - as in `read`
    *,
    texts: "Iterable[str]" = (),
) -> str:
    r"""Return a framework as text; what is read from it is the same.

    `texts` can say what the arguments are: they become labels in TGF, comments in
    the others. Raises ValueError for a name that the notation cannot have, and
    UnknownFormatError.

    >>> write_framework(Framework.of(["1", "2"], [("2", "1")]))
    'p af 2\n2 1\n'
    """
    from argmap.formats.frameworks import writer  # noqa: PLC0415 - see above

    return writer.write_framework(framework, _known(format), texts)
