"""Abstract argumentation frameworks (Dung 1995): arguments, and what attacks what.

Three notations: that of the ICCMA competition of 2023 (`p af`), the Trivial Graph
Format, and Aspartix. As a map, an argument is a claim with its name as title, an
attack a counterpoint from one premise; a support is an inference between two claims
that are granted. A `Framework` is the bare thing, for millions of arguments.
The readers are imported when used.
"""

from typing import TYPE_CHECKING

from argmap.errors import UnknownFormatError
from argmap.formats.document import Document, Format
from argmap.formats.frameworks.framework import Framework, as_map

if TYPE_CHECKING:
    from collections.abc import Callable

__all__ = ["AF", "APX", "FRAMEWORKS", "TGF", "Framework", "as_map", "read_framework"]


def _read_af(text: str) -> Document:
    r"""Read a framework in the notation of ICCMA 2023; never raises for what it says.

    Comments can give the arguments names: as many as there are arguments, in a row,
    such as `# 1 rose`.

    >>> _read_af("p af 2\n1 2\n").argument_map
    <ArgumentMap: 2 claims, 1 counterpoint>
    """
    from argmap.formats.frameworks import notations  # noqa: PLC0415 - see above

    return notations.af(text).document()


def _read_tgf(text: str) -> Document:
    r"""Read a framework as a trivial graph; never raises for what it says.

    What stands behind a name is the claim's text.

    >>> _read_tgf("rose Rents rose.\nfell\n#\nfell rose\n").argument_map.claims[0].text
    'Rents rose.'
    """
    from argmap.formats.frameworks import notations  # noqa: PLC0415 - see above

    return notations.tgf(text).document()


def _read_apx(text: str) -> Document:
    """Read a framework in Aspartix's facts; never raises for what it says.

    A name that needs quotation marks has none in the map.

    >>> _read_apx("arg(rose). arg(fell). att(fell, rose).").argument_map
    <ArgumentMap: 2 claims, 1 counterpoint>
    """
    from argmap.formats.frameworks import notations  # noqa: PLC0415 - see above

    return notations.apx(text).document()


AF = Format("af", "ICCMA framework", (".af", ".i23"), read=_read_af)
TGF = Format("tgf", "Trivial Graph Format", (".tgf",), read=_read_tgf)
APX = Format("apx", "Aspartix", (".apx",), read=_read_apx)

FRAMEWORKS = (AF, TGF, APX)
"""The notations of frameworks."""


def read_framework(text: str, format: Format | str = "af") -> Framework:  # noqa: A002
    r"""Return the framework that a text holds: `af`, `tgf` or `apx`.

    Labels are left out. Raises FormatError with every finding when there is an error
    among them, as for a support, and UnknownFormatError.

    >>> read_framework("p af 2\n1 2\n")
    <Framework: 2 arguments, 1 attack>
    """
    from argmap.formats.frameworks import notations, plain  # noqa: PLC0415 - see above

    name = format if isinstance(format, str) else format.name
    if name not in {each.name for each in FRAMEWORKS}:
        msg = f"a framework is read from af, tgf or apx, not from {name}"
        raise UnknownFormatError(msg)
    quick: Callable[[str], Framework] = getattr(plain, name)
    located: Callable[[str], notations.Told] = getattr(notations, name)
    try:
        return quick(text)
    except (LookupError, OverflowError, ValueError):
        return located(text).framework()
