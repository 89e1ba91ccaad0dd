"""Argument maps: claims, inferences and counterpoints as values.

The model is here at once; everything else loads on first use.
"""

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

__all__ = [
    "Argument",
    "ArgumentMap",
    "AttackKind",
    "Claim",
    "Contradiction",
    "ContradictionKind",
    "Counterpoint",
    "Inference",
    "Locator",
    "Premise",
    "ProofStandard",
    "Quotation",
    "Section",
    "Source",
    "Verdict",
]
