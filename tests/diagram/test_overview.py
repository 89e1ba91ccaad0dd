"""Laws of overviews: the sections of a plan as boxes."""

from hypothesis import given

from argmap import ArgumentMap, Claim, Counterpoint, Inference, Section
from argmap.diagram.overview import box_of, overview, sections_of, title_of_section
from argmap.diagram.planning import plan
from tests.strategies import argument_maps

FACTS = Section("facts", "What are the facts?", members=["rose", "wages"])
AIM = Section("aim", "What follows?", members=["cap", "costs"])
RENTS = ArgumentMap.of(
    Claim("rose", "Rents rose."),
    Claim("wages", "Wages fell."),
    Claim("cap", "Cap the rents."),
    Claim("costs", "A cap costs flats."),
    Claim("aside", "It is autumn."),
    Inference(["rose"], conclusion="cap"),
    Inference(["wages"], conclusion="cap"),
    Inference(["wages"], conclusion="rose"),
    Counterpoint(["costs"], target="cap"),
    Counterpoint(["aside"], target="rose"),
    FACTS,
    AIM,
    thesis="cap",
)


@given(argument_maps())
def test_every_box_is_in_one_section(argument_map: ArgumentMap) -> None:
    """The sections part the boxes, and each section has a box in the overview."""
    drawn = plan(argument_map)

    found = sections_of(drawn)

    assert sorted(each.part for boxes in found.values() for each in boxes) == sorted(
        each.part for each in drawn.boxes
    )
    seen = overview(drawn, dict.fromkeys(found, 1))
    assert [each.part for each in seen.boxes] == [box_of(each) for each in found]
    ends = {each.part for each in seen.boxes}.union(seen.at_junction)
    assert all({each.tail, each.head} <= ends for each in seen.edges)
    assert len(seen.edges) == 2 * len(seen.junctions)


def test_what_a_box_says() -> None:
    """Its title, its size, its page, and what the section comes down to."""
    seen = overview(plan(RENTS), {"": 4, "facts": 2, "aim": 3})

    said = {each.part: [text.words for text in each.texts] for each in seen.boxes}
    assert said[box_of("facts")][:2] == ["What are the facts?", "2 claims, page 2"]
    assert said[box_of("facts")][2].endswith(" Rents rose.")
    assert said[box_of("aim")][2].endswith(" Cap the rents.")
    assert said[box_of("")][:2] == ["In no section", "1 claim, page 4"]


def test_steps_are_counted_by_section_and_kind() -> None:
    """A line stands for all steps of a kind that lead from one into another."""
    seen = overview(plan(RENTS), {"": 4, "facts": 2, "aim": 3})

    counts = {each.part: each.name for each in seen.junctions}
    assert len(counts) == 2
    assert sorted(each.split(" × ")[0] for each in counts.values()) == ["1", "2"]


def test_titles() -> None:
    """What is in no section is called that."""
    drawn = plan(RENTS)

    assert title_of_section(drawn, "aim") == "What follows?"
    assert title_of_section(drawn, "") == "In no section"
