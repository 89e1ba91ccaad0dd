"""Argument maps: claims, inferences and counterpoints as values.

The model is here at once; everything else loads on first use.
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

_LATER = {
    "Diagram": "argmap.diagram",
    "draw": "argmap.diagram",
    "outline": "argmap.diagram",
    "render": "argmap.diagram",
}


def __getattr__(name: str) -> object:
    """Load the public names that are more than the model on first use (PEP 562)."""
    if name in _LATER:
        from importlib import import_module  # noqa: PLC0415 - seldom needed

        return getattr(import_module(_LATER[name]), name)
    msg = f"module 'argmap' has no attribute {name!r}"
    raise AttributeError(msg)


__all__ = [
    "Argument",
    "ArgumentMap",
    "AttackKind",
    "Claim",
    "Contradiction",
    "ContradictionKind",
    "Counterpoint",
    "Diagram",
    "Inference",
    "Locator",
    "Premise",
    "ProofStandard",
    "Quotation",
    "Section",
    "Source",
    "Verdict",
    "draw",
    "outline",
    "render",
]
