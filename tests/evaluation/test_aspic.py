"""The labellings of a map are those of its arguments, made one by one as in ASPIC+."""

from collections.abc import Sequence

import attrs
import pytest
from hypothesis import assume, example, given, settings, strategies as st

from argmap.errors import NoLabellingError
from argmap.evaluation.components import components, supports
from argmap.evaluation.grounded import Label, label
from argmap.evaluation.labellings import Search
from argmap.evaluation.network import Network
from argmap.model import ProofStandard, Semantics
from tests.evaluation.arguments import found_by_arguments
from tests.evaluation.networks import Plan, plans

MANY = [each for each in Semantics if each is not Semantics.GROUNDED]
STRENGTHS = st.sampled_from([1.0, 0.5, 2.0])


@st.composite
def circles(draw: st.DrawFn) -> Plan:
    """Draw a map where claims with rivals support each other, some more than others."""
    size = draw(st.integers(2, 4))
    claims = st.integers(0, size - 1)
    loop = [([at], (at + 1) % size, draw(STRENGTHS)) for at in range(size)]
    some = loop[: draw(st.integers(1, size))]
    premises = st.lists(claims, min_size=1, max_size=2, unique=True)
    more = draw(st.lists(st.tuples(premises, claims, STRENGTHS), max_size=2))
    against = st.tuples(premises, st.just("claim"), claims, STRENGTHS)
    granted = st.lists(st.just(0.0) | STRENGTHS, min_size=size, max_size=size)
    rivals = st.lists(claims, min_size=2, max_size=3, unique=True)
    return Plan(
        draw(granted),
        [*some, *more],
        draw(st.lists(against, max_size=2)),
        draw(st.lists(rivals, min_size=1, max_size=2)),
    )


any_plan = (
    plans(most=4)
    | plans(most=4, standards=st.sampled_from([*ProofStandard]))
    | plans(most=4, strengths=st.just(1.0))
    | circles()
)


@st.composite
def strict_plans(draw: st.DrawFn) -> Plan:
    """Draw a map with strict steps and preferences, but for what lends weight."""
    plan = draw(any_plan)
    parts = len(plan.presumptions) + len(plan.inferences) + len(plan.counterpoints)
    pairs = st.tuples(*[st.integers(0, parts - 1)] * 2)
    places = [at for at, _ in enumerate(plan.inferences)]
    told = attrs.evolve(
        plan,
        strict=draw(st.lists(st.sampled_from(places), unique=True)) if places else (),
        preferences=draw(st.lists(pairs, max_size=3)),
    )
    assume(not may_lend(told))
    return told


def may_lend(plan: Plan) -> bool:
    """Return whether a circle of strict and other steps may lend its claims weight."""
    net = plan.network()
    weights = {*net.presumptions, *net.strengths} - {0.0}
    strict = {net.claims + each for each in plan.strict}
    return (len(weights) > 1 or bool(plan.preferences)) and any(
        not strict.isdisjoint(circle)
        and not strict.issuperset(each for each in circle if each >= net.claims)
        for circle in components(range(len(net.ids)), supports(net))
        if len(circle) > 1
    )


def by_arguments(
    plan: Plan, wanted: Sequence[Semantics]
) -> dict[Semantics, set[tuple[Label, ...]]]:
    """Return the labellings of a network that has not too many arguments."""
    found = found_by_arguments(plan.arguments(), wanted)
    assume(found is not None)
    assert found is not None
    return found


CIRCLE_BY_WAY_OF_A_STEP = Plan(
    [0.0, 0.4],
    [([0], 0, 1.0), ([4], 1, 1.0), ([1], 0, 1.0)],
    [],
    [[0, 1]],
    standards=[ProofStandard.PREPONDERANCE, ProofStandard.SCINTILLA],
    strict=[0],
)
"""A claim is no stronger for a reason that starts from a step from the claim."""


@pytest.mark.parametrize("count", [200, pytest.param(20_000, marks=pytest.mark.long)])
def test_grounded(count: int) -> None:
    """A claim is in if one of its arguments is, and out if all are.

    So it is with counterpoints. A step is as good as its premises and what strikes it.
    """

    @settings(max_examples=count)
    @given(any_plan | plans(most=6) | strict_plans())
    @example(CIRCLE_BY_WAY_OF_A_STEP)
    def law(plan: Plan) -> None:
        net = plan.transposed()
        (wanted,) = by_arguments(plan, [Semantics.GROUNDED])[Semantics.GROUNDED]
        assert told(net, label(net).labels) == wanted

    law()


