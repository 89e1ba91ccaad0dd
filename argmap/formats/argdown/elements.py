"""Elements: statements and arguments, with what relates them, in Argdown's own terms.

Statements with one title are one equivalence class, arguments are a dictionary
of their own, and relations lead from one of these to another. Occurrences have
their text as it was read.
"""

from collections.abc import Iterator, Mapping, Sequence
from enum import StrEnum
from typing import Any, Final, TypeAlias

import attrs

from argmap.diagnostics import Span
from argmap.formats.argdown.config import over
from argmap.formats.argdown.content import Range, trimmed
from argmap.formats.argdown.data import NOTHING
from argmap.formats.document import Relations
from argmap.formats.located import Findings, Node

UNTITLED = "Untitled"
NO_DATA: Final[dict[str, Any]] = {}
"""Shared by all that have none; most have none."""


class Role(StrEnum):
    """The use of an occurrence."""

    TOP_LEVEL = "top-level-statement"
    RELATION = "relation-statement"
    DESCRIPTION = "argument-description"
    PREMISE = "premise"
    INTERMEDIARY = "intermediary-conclusion"
    CONCLUSION = "main-conclusion"


class RelationKind(StrEnum):
    """The way in which one element bears on another."""

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


NONE: Final = -1
"""The index of a token that is not there."""


@attrs.define(eq=False)
class Found:
    """A heading, a member or an inference line, by the indexes of its tokens.

    `title` is the token of a definition or reference, `content` is from where to
    where its text goes, `rules` are the same of an inference line.
    """

    first: int
    title: int = NONE
    is_reference: bool = False
    content: tuple[int, int] = (0, 0)
    rules: list[tuple[int, int]] = attrs.field(factory=list)
    data: int = NONE
    last: int = NONE
    has_relations: bool = False


@attrs.define(eq=False)
class Section:
    """A heading and what comes under it; `found` is where, if it is from a text."""

    id: str
    level: int
    title: str
    tags: Sequence[str]
    data: Mapping[str, Any]
    ranges: Sequence[Range]
    span: Span
    parent: "Section | None" = None
    found: Found | None = None


@attrs.define(eq=False)
class Occurrence:
    """A statement where it stands, or a description of an argument.

    From a text, `found` has its tokens, `sign` the one before it of a relation, a
    number or an item, and `above` what it stands below by that relation.
    """

    element: "Statement | Argument"
    text: str
    ranges: Sequence[Range]
    tags: Sequence[str]
    data: Mapping[str, Any]
    section: Section | None
    span: Span
    role: Role | None = None
    is_reference: bool = False
    is_top_level: bool = False
    argument: "Argument | None" = None
    inference: "Inference | None" = None
    found: Found | None = None
    sign: int = NONE
    above: "Occurrence | Inference | None" = None


@attrs.define(eq=False)
class Element:
    """A statement or an argument; one that `is_untitled` has a made title."""

    title: str
    is_untitled: bool
    members: list[Occurrence] = attrs.field(factory=list)
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

    @property
    def body(self) -> tuple[str, list[Range]]:
        """The text that counts, without the tags after it, and the ranges in it."""
        canonical = self.canonical
        return trimmed(canonical.text, canonical.ranges) if canonical else ("", [])

    @property
    def worded_tags(self) -> list[str]:
        """The tags that are more than blanks, as a map has them."""
        return [each for each in self.tags if each.strip()]


@attrs.define(eq=False)
class Statement(Element):
    """All statements of one title: an equivalence class."""


@attrs.define(eq=False)
class Argument(Element):
    """A named or anonymous argument; `structure` reconstructs it step by step."""

    structure: list[Occurrence] = attrs.field(factory=list)

    @property
    def conclusion(self) -> Occurrence | None:
        """The main conclusion of its reconstruction, if that has one."""
        last = self.structure[-1] if self.structure else None
        return last if last and last.role is Role.CONCLUSION else None

    def steps(self) -> "Iterator[Step]":
        """Yield the steps of the reconstruction.

        Without `uses` a step starts from all statements since the last conclusion,
        and from that conclusion.
        """
        listed: list[Occurrence] = []
        before: list[Occurrence] = []
        for each in self.structure:
            if each.inference is None:
                listed.append(each)
                continue
            used = _used(each.inference, each, self.structure)
            premises = before + listed if used is None else used
            if premises:
                yield Step(each.inference, premises, each, listed, used is not None)
            listed, before = [], [each]


