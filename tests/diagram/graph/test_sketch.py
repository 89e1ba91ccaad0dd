"""Laws of the sketch: lines that would run far end at references."""

import re

import pytest
from hypothesis import given

from argmap import (
    ArgumentMap,
    Claim,
    Contradiction,
    Counterpoint,
    Inference,
    Section,
)
from argmap.diagram.graph.parts import Parts
from argmap.diagram.graph.sketch import far_lines, sketch
from argmap.diagram.planning import plan
from tests.strategies import argument_maps

a, b, c, d = (Claim(each, f"{each.upper()}.") for each in "abcd")
HERE, THERE = Section("here", members=["a", "b"]), Section("there", members=["c", "d"])


@given(argument_maps())
def test_lines_stay_at_home_or_end_at_a_reference(argument_map: ArgumentMap) -> None:
    """No line leads from a section into another, but from junction to junction."""
    drawn = plan(argument_map)
    far = far_lines(drawn, drawn.inner_homes)

    found = sketch(drawn, far)

    for number, (tail, head) in enumerate(found.ends):
        away = found.homes.get(tail) != found.homes.get(head)
        assert not away or {tail, head} <= drawn.at_junction.keys()
        is_reference = tail in found.references or head in found.references
        assert is_reference == (number in far)
    assert found.references.keys().isdisjoint({box.part for box in drawn.boxes})
    assert bool(found.numbers) == bool(far)


def test_a_reference_stands_at_the_head() -> None:
    """A claim that leads to two of one section has one reference, and says where to."""
    steps = Inference([c], conclusion=a), Counterpoint([c], target=b)
    drawn = plan(ArgumentMap.of(a, b, c, d, *steps, HERE, THERE))

    found = sketch(drawn, far_lines(drawn, drawn.homes))

    assert found.ends == (("c>here", "a"), ("c>here", "b"))
    assert found.references == {"c>here": "c"}
    assert found.homes["c>here"] == "here"
    assert found.notes["c"].words == "→ for 1; → against 2"


def test_a_step_refers_to_its_end() -> None:
    """A junction has no words to repeat: its end is referred to, and has a note."""
    step = Inference([c, d], conclusion=a, id="step")
    there = Section("there", members=["c", "d", "step"])
    drawn = plan(ArgumentMap.of(a, b, c, d, step, HERE, there))

    found = sketch(drawn, far_lines(drawn, drawn.homes))

    assert found.ends[-1] == ("step", "a>there")
    assert found.notes["a"].words == "← reason 3+4"


def test_a_premise_notes_what_its_step_leads_to() -> None:
    """A claim that is a premise elsewhere says for which claim that is."""
    step = Inference([c, b], conclusion=a, id="step")
    drawn = plan(ArgumentMap.of(a, b, c, d, step, HERE, THERE))

    found = sketch(drawn, far_lines(drawn, drawn.homes))

    assert found.notes["c"].words == "→ for 1, linked"
    assert found.references == {"c>here": "c"}


@pytest.mark.parametrize("others", [[b], [b, c]])
def test_a_page_notes_contradictions(others: list[Claim]) -> None:
    """What cannot stand together refers to each other, from page to page."""
    drawn = plan(ArgumentMap.of(a, b, c, Contradiction([a, *others])))

    found = [sketch(Parts(drawn).of([box])) for box in drawn.boxes]

    count = 1 + len(others)
    for index, each in enumerate(found[:count]):
        words = " ".join(note.words for note in each.notes.values())
        seen = {*map(int, re.findall(r"\d", words))}
        seen |= {drawn.numbers[part] for part in each.references.values()}
        assert seen == {*range(1, count + 1)} - {index + 1}
        assert not words or words.startswith("→ not with")
