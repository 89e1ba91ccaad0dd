"""What stands below a sign speaks of its step, and what names another part finds it."""

import pytest
from hypothesis import given

from argmap import ArgumentMap, Counterpoint, Inference, Preference, Premise, Rephrase
from argmap.formats import dumps, loads, read
from argmap.model import Utterance
from argmap.model.references import made_id_of
from tests.strategies import argument_maps

BELOW = """\
[Cap]: Cap rents.
  - [Slow]: Flats get few. {scheme: negative-consequences, strength: 0.5, page: 3}
    _ [Exempt]: New flats are exempt. {accepted: true}
      _ [Few]: There are few. {speaker: Ada}
    - [Basel]: It was not so in Basel.
  + [Fair]: It is fair. {attributed: true, scheme: popular-opinion}
"""


def codes(text: str) -> list[str]:
    """Return the codes of what is found in a text."""
    return [each.code for each in read(text, "argdown").diagnostics]


def test_what_stands_below_a_sign() -> None:
    """Fields of the step are the step's, an undercut strikes the step above it."""
    argument_map = loads(BELOW, "argdown")

    slow, exempt, few, basel = argument_map.counterpoints
    assert slow == Counterpoint(
        ["slow"], target="cap", scheme="negative-consequences", strength=0.5
    )
    assert (exempt.target, exempt.accepted) == (slow.id, True)
    assert few.target == exempt.id
    assert basel.target == "slow"
    assert argument_map.claim("few").speaker == "Ada"
    assert dict(argument_map.claim("slow").data) == {"page": 3}
    assert argument_map.inferences == (
        Inference(
            [Premise("fair", attributed=True)],
            conclusion="cap",
            scheme="popular-opinion",
        ),
    )
    assert codes(BELOW) == []


@pytest.mark.parametrize("name", ["argdown", "argdown-json"])
def test_a_reply_is_written_and_read(name: str) -> None:
    """It comes back in the text, and in Argdown JSON, which has no reply."""
    argument_map = loads(BELOW, "argdown")

    text = dumps(argument_map, name)

    assert loads(text, name) == argument_map
    if name == "argdown":
        assert "counterpoints:" not in text


def test_a_reply_that_plain_argdown_reads_otherwise() -> None:
    """It is reported where the reference would strike another step, and only there."""
    inference = "(1) a\n(2) b\n----\n(3) c\n\n"
    reply = "[A]: a\n  {} [B]: b\n    _ [C]: c\n"

    assert codes(reply.format("-")) == []
    assert codes(reply.format("+")) == ["undercut-of-a-step"]
    assert codes(inference + reply.format("-")) == ["undercut-of-a-step"]


def test_the_reference_reads_data_as_data() -> None:
    """Read as the reference does, keys are the claim's and undercuts strike claims."""
    found = read(BELOW, "argdown", compatibility="reference").argument_map

    assert found.claim("slow").data["scheme"] == "negative-consequences"
    assert {each.target for each in found.counterpoints} == {"cap", "slow", "exempt"}


def test_parts_are_named_by_title_or_id() -> None:
    """Rephrases, preferences and the thesis find what they name, wherever it stands."""
    text = (
        "===\nargmap: {thesis: Long form}\n===\n\n"
        "[Short]: s {restates: [Long form, c]}\n\n"
        "[Long form]: l {preferred-to: c}\n\n[C]: c\n\n"
        "(1) [Short]\n-- {id: first, preferred-to: second} --\n(2) [C]\n\n"
        "(1) [Long form]\n-- {id: second} --\n(2) [C]\n"
    )

    argument_map = loads(text, "argdown")

    assert argument_map.thesis == "long-form"
    assert argument_map.rephrases == (
        Rephrase("short", original="long-form"),
        Rephrase("short", original="c"),
    )
    assert argument_map.preferences == (
        Preference("long-form", over="c"),
        Preference("first", over="second"),
    )
    again = dumps(argument_map, "argdown")
    assert loads(again, "argdown") == argument_map
    assert "preferences:" not in again


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("[A]: a {restates: Bb}\n\n[Bbb]: b\n", "restates: there is no 'Bb'"),
        ("[A]: a {preferred-to: 3}\n", "preferred-to: there is no 3"),
        ("[A]: a {question: maybe}\n", "true or exclusive is wanted, not 'maybe'"),
        ("[A]: a {question: true}\n  - [B]: b\n", "a question can have answers"),
        (
            "[A]: a {question: true}\n  + [B]: b {scheme: sign}\n",
            "'scheme' is no field",
        ),
        ("[A]: a\n  >< [B]: b {scheme: sign}\n", "'scheme' is no field of a claim"),
        ("[A]: a\n  + [B]: b {attributed: 3}\n", "attributed must be True or False"),
    ],
)
def test_what_cannot_be_is_reported(text: str, message: str) -> None:
    """A key that says nothing where it stands has a finding there."""
    found = read(text, "argdown").diagnostics

    assert any(message in each.message for each in found)


@pytest.mark.parametrize("sign", ["+", "-", "><"])
def test_a_step_below_a_sign_can_have_an_id(sign: str) -> None:
    """It is read, written, changed and taken away behind the text below the sign."""
    text = f"[A]: a\n  {sign} [B]: b {{speaker: Ada, step-id: s}} // so it is\n"
    argument_map = loads(text, "argdown")
    (step,) = argument_map.links

    assert step.id == "s"
    assert not argument_map.claim("b").data
    assert codes(text) == []
    assert dumps(argument_map, "argdown") == text.replace(" // so it is", "")
    renamed = argument_map.rename("s", "t")
    assert dumps(renamed, original=text) == text.replace(": s}", ": t}")
    made = argument_map.rename("s", made_id_of(step))
    assert dumps(made, original=text) == text.replace(", step-id: s", "")


def test_a_step_without_an_id_of_its_own_is_not_given_any() -> None:
    """What is no id is reported, and a line can name a step."""
    text = "[A]: a\n  + [B]: b {step-id: 3}\n"
    argument_map = loads(text, "argdown")
    assert argument_map.inferences[0].id == "b-so-a"
    assert codes(text) == ["unusable-field"]
    text = "[A]: a\n  + [B]: b {step-id: s}\n\n(1) [A]\n-- {preferred-to: s} --\n"
    text += "(2) [C]: c\n"
    assert loads(text, "argdown").preferences[0].over == "s"
    assert loads(dumps(loads(text), "argdown"), "argdown") == loads(text, "argdown")


def test_who_says_what_in_short() -> None:
    """Speakers lead to what they do, sources to their words."""
    text = (
        "===\nargmap: {sources: {g: {title: Gazette}, h: h.txt}}\n===\n\n"
        "[A]: a {utterances: {Ada: agrees, Ben: null},"
        ' quotations: {g: "x y", h: [z]}}\n'
    )

    claim = loads(text, "argdown").claim("a")

    assert claim.utterances == (Utterance("Ada", "agrees"), Utterance("Ben"))
    assert [(each.source, each.exact) for each in claim.quotations] == [
        ("g", "x y"),
        ("h", "z"),
    ]
    assert loads(dumps(loads(text, "argdown"), "argdown"), "argdown") == loads(
        text, "argdown"
    )


@given(argument_maps())
def test_every_map_survives(argument_map: ArgumentMap) -> None:
    """Whatever parts a map has, what is written of it is read as the same map."""
    assert loads(dumps(argument_map, "argdown"), "argdown") == argument_map
