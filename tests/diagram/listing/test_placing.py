"""Where the rows of a list go."""

from collections.abc import Iterator
from itertools import combinations, pairwise

from hypothesis import example, given, settings, strategies as st

from argmap import (
    Argument,
    ArgumentMap,
    Claim,
    Contradiction,
    Counterpoint,
    Inference,
    Preference,
    Section,
)
from argmap.diagram import style
from argmap.diagram.listing.pages import Sheet
from argmap.diagram.listing.placing import lay_out_list, lay_out_pages
from argmap.diagram.listing.steps import listed_steps
from argmap.diagram.plan import Plan
from argmap.diagram.planning import plan
from argmap.diagram.positions import Placed, Positions
from argmap.diagram.svg import svg
from tests.diagram.shapes import chain, clique, tree
from tests.strategies import argument_maps

WIDTHS = st.sampled_from([240, 360, 736, 1200])
COLUMNS = st.sampled_from([None, 1, 2, 3, 7])

REPLIES = ArgumentMap.of(
    Claim("high", "Rents are too high."),
    Claim("rose", "Rents rose by a third."),
    Claim("survey", "A survey found that."),
    Claim("small", "The survey was small."),
    Claim("usual", "All such surveys are small."),
    reason := Inference(["rose", "survey"], conclusion="high", id="reason"),
    undercut := Counterpoint(["small"], target=reason, id="undercut"),
    Counterpoint(["usual"], target=undercut, id="reply"),
)
"""A step with two premises, what strikes it, and what strikes that."""
SECTIONS = ArgumentMap.of(
    Claim("a", "A."),
    Claim("b", "B."),
    Claim("c", "C."),
    Inference(["b"], conclusion="a"),
    Counterpoint(["c", "a"], target="b"),
    Contradiction(["a", "b", "c"]),
    Contradiction(["b", "c"]),
    Counterpoint([], target="c"),
    Section("one", "One", members=["a", "c"]),
    Section("two", "Two", members=["b"], parent="one"),
)
"""Circles across sections, contradictions, and an objection without a reason."""
PREFERRED = ArgumentMap.of(
    Claim("a", "A."),
    Claim("b", "B."),
    Claim("c", "C."),
    Counterpoint(["b"], target="a", id="x"),
    Contradiction(["b", "c"]),
    Preference("a", over="x"),
)
"""Something about a claim that comes before something about its step."""

BEHIND_A_REPLY = ArgumentMap.of(
    Claim("a", "A."),
    Claim("b", "B."),
    Claim("c", "C."),
    Claim("d", "D."),
    Claim("e", "E."),
    step := Inference(["b"], conclusion="a", id="step"),
    Inference(["b", "b", "b"], conclusion=step),
    Contradiction(["b", "e"]),
    Contradiction(["c", "b", "a"]),
    Contradiction(["b", "a", "c"]),
)
"""In three columns, one begins in a reply; what is about its claim goes on there."""

CIRCLE = ArgumentMap.of(
    Claim("a", "A."),
    Inference(["a"], conclusion="back", id="forth"),
    Inference(["a"] * 9, conclusion="forth", id="back"),
)
"""Steps that lead only to each other, the second of them longer than a column."""


def laid_out(
    argument_map: ArgumentMap,
    *,
    page_width: int = 736,
    columns: int | None = None,
    max_lines: int | None = None,
) -> tuple[Plan, Positions]:
    """Return the plan of a map and its positions as a list."""
    planned = plan(argument_map)
    positions = lay_out_list(
        planned, page_width=page_width, columns=columns, max_lines=max_lines
    )
    return planned, positions


def rectangles(positions: Positions) -> Iterator[Placed]:
    """Yield all that has words in it."""
    yield from positions.boxes.values()
    yield from positions.groups.values()
    yield from (each.placed for each in positions.references)
    yield from (each for each in positions.junctions.values() if each.lines)


def sides(placed: Placed) -> tuple[float, float, float, float]:
    """Return the left, top, right and bottom of a rectangle."""
    (x, y), (width, height) = placed.corner, placed.size
    return x, y, x + width, y + height


def overlap(one: Placed, other: Placed) -> bool:
    """Return whether two rectangles share a point inside both."""
    (a, b, c, d), (e, f, g, h) = sides(one), sides(other)
    return a < g and e < c and b < h and f < d


@given(argument_maps(max_claims=8), WIDTHS, COLUMNS)
@example(REPLIES, 736, 1)
@example(SECTIONS, 736, 2)
@example(chain(80), 240, 1)
@example(chain(80), 736, 3)
def test_whole(argument_map: ArgumentMap, width: int, columns: int | None) -> None:
    """Every claim has one box, every step one sign, and every line one path."""
    planned, positions = laid_out(argument_map, page_width=width, columns=columns)

    assert list(positions.boxes) == [box.part for box in planned.boxes]
    assert {*positions.junctions} == {edge.part for edge in planned.edges}
    assert len(positions.paths) == len(planned.edges)
    filled = {
        each.part
        for each in planned.groups
        if any(part in planned.boxes_by_part for part in each.members)
    }
    assert {*positions.groups} >= filled


