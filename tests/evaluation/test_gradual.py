"""Laws of degrees."""

import json
import math
from collections.abc import Sequence

import attrs
import pytest
from hypothesis import given

from argmap import ArgumentMap, Claim, Contradiction, Counterpoint, Inference
from argmap.errors import ConvergenceError, UnweighableError
from argmap.evaluation import Gradual, degrees, gradual
from tests.console import REAL_FILES
from tests.strategies import argument_maps

ORACLES = REAL_FILES / "oracles" / "qbaf_small.json"
NAMES = {
    "df-quad": "DF-QuAD",
    "quadratic-energy": "quadratic energy",
    "euler-based": "Euler-based",
}


def bipolar(
    base: Sequence[float],
    attacks: Sequence[Sequence[int]],
    supports: Sequence[Sequence[int]] = (),
) -> ArgumentMap:
    """Return a map of claims with base scores, attacks and supports, by numbers."""
    return ArgumentMap.of(
        *(Claim(f"c{at}", credence=score) for at, score in enumerate(base)),
        *(
            Inference([f"c{tail}"], conclusion=f"c{head}", id=f"s{at}")
            for at, (tail, head) in enumerate(supports)
        ),
        *(
            Counterpoint([f"c{tail}"], target=f"c{head}", id=f"a{at}")
            for at, (tail, head) in enumerate(attacks)
        ),
    )


@pytest.mark.skipif(not ORACLES.exists(), reason="ARGMAP_REAL_FILES names no oracles")
@pytest.mark.parametrize("semantics", NAMES)
def test_oracles(semantics: str) -> None:
    """Frameworks weighed by others have the same degrees, to the digits they give."""
    for each in json.loads(ORACLES.read_text("utf-8")):
        argument_map = bipolar(each["base"], each["attacks"], each["supports"])
        found = degrees(argument_map, semantics)
        for at, degree in enumerate(each["strength"][NAMES[semantics]]):
            assert found[f"c{at}"] == pytest.approx(degree, abs=1e-8), each["name"]


def test_published_values() -> None:
    """The h-categoriser's values of Besnard and Hunter's example are theirs."""
    attacks = [(0, 4), (3, 0), (4, 3), (2, 4), (1, 2), (1, 0)]
    found = degrees(bipolar([1] * 5, attacks), Gradual.H_CATEGORISER)

    assert [round(found[f"c{at}"], 2) for at in range(5)] == [0.38, 1, 0.5, 0.65, 0.53]


def test_where_plain_iteration_swings() -> None:
    """Steps small enough settle where the rule taken as it is goes to and fro."""
    swinging = bipolar([0.3, 0.9], [(0, 0), (1, 1)], [(0, 1), (1, 0)])
    found = degrees(swinging, "df-quad")

    assert found["c0"] == pytest.approx(6 / 13, abs=1e-9)
    assert found["c1"] == pytest.approx(9 / 13, abs=1e-9)


@pytest.mark.parametrize(
    ("parts", "degree"),
    [
        pytest.param(
            [Counterpoint(["p"], target="c"), Counterpoint(["q"], target="p")],
            0.672,
            id="reinstatement",
        ),
        pytest.param(
            [
                Inference(["p"], conclusion="c", id="i"),
                Counterpoint(["q"], target="i"),
            ],
            0.58,
            id="undercut",
        ),
        pytest.param(
            [Inference(["p", "q"], conclusion="c"), Counterpoint(["u"], target="q")],
            0.564,
            id="linked",
        ),
        pytest.param(
            [
                Inference(["p"], conclusion="c"),
                Inference(["q"], conclusion="c"),
                Counterpoint(["u"], target="q"),
            ],
            0.916,
            id="convergent",
        ),
        pytest.param(
            [Inference(["p"], conclusion="c"), Counterpoint(["q"], target="c")],
            0.5,
            id="a tie",
        ),
        pytest.param(
            [
                Inference(["p"], conclusion="c"),
                Inference(["q"], conclusion="d"),
                Contradiction(["c", "d"]),
            ],
            0.6,
            id="contradiction",
        ),
        pytest.param(
            [Inference(["c"], conclusion="d"), Inference(["d"], conclusion="c")],
            1.0,
            id="circular support",
        ),
    ],
)
def test_worked_examples(parts: list[Inference | Counterpoint], degree: float) -> None:
    """Granted claims begin with 0.8, others with 0.5, and steps multiply."""
    claims = [Claim(each) for each in "cdpqu"]

    found = degrees(ArgumentMap.of(*claims, *parts))
    assert found["c"] == pytest.approx(degree, abs=1e-9)


@given(argument_maps(max_claims=4))
def test_degrees_are_degrees(argument_map: ArgumentMap) -> None:
    """They lie between 0 and 1, whatever depends on what."""
    weak = [attrs.evolve(each, strength=0.5) for each in argument_map.steps]

    found = degrees(argument_map.with_parts(*weak), "quadratic-energy")
    assert all(0 <= each <= 1 for each in found.values())


def test_what_cannot_be_weighed() -> None:
    """Strengths over 1, supports where only attacks are known: the part is named."""
    strong = ArgumentMap.of(
        Claim("a"), Claim("b"), Inference(["a"], conclusion="b", strength=2, id="step")
    )

    with pytest.raises(
        UnweighableError, match="strengths from 0 to 1, not 2 on 'step'"
    ):
        degrees(strong)
    with pytest.raises(UnweighableError, match="attacks only, not the inference 's0'"):
        degrees(bipolar([1, 1], [], [(0, 1)]), "h-categoriser")


def test_what_does_not_settle(monkeypatch: pytest.MonkeyPatch) -> None:
    """After so many rounds it is an error that names a part."""
    monkeypatch.setattr(gradual, "_ROUNDS", 3)

    with pytest.raises(ConvergenceError, match="the degree of 'c0' still moves"):
        degrees(bipolar([0.3, 0.9], [(0, 0), (1, 1)], [(0, 1), (1, 0)]))


@pytest.mark.parametrize("semantics", list(Gradual))
def test_many_rivals(semantics: Gradual) -> None:
    """Where half of a step is too far for so many, smaller ones settle."""
    count = 100
    rivals = ArgumentMap(
        [Claim(f"c{at}", credence=0.3 + 0.6 * at / count) for at in range(count)],
        contradictions=[Contradiction([f"c{at}" for at in range(count)])],
    )
    found = degrees(rivals, semantics)

    weakest, strongest = found["c0"], found[f"c{count - 1}"]
    assert 0 < weakest < strongest < 1


def test_without() -> None:
    """What is left out has no degree and moves nothing."""
    argument_map = bipolar([0.9, 0.6], [(1, 0)])

    assert degrees(argument_map, without=["a0"])["c0"] == 0.9
    assert degrees(argument_map, without=["c1"]).keys() == {"c0", "a0"}
    assert degrees(argument_map, without=["c1"])["c0"] == 0.9


def test_great_energies() -> None:
    """Thousands of supporters are no overflow."""
    many = bipolar([0.5] + [1.0] * 2_000, [], [(at, 0) for at in range(1, 2_001)])

    found = degrees(many, "euler-based")["c0"]
    assert math.isclose(found, 1.0)
