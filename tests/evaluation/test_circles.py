"""Laws of circles of claims that lend themselves weight."""

import networkx as nx
from hypothesis import given, settings, strategies as st

from argmap.evaluation.circles import circles, founded
from argmap.evaluation.network import Network
from tests.evaluation.networks import Plan, plans


def graph_of(net: Network) -> "nx.DiGraph[int]":
    """Return what supports what as a graph."""
    graph: nx.DiGraph[int] = nx.DiGraph()
    graph.add_nodes_from(range(len(net.ids)))
    for step in net.steps:
        graph.add_edges_from((each, step) for each in net.premises[step])
    for claim in range(net.claims):
        graph.add_edges_from((each, claim) for each in net.reasons[claim])
    return graph


@settings(max_examples=300)
@given(plans())
def test_circles_are_components(plan: Plan) -> None:
    """A circle is all that a claim rests on and that rests on it, a reason included."""
    net = plan.network()
    components = list(nx.strongly_connected_components(graph_of(net)))

    for claim, circle in circles(net).items():
        assert claim in net.rivals
        assert circle in components
        assert not circle.isdisjoint(net.reasons[claim])


def naive(net: Network, inside: set[int], allowed: set[int]) -> set[int]:
    """Return what is founded, round by round."""
    found: set[int] = set()
    while True:
        had = found | (set(range(len(net.ids))) - inside)
        more = {each for each in allowed if _is_had(net, each, had, found)}
        if more == found:
            return found
        found = more


def _is_had(net: Network, part: int, had: set[int], found: set[int]) -> bool:
    if part >= net.claims:
        return had.issuperset(net.premises[part])
    reasons = found.intersection(net.reasons[part])
    return max([net.presumptions[part], *(net.strengths[one] for one in reasons)]) >= 1


@given(plans(), st.data())
def test_what_is_founded_can_be_had_step_by_step(
    plan: Plan, data: st.DataObject
) -> None:
    """Rounds that take what its premises or a strong reason allow come to the same."""
    net = plan.network()
    parts = st.sets(st.sampled_from(range(net.counterpoints)))
    inside = data.draw(parts)
    allowed = data.draw(parts) & inside

    found = founded(net, inside, allowed, lambda weight, _: weight >= 1)

    assert found == naive(net, inside, allowed)
