"""The parts of a map, each by itself."""

from collections.abc import Callable

import attrs
import pytest
from hypothesis import given, strategies as st

from argmap import (
    Argument,
    ArgumentMap,
    Claim,
    Contradiction,
    ContradictionKind,
    Counterpoint,
    Expectation,
    Inference,
    Premise,
    ProofStandard,
    Quotation,
    Section,
    Verdict,
    model,
)
from argmap.model import Act, Preference, Question, Rephrase, Utterance
from argmap.model.parts import Part
from tests.strategies import argument_maps, ids

A, B = Claim("a", "A."), Claim("b", "B.")


@given(st.lists(ids(), min_size=1), ids())
def test_steps_have_ids_of_their_own(premises: list[str], end: str) -> None:
    """A step is named after its place: the same every time, apart by its kind."""
    inference, counterpoint = Inference(premises, end), Counterpoint(premises, end)

    assert inference == Inference(premises, end)
    assert max(len(inference.id), len(counterpoint.id)) <= 100
    assert inference.id != counterpoint.id
    assert inference.end == counterpoint.end == end


def test_ids_from_places() -> None:
    """Made ids read as a sentence would."""
    assert Inference([A, B], "c").id == "a-and-b-so-c"
    assert Counterpoint([], A).id == "against-a"
    assert Counterpoint([A], Inference([A], B)).id == "a-against-a-so-b"
    assert Contradiction([A, B, "c"]).id == "a-or-b-or-c"
    assert Inference([A], B, id="mine").id == "mine"


def test_parts_stand_for_their_ids() -> None:
    """Where an id is wanted the part itself may be given."""
    step = Inference([Premise(A, "minor"), B], Argument("x"))

    assert step == Inference([Premise("a", "minor"), Premise("b")], "x")
    assert Section("s", members=[A, step]).members == ("a", step.id)
    assert Section("s", parent=Section("t")).parent == "t"
    assert Argument("x", steps=[step]).steps == (step.id,)


def test_words_become_members() -> None:
    """Standards, verdicts and kinds may be given as words."""
    claim = Claim("a", standard="scintilla", expected=Verdict.STANDS)

    assert claim == Claim("a", standard="scintilla", expected="stands")
    assert claim.standard is ProofStandard.SCINTILLA
    assert claim.expected is Expectation.STANDS
    assert Contradiction([A, B], "contrary").kind is ContradictionKind.CONTRARY


def test_expectations() -> None:
    """Each verdict meets the one of its name; the bad ones meet `rejected`."""
    for each in Verdict:
        met = [wanted.value for wanted in Expectation if wanted.is_met_by(each)]
        assert met == [each.value, *(["rejected"] if each.is_rejected else [])]
    assert [each for each in Verdict if each.is_rejected] == [
        Verdict.DEFEATED,
        Verdict.UNSUPPORTED,
        Verdict.CIRCULAR,
    ]


def test_former_names() -> None:
    """What a verdict was called before is still read, and called as it is now."""
    assert Verdict("refuted") is Verdict.DEFEATED
    assert Claim("a", expected="refuted").expected is Expectation.DEFEATED


def test_names() -> None:
    """A claim is called by its text, an argument by its title, else what they have."""
    assert Claim("a", "Text.", title="Title").name == "Text."
    assert Claim("a", title="Title").name == "Title"
    assert Claim("a").name == "a"
    assert Argument("x", "Title", text="Gist.").name == "Title"
    assert Argument("x", text="Gist.").name == "Gist."
    assert Argument("x").name == "x"


def test_who_says_it() -> None:
    """A name stands for an utterance; what is done by it is left to its part."""
    claim = Claim("a", utterances=["Ada", Utterance("Ben", "agrees")])

    assert claim.utterances == (Utterance("Ada"), Utterance("Ben", Act.AGREES))
    assert claim.utterances[0].act is None
    with pytest.raises(ValueError, match="Act must be one of asserts, agrees"):
        Utterance("Ada", "mumbles")


def test_made_ids_of_links() -> None:
    """Rephrases and preferences have ids made from what they join."""
    assert Rephrase(A, original=B).id == "a-restates-b"
    assert Preference(A, over=B).id == "a-over-b"


