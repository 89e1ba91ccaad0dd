"""What parts the elements of a text become, and where these stand."""

import pytest

from argmap.formats import Document, dumps, loads, read
from argmap.model import (
    Argument,
    Claim,
    Contradiction,
    Counterpoint,
    Inference,
    Premise,
    Section,
)

HOUSING = """\
===
title: Housing
year: 2020
===

### Deep {id: deep}

[Cap]: Cap rents. {id: cap, page: 3}

[Cap]: Cap **all** rents.

[Cap]: Cap them.

# Flat {id: "no id", note: x}

<Fair>: It is fair. {id: fair-play}

<Fair>

(1) [Cap]
(2) Homes are needed.
--
Modus ponens {id: step, roles: [major, minor], strength: 2, x: 1}
--
(3) [End]: So be it.
  <_ [Cap]
"""


def parts(text: str) -> dict[str, object]:
    """Return the parts of a text by their ids."""
    return {part.id: part for part in read(text, "argdown").argument_map.parts}


def lines(document: Document) -> dict[str, int]:
    """Return the line where each part begins, counted from 1."""
    return {
        part.id: document.text.count("\n", 0, document.spans[part.id].start) + 1
        for part in document.argument_map.parts
    }


def findings(text: str, code: str) -> list[str]:
    """Return what is said under a code."""
    found = read(text, "argdown").diagnostics
    return [each.message for each in found if each.code == code]


def test_every_field_has_its_place() -> None:
    """Ids, roles and strength are fields; what else was written stays in the data."""
    in_bold = {"type": "bold", "start": 4, "stop": 6}
    texts = ["Cap rents.", {"text": "Cap all rents.", "ranges": [in_bold]}]

    assert parts(HOUSING) == {
        "cap": Claim(
            "cap",
            "Cap them.",
            title="Cap",
            data={"page": 3, "argdown": {"texts": texts}},
        ),
        "untitled-1": Claim("untitled-1", "Homes are needed."),
        "end": Claim("end", "So be it.", title="End"),
        "fair-play": Argument("fair-play", "Fair", text="It is fair.", steps=["step"]),
        "step": Inference(
            [Premise("cap", "major"), Premise("untitled-1", "minor")],
            "end",
            id="step",
            strength=2,
            data={"x": 1, "argdown": {"rules": ["Modus ponens"]}},
        ),
        "cap-against-step": Counterpoint(["cap"], "step"),
        "deep": Section(
            "deep", "Deep", members=["cap"], data={"argdown": {"level": 3}}
        ),
        "flat": Section(
            "flat",
            "Flat",
            members=["untitled-1", "end", "fair-play"],
            data={"id": "no id", "note": "x"},
        ),
    }
    housing = read(HOUSING, "argdown").argument_map
    assert (housing.title, dict(housing.data)) == ("Housing", {"year": 2020})


def test_every_part_has_its_line() -> None:
    """A claim stands where its text is defined, a step where its inference is."""
    assert lines(read(HOUSING, "argdown")) == {
        "cap": 12,
        "untitled-1": 21,
        "end": 25,
        "fair-play": 16,
        "step": 22,
        "cap-against-step": 26,
        "deep": 6,
        "flat": 14,
    }


def test_steps_are_in_the_order_of_the_text() -> None:
    """Whether they are drawn or written out, and whichever argument has them."""
    text = (
        "(1) A.\n----\n(2) B.\n\n[C]: c.\n  + [D]: d.\n\n<E>\n\n(1) F.\n----\n(2) G.\n"
        "\n[H]: h.\n  - [I]: i.\n\n[J]: j.\n  <_ [K]: k.\n\n[H]\n  - [C]\n"
    )

    found = read(text, "argdown").argument_map

    assert [each.id for each in found.inferences] == [
        "untitled-1-so-untitled-2",
        "d-so-c",
        "untitled-3-so-untitled-4",
    ]
    assert [each.id for each in found.counterpoints] == [
        *("i-against-h", "k-against-j", "c-against-h"),
    ]


