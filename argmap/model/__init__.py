"""The nouns of an argument: frozen values that name each other by id."""

from argmap.model.argument_map import ArgumentMap
from argmap.model.choices import (
    Act,
    AttackKind,
    ContradictionKind,
    Expectation,
    ProofStandard,
    Semantics,
    Verdict,
)
from argmap.model.nested import Argued, Linked, argued, linked
from argmap.model.parts import (
    Argument,
    Claim,
    Contradiction,
    Counterpoint,
    Inference,
    Link,
    Member,
    Part,
    Preference,
    Premise,
    Question,
    Rephrase,
    Section,
    Step,
    Utterance,
)
from argmap.model.sources import Locator, Quotation, Source
from argmap.model.validation import Fault, Piece
from argmap.model.values import Data, JsonValue

__all__ = [
    "Act",
    "Argued",
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
    "Link",
    "Linked",
    "Locator",
    "Member",
    "Part",
    "Piece",
    "Preference",
    "Premise",
    "ProofStandard",
    "Question",
    "Quotation",
    "Rephrase",
    "Section",
    "Semantics",
    "Source",
    "Step",
    "Utterance",
    "Verdict",
    "argued",
    "linked",
]
