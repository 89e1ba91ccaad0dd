"""Laws of what is drawn."""

from collections import Counter

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
    Section,
    Utterance,
)
from argmap.diagram.plan import Plan
from argmap.diagram.planning import PAIR, plan
from argmap.diagram.style import UNDERCUT, ArrowHead
from tests.diagram.shapes import nested, replies
from tests.strategies import argument_maps


def ends(drawn: Plan) -> set[str]:
    """Return all that a line can begin or end at."""
    return {box.part for box in drawn.boxes}.union(drawn.at_junction)


@given(argument_maps())
def test_every_claim_is_one_box(argument_map: ArgumentMap) -> None:
    """Claims, and arguments that are only sketched, have a box each."""
    boxes = [box.part for box in plan(argument_map).boxes if not box.is_question]

    sketched = [each.id for each in argument_map.arguments if not each.steps]
    assert sorted(boxes) == sorted([each.id for each in argument_map.claims] + sketched)


@given(argument_maps())
def test_every_line_has_its_ends(argument_map: ArgumentMap) -> None:
    """Lines lead from boxes and junctions to boxes and junctions."""
    drawn = plan(argument_map)

    for edge in drawn.edges:
        assert {edge.tail, edge.head} <= ends(drawn)


@given(argument_maps())
def test_every_step_has_its_lines(argument_map: ArgumentMap) -> None:
    """A junction has a line for each premise and one on; other steps have one."""
    drawn = plan(argument_map)

    lines = Counter(edge.part for edge in drawn.edges)
    for step in argument_map.steps:
        joined = len(step.premises) + 1 if step.id in drawn.at_junction else 1
        assert lines.pop(step.id) == joined
    for each in argument_map.contradictions:
        assert lines.pop(each.id) == (1 if len(each.claims) == PAIR else 3)
    for question in argument_map.questions:
        assert lines.pop(question.id, 0) == len(question.answers)
    others = [each.id for each in argument_map.rephrases]
    others += [each.id for each in argument_map.preferences]
    assert all(lines.pop(each) == 1 for each in others)
    assert not lines


@given(argument_maps())
def test_what_leads_to_a_step_leads_to_its_junction(argument_map: ArgumentMap) -> None:
    """A step that another part backs, strikes or reconstructs has a junction."""
    drawn = plan(argument_map)

    aimed_at = {step.end for step in argument_map.steps}
    aimed_at |= {step for each in argument_map.arguments for step in each.steps}
    for step in argument_map.steps:
        if step.id in aimed_at or len(step.premises) != 1:
            assert step.id in drawn.at_junction


@given(argument_maps())
def test_groups_hold_each_part_once(argument_map: ArgumentMap) -> None:
    """There are two levels of groups at most, and no part is drawn in two."""
    drawn = plan(argument_map)

    parents = {group.part: group.parent for group in drawn.groups}
    assert all(parents[each] is None for each in parents.values() if each)
    members = [member for group in drawn.groups for member in group.members]
    assert len(members) == len(set(members))
    assert set(members) <= ends(drawn)
    at_home = {box.part for box in drawn.boxes if argument_map.section_of(box.part)}
    assert at_home <= set(members)


@given(argument_maps(), argument_maps())
def test_the_key_tells_pictures_apart(left: ArgumentMap, right: ArgumentMap) -> None:
    """Equal plans have equal keys, others have others."""
    one, other = plan(left), plan(right)

    assert (one.key == other.key) == (one == other)
    assert one.key == plan(attrs.evolve(left)).key


a, b, c = Claim("a", "A."), Claim("b", "B."), Claim("c", "C.")


