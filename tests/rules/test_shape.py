"""Rules on how a map hangs together."""

from hypothesis import given

from argmap import (
    Argument,
    ArgumentMap,
    Claim,
    Contradiction,
    Counterpoint,
    Inference,
    Question,
    Section,
)
from tests.rules.finding import messages, subjects
from tests.strategies import argument_maps


@given(argument_maps())
def test_isolated_claim(argument_map: ArgumentMap) -> None:
    """A claim or sketch is isolated if nothing that joins parts names it."""
    named = {argument_map.thesis}
    for step in argument_map.steps:
        named |= {step.end, *(each.claim for each in step.premises)}
    for each in argument_map.contradictions:
        named |= set(each.claims)
    for question in argument_map.questions:
        named |= set(question.answers)
    for same in argument_map.rephrases:
        named |= {same.claim, same.original}
    for more in argument_map.preferences:
        named |= {more.preferred, more.over}
    named |= {each.id for each in argument_map.arguments if each.steps}
    propositions = [each.id for each in argument_map.propositions]

    found = subjects("isolated-claim", argument_map)

    assert found == [
        each for each in propositions if each not in named and len(propositions) > 1
    ]


def test_isolated_argument() -> None:
    """A sketched argument that nothing names is called an argument."""
    argument_map = ArgumentMap([Claim("a")], arguments=[Argument("b")], thesis="a")

    assert messages("isolated-claim", argument_map) == [
        "no inference uses the argument 'b'"
    ]


def test_unsupported_thesis() -> None:
    """A thesis wants a reason, unless it is granted or an argument."""
    a, b = Claim("a"), Claim("b")

    assert messages("unsupported-thesis", ArgumentMap([a, b], thesis=a)) == [
        "no inference concludes to the thesis 'a'"
    ]
    for fine in (
        ArgumentMap([a, b], [Inference([b], a)], thesis=a),
        ArgumentMap([Claim("a", presumed=True)], thesis="a"),
        ArgumentMap(arguments=[Argument("a")], thesis="a"),
        ArgumentMap([a]),
    ):
        assert messages("unsupported-thesis", fine) == []


def test_unanswered_question() -> None:
    """A question without a claim that answers it is found."""
    answered = Question("why", "Why?", answers=["a"])
    argument_map = ArgumentMap([Claim("a")], questions=[answered, Question("how")])

    assert messages("unanswered-question", argument_map) == [
        "no claim answers the question 'how'"
    ]


def test_empty_section() -> None:
    """A section is empty with neither a part nor another section in it."""
    argument_map = ArgumentMap(
        [Claim("a"), Claim("b")],
        counterpoints=[Counterpoint(["a"], "b", id="k")],
        contradictions=[Contradiction(["a", "b"], id="x")],
        sections=[
            Section("outer"),
            Section("inner", parent="outer", members=["k"]),
            Section("empty", parent="inner"),
        ],
    )

    assert messages("empty-section", argument_map) == [
        "nothing is in the section 'empty'"
    ]