@given(argument_maps(max_claims=8), WIDTHS, COLUMNS)
@example(SECTIONS, 240, 1)
@example(chain(80), 240, 1)
@example(clique(9), 736, 2)
@example(PREFERRED, 240, 1)
def test_inside(argument_map: ArgumentMap, width: int, columns: int | None) -> None:
    """Nothing is outside the page, which is as wide as it is wanted."""
    _, positions = laid_out(argument_map, page_width=width, columns=columns)

    assert positions.size[0] == width
    points = [point for each in rectangles(positions) for point in corners(each)]
    points += [point for path in positions.paths for point in path.points]
    points += [end for rail in positions.rails for end in (rail.top, rail.bottom)]
    signs = [*positions.junctions.values(), *(each for _, each in positions.repeated)]
    points += [point for each in signs for point in corners(each)]
    assert all(0 <= x <= width and 0 <= y <= positions.size[1] for x, y in points)


def corners(placed: Placed) -> Iterator[tuple[float, float]]:
    """Yield two opposite corners of a rectangle."""
    left, top, right, bottom = sides(placed)
    yield left, top
    yield right, bottom


@given(argument_maps(max_claims=8), WIDTHS)
@example(SECTIONS, 240)
@example(REPLIES, 240)
def test_words_inside(argument_map: ArgumentMap, width: int) -> None:
    """No line of text is wider than what it stands in."""
    _, positions = laid_out(argument_map, page_width=width)

    for each in rectangles(positions):
        widest = max((line.width for line in each.lines), default=0.0)
        assert each.indent + widest <= each.size[0] + 1e-6


@given(argument_maps(max_claims=8), WIDTHS, COLUMNS)
@example(REPLIES, 736, 1)
@example(SECTIONS, 736, 1)
@example(chain(60), 240, 1)
@example(clique(9), 736, 2)
def test_no_overlap(argument_map: ArgumentMap, width: int, columns: int | None) -> None:
    """Neither boxes nor titles, mentions or signs lie on each other."""
    _, positions = laid_out(argument_map, page_width=width, columns=columns)
    filled = [*rectangles(positions)]
    signs = [each for each in positions.junctions.values() if not each.lines]
    signs += [each for _, each in positions.repeated]

    for one, other in combinations(filled, 2):
        assert not overlap(one, other)
    for sign in signs:
        assert not any(overlap(sign, each) for each in filled)


