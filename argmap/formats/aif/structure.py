"""The steps in a graph of AIF: what they start from, and where they lead."""

from itertools import product
from typing import Final

from argmap.formats.aif.graph import ENDS, KNOWN, PREMISES, STEPS, Graph

_OURS: Final = frozenset({"I", *STEPS})


def _is_misplaced(start: str, end: str) -> bool:
    """Return whether an edge joins a claim or a step to anything in no known way."""
    pair = {start, end}
    is_ours = not pair.isdisjoint(_OURS)
    return is_ours and start != "YA" and "PA" not in pair and pair != {"I", "MA"}


_MISPLACED: Final = frozenset(
    pair for pair in product(KNOWN, repeat=2) if _is_misplaced(*pair)
)


class Structure:
    """Premises and ends of the steps, by ids of nodes, in the order of the edges.

    A step that leads to no claim and no other step is unfinished, and one that leads
    to such only; it is not among the `ends`. Nor are inferences without premises, which
    are `groundless`. `misplaced`, `repeated` and `dangling` are edges, counted from 0.
    """

    def __init__(self, graph: Graph) -> None:
        """Look at every edge."""
        self._graph = graph
        steps = [name for name, kind in graph.types.items() if kind in STEPS]
        self.premises: dict[str, dict[str, None]] = {each: {} for each in steps}
        self.ends: dict[str, dict[str, None]] = {each: {} for each in steps}
        self.misplaced: list[int] = []
        self.repeated: list[int] = []
        self.dangling: list[int] = []
        self._sort_edges()
        self.groundless: frozenset[str] = frozenset(
            each
            for each in steps
            if graph.types[each] == "RA" and not self.premises[each]
        )
        self._take_out_unfinished()

    def _sort_edges(self) -> None:
        types = self._graph.types
        for place, (start, end) in enumerate(self._graph.ends):
            pair = types.get(start, ""), types.get(end, "")
            if pair in PREMISES:
                self._join(self.premises[end], start, place)
            elif pair in ENDS and start != end:
                self._join(self.ends[start], end, place)
            elif start not in types or end not in types:
                self.dangling.append(place)
            elif pair in _MISPLACED:
                self.misplaced.append(place)

    def _join(self, others: dict[str, None], other: str, place: int) -> None:
        if other in others:
            self.repeated.append(place)
        others[other] = None

    def _take_out_unfinished(self) -> None:
        leading_to: dict[str, list[str]] = {}
        for step, ends in self.ends.items():
            for end in ends:
                leading_to.setdefault(end, []).append(step)
        waiting = [
            step
            for step, ends in self.ends.items()
            if not ends or step in self.groundless
        ]
        while waiting:
            step = waiting.pop()
            del self.ends[step]
            for other in leading_to.get(step, ()):
                if other in self.ends:
                    del self.ends[other][step]
                    if not self.ends[other] and other not in self.groundless:
                        waiting.append(other)
