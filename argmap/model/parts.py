"""The parts of an argument map.

Parts name each other by id, so that a map may contain circles. Where an id is
wanted the part itself may be given. Each field says by its kind what it accepts and
by its metadata what it is for; checks, formats and the JSON Schema follow that.
"""

from collections.abc import Iterable, Sequence
from typing import Final, TypeAlias

import attrs

from argmap.model import kinds, values
from argmap.model.choices import Act, ContradictionKind, Expectation, ProofStandard
from argmap.model.kinds import (
    DATA,
    FLAG,
    IDENTIFIER,
    IDENTIFIERS,
    PROBABILITY,
    STRENGTH,
    TEXT,
    WORD,
    WORDS,
    ListOf,
    Maybe,
    Nested,
    one_of,
    validated,
)
from argmap.model.sources import Quotation

PROPOSITIONS: Final = ("claim", "argument")
ENDS: Final = (*PROPOSITIONS, "inference", "counterpoint")
"""The kinds of part that a step can lead to."""
MEMBERS: Final = (*ENDS, "contradiction", "question", "rephrase", "preference")
"""The kinds of part that a section can hold."""

_ID: Final = IDENTIFIER("Its name among all parts.")
_MADE_ID: Final = IDENTIFIER("Its name among all parts; made from its ends if missing.")
_TAGS: Final = WORDS("Free labels.")
_SCHEME: Final = Maybe(IDENTIFIER)("The id of the argumentation scheme it follows.")
_STRENGTH: Final = Maybe(STRENGTH)("How strong it is, beside others.")


def _as_standard(value: str | None) -> ProofStandard | None:
    return None if value is None else ProofStandard(value)


def _as_expectation(value: str | None) -> Expectation | None:
    return None if value is None else Expectation(value)


def _as_act(value: str | None) -> Act | None:
    return None if value is None else Act(value)


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


@attrs.frozen(repr=False, field_transformer=validated)
class _WithData(values.Value):
    data: values.Data = attrs.field(
        default=values.EMPTY,
        kw_only=True,
        converter=values.frozen_data,
        metadata=DATA("Free data; argmap keeps it and does not look at it."),
    )


@attrs.frozen(repr=False, field_transformer=validated)
class Utterance(values.Value):
    """Somebody's saying something: who, and what they do by it.

    Where `act` is None, a claim is asserted, a step argued, a question asked and a
    rephrase restated. A name alone may be given where utterances are wanted.

    >>> Claim("rose", utterances=["tenants", Utterance("landlords", "agrees")])
    Claim('rose', utterances=[Utterance('tenants'), Utterance('landlords', 'agrees')])
    """

    speaker: str = attrs.field(metadata=WORD("Who says it.", since=2))
    act: Act | None = attrs.field(
        default=None,
        converter=_as_act,
        metadata=Maybe(one_of(Act))("What they do by saying it.", since=2),
    )


def _as_utterances(said: Iterable[str | Utterance]) -> tuple[Utterance, ...]:
    if said == ():  # as nearly always
        return ()
    return tuple(
        Utterance(each) if isinstance(each, str) else each
        for each in values.frozen_list(said)
    )


@attrs.frozen(repr=False, field_transformer=validated)
class _Said(_WithData):
    utterances: tuple[Utterance, ...] = attrs.field(
        default=(),
        kw_only=True,
        converter=_as_utterances,
        metadata=ListOf(Nested(Utterance, is_short=True))(
            "Who says it, and what they do by that.", since=2
        ),
    )


def _id_or_text(
    part: "Claim | Question", attribute: "attrs.Attribute[str]", value: str
) -> None:
    """Accept a sentence, too, where there is no text; it is the text."""
    is_text = not part.text and _is_sentence(value)
    (kinds.text if is_text else kinds.identifier)(part, attribute, value)


def _is_sentence(value: object) -> bool:
    """Return whether this is text that an id can be made of, and no id itself.

    An id may end with a full stop, so that one alone does not make a sentence.
    """
    if not isinstance(value, str):
        return False
    words = value.strip()
    is_ended = words[-1:] in {"?", "!", "…", "。", "？", "！"}
    return (is_ended or " " in words) and any(map(str.isalnum, words))


def _make_id(part: "Claim | Question") -> None:
    if not part.text and _is_sentence(part.id):
        object.__setattr__(part, "text", part.id)
        object.__setattr__(part, "id", values.slug(part.id))


