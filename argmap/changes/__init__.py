"""Changes from one map to another: which part is which, and what is not as it was."""

from argmap.changes.assessment import (
    Assessment,
    Judgement,
    Relation,
    assess,
)
from argmap.changes.difference import (
    ChangeKind,
    Diff,
    FieldChange,
    PartChange,
    diff,
)
from argmap.changes.matching import matches

__all__ = [
    "Assessment",
    "ChangeKind",
    "Diff",
    "FieldChange",
    "Judgement",
    "PartChange",
    "Relation",
    "assess",
    "diff",
    "matches",
]
