"""Nested form: a claim with its reasons and objections around it, as one writes it.

It is frozen and unfolds into parts. What is stated twice in the same words, or is the
same claim, is one claim.
"""

from collections.abc import Iterable, Iterator
from typing import Any, TypeAlias

import attrs

from argmap.model.parts import (
    Argument,
    Claim,
    Counterpoint,
    Inference,
    Part,
    Premise,
    Question,
    Section,
    Step,
)
from argmap.model.values import Ids, Value, frozen_list, slug
from argmap.suggestions import with_likely
from argmap.words import with_article


def _as_pairs(fields: Iterable[Iterable[Any]]) -> tuple[tuple[str, Any], ...]:
    return tuple((name, value) for name, value in fields)


def _as_list(items: Iterable[Any]) -> tuple[Any, ...]:
    return frozen_list(items)


@attrs.frozen(repr=False)
class Linked(Value):
    """Premises that count only together, and what is said for and against the step."""

    premises: "tuple[Argued | ArguedPremise | Premise, ...]" = attrs.field(
        converter=_as_list
    )
    because: "tuple[Linked, ...]" = attrs.field(
        default=(), kw_only=True, converter=_as_list
    )
    against: "tuple[Linked, ...]" = attrs.field(
        default=(), kw_only=True, converter=_as_list
    )
    fields: tuple[tuple[str, Any], ...] = attrs.field(
        default=(), kw_only=True, converter=_as_pairs
    )


@attrs.frozen(repr=False)
class Argued(Value):
    """A claim, the reasons for it and the counterpoints against it."""

    claim: Claim
    because: tuple[Linked, ...] = attrs.field(
        default=(), kw_only=True, converter=_as_list
    )
    against: tuple[Linked, ...] = attrs.field(
        default=(), kw_only=True, converter=_as_list
    )

    @property
    def id(self) -> str:
        """The id of its claim."""
        return self.claim.id


@attrs.frozen(repr=False)
class ArguedPremise(Value):
    """What is argued, as a premise that has a role or is attributed."""

    argued: Argued
    fields: tuple[tuple[str, Any], ...] = attrs.field(converter=_as_pairs)


@attrs.frozen(repr=False)
class Asked(Value):
    """A question, and its answers with what is said for and against them."""

    question: Question
    answers: tuple[Argued, ...] = attrs.field(converter=_as_list)


@attrs.frozen(repr=False)
class Headed(Value):
    """A section, and what is argued and asked in it."""

    section: Section
    pieces: "tuple[Nested | Part, ...]" = attrs.field(converter=_as_list)


Nested: TypeAlias = Argued | Asked | Headed
"""What unfolds into parts."""
Stated: TypeAlias = str | Claim | Argued
Reason: TypeAlias = Stated | Linked | ArguedPremise


def argued(
    claim: str | Claim,
    *,
    because: Iterable[Reason] = (),
    against: Iterable[Reason] = (),
    **fields: Any,
) -> Argued:
    """Return a claim with its reasons and the counterpoints against it.

    Each is a text, a claim, another that is argued, or `linked`. Further `fields`
    are those of the claim. `ArgumentMap.of` makes parts of it.

    >>> from argmap.model import ArgumentMap
    >>> ArgumentMap.of(argued(
    ...     "The city should cap rents.",
    ...     because=[linked("Rents rose by a third.", "Wages did not.")],
    ...     against=[argued("Caps slow building.", against=["It was slow before."])],
    ... ))
    <ArgumentMap: 5 claims, 1 inference, 2 counterpoints>
    """
    if isinstance(claim, Claim):
        made = attrs.evolve(claim, **fields)
    elif not isinstance(claim, str):
        msg = f"a text or a claim is wanted, not {claim!r}"
        raise TypeError(msg)
    else:
        made = Claim(fields.pop("id", slug(claim)), claim, **fields)
    return Argued(
        made,
        because=_steps(because, Inference),
        against=_steps(against, Counterpoint),
    )


def linked(
    *premises: Stated | ArguedPremise | Premise,
    because: Iterable[Reason] = (),
    against: Iterable[Reason] = (),
    **fields: Any,
) -> Linked:
    """Return premises that count only together.

    `because` backs the step, `against` undercuts it; further `fields` are those of
    the inference, or of the counterpoint, that it becomes, such as `scheme`, `strength`
    and `accepted`. Raises TypeError for one that this has not, where it is used.

    >>> linked("Rents rose.", "Wages fell.", scheme="cause-to-effect").premises[0].id
    'rents-rose'
    """
    return Linked(
        tuple(map(_premise, premises)),
        because=_steps(because, Inference),
        against=_steps(against, Counterpoint),
        fields=tuple(fields.items()),
    )


def premise(stated: Stated, **fields: Any) -> ArguedPremise:
    """Return a premise with fields of its own: its `role`, or that it is `attributed`.

    >>> premise("Rents rose.", attributed=True).argued.id
    'rents-rose'
    """
    _check_fields(Premise, fields)
    return ArguedPremise(_argued(stated), fields.items())


def asked(text: str, *answers: Stated, **fields: Any) -> Asked:
    """Return a question with its answers; further `fields` are those of the question.

    >>> from argmap.model import ArgumentMap
    >>> ArgumentMap.of(asked("Where?", argued("Here.", because=["It is."]), "There."))
    <ArgumentMap: 3 claims, 1 inference, 1 question>
    """
    stated = tuple(map(_argued, answers))
    claims = [each.claim for each in stated]
    question = Question(fields.pop("id", slug(text)), text, answers=claims, **fields)
    return Asked(question, stated)


