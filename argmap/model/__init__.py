"""The nouns of an argument: frozen values that name each other by id."""

from argmap.model.argument_map import ArgumentMap
from argmap.model.faults import Fault, Piece
from argmap.model.parts import (
    Argument,
    AttackKind,
    Claim,
    Contradiction,
    ContradictionKind,
    Counterpoint,
    Expectation,
    Inference,
    Member,
    Part,
    Premise,
    ProofStandard,
    Section,
    Semantics,
    Step,
    Verdict,
)
from argmap.model.sources import Locator, Quotation, Source
from argmap.model.values import Data, JsonValue

__all__ = [
    "Argument",
    "ArgumentMap",
    "AttackKind",
    "Claim",
    "Contradiction",
    "ContradictionKind",
    "Counterpoint",
    "Data",
    "Expectation",
    "Fault",
    "Inference",
    "JsonValue",
    "Locator",
    "Member",
    "Part",
    "Piece",
    "Premise",
    "ProofStandard",
    "Quotation",
    "Section",
    "Semantics",
    "Source",
    "Step",
    "Verdict",
]