def test_an_undercut_ends_at_the_junction_of_what_it_strikes() -> None:
    """A counterpoint against a step is an undercut, and the step gets a junction."""
    step = Inference([a], conclusion=b)
    cut = Counterpoint([c], target=step)

    drawn = plan(ArgumentMap.of(a, b, c, step, cut))

    (junction,) = drawn.junctions
    assert junction.part == step.id
    assert junction.name == "“A.” supports “B.”"
    (edge,) = (each for each in drawn.edges if each.part == cut.id)
    assert (edge.tail, edge.head) == ("c", step.id)
    assert (edge.kind, edge.kind.end) == (UNDERCUT, ArrowHead.TEE)


def test_a_counterpoint_without_premises_is_a_junction_of_its_own() -> None:
    """That a claim is contested shows, though nothing is said against it."""
    drawn = plan(ArgumentMap.of(a, Counterpoint([], target=a, scheme="doubt")))

    assert drawn.junctions[0].name == "Something counts against “A.” (doubt)"
    assert [(edge.tail, edge.head) for edge in drawn.edges] == [("against-a", "a")]


def test_what_strikes_a_reply_names_no_claim() -> None:
    """The name of a junction that leads to a step says so."""
    step = Counterpoint([b], target=a)
    cut = Counterpoint([b, c], target=step)

    drawn = plan(ArgumentMap.of(a, b, c, step, cut))

    assert drawn.junctions[1].name == "“B.” and “C.” undercuts a step"


def test_a_reconstructed_argument_is_its_last_step() -> None:
    """It puts forward its last step's conclusion; who attacks it strikes that step."""
    inner = Inference([a], conclusion=b)
    outer = Inference(["story"], conclusion=c)
    story = Argument("story", "Story", steps=[inner])
    attack = Counterpoint([c], target=story)

    drawn = plan(ArgumentMap.of(a, b, c, story, inner, outer, attack))

    lines = {edge.part: (edge.tail, edge.head) for edge in drawn.edges}
    assert lines[outer.id] == ("b", "c")
    assert lines[attack.id] == ("c", inner.id)


def test_an_argument_may_rest_on_itself() -> None:
    """Circles of arguments that put each other forward come to an end."""
    step = Inference(["story"], conclusion="story", id="s")
    story = Argument("story", steps=[step])

    drawn = plan(ArgumentMap.of(story, step))

    assert {(edge.tail, edge.head) for edge in drawn.edges} == {("s", "s")}


def test_an_argument_that_backs_a_step_puts_its_own_step_forward() -> None:
    """Where the last step concludes to a step, lines start at the last step.

    Its verdict is what the premise counts for.
    """
    step = Inference([a], conclusion=b)
    backing = Inference([c], conclusion=step)
    story = Argument("story", steps=[backing])
    use = Inference([story], conclusion=c)

    drawn = plan(ArgumentMap.of(a, b, c, step, backing, story, use))

    (line,) = (edge for edge in drawn.edges if edge.part == use.id)
    assert line.tail == backing.id


def test_contradictions() -> None:
    """Two claims have a line between them, more of them meet at a junction."""
    drawn = plan(
        ArgumentMap.of(a, b, c, Contradiction([a, b]), Contradiction([a, b, c]))
    )

    (junction,) = drawn.junctions
    assert junction.name == "At most one of 3 claims can stand"
    assert (drawn.edges[0].kind.start, drawn.edges[0].kind.end) == (
        ArrowHead.TEE,
        ArrowHead.TEE,
    )
    assert [edge.tail for edge in drawn.edges[1:]] == [junction.part] * 3


@pytest.mark.parametrize("blank", ["", " ", "\n\u202e"])
def test_what_says_nothing_shows_its_id(blank: str) -> None:
    """A box is never empty, though the claim has no words that show."""
    claim = Claim("nameless", blank, title=blank, speaker=blank)

    (box,) = plan(ArgumentMap.of(claim)).boxes

    assert [text.words for text in box.texts] == ["nameless"]
    assert box.name == "nameless"