@attrs.frozen(repr=False, field_transformer=validated)
class Claim(_Said):
    """A proposition, whatever role it plays: premise, conclusion or thesis.

    `title` is a short free name. `speaker` is whose claim it is, when it is not
    the author's own; `utterances` are who else says it, and who reports it or
    agrees. An `implicit` claim is nowhere stated. `presumed` is whether it is
    granted without a reason: None leaves that to its position (leaves are).
    `credence` is how probable it is, from 0 to 1, `standard` the proof it needs,
    `expected` what a test of the map wants to become of it. The id may be left out:
    a sentence makes it.

    >>> Claim("rent-is-high", "Rents are too high.", speaker="the tenants").speaker
    'the tenants'
    >>> Claim("Rents rose by a third.").id
    'rents-rose-by-a-third'
    """

    id: str = attrs.field(validator=_id_or_text, metadata=_ID)
    text: str = attrs.field(
        default="", metadata=TEXT("The proposition, in a sentence.")
    )
    title: str = attrs.field(default="", kw_only=True, metadata=TEXT("A short name."))
    speaker: str = attrs.field(
        default="",
        kw_only=True,
        metadata=TEXT("Whose claim it is, when not the author's own."),
    )
    implicit: bool = attrs.field(
        default=False, kw_only=True, metadata=FLAG("Whether it is nowhere stated.")
    )
    quotations: tuple[Quotation, ...] = attrs.field(
        default=(),
        kw_only=True,
        converter=_as_quotations,
        metadata=ListOf(Nested(Quotation))("The words that state it."),
    )
    tags: tuple[str, ...] = attrs.field(
        default=(), kw_only=True, converter=_as_texts, metadata=_TAGS
    )
    presumed: bool | None = attrs.field(
        default=None,
        kw_only=True,
        metadata=Maybe(FLAG)("Whether it is granted without a reason."),
    )
    credence: float | None = attrs.field(
        default=None, kw_only=True, metadata=Maybe(PROBABILITY)("How probable it is.")
    )
    standard: ProofStandard | None = attrs.field(
        default=None,
        kw_only=True,
        converter=_as_standard,
        metadata=Maybe(one_of(ProofStandard))("The proof it needs."),
    )
    expected: Expectation | None = attrs.field(
        default=None,
        kw_only=True,
        converter=_as_expectation,
        metadata=Maybe(one_of(Expectation))("The verdict a test of it wants."),
    )

    def __attrs_post_init__(self) -> None:
        """Make the id from the text, where that stands in its place."""
        _make_id(self)

    @property
    def name(self) -> str:
        """What to call it in a sentence: its text, else its title, else its id."""
        return self.text or self.title or self.id


@attrs.frozen(repr=False, field_transformer=validated)
class Question(_Said):
    """A question, and the claims that answer it.

    A counterpoint against an answer is one against giving that answer. `exclusive`
    answers leave room for one of them at most. The id may be left out: a text alone
    makes it.

    >>> Question("queue", "Which queue?", answers=["redis", "postgres"]).answers
    ('redis', 'postgres')
    """

    id: str = attrs.field(validator=_id_or_text, metadata=_ID)
    text: str = attrs.field(default="", metadata=TEXT("The question, in a sentence."))
    answers: tuple[str, ...] = attrs.field(
        default=(),
        kw_only=True,
        converter=_as_ids,
        metadata=IDENTIFIERS("The ids of its answers.", to=PROPOSITIONS),
    )
    exclusive: bool = attrs.field(
        default=False,
        kw_only=True,
        metadata=FLAG("Whether at most one answer can stand."),
    )
    tags: tuple[str, ...] = attrs.field(
        default=(), kw_only=True, converter=_as_texts, metadata=_TAGS
    )

    def __attrs_post_init__(self) -> None:
        """Make the id from the text, where that stands in its place."""
        _make_id(self)

    @property
    def name(self) -> str:
        """What to call it in a sentence: its text, else its id."""
        return self.text or self.id


@attrs.frozen(repr=False, field_transformer=validated)
class Argument(_WithData):
    """A named piece of reasoning, sketched or reconstructed.

    `text` is its gist, `steps` are the ids of the inferences that reconstruct
    it, the last of which is its main one; while there are none it is only
    sketched and counts as a claim.

    >>> Argument("supply", "More supply", text="Building lowers rents.").steps
    ()
    """

    id: str = attrs.field(metadata=_ID)
    title: str = attrs.field(default="", metadata=TEXT("A short name."))
    text: str = attrs.field(default="", kw_only=True, metadata=TEXT("Its gist."))
    steps: tuple[str, ...] = attrs.field(
        default=(),
        kw_only=True,
        converter=_as_ids,
        metadata=IDENTIFIERS(
            "The ids of its inferences, the main one last.", to=("inference",)
        ),
    )
    tags: tuple[str, ...] = attrs.field(
        default=(), kw_only=True, converter=_as_texts, metadata=_TAGS
    )

    @property
    def name(self) -> str:
        """What to call it in a sentence: its title, else its gist, else its id."""
        return self.title or self.text or self.id


