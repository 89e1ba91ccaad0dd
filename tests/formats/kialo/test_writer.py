"""Writing of maps as discussions."""

from itertools import pairwise

import pytest

from argmap.formats import dumps, loads, read
from argmap.formats.kialo import KIALO
from argmap.formats.kialo.wording import KEY
from argmap.model import ArgumentMap, Claim, Counterpoint, Inference, Question


def written(argument_map: ArgumentMap) -> list[str]:
    return dumps(argument_map, "kialo").splitlines()[2:]


def test_a_claim_is_written_once_and_referred_to() -> None:
    """What speaks to two claims, or to itself in a circle, stands in one place."""
    a, b, c = (Claim(name, f"{name}.") for name in "abc")
    steps = Inference([b], a), Inference([c], a), Counterpoint([c], b)
    shared = ArgumentMap.of(a, b, c, *steps, thesis="a")
    circle = ArgumentMap([a, b], [Inference([a], b), Inference([b], a)])

    assert written(shared) == [
        "1. a.",
        "1.1. Pro: b.",
        "1.1.1. Con: c.",
        "1.2. Pro: -> See 1.1.1.",
    ]
    assert written(circle) == ["1. a.", "1.1. Pro: b.", "1.1.1. Pro: -> See 1."]


@pytest.mark.parametrize(
    "text",
    ["1. Build", "Sources:", "-> See 1.", "x\n\n2. y", "Pro: [a](b)", "x\n1.1. Con: y"],
)
def test_a_text_is_no_line_of_its_own(text: str) -> None:
    """Whatever a claim says, it is one claim, with that text."""
    for data in ({}, {KEY: text}):
        document = read(dumps(ArgumentMap([Claim("1", text, data=data)]), "kialo"))

        (claim,) = document.argument_map.claims
        assert claim.text == text
        assert document.diagnostics == ()


def test_a_chain_has_no_longer_numbers_than_it_must() -> None:
    """What is very deep begins anew, and is referred to: nothing is lost."""
    claims = [Claim(f"c{each}", f"{each}.") for each in range(3_000)]
    steps = [Inference([b], a) for a, b in pairwise(claims)]

    text = dumps(ArgumentMap(claims, steps), "kialo")

    back = loads(text)
    assert len(text) < 1_000_000
    assert len(back.claims) == 3_000
    assert len(back.inferences) == 2_999


def test_numbers_stay() -> None:
    """What was read is written in its order, references among the claims."""
    text = (
        "Discussion Title: T\n\n1. A\n1.1. Pro: B\n1.1.1. Con: C\n1.2. Con: D\n"
        "1.3. Pro: -> See 1.1.1.\n1.4. Pro: E\n"
    )

    assert dumps(loads(text), "kialo") == text


def test_a_question_is_above_its_answers() -> None:
    """Answers stand below a question without a stance."""
    a, b = Claim("1.1", "A."), Claim("1.2", "B.")
    argument_map = ArgumentMap.of(Question("1", "Which?", answers=[b, a]), a, b)

    assert written(argument_map) == ["1. Which?", "1.1. B.", "1.2. A."]
    (loss, *_) = KIALO.losses(argument_map)
    assert str(loss).endswith("changes the ids of 2 parts")


def test_votes_stand_below_a_text_that_ends() -> None:
    """A backslash at the end of a text does not take them in."""
    found = read("1. A.\nVotes: 3\nB. \\", "kialo").argument_map
    again = read(dumps(found, "kialo"), "kialo").argument_map
    assert again.claim("1").data["votes"] == "3"
    assert again.claim("1").text == found.claim("1").text
