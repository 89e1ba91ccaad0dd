"""Argument maps: claims, inferences and counterpoints as values.

All of it loads on first use, so that the command line is there at once. The
argumentation schemes are in `argmap.schemes`.
"""

from argmap import display as _display

TYPE_CHECKING = False  # type checkers take it for true; `typing` takes its time
if TYPE_CHECKING:
    from argmap.diagram import Diagram, draw, render
    from argmap.diagram.outline import outline
    from argmap.errors import (
        ArgmapError,
        ConvergenceError,
        EngineError,
        FormatError,
        InvalidMapError,
        LimitError,
        MissingExtraError,
        NoLabellingError,
        OptionError,
        QuotationError,
        SupportCycleError,
        UnknownFormatError,
        UnknownPartError,
        UnknownRuleError,
        UnknownSchemeError,
        UnweighableError,
        WriteError,
    )
    from argmap.evaluation import Evaluation, evaluate
    from argmap.formats import dump, dumps, load, loads, read
    from argmap.graphs import to_networkx
    from argmap.model import (
        Act,
        Argument,
        ArgumentMap,
        AttackKind,
        Claim,
        Contradiction,
        ContradictionKind,
        Counterpoint,
        Expectation,
        Inference,
        Locator,
        Preference,
        Premise,
        ProofStandard,
        Question,
        Quotation,
        Rephrase,
        Section,
        Source,
        Utterance,
        Verdict,
        argued,
        linked,
    )
    from argmap.quotations import coverage
    from argmap.rules import check

    __version__: str

__all__ = [
    "Act",
    "ArgmapError",
    "Argument",
    "ArgumentMap",
    "AttackKind",
    "Claim",
    "Contradiction",
    "ContradictionKind",
    "ConvergenceError",
    "Counterpoint",
    "Diagram",
    "EngineError",
    "Evaluation",
    "Expectation",
    "FormatError",
    "Inference",
    "InvalidMapError",
    "LimitError",
    "Locator",
    "MissingExtraError",
    "NoLabellingError",
    "OptionError",
    "Preference",
    "Premise",
    "ProofStandard",
    "Question",
    "Quotation",
    "QuotationError",
    "Rephrase",
    "Section",
    "Source",
    "SupportCycleError",
    "UnknownFormatError",
    "UnknownPartError",
    "UnknownRuleError",
    "UnknownSchemeError",
    "UnweighableError",
    "Utterance",
    "Verdict",
    "WriteError",
    "__version__",
    "argued",
    "check",
    "coverage",
    "draw",
    "dump",
    "dumps",
    "evaluate",
    "linked",
    "load",
    "loads",
    "outline",
    "read",
    "render",
    "to_networkx",
]

_HOMES = {
    "Diagram": "diagram",
    "Evaluation": "evaluation",
    "check": "rules",
    "coverage": "quotations",
    "draw": "diagram",
    "dump": "formats",
    "dumps": "formats",
    "evaluate": "evaluation",
    "load": "formats",
    "loads": "formats",
    "outline": "diagram",
    "read": "formats",
    "render": "diagram",
    "to_networkx": "graphs",
}
"""Where names are that are neither errors nor in the model."""


def __getattr__(name: str) -> object:
    """Load a name, or the module it may be looked for in, on first use (PEP 562)."""
    from importlib import import_module  # noqa: PLC0415 - it takes its time

    if name in {"errors", "model"}:
        return import_module(f"argmap.{name}")
    if name == "__version__":
        return import_module("importlib.metadata").version("argmap")
    if name not in __all__:
        msg = f"module 'argmap' has no attribute {name!r}"
        raise AttributeError(msg)
    home = "errors" if name.endswith("Error") else _HOMES.get(name, "model")
    return getattr(import_module(f"argmap.{home}"), name)


def __dir__() -> list[str]:
    """List the public names, those not loaded yet too."""
    return __all__


def _show(shown: "ArgumentMap | Diagram") -> _display.Bundle:
    from argmap.diagram.notebook import show  # noqa: PLC0415 - on first use too

    return show(shown)


_display.show = _show