@given(argument_maps(max_claims=8), st.sampled_from([1, 2, 3]))
@example(tree(60), 3)
@example(SECTIONS, 2)
def test_order(argument_map: ArgumentMap, columns: int) -> None:
    """Claims stand in the order of the plan, from column to column."""
    planned, positions = laid_out(argument_map, page_width=900, columns=columns)
    column = (900 - 2 * style.MARGIN) / columns

    corners = [positions.boxes[box.part].corner for box in planned.boxes]
    at = [((x - style.MARGIN) // column, y) for x, y in corners]
    assert at == sorted(at)


@given(argument_maps(max_claims=8))
@settings(max_examples=25)
def test_same_bytes(argument_map: ArgumentMap) -> None:
    """The same plan gives the same bytes."""
    one, other = (svg(*laid_out(argument_map)) for _ in range(2))

    assert one == other


@given(argument_maps(max_claims=8), WIDTHS, COLUMNS)
@example(REPLIES, 736, 2)
@example(SECTIONS, 736, 2)
@example(clique(9), 736, 2)
@example(chain(60), 240, 1)
@example(BEHIND_A_REPLY, 1200, 3)
def test_signs_stand_on_rails(
    argument_map: ArgumentMap, width: int, columns: int | None
) -> None:
    """Every sign is on the rail of what it is about, whatever interrupts that."""
    planned, positions = laid_out(argument_map, page_width=width, columns=columns)
    hosts = {each.part: each.host for each in listed_steps(planned).values()}
    signs = [*positions.junctions.items(), *positions.repeated]

    for part, sign in signs:
        (x, y), host = sign.corner, hosts[part]
        x += style.JUNCTION / 2 + style.ARGUMENT_PADDING * bool(sign.lines)
        assert host not in planned.boxes_by_part or any(
            each.part == host
            and abs(each.top[0] - x) < 0.2
            and each.top[1] - 0.1 <= sign.centre[1] <= each.bottom[1] + 0.1
            for each in positions.rails
        ), y


@given(argument_maps(max_claims=8), st.sampled_from([1, 2]))
@example(tree(60), 2)
@example(chain(40), 1)
@example(SECTIONS, 1)
@example(CIRCLE, 1)
@settings(max_examples=25)
def test_pages(argument_map: ArgumentMap, columns: int) -> None:
    """On pages, too, everything is there once, in its order, and inside its page."""
    planned = plan(argument_map)
    sheet = Sheet(500, columns, 260, above=20, below=30)

    pages = lay_out_pages(planned, sheet)

    boxes = [part for page in pages for part in page.positions.boxes]
    assert boxes == [box.part for box in planned.boxes]
    lines = sorted(line for page in pages for line in page.lines)
    assert lines == [*range(len(planned.edges))]
    signs = [part for page in pages for part in page.positions.junctions]
    assert sorted(signs) == sorted({edge.part for edge in planned.edges})
    for index, page in enumerate(pages):
        bottom = style.MARGIN + 260 - 30 * (index == 0)
        top = style.MARGIN + 20 * (index == 0)
        for each in rectangles(page.positions):
            _, y1, right, y2 = sides(each)
            assert top <= y1 <= y2 <= bottom
            assert right <= 500


def test_under_what_it_leads_to() -> None:
    """A premise stands below and to the right of what it speaks for."""
    _, positions = laid_out(tree(13))

    (x, y), (inner, below) = (positions.boxes[each].corner for each in ("c0", "c1"))
    assert inner > x
    assert below > y


def test_linked() -> None:
    """A bar joins linked premises; what strikes the step stands on a rail below it."""
    planned, positions = laid_out(REPLIES)
    rail, bar = (each for each in positions.rails if each.part == "reason")

    assert [rail.is_bar, bar.is_bar] == [False, True]
    lines = zip(planned.edges, positions.paths, strict=True)
    ends = [path.points[-1] for edge, path in lines if edge.head == "reason"]
    assert ends[:2] == [bar.top, bar.bottom]
    assert rail.bottom == positions.junctions["undercut"].centre


def test_a_deep_map_goes_on_at_the_left() -> None:
    """However deep claims are, there is room for their words; a mention says where."""
    _, positions = laid_out(chain(60), page_width=360)

    rooms = [each.size[0] for each in positions.boxes.values()]
    assert min(rooms) >= 190
    deeper = [b < a for a, b in pairwise(rooms)]
    assert deeper.count(False) == len(positions.references) > 3


def test_repeated_sign() -> None:
    """A step that goes on in another column has its sign there again."""
    parts = [f"p{index}" for index in range(12)]
    argument_map = ArgumentMap.of(
        Claim("c", "C."),
        *(Claim(each, "Rents rose in all of the city.") for each in parts),
        Inference(parts, conclusion="c", id="all"),
    )

    _, positions = laid_out(argument_map, columns=2)

    [(part, sign)] = positions.repeated
    assert part == "all"
    assert sign.corner[0] > 368 > positions.junctions["all"].corner[0]
    assert [each.part for each in positions.references] == ["c"]


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


def test_circle() -> None:
    """Claims that speak for each other are both there, and the circle closes."""
    argument_map = ArgumentMap.of(
        Claim("a", "A."),
        Claim("b", "B."),
        Inference(["a"], conclusion="b"),
        Inference(["b"], conclusion="a"),
    )

    _, positions = laid_out(argument_map)

    assert [each.part for each in positions.references] == ["a"]


def test_contradiction() -> None:
    """A contradiction stands at its first claim; the others know of it."""
    argument_map = ArgumentMap.of(
        *(Claim(each, f"{each.upper()}.") for each in "abcd"),
        Contradiction(["b", "a"], id="pair"),
        Contradiction(["b", "c", "d"], id="three"),
    )

    planned, positions = laid_out(argument_map)

    assert [each.part for each in positions.references] == ["b", "c", "d"]
    assert positions.boxes["b"].lines[-1].words == "→ not with 1"
    assert positions.boxes["d"].lines[-1].words == "→ not with 2"
    assert len(positions.paths) == len(planned.edges) == 4


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


def test_empty() -> None:
    """A map without claims is an empty page."""
    _, positions = laid_out(ArgumentMap())

    assert positions.size == (736, 2 * style.MARGIN)


def test_max_lines() -> None:
    """A limit of lines cuts what claims say, and says so."""
    argument_map = ArgumentMap.of(Claim("a", "Rents rose in the city. " * 30))

    _, whole = laid_out(argument_map)
    _, cut = laid_out(argument_map, max_lines=2)

    assert len(whole.boxes["a"].lines) > 2
    assert [line.words[-1] for line in cut.boxes["a"].lines][1:] == ["…"]