@attrs.frozen(repr=False, field_transformer=validated)
class Premise(values.Value):
    """A claim, or an argument, at work in an inference or a counterpoint.

    `role` is the part it plays in the argumentation scheme, if one is named. An
    `attributed` premise is that the claim's speaker says so, not that it is so.

    >>> Premise("rents-rose", role="minor").claim
    'rents-rose'
    """

    claim: str = attrs.field(
        converter=values.id_of, metadata=IDENTIFIER("Its id.", to=PROPOSITIONS)
    )
    role: str | None = attrs.field(
        default=None, metadata=Maybe(WORD)("Its part in the argumentation scheme.")
    )
    attributed: bool = attrs.field(
        default=False,
        kw_only=True,
        metadata=FLAG("Whether the premise is that somebody says so.", since=2),
    )


AnyPremise: TypeAlias = str | Claim | Argument | Premise


def _as_premises(premises: Iterable[AnyPremise]) -> tuple[Premise, ...]:
    return tuple(
        each if isinstance(each, Premise) else Premise(each)
        for each in values.frozen_list(premises)
    )


def _in_short(premises: Iterable[Premise]) -> str:
    """Return premises as they may be given: a claim with nothing else by its id."""
    shown = (
        repr(each.claim if each == Premise(each.claim) else each) for each in premises
    )
    return f"[{', '.join(shown)}]"


def _made_step_id(premises: Sequence[Premise], verb: str, end: str) -> str:
    names = [name for each in premises for name in ("and", str(each.claim))]
    return values.made_id(*names[1:], verb, str(end))


@attrs.frozen(repr=False, field_transformer=validated)
class Inference(_Said):
    """A step from one or more premises to a conclusion.

    The premises of one inference support its conclusion only together; an
    independent reason is an inference of its own. The conclusion is a claim or
    an argument, or an inference or a counterpoint that it backs. A `strict`
    inference is deductive: who grants the premises cannot deny the conclusion.
    `utterances` are who argues so.

    >>> Inference(["rents-rose"], conclusion="rent-is-high").id
    'rents-rose-so-rent-is-high'
    """

    premises: tuple[Premise, ...] = attrs.field(
        converter=_as_premises,
        repr=_in_short,
        metadata=ListOf(
            Nested(Premise, is_short=True), least=1, wanted="at least one claim"
        )("Its premises: ids, or objects where one has a role."),
    )
    conclusion: str = attrs.field(
        converter=_as_id,
        metadata=IDENTIFIER("The id of the part it leads to.", to=ENDS),
    )
    id: str = attrs.field(kw_only=True, metadata=_MADE_ID)
    scheme: str | None = attrs.field(default=None, kw_only=True, metadata=_SCHEME)
    strength: float | None = attrs.field(default=None, kw_only=True, metadata=_STRENGTH)
    strict: bool = attrs.field(
        default=False, kw_only=True, metadata=FLAG("Whether it is deductive.")
    )

    @property
    def end(self) -> str:
        """What it leads to: its conclusion."""
        return self.conclusion

    @id.default
    def _id_from_its_place(self) -> str:
        return _made_step_id(self.premises, "so", self.conclusion)


@attrs.frozen(repr=False, field_transformer=validated)
class Counterpoint(_Said):
    """A step from premises against a target.

    The target is a claim, an inference, another counterpoint (a reply) or an
    argument. Without premises it says no more than that the target is contested.
    An `accepted` one is granted and does not defeat its target: a drawback that one
    lives with. `raises` is the critical question, by its id in the scheme of the step
    in question. `utterances` are who argues so.

    >>> Counterpoint(["built-slowly"], target="rents-rose-so-rent-is-high").id
    'built-slowly-against-rents-rose-so-rent-is-high'
    """

    premises: tuple[Premise, ...] = attrs.field(
        converter=_as_premises,
        repr=_in_short,
        metadata=ListOf(Nested(Premise, is_short=True))(
            "Its premises: ids, or objects where one has a role."
        ),
    )
    target: str = attrs.field(
        converter=_as_id,
        metadata=IDENTIFIER("The id of the part it counts against.", to=ENDS),
    )
    id: str = attrs.field(kw_only=True, metadata=_MADE_ID)
    scheme: str | None = attrs.field(default=None, kw_only=True, metadata=_SCHEME)
    strength: float | None = attrs.field(default=None, kw_only=True, metadata=_STRENGTH)
    accepted: bool = attrs.field(
        default=False,
        kw_only=True,
        metadata=FLAG("Whether it is granted and lived with.", since=2),
    )
    raises: str | None = attrs.field(
        default=None,
        kw_only=True,
        metadata=Maybe(IDENTIFIER)("The critical question that it raises.", since=2),
    )

    @property
    def end(self) -> str:
        """What it leads to: its target."""
        return self.target

    @id.default
    def _id_from_its_place(self) -> str:
        return _made_step_id(self.premises, "against", self.target)


