"""Laws of the grounded labelling of frameworks."""

import json

import pytest
from hypothesis import given, strategies as st

from argmap import Verdict, evaluate
from argmap.evaluation.frameworks import grounded, labellings
from argmap.evaluation.grounded import Label
from argmap.formats.frameworks import Framework, as_map
from argmap.model import Semantics
from tests.console import REAL_FILES
from tests.formats.frameworks.drawn import Drawn, framework, frameworks

ORACLES = REAL_FILES / "oracles" / "dung_small.json"
LABELS = {
    Verdict.STANDS: Label.IN,
    Verdict.DEFEATED: Label.OUT,
    Verdict.CONTESTED: Label.UNDECIDED,
}


@given(frameworks())
def test_it_is_that_of_the_map(drawn: Drawn) -> None:
    """A framework and its map have the same labels."""
    argument_map = as_map(framework(drawn))
    evaluation = evaluate(argument_map)

    assert grounded(framework(drawn)) == [
        LABELS[evaluation.verdict(each)] for each in argument_map.claims
    ]


@given(frameworks(), st.sampled_from(Semantics))
def test_labellings_are_those_of_the_map(drawn: Drawn, semantics: Semantics) -> None:
    """So are all of them, under every semantics, in whatever order they are found."""
    argument_map = as_map(framework(drawn))
    of_map = evaluate(argument_map).labellings(semantics)

    assert sorted(labellings(framework(drawn), semantics)) == sorted(
        [labelling[each.id] for each in argument_map.claims] for labelling in of_map
    )


@pytest.mark.skipif(not ORACLES.exists(), reason="ARGMAP_REAL_FILES names no oracles")
def test_oracles() -> None:
    """What is in is the grounded extension, as four others compute it."""
    for each in json.loads(ORACLES.read_text("utf-8")):
        labels = grounded(framework((each["n"], each["attacks"])))
        found = [place for place, what in enumerate(labels) if what is Label.IN]
        assert [found] == each["extensions"]["GR"], each["name"]


@pytest.mark.parametrize(
    "length", [1_000, pytest.param(1_000_000, marks=pytest.mark.long)]
)
def test_long_chains(length: int) -> None:
    """Nothing recurses along a chain of attacks."""
    chain = Framework(map(str, range(length)), range(1, length), range(length - 1))

    assert grounded(chain)[-3:] == [Label.IN, Label.OUT, Label.IN]