@pytest.mark.parametrize(
    ("roles", "kept"),
    [
        ("[minor, major]", False),
        ("[null, major]", False),
        ("[major]", True),
        ("[minor, ' ']", True),
        ("[minor, 3]", True),
        ("minor", True),
    ],
)
def test_roles(roles: str, kept: bool) -> None:  # noqa: FBT001
    """Roles are those of the premises if each has one or none; else they are data."""
    text = f"<A>\n\n(1) B.\n(2) C.\n--\nRule {{roles: {roles}}}\n--\n(3) D.\n"

    (step,) = read(text, "argdown").argument_map.inferences

    assert ("roles" in step.data) is kept
    assert any(each.role for each in step.premises) is not kept


@pytest.mark.parametrize(
    ("rule", "below", "is_bare"),
    [
        ("----", "", True),
        ("--\nRule\n--", "", False),
        ("--\n{strength: 2}\n--", "", False),
        ("--\n{scheme: expert-opinion}\n--", "", False),
        ("--\n{strict: true}\n--", "", False),
        ("----", "\n  <_ [No]: No.", False),
        ("----\n(2) C.\n----", "", False),
    ],
)
def test_a_bare_step_is_known_by_its_structure(
    rule: str,
    below: str,
    is_bare: bool,  # noqa: FBT001
) -> None:
    """One premise, one conclusion and no word between could be drawn as well."""
    text = f"(1) A.\n{rule}\n(9) B.{below}\n"

    step = read(text, "argdown").argument_map.inferences[0]

    structure = {"argdown": {"structure": ("untitled-1",)}}
    assert (step.data == Inference(["a"], "b", data=structure).data) is is_bare


def test_a_reconstruction_without_a_title() -> None:
    """It is an argument only from its second step on; the first in the text is 1."""
    step = "(1) A.\n(2) B.\n----\n(3) C.\n"
    steps = f"{step}----\n(4) D.\n"

    assert not read(step, "argdown").argument_map.arguments
    (argument,) = read(f"{step}\n{steps}", "argdown").argument_map.arguments
    assert argument.id == "untitled-argument-1"
    assert len(argument.steps) == 2


def test_made_ids_leave_those_of_others_alone() -> None:
    """Who says an id has it; an untitled claim comes before a title that is alike."""
    text = "[Untitled-1]: A.\n\nB.\n\n[C]: c. {id: d}\n\n[D]: d.\n"

    found = read(text, "argdown").argument_map

    assert {each.text: each.id for each in found.claims} == {
        "A.": "untitled-1-claim",
        "B.": "untitled-1",
        "c.": "d",
        "d.": "d-claim",
    }


@pytest.mark.parametrize(
    ("text", "message"),
    [
        (
            "===\nargmap: [1]\n===\n\n[A]: a.\n",
            "front matter: argmap must be a mapping",
        ),
        (
            "[A]: a. {credence: 2}\n",
            "credence: credence must be a number from 0 to 1, not 2",
        ),
    ],
)
def test_what_cannot_be_used(text: str, message: str) -> None:
    """It is a finding that names the field, and costs nothing else."""
    assert findings(text, "unusable-field") == [message]
    assert "a" in parts(text)


@pytest.mark.parametrize(
    ("text", "marked"),
    [
        ("[A]: a. {id: s}\n\n[B]: b. {id: s}\n", "[B]: b. {id: s}"),
        ("[A]: a.\n  + [B]: b. {step-id: a}\n", "+"),
        ("[A]: a.\n  + [B]: b. {step-id: s}\n  - [C]: c. {step-id: s}\n", "-"),
        ("[A]: a. {id: s}\n  >< [B]: b. {step-id: s}\n", "><"),
        ("(1) [A]: a.\n-- {id: a} --\n(2) [B]: b.\n", "-- {id: a} --"),
    ],
)
def test_an_id_that_is_taken_is_reported(text: str, marked: str) -> None:
    """Whoever comes second is numbered, and the finding stands where that is."""
    (found,) = read(text, "argdown").diagnostics

    assert found.code == "duplicate-id"
    assert found.span
    assert found.span.of(text) == marked


@pytest.mark.parametrize("sign", ["+", "-", "><"])
@pytest.mark.parametrize("own", ["s s", 7])
def test_an_id_of_a_step_that_is_none(sign: str, own: str | int) -> None:
    """It is reported, and stays in the data of the step."""
    text = f"[A]: a.\n  {sign} [B]: b. {{step-id: {own}}}\n"
    document = read(text, "argdown")
    argument_map = document.argument_map

    assert [each.code for each in document.diagnostics] == ["unusable-field"]
    (step,) = argument_map.links
    assert step.data == {"step-id": own}
    assert loads(dumps(argument_map, "argdown"), "argdown") == argument_map


