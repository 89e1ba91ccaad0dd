"""The parts that become nodes."""

from argmap.formats.aif import losses
from argmap.model import (
    Argument,
    ArgumentMap,
    Contradiction,
    Counterpoint,
    Inference,
)
from tests.formats.aif.maps import FELL, HIGH, ROSE, joined, texts


def test_contradiction() -> None:
    """A contradiction is a conflict each way between any two of its claims."""
    argument_map = ArgumentMap(
        [ROSE, FELL, HIGH],
        counterpoints=[Counterpoint([ROSE], FELL)],
        contradictions=[Contradiction([ROSE, FELL])],
    )

    assert joined(argument_map) == [
        *("rose>rose-against-fell", "rose-against-fell>fell"),
        *("rose>rose-against-fell-2", "rose-against-fell-2>fell"),
        *("fell>fell-against-rose", "fell-against-rose>rose"),
    ]


def test_sketched_argument() -> None:
    """An argument that is only sketched is a claim that says its gist."""
    sketched = [Argument("a", "A", text="Gist."), Argument("b", "B"), Argument("c")]
    argument_map = ArgumentMap(
        [HIGH],
        [Inference(["a"], HIGH, id="so")],
        counterpoints=[Counterpoint(["b"], "a", id="but")],
        arguments=sketched,
    )

    assert list(texts(argument_map).items())[1:4] == [
        *(("a", "Gist."), ("b", "B"), ("c", "c"))
    ]
    assert joined(argument_map) == ["a>so", "so>high", "b>but", "but>a"]


def test_reconstructed_argument() -> None:
    """One that is reconstructed is struck at its last step, and says its conclusion."""
    argument_map = ArgumentMap(
        [ROSE, FELL, HIGH],
        [
            Inference([ROSE], HIGH, id="one"),
            Inference(["whole"], FELL, id="two"),
            Inference([FELL], "two", id="three"),
            Inference(["backing"], ROSE, id="four"),
        ],
        counterpoints=[Counterpoint([FELL], "whole", id="but")],
        arguments=[
            Argument("whole", text="Gist.", steps=["one"]),
            Argument("backing", text="It holds.", steps=["three"]),
        ],
    )

    assert texts(argument_map).get("whole") is None
    assert texts(argument_map)["backing"] == "It holds."
    assert joined(argument_map)[2:] == [
        *("high>two", "two>fell", "fell>three", "three>two"),
        *("backing>four", "four>rose", "fell>but", "but>one"),
    ]


def test_step_to_itself() -> None:
    """What leads nowhere but to itself is left out, with all that leads to it."""
    argument_map = ArgumentMap(
        [ROSE],
        [Inference([ROSE], "a", id="a"), Inference([ROSE], "b", id="c")],
        counterpoints=[
            Counterpoint([ROSE], "a", id="b"),
            Counterpoint([], ROSE, id="d"),
        ],
    )

    assert joined(argument_map) == ["d>rose"]
    assert [str(each) for each in losses(argument_map)] == [
        "warning[not-written]: AIF cannot hold 2 inferences ('a', 'c')",
        "warning[not-written]: AIF cannot hold 1 counterpoint ('b')",
    ]
