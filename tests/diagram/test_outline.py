"""Laws of the outline."""

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
    Section,
    Utterance,
)
from argmap.diagram.outline import describe, entries, outline, sections_of_parts
from argmap.words import one_line
from tests.diagram.shapes import chain, nested, replies
from tests.strategies import argument_maps

SIGNS = {"", "+", "-", "x", "&", "^", "!"}


@given(argument_maps())
def test_nothing_is_lost(argument_map: ArgumentMap) -> None:
    """Every claim, argument, contradiction, section and joined step is told."""
    told = [*entries(argument_map)]

    parts = {entry.part for entry in told}
    for each in argument_map.parts:
        is_named_at_steps = isinstance(each, Argument) and bool(each.steps)
        if not (isinstance(each, Inference | Counterpoint) or is_named_at_steps):
            assert each.id in parts
    for step in argument_map.steps:
        if len(step.premises) != 1:
            assert step.id in parts
    words = outline(argument_map)
    for claim in argument_map.claims:
        assert describe(claim) in words
    for argument in argument_map.arguments:
        assert describe(argument).removesuffix(".") in words


@given(argument_maps())
def test_every_premise_stands_under_its_step(argument_map: ArgumentMap) -> None:
    """Linked premises follow their step, one level deeper, with their sign."""
    told = [*entries(argument_map)]

    steps = {each.id: each for each in argument_map.steps}
    for index, entry in enumerate(told):
        if entry.part in steps:
            premises = []
            for below in told[index + 1 :]:
                if below.depth <= entry.depth:
                    break
                if (below.sign, below.depth) == ("&", entry.depth + 1):
                    premises.append(below.part)
            assert premises == [each.claim for each in steps[entry.part].premises]


@given(argument_maps())
def test_an_entry_is_a_line(argument_map: ArgumentMap) -> None:
    """No text breaks out of its line, and each line starts with a sign there is."""
    told = [*entries(argument_map)]

    for entry in told:
        assert len(str(entry).splitlines()) == 1
        assert entry.words
        assert entry.sign in SIGNS or set(entry.sign) == {"#"}
    lines = [line for line in outline(argument_map).split("\n") if line]
    title = one_line(argument_map.title)
    assert lines == [title] * bool(title) + [str(entry).rstrip() for entry in told]


@given(argument_maps())
def test_levels_are_not_skipped(argument_map: ArgumentMap) -> None:
    """An entry is at most one level below the one before it."""
    depth = 0
    for entry in entries(argument_map):
        assert entry.depth <= depth + 1
        depth = entry.depth


def test_steps_in_a_circle_are_told() -> None:
    """Counterpoints that have only each other as targets are not lost."""
    argument_map = replies(3, in_circle=True)

    assert outline(argument_map).count("x Claim 1") == 4


def test_signs() -> None:
    """Reasons, objections, undercuts, backing, linked premises, contradictions."""
    a, b, c = Claim("a", "A."), Claim("b", "B."), Claim("c", "C.")
    step = Inference([b, c], conclusion=a, scheme="sign")
    argument_map = ArgumentMap.of(
        a,
        b,
        c,
        step,
        Counterpoint([], target=a),
        Counterpoint([Claim("d")], target=step),
        Inference(["e"], conclusion=step),
        Claim("d", "D.", speaker="Dora"),
        Claim("e", "E.", implicit=True),
        Contradiction(["a", "d"]),
        Argument("f", "F", text="Gist."),
        title=" The  title ",
    )

    assert outline(argument_map) == (
        "The title\n"
        "\n"
        "A.\n"
        "  + together (sign):\n"
        "    & B.\n"
        "    & C.\n"
        "    ^ E. [implicit]\n"
        "    x Dora: D.\n"
        "      ! at most one: “A.” or “Dora: D.”\n"
        "  - contested, no reason given\n"
        "  ! at most one: “A.” or “Dora: D.”\n"
        "<F>: Gist."
    )


def test_sections() -> None:
    """Each claim is told in its own section, and elsewhere points there."""
    a, b, c = Claim("a", "A."), Claim("b", "B."), Claim("c", "C.")
    argument_map = ArgumentMap.of(
        a,
        b,
        c,
        Inference([b], conclusion=a),
        Inference([c], conclusion=b),
        Section("one", "First", members=[a]),
        Section("two", members=[b], parent="one"),
    )

    assert outline(argument_map) == (
        "C.\n\n# First\n\nA.\n  + B. (see “two”)\n\n## two\n\nB.\n  + C."
    )


def test_what_was_told_is_not_told_again() -> None:
    """A claim used twice has its reasons once; in a circle, too."""
    argument_map = ArgumentMap.of(
        Claim("a", "A."),
        Claim("b", "B."),
        Inference(["a"], conclusion="b"),
        Inference(["b"], conclusion="a"),
        thesis="b",
    )

    assert outline(argument_map) == "B.\n  + A.\n    + B. (as above)"


def test_the_thesis_comes_first() -> None:
    """What the map is about is told before other conclusions."""
    claims = [Claim("a", "A."), Claim("b", "B.")]

    assert outline(ArgumentMap(claims, thesis="b")) == "B.\nA."


def test_long_words_are_said_once() -> None:
    """A text that comes again is only its beginning, so that outlines stay short."""
    long = Claim("long", "word " * 1000)
    uses = [Inference([long], conclusion=f"c{index}") for index in range(100)]
    ends = [Claim(f"c{index}") for index in range(100)]

    assert len(outline(ArgumentMap([*ends, long], uses))) < 20_000


def test_a_contradiction_of_many_names_a_few() -> None:
    """A thousand claims of which one can stand do not make a million names."""
    claims = [Claim(f"c{index}") for index in range(1000)]
    argument_map = ArgumentMap(claims, contradictions=[Contradiction(claims)])

    words = outline(argument_map)

    assert "“c7” or 992 more" in words
    assert len(words) < 150_000


def test_sections_of_parts() -> None:
    """A step without a section is where its end is; in a circle, nowhere."""
    home = Section("home", members=["c0"])
    straight = sections_of_parts(replies(3).with_parts(home))
    circle = sections_of_parts(replies(3, in_circle=True).with_parts(home))

    assert straight["k2"] == home
    assert circle["k2"] is None
    assert circle["c0"] == home


@pytest.mark.parametrize(
    "argument_map",
    [
        chain(10_000),
        replies(10_000),
        replies(10_000, in_circle=True),
        nested(20_000),
    ],
    ids=["chain", "replies", "circle", "sections"],
)
def test_depth_is_no_obstacle(argument_map: ArgumentMap) -> None:
    """Deep maps are told without recursion, in lines that do not grow without end."""
    lines = outline(argument_map).splitlines()

    assert len(lines) >= 10_000
    assert max(map(len, lines)) < 200


def test_who_says_it_and_what_is_accepted() -> None:
    """Speakers, accepted counterpoints and attributed premises are marked."""
    claim = Claim("a", "A.", utterances=["Ada", Utterance("Ben", "reports")])
    said = Inference([Premise("b", attributed=True)], conclusion="a", utterances=["Di"])

    words = outline(
        ArgumentMap.of(
            claim,
            Claim("b", "B."),
            Claim("c", "C."),
            said,
            Counterpoint(["c"], target="a", accepted=True),
            Question("q", "Q?", answers=["a"], utterances=["Ben"]),
        )
    )

    assert words.splitlines() == [
        "A. [Ada asserts, Ben reports]",
        "  + B. [that it is said] [Di argues]",
        "  - C. (accepted)",
        "question: Q? “A. [Ada asserts, Ben reports]” [Ben asks]",
    ]
