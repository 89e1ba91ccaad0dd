"""Argument maps: claims, inferences and counterpoints as values.

The model is here at once; what reads, writes and draws loads on first use. Checking
is in `argmap.rules`, the argumentation schemes are in `argmap.schemes`.
"""

from typing import TYPE_CHECKING

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

if TYPE_CHECKING:
    from argmap.diagram import Diagram, draw, outline, render
    from argmap.evaluation import Evaluation, evaluate
    from argmap.formats import dump, dumps, load, loads, read
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
    """Load what is more than the model on first use (PEP 562)."""
    if name not in _HOMES:
        msg = f"module 'argmap' has no attribute {name!r}"
        raise AttributeError(msg)
    from importlib import import_module  # noqa: PLC0415 - the model does without

    return getattr(import_module(_HOMES[name]), name)


def __dir__() -> list[str]:
    """List the public names, those not loaded yet too."""
    return __all__
