"""Argument maps: claims, inferences and counterpoints as values.

All of it loads on first use, so that the command line is there at once. The
argumentation schemes are in `argmap.schemes`.
"""

from argmap import display as _display

TYPE_CHECKING = False  # type checkers take it for true; `typing` takes its time
if TYPE_CHECKING:
    from argmap.changes import Diff as Diff, diff as diff
    from argmap.diagram import Diagram as Diagram, draw as draw, render as render
    from argmap.diagram.outline import outline as outline
    from argmap.errors import (
        ArgmapError as ArgmapError,
        ConvergenceError as ConvergenceError,
        EditError as EditError,
        EngineError as EngineError,
        FormatError as FormatError,
        InvalidMapError as InvalidMapError,
        LimitError as LimitError,
        MissingExtraError as MissingExtraError,
        MissingGlyphsWarning as MissingGlyphsWarning,
        NoLabellingError as NoLabellingError,
        OptionError as OptionError,
        QuotationError as QuotationError,
        SupportCycleError as SupportCycleError,
        UnknownFormatError as UnknownFormatError,
        UnknownPartError as UnknownPartError,
        UnknownRuleError as UnknownRuleError,
        UnknownSchemeError as UnknownSchemeError,
        UnknownSpeakerError as UnknownSpeakerError,
        UnreadFilesWarning as UnreadFilesWarning,
        UnweighableError as UnweighableError,
        WriteError as WriteError,
    )
    from argmap.evaluation import Evaluation as Evaluation, evaluate as evaluate
    from argmap.formats import (
        dump as dump,
        dumps as dumps,
        load as load,
        loads as loads,
        read as read,
    )
    from argmap.graphs import to_networkx as to_networkx
    from argmap.model import (
        Act as Act,
        Argument as Argument,
        ArgumentMap as ArgumentMap,
        AttackKind as AttackKind,
        Claim as Claim,
        Contradiction as Contradiction,
        ContradictionKind as ContradictionKind,
        Counterpoint as Counterpoint,
        Expectation as Expectation,
        Inference as Inference,
        Locator as Locator,
        Preference as Preference,
        Premise as Premise,
        ProofStandard as ProofStandard,
        Question as Question,
        Quotation as Quotation,
        Rephrase as Rephrase,
        Section as Section,
        Source as Source,
        Utterance as Utterance,
        Verdict as Verdict,
        argued as argued,
        asked as asked,
        headed as headed,
        linked as linked,
        premise as premise,
    )
    from argmap.quotations import coverage as coverage
    from argmap.rules import check as check

    __version__: str

_NAMES = {
    "changes": "Diff diff",
    "diagram": "Diagram draw outline render",
    "errors": (
        "ArgmapError ConvergenceError EditError EngineError FormatError "
        "InvalidMapError LimitError MissingExtraError MissingGlyphsWarning "
        "NoLabellingError OptionError QuotationError SupportCycleError "
        "UnknownFormatError UnknownPartError UnknownRuleError UnknownSchemeError "
        "UnknownSpeakerError UnreadFilesWarning UnweighableError WriteError"
    ),
    "evaluation": "Evaluation evaluate",
    "formats": "dump dumps load loads read",
    "graphs": "to_networkx",
    "model": (
        "Act Argument ArgumentMap AttackKind Claim Contradiction "
        "ContradictionKind Counterpoint Expectation Inference Locator "
        "Preference Premise ProofStandard Question Quotation Rephrase Section "
        "Source Utterance Verdict argued asked headed linked premise"
    ),
    "quotations": "coverage",
    "rules": "check",
}
"""The public names, by the module that each is loaded from."""
_HOMES = {name: home for home, names in _NAMES.items() for name in names.split()}

__all__ = [*_HOMES, "__version__"]  # noqa: PLE0604 - all are strings


def __getattr__(name: str) -> object:
    """Load a name, or the module it may be looked for in, on first use (PEP 562)."""
    from importlib import import_module  # noqa: PLC0415 - it takes its time

    if name in {"corpus", "errors", "model"}:
        return import_module(f"argmap.{name}")
    if name == "__version__":
        return import_module("importlib.metadata").version("argmap")
    if name not in _HOMES:
        msg = f"module 'argmap' has no attribute {name!r}"
        raise AttributeError(msg)
    return getattr(import_module(f"argmap.{_HOMES[name]}"), name)


def __dir__() -> list[str]:
    """List the public names, those not loaded yet too."""
    return __all__


def _show(shown: "ArgumentMap | Diagram") -> _display.Bundle:
    from argmap.diagram.notebook import show  # noqa: PLC0415 - on first use too

    return show(shown)


_display.show = _show
