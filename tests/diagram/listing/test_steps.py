"""Laws of the steps of a list."""

from hypothesis import given

from argmap import ArgumentMap, Claim, Contradiction, Counterpoint
from argmap.diagram.listing.steps import claim_behind, listed_steps
from argmap.diagram.planning import plan
from tests.diagram.shapes import replies
from tests.strategies import argument_maps


@given(argument_maps())
def test_every_line_is_in_one_step(argument_map: ArgumentMap) -> None:
    """Each line of the plan is the way of one claim, or the line of one step."""
    drawn = plan(argument_map)

    steps = listed_steps(drawn)

    lines = [number for each in steps.values() for _, number in each.tails]
    lines += [each.line for each in steps.values() if each.line is not None]
    assert sorted(lines) == [*range(len(drawn.edges))]


@given(argument_maps())
def test_a_step_leads_to_a_claim_or_a_step(argument_map: ArgumentMap) -> None:
    """Its host and its tails are there, and a claim is behind it but in a circle."""
    drawn = plan(argument_map)
    steps = listed_steps(drawn)

    for name, each in steps.items():
        assert each.host in drawn.boxes_by_part or each.host in steps
        assert all(drawn.has(tail) for tail, _ in each.tails)
        behind = claim_behind(steps, name, drawn.boxes_by_part)
        assert behind == "" or behind in drawn.boxes_by_part


def test_the_claim_behind_replies() -> None:
    """It is what the first of them is about; in a circle there is none."""
    chain, circle = (
        plan(replies(4, in_circle=in_circle)) for in_circle in (False, True)
    )

    behind = {
        name: claim_behind(listed_steps(chain), name, chain.boxes_by_part)
        for name in listed_steps(chain)
    }
    assert set(behind.values()) == {"c0"}
    assert {
        claim_behind(listed_steps(circle), name, circle.boxes_by_part)
        for name in listed_steps(circle)
    } == {""}


def test_a_contradiction_is_at_its_first_claim() -> None:
    """The others lead to it; a counterpoint without premises says that it has none."""
    a, b, c = Claim("a"), Claim("b"), Claim("c")
    (same,) = listed_steps(
        plan(ArgumentMap.of(a, b, c, Contradiction([b, c, a])))
    ).values()
    (bare,) = listed_steps(plan(ArgumentMap.of(a, Counterpoint([], target=a)))).values()

    assert same.is_contradiction
    assert (same.host, {tail for tail, _ in same.tails}) == ("a", {"b", "c"})
    assert [each.words for each in bare.texts] == ["no reason given"]
