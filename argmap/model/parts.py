"""The parts of an argument map.

Parts name each other by id, so that a map may contain circles. Where an id is
wanted the part itself may be given.
"""

from collections.abc import Iterable, Sequence
from enum import StrEnum
from typing import Final, Self, TypeAlias

import attrs

from argmap.model import values
from argmap.model.sources import Quotation
from argmap.suggestions import with_likely

FORMER_NAMES: Final = {"refuted": "defeated"}
"""What words were called before, with what they are called now; both are read."""


class Word(StrEnum):
    """A member given by a word; another word is answered with those there are."""

    @classmethod
    def _missing_(cls, value: object) -> Self:
        name = FORMER_NAMES.get(str(value), "")
        if name in cls._value2member_map_:
            return cls(name)
        msg = f"{cls.__name__} must be one of {', '.join(cls)}, not {value!r}"
        raise ValueError(with_likely(msg, str(value), cls))


class ProofStandard(Word):
    """How much better the case for a claim must be than the case against it.

    After Farley and Freeman (1995) and Gordon, Prakken and Walton (2007).
    """

    SCINTILLA = "scintilla"
    PREPONDERANCE = "preponderance"
    CLEAR_AND_CONVINCING = "clear-and-convincing"
    BEYOND_REASONABLE_DOUBT = "beyond-reasonable-doubt"
    DIALECTICAL_VALIDITY = "dialectical-validity"


class Verdict(Word):
    """What becomes of a claim once every counterpoint is counted."""

    STANDS = "stands"
    DEFEATED = "defeated"
    UNSUPPORTED = "unsupported"
    CIRCULAR = "circular"
    CONTESTED = "contested"

    @property
    def is_rejected(self) -> bool:
        """Whether the claim falls, for whatever reason."""
        return self not in {Verdict.STANDS, Verdict.CONTESTED}


class Expectation(Word):
    """What a test of the map wants to become of a claim.

    That is a verdict, or `rejected`: any of defeated, unsupported and circular.
    """

    STANDS = "stands"
    DEFEATED = "defeated"
    UNSUPPORTED = "unsupported"
    CIRCULAR = "circular"
    CONTESTED = "contested"
    REJECTED = "rejected"

    def is_met_by(self, verdict: Verdict) -> bool:
        """Tell whether a verdict is what is wanted.

        >>> Expectation("rejected").is_met_by(Verdict.CIRCULAR)
        True
        """
        if self is Expectation.REJECTED:
            return verdict.is_rejected
        return self.value == verdict.value


class Semantics(Word):
    """What makes verdicts ones that can be defended together (Dung 1995).

    The grounded ones are the least that the map forces; complete, preferred, stable
    and ideal ones may decide more.
    """

    GROUNDED = "grounded"
    COMPLETE = "complete"
    PREFERRED = "preferred"
    STABLE = "stable"
    IDEAL = "ideal"


class ContradictionKind(Word):
    """Whether the claims cannot all be false either.

    Of contradictory claims exactly one is true; contrary ones may all be false.
    """

    CONTRADICTORY = "contradictory"
    CONTRARY = "contrary"


class AttackKind(Word):
    """What a counterpoint strikes, in the terms of ASPIC+ (Prakken 2010).

    It rebuts a claim that an inference concludes, undermines a claim that none
    does, and undercuts an inference or another counterpoint.
    """

    REBUTTING = "rebutting"
    UNDERMINING = "undermining"
    UNDERCUTTING = "undercutting"


def _as_standard(value: str | None) -> ProofStandard | None:
    return None if value is None else ProofStandard(value)


def _as_expectation(value: str | None) -> Expectation | None:
    return None if value is None else Expectation(value)


def _as_quotations(value: Iterable[Quotation]) -> tuple[Quotation, ...]:
    return values.frozen_list(value)


def _as_texts(value: Iterable[str]) -> tuple[str, ...]:
    return values.frozen_list(value)


def _as_ids(parts: "Iterable[str | Member]") -> tuple[str, ...]:
    return tuple(map(values.id_of, values.frozen_list(parts)))


def _as_id(part: "str | Member") -> str:
    return values.id_of(part)


def _as_parent(section: "str | Section | None") -> str | None:
    return None if section is None else values.id_of(section)