@attrs.define(eq=False)
class Inference:
    """The line above the conclusion at this index of an argument's structure."""

    argument: Argument
    conclusion_index: int
    rules: list[str]
    data: Mapping[str, Any]
    span: Span
    found: Found | None = None


@attrs.frozen
class Step:
    """A step of a reconstruction: what it starts from and what it leads to.

    `listed` are the statements that stand between the line before and this one;
    an explicit step says itself which of all it uses.
    """

    inference: Inference
    premises: list[Occurrence]
    conclusion: Occurrence
    listed: list[Occurrence]
    is_explicit: bool


def _used(
    inference: Inference, conclusion: Occurrence, structure: list[Occurrence]
) -> list[Occurrence] | None:
    """Return the statements that an inference says it uses, by their numbers."""
    for uses in (
        inference.data.get("uses"),
        conclusion.data.get("uses"),
        inference.data.get("from"),
    ):
        if isinstance(uses, list):
            numbers = [each for each in uses if type(each) is int]
            found = [
                structure[each - 1] for each in numbers if 0 < each <= len(structure)
            ]
            return found or None
    return None


End: TypeAlias = "Statement | Argument | Inference | Relation"


@attrs.define(eq=False)
class Relation:
    """One element's bearing on another, wherever it is said.

    An undercut may strike another relation, which plain Argdown knows nothing of;
    `data` is what is said of the step, behind the text below its sign.
    """

    kind: RelationKind
    source: Statement | Argument
    target: End
    spans: list[Span]
    data: dict[str, Any] = NO_DATA

    @property
    def plain(self) -> "Relation":
        """The relation as plain Argdown has it: it strikes what a step starts from."""
        if not isinstance(self.target, Relation):
            return self
        return attrs.evolve(self, target=self.target.source)


@attrs.define(eq=False)
class Elements:
    """All that a text says, in the order of the reference's dictionaries."""

    statements: dict[str, Statement] = attrs.field(factory=dict)
    arguments: dict[str, Argument] = attrs.field(factory=dict)
    relations: list[Relation] = attrs.field(factory=list)
    written: Relations = attrs.field(factory=Relations)
    sections: list[Section] = attrs.field(factory=list)
    tags: list[str] = attrs.field(factory=list)
    defaults: Mapping[str, Any] = attrs.field(factory=dict)
    front_matter: Any = None
    front_matter_span: Span = attrs.field(factory=lambda: Span(0, 0))
    front_matter_node: Node = NOTHING
    front_matter_start: int = 0
    is_plus: bool = False
    sources: list[dict[str, Any]] = attrs.field(factory=list)
    source_spans: dict[str, Span] = attrs.field(factory=dict)
    quotation_spans: dict[str, list[Span]] = attrs.field(factory=dict)
    faults: Findings = attrs.field(factory=Findings)
    diagnostics: Findings = attrs.field(factory=Findings)

    def key_span(self, *keys: str) -> Span:
        """Return where the last of these keys, one inside the other, stands.

        Where there is not all of them it is the last there is, or the front matter.
        """
        node, found = self.front_matter_node, None
        for key in keys:
            if not isinstance(node.items, dict) or key not in node.items:
                break
            node = node.items[key]
            found = node.key
        if found is None:
            return self.front_matter_span
        start = self.front_matter_start
        return Span(start + found.start, start + found.end)

    @property
    def own_settings(self) -> dict[str, Any]:
        """The front matter, where that is a mapping."""
        return self.front_matter if isinstance(self.front_matter, dict) else {}

    @property
    def settings(self) -> dict[str, Any]:
        """The front matter, with defaults for what it says nothing of."""
        own = self.own_settings
        return over(self.defaults, own) if self.defaults else own

    def settings_of(self, key: str) -> dict[str, Any]:
        """Return the settings below a key, none if that is no mapping."""
        inner = self.settings.get(key)
        return inner if isinstance(inner, dict) else {}

    @property
    def is_strict(self) -> bool:
        """Whether relations are logical ones, by the settings."""
        return self.settings_of("model").get("mode") == "strict"

    @property
    def syntax(self) -> object:
        """The dialect of Argdown that the settings name, if they do."""
        return self.settings_of("parser").get("syntax")

    @property
    def steps(self) -> "Iterator[Step]":
        """Yield the steps of all reconstructions."""
        for argument in self.arguments.values():
            yield from argument.steps()

    @property
    def all(self) -> list[Statement | Argument]:
        """The statements, then the arguments."""
        return [*self.statements.values(), *self.arguments.values()]