@pytest.mark.parametrize("count", [100, pytest.param(20_000, marks=pytest.mark.long)])
def test_other_semantics(count: int) -> None:
    """So it is in every complete, preferred, stable and ideal labelling.

    There are as many on either side, and what they share, and some have, is found.
    """

    @settings(max_examples=count)
    @given(any_plan | strict_plans())
    def law(plan: Plan) -> None:
        net = plan.transposed()
        for semantics, wanted in by_arguments(plan, MANY).items():
            search = Search(net, label(net), semantics)
            found = sorted(told(net, each) for each in search.labellings())
            assert found == sorted(tuple(map(int, each)) for each in wanted)
            assert_common(search, wanted)

    law()


def told(net: Network, labels: Sequence[int]) -> tuple[int, ...]:
    """Return the labels of what the map names, without those of what was made."""
    return tuple(labels[each] for each in net.numbers.values())


def assert_common(search: Search, labellings: set[tuple[Label, ...]]) -> None:
    """Assert that what all labellings share, and some have, is found.

    So it is where only one part is asked for, and only what it depends on searched.
    """
    parts = search.net.numbers.values()
    if not labellings:
        with pytest.raises(NoLabellingError):
            search.common()
        for part in parts:
            with pytest.raises(NoLabellingError):
                search.about(part).accepts(part, credulously=True)
        return
    common = search.common()
    for place, part in enumerate(search.net.numbers.values()):
        about = search.about(part)
        in_some = any(each[place] > 0 for each in labellings)
        in_all = all(each[place] > 0 for each in labellings)
        assert about.accepts(part, credulously=True) is in_some
        assert about.accepts(part, credulously=False) is in_all
        labels = {each[place] for each in labellings}
        shared = labels.pop() if len(labels) == 1 else int(Label.UNDECIDED)
        assert common.labels[part] == shared
        if in_some:
            assert common.labels[part] == Label.IN or part in common.possible