@attrs.frozen(repr=False)
class Claim(values.Value):
    """A proposition, whatever role it plays: premise, conclusion or thesis.

    `title` is a short free name. `speaker` is whose claim it is, when it is not
    the author's own. An `implicit` claim is nowhere stated. `presumed` is
    whether it is granted without a reason: None leaves that to its position
    (leaves are). `credence` is how probable it is, from 0 to 1, `standard` the
    proof it needs, `expected` what a test of the map wants to become of it.

    >>> Claim("rent-is-high", "Rents are too high.", speaker="the tenants").speaker
    'the tenants'
    """

    id: str = attrs.field(validator=values.is_id)
    text: str = attrs.field(default="", validator=values.is_text)
    title: str = attrs.field(default="", kw_only=True, validator=values.is_text)
    speaker: str = attrs.field(default="", kw_only=True, validator=values.is_text)
    implicit: bool = attrs.field(default=False, kw_only=True, validator=values.is_flag)
    quotations: tuple[Quotation, ...] = attrs.field(
        default=(),
        kw_only=True,
        converter=_as_quotations,
        validator=values.instances(Quotation),
    )
    tags: tuple[str, ...] = attrs.field(
        default=(),
        kw_only=True,
        converter=_as_texts,
        validator=values.each(values.is_word),
    )
    presumed: bool | None = attrs.field(
        default=None, kw_only=True, validator=values.optional(values.is_flag)
    )
    credence: float | None = attrs.field(
        default=None, kw_only=True, validator=values.optional(values.is_probability)
    )
    standard: ProofStandard | None = attrs.field(
        default=None, kw_only=True, converter=_as_standard
    )
    expected: Expectation | None = attrs.field(
        default=None, kw_only=True, converter=_as_expectation
    )
    data: values.Data = attrs.field(
        default=values.EMPTY, kw_only=True, converter=values.frozen_data
    )

    @property
    def name(self) -> str:
        """What to call it in a sentence: its text, else its title, else its id."""
        return self.text or self.title or self.id


@attrs.frozen(repr=False)
class Argument(values.Value):
    """A named piece of reasoning, sketched or reconstructed.

    `text` is its gist, `steps` are the ids of the inferences that reconstruct
    it, the last of which is its main one; while there are none it is only
    sketched and counts as a claim.

    >>> Argument("supply", "More supply", text="Building lowers rents.").steps
    ()
    """

    id: str = attrs.field(validator=values.is_id)
    title: str = attrs.field(default="", validator=values.is_text)
    text: str = attrs.field(default="", kw_only=True, validator=values.is_text)
    steps: tuple[str, ...] = attrs.field(
        default=(),
        kw_only=True,
        converter=_as_ids,
        validator=values.each(values.is_id),
    )
    tags: tuple[str, ...] = attrs.field(
        default=(),
        kw_only=True,
        converter=_as_texts,
        validator=values.each(values.is_word),
    )
    data: values.Data = attrs.field(
        default=values.EMPTY, kw_only=True, converter=values.frozen_data
    )

    @property
    def name(self) -> str:
        """What to call it in a sentence: its title, else its gist, else its id."""
        return self.title or self.text or self.id


@attrs.frozen(repr=False)
class Premise(values.Value):
    """A claim, or an argument, at work in an inference or a counterpoint.

    `role` is the part it plays in the argumentation scheme, if one is named.

    >>> Premise("rents-rose", role="minor").claim
    'rents-rose'
    """

    claim: str = attrs.field(converter=values.id_of, validator=values.is_id)
    role: str | None = attrs.field(
        default=None, validator=values.optional(values.is_word)
    )


AnyPremise: TypeAlias = str | Claim | Argument | Premise


def _as_premises(premises: Iterable[AnyPremise]) -> tuple[Premise, ...]:
    return tuple(
        each if isinstance(each, Premise) else Premise(each)
        for each in values.frozen_list(premises)
    )


def _in_short(premises: Iterable[Premise]) -> str:
    """Return premises as they may be given: a claim without a role by its id."""
    return f"[{', '.join(repr(p if p.role else p.claim) for p in premises)}]"


def _made_step_id(premises: Sequence[Premise], verb: str, end: str) -> str:
    names = [name for each in premises for name in ("and", str(each.claim))]
    return values.made_id(*names[1:], verb, str(end))