@attrs.frozen(repr=False, field_transformer=validated)
class Contradiction(_WithData):
    """Claims of which at most one can stand.

    It has no direction: none of them is raised against the others.

    >>> Contradiction(["it-rose", "it-fell"], kind="contrary").id
    'it-rose-or-it-fell'
    """

    claims: tuple[str, ...] = attrs.field(
        converter=_as_ids,
        metadata=ListOf(
            IDENTIFIER, least=2, are_different=True, wanted="at least two, each once"
        )("The ids of the claims.", to=PROPOSITIONS),
    )
    kind: ContradictionKind = attrs.field(
        default=ContradictionKind.CONTRADICTORY,
        converter=ContradictionKind,
        metadata=one_of(ContradictionKind)("Whether all can be false."),
    )
    id: str = attrs.field(kw_only=True, metadata=_MADE_ID)

    @id.default
    def _id_from_its_place(self) -> str:
        names = [name for each in self.claims for name in ("or", str(each))]
        return values.made_id(*names[1:])


@attrs.frozen(repr=False, field_transformer=validated)
class Rephrase(_Said):
    """A claim that says again, in other words, what another claim says.

    It is no reason for the other. `utterances` are who restates it.

    >>> Rephrase("too-dear", original="rent-is-high").id
    'too-dear-restates-rent-is-high'
    """

    claim: str = attrs.field(
        converter=_as_id,
        metadata=IDENTIFIER("The id of the claim in other words.", to=PROPOSITIONS),
    )
    original: str = attrs.field(
        kw_only=True,
        converter=_as_id,
        metadata=IDENTIFIER("The id of the claim it restates.", to=PROPOSITIONS),
    )
    id: str = attrs.field(kw_only=True, metadata=_MADE_ID)

    @id.default
    def _id_from_its_place(self) -> str:
        return values.made_id(str(self.claim), "restates", str(self.original))


@attrs.frozen(repr=False, field_transformer=validated)
class Preference(_WithData):
    """That one step, or claim, counts for more than another.

    It decides between those that conflict and would otherwise weigh the same.

    >>> Preference("the-law", over="a-custom").id
    'the-law-over-a-custom'
    """

    preferred: str = attrs.field(
        converter=_as_id,
        metadata=IDENTIFIER("The id of what counts for more.", to=ENDS),
    )
    over: str = attrs.field(
        kw_only=True,
        converter=_as_id,
        metadata=IDENTIFIER("The id of what counts for less.", to=ENDS),
    )
    id: str = attrs.field(kw_only=True, metadata=_MADE_ID)

    @id.default
    def _id_from_its_place(self) -> str:
        return values.made_id(str(self.preferred), "over", str(self.over))


@attrs.frozen(repr=False, field_transformer=validated)
class Section(_WithData):
    """A titled part of the map: a heading in a text, a box in a diagram.

    A part is a member of one section at most; `parent` is the section around it.

    >>> Section("motives", "What are the motives?", members=["status"]).members
    ('status',)
    """

    id: str = attrs.field(metadata=_ID)
    title: str = attrs.field(default="", metadata=TEXT("Its heading."))
    members: tuple[str, ...] = attrs.field(
        default=(),
        kw_only=True,
        converter=_as_ids,
        metadata=IDENTIFIERS("The ids of what it holds.", to=MEMBERS),
    )
    parent: str | None = attrs.field(
        default=None,
        kw_only=True,
        converter=_as_parent,
        metadata=Maybe(IDENTIFIER)("The id of the section around it.", to=("section",)),
    )


Step: TypeAlias = Inference | Counterpoint
Link: TypeAlias = Step | Contradiction | Question | Rephrase | Preference
"""What joins parts by naming them."""
Member: TypeAlias = Claim | Argument | Link
"""What a section can hold."""
Part: TypeAlias = Member | Section
"""All that has an id in the one name space of a map."""
