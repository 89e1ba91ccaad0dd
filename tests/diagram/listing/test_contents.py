"""The words in the rows of a list, and the room for them."""

from itertools import pairwise

from hypothesis import example, given

from argmap import (
    Argument,
    ArgumentMap,
    Claim,
    Counterpoint,
    Inference,
)
from tests.diagram.listing.test_placing import (
    REPLIES,
    SECTIONS,
    WIDTHS,
    laid_out,
    rectangles,
)
from tests.diagram.shapes import chain
from tests.strategies import argument_maps


@given(argument_maps(max_claims=8), WIDTHS)
@example(SECTIONS, 240)
@example(REPLIES, 240)
def test_words_inside(argument_map: ArgumentMap, width: int) -> None:
    """No line of text is wider than what it stands in."""
    _, positions = laid_out(argument_map, page_width=width)

    for each in rectangles(positions):
        widest = max((line.width for line in each.lines), default=0.0)
        assert each.indent + widest <= each.size[0] + 1e-6


def test_a_deep_map_goes_on_at_the_left() -> None:
    """However deep claims are, there is room for their words; a mention says where."""
    _, positions = laid_out(chain(60), page_width=360)

    rooms = [each.size[0] for each in positions.boxes.values()]
    assert min(rooms) >= 190
    deeper = [b < a for a, b in pairwise(rooms)]
    assert deeper.count(False) == len(positions.references) > 3


def test_mentions() -> None:
    """What speaks for two things stands at the first; each knows of the other."""
    argument_map = ArgumentMap.of(
        Claim("a", "A."),
        Claim("b", "B."),
        Claim("c", "C."),
        Inference(["c"], conclusion="a"),
        Counterpoint(["c"], target="b"),
    )

    _, positions = laid_out(argument_map)

    [mention] = positions.references
    assert mention.part == "c"
    assert [line.number for line in mention.placed.lines] == ["→ 2"]
    assert positions.boxes["c"].lines[-1].words == "→ against 3"


def test_no_reason() -> None:
    """An objection without a premise says that it gives no reason."""
    argument_map = ArgumentMap.of(
        Claim("a", "A."), Counterpoint([], target="a", id="x")
    )

    _, positions = laid_out(argument_map)

    assert [line.words for line in positions.junctions["x"].lines] == [
        "no reason given"
    ]


def test_name_of_an_argument() -> None:
    """The name of an argument stands at its step, above the premises."""
    argument_map = ArgumentMap.of(
        Claim("a", "A."),
        Claim("b", "B."),
        Inference(["b"], conclusion="a", id="step"),
        Argument("survey", "Survey", steps=["step"]),
    )

    _, positions = laid_out(argument_map)

    title, premise = positions.junctions["step"], positions.boxes["b"]
    assert [line.words for line in title.lines] == ["Survey"]
    assert title.corner[1] + title.size[1] < premise.corner[1]


def test_max_lines() -> None:
    """A limit of lines cuts what claims say, and says so."""
    argument_map = ArgumentMap.of(Claim("a", "Rents rose in the city. " * 30))

    _, whole = laid_out(argument_map)
    _, cut = laid_out(argument_map, max_lines=2)

    assert len(whole.boxes["a"].lines) > 2
    assert [line.words[-1] for line in cut.boxes["a"].lines][1:] == ["…"]
