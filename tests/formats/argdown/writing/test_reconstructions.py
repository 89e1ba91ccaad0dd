"""Laws of the reconstructions in a map, and of the relations that are left."""

from hypothesis import given

from argmap.formats.argdown.writing.reconstructions import Reconstructions
from argmap.model import Argument, ArgumentMap, Claim, Counterpoint, Inference
from tests.strategies import argument_maps


@given(argument_maps())
def test_a_step_is_said_in_one_way(argument_map: ArgumentMap) -> None:
    """A step is in a reconstruction or a relation, or cannot be said, never in two."""
    found = Reconstructions(argument_map)
    relations = [each.id for each in found.relations]

    assert len(set(relations)) == len(relations)
    assert found.of_step.keys().isdisjoint(relations)
    for reconstruction in found:
        for step in reconstruction.steps:
            assert found.of_step[step.id] is reconstruction
        assert all(argument_map.find_part(each) for each in reconstruction.claims)
    for claim, home in found.home.items():
        assert claim in list(home.claims)


@given(argument_maps())
def test_numbers_say_the_premises(argument_map: ArgumentMap) -> None:
    """What a reader takes a step to start from is what it starts from.

    That is what its line says, by numbers, or all since the last conclusion and that.
    """
    for each in Reconstructions(argument_map):
        numbered: list[str] = []
        before: list[str] = []
        for listed, step, uses in zip(each.lists, each.steps, each.uses, strict=True):
            numbered += listed
            premises = [one.claim for one in step.premises]
            if uses is not None:
                assert [numbered[number - 1] for number in uses] == premises
            elif "argdown" not in step.data:
                assert before + listed == premises
            numbered.append(step.conclusion)
            before = [step.conclusion]


def test_what_a_sign_can_say() -> None:
    """A plain step is a relation; one with more to say of it is numbered."""
    claims = [Claim(each, f"{each.upper()}.") for each in "abcd"]
    argument_map = ArgumentMap(
        claims,
        [
            Inference(["a"], "b", id="plain"),
            Inference(["a", "b"], "c", id="linked"),
            Inference(["a"], "d", id="strong", utterances=["Ada"]),
            Inference(["b"], "d", id="argued"),
        ],
        counterpoints=[
            Counterpoint(["d"], "a", id="but"),
            Counterpoint(["d"], "linked", id="under"),
            Counterpoint(["c", "d"], "b", id="joint"),
        ],
        arguments=[Argument("x", steps=["argued"])],
    )
    argument_map = argument_map.rename("plain", "a-so-b")

    found = Reconstructions(argument_map)

    assert set(found.of_step) == {"linked", "strong", "argued"}
    assert [each.id for each in found.relations] == ["a-so-b", "but", "under"]
    assert found.of_step["argued"].head == "x"
    assert found.of_step["linked"].head == "c"
