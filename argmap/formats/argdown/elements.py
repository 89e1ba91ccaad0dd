"""What a text in Argdown says, in Argdown's own terms.

Statements with one title are one equivalence class, arguments are a dictionary
of their own, and relations lead from one of these to another. Occurrences keep
their text, so that nothing of the reading is lost.
"""

from collections.abc import Mapping, Sequence
from enum import StrEnum
from typing import Any, Final, TypeAlias

import attrs

from argmap.diagnostics import Diagnostic, Span
from argmap.formats.argdown.tokens import Departure

UNTITLED = "Untitled"
NO_DATA: Final[dict[str, Any]] = {}
"""Shared by all that have none; most have none."""


class Role(StrEnum):
    """What an occurrence is used as."""

    TOP_LEVEL = "top-level-statement"
    RELATION = "relation-statement"
    DESCRIPTION = "argument-description"
    PREMISE = "premise"
    INTERMEDIARY = "intermediary-conclusion"
    CONCLUSION = "main-conclusion"


class RelationKind(StrEnum):
    """What one element says of another."""

    SUPPORT = "support"
    ATTACK = "attack"
    UNDERCUT = "undercut"
    CONTRADICTORY = "contradictory"
    CONTRARY = "contrary"
    ENTAILS = "entails"

    @property
    def is_symmetric(self) -> bool:
        """Whether it makes no difference which of both comes first."""
        return self in {RelationKind.CONTRADICTORY, RelationKind.CONTRARY}


@attrs.define(eq=False)
class Section:
    """A heading and what comes under it."""

    id: str
    level: int
    title: str
    tags: Sequence[str]
    data: Mapping[str, Any]
    ranges: Sequence[dict[str, Any]]
    span: Span
    parent: "Section | None" = None
    children: "list[Section]" = attrs.field(factory=list)


@attrs.define(eq=False)
class Occurrence:
    """One place where a statement stands, or where an argument is described."""

    element: "Element"
    text: str
    ranges: Sequence[dict[str, Any]]
    tags: Sequence[str]
    data: Mapping[str, Any]
    section: Section | None
    span: Span
    role: Role | None = None
    is_reference: bool = False
    is_top_level: bool = False
    argument: "Argument | None" = None
    inference: "Inference | None" = None


@attrs.define(eq=False)
class Element:
    """What statements and arguments have in common; `is_untitled` has a made title."""

    title: str
    is_untitled: bool
    members: list[Occurrence] = attrs.field(factory=list)
    relations: "list[Relation]" = attrs.field(factory=list)
    tags: Sequence[str] = ()
    data: dict[str, Any] = NO_DATA
    section: Section | None = None

    @property
    def canonical(self) -> Occurrence | None:
        """The occurrence whose text counts: the last, or the last that says so."""
        last: Occurrence | None = None
        for each in reversed(self.members):
            if not each.is_reference:
                if each.data.get("isCanonical"):
                    return each
                last = last or each
        return last


@attrs.define(eq=False)
class Statement(Element):
    """All statements of one title: an equivalence class."""


@attrs.define(eq=False)
class Argument(Element):
    """A named or anonymous argument; `structure` reconstructs it step by step."""

    structure: list[Occurrence] = attrs.field(factory=list)


@attrs.define(eq=False)
class Inference:
    """What leads to the conclusion at this index of an argument's structure."""

    argument: Argument
    conclusion_index: int
    rules: list[str]
    data: Mapping[str, Any]
    span: Span
    relations: "list[Relation]" = attrs.field(factory=list)


End: TypeAlias = Statement | Argument | Inference


@attrs.define(eq=False)
class Relation:
    """One element's bearing on another, wherever it is said."""

    kind: RelationKind
    source: Statement | Argument
    target: End
    spans: list[Span]


@attrs.define(eq=False)
class Elements:
    """All that a text says, in the order of the reference's dictionaries."""

    statements: dict[str, Statement] = attrs.field(factory=dict)
    arguments: dict[str, Argument] = attrs.field(factory=dict)
    relations: list[Relation] = attrs.field(factory=list)
    sections: list[Section] = attrs.field(factory=list)
    tags: list[str] = attrs.field(factory=list)
    front_matter: Any = None
    front_matter_span: Span = attrs.field(factory=lambda: Span(0, 0))
    source_spans: dict[str, Span] = attrs.field(factory=dict)
    settings: dict[str, Any] = attrs.field(factory=dict)
    diagnostics: list[Diagnostic] = attrs.field(factory=list)
    departures: list[Departure] = attrs.field(factory=list)
