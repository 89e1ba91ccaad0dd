"""Nested form: a claim with its reasons and objections around it, as one writes it.

It is frozen and unfolds into parts. What is stated twice in the same words, or is the
same claim, is one claim.
"""

from collections.abc import Iterable, Iterator
from typing import Any, TypeAlias

import attrs

from argmap.model.parts import Claim, Counterpoint, Inference, Premise, Step
from argmap.model.values import Ids, Value, frozen_list, slug
from argmap.suggestions import with_likely
from argmap.words import with_article


def _as_pairs(fields: Iterable[Iterable[Any]]) -> tuple[tuple[str, Any], ...]:
    return tuple((name, value) for name, value in fields)


def _as_stated(
    premises: "Iterable[Argued | Premise]",
) -> "tuple[Argued | Premise, ...]":
    return frozen_list(premises)


def _as_linked(steps: "Iterable[Linked]") -> "tuple[Linked, ...]":
    return frozen_list(steps)


@attrs.frozen(repr=False)
class Linked(Value):
    """Premises that count only together, and what is said for and against the step."""

    premises: "tuple[Argued | Premise, ...]" = attrs.field(converter=_as_stated)
    because: "tuple[Linked, ...]" = attrs.field(
        default=(), kw_only=True, converter=_as_linked
    )
    against: "tuple[Linked, ...]" = attrs.field(
        default=(), kw_only=True, converter=_as_linked
    )
    fields: tuple[tuple[str, Any], ...] = attrs.field(
        default=(), kw_only=True, converter=_as_pairs
    )


@attrs.frozen(repr=False)
class Argued(Value):
    """A claim, the reasons for it and the counterpoints against it."""

    claim: Claim
    because: tuple[Linked, ...] = attrs.field(
        default=(), kw_only=True, converter=_as_linked
    )
    against: tuple[Linked, ...] = attrs.field(
        default=(), kw_only=True, converter=_as_linked
    )

    @property
    def id(self) -> str:
        """The id of its claim."""
        return self.claim.id


Stated: TypeAlias = str | Claim | Argued
Reason: TypeAlias = Stated | Linked


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
    *premises: Stated | Premise,
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


def _premise(stated: Stated | Premise) -> Argued | Premise:
    if isinstance(stated, str | Claim):
        return argued(stated)
    if not isinstance(stated, Argued | Premise):
        msg = f"a text, a claim or what is argued is wanted, not {stated!r}"
        raise TypeError(msg)
    return stated


def _steps(reasons: Iterable[Reason], kind: type[Step]) -> tuple[Linked, ...]:
    return tuple(
        _checked(each if isinstance(each, Linked) else linked(each), kind)
        for each in frozen_list(reasons)
    )


def _checked(step: Linked, kind: type[Step]) -> Linked:
    """Raise TypeError here for a field that the step will not have."""
    known = [each.name for each in attrs.fields(kind) if each.kw_only]
    for name, _ in step.fields:
        if name not in known:
            msg = f"{with_article(kind.__name__.lower())} has no field {name!r}"
            raise TypeError(with_likely(msg, name, known))
    return step


def unfolded(*roots: Argued) -> Iterator[Claim | Step]:
    """Yield the parts of what is argued: each claim before what is said about it.

    Inferences come behind those to their premises, counterpoints to one end together.
    A claim comes again where another has its id, so that the map refuses both.
    """
    unfolding = _Unfolding()
    waiting: list[_Waiting] = [*reversed(roots)]
    while waiting:
        at = waiting.pop()
        if isinstance(at, Step):
            yield at
        elif isinstance(at, Argued):
            if unfolding.is_new(at):
                yield at.claim
            waiting += reversed(unfolding.around(at, at.id))
        else:
            below, step = at
            premises = [each for each in below.premises if isinstance(each, Argued)]
            inner = [*premises, *unfolding.around(below, step.id)]
            waiting += reversed(
                [*inner, step] if isinstance(step, Inference) else inner
            )


_Waiting: TypeAlias = Argued | tuple[Linked, Step] | Step


@attrs.define
class _Unfolding:
    """The claims and steps that there are already."""

    claims: dict[str, Claim] = attrs.field(factory=dict)
    ids: Ids = attrs.field(factory=Ids)
    argued: set[int] = attrs.field(factory=set)

    def is_new(self, at: Argued) -> bool:
        """Return whether its claim is not there yet, and note that it is."""
        is_known = self.claims.get(at.id) == at.claim
        self.claims[at.id] = at.claim
        return not is_known

    def around(self, at: Argued | Linked, end: str) -> list[_Waiting]:
        """Return what is for and against an end; nothing where it was there before."""
        if id(at) in self.argued:
            return []
        self.argued.add(id(at))
        reasons = [(each, self._step(Inference, each, end)) for each in at.because]
        objections = [
            (each, self._step(Counterpoint, each, end)) for each in at.against
        ]
        return [*(step for _, step in objections), *reasons, *objections]

    def _step(self, kind: type[Step], below: Linked, end: str) -> Step:
        """Return a step with an id that is free."""
        premises = [
            each.claim if isinstance(each, Argued) else each for each in below.premises
        ]
        step: Step = kind(premises, end, **dict(below.fields))
        free = self.ids.take(step.id)
        return step if free == step.id else attrs.evolve(step, id=free)
