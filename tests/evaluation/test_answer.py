"""Answers as they read."""

import pytest
from hypothesis import given

from argmap import (
    Argument,
    ArgumentMap,
    Claim,
    Contradiction,
    Counterpoint,
    Inference,
    evaluate,
)
from argmap.evaluation import pivots
from argmap.evaluation.answer import Answer, shortened
from argmap.words import columns
from tests.evaluation.maps import FLOATING
from tests.evaluation.trial import TRIAL
from tests.strategies import argument_maps


@given(argument_maps(max_claims=5))
def test_lines_fit(argument_map: ArgumentMap) -> None:
    """No line is wider than asked for, and none says more in more columns."""
    answer = evaluate(argument_map).answer()

    for width in (40, 100):
        assert all(columns(each) <= width for each in answer.in_lines(width))
    wide, narrow = (
        "".join("".join(answer.in_lines(each)).split()) for each in (99, 40)
    )
    assert wide == narrow


def test_a_trial() -> None:
    """The thesis, what counts, what fails and why, what would flip it."""
    assert (
        str(evaluate(TRIAL).answer())
        == """\
[stands] “The accused is guilty.” (guilty)

For it, 1 reason:
  + “A neighbour heard it.” (heard): granted

For it, 1 reason that fails:
  + “A witness saw it.” (seen) is defeated, because of “The witness is blind.” (blind)

Against it, 1 objection that fails:
  - “The accused was away.” (away), struck by answer

It would fall
  if “A neighbour heard it.” (heard) were granted no longer
  or if the bare objection (answer) were answered

Of 5 claims 4 stand; 3 are granted without a reason.
Behind guilty is 1 of these: heard."""
    )


def test_what_is_open() -> None:
    """Claims that contradict each other, and what hangs on that, are named."""
    text = str(evaluate(FLOATING).answer())

    assert "[contested] “We have to act.” (act) hangs on the conflict of" in text
    assert "The map does not decide between\n  “There will be war.” (war) and" in text
    preferred = evaluate(FLOATING, "preferred").answer()
    assert preferred.subjects[0].changes is None
    assert "act stands" not in str(preferred)


RICH = ArgumentMap.of(
    Claim("cap", "Cap rents.", implicit=True),
    Claim("fair", "It is fair.", speaker="Tenants"),
    Claim("rare", "Flats get rare.", utterances=["Owners"]),
    Claim("dear", "It is dear.", presumed=False),
    Claim("cheap", "It is cheap.", credence=0.5),
    Claim("prose", "First the costs."),
    Inference(["fair"], "cap", id="because", scheme="sign", strength=2),
    Inference(["dear", "fair"], "cap", id="failing"),
    Counterpoint(["rare"], "cap", id="but"),
    Counterpoint(["cheap"], "cap", id="granted", accepted=True),
    Argument("case", "The case", steps=["because"]),
    thesis="cap",
)


def test_all_there_is_to_say() -> None:
    """Who speaks, what is nowhere stated, accepted and open is there."""
    lines = evaluate(RICH).answer().in_lines(80)
    assert (
        "\n".join(lines)
        == """\
[stands] “Cap rents.” (cap): nowhere stated

For it, 1 reason:
  + “It is fair.” (fair): granted, said by Tenants; strength 2; the argument
      case

For it, 1 reason that fails:
  + “It is dear.” (dear) and “It is fair.” (fair): “It is dear.” (dear) is
      unsupported, as nothing speaks for it

Against it, 2 objections:
  - “Flats get rare.” (rare): granted, said by Owners; not strong enough
  - “It is cheap.” (cheap): granted, credence 0.5; accepted

It would fall
  if “It is fair.” (fair) were granted no longer

Of 5 claims 4 stand; 3 are granted without a reason.
Behind cap are 2 of these: fair, rare.
Nothing is said for or against 1 more claim.
Said by others: Tenants 1 (fair); Owners 1 (rare).

Nobody has answered:
  How closely does the sign go with what it is taken to stand for? (cap)
  Is there something else that would account for the sign better? (cap)"""
    )


def test_what_is_inconsistent() -> None:
    """Claims that follow strictly from what stands and contradict each other are."""
    argument_map = ArgumentMap.of(
        Claim("a"),
        Claim("b"),
        Claim("c"),
        Claim("d"),
        Inference(["a"], "c", strict=True),
        Inference(["b"], "d", strict=True),
        Contradiction(["c", "d"]),
    )

    assert "What stands leads to claims that contradict each other:\n  “c” (c) and" in (
        str(evaluate(argument_map).answer())
    )


def _answer(*, searched: int, monkeypatch: pytest.MonkeyPatch) -> Answer:
    """Return the answer on claims with five reasons after so small a search."""
    monkeypatch.setattr(pivots, "MOST_JUDGED", searched)
    reasons = [Claim(f"r{each}") for each in range(5)]
    steps = [Inference([each], "so") for each in reasons]
    return evaluate(ArgumentMap.of(Claim("so"), *reasons, *steps)).answer()


def test_limits_are_said(monkeypatch: pytest.MonkeyPatch) -> None:
    """Where larger sets were not tried the text says so, and so of what is left out."""
    few = str(_answer(searched=1, monkeypatch=monkeypatch))
    assert "No set of up to 1 change would make it fall; no larger ones were" in few

    all_ = str(_answer(searched=10_000, monkeypatch=monkeypatch))
    assert "It would fall by no single change, but" in all_
    assert "were tried" not in all_


def test_nothing_would_flip_it() -> None:
    """Then it takes one more part; what is granted would have to be so no longer."""
    struck = ArgumentMap.of(Claim("a", presumed=False), Counterpoint([], "a", id="k"))
    assert "No change would make it stand: that takes one more reason." in str(
        evaluate(struck).answer()
    )
    alone = evaluate(ArgumentMap([Claim("a")], thesis="a")).answer()
    assert "It would fall if it were granted no longer." in str(alone)
    limited = evaluate(TRIAL).answer(only=["away"])
    assert "No change of what may be changed would make it fall." in str(limited)


def test_shortened() -> None:
    """What is cut ends so, wide letters count as two columns."""
    assert shortened("Rents rose.", 20) == "Rents rose."
    assert shortened("Rents rose by a third.", 12) == "Rents rose…"
    assert columns(shortened("家賃が上がった", 8)) <= 8
