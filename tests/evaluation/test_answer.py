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
    Premise,
    Question,
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


@given(argument_maps(max_claims=9))
def test_fits_a_screen(argument_map: ArgumentMap) -> None:
    """In 80 columns there are at most 60 lines; what is named is not named again."""
    answer = evaluate(argument_map).answer()
    lines = [*answer.in_lines(80)]

    assert len(lines) <= 60
    text = " ".join(" ".join(lines).split())
    _, _, rest = text.partition("What else does not stand:")
    if "…" not in text:
        shown = {each.claim.id for each in answer.subjects}
        assert not any(f"] “{each}” ({each})" in rest for each in shown)


def test_a_trial() -> None:
    """The thesis, what counts, what fails and why, what would flip it."""
    assert (
        str(evaluate(TRIAL).answer())
        == """\
[stands] thesis “The accused is guilty.” (guilty)
For it, 1 reason:
  + “A neighbour heard it.” (heard): granted

For it, 1 reason that fails:
  + “A witness saw it.” (seen) is defeated, because of “The witness is blind.” (blind)

Against it, 1 objection that fails:
  - “The accused was away.” (away), undercut by answer

It would fall
  if heard were no longer granted
  or if the bare objection (answer) were answered

Of 5 claims 4 stand, 1 is defeated; 3 are granted without a reason."""
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
    """Who speaks, what is unstated, accepted and open is there."""
    lines = evaluate(RICH).answer().in_lines(80)
    assert (
        "\n".join(lines)
        == """\
[stands] thesis “Cap rents.” (cap): unstated
For it, 1 reason:
  + “It is fair.” (fair): granted, said by Tenants; strength 2; the argument
      case

For it, 1 reason that fails:
  + “It is dear.” (dear) and “It is fair.” (fair): “It is dear.” (dear) is
      unsupported, as nothing speaks for it

Against it, 2 objections:
  - “Flats get rare.” (rare): granted, said by Owners; not strong enough against
      what speaks for it; unanswered
  - “It is cheap.” (cheap): granted, credence 0.5; accepted; unanswered

It would fall if fair were no longer granted.

Of 5 claims 4 stand, 1 is unsupported; 3 are granted without a reason. Nothing
    is said for or against 1 more claim.
Whose claims: Tenants (fair), Owners (rare).

Critical questions that nobody has answered, the nearest first:
  of cap: How closely does the sign go with what it is taken to stand for? Is
      there something else that would account for the sign better?"""
    )


def test_several_claims() -> None:
    """Of the first the reasons are there in whole; of an open one nothing hangs."""
    long = "It is so, and so is all that may be said of it at such a length as this."
    claims = [Claim("a", long), Claim("b"), Claim("c"), Claim("d", long), Claim("e")]
    argument_map = ArgumentMap.of(
        *claims,
        Inference(["a"], "b"),
        Inference(["d"], "c"),
        Contradiction(["d", "e"]),
    )

    text = " ".join(str(evaluate(argument_map).answer()).split())
    assert f"+ “{long}” (a): granted" in text
    assert "+ “It is so, and so is all that may be said of it at such a…” (d)" in text
    assert "contested; open Against it, nothing is said. It would stand if “e”" in text


def test_what_is_inconsistent() -> None:
    """Claims that follow strictly from what stands and contradict each other are."""
    argument_map = ArgumentMap.of(
        Claim("a", standard="scintilla"),
        Claim("b", standard="scintilla"),
        Claim("c", standard="scintilla"),
        Claim("d", standard="scintilla"),
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
    assert "No single change would make it fall. It would" in all_
    assert "were tried" not in all_


def test_what_is_too_large_to_search(monkeypatch: pytest.MonkeyPatch) -> None:
    """Where no changes were tried it is not said that none would do."""
    monkeypatch.setattr(pivots, "_MOST_NEEDED", 4)
    text = str(_answer(searched=10_000, monkeypatch=monkeypatch))

    assert "It was not looked for what would make it fall: that takes too long." in text
    assert "no single change" not in text


def test_what_takes_too_long() -> None:
    """Where all claims of very many contradict each other nothing is looked for."""
    claims = [Claim(f"c{each}") for each in range(300)]
    argument_map = ArgumentMap.of(*claims, Contradiction(claims))
    text = str(evaluate(argument_map).answer())

    assert (
        "It was not looked for what would make it stand: that takes too long." in text
    )
    assert "  … and 293 more\n" in text
    assert "does not decide" not in text
    assert "What else" not in text


def test_nothing_would_flip_it() -> None:
    """Then it takes one more part; what is granted would have to be so no longer."""
    struck = ArgumentMap.of(Claim("a", presumed=False), Counterpoint([], "a", id="k"))
    assert "No change would make it stand: that takes one more reason." in str(
        evaluate(struck).answer()
    )
    alone = evaluate(ArgumentMap([Claim("a")], thesis="a")).answer()
    assert "It would fall if it were no longer granted." in str(alone)
    limited = evaluate(TRIAL).answer(only=["away"])
    assert "No change of what may be changed would make it fall." in str(limited)


def test_shortened() -> None:
    """What is cut ends so, wide letters count as two columns."""
    assert shortened("Rents rose.", 20) == "Rents rose."
    assert shortened("Rents rose by a third.", 12) == "Rents rose…"
    assert columns(shortened("家賃が上がった", 8)) <= 8


def _wide(count: int) -> ArgumentMap:
    """Return a thesis with so many reasons, which hang on one, and as many others."""
    reasons = [Claim(f"r{each}") for each in range(count)]
    return ArgumentMap.of(
        Claim("so"),
        Claim("all"),
        *reasons,
        *(Inference(["all"], each) for each in reasons),
        *(Inference([each], "so") for each in reasons),
        *(Claim(f"x{each}") for each in range(count)),
        *(Counterpoint([], f"x{each}", id=f"k{each}") for each in range(count)),
        thesis="so",
    )


def test_crowded_maps_fit_a_screen() -> None:
    """Where all is long and there is much of it the screen still is large enough."""
    long = "It is so, and so is all that may be said of it at such a length as this."
    argument_map = ArgumentMap.of(
        Claim("so", long),
        *(Claim(f"r{each}", f"{each}: {long}") for each in range(20)),
        *(Claim(f"x{each}", f"{each} not: {long}") for each in range(20)),
        *(Inference([f"r{each}"], "so") for each in range(20)),
        *(Counterpoint([f"x{each}"], f"r{each}") for each in range(10)),
        *(Counterpoint([f"x{each}"], "so") for each in range(10, 20)),
        thesis="so",
    )

    assert len([*evaluate(argument_map).answer().in_lines(100)]) <= 60


@pytest.mark.parametrize("count", [20, 200])
def test_long_maps_have_short_answers(count: int) -> None:
    """What is left out is counted."""
    text = str(evaluate(_wide(count)).answer())

    assert text.count("\n") < 60
    assert f"  … and {count - 12} more: r12-so-so, r13-so-so" in text
    assert f"  … and {count - 6} more\n" in text
    assert text.count("hangs on “all” (all)") == 1
    assert "hangs on all\n" in text
    linked = [Claim(f"p{each}") for each in range(count)]
    together = ArgumentMap.of(Claim("so"), *linked, Inference(linked, "so"))
    text = str(evaluate(together).answer())
    assert f"    and {count - 12} more\n" in text
    assert f"if one of p0, p1, p2, p3 and {count - 4} more were" in text
    struck = [Counterpoint([], "so", id=f"k{each}") for each in range(count)]
    text = str(evaluate(ArgumentMap.of(Claim("so"), *struck)).answer())
    assert "  - without a premise (k0); unanswered" in text
    assert f"and {count - 6} more were answered" in " ".join(text.split())


def test_sets_of_many_changes() -> None:
    """Where few changes are enough, sets of many are only counted."""
    claims = [Claim(f"c{each}") for each in range(5)]
    argument_map = ArgumentMap.of(
        Claim("so"),
        Claim("key"),
        Claim("way"),
        *claims,
        *(Inference([each], "way") for each in claims),
        Inference(["key", "way"], "so", id="step"),
        Argument("core", "The core", steps=["step"]),
    )

    text = str(evaluate(argument_map).answer())
    assert "fall if key were no longer granted.\n  … or by 1 more set of" in text
    assert "(way): argued; the argument core" in text
    fails = str(evaluate(argument_map, without=["key"]).answer())
    assert "“way” (way), the argument core: “key” (key) is" in fails


def test_rarer_words() -> None:
    """What is attributed is as said, what hangs on a step is told by that."""
    argument_map = ArgumentMap.of(
        Claim("a", "A.", speaker="Ann"),
        Claim("b", "B."),
        Claim("c", "C."),
        Claim("d", "D."),
        Inference([Premise("a", attributed=True)], "b", id="so"),
        Counterpoint(["c"], "so", id="but"),
        Counterpoint(["d"], "but", id="yet"),
        Inference(["b"], "so", id="backs"),
        Argument("sketch", text="A gist."),
        Inference(["sketch"], "c", id="gist"),
    )

    text = str(evaluate(argument_map).answer("b"))
    assert (
        "+ “A.” (a): as said, said by Ann\n      hangs on the objection from “D.” (yet)"
        in text
    )
    assert "“A gist.” (sketch): granted" in str(evaluate(argument_map).answer("c"))


def test_what_hangs_on_a_conflict() -> None:
    """Claims that are contested with others, in no conflict themselves, are named."""
    text = str(evaluate(FLOATING).answer("war"))

    assert "contradicts “There will be peace.” (peace): contested" in text
    assert "What else is contested:\n  “We can wait.” (wait)" in text


def test_what_becomes_of_answers_and_of_reported_views() -> None:
    """Each question says which answers stand, and what nobody argues for is named."""
    argument_map = ArgumentMap.of(
        Claim("act", "We act."),
        Claim("wait", "We wait."),
        Claim("flee", "We flee."),
        Claim("dear", "It is dear."),
        Claim("slow", "It is slow."),
        Claim("near", "They are near.", speaker="the scouts"),
        Claim("key", "The key is ours."),
        Claim("gate", "The gate is shut."),
        Claim("wall", "The wall holds."),
        Question("now", "What now?", answers=["act", "wait", "flee"]),
        Question("why", "Why?", answers=["wall"]),
        Question("how", "How?"),
        Counterpoint(["dear"], "act", accepted=True),
        Counterpoint(["slow"], "wait"),
        Counterpoint(["dear"], "wait"),
        Counterpoint(["near"], "flee"),
        Counterpoint(["slow"], "wall", strength=0.5),
        Inference(["key"], "gate"),
        Inference(["gate"], "wall"),
        Inference(["key"], "wall"),
        author="Ann",
        thesis="wall",
    )

    text = str(evaluate(argument_map).answer())
    for words in (
        "[stands] thesis “The wall holds.” (wall)",
        "All of these hang on key.",
        "“What now?” (now):\n  [stands] “We act.” (act)\n",
        "  [stands] “We flee.” (flee)\n  [defeated] “We wait.” (wait), because of “It",
        "also against it: dear",
        "“Why?” (why): [stands] “The wall holds.” (wall)\n",
        "“How?” (how): no answer",
        "Only reported, and not argued here:\n  the scouts: “They are near.” (near)\n",
        "Other objections that nobody answers: dear (to wait).",
        "against it: dear",
        "Objections that are accepted: dear (to act).",
    ):
        assert words in text
    everyone = str(evaluate(argument_map, standpoint="everyone").answer())
    assert "not argued here" not in everyone
    assert "[defeated] “We flee.” (flee), because of “They are near.”" in everyone


@given(argument_maps(max_claims=4))
def test_whatever_is_left_out(argument_map: ArgumentMap) -> None:
    """There is an answer without any part that may be left out."""
    for each in [*argument_map.propositions, *argument_map.steps]:
        assert str(evaluate(argument_map, without=[each]).answer())
