"""What hypothesis draws: texts, ids and whole argument maps, all of them valid.

Everything the model allows can come: circles, replies to replies, arguments with
steps, sections in sections, quotations, free data, any script.
"""

from collections.abc import Sequence
from itertools import islice
from typing import TypeVar

from hypothesis import strategies as st

from argmap.model import (
    Act,
    Argument,
    ArgumentMap,
    Claim,
    Contradiction,
    ContradictionKind,
    Counterpoint,
    Expectation,
    Inference,
    Locator,
    Preference,
    Premise,
    ProofStandard,
    Question,
    Quotation,
    Rephrase,
    Section,
    Source,
    Utterance,
)

_Value = TypeVar("_Value")

_AWKWARD = (
    "",
    " ",
    "Rents are too high.",
    'He said "no", \\ and left.',
    "one\ntwo\r\n\n  three",
    "[a]: <b> & {c} #d",
    "- item",
    "# heading",
    "// not a comment",
    "1.2. Pro: -> See 1.1.",
    "-- x --",
    "«“‘…’”»\u2028\ufeff",
    "שלום עליכם",
    "租金太高",
    "e\u0301 👩‍👧 \x00\x1f\x7f",
)
_LETTERS = st.characters(categories=["L", "N"], include_characters="_")
_INNER = st.characters(categories=["L", "N"], include_characters="_.-")
_IDS = st.builds(str.__add__, _LETTERS, st.text(_INNER, max_size=4))
_TEXTS = st.sampled_from(_AWKWARD) | st.text(
    st.characters(exclude_categories=["Cs"]), max_size=12
)
_WORDS = _TEXTS.filter(str.strip)
_CREDENCES = st.floats(0, 1) | st.integers(0, 1)
_STRENGTHS = st.floats(0, exclude_min=True, allow_infinity=False) | st.integers(1)


def texts() -> st.SearchStrategy[str]:
    """Draw short texts: awkward ones by hand, and any Unicode but surrogates."""
    return _TEXTS


def ids() -> st.SearchStrategy[str]:
    """Draw short ids in any script."""
    return _IDS


def data() -> st.SearchStrategy[dict[str, object]]:
    """Draw free data, empty half of the time."""
    return st.just({}) | _DATA


_ATOMS = (
    st.none()
    | st.booleans()
    | st.integers(-(2**70), 2**70)
    | st.floats(allow_nan=False, allow_infinity=False)
    | _TEXTS
)
_JSON: st.SearchStrategy[object] = st.recursive(
    _ATOMS,
    lambda inner: (
        st.lists(inner, max_size=2) | st.dictionaries(_TEXTS, inner, max_size=2)
    ),
    max_leaves=4,
)
_DATA: st.SearchStrategy[dict[str, object]] = st.dictionaries(
    _TEXTS, _JSON, min_size=1, max_size=2
)


@st.composite
def argument_maps(draw: st.DrawFn, *, max_claims: int = 5) -> ArgumentMap:
    """Draw maps of up to `max_claims` claims and a few of every other part."""
    count = st.integers(0, 3)
    counts = [draw(st.integers(0, max_claims)), *(draw(count) for _ in range(5))]
    counts += [draw(st.sampled_from([0, 0, 1])) for _ in range(3)]
    names = iter(
        draw(st.lists(ids(), unique=True, min_size=sum(counts), max_size=sum(counts)))
    )
    lists = [list(islice(names, each)) for each in counts]
    claims, arguments, inferences, counterpoints, contradictions, sections = lists[:6]
    questions, rephrases, preferences = lists[6:]
    propositions = claims + arguments
    if not propositions:
        inferences, counterpoints, rephrases, preferences = [], [], [], []
    if len(propositions) < 2:
        contradictions = []
    ends = propositions + inferences + counterpoints
    sources = draw(st.lists(_sources(), max_size=2, unique_by=lambda each: each.id))
    return ArgumentMap(
        [draw(_claims(each, sources)) for each in claims],
        [draw(_inferences(each, propositions, ends)) for each in inferences],
        counterpoints=[
            draw(_counterpoints(each, propositions, ends)) for each in counterpoints
        ],
        contradictions=[
            draw(_contradictions(each, propositions)) for each in contradictions
        ],
        arguments=[draw(_arguments(each, inferences)) for each in arguments],
        questions=[draw(_questions(each, propositions)) for each in questions],
        rephrases=[draw(_rephrases(each, propositions)) for each in rephrases],
        preferences=[draw(_preferences(each, ends)) for each in preferences],
        sections=draw(
            _sections(
                sections,
                ends + contradictions + questions + rephrases + preferences,
            )
        ),
        sources=sources,
        title=draw(texts()),
        author=draw(st.just("") | texts()),
        thesis=draw(_maybe(propositions)),
        data=draw(data()),
    )


def _several(
    values: Sequence[_Value], *, least: int = 0
) -> st.SearchStrategy[list[_Value]]:
    if not values:
        return st.just([])
    return st.lists(
        st.sampled_from(values), min_size=least, max_size=least + 1, unique=True
    )


def _maybe(values: Sequence[_Value]) -> st.SearchStrategy[_Value | None]:
    return st.sampled_from([None, *values])


