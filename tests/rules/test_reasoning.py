"""Rules on argumentation schemes."""

from argmap import ArgumentMap, Claim, Counterpoint, Inference, Premise
from argmap.schemes import scheme
from tests.rules.finding import helps, messages

CLAIMS = [Claim("doctor"), Claim("ill"), Claim("well")]


def _map(scheme_id: str | None, role: str | None = None) -> ArgumentMap:
    premises = [Premise("doctor", role)]
    return ArgumentMap(
        CLAIMS,
        [Inference(premises, "ill", id="i", scheme=scheme_id)],
        counterpoints=[Counterpoint(premises, "well", id="k", scheme=scheme_id)],
    )


def test_unknown_scheme() -> None:
    """A scheme that the catalogue has not is named, with the one probably meant."""
    argument_map = _map("expert-opinon")

    assert messages("unknown-scheme", argument_map) == [
        "there is no scheme 'expert-opinon', which the inference 'i' names",
        "there is no scheme 'expert-opinon', which the counterpoint 'k' names",
    ]
    assert helps("unknown-scheme", argument_map)[0] == "did you mean 'expert-opinion'?"
    assert messages("unknown-scheme", _map("expert-opinion")) == []
    assert messages("unknown-scheme", _map(None)) == []


def test_unknown_role() -> None:
    """A role that the scheme has not is named, with the roles that it has."""
    roles = ", ".join(each.id for each in scheme("expert-opinion").roles)

    assert messages("unknown-role", _map("expert-opinion", "exprt"))[0] == (
        "the scheme 'expert-opinion' has no role 'exprt', which 'i' gives the"
        " premise 'doctor'"
    )
    assert helps("unknown-role", _map("expert-opinion", "exprt"))[0] == (
        "did you mean 'expert'?"
    )
    assert helps("unknown-role", _map("expert-opinion", "q"))[0] == (
        f"its roles are {roles}"
    )
    for fine in (
        _map("expert-opinion", "expert"),
        _map("expert-opinion"),
        _map("unheard-of", "expert"),
        _map(None, "expert"),
    ):
        assert messages("unknown-role", fine) == []


def test_unknown_critical_question() -> None:
    """A question that no scheme of what is struck asks is named, slips are answered."""

    def raised(question: str, target: str = "i") -> ArgumentMap:
        doubt = Counterpoint([], target=target, id="q", raises=question)
        return _map("sign").with_parts(doubt)

    code = "unknown-critical-question"
    assert messages(code, raised("other-cause")) == [
        "no scheme of what 'q' is about asks 'other-cause'"
    ]
    assert helps(code, raised("other-cause")) == ["did you mean 'other-causes'?"]
    assert helps(code, raised("q")) == ["it asks strength, other-causes"]
    for target in ("i", "ill", "doctor"):
        assert messages(code, raised("other-causes", target)) == []


def test_unanswered_critical_question() -> None:
    """Every question of the scheme is asked, with what a bad answer would strike."""
    code = "unanswered-critical-question"
    questions = scheme("expert-opinion").questions
    said = messages(code, _map("expert-opinion", "expert"))

    assert said[0] == f"'i' must answer: {questions[0].text}"
    assert len(said) == 2 * len(questions)
    asked = helps(code, _map("expert-opinion", "expert"))
    hits = {each.strikes: text for each, text in zip(questions, asked, strict=False)}
    assert hits["expert"] == "a bad answer counts against 'doctor'"
    assert hits["inference"] == "a bad answer counts against 'i'"
    assert hits["conclusion"] == "a bad answer counts against 'ill'"
    assert hits["assertion"] == "a bad answer counts against 'i'"
    assert set(asked[len(questions) :]) == {
        "a bad answer counts against 'doctor'",
        "a bad answer counts against 'k'",
    }
    assert messages(code, _map("unheard-of")) == []
