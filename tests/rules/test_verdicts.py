"""Rules on verdicts."""

import attrs
import pytest
from hypothesis import given

from argmap import (
    Argument,
    ArgumentMap,
    Claim,
    Contradiction,
    Counterpoint,
    Inference,
    Quotation,
    Source,
    Verdict,
    evaluate,
)
from argmap.diagnostics import Severity
from argmap.rules import RULES, rule
from tests.rules.finding import helps, messages, subjects
from tests.strategies import argument_maps

FLATS = ArgumentMap.of(
    Claim("cap", "Cap rents.", expected="stands"),
    Claim("fair", "It is fair.", expected="defeated"),
    Claim("unfair", "It is not."),
    Inference(["fair"], conclusion="cap"),
    Counterpoint(["unfair"], target="fair"),
)


@given(argument_maps())
def test_unexpected_verdict(argument_map: ArgumentMap) -> None:
    """A claim is found if it says another verdict than it gets."""
    evaluation = evaluate(argument_map)

    assert subjects("unexpected-verdict", argument_map) == [
        each.id
        for each in argument_map.claims
        if each.expected
        and not (
            each.expected == evaluation.verdict(each).value
            or (each.expected == "rejected" and evaluation.verdict(each).is_rejected)
        )
    ]


def test_what_is_said_of_an_unexpected_verdict() -> None:
    """Both verdicts are named, and the command that says why."""
    assert messages("unexpected-verdict", FLATS) == [
        "the verdict on 'cap' is unsupported, not stands"
    ]
    assert helps("unexpected-verdict", FLATS) == [
        "argmap evaluate --explain cap says why"
    ]


CAP, FAIR, RARE, NEW, BARE = (
    Claim("cap", "Cap rents."),
    Claim("fair", "It is fair."),
    Claim("rare", "Flats get rare."),
    Claim("new", "New flats are exempt."),
    Claim("bare", "Nothing.", presumed=False),
)
BECAUSE = Inference(["fair"], conclusion="cap", id="because")


@pytest.mark.parametrize(
    "target", ["cap", "because", "fair", "case"], ids=lambda target: f"against {target}"
)
def test_unanswered_counterpoint(target: str) -> None:
    """What strikes the thesis or what it rests on wants an answer."""
    argument_map = ArgumentMap.of(
        CAP,
        FAIR,
        RARE,
        NEW,
        BECAUSE,
        Argument("case", "The case", steps=["because"]),
        Counterpoint(["rare"], target=target, id="but"),
        thesis="cap",
    )

    assert messages("unanswered-counterpoint", argument_map) == [
        f"nothing answers the counterpoint 'but' against '{target}'"
    ]
    for answer in (
        Counterpoint(["new"], target="but"),
        Counterpoint(["new"], target="rare"),
        Contradiction(["new", "rare"]),
    ):
        assert not messages("unanswered-counterpoint", argument_map.with_parts(answer))


@pytest.mark.parametrize(
    "more",
    [
        [Counterpoint(["rare"], target="new")],
        [Counterpoint(["bare"], target="cap")],
        [Counterpoint(["rare"], target="cap", strength=0.5)],
        [
            Counterpoint([], target="rare", id="yet"),
            Counterpoint(["rare"], target="cap"),
        ],
    ],
    ids=["beside the point", "fails", "not enough", "answered"],
)
def test_counterpoints_that_need_no_answer(more: list[Counterpoint]) -> None:
    """A counterpoint that does not bring down the thesis or its reasons needs none."""
    argument_map = ArgumentMap.of(
        CAP, FAIR, RARE, NEW, BARE, BECAUSE, *more, thesis="cap"
    )

    assert subjects("unanswered-counterpoint", argument_map) == []


def test_an_answer_may_want_an_answer() -> None:
    """What strikes an answer strikes the thesis; what strikes an objection does not."""
    argument_map = ArgumentMap.of(
        CAP,
        FAIR,
        RARE,
        NEW,
        BECAUSE,
        Claim("old", "Old flats are not."),
        Counterpoint(["rare"], target="cap", id="but"),
        Counterpoint(["new"], target="but", id="yet"),
        Counterpoint(["old"], target="yet", id="still"),
        thesis="cap",
    )

    assert subjects("unanswered-counterpoint", argument_map) == ["still"]


def test_an_argument_rests_on_its_steps() -> None:
    """So the thesis does that rests on an argument, and on what this puts forward."""
    argument_map = ArgumentMap.of(
        CAP,
        FAIR,
        RARE,
        NEW,
        Inference(["new"], conclusion="fair", id="inner"),
        Inference(["rare"], conclusion="new", id="step"),
        Argument("whole", steps=["step", "inner"]),
        Argument("reply", steps=["step"]),
        Inference(["whole", "reply"], conclusion="cap"),
        Counterpoint([], target="fair", id="but"),
        Counterpoint([], target="rare", id="bare"),
        Counterpoint([], target="reply", id="no"),
        thesis="cap",
    )

    assert set(subjects("unanswered-counterpoint", argument_map)) == {
        "but",
        "bare",
        "no",
    }