@attrs.frozen(repr=False)
class Inference(values.Value):
    """A step from one or more premises to a conclusion.

    The premises of one inference support its conclusion only together; an
    independent reason is an inference of its own. The conclusion is a claim or
    an argument, or an inference or a counterpoint that it backs. A `strict`
    inference is deductive: who grants the premises cannot deny the conclusion.

    >>> Inference(["rents-rose"], conclusion="rent-is-high").id
    'rents-rose-so-rent-is-high'
    """

    premises: tuple[Premise, ...] = attrs.field(converter=_as_premises, repr=_in_short)
    conclusion: str = attrs.field(converter=_as_id, validator=values.is_id)
    id: str = attrs.field(kw_only=True, validator=values.is_id)
    scheme: str | None = attrs.field(
        default=None, kw_only=True, validator=values.optional(values.is_id)
    )
    strength: float | None = attrs.field(
        default=None, kw_only=True, validator=values.optional(values.is_strength)
    )
    strict: bool = attrs.field(default=False, kw_only=True, validator=values.is_flag)
    data: values.Data = attrs.field(
        default=values.EMPTY, kw_only=True, converter=values.frozen_data
    )

    @property
    def end(self) -> str:
        """What it leads to: its conclusion."""
        return self.conclusion

    @id.default
    def _id_from_its_place(self) -> str:
        return _made_step_id(self.premises, "so", self.conclusion)

    @premises.validator
    def _has_premises(self, _: object, value: tuple[Premise, ...]) -> None:
        if not value:
            msg = "premises must hold at least one claim"
            raise ValueError(msg)


@attrs.frozen(repr=False)
class Counterpoint(values.Value):
    """A step from premises against a target.

    The target is a claim, an inference, another counterpoint (a reply) or an
    argument. Without premises it says no more than that the target is contested.

    >>> Counterpoint(["built-slowly"], target="rents-rose-so-rent-is-high").id
    'built-slowly-against-rents-rose-so-rent-is-high'
    """

    premises: tuple[Premise, ...] = attrs.field(converter=_as_premises, repr=_in_short)
    target: str = attrs.field(converter=_as_id, validator=values.is_id)
    id: str = attrs.field(kw_only=True, validator=values.is_id)
    scheme: str | None = attrs.field(
        default=None, kw_only=True, validator=values.optional(values.is_id)
    )
    strength: float | None = attrs.field(
        default=None, kw_only=True, validator=values.optional(values.is_strength)
    )
    data: values.Data = attrs.field(
        default=values.EMPTY, kw_only=True, converter=values.frozen_data
    )

    @property
    def end(self) -> str:
        """What it leads to: its target."""
        return self.target

    @id.default
    def _id_from_its_place(self) -> str:
        return _made_step_id(self.premises, "against", self.target)


@attrs.frozen(repr=False)
class Contradiction(values.Value):
    """Claims of which at most one can stand.

    It has no direction: none of them is raised against the others.

    >>> Contradiction(["it-rose", "it-fell"], kind="contrary").id
    'it-rose-or-it-fell'
    """

    claims: tuple[str, ...] = attrs.field(
        converter=_as_ids, validator=values.each(values.is_id)
    )
    kind: ContradictionKind = attrs.field(
        default=ContradictionKind.CONTRADICTORY, converter=ContradictionKind
    )
    id: str = attrs.field(kw_only=True, validator=values.is_id)
    data: values.Data = attrs.field(
        default=values.EMPTY, kw_only=True, converter=values.frozen_data
    )

    @id.default
    def _id_from_its_place(self) -> str:
        names = [name for each in self.claims for name in ("or", str(each))]
        return values.made_id(*names[1:])

    @claims.validator
    def _are_several(self, _: object, value: tuple[str, ...]) -> None:
        if len(set(value)) < len(value) or len(value) < 2:  # noqa: PLR2004 - several
            msg = f"claims must hold at least two, each once, not {value!r}"
            raise ValueError(msg)


@attrs.frozen(repr=False)
class Section(values.Value):
    """A titled stretch of the map: a heading in a text, a box in a diagram.

    The title may be the question that its claims answer. A part is a member of
    one section at most; `parent` is the section around it.

    >>> Section("motives", "What are the motives?", members=["status"]).members
    ('status',)
    """

    id: str = attrs.field(validator=values.is_id)
    title: str = attrs.field(default="", validator=values.is_text)
    members: tuple[str, ...] = attrs.field(
        default=(),
        kw_only=True,
        converter=_as_ids,
        validator=values.each(values.is_id),
    )
    parent: str | None = attrs.field(
        default=None,
        kw_only=True,
        converter=_as_parent,
        validator=values.optional(values.is_id),
    )
    data: values.Data = attrs.field(
        default=values.EMPTY, kw_only=True, converter=values.frozen_data
    )


Step: TypeAlias = Inference | Counterpoint
Member: TypeAlias = Claim | Argument | Inference | Counterpoint | Contradiction
"""What a section can hold."""
Part: TypeAlias = Member | Section
"""All that has an id in the one name space of a map."""
