"""Columns of a layout that reads sideways, and where a deep map is cut to fit them."""

from collections import defaultdict
from collections.abc import Collection, Mapping

from argmap.diagram.plan import Plan


def levels(plan: Plan, far: Collection[int] = ()) -> dict[str, int]:
    """Return in which column every box stands, conclusions first, and each junction.

    A box stands behind all that it leads to; `far` lines do not count. What leads in
    circles counts from where the circle is entered.
    """
    tails = _tails(plan, far)
    waited_for = dict.fromkeys(
        [*(box.part for box in plan.boxes), *plan.at_junction], 0
    )
    for each in tails.values():
        for tail in each:
            waited_for[tail] += 1
    columns = dict.fromkeys(waited_for, 0)
    ready = [node for node, count in waited_for.items() if not count]
    rest = iter(waited_for)
    found: dict[str, int] = {}
    while len(found) < len(columns):
        if not ready:  # all that is left leads in circles
            ready = [next(each for each in rest if each not in found)]
        head = ready.pop()
        if head in found:
            continue
        found[head] = columns[head]
        step = head not in plan.at_junction
        for tail in tails[head]:
            columns[tail] = max(columns[tail], columns[head] + step)
            waited_for[tail] -= 1
            if not waited_for[tail]:
                ready.append(tail)
    return found


def deep_lines(plan: Plan, far: Collection[int], columns: int) -> frozenset[int]:
    """Return the lines to cut besides the `far` ones, so that `columns` are enough.

    A claim at which a line is cut goes on elsewhere as a conclusion of its own. They
    are cut where that happens to the fewest claims.
    """
    cut: frozenset[int] = frozenset()
    while True:
        gone = cut.union(far)
        column = levels(plan, gone)
        tails = _tails(plan, gone)
        deepest = dict(column)
        for head in reversed(column):
            deepest[head] = max(
                [deepest[head], *(deepest[each] for each in tails[head])]
            )
        choices = [
            {
                box.part
                for box in plan.boxes
                if column[box.part] == at and deepest[box.part] >= columns
            }
            for at in range(columns - 1, 0, -1)
        ]
        chosen = min(filter(None, choices), key=len, default=())
        new = {
            number
            for number, edge in enumerate(plan.edges)
            if edge.tail in chosen and number not in gone
        }
        if not new:
            return cut
        cut |= new


def _tails(plan: Plan, far: Collection[int]) -> Mapping[str, list[str]]:
    tails: defaultdict[str, list[str]] = defaultdict(list)
    for number, edge in enumerate(plan.edges):
        if number not in far and edge.tail != edge.head:
            tails[edge.head].append(edge.tail)
    return tails
