"""Laws of neighbours: indexes lead where the parts say."""

from hypothesis import given

from argmap import (
    Argument,
    ArgumentMap,
    AttackKind,
    Claim,
    Counterpoint,
    Inference,
)
from tests.strategies import argument_maps

A, B = Claim("a", "A."), Claim("b", "B.")


@given(argument_maps())
def test_indexes(argument_map: ArgumentMap) -> None:
    """Every index gives what a search through the whole map gives."""
    inferences, counterpoints = argument_map.inferences, argument_map.counterpoints
    steps: list[Inference | Counterpoint] = [*inferences, *counterpoints]
    assert list(argument_map.steps) == steps
    for part in argument_map.parts:
        assert argument_map.part(part.id) is part
        assert argument_map.inferences_for(part) == tuple(
            each for each in inferences if each.conclusion == part.id
        )
        assert argument_map.counterpoints_against(part.id) == tuple(
            each for each in counterpoints if each.target == part.id
        )
        assert argument_map.uses_of(part.id) == tuple(
            each for each in steps if part.id in [p.claim for p in each.premises]
        )
        assert argument_map.contradictions_of(part.id) == tuple(
            each for each in argument_map.contradictions if part.id in each.claims
        )
        assert argument_map.arguments_with(part.id) == tuple(
            each for each in argument_map.arguments if part.id in each.steps
        )
        assert [argument_map.section_of(part)] == [
            each for each in argument_map.sections if part.id in each.members
        ] or argument_map.section_of(part) is None
    for parent in [None, *argument_map.sections]:
        assert argument_map.subsections(parent) == tuple(
            each
            for each in argument_map.sections
            if each.parent == (parent.id if parent else None)
        )
    assert argument_map.leaves == tuple(
        each for each in argument_map.claims if not argument_map.inferences_for(each)
    )
    assert argument_map.roots == tuple(
        each for each in argument_map.claims if not argument_map.uses_of(each)
    )
    assert [argument_map.source(each.id) for each in argument_map.sources] == list(
        argument_map.sources
    )


def test_attack_kind() -> None:
    """What a counterpoint is follows from what it strikes."""
    step = Inference([A], B, id="i")
    kinds = {
        "i": AttackKind.UNDERCUTTING,
        "on-i": AttackKind.UNDERCUTTING,
        "b": AttackKind.REBUTTING,
        "a": AttackKind.UNDERMINING,
        "reconstructed": AttackKind.REBUTTING,
        "sketched": AttackKind.UNDERMINING,
    }
    counterpoints = [Counterpoint([], end, id=f"on-{end}") for end in kinds]
    argument_map = ArgumentMap(
        [A, B],
        [step],
        counterpoints=counterpoints,
        arguments=[Argument("reconstructed", steps=[step]), Argument("sketched")],
    )

    assert [*map(argument_map.attack_kind, counterpoints)] == [*kinds.values()]
