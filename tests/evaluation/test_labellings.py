"""Laws of the labellings that are not the grounded one."""

import json
from itertools import islice

import pytest

from argmap import (
    ArgumentMap,
    Claim,
    Contradiction,
    Counterpoint,
    Verdict,
    evaluate,
)
from argmap.errors import LimitError, NoLabellingError
from argmap.evaluation import Label, Semantics, solving
from argmap.evaluation.deadline import Deadline
from argmap.evaluation.grounded import label
from argmap.evaluation.labellings import Search
from argmap.evaluation.network import Network
from tests.console import REAL_FILES
from tests.evaluation.maps import FLOATING
from tests.evaluation.networks import Plan, labels_of

ORACLES = REAL_FILES / "oracles" / "maps_small.json"
MANY = [Semantics.COMPLETE, Semantics.PREFERRED, Semantics.STABLE]


def found(net: Network, semantics: Semantics) -> list[tuple[int, ...]]:
    """Return all labellings."""
    return sorted(map(tuple, Search(net, label(net), semantics).labellings()))


@pytest.mark.skipif(not ORACLES.exists(), reason="ARGMAP_REAL_FILES names no oracles")
@pytest.mark.parametrize("semantics", MANY)
def test_oracles(semantics: Semantics) -> None:
    """Maps labelled by others, argument by argument, have the same labellings here."""
    for each in json.loads(ORACLES.read_text("utf-8")):
        net = Plan.of_oracle(each).network()
        labellings = {one[: net.claims] for one in found(net, semantics)}
        assert labellings == {tuple(labels_of(one)) for one in each[semantics]}


def test_verdicts_and_words() -> None:
    """What is so in all labellings is a verdict, and the words say in which."""
    grounded, preferred = evaluate(FLOATING), evaluate(FLOATING, "preferred")

    assert {grounded.verdict(each) for each in FLOATING.claims} == {Verdict.CONTESTED}
    assert str(grounded.explain("act")) == (
        "[contested] “We have to act.” hangs on the conflict of"
        " “There will be war.” and “There will be peace.”"
    )
    assert str(preferred.explain("act")) == (
        "[stands] “We have to act.” in every preferred labelling"
    )
    assert str(preferred.explain("wait")) == (
        "[defeated] “We can wait.” in every preferred labelling"
    )
    assert str(preferred.explain("war")) == (
        "[contested] “There will be war.” is in conflict with “There will be peace.”,"
        " and stands in some preferred labelling"
    )
    step = FLOATING.counterpoints[2]
    assert str(preferred.explain(step)).endswith("fails in every preferred labelling")
    assert preferred.possible == {
        "war",
        "peace",
        "act",
        "war-against-wait",
        "peace-against-wait",
    }
    assert preferred.rank("act") is None
    ideal = evaluate(FLOATING, Semantics.IDEAL)
    assert ideal.verdict("act") is Verdict.CONTESTED
    assert ideal.possible == frozenset()


def test_labellings_are_mappings() -> None:
    """They come by the ids of parts, the evaluation's own semantics first of all."""
    labellings = list(evaluate(FLOATING, "stable").labellings())

    assert [each["war"] for each in labellings] in (
        [Label.IN, Label.OUT],
        [Label.OUT, Label.IN],
    )
    assert len(list(evaluate(FLOATING).labellings())) == 1
    assert len(list(evaluate(FLOATING).labellings("complete"))) == 3


@pytest.mark.parametrize("semantics", Semantics)
def test_acceptance_of_one_part(semantics: Semantics) -> None:
    """It is what the evaluation of the whole says, of steps too."""
    grounded, whole = evaluate(FLOATING), evaluate(FLOATING, semantics)

    for each, verdict in whole.verdicts.items():
        assert grounded.accepts(each, semantics) is (verdict is Verdict.STANDS)
        is_possible = each in whole.possible
        assert grounded.accepts(each, semantics, credulously=True) is is_possible
        assert whole.accepts(each, credulously=True) is is_possible


