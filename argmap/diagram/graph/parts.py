"""Parts of a plan, as they stand on pages: some boxes and the steps that go with them.

A step stands with its first premise, so that what it leads to is referred to there.
A premise of many steps leaves them where they lead, or no page could hold it.
"""

from collections import Counter
from collections.abc import Collection, Iterator, Mapping, Sequence
from functools import cached_property
from itertools import pairwise

import attrs

from argmap.diagram.graph.engine_dot import UnionFind
from argmap.diagram.plan import Box, Edge, Group, Plan

_MOST_LINES = 8


@attrs.frozen
class Parts:
    """What belongs to which boxes of a plan."""

    plan: Plan

    def of(self, boxes: Sequence[Box]) -> Plan:
        """Return some boxes with their steps, without the frames of outermost groups.

        Parts with different boxes have no step and no line in common.
        """
        here = {box.part for box in boxes}
        here |= {each for each, host in self._hosts.items() if host in here}
        return attrs.evolve(
            self.plan,
            boxes=tuple(boxes),
            junctions=tuple(each for each in self.plan.junctions if each.part in here),
            edges=tuple(each for each in self.plan.edges if self._home(each) in here),
            groups=tuple(self._groups(here)),
            whole=self.plan,
        )

    def cost(self, part: Plan) -> Sequence[int]:
        """Return what it costs to cut a part before each of its boxes but the first.

        That is how many lines are cut, and one more within a group.
        """
        place = {box.part: at for at, box in enumerate(part.boxes)}
        place |= {each: place[self._hosts[each]] for each in part.at_junction}
        homes = [part.homes.get(box.part) for box in part.boxes]
        costs = [
            int(home is not None and home == before) for before, home in pairwise(homes)
        ]
        for edge in part.edges:
            if part.has(edge.tail) and part.has(edge.head):
                first, last = sorted((place[edge.tail], place[edge.head]))
                for at in range(first, last):
                    costs[at] += 1
        return costs

    def _home(self, edge: Edge) -> str:
        """Return the box or junction with which a line stands."""
        is_away = edge.head in self._hosts or edge.tail in self._busy
        return edge.head if is_away else edge.tail

    @cached_property
    def _busy(self) -> frozenset[str]:
        """The boxes from which many lines lead."""
        lines = Counter(edge.tail for edge in self.plan.edges)
        return frozenset(
            each for each in self.plan.boxes_by_part if lines[each] > _MOST_LINES
        )

    @cached_property
    def _hosts(self) -> Mapping[str, str]:
        """The box with which each junction stands: one for those that lines join."""
        plan = self.plan
        joined, hosts = UnionFind(), dict[str, str]()
        for edge in plan.edges:
            if edge.tail in plan.at_junction and edge.head in plan.at_junction:
                joined.unite(edge.tail, edge.head)
        for each in plan.at_junction:
            near = (*plan.premises_of(each), *plan.boxes_after(each))
            near = (*(box for box in near if box not in self._busy), *near)
            hosts.setdefault(joined.root(each), (*near, plan.boxes[0].part)[0])
        return {each: hosts[joined.root(each)] for each in plan.at_junction}

    def _groups(self, here: Collection[str]) -> Iterator[Group]:
        """Yield the inner groups with some of the boxes that are here."""
        for group in self.plan.groups:
            members = tuple(each for each in group.members if each in here)
            if group.parent and any(map(self.plan.boxes_by_part.get, members)):
                yield attrs.evolve(group, members=members, parent=None)
