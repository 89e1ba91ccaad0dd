"""The pieces of a map in their lists, checked to hold together."""

from collections.abc import Iterable, Iterator
from typing import Any, ClassVar

import attrs

from argmap.errors import InvalidMapError
from argmap.model import values
from argmap.model.kinds import (
    DATA,
    IDENTIFIER,
    TEXT,
    ListOf,
    Maybe,
    Nested,
    item_of,
    kind_of,
    validated,
)
from argmap.model.parts import (
    Argument,
    Claim,
    Contradiction,
    Counterpoint,
    Inference,
    Link,
    Part,
    Preference,
    Question,
    Rephrase,
    Section,
    Step,
)
from argmap.model.sources import Source
from argmap.model.validation import Piece, find_faults
from argmap.unchecked import Lazy


def _claims(pieces: Iterable[Claim]) -> tuple[Claim, ...]:
    return values.frozen_list(pieces)


def _inferences(pieces: Iterable[Inference]) -> tuple[Inference, ...]:
    return values.frozen_list(pieces)


def _counterpoints(pieces: Iterable[Counterpoint]) -> tuple[Counterpoint, ...]:
    return values.frozen_list(pieces)


def _contradictions(pieces: Iterable[Contradiction]) -> tuple[Contradiction, ...]:
    return values.frozen_list(pieces)


def _arguments(pieces: Iterable[Argument]) -> tuple[Argument, ...]:
    return values.frozen_list(pieces)


def _questions(pieces: Iterable[Question]) -> tuple[Question, ...]:
    return values.frozen_list(pieces)


def _rephrases(pieces: Iterable[Rephrase]) -> tuple[Rephrase, ...]:
    return values.frozen_list(pieces)


def _preferences(pieces: Iterable[Preference]) -> tuple[Preference, ...]:
    return values.frozen_list(pieces)


def _sections(pieces: Iterable[Section]) -> tuple[Section, ...]:
    return values.frozen_list(pieces)


def _sources(pieces: Iterable[Source]) -> tuple[Source, ...]:
    return values.frozen_list(pieces)


def _thesis(claim: str | Claim | None) -> str | None:
    return None if claim is None else values.id_of(claim)


@attrs.frozen(repr=False, field_transformer=validated)
class Pieces(Lazy):
    """The pieces of a map, by their kinds, and what is said of the whole."""

    lazy: ClassVar[str] = "data"

    claims: tuple[Claim, ...] = attrs.field(
        default=(), converter=_claims, metadata=ListOf(Nested(Claim))("Its claims.")
    )
    inferences: tuple[Inference, ...] = attrs.field(
        default=(),
        converter=_inferences,
        metadata=ListOf(Nested(Inference))("Its inferences."),
    )
    counterpoints: tuple[Counterpoint, ...] = attrs.field(
        default=(),
        kw_only=True,
        converter=_counterpoints,
        metadata=ListOf(Nested(Counterpoint))("Its counterpoints."),
    )
    contradictions: tuple[Contradiction, ...] = attrs.field(
        default=(),
        kw_only=True,
        converter=_contradictions,
        metadata=ListOf(Nested(Contradiction))("Its contradictions."),
    )
    arguments: tuple[Argument, ...] = attrs.field(
        default=(),
        kw_only=True,
        converter=_arguments,
        metadata=ListOf(Nested(Argument))("Its arguments."),
    )
    questions: tuple[Question, ...] = attrs.field(
        default=(),
        kw_only=True,
        converter=_questions,
        metadata=ListOf(Nested(Question))("Its questions.", since=2),
    )
    rephrases: tuple[Rephrase, ...] = attrs.field(
        default=(),
        kw_only=True,
        converter=_rephrases,
        metadata=ListOf(Nested(Rephrase))("Its rephrases.", since=2),
    )
    preferences: tuple[Preference, ...] = attrs.field(
        default=(),
        kw_only=True,
        converter=_preferences,
        metadata=ListOf(Nested(Preference))("Its preferences.", since=2),
    )
    sections: tuple[Section, ...] = attrs.field(
        default=(),
        kw_only=True,
        converter=_sections,
        metadata=ListOf(Nested(Section))("Its sections."),
    )
    sources: tuple[Source, ...] = attrs.field(
        default=(),
        kw_only=True,
        converter=_sources,
        metadata=ListOf(Nested(Source))("Its sources."),
    )
    title: str = attrs.field(default="", kw_only=True, metadata=TEXT("Its title."))
    author: str = attrs.field(
        default="",
        kw_only=True,
        metadata=TEXT("Whose claims are those without a speaker.", since=2),
    )
    thesis: str | None = attrs.field(
        default=None,
        kw_only=True,
        converter=_thesis,
        metadata=Maybe(IDENTIFIER)("The id of the claim it is about."),
    )
    data: values.Data = attrs.field(
        default=values.EMPTY,
        kw_only=True,
        converter=values.frozen_data,
        metadata=DATA("Free data; argmap keeps it and does not look at it."),
    )

    def __attrs_post_init__(self) -> None:
        """Check that the parts hold together."""
        faults = tuple(find_faults([*self.pieces], self.thesis))
        if faults:
            raise InvalidMapError(faults)

    @property
    def parts(self) -> Iterator[Part]:
        """All parts: claims, arguments, steps, contradictions, …, sections last."""
        yield from self.propositions
        yield from self.links
        yield from self.sections

    @property
    def propositions(self) -> Iterator[Claim | Argument]:
        """What can be a premise or the thesis: all claims, then all arguments."""
        yield from self.claims
        yield from self.arguments

    @property
    def steps(self) -> Iterator[Step]:
        """All inferences, then all counterpoints."""
        yield from self.inferences
        yield from self.counterpoints

    @property
    def links(self) -> Iterator[Link]:
        """All that joins parts: steps, contradictions, questions and the others."""
        yield from self.steps
        yield from self.contradictions
        yield from self.questions
        yield from self.rephrases
        yield from self.preferences

    @property
    def pieces(self) -> Iterator[Piece]:
        """All sources, then all parts."""
        yield from self.sources
        yield from self.parts


def _fields_by_class() -> Iterator[tuple[type, str]]:
    for field in attrs.fields(Pieces):
        item = item_of(kind_of(field))
        if isinstance(item, Nested):
            yield item.make, field.name


FIELDS: dict[type, str] = dict(_fields_by_class())
"""The field of a map that holds pieces of a class."""


def by_field(pieces: Iterable[Piece]) -> dict[str, Any]:
    """Return pieces in the fields of a map that hold them; raises ValueError."""
    fields: dict[str, list[Piece]] = {field: [] for field in FIELDS.values()}
    for piece in pieces:
        field = FIELDS.get(type(piece))
        if field is None:
            msg = f"a map is made of parts and sources, not {piece!r}"
            raise ValueError(msg)
        fields[field].append(piece)
    return fields