def test_only_what_a_part_depends_on_is_searched() -> None:
    """What it leads to, and what has nothing to do with it, is left aside."""
    net = Network.of(["a", "b", "c", "d", "e", *map(str, range(5))], 5, 0)
    net.presumptions = [1.0] * 5
    attacks = [(0, 1), (1, 0), (1, 2), (3, 4), (4, 3)]
    for step, (premise, target) in enumerate(attacks, net.claims):
        net.counter(step, (premise,), target)
    search = Search(net, label(net), Semantics.PREFERRED)

    def searched(part: int) -> list[int]:
        labels = search.about(part).grounded.labels[: net.claims]
        return [claim for claim, label in enumerate(labels) if not label]

    assert [searched(claim) for claim in range(5)] == [
        [0, 1],
        [0, 1],
        [0, 1, 2],
        [3, 4],
        [3, 4],
    ]
    assert not search.about(2).accepts(2, credulously=False)
    assert search.about(2).accepts(2, credulously=True)


def test_a_conflict_that_cannot_be_decided() -> None:
    """There may be no stable labelling, and that is said."""
    argument_map = ArgumentMap.of(Claim("a", "I lie."), Counterpoint(["a"], target="a"))

    with pytest.raises(NoLabellingError, match="no stable labelling"):
        evaluate(argument_map, "stable")
    with pytest.raises(NoLabellingError, match="no stable labelling"):
        evaluate(argument_map).accepts("a", "stable", credulously=True)
    words = str(evaluate(argument_map, "preferred").explain("a"))
    assert words == (
        "[contested] “I lie.” speaks against itself,"
        " and stands in no preferred labelling"
    )


def open_questions(count: int) -> ArgumentMap:
    """Return pairs of claims that strike each other."""
    claims = [Claim(f"{side}{number}") for number in range(count) for side in "ab"]
    steps = [
        Counterpoint([f"{one}{number}"], target=f"{other}{number}")
        for number in range(count)
        for one, other in ("ab", "ba")
    ]
    return ArgumentMap(claims, counterpoints=steps)


def test_limits() -> None:
    """A search ends at its deadline and at its number; labellings come at once."""
    many = evaluate(open_questions(40))

    assert len(list(islice(many.labellings("preferred"), 5))) == 5
    with pytest.raises(LimitError, match="more than 3 preferred labellings"):
        list(many.labellings("preferred", max_labellings=3))
    with pytest.raises(LimitError, match=r"no answer in 0\.05 s"):
        list(many.labellings("complete", timeout=0.05))
    assert evaluate(open_questions(40), "preferred").verdict("a0") is Verdict.CONTESTED
    with pytest.raises(LimitError, match="more than 0 preferred labellings"):
        evaluate(open_questions(2), "preferred", max_labellings=0)


def test_labellings_are_not_multiplied() -> None:
    """What all have in common is found of few, however many conflicts there are."""
    count = 12
    claims: list[Claim] = []
    counterpoints: list[Counterpoint] = []
    contradictions: list[Contradiction] = []
    for at in range(count):
        war, peace, wait, act = (
            f"{name}{at}" for name in ("war", "peace", "wait", "act")
        )
        claims += map(Claim, (war, peace, wait, act))
        contradictions.append(Contradiction([war, peace]))
        for premise, target in [(war, wait), (peace, wait), (wait, act)]:
            counterpoints.append(Counterpoint([premise], target=target))
    many = ArgumentMap(
        claims, contradictions=contradictions, counterpoints=counterpoints
    )

    for semantics, verdict in [("preferred", "stands"), ("ideal", "contested")]:
        found = evaluate(many, semantics, max_labellings=4 * count)
        assert {found.verdict(f"act{at}") for at in range(count)} == {verdict}


def test_interrupted(monkeypatch: pytest.MonkeyPatch) -> None:
    """Who interrupts a search is not kept waiting, in the middle or at a labelling."""

    def interrupt(_: Deadline) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(Deadline, "check", interrupt)
    monkeypatch.setattr(solving, "_WAIT", 0.0)

    with pytest.raises(KeyboardInterrupt):
        evaluate(open_questions(40), "preferred")


def test_unknown_semantics() -> None:
    """Another word is answered with those there are."""
    with pytest.raises(ValueError, match="must be one of grounded, complete"):
        evaluate(FLOATING, "prefered")
    with pytest.raises(ValueError, match="not 'prefered'"):
        evaluate(FLOATING).labellings("prefered")