@pytest.mark.parametrize(
    ("make", "message"),
    [
        (
            lambda: Claim("a", 3),  # type: ignore[arg-type]
            "text must be text, not 3",
        ),
        (
            lambda: Claim("a", "\udc80"),
            "text must be Unicode text, not '\\udc80' with a lone surrogate",
        ),
        (
            lambda: Claim("a", implicit=1),  # type: ignore[arg-type]
            "implicit must be True or False, not 1",
        ),
        (
            lambda: Claim("a", presumed="no"),  # type: ignore[arg-type]
            "presumed must be True or False, not 'no'",
        ),
        (
            lambda: Claim("a", credence=1.5),
            "credence must be a number from 0 to 1, not 1.5",
        ),
        (
            lambda: Claim("a", credence=True),
            "credence must be a number from 0 to 1, not True",
        ),
        (lambda: Claim("a", tags="news"), "a list is wanted, not 'news'"),
        (lambda: Claim("a", tags=[" "]), "tags must not be blank"),
        (
            lambda: Claim("a", quotations=["words"]),  # type: ignore[list-item]
            "quotations must hold Quotation, not 'words'",
        ),
        (
            lambda: Claim("a", standard="sure"),
            (
                "ProofStandard must be one of scintilla, preponderance,"
                " clear-and-convincing, beyond-reasonable-doubt, dialectical-validity,"
                " not 'sure'"
            ),
        ),
        (lambda: Inference([], "a"), "premises must hold at least one claim"),
        (lambda: Inference("ab", "a"), "a list is wanted, not 'ab'"),
        (
            lambda: Inference([A], "a b"),
            "conclusion must look like 'rent-control', not 'a b'",
        ),
        (
            lambda: Inference([A], B, strength=0),
            "strength must be a positive number, not 0",
        ),
        (
            lambda: Counterpoint([A], B, strength=float("inf")),
            "strength must be a positive number, not inf",
        ),
        (
            lambda: Counterpoint([A], B, strength=10**400),
            f"strength must be a positive number, not {10**400}",
        ),
        (lambda: Premise("a", ""), "role must not be blank"),
        (lambda: Utterance(" "), "speaker must not be blank"),
        (
            lambda: Question("q", answers=["a b"]),
            "answers must look like 'rent-control', not 'a b'",
        ),
        (
            lambda: Contradiction([A]),
            "claims must hold at least two, each once, not ('a',)",
        ),
        (
            lambda: Contradiction([A, A]),
            "claims must hold at least two, each once, not ('a', 'a')",
        ),
        (
            lambda: Section("s", members=["a b"]),
            "members must look like 'rent-control', not 'a b'",
        ),
    ],
)
def test_refused(make: Callable[[], Part], message: str) -> None:
    """A part says what it wants, then what came."""
    with pytest.raises(ValueError) as raised:  # noqa: PT011 - the text is compared
        make()
    assert str(raised.value) == message


@pytest.mark.parametrize(
    "part",
    [
        A,
        Argument("x"),
        Premise("a"),
        Inference([A], B),
        Counterpoint([A], B),
        Contradiction([A, B]),
        Section("s"),
    ],
)
def test_frozen(part: Part) -> None:
    """Parts are values: hashable, and nothing of them can be set."""
    assert hash(part) == hash(attrs.evolve(part))
    with pytest.raises(attrs.exceptions.FrozenInstanceError):
        part.id = "other"  # type: ignore[misc]


@given(argument_maps())
def test_repr_makes_the_part_again(argument_map: ArgumentMap) -> None:
    """What is shown of a part, or of a source, is an expression that is equal to it."""
    for each in (*argument_map.parts, *argument_map.sources):
        assert eval(repr(each), vars(model)) == each  # noqa: S307 - our own repr


def test_repr_shows_what_is_set() -> None:
    """Fields that are as they would be by themselves are left out."""
    claim = Claim("a", "Rents rose.", expected="stands", data={"pages": [1, {"b": 2}]})
    quoted = Claim("b", quotations=[Quotation("Rents", source="s")], presumed=False)

    assert repr(Claim("a", "Rents rose.")) == "Claim('a', 'Rents rose.')"
    assert repr(claim) == (
        "Claim('a', 'Rents rose.', expected='stands', data={'pages': [1, {'b': 2}]})"
    )
    assert repr(quoted) == (
        "Claim('b', quotations=[Quotation('Rents', source='s')], presumed=False)"
    )
    assert repr(Inference(["a", Premise("b", "major")], "c")) == (
        "Inference(['a', Premise('b', 'major')], 'c')"
    )
    assert repr(Counterpoint([], "c", id="x")) == "Counterpoint([], 'c', id='x')"