@st.composite
def _sources(draw: st.DrawFn) -> Source:
    return Source(
        draw(ids()),
        draw(texts()),
        author=draw(texts()),
        date=draw(texts()),
        url=draw(texts()),
        path=draw(texts()),
        text=draw(st.none() | texts()),
    )


@st.composite
def _quotations(draw: st.DrawFn, sources: Sequence[Source]) -> Quotation:
    start = draw(st.none() | st.integers(0, 9))
    locator = Locator(
        start,
        None if start is None else start + draw(st.integers(0, 9)),
        prefix=draw(texts()),
        suffix=draw(texts()),
        page=draw(st.just("") | texts()),
        section=draw(st.just("") | texts()),
    )
    return Quotation(
        draw(_WORDS),
        source=draw(st.sampled_from(sources)).id,
        locator=draw(st.sampled_from([None, locator])),
    )


@st.composite
def _claims(draw: st.DrawFn, claim_id: str, sources: Sequence[Source]) -> Claim:
    if draw(st.booleans()):
        return Claim(claim_id, draw(texts()))
    return Claim(
        claim_id,
        draw(texts()),
        title=draw(texts()),
        speaker=draw(texts()),
        implicit=draw(st.booleans()),
        quotations=draw(st.lists(_quotations(sources), max_size=2)) if sources else (),
        tags=draw(st.lists(_WORDS, max_size=2)),
        presumed=draw(_maybe([False, True])),
        credence=draw(st.none() | _CREDENCES),
        standard=draw(_maybe(list(ProofStandard))),
        expected=draw(_maybe(list(Expectation))),
        utterances=draw(_utterances()),
        data=draw(data()),
    )


def _utterances() -> st.SearchStrategy[list[Utterance]]:
    return st.just([]) | st.lists(
        st.builds(Utterance, _WORDS, st.none() | st.sampled_from(Act)),
        min_size=1,
        max_size=2,
    )


def _premises(propositions: Sequence[str]) -> st.SearchStrategy[Premise]:
    return st.builds(
        Premise,
        st.sampled_from(propositions),
        st.none() | _WORDS,
        attributed=st.sampled_from([False, False, True]),
    )


@st.composite
def _inferences(
    draw: st.DrawFn, step_id: str, propositions: Sequence[str], ends: Sequence[str]
) -> Inference:
    return Inference(
        draw(st.lists(_premises(propositions), min_size=1, max_size=3)),
        draw(st.sampled_from(ends)),
        id=step_id,
        scheme=draw(st.none() | ids()),
        strength=draw(st.none() | _STRENGTHS),
        strict=draw(st.booleans()),
        utterances=draw(_utterances()),
        data=draw(data()),
    )


@st.composite
def _counterpoints(
    draw: st.DrawFn, step_id: str, propositions: Sequence[str], ends: Sequence[str]
) -> Counterpoint:
    return Counterpoint(
        draw(st.lists(_premises(propositions), max_size=2)),
        draw(st.sampled_from(ends)),
        id=step_id,
        scheme=draw(st.none() | ids()),
        strength=draw(st.none() | _STRENGTHS),
        accepted=draw(st.sampled_from([False, False, True])),
        utterances=draw(_utterances()),
        data=draw(data()),
    )


@st.composite
def _questions(draw: st.DrawFn, part_id: str, propositions: Sequence[str]) -> Question:
    return Question(
        part_id,
        draw(texts()),
        answers=draw(_several(propositions)),
        exclusive=draw(st.booleans()),
        tags=draw(st.lists(_WORDS, max_size=2)),
        utterances=draw(_utterances()),
        data=draw(data()),
    )


@st.composite
def _rephrases(draw: st.DrawFn, part_id: str, propositions: Sequence[str]) -> Rephrase:
    return Rephrase(
        draw(st.sampled_from(propositions)),
        original=draw(st.sampled_from(propositions)),
        id=part_id,
        utterances=draw(_utterances()),
        data=draw(data()),
    )


@st.composite
def _preferences(draw: st.DrawFn, part_id: str, ends: Sequence[str]) -> Preference:
    return Preference(
        draw(st.sampled_from(ends)),
        over=draw(st.sampled_from(ends)),
        id=part_id,
        data=draw(data()),
    )


@st.composite
def _contradictions(
    draw: st.DrawFn, part_id: str, propositions: Sequence[str]
) -> Contradiction:
    return Contradiction(
        draw(_several(propositions, least=2)),
        draw(st.sampled_from(ContradictionKind)),
        id=part_id,
        data=draw(data()),
    )


@st.composite
def _arguments(
    draw: st.DrawFn, argument_id: str, inferences: Sequence[str]
) -> Argument:
    return Argument(
        argument_id,
        draw(texts()),
        text=draw(texts()),
        steps=draw(_several(inferences)),
        tags=draw(st.lists(_WORDS, max_size=2)),
        data=draw(data()),
    )


@st.composite
def _sections(
    draw: st.DrawFn, names: Sequence[str], members: Sequence[str]
) -> list[Section]:
    left = list(members)
    sections: list[Section] = []
    for name in names:
        chosen = draw(_several(left))
        left = [each for each in left if each not in chosen]
        section = Section(
            name,
            draw(texts()),
            members=chosen,
            parent=draw(_maybe([each.id for each in sections])),
            data=draw(data()),
        )
        sections.append(section)
    return draw(st.sampled_from([sections, sections[::-1]]))