@pytest.mark.parametrize(
    "plan",
    [
        pytest.param(
            Plan([1.0, 1.0], [([0], 0, 2.0)], (), [[0, 1]]), id="a rival gets stronger"
        ),
        pytest.param(
            Plan(
                [1.0, 1.0],
                [([1], 0, 2.0), ([1], 0, 0.5)],
                [([0], "claim", 1, 1.0), ([1], "claim", 0, 1.0)],
                [[0, 1]],
            ),
            id="several strengths on both sides",
        ),
        pytest.param(
            Plan(
                [1.0, 1.0, 1.0],
                [([2], 0, 2.0)],
                [([0], "claim", 2, 1.0), ([], "claim", 1, 0.4)],
                [[0, 1], [1, 2]],
            ),
            id="a reason that is open",
        ),
        pytest.param(
            Plan(
                [1.0, 1.0],
                [([1], 0, 1.0), ([1], 0, 1.0)],
                [
                    ([0], "claim", 1, 1.0),
                    ([0], "claim", 0, 1.0),
                    ([1], "claim", 0, 1.0),
                ],
            ),
            id="several against several",
        ),
        pytest.param(
            Plan(
                [1.0, 1.0],
                (),
                [
                    ([0], "claim", 1, 1.0),
                    ([1], "claim", 0, 1.0),
                    ([0, 1], "counterpoint", 0, 1.0),
                ],
            ),
            id="a counterpoint that is open",
        ),
        pytest.param(
            Plan(
                [0.0, 1.0, 1.0],
                [([1], 0, 2.0), ([], 0, 0.5)],
                [([], "claim", 0, 1.0)],
                [[1, 2]],
            ),
            id="a reason that has failed beside one that is open",
        ),
        pytest.param(
            Plan([1.0, 1.0, 1.0], (), [([], "claim", 2, 1.0)], [[0, 1, 2]]),
            id="a rival that is out",
        ),
        pytest.param(
            Plan([0.5, 0.0, 1.0], [([0], 1, 2.0), ([1], 0, 2.0)], (), [[0, 2]]),
            id="a circle lends nothing to the claim that enters it",
        ),
        pytest.param(
            Plan(
                [0.5, 0.5, 1.0, 1.0],
                [([0], 1, 2.0), ([1], 0, 2.0)],
                [([2], "claim", 3, 1.0), ([3], "claim", 2, 1.0)],
                [[0, 2], [1, 3]],
            ),
            id="a circle that is entered twice while the rivals are open",
        ),
        pytest.param(
            Plan(
                [0.0, 0.0, 0.0, 0.0, 2.0],
                [
                    ([4], 0, 1.0),
                    ([4, 1], 0, 0.4),
                    ([3], 1, 2.0),
                    ([0], 0, 1.0),
                    ([0], 4, 3.0),
                    ([0, 4], 1, 1.0),
                ],
                [
                    ([], "inference", 2, 1.0),
                    ([3, 4], "counterpoint", 0, 1.0),
                    ([0, 4], "claim", 1, 0.4),
                    ([], "claim", 0, 0.4),
                ],
                [[0, 1], [4, 3]],
            ),
            id="a claim that stands in the circle of another is no rival of itself",
        ),
        pytest.param(
            Plan(
                [1.0, 1.0, 0.0, 0.0],
                [([0], 2, 1.0), ([1], 3, 1.0)],
                (),
                [[2, 3]],
                strict=[0, 1],
            ),
            id="premises of contradictory conclusions",
        ),
        pytest.param(
            Plan(
                [1.0, 1.0, 0.0, 1.0],
                [([0, 1], 2, 1.0)],
                [([3], "claim", 2, 1.0)],
                strict=[0],
                preferences=[(1, 5)],
            ),
            id="a premise that is preferred over what is against the conclusion",
        ),
        pytest.param(
            Plan(
                [2.0, 1.0, 0.0, 0.0, 1.0],
                [([0, 1], 2, 1.0), ([2], 3, 9.0)],
                [([4], "claim", 3, 1.5), ([], "inference", 0, 1.0)],
                strict=[0, 1],
            ),
            id="a chain that is struck, as strong as its weakest premise",
        ),
        pytest.param(
            Plan(
                [1.0, 0.0, 1.0],
                [([0], 1, 1.0), ([2], 1, 2.0)],
                [([], "claim", 1, 1.0)],
                strict=[0],
            ),
            id="a counterpoint that is outweighed rules nothing out",
        ),
        pytest.param(
            Plan(
                [1.0, 0.0, 0.5, 0.5],
                [([1], 1, 1.0), ([1], 3, 1.0), ([0, 3], 1, 1.0)],
                [([1], "claim", 1, 0.5)],
                [[0, 1]],
                strict=[1, 2],
            ),
            id="a circle with strict steps lends nothing to its claims",
        ),
        pytest.param(
            Plan(
                [0.5, 0.0, 0.0, 0.0, 1.0],
                [
                    ([1], 0, 2.0),
                    ([0], 1, 0.5),
                    ([4], 1, 0.5),
                    ([4], 3, 1.0),
                    ([0], 2, 1.0),
                ],
                [([], "claim", 2, 1.0)],
                [[1, 3]],
                strict=[4],
            ),
            id="a circle lends nothing where one of its claims has a rival",
        ),
        pytest.param(
            Plan(
                [0.0, 0.5, 0.5],
                [([0], 0, 0.5), ([2], 0, 2.0), ([0], 2, 0.5)],
                [([0], "claim", 2, 1.0), ([], "claim", 1, 2.0)],
                [[2, 1]],
                strict=[2],
                preferences=[(2, 1)],
            ),
            id="a counterpoint strikes what it outweighs, be the claim stronger",
        ),
        pytest.param(
            Plan(
                [2.0, 2.0],
                rivals=[[1, 0]],
                standards=[ProofStandard.PREPONDERANCE, ProofStandard.SCINTILLA],
                preferences=[(0, 1)],
            ),
            id="a standard that lets rivals stand",
        ),
        pytest.param(
            Plan(
                [1.0, 0.0, 1.0],
                [([0], 1, 1.0), ([2], 1, 1.0)],
                [([], "claim", 1, 1.0)],
                strict=[0],
                preferences=[(4, 5)],
            ),
            id="a counterpoint that a preference overrules rules nothing out",
        ),
        pytest.param(
            Plan(
                [2.0, 1.0],
                [([0], 1, 0.1)],
                [([], "claim", 1, 1.5)],
                strict=[0],
            ),
            id="what follows strictly stands whatever the step is worth",
        ),
    ],
)
def test_examples(plan: Plan) -> None:
    """Strengths, rivals, circles and steps that strike steps all count."""
    net = plan.transposed()
    found = found_by_arguments(plan.arguments(), [*Semantics])
    assert found is not None
    for semantics, wanted in found.items():
        search = Search(net, label(net), semantics)
        labellings = sorted(told(net, each) for each in search.labellings())
        assert labellings == sorted(tuple(map(int, each)) for each in wanted)
        assert_common(search, wanted)
