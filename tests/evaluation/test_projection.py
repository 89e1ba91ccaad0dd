"""Laws of maps as abstract frameworks."""

import json
from collections.abc import Iterable, Iterator

import pytest
from hypothesis import given, settings, strategies as st

from argmap import Argument, ArgumentMap, Claim, Counterpoint, Inference, evaluate
from argmap.errors import SupportCycleError
from argmap.evaluation import projection as module
from argmap.evaluation.frameworks import grounded
from argmap.evaluation.grounded import MEETS, Label, label
from argmap.evaluation.network import Network, network
from argmap.evaluation.projection import (
    ArgumentKind,
    Projection,
    as_framework,
    have_equal_networks,
    project,
)
from argmap.evaluation.strict import with_strict_steps
from argmap.formats import dumps, loads
from argmap.model import ProofStandard
from argmap.model.framework import Framework
from tests.console import REAL_FILES
from tests.evaluation.networks import Plan, labels_of, plans
from tests.strategies import argument_maps

ORACLES = REAL_FILES / "oracles" / "maps_small.json"
ANY_STANDARD = st.sampled_from(list(ProofStandard))
CLAIMS_ONLY = plans(with_steps=False) | plans(standards=ANY_STANDARD, with_steps=False)
"""Steps that a map has as premises speak of steps: they are no reason for a claim."""
any_number = [100, pytest.param(20_000, marks=pytest.mark.long)]


def projected(net: Network) -> Projection:
    """Return a network as a framework, with ids for words."""
    return project(net, net.ids.__getitem__)


def read_back(projection: Projection) -> list[Label]:
    """Return the labels of claims and steps that follow from the framework."""
    return [*projection.labels(grounded(projection.framework)).values()]


def has_support_cycle(net: Network) -> bool:
    """Return whether a part is reached from itself; reasons too weak do not count."""
    near = {
        part: set(
            []
            if part in net.excluded
            else net.premises[part]
            if part >= net.claims
            else [
                step
                for step in net.reasons[part]
                if step not in net.excluded
                and MEETS[net.standards[part]](net.strengths[step], 0)
            ]
        )
        for part in range(len(net.ids))
    }
    for _ in near:
        near = {
            part: found.union(*(near[each] for each in found))
            for part, found in near.items()
        }
    return any(part in found for part, found in near.items())


