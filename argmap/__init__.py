"""Argument maps: claims, inferences and counterpoints as values.

All of it loads on first use, so that the command line is there at once. Checking
is in `argmap.rules`, the argumentation schemes are in `argmap.schemes`.
"""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from argmap.diagram import Diagram, draw, outline, render
    from argmap.evaluation import Evaluation, evaluate
    from argmap.formats import dump, dumps, load, loads, read
    from argmap.model import (
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
        Premise,
        ProofStandard,
        Quotation,
        Section,
        Source,
        Verdict,
    )
    from argmap.quotations import coverage

__all__ = [
    "Argument",
    "ArgumentMap",
    "AttackKind",
    "Claim",
    "Contradiction",
    "ContradictionKind",
    "Counterpoint",
    "Diagram",
    "Evaluation",
    "Expectation",
    "Inference",
    "Locator",
    "Premise",
    "ProofStandard",
    "Quotation",
    "Section",
    "Source",
    "Verdict",
    "coverage",
    "draw",
    "dump",
    "dumps",
    "evaluate",
    "load",
    "loads",
    "outline",
    "read",
    "render",
]

_HOMES = {
    "Argument": "argmap.model",
    "ArgumentMap": "argmap.model",
    "AttackKind": "argmap.model",
    "Claim": "argmap.model",
    "Contradiction": "argmap.model",
    "ContradictionKind": "argmap.model",
    "Counterpoint": "argmap.model",
    "Expectation": "argmap.model",
    "Inference": "argmap.model",
    "Locator": "argmap.model",
    "Premise": "argmap.model",
    "ProofStandard": "argmap.model",
    "Quotation": "argmap.model",
    "Section": "argmap.model",
    "Source": "argmap.model",
    "Verdict": "argmap.model",
    "Diagram": "argmap.diagram",
    "Evaluation": "argmap.evaluation",
    "evaluate": "argmap.evaluation",
    "draw": "argmap.diagram",
    "outline": "argmap.diagram",
    "render": "argmap.diagram",
    "dump": "argmap.formats",
    "dumps": "argmap.formats",
    "load": "argmap.formats",
    "loads": "argmap.formats",
    "read": "argmap.formats",
    "coverage": "argmap.quotations",
}


def __getattr__(name: str) -> object:
    """Load a name, or the module it may be looked for in, on first use (PEP 562)."""
    from importlib import import_module  # noqa: PLC0415 - it takes its time

    if name in {"errors", "model"}:
        return import_module(f"argmap.{name}")
    if name not in _HOMES:
        msg = f"module 'argmap' has no attribute {name!r}"
        raise AttributeError(msg)
    return getattr(import_module(_HOMES[name]), name)


def __dir__() -> list[str]:
    """List the public names, those not loaded yet too."""
    return __all__