@given(argument_maps())
def test_unanswered_counterpoints_hold(argument_map: ArgumentMap) -> None:
    """What is found stands and strikes what does not; without a thesis, nothing is."""
    evaluation = evaluate(argument_map)
    found = subjects("unanswered-counterpoint", argument_map)

    assert argument_map.thesis is not None or not found
    for each in argument_map.counterpoints:
        if each.id in found:
            assert evaluation.verdict(each) is Verdict.STANDS
            assert evaluation.verdict(each.target) is not Verdict.STANDS
            assert not argument_map.counterpoints_against(each)


def test_lost_presumption() -> None:
    """What something rests on has lost it to a reason that fails."""
    used = FLATS.with_parts(
        Claim("act", "Act now."), Inference(["cap"], conclusion="act")
    )

    assert subjects("lost-presumption", FLATS) == []
    assert subjects("lost-presumption", used) == ["cap"]
    assert subjects("lost-presumption", attrs.evolve(used, thesis="act")) == ["cap"]
    assert subjects("lost-presumption", attrs.evolve(used, thesis="cap")) == []
    assert subjects("lost-presumption", ArgumentMap([Claim("a", "A.")])) == []


def test_an_explained_fact_has_lost_its_presumption() -> None:
    """What is quoted, or follows as an effect, is reported though nothing rests on it.

    It stands again once it is marked as presumed, and then nothing is reported.
    """
    wet, rain, dry = Claim("wet", "It is wet."), Claim("rain"), Claim("dry")
    quoted = attrs.evolve(wet, quotations=[Quotation("It is wet.", source="diary")])
    refuted = Counterpoint([dry], target=rain)
    for fact, scheme in ((wet, "cause-to-effect"), (quoted, None)):
        explained = ArgumentMap.of(
            Source("diary"),
            *(fact, rain, dry, refuted),
            Inference([rain], conclusion=fact, scheme=scheme),
        )
        assert evaluate(explained).verdict(fact) is Verdict.UNSUPPORTED
        (finding,) = rule("lost-presumption")(explained, evaluate(explained))
        assert "`presumed`" in str(finding.help)

        marked = explained.with_parts(attrs.evolve(fact, presumed=True))
        assert evaluate(marked).verdict(fact) is Verdict.STANDS
        assert subjects("lost-presumption", marked) == []

    argued = ArgumentMap.of(wet, rain, dry, refuted, Inference([rain], conclusion=wet))
    assert subjects("lost-presumption", argued) == []


def test_a_reason_that_is_too_weak_does_not_fail() -> None:
    """What asks for more than it gets has lost nothing by being argued for."""
    argument_map = ArgumentMap.of(
        Claim("a", "A.", standard="clear-and-convincing"),
        Claim("b", "B."),
        Claim("c", "C."),
        Inference(["b"], conclusion="a", strength=0.5),
        Inference(["a"], conclusion="c"),
    )

    assert evaluate(argument_map).verdict("a") is Verdict.UNSUPPORTED
    assert subjects("lost-presumption", argument_map) == []


A, B = Claim("a", "A."), Claim("b", "B.")
SAID_A, SAID_B = Claim("a", "A.", presumed=True), Claim("b", "B.", presumed=True)
EITHER = Contradiction(["a", "b"], id="either")


@pytest.mark.parametrize("claims", [(SAID_A, SAID_B), (SAID_A, B), (A, SAID_B)])
def test_presumed_contradiction(claims: tuple[Claim, Claim]) -> None:
    """A claim that is presumed cannot stand beside another one that is granted."""
    argument_map = ArgumentMap.of(*claims, EITHER)

    assert messages("presumed-contradiction", argument_map) == [
        "'a' and 'b' contradict each other and are granted"
    ]
    assert subjects("undecided-contradiction", argument_map) == []


def test_undecided_contradiction() -> None:
    """Of claims that nobody argues for none can stand against its rival."""
    argument_map = ArgumentMap.of(A, B, Argument("c"), Contradiction(["a", "b", "c"]))

    assert messages("undecided-contradiction", argument_map) == [
        "nothing decides between 'a' and 'b' and 'c'"
    ]
    assert subjects("presumed-contradiction", argument_map) == []


