"""Laws of the order in which parts can be judged."""

import networkx as nx
from hypothesis import given, strategies as st

from argmap.evaluation.components import components, is_cycle, shortest_loop

GRAPHS = st.integers(1, 8).flatmap(
    lambda size: st.lists(
        st.lists(st.integers(0, size - 1), max_size=3), min_size=size, max_size=size
    )
)


@given(GRAPHS)
def test_components_are_those_of_networkx(graph: list[list[int]]) -> None:
    """Parts that depend on each other come together, after all that they need."""
    found = list(components(range(len(graph)), graph.__getitem__))

    theirs = nx.strongly_connected_components(_graph_of(graph))
    assert {frozenset(each) for each in found} == {frozenset(each) for each in theirs}
    seen: set[int] = set()
    for component in found:
        assert seen.isdisjoint(component)
        seen.update(component)
        assert all(seen.issuperset(graph[part]) for part in component)


@given(GRAPHS)
def test_loops_are_the_shortest(graph: list[list[int]]) -> None:
    """The way back to a part goes along needs, and no other is shorter."""
    whole = _graph_of(graph)
    for part in range(len(graph)):
        loop = shortest_loop(part, graph.__getitem__)
        ways = [
            nx.shortest_path_length(whole, each, part) + 1
            for each in graph[part]
            if nx.has_path(whole, each, part)
        ]
        assert len(loop) == min(ways, default=0)
        for one, other in zip(loop, loop[1:] + loop[:1], strict=True):
            assert other in graph[one]
        assert loop[:1] == [part] * bool(loop)


@given(GRAPHS)
def test_a_component_is_a_cycle_where_there_is_a_loop(graph: list[list[int]]) -> None:
    """A part alone is one only if it needs itself."""
    for component in components(range(len(graph)), graph.__getitem__):
        loops = shortest_loop(component[0], graph.__getitem__)
        assert is_cycle(component, graph.__getitem__) == bool(loops)


def _graph_of(graph: list[list[int]]) -> "nx.DiGraph[int]":
    whole: nx.DiGraph[int] = nx.DiGraph()
    whole.add_nodes_from(range(len(graph)))
    whole.add_edges_from(
        (part, each) for part, needs in enumerate(graph) for each in needs
    )
    return whole