def test_who_says_the_id_of_a_step_has_it() -> None:
    """An id that is made of what a step joins gives way, also further up."""
    text = "[A]: a.\n  + [B]: b.\n  - [C]: c. {step-id: b-so-a}\n"

    found = read(text, "argdown")

    assert found.diagnostics == ()
    assert [each.id for each in found.argument_map.steps] == ["b-so-a-2", "b-so-a"]


def test_front_matter_that_is_a_list() -> None:
    """It is kept, though a map has no place for it."""
    found = read("===\n- x\n===\n\n[A]: a.\n", "argdown").argument_map

    assert found.data == Claim("a", data={"argdown": {"front-matter": ["x"]}}).data


def test_relations_that_are_more_than_attacks() -> None:
    """What strikes an argument keeps its kind, if that is no plain attack."""
    found = parts("<A>: a.\n  - <B>: b.\n  -> <C>: c.\n\n[D]: d.\n  >< [E]: e.\n")

    assert found["b-against-a"] == Counterpoint(["b"], "a")
    assert found["a-against-c"] == Counterpoint(["a"], "c")
    (conflict,) = [each for each in found.values() if isinstance(each, Contradiction)]
    assert (conflict.claims, conflict.kind) == (("d", "e"), "contradictory")


def test_a_claim_against_itself() -> None:
    """Two claims are needed for a contradiction; one is its own counterpoint."""
    (step,) = read("[A]: a.\n  >< [A]\n", "argdown").argument_map.counterpoints

    data = {"argdown": {"relation": "contradictory"}}
    assert step == Counterpoint(["a"], "a", data=data)


def test_sections() -> None:
    """A level is kept where it leaves one out, and so is what is set off in a title."""
    text = "# One *x*\n\nA.\n\n## Two\n\nB.\n\n#### Four **y** z\n\nC.\n"

    one, two, four = read(text, "argdown").argument_map.sections

    italic = {"type": "italic", "start": 4, "stop": 4}
    bold = {"type": "bold", "start": 5, "stop": 5}
    assert (one.parent, two.parent, four.parent) == (None, "one-x", "two")
    assert one.data == Claim("a", data={"argdown": {"ranges": [italic]}}).data
    assert not two.data
    assert (
        four.data == Claim("a", data={"argdown": {"level": 4, "ranges": [bold]}}).data
    )


def test_the_order_of_premises() -> None:
    """A step that names its premises in another order keeps how they are listed."""
    text = "<A>\n\n(1) B.\n(2) C.\n--\nRule {uses: [2, 1]}\n--\n(3) D.\n"

    (step,) = read(text, "argdown").argument_map.inferences

    assert [each.claim for each in step.premises] == ["untitled-2", "untitled-1"]
    said = {"rules": ["Rule"], "structure": ["untitled-1", "untitled-2"]}
    assert step.data == Claim("a", data={"uses": [2, 1], "argdown": said}).data


def test_what_has_an_id_is_not_counted() -> None:
    """An untitled claim with an id changes no other id; a number is counted from."""
    claims = loads("a\n\nb {id: x}\n\nc\n\nd {id: untitled-7}\n\ne\n", "argdown").claims
    ids = [each.id for each in claims]
    assert ids == ["untitled-1", "x", "untitled-2", "untitled-7", "untitled-8"]


def test_names_that_are_ids_can_be_listed() -> None:
    """A name in the list is no title, and others are."""
    text = "===\nargmap: {names: [a, 3]}\n===\n\n[a]: x\n\n[b]: y\n"
    claims = loads(text, "argdown").claims
    assert [(each.id, each.title) for each in claims] == [("a", ""), ("b", "b")]


def test_what_strikes_a_contradiction_strikes_its_claim() -> None:
    """In strict mode a `-` between claims is no step that could be struck."""
    text = "===\nmodel: {mode: strict}\n===\n\n[A]: a\n  - [B]: b\n    _ [C]: c\n"
    (counterpoint,) = loads(text, "argdown").counterpoints
    assert counterpoint.target == "b"