@pytest.mark.parametrize(
    "parts",
    [
        (A, Claim("b", "B.", presumed=False)),
        (SAID_A, B, Counterpoint([], target="b")),
        (A, B, Claim("c", "C."), Inference(["c"], conclusion="b")),
        (A, B, Claim("c", "C."), Inference(["c"], conclusion="b", strength=2)),
    ],
    ids=["not granted", "defeated", "argued for", "decided"],
)
def test_contradictions_that_are_no_surprise(
    parts: tuple[Claim | Counterpoint | Inference, ...],
) -> None:
    """Where one claim is not granted, or one has fallen, nothing is found."""
    argument_map = ArgumentMap.of(*parts, EITHER)

    assert subjects("presumed-contradiction", argument_map) == []
    assert subjects("undecided-contradiction", argument_map) == []


def test_they_do_not_fail_a_check() -> None:
    """What may well be meant is information."""
    severities = {each.code: each.severity for each in RULES}

    for code in ("unanswered-counterpoint", "lost-presumption"):
        assert severities[code] is Severity.INFO
        assert rule(code).runs_by_default
    assert severities["undecided-contradiction"] is Severity.INFO


def test_strength_off_the_scale() -> None:
    """Where a margin is wanted strengths over 1 are told, and nowhere else."""
    standards = ("clear-and-convincing", "preponderance", None)
    argument_map = ArgumentMap.of(
        Claim("a", "A."),
        *(
            Claim(f"c{at}", f"C{at}.", standard=standard)
            for at, standard in enumerate(standards)
        ),
        *(
            Inference(["a"], conclusion=f"c{at}", strength=3, id=f"s{at}")
            for at in range(len(standards))
        ),
        Counterpoint(["a"], target="c0", strength=1, id="k"),
    )

    (found,) = rule("strength-off-the-scale")(argument_map)
    assert found.subject == "s0"
    assert (
        found.message
        == "the standard of 'c0' requires strengths up to 1, but 's0' has 3"
    )


def test_inconsistent_acceptance() -> None:
    """What strictly follows from what stands is told where it excludes itself.

    That takes a standard of proof that lets it stand.
    """
    seen, voices, alone, two = map(Claim, ("seen", "voices", "alone", "two"))
    either = Contradiction([alone, two], id="either")

    steps = [
        Inference([seen], conclusion=alone, strict=True),
        Inference([voices], conclusion=two, strict=True),
    ]
    strict = ArgumentMap([seen, voices, alone, two], steps, contradictions=[either])
    assert messages("inconsistent-acceptance", strict) == []

    loose = strict.with_parts(
        *(Claim(each.id, standard="scintilla") for each in (seen, voices))
    )
    assert messages("inconsistent-acceptance", loose) == [
        "'alone' and 'two' contradict each other and stand"
    ]


def test_acceptance_that_is_inconsistent_by_itself() -> None:
    """Where a standard of proof lets rivals stand, that is told as well."""
    one = Claim("one", "One.", standard="scintilla")
    other = Claim("other", "Other.", standard="scintilla")
    argument_map = ArgumentMap(
        [one, other], contradictions=[Contradiction([other, one])]
    )

    assert messages("inconsistent-acceptance", argument_map) == [
        "'other' and 'one' contradict each other and stand"
    ]


def test_acceptance_that_strictly_leads_to_what_is_defeated() -> None:
    """Only of what does not stand itself it is said that it follows.

    A step that starts from a step rules nothing out: it is weighed like any other.
    """
    argument_map = ArgumentMap.of(
        Claim("out", "She was out."),
        Claim("home", "She was at home."),
        Claim("lamp", "Her lamp was lit."),
        Claim("ticket", "She bought a ticket."),
        Inference(["ticket"], conclusion="out", id="so-out"),
        Inference(["lamp"], conclusion="so-out", id="backing"),
        Argument("case", steps=["backing"]),
        Inference(["case"], conclusion="home", strict=True, strength=0.5),
        Contradiction(["out", "home"], id="either"),
    )

    assert messages("inconsistent-acceptance", argument_map) == [
        (
            "'out' and 'backing' stand, and by strict steps 'home' follows;"
            " 'out' and 'home' contradict each other"
        )
    ]


def test_unused_credence() -> None:
    """A credence is told of where the claim is argued for and not presumed."""
    claims = [
        Claim("cap", "Cap rents.", credence=0.1),
        Claim("fair", "It is fair.", credence=0.9),
        Claim("held", "So it is held.", credence=0.5, presumed=True),
        Claim("open", "Nobody knows.", credence=0.5, presumed=False),
    ]
    steps = [Inference(["fair"], conclusion=each) for each in ("cap", "held")]

    argument_map = ArgumentMap(claims, steps)
    assert subjects("unused-credence", argument_map) == ["cap", "open"]
    assert messages("unused-credence", argument_map)[0] == (
        "the credence of 'cap' is not used: the claim is not granted"
    )