def headed(title: str, *pieces: Nested | Part, **fields: Any) -> Headed:
    """Return a section with what stands in it; further `fields` are the section's.

    A claim is in the section in which it is first stated.

    >>> from argmap.model import ArgumentMap
    >>> argument_map = ArgumentMap.of(headed("Rents", argued("Rents rose."), id="s"))
    >>> argument_map.sections[0].members
    ('rents-rose',)
    """
    return Headed(Section(fields.pop("id", slug(title)), title, **fields), pieces)


def _argued(stated: Stated) -> Argued:
    if not isinstance(stated, Stated):
        msg = f"a text, a claim or what is argued is wanted, not {stated!r}"
        raise TypeError(msg)
    return stated if isinstance(stated, Argued) else argued(stated)


def _premise(
    stated: Stated | ArguedPremise | Premise,
) -> Argued | ArguedPremise | Premise:
    if isinstance(stated, ArguedPremise | Premise):
        return stated
    return _argued(stated)


def _steps(reasons: Iterable[Reason], kind: type[Step]) -> tuple[Linked, ...]:
    return tuple(
        _checked(each if isinstance(each, Linked) else linked(each), kind)
        for each in frozen_list(reasons)
    )


def _checked(step: Linked, kind: type[Step]) -> Linked:
    """Raise TypeError here for a field that the step will not have."""
    _check_fields(kind, dict(step.fields))
    return step


def _check_fields(kind: type[Any], fields: Iterable[str]) -> None:
    own = {"premises", "conclusion", "target", "claim"}
    known = [each.name for each in attrs.fields(kind) if each.name not in own]
    for name in fields:
        if name not in known:
            msg = f"{with_article(kind.__name__.lower())} has no field {name!r}"
            raise TypeError(with_likely(msg, name, known))


def unfolded(*roots: Nested | Part) -> Iterator[Part]:
    """Yield the parts of what is argued, in the order of a text that says it.

    Each claim comes before what is said about it, reasons before counterpoints. A step
    from one premise comes before that, one from linked premises behind them. A claim
    comes again where another has its id, so that the map refuses both.
    """
    unfolding = _Unfolding()
    waiting: list[_Waiting] = [*reversed(roots)]
    while waiting:
        at = waiting.pop()
        following: list[_Waiting] = []
        if isinstance(at, Argued):
            if unfolding.is_new(at):
                yield at.claim
            following = unfolding.around(at, at.id)
        elif isinstance(at, Asked):
            unfolding.note(at.question)
            yield at.question
            following = [*at.answers]
        elif isinstance(at, Headed):
            unfolding.sections.append((at.section, []))
            following = [*at.pieces, None]
        elif isinstance(at, tuple):
            below, step = at
            inner: list[_Waiting] = [*filter(None, map(_nested_in, below.premises))]
            inner += unfolding.around(below, step.id)
            following = [*inner, step] if len(below.premises) > 1 else [step, *inner]
        elif at is None:
            section, members = unfolding.sections.pop()
            yield attrs.evolve(section, members=[*section.members, *members])
        else:
            unfolding.note(at)
            yield at
        waiting += reversed(following)


def _nested_in(each: Argued | ArguedPremise | Premise) -> Argued | None:
    if isinstance(each, ArguedPremise):
        return each.argued
    return each if isinstance(each, Argued) else None


_Waiting: TypeAlias = Nested | tuple[Linked, Step] | Part | None
"""What is to be unfolded; None is the end of a section."""


@attrs.define
class _Unfolding:
    """The claims and steps that there are already."""

    claims: dict[str, Claim] = attrs.field(factory=dict)
    sections: list[tuple[Section, list[str]]] = attrs.field(factory=list)
    ids: Ids = attrs.field(factory=Ids)
    argued: set[int] = attrs.field(factory=set)

    def is_new(self, at: Argued) -> bool:
        """Return whether its claim is not there yet, and note that it is."""
        before = self.claims.get(at.id)
        self.claims[at.id] = at.claim
        if before is None:
            self.note(at.claim)
        return before != at.claim

    def note(self, part: Part) -> None:
        """Put a claim, an argument or a question into the section that is open."""
        if self.sections and isinstance(part, Claim | Argument | Question):
            self.sections[-1][1].append(part.id)

    def around(self, at: Argued | Linked, end: str) -> list[_Waiting]:
        """Return what is for and against an end; nothing where it was there before."""
        if id(at) in self.argued:
            return []
        self.argued.add(id(at))
        return [
            *((each, self._step(Inference, each, end)) for each in at.because),
            *((each, self._step(Counterpoint, each, end)) for each in at.against),
        ]

    def _step(self, kind: type[Step], below: Linked, end: str) -> Step:
        """Return a step with an id that is free."""
        premises = [*map(_as_premise, below.premises)]
        step: Step = kind(premises, end, **dict(below.fields))
        free = self.ids.take(step.id)
        return step if free == step.id else attrs.evolve(step, id=free)


def _as_premise(each: Argued | ArguedPremise | Premise) -> Claim | Premise:
    if isinstance(each, ArguedPremise):
        return Premise(each.argued.id, **dict(each.fields))
    return each.claim if isinstance(each, Argued) else each
