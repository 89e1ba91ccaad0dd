"""Laws of arguments without their steps."""

from hypothesis import given

from argmap import Argument, ArgumentMap, Claim, Counterpoint, Inference, Section
from argmap.model.folded import fold_arguments
from tests.strategies import argument_maps

ONE = Inference(["a", "b"], conclusion="c", id="one")
TWO = Inference(["c", "d"], conclusion="e", id="two")
ARGUMENTS = Argument("first", steps=["one"]), Argument("second", steps=["two"])
CLAIMS = tuple(map(Claim, "abcdef"))


def lines(argument_map: ArgumentMap) -> list[tuple[str, str]]:
    """Return what leads to what."""
    return [
        (premise.claim, step.end)
        for step in argument_map.steps
        for premise in step.premises
    ]


@given(argument_maps(max_claims=8))
def test_no_argument_has_steps(argument_map: ArgumentMap) -> None:
    """Whatever the map: it holds together, and folding it again changes nothing."""
    folded = fold_arguments(argument_map)

    assert not any(each.steps for each in folded.arguments)
    assert fold_arguments(folded) == folded
    assert {each.id for each in folded.arguments} == {
        each.id for each in argument_map.arguments
    }


def test_what_several_arguments_use_stays() -> None:
    """A premise of two arguments is a box that leads to both."""
    shared = Inference(["c", "a"], conclusion="e", id="two")

    folded = fold_arguments(ArgumentMap.of(*CLAIMS[:5], ONE, shared, *ARGUMENTS))

    assert [each.id for each in folded.claims] == ["a", "d", "e"]
    assert ("a", "first") in lines(folded)
    assert ("a", "second") in lines(folded)


def test_objections_lead_to_the_argument() -> None:
    """What strikes a step strikes its argument; what strikes a premise keeps it."""
    cut = Counterpoint(["f"], target="one", id="cut")
    rebuttal = Counterpoint(["f"], target="b", id="rebuttal")

    folded = fold_arguments(
        ArgumentMap.of(*CLAIMS, ONE, TWO, cut, rebuttal, *ARGUMENTS)
    )

    assert folded.counterpoint("cut").target == "first"
    assert folded.counterpoint("rebuttal").target == "b"
    assert ("b", "first") in lines(folded)


def test_an_argument_stands_in_for_its_conclusion() -> None:
    """An untitled conclusion that is argued from goes; a titled one stays."""
    goal = Inference(["c"], conclusion="f", id="goal")
    first = ARGUMENTS[0]

    def folded(*claims: Claim) -> ArgumentMap:
        whole = ArgumentMap.of(*CLAIMS[:2], Claim("f"), *claims, ONE, goal, first)
        return fold_arguments(whole)

    plain, titled = folded(Claim("c")), folded(Claim("c", title="Title"))

    assert lines(plain) == [("first", "f")]
    assert lines(titled) == [("first", "c"), ("c", "f")]


def test_sections_forget_what_is_gone() -> None:
    """A section lists only what is left, and the thesis is always left."""
    home = Section("home", members=["a", "one", "first"])
    whole = ArgumentMap.of(*CLAIMS[:5], ONE, TWO, *ARGUMENTS, home, thesis="c")

    folded = fold_arguments(whole)

    assert folded.section("home").members == ("first",)
    assert "c" in {each.id for each in folded.claims}


def test_a_map_without_reconstructions_stays_as_it_is() -> None:
    """There is nothing to fold where no argument has steps."""
    argument_map = ArgumentMap.of(*CLAIMS, Argument("sketch"), ONE)

    assert fold_arguments(argument_map) is argument_map
