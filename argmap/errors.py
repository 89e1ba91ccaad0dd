"""The exceptions argmap raises; every one says what was wanted and what came."""

from collections.abc import Iterable
from typing import TYPE_CHECKING

from argmap.findings import abridged

if TYPE_CHECKING:
    from argmap.diagnostics import Diagnostic


_FEW = 5


class ArgmapError(Exception):
    """The base of every exception that is argmap's own."""


class UnknownPartError(ArgmapError, LookupError):
    """The map has no part with this id, or none of the kind asked for."""


class InvalidMapError(ArgmapError, ValueError):
    """The parts do not make a map; `faults` names every reason, not the first.

    A fault is a `argmap.model.Fault`: the part it is about, its field, and
    what is wrong, in words.
    """

    def __init__(self, faults: Iterable[object]) -> None:
        """Keep the faults."""
        self.faults: tuple[object, ...] = tuple(faults)
        super().__init__(self.faults)

    def __str__(self) -> str:
        """Return the faults, one a line."""
        return "\n".join(map(str, self.faults))


class EditError(ArgmapError, ValueError):
    """A text cannot be edited so that it says a map; `parts` are what differs then.

    They are ids of parts, and names of fields of the map.
    """

    def __init__(self, parts: Iterable[str]) -> None:
        """Keep what differs."""
        self.parts: tuple[str, ...] = tuple(parts)
        named = ", ".join(f"'{each}'" for each in self.parts[:_FEW])
        more = ", …" if len(self.parts) > _FEW else ""
        super().__init__(f"the text cannot be edited to say {named}{more}")


class QuotationError(ArgmapError, ValueError):
    """The words do not stand in the source, or stand there more than once."""


class UnknownSchemeError(ArgmapError, LookupError):
    """The catalogue has no argumentation scheme with this id."""


class UnknownSpeakerError(ArgmapError, LookupError):
    """Nobody of this name says anything in the map."""


class UnknownRuleError(ArgmapError, LookupError):
    """No rule of the checker has this code."""


class UnknownFormatError(ArgmapError, LookupError):
    """No format has this name or suffix."""


class OptionError(ArgmapError, ValueError):
    """An option of a drawing that does not exist, or that cannot have its value.

    `option` is its name; it `is_unknown` if there is no such option.
    """

    def __init__(
        self, reason: str, option: str = "", *, is_unknown: bool = False
    ) -> None:
        """Keep what is wrong with which option."""
        super().__init__(reason)
        self.option = option
        self.is_unknown = is_unknown


class WriteError(ArgmapError, OSError):
    """A file, or standard output, that cannot be written."""


class FormatError(ArgmapError, ValueError):
    """The text is not a valid map; `diagnostics` holds every finding, located."""

    def __init__(self, diagnostics: "Iterable[Diagnostic]", text: str = "") -> None:
        """Keep the findings and the text that they are about."""
        self.diagnostics: tuple[Diagnostic, ...] = tuple(diagnostics)
        self.text = text
        super().__init__(self.diagnostics, text)

    def __str__(self) -> str:
        """Return the findings, each with its place and help; of each kind the first."""
        shown, more = abridged(self.diagnostics)
        return "\n".join([*map(self._lines, shown), *more])

    def __repr__(self) -> str:
        """Return the first finding, and how many there are; the text can be long."""
        more = len(self.diagnostics) - 1
        first = "".join(map(self._line, self.diagnostics[:1]))
        return f"<FormatError: {first}{f' and {more:,} more' * (more > 0)}>"

    def _lines(self, diagnostic: "Diagnostic") -> str:
        help_ = f"\n  = help: {diagnostic.help}" if diagnostic.help else ""
        return f"{self._line(diagnostic)}{help_}"

    def _line(self, diagnostic: "Diagnostic") -> str:
        if diagnostic.span is None:
            return str(diagnostic)
        line, column = diagnostic.span.position(self.text)
        return f"{line}:{column}: {diagnostic}"


class NoLabellingError(ArgmapError, ValueError):
    """No labelling of the map is as the semantics wants it."""


class UnweighableError(ArgmapError, ValueError):
    """The map holds a part that this gradual semantics cannot weigh."""


class ConvergenceError(ArgmapError, ArithmeticError):
    """Degrees that depend on each other do not settle."""


class SupportCycleError(ArgmapError, ValueError):
    """Claims support each other in a circle, which no abstract framework can say.

    `claims` are their ids, each supported by the next.
    """

    def __init__(self, claims: Iterable[str]) -> None:
        """Keep the ids."""
        self.claims: tuple[str, ...] = tuple(claims)
        super().__init__(self.claims)

    def __str__(self) -> str:
        """Return the reason in words; of a long circle its beginning."""
        named = ", ".join(f"'{each}'" for each in self.claims[:_FEW])
        more = f" and {len(self.claims) - _FEW} more" if self.claims[_FEW:] else ""
        return (
            "no abstract framework can say that claims support each other in a circle:"
            f" {named}{more}"
        )


class EngineError(ArgmapError, RuntimeError):
    """The layout engine is missing or failed."""


class LimitError(ArgmapError, RuntimeError):
    """The work was stopped at its deadline or its limit of size."""


class MissingExtraError(ArgmapError, ImportError):
    """What is wanted needs an extra that is not installed.

    >>> str(MissingExtraError(wanted="PNG", extra="png")).partition(";")[0]
    "PNG needs an extra: pip install 'argmap[png]'"
    """

    def __init__(self, wanted: str, extra: str) -> None:
        """Keep what is wanted, in words, and the name of the extra."""
        self.wanted = wanted
        self.extra = extra
        super().__init__(wanted, extra)

    def __str__(self) -> str:
        """Return what is wanted, and the commands that install the extra."""
        package = f"'argmap[{self.extra}]'"
        return (
            f"{self.wanted} needs an extra: pip install {package}; or, where pipx has"
            f" installed argmap: pipx inject argmap {package}"
        )


class MissingGlyphsWarning(UserWarning):
    """No font has some letters of a PNG or a PDF; it has boxes in their place."""


class UnreadFilesWarning(UserWarning):
    """Some files of a corpus could not be read, and are missing in what was made."""