@pytest.mark.parametrize("much", [0, 4])
@pytest.mark.parametrize("count", any_number)
def test_the_grounded_labelling_is_that_of_the_network(
    count: int, much: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Read back, the labels of the framework are those of claims and steps.

    That is so with attacks one by one and through arguments in between. Just where
    claims support each other in a circle there is no framework.
    """
    monkeypatch.setattr(module, "_MUCH", much)

    @settings(max_examples=count)
    @given(CLAIMS_ONLY, st.sets(st.integers(0, 9)))
    def law(plan: Plan, excluded: set[int]) -> None:
        net = plan.network()
        steps = range(net.claims, len(net.ids))
        net.excluded = {step for step in steps if step - net.claims in excluded}
        if has_support_cycle(net):
            with pytest.raises(SupportCycleError):
                projected(net)
        else:
            assert read_back(projected(net)) == label(net).labels

    law()


def has_circle(argument_map: ArgumentMap) -> bool:
    """Return whether a map is refused, and with names."""
    try:
        as_framework(argument_map)
    except SupportCycleError as error:
        return bool(error.claims)
    return False


@given(argument_maps().filter(lambda each: not has_circle(each)), ANY_STANDARD)
def test_the_grounded_labelling_is_that_of_the_map(
    argument_map: ArgumentMap, standard: ProofStandard
) -> None:
    """Whatever is in a map, its verdicts follow from its framework."""
    (wanted,) = evaluate(argument_map, standard=standard).labellings()
    projection = as_framework(argument_map, standard=standard)

    found = projection.labels(grounded(projection.framework))
    assert found == {name: wanted[name] for name in found}
    parts = {each.id for each in argument_map.parts}
    assert [each.name for each in projection.meanings] == [*projection.framework.names]
    assert all(each.part in parts and each.words for each in projection.meanings)


@pytest.mark.parametrize("name", ["af", "tgf", "apx"])
@given(argument_map=argument_maps())
def test_what_has_equal_network(name: str, argument_map: ArgumentMap) -> None:
    """Claims of maps that weigh the same have the same labels, one after the other."""
    other = loads(dumps(argument_map, name), name)

    if have_equal_networks(argument_map, other):
        nets = [
            with_strict_steps(each, network(each)) for each in (argument_map, other)
        ]
        assert label(nets[0]).labels == label(nets[1]).labels
    assert have_equal_networks(argument_map, argument_map)


def test_steps_that_are_left_out() -> None:
    """What starts from a step that is left out fails as it does in the map."""
    argument_map = ArgumentMap.of(
        Claim("a"),
        Inference(["a"], conclusion="a-against-a", id="backing"),
        Counterpoint(["a"], target="a"),
        Argument("case", steps=["backing"]),
        Counterpoint(["case"], target="a", id="again"),
    )
    net = network(argument_map, without={"backing", "a-against-a"})

    assert read_back(projected(net)) == label(net).labels


def complete(framework: Framework) -> Iterator[list[Label]]:
    """Yield all complete labellings: those in which every label follows."""
    attackers: list[list[int]] = [[] for _ in framework.names]
    attacked: list[list[int]] = [[] for _ in framework.names]
    for tail, head in zip(framework.tails, framework.heads, strict=True):
        attackers[head].append(tail)
        attacked[tail].append(head)
    found: dict[int, Label] = {}

    def may_be(place: int) -> bool:
        labels = {found.get(each) for each in attackers[place]}
        match found.get(place):
            case Label.IN:
                return labels <= {Label.OUT, None}
            case Label.OUT:
                return not labels.isdisjoint({Label.IN, None})
            case Label.UNDECIDED:
                return Label.IN not in labels and not labels <= {Label.OUT}
        return True

    def labellings(place: int) -> Iterator[list[Label]]:
        if place == len(attackers):
            yield [found[each] for each in range(place)]
            return
        for what in Label:
            found[place] = what
            if all(map(may_be, (place, *attacked[place]))):
                yield from labellings(place + 1)
            del found[place]

    return labellings(0)


def maximal(labellings: Iterable[list[Label]]) -> list[list[Label]]:
    """Return those in which as much as can be is in."""
    ins = [{i for i, what in enumerate(each) if what > 0} for each in labellings]
    return [
        each
        for each, own in zip(labellings, ins, strict=True)
        if not any(own < other for other in ins)
    ]


@pytest.mark.skipif(not ORACLES.exists(), reason="ARGMAP_REAL_FILES names no oracles")
def test_oracles() -> None:
    """All semantics of a framework are those of its map, as others found them."""
    compared = 0
    for each in json.loads(ORACLES.read_text("utf-8")):
        plan = Plan.of_oracle(each)
        net = plan.network()
        if has_support_cycle(net):
            continue
        compared += 1
        projection = projected(net)
        labellings = [*complete(projection.framework)]
        stable = [one for one in labellings if Label.UNDECIDED not in one]
        for name, found in (
            ("complete", labellings),
            ("preferred", maximal(labellings)),
            ("stable", stable),
        ):
            claims = sorted(
                [*projection.labels(one).values()][: net.claims] for one in found
            )
            assert claims == sorted(map(labels_of, each[name])), (each["name"], name)
    assert compared > 50


RENTS = ArgumentMap.of(
    Claim("high", "Rents are too high."),
    Claim("rose", "Rents rose."),
    Claim("wages", "Wages fell."),
    Claim("index", "The index leaves out new contracts."),
    Argument("sketch", "A sketch"),
    Inference(["rose", "wages"], conclusion="high"),
    Counterpoint(["index"], target="rose-and-wages-so-high", id="but"),
    Counterpoint([], target="but", id="bare"),
    Inference(["sketch"], conclusion="but", id="backing"),
)


def test_meanings() -> None:
    """Every argument has a name, the part it is about, and words."""
    told = [
        (each.name, str(each.kind), each.part, each.words)
        for each in as_framework(RENTS).meanings
    ]
    assert told[:1] + told[4:9] + told[12:] == [
        ("rose", "presumption", "rose", "“Rents rose.” is granted"),
        (
            "rose-and-wages-so-high",
            "reason",
            "rose-and-wages-so-high",
            "“Rents rose.” and “Wages fell.”, so “Rents are too high.”",
        ),
        ("backing", "reason", "backing", "“A sketch”, so the step 'but'"),
        (
            "but",
            "counterpoint",
            "but",
            (
                "“The index leaves out new contracts.”,"
                " against the step 'rose-and-wages-so-high'"
            ),
        ),
        ("bare", "counterpoint", "bare", "an objection to the step 'but'"),
        ("high-failure", "failure", "high", "not: “Rents are too high.”"),
        ("sketch-failure", "failure", "sketch", "not: “A sketch”"),
    ]


def test_many_against_many() -> None:
    """The framework grows as the map does, however much stands against how much."""
    size = 300
    plan = Plan(
        [0.0] + [1.0] * (2 * size),
        [([each + 1], 0, 1 + each % 3) for each in range(size)],
        [([each + size + 1], "claim", 0, each % 3) for each in range(1, size)],
    )
    net = plan.network()
    projection = projected(net)

    assert len(projection.framework.tails) < 10 * size
    assert read_back(projection) == label(net).labels
    words = {each.kind: each.words for each in projection.meanings}
    assert words[ArgumentKind.OPPOSITION] == "one of 101 arguments against c0 holds"
    assert words[ArgumentKind.NO_OPPOSITION] == "none of 101 arguments against c0 holds"


def test_circles_are_refused() -> None:
    """The claims of a circle are named, not what hangs on it; of many a few."""
    count = 7
    argument_map = ArgumentMap.of(
        Claim("on"),
        *(Claim(f"c{each}") for each in range(count)),
        *(
            Inference([f"c{each}"], conclusion=f"c{(each + 1) % count}")
            for each in range(count)
        ),
        Inference(["c0"], conclusion="on"),
    )

    with pytest.raises(SupportCycleError) as caught:
        as_framework(argument_map)

    assert sorted(caught.value.claims) == [f"c{each}" for each in range(count)]
    assert str(caught.value) == (
        "no abstract framework can say that claims support each other in a circle:"
        " 'c0', 'c6', 'c5', 'c4', 'c3' and 2 more"
    )


@pytest.mark.parametrize(
    "length", [1_000, pytest.param(200_000, marks=pytest.mark.long)]
)
def test_long_chains(length: int) -> None:
    """Nothing recurses along a chain of reasons."""
    reasons = [([each], each - 1, 1.0) for each in range(1, length)]
    net = Plan([0.0] * (length - 1) + [1.0], reasons).network()

    assert read_back(projected(net)) == [Label.IN] * (2 * length - 1)