def test_deep_sections_are_drawn_in_the_second_level() -> None:
    """What stands in a section of a section of a section is not lost."""
    drawn = plan(nested(4))

    assert [(each.part, each.members) for each in drawn.groups] == [
        ("s0", ("c0",)),
        ("s1", ("c1", "c2", "c3")),
    ]


def test_a_step_is_drawn_where_its_argument_stands() -> None:
    """A reconstruction keeps together, whatever section its conclusion is in."""
    step = Inference([a, b], conclusion=c, id="step")
    argument = Argument("argument", "Name", text="Short.", steps=["step"])
    there = Section("there", members=[c])
    here = Section("here", members=[argument, a, b])

    drawn = plan(ArgumentMap.of(a, b, c, step, argument, there, here))

    assert drawn.inner_homes["step"] == "here"
    assert drawn.inner_homes["c"] == "there"


def test_a_tangle_is_known_by_its_lines() -> None:
    """Where everything strikes everything, no picture is without crossings."""
    names = [f"c{number}" for number in range(15)]
    claims = [Claim(each) for each in names]
    strikes = [
        Counterpoint([one], target=other)
        for one in names
        for other in names
        if one < other
    ]

    assert plan(ArgumentMap(claims, counterpoints=strikes)).is_a_tangle
    assert not plan(ArgumentMap(claims, counterpoints=strikes[:30])).is_a_tangle


def test_an_argument_is_named_at_its_junction() -> None:
    """Names stand at every step, what an argument says at its last, rules at theirs."""
    one = Inference(
        [a, b], conclusion=c, id="one", data={"argdown": {"rules": ["Modus ponens"]}}
    )
    two = Inference([c], conclusion="d", id="two")
    argument = Argument("argument", "Name", text="Short.", steps=["one", "two"])

    drawn = plan(ArgumentMap.of(a, b, c, Claim("d"), one, two, argument))

    words = [[text.words for text in each.texts] for each in drawn.junctions]
    assert words == [["Name (1 of 2)", "by Modus ponens"], ["Name (2 of 2)", "Short."]]


def test_an_undercut_of_a_sketch_looks_like_one() -> None:
    """What its author calls an undercut is drawn as one, steps or no steps."""
    sketch = Argument("sketch", "Sketch")
    called = Counterpoint(
        [a], target="sketch", id="cut", data={"argdown": {"relation": "undercut"}}
    )
    plain = Counterpoint([b], target="sketch", id="against")

    drawn = plan(ArgumentMap.of(a, b, sketch, called, plain))

    assert [edge.kind.name for edge in drawn.edges] == ["undercut", "objection"]


def test_steps_are_drawn_in_the_section_of_their_end() -> None:
    """A junction stands with what it leads to unless it has a section of its own."""
    step = Inference([a, b], conclusion=c)
    cut = Counterpoint([], target=step)
    section = Section("home", members=[c])

    drawn = plan(ArgumentMap.of(a, b, c, step, cut, section))

    assert drawn.groups[0].members == ("c", step.id, cut.id)


@pytest.mark.parametrize("in_circle", [False, True])
def test_deep_replies_are_planned_without_recursion(*, in_circle: bool) -> None:
    """Ten thousand replies to replies are no deeper for Python than one."""
    assert len(plan(replies(10_000, in_circle=in_circle)).junctions) >= 9_999


def test_twenty_thousand_nested_sections() -> None:
    """Nesting costs time in its depth, not in the square of it."""
    assert len(plan(nested(20_000)).groups) == 2


def test_a_box_names_who_says_its_claim() -> None:
    """A name alone says that somebody asserts it; the map's author is called that."""
    said = Claim(
        "a",
        "Rents rose.",
        speaker="Ann",
        utterances=["Bo", Utterance("Cy", "agrees"), Utterance("Cy Young", "agrees")],
    )
    drawn = plan(ArgumentMap([said], author="Cy"))
    words = [text.words for text in drawn.boxes[0].texts]
    assert words == ["Ann, Bo, the author agrees, Cy Young agrees", "Rents rose."]
